"""Which ellipse is drawn of a launch, what is said of it, and what the browser is sent."""

import json
import math
from html import unescape

import numpy as np
import pytest

from conftest import HOSTILE
from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import WHOSE
from dashboard.flights.trajectories import SAMPLES, Reason, along, curves, flight_profile
from dashboard.launch.altitude import (
    MOST_CURVES,
    curve_lines,
    duration_words,
    estimates_html,
    flat_ring,
    words_html,
)
from dashboard.launch.altitude_chart import chart, chart_data, why_not_on_the_map
from dashboard.words.say import Words
from data.model import Estimate
from free_flight import flat_range_km, flight_time_s
from geo.geodesic import inverse
from geo.position import Position

WORDS = Words()


@pytest.fixture
def lofted(make_claim, make_launch, make_missile):
    """The Hwasong-15 of 2017-11-29 as KCNA states it."""
    return make_launch(
        make_claim("range_km", 950.0, "KCNA"),
        make_claim("apogee_km", 4475.0, "KCNA"),
        make_claim("flight_time_s", 3180.0, "KCNA", unit="min"),
        make_claim("azimuth_deg", 80.0, "JCS"),
        missile=make_missile(range_class="ICBM"),
    )


def words(launch, whose="best"):
    return unescape(words_html(WORDS, curves(launch, whose), launch))


def test_a_stated_range_and_apogee_give_the_ellipse_through_them(lofted):
    (curve,) = curves(lofted).drawn
    assert curve.profile.flight_time_s == pytest.approx(flight_time_s(950, 4475), abs=0.01)
    assert curve.profile.altitude_km(475.0) == pytest.approx(4475)
    assert curve.missiles == (1,)


def test_words_name_figures_time_difference_kind_and_reach(lofted):
    said = words(lofted)
    assert "through range 950 km (KCNA) and apogee 4,475 km (KCNA)" in said
    assert divmod(round(flight_time_s(950, 4475)), 60) == (50, 17)
    assert "Derived flight time 50 min 17 s" in said
    assert "(KCNA): the derived one is 2 min 43 s (5.1%) shorter" in said
    assert "Lofted: the apogee is 4.71 times the range" in said
    # A lower bound is rounded down.
    assert flat_range_km(950, 4475) // 100 == 99
    assert "reaches at least 9,900 km (two-body, no gravity loss, no rotation" in said


def test_a_flight_that_suffices_for_any_point_says_so(make_claim, make_launch):
    launch = make_launch(make_claim("range_km", 1000.0), make_claim("apogee_km", 7000.0))
    assert "reaches any point of the Earth" in words(launch)


def test_a_low_flight_is_depressed_and_said_to_stay_in_the_air(make_claim, make_launch):
    launch = make_launch(make_claim("range_km", 690.0), make_claim("apogee_km", 50.0))
    said = words(launch)
    assert "Depressed: the apogee is 0.07 times the range" in said
    assert "stays in the atmosphere" in said
    assert "Flown flat" not in said
    assert "none is stated" in said


def test_rounding_that_allows_another_kind_is_said(make_claim, make_launch):
    launch = make_launch(make_claim("range_km", 350.0), make_claim("apogee_km", 50.0))
    assert "What the figures leave open also allows depressed" in words(launch)


def test_authorities_that_state_the_same_time_are_one_comparison(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 950.0),
        make_claim("apogee_km", 4475.0),
        make_claim("flight_time_s", 3180.0, "Japan MOD"),
        make_claim("flight_time_s", 3180.0, "KCNA"),
    )
    assert words(launch).count("the derived one is") == 1
    assert "(Japan MOD, KCNA)" in words(launch)


