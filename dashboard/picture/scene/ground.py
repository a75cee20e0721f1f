"""The ground of a map of a picture: sea, land, borders, graticule."""

import json
import math
from functools import cache, lru_cache

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.asset_files import ASSETS
from dashboard.look import BORDERS, COAST, FOCUS, LAND, PICTURE, SEA
from dashboard.picture.paper.drawing import Line, Path
from dashboard.picture.scene.clip import lines_of
from dashboard.picture.scene.extent import MapFrame

GRATICULE = PICTURE["graticule"]
GRATICULE_WIDTH, COAST_WIDTH = 0.7, 0.6
BORDER_WIDTHS = {"land": 0.8, "focus": 1.2}
"""Widths of lines [units]: all thinner than a track, and the border of North Korea the boldest."""
_KEPT_FRAMES = 32
_STEPS_DEG = (1, 2, 5, 10, 20, 30)
_WANTED_LINES = 5
"""Parallels that a map has at most; with more they were seen before the tracks."""
_LINE_POINTS = 60
"""Points of a line of the graticule: no corner of it is seen where a map is half the world wide."""
_DETAIL_UNITS = 0.25
"""How far the base map may be off [units]: less than half the width of a coast."""
_FINEST_DEG = 0.5
"""Longest step along a straight line of the base map before it is projected."""
_ROUNDING_DEG = 0.01
"""What a line may lie beyond the edge and still be drawn, as along the very edge of a map."""
_BEYOND_DEG, _SPARE_DEG = 2.0, 4.0
"""How far lines of the graticule, and the base map, reach beyond what the edge of a frame touches:
on the map a parallel that bends may come in from outside."""
_SOUTHMOST_DEG, _NORTHMOST_DEG = -80.0, 89.0
"""Ends of the base map that is used: a pole is no point in longitudes and latitudes."""


def ground(frame: MapFrame) -> tuple[Path, ...]:
    """Sea, graticule, land and borders, in this order, to be seen within the frame."""
    left, top, right, bottom = frame.box
    sea = Path(
        (((left, top), (right, top), (right, bottom), (left, bottom)),), fill=SEA, role="sea"
    )
    return (sea, Path(graticule(frame), stroke=GRATICULE, width=GRATICULE_WIDTH), *_land(frame))


@lru_cache(maxsize=_KEPT_FRAMES)
def _land(frame: MapFrame) -> tuple[Path, ...]:
    """Land and borders, kept: many selections are shown in the same frame."""
    window = shapely.box(*frame.box)
    near = _near(frame)
    parts = []
    for group, fill in (("land", LAND), ("focus", FOCUS)):
        placed = _place(frame, _base("land.geojson")[group], near)
        land = shapely.make_valid(placed)
        parts.append(Path(lines_of(shapely.intersection(land, window)), fill=fill, role="land"))
        if group == "land":
            # The edge of the map, and of what was cut out for it, is no coast.
            coast = shapely.intersection(shapely.boundary(placed), window)
            parts.append(Path(lines_of(coast), stroke=COAST, width=COAST_WIDTH, role="coast"))
    for group, width in BORDER_WIDTHS.items():
        placed = _place(frame, _base("borders.geojson")[group], near)
        seen = shapely.intersection(placed, window)
        parts.append(Path(lines_of(seen), stroke=BORDERS[group], width=width, role="border"))
    return tuple(parts)


def graticule_step_deg(frame: MapFrame) -> float:
    """Round step between the lines of the graticule [deg]."""
    south, _, north, _ = _bounds(frame)
    steps = (step for step in _STEPS_DEG if (north - south) / step <= _WANTED_LINES)
    return float(next(steps, _STEPS_DEG[-1]))


def graticule(frame: MapFrame) -> tuple[Line, ...]:
    """Meridians and parallels at a round step, each a line within the frame."""
    south, west, north, east = _bounds(frame)
    step = graticule_step_deg(frame)
    window = shapely.box(*frame.box)
    along = np.linspace(0, 1, _LINE_POINTS)
    latitudes = south - _BEYOND_DEG + along * (north - south + 2 * _BEYOND_DEG)
    longitudes = west - _BEYOND_DEG + along * (east - west + 2 * _BEYOND_DEG)
    runs = [
        frame.place(np.full(along.shape, parallel), longitudes)
        for parallel in np.arange(math.ceil(south / step) * step, north + _ROUNDING_DEG, step)
    ] + [
        frame.place(latitudes, np.full(along.shape, meridian))
        for meridian in np.arange(math.ceil(west / step) * step, east + _ROUNDING_DEG, step)
    ]
    lines = [shapely.LineString(run) for run in runs if np.isfinite(run).all()]
    if not lines:
        # A map of a kilometre may lie between two of them.
        return ()
    return lines_of(shapely.intersection(shapely.multilinestrings(lines), window))


def _near(frame: MapFrame) -> BaseGeometry:
    """Latitudes and longitudes that may be seen in a frame, with some to spare."""
    south, west, north, east = _bounds(frame)
    return shapely.box(
        west - _SPARE_DEG,
        max(south - _SPARE_DEG, _SOUTHMOST_DEG),
        east + _SPARE_DEG,
        min(north + _SPARE_DEG, _NORTHMOST_DEG),
    )


def _bounds(frame: MapFrame) -> tuple[float, float, float, float]:
    """South, west, north and east of what the edge of a frame touches [deg]."""
    places = frame.outline()
    places = places[np.isfinite(places).all(axis=1)]
    (south, west), (north, east) = places.min(axis=0), places.max(axis=0)
    return float(south), float(west), float(north), float(east)


def _place(frame: MapFrame, geometry: BaseGeometry, near: BaseGeometry) -> BaseGeometry:
    """Geometry of longitudes and latitudes in the layout, without what is too fine to be seen."""
    clipped = shapely.segmentize(shapely.intersection(geometry, near), _FINEST_DEG)

    def place(points: np.ndarray) -> np.ndarray:
        return frame.place(points[:, 1], points[:, 0])

    return shapely.simplify(shapely.transform(clipped, place), _DETAIL_UNITS)


@cache
def _base(name: str) -> dict[str, BaseGeometry]:
    features = json.loads((ASSETS / "base" / name).read_text(encoding="utf-8"))["features"]
    geometries = {each["properties"]["group"]: shape(each["geometry"]) for each in features}
    for geometry in geometries.values():
        shapely.prepare(geometry)
    return geometries
