"""
Land and sea zones of countries, and where flights fall among them.

A zone is a shape with a country and a kind: its land, its territorial sea, its exclusive economic
zone (EEZ). Zones lie side by side. Where none is given, the answer is none: the high seas, a
country whose zones are not given, or a place outside the area for which they were drawn.

Sides are straight in longitude and latitude between their corners, here as in the shapes given.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geodesic import (
    FULL_TURN_DEG,
    HALF_TURN_DEG,
    WGS84,
    FloatArray,
    direct_many,
    wrapped_azimuth,
)
from geo.ground_track import MIN_POINTS
from geo.position import MAX_LATITUDE

LAND = "land"
TERRITORIAL_SEA = "territorial sea"
EEZ = "eez"
KINDS = (LAND, TERRITORIAL_SEA, EEZ)

NO_ZONE = -1

MAX_SIDE_KM = 100.0


class Zone(NamedTuple):
    """
    The name of a zone.

    Attributes
    ----------
    country
        Whose it is.
    kind
        One of `KINDS`; an EEZ begins where the territorial sea ends and does not hold it.
    """

    country: str
    kind: str


class Zones:
    """
    Zones of countries, ready to be asked where points and tracks lie.

    Attributes
    ----------
    names
        The zones, in the order given.

    Examples
    --------
    >>> shapes = {("A", "land"): shapely.box(130, 40, 131, 41)}
    >>> Zones(shapes).at([40.5, 42], [130.5, 130.5]).tolist()
    [Zone(country='A', kind='land'), None]
    """

    def __init__(self, shapes: Mapping[tuple[str, str], BaseGeometry]) -> None:
        """
        Make zones of shapes.

        Parameters
        ----------
        shapes
            A valid Polygon or MultiPolygon (it may be empty) by country and kind, x the longitude
            and y the latitude [deg]. Longitudes may run on past 180, all within one turn.

        Raises
        ------
        GeometryError
            If a kind is not in `KINDS`, or a shape is no valid polygon, has a latitude beyond a
            pole or lies, with the others, on more than one turn round the Earth.
        """
        self.names = tuple(_checked_name(*name) for name in shapes)
        areas = [_checked_shape(name, shape) for name, shape in shapes.items()]
        self._west = _west_of_turn(areas)
        self._areas = areas
        shapely.prepare(areas)
        # The last one is None: `NO_ZONE`, -1, leads there.
        self._answers = np.full(len(areas) + 1, None, dtype=object)
        for number, name in enumerate(self.names):
            self._answers[number] = name

    def at(self, latitude: ArrayLike, longitude: ArrayLike) -> NDArray[np.object_]:
        """
        Find the zone that each point lies in.

        Parameters
        ----------
        latitude
            Within -90 to 90, of any shape [deg].
        longitude
            Of a shape that goes with the latitude's; it may run on past 180 [deg].

        Returns
        -------
            A `Zone` or None for each point, of the shape that both arguments broadcast to. A point
            on the border of two zones is in the one given first.

        Raises
        ------
        GeometryError
            If a number is missing, NaN or infinite, or a latitude is out of range.
        """
        places = np.broadcast_arrays(
            np.asarray(latitude, dtype=np.float64), np.asarray(longitude, dtype=np.float64)
        )
        numbers = self._numbers(_checked_places(np.stack(places, axis=-1)))
        return np.take(self._answers, numbers.ravel()).reshape(numbers.shape)

    def shares(self, impacts: ArrayLike) -> dict[Zone, FloatArray]:
        """
        Find how probable it is that flights came down in each zone.

        Parameters
        ----------
        impacts
            Sampled impact points of each flight, latitude before longitude, which may run on past
            180, shape (flights, samples, 2) [deg].

        Returns
        -------
            Of each zone the probabilities, within 0 to 1, shape (flights,). Those of a flight add
            to 1 at most; what is missing is outside all zones. With n samples the standard error
            of a probability p is sqrt(p (1 - p) / n): 0.022 at most with 500.

        Raises
        ------
        GeometryError
            If impacts have another shape or no samples, or a number is missing, NaN or out of
            range.
        """
        points = _checked_points("impacts", impacts, 1)
        flights, samples, _ = points.shape
        numbers = self._numbers(points)
        # One count for all flights: each has a row of zones, the last for none (-1) of them.
        columns = len(self.names) + 1
        cells = np.arange(flights)[:, np.newaxis] * columns + numbers % columns
        counts = np.bincount(cells.ravel(), minlength=flights * columns)
        shares = counts.reshape(flights, columns) / samples
        return dict(zip(self.names, shares.T, strict=False))

    def crossed(self, tracks: ArrayLike) -> dict[str, NDArray[np.bool_]]:
        """
        Find the countries whose land each ground track crosses.

        Parameters
        ----------
        tracks
            Points of each ground track, latitude before longitude, which runs on past 180, shape
            (flights, points, 2) [deg].

        Returns
        -------
            Of each country whose land is given, whether a track meets it, shape (flights,): the
            land of the site too, and a coast that is only touched.

        Raises
        ------
        GeometryError
            If tracks have another shape or fewer than 2 points, or a number is missing, NaN or
            out of range.

        Notes
        -----
        Between its points a track is the geodesic. Sides are cut into `MAX_SIDE_KM` or less and
        then taken as straight in degrees: on the geodesic, one of L km bows by about
        L^2 tan(latitude) / (8 R), 0.2 km for 100 km at 40 N and 0.3 km at 60 N, less than the
        shapes themselves are known by.
        """
        points = _checked_points("tracks", tracks, MIN_POINTS)
        lines, flights = self._lines(_with_short_sides(points))
        found = {}
        for (country, kind), area in zip(self.names, self._areas, strict=True):
            if kind == LAND:
                met = flights[shapely.intersects(area, lines)]
                found[country] = np.isin(np.arange(len(points)), met)
        return found

    def _numbers(self, points: FloatArray) -> NDArray[np.intp]:
        """Find the number of each point's zone, or `NO_ZONE`; latitude before longitude."""
        flat = points.reshape(-1, 2)
        y, x = flat[:, 0], flat[:, 1] - self._turns(flat[:, 1]) * FULL_TURN_DEG
        numbers = np.full(x.shape, NO_ZONE, dtype=np.intp)
        for number, area in enumerate(self._areas):
            # Most points are far from most zones: a box rules them out without a look at corners.
            west, south, east, north = area.bounds  # NaN where it is empty: nothing is near
            near = (x >= west) & (x <= east) & (y >= south) & (y <= north)
            asked = np.flatnonzero(near & (numbers == NO_ZONE))
            numbers[asked[shapely.intersects_xy(area, x[asked], y[asked])]] = number
        return numbers.reshape(points.shape[:-1])

    def _lines(self, points: FloatArray) -> tuple[NDArray[np.object_], NDArray[np.intp]]:
        """Draw tracks in the zones' turn and its neighbours, and tell which track each line is."""
        longitude, latitude = points[..., 1], points[..., 0]
        longitude = longitude - self._turns(longitude[:, :1]) * FULL_TURN_DEG
        # From its first point no track goes further than a turn to either side.
        turns = FULL_TURN_DEG * np.array([0.0, -1.0, 1.0]).reshape(-1, 1, 1)
        copies = np.stack(np.broadcast_arrays(longitude + turns, latitude), axis=-1)
        flights = np.tile(np.arange(len(points)), len(turns))
        return np.asarray(shapely.linestrings(copies.reshape(-1, *copies.shape[2:]))), flights

    def _turns(self, longitude: FloatArray) -> FloatArray:
        """Count the turns that longitudes are ahead of the zones'."""
        return np.floor((longitude - self._west) / FULL_TURN_DEG)


