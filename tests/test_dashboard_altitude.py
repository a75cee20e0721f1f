"""Which ellipse is drawn of a launch, what is said of it, and what the browser is sent."""

import json
import math
import re
from html import unescape

import numpy as np
import pytest

from conftest import HOSTILE
from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import WHOSE
from dashboard.flights.reach import flat_reach, lofted
from dashboard.flights.trajectories import Reason, curves, flight_ascent
from dashboard.launch.altitude import (
    MOST_CURVES,
    cities_html,
    curve_lines,
    estimates_html,
    flat_ring,
    words_html,
)
from dashboard.launch.altitude_chart import chart, chart_data, why_not_on_the_map
from dashboard.words.durations import duration_words, interval_words
from dashboard.words.say import Words
from data.model import BoostPhase, Estimate
from free_flight import flight_time_s
from geo.geodesic import inverse
from geo.position import Position

WORDS = Words()


@pytest.fixture
def burning(make_missile, make_source):
    """A missile that burns as the liquid intercontinental ones do."""

    def make(stages=2, low_s=240.0, high_s=300.0, **values):
        boost = BoostPhase("liquid", stages, low_s, high_s, 1.5, "burns", make_source(), "Made up.")
        return make_missile(boost=boost, **{"range_class": "ICBM"} | values)

    return make


@pytest.fixture
def lofted_launch(make_claim, make_launch, burning):
    """The Hwasong-15 of 2017-11-29 as KCNA states it."""
    return make_launch(
        make_claim("range_km", 950.0, "KCNA"),
        make_claim("apogee_km", 4475.0, "KCNA"),
        make_claim("flight_time_s", 3180.0, "KCNA", unit="min"),
        make_claim("azimuth_deg", 80.0, "JCS"),
        missile=burning(),
    )


def words(launch, whose="best"):
    return unescape(words_html(WORDS, curves(launch, whose), launch))


def test_a_stated_range_and_apogee_give_the_flight_through_them(lofted_launch):
    (curve,) = curves(lofted_launch).drawn
    ascent = curve.ascent
    # An independent model of the same flight, with a boost of 290 s: 3,236 s; the ellipse 3,017 s.
    assert ascent.time_s == pytest.approx(3236, abs=40)
    assert curve.profile.flight_time_s == pytest.approx(flight_time_s(950, 4475), abs=0.01)
    assert ascent.low_s < ascent.time_s < ascent.high_s
    assert ascent.height_km.max() == pytest.approx(4475, abs=0.5)
    assert ascent.distance_km[-1] == pytest.approx(950, abs=0.1)
    assert ascent.at_s[-1] == pytest.approx(ascent.time_s, abs=0.5)
    assert curve.missiles == (1,)


def test_words_name_figures_time_interval_kind_and_reach(lofted_launch):
    said = words(lofted_launch)
    assert "Flight through range 950 km (KCNA) and apogee 4,475 km (KCNA)" in said
    assert "Derived flight time 51 to 56 min." in said
    assert "(KCNA): within it." in said
    assert "Lofted: the apogee is 4.71 times the range" in said
    assert "any point beyond 10,500 km is a matter of a few hundred m/s" in said
    assert "km beside the line on the map" in said


def test_doubt_about_a_figure_widens_the_interval_of_the_time(make_claim, make_launch, burning):
    def width(qualifier):
        claims = (
            make_claim("range_km", 1000.0),
            make_claim("apogee_km", 7000.0, qualifier=qualifier),
        )
        (curve,) = curves(make_launch(*claims, missile=burning())).drawn
        return curve.ascent.high_s - curve.ascent.low_s

    assert width("about") > 1.3 * width("exact")


def test_figures_of_a_party_that_cannot_be_of_one_flight_are_said_to(served):
    launch = next(one for one in served.record.launches if one.id == "2022-03-24-1")
    said = unescape(words_html(WORDS, served.curves[launch.id], launch))
    assert "The range, apogee and flight time of KCNA cannot all be of one flight." in said
    others = [
        one.id
        for one in served.record.launches
        if one.id != launch.id
        and "cannot all be of one flight" in str(words_html(WORDS, served.curves[one.id], one))
    ]
    assert others == []


