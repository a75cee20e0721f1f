"""What is derived of a launch, as rows: where it is drawn, and from whose figures."""

import math
from typing import Any

from dashboard.claims.figures import Figure
from dashboard.export.documents import Passage
from dashboard.export.rows import (
    FlightValues,
    ImpactPoint,
    PathPoint,
    Profile,
    RayValues,
    RingValues,
)
from dashboard.export.stated import utc
from dashboard.export.values import BOOSTED, ELLIPSE
from dashboard.flights.ascent import Ascent
from dashboard.flights.flight import Flight, Trace, Vertices
from dashboard.flights.passages import passages
from dashboard.flights.trajectories import flight_ascent
from dashboard.selection.view import View
from dashboard.words.filters import words_of
from data.model import Launch
from geo.trajectory_kind import trajectory

DECIMALS = 4
"""Decimals of a degree: 0.0001 degree is at most 11 m, far below any doubt about a flight."""
PATH_STRIDE = 2
"""Of the points of a path every so manieth is written; lift-off, apogee and impact are."""
EAST_SEA = "East Sea"


def rounded(number: float) -> float:
    """Coordinate as it is written [deg]."""
    return round(float(number), DECIMALS)


def placed(vertices: Vertices) -> list[tuple[float, float]]:
    """Latitudes and longitudes, the latter continuous across the antimeridian [deg]."""
    return [(rounded(latitude), rounded(longitude)) for latitude, longitude in vertices]


def impact_point(flight: Flight) -> ImpactPoint:
    """End of the track, its longitude within 180 degrees of Greenwich."""
    latitude, longitude = flight.track[-1]
    return ImpactPoint(
        impact_latitude=rounded(latitude),
        impact_longitude=rounded((longitude + 180) % 360 - 180),
    )


def flight_row(flight: Flight) -> FlightValues:
    """Track, but for its geometry: the figures it is drawn from and the impact point."""
    return FlightValues(
        derived=True,
        missiles=list(flight.missiles),
        failed=flight.failed,
        differing=flight.differing,
        approximate=flight.launch.missile.kind == "glide",
        **_figure("range_km", flight.range_km),
        **_figure("azimuth_deg", flight.azimuth_deg),
        **vars(impact_point(flight)),
    )


def trace_row(trace: Trace, view: View) -> RingValues | RayValues:
    """What is drawn of missiles known in part, but for its geometry."""
    kind, quantity = (
        (RingValues, "range_km") if trace.kind == "ring" else (RayValues, "azimuth_deg")
    )
    return kind(
        derived=True,
        missiles=list(trace.missiles),
        **_figure(quantity, trace.figure),
        sea=sea_shown(trace, view),
    )


def sea_shown(trace: Trace, view: View) -> str | None:
    """Sea that a ring lies in, by the name the reader chose for it."""
    if trace.sea != EAST_SEA:
        return trace.sea
    return words_of(view.selection).east_sea


def profiles(launch: Launch, view: View) -> list[Profile]:
    """Flights from the side that the figures of a launch allow."""
    return [
        Profile(
            derived=True,
            missiles=list(curve.missiles),
            failed=curve.failed,
            **_figure("range_km", curve.range_km),
            **_figure("apogee_km", curve.apogee_km),
            **_time(curve.ascent),
            trajectory=trajectory(curve.profile.range_km, curve.profile.apogee_km).kind.value,
            path=_path(curve.ascent),
        )
        for curve in view.atlas.curves[launch.id].drawn
    ]


def passage_rows(launch: Launch, view: View) -> list[Passage]:
    """Stated passages over places, with the times of the derived paths."""
    drawn = [flight for flight in view.atlas.flights.get(launch.id, ()) if not flight.differing]
    return [
        Passage(
            place=passage.place,
            authority=passage.claim.authority,
            source_id=passage.claim.source.id,
            stated_first=utc(passage.first),
            stated_last=utc(passage.last),
            derived_earliest=utc(passage.earliest) or "",
            derived_latest=utc(passage.latest) or "",
        )
        for flight in drawn
        for passage in passages(launch, flight_ascent(flight), view.atlas.places)
    ]


def _time(ascent: Ascent) -> dict[str, Any]:
    """Flight time with its interval, and the model they follow from; whole seconds at the best."""
    return {
        "flight_time_s": round(ascent.time_s, 1),
        "flight_time_low_s": math.floor(ascent.low_s),
        "flight_time_high_s": None if ascent.high_s is None else math.ceil(ascent.high_s),
        "model": BOOSTED if ascent.modelled else ELLIPSE,
    }


def _path(ascent: Ascent) -> list[PathPoint]:
    if not ascent.placed:
        return []
    columns = (ascent.latitude, ascent.longitude, ascent.height_km, ascent.at_s)
    return [
        PathPoint(
            latitude=rounded(latitude),
            longitude=rounded(longitude),
            height_km=round(float(height), 1),
            time_s=round(float(time)),
        )
        for latitude, longitude, height, time in zip(
            *(column[::PATH_STRIDE] for column in columns), strict=True
        )
    ]


def _figure(quantity: str, figure: Figure) -> dict[str, Any]:
    """Drawn figure with its doubt and basis, and the claim it was read from."""
    name, _, unit = quantity.rpartition("_")
    return {
        quantity: round(figure.value, 3),
        f"{name}_half_width_{unit}": round(figure.half_width, 3),
        f"{name}_basis": figure.basis,
        f"{name}_authority": figure.claim.authority,
        f"{name}_qualifier": figure.claim.qualifier,
        f"{name}_source_id": figure.claim.source.id,
    }
