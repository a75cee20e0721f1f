"""A picture as PDF: vectors and text, on a page of true size."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from dashboard.picture.paper.drawing import Dot, Drawing, Line, Part, Path, Text
from dashboard.picture.paper.fonts import FAMILIES
from dashboard.picture.paper.sizes import MM_PER_INCH, PIXELS_PER_INCH, POINTS_PER_INCH

POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH
POINTS_PER_PIXEL = POINTS_PER_INCH / PIXELS_PER_INCH
FILLED, STROKED = 0, 1
"""How letters are painted: text rendering modes of PDF (ISO 32000-1, table 106)."""
ROUND_JOIN = 1
"""How lines meet (ISO 32000-1, table 55): no spikes where coasts and rims of letters turn."""
EVEN_ODD = 0
"""Rings within rings are holes: reportlab's number of that rule of filling."""


def write_pdf(*drawings: Drawing) -> bytes:
    """
    PDF document of pictures, a page each, the same bytes for the same pictures.

    A picture that is meant for paper gets a page of that size, another one of 96 pixels an inch.
    The document has the name of the first; of several each has a bookmark.
    """
    buffer = BytesIO()
    first = drawings[0]
    canvas = Canvas(
        buffer,
        invariant=1,
        pageCompression=1,
        # Else every page names Helvetica, which is not embedded.
        initialFontName=_register("regular", first.lang),
    )
    canvas.setTitle(first.title)
    canvas.setSubject(first.description)
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas._doc.lang = first.lang  # noqa: SLF001 - the only way to it
    for number, drawing in enumerate(drawings):
        if len(drawings) > 1:
            canvas.bookmarkPage(str(number))
            canvas.addOutlineEntry(drawing.title, str(number))
        _draw_page(canvas, drawing)
    canvas.save()
    return buffer.getvalue()


def _draw_page(canvas: Canvas, drawing: Drawing) -> None:
    if drawing.millimetres:
        width, height = (side * POINTS_PER_MM for side in drawing.millimetres)
    else:
        width, height = (side * POINTS_PER_PIXEL for side in drawing.pixels)
    canvas.setPageSize((width, height))
    scale = width / drawing.size[0]
    canvas.scale(scale, scale)
    _Page(canvas, drawing.size[1], drawing.lang).draw(drawing.parts)
    canvas.showPage()


class _Page:
    """A page whose y points up, as PDF has it."""

    def __init__(self, canvas: Canvas, height: float, lang: str) -> None:
        self._canvas = canvas
        self._height = height
        self._lang = lang

    def draw(self, parts: tuple[Part, ...]) -> None:
        for part in parts:
            self._canvas.saveState()
            if isinstance(part, Text):
                self._text(part)
            elif isinstance(part, Dot):
                self._paint(part)
                x, y = part.centre
                fill, stroke = int(bool(part.fill)), int(bool(part.stroke))
                self._canvas.circle(x, self._height - y, part.radius, fill=fill, stroke=stroke)
            else:
                self._paint(part)
                self._canvas.setDash(*((list(part.dash), 0) if part.dash else ([], 0)))
                self._canvas.setLineJoin(ROUND_JOIN)
                self._canvas.drawPath(
                    self._outline(part.lines, closed=bool(part.fill)),
                    fill=int(bool(part.fill)),
                    stroke=int(bool(part.stroke)),
                    fillMode=EVEN_ODD,
                )
            self._canvas.restoreState()

    def _outline(self, lines: tuple[Line, ...], *, closed: bool) -> PDFPathObject:
        outline = self._canvas.beginPath()
        for line in lines:
            for number, (x, y) in enumerate(line):
                (outline.lineTo if number else outline.moveTo)(x, self._height - y)
            if closed and line:
                outline.close()
        return outline

    def _paint(self, part: Path | Dot) -> None:
        if part.fill:
            self._canvas.setFillColor(HexColor(part.fill))
            self._canvas.setFillAlpha(part.opacity)
        if part.stroke:
            self._canvas.setStrokeColor(HexColor(part.stroke))
            self._canvas.setStrokeAlpha(part.opacity)
            self._canvas.setLineWidth(part.width)

    def _text(self, text: Text) -> None:
        if text.halo:
            # Rims are no content: readers of the page's text pass over an artifact.
            self._canvas.addLiteral("/Artifact BMC")
            self._canvas.setStrokeColor(HexColor(text.halo))
            self._canvas.setLineWidth(text.halo_width)
            self._canvas.setLineJoin(ROUND_JOIN)
            self._letters(text, mode=STROKED)
            self._canvas.addLiteral("EMC")
        self._canvas.setFillColor(HexColor(text.colour))
        self._letters(text, mode=FILLED)
        if text.link:
            left, top, right, bottom = text.box
            box = (left, self._height - bottom, right, self._height - top)
            self._canvas.linkURL(text.link, box, relative=1)

    def _letters(self, text: Text, mode: int) -> None:
        letters = self._canvas.beginText(text.start[0], self._height - text.start[1])
        letters.setFont(_register(text.style, text.lang or self._lang), text.size)
        letters.setCharSpace(text.spacing)
        letters.setTextRenderMode(mode)
        letters.textOut(text.words)
        self._canvas.drawText(letters)


def _register(style: str, lang: str) -> str:
    """Tell reportlab of the file of a font, if it does not know it; returns its name there."""
    name = f"{lang}-{style}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(FAMILIES[lang][style].path)))
    return name
