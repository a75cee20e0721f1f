"""Names of sites on a map of a picture: beside them where they are few, else in columns."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dashboard.share.picture.drawing import Part, Path, Point
from dashboard.share.picture.labels import LEADER, Labelling, label_beside, set_label
from dashboard.share.picture.marks import Mark
from dashboard.share.picture.type_setting import line_width
from dashboard.share.picture.words import site_words

MOST_BESIDE = 6
"""With more sites than that all names stand in columns."""
_STEP = 1.22
"""Distance of names in a column, in heights of a letter."""
_GAP = 18.0
_SPLITS = (0.5, 0.6, 0.7, 0.8, 1.0)
"""Shares of the sites, from the west, whose names may stand in the left column."""
_REACH = 340.0
_MOST_NAMES = 26
_LEADER_COST = 0.04
_GRID = 9.0


@dataclass(frozen=True)
class _Column:
    """Names below each other: their sites, the words, and where they start."""

    marks: tuple[Mark, ...]
    names: tuple[str, ...]
    side: str
    corner: Point
    cost: float


def site_labels(marks: Sequence[Mark], labelling: Labelling) -> list[Part]:
    """Names of sites with the number of launches; those with most launches go first."""
    left, top, right, bottom = labelling.room.box
    seen = [mark for mark in marks if left < mark.at[0] < right and top < mark.at[1] < bottom]
    parts: list[Part] = []
    waiting = seen
    if len(seen) <= MOST_BESIDE:
        waiting = []
        for mark in seen:
            placed = label_beside(_name(mark, labelling.lang), mark.at, labelling, most=4.0)
            if placed:
                parts.append(labelling.take(placed))
            else:
                waiting.append(mark)
    for number in range(min(len(waiting), _MOST_NAMES), 0, -1):
        columns = _best_columns(waiting[:number], labelling)
        if columns is not None:
            return parts + [part for column in columns for part in _set(column, labelling)]
    return parts


def _best_columns(marks: Sequence[Mark], labelling: Labelling) -> list[_Column] | None:
    """Columns at the left and the right that cost the least together; None without room."""
    from_west = sorted(marks, key=lambda mark: mark.at[0])
    best: list[_Column] | None = None
    for share in _SPLITS:
        split = math.ceil(share * len(from_west))
        wanted = [("left", from_west[:split]), ("right", from_west[split:])]
        columns = [_best_column(part, side, labelling) for side, part in wanted if part]
        found = [column for column in columns if column is not None]
        if len(found) == len(columns) and (best is None or _total(found) < _total(best)):
            best = found
    return best


def _total(columns: Sequence[_Column]) -> float:
    return sum(column.cost for column in columns)


def _best_column(marks: Sequence[Mark], side: str, labelling: Labelling) -> _Column | None:
    ordered = sorted(marks, key=lambda mark: (mark.at[1], mark.at[0]))
    names = tuple(_name(mark, labelling.lang) for mark in ordered)
    size = 0.94 * labelling.letter
    widest = max(line_width(name, size, labelling.lang, "regular") for name in names)
    step = _STEP * labelling.letter
    height = step * len(names)
    sites = np.array([mark.at for mark in ordered])
    slots = step * (np.arange(len(names)) + 0.5)
    left, top, right, bottom = labelling.room.box
    if side == "left":
        first = left + widest + 6
        places = np.arange(first, max(first + 1, sites[:, 0].max() - _GAP), _GRID)
    else:
        last = min(sites[:, 0].max() + _REACH, right - widest - 6)
        places = np.arange(sites[:, 0].min() + _GAP, last, _GRID)
    best: _Column | None = None
    for x in places:
        for y in np.arange(top + 4, bottom - height - 4, _GRID):
            leaders = np.hypot(sites[:, 0] - x, sites[:, 1] - (y + slots)).sum()
            cost = _LEADER_COST * float(leaders)
            if best is not None and cost >= best.cost:
                continue
            edge = x - widest if side == "left" else x
            cost += labelling.room.cost((edge - 2, y, edge + widest + 2, y + height))
            if cost < (best.cost if best else math.inf):
                corner = (float(x), float(y))
                best = _Column(tuple(ordered), names, side, corner, cost)
    return best


def _set(column: _Column, labelling: Labelling) -> list[Part]:
    x, y = column.corner
    step = _STEP * labelling.letter
    slots = [y + step * (number + 0.5) for number in range(len(column.marks))]
    order = _uncrossed([mark.at for mark in column.marks], slots, x)
    outward, anchor = (1.0, "end") if column.side == "left" else (-1.0, "start")
    parts: list[Part] = []
    for slot, place in zip(slots, order, strict=True):
        at = (x, slot + 0.34 * labelling.letter)
        text = set_label(column.names[place], at, labelling, anchor, role="site name")
        site = column.marks[place].at
        leader = ((x + outward * 3, slot), (x + outward * 9, slot), site)
        parts += [Path((leader,), stroke=LEADER, width=0.7, role="leader"), labelling.take(text)]
    return parts


def _uncrossed(sites: Sequence[Point], slots: Sequence[float], x: float) -> list[int]:
    """Which site each slot of a column is for, so that few leaders cross: neighbours change."""
    order = list(range(len(sites)))
    for _ in range(len(order) ** 2):
        changed = False
        for upper, lower in pairwise(range(len(order))):
            first, second = order[upper], order[lower]
            if _cross((x, slots[upper]), sites[first], (x, slots[lower]), sites[second]):
                order[upper], order[lower] = second, first
                changed = True
        if not changed:
            break
    return order


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _name(mark: Mark, lang: str) -> str:
    return f"{site_words(mark.site, lang)} ({len(mark.launches)})"
