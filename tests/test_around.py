"""Events near launches, and whether launches are more frequent there."""

import csv
import datetime as dt
import io
import re
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from conftest import launch_html
from dashboard.around.association import Association, association, associations, associations_of
from dashboard.around.near import near
from dashboard.export.events import EVENT_FORMATS, Events
from dashboard.launch.association import association_html
from dashboard.launch.near import near_html
from dashboard.words.say import Words
from data.event import Event
from data.record import read_record

LAST = dt.date(2020, 12, 31)


def event(start: str, end: str | None = None, kind: str = "exercise", **values) -> Event:
    given = {"parties": ("Japan",), "text_ko": None, "text_ja": None, "phrase": None}
    given |= {"source_id": "csis", "locator": None, **values}
    return Event(f"{start}-x", start, end, kind, text_en="It was held.", **given)


def days(year: int, *ordinals: int) -> set[dt.date]:
    return {dt.date(year, 1, 1) + dt.timedelta(int(number)) for number in ordinals}


def test_events_within_14_days_are_found_with_their_distance(make_launch):
    launch = make_launch(date="2022-01-20")
    events = [
        event("2022-01-06"),
        event("2022-01-05"),
        event("2022-01-10", "2022-01-25"),
        event("2022-02-03"),
        event("2022-02-04"),
        event("2021-12-30", "2022-01-08"),
    ]
    found = [(each.event.start, each.days) for each in near(launch, events)]
    assert found == [
        ("2021-12-30", -12),
        ("2022-01-06", -14),
        ("2022-01-10", 0),
        ("2022-02-03", 14),
    ]


def test_a_launch_of_which_only_the_month_is_known_has_no_events_near_it(make_launch):
    assert near(make_launch(id="2022-01-1", date="2022-01"), [event("2022-01-06")]) == []


def test_one_launch_day_falls_into_a_window_as_often_as_its_share_of_the_year():
    # One day of 365 is equally likely on each: within the 30 days with probability 30/365.
    (found,) = association(days(2019, 90), [event("2019-04-10")], LAST, "before", 30)
    assert (found.observed, found.events, found.years) == (1, 1, 1)
    assert found.expected == pytest.approx(30 / 365)
    assert found.p == pytest.approx(2 * 30 / 365)


def test_days_that_lie_together_stay_together_when_the_calendar_is_turned():
    # Two neighbouring days are both within 30 days in 29 turns of 365, one of them in 2.
    (found,) = association(days(2019, 90, 91), [event("2019-04-10")], LAST, "before", 30)
    assert found.observed == 2
    assert found.p == pytest.approx(2 * 29 / 365)


def test_two_years_count_together_as_their_chances_say():
    # (30/365) * (30/366): each year has its own calendar, 2020 a day more.
    fired = days(2019, 90) | days(2020, 90)
    (found,) = association(fired, [event("2019-04-10"), event("2020-04-10")], LAST, "before", 30)
    assert found.observed == 2
    assert found.p == pytest.approx(2 * (30 / 365) * (30 / 366))


def test_the_day_of_the_event_is_neither_before_nor_after_it():
    fired = {dt.date(2019, 4, 10)}
    for side in ("before", "after"):
        (found,) = association(fired, [event("2019-04-10")], LAST, side, 30)
        assert found.observed == 0


def test_years_without_an_event_of_the_kind_are_not_looked_at():
    fired = days(2019, 90) | days(2018, *range(100))
    (found,) = association(fired, [event("2019-04-10")], LAST, "before", 30)
    assert found.years == 1
    assert found.expected == pytest.approx(30 / 365)


def test_launch_days_at_random_are_seldom_called_associated():
    rng = np.random.default_rng(1)
    events = [event(f"{year}-06-15") for year in range(2000, 2020)]
    values = []
    for _ in range(60):
        fired = set().union(*(days(y, *rng.integers(0, 365, 8)) for y in range(2000, 2020)))
        values.append(association(fired, events, LAST, "before", 30)[0].p)
    # A test of this kind is wrong in at most 5 of 100 cases, here with room for chance.
    assert np.mean(np.array(values) < 0.05) < 0.12


