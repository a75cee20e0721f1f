"""The map of a picture with everything on it, and its insets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard.look import INK, TYPE_COLOURS
from dashboard.picture.labels.labels import Labelling, flight_labels, number_labels
from dashboard.picture.labels.place_names import place_labels
from dashboard.picture.labels.site_names import site_labels
from dashboard.picture.map.content import Content
from dashboard.picture.map.furniture import degree_labels, scale_bar
from dashboard.picture.map.insets import (
    TIMES,
    TITLE_LENGTH,
    corner_places,
    dense_window,
    detail,
    overview,
)
from dashboard.picture.paper.drawing import Box, Part, Path
from dashboard.picture.scene.clip import cut
from dashboard.picture.scene.exits import Exit
from dashboard.picture.scene.ground import ground
from dashboard.picture.scene.marks import Track
from dashboard.picture.scene.painting import (
    arrow_head,
    paint_areas,
    paint_danger_areas,
    paint_sites,
    paint_traces,
    paint_tracks,
    take_room,
)
from dashboard.picture.scene.room import Room

_INSET_SHARE = 0.235
"""Share of a map's width that an inset takes."""
_LEAST_FREE = 0.1
"""Share of the map's height that room outside it must have for an inset."""
_ALL_LABELLED = 14
"""With at most so many tracks each gets its name and day."""
_LONG_LABELLED = 7
"""With more, so many of the longest do."""
_FULL_LABELS = 50.0
"""Width of a map that has room for so many names [heights of a letter]: narrower, fewer."""
_INSET_HEIGHT = 0.72
"""Height of an inset as a share of its width: near that of the maps of wide pictures."""
_INSET_ROOM = 4.0
"""Room kept free around an inset [units]."""
_ARROW_ROOM = 4.0
"""Room kept free above and below the tip of an arrow [units]: half the height of its head."""
_WINDOW_WIDTH = 0.8
"""Width of the outline of what an inset shows in detail [units]."""


@dataclass(frozen=True)
class DrawnMap:
    """
    A map in the layers that it is painted in, from the ground up.

    `marks` are flights, what is known in part, and sites with their names; `places` names of the
    map and its degrees; `labels` belong to the flights.
    """

    box: Box
    ground: Sequence[Part]
    marks: Sequence[Part]
    places: Sequence[Part]
    labels: Sequence[Part]
    scale: Sequence[Part]
    insets: Sequence[Part]

    @property
    def whole(self) -> list[Part]:
        """Map with everything on it."""
        inside = (*self.marks, *self.places, *self.labels, *self.scale)
        # The ground ends at the edge by itself.
        return [*self.ground, *cut(inside, self.box), *self.insets]

    @property
    def bare(self) -> list[Part]:
        """Map without what the selection puts on it."""
        return [*self.ground, *cut((*self.places, *self.scale), self.box)]


def draw_map(content: Content, letter: float, free: Box | None) -> DrawnMap:
    """Map with its insets; `free` is room outside it that an inset may take."""
    view, frame, shown = content.view, content.frame, content.shown
    box = frame.box
    room = Room(box)
    labelling = Labelling(content.words, letter, room)
    traces = paint_traces(content.traces, frame, letter)
    take_room(room, shown, content.marks, traces)
    years = {launch.first_day.year for launch in view.launches}
    same_year = len(years) == 1
    bar = scale_bar(frame, labelling)
    gone = content.exits
    arrows = [arrow_head(*where, letter, TYPE_COLOURS[track.type]) for track, where in gone.items()]
    for tip, _ in gone.values():
        room.block((tip[0] - letter, tip[1] - _ARROW_ROOM, tip[0], tip[1] + _ARROW_ROOM))

    crowded = any(track.bundled for track in shown)
    names = site_labels(content.marks, labelling, crowded=crowded)
    inset_parts, windows = _insets(content, list(gone), labelling, free, same_year=same_year)
    named = _named(shown, list(gone), min(1.0, (box[2] - box[0]) / (_FULL_LABELS * letter)))
    flight_names = flight_labels(
        [_seen_to_end(track, gone) for track in named],
        labelling,
        same_year=same_year,
    )
    unnamed = [track for track in shown if not track.bundled and track not in named]
    numbers = number_labels(unnamed, labelling)
    marks = (
        *paint_danger_areas(content.announced, frame),
        *paint_areas(shown),
        *traces,
        *paint_tracks(shown, letter),
        *arrows,
        *windows,
        *paint_sites(content.marks, letter),
        *names,
    )
    sea = view.selection.sea_in(labelling.lang)
    places = (*place_labels(frame, sea, labelling), *degree_labels(frame, labelling))
    labels = (*numbers, *flight_names)
    return DrawnMap(box, ground(frame), marks, places, labels, bar, inset_parts)


def _named(shown: Sequence[Track], gone: Sequence[Track], share: float) -> list[Track]:
    """
    Tracks that get a name: all, or those that leave the map and the longest of the others.

    `share` is that of the usual number which there is room for.
    """
    if any(track.bundled for track in shown):
        return list(gone)
    others = [track for track in shown if track not in gone]
    by_range = sorted(others, key=lambda track: -track.flights[0].range_km.value)
    number = len(shown) if len(shown) <= share * _ALL_LABELLED else round(share * _LONG_LABELLED)
    return [*gone, *by_range[:number]]


def _seen_to_end(track: Track, gone: Mapping[Track, Exit]) -> Track:
    """Track whose label stands where it leaves the map, if it does."""
    return replace(track, ends=np.array([gone[track][0]])) if track in gone else track


def _insets(
    content: Content,
    gone: Sequence[Track],
    labelling: Labelling,
    free: Box | None,
    *,
    same_year: bool,
) -> tuple[list[Part], list[Part]]:
    """Insets that are needed and wide enough to be named, and outlines of their windows."""
    left, top, right, bottom = content.frame.box
    width = _INSET_SHARE * (right - left)
    size = (width, _INSET_HEIGHT * width)
    parts: list[Part] = []
    windows: list[Part] = []
    if width < TITLE_LENGTH * labelling.letter:
        return parts, windows
    places = [free] if free and free[3] - free[1] >= _LEAST_FREE * (bottom - top) else []
    if gone:
        place = places.pop() if places else _corner(content, size, labelling)
        if place:
            parts += overview(content.frame, gone, place, labelling)
    window_size = (size[0] / TIMES, size[1] / TIMES)
    window = dense_window(content.shown, content.frame.box, window_size)
    place = _corner(content, size, labelling) if window else None
    if window and place:
        inset = detail(content.view, content.frame, window, place, labelling, same_year=same_year)
        parts += inset
        edge = (*corners(window), (window[0], window[1]))
        windows.append(Path((edge,), stroke=INK, width=_WINDOW_WIDTH, role="window"))
    return parts, windows


def _corner(content: Content, size: tuple[float, float], labelling: Labelling) -> Box | None:
    """Free place at the edge of the map, taken."""
    places = corner_places(content.frame.box, size)
    best = labelling.room.best(places)
    if best is None:
        return None
    labelling.room.block(places[best], margin=_INSET_ROOM)
    return places[best]


def corners(box: Box) -> list[tuple[float, float]]:
    """Corners of a box, in turn."""
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
