"""JSON: the launches with all that is stated of them and all that is drawn."""

import json

from dashboard.export.derived import (
    flight_values,
    placed,
    profiles,
    trace_values,
)
from dashboard.export.head import head
from dashboard.export.stated import (
    Values,
    claim_values,
    launch_values,
    source_values,
    sources_of,
)
from dashboard.flights.flight import AREA_PROBABILITIES, Flight
from dashboard.selection.view import View
from data.model import Launch


def write(view: View) -> bytes:
    """View as JSON; positions are latitude before longitude."""
    content = head(view) | {
        "launches": [_launch(launch, view) for launch in view.launches],
        "sources": [source_values(source) for source in sources_of(view.launches)],
    }
    return compact(content)


def compact(content: object) -> bytes:
    """JSON text without blanks; what is no number has no place in it."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode() + b"\n"


def _launch(launch: Launch, view: View) -> Values:
    atlas = view.atlas
    return launch_values(launch, atlas) | {
        "claims": [claim_values(claim) for claim in launch.claims],
        "flights": [_flight(flight) for flight in atlas.flights.get(launch.id, ())],
        "traces": [
            trace_values(trace, view) | {"shape": trace.kind, "line": placed(trace.line)}
            for trace in atlas.traces.get(launch.id, ())
        ],
        "profiles": profiles(launch, view),
    }


def _flight(flight: Flight) -> Values:
    areas = zip(AREA_PROBABILITIES, (flight.area, flight.core), strict=True)
    return flight_values(flight) | {
        "track": placed(flight.track),
        "impact_areas": [
            {"probability": probability, "outline": placed(outline)}
            for probability, outline in areas
        ],
    }
