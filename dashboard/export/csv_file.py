"""
CSV: a row for each claim and for each derived value, with the columns of its launch repeated.

Not a row for each launch: a salvo has several ranges by several authorities, and columns such as
`range_jcs` would have to drop all but one of them. In this long form a spreadsheet filters
`statement` = claim and `quantity` = range_km, and a pivot table by `authority` gives the columns.
`shape` says of a derived value what it belongs to: an arc, a ring, a ray, a profile, or the
`ordinals`: the how-manyeth launch it is, with the month, year or leadership, or the last launch of
its like, as `value`.

The text is UTF-8 with a byte order mark, without which Excel shows Korean and Japanese names as
rubbish; lines end as RFC 4180 says. A text that a spreadsheet would take for a formula begins with
an apostrophe; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from shapely import to_wkt

from dashboard.export.derived import DECIMALS, flight_row, profiles, trace_row
from dashboard.export.features import cut_area
from dashboard.export.ordinals import ordinal_statements
from dashboard.export.rows import FileValues, ImpactPoint, LaunchValues, Statement, names
from dashboard.export.stated import claim_row, launch_row
from dashboard.flights.flight import AREA_PROBABILITIES, Flight, Trace
from dashboard.selection.view import View
from dashboard.words.say import Words
from data.model import Claim, Launch

Values = dict[str, Any]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes a formula by, or passes over before one: OWASP, "CSV Injection",
https://owasp.org/www-community/attacks/CSV_Injection, with the full-width signs."""
COLUMNS = (*names(LaunchValues), *names(Statement), *names(FileValues))


def write(view: View) -> bytes:
    """View as a table of claims and derived values."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    record = view.atlas.record
    own = FileValues(
        record_version=record.version,
        record_covers_to=record.covers_to,
        link=view.link,
        credit=Words(view.selection.lang).say("file.short_credit"),
    )
    for launch in view.launches:
        values = vars(launch_row(launch, view)) | vars(own)
        for row in _statements(launch, view):
            writer.writerow({name: cell(value) for name, value in (values | vars(row)).items()})
    return text.getvalue().encode("utf-8-sig")


def cell(value: object) -> object:
    """
    Value as a cell: unknown is empty, missiles are listed, and no text begins a formula.

    Examples
    --------
    >>> cell("=1+1"), cell(-5.0), cell([1, 3])
    ("'=1+1", -5, '1;3')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return ";".join(map(str, value))
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return "'" + value
    return value


def _statements(launch: Launch, view: View) -> Iterator[Statement]:
    yield from (_claim(claim) for claim in launch.claims)
    for flight in view.atlas.flights.get(launch.id, ()):
        yield from _flight(flight)
    for trace in view.atlas.traces.get(launch.id, ()):
        yield from _trace(trace, view)
    for profile in profiles(launch, view):
        row = vars(profile)
        yield from (_figure("profile", row, name) for name in ("range_km", "apogee_km"))
        for name in ("flight_time_s", "flight_time_low_s", "flight_time_high_s"):
            if row[name] is not None:
                yield _value("profile", row, name)
        yield _derived("profile", row, quantity="model", value=profile.model)
        yield _derived("profile", row, quantity="trajectory", value=profile.trajectory)
    yield from ordinal_statements(launch, view)


def _claim(claim: Claim) -> Statement:
    source = claim.source
    return Statement(
        statement="claim",
        **vars(claim_row(claim)),
        source_publisher=source.publisher,
        source_title=source.title,
        source_url=source.url,
    )


def _flight(flight: Flight) -> Iterator[Statement]:
    row = vars(flight_row(flight))
    yield from (_figure("arc", row, name) for name in ("range_km", "azimuth_deg"))
    yield from (_value("arc", row, name) for name in names(ImpactPoint))
    for probability, outline in zip(AREA_PROBABILITIES, (flight.area, flight.core), strict=True):
        area = to_wkt(cut_area(outline), rounding_precision=DECIMALS)
        yield _derived("arc", row, quantity="impact_area", value=area, probability=probability)


def _trace(trace: Trace, view: View) -> Iterator[Statement]:
    row = vars(trace_row(trace, view))
    quantity = "range_km" if trace.kind == "ring" else "azimuth_deg"
    yield _figure(trace.kind, row, quantity, value=row["sea"])


def _figure(shape: str, row: Values, quantity: str, **more: Any) -> Statement:  # noqa: ANN401
    """Drawn figure, with the claim it was read from."""
    name, _, unit = quantity.rpartition("_")
    words = ("basis", "authority", "qualifier", "source_id")
    read_from = {word: row[f"{name}_{word}"] for word in words}
    half_width = row[f"{name}_half_width_{unit}"]
    return _value(shape, row, quantity, half_width=half_width, **read_from, **more)


def _value(shape: str, row: Values, quantity: str, **more: Any) -> Statement:  # noqa: ANN401
    """Derived number."""
    ending, number = quantity.rpartition("_")[2], row[quantity]
    unit = ending if ending in {"km", "s"} else "deg"
    return _derived(shape, row, quantity=quantity, low=number, high=number, unit=unit, **more)


def _derived(shape: str, row: Values, **own: Any) -> Statement:  # noqa: ANN401
    return Statement(
        statement="derived",
        shape=shape,
        missiles=row["missiles"],
        failed=row.get("failed"),
        differing=row.get("differing"),
        **own,
    )