def _with_short_sides(points: FloatArray) -> FloatArray:
    """Put points on the geodesics between those of tracks, as many on each side."""
    y, x = points[..., 0], points[..., 1]
    azimuth, _, metres = WGS84.inv(x[:, :-1], y[:, :-1], x[:, 1:], y[:, 1:])
    parts = int(np.ceil(np.max(metres, initial=0) / 1000 / MAX_SIDE_KM))
    if parts < 2:
        return points
    along = np.arange(parts) / parts
    starts = points[:, :-1, np.newaxis]
    latitude, longitude = direct_many(
        starts[..., 0],
        _in_first_turn(starts[..., 1]),
        wrapped_azimuth(azimuth)[..., np.newaxis],
        metres[..., np.newaxis] / 1000 * along,
    )
    # Longitudes go on from where their side starts.
    longitude += FULL_TURN_DEG * np.round((starts[..., 1] - longitude) / FULL_TURN_DEG)
    between = np.stack((latitude, longitude), axis=-1).reshape(len(points), -1, 2)
    return np.concatenate((between, points[:, -1:]), axis=1)


def _in_first_turn(longitude: FloatArray) -> FloatArray:
    """Bring longitudes into -180 to 180 [deg]."""
    return longitude - FULL_TURN_DEG * np.round(longitude / FULL_TURN_DEG)


