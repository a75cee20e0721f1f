"""Labels of flights on a map: each where it covers nothing that matters, or not at all."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Unpack

from dashboard.look import PAPER, PICTURE
from dashboard.picture.paper.drawing import Box, Part, Path, Point, Text, TextLook, as_point
from dashboard.picture.paper.type_setting import set_line
from dashboard.picture.scene.marks import Track
from dashboard.picture.scene.room import Room
from dashboard.words.dates import day_words
from dashboard.words.names import short_missile_words
from dashboard.words.say import Words

LEADER, LEADER_WIDTH = PICTURE["leader"], 0.8
"""Colour and width [units] of the line from a label to what it is of."""
LABEL_SIZE, LABEL_RIM = 0.94, 2.8
"""Size of a label [heights of a letter], and width of the rim that keeps it legible [units]."""
MIDDLE = 0.34
"""How far a baseline lies below the middle of its letters [heights of a letter]."""
PADDING = 2.0
"""Room kept free around a label [units]."""
_BESIDE = 8.0
"""Distance of a label from the point beside which it stands [units]: clear of its mark."""
_ABOVE, _BELOW = 0.25, 0.8
"""How much farther its baseline is above and below the point [heights of a letter]."""
_RAISED, _LOWERED = 0.35, 1.05
"""How far a baseline is above and below the point where a label stands off to the side as well."""
_FAR = (22.0, 34.0, 48.0, 64.0)
"""Distances of labels that a line leads to [units]; from farther off an eye loses it."""
_DIRECTIONS = 16
"""Directions in which such a label is tried, at each distance."""
_LEADER_END = 2.0
"""Distance of a label from the end of its line [units]."""
_NO_SIDE = 0.01
"""Cosine below which a direction is straight up or down: such a label begins at its line."""
_MOST_COST, _MOST_BESIDE_COST = 14.0, 7.0
"""What a label may cover of tracks, a cell of which costs 1, before it gets shorter words, and at
last none: with a line that leads to it, and beside its point, where it is taken for another's."""
_DISTANCE_COST = 0.15
"""Cost of a unit of distance: nearer over a track is better than far off over none."""


@dataclass(frozen=True)
class Labelling:
    """What labels are made with: the words, the size of plain text, and the room left."""

    words: Words
    letter: float
    room: Room

    @property
    def lang(self) -> str:
        """Language of the labels."""
        return self.words.lang

    def take(self, text: Text) -> Text:
        """Keep the room of a text."""
        self.room.block(with_padding(text.box))
        return text


def flight_labels(shown: Sequence[Track], labelling: Labelling, *, same_year: bool) -> list[Part]:
    """Name, day and range at the end of a track, or as much of it as finds room."""
    parts: list[Part] = []
    for track, alike in _one_of_each_launch(shown):
        at = as_point(track.ends[0])
        for words in track_words(labelling.words, track, alike, same_year=same_year):
            label = _at_point(words, at, labelling, far=True)
            if label:
                parts += label
                break
    return parts


def number_labels(shown: Sequence[Track], labelling: Labelling) -> list[Part]:
    """How many missiles flew along a track, where it was more than one."""
    return [
        part
        for track in shown
        if track.missiles > 1
        for part in _at_point(
            labelling.words.say("picture.missiles", missiles=track.missiles),
            as_point(track.ends[0]),
            labelling,
            far=False,
        )
    ]


def day_labels(shown: Sequence[Track], labelling: Labelling, *, same_year: bool) -> list[Part]:
    """Day of each track at its end, as far as there is room."""
    parts: list[Part] = []
    for track in shown:
        days = {one.launch.date for one in track.flights}
        if len(days) == 1:
            words = day_words(labelling.words, days.pop(), year=not same_year)
            parts += _at_point(words, as_point(track.ends[0]), labelling, far=False)
    return parts


def _one_of_each_launch(shown: Sequence[Track]) -> list[tuple[Track, int]]:
    """Tracks without those of a launch and range labelled before, with the missiles of all."""
    counts: dict[tuple[object, ...], list[Track]] = {}
    for track in shown:
        launches = frozenset(flight.launch.id for flight in track.flights)
        counts.setdefault((launches, track.flights[0].range_km.value), []).append(track)
    return [(each[0], sum(track.missiles for track in each)) for each in counts.values()]


