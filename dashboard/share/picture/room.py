"""Which room on a map is taken, so that every label finds one that is free."""

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dashboard.share.picture.drawing import Box

CELL = 3.0
"""Side of a cell of the grid that room is kept account of in."""


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

    def block(self, box: Box, margin: float = 0.0) -> None:
        """Keep a box, as far as it lies on the map, free of all that comes later."""
        left, top, right, bottom = box
        rows, columns = self._cells((left - margin, top - margin, right + margin, bottom + margin))
        self._blocked[rows, columns] = True

    def charge(self, points: Iterable[tuple[float, float]], cost: float = 1.0) -> None:
        """Make it costly to cover a line, given by points no farther apart than a cell."""
        for x, y in points:
            if self._holds((x, y, x, y)):
                rows, columns = self._cells((x, y, x, y))
                self._cost[rows, columns] += cost

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

        def within(cells: NDArray[np.float64]) -> NDArray[np.float64]:
            sums = np.pad(cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
            upper, lower = (sums[rows[end]][:, columns[1]] for end in (0, 1))
            upper_left, lower_left = (sums[rows[end]][:, columns[0]] for end in (0, 1))
            return lower - upper - lower_left + upper_left

        taken = within(self._blocked.astype(float)) > 0
        return np.where(taken, np.inf, within(self._cost))

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


def dense(line: np.ndarray) -> list[tuple[float, float]]:
    """Points of a line in the layout, shape (n, 2), no farther apart than a cell."""
    points: list[tuple[float, float]] = []
    for (x, y), (to_x, to_y) in pairwise(line):
        length = math.hypot(to_x - x, to_y - y)
        if not math.isfinite(length):
            continue
        steps = min(max(1, math.ceil(length / CELL)), 2000)
        points += [
            (x + (to_x - x) * n / steps, y + (to_y - y) * n / steps) for n in range(steps + 1)
        ]
    return points
