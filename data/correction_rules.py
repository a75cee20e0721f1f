"""What must hold of a correction: what is stated and recorded is of the kind that its field is."""

import re
from collections.abc import Callable, Iterator, Mapping

from data import cells
from data.damage import BEFORE
from data.problem import Problem
from data.tables import Table

Tables = Mapping[str, Table]
_DAYS = frozenset({"date", "time", "launch_time"})
_NUMBERS = frozenset({"distance", "apogee", "bearing", "count", "range_km", "range"})
_CLOCK = re.compile(r"[0-2][0-9]:[0-5][0-9]")
_WORDED = re.compile(r"[^\W\d_]{2,}")
"""Two letters in a row: what is said of the field in words, which may be anything."""


def _figures_are_of_their_field(tables: Tables) -> Iterator[Problem]:
    """Refuse days and numbers as spreadsheets turn them: no column of theirs says what they are."""
    for row in tables["corrections"].rows:
        # `apogee by Japan MOD` and `launch time by Japan MOD` are of the kind of their first words.
        field = (row.values["field"] or "").partition(" by ")[0].replace(" ", "_")
        for column in ("stated", "recorded"):
            cell = row.values[column]
            if not cell or (_WORDED.search(cell) and not cells.time(cell)):
                continue
            if field in _DAYS and not _is_moment(cell):
                expected = f"a day as 1984-04-09 or a time as 06:50, as {field} is: {BEFORE}"
                yield row.problem(column, expected)
            elif field in _NUMBERS and cells.number(cell) is None:
                expected = f"digits and a decimal point only, as {field} is a number: {BEFORE}"
                yield row.problem(column, expected)


def _is_moment(cell: str) -> bool:
    moment = cells.date(cell) or cells.time(cell) or _CLOCK.fullmatch(cell)
    return bool(moment)


CORRECTION_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (_figures_are_of_their_field,)
