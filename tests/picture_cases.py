"""Pictures that were looked at and approved: `python tests/picture_cases.py` draws them anew.

Each is of a closed period, so that a launch added to the record leaves it as it is.
"""

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from dashboard.share.picture.compose import compose
from dashboard.share.picture.draw import write
from dashboard.share.picture.drawing import Drawing
from dashboard.share.view import read_view

APPROVED = Path(__file__).with_name("approved")
WIDTH = 700
"""Width that pictures are kept and compared at [px]."""
BLUR = 1.0
PLAIN = 24
"""Difference of a channel, of 255, that a reader would see."""
CASES = {
    "january-2022-social-en": ({"period": ["2022-01-01", "2022-01-31"]}, "social", "en"),
    "january-2022-a4-ja": ({"period": ["2022-01-01", "2022-01-31"]}, "a4", "ja"),
    "2017-slide-en": ({"period": ["2017-01-01", "2017-12-31"]}, "slide", "en"),
    "2022-a4-ko": ({"period": ["2022-01-01", "2022-12-31"]}, "a4", "ko"),
    "2022-square-en": ({"period": ["2022-01-01", "2022-12-31"]}, "square", "en"),
    "icbm-social-ko": ({"launch": ["2022-11-18-1"]}, "social", "ko"),
    "salvo-square-ja": ({"launch": ["2017-03-06-1"]}, "square", "ja"),
    "failure-slide-en": ({"launch": ["2022-11-03-1"]}, "slide", "en"),
    "empty-social-en": ({"period": ["2022-02-01", "2022-02-02"]}, "social", "en"),
    "to-2024-slide-ko": ({"period": ["1984-04-01", "2024-12-31"]}, "slide", "ko"),
}


def drawn(name: str) -> Drawing:
    query, size, lang = CASES[name]
    return compose(read_view(query)[0], size, lang)


def reduced(drawing: Drawing) -> Image.Image:
    """Picture as it is kept: in the width of `WIDTH`, without transparency."""
    with Image.open(io.BytesIO(write(drawing, "png"))) as image:
        height = round(WIDTH * image.height / image.width)
        return image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)


def plainly_different(one: Image.Image, other: Image.Image) -> float:
    """Share of pixels that differ plainly once both are blurred as by a reader's eye."""
    if one.size != other.size:
        return 1.0
    first, second = (_seen(image) for image in (one, other))
    return float((np.abs(first - second).max(axis=2) > PLAIN).mean())


def _seen(image: Image.Image) -> NDArray[np.float64]:
    blurred = image.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR))
    return np.asarray(blurred, dtype=float)


if __name__ == "__main__":
    APPROVED.mkdir(exist_ok=True)
    for case in CASES:
        reduced(drawn(case)).save(APPROVED / f"{case}.png", optimize=True)
