"""Slides of a view: map, table, altitudes, sources, with words that can be read and changed."""

import io
import re
from collections import Counter

import pytest
from pptx import Presentation
from pypdf import PdfReader

from conftest import HOSTILE, PUBLIC_ADDRESS, shipped
from dashboard.picture.deck.deck import MOST_LISTED, compose_deck
from dashboard.picture.deck.sources import sources_of
from dashboard.picture.paper.deck import CELL
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.drawing import Text
from dashboard.picture.paper.fonts import missing
from dashboard.picture.paper.styles import STYLES
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_view
from dashboard.words.say import LANGUAGES, Words

JANUARY = {"period": ["2022-01"]}
SLIDE_PT = (1440, 810)
TAGS = {"en": "en-GB", "ko": "ko-KR", "ja": "ja-JP"}


def view_of(query):
    return read_view(query, shipped(), address=PUBLIC_ADDRESS)[0]


@pytest.fixture(scope="module")
def decks():
    """Decks of January 2022 by language, with their files."""
    made = {}

    def deck(lang):
        if lang not in made:
            composed = compose_deck(view_of(JANUARY), lang)
            made[lang] = composed, write(composed, "pdf"), write(composed, "pptx")
        return made[lang]

    return deck


def squeezed(words):
    return re.sub(r"\s+", "", words)


def words_of(slide):
    """Text of a slide and of its table."""
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            said += [cell.text for row in shape.table.rows for cell in row.cells]
    return said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_deck_has_a_map_a_table_altitudes_and_sources_in_its_language(decks, lang):
    deck, pdf, pptx = decks(lang)
    words = Words(lang)
    wanted = [words.say(key) for key in ("table.title", "deck.altitude", "deck.sources")]
    titles = [re.split(r" \(|（", page.drawing.title)[0] for page in deck.pages]
    assert list(dict.fromkeys(titles))[1:] == wanted
    pages = PdfReader(io.BytesIO(pdf)).pages
    slides = Presentation(io.BytesIO(pptx)).slides
    assert len(pages) == len(slides) == len(deck.pages)
    for page, slide, composed in zip(pages, slides, deck.pages, strict=True):
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx(SLIDE_PT)
        assert squeezed(slide.shapes.title.text_frame.text) == squeezed(composed.drawing.title)
        assert squeezed(composed.drawing.title) in squeezed(page.extract_text())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_a_slide_are_text_in_its_language_and_in_fonts_that_are_there(decks, lang):
    deck, pdf, pptx = decks(lang)
    slides = Presentation(io.BytesIO(pptx)).slides
    for slide, page in zip(slides, deck.pages, strict=True):
        wanted = Counter(text.words for text in page.drawing.texts() if not text.halo)
        found = Counter(
            line for said in words_of(slide) for line in re.split("[\v\n]", said) if line
        )
        beside = {text.words for text in page.drawing.texts() if text.role == CELL}
        # A cell that was broken into lines is one in a table.
        assert set(wanted) - beside <= set(found)
        runs = slide.element.findall(".//{*}r/{*}rPr")
        assert runs
        assert {run.get("lang") for run in runs} <= set(TAGS.values())
        assert {
            run.find("{*}ea").get("typeface") for run in runs if run.get("lang") == "ko-KR"
        } <= {"Malgun Gothic"}
    reader = PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_table_lists_each_launch_with_the_figures_that_are_drawn(decks):
    deck, _, pptx = decks("en")
    view = view_of(JANUARY)
    slide = Presentation(io.BytesIO(pptx)).slides[1]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][0] == "Date (Korea)"
    assert len(rows) - 1 == len(view.launches)
    # JCS on 30 January 2022: range about 800 km, apogee about 2,000 km.
    assert rows[1][:2] == ["30 Jan 2022", "Hwasong-12 (KN-17)"]
    assert rows[1][5:8] == ["≈ 800", "≈ 2,000", "JCS"]
    page = deck.pages[1]
    assert len(page.table.widths) == len(rows[0])
    assert all("\n" not in cell for row in page.table.rows for cell in row)


def test_notes_name_the_sources_of_their_slide(decks):
    deck, _, pptx = decks("en")
    slides = Presentation(io.BytesIO(pptx)).slides
    view = view_of(JANUARY)
    for slide, page in zip(slides, deck.pages, strict=True):
        assert slide.notes_slide.notes_text_frame.text == page.notes
    addresses = {source.url for source in sources_of(view.launches) if source.url}
    assert len([url for url in addresses if url in deck.pages[1].notes]) >= len(addresses) / 2
    assert "2022-01-30-1" in deck.pages[1].notes
    # The ministry gave range, apogee and time itself.
    assert "apogee about 2,000 km (Japan MOD)" in deck.pages[2].notes


