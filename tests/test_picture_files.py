"""Pictures as files: the same bytes twice, true sizes, text that can be read, no way out."""

import base64
import hashlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from conftest import HOSTILE, PUBLIC_ADDRESS, shipped
from dashboard.picture.compose import compose
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.sizes import FORMATS, SIZES
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_view
from dashboard.words.names import short_site_words
from dashboard.words.say import LANGUAGES, Words

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"
JANUARY = {"period": ["2022-01-01", "2022-01-31"]}
PROGRAM = """
import hashlib, json, sys
from dashboard.picture.compose import compose
from dashboard.picture.paper.draw import write
from dashboard.selection.view import read_view
from dashboard.served import served
view, _ = read_view(json.loads(sys.argv[1]), served().library, address="https://launches.example/map")
drawing = compose(view, "social", "ko")
print(*(hashlib.sha256(write(drawing, form)).hexdigest() for form in sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def view():
    return read_view(JANUARY, shipped(), address=PUBLIC_ADDRESS)[0]


@pytest.fixture(scope="module")
def files(view):
    """Files of the picture of January 2022, made when first asked for."""
    made = {}

    def file(size, lang, form):
        if (size, lang, form) not in made:
            made[size, lang, form] = write(compose(view, size, lang), form)
        return made[size, lang, form]

    return file


def svg_texts(svg):
    """Texts of an SVG that a reader takes in, in their order."""
    root = ET.fromstring(svg)  # noqa: S314 - our own file
    return [
        "".join(text.itertext())
        for text in root.iter(f"{SVG}text")
        if "aria-hidden" not in text.attrib
    ]


def squeezed(words):
    return re.sub(r"\s+", "", words)


def test_two_processes_write_the_same_bytes():
    command = [sys.executable, "-c", PROGRAM, json.dumps(JANUARY), *FORMATS]
    # Sets and dicts of words are ordered otherwise in another process, if anything depends on it.
    outputs = [
        subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].split()) == len(FORMATS)


def test_a_server_and_a_process_of_its_own_write_the_same(files):
    command = [sys.executable, "-c", PROGRAM, json.dumps(JANUARY), "png"]
    alone = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert alone.strip() == hashlib.sha256(files("social", "ko", "png")).hexdigest()


@pytest.mark.parametrize("size", SIZES)
def test_png_has_exactly_the_pixels_of_its_size(files, size):
    image = Image.open(io.BytesIO(files(size, "en", "png")))
    assert image.size == SIZES[size].pixels
    image.load()
    # Nothing shows through.
    assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


def test_a4_png_says_that_it_has_300_dots_an_inch(files):
    image = Image.open(io.BytesIO(files("a4", "en", "png")))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.05)
    assert "dpi" not in Image.open(io.BytesIO(files("social", "en", "png"))).info


def test_png_carries_title_and_link_as_text(files, view):
    image = Image.open(io.BytesIO(files("social", "ko", "png")))
    assert "북한 미사일 발사" in image.text["Title"]
    assert view.link in image.text["Description"]


def test_pdf_of_a4_is_one_page_of_that_size(files):
    pages = PdfReader(io.BytesIO(files("a4", "en", "pdf"))).pages
    millimetres = [float(side) * 25.4 / 72 for side in pages[0].mediabox[2:]]
    assert len(pages) == 1
    assert millimetres == pytest.approx([297.0, 210.0], abs=0.01)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_title_subtitle_and_sites_can_be_read_out_of_pdf_and_svg(files, view, lang):
    drawing = compose(view, "a4", lang)
    sites = {launch.site for launch in view.launches if launch.site}
    names = [short_site_words(Words(lang), site) for site in sites]
    wanted = [drawing.title, drawing.description.rpartition(" ")[0], *names]
    page = PdfReader(io.BytesIO(files("a4", lang, "pdf"))).pages[0].extract_text()
    svg = "".join(svg_texts(files("a4", lang, "svg")))
    for words in wanted:
        assert squeezed(words) in squeezed(page), (words, "pdf")
        assert squeezed(words) in squeezed(svg), (words, "svg")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_font_of_a_pdf_is_embedded(files, lang):
    reader = PdfReader(io.BytesIO(files("a4", lang, "pdf")))
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fonts_in_an_svg_hold_every_letter_drawn(files, lang):
    svg = files("a4", lang, "svg").decode()
    faces = re.findall(r"font/woff;base64,([A-Za-z0-9+/=]+)", svg)
    held = set()
    for face in faces:
        held |= {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(face))).getBestCmap()}
    assert faces
    assert set("".join(svg_texts(svg))) <= held


def test_link_can_be_followed_from_pdf_and_svg(files, view):
    page = PdfReader(io.BytesIO(files("a4", "en", "pdf"))).pages[0]
    links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
    root = ET.fromstring(files("a4", "en", "svg"))  # noqa: S314 - our own file
    anchors = [anchor.attrib["href"] for anchor in root.iter(f"{SVG}a")]
    assert set(links) == set(anchors) == {view.link}


@pytest.fixture(scope="module")
def hostile_drawing(make_library, make_launch, make_site, make_missile, make_claim):
    """Picture of a made-up launch whose site and missile have a name."""

    def draw(words):
        launch = make_launch(
            make_claim("range_km", 500.0),
            make_claim("azimuth_deg", 80.0),
            site=make_site(id="hostile", name_en=words, name_ko=words, name_ja=words),
            missile=make_missile(name=words),
        )
        selection = Selection(period=(launch.first_day, launch.last_day), site=("hostile",))
        return compose(View(selection, make_library(launch), PUBLIC_ADDRESS), "social", "en")

    return draw


@pytest.mark.parametrize("words", HOSTILE)
def test_names_meant_to_do_harm_are_mere_text(hostile_drawing, words):
    drawing = hostile_drawing(words)
    view = next(text.link for text in drawing.texts() if text.link)
    svg = write(drawing, "svg").decode()
    root = ET.fromstring(svg)  # noqa: S314 - our own file
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "style", "path", "circle", "text", "a"}
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.attrib.get("href", view) == view
    assert len(re.findall(r"url\((?!data:font/woff;base64,)", svg)) == 0
    assert squeezed(words[:20]) in squeezed("".join(svg_texts(svg)))
    assert write(drawing, "png")[:8] == b"\x89PNG\r\n\x1a\n"
    notes = PdfReader(io.BytesIO(write(drawing, "pdf"))).pages[0]["/Annots"]
    assert {note.get_object()["/A"]["/URI"] for note in notes} == {view}


def test_svg_names_no_other_host_than_that_of_its_link(files, view):
    svg = files("a4", "en", "svg").decode()
    addresses = set(re.findall(r"https?://[^\s\"'<]+", svg.replace("&amp;", "&")))
    assert addresses <= {"http://www.w3.org/2000/svg", view.link, view.link + "."}


def test_an_empty_record_gives_a_picture_too(make_library, make_launch):
    day = make_launch().first_day
    drawing = compose(View(Selection(period=(day, day)), make_library()), "square", "ja")
    assert drawing.accounts == {}
    assert Image.open(io.BytesIO(write(drawing, "png"))).size == SIZES["square"].pixels
