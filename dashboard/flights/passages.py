"""When a flight passed a place or a coast, by its derived path, beside what is stated of it."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.claims.authorities import party
from dashboard.flights.ascent import MODEL_SHARE, Ascent
from dashboard.flights.overflight import overflights, zones
from data import cells
from data.model import Claim, Launch, Place
from geo.flight_path import Paths, fly
from geo.geodesic import WGS84, FloatArray
from geo.zones import LAND, Zone

POINTS = 2000
"""Points of a path that are looked at: half a second apart on the longest overflight."""
CLOCK_S = 30.0
"""Doubt of a time of launch that is stated to the minute [s]."""
Times = tuple[float, float, float]
"""A time since lift-off, the least and the most that it may be [s]."""


@dataclass(frozen=True, slots=True)
class Passage:
    """
    One place that a flight is stated to have passed, and when by its derived path.

    Attributes
    ----------
    claim
        The statement.
    place
        As it is named there.
    first, last
        When it is stated to have been there; None where no time is stated.
    earliest, middle, latest
        When the derived path comes nearest to it, and the interval of that.
    """

    claim: Claim
    place: str
    first: dt.datetime | None
    last: dt.datetime | None
    earliest: dt.datetime
    middle: dt.datetime
    latest: dt.datetime

    @property
    def apart_s(self) -> float | None:
        """How far the derived time lies outside the stated one; None where none is stated [s]."""
        if self.first is None or self.last is None:
            return None
        before, after = self.first - self.middle, self.middle - self.last
        return max(before.total_seconds(), after.total_seconds(), 0.0)

    @property
    def agrees(self) -> bool:
        """Whether both intervals have a moment in common."""
        if self.first is None or self.last is None:
            return True
        return self.first <= self.latest and self.earliest <= self.last


def passages(
    launch: Launch, ascent: Ascent | None, places: Mapping[str, Place]
) -> tuple[Passage, ...]:
    """
    Stated passages over places of the record, with the times of a derived path.

    Times run from the launch as the same party states it, else from that of the record; without
    either, or for a path that does not lie on the map, there is none.
    """
    if ascent is None or ascent.launches is None or not ascent.placed:
        return ()
    found = []
    paths = None
    for claim, said in overflights(launch):
        start = _lift_off(launch, claim)
        for name in said.places if start else ():
            place = places.get(name.casefold())
            if place is None or start is None:
                continue
            paths = paths or fly(ascent.launches)
            times = _spread([_nearest(path, place) for path in _each(paths)])
            if times is None:
                continue
            middle, low, high = (start + dt.timedelta(seconds=time) for time in times)
            clock = dt.timedelta(seconds=CLOCK_S)
            found.append(
                Passage(claim, name, said.first, said.last, low - clock, middle, high + clock)
            )
    return tuple(found)


def times_over(ascent: Ascent, country: str) -> tuple[Times, Times] | None:
    """When a derived path reaches the coast of a country and leaves it, each with its interval."""
    if ascent.launches is None or not ascent.placed:
        return None
    paths, land = fly(ascent.launches), Zone(country, LAND)
    over = [_over(path, land) for path in _each(paths)]
    entered = _spread([times and times[0] for times in over])
    left = _spread([times and times[1] for times in over])
    return (entered, left) if entered and left else None


@dataclass(frozen=True, slots=True)
class _Path:
    """Points of one path, evenly spaced in time."""

    time_s: FloatArray
    latitude: FloatArray
    longitude: FloatArray


def _each(paths: Paths) -> list[_Path]:
    several = []
    for row in zip(paths.time_s, paths.latitude, paths.longitude, strict=True):
        time, latitude, longitude = row
        even = np.linspace(0.0, float(time[-1]), POINTS) if np.isfinite(time[-1]) else time
        several.append(
            _Path(even, np.interp(even, time, latitude), np.interp(even, time, longitude))
        )
    return several


def _nearest(path: _Path, place: Place) -> float:
    """Time at which a path is nearest to a place; NaN for a path that was not found."""
    if not np.all(np.isfinite(path.latitude)):
        return math.nan
    there = (
        np.full_like(path.longitude, place.longitude),
        np.full_like(path.latitude, place.latitude),
    )
    _, _, metres = WGS84.inv(path.longitude, path.latitude, *there)
    return float(path.time_s[int(np.argmin(metres))])


def _over(path: _Path, land: Zone) -> tuple[float, float] | None:
    """First and last time of a path over land, or None where it is never there."""
    if not np.all(np.isfinite(path.latitude)):
        return None
    there = [zone == land for zone in zones().at(path.latitude, path.longitude)]
    times = path.time_s[np.array(there)]
    return (float(times[0]), float(times[-1])) if len(times) else None


def _spread(times: Sequence[float | None]) -> Times | None:
    """Time of the first path with an interval from the others, as flight times have theirs."""
    middle, *others = (math.nan if time is None else time for time in times)
    if not math.isfinite(middle):
        return None
    moved = np.array(others) - middle
    moved = moved[np.isfinite(moved)]
    low, high = (
        math.hypot(MODEL_SHARE * middle, float(np.sqrt(np.sum(part**2))))
        for part in (np.minimum(moved, 0), np.maximum(moved, 0))
    )
    return middle, middle - low, middle + high


def _lift_off(launch: Launch, beside: Claim) -> dt.datetime | None:
    """Time of the launch as the party of a claim states it, else as the record has it."""
    own = (
        cells.time(claim.value or "")
        for claim in launch.claims
        if claim.quantity == "launch_time" and party(claim.authority) == party(beside.authority)
    )
    return next((time for time in own if time), launch.time_utc)
