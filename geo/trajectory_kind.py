"""
Depressed, minimum-energy and lofted flights.

Of all ballistic flights of one range, the minimum-energy flight starts slowest. A lofted flight
climbs higher and a depressed one stays lower, and both start faster. Which one a flight was shows
in its apogee beside its range, read as an angle: the launch angle of the two-body ellipse through
both ends (see `geo.profile`), less that of the minimum-energy ellipse of the same range.

Up to 15 degrees from the minimum is called minimum-energy here, for three reasons. Over a short
range the minimum is at 45 degrees, and South Korea's military takes a launch at 30 to 45 degrees
when it says how far a lofted missile could have flown (Joint Chiefs of Staff on the flight of
30 January 2022, https://www.nationthailand.com/international/40011766). Within 15 degrees a
flight starts with at most 2 / sqrt(3) of the least energy, 15.5 percent more, which over a short
range gives up at most 13.4 percent of what its speed would reach: flights outside were flown for
something else than range. And an impulse at the ground has to leave room for powered flight: the
Scud-C, a plain ballistic missile, reads 6 degrees high (500 km and 150 km).

Over a short range the bounds lie at 30 and 60 degrees, an apogee of 0.144 and 0.433 times the
range, where the minimum-energy flight has 0.25. The name says nothing of gliding and manoeuvring:
the ellipse is only a measure there. Above 13,343 km of range the minimum-energy angle itself is
below 15 degrees, and no flight counts as depressed.

Formulas: Bate, Mueller and White, "Fundamentals of Astrodynamics" (1971), section 6.2.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM, checked_range
from geo.profile import EARTH_RADIUS_KM, MAX_APOGEE_KM, checked_flights

# Launch angles this close to the minimum-energy one count as minimum-energy; reasons above.
TOLERANCE_DEG = 15.0


class TrajectoryKind(StrEnum):
    """How a flight's apogee compares with the minimum-energy one, from low to high."""

    DEPRESSED = "depressed"
    MINIMUM_ENERGY = "minimum_energy"
    LOFTED = "lofted"


@dataclass(frozen=True, slots=True)
class Trajectory:
    """
    What range and apogee say of a flight's shape.

    Attributes
    ----------
    kind
        Depressed, minimum-energy or lofted.
    apogee_to_range
        Apogee over range; 0.25 for the minimum-energy flight of a short range.
    launch_angle_deg
        Angle above the horizon at which the ellipse leaves the ground [deg].
    """

    kind: TrajectoryKind
    apogee_to_range: float
    launch_angle_deg: float


def trajectory(range_km: float, apogee_km: float) -> Trajectory:
    """
    Tell depressed, minimum-energy and lofted flights apart.

    Parameters
    ----------
    range_km
        Range along the ground, above 0 [km].
    apogee_km
        Height of the highest point above the ground, above 0 [km].

    Returns
    -------
        The kind, and the numbers that it follows from.

    Raises
    ------
    GeometryError
        If range or apogee is missing, NaN, 0, negative or too large.

    Examples
    --------
    >>> lofted = trajectory(range_km=998, apogee_km=3724.9)
    >>> print(lofted.kind, round(lofted.apogee_to_range, 2), round(lofted.launch_angle_deg, 1))
    lofted 3.73 83.9
    """
    distance, apogee = (float(value) for value in checked_flights(range_km, apogee_km))
    above_minimum = _above_minimum_deg(distance, apogee)
    launch_angle = minimum_energy_angle_deg(distance) + above_minimum
    return Trajectory(_kind(above_minimum), apogee / distance, launch_angle)


def possible_kinds(
    range_km: tuple[float, float], apogee_km: tuple[float, float]
) -> tuple[TrajectoryKind, ...]:
    """
    List the kinds that uncertain figures allow.

    Parameters
    ----------
    range_km
        Least and greatest range; 0 and infinity where that side is open [km].
    apogee_km
        Least and greatest apogee; 0 and infinity where that side is open [km].

    Returns
    -------
        Every kind that some range and apogee within the limits have, from low to high; a single
        one where the figures decide.

    Raises
    ------
    GeometryError
        If a limit is missing, NaN or negative, both of a pair are 0, or they are out of order.

    Examples
    --------
    >>> [str(kind) for kind in possible_kinds(range_km=(325, 375), apogee_km=(40, 60))]
    ['depressed', 'minimum_energy']
    """
    least, greatest = (_kind(limit) for limit in _above_minimum_limits_deg(range_km, apogee_km))
    kinds = tuple(TrajectoryKind)
    return kinds[kinds.index(least) : kinds.index(greatest) + 1]