def test_range_apogee_and_time_come_from_one_party_that_gave_them_all(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 1000.0, "JCS"),
        make_claim("apogee_km", 7000.0, "JCS"),
        make_claim("range_km", 1001.2, "KCNA"),
        make_claim("apogee_km", 7687.5, "KCNA"),
        make_claim("flight_time_s", 5156.0, "KCNA"),
        make_claim("flight_time_s", 5160.0, "Japan MOD"),
    )
    (curve,) = curves(launch).drawn
    assert (curve.range_km.value, curve.apogee_km.value) == (1001.2, 7687.5)
    assert [claim.authority for claim in curve.times] == ["KCNA", "Japan MOD"]


def test_a_figure_of_the_apogee_goes_before_a_bound(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 930.0, "JCS"),
        make_claim("apogee_km", 2500.0, "JCS", qualifier="at_least"),
        make_claim("apogee_km", 2802.0, "KCNA"),
    )
    (curve,) = curves(launch).drawn
    assert (curve.range_km.claim.authority, curve.apogee_km.value) == ("JCS", 2802.0)


def test_a_figure_that_its_party_calls_a_bound_elsewhere_is_one(make_claim, make_launch):
    launch = make_launch(
        make_claim("range_km", 1000.0, "Japan MOD"),
        make_claim("apogee_km", 6000.0, "Japan MOD"),
        make_claim("apogee_km", 6000.0, "Japan MOD", qualifier="at_least"),
        make_claim("range_km", 1001.2, "KCNA"),
        make_claim("apogee_km", 6648.4, "KCNA"),
    )
    (curve,) = curves(launch).drawn
    assert curve.apogee_km.value == 6648.4


FIGURES_BEFORE_BOUNDS = {
    "2016-06-22-2": 1413.6,
    "2017-05-14-1": 2111.5,
    "2017-07-04-1": 2802,
    "2022-03-24-1": 6248.5,
    "2023-07-12-1": 6648.4,
    "2023-12-18-1": 6518.2,
}


@pytest.mark.parametrize("id_", FIGURES_BEFORE_BOUNDS)
def test_launches_of_the_record_are_drawn_from_figures_and_not_from_bounds(served, id_):
    (curve,) = served.curves[id_].drawn
    assert curve.apogee_km.value == FIGURES_BEFORE_BOUNDS[id_]
    assert curve.apogee_km.claim.authority == curve.range_km.claim.authority


def test_a_low_flight_is_depressed_and_said_to_stay_in_the_air(make_claim, make_launch):
    launch = make_launch(make_claim("range_km", 690.0), make_claim("apogee_km", 50.0))
    said = words(launch)
    assert "Depressed: the apogee is 0.07 times the range" in said
    assert "stays in the atmosphere" in said
    assert "Flown flat" not in said
    assert "none is stated" in said
    assert f"Derived flight time more than {flight_time_s(690, 50) // 10 * 10:.0f} s" in said
    assert "nothing bounds it" in said


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
    assert words(launch).count("Stated 3,180 s") == 1
    assert "(Japan MOD, KCNA)" in words(launch)


@pytest.mark.parametrize(
    ("stated", "missing"),
    [("range_km", "no apogee is stated"), ("apogee_km", "no range is stated")],
)
def test_what_is_missing_for_an_ellipse_is_named(make_claim, make_launch, stated, missing):
    launch = make_launch(make_claim(stated, 400.0))
    assert curves(launch).drawn == ()
    assert words(launch).strip() == f"<p>No flight from the side: {missing}.</p>"


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
    assert "No flight from the side of missile 4 of 4: no range is stated." in words(launch)


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
    assert said.lower().count("flight through") == MOST_CURVES
    assert "2 further flights are left out." in said


