"""Pictures that were looked at and approved, and how another is compared with one of them."""

import io
import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from conftest import recorded_until
from dashboard.flights.atlas import build_atlases
from dashboard.picture.compose import compose
from dashboard.picture.deck.deck import compose_deck
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.drawing import Drawing
from dashboard.selection.library import Library
from dashboard.selection.view import read_view

FOLDER = Path(os.environ.get("APPROVED_PICTURES") or Path(__file__).parent / "approved")
"""Another folder is named by the test that shows that the comparison can fail."""
APPROVED_ON = "2026-11-22"
"""Launches that rest on documents opened later are in none of them."""
WIDTH, MOST_HEIGHT = 640, 1100
"""Width of what is kept and compared, less where it would be higher than that [pixels]."""
GROUND = "#ffe9c9"
LEVELS = 24
"""Difference of a channel, of 255, after a blur over neighbours, from which a pixel counts."""
MOST_SHARE = 0.0002
"""Pixels of that kind that a picture may have: about 40 of a social card.

Other processors and versions of the renderer round the rims of letters and lines by a level or two,
which the blur levels out, so that no pixel counts. The least that a reader would notice, one label
moved or one track left out, changes more than a hundred.
"""
YEAR_2022 = {"period": ["2022-01-01", "2022-12-31"]}
JANUARY = {"period": ["2022-01-01", "2022-01-31"]}
CASES = {
    "january-2022-social-en": (JANUARY, "social", "en", "fit"),
    "january-2022-square-ko": (JANUARY, "square", "ko", "fit"),
    "2022-slide-en": (YEAR_2022, "slide", "en", "fit"),
    "2022-a4-ja": (YEAR_2022, "a4", "ja", "fit"),
    "2022-peninsula-social-en": (YEAR_2022, "social", "en", "peninsula"),
    "2017-slide-ko": ({"period": ["2017-01-01", "2017-12-31"]}, "slide", "ko", "fit"),
    "to-2021-slide-en": ({"period": ["1984-01-01", "2021-12-31"]}, "slide", "en", "fit"),
    "icbm-social-ja": ({"launch": ["2022-11-18-1"]}, "social", "ja", "fit"),
    "salvo-social-en": ({"launch": ["2017-03-06-1"]}, "social", "en", "fit"),
    "none-social-en": ({"period": ["2022-02-01", "2022-02-02"]}, "social", "en", "fit"),
    "2022-slide-dark-en": (YEAR_2022, "slide", "en", "fit", "dark"),
    "january-2022-social-transparent-ja": (JANUARY, "social", "ja", "fit", "transparent"),
    "2022-188mm-grey-en": (YEAR_2022, "188mm", "en", "fit", "grey"),
    "to-2021-140mm-ko": ({"period": ["1984-01-01", "2021-12-31"]}, "140mm", "ko", "fit"),
    "2022-93mm-en": (YEAR_2022, "93mm", "en", "fit"),
    "2017-45mm-grey-ja": ({"period": ["2017-01-01", "2017-12-31"]}, "45mm", "ja", "fit", "grey"),
    "january-2022-a5-dark-ko": (JANUARY, "a5", "ko", "fit", "dark"),
}
"""Selections of days long past, each with a size, a language, an extent and perhaps a style."""
PAGES = {
    "january-2022-table-en": (JANUARY, "en", "plain", 1),
    "icbm-altitude-ko": ({"launch": ["2022-11-18-1"]}, "ko", "dark", 2),
    "january-2022-altitude-en": (JANUARY, "en", "grey", 2),
}
"""Selections of the same kind, each with a language, a style and the number of a page of slides."""


@cache
def drawing_of(name: str) -> Drawing:
    """Picture of a case as it is drawn now, of a record that says it is of a fixed day."""
    query, *wanted = CASES[name] if name in CASES else PAGES[name]
    view, _ = read_view(query, library_of_that_day(), address="https://launches.example")
    if name in CASES:
        return compose(view, *wanted)
    lang, style, number = wanted
    return compose_deck(view, lang, style=style).pages[number].drawing


@cache
def library_of_that_day() -> Library:
    """Launches that were recorded when the pictures were approved, in an edition of a fixed day."""
    record = recorded_until(APPROVED_ON)
    # The edition of the record stands in every picture, and changes with each launch added.
    return Library.of(build_atlases(replace(record, version="2026-01-01", covers_to="2025-12-31")))


def small(drawing: Drawing) -> Image.Image:
    """Image of a picture, as small as it is kept."""
    image = Image.open(io.BytesIO(write(drawing, "png")))
    # What lets the ground through is kept on one that no colour of ours is.
    ground = Image.new("RGBA", image.size, GROUND)
    image = Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    share = min(WIDTH / image.width, MOST_HEIGHT / image.height)
    size = (round(share * image.width), round(share * image.height))
    return image.resize(size, Image.Resampling.LANCZOS)


def approved(name: str) -> Image.Image:
    """Image of a case that was approved."""
    return Image.open(FOLDER / f"{name}.png").convert("RGB")


def share_changed(one: Image.Image, other: Image.Image) -> float:
    """Share of the pixels that differ visibly; 1 for images of different sizes."""
    if one.size != other.size:
        return 1.0
    blurred = (
        np.asarray(image.filter(ImageFilter.GaussianBlur(1.0)), dtype=np.int16)
        for image in (one, other)
    )
    first, second = blurred
    return float((np.abs(first - second).max(axis=2) > LEVELS).mean())
