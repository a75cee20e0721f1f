"""A deck as PPTX: maps and charts as pictures, all words beside them and tables as such."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.look import rgb
from dashboard.picture.paper.deck import CELL, ROW, TITLE, Deck, Page, Table
from dashboard.picture.paper.drawing import Drawing, Part, Path, Text
from dashboard.picture.paper.sizes import PIXELS_PER_INCH, POINTS_PER_INCH
from dashboard.picture.paper.type_setting import LINE_HEIGHT

EMU_PER_UNIT = 914_400 / PIXELS_PER_INCH
"""English metric units, of which an inch has 914,400 (ECMA-376, part 1, 20.1.2.1)."""
POINTS_PER_UNIT = POINTS_PER_INCH / PIXELS_PER_INCH
PIXELS_PER_UNIT = 2.5
"""Pixels of a map for each unit: 3200 across a slide, sharp on a screen of that many."""
FONTS = {
    "en": ("Calibri", "Malgun Gothic"),
    "ko": ("Calibri", "Malgun Gothic"),
    "ja": ("Calibri", "Yu Gothic"),
}
"""Fonts for Latin and for Korean or Japanese letters that come with Office and its relatives: a
presentation that brings its own is not shown alike by any two programs."""
TAGS = {"en": "en-GB", "ko": "ko-KR", "ja": "ja-JP"}
"""Languages as a program that checks spelling or reads aloud knows them."""
_ASCENT = 0.8
"""Where the baseline lies in a line of exact height, from its top, as a share of it."""
_SPARE = 1.3
"""Width of a box as a multiple of what its words take in our font, so that none breaks a line."""
_TITLE_ONLY = 5
"""Number of the layout of python-pptx's own template that has a title and nothing else."""
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Table style "No Style, No Grid" of Office."""
_WRITTEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - python-pptx takes UTC without its zone
"""Day that a file says it was written on: the same deck is the same bytes on any day."""
_LINK_COLOUR = re.compile(rb'(<a:(?:hlink|folHlink)><a:srgbClr val=")[0-9A-F]{6}')
"""Colours of links, followed or not, in the theme of python-pptx's own template."""
_CELL_MARGIN = 4.0
"""Room left and right of the letters in a cell [units]."""

Draw = Callable[[Drawing], bytes]
"""What makes a PNG of a drawing."""


def write_pptx(deck: Deck, draw: Draw) -> bytes:
    """PPTX file of a deck, the same bytes for the same deck."""
    shown = Presentation()
    across, down = deck.pages[0].drawing.size
    shown.slide_width, shown.slide_height = _emu(across), _emu(down)
    layout = shown.slide_layouts[_TITLE_ONLY]
    for other in list(shown.slide_layouts):
        if other is not layout and other.name != layout.name:
            shown.slide_layouts.remove(other)
    _colour_links(shown, deck)
    first = deck.pages[0].drawing
    about = shown.core_properties
    about.title, about.subject, about.language = first.title, first.description, TAGS[first.lang]
    about.author = about.last_modified_by = ""
    about.created = about.modified = _WRITTEN
    for page in deck.pages:
        _add(shown.slides.add_slide(layout), page, draw)
    written = io.BytesIO()
    shown.save(written)
    return _undated(written.getvalue())


def _colour_links(shown: Any, deck: Deck) -> None:  # noqa: ANN401
    """Paint links as they are: programs take their colour from the theme, whatever a run says."""
    texts = (text for page in deck.pages for text in page.drawing.texts())
    colour = next((text.colour for text in texts if text.link), None)
    if colour:
        theme = shown.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        own = rb"\g<1>" + colour.removeprefix("#").encode()
        theme._blob = _LINK_COLOUR.sub(own, theme.blob)  # noqa: SLF001 - the only way to it


def _add(slide: Any, page: Page, draw: Draw) -> None:  # noqa: ANN401 - python-pptx has no types
    """Fill a slide: its ground, its picture, its words, its table and its notes."""
    drawing = page.drawing
    paper = next((part for part in drawing.parts if part.role == "paper"), None)
    if isinstance(paper, Path) and paper.fill:
        fill = slide.background.fill
        fill.solid()
        fill.fore_color.rgb = _rgb(paper.fill)
    pictured = [part for part in drawing.parts if _is_pictured(part)]
    if pictured:
        _add_picture(slide, replace(drawing, parts=tuple(pictured)), draw)
    for lines in _paragraphs(drawing.texts()):
        _add_words(slide, lines, drawing.lang)
    if page.table:
        _add_table(slide, page.table, drawing)
    notes = slide.notes_slide.notes_text_frame
    notes.text = page.notes
    for paragraph in notes.paragraphs:
        for run in paragraph.runs:
            _speak(run, drawing.lang)


def _is_pictured(part: Part) -> bool:
    """Whether a part belongs to a map or a chart, as words with a rim do."""
    if isinstance(part, Text):
        return part.halo is not None
    return part.role not in {"paper", ROW}


