"""A picture composed: which part stands where, from a selection to a display list."""

from collections.abc import Sequence

from dashboard.picture.legend.legend import explained_marks, types, years
from dashboard.picture.map.content import Content, content_in
from dashboard.picture.map.insets import FRAME_LINE
from dashboard.picture.map.main_map import corners, draw_map
from dashboard.picture.paper.blocks import Block, rule, stacked, standing
from dashboard.picture.paper.drawing import Drawing, Part, Path
from dashboard.picture.paper.sizes import SIZES, Size
from dashboard.picture.scene.extent import FIT, Bounds, read_extent
from dashboard.picture.text import Wording
from dashboard.selection.view import View

PAPER = "#ffffff"
_PANEL_SHARE = 0.275
_MARGIN_SHARE = 0.022
_TRIED = (
    *((share, True) for share in (1.0, 0.95, 0.9)),
    *((share, False) for share in (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)),
)
"""Sizes of letters, first with the chart of years: rather without it than hard to read."""


def compose(view: View, size: str, lang: str, extent: str = FIT) -> Drawing:
    """
    Picture of a view.

    Parameters
    ----------
    view
        The selection with its flights.
    size
        A name of `SIZES`.
    lang
        A language of `LANGUAGES`.
    extent
        `fit`, `peninsula`, or `west,south,east,north` [deg].
    """
    form = SIZES[size]
    wanted = read_extent(extent)
    if wanted is None:
        raise ValueError(f"extent: {extent!r} is neither fit, peninsula nor four degrees")
    plan = _beside if form.beside else _above_and_below
    return plan(view, form, lang, wanted)


def _beside(view: View, form: Size, lang: str, extent: str | Bounds) -> Drawing:
    """Words at the left, map at the right up to the edge."""
    width, height = form.layout
    margin = _MARGIN_SHARE * width * 0.9
    panel = _PANEL_SHARE * width
    content = content_in(view, (panel, 0.0, width, height), extent, lang)
    words = Wording(content)
    inner = panel - 2 * margin
    title, title_end = stacked([words.title(form.title)], margin, margin, inner, form.letter)
    upper = [
        words.subtitle(),
        types(content),
        *([rule] if view.launches else []),
        explained_marks(content),
        words.statement(),
    ]
    for letter, chart in _letters(form):
        blocks = [*upper[:-1], *([years(content)] if chart else []), upper[-1]]
        above, top_end = stacked(blocks, margin, title_end, inner, letter)
        below, foot = standing(_foot(words), margin, height - margin, inner, letter)
        if top_end <= foot:
            break
    free = (margin, top_end + 4, margin + inner, foot - 12)
    parts = draw_map(content, form.letter, free)
    return _drawing(form, words, [*parts, *title, *above, *below])


def _above_and_below(view: View, form: Size, lang: str, extent: str | Bounds) -> Drawing:
    """Title and legend above the map, method and sources below it."""
    width, height = form.layout
    margin = _MARGIN_SHARE * width + 6
    inner = width - 2 * margin
    content = content_in(view, (margin, 0.2 * height, width - margin, 0.85 * height), extent, lang)
    for letter, chart in _letters(form):
        box = (0.0, 0.0, 0.0, 0.0)
        # What the map shows depends on its box, that on the height of the words, and they on it.
        for _ in range(3):
            words = Wording(content)
            head, head_end = _head(content, words, form, margin, letter, chart=chart)
            bottom = height - 0.7 * margin
            foot, foot_start = standing(_foot(words), margin, bottom, inner, letter)
            before, box = box, (margin, head_end, width - margin, foot_start - 8)
            if box == before:
                break
            content = content_in(view, box, extent, lang)
        if box[3] - box[1] > 0.5 * height:
            break
    edge = [*corners(box), (box[0], box[1])]
    parts = [
        *draw_map(content, form.letter, None),
        Path((tuple(edge),), stroke=FRAME_LINE, width=1.0),
    ]
    return _drawing(form, words, [*parts, *head, *foot])


def _letters(form: Size) -> list[tuple[float, bool]]:
    """Heights of letters to try, so that all words find room, each with or without the chart."""
    return [(form.letter * share, chart) for share, chart in _TRIED]


def _foot(words: Wording) -> list[Block]:
    return [words.method(), words.sources(), words.link()]


def _head(  # noqa: PLR0913 - what it says, and where
    content: Content, words: Wording, form: Size, margin: float, letter: float, *, chart: bool
) -> tuple[list[Part], float]:
    """Blocks above the map: in three columns where it is wide, else the title over two."""
    inner = form.layout[0] - 2 * margin
    gap = 2.0 * letter
    top = 0.8 * margin
    title = [words.title(form.title), words.subtitle()]
    signs = explained_marks(content)
    by_year: list[Block] = [years(content)] if chart else []
    columns: list[tuple[list[Block], float]]
    if form.layout[0] > form.layout[1]:
        columns = [
            ([*title, words.statement(), *by_year], 0.38),
            ([types(content)], 0.27),
            ([signs], 0.35),
        ]
        parts: list[Part] = []
    else:
        parts, top = stacked(title, margin, top, inner, letter)
        columns = [([types(content), words.statement()], 0.5), ([signs, *by_year], 0.5)]
    x, end = margin, top
    for blocks, share in columns:
        column = inner * share - gap * (len(columns) - 1) / len(columns)
        more, bottom = stacked(blocks, x, top, column, letter)
        parts += more
        x, end = x + column + gap, max(end, bottom)
    return parts, end + 0.3 * letter


def _drawing(form: Size, words: Wording, parts: Sequence[Part]) -> Drawing:
    width, height = form.layout
    paper = Path((tuple(corners((0.0, 0.0, width, height))),), fill=PAPER, role="paper")
    return Drawing(
        form.layout,
        form.pixels,
        form.millimetres,
        words.lang,
        words.title_words(),
        f"{words.subtitle_words()} {words.view.link}",
        (paper, *parts),
        words.accounts,
    )
