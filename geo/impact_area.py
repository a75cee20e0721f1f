"""
Where a flight may have come down, as far as the reports tell.

The first, plain model: range, azimuth and site are three independent normal errors.

- Independent, because they are mostly stated apart, each in its own words.
- Normal, because each sums several small doubts (rounding, reading, measurement) whose own shapes
  are not known; `geo.spread` turns stated limits into standard deviations.
- The site's spread is the same in all directions and adds in quadrature along and across the
  track, because a displaced site displaces its impact by about as much.
- Widths across the track are taken on the sphere of mean radius, because its error, 0.3 percent,
  is far below any spread that is known. The outline itself is made of geodesics.
- No flight has a range below 0: an area that reaches back to its site stops there, the site's
  spread is added in full, and it holds the impact with at least its probability. So does one
  whose azimuth may be anything: the disc round the site.

The area is doubt about reports: the missile's own scatter and where debris fell are not in it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from shapely.geometry import Polygon

from geo.error_ellipse import polar_ellipses
from geo.errors import GeometryError
from geo.geodesic import (
    FloatArray,
    checked_azimuth,
    checked_range,
    column,
    direct_many,
    wrapped_azimuth,
)
from geo.outline import outline_polygon, unwrap_outlines
from geo.position import Position
from geo.spread import checked_spreads, probability_to_k

MIN_POINTS = 8


@dataclass(frozen=True, slots=True)
class ImpactArea:
    """
    An area that holds the impact with a stated probability.

    Attributes
    ----------
    polygon
        Its outline, x the unwrapped longitude and y the latitude [deg].
    probability
        Probability that the impact lies inside; at least that where the area reaches back to the
        site or all round it.
    """

    polygon: Polygon
    probability: float


def impact_area(  # noqa: PLR0913
    site: Position,
    azimuth_deg: float,
    range_km: float,
    *,
    range_sd_km: float,
    azimuth_sd_deg: float,
    site_sd_km: float,
    probability: float = 0.9,
    points: int = 72,
) -> ImpactArea:
    """
    Draw the impact area of one flight.

    Parameters
    ----------
    site
        Where the flight starts.
    azimuth_deg
        Azimuth at the site, in [0, 360) [deg].
    range_km
        Range along the ground [km].
    range_sd_km
        Standard deviation of the range [km].
    azimuth_sd_deg
        Standard deviation of the azimuth [deg].
    site_sd_km
        Standard deviation of the site along each of two axes [km].
    probability
        Probability that the area holds the impact, above 0 and below 1.
    points
        Points of its outline. Where azimuth_sd_deg is above 30 and range_sd_km below 1 percent of
        the range, 72 make sides too long for so thin an arc, and it holds less than it states.

    Returns
    -------
        The area. It follows the ground track's longitudes past 180; one that holds a pole is
        closed along the pole's edge of the map.

    Raises
    ------
    GeometryError
        If a number is missing, NaN or out of range, the area has no extent, or it would reach
        more than half round the Earth.
    """
    outlines = impact_areas(
        site.latitude,
        site.longitude,
        azimuth_deg,
        range_km,
        range_sd_km=range_sd_km,
        azimuth_sd_deg=azimuth_sd_deg,
        site_sd_km=site_sd_km,
        probability=probability,
        points=points,
    )
    return ImpactArea(outline_polygon(outlines[0]), probability)


def impact_areas(  # noqa: PLR0913
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    range_km: ArrayLike,
    *,
    range_sd_km: ArrayLike,
    azimuth_sd_deg: ArrayLike,
    site_sd_km: ArrayLike,
    probability: float = 0.9,
    points: int = 72,
) -> FloatArray:
    """
    Draw the outlines of many impact areas in one call.

    Parameters
    ----------
    latitude, longitude, azimuth_deg, range_km, range_sd_km, azimuth_sd_deg, site_sd_km
        As for `impact_area`, each of shape (n,) or one for all.
    probability
        Probability that each area holds its impact, above 0 and below 1.
    points
        Points an outline.

    Returns
    -------
        Outlines of shape (n, points, 2), latitude before unwrapped longitude [deg], first point
        not repeated. `geo.outline.outline_polygon` makes a polygon of each.

    Raises
    ------
    GeometryError
        As for `impact_area`.
    """
    if points < MIN_POINTS:
        message = f"points must be at least {MIN_POINTS}, got {points}"
        raise GeometryError(message)
    azimuth = column(checked_azimuth(azimuth_deg))
    distance, bearing = polar_ellipses(
        column(checked_range(range_km)),
        column(checked_spreads("range_sd_km", range_sd_km)),
        np.radians(column(checked_spreads("azimuth_sd_deg", azimuth_sd_deg))),
        column(checked_spreads("site_sd_km", site_sd_km)),
        probability_to_k(probability),
        np.linspace(0.0, 2 * np.pi, points, endpoint=False),
    )
    outlines = np.stack(
        direct_many(
            column(latitude),
            column(longitude),
            wrapped_azimuth(azimuth + np.degrees(bearing)),
            distance,
        ),
        axis=-1,
    )
    unwrap_outlines(outlines[..., 1], column(longitude))
    return outlines
