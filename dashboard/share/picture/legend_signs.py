"""Signs of the legend of a picture: what each mark on the map looks like."""

import math
from collections.abc import Callable

from dashboard.share.picture.drawing import Dot, Part, Path
from dashboard.share.picture.painting import (
    DIFFERING_DASH,
    FAILED_DASH,
    INK,
    REGION,
    cross,
    triangle,
)
from dashboard.style import TYPE_COLOURS


def _stroke(dash: tuple[float, ...] = (), width: float = 0.14) -> Callable[..., list[Part]]:
    def mark(x: float, y: float, letter: float) -> list[Part]:
        drawn = ((x, y), (x + 1.6 * letter, y))
        line = Path((drawn,), stroke=TYPE_COLOURS["SRBM"], width=width * letter, dash=dash)
        return [line, Dot((x + 1.6 * letter, y), 0.24 * letter, TYPE_COLOURS["SRBM"])]

    return mark


def _failed(x: float, y: float, letter: float) -> list[Part]:
    drawn = ((x, y), (x + 1.3 * letter, y))
    line = Path((drawn,), stroke=TYPE_COLOURS["ICBM"], width=0.14 * letter, dash=FAILED_DASH)
    return [line, *cross((x + 1.5 * letter, y), 0.28 * letter, TYPE_COLOURS["ICBM"])]


def _area(x: float, y: float, letter: float) -> list[Part]:
    colour = TYPE_COLOURS["MRBM"]
    return [
        Path(
            (_ellipse(x + 0.95 * letter, y, across * letter, 0.55 * across * letter),),
            colour,
            opacity=0.22,
        )
        for across in (0.95, 0.5)
    ]


def _ring(x: float, y: float, letter: float) -> list[Part]:
    arc = _ellipse(x, y + 1.6 * letter, 1.8 * letter, 1.9 * letter)
    drawn = tuple(p for p in arc if p[0] >= x + 0.1 * letter and p[1] <= y + 0.7 * letter)
    return [Path((drawn,), stroke=TYPE_COLOURS["SRBM"], width=0.14 * letter, dash=(5.0, 3.0))]


def _ray(x: float, y: float, letter: float) -> list[Part]:
    end = x + 1.8 * letter
    wedge = ((x, y), (end, y - 0.4 * letter), (end, y + 0.4 * letter))
    return [Path((wedge,), TYPE_COLOURS["SRBM"], opacity=0.5)]


def _place(x: float, y: float, letter: float) -> list[Part]:
    return [triangle((x + 0.9 * letter, y), 0.42 * letter, INK)]


def _region(x: float, y: float, letter: float) -> list[Part]:
    at = (x + 0.9 * letter, y)
    return [
        Path((_ellipse(*at, 0.55 * letter, 0.55 * letter),), REGION, opacity=0.2),
        Dot(at, 0.22 * letter, "#ffffff", REGION, 1.2),
    ]


def _ellipse(x: float, y: float, across: float, down: float) -> tuple[tuple[float, float], ...]:
    turns = [2 * math.pi * number / 40 for number in range(40)]
    return tuple((x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns)


SIGNS: dict[str, Callable[[float, float, float], list[Part]]] = {
    "track": _stroke(),
    "bundle": _stroke(width=0.3),
    "differing": _stroke(DIFFERING_DASH),
    "failed": _failed,
    "area": _area,
    "ring": _ring,
    "ray": _ray,
    "place": _place,
    "region": _region,
}
"""Sign of each mark, drawn from its left end, the middle of its line, and the letter height."""
