"""Sizes a picture comes in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """
    A size of picture.

    `layout` is what it is composed in, `letter` the height of its plain text there, `title` that
    of its title as a multiple of it. `pixels` is what becomes of it as an image, `millimetres` its
    page where it is meant for paper. `beside` says that the words stand beside the map, not above
    and below it.
    """

    layout: tuple[float, float]
    pixels: tuple[int, int]
    letter: float
    title: float
    beside: bool
    millimetres: tuple[float, float] | None = None


PIXELS_PER_INCH = 96
"""What CSS takes a pixel for; so much of a picture that is not meant for paper is an inch."""
# Letters are largest, as a share of the width, on a square, which is shown smallest, and smallest
# on A4, where 10.5 units are 8 points. A social card, shown small too, has the boldest title.
SIZES = {
    "social": Size((1200, 630), (1200, 630), 13.0, 2.7, beside=True),
    "slide": Size((1280, 720), (1920, 1080), 13.0, 2.3, beside=True),
    "square": Size((1080, 1080), (1080, 1080), 15.5, 2.3, beside=False),
    # About 96 units an inch on paper; the image has 300 pixels an inch.
    "a4": Size((1122.56, 793.6), (3508, 2480), 10.5, 2.3, beside=False, millimetres=(297.0, 210.0)),
}
FORMATS = ("png", "svg", "pdf")