def test_points_for_the_map_lie_at_their_distance_and_end_where_the_range_says(
    make_atlas, lofted_launch
):
    atlas = make_atlas(lofted_launch)
    (curve,) = atlas.curves[lofted_launch.id].drawn
    (sent,) = chart(WORDS, atlas, lofted_launch, (curve,), on_map=True)["curves"]
    site = Position(lofted_launch.site.latitude, lofted_launch.site.longitude)
    places = zip(sent["track"][::2], sent["track"][1::2], strict=True)
    for distance, (latitude, longitude) in zip(sent["distance"], places, strict=True):
        found = inverse(site, Position(latitude, longitude)).range_km
        assert found == pytest.approx(distance, abs=1)
    (flight,) = atlas.flights[lofted_launch.id]
    assert sent["track"][-2:] == pytest.approx(flight.track[-1], abs=0.01)


def test_what_is_sent_is_small_to_scale_and_plain_json(make_atlas, lofted_launch):
    found = curves(lofted_launch)
    sent = json.dumps(
        chart(WORDS, make_atlas(lofted_launch), lofted_launch, found.drawn, on_map=True)
    )
    assert len(sent) < 4500
    (curve,) = json.loads(sent)["curves"]
    assert curve["distance"][0] == 0
    assert curve["distance"][-1] == 950
    assert max(curve["altitude"]) == pytest.approx(4475, abs=0.5)
    assert curve["time"][-1] == pytest.approx(3236, abs=40)
    assert len({len(curve[name]) for name in ("distance", "altitude", "time")}) == 1
    assert curve["unmapped"] is None


def test_where_the_map_shows_no_point_the_reason_is_given(
    make_launch, make_site, make_atlas, lofted_launch
):
    flight = make_atlas(lofted_launch).flights[lofted_launch.id][0]
    assert why_not_on_the_map(WORDS, lofted_launch, flight, on_map=True) is None
    assert "filters" in why_not_on_the_map(WORDS, lofted_launch, flight, on_map=False)
    assert "no azimuth" in why_not_on_the_map(WORDS, lofted_launch, None, on_map=True)
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
    flown = [flight_ascent(flight) for flight in flights]
    return [(round(one.distance_km[-1]), round(one.height_km.max())) for one in flown]


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
            assert math.isfinite(curve.ascent.time_s)
            assert np.all(curve.ascent.height_km >= 0)
            assert np.all(np.diff(curve.ascent.at_s) >= 0)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59.6, "1 min 00 s"), (3600, "60 min 00 s"), (61, "1 min 01 s")],
)
def test_durations_are_in_minutes_and_seconds(seconds, said):
    assert duration_words(WORDS, seconds) == said


@pytest.mark.parametrize(
    ("low_s", "high_s", "said"),
    [
        (4325, 4733, "72 to 79 min"),
        (599, 640, "9 to 11 min"),
        (366, 389, "360 to 390 s"),
        (226, None, "more than 220 s"),
        (4320, None, "more than 72 min"),
    ],
)
def test_intervals_of_times_are_rounded_outward(low_s, high_s, said):
    assert interval_words(WORDS, low_s, high_s) == said


def test_published_estimates_stand_beside_with_their_source(served):
    launch = next(each for each in served.record.launches if each.id == "2017-11-29-1")
    html = estimates_html(WORDS, launch)
    assert "at most 13,036 km (ROK Defense Ministry)" in html
    assert 'href="https://newssummedup.com/' in html


def test_an_authority_that_estimates_has_its_name_in_the_language_of_the_reader(served):
    launch = next(each for each in served.record.launches if each.id == "2024-10-31-1")
    assert "(일본 방위성)" in estimates_html(Words("ko"), launch)


def test_launch_without_an_estimate_says_nothing_of_them(make_launch):
    assert estimates_html(WORDS, make_launch()) == ""


