"""Names of sites on a map of a picture: beside a site that stands alone, else in columns."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dashboard.picture.labels.labels import (
    LABEL_SIZE,
    LEADER,
    MIDDLE,
    Labelling,
    label_beside,
    set_label,
)
from dashboard.picture.paper.drawing import Box, Part, Path, Point
from dashboard.picture.paper.type_setting import line_width
from dashboard.picture.scene.marks import Mark
from dashboard.words.names import short_site_words
from dashboard.words.say import Words

MOST_BESIDE = 6
"""With more sites than that those close to others are named in columns."""
_MOST_NAMES = 26
"""Names on any map: in columns of more the eye finds none."""
_MOST_AMID_BUNDLES = 12
"""Names on a map so full that tracks are drawn together: of the sites with most launches."""
_ALONE = 42.0
"""Distance of the nearest other site from one that is named beside it [units]: three letters."""
_MOST_COST_OF_FEW, _MOST_COST_BESIDE = 4.0, 1.0
"""What a name beside its site may cover of tracks, where there are few sites and where not."""
_STEP = 1.22
"""Distance of names in a column, in heights of a letter."""
_GAP = 16.0
"""Least distance of a column from the sites that it names [units]: leaders are seen to lead."""
_SHARES_WEST = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)
_SHARES_NORTH = (0.0, 0.3, 0.5, 0.7)
"""Shares of the sites tried: named at the west, and of the others those named at the north."""
_LEADER_COST = 0.0009
"""Cost of a leader's length squared: several of middle length are better than one of great."""
_EAST_FACTOR = 1.5
"""How much dearer leaders to the east are, where flights go."""
_GRID = 9.0
"""Distance of the places at which a column is tried [units]: under a letter."""
_END_MARGIN, _TOP_MARGIN = 6.0, 4.0
"""Distance of a column from the edges of the map at its side and above and below [units]."""
_NEAR_NAMES, _FAR_NAMES = 2.0, 4.0
"""Room kept free beside the names of a column, where their leaders meet them and beyond [units]."""
_LEADER_START, _LEADER_BEND = 3.0, 9.0
"""Distances from the names at which a leader starts, and turns toward its site [units]."""
_LEADER_WIDTH = 0.7
"""Width of such a leader [units]: thinner than one that stands alone, as many run side by side."""
_LEADER_ROOM_COST = 0.7
"""Cost of covering a cell of a leader, of which a track costs 1."""


@dataclass(frozen=True)
class _Column:
    """Names below each other: their sites, the words, the box and the edge that leaders meet."""

    marks: tuple[Mark, ...]
    names: tuple[str, ...]
    box: Box
    at_west: bool
    cost: float

    @property
    def edge(self) -> float:
        return self.box[2] if self.at_west else self.box[0]


def site_labels(marks: Sequence[Mark], labelling: Labelling, *, crowded: bool) -> list[Part]:
    """Names of sites with the number of launches; those with most launches go first."""
    left, top, right, bottom = labelling.room.box
    seen = [mark for mark in marks if left < mark.at[0] < right and top < mark.at[1] < bottom]
    # A picture of one launch need not say that it is one.
    counted = sum(len(mark.launches) for mark in marks) > 1
    named = seen[: _MOST_AMID_BUNDLES if crowded else _MOST_NAMES]
    parts: list[Part] = []
    waiting = []
    for mark in named:
        few = len(seen) <= MOST_BESIDE
        most = _MOST_COST_OF_FEW if few else _MOST_COST_BESIDE
        beside = None
        if few or _alone(mark, seen):
            name = _name(mark, labelling.words, counted=counted)
            beside = label_beside(name, mark.at, labelling, most=most)
        if beside:
            parts.append(labelling.take(beside))
        else:
            waiting.append(mark)
    for number in range(len(waiting), 0, -1):
        columns = _best_columns(waiting[:number], labelling, counted=counted)
        if columns:
            return parts + [part for column in columns for part in _set(column, labelling)]
    return parts


def _alone(mark: Mark, seen: Sequence[Mark]) -> bool:
    return all(other is mark or math.dist(mark.at, other.at) > _ALONE for other in seen)


def _best_columns(
    marks: Sequence[Mark], labelling: Labelling, *, counted: bool
) -> list[_Column] | None:
    """Columns west and east of their sites that cost the least together; None without room."""
    best: list[_Column] | None = None
    tried: dict[tuple[tuple[Mark, ...], bool], _Column | None] = {}
    for groups in _groups(marks):
        columns = []
        for group in groups:
            if group not in tried:
                part, at_west = group
                tried[group] = _best_column(part, labelling, at_west=at_west, counted=counted)
            columns.append(tried[group])
        found = [column for column in columns if column]
        if len(found) < len(columns) or _overlap(found):
            continue
        if best is None or _total(found) < _total(best):
            best = found
    return best


