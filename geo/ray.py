"""
Rays: "somewhere this way", for a flight whose azimuth is known and whose range is not.

A ray opens from a point at the site, with the azimuth's own half-width, so that it covers nothing
which the azimuth leaves out. Its far end is notched like a swallow's tail: a straight or round end
would read as a range, and a point as an impact. How long it is says nothing; all rays of a map
had better be of one length, shorter than its tracks.
"""

import numpy as np
from numpy.typing import ArrayLike

from geo.errors import GeometryError
from geo.geodesic import (
    MAX_RANGE_KM,
    FloatArray,
    checked_above_0,
    checked_azimuth,
    column,
    direct_many,
    wrapped_azimuth,
)
from geo.outline import unwrap_outlines

# Two a leg: out, in to the notch, out again, back.
MIN_POINTS = 8

# With a wider doubt there is no "this way": the flight may have gone backwards.
MAX_HALF_WIDTH_DEG = 90.0

# A notch as deep as half the end is wide has sides of 45 degrees, as cut ribbons have; in a wide
# ray it takes a quarter of the length, so that most of the ray stays.
DEEPEST_NOTCH = 0.25


def rays(  # noqa: PLR0913, PLR0917
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    half_width_deg: ArrayLike,
    length_km: ArrayLike,
    points: int = 24,
) -> FloatArray:
    """
    Draw the ways that flights of unknown range took.

    Parameters
    ----------
    latitude, longitude
        Launch sites, shape (n,) or one for all [deg].
    azimuth_deg
        Azimuths at the site, in [0, 360), shape (n,) or one for all [deg].
    half_width_deg
        Azimuths may be off by this much, above 0 and up to 90, shape (n,) or one for all [deg].
    length_km
        Lengths to draw, above 0, shape (n,) or one for all [km].
    points
        Points an outline: the site, both tips and the notch are among them.

    Returns
    -------
        Outlines of shape (n, points, 2), latitude before unwrapped longitude [deg], clockwise from
        the site, first point not repeated. `geo.outline.outline_polygon` makes a polygon of each.

    Raises
    ------
    GeometryError
        If points is below 8, or a number is missing, NaN or out of range.
    """
    if points < MIN_POINTS:
        message = f"points must be at least {MIN_POINTS}, got {points}"
        raise GeometryError(message)
    azimuth = column(checked_azimuth(azimuth_deg))
    half_width = column(checked_above_0("half_width_deg", half_width_deg, MAX_HALF_WIDTH_DEG))
    length = column(checked_above_0("length_km", length_km, MAX_RANGE_KM))

    # In shares of half-width and depth, from the site out to the left tip, over the notch and back.
    place = np.arange(points)
    corners = np.round(np.linspace(0, points, 5))
    aside = np.interp(place, corners, [-1, -1, 0, 1, 1])
    out = np.interp(place, corners, [0, 1, 1, 1, 0])
    notch = np.interp(place, corners, [0, 0, 1, 0, 0])
    depth = np.minimum(np.sin(np.radians(half_width)), DEEPEST_NOTCH)

    ends = direct_many(
        column(latitude),
        column(longitude),
        wrapped_azimuth(azimuth + half_width * aside),
        length * (out - depth * notch),
    )
    outlines = np.stack(ends, axis=-1)
    unwrap_outlines(outlines[..., 1], column(longitude))
    return outlines
