"""What every page of a deck has: its ground, its title, what it is of, and whose data it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.look import INK, PAPER
from dashboard.picture.map.main_map import corners
from dashboard.picture.paper.blocks import paragraph, stack_from_top, stack_to_bottom
from dashboard.picture.paper.deck import TITLE
from dashboard.picture.paper.drawing import Box, Drawing, Part, Path
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.text import ViewText

SIZE = SIZES["slide"]
LETTER = 16.0
"""Height of plain text of a page [units]: 12 points, which is read from the last row."""
_TITLE_SIZE, _AFTER_TITLE, _SUBTITLE_SIZE, _AFTER_SUBTITLE = 1.8, 0.15, 0.95, 0.9
"""Sizes of the letters of both, and the room after them [heights of a letter]."""
_MARGIN, _ABOVE_FOOT = 40.0, 14.0
"""Margins of a page, and distance of its foot from what stands above it [units]."""
_FOOT_LETTER = 12.0
"""Height of the letters of its foot, which is there to be looked up [units]."""


@dataclass(frozen=True)
class Frame:
    """A page that waits for its content, which has the room of `box`."""

    text: ViewText
    title: str
    parts: tuple[Part, ...]
    box: Box

    def filled(self, parts: Sequence[Part]) -> Drawing:
        """Page with its content."""
        return Drawing(
            SIZE.layout,
            SIZE.pixels,
            None,
            self.text.lang,
            self.title,
            self.text.title_words(),
            (*self.parts, *parts),
        )


def frame(text: ViewText, title: str, subtitle: str) -> Frame:
    """Page with a title and what is said below it."""
    width, height = SIZE.layout
    inner = width - 2 * _MARGIN
    ground = Path((tuple(corners((0.0, 0.0, width, height))),), fill=PAPER, role="paper")
    head = [
        paragraph(
            title,
            text.lang,
            _TITLE_SIZE,
            after=_AFTER_TITLE,
            style="semibold",
            colour=INK,
            role=TITLE,
        ),
        paragraph(subtitle, text.lang, _SUBTITLE_SIZE, after=_AFTER_SUBTITLE),
    ]
    above, top = stack_from_top(head, _MARGIN, _MARGIN * 0.8, inner, LETTER)
    link = text.link()
    foot = [text.sources(), *([link] if link else [])]
    below, bottom = stack_to_bottom(foot, _MARGIN, height - _MARGIN * 0.7, inner, _FOOT_LETTER)
    box = (_MARGIN, top, width - _MARGIN, bottom - _ABOVE_FOOT)
    return Frame(text, title, (ground, *above, *below), box)
