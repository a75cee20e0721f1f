"""Altitude over distance of every flight of a deck that can be seen from the side, as one chart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.flights.trajectories import Curve
from dashboard.launch.altitude import KARMAN_LINE_KM, length_words
from dashboard.launch.axis import steps
from dashboard.look import DASHES, INK, PAPER, PICTURE, TYPE_COLOURS, TYPE_RANKS
from dashboard.picture.deck.frame import LETTER
from dashboard.picture.labels.labels import Labelling, label_beside
from dashboard.picture.paper.drawing import Box, Line, Part, Path, Point, Text, TextLook
from dashboard.picture.paper.type_setting import LINE_HEIGHT, set_line
from dashboard.picture.scene.painting import cross, line
from dashboard.picture.scene.room import Room
from dashboard.selection.filters import facet
from dashboard.selection.view import View
from dashboard.words.dates import day_words
from dashboard.words.durations import time_interval
from dashboard.words.names import short_missile_words
from dashboard.words.say import Words
from data.model import Launch

MOST_NAMED = 12
"""Flights that are named: the highest."""
_MOST_COST = 30.0
"""What a name may cover of other flights, a cell of which costs 1."""
_LEFT, _BELOW = 64.0, 44.0
"""Room for the figures of the scales, left of the chart and below it [units]."""
_ROOM_ABOVE = 1.1
"""Room kept above the highest flight for its name, as a multiple of its height."""
_LABEL_SIZE, _FIGURE_SIZE, _AXIS_SIZE = 0.9, 0.8, 0.85
"""Sizes of names, of the figures of the scales and of what they count [heights of a letter]."""
_FROM_CHART, _ABOVE_LINE = 8.0, 4.0
"""Distances of those figures from the chart, and of words from the line below them [units]."""
_MIDDLE = 0.34
"""How far a baseline lies below the middle of its letters [heights of a letter]."""
_LINE_WIDTH, _CASING_WIDTH, _GRID_WIDTH = 2.0, 4.0, 0.7
"""Widths of a flight, of its casing and of the lines of the scales [units]."""
_CROSS_ARM = 4.0
"""Half a side of the cross that marks a failure at its apogee [units]."""


@dataclass(frozen=True)
class Side:
    """The flight of some missiles of a launch, seen from the side."""

    launch: Launch
    curve: Curve


def sides(view: View) -> list[Side]:
    """Flights, seen from the side, of the launches selected, the highest last."""
    curves = view.atlas.curves
    found = [Side(launch, curve) for launch in view.launches for curve in curves[launch.id].drawn]
    return sorted(found, key=lambda each: each.curve.apogee_km.value)


def chart(words: Words, shown: Sequence[Side], box: Box) -> list[Part]:
    """Chart of flights within a box, with its scales."""
    left, top, right, foot = plot = (box[0] + _LEFT, box[1], box[2], box[3] - _BELOW)
    farthest = max(each.curve.ascent.distance_km.max() for each in shown)
    highest = max(each.curve.ascent.height_km.max() for each in shown) * _ROOM_ABOVE
    across, up = (right - left) / farthest, (foot - top) / highest
    labelling = Labelling(words, _LABEL_SIZE * LETTER, Room(plot))
    lines = []
    for each in shown:
        ascent = each.curve.ascent
        along, heights = ascent.distance_km, ascent.height_km
        lines.append(line(np.column_stack([left + along * across, foot - heights * up])))
        labelling.room.charge(lines[-1])
    drawn = list(zip(shown, lines, strict=True))
    by_rank = sorted(drawn, key=lambda each: TYPE_RANKS[facet(each[0].launch, "type")])
    return [
        *_across(words, plot, farthest),
        *_upward(words, plot, highest),
        *(part for each, curve in by_rank for part in _side(each, curve)),
        *_karman_line(plot, foot - KARMAN_LINE_KM * up, labelling),
        *_names(drawn[::-1][:MOST_NAMED], labelling),
    ]


def _side(each: Side, curve: Line) -> list[Part]:
    colour = TYPE_COLOURS[facet(each.launch, "type")]
    dash = DASHES["failed"] if each.curve.failed else ()
    parts: list[Part] = [
        Path((curve,), stroke=PAPER, width=_CASING_WIDTH, role="casing"),
        Path((curve,), stroke=colour, width=_LINE_WIDTH, dash=dash, role="track"),
    ]
    return parts + (cross(_apogee(curve), _CROSS_ARM, colour) if each.curve.failed else [])


def _apogee(curve: Line) -> Point:
    return min(curve, key=lambda point: point[1])


def _names(highest: Sequence[tuple[Side, Line]], labelling: Labelling) -> list[Part]:
    """Day, missile and derived flight time at the apogees that have room for it."""
    words = labelling.words
    parts: list[Part] = []
    for each, curve in highest:
        day = day_words(words, each.launch.date)
        missile = short_missile_words(words, each.launch.missile)
        name = words.say("picture.label", first=missile, next=day) if missile else day
        time = time_interval(words, each.curve.ascent)
        name = words.say("deck.flight", name=name, time=time)
        text = label_beside(name, _apogee(curve), labelling, most=_MOST_COST)
        parts += [labelling.take(text)] if text else []
    return parts


def _karman_line(plot: Box, y: float, labelling: Labelling) -> list[Part]:
    """Where space begins, if the chart reaches so far."""
    left, top, right, _ = plot
    if y < top:
        return []
    words = labelling.words
    height = length_words(words, KARMAN_LINE_KM)
    name = words.say("altitude.karman_line", height=height)
    size = _FIGURE_SIZE * LETTER
    at = (right, y - _ABOVE_LINE)
    look: TextLook = {"colour": PICTURE["quiet"], "halo": PAPER, "role": "label"}
    text = set_line(name, at, size, words.lang, anchor="end", **look)
    drawn = ((left, y), (right, y))
    stroke = Path((drawn,), stroke=PICTURE["quiet"], width=_GRID_WIDTH, dash=DASHES["region"])
    return [stroke, labelling.take(text)]


def _across(words: Words, plot: Box, farthest: float) -> list[Part]:
    """Scale of distances, below the chart, with the lines that lead up from it."""
    left, top, right, foot = plot
    base = foot + _FROM_CHART + _FIGURE_SIZE * LETTER
    parts: list[Part] = []
    for value in steps(farthest):
        x = left + value / farthest * (right - left)
        parts += [_grid((x, top), (x, foot)), _figure(words, value, (x, base), "middle")]
    named = (right, base + _AXIS_SIZE * LETTER * LINE_HEIGHT)
    return [*parts, _axis(words.say("deck.distance"), words.lang, named, "end")]


def _upward(words: Words, plot: Box, highest: float) -> list[Part]:
    """Scale of altitudes, left of the chart, with the lines that lead right from it."""
    left, top, right, foot = plot
    middle = _MIDDLE * _FIGURE_SIZE * LETTER
    parts: list[Part] = []
    for value in steps(highest):
        y = foot - value / highest * (foot - top)
        at = (left - _FROM_CHART, y + middle)
        parts += [_grid((left, y), (right, y)), _figure(words, value, at, "end")]
    at = (left + _FROM_CHART, top + LETTER)
    return [*parts, _axis(words.say("deck.height"), words.lang, at, "start")]


def _grid(start: Point, end: Point) -> Path:
    return Path(((start, end),), stroke=PICTURE["rule"], width=_GRID_WIDTH)


def _figure(words: Words, value: float, at: Point, anchor: str) -> Text:
    size, quiet = _FIGURE_SIZE * LETTER, PICTURE["quiet"]
    figure = words.number(value, 0)
    return set_line(figure, at, size, words.lang, anchor=anchor, colour=quiet, role="scale")


def _axis(said: str, lang: str, at: Point, anchor: str) -> Text:
    size = _AXIS_SIZE * LETTER
    look: TextLook = {"colour": INK, "halo": PAPER, "role": "scale"}
    return set_line(said, at, size, lang, anchor=anchor, style="semibold", **look)
