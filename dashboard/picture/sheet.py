"""The words of a picture, set around the room of its map: which part stands where."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.look import PAPER
from dashboard.picture.legend.legend import signs, types, years
from dashboard.picture.map.content import Content, content_in
from dashboard.picture.map.insets import FRAME_LINE, FRAME_WIDTH
from dashboard.picture.map.main_map import corners
from dashboard.picture.paper.blocks import Block, rule, stack_from_top, stack_to_bottom
from dashboard.picture.paper.drawing import Box, Drawing, Part, Path
from dashboard.picture.paper.sizes import Size
from dashboard.picture.scene.extent import Bounds, read_extent
from dashboard.picture.text import PictureText
from dashboard.selection.view import View
from dashboard.words.say import Words

_PANEL_SHARE = 0.275
"""Share of the width that words beside a map take."""
_MARGIN_SHARE = 0.022
"""Margin of a sheet as a share of its width."""
_BESIDE_MARGIN = 0.9
"""The same where words stand beside the map, as a multiple of it: the map needs none."""
_SHEET_MARGIN = 6.0
"""What is added to it where the map has an edge on all sides [units]."""
_TOP_MARGIN, _FOOT_MARGIN = 0.8, 0.7
"""Margins above and below as multiples of those at the sides: letters have room above and below."""
_MAP_TOP, _MAP_BOTTOM = 0.2, 0.85
"""Where a map between words is first taken to lie, as shares of the height, before they are set."""
_ROUNDS = 3
"""Times that map and words are set anew for each other, if they do not stand still before."""
_ABOVE_FREE, _BELOW_FREE = 4.0, 12.0
"""Distance of an inset between the words from those above and below it [units]."""
_BELOW_MAP, _ABOVE_MAP = 8.0, 0.3
"""Distance of a map from the words below [units] and above it [heights of a letter]."""
_COLUMN_GAP = 2.0
"""Distance of columns above a map [heights of a letter]."""
_WIDE_COLUMNS = (0.38, 0.27, 0.35)
"""Shares of the width for title, types and signs: types are short, and their bars need no more."""
_TALL_COLUMNS = (0.5, 0.5)
_LEAST_COLUMN = 15.0
"""Width of a column from which there are two, or three [heights of a letter]: the longest name of a
type beside its bar."""
_TRIED = (
    *((share, True) for share in (1.0, 0.95, 0.9)),
    *((share, False) for share in (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)),
)
"""Sizes of letters, first with the chart of years: rather without it than hard to read."""


@dataclass(frozen=True)
class Passing:
    """What a picture over which time passes says: the `time`, and the `method` of its movement."""

    time: Block
    method: Block


@dataclass(frozen=True)
class Sheet:
    """
    Words of a picture, set around the room of its map.

    `free` is room outside the map that an inset may take, `edge` what is painted around the map.
    """

    form: Size
    text: PictureText
    free: Box | None
    edge: Sequence[Part]
    words: Sequence[Part]

    @property
    def content(self) -> Content:
        """What the map shows."""
        return self.text.content

    def drawing(self, drawn: Sequence[Part]) -> Drawing:
        """Picture with its map."""
        form, text = self.form, self.text
        width, height = form.layout
        paper = Path((tuple(corners((0.0, 0.0, width, height))),), fill=PAPER, role="paper")
        return Drawing(
            form.layout,
            form.pixels,
            form.millimetres,
            text.lang,
            text.title_words(),
            " ".join(filter(None, (text.subtitle_words(), text.view.lasting_link))),
            (paper, *drawn, *self.edge, *self.words),
            text.content.accounts,
        )


def lay_out(
    view: View, form: Size, words: Words, extent: str, passing: Passing | None = None
) -> Sheet:
    """
    Words of a picture of a view, set around the room of its map.

    Parameters
    ----------
    view
        The selection with its flights.
    form
        Size of the picture.
    words
        Words of its language.
    extent
        `fit`, `peninsula`, or `west,south,east,north` [deg].
    passing
        What stands in place of the chart of years where time passes over the map.
    """
    wanted = read_extent(extent)
    if wanted is None:
        raise ValueError(f"extent: {extent!r} is neither fit, peninsula nor four degrees")
    plan = _beside if form.beside else _above_and_below
    return plan(view, form, words, wanted, passing)


def _beside(
    view: View, form: Size, words: Words, extent: str | Bounds, passing: Passing | None
) -> Sheet:
    """Words at the left, map at the right up to the edge."""
    width, height = form.layout
    margin = _MARGIN_SHARE * width * _BESIDE_MARGIN
    panel = _PANEL_SHARE * width
    content = content_in(view, (panel, 0.0, width, height), extent, words)
    text = PictureText.of(content)
    inner = panel - 2 * margin
    title, title_end = stack_from_top([text.title(form.title)], margin, margin, inner, form.letter)
    upper = [
        text.subtitle(),
        *([passing.time] if passing else []),
        types(content),
        *([rule] if view.launches else []),
        signs(content),
        text.statement(),
    ]
    for letter, chart in _letters(form, passing):
        blocks = [*upper[:-1], *([years(content)] if chart else []), upper[-1]]
        above, top_end = stack_from_top(blocks, margin, title_end, inner, letter)
        below, foot = stack_to_bottom(_foot(text, passing), margin, height - margin, inner, letter)
        if top_end <= foot:
            break
    free = (margin, top_end + _ABOVE_FREE, margin + inner, foot - _BELOW_FREE)
    return Sheet(form, text, free, (), (*title, *above, *below))


def _above_and_below(
    view: View, form: Size, words: Words, extent: str | Bounds, passing: Passing | None
) -> Sheet:
    """Title and legend above the map, method and sources below it."""
    width, height = form.layout
    margin = _MARGIN_SHARE * width + _SHEET_MARGIN
    inner = width - 2 * margin
    first = (margin, _MAP_TOP * height, width - margin, _MAP_BOTTOM * height)
    content = content_in(view, first, extent, words)
    for letter, chart in _letters(form, passing):
        box = (0.0, 0.0, 0.0, 0.0)
        # What the map shows depends on its box, that on the height of the words, and they on it.
        for _ in range(_ROUNDS):
            text = PictureText.of(content)
            title = [text.title(form.title), text.subtitle(), *([passing.time] if passing else [])]
            by_year = [years(content)] if chart else []
            head, head_end = _head(content, text, form, margin, letter, title, by_year)
            bottom = height - _FOOT_MARGIN * margin
            foot, foot_start = stack_to_bottom(_foot(text, passing), margin, bottom, inner, letter)
            before, box = box, (margin, head_end, width - margin, foot_start - _BELOW_MAP)
            if box == before:
                break
            content = content_in(view, box, extent, words)
        if box[3] - box[1] > form.map_share * height:
            break
    outline = (*corners(box), (box[0], box[1]))
    edge = Path((outline,), stroke=FRAME_LINE, width=FRAME_WIDTH)
    return Sheet(form, text, None, (edge,), (*head, *foot))


def _letters(form: Size, passing: Passing | None) -> list[tuple[float, bool]]:
    """Heights of letters to try, so that all words find room, each with or without the chart."""
    return [(form.letter * share, chart) for share, chart in _TRIED if not (chart and passing)]


def _foot(text: PictureText, passing: Passing | None) -> list[Block]:
    link, moves = text.link(), [passing.method] if passing else []
    return [text.method(), *moves, text.sources(), *([link] if link else [])]


def _head(  # noqa: PLR0913, PLR0917 - what it says, and where
    content: Content,
    text: PictureText,
    form: Size,
    margin: float,
    letter: float,
    title: list[Block],
    by_year: list[Block],
) -> tuple[list[Part], float]:
    """Blocks above the map: in three columns where it is wide, else two or one below the title."""
    inner = form.layout[0] - 2 * margin
    gap = _COLUMN_GAP * letter
    top = _TOP_MARGIN * margin
    columns: list[list[Block]]
    if form.layout[0] > form.layout[1] and _WIDE_COLUMNS[1] * inner > _LEAST_COLUMN * form.letter:
        columns = [[*title, text.statement(), *by_year], [types(content)], [signs(content)]]
        shares: tuple[float, ...] = _WIDE_COLUMNS
        parts: list[Part] = []
    else:
        parts, top = stack_from_top(title, margin, top, inner, letter)
        columns = [[types(content), text.statement()], [signs(content), *by_year]]
        shares = _TALL_COLUMNS
        if _TALL_COLUMNS[0] * inner < _LEAST_COLUMN * form.letter:
            columns, shares = [[block for column in columns for block in column]], (1.0,)
    x, end = margin, top
    for blocks, share in zip(columns, shares, strict=True):
        column = inner * share - gap * (len(columns) - 1) / len(columns)
        more, bottom = stack_from_top(blocks, x, top, column, letter)
        parts += more
        x, end = x + column + gap, max(end, bottom)
    return parts, end + _ABOVE_MAP * letter
