"""Styles of pictures: every colour has its own, greys tell types apart, sizes on paper are true."""

import io
import re
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from conftest import PUBLIC_ADDRESS, shipped
from dashboard.look import DASHES, FOCUS, INK, LAND, PAPER, PICTURE, SEA, TYPE_COLOURS, rgb
from dashboard.picture.compose import compose
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.drawing import Dot, Path, Text
from dashboard.picture.paper.sizes import PIXELS_PER_INCH, POINTS_PER_INCH, SIZES
from dashboard.picture.paper.styles import STYLES, TYPED_DOTS, dressed
from dashboard.selection.view import read_view
from test_map_contrast import contrast, luminance

GRAPHICS, TEXT = 3.0, 4.5
"""Least contrast of graphics (WCAG 2.2, 1.4.11) and of text (1.4.3)."""
RECOLOURED = ("dark", "grey")
PAPERS = [name for name, size in SIZES.items() if size.millimetres]


def view_of(**query):
    return read_view(query, shipped(), address=PUBLIC_ADDRESS)[0]


@pytest.fixture(scope="module")
def plain():
    """Pictures that have every colour between them: bundles, insets, rings, discs, failures."""
    years = (["1984-01-01", "2021-12-31"], ["2022-01-01", "2022-12-31"], ["2017-04-01", "2017-05"])
    return [compose(view_of(period=year, figures=["all"]), "slide", "en") for year in years]


def colours(drawing):
    found = set()
    for part in drawing.parts:
        own = (part.colour, part.halo) if isinstance(part, Text) else (part.fill, part.stroke)
        found |= {colour for colour in own if colour}
    return found


@pytest.mark.parametrize("style", RECOLOURED)
def test_a_style_has_a_colour_in_place_of_every_one(plain, style):
    row = STYLES[style]
    used = set().union(*map(colours, plain))
    assert len(used) > 20
    assert used - row.colours.keys() <= ({PAPER} if style == "grey" else set())
    # Two colours that were told apart still are.
    assert len(set(row.colours.values())) == len(row.colours)


@pytest.mark.parametrize("style", RECOLOURED)
def test_marks_and_words_stand_out_in_every_style(style):
    of = STYLES[style].colour
    for ground in (SEA, LAND, FOCUS):
        for colour in TYPE_COLOURS.values():
            assert contrast(of(colour), of(ground)) >= GRAPHICS, (colour, ground)
    for words in (INK, PICTURE["quiet"], PICTURE["link"]):
        assert contrast(of(words), of(PAPER)) >= TEXT, words
    assert contrast(of(INK), of(SEA)) >= TEXT


def test_greys_are_grey_and_types_differ_in_luminance_dash_and_shape():
    grey = STYLES["grey"]
    for colour in grey.colours.values():
        assert len(set(rgb(colour))) == 1, colour
    levels = sorted(luminance(grey.colour(colour)) for colour in TYPE_COLOURS.values())
    assert all(after > before for before, after in pairwise(levels))
    assert len({grey.dashes[colour] for colour in TYPE_COLOURS.values()}) == len(TYPE_COLOURS)
    assert len({grey.shapes[colour] for colour in TYPE_COLOURS.values()}) == len(TYPE_COLOURS)
    # No type is taken for what another dash says.
    assert not {DASHES["differing"], DASHES["picture_ring"]} & set(grey.dashes.values())


def test_a_picture_in_greys_has_no_colour_and_types_as_in_its_legend(plain):
    for drawing in plain:
        grey = dressed(drawing, "grey")
        image = np.asarray(Image.open(io.BytesIO(write(grey, "png"))).convert("RGB"), dtype=int)
        assert np.ptp(image, axis=2).max() == 0
        assert len(grey.parts) == len(drawing.parts)
        for before, after in zip(drawing.parts, grey.parts, strict=True):
            if isinstance(before, Dot) and before.role in TYPED_DOTS:
                shape = STYLES["grey"].shapes[before.fill]
                assert isinstance(after, Path) == bool(shape.corners)
            if getattr(before, "role", "") == "track" and before.dash != DASHES["differing"]:
                assert after.dash == STYLES["grey"].dashes[before.stroke]


def test_transparent_paper_lets_through_what_lies_below_and_nothing_else_changes(plain):
    drawing = plain[1]
    clear = dressed(drawing, "transparent")
    assert [part for part in drawing.parts if part.role != "paper"] == list(clear.parts)
    image = Image.open(io.BytesIO(write(clear, "png")))
    alpha = np.asarray(image.getchannel("A"))
    # Words stand on nothing at the left, the map fills the rest.
    assert alpha[2, 2] == 0
    assert alpha[alpha.shape[0] // 2, -2] == 255
    assert 'role="img"' in write(clear, "svg").decode()


def test_plain_is_as_composed(plain):
    assert dressed(plain[0], "plain") is plain[0]


@pytest.mark.parametrize("size", PAPERS)
def test_on_paper_a_size_is_as_wide_as_it_says(size):
    across, down = SIZES[size].millimetres
    assert size in {"a4", "a5"} or size == f"{across}mm"
    drawing = compose(view_of(period=["2022-01"]), size, "en")
    page = PdfReader(io.BytesIO(write(drawing, "pdf"))).pages[0]
    millimetres = [float(side) * 25.4 / 72 for side in page.mediabox[2:]]
    assert millimetres == pytest.approx([across, down], abs=0.01)
    svg = write(drawing, "svg").decode()
    assert re.search(r'width="([\d.]+mm)" height="([\d.]+mm)"', svg).groups() == (
        f"{across}mm",
        f"{down}mm",
    )
    image = Image.open(io.BytesIO(write(drawing, "png")))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.7)
    assert image.width == pytest.approx(across / 25.4 * 300, abs=0.51)


@pytest.mark.parametrize("size", PAPERS)
def test_on_paper_no_letter_is_smaller_than_five_points(size):
    # The fullest year and the whole record, in the languages whose words are longest there.
    for query, lang in (({"period": ["2022"]}, "en"), ({}, "ja"), ({}, "en")):
        texts = compose(view_of(**query), size, lang).texts()
        assert min(text.size for text in texts) / PIXELS_PER_INCH * POINTS_PER_INCH >= 5.0
