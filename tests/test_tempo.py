"""What is new about a launch, beside what the reports of January and March 2022 state."""

import csv
import datetime as dt
import io
import json

import pytest

from dashboard.export import csv_file, json_file, kml_file
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.tempo.chronicle import Chronicle
from dashboard.words.say import LANGUAGES, Words
from dashboard.words.tempo import novelty_lines
from data.leadership import Leadership


@pytest.fixture(scope="module")
def shipped(library):
    return Chronicle(library.record)


def spans(novelty, kinds="all", unit="launches"):
    return {
        each.scope.name: tuple(getattr(each, unit))
        for each in novelty.ordinals
        if each.kinds == kinds
    }


def first(novelty, facet):
    return next(each for each in novelty.firsts if each.facet == facet)


# ------------------------------------------------------------------------------ seed reports
def test_the_launch_of_17_january_2022_is_the_fourth_of_the_month(shipped):
    # AP, 18 January 2022: "North Korea's fourth round of missile launches this month".
    novelty = shipped.novelty("2022-01-17-1")
    assert spans(novelty)["month"] == spans(novelty, unit="days")["month"] == (4, 4)


def test_the_launch_of_25_january_2022_is_the_fifth_of_the_year(shipped):
    # Daily NK, January 2022: "its fifth provocative missile launch of the year".
    assert spans(shipped.novelty("2022-01-25-1"))["year"] == (5, 5)
    # A cruise missile: counted among ballistic launches alone it has no place.
    assert spans(shipped.novelty("2022-01-25-1"), "ballistic") == {}


def test_the_launch_of_30_january_2022_is_the_seventh_and_the_first_hwasong_12_since_2017(shipped):
    # A report of 2 February 2022: "the seventh missile test", "the first test since 2017".
    novelty = shipped.novelty("2022-01-30-1")
    assert spans(novelty)["month"] == spans(novelty)["year"] == (7, 7)
    assert spans(novelty, "ballistic")["year"] == (6, 6)
    assert first(novelty, "type").last.id == "2017-09-15-1"
    assert [each.id for each in first(novelty, "type").possible] == ["2019-04-17-1", "2020-04-14-2"]
    # "The most far-reaching launched in years": by its apogee, not by its range.
    since = {each.quantity: each.since for each in novelty.greatest}
    assert since["apogee_km"].id == "2017-11-29-1"
    assert since["range_km"].id == "2022-01-11-1"


def test_the_icbm_of_24_march_2022_is_the_first_since_2017_that_did_not_fail(shipped):
    # AP on 2022: "its first flight-test of an intercontinental ballistic missile since 2017 in
    # March". The record has a failure of the same class on 16 March, which exploded after launch.
    found = first(shipped.novelty("2022-03-24-1"), "class")
    assert (found.value, found.last.id) == ("ICBM", "2022-03-16-1")
    assert found.last_flown.id == "2017-11-29-1"


# ------------------------------------------------------------------------------ what is open
def chronicle(make_record, *launches):
    days = (
        ("one", "leader", dt.date(1980, 1, 1), dt.date(2022, 1, 10)),
        ("two", "leader", dt.date(2022, 1, 10), None),
    )
    leaders = tuple(
        Leadership(name, office, name, name, name, first, last, "csis")
        for name, office, first, last in days
    )
    return Chronicle(make_record(launches, leaderships=leaders))


def test_an_undated_launch_leaves_the_order_open(make_launch, make_record):
    may = make_launch(id="2022-01-1", date="2022-01", time_utc=None)
    early = make_launch(id="2022-01-05-1", date="2022-01-05", time_utc=None)
    late = make_launch(id="2022-02-05-1", date="2022-02-05", time_utc=None)
    found = chronicle(make_record, may, early, late)
    assert spans(found.novelty(early.id))["month"] == (1, 2)
    # Whatever day of January it was on, it was before February; it may have been on the same day.
    assert spans(found.novelty(late.id))["year"] == (3, 3)
    assert spans(found.novelty(late.id), unit="days")["year"] == (2, 3)
    assert spans(found.novelty(may.id))["year"] == (1, 2)


def test_launches_of_one_day_without_a_time_have_no_order(make_launch, make_record):
    one = make_launch(id="2022-01-05-1", date="2022-01-05", time_utc=None)
    two = make_launch(
        id="2022-01-05-2", date="2022-01-05", time_utc=dt.datetime(2022, 1, 5, 3, tzinfo=dt.UTC)
    )
    three = make_launch(
        id="2022-01-05-3", date="2022-01-05", time_utc=dt.datetime(2022, 1, 5, 4, tzinfo=dt.UTC)
    )
    found = chronicle(make_record, one, two, three)
    assert spans(found.novelty(one.id))["month"] == (1, 3)
    assert spans(found.novelty(two.id))["month"] == (1, 2)
    assert spans(found.novelty(three.id))["month"] == (2, 3)
    assert spans(found.novelty(three.id), unit="days")["month"] == (1, 1)


