"""
The two geodesic problems on the WGS 84 ellipsoid.

The direct problem finds the end of a line from its start, azimuth and range; the inverse problem
finds azimuth and range from both ends. Both follow C. F. F. Karney, "Algorithms for geodesics",
J. Geodesy 87 (2013), https://doi.org/10.1007/s00190-012-0578-z, good to 15 nanometres: through
geopy where one point is asked for, through pyproj in bulk.
"""

from dataclasses import dataclass

import numpy as np
from geopy.distance import geodesic
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod

from geo.errors import GeometryError
from geo.position import MAX_LATITUDE, MAX_LONGITUDE, Position

FloatArray = NDArray[np.float64]

WGS84 = Geod(ellps="WGS84")

# Pole to pole, half a WGS 84 meridian: no shortest line is longer (Karney 2013, section 5).
MAX_RANGE_KM = 20_003.931_458_626

FULL_TURN_DEG = 360.0
HALF_TURN_DEG = 180.0


@dataclass(frozen=True, slots=True)
class GeodesicLine:
    """
    The shortest line between two places.

    Attributes
    ----------
    range_km
        Its length [km].
    azimuth_deg
        Azimuth at the start, clockwise from north, in [0, 360) [deg]; None where both ends
        coincide and every azimuth is as good.
    """

    range_km: float
    azimuth_deg: float | None


def direct(start: Position, azimuth_deg: float, range_km: float) -> Position:
    """
    Find where a geodesic ends.

    Parameters
    ----------
    start
        Where it starts.
    azimuth_deg
        Azimuth at the start, clockwise from north, in [0, 360) [deg].
    range_km
        Its length, from 0 to `MAX_RANGE_KM` [km].

    Returns
    -------
        Where it ends.

    Raises
    ------
    GeometryError
        If azimuth or range is missing, NaN or out of range.

    Examples
    --------
    >>> end = direct(Position(40.611, 126.426), azimuth_deg=80, range_km=4500)
    >>> round(end.latitude, 2), round(end.longitude, 2)
    (35.52, 178.05)
    """
    azimuth = float(checked_azimuth(azimuth_deg))
    kilometers = float(checked_range(range_km))
    end = geodesic(kilometers=kilometers).destination((start.latitude, start.longitude), azimuth)
    return Position(float(end.latitude), float(end.longitude))


def inverse(start: Position, end: Position) -> GeodesicLine:
    """
    Find the geodesic between two places.

    Parameters
    ----------
    start
        Where it starts.
    end
        Where it ends.

    Returns
    -------
        Its range and azimuth.
    """
    azimuth, _, metres = WGS84.inv(start.longitude, start.latitude, end.longitude, end.latitude)
    if metres == 0:
        return GeodesicLine(0.0, None)
    return GeodesicLine(metres / 1000, float(wrapped_azimuth(azimuth)))


def direct_many(
    latitude: ArrayLike, longitude: ArrayLike, azimuth_deg: ArrayLike, range_km: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """
    Find where many geodesics end, in one call.

    Parameters
    ----------
    latitude, longitude
        Where they start, within -90 to 90 and -180 to 180 [deg].
    azimuth_deg
        Azimuths at the start, clockwise from north, in [0, 360) [deg].
    range_km
        Their lengths, from 0 to `MAX_RANGE_KM` [km].

    Returns
    -------
        Latitude and longitude of the ends [deg], longitude within -180 to 180, of the shape that
        the four arguments broadcast to.

    Raises
    ------
    GeometryError
        If a number is missing, NaN or out of range; the message names the first one.
    """
    lat, lon, azimuth, kilometers = np.broadcast_arrays(
        *checked_places(latitude, longitude),
        checked_azimuth(azimuth_deg),
        checked_range(range_km),
    )
    # pyproj writes the ends over these four arrays instead of copying them once more.
    lat, lon, azimuth = (np.array(values, order="C", ndmin=1) for values in (lat, lon, azimuth))
    metres = np.multiply(kilometers, 1000.0, order="C", out=np.empty(lat.shape))
    WGS84.fwd(lon, lat, azimuth, metres, inplace=True, return_back_azimuth=True)
    return lat.reshape(kilometers.shape), lon.reshape(kilometers.shape)


def wrapped_azimuth(azimuth_deg: ArrayLike) -> FloatArray:
    """
    Bring azimuths into [0, 360).

    Parameters
    ----------
    azimuth_deg
        Finite azimuths, such as sums and differences of azimuths [deg].

    Returns
    -------
        The same directions in [0, 360) [deg].
    """
    wrapped = np.mod(np.asarray(azimuth_deg, dtype=np.float64), FULL_TURN_DEG)
    # The remainder of a tiny negative azimuth rounds up to 360 itself.
    return np.where(wrapped == FULL_TURN_DEG, 0.0, wrapped)


def checked_places(latitude: ArrayLike, longitude: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return coordinates as arrays, or raise GeometryError where one is no place's [deg]."""
    return (
        checked_within("latitude", latitude, -MAX_LATITUDE, MAX_LATITUDE),
        checked_within("longitude", longitude, -MAX_LONGITUDE, MAX_LONGITUDE),
    )


def checked_azimuth(azimuth_deg: ArrayLike) -> FloatArray:
    """Return azimuths as an array, or raise GeometryError where one is not in [0, 360) [deg]."""
    below_full_turn = float(np.nextafter(FULL_TURN_DEG, 0))
    return checked_within("azimuth_deg", azimuth_deg, 0.0, below_full_turn, "in [0, 360)")


def checked_range(range_km: ArrayLike, name: str = "range_km") -> FloatArray:
    """Return ranges as an array, or raise GeometryError where no geodesic is that long [km]."""
    bounds = f"from 0 to {MAX_RANGE_KM:.0f} km, the longest geodesic"
    return checked_within(name, range_km, 0.0, MAX_RANGE_KM, bounds)


def checked_above_0(name: str, values: ArrayLike, high: float) -> FloatArray:
    """Return values as an array, or raise GeometryError where one is not above 0 up to high."""
    return checked_within(name, values, float(np.nextafter(0, 1)), high, f"above 0, up to {high:g}")


def column(values: ArrayLike) -> FloatArray:
    """Stand one value a line up as a column, to be broadcast against points along the lines."""
    return np.asarray(values, dtype=np.float64).reshape(-1, 1)


def checked_within(
    name: str, values: ArrayLike, low: float, high: float, bounds: str | None = None
) -> FloatArray:
    """Return values as an array, or raise GeometryError and name the first outside low to high."""
    array = np.asarray(values, dtype=np.float64)  # None becomes NaN here
    # NaN fails both comparisons.
    if array.size == 0 or (array.min() >= low and array.max() <= high):
        return array
    first = tuple(int(i) for i in np.argwhere(~((array >= low) & (array <= high)))[0])
    where = str(list(first)) if first else ""
    wanted = bounds or f"within {low:g} to {high:g}"
    message = f"{name}{where} must be {wanted}, got {array[first]}"
    raise GeometryError(message)
