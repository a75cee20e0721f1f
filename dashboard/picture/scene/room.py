"""Which room on a map is taken, so that every label finds one that is free."""

import math
from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from dashboard.picture.paper.drawing import Box, Point

CELL = 3.0
"""Side of a cell of the grid that room is kept account of in [units]: a quarter of a letter, finer
than a reader sees of where a label might have stood."""

FAR = 20.0
"""Lines of so many sides of the map lie outside of it for the most part."""


class Room:
    """
    Room of a map, in cells.

    What may never be covered (texts, impact points, sites) is `blocked`; what is better not
    covered (tracks) has a `cost` each cell.
    """

    def __init__(self, box: Box) -> None:
        self.box = box
        left, top, right, bottom = box
        shape = (math.ceil((bottom - top) / CELL), math.ceil((right - left) / CELL))
        self._blocked = np.zeros(shape, dtype=bool)
        self._cost = np.zeros(shape)
        self._sums: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None

    def block(self, box: Box, margin: float = 0.0) -> None:
        """Keep a box, as far as it lies on the map, free of all that comes later."""
        left, top, right, bottom = box
        rows, columns = self._cells((left - margin, top - margin, right + margin, bottom + margin))
        self._blocked[rows, columns] = True
        self._sums = None

    def block_around(self, at: Point, half: float) -> None:
        """Keep a square around a point free, of which half a side is given."""
        self.block((at[0] - half, at[1] - half, at[0] + half, at[1] + half))

    def charge(self, line: ArrayLike, cost: float = 1.0) -> None:
        """Make it costly to cover a line of the layout, shape (n, 2)."""
        vertices = np.asarray(line, dtype=float)
        known = vertices[np.isfinite(vertices).all(axis=1)]
        if len(known) < 2:
            return
        drawn = shapely.linestrings(known)
        left, top, right, bottom = self.box
        if drawn.length > FAR * (right - left + bottom - top):
            # On a map of a kilometre a track is as long as thousands of it.
            drawn = shapely.clip_by_rect(drawn, *self.box)
        points = shapely.get_coordinates(shapely.segmentize(drawn, CELL))
        columns, rows = np.floor((points - self.box[:2]) / CELL).astype(int).T
        down, across = self._cost.shape
        inside = (rows >= 0) & (rows < down) & (columns >= 0) & (columns < across)
        np.add.at(self._cost, (rows[inside], columns[inside]), cost)
        self._sums = None

    def cost(self, box: Box) -> float:
        """What it costs to cover a box; infinite where that is not allowed."""
        if not self._holds(box):
            return math.inf
        cells = self._cells(box)
        return math.inf if self._blocked[cells].any() else float(self._cost[cells].sum())

    def costs(
        self, lefts: NDArray[np.float64], tops: NDArray[np.float64], width: float, height: float
    ) -> NDArray[np.float64]:
        """Cost of boxes of one size at each left and top, shape (tops, lefts)."""
        first = np.array([[0], [height]]) + tops - self.box[1]
        across = np.array([[0], [width]]) + lefts - self.box[0]
        rows = np.clip(np.add((first / CELL).astype(int), [[0], [1]]), 0, self._cost.shape[0])
        columns = np.clip(np.add((across / CELL).astype(int), [[0], [1]]), 0, self._cost.shape[1])

        def within(sums: NDArray[np.float64]) -> NDArray[np.float64]:
            upper, lower = (sums[rows[end]][:, columns[1]] for end in (0, 1))
            upper_left, lower_left = (sums[rows[end]][:, columns[0]] for end in (0, 1))
            return np.asarray(lower - upper - lower_left + upper_left)

        if self._sums is None:
            self._sums = _corner_sums(self._blocked.astype(float)), _corner_sums(self._cost)
        taken, cost = map(within, self._sums)
        return np.where(taken > 0, np.inf, cost)

    def best(self, boxes: Iterable[Box], most: float = math.inf) -> int | None:
        """Place of the cheapest box in a list whose earlier ones are preferred; None for none."""
        found, least = None, most
        for number, box in enumerate(boxes):
            cost = self.cost(box)
            if cost < least:
                found, least = number, cost
            if cost == 0:
                break
        return found

    def _holds(self, box: Box) -> bool:
        return (
            box[0] >= self.box[0]
            and box[1] >= self.box[1]
            and box[2] <= self.box[2]
            and box[3] <= self.box[3]
        )

    def _cells(self, box: Box) -> tuple[slice, slice]:
        left, top = self.box[:2]
        return (
            slice(max(0, int((box[1] - top) / CELL)), max(0, int((box[3] - top) / CELL) + 1)),
            slice(max(0, int((box[0] - left) / CELL)), max(0, int((box[2] - left) / CELL) + 1)),
        )


def _corner_sums(cells: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum of all cells above and left of each corner of a cell."""
    return np.pad(cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
