"""
How far the same speed would have carried a flight: what if it were flown flat.

A lofted flight spends on height what could have been range. The speed of the two-body ellipse
through its range and apogee is taken, as an impulse at the surface of a spherical Earth that does
not turn, and spent on the minimum-energy ellipse, which goes farthest.

For a lofted flight that is a low figure, not a forecast. While a real missile burns, gravity takes
speed from it, and the more the steeper it climbs: flown flat it would have had more. Published
estimates with powered flight are higher: 10,400 km where this gives 8,022 km (998 km and
3,724.9 km), 13,000 km where it gives 9,983 km (950 km and 4,475 km; both D. Wright, Union of
Concerned Scientists, 2017). The Earth's rotation adds range eastward and takes it westward, a
heavier payload takes range, and neither is in it. Close to the speed of an orbit a little goes
far: for the flight of 24 March 2022, 1,100 km and 6,000 km (Japan) give 15,793 km, 1,090 km and
6,248 km (KCNA) 17,760 km. Of a depressed flight it is not even a low figure: a missile that
glides, or burns on at low height, never had that ellipse's speed at the ground.

Estimates: https://www.washingtonexaminer.com/news/1857773/pentagon-north-korea-fires-ballistic-missile
and https://blog.ucsusa.org/david-wright/nk-longest-missile-test-yet.
Formulas: Bate, Mueller and White, "Fundamentals of Astrodynamics" (1971), section 6.2.
"""

import math
from dataclasses import dataclass

from geo.profile import (
    EARTH_GM_KM3_S2,
    EARTH_RADIUS_KM,
    checked_flights,
    chord_depth_km,
)

# Half of a great circle: no point is farther.
HALF_CIRCUMFERENCE_KM = math.pi * EARTH_RADIUS_KM


@dataclass(frozen=True, slots=True)
class FlatFlight:
    """
    A flight of the same speed on the minimum-energy path.

    Attributes
    ----------
    burnout_speed_km_s
        The speed, as an impulse at the surface [km/s].
    range_km
        How far it reaches along the great circle; half the Earth's circumference, 20,015 km and
        so a little more than the longest geodesic, where it reaches everywhere [km].
    reaches_everywhere
        Whether the speed is that of the circular orbit at the surface, 7.91 km/s, or more, which
        suffices for any point on Earth.
    """

    burnout_speed_km_s: float
    range_km: float
    reaches_everywhere: bool


def flown_flat(range_km: float, apogee_km: float) -> FlatFlight:
    """
    Find how far the speed of a flight reaches on the minimum-energy path.

    Parameters
    ----------
    range_km
        Range along the ground, above 0 [km].
    apogee_km
        Height of the highest point above the ground, above 0 [km].

    Returns
    -------
        Speed and range, never less than the flight's own; what they leave out stands above.

    Raises
    ------
    GeometryError
        If range or apogee is missing, NaN, 0, negative or too large.

    Examples
    --------
    >>> flat = flown_flat(range_km=998, apogee_km=3724.9)
    >>> round(flat.range_km), round(flat.burnout_speed_km_s, 2), flat.reaches_everywhere
    (8022, 6.81, False)
    """
    energy = _energy_parameter(range_km, apogee_km)
    speed = math.sqrt(energy * EARTH_GM_KM3_S2 / EARTH_RADIUS_KM)
    if energy >= 1:
        return FlatFlight(speed, HALF_CIRCUMFERENCE_KM, reaches_everywhere=True)
    # The sine of half the range's angle is Q / (2 - Q); its cosine then is 2 sqrt(1 - Q) / (2 - Q).
    half_angle = math.atan2(energy, 2 * math.sqrt(1 - energy))
    # Of a flight that is flat already, rounding must not take anything.
    farthest = max(2 * EARTH_RADIUS_KM * half_angle, float(range_km))
    return FlatFlight(speed, farthest, reaches_everywhere=False)


def _energy_parameter(range_km: float, apogee_km: float) -> float:
    """Find Q, the square of the speed at the surface over that of the circular orbit there."""
    # Vis-viva, Q = 2 - R / a, with the ellipse of geo.profile and arranged to keep its digits.
    distance, apogee = (float(value) for value in checked_flights(range_km, apogee_km))
    depth = float(chord_depth_km(distance))
    fall = 2 * apogee + EARTH_RADIUS_KM * depth / (apogee + depth)
    return fall / (EARTH_RADIUS_KM + apogee)
