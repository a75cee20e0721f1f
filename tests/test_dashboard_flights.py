"""Launches become flights: what is drawn, where it ends, and what is not drawn."""

import re

import numpy as np
import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from conftest import JANUARY_2022
from dashboard.flights import (
    ARC_KINDS,
    AREA_POINTS,
    TRACK_POINTS,
    build_atlas,
    missile_failed,
    missile_number,
    summary,
)
from dashboard.selection import Selection
from data.model import KINDS, Record
from geo.impact_area import outline_polygon

SUMMARY = re.compile(
    r"(\d+) (?:launch|launches) \((\d+) (?:missile|missiles)\): "
    r"(\d+) drawn as arcs, (\d+) at their site only, (\d+) not placed"
)
KINDS_WITHOUT_ARC = [kind for kind in KINDS if kind not in ARC_KINDS]


@pytest.fixture(scope="session")
def flights(served):
    return [flight for flights in served.flights.values() for flight in flights]


@pytest.fixture
def known(make_claim):
    """Claims that are enough for an arc."""
    return make_claim("range_km", 700), make_claim("azimuth_deg", 75)


def on_globe(vertex):
    """Latitude and longitude within -180 to 180 [deg]."""
    return vertex[0], (vertex[1] + 180) % 360 - 180


def test_record_has_flights_to_look_at(flights):
    assert len(flights) > 100


def test_every_track_starts_at_its_site(flights):
    for flight in flights:
        site = flight.launch.site
        start = on_globe(flight.track[0])
        assert geodesic(start, (site.latitude, site.longitude)).km < 0.001, flight


def test_every_track_ends_its_range_away(flights):
    for flight in flights:
        length = geodesic(on_globe(flight.track[0]), on_globe(flight.track[-1])).km
        assert length == pytest.approx(flight.range_km.value, rel=0.001), flight


def test_every_track_leaves_along_its_azimuth(flights):
    for flight in flights:
        site = flight.launch.site
        place = geodesic(kilometers=flight.range_km.value).destination(
            (site.latitude, site.longitude), flight.azimuth_deg.value
        )
        end = on_globe(flight.track[-1])
        assert geodesic(end, (place.latitude, place.longitude)).km < 0.01, flight


def test_every_area_holds_the_end_of_its_track(flights):
    for flight in flights:
        latitude, longitude = flight.track[-1]
        assert outline_polygon(flight.area).contains(Point(longitude, latitude)), flight


def test_every_track_and_area_is_one_piece_without_a_jump(flights):
    for flight in flights:
        assert flight.track.shape == (TRACK_POINTS, 2)
        assert flight.area.shape == (AREA_POINTS, 2)
        assert np.isfinite(flight.track).all()
        assert np.isfinite(flight.area).all()
        assert np.abs(np.diff(flight.track[:, 1])).max() < 180
        assert np.abs(np.diff(flight.area[:, 1])).max() < 180


def test_every_flight_belongs_to_a_kind_that_flies_arcs(flights):
    assert {flight.launch.missile.kind for flight in flights} <= set(ARC_KINDS)


def test_missiles_of_a_salvo_are_drawn_once_each(served):
    for launch in served.record.launches:
        drawn = [n for flight in served.flights.get(launch.id, ()) for n in flight.missiles]
        assert len(drawn) == len(set(drawn)), launch.id
        assert set(drawn) <= set(range(1, (launch.count or 1) + 1)), launch.id


def test_flight_of_4_october_2022_lands_near_178_east_and_its_area_crosses_180(
    make_launch, make_claim, make_atlas
):
    distance = make_claim("range_km", 4500, qualifier="about")
    launch = make_launch(distance, make_claim("azimuth_deg", 80, "nagix"))
    (flight,) = make_atlas(launch).flights[launch.id]
    # geographiclib 2.1, Geodesic.WGS84.Direct(40.611, 126.426, 80, 4.5e6).
    assert flight.track[-1] == pytest.approx((35.52163, 178.04523), abs=0.0001)
    assert flight.area[:, 1].max() > 180
    assert np.abs(np.diff(flight.area[:, 1])).max() < 90


