"""Pictures as files: the same bytes each time, true sizes, text that is text, nothing hostile."""

import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from conftest import HOSTILE
from dashboard.selection import Selection
from dashboard.share.picture.compose import compose
from dashboard.share.picture.draw import write
from dashboard.share.picture.drawing import Dot, Drawing, Text
from dashboard.share.picture.drawing import Path as Shape
from dashboard.share.picture.sizes import FORMATS, SIZES
from dashboard.share.picture.words import LANGUAGES
from dashboard.share.view import View, read_view

ROOT = Path(__file__).parents[1]
JANUARY = {"period": ["2022-01-01", "2022-01-31"]}
SVG = "{http://www.w3.org/2000/svg}"
POINTS_PER_MM = 72 / 25.4
SAYS = {
    "en": ["North Korean missile launches", "7 launches (11 missiles)", "Hungnam (1)"],
    "ko": ["북한 미사일 발사", "발사 7건", "흥남 (1)"],
    "ja": ["北朝鮮", "ミサイル11発", "(1)"],
}


def january(size, lang):
    view, _ = read_view(JANUARY)
    return compose(view, size, lang)


def words_of(pdf):
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def without_spaces(text):
    return "".join(text.split())


@pytest.mark.parametrize("form", FORMATS)
def test_same_selection_gives_the_same_bytes_in_another_process(form):
    program = (
        "import hashlib;"
        "from dashboard.share.picture.compose import compose;"
        "from dashboard.share.picture.draw import write;"
        "from dashboard.share.view import read_view;"
        f"view, _ = read_view({JANUARY!r});"
        f"print(hashlib.sha256(write(compose(view, 'square', 'ko'), {form!r})).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("size", SIZES)
def test_png_has_exactly_its_pixels(size):
    with Image.open(io.BytesIO(write(january(size, "en"), "png"))) as image:
        assert image.size == SIZES[size].pixels
        assert "launches" in image.text["Title"]
        if SIZES[size].millimetres:
            assert image.info["dpi"] == pytest.approx((300, 300), abs=0.5)


def test_pdf_for_paper_is_a4():
    page = PdfReader(io.BytesIO(write(january("a4", "en"), "pdf"))).pages[0]
    sides = (297 * POINTS_PER_MM, 210 * POINTS_PER_MM)
    assert [float(page.mediabox.width), float(page.mediabox.height)] == pytest.approx(
        sides, abs=0.1
    )


def test_svg_for_paper_says_its_millimetres():
    root = ET.fromstring(write(january("a4", "en"), "svg"))  # noqa: S314 - our own
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_a_pdf_can_be_read_out_of_it_and_its_fonts_are_in_it(lang):
    pdf = write(january("slide", lang), "pdf")
    read = without_spaces(words_of(pdf))
    for words in SAYS[lang]:
        assert without_spaces(words) in read
    fonts = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()
    ours = [font.get_object() for font in fonts if "Launch" in font.get_object()["/BaseFont"]]
    assert ours
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in ours)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_an_svg_are_text_with_its_fonts_in_it(lang):
    content = write(january("slide", lang), "svg").decode()
    root = ET.fromstring(content)  # noqa: S314 - our own
    seen = [node for node in root.iter(SVG + "text") if node.get("aria-hidden") is None]
    read = without_spaces("".join("".join(node.itertext()) for node in seen))
    for words in SAYS[lang]:
        assert without_spaces(words) in read
    assert "@font-face" in content
    assert "url(data:font/woff;base64," in content


def test_link_of_the_view_can_be_followed():
    view, _ = read_view(JANUARY)
    drawing = compose(view, "social", "en")
    root = ET.fromstring(write(drawing, "svg"))  # noqa: S314 - our own
    assert {node.get("href") for node in root.iter(SVG + "a")} == {view.link}
    (page,) = PdfReader(io.BytesIO(write(drawing, "pdf"))).pages
    links = {note.get_object()["/A"]["/URI"] for note in page["/Annots"]}
    assert links == {view.link}


@pytest.fixture(params=HOSTILE)
def hostile(request, make_launch, make_missile, make_site, make_claim):
    """A text that tries to run, and a launch whose names it is."""
    text = request.param
    launch = make_launch(
        make_claim("range_km", 700.0),
        make_claim("azimuth_deg", 80.0),
        missile=make_missile(name=text),
        site=make_site(name_en=text),
    )
    return text, launch


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names_are_drawn_and_never_run(hostile, form, make_atlas):
    text, launch = hostile
    days = (launch.first_day, launch.last_day)
    drawing = compose(View(Selection(days), make_atlas(launch)), "social", "en")
    content = write(drawing, form)
    if form == "svg":
        root = ET.fromstring(content)  # noqa: S314 - our own
        names = {node.tag.removeprefix(SVG) for node in root.iter()}
        drawn = {"svg", "title", "desc", "defs", "style", "path", "circle", "text", "a"}
        assert names <= drawn
        assert any(without_spaces(text)[:12] in without_spaces(t.words) for t in drawing.texts())


def test_signs_that_xml_forbids_are_left_out():
    text = Text((10.0, 20.0), "a\x00b\x1bc", 12.0, 30.0)
    dot, shape = (
        Dot((5.0, 5.0), 2.0, "#000000"),
        Shape((((0.0, 0.0), (5.0, 5.0)),), stroke="#000000"),
    )
    drawing = Drawing((100.0, 50.0), (100, 50), None, "en", "t\x01", "d", (text, dot, shape))
    root = ET.fromstring(write(drawing, "svg"))  # noqa: S314 - our own
    assert [node.text for node in root.iter(SVG + "text")] == ["abc"]


def test_format_that_is_none_is_refused():
    with pytest.raises(ValueError, match="png, svg and pdf"):
        write(january("social", "en"), "gif")
