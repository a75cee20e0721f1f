"""Parts of a map cut at its edge.

The geometry itself is cut: nothing hidden stays in the file, and drawing needs no masks, which are
the slowest thing there is to draw.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dashboard.picture.paper.drawing import DECIMALS, Box, Dot, Line, Part, Path, Text, holds

Lines = tuple[Line, ...]
_LEAST_CORNERS = 3
SYMBOLS = frozenset({"site", "cross", "arrow"})
"""Roles that are one sign, seen whole or not at all."""


def cut(parts: Iterable[Part], box: Box) -> list[Part]:
    """Parts as far as they lie within a box; signs and dots whose middle does."""
    window = shapely.box(*box)
    seen: list[Part] = []
    for part in parts:
        if isinstance(part, Text):
            seen.append(part)
        elif isinstance(part, Dot):
            if holds(box, part.centre):
                seen.append(part)
        elif part.role in SYMBOLS:
            points = [point for line in part.lines for point in line]
            middle = tuple(sum(values) / len(points) for values in zip(*points, strict=True))
            if holds(box, (middle[0], middle[1])):
                seen.append(part)
        else:
            seen += _cut_path(part, box, window)
    return seen


def crosses(line: np.ndarray, box: Box) -> bool:
    """Whether any of a line, shape (n, 2), lies within a box."""
    known = line[np.isfinite(line).all(axis=1)]
    return len(known) > 1 and bool(
        shapely.intersects(shapely.linestrings(known), shapely.box(*box))
    )


def lines_of(geometries: BaseGeometry | Sequence[BaseGeometry] | NDArray[np.object_]) -> Lines:
    """Rings of areas and lines of geometries, rounded as they are written."""
    found: list[Line] = []
    for part in shapely.get_parts(geometries):
        if part.is_empty:
            continue
        if part.geom_type == "Polygon":
            rings = [part.exterior, *part.interiors]
        elif part.geom_type == "LineString":
            rings = [part]
        else:
            rings = []
            # What is mended may hold parts within parts, and points where it merely touches.
            if part.geom_type != "Point":
                found += lines_of(part)
        found += [
            tuple((x, y) for x, y in np.round(shapely.get_coordinates(ring), DECIMALS).tolist())
            for ring in rings
        ]
    return tuple(found)


def _holds_all(box: Box, path: Path) -> bool:
    """Whether a box holds every point of a path."""
    points = [point for line in path.lines for point in line]
    if not points:
        return True
    across, down = zip(*points, strict=True)
    return holds(box, (min(across), min(down))) and holds(box, (max(across), max(down)))


def _cut_path(path: Path, box: Box, window: BaseGeometry) -> list[Part]:
    if _holds_all(box, path):
        return [path]
    seen: list[Part] = []
    if path.fill:
        areas = shapely.make_valid(
            [shapely.Polygon(line) for line in path.lines if len(line) > _LEAST_CORNERS]
        )
        filled = lines_of(shapely.intersection(areas, window))
        if filled:
            seen.append(replace(path, lines=filled, stroke=None))
    if path.stroke:
        # The edge of the map is no edge of an area.
        closed = [(*line, line[0]) if path.fill else line for line in path.lines if len(line) > 1]
        runs = lines_of(shapely.intersection([shapely.LineString(line) for line in closed], window))
        if runs:
            seen.append(replace(path, lines=runs, fill=None))
    return seen
