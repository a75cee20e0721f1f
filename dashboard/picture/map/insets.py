"""Insets of a map: what leaves it, smaller, and where impacts lie dense, larger."""

from collections.abc import Sequence

import numpy as np

from dashboard.look import INK, PAPER, PICTURE
from dashboard.picture.labels.labels import Labelling, day_labels
from dashboard.picture.paper.drawing import Box, Line, Part, Path, as_point, holds
from dashboard.picture.paper.type_setting import set_line
from dashboard.picture.scene.clip import cut
from dashboard.picture.scene.extent import MapFrame, frame_of_all
from dashboard.picture.scene.ground import ground
from dashboard.picture.scene.marks import Track, flights_of, site_marks, tracks
from dashboard.picture.scene.painting import (
    line,
    paint_ends,
    paint_sites,
    paint_tracks,
    take_room,
)
from dashboard.picture.scene.room import Room
from dashboard.selection.view import View

FRAME_LINE, FRAME_WIDTH = PICTURE["frame"], 1.0
"""Colour and width [units] of the edge of a map and of an inset."""
TIMES = 3.5
"""How many times larger the detail is drawn."""
LEAST_DENSE = 7
"""Impact points that must lie together for a detail to be worth its room."""
_MARGIN = 10.0
"""Distance of an inset from the edges of the map [units]."""
_OVERVIEW_LETTER, _DETAIL_LETTER = 0.8, 0.9
"""Sizes of the letters of insets, as shares of those of the map: what is small is drawn finer."""
_OUTLINE_WIDTH = 1.0
"""Width of the outline of the main map [units]."""
_TITLE_SIZE, _TITLE_FOOT, _TITLE_INDENT = 0.92, 0.5, 5.0
"""Title of an inset: its size and the height of its baseline above the edge [heights of a letter],
and its distance from the left edge [units]."""
_TITLE_HEIGHT, TITLE_LENGTH = 1.7, 9.0
"""Room that is kept for it [heights of a letter]: as long as `Detail, 3.5×`."""


def overview(
    main: MapFrame, gone: Sequence[Track], box: Box, labelling: Labelling
) -> tuple[Part, ...]:
    """Small map of the tracks that leave the main one, with its outline."""
    outline = main.outline()
    frame = frame_of_all(box, [outline, *(flight.track for t in gone for flight in t.flights)])
    shown = tracks([flight for track in gone for flight in track.flights], frame)
    edge = frame.place_line(np.concatenate([outline, outline[:1]]))
    parts = (
        Path((line(edge),), stroke=INK, width=_OUTLINE_WIDTH, role="outline"),
        *paint_tracks(shown, _OVERVIEW_LETTER * labelling.letter),
    )
    return _frame(frame, parts, labelling.words.say("picture.overview"), labelling)


def dense_window(shown: Sequence[Track], box: Box, size: tuple[float, float]) -> Box | None:
    """Window of a size that holds most impact points, where it holds enough of them."""
    ends = [as_point(end) for track in shown for end in track.ends if holds(box, as_point(end))]
    best: tuple[int, Box] | None = None
    width, height = size
    for x, y in ends:
        near = [(a, b) for a, b in ends if abs(a - x) <= width / 2 and abs(b - y) <= height / 2]
        if best is None or len(near) > best[0]:
            middle_x = (min(a for a, _ in near) + max(a for a, _ in near)) / 2
            middle_y = (min(b for _, b in near) + max(b for _, b in near)) / 2
            best = (
                len(near),
                (
                    middle_x - width / 2,
                    middle_y - height / 2,
                    middle_x + width / 2,
                    middle_y + height / 2,
                ),
            )
    return best[1] if best and best[0] >= LEAST_DENSE else None


def detail(  # noqa: PLR0913 - what it shows, where it stands, and how it is written
    view: View, main: MapFrame, window: Box, box: Box, labelling: Labelling, *, same_year: bool
) -> tuple[Part, ...]:
    """Small map of a window of the main one, larger."""
    middle = ((window[0] + window[2]) / 2, (window[1] + window[3]) / 2)
    frame = main.closer(box, middle, TIMES)
    shown = tracks(flights_of(view), frame)
    marks = site_marks(view, frame)
    dense = any(track.bundled for track in shown)
    room = Room(box)
    take_room(room, shown, marks, ())
    left, _, _, bottom = box
    letter = labelling.letter
    room.block((left, bottom - _TITLE_HEIGHT * letter, left + TITLE_LENGTH * letter, bottom))
    inner = Labelling(labelling.words, _DETAIL_LETTER * letter, room)
    parts = (
        # Where even the main map draws many as one, the lines would fill the inset.
        *(paint_ends if dense else paint_tracks)(shown, letter),
        *paint_sites(marks, letter),
        *day_labels([track for track in shown if not track.bundled], inner, same_year=same_year),
    )
    title = labelling.words.say("picture.detail", times=TIMES)
    return _frame(frame, parts, title, labelling)


def corner_places(box: Box, size: tuple[float, float]) -> list[Box]:
    """Boxes of a size along the edges of a map, its corners first."""
    left, top, right, bottom = box
    width, height = size
    across = [right - width - _MARGIN, left + _MARGIN, (left + right - width) / 2]
    down = [bottom - height - _MARGIN, top + _MARGIN, (top + bottom - height) / 2]
    order = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 2), (1, 2), (2, 1), (2, 0)]
    return [(across[x], down[y], across[x] + width, down[y] + height) for x, y in order]


def _frame(
    frame: MapFrame, parts: tuple[Part, ...], title: str, labelling: Labelling
) -> tuple[Part, ...]:
    """Inset with its ground, its edge and its title."""
    box = frame.box
    left, top, right, bottom = box
    edge: Line = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    words = set_line(
        title,
        (left + _TITLE_INDENT, bottom - _TITLE_FOOT * labelling.letter),
        _TITLE_SIZE * labelling.letter,
        labelling.lang,
        style="semibold",
        halo=PAPER,
        role="inset title",
    )
    rim = Path((edge,), stroke=FRAME_LINE, width=FRAME_WIDTH, role="frame")
    return (*ground(frame), *cut(parts, box), rim, words)
