"""Which part of the world a map of a picture shows, and where places lie on it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dashboard.flights.flight import Flight
from dashboard.look import HOME
from dashboard.picture.paper.drawing import Box
from geo.equal_area import EqualArea
from geo.geodesic import FULL_TURN_DEG, HALF_TURN_DEG

Vertices = NDArray[np.float64]
FIT, PENINSULA = "fit", "peninsula"
NAMED = (FIT, PENINSULA)
NORTH_KOREA = ((37.6, 124.1), (43.1, 130.8))
"""South-west and north-east corner of the country, which is always in view of what fits."""
LEAST_SPAN_KM = 900.0
"""A map that fits is never closer than this across: coasts on both sides say where it is."""
LEAST_NAMED_SPAN_KM = 1.0
"""Nor is one whose bounds were named closer than this, which is already finer than the base map."""
MOST_SPAN_KM = 14_000.0
"""Nor does one reach farther: the projection bends more and more toward the edge of a hemisphere,
which is 18,000 km across in it."""
MARGIN_SHARE = 0.06
"""Share of the span that is kept free around what is to be seen, for the labels at its ends."""
MOST_LATITUDE_DEG, MOST_WIDTH_DEG = 85.0, 180.0
"""Bounds of an extent: poles have no west and east, and more than half the world fits no map."""
OUTLIER_SHARE = 0.15
"""Share of flights that may be left to an inset, so that the others can be told apart."""
WORTH_IT = 1.4
"""How many times closer the others must come for that."""
NEARLY = 1.35
"""No more are left out than it takes to come this near to the closest."""
_EDGE_POINTS = 24
"""Points along a side whose places stand for it: on the widest map one each 10 degrees at most."""

Bounds = tuple[tuple[float, float], tuple[float, float]]
"""South-west and north-east corner, latitude and longitude [deg]."""


@dataclass(frozen=True)
class MapFrame:
    """A map within a picture: a box of the layout, and the plane that is seen in it."""

    box: Box
    projection: EqualArea
    middle_km: tuple[float, float]
    km_per_unit: float

    def place(self, latitude: ArrayLike, longitude: ArrayLike) -> Vertices:
        """Where places lie in the layout, shape (n, 2)."""
        return self._on_page(self.projection.project(latitude, longitude))

    def place_line(self, line: Vertices) -> Vertices:
        """Where a line of latitudes and longitudes, shape (n, 2), lies in the layout."""
        return self.place(line[:, 0], line[:, 1])

    def _on_page(self, plane: Vertices) -> Vertices:
        left, top, right, bottom = self.box
        offset = (plane - np.asarray(self.middle_km)) / self.km_per_unit
        middle = ((left + right) / 2, (top + bottom) / 2)
        return np.column_stack([middle[0] + offset[:, 0], middle[1] - offset[:, 1]])

    def locate(self, points: ArrayLike) -> Vertices:
        """Latitude and longitude of points of the layout, shape (n, 2)."""
        left, top, right, bottom = self.box
        away = np.asarray(points, dtype=float) - ((left + right) / 2, (top + bottom) / 2)
        plane = np.asarray(self.middle_km) + away * (self.km_per_unit, -self.km_per_unit)
        return self.projection.locate(plane)

    def outline(self) -> Vertices:
        """Latitude and longitude along the edge of the box, shape (n, 2)."""
        left, top, right, bottom = self.box
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        return self.locate(
            [
                (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                for a, b in pairwise(corners)
                for share in np.linspace(0, 1, _EDGE_POINTS, endpoint=False)
            ]
        )

    def closer(self, box: Box, middle: tuple[float, float], times: float) -> "MapFrame":
        """Frame in another box that shows what lies around a point of this one, larger."""
        ((latitude, longitude),) = self.locate([middle])
        around = self.projection.project(latitude, longitude)[0]
        return MapFrame(
            box, self.projection, (float(around[0]), float(around[1])), self.km_per_unit / times
        )


def read_extent(words: str) -> str | Bounds | None:
    """
    Extent by its name, or its `west,south,east,north` [deg]; None for what is neither.

    Examples
    --------
    >>> read_extent("121,33.2,143.5,45.6")
    ((33.2, 121.0), (45.6, 143.5))
    """
    if words in NAMED:
        return words
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError:
        return None
    sound = (
        -MOST_LATITUDE_DEG <= south < north <= MOST_LATITUDE_DEG
        and -HALF_TURN_DEG <= west < east <= FULL_TURN_DEG
        and east - west <= MOST_WIDTH_DEG
    )
    return ((south, west), (north, east)) if sound else None


def frame_for(
    box: Box,
    extent: str | Bounds,
    flights: Sequence[Flight],
    others: Vertices,
    names_left: float = 0.0,
) -> MapFrame:
    """
    Frame of an extent.

    Parameters
    ----------
    box
        Where the map stands in the layout.
    extent
        A name of `NAMED`, or bounds.
    flights
        What is to be seen where it is to fit.
    others
        Further places to be seen then, latitude and longitude, shape (n, 2).
    names_left
        Room to keep at the left for names of sites then.
    """
    if not isinstance(extent, str):
        return _around(box, _edge(extent), margin=0.0)
    if extent == PENINSULA:
        return _around(box, _edge(HOME), margin=0.0)
    left, top, right, bottom = box
    within = (left + names_left, top, right, bottom)
    near = np.concatenate([_edge(NORTH_KOREA), others])
    frame = _around(within, np.concatenate([near, *_within_reach(within, near, flights)]))
    x, y = frame.middle_km
    return replace(frame, box=box, middle_km=(x - names_left / 2 * frame.km_per_unit, y))


def frame_of_all(box: Box, lines: Sequence[Vertices]) -> MapFrame:
    """Frame that holds lines of latitudes and longitudes whole."""
    return _around(box, np.concatenate(lines))


def _within_reach(box: Box, near: Vertices, flights: Sequence[Flight]) -> list[Vertices]:
    """Tracks and areas of the flights, without those few that would make all the others small."""
    by_range = sorted(flights, key=lambda flight: flight.range_km.value)
    seen = [np.concatenate([flight.track, flight.area]) for flight in by_range]
    spare = math.floor(OUTLIER_SHARE * len(seen)) or int(len(seen) > 2)
    scales = [
        _around(box, np.concatenate([near, *seen[: len(seen) - left_out]])).km_per_unit
        for left_out in range(spare + 1)
    ]
    if scales[0] < WORTH_IT * scales[-1]:
        return seen
    enough = next(n for n, scale in enumerate(scales) if scale <= NEARLY * scales[-1])
    return seen[: len(seen) - enough]


def _around(box: Box, places: Vertices, margin: float = MARGIN_SHARE) -> MapFrame:
    """Frame that holds places, in the projection that touches the ground in their midst."""
    low, high = places.min(axis=0), places.max(axis=0)
    projection = EqualArea(*(float(value) for value in (low + high) / 2))
    plane = projection.project(places[:, 0], places[:, 1])
    left, top, right, bottom = box
    first, last = plane.min(axis=0), plane.max(axis=0)
    span = (last - first) * (1 + 2 * margin)
    least = LEAST_SPAN_KM if margin else LEAST_NAMED_SPAN_KM
    km_per_unit = max(*(span / (right - left, bottom - top)), least / (right - left))
    middle = (first + last) / 2
    return MapFrame(
        box,
        projection,
        (float(middle[0]), float(middle[1])),
        float(min(km_per_unit, MOST_SPAN_KM / (right - left))),
    )


def _edge(bounds: Bounds) -> Vertices:
    """Points along the parallels and meridians that bound an area."""
    (south, west), (north, east) = bounds
    along = np.linspace(0, 1, _EDGE_POINTS)
    latitude, longitude = south + along * (north - south), west + along * (east - west)
    return np.concatenate(
        [np.column_stack([np.full(_EDGE_POINTS, side), longitude]) for side in (south, north)]
        + [np.column_stack([latitude, np.full(_EDGE_POINTS, side)]) for side in (west, east)]
    )
