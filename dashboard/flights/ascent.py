"""
Flights as they flew, for the figures that are drawn: times, heights over the ground, and the doubt.

`geo.flight_path` does the physics; here stand the figures it is given, how far off they may be, and
what is said of flights that it does not fit: depressed ones, which air and steering keep up longer
than any ellipse, have the ellipse's time as their least and no greatest.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from dashboard.claims.figures import Figure
from dashboard.flights.launch_point import LaunchPoint
from data.cells import MOST_STAGES
from data.model import BoostPhase
from geo.aiming import Launches, solve_launches
from geo.boost import Boost
from geo.flight_path import Paths, fly
from geo.geodesic import WGS84, FloatArray
from geo.ground_track import ground_tracks
from geo.profile import EARTH_RADIUS_KM, ballistic_profile
from geo.trajectory_kind import TrajectoryKind, trajectory

MODEL_SHARE = 0.03
"""Doubt about a derived time that the model brings, as a share of it: half as much again as its
residuals beside the times that parties stated with their own range and apogee (2 percent, RMS)."""
UNKNOWN_POINT = LaunchPoint(39.5, 126.5, 0.0)
"""Where a flight is reckoned from whose site is not known: the middle of the country."""
UNKNOWN_AZIMUTH_DEG = (80.0, 60.0)
"""Azimuth of a flight whose direction is not known, and its half-width: into the East Sea."""
IMPULSE = (0.2, 0.2, 800.0, 1)
"""Shortest and longest burn [s], acceleration [g] and stages where nothing is known of them."""
LEAST_KM = 0.1
STEPS = 60
"""Pieces of a path that is drawn from an ellipse."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a flight is reckoned from; `point` or `azimuth_deg` is None where it is not known."""

    point: LaunchPoint | None
    azimuth_deg: Figure | None
    range_km: Figure
    apogee_km: Figure
    boost: BoostPhase | None

    @property
    def key(self) -> tuple[object, ...]:
        """What two flights must share to be one."""
        figures = (self.azimuth_deg, self.range_km, self.apogee_km)
        numbers = tuple(one and (one.value, one.half_width) for one in figures)
        return (self.point, *numbers, self.boost and self.boost.id)


@dataclass(frozen=True, slots=True)
class Ascent:
    """
    A flight as it flew, as far as it can be told.

    Attributes
    ----------
    time_s, low_s, high_s
        Flight time and the interval it may lie in; no `high_s` where nothing bounds it [s].
    modelled
        Whether it is of the turning Earth with a boost phase, and not the bare ellipse.
    placed
        Whether site and azimuth are known, and so where on the ground it was.
    latitude, longitude, height_km, distance_km, at_s
        Points from lift-off to impact: what lies below, longitudes without jumps [deg], height,
        distance from the site over the ground [km], and time [s].
    apart_km
        How far the ground below it lies from the geodesic to its end at most [km].
    launches
        Launches that lead to the figures and, further, to their doubts; None of a bare ellipse.
    """

    time_s: float
    low_s: float
    high_s: float | None
    modelled: bool
    placed: bool
    latitude: FloatArray = field(repr=False)
    longitude: FloatArray = field(repr=False)
    height_km: FloatArray = field(repr=False)
    distance_km: FloatArray = field(repr=False)
    at_s: FloatArray = field(repr=False)
    apart_km: float = 0.0
    launches: Launches | None = field(default=None, repr=False)


_KNOWN: dict[tuple[object, ...], Ascent] = {}
_MOST_KNOWN = 5000


def ascents(several: Sequence[Asked]) -> list[Ascent]:
    """Flights as they flew; those reckoned before are kept, the others are worked out in bulk."""
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    new = {one.key: one for one in several if one.key not in _KNOWN}
    _KNOWN.update(zip(new, _worked_out(list(new.values())), strict=True))
    return [_KNOWN[one.key] for one in several]


def _worked_out(several: Sequence[Asked]) -> list[Ascent]:
    bare = [_ellipse(one) for one in several]
    fitting = [number for number, one in enumerate(several) if _is_ballistic(one)]
    if not fitting:
        return bare
    variants = [variant for number in fitting for variant in _variants(several[number])]
    launches = _launches(variants)
    middles = np.arange(0, len(variants), len(VARIED) + 1)
    paths = fly(launches.some(middles))
    for place, number in enumerate(fitting):
        own = launches.some(np.arange(middles[place], middles[place] + len(VARIED) + 1))
        if own.solved[0]:
            bare[number] = _flown(several[number], own, paths, place)
    return bare


def _is_ballistic(asked: Asked) -> bool:
    """Whether a flight is high enough for its range to be one that air does not carry."""
    shape = trajectory(asked.range_km.value, asked.apogee_km.value)
    return shape.kind is not TrajectoryKind.DEPRESSED


# ------------------------------------------------------------------------------------ the doubts
@dataclass(frozen=True, slots=True)
class _Variant:
    """Numbers of a flight, or of what it may have been."""

    point: LaunchPoint
    azimuth_deg: float
    range_km: float
    apogee_km: float
    burn_s: float
    liftoff_g: float
    stages: int


