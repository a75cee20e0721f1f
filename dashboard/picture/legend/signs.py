"""Signs of the legend of a picture: what each mark on the map looks like.

All lengths are heights of a letter, unless they say otherwise. Most signs are a little larger than
the marks they stand for, whose shapes were hard to tell apart beside words.
"""

import math
from collections.abc import Callable

from dashboard.look import DASHES
from dashboard.picture.paper.drawing import Dot, Line, Part, Path, Point
from dashboard.picture.scene.painting import (
    BUNDLE_OPACITY,
    REGION_OPACITY,
    arrow_head,
    cross,
    danger_area,
    region,
    region_dot,
    triangle,
)

Sign = Callable[[float, float, float, str], list[Part]]
"""Given its left end, the middle of its line, the height of a letter, and a colour."""

WIDTH = 1.8
"""Length of a sign from its left end."""
_MIDDLE = WIDTH / 2
_LINE, _STROKE = 1.6, 0.14
"""Length of a line that ends in a mark, so that the mark stays within the width; its stroke."""
_IMPACT_RADIUS = 0.24
_BUNDLE_HALVES = (0.05, 0.2)
"""Half the width of the wedge of tracks drawn together, at its start and its end."""
_CROSS_AT, _CROSS_ARM, _SITE_CROSS_ARM = 1.5, 0.28, 0.3
_AREA_AT, _AREA_RADII, _AREA_SQUEEZE = 0.95, (0.95, 0.5), 0.55
"""Where the middle of an area lies, half the length of it and of its core, and half their height as
a share of that."""
_AREA_OPACITY = 0.22
_RING_CENTRE, _RING_RADII = 1.6, (1.8, 1.9)
"""How far below its line the middle of a ring lies, and how far it reaches sideways and up: a
quarter of it is shown, as of a ring on the map."""
_RING_FROM, _RING_BELOW = 0.1, 0.7
"""What is shown of it: from so far right of the left end, to so far below the line."""
_RAY_HALF, _RAY_OPACITY = 0.4, 0.3
"""Half the width of a ray at its end; its opacity."""
_SITE_SIZE = 0.42
_REGION_RADIUS, _REGION_DOT_RADIUS, _REGION_RIM_OPACITY = 0.6, 0.22, 0.7
_ELLIPSE_POINTS = 40


def _stroke(x: float, y: float, letter: float, colour: str, dash: tuple[float, ...] = ()) -> Path:
    drawn = ((x, y), (x + _LINE * letter, y))
    return Path((drawn,), stroke=colour, width=_STROKE * letter, dash=dash, role="sign")


def _track(
    x: float, y: float, letter: float, colour: str, dash: tuple[float, ...] = ()
) -> list[Part]:
    end = (x + _LINE * letter, y)
    dot = Dot(end, _IMPACT_RADIUS * letter, colour, role="sign")
    return [_stroke(x, y, letter, colour, dash), dot]


def _differing(x: float, y: float, letter: float, colour: str) -> list[Part]:
    return _track(x, y, letter, colour, DASHES["differing"])


def _bundle(x: float, y: float, letter: float, colour: str) -> list[Part]:
    """Wedge: the same line is thin for a few flights and wide for many."""
    end = x + WIDTH * letter
    few, many = (half * letter for half in _BUNDLE_HALVES)
    wedge = ((x, y - few), (end, y - many), (end, y + many), (x, y + few))
    return [Path((wedge,), colour, opacity=BUNDLE_OPACITY)]


def _failed(x: float, y: float, letter: float, colour: str) -> list[Part]:
    line = _stroke(x, y, letter, colour, DASHES["failed"])
    return [line, *cross((x + _CROSS_AT * letter, y), _CROSS_ARM * letter, colour)]


def _failed_here(x: float, y: float, letter: float, colour: str) -> list[Part]:
    return cross((x + _MIDDLE * letter, y), _SITE_CROSS_ARM * letter, colour)


def _beyond(x: float, y: float, letter: float, colour: str) -> list[Part]:
    tip = (x + WIDTH * letter, y)
    return [_stroke(x, y, letter, colour), arrow_head(tip, (1.0, 0.0), letter, colour)]


def _area(x: float, y: float, letter: float, colour: str) -> list[Part]:
    at = (x + _AREA_AT * letter, y)
    return [
        Path(
            (_ellipse(at, radius * letter, _AREA_SQUEEZE * radius * letter),),
            colour,
            opacity=_AREA_OPACITY,
        )
        for radius in _AREA_RADII
    ]


def _ring(x: float, y: float, letter: float, colour: str) -> list[Part]:
    across, down = (radius * letter for radius in _RING_RADII)
    drawn = tuple(
        (right, low)
        for right, low in _ellipse((x, y + _RING_CENTRE * letter), across, down)
        if right >= x + _RING_FROM * letter and low <= y + _RING_BELOW * letter
    )
    return [Path((drawn,), stroke=colour, width=_STROKE * letter, dash=DASHES["picture_ring"])]


def _ray(x: float, y: float, letter: float, colour: str) -> list[Part]:
    end, half = x + WIDTH * letter, _RAY_HALF * letter
    return [Path((((x, y), (end, y - half), (end, y + half)),), colour, opacity=_RAY_OPACITY)]


def _announced(x: float, y: float, letter: float, colour: str) -> list[Part]:
    end, half = x + WIDTH * letter, _RAY_HALF * letter
    corners = ((x, y - half), (end, y - half), (end, y + half), (x, y + half), (x, y - half))
    return danger_area(corners, colour)


def _place(x: float, y: float, letter: float, colour: str) -> list[Part]:
    return [triangle((x + _MIDDLE * letter, y), _SITE_SIZE * letter, colour)]


def _region(x: float, y: float, letter: float, colour: str) -> list[Part]:
    del colour  # A region has one of its own.
    at = (x + _MIDDLE * letter, y)
    disc = _ellipse(at, _REGION_RADIUS * letter, _REGION_RADIUS * letter)
    return [
        *region(disc, REGION_OPACITY, _REGION_RIM_OPACITY),
        region_dot(at, _REGION_DOT_RADIUS * letter),
    ]


def _ellipse(at: Point, across: float, down: float) -> Line:
    turns = [2 * math.pi * number / _ELLIPSE_POINTS for number in range(_ELLIPSE_POINTS)]
    return tuple((at[0] + across * math.cos(turn), at[1] + down * math.sin(turn)) for turn in turns)


SIGNS: dict[str, Sign] = {
    "track": _track,
    "tracks": _track,
    "bundle": _bundle,
    "differing": _differing,
    "failed": _failed,
    "failed_here": _failed_here,
    "beyond": _beyond,
    "area": _area,
    "ring": _ring,
    "ray": _ray,
    "announced": _announced,
    "place": _place,
    "place_alone": _place,
    "region": _region,
}
"""Sign of each mark, by the key of its words."""
