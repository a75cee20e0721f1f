"""A film as a file: MP4 with H.264, or an animated WebP."""

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation
from PIL import Image

from dashboard.picture.paper.film import Film
from dashboard.picture.paper.film_frames import frames

if TYPE_CHECKING:
    from av import VideoStream

_STEP = 5
"""Frames between two times that it is told how many are done."""
_S_BETWEEN_WHOLE = 4
"""Seconds between frames that need no other: as far as a player has to go back for any moment."""


@dataclass(frozen=True, slots=True)
class _Encoding:
    """How a format is written: a codec with its options, and options of the file around it."""

    codec: str
    options: Mapping[str, str]
    file_options: Mapping[str, str] = field(default_factory=dict)


_ENCODINGS = {
    # A profile that players on phones and in browsers take. `maxrate` bounds the size, to 8 MB of
    # 33 s; one thread leaves readers a core. The index stands first, so that a film plays before it
    # is all there.
    "mp4": _Encoding(
        "libx264",
        {
            "preset": "veryfast",
            "crf": "20",
            "maxrate": "2M",
            "bufsize": "4M",
            "profile": "high",
            "threads": "1",
        },
        {"movflags": "+faststart"},
    ),
    "webp": _Encoding("libwebp_anim", {"quality": "70", "compression_level": "1"}, {"loop": "0"}),
}


def write_film(film: Film, form: str, tell: Callable[[int, int], None]) -> bytes:
    """
    File of a film.

    Parameters
    ----------
    film
        What to write.
    form
        `mp4` or `webp`.
    tell
        Told now and then how many frames are done, and of how many.
    """
    return encoded(film, frames(film), form, tell)


def encoded(
    film: Film, images: Iterable[Image.Image], form: str, tell: Callable[[int, int], None]
) -> bytes:
    """File of the frames of a film, which are ready."""
    # To put its index first, the encoder reads the file again.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film.{form}"
        _encode(film, images, path, tell)
        return path.read_bytes()


def _encode(
    film: Film, images: Iterable[Image.Image], path: Path, tell: Callable[[int, int], None]
) -> None:
    form = path.suffix.removeprefix(".")
    encoding = _ENCODINGS[form]
    with av.open(path, "w", format=form, options=dict(encoding.file_options)) as file:
        file.metadata.update({"title": film.base.title, "comment": film.base.description})
        options = dict(encoding.options)
        stream = cast("VideoStream", file.add_stream(encoding.codec, film.frames_per_s, options))
        stream.width, stream.height = film.base.pixels
        stream.pix_fmt = "yuv420p"
        stream.gop_size = _S_BETWEEN_WHOLE * film.frames_per_s
        context = stream.codec_context
        context.time_base = Fraction(1, film.frames_per_s)
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709
        shown: Image.Image | None = None
        for number, image in enumerate(images):
            if image is not shown:
                frame = av.VideoFrame.from_ndarray(np.asarray(image)).reformat(
                    format=stream.pix_fmt,
                    dst_colorspace=Colorspace.ITU709,
                    dst_color_range=ColorRange.MPEG,
                    interpolation=Interpolation.BILINEAR,
                )
                shown = image
            frame.pts = number
            file.mux(stream.encode(frame))
            if (number + 1) % _STEP == 0 or number + 1 == film.frames:
                tell(number + 1, film.frames)
        file.mux(stream.encode())
