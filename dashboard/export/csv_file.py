"""
CSV: a row for each claim and for each derived value, with the columns of its launch repeated.

Not a row for each launch: a salvo has several ranges by several authorities, and columns such as
`range_jcs` would have to drop all but one of them. In this long form a spreadsheet filters
`statement` = claim and `quantity` = range_km, and a pivot table by `authority` gives the columns.
`shape` says of a derived value what it belongs to: an arc, a ring, a ray or a profile.

The text is UTF-8 with a byte order mark, without which Excel shows Korean and Japanese names as
rubbish; lines end as RFC 4180 says. A text that a spreadsheet would take for a formula begins with
an apostrophe; numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from shapely import to_wkt

from dashboard.export.derived import (
    DECIMALS,
    flight_values,
    profiles,
    trace_values,
)
from dashboard.export.features import cut_area
from dashboard.export.head import record_values
from dashboard.export.stated import Values, claim_values, launch_values
from dashboard.flights.flight import AREA_PROBABILITIES, Flight, Trace
from dashboard.selection.view import View
from dashboard.words.say import Words
from data.model import Claim, Launch

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes a formula by, or passes over before one: OWASP, "CSV Injection",
https://owasp.org/www-community/attacks/CSV_Injection, with the full-width signs."""
LAUNCH_COLUMNS = (
    *("launch_id", "date", "time_utc", "count", "missile_id", "missile", "type", "kind"),
    *("outcome", "status", "site_id", "site", "site_latitude", "site_longitude"),
    *("site_precision_km", "note", "placement", "launch_link"),
)
STATEMENT_COLUMNS = (
    *("statement", "shape", "missiles", "authority", "quantity", "low", "high", "half_width"),
    *("unit", "value", "qualifier", "basis", "probability", "failed", "differing", "phrase"),
    *("source_id", "source_publisher", "source_title", "source_url", "locator"),
)
FILE_COLUMNS = ("record_version", "record_covers_to", "link", "credit")
COLUMNS = (*LAUNCH_COLUMNS, *STATEMENT_COLUMNS, *FILE_COLUMNS)


def write(view: View) -> bytes:
    """View as a table of claims and derived values."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    record = record_values(view)
    own = {
        "record_version": record["version"],
        "record_covers_to": record["covers_to"],
        "link": view.link,
        "credit": Words(view.selection.lang).say("file.short_credit"),
    }
    for launch in view.launches:
        values = launch_values(launch, view.atlas) | own
        for row in _statements(launch, view):
            writer.writerow({name: cell(value) for name, value in (values | row).items()})
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


def _statements(launch: Launch, view: View) -> Iterator[Values]:
    yield from (_claim(claim) for claim in launch.claims)
    for flight in view.atlas.flights.get(launch.id, ()):
        yield from _flight(flight)
    for trace in view.atlas.traces.get(launch.id, ()):
        yield from _trace(trace, view)
    for profile in profiles(launch, view):
        yield from _derived("profile", profile, ("range_km", "apogee_km"))
        yield _value("profile", profile, "flight_time_s", profile["flight_time_s"])
        kind = {"quantity": "trajectory", "value": profile["trajectory"]}
        yield _shared("profile", profile) | kind


def _claim(claim: Claim) -> Values:
    source = claim.source
    return (
        {"statement": "claim"}
        | claim_values(claim)
        | {
            "source_publisher": source.publisher,
            "source_title": source.title,
            "source_url": source.url,
        }
    )


def _flight(flight: Flight) -> Iterator[Values]:
    values = flight_values(flight)
    yield from _derived("arc", values, ("range_km", "azimuth_deg"))
    for name in ("impact_latitude", "impact_longitude"):
        yield _value("arc", values, name, values[name])
    for probability, outline in zip(AREA_PROBABILITIES, (flight.area, flight.core), strict=True):
        yield _shared("arc", values) | {
            "quantity": "impact_area",
            "value": to_wkt(cut_area(outline), rounding_precision=DECIMALS),
            "probability": probability,
        }


def _trace(trace: Trace, view: View) -> Iterator[Values]:
    values = trace_values(trace, view)
    (quantity,) = {"range_km", "azimuth_deg"} & values.keys()
    yield from (row | {"value": values["sea"]} for row in _derived(trace.kind, values, [quantity]))


def _derived(shape: str, values: Values, quantities: Iterable[str]) -> Iterator[Values]:
    """Row for each drawn figure, with the claim it was read from."""
    for quantity in quantities:
        name, _, unit = quantity.rpartition("_")
        yield _value(shape, values, quantity, values[quantity]) | {
            "half_width": values[f"{name}_half_width_{unit}"],
            "basis": values[f"{name}_basis"],
            "authority": values[f"{name}_authority"],
            "qualifier": values[f"{name}_qualifier"],
            "source_id": values[f"{name}_source_id"],
        }


def _value(shape: str, values: Values, quantity: str, number: object) -> Values:
    ending = quantity.rpartition("_")[2]
    return _shared(shape, values) | {
        "quantity": quantity,
        "low": number,
        "high": number,
        "unit": ending if ending in {"km", "s"} else "deg",
    }


def _shared(shape: str, values: Values) -> Values:
    return {
        "statement": "derived",
        "shape": shape,
        "missiles": values["missiles"],
        "failed": values.get("failed"),
        "differing": values.get("differing"),
    }
