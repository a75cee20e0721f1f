"""Fonts of pictures: they hold what is written, and draw it as wide as they are said to."""

import base64
import csv
import io
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from resvg import render, usvg

from dashboard.asset_files import ASSETS
from dashboard.picture.paper.fonts import (
    FAMILIES,
    FOLDER,
    UNKNOWN_WIDTH,
    missing,
    subset,
    text_width,
)
from dashboard.words.say import catalogue

DATA = Path(__file__).parents[1] / "data"
FILES = sorted(FOLDER.glob("*.ttf"))
STYLES = ("regular", "semibold", "italic")
EVERY = [(style, lang) for lang in FAMILIES for style in STYLES]
SIGNS = "–—−×°±≈≠≤≥•·…“”‘’′″←→↑↓↖↗↘↙↔■□▲△▶▼◀◆○●✓Δ©™€"
LINES = {
    "en": ["AVATAR To. LTA 1,090 km", "fi ffl office Tokyo “Wave”", "Mupyong-ni × 3, ≥ 600 km"],
    "ko": ["평양순안국제공항 AVATAR", "북한의 미사일 발사, 2022년 1월", "무평리 군수공장 → 790 km"],
    "ja": ["平壌順安(ピョンヤンスナン)国際空港", "ミサイル発射、AVATAR 2022年", "舞坪里→790 km"],
}
SAID = (
    "title",
    "count",
    "authority",
    "filter",
    "site_part",
    "missile_part",
    "picture",
    "deck",
    "strip",
)
"""Sections of the catalogue that pictures speak from."""
SIZE = 100
TOLERANCE_PX = 0.5


def record_names(record, lang):
    """Every name of the record that a picture in a language may show."""
    local = f"name_{lang}"
    sites = [getattr(site, local) or site.name_en for site in record.sites.values()]
    missiles = [missile.name for missile in record.missiles.values()]
    places = [place.name for place in record.places.values()]
    authorities = {claim.authority for launch in record.launches for claim in launch.claims}
    return [*sites, *missiles, *places, *sorted(authorities)]


def map_labels(lang):
    """Every label of the base map in a language."""
    labels = json.loads((ASSETS / "base" / "labels.json").read_text(encoding="utf-8"))["labels"]
    return [
        label[key][lang] for label in labels for key in ("names", "other_names") if key in label
    ]


def drawn(svg):
    """Left end of the ink that resvg draws with the shipped fonts alone, to part of a pixel."""
    options = usvg.Options.default()
    for path in FILES:
        options.load_font_file(str(path))
    png = render(usvg.Tree.from_str(svg, options), (1, 0, 0, 0, 1, 0))
    ink = Image.open(io.BytesIO(bytes(png))).getchannel("A")
    left = ink.getbbox()[0]
    # A stem at the left end covers its first column in part.
    columns = [ink.crop((x, 0, x + 1, ink.height)).getextrema()[1] for x in (left, left + 1)]
    return left + 1 - columns[0] / max(columns)


def standard_rows(encoding, first, last):
    """Characters of some rows of a national standard of 94 by 94 cells."""
    cells = [bytes((row, cell)) for row in range(first, last + 1) for cell in range(0xA1, 0xFF)]
    return "".join(cell.decode(encoding, errors="ignore") for cell in cells)


def line_of_text(text, font, place, extra=""):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200">{extra}'
        f'<text y="140" font-family="{font.family}" font-weight="{font.weight}" '
        f'font-style="{font.slant}" font-size="{SIZE}" style="font-kerning: none" '
        f"{place}>{escape(text)}</text></svg>"
    )


CASES = [(line, style, lang) for style, lang in EVERY for line in LINES[lang]]


@pytest.mark.parametrize(("style", "lang"), EVERY)
def test_font_holds_every_name_of_the_record(style, lang, served):
    lacking = {name: missing(name, style, lang) for name in record_names(served.record, lang)}
    assert not {name: signs for name, signs in lacking.items() if signs}


@pytest.mark.parametrize(("style", "lang"), [case for case in EVERY if case[1] != "en"])
def test_font_holds_every_letter_that_the_tables_write_in_its_language(style, lang):
    cells = {
        re.sub("[“「][^”」]*[”」]", "", cell)  # a quotation is in the language of its source
        for path in DATA.glob("*.csv")
        for row in csv.DictReader(path.read_text("utf-8").splitlines())
        for column, cell in row.items()
        if column.endswith(f"_{lang}") and cell
    }
    assert len(cells) > 100
    assert not {cell: missing(cell, style, lang) for cell in cells if missing(cell, style, lang)}


def test_fonts_hold_every_letter_of_east_asia_in_the_tables():
    """Quoted phrases are in the language of their source, whatever that of the page is."""
    letters = set("".join(path.read_text("utf-8") for path in DATA.glob("*.csv")))
    east_asian = {one for one in letters if unicodedata.east_asian_width(one) in "WF"}
    assert len(east_asian) > 1000
    assert not east_asian - set().union(*(FAMILIES[lang]["regular"].widths for lang in FAMILIES))


@pytest.mark.parametrize(("style", "lang"), EVERY)
def test_font_holds_every_label_of_the_map(style, lang):
    labels = map_labels(lang)
    assert len(labels) >= 20
    assert not missing("".join(labels), style, lang)


@pytest.mark.parametrize(("style", "lang"), EVERY)
def test_font_holds_every_letter_that_a_picture_says(style, lang):
    said = {section: catalogue(lang)[section] for section in SAID}
    assert not missing(json.dumps(said, ensure_ascii=False), style, lang)


@pytest.mark.parametrize(("style", "lang"), EVERY)
def test_font_holds_the_signs_and_letters_of_running_text(style, lang):
    ascii_and_latin = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))))
    assert not missing(ascii_and_latin + SIGNS, style, lang)


