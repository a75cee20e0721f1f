"""Which stated figure is drawn, and how far it is trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import (
    AUTHORITY_ORDER,
    MAP_READING_HALF_WIDTH_DEG,
    READ_OFF_A_MAP,
    STATED,
    WORDS,
    azimuth_figure,
    best_claim,
    by_authority,
    range_figure,
    rounding_half_width,
)


def test_joint_chiefs_come_before_japan_and_strangers_come_last(make_claim):
    names = ["A paper", "nagix", "Japan MOD", "JCS", "KCNA"]
    claims = [make_claim("range_km", 600, name) for name in names]
    order = [claim.authority for claim in by_authority(claims)]
    assert order == ["JCS", "Japan MOD", "KCNA", "nagix", "A paper"]


def test_authorities_of_equal_standing_keep_the_order_of_the_record(make_claim):
    claims = [make_claim("range_km", 600, name) for name in ("Zeta", "Alpha", "Mu")]
    assert by_authority(claims) == claims


def test_no_authority_is_ranked_twice():
    assert len(set(AUTHORITY_ORDER)) == len(AUTHORITY_ORDER)


def test_claim_about_one_missile_comes_before_one_of_the_same_authority_about_the_salvo(
    make_launch, make_claim
):
    salvo = make_claim("range_km", 600, "JCS")
    second = make_claim("range_km", 400, "JCS", missiles=(2,))
    launch = make_launch(salvo, second, count=2)
    assert best_claim(launch, "range_km", 1) is salvo
    assert best_claim(launch, "range_km", 2) is second
    assert best_claim(launch, "apogee_km", 1) is None


def test_authority_decides_before_a_claim_is_about_one_missile(make_launch, make_claim):
    salvo = make_claim("range_km", 600, "JCS")
    second = make_claim("range_km", 400, "Japan MOD", missiles=(2,))
    assert best_claim(make_launch(salvo, second, count=2), "range_km", 2) is salvo


def test_claim_about_another_missile_says_nothing_of_this_one(make_launch, make_claim):
    launch = make_launch(make_claim("range_km", 400, missiles=(2,)), count=2)
    assert range_figure(launch, 1) is None
    assert range_figure(launch, 2).value == 400


@pytest.mark.parametrize(
    ("value", "half_width"),
    [(700, 50), (4500, 50), (350, 25), (430, 5), (787, 0.5), (1001.2, 0.05), (0.25, 0.05)],
)
def test_rounding_may_hide_half_of_the_coarsest_unit(value, half_width):
    assert rounding_half_width(value) == half_width


@given(st.floats(0.1, 20_000))
def test_rounding_always_hides_something(value):
    assert rounding_half_width(value) in {50, 25, 5, 0.5, 0.05}


@pytest.mark.parametrize(
    ("stated", "qualifier", "value", "half_width"),
    [
        (350, "exact", 350, 25),
        (787, "exact", 787, 0.5),
        ((350, 400), "exact", 375, 25),
        ((380, 381), "exact", 380.5, 0.5),
        (787, "about", 787, 39.35),
        (700, "about", 700, 50),
        (4500, "about", 4500, 225),
        (1000, "at_least", 1000, 100),
        (1000, "at_most", 1000, 100),
        ((100, 900), "about", 500, 400),
    ],
)
def test_range_is_the_middle_of_what_is_stated(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, stated, qualifier, value, half_width
):
    claim = make_claim("range_km", stated, qualifier=qualifier)
    figure = range_figure(make_launch(claim), 1)
    assert figure.value == value
    assert figure.half_width == pytest.approx(half_width)
    assert (figure.basis, figure.claim) == (STATED, claim)


def test_range_that_is_not_stated_stays_unknown(make_launch, make_claim):
    assert range_figure(make_launch(make_claim("apogee_km", 60)), 1) is None


@given(low=st.floats(1, 9_000), width=st.floats(0, 900))
def test_range_drawn_holds_both_stated_ends(make_launch, make_claim, low, width):
    figure = range_figure(make_launch(make_claim("range_km", (low, low + width))), 1)
    assert figure.value - figure.half_width <= low + 1e-6
    assert figure.value + figure.half_width >= low + width - 1e-6


def test_stated_degrees_are_better_than_words_and_words_than_a_map(make_launch, make_claim):
    degrees = make_claim("azimuth_deg", 87, "KCNA")
    words = make_claim("direction", "northeast", "JCS")
    reading = make_claim("azimuth_deg", 75, "nagix")
    best = azimuth_figure(make_launch(reading, words, degrees), 1)
    assert (best.value, best.half_width, best.basis, best.claim) == (87, 0.5, STATED, degrees)
    second = azimuth_figure(make_launch(reading, words), 1)
    assert (second.value, second.half_width, second.basis) == (45, 22.5, WORDS)
    third = azimuth_figure(make_launch(reading), 1)
    assert (third.value, third.basis, third.claim) == (75, READ_OFF_A_MAP, reading)
    assert third.half_width == MAP_READING_HALF_WIDTH_DEG == 8


@pytest.mark.parametrize(("reading_deg", "basis"), [(62, READ_OFF_A_MAP), (22, WORDS), (75, WORDS)])
def test_reading_is_drawn_where_the_words_allow_it(make_launch, make_claim, reading_deg, basis):
    words = make_claim("direction", "northeast", "JCS")
    reading = make_claim("azimuth_deg", reading_deg, "nagix")
    figure = azimuth_figure(make_launch(reading, words), 1)
    assert figure.basis == basis
    assert figure.value == (reading_deg if basis == READ_OFF_A_MAP else 45)


def test_direction_of_the_preferred_authority_decides(make_launch, make_claim):
    first = make_claim("direction", "southeast", "JCS")
    last = make_claim("direction", "southward", "CSIS")
    reading = make_claim("azimuth_deg", 118, "nagix")
    figure = azimuth_figure(make_launch(last, reading, first), 1)
    assert (figure.value, figure.basis) == (118, READ_OFF_A_MAP)


def test_reading_west_of_north_is_allowed_by_north(make_launch, make_claim):
    words = make_claim("direction", "north", "JCS")
    reading = make_claim("azimuth_deg", 350, "nagix")
    assert azimuth_figure(make_launch(reading, words), 1).value == 350


def test_word_of_sixteen_points_is_half_as_wide(make_launch, make_claim):
    figure = azimuth_figure(make_launch(make_claim("direction", "east-northeast")), 1)
    assert (figure.value, figure.half_width) == (67.5, 11.25)


@pytest.mark.parametrize(
    "words", ["toward the East Sea", "East Sea (Sea of Japan)", "north and east", "off Hokkaido"]
)
def test_words_that_are_no_single_direction_give_no_azimuth(make_launch, make_claim, words):
    assert azimuth_figure(make_launch(make_claim("direction", words)), 1) is None


@pytest.mark.parametrize("words", ["toward the East Sea", "north and east"])
def test_words_without_a_direction_do_not_hide_a_reading(make_launch, make_claim, words):
    launch = make_launch(make_claim("direction", words), make_claim("azimuth_deg", 75, "nagix"))
    assert azimuth_figure(launch, 1).value == 75


def test_words_without_a_direction_do_not_hide_those_of_another_authority(make_launch, make_claim):
    sea = make_claim("direction", "toward the East Sea", "JCS")
    words = make_claim("direction", "northeast", "Japan MOD")
    assert azimuth_figure(make_launch(sea, words), 1).claim is words


def test_reading_of_one_missile_does_not_hide_degrees_stated_of_the_salvo(make_launch, make_claim):
    reading = make_claim("azimuth_deg", 75, "nagix", missiles=(1,))
    degrees = make_claim("azimuth_deg", 87, "KCNA")
    assert azimuth_figure(make_launch(reading, degrees, count=2), 1).claim is degrees


def test_azimuth_is_the_middle_of_what_is_stated(make_launch, make_claim):
    figure = azimuth_figure(make_launch(make_claim("azimuth_deg", (60, 80))), 1)
    assert (figure.value, figure.half_width) == (70, 10)


def test_due_north_stated_as_360_is_drawn_as_0(make_launch, make_claim):
    assert azimuth_figure(make_launch(make_claim("azimuth_deg", 360)), 1).value == 0


def test_due_north_is_a_direction_and_not_the_unknown(make_launch, make_claim):
    assert azimuth_figure(make_launch(make_claim("azimuth_deg", 0)), 1).value == 0


def test_azimuth_that_is_not_stated_stays_unknown(make_launch, make_claim):
    assert azimuth_figure(make_launch(make_claim("range_km", 600)), 1) is None
