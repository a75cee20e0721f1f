"""What lies below a flight: land it crosses, waters it may have come down in, what is stated."""

import re
from collections import Counter

import numpy as np
import pytest
from markupsafe import escape

from conftest import HOSTILE, launch_html
from dashboard.flights.atlas import build_atlases
from dashboard.flights.overflight import (
    INSIDE,
    JAPAN,
    JUST_OUTSIDE,
    LAUNCHING,
    NEAR_EEZ,
    NEAR_SHARE,
    OUTSIDE,
    OVERFLEW,
    REACHES,
    Below,
    below,
    differs,
    reaches,
    stated_of_japan,
    zones,
)
from dashboard.flights.plan import BEST
from dashboard.selection.query import read_query
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import Vocabulary, whole_period
from dashboard.words.say import Words
from data.record import TABLES
from geo.zones import EEZ, LAND, TERRITORIAL_SEA, Zone

WORDS = Words()
HOSTILE_TEXT = " ".join(HOSTILE)
MARK = '<b class="apart">≠</b> Stated: '
OVER_JAPAN = {"2017-08-29-1", "2017-09-15-1", "2022-10-04-1"}
"""The ballistic missiles whose tracks cross Japan; what is stated is in test_overflights."""
STATED_OTHERWISE = {
    "2016-09-05-1": 2,
    "2017-05-29-1": 1,
    "2019-10-02-1": 2,
    "2021-09-15-1": 1,
    "2022-11-03-1": 1,
    "2023-02-18-1": 2,
    "2023-03-16-1": 1,
    "2024-10-31-1": 1,
    "2026-08-12-1": 1,
}
"""Statements on Japan's zone that are less probable than their opposite, by launch."""
STATED_ALIKE = {"2023-02-18-1"}
"""Launches of which a party stated the same in two sources: the panel says it once."""
LAST_DAY_JUDGED = "2026-08-20"
"""Day up to which these lists were drawn up: a launch added since is in none of them."""


@pytest.fixture(scope="module")
def flights(served_atlases):
    """Each flight of the served record once, whoever's figures it is drawn from."""
    of_all = (
        flight
        for atlas in served_atlases.values()
        for of_launch in atlas.flights.values()
        for flight in of_launch
    )
    return list({id(flight): flight for flight in of_all}.values())


@pytest.fixture(scope="module")
def reachable(served):
    """Vocabulary of the served record that knows what each launch reached."""
    return Vocabulary(served.record, served.reaches)


@pytest.fixture(scope="module")
def statements(served):
    """Every statement on Japan's zone with each flight of the missiles that it speaks of."""
    return [
        (claim, flight)
        for launch in served.record.launches
        for flight in served.flights.get(launch.id, ())
        for claim in stated_of_japan(launch, flight.missiles)
    ]


@pytest.fixture
def eastward(make_claim):
    """Make the claims of a flight to the east of a range [km]."""

    def claims(range_km, azimuth_deg=80):
        return make_claim("range_km", range_km), make_claim("azimuth_deg", azimuth_deg)

    return claims


def known(share, country=JAPAN, kind=EEZ, crossed=()):
    return Below(crossed, {Zone(country, kind): share})


def derived(atlas, launch):
    """What the panel says is derived."""
    return launch_html(WORDS, atlas, launch).partition("What is derived")[2]


def judged(launch_ids):
    """Those of the launches that are up to `LAST_DAY_JUDGED`."""
    return {launch_id for launch_id in launch_ids if launch_id[:10] <= LAST_DAY_JUDGED}


def test_these_flights_crossed_japan_and_no_other_drawn_did(served):
    crossed = {
        launch_id
        for launch_id, of_launch in served.flights.items()
        if any(JAPAN in flight.below.crossed for flight in of_launch)
    }
    assert judged(crossed) == OVER_JAPAN
    reached = {launch_id for launch_id, found in served.reaches.items() if OVERFLEW in found}
    assert crossed <= reached


def test_land_of_the_launching_country_is_not_counted_as_crossed(flights):
    assert LAUNCHING in {zone.country for zone in zones().names}
    for flight in flights:
        assert LAUNCHING not in flight.below.crossed, flight


def test_flights_over_japan_crossed_no_other_country(served):
    for launch_id in OVER_JAPAN:
        for flight in served.flights[launch_id]:
            assert flight.below.crossed == (JAPAN,), launch_id


def test_a_flight_over_japan_has_almost_no_chance_of_its_waters(served):
    for launch_id in OVER_JAPAN:
        for flight in served.flights[launch_id]:
            assert flight.below.share_of(JAPAN) < NEAR_SHARE, launch_id


