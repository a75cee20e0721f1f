"""The ground of a map of a picture: sea, land, borders, graticule."""

import json
import math
from functools import cache, lru_cache

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.asset_files import ASSETS
from dashboard.picture.paper.drawing import Line, Path
from dashboard.picture.scene.clip import lines_of
from dashboard.picture.scene.extent import MapFrame

SEA = "#dbe7ee"
LAND, FOCUS, COAST = "#f6f4ee", "#e8dfca", "#8fa9ba"
BORDERS = {"land": ("#b9b1a2", 0.8), "focus": ("#8d8069", 1.2)}
GRATICULE = "#c3d3dd"
_STEPS_DEG = (1, 2, 5, 10, 20, 30)
_WANTED_LINES = 5
_DETAIL_UNITS = 0.25
_FINEST_DEG = 0.5
"""Longest step along a straight line of the base map before it is projected."""


def ground(frame: MapFrame) -> tuple[Path, ...]:
    """Sea, graticule, land and borders, in this order, to be seen within the frame."""
    left, top, right, bottom = frame.box
    sea = Path(
        (((left, top), (right, top), (right, bottom), (left, bottom)),), fill=SEA, role="sea"
    )
    return (sea, Path(graticule(frame), stroke=GRATICULE, width=0.7), *_land(frame))


@lru_cache(maxsize=32)
def _land(frame: MapFrame) -> tuple[Path, ...]:
    """Land and borders, kept: many selections are shown in the same frame."""
    window = shapely.box(*frame.box)
    near = _near(frame)
    parts = []
    for group, fill in (("land", LAND), ("focus", FOCUS)):
        placed = _placed(frame, _base("land.geojson")[group], near)
        land = shapely.make_valid(placed)
        parts.append(Path(lines_of(shapely.intersection(land, window)), fill=fill, role="land"))
        if group == "land":
            # The edge of the map, and of what was cut out for it, is no coast.
            coast = shapely.intersection(shapely.boundary(placed), window)
            parts.append(Path(lines_of(coast), stroke=COAST, width=0.6, role="coast"))
    for group, (colour, width) in BORDERS.items():
        placed = _placed(frame, _base("borders.geojson")[group], near)
        seen = shapely.intersection(placed, window)
        parts.append(Path(lines_of(seen), stroke=colour, width=width, role="border"))
    return tuple(parts)


def graticule_step_deg(frame: MapFrame) -> float:
    """Round step between the lines of the graticule [deg]."""
    south, _, north, _ = _seen(frame)
    steps = (step for step in _STEPS_DEG if (north - south) / step <= _WANTED_LINES)
    return float(next(steps, _STEPS_DEG[-1]))


def graticule(frame: MapFrame) -> tuple[Line, ...]:
    """Meridians and parallels at a round step, each a line within the frame."""
    south, west, north, east = _seen(frame)
    step = graticule_step_deg(frame)
    window = shapely.box(*frame.box)
    along = np.linspace(0, 1, 60)
    latitudes = south - 2 + along * (north - south + 4)
    longitudes = west - 2 + along * (east - west + 4)
    runs = [
        frame.place(np.full(along.shape, parallel), longitudes)
        for parallel in np.arange(math.ceil(south / step) * step, north + 0.01, step)
    ] + [
        frame.place(latitudes, np.full(along.shape, meridian))
        for meridian in np.arange(math.ceil(west / step) * step, east + 0.01, step)
    ]
    lines = [shapely.linestrings(run) for run in runs if np.isfinite(run).all()]
    return lines_of(shapely.intersection(shapely.multilinestrings(lines), window))


def _near(frame: MapFrame) -> BaseGeometry:
    """Latitudes and longitudes that may be seen in a frame, with some to spare."""
    south, west, north, east = _seen(frame)
    return shapely.box(west - 4, max(south - 4, -80), east + 4, min(north + 4, 89))


def _seen(frame: MapFrame) -> tuple[float, float, float, float]:
    """South, west, north and east of what the edge of a frame touches [deg]."""
    places = frame.outline()
    places = places[np.isfinite(places).all(axis=1)]
    return (*map(float, places.min(axis=0)), *map(float, places.max(axis=0)))  # type: ignore[return-value]


def _placed(frame: MapFrame, geometry: BaseGeometry, near: BaseGeometry) -> BaseGeometry:
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
