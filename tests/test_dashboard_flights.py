"""Launches become flights: what is drawn, where it ends, and what is not drawn."""

import re
from collections import Counter

import numpy as np
import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point

from conftest import JANUARY_2022, shipped
from dashboard.claims.authorities import party
from dashboard.claims.figures import IMPACT_PLACE, missiles_spoken_of
from dashboard.flights.atlas import build_atlases
from dashboard.flights.flight import AREA_POINTS, TRACK_POINTS, site_disc
from dashboard.flights.plan import ALONE, ARC_KINDS, BEST, DIFFERING, WHOSE
from dashboard.selection.selection import Selection
from dashboard.words.say import Words
from dashboard.words.views import missile_number, summary
from data.model import KINDS
from geo.outline import outline_polygon

ONE_PARTY = [whose for whose in WHOSE if whose not in {BEST, DIFFERING}]
PARTIES = {
    "JCS": "South Korea (JCS)",
    "Japan MOD": "Japan (MOD)",
    "KCNA": "North Korea (KCNA)",
}
SUMMARY = re.compile(
    r"(\d+) (?:launch|launches) \((\d+) (?:missile|missiles)\)(?:, ranges of (.+) alone)?: "
    r"(\d+) drawn as arcs(?:, (\d+) in part)?, (\d+) at their site only, (\d+) not placed"
)
KINDS_WITHOUT_ARC = [kind for kind in KINDS if kind not in ARC_KINDS]


@pytest.fixture(scope="session")
def every():
    """Atlas of each choice of whose figures are drawn, of the served record."""
    return shipped().atlases


@pytest.fixture(scope="session")
def flights(every):
    """Each flight of the served record, once, whoever's figures it is drawn from."""
    return list({id(flight): flight for atlas in every.values() for flight in of(atlas)}.values())


@pytest.fixture
def known(make_claim):
    """Claims that are enough for an arc."""
    return make_claim("range_km", 700), make_claim("azimuth_deg", 75)


@pytest.fixture(scope="session")
def choices(make_record):
    """Atlas of each choice, of made-up launches."""

    def build(*launches):
        return build_atlases(make_record(launches))

    return build


def of(atlas):
    """Every flight of an atlas."""
    return [flight for flights in atlas.flights.values() for flight in flights]


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


@pytest.mark.parametrize("whose", [BEST, *ONE_PARTY])
def test_missiles_of_a_salvo_are_drawn_once_each(every, whose):
    for launch in every[whose].record.launches:
        drawn = [n for flight in every[whose].flights.get(launch.id, ()) for n in flight.missiles]
        assert len(drawn) == len(set(drawn)), launch.id
        assert set(drawn) <= set(range(1, missiles_spoken_of(launch) + 1)), launch.id


def test_of_all_that_differ_each_missile_is_drawn_once_for_a_party(every):
    for launch_id, flights in every[DIFFERING].flights.items():
        drawn = [
            (n, party(flight.range_km.claim.authority))
            for flight in flights
            for n in flight.missiles
        ]
        assert len(drawn) == len(set(drawn)), launch_id


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


@pytest.mark.parametrize(("missing", "kind"), [(0, "ray"), (1, "ring")])
def test_launch_without_range_or_azimuth_is_drawn_in_part(
    make_launch, make_atlas, known, missing, kind
):
    launch = make_launch(known[1 - missing])
    atlas = make_atlas(launch)
    assert atlas.placement(launch) == "part"
    assert not atlas.flights
    assert [trace.kind for trace in atlas.traces[launch.id]] == [kind]


def test_launch_without_range_and_azimuth_is_at_its_site_only(make_launch, make_atlas, make_claim):
    launch = make_launch(make_claim("apogee_km", 60))
    assert make_atlas(launch).placement(launch) == "site"


def test_ring_lies_at_the_stated_range_and_in_the_stated_sea(make_launch, make_claim, make_atlas):
    claims = make_claim("range_km", 400), make_claim("direction", "toward the East Sea")
    launch = make_launch(*claims)
    (trace,) = make_atlas(launch).traces[launch.id]
    latitude, longitude = trace.line.T
    site = [
        np.full_like(latitude, launch.site.longitude),
        np.full_like(latitude, launch.site.latitude),
    ]
    azimuth, _, metres = Geod(ellps="WGS84").inv(*site, longitude, latitude)
    assert metres == pytest.approx(np.full_like(latitude, 400_000), rel=1e-6)
    assert (trace.sea, azimuth.min() > 45, azimuth.max() < 180) == ("East Sea", True, True)


