"""One picture, deck or film as a file; what a format needs is loaded with its first one."""

import struct
import threading
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.film import Film

if TYPE_CHECKING:
    from resvg import usvg

SIGNATURE_AND_HEADER = 8 + 25
"""Bytes of a PNG up to the end of its first chunk: its signature, and the header of the image."""
_MM_PER_M = 1000


def write(
    drawing: Drawing | Deck | Film, form: str, tell: Callable[[int, int], None] | None = None
) -> bytes:
    """
    File of a picture, as `png`, `svg` or `pdf`, of a deck, as `pdf` or `pptx`, or of a film.

    A film is `mp4` or `webp`; `tell` hears how many of its frames are done, and of how many.
    """
    if isinstance(drawing, Deck):
        return _write_deck(drawing, form)
    if isinstance(drawing, Film):
        from dashboard.picture.paper.film_file import write_film

        return write_film(drawing, form, tell or (lambda _done, _all: None))
    # Each format loads its own libraries only.
    if form == "pdf":
        from dashboard.picture.paper.pdf import write_pdf

        return write_pdf(drawing)
    from dashboard.picture.paper.svg import write_svg

    if form == "svg":
        return write_svg(drawing).encode()
    if form == "png":
        return _with_words(drawing, rasterised(drawing))
    raise ValueError(f"{form!r} is no format; there are png, svg and pdf")


def _write_deck(deck: Deck, form: str) -> bytes:
    if form == "pdf":
        from dashboard.picture.paper.pdf import write_pdf

        return write_pdf(*(page.drawing for page in deck.pages))
    if form == "pptx":
        from dashboard.picture.paper.pptx import write_pptx

        return write_pptx(deck, lambda drawing: write(drawing, "png"))
    raise ValueError(f"{form!r} is no format of a deck; there are pdf and pptx")


def rasterised(drawing: Drawing, start: tuple[float, float] = (0, 0)) -> bytes:
    """PNG of what is drawn from a point of the layout on, to the right and down."""
    from resvg import render, usvg

    from dashboard.picture.paper.svg import write_svg

    langs = {drawing.lang, *(text.lang for text in drawing.texts() if text.lang)}
    tree = usvg.Tree.from_str(write_svg(drawing, embed=False), _options(frozenset(langs)))
    # The rows of the matrix that moves that point to the corner.
    return bytes(render(tree, (1.0, 0.0, -start[0], 0.0, 1.0, -start[1])))


def _with_words(drawing: Drawing, png: bytes) -> bytes:
    """PNG that says what it shows, and how large it is on paper."""
    chunks = b"".join(
        _chunk(b"iTXt", keyword + b"\0\0\0\0\0" + words.encode())
        for keyword, words in ((b"Title", drawing.title), (b"Description", drawing.description))
    )
    if drawing.millimetres:
        per_metre = round(drawing.pixels[0] * _MM_PER_M / drawing.millimetres[0])
        chunks += _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    return png[:SIGNATURE_AND_HEADER] + chunks + png[SIGNATURE_AND_HEADER:]


class _Kept(threading.local):
    """What drawings are read with, by their languages; each thread has its own, as it has to."""

    def __init__(self) -> None:
        self.options: dict[frozenset[str], usvg.Options] = {}


_kept = _Kept()


def _options(langs: frozenset[str]) -> "usvg.Options":
    """What a drawing is read with: its fonts, and none of this machine's."""
    from resvg import usvg

    from dashboard.picture.paper.fonts import FAMILIES

    if langs not in _kept.options:
        options = _kept.options[langs] = usvg.Options.default()
        for path in sorted({str(font.path) for lang in langs for font in FAMILIES[lang].values()}):
            options.load_font_file(path)
    return _kept.options[langs]


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Chunk of a PNG, as its specification (ISO/IEC 15948) lays it out."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