def test_hostile_estimate_is_text(make_launch, make_source, assert_harmless):
    text = " ".join(HOSTILE)
    estimate = Estimate("2022-01-05-1", text, 4500, 5000, "about", text, make_source(title=text))
    html = estimates_html(WORDS, make_launch(estimates=(estimate,)))
    assert "about 4,500–5,000 km" in html
    assert_harmless(html)


@pytest.fixture
def intermediate(make_claim, make_launch, burning):
    """The Hwasong-12 of 2017-05-14 as KCNA states it."""
    return make_launch(
        make_claim("range_km", 787.0, "KCNA"),
        make_claim("apogee_km", 2111.5, "KCNA"),
        make_claim("azimuth_deg", 71.0, "JCS"),
        missile=burning(1, 120.0, 150.0, range_class="IRBM"),
    )


def test_ring_of_a_lofted_flight_is_closed_and_wider_to_the_east(intermediate, make_atlas):
    ring = flat_ring(WORDS, make_atlas(intermediate), intermediate)
    site = Position(intermediate.site.latitude, intermediate.site.longitude)
    places = list(zip(ring["line"][::2], ring["line"][1::2], strict=True))
    assert places[0] == places[-1]
    lines = [inverse(site, Position(lat, (lon + 180) % 360 - 180)) for lat, lon in places]
    east = max(one.range_km for one in lines if 60 < one.azimuth_deg < 120)
    west = min(one.range_km for one in lines if 240 < one.azimuth_deg < 300)
    # An independent model: 4,505 km to the east and 4,087 km to the west.
    assert (east, west) == pytest.approx((4505, 4087), rel=0.1)
    assert "4,000–5,200 km, by direction" in ring["text"]


def test_reach_is_an_interval_and_cities_in_it_are_open(intermediate):
    curve = lofted(curves(intermediate))
    reach = flat_reach(curve)
    assert np.all(reach.low_km < reach.middle_km)
    assert np.all(reach.middle_km < reach.high_km)
    within = {city.id: city.within for city in reach.cities}
    assert (within["guam"], within["anchorage"]) == ("yes", "no")
    for city in reach.cities:
        low, _, high = reach.at(city.azimuth_deg)
        assert (city.within == "open") == (low < city.range_km <= high)
    html = cities_html(WORDS, curves(intermediate))
    assert html.count("<tr>") == 1 + len(reach.cities)


def test_at_least_is_said_only_where_all_of_the_interval_lies_above(served):
    for launch in served.record.launches:
        curve = lofted(served.curves[launch.id])
        reach = curve and flat_reach(curve)
        said = unescape(words_html(WORDS, served.curves[launch.id], launch))
        if reach and "carried at least" in said:
            (least,) = re.findall(r"carried at least ([\d,]+) km", said)
            assert float(least.replace(",", "")) <= reach.low_km.min()


@pytest.mark.parametrize(("range_km", "apogee_km"), [(600, 50), (500, 150), (1001, 7687)])
def test_flat_flights_and_those_that_reach_everywhere_have_no_ring(
    make_launch, make_claim, make_atlas, range_km, apogee_km
):
    launch = make_launch(make_claim("range_km", range_km), make_claim("apogee_km", apogee_km))
    assert flat_ring(WORDS, make_atlas(launch), launch) is None


def test_chart_without_a_map_says_nothing_of_one(lofted_launch, make_atlas):
    alone = chart_data(WORDS, make_atlas(lofted_launch), lofted_launch, on_map=None)["chart"]
    assert not alone["map"]
    assert "map" not in alone["howTo"]
    assert [curve["unmapped"] for curve in alone["curves"]] == [None]
    beside = chart_data(WORDS, make_atlas(lofted_launch), lofted_launch, on_map=False)["chart"]
    assert beside["map"]
    assert "filters" in beside["curves"][0]["unmapped"]


def test_launch_without_an_ellipse_has_no_chart(make_launch, make_claim, make_atlas):
    launch = make_launch(make_claim("range_km", 600))
    assert chart_data(WORDS, make_atlas(launch), launch, on_map=True) is None
