"""The shapes of a view, as geographic files hold them: sites, tracks, areas, rings and rays."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from dashboard.export.derived import (
    DECIMALS,
    flight_values,
    impact_point,
    profiles,
    trace_values,
)
from dashboard.export.stated import Values, claim_values, launch_values
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import AREA_PROBABILITIES, Flight, Trace, Vertices
from dashboard.selection.view import View
from data.model import Launch
from geo.ground_track import split_at_antimeridian
from geo.outline import outline_polygon

SHORT = ("launch_id", "date", "missile", "type", "kind", "site", "outcome", "status")
"""What each shape repeats of its launch."""
TRACE_ROLES = {"ring": "ring segment", "ray": "ray"}


@dataclass(frozen=True, slots=True)
class Feature:
    """
    A shape with its properties; `geometry` is None for what is not placed.

    x is the longitude within -180 to 180 and y the latitude [deg]; what crosses the antimeridian
    is cut there.
    """

    id: str
    geometry: BaseGeometry | None
    properties: Values


def features(view: View) -> Iterator[Feature]:
    """Each launch with its claims, at its site; after it the shapes that are drawn of it."""
    for launch in view.launches:
        yield _launch(launch, view)
        for number, flight in enumerate(view.atlas.flights.get(launch.id, ()), 1):
            yield from _flight(flight, view, number)
        for number, trace in enumerate(view.atlas.traces.get(launch.id, ()), 1):
            yield _trace(trace, view, number)


def site_point(launch: Launch, atlas: Atlas) -> Point | None:
    """Site of a launch, or None where the map does not place it."""
    if launch.site is None or atlas.placement(launch) == "none":
        return None
    return Point(launch.site.longitude, launch.site.latitude)


def cut_line(vertices: Vertices) -> BaseGeometry:
    """Line through vertices, latitude before longitude, cut at the antimeridian."""
    return _written(split_at_antimeridian(LineString(_turned(vertices))))


def cut_area(outline: Vertices) -> BaseGeometry:
    """Area within an outline, cut at the antimeridian, its rings wound right-hand."""
    polygon: Polygon = outline_polygon(outline)
    return shapely.orient_polygons(_written(split_at_antimeridian(polygon)))


def _written(parts: BaseMultipartGeometry) -> BaseGeometry:
    """One part as itself, and coordinates as short as they are written."""
    geometry = parts.geoms[0] if len(parts.geoms) == 1 else parts
    return shapely.transform(geometry, lambda numbers: numbers.round(DECIMALS), include_z=True)


def _turned(vertices: Vertices) -> Vertices:
    """Longitude before latitude, heights where they are."""
    return np.column_stack((vertices[:, 1], vertices[:, 0], vertices[:, 2:]))


def _launch(launch: Launch, view: View) -> Feature:
    values = launch_values(launch, view.atlas)
    claims = {"claims": [claim_values(claim) for claim in launch.claims]}
    derived = {"profiles": profiles(launch, view)}
    properties = {"role": "launch", "derived": False} | values | claims | derived
    return Feature(launch.id, site_point(launch, view.atlas), properties)


def _flight(flight: Flight, view: View, number: int) -> Iterator[Feature]:
    launch = _short(flight.launch, view)
    name = f"{flight.launch.id}/flight/{number}"
    track = {"role": "track"} | launch | flight_values(flight)
    yield Feature(f"{name}/track", cut_line(flight.track), track)
    for probability, outline in zip(AREA_PROBABILITIES, (flight.area, flight.core), strict=True):
        area = {
            "role": "impact area",
            **launch,
            "derived": True,
            "missiles": list(flight.missiles),
            "failed": flight.failed,
            "differing": flight.differing,
            **impact_point(flight),
            "probability": probability,
        }
        yield Feature(f"{name}/impact-area/{probability:g}", cut_area(outline), area)


def _trace(trace: Trace, view: View, number: int) -> Feature:
    geometry = cut_line(trace.line) if trace.kind == "ring" else cut_area(trace.line)
    values = {"role": TRACE_ROLES[trace.kind]} | _short(trace.launch, view)
    return Feature(
        f"{trace.launch.id}/{trace.kind}/{number}", geometry, values | trace_values(trace, view)
    )


def _short(launch: Launch, view: View) -> Values:
    values = launch_values(launch, view.atlas)
    return {name: values[name] for name in SHORT}
