"""Signs of the legend of a picture: what each mark on the map looks like."""

import math
from collections.abc import Callable

from dashboard.picture.paper.drawing import Dot, Part, Path
from dashboard.picture.scene.painting import (
    BUNDLE_OPACITY,
    DIFFERING_DASH,
    FAILED_DASH,
    REGION,
    arrow_head,
    cross,
    triangle,
)

Sign = Callable[[float, float, float, str], list[Part]]
"""Given its left end, the middle of its line, the height of a letter, and a colour."""


def _stroke(x: float, y: float, letter: float, colour: str, dash: tuple[float, ...] = ()) -> Path:
    drawn = ((x, y), (x + 1.6 * letter, y))
    return Path((drawn,), stroke=colour, width=0.14 * letter, dash=dash)


def _track(x: float, y: float, letter: float, colour: str) -> list[Part]:
    end = (x + 1.6 * letter, y)
    return [_stroke(x, y, letter, colour), Dot(end, 0.24 * letter, colour)]


def _differing(x: float, y: float, letter: float, colour: str) -> list[Part]:
    end = (x + 1.6 * letter, y)
    return [_stroke(x, y, letter, colour, DIFFERING_DASH), Dot(end, 0.24 * letter, colour)]


def _bundle(x: float, y: float, letter: float, colour: str) -> list[Part]:
    """Wedge: the same line is thin for a few flights and wide for many."""
    end = x + 1.8 * letter
    wedge = ((x, y - 0.05 * letter), (end, y - 0.2 * letter), (end, y + 0.2 * letter))
    wedge = (*wedge, (x, y + 0.05 * letter))
    return [Path((wedge,), colour, opacity=BUNDLE_OPACITY)]


def _failed(x: float, y: float, letter: float, colour: str) -> list[Part]:
    line = _stroke(x, y, letter, colour, FAILED_DASH)
    return [line, *cross((x + 1.5 * letter, y), 0.28 * letter, colour)]


def _failed_here(x: float, y: float, letter: float, colour: str) -> list[Part]:
    return cross((x + 0.9 * letter, y), 0.3 * letter, colour)


def _beyond(x: float, y: float, letter: float, colour: str) -> list[Part]:
    tip = (x + 1.8 * letter, y)
    return [_stroke(x, y, letter, colour), arrow_head(tip, (1.0, 0.0), letter, colour)]


def _area(x: float, y: float, letter: float, colour: str) -> list[Part]:
    return [
        Path(
            (_ellipse(x + 0.95 * letter, y, across * letter, 0.55 * across * letter),),
            colour,
            opacity=0.22,
        )
        for across in (0.95, 0.5)
    ]


def _ring(x: float, y: float, letter: float, colour: str) -> list[Part]:
    arc = _ellipse(x, y + 1.6 * letter, 1.8 * letter, 1.9 * letter)
    drawn = tuple(p for p in arc if p[0] >= x + 0.1 * letter and p[1] <= y + 0.7 * letter)
    return [Path((drawn,), stroke=colour, width=0.14 * letter, dash=(5.0, 3.0))]


def _ray(x: float, y: float, letter: float, colour: str) -> list[Part]:
    end = x + 1.8 * letter
    wedge = ((x, y), (end, y - 0.4 * letter), (end, y + 0.4 * letter))
    return [Path((wedge,), colour, opacity=0.3)]


def _place(x: float, y: float, letter: float, colour: str) -> list[Part]:
    return [triangle((x + 0.9 * letter, y), 0.42 * letter, colour)]


def _region(x: float, y: float, letter: float, colour: str) -> list[Part]:
    del colour
    at = (x + 0.9 * letter, y)
    disc = _ellipse(*at, 0.6 * letter, 0.6 * letter)
    return [
        Path((disc,), REGION, opacity=0.12),
        Path(((*disc, disc[0]),), stroke=REGION, width=0.7, dash=(3, 3), opacity=0.7),
        Dot(at, 0.22 * letter, "#ffffff", REGION, 1.2),
    ]


def _ellipse(x: float, y: float, across: float, down: float) -> tuple[tuple[float, float], ...]:
    turns = [2 * math.pi * number / 40 for number in range(40)]
    return tuple((x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns)


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
    "place": _place,
    "place_alone": _place,
    "region": _region,
}
"""Sign of each mark, by the key of its words."""
