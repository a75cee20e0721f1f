"""A picture composed: which part stands where, from a selection to a display list."""

from collections.abc import Sequence

from dashboard.share.picture.content import Content, accounts, content_in
from dashboard.share.picture.drawing import Drawing, Part, Path
from dashboard.share.picture.extent import (
    FIT,
    Bounds,
    MapFrame,
    read_extent,
)
from dashboard.share.picture.insets import (
    FRAME_LINE,
)
from dashboard.share.picture.main_map import corners, draw_map
from dashboard.share.picture.marks import (
    drawn_traces,
)
from dashboard.share.picture.panel import Block, Wording, stacked, standing
from dashboard.share.picture.sizes import SIZES, Size
from dashboard.share.view import View

PAPER = "#ffffff"
_PANEL_SHARE = 0.275
_MARGIN_SHARE = 0.022
_SHRINKING = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)


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
    words = _wording(content)
    inner = panel - 2 * margin
    for shrunk in _SHRINKING:
        letter = form.letter * shrunk
        above, top_end = stacked(
            [
                words.title(),
                words.subtitle(),
                words.legend(),
                words.rule(),
                words.explained_marks(),
                words.years(),
                words.statement(),
            ],
            margin,
            margin,
            inner,
            letter,
        )
        below, foot = standing(
            [words.method(), words.sources(), words.link()], margin, height - margin, inner, letter
        )
        if top_end <= foot:
            break
    free = (margin, top_end + 4, margin + inner, foot - 12)
    parts = draw_map(content, form.letter, free)
    return _drawing(form, lang, words, [*parts, *above, *below])


def _above_and_below(view: View, form: Size, lang: str, extent: str | Bounds) -> Drawing:
    """Title and legend above the map, method and sources below it."""
    width, height = form.layout
    margin = _MARGIN_SHARE * width + 6
    inner = width - 2 * margin
    content = content_in(view, (margin, 0.2 * height, width - margin, 0.85 * height), extent, lang)
    for shrunk in _SHRINKING:
        letter = form.letter * shrunk
        box = (0.0, 0.0, 0.0, 0.0)
        for _ in range(3):
            words = _wording(content)
            head, head_end = _head(words, form, margin, inner, letter)
            foot, foot_start = standing(
                [words.method(), words.sources(), words.link()],
                margin,
                height - 0.7 * margin,
                inner,
                letter,
            )
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
    return _drawing(form, lang, words, [*parts, *head, *foot])


def _head(
    words: Wording, form: Size, margin: float, inner: float, letter: float
) -> tuple[list[Part], float]:
    """Blocks above the map: in three columns where it is wide, else the title over two."""
    gap = 2.0 * letter
    top = 0.8 * margin
    wide = form.layout[0] > form.layout[1]
    columns: list[tuple[list[Block], float]]
    if wide:
        columns = [
            ([words.title(), words.subtitle(), words.statement()], 0.36),
            ([words.legend()], 0.28),
            ([words.explained_marks(), words.years()], 0.36),
        ]
        parts: list[Part] = []
    else:
        parts, top = stacked([words.title(), words.subtitle()], margin, top, inner, letter)
        columns = [
            ([words.legend(), words.statement()], 0.5),
            ([words.explained_marks(), words.years()], 0.5),
        ]
    x, end = margin, top
    for blocks, share in columns:
        column = inner * share - gap * (len(columns) - 1) / len(columns)
        more, bottom = stacked(blocks, x, top, column, letter)
        parts += more
        x, end = x + column + gap, max(end, bottom)
    return parts, end + 0.3 * letter


def _wording(content: Content) -> Wording:
    """Words that go with what the map shows."""
    return Wording(
        content.view,
        content.lang,
        content.shown,
        content.marks,
        frozenset(trace.kind for trace in drawn_traces(content.view)),
        accounts(content.view, content.shown, content.frame),
        _centre_words(content.frame),
    )


def _centre_words(frame: MapFrame) -> str:
    centre = frame.projection.centre
    east = (centre.longitude + 180) % 360 - 180
    return (
        f"{abs(centre.latitude):.1f}°{'N' if centre.latitude >= 0 else 'S'} "
        f"{abs(east):.1f}°{'E' if east >= 0 else 'W'}"
    )


def _drawing(form: Size, lang: str, words: Wording, parts: Sequence[Part]) -> Drawing:
    width, height = form.layout
    paper = Path((tuple(corners((0.0, 0.0, width, height))),), fill=PAPER, role="paper")
    return Drawing(
        form.layout,
        form.pixels,
        form.millimetres,
        lang,
        words.title_words(),
        f"{words.subtitle_words()} {words.view.link}",
        (paper, *parts),
        words.accounts,
    )
