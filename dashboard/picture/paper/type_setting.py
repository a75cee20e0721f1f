"""Lines of text: how wide they are, and where they break."""

import re
from typing import Unpack

from dashboard.picture.paper.drawing import Text, TextLook
from dashboard.picture.paper.fonts import text_width

LINE_HEIGHT = 1.3
"""Distance of baselines as a multiple of the size: Korean and Japanese, which have no room above
their letters as Latin small letters have, still read as lines."""
_BASELINE = 0.78
"""Where the baseline lies in the height of a line, from its top, as a share of it."""
_NEVER_FIRST = set("。、，．：；:;,.!?)）」』】〉》・〜ー々%％×")
_NEVER_LAST = set("(（「『【〈《")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def set_line(  # noqa: PLR0913 - a line of text has as many sides
    words: str,
    at: tuple[float, float],
    size: float,
    lang: str,
    *,
    style: str = "regular",
    anchor: str = "start",
    spacing: float = 0.0,
    **look: Unpack[TextLook],
) -> Text:
    """Text on one line whose baseline starts, has its middle or ends `at` a point."""
    length = line_width(words, size, lang, style, spacing)
    x = at[0] - _ANCHORS[anchor] * length
    return Text((x, at[1]), words, size, length, style=style, spacing=spacing, **look)


def line_width(words: str, size: float, lang: str, style: str, spacing: float = 0.0) -> float:
    """Width of a line, in the unit of its size."""
    return text_width(words, style, lang, size) + spacing * len(words)


def set_paragraph(  # noqa: PLR0913
    words: str,
    at: tuple[float, float],
    width: float,
    size: float,
    lang: str,
    *,
    style: str = "regular",
    **look: Unpack[TextLook],
) -> tuple[list[Text], float]:
    """
    Text broken into lines.

    Parameters
    ----------
    words
        What it says.
    at
        Its upper left corner.
    width
        What no line exceeds.
    size
        Height of the letters.
    lang
        One of the languages of `words`.
    style
        One of those of `Text`.
    **look
        Further fields of `Text`.

    Returns
    -------
    lines
        One text a line.
    bottom
        Where the next paragraph may start.
    """
    x, y = at
    step = LINE_HEIGHT * size
    lines = break_lines(words, width, size, lang, style)
    texts = [
        set_line(line, (x, y + (number + _BASELINE) * step), size, lang, style=style, **look)
        for number, line in enumerate(lines)
    ]
    return texts, y + step * len(lines)


def break_lines(words: str, width: float, size: float, lang: str, style: str) -> list[str]:
    """Lines of a text, none wider than `width` where that can be."""
    lines = [""]
    for piece in _pieces(words, lang):
        fits = line_width((lines[-1] + piece).rstrip(), size, lang, style) <= width
        if fits or not lines[-1]:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    # An address, say, is wider than any line and has to be cut.
    return [cut for line in lines for cut in _cut(line.rstrip(), width, size, lang, style)]


def _pieces(words: str, lang: str) -> list[str]:
    """What may not be broken: words, or in Japanese letters with the signs that cling to them."""
    if lang != "ja":
        return re.findall(r"\S+\s*", words) or [""]
    pieces: list[str] = []
    for piece in re.findall(r"[!-~°]+\s*|\s+|.", words):
        if pieces and (piece[0] in _NEVER_FIRST or pieces[-1][-1] in _NEVER_LAST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces or [""]


def _cut(line: str, width: float, size: float, lang: str, style: str) -> list[str]:
    if line_width(line, size, lang, style) <= width:
        return [line]
    parts = [""]
    for sign in line:
        if parts[-1] and line_width(parts[-1] + sign, size, lang, style) > width:
            parts.append("")
        parts[-1] += sign
    return parts