def minimum_energy_angle_deg(range_km: float) -> float:
    """
    Find the launch angle that reaches a range with the least speed.

    Parameters
    ----------
    range_km
        Range along the ground, from 0 to `geo.geodesic.MAX_RANGE_KM` [km].

    Returns
    -------
        Angle above the horizon, 45 degrees less a quarter of the range's angle [deg].

    Raises
    ------
    GeometryError
        If the range is missing, NaN, negative or too large.
    """
    return 45.0 - math.degrees(_quarter(range_km))


def minimum_energy_apogee_km(range_km: float) -> float:
    """
    Find how high the minimum-energy flight of a range climbs.

    Parameters
    ----------
    range_km
        Range along the ground, from 0 to `geo.geodesic.MAX_RANGE_KM` [km].

    Returns
    -------
        Height of its highest point above the ground [km].

    Raises
    ------
    GeometryError
        If the range is missing, NaN, negative or too large.

    Examples
    --------
    >>> round(minimum_energy_apogee_km(3700))
    779
    """
    # tan(launch angle) tan(a quarter of the range's angle) = h / (R + h), at the minimum's angle.
    angle = math.radians(minimum_energy_angle_deg(range_km))
    product = math.tan(angle) * math.tan(_quarter(range_km))
    return EARTH_RADIUS_KM * product / (1 - product)


def greatest_range_km(range_km: float, apogee_km: float) -> float:
    """
    Find how far the speed of a flight would carry at the angle of least energy.

    Parameters
    ----------
    range_km
        Range along the ground, above 0 [km].
    apogee_km
        Height of the highest point above the ground, above 0 [km].

    Returns
    -------
        Range along the ground, at most half of the Earth's circumference [km].

    Raises
    ------
    GeometryError
        If range or apogee is missing, NaN, 0, negative or too large.

    Notes
    -----
    By the ellipse of `geo.profile`: its semi-major axis a gives the speed, and sin(range / 2 R) is
    2 a / R - 1 for the farthest (Bate, Mueller and White 1971, section 6.2).

    Examples
    --------
    >>> round(greatest_range_km(3700, minimum_energy_apogee_km(3700)))
    3700
    """
    distance, apogee = (float(value) for value in checked_flights(range_km, apogee_km))
    depth = EARTH_RADIUS_KM * (1 - math.cos(distance / EARTH_RADIUS_KM / 2))
    axis = (EARTH_RADIUS_KM + apogee) * (apogee + depth) / (2 * apogee + depth)
    sine = min(2 * axis / EARTH_RADIUS_KM - 1, 1.0)
    return 2 * EARTH_RADIUS_KM * math.asin(sine)


def _above_minimum_deg(range_km: float, apogee_km: float) -> float:
    """Find the launch angle less that of the minimum-energy flight of the same range [deg]."""
    # tan(launch angle) = h / (R + h) cot(a quarter of the range's angle), from the polar equation.
    quarter = _quarter(range_km)
    rise = apogee_km * math.cos(quarter)
    along = (EARTH_RADIUS_KM + apogee_km) * math.sin(quarter)
    return math.degrees(math.atan2(rise, along)) - minimum_energy_angle_deg(range_km)


def _above_minimum_limits_deg(
    range_km: tuple[float, float], apogee_km: tuple[float, float]
) -> tuple[float, float]:
    """Find the limits of the launch angle less the minimum-energy one, from those of both [deg]."""
    near, far = _limits("range_km", range_km, MAX_RANGE_KM)
    low, high = _limits("apogee_km", apogee_km, MAX_APOGEE_KM)
    # The angle grows with the apogee. Along the range it falls and then rises: it is lowest where
    # the tangent of a quarter of the range's angle, squared, is h / (R + h).
    turn = 4 * EARTH_RADIUS_KM * math.atan(math.sqrt(low / (EARTH_RADIUS_KM + low)))
    least = _above_minimum_deg(min(max(turn, near), far), low)
    return least, max(_above_minimum_deg(near, high), _above_minimum_deg(far, high))


def _quarter(range_km: float) -> float:
    """Find a quarter of the range's angle at the Earth's centre [rad]."""
    return float(checked_range(range_km)) / EARTH_RADIUS_KM / 4


def _kind(above_minimum_deg: float) -> TrajectoryKind:
    """Name the kind; the bounds themselves count as minimum-energy."""
    if above_minimum_deg < -TOLERANCE_DEG:
        return TrajectoryKind.DEPRESSED
    if above_minimum_deg > TOLERANCE_DEG:
        return TrajectoryKind.LOFTED
    return TrajectoryKind.MINIMUM_ENERGY


def _limits(name: str, limits: tuple[float, float], most: float) -> tuple[float, float]:
    """Return least and greatest, the greatest brought down to the most there can be [km]."""
    least, greatest = (math.nan if limit is None else limit for limit in limits)
    if not (0 <= least <= greatest and least <= most and greatest > 0):
        message = f"{name} must be two limits in order, from 0 to {most:.0f} km, got {limits}"
        raise GeometryError(message)
    return least, min(greatest, most)
