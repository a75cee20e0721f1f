"""The shapes of a view, as geographic files hold them: sites, tracks, areas, rings and rays."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from dashboard.export.derived import DECIMALS, flight_row, profiles, rounded, trace_row
from dashboard.export.documents import (
    AnnouncedProperties,
    AreaProperties,
    Feature,
    LaunchProperties,
    Properties,
    RayProperties,
    Repeated,
    RingProperties,
    TrackProperties,
)
from dashboard.export.ordinals import ordinals_row
from dashboard.export.rows import DrawnValues, ImpactPoint, names
from dashboard.export.stated import claim_row, launch_row
from dashboard.flights.announced import DangerArea
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import AREA_PROBABILITIES, Flight, Trace, Vertices
from dashboard.selection.view import View
from data.model import Launch
from geo.ground_track import split_at_antimeridian
from geo.outline import outline_polygon


def features(view: View) -> Iterator[Feature]:
    """Each launch with its claims, at its site; after it the shapes that are drawn of it."""
    for launch in view.launches:
        yield _launch(launch, view)
        for number, flight in enumerate(view.atlas.flights.get(launch.id, ()), 1):
            yield from _flight(flight, view, number)
        for number, trace in enumerate(view.atlas.traces.get(launch.id, ()), 1):
            yield _trace(trace, view, number)
        for number, area in enumerate(view.atlas.danger_areas.get(launch.id, ()), 1):
            yield _announced(area, view, number)


def site_point(launch: Launch, atlas: Atlas) -> Point | None:
    """Site of a launch, or None where the map does not place it."""
    site = launch.site
    if site is None or site.latitude is None or site.longitude is None:
        return None
    if atlas.placement(launch) == "none":
        return None
    return Point(rounded(site.longitude), rounded(site.latitude))


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
    properties = LaunchProperties(
        role="launch",
        **vars(launch_row(launch, view)),
        derived=False,
        claims=[claim_row(claim) for claim in launch.claims],
        profiles=profiles(launch, view),
        ordinals=ordinals_row(launch, view),
    )
    return _feature(launch.id, site_point(launch, view.atlas), properties)


def _flight(flight: Flight, view: View, number: int) -> Iterator[Feature]:
    repeated, row = _repeated(flight.launch, view), flight_row(flight)
    name = f"{flight.launch.id}/flight/{number}"
    track = TrackProperties(role="track", **repeated, **vars(row))
    yield _feature(f"{name}/track", cut_line(flight.track), track)
    shared = {name: getattr(row, name) for name in (*names(DrawnValues), *names(ImpactPoint))}
    for probability, outline in zip(AREA_PROBABILITIES, (flight.area, flight.core), strict=True):
        area = AreaProperties(role="impact area", **repeated, **shared, probability=probability)
        yield _feature(f"{name}/impact-area/{probability:g}", cut_area(outline), area)


def _trace(trace: Trace, view: View, number: int) -> Feature:
    own = _repeated(trace.launch, view) | vars(trace_row(trace, view))
    name = f"{trace.launch.id}/{trace.kind}/{number}"
    if trace.kind == "ring":
        return _feature(name, cut_line(trace.line), RingProperties(role="ring segment", **own))
    return _feature(name, cut_area(trace.line), RayProperties(role="ray", **own))


def _announced(area: DangerArea, view: View, number: int) -> Feature:
    properties = AnnouncedProperties(
        role="announced area",
        **_repeated(area.launch, view),
        derived=False,
        authority=area.claim.authority,
        announced=area.claim.value,
        source_id=area.claim.source.id,
    )
    return _feature(f"{area.launch.id}/announced/{number}", cut_area(area.line), properties)


def _repeated(launch: Launch, view: View) -> dict[str, Any]:
    row = launch_row(launch, view)
    return {name: getattr(row, name) for name in names(Repeated)}


def _feature(name: str, geometry: BaseGeometry | None, properties: Properties) -> Feature:
    return Feature(type="Feature", id=name, geometry=geometry, properties=properties)
