"""What was passed over: by tracks, by statements, and when; danger areas announced beforehand."""

import datetime as dt
import json

import numpy as np
import pytest

from dashboard.export import geojson_file
from dashboard.export.formats import FORMATS
from dashboard.flights.announced import announced_line, danger_areas
from dashboard.flights.overflight import (
    OVERFLEW,
    STATEMENT,
    TRACK,
    overflown,
    stated_countries,
)
from dashboard.flights.passages import passages, times_over
from dashboard.flights.trajectories import flight_ascent
from dashboard.launch.overflights import overflights_html
from dashboard.map.payload import build_payload
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.words.claims import claim_words
from dashboard.words.say import LANGUAGES, Words
from data.overflight import read_overflight

WITHIN_S = 60.0
"""How near a derived time must be to a stated one: a minute, as it is stated to the minute."""
OVER_JAPAN = {
    "1998-08-31-1": (STATEMENT,),
    "2009-04-05-1": (STATEMENT,),
    "2012-12-12-1": (STATEMENT,),
    "2016-02-07-1": (STATEMENT,),
    "2017-08-29-1": (TRACK, STATEMENT),
    "2017-09-15-1": (TRACK, STATEMENT),
    "2022-10-04-1": (TRACK, STATEMENT),
    "2023-08-24-1": (STATEMENT,),
    "2023-11-21-1": (STATEMENT,),
}
"""Kyodo counted the flight of 2022-10-04 as the seventh over Japan (makunouchibento.com/?p=112307);
the two satellite launches of 2023 came after it."""
SQUARE = "36.0 124.5, 36.0 125.0, 35.0 124.5, 35.0 125.0"


@pytest.mark.parametrize(
    ("words", "places", "clock"),
    [
        ("Japan", ("Japan",), None),
        ("2016-02-07T09:41+09:00; Okinawa", ("Okinawa",), ("09:41", "09:41")),
        (
            "2017-09-15T07:04+09:00/2017-09-15T07:06+09:00; Oshima Peninsula, Cape Erimo",
            ("Oshima Peninsula", "Cape Erimo"),
            ("07:04", "07:06"),
        ),
    ],
)
def test_a_statement_is_what_was_passed_over_and_when(words, places, clock):
    said = read_overflight(words)
    assert said.places == places
    assert (said.first and (f"{said.first:%H:%M}", f"{said.last:%H:%M}")) == clock


@pytest.mark.parametrize(
    "words",
    [
        *("", "unknown", "Japan, ", "09:41; Japan", "2016-02-07T09:41+09:00; "),
        *("2017-09-15T07:06+09:00/2017-09-15T07:04+09:00; Japan", "2016-02-07T09:41; Japan"),
    ],
)
def test_what_is_no_such_statement_is_refused(words):
    assert read_overflight(words) is None


def test_launches_over_japan_are_those_that_are_stated_or_whose_track_crosses_it(served):
    found = {
        launch.id: served.overflown(launch)["Japan"]
        for launch in served.record.launches
        if OVERFLEW in served.reaches[launch.id] and launch.id[:10] <= "2026-10-04"
    }
    assert found == OVER_JAPAN


def test_a_place_counts_for_its_country_and_other_words_for_none(served):
    between = read_overflight("between Okinawa Island and Miyako Island")
    assert stated_countries(between, served.places) == ()
    assert stated_countries(read_overflight("Cape Erimo, Japan"), served.places) == ("Japan",)
    assert stated_countries(read_overflight("Cape Erimo"), {}) == ()


@pytest.mark.parametrize("outcome", ["success", "failure"])
def test_a_line_announced_counts_only_where_it_can_have_been_flown(
    make_launch, make_claim, outcome
):
    beyond = "40.7 143.0, 40.7 144.0, 40.3 143.0, 40.3 144.0"
    claim = make_claim("announced", f"2009-04-04/2009-04-08; {beyond}", "North Korea")
    launch = make_launch(claim, outcome=outcome)
    assert (overflown(launch, []) == {"Japan": (STATEMENT,)}) is (outcome == "success")


