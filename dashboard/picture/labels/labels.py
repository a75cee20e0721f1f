"""Labels on a map of a picture: each where it covers nothing that matters, or not at all."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.asset_files import ASSETS
from dashboard.picture.paper.drawing import Box, Dot, Part, Path, Point, Text, as_point
from dashboard.picture.paper.type_setting import set_line
from dashboard.picture.scene.extent import MapFrame
from dashboard.picture.scene.marks import Track
from dashboard.picture.scene.room import Room
from dashboard.words.picture_dates import day_words
from dashboard.words.picture_words import (
    range_words,
    short_missile_words,
    value_words,
)

HALO = "#ffffff"
INK, QUIET, WATER = "#1f2a30", "#6b7377", "#5b86a8"
LEADER = "#7b868b"
PADDING = 2.0
"""Room kept free around a label."""
_FAR = (22.0, 34.0, 48.0, 64.0)
_MOST_COST = 14.0
"""What a label may cover of tracks before it gets shorter words, and at last none."""
_DIRECTIONS = 16


@dataclass(frozen=True)
class Labelling:
    """What labels are made with: the language, the size of plain text, and the room left."""

    lang: str
    letter: float
    room: Room

    def take(self, text: Text) -> Text:
        """Keep the room of a text."""
        self.room.block(padded(text.box))
        return text


def flight_labels(shown: Sequence[Track], labelling: Labelling, *, same_year: bool) -> list[Part]:
    """Name, day and range at the end of a track, or as much of it as finds room."""
    parts: list[Part] = []
    for track, alike in _one_of_each_launch(shown):
        at = as_point(track.ends[0])
        for words in track_words(track, alike, labelling.lang, same_year=same_year):
            label = _at_point(words, at, labelling, 1.0, far=True)
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
            f"×{track.missiles}", as_point(track.ends[0]), labelling, 1.0, far=False
        )
    ]


def day_labels(shown: Sequence[Track], labelling: Labelling, *, same_year: bool) -> list[Part]:
    """Day of each track at its end, as far as there is room."""
    parts: list[Part] = []
    for track in shown:
        days = {one.launch.date for one in track.flights}
        if len(days) == 1:
            words = day_words(days.pop(), labelling.lang, year=not same_year)
            parts += _at_point(words, as_point(track.ends[0]), labelling, 1.0, far=False)
    return parts


def _one_of_each_launch(shown: Sequence[Track]) -> list[tuple[Track, int]]:
    """Tracks without those of a launch and range labelled before, with the missiles of all."""
    counts: dict[tuple[object, ...], list[Track]] = {}
    for track in shown:
        launches = frozenset(flight.launch.id for flight in track.flights)
        counts.setdefault((launches, track.flights[0].range_km.value), []).append(track)
    return [(each[0], sum(track.missiles for track in each)) for each in counts.values()]


def track_words(track: Track, missiles: int, lang: str, *, same_year: bool) -> list[str]:
    """
    Labels of a track, the fullest first.

    For example `Hwasong-12, 30 Jan, 800 km ×2`, `30 Jan, 800 km ×2` and `800 km ×2`.
    """
    flight = track.flights[0]
    days = {one.launch.date for one in track.flights}
    named = {one.launch.missile.id for one in track.flights}
    name = short_missile_words(flight.launch.missile, lang) if len(named) == 1 else ""
    day = day_words(flight.launch.date, lang, year=not same_year) if len(days) == 1 else ""
    times = f" ×{missiles}" if missiles > 1 else ""
    length = range_words(flight.range_km.value, lang) + times
    full = [", ".join(filter(None, words)) for words in ((name, day, length), (day, length))]
    return list(dict.fromkeys([*full, length]))


def place_labels(frame: MapFrame, sea: str, labelling: Labelling) -> list[Part]:
    """Names of seas, countries and cities that find room, the greater first."""
    parts: list[Part] = []
    left, top, right, bottom = labelling.room.box
    # A map of half the world has no room for its cities.
    cities = frame.km_per_unit < 4.5
    for label in _base_labels():
        at = as_point(frame.place(label["latitude"], label["longitude"])[0])
        inside = left < at[0] < right and top < at[1] < bottom
        if not inside and label["kind"] == "city":
            continue
        if label["kind"] == "city":
            if cities:
                parts += _city(label["names"][labelling.lang], at, labelling)
            continue
        name = label["names"][labelling.lang]
        if label["id"] == "east-sea":
            name = value_words(sea, labelling.lang)
        if inside:
            parts += _area_name(name, label, at, labelling)
    return parts


def _city(name: str, at: Point, labelling: Labelling) -> list[Part]:
    x, y = at
    if math.isinf(labelling.room.cost((x - 3, y - 3, x + 3, y + 3))):
        return []
    text = label_beside(name, at, labelling, most=8.0, colour=QUIET, halo="#f6f4ee")
    if text is None:
        return []
    labelling.room.block((x - 3, y - 3, x + 3, y + 3))
    return [Dot(at, 2.3, "#ffffff", QUIET, 1.0), labelling.take(text)]


def _area_name(name: str, label: dict[str, object], at: Point, labelling: Labelling) -> list[Part]:
    """Name of a sea or a country, moved a little where its place is taken."""
    sea, focus = label["kind"] == "sea", bool(label.get("focus"))
    latin = labelling.lang == "en"
    size = labelling.letter * (1.5 if label["id"] == "east-sea" else 1.2 if sea else 1.05)
    words = name if sea or not latin else name.upper()
    style = "italic" if sea else "semibold" if focus else "regular"
    colour = WATER if sea else "#5d5137" if focus else "#777569"
    spacing = size * (0.04 if sea else 0.1)
    reach = (9 if focus else 24) if not sea else 40
    best, least = None, 40.0 if focus else 25.0
    for right, down in _nearby(reach):
        text = set_line(
            words,
            (at[0] + right * 5, at[1] + down * 4),
            size,
            labelling.lang,
            style=style,
            anchor="middle",
            spacing=spacing,
            colour=colour,
            halo="#dbe7ee" if sea else "#e8dfca" if focus else "#f6f4ee",
            halo_width=2.5,
            role="place",
        )
        cost = labelling.room.cost(padded(text.box)) + 0.05 * (abs(right) + abs(down))
        if cost < least:
            best, least = text, cost
        if cost < 0.5:
            break
    return [labelling.take(best)] if best else []


@cache
def _nearby(reach: int) -> list[tuple[int, int]]:
    steps = range(-reach, reach + 1, 3)
    return sorted(
        ((x, y) for x in steps for y in steps), key=lambda step: (math.hypot(*step), step)
    )


def _at_point(words: str, at: Point, labelling: Labelling, most: float, *, far: bool) -> list[Part]:
    """Label beside a point, or farther off with a line that leads to it."""
    beside = label_beside(words, at, labelling, most=most + 6.0)
    if beside:
        return [labelling.take(beside)]
    if not far:
        return []
    best, least, start = None, _MOST_COST, at
    for distance in _FAR:
        for text, end in _around(words, at, distance, labelling):
            cost = labelling.room.cost(padded(text.box)) + 0.15 * distance
            if cost < least:
                best, least, start = text, cost, end
        if least < _MOST_COST / 2:
            break
    if best is None:
        return []
    return [Path(((at, start),), stroke=LEADER, width=0.8, role="leader"), labelling.take(best)]


def _around(
    words: str, at: Point, distance: float, labelling: Labelling
) -> Iterable[tuple[Text, Point]]:
    """Labels around a point at a distance, each with where its leader ends."""
    for number in range(_DIRECTIONS):
        angle = 2 * math.pi * number / _DIRECTIONS
        end = (at[0] + distance * math.cos(angle), at[1] + distance * math.sin(angle))
        rightward = math.cos(angle) > -0.01
        x = end[0] + (2.0 if rightward else -2.0)
        text = set_label(
            words, (x, end[1] + 0.34 * labelling.letter), labelling, "start" if rightward else "end"
        )
        yield text, end


def label_beside(
    words: str, at: Point, labelling: Labelling, *, most: float, **look: object
) -> Text | None:
    """Label right, left, above or below a point, where that costs the least."""
    gap, height = 8.0, labelling.letter
    places = (
        (gap, 0.34 * height, "start"),
        (-gap, 0.34 * height, "end"),
        (0.0, -gap - 0.25 * height, "middle"),
        (0.0, gap + 0.8 * height, "middle"),
        (gap, -0.35 * height, "start"),
        (gap, 1.05 * height, "start"),
        (-gap, -0.35 * height, "end"),
        (-gap, 1.05 * height, "end"),
    )
    texts = [
        set_label(words, (at[0] + right, at[1] + down), labelling, anchor, **look)
        for right, down, anchor in places
    ]
    best = labelling.room.best([padded(text.box) for text in texts], most)
    return None if best is None else texts[best]


def padded(box: Box) -> Box:
    """Box with the room that is kept free around a label."""
    return (box[0] - PADDING, box[1] - PADDING, box[2] + PADDING, box[3] + PADDING)


def set_label(words: str, at: Point, labelling: Labelling, anchor: str, **look: object) -> Text:
    """Text of a label with the rim that keeps it legible over lines."""
    plain = {"halo": HALO, "halo_width": 2.8, "role": "label"}
    return set_line(
        words, at, labelling.letter * 0.94, labelling.lang, anchor=anchor, **plain | look
    )


@cache
def _base_labels() -> list[dict[str, object]]:
    labels = json.loads((ASSETS / "base" / "labels.json").read_text(encoding="utf-8"))["labels"]
    ranks = {"sea": 0, "country": 1, "city": 2}
    return sorted(labels, key=lambda label: (not label.get("focus"), ranks[label["kind"]]))