def test_shares_of_a_flight_are_probabilities_that_add_to_1_at_most(flights):
    assert len(flights) > 100
    for flight in flights:
        shares = flight.below.shares.values()
        assert all(0 < share <= 1 for share in shares), flight
        assert sum(shares) <= 1 + 1e-9, flight
    assert max(sum(flight.below.shares.values()) for flight in flights) > 0.99
    assert min(sum(flight.below.shares.values()) for flight in flights) == 0


def test_shares_are_the_same_whenever_they_are_worked_out(served, flights):
    again = build_atlases(served.record)[BEST]
    for launch_id, of_launch in served.flights.items():
        assert [each.below for each in again.flights[launch_id]] == [
            each.below for each in of_launch
        ]


def test_every_launch_of_the_record_has_its_reaches(served_atlases):
    for atlas in served_atlases.values():
        assert atlas.reaches.keys() == {launch.id for launch in atlas.record.launches}
        assert set().union(*atlas.reaches.values()) <= set(REACHES)


def test_no_flights_have_nothing_below():
    assert below(np.empty((0, 33, 2)), np.empty((0, 500, 2))) == []


def test_tracks_and_impacts_of_several_flights_are_kept_apart():
    # Pyongyang to Seoul; Pyongyang to the middle of the Pacific over Honshu.
    tracks = np.array([[(39.03, 125.75), (37.57, 126.98)], [(39.03, 125.75), (35.0, 160.0)]])
    impacts = np.array([[(37.57, 126.98)] * 4, [(35.0, 160.0)] * 3 + [(36.2, 138.2)]])
    seoul, pacific = below(tracks, impacts)
    assert seoul == Below(("South Korea",), {Zone("South Korea", LAND): 1.0})
    assert pacific.shares == {Zone(JAPAN, LAND): 0.25}
    assert JAPAN in pacific.crossed


def test_share_of_a_country_adds_its_land_and_its_waters():
    shares = {
        Zone(JAPAN, LAND): 0.1,
        Zone(JAPAN, TERRITORIAL_SEA): 0.2,
        Zone(JAPAN, EEZ): 0.3,
        Zone("Russia", EEZ): 0.4,
    }
    found = Below((), shares)
    assert found.share_of(JAPAN) == pytest.approx(0.6)
    assert found.share_of("Russia") == 0.4
    assert found.share_of("Atlantis") == 0


def test_near_japan_begins_at_the_probability_that_readers_are_told():
    told = Words("en").say("page.rules.reach", reach="")
    assert re.findall(r"with at least (\d+) % probability", told) == [f"{100 * NEAR_SHARE:g}"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], set()),
        ([known(0.0)], set()),
        ([known(NEAR_SHARE - 0.001)], set()),
        ([known(NEAR_SHARE)], {NEAR_EEZ}),
        ([known(1.0, "Russia")], set()),
        ([known(0.0), known(0.9)], {NEAR_EEZ}),
        ([known(0.9, kind=TERRITORIAL_SEA)], {NEAR_EEZ}),
        ([known(0.0, crossed=("Russia",))], set()),
        ([known(0.0, crossed=("Russia", JAPAN))], {OVERFLEW}),
        ([known(0.0), known(0.0, crossed=(JAPAN,))], {OVERFLEW}),
        ([known(0.5, crossed=(JAPAN,))], {OVERFLEW, NEAR_EEZ}),
    ],
)
def test_a_launch_reaches_what_any_of_its_flights_does(make_launch, found, expected):
    assert reaches(make_launch(), found) == expected


@pytest.mark.parametrize("words", [INSIDE, JUST_OUTSIDE])
def test_a_launch_stated_in_or_near_the_zone_is_found_without_a_flight(
    make_launch, make_claim, make_atlas, words
):
    launch = make_launch(make_claim("impact_place", words, "Japan MOD"), site=None)
    assert make_atlas(launch).reaches == {launch.id: {NEAR_EEZ}}


@pytest.mark.parametrize("words", [OUTSIDE, "East Sea", "Japan", INSIDE.upper(), f"near {INSIDE}"])
def test_no_other_words_make_a_launch_near_the_zone(make_launch, make_claim, make_atlas, words):
    launch = make_launch(make_claim("impact_place", words, "Japan MOD"), site=None)
    assert make_atlas(launch).reaches == {launch.id: frozenset()}


def test_words_of_the_zone_count_as_an_impact_place_alone(make_launch, make_claim):
    launch = make_launch(make_claim("direction", INSIDE), make_claim("outcome", INSIDE))
    assert stated_of_japan(launch, [1]) == []
    assert reaches(launch, []) == frozenset()


