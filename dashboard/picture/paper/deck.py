"""The display list of a deck: pages to be shown one after another, with notes for the speaker."""

from dataclasses import dataclass

from dashboard.picture.paper.drawing import Drawing

CELL, ROW = "cell", "row"
"""Roles of the letters of a table and of the lines between its rows."""
TITLE = "title"
"""Role of the letters of a page's title."""


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table on a page, as programs that know tables take it.

    `start` is its upper left corner, `widths` are those of its columns and `heights` those of its
    rows, the first of which is the head; `size` is that of its letters.
    """

    start: tuple[float, float]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page, with what may be said to it and whom that comes from."""

    drawing: Drawing
    notes: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """Pages of one size, in order."""

    pages: tuple[Page, ...]
