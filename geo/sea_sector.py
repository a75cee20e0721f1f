"""The azimuths in which flights of a known range come down in a stated sea."""

import math

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry import MultiPolygon, Polygon

from geo.compass import Sector
from geo.errors import GeometryError
from geo.geodesic import (
    FULL_TURN_DEG,
    HALF_TURN_DEG,
    FloatArray,
    checked_range,
    column,
    direct_many,
)

# Half a degree is 4 km at 500 km: less than the range of any such flight is known by.
STEP_DEG = 0.5


def sea_sectors(
    latitude: ArrayLike, longitude: ArrayLike, range_km: ArrayLike, sea: Polygon | MultiPolygon
) -> list[Sector | None]:
    """
    Find the azimuths that lead flights of a known range into a sea.

    Parameters
    ----------
    latitude, longitude
        Launch sites, shape (n,) or one for all [deg].
    range_km
        Ranges along the ground, shape (n,) or one for all [km].
    sea
        The sea, x the longitude and y the latitude, cut at the antimeridian or with longitudes
        that run on past it [deg].

    Returns
    -------
        A sector for each flight, the widest where islands or coasts leave several, the first
        clockwise from north among equals; None where no azimuth leads there. Looked at every half
        degree: a sector reaches a quarter degree beyond the first and last azimuth found inside,
        and gaps narrower than half a degree may be missed.

    Raises
    ------
    GeometryError
        If a number is missing, NaN or out of range, or the sea is no valid polygon.

    Examples
    --------
    >>> sea_sectors(40, 126, [300, 900], shapely.box(128, 35, 140, 45))
    [Sector(azimuth_deg=88.75, width_deg=111.0), Sector(azimuth_deg=87.5, width_deg=76.5)]
    """
    if not isinstance(sea, Polygon | MultiPolygon) or not sea.is_valid:
        message = f"a sea must be a valid Polygon or MultiPolygon, got {sea!r:.80}"
        raise GeometryError(message)
    azimuth_deg = np.arange(0.0, FULL_TURN_DEG, STEP_DEG)
    ends = direct_many(
        column(latitude), column(longitude), azimuth_deg, column(checked_range(range_km))
    )
    return [_widest_sector(inside) for inside in _inside(sea, *ends)]


def _inside(
    sea: Polygon | MultiPolygon, latitude: FloatArray, longitude: FloatArray
) -> NDArray[np.bool_]:
    """Tell which places lie in a sea or on its edge."""
    inside = np.zeros(latitude.shape, dtype=np.bool_)
    if sea.is_empty:
        return inside
    shapely.prepare(sea)
    west, _, east, _ = sea.bounds
    # Places come in -180 to 180: they are sought in each turn that meets the sea, ends included.
    first = math.ceil((west + HALF_TURN_DEG) / FULL_TURN_DEG) - 1
    last = math.floor((east + HALF_TURN_DEG) / FULL_TURN_DEG)
    for turn in range(first, last + 1):
        # With the edge: where a sea is cut at the antimeridian, the cut itself is sea too.
        inside |= shapely.intersects_xy(sea, longitude + turn * FULL_TURN_DEG, latitude)
    return inside


def _widest_sector(inside: NDArray[np.bool_]) -> Sector | None:
    """Find the longest run of azimuths inside, all round the compass."""
    if inside.all():
        return Sector(HALF_TURN_DEG, FULL_TURN_DEG)
    if not inside.any():
        return None
    # Begun where it is outside, no run is torn apart at north.
    begin = int(np.argmin(inside))
    edges = np.flatnonzero(np.diff(np.roll(inside, -begin), append=False))
    starts, stops = (edges[side::2] + 1 for side in (0, 1))
    lengths = stops - starts
    starts = (begin + starts) % inside.size
    start, length = max(zip(starts, lengths, strict=True), key=lambda run: (run[1], -run[0]))
    # Each azimuth stands for a step with itself in the middle.
    middle_deg = STEP_DEG * (start + (length - 1) / 2)
    return Sector(float(middle_deg % FULL_TURN_DEG), float(length * STEP_DEG))
