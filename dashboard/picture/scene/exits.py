"""Tracks that leave a map: which they are, and where the arrow stands that says so."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from dashboard.picture.paper.drawing import Box, Point, as_point, holds
from dashboard.picture.scene.marks import Track

_RIM = 4.0
"""Distance of an arrow's tip from the edge of the map [units]: seen to be on the map, and of it."""

Exit = tuple[Point, Point]
"""Where a line leaves, and the direction in which it does."""


def exits(shown: Sequence[Track], box: Box) -> dict[Track, Exit]:
    """Tracks that are seen to leave the map, each with where it does."""
    inner = (box[0] + _RIM, box[1] + _RIM, box[2] - _RIM, box[3] - _RIM)
    found = {
        track: exit_point(track.line, inner)
        for track in shown
        if not holds(box, as_point(track.ends[0]))
    }
    return {track: where for track, where in found.items() if where}


def exit_point(drawn: np.ndarray, box: Box) -> Exit | None:
    """Where a line, shape (n, 2), last leaves a box, and the direction in which it does."""
    found = None
    for start, end in pairwise(drawn):
        inner, outer = as_point(start), as_point(end)
        if holds(box, inner) and not holds(box, outer):
            found = _crossing(inner, outer, box), (outer[0] - inner[0], outer[1] - inner[1])
    return found


def _crossing(inner: Point, outer: Point, box: Box) -> Point:
    """Point of the way from one inside a box to one outside it that lies on its edge."""
    shares = [1.0]
    for axis in (0, 1):
        way = outer[axis] - inner[axis]
        if way:
            edges = (box[axis], box[axis + 2])
            shares += [
                share for edge in edges if 0.0 <= (share := (edge - inner[axis]) / way) <= 1.0
            ]
    share = min(shares)
    return inner[0] + share * (outer[0] - inner[0]), inner[1] + share * (outer[1] - inner[1])