def _checked_name(country: str, kind: str) -> Zone:
    """Return the name of a zone, or raise GeometryError where there is no such kind."""
    if kind not in KINDS:
        message = f"the kind of a zone of {country} must be one of {', '.join(KINDS)}, got {kind!r}"
        raise GeometryError(message)
    return Zone(country, kind)


def _checked_shape(name: tuple[str, str], shape: BaseGeometry) -> BaseGeometry:
    """Return the shape of a zone, or raise GeometryError where it is none."""
    if not isinstance(shape, Polygon | MultiPolygon) or not shape.is_valid:
        message = f"zone {', '.join(name)} must be a valid polygon, got {shape!r:.80}"
        raise GeometryError(message)
    _, south, _, north = shape.bounds
    if south < -MAX_LATITUDE or north > MAX_LATITUDE:
        message = f"zone {', '.join(name)} must lie within -90 to 90 N, got {south} to {north}"
        raise GeometryError(message)
    return shape


def _west_of_turn(areas: list[BaseGeometry]) -> float:
    """Find the western end of the turn round the Earth that has all zones in its middle [deg]."""
    bounds = [area.bounds for area in areas if not area.is_empty]
    if not bounds:
        return -HALF_TURN_DEG
    west, east = min(bound[0] for bound in bounds), max(bound[2] for bound in bounds)
    if east - west > FULL_TURN_DEG:
        message = f"zones must lie within one turn, got longitudes from {west} to {east}"
        raise GeometryError(message)
    return float((west + east) / 2 - HALF_TURN_DEG)


def _checked_points(name: str, points: ArrayLike, least: int) -> FloatArray:
    """Return points of flights, or raise GeometryError where there are too few or one is none."""
    array = np.asarray(points, dtype=np.float64)
    if array.ndim != 3 or array.shape[1] < least or array.shape[2] != 2:
        message = f"{name} must have the shape (flights, {least} or more, 2), got {array.shape}"
        raise GeometryError(message)
    return _checked_places(array)


def _checked_places(points: FloatArray) -> FloatArray:
    """Return points, or raise GeometryError and name the first that is no place."""
    # NaN fails both comparisons.
    right = (np.abs(points[..., 0]) <= MAX_LATITUDE) & np.isfinite(points[..., 1])
    if not np.all(right):
        first = tuple(int(i) for i in np.argwhere(~right)[0])
        latitude, longitude = points[first]
        message = (
            f"point{list(first) if first else ''} must have a latitude within -90 to 90 and a"
            f" finite longitude, got {latitude}, {longitude}"
        )
        raise GeometryError(message)
    return points
