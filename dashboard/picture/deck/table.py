"""The launches of a deck as tables, as many to a page as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.launch.table import FIGURES, drawn, row
from dashboard.look import INK, PICTURE
from dashboard.picture.deck.frame import LETTER
from dashboard.picture.paper.deck import CELL, ROW, Table
from dashboard.picture.paper.drawing import Box, Part, Path, Point
from dashboard.picture.paper.type_setting import line_width, set_paragraph
from dashboard.selection.view import View
from dashboard.words.dates import day_words
from dashboard.words.say import Words
from data.model import Launch

COLUMNS = (
    *("date", "missile", "type", "missiles", "site"),
    *("range_km", "apogee_km", "figures_by", "outcome"),
)
"""Columns of a table of launches that slides have room for."""
_WRAPPED = ("missile", "site", "figures_by")
"""Columns that give way where there is no room for all: their words are names and lists."""
_SIZE = 0.875
"""Size of the letters of a cell [heights of a letter]: 10.5 points."""
_SPARE = 1.15
"""Width of a column as a multiple of its longest cell: a program for slides has a wider font."""
_SIDE, _ABOVE = 4.0, 4.0
"""Room beside the letters of a cell, and above and below them [units]."""
_LINE_WIDTH = 0.8
"""Width of the lines between rows [units]."""
_NOTHING = "–"
"""What stands where nothing is known."""


@dataclass(frozen=True)
class Listed:
    """Some launches, with the table that shows them and how it is painted."""

    launches: tuple[Launch, ...]
    table: Table
    parts: tuple[Part, ...]


def tables(words: Words, view: View, launches: Sequence[Launch], box: Box) -> list[Listed]:
    """Tables of launches, each of which fits into a box."""
    head = [words.say(f"below.{name}" if name in FIGURES else f"table.{name}") for name in COLUMNS]
    rows = [_row(words, view, launch) for launch in launches]
    widths = _widths([head, *rows], box[2] - box[0], words.lang)
    found: list[Listed] = []
    rest = list(zip(launches, rows, strict=True))
    while rest:
        parts, bottom = _set(head, widths, box[:2], words.lang, style="semibold")
        heights = [bottom - box[1]]
        shown: list[tuple[Launch, list[str]]] = []
        for launch, cells in rest:
            more, end = _set(cells, widths, (box[0], bottom), words.lang)
            if end > box[3] and shown:
                break
            parts += more
            heights.append(end - bottom)
            shown.append((launch, cells))
            bottom = end
        rest = rest[len(shown) :]
        lines = tuple(tuple(cells) for cells in (head, *(each for _, each in shown)))
        table = Table(box[:2], tuple(widths), tuple(heights), lines, _SIZE * LETTER)
        found.append(Listed(tuple(launch for launch, _ in shown), table, tuple(parts)))
    return found


def _row(words: Words, view: View, launch: Launch) -> list[str]:
    cells = row(words, launch) | drawn(words, view.atlas, launch)
    cells["date"] = day_words(words, launch.date)
    for name in ("range_km", "apogee_km"):
        cells[name] = cells[name] and cells[name][1]
    return [_NOTHING if cells[name] is None else str(cells[name]) for name in COLUMNS]


def _widths(rows: Sequence[Sequence[str]], whole: float, lang: str) -> list[float]:
    """Width of each column: what its longest cell needs, but for those that give way."""
    longest = [
        _SPARE * max(line_width(cell, _SIZE * LETTER, lang, "semibold") for cell in column)
        + 2 * _SIDE
        for column in zip(*rows, strict=True)
    ]
    given = dict(zip(COLUMNS, longest, strict=True))
    spare = whole - sum(width for name, width in given.items() if name not in _WRAPPED)
    wanted = sum(given[name] for name in _WRAPPED)
    # What is over is shared out as well, so that the table ends where the page does.
    return [width * spare / wanted if name in _WRAPPED else width for name, width in given.items()]


def _set(
    cells: Sequence[str], widths: Sequence[float], at: Point, lang: str, style: str = "regular"
) -> tuple[list[Part], float]:
    """Cells of a row with the line below them; returns where the next row starts."""
    parts: list[Part] = []
    x, y = at
    bottom = y
    for cell, width in zip(cells, widths, strict=True):
        texts, end = set_paragraph(
            cell,
            (x + _SIDE, y + _ABOVE),
            width - 2 * _SIDE,
            _SIZE * LETTER,
            lang,
            style=style,
            colour=INK,
            role=CELL,
        )
        parts += texts
        x, bottom = x + width, max(bottom, end + _ABOVE)
    rule = ((at[0], bottom), (x, bottom))
    return [*parts, Path((rule,), stroke=PICTURE["rule"], width=_LINE_WIDTH, role=ROW)], bottom
