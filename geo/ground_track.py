"""
The line on the ground below a flight.

A track is the WGS 84 geodesic from the site along its azimuth: the Earth's rotation, winds and
manoeuvres are left out. Its longitudes are unwrapped: they run on past 180 instead of jumping to
-180, so that a line drawn through them does not cross the map. A track exactly over a pole still
changes its longitude by 180 there, as meridians do.
"""

import math

import numpy as np
import shapely
from numpy.typing import ArrayLike
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geodesic import (
    FULL_TURN_DEG,
    HALF_TURN_DEG,
    FloatArray,
    checked_range,
    column,
    direct_many,
)
from geo.position import MAX_LATITUDE

MIN_POINTS = 2


def ground_tracks(
    latitude: ArrayLike,
    longitude: ArrayLike,
    azimuth_deg: ArrayLike,
    range_km: ArrayLike,
    points: int = 64,
) -> tuple[FloatArray, FloatArray]:
    """
    Draw many ground tracks in one call.

    Parameters
    ----------
    latitude, longitude
        Launch sites, shape (n,) or one for all [deg].
    azimuth_deg
        Azimuths at the site, in [0, 360), shape (n,) or one for all [deg].
    range_km
        Ranges along the ground, shape (n,) or one for all [km].
    points
        Points a track, evenly spaced, both ends included. With 64 the sides of a track of 6,300 km
        are 100 km long, and bow by 0.2 km at 40 N (see `geo.zones.Zones.crossed`).

    Returns
    -------
        Latitudes and unwrapped longitudes [deg], each of shape (n, points).

    Raises
    ------
    GeometryError
        If points is below 2, or a number is missing, NaN or out of range.
    """
    if points < MIN_POINTS:
        message = f"points must be at least {MIN_POINTS}, one for each end, got {points}"
        raise GeometryError(message)
    along_km = column(checked_range(range_km)) * np.linspace(0.0, 1.0, points)
    track_latitude, track_longitude = direct_many(
        column(latitude), column(longitude), column(azimuth_deg), along_km
    )
    _unwrap_from_start(track_longitude)
    return track_latitude, track_longitude


def split_at_antimeridian(geometry: LineString | Polygon) -> MultiLineString | MultiPolygon:
    """
    Cut a shape at the antimeridian, as GeoJSON asks for.

    Parameters
    ----------
    geometry
        A line or polygon with unwrapped longitudes, x the longitude and y the latitude [deg].

    Returns
    -------
        Its parts with longitudes within -180 to 180 [deg], a MultiLineString of a line and a
        MultiPolygon of a polygon; one part where nothing is crossed.

    Raises
    ------
    GeometryError
        If the geometry is neither a LineString nor a Polygon, or is empty.

    References
    ----------
    RFC 7946, "The GeoJSON Format", section 3.1.9, https://www.rfc-editor.org/rfc/rfc7946
    """
    if not isinstance(geometry, LineString | Polygon) or geometry.is_empty:
        message = f"a LineString or Polygon with points is expected, got {geometry!r:.80}"
        raise GeometryError(message)
    parts = [part for turn in _turns(geometry) for part in _parts_in_turn(geometry, turn)]
    # Where a shape only touches the antimeridian, points and lines of no extent are left over.
    if isinstance(geometry, LineString):
        return MultiLineString([part for part in parts if isinstance(part, LineString)])
    # Turns of an area round a pole meet again: joined, they share no edge.
    polygons = [part for part in parts if isinstance(part, Polygon)]
    return MultiPolygon(list(shapely.get_parts(shapely.union_all(polygons))))


def _turns(geometry: LineString | Polygon) -> range:
    """List the turns round the Earth that a shape lies in, 0 being -180 to 180."""
    west, _, east, _ = geometry.bounds
    first = math.floor((west + HALF_TURN_DEG) / FULL_TURN_DEG)
    last = math.ceil((east + HALF_TURN_DEG) / FULL_TURN_DEG) - 1
    # A shape of no width on the antimeridian itself lies in one turn all the same.
    return range(first, max(first, last) + 1)


def _parts_in_turn(geometry: LineString | Polygon, turn: int) -> list[BaseGeometry]:
    """Cut out the parts within one turn and bring them to -180 to 180."""
    shift = turn * FULL_TURN_DEG
    frame = shapely.box(shift - HALF_TURN_DEG, -MAX_LATITUDE, shift + HALF_TURN_DEG, MAX_LATITUDE)
    return list(shapely.get_parts(translate(geometry.intersection(frame), xoff=-shift)))


def _unwrap_from_start(longitude: FloatArray) -> None:
    """Let longitudes run on past 180, in place, each row from its first point."""
    # No geodesic up to MAX_RANGE_KM turns by more than 180 degrees, so a point further than that
    # from the start in longitude has jumped: one comparison does for numpy.unwrap's differences.
    start = longitude[:, :1]
    longitude[longitude < start - HALF_TURN_DEG] += FULL_TURN_DEG
    longitude[longitude > start + HALF_TURN_DEG] -= FULL_TURN_DEG