@pytest.mark.parametrize("style", STYLES)
def test_korean_font_holds_all_hangul_and_japanese_font_all_kana_and_common_kanji(style):
    syllables = standard_rows("euc_kr", 0xB0, 0xC8)
    common = standard_rows("euc_jp", 0xB0, 0xCF)
    # KS X 1001 has this many syllables, JIS X 0208 this many kanji of level 1.
    assert (len(syllables), len(common)) == (2350, 2965)
    assert not missing(syllables, style, "ko")
    assert not missing(common + "ぁんァヶー・、。「」（）", style, "ja")


@pytest.mark.parametrize(("text", "style", "lang"), CASES)
def test_width_is_what_resvg_draws(text, style, lang):
    # The same text drawn from its start and to its end begins one width apart.
    font = FAMILIES[lang][style]
    started = drawn(line_of_text(text, font, 'x="100"'))
    ended = drawn(line_of_text(text, font, 'x="3900" text-anchor="end"'))
    width = 3900 - 100 + started - ended
    assert text_width(text, style, lang, SIZE) == pytest.approx(width, abs=TOLERANCE_PX)


@pytest.mark.parametrize(("text", "style", "lang"), CASES)
def test_width_is_what_a_browser_draws_with_the_embedded_subset(text, style, lang, page):
    font = FAMILIES[lang][style]
    data = base64.b64encode(subset(FAMILIES[lang][style], text)).decode()
    face = f"<style>@font-face{{font-family:'cut';src:url(data:font/woff;base64,{data})}}</style>"
    # The subset is spaced as laid out even where nothing forbids kerning.
    svg = line_of_text(text, font, "", face).replace('style="font-kerning: none"', "")
    page.set_content(svg.replace(font.family, "cut"))
    width = page.evaluate(
        "async () => { await Promise.all([...document.fonts].map(face => face.load()));"
        " return document.querySelector('text').getComputedTextLength(); }"
    )
    assert text_width(text, style, lang, SIZE) == pytest.approx(width, abs=TOLERANCE_PX)


def test_width_grows_with_the_size_and_is_the_sum_of_its_parts():
    whole, parts = text_width("AVATAR", "regular", "en", 20), map(str, "AVATAR")
    assert whole == pytest.approx(2 * text_width("AVATAR", "regular", "en", 10))
    assert whole == pytest.approx(sum(text_width(part, "regular", "en", 20) for part in parts))
    assert text_width("", "regular", "en", 20) == 0


@pytest.mark.parametrize(("style", "lang"), EVERY)
def test_unknown_character_is_a_full_width_box_and_is_named(style, lang):
    assert text_width("\U0001f680", style, lang, 10) == 10 * UNKNOWN_WIDTH
    assert missing("a\U0001f680\n", style, lang) == {"\U0001f680", "\n"}


def test_styles_of_a_family_are_told_apart_and_korean_has_no_italic():
    assert text_width("Sunan", "regular", "en", 10) != text_width("Sunan", "semibold", "en", 10)
    assert FAMILIES["en"]["italic"].slant == "italic"
    for lang in ("ko", "ja"):
        assert FAMILIES[lang]["italic"] == FAMILIES[lang]["regular"]


@pytest.mark.parametrize(("style", "lang"), EVERY)
def test_subset_holds_just_what_was_asked(style, lang):
    text = LINES[lang][0]
    data = subset(FAMILIES[lang][style], text)
    assert data[:4] == b"wOFF"
    with TTFont(io.BytesIO(data)) as font:
        assert set(map(chr, font.getBestCmap())) == set(text)
        assert "GPOS" not in font
        assert font["name"].getDebugName(13).startswith("This Font Software is licensed under")


def test_subset_passes_over_what_the_font_lacks():
    with TTFont(io.BytesIO(subset(FAMILIES["en"]["regular"], "A\U0001f680"))) as font:
        assert set(map(chr, font.getBestCmap())) == {"A"}
    assert subset(FAMILIES["en"]["regular"], "")


def test_subset_is_the_same_in_every_order_and_every_process():
    program = (
        "import hashlib; from dashboard.picture.paper.fonts import FAMILIES, subset;"
        "print(hashlib.sha256(subset(FAMILIES['ko']['semibold'], '북한 미사일')).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ASSETS.parents[1], capture_output=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert subset(FAMILIES["ko"]["semibold"], "북한 미사일") == subset(
        FAMILIES["ko"]["semibold"], "일사미 한북북"
    )


def test_every_font_file_is_of_a_family():
    used = {font.path for family in FAMILIES.values() for font in family.values()}
    assert used == set(FILES)
    assert sum(path.stat().st_size for path in FILES) < 3_000_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_font_names_itself_its_licence_and_nothing_reserved(path: Path):
    font_by_path = {font.path: font for family in FAMILIES.values() for font in family.values()}
    font = font_by_path[path]
    with TTFont(path) as file:
        names = file["name"]
        own = [names.getDebugName(name_id) for name_id in (1, 3, 4, 6, 16)]
        assert not [name for name in own if "Source" in name or "Noto" in name]
        assert names.getDebugName(16) == font.family
        assert "Adobe" in names.getDebugName(0)
        assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
        assert file["OS/2"].usWeightClass == font.weight
        assert bool(file["OS/2"].fsSelection & 1) == (font.slant == "italic")
        assert file["OS/2"].fsType == 0
        # reportlab embeds TrueType outlines only.
        assert "glyf" in file
        assert "CFF " not in file


@pytest.mark.parametrize("name", ["LICENSE.launch-sans", "LICENSE.launch-sans-kr-jp"])
def test_licence_stands_beside_the_fonts(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    assert "Adobe" in text