def _add_picture(slide: Any, drawing: Drawing, draw: Draw) -> None:  # noqa: ANN401
    across, down = (round(side * PIXELS_PER_UNIT) for side in drawing.size)
    image = io.BytesIO(draw(replace(drawing, pixels=(across, down))))
    width, height = map(_emu, drawing.size)
    picture = slide.shapes.add_picture(image, 0, 0, width, height)
    named = picture._element._nvXxPr.cNvPr  # noqa: SLF001 - the only way to it
    named.set("name", drawing.title)
    named.set("descr", f"{drawing.title}. {drawing.description}")


def _paragraphs(texts: Iterable[Text]) -> list[list[Text]]:
    """Lines that follow each other at the distance of lines, as one; words of a table are none."""
    found: list[list[Text]] = []
    for text in texts:
        if text.halo or text.role == CELL:
            continue
        if found and _continues(found[-1][-1], text):
            found[-1].append(text)
        else:
            found.append([text])
    return found


def _continues(above: Text, below: Text) -> bool:
    alike = all(
        getattr(above, name) == getattr(below, name)
        for name in ("size", "style", "colour", "link", "role", "lang")
    )
    step = LINE_HEIGHT * above.size
    moved = (below.start[0] - above.start[0], below.start[1] - above.start[1] - step)
    return alike and max(map(abs, moved)) < 1 / PIXELS_PER_UNIT


def _add_words(slide: Any, lines: Sequence[Text], lang: str) -> None:  # noqa: ANN401
    """Box of words whose lines stand where they were set, also in a somewhat wider font."""
    first, size = lines[0], lines[0].size
    step = LINE_HEIGHT * size
    left, top = first.start[0], first.start[1] - _ASCENT * step
    box = (left, top, _SPARE * max(line.length for line in lines), len(lines) * step)
    if first.role == TITLE:
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = map(_emu, box)
    else:
        shape = slide.shapes.add_textbox(*map(_emu, box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.line_spacing = Pt(step * POINTS_PER_UNIT)
    for number, line in enumerate(lines):
        if number:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line.words
        _paint(run, size, line.colour, bold=line.style == "semibold")
        run.font.italic = line.style == "italic" or None
        _speak(run, line.lang or lang)
        if line.link:
            run.hyperlink.address = line.link


def _add_table(slide: Any, table: Table, drawing: Drawing) -> None:  # noqa: ANN401
    """Table that can be sorted into a sheet, changed and read aloud cell by cell."""
    ink = next(text.colour for text in drawing.texts() if text.role == CELL)
    rule = next(
        part.stroke for part in drawing.parts if isinstance(part, Path) and part.role == ROW
    )
    place = (*table.start, sum(table.widths), sum(table.heights))
    shape = slide.shapes.add_table(len(table.rows), len(table.widths), *map(_emu, place))
    grid = shape.table
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE  # noqa: SLF001
    grid.horz_banding = False
    for column, width in zip(grid.columns, table.widths, strict=True):
        column.width = _emu(width)
    for place_of_row, (row, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        grid.rows[place_of_row].height = _emu(height)
        for number, words in enumerate(row):
            cell = grid.cell(place_of_row, number)
            cell.margin_left = cell.margin_right = _emu(_CELL_MARGIN)
            cell.margin_top = cell.margin_bottom = 0
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            run = cell.text_frame.paragraphs[0].add_run()
            run.text = words
            _paint(run, table.size, ink, bold=place_of_row == 0)
            _speak(run, drawing.lang)
            _underline(cell, rule or ink)


def _underline(cell: Any, colour: str) -> None:  # noqa: ANN401
    """Line below a cell, for which python-pptx has no name."""
    line = (
        f'<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="9525">'
        f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))  # noqa: SLF001


def _paint(run: Any, size: float, colour: str, *, bold: bool) -> None:  # noqa: ANN401
    run.font.size = Pt(round(size * POINTS_PER_UNIT, 1))
    run.font.bold = bold
    run.font.color.rgb = _rgb(colour)


def _speak(run: Any, lang: str) -> None:  # noqa: ANN401
    """Say in which language words are, and by which fonts they are written."""
    about = run._r.get_or_add_rPr()  # noqa: SLF001 - the only way to it
    about.set("lang", TAGS[lang])
    about.set("altLang", TAGS["en"])
    run.font.name = FONTS[lang][0]
    east = about.makeelement(qn("a:ea"), {"typeface": FONTS[lang][1]})
    about.find(qn("a:latin")).addnext(east)


def _rgb(colour: str) -> Any:  # noqa: ANN401
    return RGBColor(*rgb(colour))  # type: ignore[no-untyped-call]


def _emu(units: float) -> Emu:
    return Emu(round(units * EMU_PER_UNIT))


def _undated(content: bytes) -> bytes:
    """File whose parts do not say when they were written."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as read,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in read.namelist():
            kept.writestr(zipfile.ZipInfo(name), read.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
