"""
The height of a ballistic flight, and when it passes where.

The flight is taken for the two-body ellipse through both ends, on a spherical Earth that does not
turn, from an impulse at the surface. That leaves out powered flight, drag and the Earth's
rotation: a lofted flight takes longer, by 6 percent (RMS) and up to 275 s of those whose range,
apogee and time one party stated (tests/test_flight_times.py); `geo.flight_path` has both. It says
nothing of flights that glide or manoeuvre.

Formulas: Bate, Mueller and White, "Fundamentals of Astrodynamics" (1971), sections 4.2 and 6.2.
Both ends lie on the ground and the apogee above their middle. With the Earth's radius R, the
apogee h, and the depth d of the chord between both ends below the ground's middle, the
eccentricity is h / (h + d) and the semi-major axis (R + h) (h + d) / (2 h + d). Angles and
anomalies are counted from apogee, and the formulas below are arranged so that no digits are lost
where a steep flight's eccentricity comes close to 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from geo.geodesic import MAX_RANGE_KM, FloatArray, checked_within

# Mean radius R1 of the WGS 84 ellipsoid, 6,371.0088 km, as rounded by the reference values:
# Moritz, "Geodetic Reference System 1980", J. Geodesy 74 (2000).
EARTH_RADIUS_KM = 6371.0

# WGS 84, NGA.STND.0036, table 3.1 [km^3/s^2].
EARTH_GM_KM3_S2 = 398_600.4418

# Where the Sun's pull takes over, and two bodies no longer do: 149.6e6 km times the Earth's share
# of the Sun's mass, 3.003e-6, to the power 2/5 (Bate, Mueller and White 1971, section 7.4).
MAX_APOGEE_KM = 924_000.0

# A micrometre: far below any flight, and far above where squares underflow.
SMALLEST_KM = 1e-9

Numbers = FloatArray | float


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
        return _altitude_km(self.range_km, self.apogee_km, self._on_track(ground_distance_km))

    def time_s(self, ground_distance_km: ArrayLike) -> FloatArray:
        """
        Find when the flight passes over points of the ground track.

        Parameters
        ----------
        ground_distance_km
            Distances from the site along the ground, from 0 to the range, any shape [km].

        Returns
        -------
            Times since launch, same shape [s].

        Raises
        ------
        GeometryError
            If a distance is missing, NaN or not on the track.
        """
        distance = self._on_track(ground_distance_km)
        return self.flight_time_s / 2 + _since_apogee_s(self.range_km, self.apogee_km, distance)

    def _on_track(self, ground_distance_km: ArrayLike) -> FloatArray:
        """Return distances as an array, or raise where one is not on the track."""
        bounds = f"from 0 to the range, {self.range_km} km"
        return checked_within("ground_distance_km", ground_distance_km, 0.0, self.range_km, bounds)


def ballistic_profile(range_km: float, apogee_km: float) -> Profile:
    """
    Fit the two-body ellipse to a range and an apogee.

    Parameters
    ----------
    range_km
        Range along the ground, above 0 [km].
    apogee_km
        Height of the highest point above the ground, above 0 and at most `MAX_APOGEE_KM` [km].

    Returns
    -------
        The flight's profile.

    Raises
    ------
    GeometryError
        If range or apogee is missing, NaN, 0, negative or too large.

    Examples
    --------
    >>> flight = ballistic_profile(range_km=998, apogee_km=3724.9)
    >>> round(flight.flight_time_s)
    2587
    >>> flight.altitude_km([0, 499, 998]).round(1).tolist()
    [0.0, 3724.9, 0.0]
    """
    distance, apogee = (float(value) for value in checked_flights(range_km, apogee_km))
    to_impact = _since_apogee_s(distance, apogee, np.asarray(distance))
    return Profile(distance, apogee, 2 * float(to_impact))


def checked_flights(range_km: ArrayLike, apogee_km: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return ranges and apogees as arrays, or raise GeometryError where one is no flight's [km]."""
    range_bounds = f"above 0 and at most {MAX_RANGE_KM:.0f} km, the longest geodesic"
    apogee_bounds = f"above 0 and at most {MAX_APOGEE_KM:.0f} km, where the Sun takes over"
    return (
        checked_within("range_km", range_km, SMALLEST_KM, MAX_RANGE_KM, range_bounds),
        checked_within("apogee_km", apogee_km, SMALLEST_KM, MAX_APOGEE_KM, apogee_bounds),
    )


def chord_depth_km(range_km: Numbers) -> FloatArray:
    """Find how far the ground's middle bulges over the chord between both ends [km]."""
    return np.asarray(2 * EARTH_RADIUS_KM * np.sin(range_km / EARTH_RADIUS_KM / 4) ** 2)


def _altitude_km(range_km: Numbers, apogee_km: Numbers, along_km: FloatArray) -> FloatArray:
    """Find heights by the ellipse's polar equation [km]."""
    squared = _share_of_sine(range_km, along_km) ** 2
    return np.maximum(apogee_km * (1 - squared) / (1 + apogee_km / EARTH_RADIUS_KM * squared), 0.0)


def _since_apogee_s(range_km: Numbers, apogee_km: Numbers, along_km: FloatArray) -> FloatArray:
    """Find times by Kepler's equation, negative before apogee [s]."""
    eccentricity, semi_major_axis = _ellipse(range_km, apogee_km)
    share = _share_of_sine(range_km, along_km)
    cosine = np.cos(_half_angle(range_km, along_km))
    anomaly = 2 * np.arctan(_stretch(range_km, apogee_km) * share / cosine)
    mean_anomaly = anomaly + eccentricity * np.sin(anomaly)
    return np.asarray(mean_anomaly * np.sqrt(semi_major_axis**3 / EARTH_GM_KM3_S2))


def _ellipse(range_km: Numbers, apogee_km: Numbers) -> tuple[FloatArray, FloatArray]:
    """Find the ellipse's eccentricity and semi-major axis [km]."""
    eccentricity = apogee_km / (apogee_km + chord_depth_km(range_km))
    return eccentricity, (EARTH_RADIUS_KM + apogee_km) / (1 + eccentricity)


def _stretch(range_km: Numbers, apogee_km: Numbers) -> FloatArray:
    """Find sqrt((1 + e) / (1 - e)) times the sine of a quarter of the range's angle."""
    # By that root the tangent of half the eccentric anomaly exceeds that of half the angle from
    # apogee; 1 - e is the sine's square times 2 R / (h + d), so that the sine cancels.
    return np.asarray(np.sqrt((2 * apogee_km + chord_depth_km(range_km)) / (2 * EARTH_RADIUS_KM)))


def _half_angle(range_km: Numbers, along_km: Numbers) -> FloatArray:
    """Find half the angle from apogee at the Earth's centre, negative before apogee [rad]."""
    return np.asarray((along_km - range_km / 2) / EARTH_RADIUS_KM / 2)


def _share_of_sine(range_km: Numbers, along_km: FloatArray) -> FloatArray:
    """Find the sine of half the angle from apogee over that at impact, from -1 to 1."""
    at_impact = np.sin(_half_angle(range_km, range_km))
    return np.asarray(np.sin(_half_angle(range_km, along_km)) / at_impact)