def test_failure_without_a_range_keeps_its_cross_and_gets_no_ray(
    make_launch, make_claim, make_atlas
):
    launch = make_launch(make_claim("azimuth_deg", 75), outcome="failure")
    atlas = make_atlas(launch)
    assert not atlas.traces
    assert atlas.placement(launch) == "site"


def test_only_a_region_is_drawn_as_a_disc_of_its_precision(make_site):
    assert site_disc(make_site()) is None
    region = make_site(kind="area", precision_km=25.0)
    latitude, longitude = site_disc(region).T
    start = [np.full_like(latitude, region.longitude), np.full_like(latitude, region.latitude)]
    metres = Geod(ellps="WGS84").inv(*start, longitude, latitude)[2]
    assert metres == pytest.approx(np.full_like(latitude, 25_000), rel=1e-2)


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


@pytest.mark.parametrize("whose", WHOSE)
def test_empty_record_has_no_flights(choices, whose):
    atlas = choices()[whose]
    assert (atlas.flights, atlas.disagreements, atlas.whose) == ({}, {}, whose)


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
    assert [flight.range_km.half_width for flight in flights] == [50, 150]


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


def test_of_a_partial_success_those_missiles_failed_of_which_it_is_said(
    make_launch, make_claim, make_atlas, known
):
    claim = make_claim("outcome", "failure", missiles=(2,))
    launch = make_launch(*known, claim, outcome="partial", count=2)
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
    assert summary(Words(), make_atlas(*launches), launches) == (
        "7 launches (11 missiles): 5 drawn as arcs, 1 at their site only, 1 not placed"
    )


def test_summary_of_one_launch_is_in_the_singular(make_launch, make_atlas, known):
    launch = make_launch(*known)
    assert summary(Words(), make_atlas(launch), [launch]) == (
        "1 launch (1 missile): 1 drawn as arcs, 0 at their site only, 0 not placed"
    )


def test_summary_of_nothing_is_in_noughts(served):
    assert summary(Words(), served, []) == (
        "0 launches (0 missiles): 0 drawn as arcs, 0 at their site only, 0 not placed"
    )


def test_summary_of_january_2022_begins_with_its_launches_and_missiles(served):
    launches = Selection(JANUARY_2022).pick(served.record.launches)
    assert summary(Words(), served, launches).startswith("7 launches (11 missiles): ")


@given(data=st.data(), whose=st.sampled_from(WHOSE))
def test_parts_of_the_summary_add_up_for_any_choice_of_launches(every, data, whose):
    launches = every[whose].record.launches
    chosen = data.draw(st.lists(st.sampled_from(launches), unique_by=id, max_size=40))
    matched = SUMMARY.fullmatch(summary(Words(), every[whose], chosen))
    number, missiles, named, *parts = matched.groups()
    assert int(number) == len(chosen) == sum(int(part or 0) for part in parts)
    assert int(missiles) >= len(chosen)
    assert named == PARTIES.get(ALONE.get(whose))


@pytest.mark.parametrize("whose", WHOSE)
def test_placements_of_the_record_add_up_for_every_choice(every, whose):
    atlas = every[whose]
    placed = Counter()
    for launch in atlas.record.launches:
        placement = atlas.placement(launch)
        placed[placement] += 1
        assert (placement == "arc") is bool(atlas.flights.get(launch.id))
        if launch.site is None or launch.site.latitude is None:
            assert placement == "none", launch.id
    assert min(placed[each] for each in ("arc", "site", "none")) > 0
    assert placed["arc"] == len(atlas.flights)
    assert placed["part"] == len(atlas.traces.keys() - atlas.flights.keys())
    assert sum(placed.values()) == len(atlas.record.launches)


