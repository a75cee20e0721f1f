"""
The height of a ballistic flight.

The flight is taken for the two-body ellipse through both ends, on a spherical Earth that does not
turn, from an impulse at the surface. That leaves out powered flight, drag and the Earth's
rotation; for a lofted flight the time comes within about one percent (1,090 km and 6,248 km give
4,074 s, KCNA stated 4,052 s). It says nothing of flights that glide or manoeuvre.

Formulas: Bate, Mueller and White, "Fundamentals of Astrodynamics" (1971), sections 4.2 and 6.2.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from geo.errors import GeometryError
from geo.geodesic import FloatArray, checked_range

# Mean radius R1 of the WGS 84 ellipsoid, 6,371.0088 km, as rounded by the reference values:
# Moritz, "Geodetic Reference System 1980", J. Geodesy 74 (2000).
EARTH_RADIUS_KM = 6371.0

# WGS 84, NGA.STND.0036, table 3.1 [km^3/s^2].
EARTH_GM_KM3_S2 = 398_600.4418


@dataclass(frozen=True, slots=True)
class Profile:
    """
    A ballistic flight seen from the side.

    Attributes
    ----------
    range_km
        Range along the ground [km].
    apogee_km
        Height of its highest point above the ground [km].
    flight_time_s
        Time from launch to impact [s].
    """

    range_km: float
    apogee_km: float
    flight_time_s: float

    def altitude_km(self, ground_distance_km: ArrayLike) -> FloatArray:
        """
        Find the height above points of the ground track.

        Parameters
        ----------
        ground_distance_km
            Distances from the site along the ground, from 0 to the range, any shape [km].

        Returns
        -------
            Heights above the ground, same shape [km].

        Raises
        ------
        GeometryError
            If a distance is missing, NaN or not on the track.
        """
        distance = np.asarray(ground_distance_km, dtype=np.float64)
        if not np.all((distance >= 0) & (distance <= self.range_km)):
            message = f"ground_distance_km must be from 0 to the range, {self.range_km} km"
            raise GeometryError(message)
        eccentricity, falls_short = _ellipse(self.range_km, self.apogee_km)
        # The ellipse's polar equation, angles from apogee, in sines of half angles: differences
        # of cosines would lose the digits of a steep flight.
        from_apogee = (distance - self.range_km / 2) / EARTH_RADIUS_KM
        opening = 2 * eccentricity * np.sin(from_apogee / 2) ** 2
        radius = (EARTH_RADIUS_KM + self.apogee_km) * falls_short / (falls_short + opening)
        return np.maximum(radius - EARTH_RADIUS_KM, 0.0)


def ballistic_profile(range_km: float, apogee_km: float) -> Profile:
    """
    Fit the two-body ellipse to a range and an apogee.

    Parameters
    ----------
    range_km
        Range along the ground, above 0 [km].
    apogee_km
        Height of the highest point above the ground, above 0 [km].

    Returns
    -------
        The flight's profile.

    Raises
    ------
    GeometryError
        If range or apogee is missing, NaN, 0, negative or infinite.

    Examples
    --------
    >>> round(ballistic_profile(range_km=998, apogee_km=3724.9).flight_time_s)
    2587
    """
    distance = float(checked_range(range_km))
    apogee = float(np.asarray(apogee_km, dtype=np.float64))
    if not (distance > 0 and 0 < apogee < math.inf):
        message = f"range and apogee must be above 0 km, got {range_km} and {apogee_km}"
        raise GeometryError(message)
    return Profile(distance, apogee, _flight_time_s(distance, apogee))


def _ellipse(range_km: float, apogee_km: float) -> tuple[float, float]:
    """Find the ellipse's eccentricity e, and 1 - e without loss of digits."""
    # Both ends on the ground and the apogee above their middle: e = h / (h + R (1 - cos)).
    depth = _middle_depth_km(range_km)
    return apogee_km / (apogee_km + depth), depth / (apogee_km + depth)


def _middle_depth_km(range_km: float) -> float:
    """Find how far the ground's middle bulges over the chord between both ends [km]."""
    return float(2 * EARTH_RADIUS_KM * math.sin(range_km / EARTH_RADIUS_KM / 4) ** 2)


def _flight_time_s(range_km: float, apogee_km: float) -> float:
    """Time the part of the ellipse above the ground by Kepler's equation [s]."""
    eccentricity, _ = _ellipse(range_km, apogee_km)
    semi_major_axis = (EARTH_RADIUS_KM + apogee_km) / (1 + eccentricity)
    # Eccentric anomaly at launch, counted from perigee.
    steepness = 2 * EARTH_RADIUS_KM / (apogee_km + _middle_depth_km(range_km))
    launch = 2 * math.atan2(
        math.sqrt(steepness) * math.cos(range_km / EARTH_RADIUS_KM / 4),
        math.sqrt(1 + eccentricity),
    )
    mean_anomaly = launch - eccentricity * math.sin(launch)
    return 2 * (math.pi - mean_anomaly) * math.sqrt(semi_major_axis**3 / EARTH_GM_KM3_S2)