@pytest.mark.parametrize("kind", ARC_KINDS)
def test_launch_with_site_range_and_azimuth_is_drawn(
    make_launch, make_missile, make_atlas, known, kind
):
    launch = make_launch(*known, missile=make_missile(kind))
    assert make_atlas(launch).placement(launch) == "arc"


@pytest.mark.parametrize("kind", KINDS_WITHOUT_ARC)
def test_kind_that_flies_no_arc_gets_none_even_with_range_and_azimuth(
    make_launch, make_missile, make_atlas, known, kind
):
    launch = make_launch(*known, missile=make_missile(kind, None))
    atlas = make_atlas(launch)
    assert atlas.placement(launch) == "site"
    assert not atlas.flights


def test_cruise_space_launch_and_air_defence_are_kinds_without_arc():
    assert {"cruise", "space launch", "air defence"} <= set(KINDS_WITHOUT_ARC)


@pytest.mark.parametrize("missing", [0, 1])
def test_launch_without_range_or_azimuth_is_at_its_site_only(
    make_launch, make_atlas, known, missing
):
    launch = make_launch(known[1 - missing])
    atlas = make_atlas(launch)
    assert atlas.placement(launch) == "site"
    assert not atlas.flights


def test_launch_without_a_site_is_not_placed(make_launch, make_atlas, known):
    launch = make_launch(*known, site=None)
    assert make_atlas(launch).placement(launch) == "none"


def test_launch_from_a_site_of_unknown_place_is_not_placed(
    make_launch, make_site, make_atlas, known
):
    launch = make_launch(*known, site=make_site(latitude=None, longitude=None))
    assert make_atlas(launch).placement(launch) == "none"


def test_unknown_precision_of_a_site_is_not_taken_for_none(
    make_launch, make_site, make_atlas, make_claim
):
    claims = make_claim("range_km", 787), make_claim("azimuth_deg", 75)
    exact = make_launch(*claims, id="2022-01-05-1", site=make_site(precision_km=0.001))
    vague = make_launch(*claims, id="2022-01-05-2", site=make_site(precision_km=None))
    atlas = make_atlas(exact, vague)
    areas = [outline_polygon(flights[0].area).area for flights in atlas.flights.values()]
    assert areas[1] > areas[0] * 1.01


def test_empty_record_has_no_flights():
    assert build_atlas(Record((), {}, {}, {}, ())).flights == {}


def test_missiles_of_one_range_and_azimuth_share_a_track(make_launch, make_claim, make_atlas):
    launch = make_launch(
        make_claim("range_km", 400, missiles=(1, 3)),
        make_claim("range_km", 250, missiles=(2,)),
        make_claim("azimuth_deg", 75),
        count=3,
    )
    flights = make_atlas(launch).flights[launch.id]
    assert [flight.missiles for flight in flights] == [(1, 3), (2,)]
    assert [flight.range_km.value for flight in flights] == [400, 250]


def test_missiles_of_which_the_same_is_said_apart_share_a_track(
    make_launch, make_claim, make_atlas
):
    first, second = (make_claim("range_km", 400, missiles=(missile,)) for missile in (1, 2))
    launch = make_launch(first, second, make_claim("azimuth_deg", 75), count=2)
    (flight,) = make_atlas(launch).flights[launch.id]
    assert flight.missiles == (1, 2)


def test_missile_of_a_salvo_without_a_range_is_not_drawn(make_launch, make_claim, make_atlas):
    claims = make_claim("range_km", 400, missiles=(2,)), make_claim("azimuth_deg", 75)
    launch = make_launch(*claims, count=3)
    (flight,) = make_atlas(launch).flights[launch.id]
    assert flight.missiles == (2,)


def test_missiles_whose_ranges_are_known_differently_do_not_share_a_track(
    make_launch, make_claim, make_atlas
):
    launch = make_launch(
        make_claim("range_km", 400, missiles=(1,)),
        make_claim("range_km", (300, 500), missiles=(2,)),
        make_claim("azimuth_deg", 75),
        count=2,
    )
    flights = make_atlas(launch).flights[launch.id]
    assert [flight.range_km.half_width for flight in flights] == [50, 100]


