"""Blocks of words: each is set at a place, in a width, with letters of a height."""

from collections.abc import Callable, Sequence

from dashboard.look import PICTURE
from dashboard.picture.paper.drawing import Part, Path
from dashboard.picture.paper.type_setting import set_paragraph

QUIET, RULE = PICTURE["quiet"], PICTURE["rule"]
RULE_WIDTH = 0.8
"""Width of a line between blocks, or below a chart [units]: the thinnest seen on a phone."""
_AFTER_RULE = 0.6
"""Room after such a line, in heights of a letter: as much as is before it."""

Block = Callable[[float, float, float, float], tuple[list[Part], float]]
"""Given left, top, width and height of a letter: the parts, and where the next block may start."""


def paragraph(  # noqa: PLR0913 - a paragraph has as many sides
    words: str,
    lang: str,
    size: float,
    *,
    after: float = 0.0,
    style: str = "regular",
    colour: str = QUIET,
    link: str | None = None,
    role: str = "words",
) -> Block:
    """Text of a size, with room after it, both in heights of a letter."""

    def block(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
        if not words:
            return [], y
        texts, bottom = set_paragraph(
            words,
            (x, y),
            width,
            size * letter,
            lang,
            style=style,
            colour=colour,
            link=link,
            role=role,
        )
        return list(texts), bottom + after * letter

    return block


def rule(x: float, y: float, width: float, letter: float) -> tuple[list[Part], float]:
    """Line between blocks; a block itself."""
    drawn = ((x, y), (x + width, y))
    return [Path((drawn,), stroke=RULE, width=RULE_WIDTH)], y + _AFTER_RULE * letter


def stack_from_top(
    blocks: Sequence[Block], x: float, top: float, width: float, letter: float
) -> tuple[list[Part], float]:
    """Blocks below each other; returns their parts and where they end."""
    parts: list[Part] = []
    y = top
    for block in blocks:
        more, y = block(x, y, width, letter)
        parts += more
    return parts, y


def stack_to_bottom(
    blocks: Sequence[Block], x: float, bottom: float, width: float, letter: float
) -> tuple[list[Part], float]:
    """Blocks below each other that end at the bottom; returns their parts and where they start."""
    _, height = stack_from_top(blocks, x, 0.0, width, letter)
    parts, _ = stack_from_top(blocks, x, bottom - height, width, letter)
    return parts, bottom - height