def test_sources_lead_to_where_they_are(decks):
    deck, pdf, pptx = decks("en")
    sources = sources_of(view_of(JANUARY).launches)
    wanted = {source.url for source in sources if (source.url or "").startswith("http")}
    links = {text.link for text in deck.pages[-1].drawing.texts() if text.link}
    assert wanted <= links
    notes = PdfReader(io.BytesIO(pdf)).pages[-1]["/Annots"]
    assert {note.get_object()["/A"]["/URI"] for note in notes} == links
    slide = Presentation(io.BytesIO(pptx)).slides[3]
    assert {each.address for each in hyperlinks(slide)} == links


def hyperlinks(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                yield from (run.hyperlink for run in paragraph.runs if run.hyperlink.address)


def test_picture_of_the_map_says_what_it_shows(decks):
    _, _, pptx = decks("en")
    slide = Presentation(io.BytesIO(pptx)).slides[0]
    (picture,) = [
        shape for shape in slide.shapes if shape.shape_type is not None and shape.shape_type == 13
    ]
    described = picture._element._nvXxPr.cNvPr.get("descr")
    assert "North Korean missile launches, January 2022" in described
    assert "7 launches (11 missiles)" in described
    assert picture.image.size[0] >= 3000


def test_the_same_deck_is_the_same_bytes(decks):
    deck, pdf, pptx = decks("en")
    assert compose_deck(view_of(JANUARY), "en") == deck
    assert (write(deck, "pdf"), write(deck, "pptx")) == (pdf, pptx)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_deck_of_the_whole_record_says_what_it_leaves_out(lang):
    view = view_of({})
    deck = compose_deck(view, lang)
    words = Words(lang)
    tables = [page for page in deck.pages if page.table]
    assert sum(len(page.table.rows) - 1 for page in tables) == MOST_LISTED
    launches = words.say("count.launches", n=len(view.launches))
    said = words.say("deck.newest", shown=MOST_LISTED, launches=launches)
    for page in tables:
        assert any(text.words == said for text in page.drawing.texts())
    from_the_side = sum(len(view.atlas.curves[one.id].drawn) for one in view.launches)
    altitude = next(p for p in deck.pages if p.drawing.title == words.say("deck.altitude"))
    drawn = [part for part in altitude.drawing.parts if getattr(part, "role", "") == "track"]
    assert len(drawn) == from_the_side
    width, height = deck.pages[0].drawing.size
    for page in deck.pages:
        for text in page.drawing.texts():
            assert min(text.box) >= 0, text.words
            assert text.box[2] <= width, text.words
            assert text.box[3] <= height, text.words
            assert not missing(text.words, text.style, text.lang or lang), text.words


def test_a_deck_of_nothing_is_its_map():
    deck = compose_deck(view_of({"period": ["2022-02-01", "2022-02-02"]}), "en")
    assert len(deck.pages) == 1
    assert len(Presentation(io.BytesIO(write(deck, "pptx"))).slides) == 1


@pytest.mark.parametrize("style", STYLES)
def test_every_page_has_the_style_of_the_deck(style):
    deck = compose_deck(view_of({"launch": ["2022-11-18-1"]}), "ja", style=style)
    for page in deck.pages:
        papers = [part.fill for part in page.drawing.parts if part.role == "paper"]
        expected = [STYLES[style].colour("#ffffff")] if STYLES[style].sheet else []
        assert papers == expected
    assert write(deck, "pptx")[:2] == b"PK"


@pytest.fixture
def hostile_view(make_library, make_launch, make_site, make_missile, make_claim):
    """View of a made-up launch whose site and missile have a name."""

    def view(words):
        launch = make_launch(
            *(make_claim(name, 500.0) for name in ("range_km", "apogee_km")),
            make_claim("azimuth_deg", 80.0),
            site=make_site(id="hostile", name_en=words, name_ko=words, name_ja=words),
            missile=make_missile(name=words),
        )
        selection = Selection(period=(launch.first_day, launch.last_day), site=("hostile",))
        return View(selection, make_library(launch), PUBLIC_ADDRESS)

    return view


@pytest.mark.parametrize("words", HOSTILE)
def test_names_meant_to_do_harm_are_mere_text(hostile_view, words):
    deck = compose_deck(hostile_view(words), "en")
    slides = Presentation(io.BytesIO(write(deck, "pptx"))).slides
    said = squeezed("".join(words_of(slides[1])))
    assert squeezed(words[:20]) in said
    for slide in slides:
        assert {each.address for each in hyperlinks(slide)} <= {
            text.link
            for page in deck.pages
            for text in page.drawing.texts()
            if isinstance(text, Text)
        }
    assert write(deck, "pdf").startswith(b"%PDF")
