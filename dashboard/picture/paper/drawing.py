"""The display list: what a picture consists of, in the order it is painted.

Plain values only, so that a picture can be handed to another process. Units are those of the
layout: x points right and y down.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypedDict

from dashboard.look import INK

Point = tuple[float, float]
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
DECIMALS = 2
"""Of a unit of the layout, in what is written: finer than any screen or printer."""
ABOVE_BASELINE, BELOW_BASELINE = 0.76, 0.22
"""What letters are taken to cover above and below their baseline, as shares of their size: a little
less than the highest and lowest do (0.84 in Korean and Japanese, 0.25 for the tail of a `g`), as
room is kept around every label."""


@dataclass(frozen=True, slots=True)
class Path:
    """Lines, or areas where `fill` is given; rings within rings are holes."""

    lines: tuple[Line, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    role: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle."""

    centre: Point
    radius: float
    fill: str | None
    stroke: str | None = None
    width: float = 1.0
    opacity: float = 1.0
    role: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """
    Words on one line.

    `start` is the left end of the baseline, `length` the width that was measured, `style` one of
    `regular`, `semibold` and `italic`; `halo` the colour of a rim of `halo_width` around the
    letters; `lang` names the font where it is not that of the picture's language.
    """

    start: Point
    words: str
    size: float
    length: float
    style: str = "regular"
    colour: str = INK
    halo: str | None = None
    halo_width: float = 3.0
    spacing: float = 0.0
    link: str | None = None
    role: str = ""
    lang: str = ""

    @property
    def box(self) -> Box:
        """What the letters cover, with those that reach below the baseline."""
        x, y = self.start
        top, bottom = y - ABOVE_BASELINE * self.size, y + BELOW_BASELINE * self.size
        return (x, top, x + self.length, bottom)


class TextLook(TypedDict, total=False):
    """Fields of a text that say how it looks and what it is for."""

    colour: str
    halo: str | None
    halo_width: float
    link: str | None
    role: str


Part = Path | Dot | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """
    A whole picture.

    `size` is that of the layout, `pixels` that of the image made of it, `millimetres` that of the
    page where it is meant for paper. `accounts` says of every launch selected what became of it.
    """

    size: tuple[float, float]
    pixels: tuple[int, int]
    millimetres: tuple[float, float] | None
    lang: str
    title: str
    description: str
    parts: tuple[Part, ...]
    accounts: dict[str, str] = field(default_factory=dict)

    def texts(self) -> list[Text]:
        """Every text."""
        return [part for part in self.parts if isinstance(part, Text)]


def as_point(values: Iterable[float]) -> Point:
    """Point of an array of its two coordinates."""
    x, y = values
    return float(x), float(y)


def holds(box: Box, at: Point) -> bool:
    """Whether a point lies within a box or on its edge."""
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]
