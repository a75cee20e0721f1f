"""What a map needs besides its content: a scale and the degrees of its graticule."""

import numpy as np

from dashboard.look import INK, LAND, PAPER, PICTURE
from dashboard.picture.labels.labels import Labelling, with_padding
from dashboard.picture.paper.drawing import Part, Path, TextLook
from dashboard.picture.paper.type_setting import set_line
from dashboard.picture.scene.extent import MapFrame
from dashboard.picture.scene.ground import graticule_step_deg
from dashboard.words.say import Words
from geo.geodesic import FULL_TURN_DEG, HALF_TURN_DEG

_BAR_SHARE = 0.16
"""Share of a map's width that its scale takes at most."""
_ROUND_LENGTHS = (5, 3, 2, 1)
"""First figures of a length that a reader divides without thinking, the longest first."""
_MARGIN = 14.0
"""Distance of the scale from the edges of the map [units]."""
_BAR_HEIGHT, _BAR_RIM = 4.0, 0.8
"""Height of its bar and width of the bar's rim [units]."""
_ABOVE_BAR = 8.0
"""Height of its figures' baseline above its foot, and room kept beyond its end [units]."""
_SCALE_SIZE, _DEGREE_SIZE = 0.85, 0.82
"""Sizes of their letters [heights of a letter]: read when looked for."""
_SCALE_TOP = 2.0
"""Height of bar and figures together, in sizes of the figures."""
_SCALE_RIM_WIDTH, _DEGREE_RIM_WIDTH = 2.5, 2.0
"""Widths of the rims of their letters [units]."""
_FROM_FOOT, _FROM_SIDE, _ABOVE_LINE = 6.0, 5.0, 4.0
"""Distances of degrees from the lower edge and the right one, and of the latter from their line
[units]."""
_EDGE_POINTS = 400
"""Points of an edge between which the lines of the graticule are sought: 3 units apart."""
_MOST_DEGREE_COST = 12.0
"""What degrees may cover of tracks: less than labels may, as the next line has its degrees too."""


def scale_bar(frame: MapFrame, labelling: Labelling) -> list[Part]:
    """Scale in kilometres at the lower left of the map, true in its middle."""
    left, _, right, bottom = frame.box
    room_km = _BAR_SHARE * (right - left) * frame.km_per_unit
    power = 10 ** np.floor(np.log10(room_km))
    length_km = next(n * power for n in _ROUND_LENGTHS if n * power <= room_km)
    length = float(length_km / frame.km_per_unit)
    x, y = left + _MARGIN, bottom - _MARGIN
    size = _SCALE_SIZE * labelling.letter
    top, above = y - _BAR_HEIGHT, y - _ABOVE_BAR
    labelling.room.block((left, y - _SCALE_TOP * size, x + length + _ABOVE_BAR, bottom))
    whole, half = (_rectangle(x, top, each, _BAR_HEIGHT) for each in (length, length / 2))
    look: TextLook = {"halo": LAND, "halo_width": _SCALE_RIM_WIDTH, "role": "scale"}
    lang = labelling.lang
    words = labelling.words.say("picture.scale", length=float(length_km))
    bar = [
        Path((whole,), PAPER, INK, _BAR_RIM, role="scale"),
        Path((half,), INK, role="scale"),
    ]
    end = set_line(words, (x + length, above), size, lang, anchor="end", **look)
    start = set_line("0", (x, above), size, lang, **look)
    if start.start[0] + start.length >= end.start[0]:
        # A bar that is shorter than its length in words starts where they do, and at 0 anyway.
        return [*bar, set_line(words, (x, above), size, lang, **look)]
    return [*bar, start, end]


def degree_labels(frame: MapFrame, labelling: Labelling) -> list[Part]:
    """Degrees where meridians meet the lower edge and parallels the right one."""
    left, top, right, bottom = frame.box
    step = graticule_step_deg(frame)
    along = np.linspace(0, 1, _EDGE_POINTS)
    to_right, to_foot = left + along * (right - left), top + along * (bottom - top)
    parts: list[Part] = []
    lower = frame.locate(np.column_stack([to_right, np.full(along.shape, bottom)]))
    for share, degrees in _crossings(along, lower[:, 1], step):
        east = (degrees + HALF_TURN_DEG) % FULL_TURN_DEG - HALF_TURN_DEG
        words = _degree_words(labelling.words, east, "east", "west")
        at = (left + share * (right - left), bottom - _FROM_FOOT)
        parts += _degree(words, at, "middle", labelling)
    side = frame.locate(np.column_stack([np.full(along.shape, right), to_foot]))
    for share, degrees in _crossings(along, side[:, 0], step):
        words = _degree_words(labelling.words, degrees, "north", "south")
        at = (right - _FROM_SIDE, top + share * (bottom - top) - _ABOVE_LINE)
        parts += _degree(words, at, "end", labelling)
    return parts


def _degree_words(words: Words, degrees: float, above: str, below: str) -> str:
    """Degrees with their side of the equator or of Greenwich; neither on the line itself."""
    side = above if degrees > 0 else below if degrees else "zero"
    return words.say(f"picture.degrees.{side}", degrees=abs(degrees))


def _degree(words: str, at: tuple[float, float], anchor: str, labelling: Labelling) -> list[Part]:
    text = set_line(
        words,
        at,
        _DEGREE_SIZE * labelling.letter,
        labelling.lang,
        anchor=anchor,
        colour=PICTURE["degrees"],
        halo=PICTURE["degrees_rim"],
        halo_width=_DEGREE_RIM_WIDTH,
        role="degree",
    )
    free = labelling.room.cost(with_padding(text.box)) < _MOST_DEGREE_COST
    return [labelling.take(text)] if free else []


def _crossings(along: np.ndarray, degrees: np.ndarray, step: float) -> list[tuple[float, float]]:
    """Where a value along an edge passes multiples of a step: share of the edge, multiple."""
    found = []
    with np.errstate(invalid="ignore"):
        cells = np.floor(degrees / step)
    for number in np.flatnonzero(np.diff(cells) != 0):
        before, after = degrees[number], degrees[number + 1]
        if not (np.isfinite(before) and np.isfinite(after)) or abs(after - before) > step:
            continue
        multiple = float(max(cells[number], cells[number + 1]) * step)
        share = (multiple - before) / (after - before)
        found.append((float(along[number] + share * (along[1] - along[0])), multiple))
    return found


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