def test_launches_put_before_events_are_found_and_the_interval_holds_the_effect(make_launch):
    events = [event(f"{year}-06-15") for year in range(2000, 2020)]
    launches = [
        make_launch(id=f"{year}-{day}-1", date=f"{year}-{day}")
        for year in range(2000, 2020)
        for day in ("06-01", "06-08", "11-08")
    ]
    before, after = associations(launches, events, LAST)
    assert (before.side, before.observed, before.tests) == ("before", 40, 2)
    assert before.ratio == pytest.approx(40 / (60 * 30 / 365.25), rel=0.01)
    assert before.low <= before.ratio <= before.high
    assert before.adjusted < 0.001
    assert after.ratio == 0


def test_many_tests_leave_less_of_each_after_holm(make_launch):
    launches = [make_launch(id=f"2019-04-0{n}-1", date=f"2019-04-0{n}") for n in range(1, 5)]
    kinds = ("exercise", "summit", "parade")
    starts = ("2019-04-10", "2019-07-01", "2019-12-01", "2019-08-01", "2019-02-01")
    events = [event(start, kind=kind) for kind in kinds for start in starts]
    found = associations(launches, events, LAST)
    assert {each.tests for each in found} == {6}
    for each in found:
        assert each.p <= each.adjusted <= min(1.0, 6 * each.p) + 1e-12


def test_a_satellite_of_north_korea_is_a_launch_and_is_not_tested(make_launch):
    launches = [make_launch(id="2019-04-01-1", date="2019-04-01")]
    own = [
        event(f"2019-0{month}-01", kind="satellite", parties=("North Korea",))
        for month in range(1, 9)
    ]
    assert associations(launches, own, LAST) == []


def test_the_record_is_tested_for_every_kind_with_enough_events():
    found = associations_of(read_record())
    assert {each.side for each in found} == {"before", "after"}
    assert {each.kind for each in found} >= {"exercise", "holiday", "election", "party meeting"}
    assert all(each.low <= each.high for each in found)
    assert {each.tests for each in found} == {len(found)}
    council = next(
        each for each in found if (each.kind, each.side) == ("security council", "before")
    )
    assert council.low > 1  # it meets because of launches, which no test of days can tell


def test_events_are_written_as_csv_and_json_with_their_sources_and_completeness():
    record = read_record()
    table = EVENT_FORMATS["csv"].write(record).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(record.events)
    assert all(row["source"] for row in rows)
    document = msgspec.json.decode(EVENT_FORMATS["json"].write(record), type=Events)
    assert [event.id for event in document.events] == [row["id"] for row in rows]
    assert sum(kind.events for kind in document.kinds) == len(rows)
    assert all(set(kind.complete) == {"en", "ko", "ja"} for kind in document.kinds)
    assert str(document.associations[0].tests) in document.association_note["en"]
    assert "no cause" in document.association_note["en"]


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_a_launch_lists_what_was_near_it_with_a_link_to_its_source(lang, served):
    launch = next(each for each in served.record.launches if each.id == "2022-01-17-1")
    html = launch_html(Words(lang), served, launch)
    council = next(each for each in served.record.events if each.start == "2022-01-20")
    assert getattr(council, f"text_{lang}") in html
    assert 'href="https://www.dailynk.com/' in html
    assert Words(lang).say("around.no_cause") in html


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_every_test_made_is_shown_with_its_effect_and_that_it_shows_no_cause(lang):
    council = Association(
        *("security council", "before", 30, 27, 13, 53),
        *(30.915, 1.7144, 1.1747, 2.4727, 0.00004, 0.0205, 20),
    )
    html = association_html(Words(lang), [council, replace(council, kind="exercise", p=0.8083)])
    cells = re.findall("<td[^>]*>(.*?)</td>", html)
    assert cells[1:4] == ["27", "53", "30.9"]
    assert re.fullmatch(r"1\.71.*1\.17.*2\.47.", cells[4])
    assert "0.001" in cells[5]
    assert cells[12:] == ["0.808", "0.02"]
    assert Words(lang).say("around.test.no_cause") in html
    assert Words(lang).say("around.test.number", n=2) in html
    assert Words(lang).say("event_complete.exercise") in html
    assert not association_html(Words(lang), []).strip()


def test_a_sentence_of_an_event_is_escaped(make_launch, make_record, make_source):
    source = make_source(id="csis")
    hostile = replace(event("2022-01-10"), text_en="<script>alert(1)</script>.")
    record = make_record(events=(hostile,), sources={"csis": source})
    html = near_html(Words(), record, make_launch(date="2022-01-11"))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