@pytest.mark.parametrize("whose", ONE_PARTY)
def test_party_alone_places_those_launches_of_the_record_that_it_speaks_of(every, whose):
    for launch in every[whose].record.launches:
        placement = every[whose].placement(launch)
        said = {claim.quantity for claim in launch.claims if party(claim.authority) == ALONE[whose]}
        if not said:
            assert placement == "none", launch.id
        if placement != "none":
            assert every[BEST].placement(launch) != "none", launch.id
        if placement == "arc":
            assert "range_km" in said, launch.id


@pytest.mark.parametrize("whose", ONE_PARTY)
def test_party_alone_gives_no_figure_of_another(every, whose):
    drawn = of(every[whose])
    assert len(drawn) > 10
    assert {party(flight.range_km.claim.authority) for flight in drawn} == {ALONE[whose]}
    assert not any(flight.differing for flight in drawn)


@pytest.mark.parametrize("whose", ONE_PARTY)
def test_launch_that_a_party_is_silent_about_is_not_placed(make_launch, make_claim, choices, whose):
    claims = [
        make_claim(quantity, stated, name)
        for name in ("CNS", "USINDOPACOM", *ALONE.values())
        for quantity, stated in (("range_km", 600), ("azimuth_deg", 75), ("outcome", "success"))
        if name != ALONE[whose]
    ]
    launch = make_launch(*claims)
    placed = {choice: atlas.placement(launch) for choice, atlas in choices(launch).items()}
    assert placed == {choice: "none" if choice == whose else "arc" for choice in WHOSE}


@pytest.mark.parametrize("kind", KINDS_WITHOUT_ARC)
def test_kind_without_arc_is_at_its_site_where_a_party_spoke_of_it(
    make_launch, make_missile, make_claim, choices, kind
):
    claims = make_claim("count", 2, "ROK military"), make_claim("range_km", 1500, "CNS")
    launch = make_launch(*claims, missile=make_missile(kind, None))
    placed = {choice: atlas.placement(launch) for choice, atlas in choices(launch).items()}
    assert placed == {
        BEST: "site",
        "jcs": "site",
        "japan": "none",
        "kcna": "none",
        DIFFERING: "site",
    }


def test_failure_is_at_its_site_where_a_party_spoke_of_it(make_launch, make_claim, choices):
    claims = make_claim("outcome", "failure", "Japan government"), make_claim("count", 1, "CNS")
    launch = make_launch(*claims, outcome="failure")
    placed = {choice: atlas.placement(launch) for choice, atlas in choices(launch).items()}
    assert placed == {
        BEST: "site",
        "jcs": "none",
        "japan": "site",
        "kcna": "none",
        DIFFERING: "site",
    }


def test_launch_whose_range_a_party_did_not_give_is_not_placed(make_launch, make_claim, choices):
    claims = (
        make_claim("range_km", 600, "JCS"),
        make_claim("apogee_km", 60, "Japan MOD"),
        make_claim("range_km", 650, "KCNA"),
    )
    launch = make_launch(*claims)
    placed = {choice: atlas.placement(launch) for choice, atlas in choices(launch).items()}
    # Nobody gives an azimuth: whoever gives a range has it as a ring.
    assert placed == {
        BEST: "part",
        "jcs": "part",
        "japan": "none",
        "kcna": "part",
        DIFFERING: "part",
    }


@pytest.mark.parametrize("whose", WHOSE)
def test_launch_without_a_place_is_not_placed_whoever_speaks_of_it(
    make_launch, make_site, make_claim, choices, whose
):
    claims = [make_claim("range_km", 600, name) for name in ONE_PARTY]
    nowhere = make_site(latitude=None, longitude=None)
    launches = (
        make_launch(*claims, site=None),
        make_launch(*claims, site=nowhere, id="2022-01-05-2"),
    )
    atlas = choices(*launches)[whose]
    assert [atlas.placement(launch) for launch in launches] == ["none", "none"]


def test_all_that_differ_places_launches_as_the_best_do(every):
    for launch in every[BEST].record.launches:
        assert every[DIFFERING].placement(launch) == every[BEST].placement(launch), launch.id