def test_every_launch_of_the_record_stated_in_the_zone_is_found(served, reachable):
    stated = {
        launch.id
        for launch in served.record.launches
        if any((claim.quantity, claim.value) == ("impact_place", INSIDE) for claim in launch.claims)
    }
    assert len(stated) >= 12
    chosen = Selection(reachable.period, reach=(NEAR_EEZ,))
    picked = {launch.id for launch in chosen.pick(served.record.launches, served.reaches)}
    assert stated <= picked
    assert len(picked) < len(served.record.launches) / 5


def test_statements_on_the_zone_that_differ_are_few_and_known(statements):
    counted = Counter(
        claim.launch_id for claim, flight in statements if differs(claim, flight.below)
    )
    assert len(statements) >= 120
    text = " ".join((TABLES / "README.md").read_text("utf-8").split())
    assert (
        f"Of {len(statements)} statements on whether a flight fell into Japan's zone, "
        f"{counted.total()} are less probable"
    ) in text
    known = {launch_id: counted[launch_id] for launch_id in judged(counted)}
    assert known == STATED_OTHERWISE, f"{counted.total()} of {len(statements)} statements"
    # A release and the press conference on it are two statements of one judgement.
    assert counted.total() <= 0.12 * len(statements)


def test_the_panel_marks_those_statements_and_no_others(served, statements):
    speaking = {claim.launch_id for claim, _ in statements}
    panels = {
        launch.id: derived(served, launch)
        for launch in served.record.launches
        if launch.id in speaking
    }
    for launch_id, html in panels.items():
        for paragraph in re.findall(r"<p>.*?</p>", html, re.DOTALL):
            said = re.findall(r"Stated: [^<]*", paragraph)
            assert len(said) == len(set(said)), launch_id
    marked = {launch_id: html.count(MARK) for launch_id, html in panels.items()}
    assert {launch_id: marked[launch_id] for launch_id in judged(marked) if marked[launch_id]} == (
        STATED_OTHERWISE | dict.fromkeys(STATED_ALIKE, 1)
    )


@pytest.mark.parametrize(
    ("words", "share", "expected"),
    [
        (INSIDE, 0.0, True),
        (INSIDE, 0.49, True),
        (INSIDE, 0.51, False),
        (INSIDE, 1.0, False),
        (OUTSIDE, 0.0, False),
        (OUTSIDE, 0.49, False),
        (OUTSIDE, 0.51, True),
        (OUTSIDE, 1.0, True),
        (JUST_OUTSIDE, 0.49, False),
        (JUST_OUTSIDE, 0.51, True),
    ],
)
def test_a_statement_differs_where_its_opposite_is_more_probable(
    make_claim, words, share, expected
):
    assert differs(make_claim("impact_place", words, "Japan MOD"), known(share)) is expected


def test_another_country_s_waters_say_nothing_of_japan_s(make_claim):
    russian = known(1.0, "Russia")
    assert differs(make_claim("impact_place", INSIDE), russian)
    assert not differs(make_claim("impact_place", OUTSIDE), russian)


@pytest.mark.parametrize(("range_km", "words", "marked"), [(300, INSIDE, 1), (300, OUTSIDE, 0)])
def test_the_panel_marks_a_statement_that_differs_from_its_flight(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, make_atlas, eastward, range_km, words, marked
):
    stated = make_claim("impact_place", words, "Japan MOD")
    launch = make_launch(*eastward(range_km), stated)
    html = derived(make_atlas(launch), launch)
    assert f"Stated: {escape(words)} (Japan MOD)" in html
    assert html.count('<b class="apart">≠</b>') == marked


def test_the_panel_names_land_crossed_and_zones_with_their_shares(served):
    launches = {launch.id: launch for launch in served.record.launches}
    over = derived(served, launches["2017-08-29-1"])
    assert "The track crosses land of Japan. " in over
    short = derived(served, launches["2021-09-15-1"])
    assert "The track crosses no land but North Korea&#39;s. " in short
    (flight,) = served.flights["2021-09-15-1"]
    share = flight.below.shares[Zone(JAPAN, EEZ)]
    assert f"Japan, economic zone {share:.0%}" in short
    assert "not legal boundaries" in short


def test_the_panel_gives_the_most_probable_zone_first_and_leaves_out_the_unlikely(served):
    for launch in served.record.launches:
        of_launch = served.flights.get(launch.id, ())
        sentences = re.findall(r"impact by zone: (.*?)\. <small>", derived(served, launch))
        assert len(sentences) == len(of_launch), launch.id
        for flight, sentence in zip(of_launch, sentences, strict=True):
            given = [int(share) for share in re.findall(r" (\d+)%", sentence)]
            likely = [share for share in flight.below.shares.values() if share >= 0.01]
            assert given == sorted(given, reverse=True), launch.id
            assert len(given) == len(likely), launch.id
            assert bool(given) is (sentence != "none of those drawn"), launch.id


