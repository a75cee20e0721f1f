"""Colours against what they lie on, as WCAG 2.2 computes contrast."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest

from dashboard.asset_files import ASSETS
from dashboard.bundles import content
from dashboard.launch.against import pairs
from dashboard.look import FOCUS, INK, LAND, LOOK, PAPER, QUANTITY_COLOURS, SEA, rgb
from dashboard.panels.disagreements import against_chart
from dashboard.words.say import Words
from data.quantities import QUANTITIES

TEMPLATES = Path(__file__).parents[1] / "dashboard" / "templates"
GRAPHICS, TEXT = 3.0, 4.5
"""Least contrast of graphics (WCAG 2.2, 1.4.11) and of text (1.4.3)."""


def luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [part / 255 for part in rgb(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # https://webaim.org/articles/contrast: the lightest grey that passes on white.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", [SEA, LAND, FOCUS])
@pytest.mark.parametrize("name", LOOK["types"])
def test_a_track_or_its_casing_stands_out_from_what_it_crosses(name: str, ground: str) -> None:
    assert contrast(LOOK["types"][name]["casing"], ground) >= GRAPHICS


@pytest.mark.parametrize("name", LOOK["types"])
def test_a_casing_is_a_darker_shade_of_its_type(name: str) -> None:
    colour, casing = (rgb(LOOK["types"][name][part]) for part in ("colour", "casing"))
    assert all(dark <= light for dark, light in zip(casing, colour, strict=True))
    assert casing != colour


def test_names_of_seas_can_be_read() -> None:
    assert contrast(LOOK["text"]["sea"], SEA) >= TEXT
    styles = (ASSETS / "map" / "launchmap.css").read_text(encoding="utf-8")
    assert re.search(r"\.label-sea span \{[^}]*color: var\(--text-sea\)", styles)


def test_marks_of_a_chart_are_seen_on_a_light_and_a_dark_screen(library):
    found = pairs(library.record.launches, "range_km")
    chart = json.dumps(against_chart(Words("en"), "Range", found))
    colours = set(re.findall("#[0-9a-f]{6}", chart))
    assert any(pair.excluding for pair in found)
    assert colours
    for paper in (PAPER, LOOK["dark"]["paper"]):
        assert all(contrast(colour, paper) >= GRAPHICS for colour in colours)


@pytest.mark.parametrize("name", LOOK["tempo"])
def test_what_the_tempo_is_drawn_with_stands_out_on_both_screens(name: str) -> None:
    assert contrast(LOOK["tempo"][name], PAPER) >= GRAPHICS
    assert contrast(LOOK["dark"]["tempo"][name], LOOK["dark"]["paper"]) >= GRAPHICS


def test_zones_stand_out_from_the_sea() -> None:
    assert contrast(LOOK["zone"], SEA) >= GRAPHICS


@pytest.mark.parametrize("name", QUANTITIES)
def test_words_can_be_read_on_the_colour_of_their_quantity(name: str) -> None:
    assert contrast(INK, QUANTITY_COLOURS[name]) >= 7.0
    # What sets a mark off from the text around it is its line, since pale colours do not.
    assert contrast(LOOK["quiet"], PAPER) >= TEXT
    styles = content("report/wording.css").decode()
    assert f".wording.{name} {{ background: var(--quantities-{name}); }}" in styles
    assert ".wording { color-scheme: light; color: var(--ink); }" in styles


def test_quantities_have_colours_of_their_own() -> None:
    assert QUANTITY_COLOURS.keys() == QUANTITIES.keys()
    for one, other in combinations(QUANTITY_COLOURS.values(), 2):
        assert sum(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True)) >= 24


def test_nothing_but_words_of_a_quantity_has_their_look() -> None:
    """What lies on a pale ground on dark screens too has dark ink: elsewhere it would be unseen."""
    templates = [path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")]
    styles = (ASSETS / "report" / "quantities.css").read_text(encoding="utf-8")
    assert set(re.findall(r"^(?:mark)?\.(\w+)", styles, re.MULTILINE)) == {"wording"}
    used = [classes for text in templates for classes in re.findall(r'class="([^"]*)"', text)]
    with_look = [classes for classes in used if "wording" in classes.split()]
    assert with_look
    assert [classes for classes in with_look if not classes.startswith("wording {{ ")] == []
