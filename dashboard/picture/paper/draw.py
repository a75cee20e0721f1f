"""`python -m dashboard.picture.paper.draw`: one picture, in a process of its own.

Drawing holds the interpreter for a second or two; the server that asked goes on meanwhile, and can
end a drawing that takes too long. A pickled pair of drawing and format comes in on standard input,
the finished file goes out on standard output.
"""

import pickle
import struct
import sys
import zlib

from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.sizes import PIXELS_PER_INCH

SIGNATURE_AND_HEADER = 8 + 25
"""Bytes of a PNG up to the end of its first chunk: its signature, and the header of the image."""
_MM_PER_M = 1000


def write(drawing: Drawing, form: str) -> bytes:
    """File of a picture, as `png`, `svg` or `pdf`."""
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


def _rasterise(drawing: Drawing, svg: str) -> bytes:
    from resvg_py import svg_to_bytes

    from dashboard.picture.paper.fonts import FAMILIES

    image = svg_to_bytes(
        svg_string=svg,
        width=drawing.pixels[0],
        height=drawing.pixels[1],
        dpi=PIXELS_PER_INCH,
        skip_system_fonts=True,
        font_files=sorted({str(font.path) for font in FAMILIES[drawing.lang].values()}),
    )
    png = bytes(image)
    chunks = b"".join(
        _chunk(b"iTXt", keyword + b"\0\0\0\0\0" + words.encode())
        for keyword, words in ((b"Title", drawing.title), (b"Description", drawing.description))
    )
    if drawing.millimetres:
        per_metre = round(drawing.pixels[0] * _MM_PER_M / drawing.millimetres[0])
        chunks += _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    return png[:SIGNATURE_AND_HEADER] + chunks + png[SIGNATURE_AND_HEADER:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Chunk of a PNG, as its specification (ISO/IEC 15948) lays it out."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def main() -> None:
    """Draw the one picture that is sent, or none if whoever started us has no more to draw."""
    # What most pictures need is loaded while we wait.
    import resvg_py  # noqa: F401

    import dashboard.picture.paper.svg  # noqa: F401

    sent = sys.stdin.buffer.read()
    if sent:
        sys.stdout.buffer.write(write(*pickle.loads(sent)))  # noqa: S301 - from our server


if __name__ == "__main__":
    main()
