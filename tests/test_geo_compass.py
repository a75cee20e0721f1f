"""Which words are directions, and how wide they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.compass import Sector, parse_direction
from geo.errors import GeometryError

# The 16 points of the compass rose, 22.5 degrees apart, clockwise from north.
ROSE = [
    ("north", "N", 0),
    ("north-northeast", "NNE", 22.5),
    ("northeast", "NE", 45),
    ("east-northeast", "ENE", 67.5),
    ("east", "E", 90),
    ("east-southeast", "ESE", 112.5),
    ("southeast", "SE", 135),
    ("south-southeast", "SSE", 157.5),
    ("south", "S", 180),
    ("south-southwest", "SSW", 202.5),
    ("southwest", "SW", 225),
    ("west-southwest", "WSW", 247.5),
    ("west", "W", 270),
    ("west-northwest", "WNW", 292.5),
    ("northwest", "NW", 315),
    ("north-northwest", "NNW", 337.5),
]

NORTHEAST = Sector(45, 45)


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "None",
        "unknown",
        "nowhere near the northeast",
        "north or east",
        "northeast, east",
        "north/east",
        "north by east",
        "northsouth",
        "east-east",
        "toward the east coast",
        "the east of the East Sea",
        "eastern East Sea",
        "east of Hokkaido",
        "over Japan",
        "North Korea",
        "45",
    ],
)
def test_words_that_are_no_one_direction_are_named_in_the_error(words):
    with pytest.raises(GeometryError) as caught:
        parse_direction(words)
    assert repr(words) in str(caught.value)


@pytest.mark.parametrize("nothing", [None, 45.0])
def test_what_is_no_text_is_refused(nothing):
    with pytest.raises(GeometryError):
        parse_direction(nothing)


@pytest.mark.parametrize(
    "words",
    [
        "East Sea",
        "toward the East Sea",
        "into the Sea of Japan",
        "in the direction of the East Sea",
        "Sea of Japan (East Sea)",
        "East Sea/Sea of Japan",
        "East Sea of Korea",
        "West Sea",
        "the Yellow Sea",
        "East China Sea",
        "the Pacific",
        "northwest Pacific Ocean",
        "toward the sea",
        "over the East Sea",
        "toward the northern part of the East Sea",
    ],
)
def test_a_sea_alone_is_no_direction(words):
    assert parse_direction(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "northeast",
        "Northeast",
        "NORTH-EAST",
        "north east",
        "north\N{NON-BREAKING HYPHEN}east",
        "NE",
        "N.E.",
        "ne.",
        "northeasterly",
        "northeastward",
        "northeastwards",
        "north-eastward",
        "toward the northeast",
        "towards the north-east",
        "in a northeasterly direction",
        "in the northeastern direction",
        "in the direction of northeast",
        "due northeast",
        "northeast toward the East Sea",
        "northeast, into the Sea of Japan",
    ],
)
def test_one_direction_is_understood_however_it_is_worded(words):
    assert parse_direction(words) == NORTHEAST


@pytest.mark.parametrize("words", ["ENE", "east-northeast", "east-northeasterly", "eastnortheast"])
def test_points_between_the_eight_are_half_as_wide(words):
    assert parse_direction(words) == Sector(67.5, 22.5)


@pytest.mark.parametrize("word", ["N", "north", "northward", "northerly"])
def test_a_main_point_is_as_wide_as_one_of_eight(word):
    assert parse_direction(word) == Sector(0, 45)


@pytest.mark.parametrize(("word", "letters", "azimuth_deg"), ROSE)
def test_every_point_of_the_rose_lies_where_it_should(word, letters, azimuth_deg):
    width_deg = 22.5 if "-" in word else 45
    assert parse_direction(word) == Sector(azimuth_deg, width_deg)
    assert parse_direction(letters) == Sector(azimuth_deg, width_deg)


@given(st.text())
def test_any_text_is_a_sector_a_sea_or_a_geometry_error(words):
    try:
        sector = parse_direction(words)
    except GeometryError:
        return
    assert sector is None or 0 <= sector.azimuth_deg < 360
