"""JSON: the launches with all that is stated of them and all that is drawn."""

import json
from typing import Any

import msgspec
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from dashboard.export.derived import flight_row, passage_rows, placed, profiles, trace_row
from dashboard.export.documents import Flight, ImpactArea, Launches, Ray, Ring, Trace
from dashboard.export.documents import Launch as LaunchDocument
from dashboard.export.head import head
from dashboard.export.ordinals import ordinals_row
from dashboard.export.stated import claim_row, launch_row, source_row, sources_of
from dashboard.flights import flight as drawn
from dashboard.selection.view import View
from data.model import Launch


def write(view: View) -> bytes:
    """View as JSON; positions are latitude before longitude."""
    return as_json(
        Launches(
            **head(view),
            launches=[_launch(launch, view) for launch in view.launches],
            sources=[source_row(source) for source in sources_of(view.launches)],
        )
    )


def plain(document: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Document as dictionaries and lists."""
    return msgspec.to_builtins(document, enc_hook=_geometry)


def as_json(document: object) -> bytes:
    """JSON text without blanks; what is no number has no place in it."""
    text = json.dumps(plain(document), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode() + b"\n"


def _geometry(shape: BaseGeometry) -> Any:  # noqa: ANN401 - as shapely gives it
    return mapping(shape)


def _launch(launch: Launch, view: View) -> LaunchDocument:
    return LaunchDocument(
        **vars(launch_row(launch, view)),
        claims=[claim_row(claim) for claim in launch.claims],
        flights=[_flight(flight) for flight in view.atlas.flights.get(launch.id, ())],
        traces=[_trace(trace, view) for trace in view.atlas.traces.get(launch.id, ())],
        profiles=profiles(launch, view),
        passages=passage_rows(launch, view),
        ordinals=ordinals_row(launch, view),
    )


def _flight(flight: drawn.Flight) -> Flight:
    areas = zip(drawn.AREA_PROBABILITIES, (flight.area, flight.core), strict=True)
    return Flight(
        **vars(flight_row(flight)),
        track=placed(flight.track),
        impact_areas=[
            ImpactArea(probability=probability, outline=placed(outline))
            for probability, outline in areas
        ],
    )


def _trace(trace: drawn.Trace, view: View) -> Trace:
    row = vars(trace_row(trace, view))
    if trace.kind == "ring":
        return Ring(**row, shape="ring", line=placed(trace.line))
    return Ray(**row, shape="ray", line=placed(trace.line))