def timed(served):
    """Stated passages of the record's flights, each with its derived times."""
    return [
        passage
        for launch in served.record.launches
        for flight in served.flights.get(launch.id, ())
        for passage in passages(launch, flight_ascent(flight), served.places)
        if passage.first
    ]


def test_derived_times_over_places_are_within_a_minute_of_the_stated_ones(served):
    found = timed(served)
    assert {(each.claim.launch_id, each.place) for each in found} >= {
        ("2017-08-29-1", "Oshima Peninsula"),
        ("2017-08-29-1", "Cape Erimo"),
        ("2017-09-15-1", "Oshima Peninsula"),
        ("2017-09-15-1", "Cape Erimo"),
        ("2022-10-04-1", "Aomori Prefecture"),
    }
    for each in found:
        assert each.apart_s <= WITHIN_S, each
        assert each.agrees, each
        assert each.earliest < each.middle < each.latest, each


def test_a_coast_is_reached_before_it_is_left_and_before_the_impact(served):
    (flight,) = served.flights["2022-10-04-1"]
    ascent = flight_ascent(flight)
    entered, left = times_over(ascent, "Japan")
    assert entered[1] < entered[0] < entered[2]
    assert entered[0] < left[0] < ascent.time_s
    assert times_over(ascent, "China") is None


def test_corners_in_any_order_make_an_area_without_a_crossing(make_launch, make_claim):
    notice = f"2016-02-07/2016-02-14; {SQUARE}"
    claims = [make_claim("announced", notice, who) for who in ("North Korea", "KCNA")]
    (area,) = danger_areas(make_launch(*claims))
    assert len(area.line) == 5
    assert {tuple(corner) for corner in area.line} == {
        (36.0, 124.5),
        (36.0, 125.0),
        (35.0, 124.5),
        (35.0, 125.0),
    }
    assert area.claim.authority == "North Korea"
    assert area.middle == pytest.approx((35.5, 124.75))


def test_the_line_through_danger_areas_goes_to_the_nearest_first(make_launch, make_claim):
    near, far = SQUARE, SQUARE.replace("36.0", "18.0").replace("35.0", "17.0")
    claim = make_claim("announced", f"2016-02-07; {far}; {near}", "North Korea")
    line = announced_line(make_launch(claim))
    assert line.shape == (3, 2)
    assert np.all(np.diff(line[1:, 0]) < 0)
    assert announced_line(make_launch()) is None


def test_danger_areas_are_on_the_map_and_in_the_files_with_who_announced_them(
    served, served_atlases, library
):
    payload = build_payload(Words(), served_atlases).content
    drawn = [each for each in payload["traces"] if each["kind"] == "announced"]
    assert len(drawn) == sum(map(len, served.danger_areas.values())) == 8
    assert all("North Korea" in " ".join(each["text"]) for each in drawn)
    day = dt.date(2016, 2, 7)
    view = View(Selection((day, day)), library)
    shapes = json.loads(geojson_file.write(view))["features"]
    areas = [each for each in shapes if each["properties"]["role"] == "announced area"]
    assert len(areas) == 3
    assert {each["properties"]["authority"] for each in areas} == {"North Korea"}
    assert all(each["properties"]["derived"] is False for each in areas)
    assert FORMATS["kml"].write(view).count(b"Danger area (announced)") == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_panel_has_statements_and_derived_times_side_by_side(served, lang):
    launches = {launch.id: launch for launch in served.record.launches}
    html = overflights_html(Words(lang), served, launches["2022-10-04-1"])
    assert "07:28" in html
    assert "07:30" in html
    assert "≠" not in html
    assert not overflights_html(Words(lang), served, launches["2022-01-05-1"]).strip()


def test_a_statement_of_a_passage_is_said_with_its_time(make_claim):
    value = "2017-09-15T07:04+09:00/2017-09-15T07:06+09:00; Oshima Peninsula, Cape Erimo"
    claim = make_claim("overflight", value, "Japan MOD", qualifier="about")
    assert claim_words(Words(), claim) == ("Oshima Peninsula and Cape Erimo, about 07:04–07:06")
