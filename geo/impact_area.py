"""
Where a flight may have come down, as far as the reports tell.

The first, plain model: range, azimuth and site are three independent normal errors.

- Independent, because they are mostly stated apart, each in its own words.
- Normal, because each sums several small doubts (rounding, reading, measurement) whose own shapes
  are not known; `geo.spread` turns stated limits into standard deviations.
- The site's spread is the same in all directions. A displaced site takes its azimuth along, as an
  angle from its own north, so it displaces the impact along the track by as much, and across it by
  more or less: 50 km to the east at 40 north become 26 km 3,000 km further north.
- Widths across the track are taken on the sphere of mean radius, because its error, 0.3 percent,
  is far below any spread that is known. The outline itself is made of geodesics.
- No flight has a range below 0: an area that reaches back to its site stops there, the site's
  spread is added in full, and it holds the impact with at least its probability. So does one
  whose azimuth may be anything: the disc round the site.

Counted against 100,000 impacts drawn at random by this model (tests/test_geo_impact_area.py),
areas of 50 and 90 percent hold their share within 1 percent for ranges of 20 to 15,000 km, spreads
of 0.5 to 20 percent in range, 0.1 to 30 degrees in azimuth and 0.5 to 50 km of the site. Two kinds
do not, with 72 points: needles 0.1 degrees wide and thousands of kilometres long over or past a
pole miss by up to 3 percent; arcs thinner than a thousandth of their range, with an azimuth good to
30 degrees, by up to 4 (144 points leave 1).

The area is doubt about reports: the missile's own scatter and where debris fell are not in it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from geo.error_ellipse import FlightErrors, polar_ellipses
from geo.errors import GeometryError
from geo.geodesic import (
    FloatArray,
    checked_azimuth,
    checked_places,
    checked_range,
    column,
    direct_many,
    wrapped_azimuth,
)
from geo.outline import unwrap_outlines
from geo.spread import checked_spreads, probability_to_k

MIN_POINTS = 8

# Flights drawn at once: some 10 MB of intermediate numbers, and no slower than all at once.
CHUNK = 500


def impact_areas(  # noqa: PLR0913
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    range_km: ArrayLike,
    *,
    range_sd_km: ArrayLike,
    azimuth_sd_deg: ArrayLike,
    site_sd_km: ArrayLike,
    probability: float | Sequence[float] = 0.9,
    points: int = 72,
) -> FloatArray:
    """
    Draw the outlines of many impact areas in one call.

    Parameters
    ----------
    latitude, longitude
        Launch sites, shape (n,) or one for all [deg].
    azimuth_deg
        Azimuths at the site, in [0, 360), shape (n,) or one for all [deg].
    range_km
        Ranges along the ground, shape (n,) or one for all [km].
    range_sd_km
        Standard deviations of the ranges, shape (n,) or one for all [km].
    azimuth_sd_deg
        Standard deviations of the azimuths, shape (n,) or one for all [deg].
    site_sd_km
        Standard deviations of the sites along each of two axes, shape (n,) or one for all [km].
    probability
        Probability that each area holds its impact, above 0 and below 1; or several of them. One
        that reaches back to its site or all round it holds at least that.
    points
        Points an outline. Each lies outside the true outline by what its sides cut off; for very
        thin arcs more points are better.

    Returns
    -------
        Outlines of shape (n, points, 2), latitude before unwrapped longitude [deg], first point
        not repeated; (m, n, points, 2) of m probabilities in a sequence. They follow the ground
        track's longitudes past 180. `geo.outline.outline_polygon` makes a polygon of each.

    Raises
    ------
    GeometryError
        If points is below 8, a number is missing, NaN or out of range, an area has no extent, or
        it would reach more than half round the Earth.

    Examples
    --------
    >>> spreads = {"range_sd_km": 25, "azimuth_sd_deg": 3, "site_sd_km": 2}
    >>> half, most = impact_areas([40.6, 40.6], 126.4, 80, 800, **spreads, probability=(0.5, 0.9))
    >>> half.shape
    (2, 72, 2)
    """
    if points < MIN_POINTS:
        message = f"points must be at least {MIN_POINTS}, got {points}"
        raise GeometryError(message)
    columns = np.broadcast_arrays(
        *(column(values) for values in checked_places(latitude, longitude)),
        column(checked_azimuth(azimuth_deg)),
        column(checked_spreads("azimuth_sd_deg", azimuth_sd_deg)),
        column(checked_range(range_km)),
        column(checked_spreads("range_sd_km", range_sd_km)),
        column(checked_spreads("site_sd_km", site_sd_km)),
    )
    several = np.atleast_1d(np.asarray(probability, dtype=np.float64))
    k = np.array([probability_to_k(one) for one in several]).reshape(-1, 1, 1)
    flights = len(columns[0])
    outlines = np.empty((len(k), flights, points, 2))
    for first in range(0, flights, CHUNK):
        part = slice(first, first + CHUNK)
        outlines[:, part] = _outlines(k, points, *(values[part] for values in columns))
    return outlines[0] if np.ndim(probability) == 0 else outlines


def _outlines(  # noqa: PLR0913, PLR0917
    k: FloatArray,
    points: int,
    latitude: FloatArray,
    longitude: FloatArray,
    azimuth_deg: FloatArray,
    azimuth_sd_deg: FloatArray,
    range_km: FloatArray,
    range_sd_km: FloatArray,
    site_sd_km: FloatArray,
) -> FloatArray:
    """Draw the outlines of a chunk, its columns of shape (n, 1), k of shape (m, 1, 1)."""
    errors = FlightErrors(
        latitude=np.radians(latitude),
        azimuth=np.radians(azimuth_deg),
        azimuth_sd=np.radians(azimuth_sd_deg),
        distance=range_km,
        range_sd=range_sd_km,
        site_sd=site_sd_km,
    )
    distance, bearing = polar_ellipses(errors, k, points)
    bearing_deg = wrapped_azimuth(azimuth_deg + np.degrees(bearing))
    ends = direct_many(latitude, longitude, bearing_deg, distance)
    outlines = np.stack(ends, axis=-1)
    unwrap_outlines(outlines[..., 1], longitude)
    return outlines
