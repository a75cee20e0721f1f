"""Outlines of areas that may cross the antimeridian or hold a pole."""

import numpy as np
import shapely
from shapely.geometry import Polygon

from geo.geodesic import FULL_TURN_DEG, HALF_TURN_DEG, FloatArray
from geo.position import MAX_LATITUDE

# A tenth of a millimetre on the ground.
SAME_POINT_DEG = 1e-9


def outline_polygon(outline: FloatArray) -> Polygon:
    """
    Make a polygon of an outline.

    Parameters
    ----------
    outline
        Latitude and unwrapped longitude, clockwise seen from above, shape (points, 2) [deg], as
        from `impact_areas`.

    Returns
    -------
        A valid polygon, x the longitude and y the latitude [deg]. An outline round a pole is
        closed along the pole's edge of the map; loops that a very wide outline makes where it
        meets itself are taken in.
    """
    latitude, longitude = outline[:, 0], outline[:, 1]
    shell = np.column_stack((longitude, latitude))
    turn = _round_trip_deg(longitude)
    if turn:
        # Clockwise is westward round the north pole and eastward round the south pole.
        pole = np.copysign(MAX_LATITUDE, -turn)
        over_pole = [(longitude[0] + turn, latitude[0]), (longitude[0] + turn, pole)]
        shell = np.vstack((shell, over_pole, [(longitude[0], pole)]))
    # The points of an area that reaches back to its site meet there, all but for rounding.
    polygon: Polygon = shapely.remove_repeated_points(Polygon(shell), SAME_POINT_DEG)
    if polygon.is_valid:
        return polygon
    mended = shapely.make_valid(polygon, method="structure", keep_collapsed=False)
    largest: Polygon = max(shapely.get_parts(mended), key=shapely.area)
    return largest


def unwrap_outlines(longitude: FloatArray, site_longitude: FloatArray) -> None:
    """
    Let outlines' longitudes run on past 180, in place, as the ground track's do.

    Parameters
    ----------
    longitude
        Longitudes of outlines whose first point lies less than half a turn from the site, shape
        (..., n, points) [deg].
    site_longitude
        Longitudes of the sites, shape (n, 1) [deg].
    """
    jumps = np.ptp(longitude, axis=-1) > HALF_TURN_DEG
    longitude[jumps] = np.unwrap(longitude[jumps], period=FULL_TURN_DEG, axis=-1)
    longitude -= FULL_TURN_DEG * np.round((longitude[..., :1] - site_longitude) / FULL_TURN_DEG)


def _round_trip_deg(longitude: FloatArray) -> float:
    """Find the turn that an outline makes round a pole: 360, -360 or 0 [deg]."""
    return float(FULL_TURN_DEG * np.round((longitude[-1] - longitude[0]) / FULL_TURN_DEG))