@pytest.mark.parametrize(
    ("stated", "missing"),
    [("range_km", "no apogee is stated"), ("apogee_km", "no range is stated")],
)
def test_what_is_missing_for_an_ellipse_is_named(make_claim, make_launch, stated, missing):
    launch = make_launch(make_claim(stated, 400.0))
    assert curves(launch).drawn == ()
    assert words(launch).strip() == f"<p>No ellipse: {missing}.</p>"


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("glide", "does not follow the two-body ellipse"),
        ("cruise", "no ballistic profile"),
        ("space launch", "driven into orbit"),
        ("air defence", "steers to its target"),
        ("unknown", "is not known"),
    ],
)
def test_kinds_that_fly_no_ellipse_say_why(make_claim, make_launch, make_missile, kind, why):
    launch = make_launch(
        make_claim("range_km", 700.0),
        make_claim("apogee_km", 60.0),
        missile=make_missile(kind=kind),
    )
    assert curves(launch).drawn == ()
    assert why in words(launch)


def test_missiles_with_figures_of_their_own_have_curves_of_their_own(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 390.0, missiles=(1,)),
        make_claim("range_km", 340.0, missiles=(2, 3)),
        make_claim("apogee_km", 100.0, missiles=(1,)),
        make_claim("apogee_km", 50.0, missiles=(2, 3)),
        count=4,
    )
    found = curves(launch)
    drawn = [(one.missiles, one.range_km.value, one.apogee_km.value) for one in found.drawn]
    assert drawn == [((1,), 390.0, 100.0), ((2, 3), 340.0, 50.0)]
    assert found.missing == {Reason("no_range"): (4,)}
    assert "No ellipse of missile 4 of 4: no range is stated." in words(launch)


@pytest.mark.parametrize(("second_s", "curves_drawn"), [(420.0, 1), (480.0, 2)])
def test_missiles_told_apart_by_their_flight_times_have_curves_of_their_own(
    make_claim, make_launch, second_s, curves_drawn
):
    launch = make_launch(
        make_claim("range_km", 600.0),
        make_claim("apogee_km", 150.0),
        make_claim("flight_time_s", 420.0, missiles=(1,)),
        make_claim("flight_time_s", second_s, missiles=(2,)),
        count=2,
    )
    assert len(curves(launch).drawn) == curves_drawn


def test_the_span_of_a_salvo_is_no_figure_of_one_missile(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", (110.0, 670.0)), make_claim("apogee_km", (25.0, 90.0)), count=8
    )
    assert curves(launch).drawn == ()
    assert "of the range only a span or a bound for several missiles" in words(launch)


def test_the_preferred_authority_goes_first_and_every_apogee_is_a_mark(
    make_claim, make_launch, make_atlas
):
    launch = make_launch(
        make_claim("range_km", 500.0, "Japan MOD"),
        make_claim("range_km", 550.0, "JCS"),
        make_claim("apogee_km", 100.0, "Japan MOD"),
        make_claim("apogee_km", 90.0, "JCS"),
        make_claim("apogee_km", 90.0, "CNS"),
    )
    atlas = make_atlas(launch)
    (curve,) = curves(launch).drawn
    assert (curve.range_km.value, curve.apogee_km.value) == (550.0, 90.0)
    marks = chart(WORDS, atlas, launch, (curve,), on_map=True)["marks"]
    assert [(mark["text"], mark["names"]) for mark in marks] == [
        ("90 km", ["JCS", "CNS"]),
        ("100 km", ["Japan MOD"]),
    ]


def test_one_party_alone_is_drawn_where_the_reader_wants_it(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 500.0, "Japan MOD"),
        make_claim("range_km", 550.0, "JCS"),
        make_claim("apogee_km", 100.0, "Japan MOD"),
        make_claim("apogee_km", 90.0, "JCS"),
    )
    (curve,) = curves(launch, "japan").drawn
    assert (curve.range_km.value, curve.apogee_km.value) == (500.0, 100.0)
    assert "no range is stated by North Korea (KCNA), whose figures alone are drawn" in words(
        launch, "kcna"
    )


def test_a_failure_is_drawn_and_said_to_be_one(make_claim, make_launch, make_atlas):
    launch = make_launch(
        make_claim("range_km", 760.0), make_claim("apogee_km", 1920.0), outcome="failure"
    )
    (curve,) = curves(launch).drawn
    assert "reported as a failure" in words(launch)
    assert chart(WORDS, make_atlas(launch), launch, (curve,), on_map=True)["curves"][0]["failed"]


