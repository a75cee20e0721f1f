"""The pace of launches: windows, curves, hours and silence, and how a page shows them."""

import datetime as dt

import pytest

from dashboard.launch.tempo import tempo_html
from dashboard.tempo.windows import (
    busiest,
    curves,
    dated,
    hours,
    moving,
    silence,
    weekdays,
    window_from,
    yearly,
)
from dashboard.words.say import LANGUAGES, Words


def day(text):
    return dt.date.fromisoformat(text)


@pytest.fixture
def on(make_launch):
    def make(*days):
        return [make_launch(id=f"{each}-1", date=each) for each in days]

    return make


# ------------------------------------------------------------------------------ seed reports
def test_five_launches_in_20_days_are_those_until_20_days_had_passed(library):
    # Daily NK, January 2022: "five launches in 20 days", of 5, 11, 14, 17 and 25 January.
    window = window_from(dated(library.record.launches), day("2022-01-05"), 20)
    assert (len(window.launches), window.elapsed) == (4, 5)
    assert (day("2022-01-25") - window.first).days == 20


def test_january_2022_is_level_with_mid_2019_once_days_that_passed_are_counted(library):
    # A report of 2 February 2022, after NK News: "tied the record set in mid-2019" for 30 days.
    launches = dated(library.record.launches)
    january, summer = (
        window_from(launches, day(first), 30) for first in ("2022-01-05", "2019-07-25")
    )
    assert january.elapsed == summer.elapsed == 7
    # By days of the calendar the last launch of 2019, of 24 August, falls on the 31st.
    assert (len(january.launches), len(summer.launches)) == (7, 6)
    # With rocket artillery counted, as here, February and March 2014 had more than either.
    before = [each for each in launches if each.first_day < day("2022-02-01")]
    fullest = busiest(before, 30, 1)[0]
    assert (fullest.first, len(fullest.launches)) == (day("2014-02-27"), 10)


# ------------------------------------------------------------------------------ windows
def test_busiest_windows_do_not_overlap(on):
    found = busiest(on("2022-01-01", "2022-01-05", "2022-01-08", "2022-03-01"), 7, 5)
    assert [(str(each.first), len(each.launches)) for each in found] == [
        ("2022-01-01", 2),
        ("2022-01-08", 1),
        ("2022-03-01", 1),
    ]


def test_a_moving_window_counts_back_from_each_of_its_days(on):
    launches = on("2022-01-03", "2022-01-05")
    period = day("2022-01-01"), day("2022-01-12")
    assert [n for _, n in moving(launches, period, 7, 12)] == [0, 0, 1, 1, 2, 2, 2, 2, 2, 1, 1, 0]
    parts = moving(launches, period, 7, 3)
    assert [(str(first), n) for first, n in parts] == [
        ("2022-01-01", 1),
        ("2022-01-05", 2),
        ("2022-01-09", 2),
    ]


def test_curves_and_months_count_each_year_from_its_start(on):
    launches = on("2021-12-31", "2022-01-03", "2022-03", "2022-03-05")
    assert yearly(launches)[2022][:4] == [1, 1, 3, 3]
    # A launch of unknown day is in the table of months and in no curve.
    assert [n for _, n in curves(launches)[2022]] == [1, 2]


def test_hours_are_those_of_korea_and_weekdays_those_of_the_korean_day(make_launch):
    launch = make_launch(date="2022-01-05", time_utc=dt.datetime(2022, 1, 4, 23, 10, tzinfo=dt.UTC))
    assert hours([launch]).index(1) == 8
    assert weekdays([launch]).index(1) == 2  # a Wednesday


def test_silence_says_what_may_break_it(on):
    launches = on("2022-01-01", "2022-01-02", "2022-02", "2022-04-01")
    (gap,) = silence(launches, 5)
    assert (gap.days, [each.id for each in gap.possible]) == (88, ["2022-02-1"])


# ------------------------------------------------------------------------------ page
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_chart_of_the_tempo_has_words_or_a_table(library, elements, lang):
    launches = library.record.launches
    html = tempo_html(Words(lang), launches, library.vocabulary.period, lambda each: f"?{each.id}")
    found = elements(html)
    charts = [own for _, own in found if own.get("role") == "img"]
    assert len(charts) == 4 + 1 + len(curves(launches))
    assert all(own.get("aria-label") for own in charts)
    assert sum(tag == "table" for tag, _ in found) == 4 + 1 + 2 + 1
    assert {f"?{each.id}" for each in dated(launches)} <= {
        own["href"] for tag, own in found if tag == "a"
    }


def test_without_a_launch_of_known_day_the_tempo_says_so(on):
    period = day("2022-01-01"), day("2022-12-31")
    html = tempo_html(Words(), on("2022-03"), period, lambda each: each.id)
    assert "No launch of known day" in html
