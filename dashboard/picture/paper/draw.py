"""`python -m dashboard.picture.paper.draw`: one picture, in a process of its own.

Drawing holds the interpreter for a second or two; the server that asked goes on meanwhile, and can
end a drawing that takes too long. A pickled pair of what is drawn and its format
comes in on standard input, the finished file goes out on standard output.
"""

import pickle
import struct
import sys
import zlib
from functools import cache
from typing import TYPE_CHECKING

from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.drawing import Drawing

if TYPE_CHECKING:
    from resvg import usvg

SIGNATURE_AND_HEADER = 8 + 25
"""Bytes of a PNG up to the end of its first chunk: its signature, and the header of the image."""
_MM_PER_M = 1000
_AS_IT_IS = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
"""Transformation that leaves everything where it is."""


def write(drawing: Drawing | Deck, form: str) -> bytes:
    """File of a picture, as `png`, `svg` or `pdf`, or of a deck, as `pdf` or `pptx`."""
    if isinstance(drawing, Deck):
        return _write_deck(drawing, form)
    # Each format loads its own libraries only.
    if form == "pdf":
        from dashboard.picture.paper.pdf import write_pdf

        return write_pdf(drawing)
    from dashboard.picture.paper.svg import write_svg

    if form == "svg":
        return write_svg(drawing).encode()
    if form == "png":
        return _rasterise(drawing, write_svg(drawing, embed=False))
    raise ValueError(f"{form!r} is no format; there are png, svg and pdf")


def _write_deck(deck: Deck, form: str) -> bytes:
    if form == "pdf":
        from dashboard.picture.paper.pdf import write_pdf

        return write_pdf(*(page.drawing for page in deck.pages))
    if form == "pptx":
        from dashboard.picture.paper.pptx import write_pptx

        return write_pptx(deck, lambda drawing: write(drawing, "png"))
    raise ValueError(f"{form!r} is no format of a deck; there are pdf and pptx")


def _rasterise(drawing: Drawing, svg: str) -> bytes:
    from resvg import render, usvg

    langs = {drawing.lang, *(text.lang for text in drawing.texts() if text.lang)}
    tree = usvg.Tree.from_str(svg, _options(frozenset(langs)))
    png = bytes(render(tree, _AS_IT_IS))
    chunks = b"".join(
        _chunk(b"iTXt", keyword + b"\0\0\0\0\0" + words.encode())
        for keyword, words in ((b"Title", drawing.title), (b"Description", drawing.description))
    )
    if drawing.millimetres:
        per_metre = round(drawing.pixels[0] * _MM_PER_M / drawing.millimetres[0])
        chunks += _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    return png[:SIGNATURE_AND_HEADER] + chunks + png[SIGNATURE_AND_HEADER:]


@cache
def _options(langs: frozenset[str]) -> "usvg.Options":
    """What a drawing is read with: its fonts, and none of this machine's."""
    from resvg import usvg

    from dashboard.picture.paper.fonts import FAMILIES

    options = usvg.Options.default()
    for path in sorted({str(font.path) for lang in langs for font in FAMILIES[lang].values()}):
        options.load_font_file(path)
    return options


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Chunk of a PNG, as its specification (ISO/IEC 15948) lays it out."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def main() -> None:
    """Draw the one picture that is sent, or none if whoever started us has no more to draw."""
    # What most pictures need is loaded while we wait.
    import resvg  # noqa: F401

    import dashboard.picture.paper.svg  # noqa: F401

    sent = sys.stdin.buffer.read()
    if sent:
        sys.stdout.buffer.write(write(*pickle.loads(sent)))  # noqa: S301 - from our server


if __name__ == "__main__":
    main()
