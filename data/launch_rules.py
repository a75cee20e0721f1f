"""What must hold of a launch: its id, its day and time, its claims and how it stands."""

from collections.abc import Callable, Iterator, Mapping

from data import cells
from data.korean_day import day_span, korean_date
from data.launch_time import best_known, stated_times, utc_cell
from data.model import DATABASES
from data.problem import Problem
from data.tables import Row, Table

Tables = Mapping[str, Table]


def _launch_is_covered(tables: Tables) -> Iterator[Problem]:
    """Have whoever adds a launch say so in `record.csv`, which dates every copy of the record."""
    covers_to = next((row.values["covers_to"] for row in tables["record"].rows), None)
    for row in tables["launches"].rows:
        span = day_span(row.values["date"] or "")
        if covers_to and span and span[0].isoformat() > covers_to:
            yield row.problem(
                "date", f"a day up to {covers_to}, or a later covers_to in record.csv"
            )


def _launch_id_begins_with_its_date(tables: Tables) -> Iterator[Problem]:
    for row in tables["launches"].rows:
        id_, date = row.values["id"], row.values["date"]
        if id_ and date and id_.rpartition("-")[0] != date:
            yield row.problem("id", f"{date}-n: the date of the launch and a running number")


def _time_is_on_the_korean_date(tables: Tables) -> Iterator[Problem]:
    for row in tables["launches"].rows:
        time, date = row.values["time_utc"], row.values["date"]
        if time is None or date is None:
            continue
        day = korean_date(time)
        first, last = day_span(date) or (day, day)
        if first != last:
            yield row.problem("time_utc", f"an empty cell, since the day is not known ({date})")
        elif day != first:
            expected = f"a time on {date} in Korea (UTC+9), where this is {day}"
            yield row.problem("time_utc", expected)


def _launch_has_a_claim(tables: Tables) -> Iterator[Problem]:
    claims = tables["claims"]
    if not claims.whole or "launch_id" not in (claims.rows[0].cells if claims.rows else ()):
        return
    claimed = {row.cells.get("launch_id") for row in claims.rows}
    for row in tables["launches"].rows:
        if row.values["id"] and row.values["id"] not in claimed:
            yield row.problem("id", "at least one row in claims.csv that says who reported it")


def _corroboration_fits_the_sources(tables: Tables) -> Iterator[Problem]:
    """Have "single source" and its opposites agree with where the claims of the launch stand."""
    if not tables["claims"].whole:
        return
    sources: dict[str | None, set[str]] = {}
    for row in tables["claims"].rows:
        source = row.values["source_id"] or ""
        sources.setdefault(row.values["launch_id"], set()).add(DATABASES.get(source, source))
    for row in tables["launches"].rows:
        found, stands = sources.get(row.values["id"], set()), row.values["corroboration"]
        outside = found - set(DATABASES.values())
        if stands == "single source" and (outside or len(found) > 1):
            expected = f"another word: {', '.join(sorted(found))} have claims on it"
            yield row.problem("corroboration", expected)
        elif stands and stands != "single source" and found and not outside:
            expected = "single source: no claim on it is from outside the databases"
            yield row.problem("corroboration", expected)


def _time_is_the_best_known(tables: Tables) -> Iterator[Problem]:
    """Have `time_utc` follow from the claims, by one rule; on a wrong day `date` is what is off."""
    if not tables["claims"].whole:
        return
    claims = tables["claims"].rows
    stated = stated_times(row.cells for row in claims)
    claimed = {row.values["launch_id"] for row in claims}
    clear = claimed - {row.values["launch_id"] for row in claims if not _is_read(row)}
    for row in tables["launches"].rows:
        id_, date, time = (row.values[name] for name in ("id", "date", "time_utc"))
        wrong = time is None and row.cells.get("time_utc")
        if (
            id_ not in clear
            or not date
            or wrong
            or (time and korean_date(time).isoformat() != date)
        ):
            continue
        best = best_known(stated.get(id_, ()), date)
        told = stated.get(id_, ())
        # Where all times stated are of another day, it is that which is off.
        other_day = told and all(korean_date(each.moment).isoformat() != date for each in told)
        if time != best and not other_day:
            right = utc_cell(best) or "an empty cell"
            yield row.problem("time_utc", f"{right}: what the launch_time claims come to")


def _is_read(row: Row) -> bool:
    """Whether no cell of a claim is in error."""
    timed = row.cells.get("quantity") == "launch_time"
    read = all(row.values.get(name) is not None for name, cell in row.cells.items() if cell)
    return read and (not timed or cells.time(row.cells.get("value", "")) is not None)


LAUNCH_RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (
    _launch_is_covered,
    _launch_id_begins_with_its_date,
    _time_is_on_the_korean_date,
    _time_is_the_best_known,
    _launch_has_a_claim,
    _corroboration_fits_the_sources,
)