def test_flight_that_several_choices_draw_is_one_object(make_launch, make_claim, choices):
    launch = make_launch(
        make_claim("range_km", 650, "JCS"),
        make_claim("range_km", 350, "Japan MOD"),
        make_claim("azimuth_deg", 75),
    )
    drawn = {whose: atlas.flights.get(launch.id, ()) for whose, atlas in choices(launch).items()}
    (best,), (japan,) = drawn[BEST], drawn["japan"]
    first, second = drawn[DIFFERING]
    assert drawn["jcs"][0] is best
    assert first is best
    assert (best.differing, japan.differing, second.differing) == (False, False, True)
    assert (second.range_km, second.azimuth_deg) == (japan.range_km, japan.azimuth_deg)
    assert np.array_equal(second.track, japan.track)
    assert drawn["kcna"] == ()


def test_flights_of_the_record_are_shared_between_choices(every):
    for launch_id, flights in every[BEST].flights.items():
        others = every[DIFFERING].flights[launch_id]
        assert [id(one) for one in others if not one.differing] == [id(one) for one in flights]
    best = {id(flight) for flight in of(every[BEST])}
    for whose in ("jcs", "japan"):
        assert any(id(flight) in best for flight in of(every[whose])), whose


def test_range_that_differs_is_drawn_where_the_record_tells_of_it(every):
    added = [flight for flight in of(every[DIFFERING]) if flight.differing]
    assert added
    for flight in added:
        told = every[DIFFERING].disagreements[flight.launch.id]
        (each,) = [each for each in told if each.quantity == "range_km"]
        assert flight.range_km.claim in each.claims, flight.launch.id


def test_disagreements_are_the_same_whoevers_figures_are_drawn(every):
    for atlas in every.values():
        assert atlas.disagreements == every[BEST].disagreements
    assert all(every[BEST].disagreements.values())


def test_choice_of_an_atlas_is_the_one_it_is_found_by(every):
    assert [(whose, atlas.whose) for whose, atlas in every.items()] == [(w, w) for w in WHOSE]


def test_summary_says_whose_ranges_are_drawn_alone(make_launch, make_claim, choices):
    launch = make_launch(make_claim("range_km", 600, "JCS"), make_claim("azimuth_deg", 75))
    sentences = {
        whose: summary(Words(), atlas, [launch]) for whose, atlas in choices(launch).items()
    }
    assert sentences["jcs"] == (
        "1 launch (1 missile), ranges of South Korea (JCS) alone: "
        "1 drawn as arcs, 0 at their site only, 0 not placed"
    )
    assert sentences["kcna"] == (
        "1 launch (1 missile), ranges of North Korea (KCNA) alone: "
        "0 drawn as arcs, 0 at their site only, 1 not placed"
    )
    assert (
        sentences[BEST]
        == sentences[DIFFERING]
        == ("1 launch (1 missile): 1 drawn as arcs, 0 at their site only, 0 not placed")
    )


def test_flight_of_18_november_2022_goes_to_200_km_west_of_oshima_oshima(every):
    (flight,) = every[BEST].flights["2022-11-18-1"]
    assert flight.azimuth_deg.basis == IMPACT_PLACE
    assert 70 < flight.azimuth_deg.value < 90
    # Wikipedia, "Oshima (Hokkaido)": 41 30 35 N, 139 22 02 E. Site: Pyongyang airport.
    stated = geodesic(kilometers=200).destination((41.50972, 139.36722), 270)
    site = flight.launch.site
    end = geodesic(kilometers=1000).destination(
        (site.latitude, site.longitude), flight.azimuth_deg.value
    )
    assert geodesic(end, stated).km < 100
    assert geodesic(on_globe(flight.track[-1]), stated).km < 100
    latitude, longitude = stated[:2]
    assert outline_polygon(flight.area).contains(Point(longitude, latitude))


def test_track_leads_to_a_stated_impact_place(make_launch, make_claim, make_place, make_atlas):
    # geographiclib 2.1, Geodesic.WGS84.Inverse: Alsom is 263.967 km from Mupyong-ri.
    claims = make_claim("range_km", 263.967), make_claim("impact_place", "Alsom island", "press")
    launch = make_launch(*claims)
    (flight,) = make_atlas(launch, places=[make_place()]).flights[launch.id]
    assert flight.track[-1] == pytest.approx((40.6477, 129.5458), abs=1e-4)
    assert make_atlas(launch).placement(launch) == "part"
