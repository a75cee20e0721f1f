"""Two periods as one picture: a map of each to one scale, with their legends and numbers."""

from collections import Counter
from dataclasses import replace
from urllib.parse import urlencode

import numpy as np

from dashboard.look import INK, PAPER, PICTURE
from dashboard.picture.legend.legend import signs, types
from dashboard.picture.map.content import content_of
from dashboard.picture.map.insets import FRAME_LINE, FRAME_WIDTH
from dashboard.picture.map.main_map import corners, draw_map
from dashboard.picture.paper.blocks import Block, paragraph, stack_from_top, stack_to_bottom
from dashboard.picture.paper.deck import TITLE
from dashboard.picture.paper.drawing import Box, Drawing, Path
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.styles import PLAIN, dressed
from dashboard.picture.scene.extent import FIT, PENINSULA, MapFrame, frame_for
from dashboard.picture.scene.marks import flights_of, launches_by_site, traces_of
from dashboard.picture.text import PictureText
from dashboard.selection.address import is_own_machine
from dashboard.selection.comparison import Comparison
from dashboard.selection.filters import facet
from dashboard.selection.view import View
from dashboard.words.comparison import filters_words, sides
from dashboard.words.say import Words
from dashboard.words.views import missile_number

SIZE = SIZES["slide"]
_MARGIN, _GAP = 28.0, 24.0
"""Margin of the picture, and distance of the two maps [units]."""
_FOOT_SHARE = 0.69
"""Where the maps end, as a share of the height: the longest legend has room below them."""
_TITLE, _NAME, _COUNT, _SMALL = 1.7, 1.3, 1.0, 0.8
"""Sizes of letters [heights of a letter]."""


def compose_comparison(comparison: Comparison, lang: str, style: str = PLAIN) -> Drawing:
    """Picture of two periods."""
    words = Words(lang)
    width, height = SIZE.layout
    letter = SIZE.letter
    inner = width - 2 * _MARGIN
    column = (inner - _GAP) / 2
    names = sides(words, comparison)
    title = words.say("tempo.compare.titled", first=names[0], second=names[1])
    filters = filters_words(words, comparison)
    head = [paragraph(title, lang, _TITLE, after=0.3, style="semibold", colour=INK, role=TITLE)]
    head += [paragraph(filters, lang, _COUNT, after=0.3)] if filters else []
    parts, top = stack_from_top(head, _MARGIN, 0.6 * _MARGIN, inner, letter)
    lefts = (_MARGIN, _MARGIN + column + _GAP)
    above = [
        stack_from_top(_named(words, name, view), left, top, column, letter)
        for name, view, left in zip(names, comparison.views, lefts, strict=True)
    ]
    ends = max(end for _, end in above), _FOOT_SHARE * height
    boxes = [(left, ends[0], left + column, ends[1]) for left in lefts]
    frame = _frame(comparison, boxes[0])
    accounts: dict[str, str] = {}
    most = max(_most_of_a_type(view) for view in comparison.views)
    for (drawn, _), view, box in zip(above, comparison.views, boxes, strict=True):
        content = content_of(view, replace(frame, box=box), words)
        accounts |= content.accounts
        edge = [*corners(box), (box[0], box[1])]
        half = (column - _GAP) / 2
        legend, _ = stack_from_top([types(content, most)], box[0], box[3] + 8, half, letter * 0.85)
        right = [signs(content), PictureText.of(content).statement()]
        marks, _ = stack_from_top(right, box[0] + half + _GAP, box[3] + 8, half, letter * 0.75)
        parts += [
            *drawn,
            *draw_map(content, letter, None).whole,
            Path((tuple(edge),), stroke=FRAME_LINE, width=FRAME_WIDTH),
            *legend,
            *marks,
        ]
    text = PictureText.of(content)
    foot = [text.method(), text.sources(), *_link(comparison, lang)]
    below, _ = stack_to_bottom(foot, _MARGIN, height - 0.5 * _MARGIN, inner, letter * 0.85)
    paper = Path((tuple(corners((0.0, 0.0, width, height))),), fill=PAPER, role="paper")
    whole = (paper, *parts, *below)
    drawing = Drawing(SIZE.layout, SIZE.pixels, None, lang, title, filters, whole, accounts)
    return dressed(drawing, style)


def _named(words: Words, name: str, view: View) -> list[Block]:
    """Name of a period and how much was launched in it."""
    counted = words.say(
        "tempo.compare.counted",
        launches=words.say("count.launches", n=len(view.launches)),
        missiles=words.say("count.missiles", n=missile_number(view.launches)),
    )
    return [
        paragraph(name, words.lang, _NAME, after=0.1, style="semibold", colour=INK),
        paragraph(counted, words.lang, _COUNT, after=0.4),
    ]


def _most_of_a_type(view: View) -> int:
    return max(Counter(facet(each, "type") for each in view.launches).values(), default=0)


def _frame(comparison: Comparison, box: Box) -> MapFrame:
    """Frame that fits what both periods show: the same place and scale for both."""
    flights = [flight for view in comparison.views for flight in flights_of(view)]
    sites = [site for view in comparison.views for site, _ in launches_by_site(view)]
    lines = [trace.line for view in comparison.views for trace in traces_of(view)]
    places = np.array([(site.latitude, site.longitude) for site in sites], dtype=float)
    others = np.concatenate([places.reshape(-1, 2), *lines])
    return frame_for(box, FIT if sites else PENINSULA, flights, others)


def _link(comparison: Comparison, lang: str) -> list[Block]:
    """Address that compares the same, if there is one that others reach."""
    address = comparison.views[0].address
    if address is None or is_own_machine(address):
        return []
    link = f"{address}/compare?{urlencode(comparison.query)}"
    shown = link.partition("://")[2]
    return [paragraph(shown, lang, _SMALL, colour=PICTURE["link"], link=link)]