def test_no_more_than_a_few_curves_are_drawn_and_the_rest_is_counted(make_claim, make_launch):
    claims = [
        make_claim(quantity, 100.0 * missile, missiles=(missile,))
        for missile in range(1, 7)
        for quantity in ("range_km", "apogee_km")
    ]
    launch = make_launch(*claims, count=6)
    assert len(curves(launch).drawn) == 6
    said = words(launch)
    assert said.count("two-body ellipse through") == MOST_CURVES
    assert "2 further ellipses are left out." in said


def test_points_for_the_map_lie_on_the_track_at_their_distance(make_atlas, lofted):
    atlas = make_atlas(lofted)
    flight = atlas.flights[lofted.id][0]
    site = Position(lofted.site.latitude, lofted.site.longitude)
    for share, (latitude, longitude) in zip(SAMPLES, along(flight.track, SAMPLES), strict=True):
        distance = inverse(site, Position(latitude, longitude)).range_km
        assert distance == pytest.approx(950 * share, abs=0.1)


def test_what_is_sent_is_small_to_scale_and_plain_json(make_atlas, lofted):
    found = curves(lofted)
    sent = json.dumps(chart(WORDS, make_atlas(lofted), lofted, found.drawn, on_map=True))
    assert len(sent) < 4000
    (curve,) = json.loads(sent)["curves"]
    assert curve["distance"][0] == 0
    assert curve["distance"][-1] == 950
    assert max(curve["altitude"]) == pytest.approx(4475)
    assert curve["time"][-1] == pytest.approx(flight_time_s(950, 4475), abs=1)
    assert curve["unmapped"] is None


def test_where_the_map_shows_no_point_the_reason_is_given(
    make_launch, make_site, make_atlas, lofted
):
    flight = make_atlas(lofted).flights[lofted.id][0]
    assert why_not_on_the_map(WORDS, lofted, flight, on_map=True) is None
    assert "filters" in why_not_on_the_map(WORDS, lofted, flight, on_map=False)
    assert "no azimuth" in why_not_on_the_map(WORDS, lofted, None, on_map=True)
    nowhere = make_launch(site=make_site(latitude=None, longitude=None))
    assert "no launch site" in why_not_on_the_map(WORDS, nowhere, None, on_map=True)


def test_a_drawn_flight_has_the_ellipse_of_its_own_party(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 400.0, "Japan MOD"),
        make_claim("range_km", 570.0, "JCS"),
        make_claim("apogee_km", 50.0, "Japan MOD"),
        make_claim("apogee_km", 90.0, "JCS"),
        make_claim("azimuth_deg", 80.0),
    )
    assert flown(launch, "best") == [(570.0, 90.0)]
    assert flown(launch, "all") == [(570.0, 90.0), (400.0, 50.0)]
    assert flown(launch, "japan") == [(400.0, 50.0)]


def flown(launch, whose):
    from data.model import Record

    record = Record("2026-11-22", "2026-08-20", (launch,), {}, {}, {}, {}, ())
    flights = build_atlases(record)[whose].flights[launch.id]
    profiles = [flight_profile(flight) for flight in flights]
    return [(profile.range_km, profile.apogee_km) for profile in profiles]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_of_the_record_is_escaped(make_claim, make_launch, assert_harmless, hostile):
    launch = make_launch(
        make_claim("range_km", 500.0, hostile),
        make_claim("apogee_km", 100.0, hostile),
        make_claim("flight_time_s", 300.0, hostile),
    )
    found = curves(launch)
    assert_harmless(words_html(WORDS, found, launch))
    assert hostile in unescape(" ".join(curve_lines(WORDS, found.drawn[0], launch)))


