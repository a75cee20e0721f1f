"""What was expected of a missile in flight is a claim with its hour; nothing is drawn from it."""

import pytest

from dashboard.claims.disagreement import disagreements
from dashboard.claims.figures import azimuth_figure
from dashboard.flights.overflight import INSIDE, reaches
from dashboard.words.claims import claim_words
from dashboard.words.say import Words
from data.forecast import read_forecast
from data.impact_place import places_by_name

IN_FLIGHT = "2024-10-31T07:11+09:00/2024-10-31T08:36+09:00"


@pytest.mark.parametrize(
    ("words", "place", "clock"),
    [
        (f"{IN_FLIGHT}; 300 km west of Okushiri Island", "300 km west of Okushiri Island", None),
        (f"{IN_FLIGHT}; 2024-10-31T08:36+09:00", None, "08:36"),
        ("2024-10-31T07:40+09:00; East Sea; off Hokkaido", "East Sea; off Hokkaido", None),
    ],
)
def test_a_forecast_is_when_it_was_said_and_what_was_expected(words, place, clock):
    read = read_forecast(words)
    assert read.impact_place == place
    assert (read.impact_time and f"{read.impact_time:%H:%M}") == clock
    assert read.earliest <= read.latest


@pytest.mark.parametrize(
    "words",
    [
        "300 km west of Okushiri Island",
        "2024-10-31T07:40+09:00",
        "2024-10-31T07:40+09:00; ",
        "2024-10-31T07:40+09:00; unknown",
        "2024-10-31T07:40; East Sea",
        "2024-10-31T08:36+09:00/2024-10-31T07:11+09:00; East Sea",
        "in flight; East Sea",
    ],
)
def test_what_is_no_forecast_is_refused(words):
    assert read_forecast(words) is None


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "about 300 km west of Okushiri Island, said in flight between 07:11 and 08:36"),
        ("ko", "오쿠시리섬 서쪽 약 300km, 비행 중이던 07:11~08:36 사이 발표"),
        ("ja", "奥尻島の西約300km（飛翔中の07:11〜08:36に発表）"),
    ],
)
def test_a_forecast_is_said_with_its_hour(make_claim, lang, said):
    value = f"{IN_FLIGHT}; 300 km west of Okushiri Island"
    claim = make_claim("forecast", value, "Japan MOD", qualifier="about")
    assert claim_words(Words(lang), claim) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "about 07:11 on 31 Oct 2024 (UTC+9)"),
        ("ko", "2024년 10월 31일 07:11경(UTC+9)"),
        ("ja", "2024年10月31日 07:11頃（UTC+9）"),
    ],
)
def test_a_time_is_about_beside_its_clock(make_claim, lang, said):
    claim = make_claim("launch_time", "2024-10-31T07:11+09:00", "JCS", qualifier="about")
    assert claim_words(Words(lang), claim) == said


def test_nothing_is_drawn_from_a_forecast_and_it_disagrees_with_nobody(
    make_launch, make_claim, make_place
):
    launch = make_launch(
        make_claim("forecast", f"{IN_FLIGHT}; 300 km west of Alsom island", "Japan MOD"),
        make_claim("forecast", f"{IN_FLIGHT}; {INSIDE}", "Japan MOD"),
        make_claim("forecast", f"{IN_FLIGHT}; 2024-10-31T08:36+09:00", "Japan MOD"),
        make_claim("impact_time", "2024-10-31T09:50+09:00", "JCS"),
    )
    assert azimuth_figure(launch, 1, places_by_name([make_place()])) is None
    assert reaches(launch, []) == frozenset()
    assert disagreements(launch) == ()


@pytest.mark.parametrize(
    ("lang", "qualifier", "said"),
    [
        ("en", "at_least", "not before 16:00 on 2 Nov 2022 (UTC+9)"),
        ("en", "at_most", "by 16:00 on 2 Nov 2022 (UTC+9)"),
        ("ko", "about", "2022년 11월 2일 16:00경(UTC+9)"),
        ("ko", "at_most", "2022년 11월 2일 16:00 이전(UTC+9)"),
        ("ja", "about", "2022年11月2日 16:00頃（UTC+9）"),
        ("ja", "at_most", "2022年11月2日 16:00以前（UTC+9）"),
    ],
)
def test_bounds_of_a_time_are_earlier_and_later(make_claim, lang, qualifier, said):
    claim = make_claim("launch_time", "2022-11-02T16:00+09:00", qualifier=qualifier)
    assert claim_words(Words(lang), claim) == said


@pytest.mark.parametrize(
    ("lang", "qualifier", "said"),
    [
        ("en", "at_most", "by 08:36, said in flight between 07:11 and 08:36"),
        ("ko", "about", "08:36경, 비행 중이던 07:11~08:36 사이 발표"),
        ("ja", "about", "08:36頃（飛翔中の07:11〜08:36に発表）"),
    ],
)
def test_a_time_expected_in_flight_is_bounded_as_any_other(make_claim, lang, qualifier, said):
    value = f"{IN_FLIGHT}; 2024-10-31T08:36+09:00"
    claim = make_claim("forecast", value, "Japan MOD", qualifier=qualifier)
    assert claim_words(Words(lang), claim) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("200 km west of Okushiri Island", "about 200 km west of Okushiri Island"),
        ("near the east coast of North Korea", "near the east coast of North Korea"),
    ],
)
def test_a_distance_is_as_firm_as_it_was_stated_and_a_coast_is_itself(make_claim, value, said):
    claim = make_claim("impact_place", value, "Japan MOD", qualifier="about")
    assert claim_words(Words("en"), claim) == said
