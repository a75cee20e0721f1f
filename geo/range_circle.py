"""
Circles of a range round a site, and parts of them.

A circle is what a stated range leaves of a flight whose azimuth is unknown, and a disc is what is
left of a site known by its region alone. Every point is the end of its own WGS 84 geodesic from
the site. Longitudes run on past 180, as those of ground tracks do.
"""

import numpy as np
from numpy.typing import ArrayLike

from geo.errors import GeometryError
from geo.geodesic import (
    FULL_TURN_DEG,
    MAX_RANGE_KM,
    FloatArray,
    checked_above_0,
    checked_azimuth,
    checked_range,
    column,
    direct_many,
    wrapped_azimuth,
)
from geo.outline import unwrap_outlines

# Both ends of an arc, and a triangle, the least that has an area.
MIN_ARC_POINTS = 2
MIN_DISC_POINTS = 3


def range_arcs(  # noqa: PLR0913, PLR0917
    latitude: ArrayLike,
    longitude: ArrayLike,
    range_km: ArrayLike,
    first_azimuth_deg: ArrayLike,
    last_azimuth_deg: ArrayLike,
    points: int = 72,
) -> FloatArray:
    """
    Draw where flights of a known range may have ended, between two azimuths.

    Parameters
    ----------
    latitude, longitude
        Launch sites, shape (n,) or one for all [deg].
    range_km
        Ranges along the ground, shape (n,) or one for all; all points of an arc are at the site
        where it is 0 [km].
    first_azimuth_deg, last_azimuth_deg
        Azimuths that an arc begins and ends with, clockwise, each in [0, 360), shape (n,) or one
        for all [deg]. From 350 to 10 it crosses north; from any azimuth to the same one it is the
        whole circle.
    points
        Points an arc, evenly spaced, both ends included.

    Returns
    -------
        Arcs of shape (n, points, 2), latitude before unwrapped longitude [deg], begun less than
        half a turn from the site. A circle round a pole ends a whole turn from where it began.

    Raises
    ------
    GeometryError
        If points is below 2, or a number is missing, NaN or out of range.
    """
    if points < MIN_ARC_POINTS:
        message = f"points must be at least {MIN_ARC_POINTS}, one for each end, got {points}"
        raise GeometryError(message)
    first = column(checked_azimuth(first_azimuth_deg))
    last = column(checked_azimuth(last_azimuth_deg))
    width_deg = np.where(last == first, FULL_TURN_DEG, wrapped_azimuth(last - first))
    azimuth_deg = first + width_deg * np.linspace(0.0, 1.0, points)
    return _ends(latitude, longitude, azimuth_deg, checked_range(range_km))


def discs(
    latitude: ArrayLike, longitude: ArrayLike, radius_km: ArrayLike, points: int = 72
) -> FloatArray:
    """
    Draw the areas that sites lie in, where no more than a region is known.

    Parameters
    ----------
    latitude, longitude
        Middles of the regions, shape (n,) or one for all [deg].
    radius_km
        Their radii, above 0, shape (n,) or one for all [km].
    points
        Points an outline.

    Returns
    -------
        Outlines of shape (n, points, 2), latitude before unwrapped longitude [deg], clockwise from
        north, first point not repeated. `geo.outline.outline_polygon` makes a polygon of each.

    Raises
    ------
    GeometryError
        If points is below 3, or a number is missing, NaN or out of range.
    """
    if points < MIN_DISC_POINTS:
        message = f"points must be at least {MIN_DISC_POINTS}, got {points}"
        raise GeometryError(message)
    azimuth_deg = np.linspace(0.0, FULL_TURN_DEG, points, endpoint=False)
    radius = checked_above_0("radius_km", radius_km, MAX_RANGE_KM)
    return _ends(latitude, longitude, azimuth_deg, radius)


def _ends(
    latitude: ArrayLike, longitude: ArrayLike, azimuth_deg: FloatArray, range_km: FloatArray
) -> FloatArray:
    """Find the ends of geodesics from sites, a line each, shape (n, points, 2) [deg]."""
    ends = direct_many(
        column(latitude), column(longitude), wrapped_azimuth(azimuth_deg), column(range_km)
    )
    lines = np.stack(ends, axis=-1)
    unwrap_outlines(lines[..., 1], column(longitude))
    return lines
