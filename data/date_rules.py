"""What must hold of days: the record's own last one bounds them, whatever a clock says."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from data import cells
from data.korean_day import day_span
from data.problem import Problem
from data.schema import SCHEMAS
from data.tables import Row, Table

Tables = Mapping[str, Table]
MOST_YEARS = 10
"""A version so much later than all that the tables tell of is a slip of the pen."""
_DATED = {cells.date, cells.full_date, cells.time, cells.utc_time}
_BOUND_ELSEWHERE = {
    *(("launches", "date"), ("launches", "time_utc")),
    *(("events", "start"), ("changes", "version")),
}
"""Days that rules of their own bound more closely, or by what they belong to."""


def _days(tables: Tables) -> Iterator[tuple[Row, str, dt.date]]:
    """Every day of the tables, but those of the record as a whole, with where it stands."""
    for schema in SCHEMAS:
        for column in schema.columns:
            if column.parse not in _DATED or schema.name == "record":
                continue
            for row in tables[schema.name].rows:
                value = row.values[column.name]
                if isinstance(value, dt.datetime):
                    yield row, column.name, value.date()
                elif span := day_span(value or ""):
                    yield row, column.name, span[0]


def _version(tables: Tables) -> tuple[Row, dt.date] | None:
    """Row that has it, and the day of the last change, unless another rule finds it wrong."""
    for row in tables["record"].rows:
        spans = [day_span(row.values[name] or "") for name in ("version", "covers_to")]
        changed, covered = spans
        return (row, changed[0]) if changed and covered and changed >= covered else None
    return None


def _nothing_is_much_later_than_the_record(tables: Tables) -> Iterator[Problem]:
    version = _version(tables)
    last = version[1].year + 1 if version else None
    for row, column, day in _days(tables):
        name = row.file.removesuffix(".csv")
        if last and day.year > last and (name, column) not in _BOUND_ELSEWHERE:
            expected = f"a day up to {last}, the year after the version in record.csv"
            yield row.problem(column, expected)


def _record_is_of_its_time(tables: Tables) -> Iterator[Problem]:
    version = _version(tables)
    # A version that is wrong would take the days of its own changes along.
    known = [day for row, column, day in _days(tables) if column != "version"]
    if version and known and version[1].year > max(known).year + MOST_YEARS:
        expected = f"a day at most {MOST_YEARS} years after {max(known)}, the last in the tables"
        yield version[0].problem("version", expected)


DATE_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _nothing_is_much_later_than_the_record,
    _record_is_of_its_time,
)
