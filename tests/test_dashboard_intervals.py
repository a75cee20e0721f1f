"""What the wording of a figure leaves open."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.claims.intervals import (
    compass_sector,
    exclude,
    half_width,
    interval,
    middle,
    rounding_half_width,
)
from data.model import QUALIFIERS
from data.quantities import QUANTITIES

COMPASS_WORDS = (
    *("north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast"),
    *("southeast", "south-southeast", "south", "south-southwest", "southwest"),
    *("west-southwest", "west", "west-northwest", "northwest", "north-northwest"),
)
STEPS = QUANTITIES["range_km"].rounding
MINUTE_2307_UTC = 27355627.0
"""`date -u -d 2022-01-04T23:07Z +%s` over 60: 2022-01-05, 08:07 in Korea."""


@st.composite
def stated_figures(draw, quantities=("range_km", "apogee_km", "flight_time_s", "count")):
    """Keywords of a claim as a source would state it: a round number or a span, in its own unit."""
    quantity = draw(st.sampled_from(quantities))
    unit, size = draw(st.sampled_from(sorted(QUANTITIES[quantity].units.items()) or [(None, 1.0)]))
    step = 1 if quantity == "count" else draw(st.sampled_from([100, 50, 10, 1, 0.1]))
    low = draw(st.integers(1, 60)) * step
    high = low + draw(st.sampled_from([0, 0, 1, 7])) * step
    return {"quantity": quantity, "stated": (low * size, high * size), "unit": unit}


@st.composite
def stated_times(draw):
    hour, minute, east = draw(st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 12)))
    time = f"2022-01-05T{hour:02}:{minute:02}+{east:02}:00"
    return {"quantity": "launch_time", "stated": time}


def stated_directions():
    return st.builds(lambda words: {"quantity": "direction", "stated": words}, words)


words = st.sampled_from(COMPASS_WORDS)
anything_stated = st.one_of(stated_figures(), stated_times(), stated_directions())
pairs_of_one_quantity = st.one_of(
    *(st.tuples(each, each) for each in (stated_times(), stated_directions())),
    *(st.tuples(*[stated_figures((q,))] * 2) for q in ("range_km", "flight_time_s", "count")),
)
bounds = st.tuples(st.floats(-720, 20_000), st.floats(-720, 20_000)).map(sorted).map(tuple)


@pytest.mark.parametrize(
    ("value", "half"),
    [(700, 50), (4500, 50), (350, 25), (430, 5), (787, 0.5), (1001.2, 0.05), (0.25, 0.05)],
)
def test_rounding_may_hide_half_of_the_coarsest_unit(value, half):
    assert rounding_half_width(value, STEPS) == half


@pytest.mark.parametrize(("value", "half"), [(250, 25), (200, 25), (260, 5), (57, 0.5), (0.5, 0.5)])
def test_rounding_is_to_the_units_given(value, half):
    assert rounding_half_width(value, units=(50.0, 10.0, 1.0)) == half


@given(st.floats(0.1, 20_000))
def test_rounding_always_hides_something(value):
    assert rounding_half_width(value, STEPS) in {50, 25, 5, 0.5, 0.05}


@pytest.mark.parametrize(
    ("quantity", "stated", "unit", "qualifier", "half"),
    [
        ("range_km", 350, "km", "exact", 25),
        ("range_km", 787, "km", "exact", 0.5),
        ("range_km", 787, "km", "about", 39.35),
        ("range_km", 700, "km", "about", 50),
        ("range_km", 4500, "km", "about", 225),
        ("range_km", (350, 400), "km", "exact", 50),
        ("range_km", (380, 381), "km", "exact", 1),
        ("range_km", (100, 900), "km", "about", 450),
        ("range_km", 1000, "km", "at_least", 50),
        # 50,000 m is rounded to no more than 100 m; 50 km to 50 km.
        ("apogee_km", 50, "m", "exact", 0.05),
        ("apogee_km", 50, "km", "exact", 25),
        # A mile is 1.609344 km, a nautical mile 1.852 km, a foot 0.3048 m.
        ("range_km", 700.06464, "mi", "exact", 35.003),
        ("range_km", 700.06464, "mi", "about", 35.003),
        ("range_km", 160.9344, "mi", "exact", 80.4672),
        ("range_km", 700.056, "nmi", "exact", 35.003),
        ("apogee_km", 6.096, "ft", "exact", 0.3048),
        ("flight_time_s", 66 * 60, "min", "exact", 30),
        ("flight_time_s", 66 * 60, "s", "exact", 5),
        ("flight_time_s", 66 * 60, "min", "about", 198),
        ("flight_time_s", 4135, "s", "exact", 0.5),
        ("flight_time_s", 7200, "h", "exact", 1800),
        ("flight_time_s", (3960, 4200), "min", "exact", 150),
        # "About Mach 10" is 9.5 to 10.5: not 5 to 15, as it would be rounded to tens.
        ("speed_mach", 10, "Mach", "about", 0.5),
        ("speed_mach", 5, "Mach", "exact", 0.5),
        ("speed_mach", 22, "Mach", "about", 1.1),
        ("speed_mach", 6.5, "Mach", "exact", 0.25),
        ("speed_mach", 6.9, "Mach", "exact", 0.05),
        ("speed_mach", (4, 5), "Mach", "exact", 1),
        ("count", 3, None, "exact", 0),
        ("count", 10, None, "exact", 0),
        ("count", (3, 4), None, "exact", 0.5),
        ("count", 3, None, "about", 0.5),
        ("count", 10, None, "about", 5),
    ],
)
def test_wording_of_a_figure_leaves_a_doubt(  # noqa: PLR0913, PLR0917
    make_claim, quantity, stated, unit, qualifier, half
):
    claim = make_claim(quantity, stated, unit=unit, qualifier=qualifier)
    assert half_width(claim) == pytest.approx(half, rel=1e-5)


def test_435_miles_allow_the_700_km_that_were_announced(make_claim):
    low, high = interval(make_claim("range_km", 435 * 1.609344, unit="mi"))
    assert (low, high) == pytest.approx((665.06, 735.07), abs=0.01)


def test_figure_that_is_missing_has_no_doubt_to_speak_of(make_claim):
    with pytest.raises(ValueError, match=r"2022-01-05-1: range_km of JCS has no figures"):
        half_width(make_claim("range_km", (None, None)))


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        ("exact", (950, 1050)),
        ("about", (950, 1050)),
        ("at_least", (950, math.inf)),
        ("at_most", (-math.inf, 1050)),
    ],
)
def test_at_least_and_at_most_are_open_to_one_side(make_claim, qualifier, expected):
    assert interval(make_claim("range_km", 1000, qualifier=qualifier)) == expected


@pytest.mark.parametrize("quantity", ["site", "missile", "impact_place", "outcome"])
def test_statement_in_words_gives_no_interval(make_claim, quantity):
    assert interval(make_claim(quantity, "northeast")) is None


@pytest.mark.parametrize("stated", [(None, None), (600, None), (None, 600)])
def test_half_a_figure_gives_no_interval(make_claim, stated):
    assert interval(make_claim("range_km", stated)) is None


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("northeast", (22.5, 67.5)),
        ("east-northeast", (56.25, 78.75)),
        ("south", (157.5, 202.5)),
        ("north", (-22.5, 22.5)),
    ],
)
def test_direction_allows_the_sector_of_its_word(make_claim, direction, expected):
    assert interval(make_claim("direction", direction)) == expected


@pytest.mark.parametrize(
    "direction", ["toward the East Sea", "East Sea", "north and east", "off Hokkaido", ""]
)
def test_words_that_are_no_single_direction_allow_everything(make_claim, direction):
    claim = make_claim("direction", direction)
    assert compass_sector(direction) is None
    assert interval(claim) is None
    assert math.isnan(middle(claim))


@pytest.mark.parametrize(
    ("clock", "qualifier", "half"),
    [
        ("08:07", "exact", 1.5),
        ("08:07", "about", 5),
        ("08:00:20", "exact", 1.5),
        ("08:05", "exact", 2.5),
        ("08:05", "about", 5),
        ("08:10", "exact", 5),
        ("08:30", "exact", 15),
        ("08:30", "about", 15),
        ("08:00", "exact", 30),
    ],
)
def test_launch_time_has_the_doubt_of_its_rounding_and_of_detection(
    make_claim, clock, qualifier, half
):
    claim = make_claim("launch_time", f"2022-01-05T{clock}+09:00", qualifier=qualifier)
    low, high = interval(claim)
    assert (high - low) / 2 == half
    assert (low + high) / 2 == middle(claim)


@pytest.mark.parametrize("time", ["2022-01-05T08:07+09:00", "2022-01-04T23:07Z"])
def test_launch_time_is_the_same_in_every_zone(make_claim, time):
    claim = make_claim("launch_time", time)
    assert middle(claim) == MINUTE_2307_UTC
    assert interval(claim) == (MINUTE_2307_UTC - 1.5, MINUTE_2307_UTC + 1.5)


def test_launch_time_not_before_another_is_open_to_later_ones(make_claim):
    claim = make_claim("launch_time", "2022-01-05T08:07+09:00", qualifier="at_least")
    assert interval(claim) == (MINUTE_2307_UTC - 1.5, math.inf)


@pytest.mark.parametrize(
    ("quantity", "stated", "expected"),
    [
        ("range_km", (350, 400), 375),
        ("count", (3, 4), 3.5),
        ("direction", "north", 0),
        ("direction", "north-northwest", 337.5),
    ],
)
def test_one_value_stands_for_a_claim(make_claim, quantity, stated, expected):
    assert middle(make_claim(quantity, stated)) == expected


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ((450, 550), (550, 650), False),
        ((450, 550), (550.1, 650), True),
        ((450, 550), (500, 520), False),
        ((950, math.inf), (1400, 1600), False),
        ((950, math.inf), (800, 900), True),
        ((-math.inf, 900), (950, math.inf), True),
        ((-math.inf, 950), (950, math.inf), False),
        ((3, 3), (3, 3), False),
        ((3, 3), (4, 4), True),
        ((0.1 + 0.2, 1), (0, 0.3), False),
    ],
)
def test_intervals_exclude_each_other_where_nothing_is_in_both(first, second, apart):
    assert exclude("range_km", first, second) is apart
    assert exclude("range_km", second, first) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("north", "north-northwest", False),
        ("north", "northwest", False),
        ("north", "northeast", False),
        ("northwest", "northeast", True),
        ("north-northwest", "north-northeast", True),
        ("north-northwest", "northwest", False),
        ("west", "northwest", False),
        ("west", "northeast", True),
        ("north", "south", True),
        ("east", "northeast", False),
        ("east", "north", True),
        ("northeast", "east-northeast", False),
    ],
)
def test_directions_are_compared_across_north(make_claim, one, other, apart):
    first, second = (interval(make_claim("direction", word)) for word in (one, other))
    assert exclude("direction", first, second) is apart
    assert exclude("direction", second, first) is apart


def test_only_directions_go_round():
    assert exclude("range_km", (-10, 10), (350, 370))
    assert not exclude("direction", (-10, 10), (350, 370))


@given(one=words, other=words)
def test_directions_exclude_each_other_where_no_azimuth_lies_in_both(make_claim, one, other):
    """Against a count of whole quarters of a degree on the circle."""
    first, second = (interval(make_claim("direction", word)) for word in (one, other))
    shared = circle(first) & circle(second)
    assert exclude("direction", first, second) is not bool(shared)


def circle(sector):
    """Quarter degrees of the circle within a sector, its ends included."""
    return {quarter % 1440 for quarter in range(round(sector[0] * 4), round(sector[1] * 4) + 1)}


@given(quantity=st.sampled_from(["range_km", "direction"]), first=bounds, second=bounds)
def test_exclusion_is_symmetric(quantity, first, second):
    assert exclude(quantity, first, second) is exclude(quantity, second, first)


@given(first=bounds, second=bounds)
def test_what_excludes_each_other_shares_no_value(first, second):
    shared = max(first[0], second[0]) <= min(first[1], second[1])
    assume(abs(max(first[0], second[0]) - min(first[1], second[1])) > 1e-6)
    assert exclude("range_km", first, second) is not shared


@given(stated=anything_stated, qualifier=st.sampled_from(QUALIFIERS))
def test_claim_never_excludes_itself(make_claim, stated, qualifier):
    claim = make_claim(**stated, qualifier=qualifier)
    assert not exclude(claim.quantity, interval(claim), interval(claim))


@given(stated=anything_stated, qualifier=st.sampled_from(QUALIFIERS))
def test_claim_allows_the_value_that_stands_for_it(make_claim, stated, qualifier):
    claim = make_claim(**stated, qualifier=qualifier)
    low, high = interval(claim)
    assert low <= middle(claim) <= high


@given(stated=stated_figures())
def test_claim_allows_both_ends_of_what_is_stated(make_claim, stated):
    claim = make_claim(**stated)
    low, high = interval(claim)
    assert low <= claim.low + 1e-9
    assert high >= claim.high - 1e-9


@given(pair=pairs_of_one_quantity, wider=st.sampled_from(["about", "at_least", "at_most"]))
def test_wider_qualifier_never_makes_a_conflict(make_claim, pair, wider):
    first, second = (make_claim(**each) for each in pair)
    relaxed = make_claim(**pair[0], qualifier=wider)
    if exclude(first.quantity, interval(relaxed), interval(second)):
        assert exclude(first.quantity, interval(first), interval(second))


@given(stated=st.one_of(stated_figures(), stated_times()))
def test_wider_qualifier_allows_everything_that_the_exact_one_does(make_claim, stated):
    low, high = interval(make_claim(**stated))
    for wider in ("about", "at_least", "at_most"):
        least, most = interval(make_claim(**stated, qualifier=wider))
        assert least <= low + 1e-9
        assert most >= high - 1e-9
