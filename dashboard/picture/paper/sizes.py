"""Sizes a picture comes in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """
    A size of picture.

    `layout` is what it is composed in, `letter` the height of its plain text there, `title` that
    of its title as a multiple of it. `pixels` is what becomes of it as an image, `millimetres` its
    page where it is meant for paper. `beside` says that the words stand beside the map, not above
    and below it; else `map_share` of the height is left to the map, or its words are set
    smaller.
    """

    layout: tuple[float, float]
    pixels: tuple[int, int]
    letter: float
    title: float
    beside: bool
    millimetres: tuple[float, float] | None = None
    map_share: float = 0.5


PIXELS_PER_INCH = 96
"""What CSS takes a pixel for; so much of a picture that is not meant for paper is an inch."""
PRINTED_PER_INCH = 300
"""Pixels an inch of an image that is meant for paper."""
MM_PER_INCH = 25.4
POINTS_PER_INCH = 72


def _paper(
    across_mm: float, down_mm: float, points: float, title: float, map_share: float = 0.5
) -> Size:
    """Size for paper, with plain text of so many points; 96 units are an inch on it."""
    across, down = (round(mm / MM_PER_INCH * PRINTED_PER_INCH) for mm in (across_mm, down_mm))
    unit = PIXELS_PER_INCH / PRINTED_PER_INCH
    letter = points * PIXELS_PER_INCH / POINTS_PER_INCH
    return Size(
        (across * unit, down * unit),
        (across, down),
        letter,
        title,
        beside=False,
        millimetres=(across_mm, down_mm),
        map_share=map_share,
    )


# Letters are largest, as a share of the width, on a square, which is shown smallest. A social card,
# shown small too, has the boldest title. On paper they are as small as a newspaper's graphics are,
# and the heights are what the words of the fullest year need below and above its map.
SIZES = {
    "social": Size((1200, 630), (1200, 630), 13.0, 2.7, beside=True),
    "slide": Size((1280, 720), (1920, 1080), 13.0, 2.3, beside=True),
    "square": Size((1080, 1080), (1080, 1080), 15.5, 2.3, beside=False),
    "a4": _paper(297, 210, 7.875, 2.3),
    "a5": _paper(210, 148, 7.0, 2.2),
    # Columns of a newspaper: one, two, three and four.
    "45mm": _paper(45, 195, 6.3, 1.8, map_share=0.2),
    "93mm": _paper(93, 150, 7.0, 2.0, map_share=0.42),
    "140mm": _paper(140, 150, 7.0, 2.2, map_share=0.42),
    "188mm": _paper(188, 150, 7.0, 2.3),
}
FORMATS = ("png", "svg", "pdf")
DECK_FORMATS = ("pdf", "pptx")
FILM_SIZES = ("social", "square")
"""Sizes of films: those whose units are pixels, of an even number, as films have them."""
FILM_FORMATS = ("mp4", "webp")
