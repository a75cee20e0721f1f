"""Build ``launch-sans*.ttf``, the fonts that pictures are drawn with.

Run it as ``python dashboard/assets/fonts/picture/build.py node_modules`` after
``npm install source-sans@3.52.0 @expo-google-fonts/noto-sans-kr@0.4.3
@expo-google-fonts/noto-sans-jp@0.4.3``. The same packages give the same bytes.

The fonts keep TrueType outlines, which go into a PDF as they are, and lose all
but the outlines, the advances and the kerning. A subset is a modified version,
which may not carry the reserved name "Source" (SIL Open Font Licence 1.1,
clause 3), and a picture must not take a reader's own Noto Sans for ours, so
the families are called Launch Sans.
"""

import argparse
import base64
import io
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LATIN = ASCII + "".join(map(chr, range(0xA0, 0x180)))
SIGNS = "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€™Δμπσ−±×÷≈≠≤≥∞√←↑→↓↔↕↖↗↘↙■□▲△▶▷▼▽◀◁◆◇○◎●◯★☆☐✓✔✕✗"
IDEOGRAPHIC_MARKS = "　、。々〈〉《》「」『』【】〔〕〜∼・㌔㎜㎞"
FULL_WIDTH_ASCII = "".join(map(chr, range(0xFF01, 0xFF5F)))
KANA = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x3099, 0x3100))))
HANGUL_LETTERS = "".join(map(chr, range(0x3131, 0x3164)))
RARE_KANJI = "价咸尹峴槿渕澤濤瀋榴煥熙盧翔舳鉉"
"""Kanji of names and labels beyond JIS level 1; a test names any that is lacking here."""

NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17)
DROPPED = ("BASE", "GDEF", "GSUB", "STAT", "gasp", "vhea", "vmtx")
"""Tables of vertical text, of axes and of hints: a picture has none of them."""


def rows(encoding: str, first: int, last: int) -> str:
    """Characters of some rows of a 94 by 94 national standard, in its EUC encoding."""
    cells = (bytes((row, cell)) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode(encoding, errors="ignore") for cell in cells)


KS_HANGUL = rows("euc_kr", 0xB0, 0xC8)
JIS_LEVEL_1 = rows("euc_jp", 0xB0, 0xCF)

KOREAN = LATIN + SIGNS + IDEOGRAPHIC_MARKS + HANGUL_LETTERS + KS_HANGUL
JAPANESE = LATIN + SIGNS + IDEOGRAPHIC_MARKS + FULL_WIDTH_ASCII + KANA + JIS_LEVEL_1 + RARE_KANJI
WEB = ("kr-400", "jp-400")
"""Fonts that pages load, too, where a reader has none of their letters; it takes brotli."""
NAMES_OF_LANGUAGES = {"launch-sans-kr-400": "한국어", "launch-sans-jp-400": "日本語"}
NOTO = "@expo-google-fonts/noto-sans-"


@dataclass(frozen=True)
class Cut:
    """A font to build, and what from."""

    file: str
    family: str
    style: str
    source: str
    characters: str


CUTS = (
    Cut("launch-sans-400", "Launch Sans", "Regular", "Regular", LATIN + SIGNS),
    Cut("launch-sans-600", "Launch Sans", "Semibold", "Semibold", LATIN + SIGNS),
    Cut("launch-sans-400-italic", "Launch Sans", "Italic", "It", LATIN + SIGNS),
    Cut("launch-sans-kr-400", "Launch Sans KR", "Regular", "KR_400Regular", KOREAN),
    Cut("launch-sans-kr-600", "Launch Sans KR", "Semibold", "KR_600SemiBold", KOREAN),
    Cut("launch-sans-jp-400", "Launch Sans JP", "Regular", "JP_400Regular", JAPANESE),
    Cut("launch-sans-jp-600", "Launch Sans JP", "Semibold", "JP_600SemiBold", JAPANESE),
)


def source(packages: Path, name: str) -> Path:
    """File that a font is cut from."""
    script, _, weight = name.rpartition("_")
    if not script:
        return packages / "source-sans" / "TTF" / f"SourceSans3-{name}.ttf"
    return packages / f"{NOTO}{script.lower()}" / weight / f"NotoSans{name}.ttf"


def rename(font: TTFont, family: str, style: str) -> None:
    """Give a font its own name, as a family of more than the four classic styles."""
    full, classic = f"{family} {style}", style in {"Regular", "Italic"}
    names = {1: family if classic else full, 2: style if classic else "Regular", 3: full, 4: full}
    names |= {6: full.replace(" ", "-"), 16: family, 17: style}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def cut(font: TTFont, characters: str) -> None:
    """Cut a font down to characters, their advances and their kerning."""
    options = Options(layout_features=["kern"], name_IDs=NAMES, hinting=False, notdef_outline=True)
    options.drop_tables = [*options.drop_tables, *DROPPED]
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)


def names_of_languages() -> str:
    """Style sheet with the names of Korean and Japanese, which stand where none of them is read."""
    faces = [
        "/* The names of the languages, cut from the fonts of pictures by picture/build.py. */\n"
    ]
    for file, name in NAMES_OF_LANGUAGES.items():
        font = TTFont(Path(__file__).with_name(f"{file}.ttf"), recalcTimestamp=False)
        options = Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14])
        subsetter = Subsetter(options)
        subsetter.populate(text=name)
        subsetter.subset(font)
        font.flavor = "woff2"
        written = io.BytesIO()
        font.save(written)
        packed = base64.b64encode(written.getvalue()).decode()
        codes = ", ".join(f"U+{ord(sign):04X}" for sign in name)
        faces.append(
            f'@font-face {{ font-family: "Language Names"; src: url("data:font/woff2;base64,'
            f'{packed}") format("woff2"); unicode-range: {codes}; }}\n'
        )
    return "".join(faces)


def main() -> None:
    """Build every font from the packages in the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Build the fonts of pictures.")
    parser.add_argument("packages", type=Path, help="the folder node_modules")
    packages: Path = parser.parse_args().packages
    for job in CUTS:
        font = TTFont(source(packages, job.source), recalcTimestamp=False)
        cut(font, job.characters)
        rename(font, job.family, job.style)
        font.save(Path(__file__).with_name(f"{job.file}.ttf"))
        if job.file.endswith(WEB):
            font.flavor = "woff2"
            font.save(Path(__file__).parents[1] / f"{job.file}.woff2")
    names = Path(__file__).parents[1] / "language-names.css"
    names.write_text(names_of_languages(), encoding="utf-8")


if __name__ == "__main__":
    main()
