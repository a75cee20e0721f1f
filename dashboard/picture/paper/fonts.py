"""
Fonts that pictures are drawn with, one family a language, and how wide they draw.

Widths are sums of advances. They are what resvg and Chromium draw where a style (not an attribute,
which resvg does not heed) says `font-kerning: none`, and what reportlab draws in any case, as it
knows no kerning. The fonts have no ligatures, so nothing else moves a letter.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from dashboard.asset_files import ASSETS

FOLDER = ASSETS / "fonts" / "picture"
UNKNOWN_WIDTH = 1.0
"""Width that a character is given which its font lacks [em]: that of a full-width box."""
LONGEST_KEPT = 300
"""Characters of a text whose width is kept."""


@dataclass(frozen=True)
class Font:
    """A font file, with the family, weight and slant by which an SVG asks for it."""

    path: Path
    family: str
    weight: int = 400
    slant: str = "normal"

    @cached_property
    def widths(self) -> dict[str, float]:
        """Advance of each character that the font has [em], read when first asked for."""
        from fontTools.ttLib import TTFont

        with TTFont(self.path, lazy=True) as file:
            em, advances = file["head"].unitsPerEm, file["hmtx"]
            return {
                chr(code): advances[glyph][0] / em for code, glyph in file.getBestCmap().items()
            }


def _family(name: str, file: str, *, italic: bool = False) -> dict[str, Font]:
    """Fonts of a family by style; one without italics stays upright, as Korean text does."""
    regular = Font(FOLDER / f"{file}-400.ttf", name)
    slanted = Font(FOLDER / f"{file}-400-italic.ttf", name, slant="italic")
    return {
        "regular": regular,
        "semibold": Font(FOLDER / f"{file}-600.ttf", name, weight=600),
        "italic": slanted if italic else regular,
    }


FAMILIES = {
    "en": _family("Launch Sans", "launch-sans", italic=True),
    "ko": _family("Launch Sans KR", "launch-sans-kr"),
    "ja": _family("Launch Sans JP", "launch-sans-jp"),
}
"""Fonts by language and style; the Korean and the Japanese ones hold Latin letters as well."""


def text_width(text: str, style: str, lang: str, size: float) -> float:
    """Width of a line of text without kerning, in the unit of its size."""
    # Addresses are as long as whoever asks likes: those are measured anew each time.
    measure = _kept_width_em if len(text) <= LONGEST_KEPT else _width_em
    return size * measure(text, style, lang)


@lru_cache(maxsize=16384)
def _kept_width_em(text: str, style: str, lang: str) -> float:
    return _width_em(text, style, lang)


def _width_em(text: str, style: str, lang: str) -> float:
    widths = FAMILIES[lang][style].widths
    return sum(widths.get(character, UNKNOWN_WIDTH) for character in text)


def missing(text: str, style: str, lang: str) -> set[str]:
    """Characters of a text that its font cannot draw."""
    return set(text) - FAMILIES[lang][style].widths.keys()


def subset(font: Font, characters: Iterable[str]) -> bytes:
    """Font with just the characters given, as WOFF, for a data URI in an SVG."""
    return _subset(font.path, "".join(sorted(set(characters))))


@lru_cache(maxsize=64)
def _subset(path: Path, characters: str) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # No kerning in it, so that an SVG opened anywhere is spaced as it was laid out.
    options = Options(layout_features=[], name_IDs=["*"], hinting=False, notdef_outline=True)
    options.drop_tables = [*options.drop_tables, "GPOS"]
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    with TTFont(path, lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff"
        written = io.BytesIO()
        font.save(written)
    return written.getvalue()