def test_a_flight_far_out_into_the_ocean_is_in_no_zone(
    make_launch, make_atlas, eastward, assert_harmless
):
    launch = make_launch(*eastward(9000))
    html = derived(make_atlas(launch), launch)
    assert "impact by zone: none of those drawn." in html
    assert_harmless(html)


@pytest.mark.parametrize("words", [INSIDE, OUTSIDE, JUST_OUTSIDE])
def test_hostile_authority_stays_text_in_the_panel(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, make_atlas, eastward, assert_harmless, words
):
    stated = make_claim("impact_place", words, HOSTILE_TEXT)
    launch = make_launch(*eastward(800), stated)
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert_harmless(html)
    assert f"Stated: {escape(words)} ({escape(HOSTILE_TEXT)})" in html


def test_hostile_words_are_no_statement_on_the_zone(
    make_launch, make_claim, make_atlas, eastward, assert_harmless
):
    stated = make_claim("impact_place", INSIDE + HOSTILE_TEXT, "Japan MOD")
    launch = make_launch(*eastward(800), stated)
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert_harmless(html)
    assert "Stated: " not in html


def test_both_reaches_are_offered_in_a_link_in_any_case(reachable):
    assert reachable.options("reach") == list(REACHES)
    selection, problems = read_query({"reach": ["OVERFLEW Japan", NEAR_EEZ]}, reachable)
    assert not problems
    assert selection.reach == (OVERFLEW, NEAR_EEZ)
    assert selection.query(reachable.period) == [("reach", OVERFLEW), ("reach", NEAR_EEZ)]


@pytest.mark.parametrize("wrong", ["overflew South Korea", "", *HOSTILE])
def test_a_reach_that_there_is_not_is_named_and_the_rest_applies(reachable, wrong):
    selection, (problem,) = read_query({"reach": [wrong, OVERFLEW]}, reachable)
    assert selection.reach == (OVERFLEW,)
    assert problem.places["value"] == wrong
    assert problem.places["allowed"] == tuple(REACHES)


def test_reach_picks_launches_of_which_one_of_its_values_is_true(served):
    launches = served.record.launches
    period = whole_period(launches)

    def picked(*reach):
        chosen = Selection(period, reach=reach).pick(launches, served.reaches)
        return {launch.id for launch in chosen}

    assert judged(picked(OVERFLEW)) >= OVER_JAPAN
    assert picked(OVERFLEW, NEAR_EEZ) == picked(OVERFLEW) | picked(NEAR_EEZ)
    assert picked() == {launch.id for launch in launches}


def test_reach_and_the_other_filters_are_all_to_be_true(served):
    chosen = Selection(whole_period(served.record.launches), type=("IRBM",), reach=(NEAR_EEZ,))
    picked = chosen.pick(served.record.launches, served.reaches)
    assert picked == [
        launch
        for launch in served.record.launches
        if launch.missile.range_class == "IRBM" and NEAR_EEZ in served.reaches[launch.id]
    ]


def test_counts_of_the_reaches_leave_the_reach_chosen_out_of_account(served):
    launches = served.record.launches
    chosen = Selection(whole_period(launches), reach=(OVERFLEW,))
    counts = chosen.count(launches, "reach", served.reaches)
    over = sum(OVERFLEW in found for found in served.reaches.values())
    assert counts[OVERFLEW] == over >= len(OVER_JAPAN)
    assert counts[NEAR_EEZ] == sum(NEAR_EEZ in found for found in served.reaches.values())
    of_types = chosen.count(launches, "type", served.reaches)
    assert of_types.total() == over


def test_a_launch_of_unknown_reach_is_selected_by_none(make_launch):
    launch = make_launch()
    period = whole_period([launch])
    assert Selection(period).pick([launch]) == [launch]
    assert Selection(period, reach=REACHES).pick([launch]) == []


def test_statement_on_another_missile_says_nothing_of_this_one(make_launch, make_claim):
    second = make_claim("impact_place", INSIDE, "Japan MOD", missiles=(2,))
    launch = make_launch(second, count=2)
    assert stated_of_japan(launch, [1]) == []
    assert stated_of_japan(launch, [1, 2]) == [second]


@pytest.mark.parametrize("words", [INSIDE, OUTSIDE])
def test_even_odds_differ_from_no_statement(make_claim, words):
    even = Below((), {Zone("Japan", "eez"): 0.5})
    assert not differs(make_claim("impact_place", words), even)
