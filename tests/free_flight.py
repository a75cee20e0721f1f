"""
Free flights by quadrature, for tests that need a flight time or a flat range to judge by.

The ellipse of a flight from and to the surface of a sphere has one focus at the Earth's centre and
its apocentre over the middle of the ground track. Time follows from Kepler's second law, summed
over small angles; the farthest range of a burnout speed is the largest of those of many launch
angles. `test_geo_two_body` integrates such flights step by step.
"""

import math

GM_KM3_S2 = 398_600.4418
"""WGS 84, NGA.STND.0036, table 3.1."""
RADIUS_KM = 6371.0
SLICES = 20_000


def ellipse(range_km: float, apogee_km: float) -> tuple[float, float]:
    """Eccentricity and semi-major axis [km] of the flight."""
    half = range_km / RADIUS_KM / 2
    top = RADIUS_KM + apogee_km
    eccentricity = (top - RADIUS_KM) / (top - RADIUS_KM * math.cos(half))
    return eccentricity, top / (1 + eccentricity)


def flight_time_s(range_km: float, apogee_km: float) -> float:
    """Time from launch to impact [s]: twice the area swept, by the angular momentum."""
    eccentricity, axis = ellipse(range_km, apogee_km)
    parameter = axis * (1 - eccentricity**2)
    step = range_km / RADIUS_KM / SLICES
    middles = (step * (number + 0.5 - SLICES / 2) for number in range(SLICES))
    swept = sum((parameter / (1 - eccentricity * math.cos(angle))) ** 2 for angle in middles)
    return swept * step / math.sqrt(GM_KM3_S2 * parameter)


def flat_range_km(range_km: float, apogee_km: float) -> float:
    """How far the same burnout speed carries at most [km]."""
    _, axis = ellipse(range_km, apogee_km)
    speed_squared = 2 - RADIUS_KM / axis  # in units of that of a circular orbit at the surface
    angles = (math.pi / 2 * number / SLICES for number in range(1, SLICES))
    return max(_reach_km(speed_squared, math.cos(angle) ** 2) for angle in angles)


def _reach_km(speed_squared: float, level_share: float) -> float:
    """Range of a launch with that squared speed, of which that share is level [km]."""
    eccentricity = math.sqrt(1 + speed_squared * (speed_squared - 2) * level_share)
    return 2 * RADIUS_KM * math.acos((1 - speed_squared * level_share) / eccentricity)
