"""
Places on the turning ellipsoid, as vectors from the Earth's centre.

Vectors have shape (3, n): x toward latitude 0 and longitude 0, z toward the north pole. At launch
the frame that turns with the Earth and the one that does not are the same.
"""

import numpy as np
from numpy.typing import ArrayLike

from geo.geodesic import FloatArray

EQUATOR_KM = 6378.137
FLATTENING = 1 / 298.257223563
"""WGS 84, NGA.STND.0036, table 3.1."""
TURN_RAD_S = 7.292115e-5
"""Angular speed of the Earth, the same table [rad/s]."""
ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)
POLE_KM = EQUATOR_KM * (1 - FLATTENING)


def from_geodetic(latitude: ArrayLike, longitude: ArrayLike, height_km: ArrayLike) -> FloatArray:
    """Find vectors of places [km] from latitudes and longitudes [deg] and heights [km]."""
    lat, lon, height = np.radians(latitude), np.radians(longitude), np.asarray(height_km, float)
    across = EQUATOR_KM / np.sqrt(1 - ECCENTRICITY_2 * np.sin(lat) ** 2)
    level = (across + height) * np.cos(lat)
    north = (across * (1 - ECCENTRICITY_2) + height) * np.sin(lat)
    return np.stack(np.broadcast_arrays(level * np.cos(lon), level * np.sin(lon), north))


def to_geodetic(place_km: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """
    Find latitudes and longitudes [deg] and heights [km] of vectors.

    B. R. Bowring, "Transformation from spatial to geographical coordinates", Survey Review 181
    (1976): one step of it is good to a millimetre up to 10,000 km.
    """
    x, y, z = place_km
    level = np.hypot(x, y)
    reduced = np.arctan2(z * EQUATOR_KM, level * POLE_KM)
    second = ECCENTRICITY_2 / (1 - ECCENTRICITY_2)
    latitude = np.arctan2(
        z + second * POLE_KM * np.sin(reduced) ** 3,
        level - ECCENTRICITY_2 * EQUATOR_KM * np.cos(reduced) ** 3,
    )
    sine = np.sin(latitude)
    # Good at the poles too, where the level distance is no measure of the height.
    height = (
        level * np.cos(latitude) + z * sine - EQUATOR_KM * np.sqrt(1 - ECCENTRICITY_2 * sine**2)
    )
    return np.degrees(latitude), np.degrees(np.arctan2(y, x)), height


def surface_radius_km(place_km: FloatArray, distance_km: FloatArray) -> FloatArray:
    """Find how far the ellipsoid is from the centre under vectors of known lengths [km]."""
    return np.asarray(
        POLE_KM / np.sqrt(1 - ECCENTRICITY_2 * (1 - (place_km[2] / distance_km) ** 2))
    )


def turned(place_km: FloatArray, time_s: ArrayLike) -> FloatArray:
    """Bring vectors of the frame that does not turn into the Earth's, a time after launch [km]."""
    angle = TURN_RAD_S * np.asarray(time_s)
    cosine, sine = np.cos(angle), np.sin(angle)
    x, y, z = place_km
    return np.stack((cosine * x + sine * y, cosine * y - sine * x, z))


def local_axes(latitude: ArrayLike, longitude: ArrayLike) -> tuple[FloatArray, ...]:
    """Find the unit vectors up, north and east at places [deg], each of shape (3, n)."""
    lat, lon = np.broadcast_arrays(np.radians(latitude), np.radians(longitude))
    sin_lat, cos_lat, sin_lon, cos_lon = np.sin(lat), np.cos(lat), np.sin(lon), np.cos(lon)
    up = np.stack((cos_lat * cos_lon, cos_lat * sin_lon, sin_lat))
    north = np.stack((-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat))
    east = np.stack((-sin_lon, cos_lon, np.zeros_like(lat)))
    return up, north, east