def _groups(marks: Sequence[Mark]) -> Iterator[list[tuple[tuple[Mark, ...], bool]]]:
    """Ways to share sites out among a column at the west and two at the east."""
    from_west = sorted(marks, key=lambda mark: mark.at)
    for west in dict.fromkeys(math.ceil(share * len(marks)) for share in _SHARES_WEST):
        east = sorted(from_west[west:], key=lambda mark: mark.at[1])
        for north in dict.fromkeys(math.ceil(share * len(east)) for share in _SHARES_NORTH):
            groups = [(from_west[:west], True), (east[:north], False), (east[north:], False)]
            yield [(tuple(group), at_west) for group, at_west in groups if group]


def _total(columns: Sequence[_Column]) -> float:
    return sum(column.cost for column in columns)


def _overlap(columns: Sequence[_Column]) -> bool:
    """Whether two columns, which stand in order from north to south, share room."""
    east = [column.box for column in columns if not column.at_west]
    return any(upper[3] > lower[1] for upper, lower in pairwise(east))


def _best_column(
    marks: tuple[Mark, ...], labelling: Labelling, *, at_west: bool, counted: bool
) -> _Column | None:
    ordered = tuple(sorted(marks, key=lambda mark: (mark.at[1], mark.at[0])))
    names = tuple(_name(mark, labelling.words, counted=counted) for mark in ordered)
    size = LABEL_SIZE * labelling.letter
    widest = max(line_width(name, size, labelling.lang, "regular") for name in names)
    step = _STEP * labelling.letter
    height = step * len(names)
    sites = np.array([mark.at for mark in ordered])
    slots = step * (np.arange(len(names)) + 0.5)
    left, top, right, bottom = labelling.room.box
    # No leader runs back across the names.
    if at_west:
        edges = np.arange(left + widest + _END_MARGIN, sites[:, 0].min() - _GAP, _GRID)
    else:
        edges = np.arange(sites[:, 0].max() + _GAP, right - widest - _END_MARGIN, _GRID)
    tops = np.arange(top + _TOP_MARGIN, bottom - height - _TOP_MARGIN, _GRID)
    if not len(edges) or not len(tops):
        return None
    across = sites[:, 0] - edges[:, None]
    down = sites[:, 1] - (tops[:, None] + slots)
    squared = (across**2).sum(axis=1) + (down**2).sum(axis=1)[:, None]
    dear = _LEADER_COST * (1.0 if at_west else _EAST_FACTOR)
    lefts = edges - widest - _FAR_NAMES if at_west else edges - _NEAR_NAMES
    room = widest + _NEAR_NAMES + _FAR_NAMES
    costs = labelling.room.costs(lefts, tops, room, height) + dear * squared
    row, column = np.unravel_index(costs.argmin(), costs.shape)
    if not math.isfinite(costs[row, column]):
        return None
    x, y = float(edges[column]), float(tops[row])
    box = (x - widest, y, x, y + height) if at_west else (x, y, x + widest, y + height)
    return _Column(ordered, names, box, at_west, float(costs[row, column]))


def _set(column: _Column, labelling: Labelling) -> list[Part]:
    step = _STEP * labelling.letter
    slots = [column.box[1] + step * (number + 0.5) for number in range(len(column.marks))]
    order = order_of_slots([mark.at for mark in column.marks], slots, column.edge)
    outward, anchor = (1.0, "end") if column.at_west else (-1.0, "start")
    parts: list[Part] = []
    for slot, place in zip(slots, order, strict=True):
        at = (column.edge, slot + MIDDLE * labelling.letter)
        text = set_label(column.names[place], at, labelling, anchor, role="site name")
        site = column.marks[place].at
        leader = (
            (column.edge + outward * _LEADER_START, slot),
            (column.edge + outward * _LEADER_BEND, slot),
            site,
        )
        labelling.room.charge(leader, _LEADER_ROOM_COST)
        parts += [
            Path((leader,), stroke=LEADER, width=_LEADER_WIDTH, role="leader"),
            labelling.take(text),
        ]
    return parts


def order_of_slots(sites: Sequence[Point], slots: Sequence[float], x: float) -> list[int]:
    """
    Which site each slot of a column is for, so that no leaders cross.

    Two leaders that cross change places, which makes them shorter together; so it comes to an end.
    """
    order = list(range(len(sites)))
    changed = True
    while changed:
        changed = False
        for upper in range(len(order)):
            for lower in range(upper + 1, len(order)):
                first, second = order[upper], order[lower]
                if _cross((x, slots[upper]), sites[first], (x, slots[lower]), sites[second]):
                    order[upper], order[lower] = second, first
                    changed = True
    return order


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _name(mark: Mark, words: Words, *, counted: bool) -> str:
    name = short_site_words(words, mark.site)
    if not counted:
        return name
    return words.say("picture.site", site=name, launches=len(mark.launches))