def test_wider_statement_makes_a_wider_area(make_launch, make_claim, make_atlas):
    azimuth = make_claim("azimuth_deg", 75)
    launches = [
        make_launch(make_claim("range_km", 400, qualifier=qualifier), azimuth, id=f"2022-01-05-{n}")
        for n, qualifier in enumerate(("exact", "about", "at_least"), start=1)
    ] + [make_launch(make_claim("range_km", (200, 600)), azimuth, id="2022-01-05-4")]
    flights = make_atlas(*launches).flights.values()
    areas = [outline_polygon(flight.area).area for (flight,) in flights]
    # 400 km is rounded to 100 km: neither 5 nor 10 percent of it is more than that.
    assert areas[0] == areas[1] == areas[2]
    assert areas[3] > 2 * areas[0]


@pytest.mark.parametrize(
    ("range_km", "azimuth_deg"), [(15_000, 0), (15_000, 90), (0.1, 359.9), (1, 360), (5_000, 180)]
)
def test_figure_that_the_record_accepts_can_be_drawn(
    make_launch, make_claim, make_atlas, range_km, azimuth_deg
):
    claims = make_claim("range_km", range_km), make_claim("azimuth_deg", azimuth_deg)
    launch = make_launch(*claims)
    assert np.isfinite(make_atlas(launch).flights[launch.id][0].track).all()


@pytest.mark.parametrize(
    ("outcome", "failed"), [("success", False), ("unknown", False), ("failure", True)]
)
def test_outcome_of_a_launch_is_that_of_each_missile(make_launch, outcome, failed):
    launch = make_launch(outcome=outcome, count=2)
    assert [missile_failed(launch, missile) for missile in (1, 2)] == [failed, failed]


def test_of_a_partial_success_those_missiles_failed_of_which_it_is_said(
    make_launch, make_claim, make_atlas, known
):
    claim = make_claim("outcome", "failure", missiles=(2,))
    launch = make_launch(*known, claim, outcome="partial", count=2)
    assert [missile_failed(launch, missile) for missile in (1, 2)] == [False, True]
    flights = make_atlas(launch).flights[launch.id]
    assert [(flight.missiles, flight.failed) for flight in flights] == [((1,), False), ((2,), True)]


def test_unstated_number_of_missiles_counts_as_one(make_launch):
    assert missile_number([make_launch(count=None), make_launch(count=3)]) == 4
    assert missile_number([]) == 0


def test_summary_says_each_number_in_its_place(make_launch, make_atlas, known):
    launches = [
        make_launch(*known, id=f"2022-01-05-{number}", count=count)
        for number, count in enumerate((1, 1, 2, 2, 2), start=1)
    ]
    launches.append(make_launch(id="2022-01-05-6"))
    launches.append(make_launch(id="2022-01-05-7", site=None, count=2))
    assert summary(make_atlas(*launches), launches) == (
        "7 launches (11 missiles): 5 drawn as arcs, 1 at their site only, 1 not placed"
    )


def test_summary_of_one_launch_is_in_the_singular(make_launch, make_atlas, known):
    launch = make_launch(*known)
    assert summary(make_atlas(launch), [launch]) == (
        "1 launch (1 missile): 1 drawn as arcs, 0 at their site only, 0 not placed"
    )


def test_summary_of_nothing_is_in_noughts(served):
    assert summary(served, []) == (
        "0 launches (0 missiles): 0 drawn as arcs, 0 at their site only, 0 not placed"
    )


def test_summary_of_january_2022_begins_with_its_launches_and_missiles(served):
    launches = Selection(JANUARY_2022).pick(served.record.launches)
    assert summary(served, launches).startswith("7 launches (11 missiles): ")


@given(st.data())
def test_parts_of_the_summary_add_up_for_any_choice_of_launches(served, data):
    chosen = data.draw(st.lists(st.sampled_from(served.record.launches), unique_by=id, max_size=40))
    number, missiles, *parts = map(int, SUMMARY.fullmatch(summary(served, chosen)).groups())
    assert number == len(chosen) == sum(parts)
    assert missiles >= number


def test_launches_said_to_be_drawn_are_those_with_a_flight(served):
    placed = {"arc": 0, "site": 0, "none": 0}
    for launch in served.record.launches:
        placement = served.placement(launch)
        placed[placement] += 1
        assert (placement == "arc") is bool(served.flights.get(launch.id))
    assert min(placed.values()) > 0
    assert placed["arc"] == len(served.flights)