VARIED = ("range_km", "apogee_km", "burn_s", "azimuth_deg") * 2
"""What is in doubt, to its lower end first and then to its upper."""


def _variants(asked: Asked) -> list[_Variant]:
    """Figures of a flight, then each alone at an end of its doubt."""
    boost = asked.boost
    low, high, liftoff_g, stages = (
        (boost.low_s, boost.high_s, boost.liftoff_g, boost.stages) if boost else IMPULSE
    )
    known = asked.azimuth_deg
    azimuth, doubt = (known.value, known.half_width) if known else UNKNOWN_AZIMUTH_DEG
    middle = _Variant(
        asked.point or UNKNOWN_POINT,
        azimuth,
        asked.range_km.value,
        asked.apogee_km.value,
        (low + high) / 2,
        liftoff_g,
        stages,
    )
    doubts = {
        "range_km": asked.range_km.half_width,
        "apogee_km": asked.apogee_km.half_width,
        "burn_s": (high - low) / 2,
        "azimuth_deg": doubt,
    }
    ends = [-1] * (len(VARIED) // 2) + [1] * (len(VARIED) // 2)
    return [
        middle,
        *(_moved(middle, name, end * doubts[name]) for name, end in zip(VARIED, ends, strict=True)),
    ]


def _moved(variant: _Variant, name: str, by: float) -> _Variant:
    value = getattr(variant, name) + by
    return replace(
        variant, **{name: value % 360 if name == "azimuth_deg" else max(value, LEAST_KM)}
    )


def _launches(variants: Sequence[_Variant]) -> Launches:
    stages = np.array(
        [
            [one.burn_s / one.stages * (stage < one.stages) for one in variants]
            # As many of each, some of no length: a flight has the same points among any others.
            for stage in range(MOST_STAGES)
        ]
    )
    return solve_launches(
        np.array([one.point.latitude for one in variants]),
        np.array([one.point.longitude for one in variants]),
        np.array([one.azimuth_deg for one in variants]),
        np.array([one.range_km for one in variants]),
        np.array([one.apogee_km for one in variants]),
        Boost(stages, np.array([one.liftoff_g for one in variants])),
    )


def _flown(asked: Asked, own: Launches, paths: Paths, place: int) -> Ascent:
    """A flight from its launch and those of its doubts."""
    time, *others = own.flight_time_s
    moved = np.array(others) - time
    moved = moved[np.isfinite(moved)]
    model = MODEL_SHARE * time
    low, high = (
        math.hypot(model, float(np.sqrt(np.sum(part**2))))
        for part in (np.minimum(moved, 0), np.maximum(moved, 0))
    )
    latitude, longitude = paths.latitude[place], paths.longitude[place]
    distance, apart = _beside_the_geodesic(latitude, longitude)
    return Ascent(
        float(time),
        float(time) - low,
        float(time) + high,
        modelled=True,
        placed=asked.point is not None and asked.azimuth_deg is not None,
        latitude=latitude,
        longitude=longitude,
        height_km=paths.height_km[place],
        distance_km=distance,
        at_s=paths.time_s[place],
        apart_km=apart,
        launches=own,
    )


def _beside_the_geodesic(latitude: FloatArray, longitude: FloatArray) -> tuple[FloatArray, float]:
    """Distances of points from the first, and how far they lie off the line to the last [km]."""
    start = np.full_like(longitude, longitude[0]), np.full_like(latitude, latitude[0])
    azimuth, _, metres = WGS84.inv(*start, longitude, latitude)
    distance = metres / 1000
    off = np.radians(azimuth - azimuth[-1])
    aside = EARTH_RADIUS_KM * np.arcsin(np.sin(distance / EARTH_RADIUS_KM) * np.sin(off))
    return distance, float(np.max(np.abs(aside)))


def _ellipse(asked: Asked) -> Ascent:
    """The two-body ellipse, for flights that the model does not fit."""
    profile = ballistic_profile(asked.range_km.value, asked.apogee_km.value)
    share = (1 - np.cos(np.linspace(0, np.pi, STEPS + 1))) / 2
    distance = profile.range_km * share
    point = asked.point or UNKNOWN_POINT
    azimuth = asked.azimuth_deg.value if asked.azimuth_deg else UNKNOWN_AZIMUTH_DEG[0]
    even = np.linspace(0.0, 1.0, STEPS + 1)
    track = ground_tracks(
        [point.latitude], [point.longitude], [azimuth], [profile.range_km], points=STEPS + 1
    )
    latitude, longitude = (np.interp(share, even, values[0]) for values in track)
    return Ascent(
        profile.flight_time_s,
        profile.flight_time_s,
        None,
        modelled=False,
        placed=asked.point is not None and asked.azimuth_deg is not None,
        latitude=latitude,
        longitude=longitude,
        height_km=profile.altitude_km(distance),
        distance_km=distance,
        at_s=profile.time_s(distance),
    )
