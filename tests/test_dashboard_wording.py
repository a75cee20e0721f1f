"""Dates, figures and flights in words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.claims.figures import range_figure
from dashboard.words.claims import (
    claim_words,
    figure_words,
    flight_lines,
    missiles_words,
    time_words,
)
from dashboard.words.dates import day_words
from dashboard.words.say import Words
from data.model import QUALIFIERS
from data.quantities import QUANTITIES

WORDS = Words()


@pytest.mark.parametrize(
    ("date", "words"), [("2022-01-05", "5 Jan 2022"), ("1984-12", "Dec 1984"), ("1984", "1984")]
)
def test_date_is_only_as_exact_as_it_is_known(date, words):
    assert day_words(WORDS, date) == words


@given(st.dates(dt.date(1000, 1, 1)))
def test_any_day_reads_back_as_itself(day):
    read = dt.datetime.strptime(day_words(WORDS, day.isoformat()).zfill(11), "%d %b %Y")  # noqa: DTZ007
    assert read.date() == day


def test_time_is_given_in_korea_and_in_utc_each_with_its_day(make_launch):
    time = dt.datetime(2022, 1, 4, 23, 10, tzinfo=dt.UTC)
    assert time_words(WORDS, make_launch(date="2022-01-05", time_utc=time)) == (
        "5 Jan 2022, 08:10 in Korea (UTC+9) · 4 Jan 2022, 23:10 UTC"
    )


def test_unknown_time_is_said_to_be_unknown(make_launch):
    words = time_words(WORDS, make_launch(date="2022-01", time_utc=None))
    assert words == "Jan 2022 (Korean date; time not known)"


@pytest.mark.parametrize(
    ("value", "words"),
    [(700.0, "700"), (1001.2, "1,001.2"), (4500, "4,500"), (0.5, "0.5"), (10.0, "10"), (0, "0")],
)
def test_number_has_no_more_decimals_than_it_has(value, words):
    assert WORDS.number(value) == words


@pytest.mark.parametrize("value", [0.05, 787.25, 11.25, 20_000])
def test_number_is_not_rounded(value):
    assert float(WORDS.number(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("quantity", "stated", "qualifier", "words"),
    [
        ("range_km", 700, "about", "about 700 km"),
        ("range_km", (350, 400), "exact", "350–400 km"),
        ("apogee_km", 6248.5, "exact", "6,248.5 km"),
        ("range_km", 1000, "at_least", "at least 1,000 km"),
        ("range_km", 1000, "at_most", "at most 1,000 km"),
        ("flight_time_s", 4052, "exact", "4,052 s"),
        ("azimuth_deg", 0, "exact", "0°"),
        ("count", 2, "about", "about 2"),
        ("direction", "toward the East Sea", "exact", "toward the East Sea"),
        ("launch_time", "2022-01-04T23:10Z", "exact", "08:10 on 5 Jan 2022 (UTC+9)"),
        ("launch_time", "2017-11-29T02:48+08:30", "exact", "03:18 on 29 Nov 2017 (UTC+9)"),
        ("launch_time", "2017-11-29T02:48", "exact", "2017-11-29T02:48"),
        ("launch_time", "about dawn", "exact", "about dawn"),
    ],
)
def test_claim_says_its_figure_with_qualifier_and_unit(
    make_claim, quantity, stated, qualifier, words
):
    assert claim_words(WORDS, make_claim(quantity, stated, qualifier=qualifier)) == words


def test_launch_time_keeps_its_about(make_claim):
    claim = make_claim("launch_time", "2022-01-05T08:10+09:00", qualifier="about")
    assert claim_words(WORDS, claim) == "about 08:10 on 5 Jan 2022 (UTC+9)"


def test_every_qualifier_has_its_word():
    assert {each for each in QUALIFIERS if not WORDS.has(f"qualifier.{each}")} == set()


def test_every_claim_of_the_record_says_something(served):
    for launch in served.record.launches:
        for claim in launch.claims:
            words = claim_words(WORDS, claim)
            assert words.strip(), claim
            is_figure = QUANTITIES[claim.quantity].is_figure
            assert any(sign.isdigit() for sign in words) or not is_figure, claim


@pytest.mark.parametrize(
    ("missiles", "count", "words"),
    [
        ((), 3, ""),
        ((1,), 1, ""),
        ((1, 2), 2, ""),
        ((1,), None, "missile 1"),
        ((2,), 3, "missile 2 of 3"),
        ((1, 3), 3, "missiles 1 and 3 of 3"),
    ],
)
def test_missiles_are_named_where_not_all_are_meant(missiles, count, words):
    assert missiles_words(WORDS, missiles, count) == words


def test_figure_names_the_authority_that_stated_it(make_launch, make_claim):
    launch = make_launch(make_claim("range_km", 600, "Japan MOD", qualifier="about"))
    assert figure_words(WORDS, range_figure(launch, 1)) == "about 600 km (Japan MOD)"


def test_tooltip_says_date_missile_site_and_whose_figures_are_drawn(
    make_launch, make_claim, make_atlas
):
    launch = make_launch(
        make_claim("range_km", 700, "KCNA"),
        make_claim("azimuth_deg", 75, "nagix", qualifier="about"),
        count=2,
        outcome="failure",
    )
    (flight,) = make_atlas(launch).flights[launch.id]
    assert flight_lines(WORDS, flight) == [
        "5 Jan 2022 · Made-up ×2 · failed",
        "from Mupyong-ni",
        "range 700 km (KCNA)",
        "azimuth about 75° (nagix), read off a published map",
    ]


def test_tooltip_of_a_single_success_says_neither_number_nor_failure(
    make_launch, make_claim, make_atlas
):
    launch = make_launch(make_claim("range_km", 700), make_claim("azimuth_deg", 75))
    (flight,) = make_atlas(launch).flights[launch.id]
    assert flight_lines(WORDS, flight)[0] == "5 Jan 2022 · Made-up"
