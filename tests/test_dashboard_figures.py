"""Which stated figure is drawn, and how far it is trusted."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.claims.figures import (
    IMPACT_PLACE,
    MAP_READING_ERRORS_DEG,
    MAP_READING_HALF_WIDTH_DEG,
    READ_OFF_A_MAP,
    STATED,
    WORDS,
    _read_off_a_map,
    _toward_the_impact,
    azimuth_figure,
    claims_for,
    impact_point,
    missiles_spoken_of,
    range_figure,
    stated_figure,
)
from data.impact_place import ImpactPlace, places_by_name
from data.quantities import QUANTITIES
from geo.geodesic import direct
from geo.position import Position

MUPYONG_RI = Position(40.611, 126.426)
"""Site of made-up launches."""
LAST_DAY_MEASURED = "2026-08-20"
"""Last day of the launches that `MAP_READING_ERRORS_DEG` was measured on."""


@pytest.fixture(scope="session")
def places(make_place):
    """Places by their names, as the record has them."""
    off_japan = {"aliases": (), "precision_km": 2.5}
    return places_by_name(
        [
            make_place(),
            make_place(name="Oshima-Oshima", latitude=41.5107, longitude=139.3578, **off_japan),
            make_place(name="Wajima", latitude=37.40458, longitude=136.89912, **off_japan),
        ]
    )


@pytest.fixture(scope="session")
def toward(make_launch, make_claim, places):
    """Azimuth of a launch of which only impact places are stated, the preferred first."""

    def find(*stated, missile=1, **values):
        claims = [make_claim("impact_place", words) for words in stated]
        return azimuth_figure(make_launch(*claims, **values), missile, places)

    return find


def test_claim_about_one_missile_comes_before_one_of_the_same_authority_about_the_salvo(
    make_launch, make_claim
):
    salvo = make_claim("range_km", 600, "JCS")
    second = make_claim("range_km", 400, "JCS", missiles=(2,))
    launch = make_launch(salvo, second, count=2)
    assert claims_for(launch, "range_km", 1) == [salvo]
    assert claims_for(launch, "range_km", 2) == [second, salvo]
    assert claims_for(launch, "apogee_km", 1) == []


def test_authority_decides_before_a_claim_is_about_one_missile(make_launch, make_claim):
    salvo = make_claim("range_km", 600, "JCS")
    second = make_claim("range_km", 400, "Japan MOD", missiles=(2,))
    launch = make_launch(second, salvo, count=2)
    assert claims_for(launch, "range_km", 2) == [salvo, second]
    assert range_figure(launch, 2).claim is salvo


def test_claim_about_another_missile_says_nothing_of_this_one(make_launch, make_claim):
    launch = make_launch(make_claim("range_km", 400, missiles=(2,)), count=2)
    assert range_figure(launch, 1) is None
    assert range_figure(launch, 2).value == 400


@pytest.mark.parametrize(
    ("stated", "qualifier", "value", "half_width"),
    [
        (350, "exact", 350, 25),
        (787, "exact", 787, 0.5),
        ((350, 400), "exact", 375, 50),
        ((380, 381), "exact", 380.5, 1),
        (787, "about", 787, 39.35),
        (787, "at_least", 787, 78.7),
        (700, "about", 700, 50),
        (4500, "about", 4500, 225),
        (1000, "at_least", 1000, 100),
        (1000, "at_most", 1000, 100),
        ((100, 900), "about", 500, 450),
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


def test_range_stated_in_miles_has_the_doubt_of_its_conversion(make_launch, make_claim):
    claim = make_claim("range_km", 700.06464, unit="mi")  # 435 mi of 1.609344 km.
    figure = range_figure(make_launch(claim), 1)
    assert (figure.value, figure.half_width) == pytest.approx((700.06464, 35.003232))


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        (None, 600),
        ("JCS", 600),
        ("Japan MOD", 500),
        ("KCNA", 611.4),
        ("CNS", 640),
        ("United States", None),
        ("Japan government", None),
    ],
)
def test_range_of_a_party_is_that_of_whoever_speaks_for_it(
    make_launch, make_claim, whose, expected
):
    figures = {"CNS": 640, "North Korea": 611.4, "Japan government": 500, "ROK military": 600}
    claims = [make_claim("range_km", figure, name) for name, figure in figures.items()]
    figure = range_figure(make_launch(*claims), 1, whose)
    assert (figure and figure.value) == expected


def test_party_that_speaks_of_another_missile_has_no_range_for_this_one(make_launch, make_claim):
    second = make_claim("range_km", 400, "Japan MOD", missiles=(2,))
    launch = make_launch(make_claim("range_km", 600, "JCS"), second, count=2)
    assert range_figure(launch, 1, "Japan MOD") is None
    assert range_figure(launch, 2, "Japan MOD").claim is second


def test_spread_of_a_salvo_goes_after_a_single_figure(make_launch, make_claim):
    spread = make_claim("range_km", (250, 400), "JCS")
    single = make_claim("range_km", 300, "CNS")
    assert range_figure(make_launch(spread, single, count=3), 1).claim is single


@pytest.mark.parametrize("bound", ["at_least", "at_most"])
def test_bound_goes_after_a_figure_and_is_drawn_where_there_is_none(make_launch, make_claim, bound):
    limit = make_claim("range_km", 1000, "JCS", qualifier=bound)
    about = make_claim("range_km", 800, "CNS", qualifier="about")
    assert range_figure(make_launch(limit, about), 1).claim is about
    assert range_figure(make_launch(limit, about), 1, "JCS").claim is limit
    assert range_figure(make_launch(limit), 1).claim is limit


def test_spread_of_a_salvo_is_drawn_where_there_is_nothing_else(make_launch, make_claim):
    spread = make_claim("range_km", (250, 400), "JCS")
    single = make_claim("range_km", 300, "CNS", missiles=(2,))
    launch = make_launch(spread, single, count=3)
    first, second = (range_figure(launch, missile) for missile in (1, 2))
    assert (first.value, first.half_width, first.claim) == (325, 100, spread)
    assert second.claim is single


def test_span_of_one_missile_is_no_spread_of_a_salvo(make_launch, make_claim):
    span = make_claim("range_km", (250, 400), "JCS", missiles=(2,))
    single = make_claim("range_km", 300, "CNS")
    assert range_figure(make_launch(span, single, count=3), 2).claim is span


def test_party_alone_is_drawn_from_its_spread_of_a_salvo(make_launch, make_claim):
    spread = make_claim("range_km", (250, 400), "Japan MOD")
    single = make_claim("range_km", 300, "JCS")
    assert range_figure(make_launch(spread, single, count=3), 1, "Japan MOD").claim is spread


@pytest.mark.parametrize(
    ("count", "numbered", "missiles"),
    [(None, (), 1), (None, (2, 3), 3), (4, (), 4), (4, (2,), 4), (1, (), 1)],
)
def test_missiles_spoken_of_are_the_count_or_the_highest_number(
    make_launch, make_claim, count, numbered, missiles
):
    launch = make_launch(make_claim("range_km", 600, missiles=numbered), count=count)
    assert missiles_spoken_of(launch) == missiles


def test_launch_of_which_nothing_is_said_is_one_missile(make_launch):
    assert missiles_spoken_of(make_launch(count=None)) == 1


@pytest.mark.parametrize("quantity", [row.name for row in QUANTITIES.values() if not row.is_figure])
def test_words_are_no_stated_figure(make_claim, quantity):
    assert stated_figure(make_claim(quantity, "600 km")) is None


@given(low=st.floats(1, 9_000), width=st.floats(0, 900))
def test_range_drawn_holds_both_stated_ends(make_launch, make_claim, low, width):
    figure = range_figure(make_launch(make_claim("range_km", (low, low + width))), 1)
    assert figure.value - figure.half_width <= low + 1e-6
    assert figure.value + figure.half_width >= low + width - 1e-6


def test_stated_degrees_are_better_than_a_map_and_a_map_than_words(make_launch, make_claim):
    degrees = make_claim("azimuth_deg", 87, "KCNA")
    words = make_claim("direction", "northeast", "JCS")
    reading = make_claim("azimuth_deg", 100, "nagix")
    best = azimuth_figure(make_launch(reading, words, degrees), 1)
    assert (best.value, best.half_width, best.basis, best.claim) == (87, 0.5, STATED, degrees)
    second = azimuth_figure(make_launch(reading, words), 1)
    assert (second.value, second.basis, second.claim) == (100, READ_OFF_A_MAP, reading)
    assert second.half_width == MAP_READING_HALF_WIDTH_DEG == 8
    third = azimuth_figure(make_launch(words), 1)
    assert (third.value, third.half_width, third.basis) == (45, 22.5, WORDS)


@pytest.mark.parametrize("reading_deg", [62, 76, 200, 359])
def test_reading_goes_before_words_whatever_they_say(make_launch, make_claim, reading_deg):
    words = make_claim("direction", "northeast", "JCS")
    reading = make_claim("azimuth_deg", reading_deg, "nagix")
    figure = azimuth_figure(make_launch(words, reading), 1)
    assert (figure.value, figure.half_width) == (reading_deg, 8)
    assert (figure.basis, figure.claim) == (READ_OFF_A_MAP, reading)


# A single figure of 75 is rounded to 5 degrees: 2.5 to each side, less than a reading leaves.
@pytest.mark.parametrize(
    ("stated", "reading_deg", "basis"),
    [
        ((40, 80), 75, READ_OFF_A_MAP),
        ((40, 80), 80, READ_OFF_A_MAP),
        ((40, 80), 81, STATED),
        ((40, 80), 240, STATED),
        (75, 75, STATED),
        (75, 74, STATED),
    ],
)
def test_reading_is_drawn_within_stated_degrees_that_are_wider(
    make_launch, make_claim, stated, reading_deg, basis
):
    degrees = make_claim("azimuth_deg", stated, "KCNA")
    reading = make_claim("azimuth_deg", reading_deg, "nagix")
    figure = azimuth_figure(make_launch(degrees, reading), 1)
    assert figure.basis == basis
    assert figure.claim is (reading if basis == READ_OFF_A_MAP else degrees)


# Wajima's stated impact is at 92.23 degrees, 18.97 to each side; Alsom is at 88.10, 0.22 so.
@pytest.mark.parametrize(
    ("words", "reading_deg", "basis", "drawn_deg"),
    [
        ("400-500 km northwest of Wajima", 100, READ_OFF_A_MAP, 100),
        ("400-500 km northwest of Wajima", 111, READ_OFF_A_MAP, 111),
        ("400-500 km northwest of Wajima", 112, IMPACT_PLACE, 92.23),
        ("400-500 km northwest of Wajima", 60, IMPACT_PLACE, 92.23),
        ("Alsom", 88, IMPACT_PLACE, 88.10),
    ],
)
def test_reading_is_drawn_where_the_stated_impact_is_wider(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, places, words, reading_deg, basis, drawn_deg
):
    impact = make_claim("impact_place", words, "CSIS")
    reading = make_claim("azimuth_deg", reading_deg, "nagix")
    figure = azimuth_figure(make_launch(reading, impact), 1, places)
    assert (figure.basis, figure.value) == (basis, pytest.approx(drawn_deg, abs=0.01))


def test_direction_of_the_preferred_authority_decides(make_launch, make_claim):
    first = make_claim("direction", "southeast", "JCS")
    last = make_claim("direction", "southward", "CSIS")
    figure = azimuth_figure(make_launch(last, first), 1)
    assert (figure.value, figure.basis, figure.claim) == (135, WORDS, first)


def test_reading_west_of_north_is_within_degrees_about_north(make_launch, make_claim, make_place):
    # geographiclib 2.1, Geodesic.WGS84.Direct(40.611, 126.426, 0, 300e3).
    north = make_place(latitude=43.311937, longitude=126.426, precision_km=100.0)
    claims = make_claim("impact_place", "Alsom"), make_claim("azimuth_deg", 350, "nagix")
    figure = azimuth_figure(make_launch(*claims), 1, places_by_name([north]))
    assert (figure.value, figure.basis) == (350, READ_OFF_A_MAP)


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


# From Mupyong-ri, with geographiclib 2.1, Geodesic.WGS84.Inverse and Direct; a compass word of
# eight is 22.5 degrees wide to each side, and 200 km * tan(22.5 deg) are 82.843 km.
@pytest.mark.parametrize(
    ("words", "azimuth_deg", "half_width_deg"),
    [
        ("Alsom island", 88.09974, math.degrees(math.asin(1 / 263.96747))),
        ("Alsom", 88.09974, math.degrees(math.asin(1 / 263.96747))),
        ("ALSOM ISLAND", 88.09974, math.degrees(math.asin(1 / 263.96747))),
        ("200 km west of Oshima-Oshima", 80.29401, math.degrees(math.asin(82.8427 / 890.60522))),
        ("400-500 km northwest of Wajima", 92.23153, math.degrees(math.asin(186.396 / 573.28027))),
    ],
)
def test_azimuth_is_the_way_to_the_stated_impact_place(toward, words, azimuth_deg, half_width_deg):
    figure = toward(words)
    assert figure.value == pytest.approx(azimuth_deg, abs=1e-4)
    assert figure.half_width == pytest.approx(half_width_deg, abs=1e-3)
    assert (figure.basis, figure.claim.value) == (IMPACT_PLACE, words)


@pytest.mark.parametrize(
    "words",
    [
        "East Sea",
        "Sanchuira Island near Nampo",
        "200 km west of Sanchuira Island",
        "200 km off Wajima",
        "west of Wajima",
        "outside Japan's exclusive economic zone",
    ],
)
def test_impact_place_that_names_no_known_place_gives_no_azimuth(toward, words):
    assert toward(words) is None


def test_impact_place_gives_no_azimuth_where_no_places_are_known(make_launch, make_claim):
    launch = make_launch(make_claim("impact_place", "Alsom island"))
    assert azimuth_figure(launch, 1) is None
    assert azimuth_figure(launch, 1, {}) is None


def test_sea_that_an_authority_states_does_not_hide_the_island_of_another(toward):
    assert toward("East Sea", "Alsom island").claim.value == "Alsom island"


def test_impact_place_of_the_preferred_authority_decides(make_launch, make_claim, places):
    press = make_claim("impact_place", "Alsom island", "press")
    japan = make_claim("impact_place", "200 km west of Oshima-Oshima", "Japan MOD")
    assert azimuth_figure(make_launch(press, japan), 1, places).claim is japan


def test_impact_place_of_one_missile_is_not_that_of_another(make_launch, make_claim, places):
    second = make_claim("impact_place", "Alsom island", missiles=(2,))
    launch = make_launch(second, count=2)
    assert azimuth_figure(launch, 1, places) is None
    assert azimuth_figure(launch, 2, places).claim is second


# A disc of 22.5 degrees to each side has the radius 263.96747 km * sin(22.5 deg) = 101.016 km.
@pytest.mark.parametrize(("precision_km", "drawn"), [(101.0, True), (101.1, False), (300.0, False)])
def test_place_wider_than_a_compass_word_gives_no_azimuth(
    make_launch, make_claim, make_place, precision_km, drawn
):
    places = places_by_name([make_place(precision_km=precision_km)])
    launch = make_launch(make_claim("impact_place", "Alsom"), make_claim("direction", "south"))
    assert azimuth_figure(launch, 1, places).basis == (IMPACT_PLACE if drawn else WORDS)


def test_place_too_wide_does_not_hide_the_next_one(make_launch, make_claim, make_place, places):
    wide = make_place(id="gulf", name="A gulf", aliases=(), precision_km=150.0)
    claims = [make_claim("impact_place", words) for words in ("A gulf", "Alsom")]
    figure = azimuth_figure(make_launch(*claims), 1, {**places, "a gulf": wide})
    assert figure.claim is claims[1]


def test_impact_on_the_site_itself_gives_no_azimuth(make_launch, make_claim, make_place):
    here = make_place(latitude=40.611, longitude=126.426, precision_km=0.5)
    launch = make_launch(make_claim("impact_place", "Alsom"))
    assert azimuth_figure(launch, 1, places_by_name([here])) is None


@pytest.mark.parametrize("position", [(None, None), (40.611, None), (None, 126.426)])
def test_site_of_unknown_place_gives_no_azimuth(toward, make_site, position):
    latitude, longitude = position
    assert toward("Alsom", site=make_site(latitude=latitude, longitude=longitude)) is None


def test_launch_without_a_site_gives_no_azimuth_to_an_impact_place(toward):
    assert toward("Alsom", site=None) is None


def test_impact_place_comes_after_stated_degrees_and_before_words_and_maps(
    make_launch, make_claim, places
):
    degrees = make_claim("azimuth_deg", 75, "KCNA")
    impact = make_claim("impact_place", "Alsom", "press")
    words = make_claim("direction", "northeast", "JCS")
    reading = make_claim("azimuth_deg", 60, "nagix")
    order = [degrees, impact, reading, words]
    bases = []
    while order:
        figure = azimuth_figure(make_launch(*order[::-1]), 1, places)
        assert figure.claim is order.pop(0)
        bases.append(figure.basis)
    assert bases == [STATED, IMPACT_PLACE, READ_OFF_A_MAP, WORDS]


# geographiclib 2.1, Geodesic.WGS84.Direct from the place.
@pytest.mark.parametrize(
    ("place", "low_km", "high_km", "direction", "end", "radius_km"),
    [
        ("Alsom", 0, 0, None, (40.6477, 129.5458), 1),
        ("Oshima-Oshima", 200, 200, "west", (41.485755, 136.962699), 82.8427),
        ("Wajima", 400, 500, "northwest", (40.212901, 133.161693), 186.396),
        # A word of sixteen is half as wide: 200 km * tan(11.25 deg).
        ("Wajima", 200, 200, "west-northwest", None, 39.7825),
        # 50 km is rounded to 50 km, 20 km to 10 km; either is more than a word of sixteen leaves.
        ("Wajima", 50, 50, "west-northwest", None, 25),
        ("Wajima", 20, 20, "west-northwest", None, 5),
        ("Wajima", 7, 7, "west-northwest", None, 2.5),
        ("Wajima", 100, 400, "west-northwest", None, 150),
    ],
)
def test_impact_lies_about_the_stated_distance_off_the_place(  # noqa: PLR0913, PLR0917
    places, place, low_km, high_km, direction, end, radius_km
):
    impact = ImpactPlace(places[place.casefold()], low_km, high_km, direction)
    point, radius = impact_point(impact)
    assert radius == pytest.approx(radius_km, abs=1e-3)
    if end:
        assert (point.latitude, point.longitude) == pytest.approx(end, abs=1e-5)


@given(azimuth_deg=st.floats(0, 359), range_km=st.floats(10, 5000), precision_km=st.floats(0.1, 3))
def test_place_is_seen_where_it_lies_and_as_wide_as_it_is(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, make_place, azimuth_deg, range_km, precision_km
):
    end = direct(MUPYONG_RI, azimuth_deg, range_km)
    place = make_place(latitude=end.latitude, longitude=end.longitude, precision_km=precision_km)
    launch = make_launch(make_claim("impact_place", "Alsom"))
    figure = azimuth_figure(launch, 1, places_by_name([place]))
    assert math.cos(math.radians(figure.value - azimuth_deg)) == pytest.approx(1, abs=1e-9)
    assert math.sin(math.radians(figure.half_width)) * range_km == pytest.approx(precision_km)


def test_readings_hold_against_the_impact_places_that_authorities_state(served):
    """The errors that the page quotes for bearings read off a map, measured anew."""
    places = places_by_name(served.record.places.values())
    errors = []
    for launch in served.record.launches:
        # A launch added since is no part of what the page quotes.
        if launch.date > LAST_DAY_MEASURED:
            continue
        if launch.missile.kind not in {"ballistic", "glide"} or not launch.site:
            continue
        impact = _toward_the_impact(claims_for(launch, "impact_place", 1), launch, places)
        reading = _read_off_a_map(claims_for(launch, "azimuth_deg", 1))
        if impact and reading and impact.half_width < 10:
            errors.append((reading.value - impact.value + 180) % 360 - 180)
    assert len(errors) == 20
    assert (min(errors), max(errors)) == pytest.approx(MAP_READING_ERRORS_DEG, abs=0.05)
    assert sum(abs(error) <= MAP_READING_HALF_WIDTH_DEG for error in errors) == 19