def track_words(words: Words, track: Track, missiles: int, *, same_year: bool) -> list[str]:
    """
    Labels of a track, the fullest first.

    For example `Hwasong-12, 30 Jan, 800 km ×2`, `30 Jan, 800 km ×2` and `800 km ×2`.
    """
    flight = track.flights[0]
    days = {one.launch.date for one in track.flights}
    named = {one.launch.missile.id for one in track.flights}
    name = short_missile_words(words, flight.launch.missile) if len(named) == 1 else ""
    day = day_words(words, flight.launch.date, year=not same_year) if len(days) == 1 else ""
    length = words.say("picture.km", number=flight.range_km.value)
    if missiles > 1:
        length = words.say("picture.times", range=length, missiles=missiles)
    dated = words.say("picture.label", first=day, next=length) if day else length
    full = words.say("picture.label", first=name, next=dated) if name else dated
    return list(dict.fromkeys([full, dated, length]))


def _at_point(words: str, at: Point, labelling: Labelling, *, far: bool) -> list[Part]:
    """Label beside a point, or farther off with a line that leads to it."""
    beside = label_beside(words, at, labelling, most=_MOST_BESIDE_COST)
    if beside:
        return [labelling.take(beside)]
    if not far:
        return []
    best, least, start = None, _MOST_COST, at
    for distance in _FAR:
        for text, end in _around(words, at, distance, labelling):
            cost = labelling.room.cost(with_padding(text.box)) + _DISTANCE_COST * distance
            if cost < least:
                best, least, start = text, cost, end
        if least < _MOST_COST / 2:
            break
    if best is None:
        return []
    return [
        Path(((at, start),), stroke=LEADER, width=LEADER_WIDTH, role="leader"),
        labelling.take(best),
    ]


def _around(
    words: str, at: Point, distance: float, labelling: Labelling
) -> Iterable[tuple[Text, Point]]:
    """Labels around a point at a distance, each with where its leader ends."""
    for number in range(_DIRECTIONS):
        angle = 2 * math.pi * number / _DIRECTIONS
        end = (at[0] + distance * math.cos(angle), at[1] + distance * math.sin(angle))
        rightward = math.cos(angle) > -_NO_SIDE
        x = end[0] + (_LEADER_END if rightward else -_LEADER_END)
        start = (x, end[1] + MIDDLE * labelling.letter)
        yield set_label(words, start, labelling, "start" if rightward else "end"), end


def label_beside(
    words: str, at: Point, labelling: Labelling, *, most: float, **look: Unpack[TextLook]
) -> Text | None:
    """Label right, left, above or below a point, where that costs the least."""
    gap, height = _BESIDE, labelling.letter
    places = (
        (gap, MIDDLE * height, "start"),
        (-gap, MIDDLE * height, "end"),
        (0.0, -gap - _ABOVE * height, "middle"),
        (0.0, gap + _BELOW * height, "middle"),
        (gap, -_RAISED * height, "start"),
        (gap, _LOWERED * height, "start"),
        (-gap, -_RAISED * height, "end"),
        (-gap, _LOWERED * height, "end"),
    )
    texts = [
        set_label(words, (at[0] + right, at[1] + down), labelling, anchor, **look)
        for right, down, anchor in places
    ]
    best = labelling.room.best([with_padding(text.box) for text in texts], most)
    return None if best is None else texts[best]


def with_padding(box: Box) -> Box:
    """Box with the room that is kept free around a label."""
    left, top, right, bottom = box
    return (left - PADDING, top - PADDING, right + PADDING, bottom + PADDING)


def set_label(
    words: str, at: Point, labelling: Labelling, anchor: str, **look: Unpack[TextLook]
) -> Text:
    """Text of a label with the rim that keeps it legible over lines."""
    whole: TextLook = {"halo": PAPER, "halo_width": LABEL_RIM, "role": "label", **look}
    size = LABEL_SIZE * labelling.letter
    return set_line(words, at, size, labelling.lang, anchor=anchor, **whole)