def test_what_is_in_doubt_need_not_count(make_launch, make_missile, make_record):
    doubted = make_launch(id="2022-01-02-1", date="2022-01-02", status="disputed", count=2)
    unknown = make_launch(
        id="2022-01-03-1",
        date="2022-01-03",
        missile=make_missile(kind="unknown", range_class=None),
        count=None,
    )
    last = make_launch(id="2022-01-05-1", date="2022-01-05", count=1)
    novelty = chronicle(make_record, doubted, unknown, last).novelty(last.id)
    assert spans(novelty)["month"] == (2, 3)
    assert spans(novelty, "ballistic")["month"] == (1, 3)
    # Nobody knows how many the second one fired: at least one, and no bound above.
    assert spans(novelty, unit="missiles")["month"] == (2, None)


def test_the_day_of_a_handover_counts_for_the_successor(make_launch, make_record):
    eve = make_launch(id="2022-01-09-1", date="2022-01-09")
    day = make_launch(id="2022-01-10-1", date="2022-01-10")
    found = chronicle(make_record, eve, day)
    assert [
        next(
            each.scope.of for each in found.novelty(one.id).ordinals if each.scope.name == "leader"
        )
        for one in (eve, day)
    ] == ["one", "two"]
    assert spans(found.novelty(day.id))["leader"] == (1, 1)


def test_the_pause_before_a_launch_says_what_may_have_broken_it(make_launch, make_record):
    first_one = make_launch(id="2022-01-05-1", date="2022-01-05")
    may = make_launch(id="2022-02-1", date="2022-02")
    last = make_launch(id="2022-03-05-1", date="2022-03-05")
    pause = chronicle(make_record, first_one, may, last).novelty(last.id).pauses[0]
    assert pause.last is first_one
    assert tuple(pause.days) == (5, 59)


def test_every_day_since_1984_has_a_leader_and_a_government(library):
    found = Chronicle(library.record)
    for launch in library.record.launches:
        named = {each.scope.name for each in found.novelty(launch.id).ordinals}
        # Of May 2017 nobody knows under which government it was.
        assert {"leader", "government"} <= named or launch.id == "2017-05-1", launch.id
        for each in found.novelty(launch.id).ordinals:
            for span in (each.days, each.launches, each.missiles):
                assert span.high is None or 1 <= span.low <= span.high
            assert each.days.low <= each.launches.low <= each.missiles.low


# ------------------------------------------------------------------------------ words
def test_what_is_new_is_said_in_every_language(library):
    launch = library.vocabulary.by_id["2022-01-30-1"]
    said = {lang: novelty_lines(Words(lang), library.chronicle, launch) for lang in LANGUAGES}
    assert said["en"][0].startswith("The first Hwasong-12 (KN-17) since 15 Sep 2017.")
    counted = {
        "en": "Launches of every kind: 7th of Jan 2022, 7th of 2022, ",
        "ko": "2022년 1월 7번째",
        "ja": "2022年1月で7回目",
    }
    for lang, start in counted.items():
        assert any(start in line for line in said[lang])
    assert len({len(lines) for lines in said.values()}) == 1


def test_a_failure_before_is_named_with_the_first_that_did_not_fail(library):
    launch = library.vocabulary.by_id["2022-03-24-1"]
    assert any(
        "since 29 Nov 2017" in line and "16 Mar 2022" in line
        for line in novelty_lines(Words(), library.chronicle, launch)
    )


def test_a_launch_in_doubt_says_between_which_numbers_it_is(library):
    launch = library.vocabulary.by_id["2017-05-1"]
    (counted,) = (
        line
        for line in novelty_lines(Words(), library.chronicle, launch)
        if "1st to 4th of May 2017" in line
    )
    assert "Seoul" not in counted


# ------------------------------------------------------------------------------ files
def test_files_hold_what_is_new_by_the_whole_record(library):
    january = dt.date(2022, 1, 30), dt.date(2022, 1, 31)
    view = View(Selection(january), library)
    (launch,) = json.loads(json_file.write(view))["launches"]
    ordinals = launch["ordinals"]
    assert ordinals["derived"] is True
    month = next(each for each in ordinals["counts"] if each["within"] == "month")
    assert (month["of"], month["kinds"]) == ("2022-01", "all")
    assert (month["launches_low"], month["launches_high"]) == (7, 7)
    assert (month["missiles_low"], month["missiles_high"]) == (11, 11)
    kind = next(each for each in ordinals["firsts"] if each["facet"] == "type")
    assert (kind["value"], kind["last_launch_id"]) == ("hwasong-12", "2017-09-15-1")
    table = csv.DictReader(io.StringIO(csv_file.write(view).decode("utf-8-sig")))
    row = next(each for each in table if each["quantity"] == "ordinal_year_ballistic")
    assert (row["low"], row["high"], row["value"]) == ("6", "6", "2022")
    assert b"The first Hwasong-12 (KN-17) since 15 Sep 2017." in kml_file.write(view)