@pytest.mark.parametrize("whose", WHOSE)
def test_every_launch_of_the_record_has_curves_or_a_reason(served_atlases, whose):
    atlas = served_atlases[whose]
    for launch in atlas.record.launches:
        found = curves(launch, whose)
        assert found.drawn or found.missing, launch.id
        assert words_html(WORDS, found, launch)
        sent = json.dumps(chart(WORDS, atlas, launch, found.drawn[:MOST_CURVES], on_map=True))
        assert "NaN" not in sent
        assert "Infinity" not in sent
        for curve in found.drawn:
            assert math.isfinite(curve.profile.flight_time_s)
            assert np.all(curve.profile.altitude_km(curve.profile.range_km * SAMPLES) >= 0)


def test_the_longest_lofted_flight_is_within_a_few_percent_of_the_stated_time(served):
    launch = next(one for one in served.record.launches if one.id == "2022-03-24-1")
    (curve,) = curves(launch, "kcna").drawn
    kcna = next(claim for claim in curve.times if claim.authority == "KCNA")
    assert curve.profile.flight_time_s == pytest.approx(kcna.low, rel=0.01)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59.6, "1 min 00 s"), (3600, "60 min 00 s"), (61, "1 min 01 s")],
)
def test_durations_are_in_minutes_and_seconds(seconds, said):
    assert duration_words(WORDS, seconds) == said


def test_published_estimates_stand_beside_with_their_source(served):
    launch = next(each for each in served.record.launches if each.id == "2017-11-29-1")
    html = estimates_html(WORDS, launch)
    assert "at most 13,036 km (ROK Defense Ministry)" in html
    assert 'href="https://newssummedup.com/' in html


def test_launch_without_an_estimate_says_nothing_of_them(make_launch):
    assert estimates_html(WORDS, make_launch()) == ""


def test_hostile_estimate_is_text(make_launch, make_source, assert_harmless):
    text = " ".join(HOSTILE)
    estimate = Estimate("2022-01-05-1", text, 4500, 5000, "about", text, make_source(title=text))
    html = estimates_html(WORDS, make_launch(estimates=(estimate,)))
    assert "about 4,500–5,000 km" in html
    assert_harmless(html)


def test_ring_of_a_lofted_flight_is_the_circle_of_its_flat_range(
    make_launch, make_claim, make_atlas
):
    claims = make_claim("range_km", 998), make_claim("apogee_km", 3724.9)
    launch = make_launch(*claims)
    reach_km = flat_range_km(998, 3724.9)
    ring = flat_ring(WORDS, make_atlas(launch), launch)
    site = Position(launch.site.latitude, launch.site.longitude)
    for latitude, longitude in zip(ring["line"][::2], ring["line"][1::2], strict=True):
        place = Position(latitude, (longitude + 180) % 360 - 180)
        assert inverse(site, place).range_km == pytest.approx(reach_km, abs=5)
    assert f"{reach_km:,.0f} km" in ring["text"]


@pytest.mark.parametrize(("range_km", "apogee_km"), [(600, 50), (500, 150), (1001, 7687)])
def test_flat_flights_and_those_that_reach_everywhere_have_no_ring(
    make_launch, make_claim, make_atlas, range_km, apogee_km
):
    launch = make_launch(make_claim("range_km", range_km), make_claim("apogee_km", apogee_km))
    assert flat_ring(WORDS, make_atlas(launch), launch) is None


def test_chart_without_a_map_says_nothing_of_one(lofted, make_atlas):
    alone = chart_data(WORDS, make_atlas(lofted), lofted, on_map=None)["chart"]
    assert not alone["map"]
    assert "map" not in alone["howTo"]
    assert [curve["unmapped"] for curve in alone["curves"]] == [None]
    beside = chart_data(WORDS, make_atlas(lofted), lofted, on_map=False)["chart"]
    assert beside["map"]
    assert "filters" in beside["curves"][0]["unmapped"]


def test_launch_without_an_ellipse_has_no_chart(make_launch, make_claim, make_atlas):
    launch = make_launch(make_claim("range_km", 600))
    assert chart_data(WORDS, make_atlas(launch), launch, on_map=True) is None
