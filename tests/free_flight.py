"""
Free flights by quadrature, for tests that need a flight time or a speed to judge by.

The ellipse of a flight from and to the surface of a sphere has one focus at the Earth's centre and
its apocentre over the middle of the ground track. Time follows from Kepler's second law, summed
over small angles. `test_geo_two_body` integrates such flights step by step.
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


def burnout_speed_km_s(range_km: float, apogee_km: float) -> float:
    """Speed at the ground of the flight [km/s], by the vis-viva equation."""
    _, axis = ellipse(range_km, apogee_km)
    return math.sqrt(GM_KM3_S2 * (2 / RADIUS_KM - 1 / axis))
