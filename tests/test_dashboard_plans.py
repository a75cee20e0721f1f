"""Which tracks are drawn of a launch, for each choice of whose figures are wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.claims.authorities import party
from dashboard.claims.figures import IMPACT_PLACE
from dashboard.claims.intervals import exclude, interval
from dashboard.flights.missile_figures import MissileFigures, missile_figures
from dashboard.flights.plan import ALONE, BEST, DIFFERING, WHOSE, planned
from data.impact_place import places_by_name
from data.model import PARTIES

ONE_PARTY = [whose for whose in WHOSE if whose not in {BEST, DIFFERING}]


def plan(launch, whose, places):
    """Tracks planned of a launch."""
    arcs, _ = planned(missile_figures(launch, places), whose)
    return arcs


@pytest.fixture(scope="session")
def drawn(make_launch, make_claim):
    """Ranges drawn of a launch toward 75 degrees: figure, whether it differs, its missiles."""

    def find(whose, *claims, **values):
        launch = make_launch(make_claim("azimuth_deg", 75, "nagix"), *claims, **values)
        return [
            (one.range_km.value, one.differing, one.missiles) for one in plan(launch, whose, {})
        ]

    return find


@pytest.fixture(scope="session")
def claims_of(make_claim):
    """Make claims of one range for each authority named."""

    def make(**figures):
        names = {"japan": "Japan MOD", "tokyo": "Japan government", "korea": "ROK military"}
        return [make_claim("range_km", km, names.get(name, name)) for name, km in figures.items()]

    return make


def test_choices_are_the_best_each_party_and_all_that_differ():
    assert WHOSE == ("best", "jcs", "japan", "kcna", "all")
    assert set(ALONE.values()) <= set(PARTIES)


def test_best_available_is_the_figure_of_the_preferred_authority(drawn, claims_of):
    claims = claims_of(KCNA=700, japan=500, CNS=600)
    assert drawn(BEST, *claims) == [(500, False, (1,))]


@pytest.mark.parametrize(("whose", "range_km"), [("jcs", 600), ("japan", 500), ("kcna", 700)])
def test_party_alone_gives_its_own_figure(drawn, claims_of, whose, range_km):
    claims = claims_of(KCNA=700, tokyo=500, korea=600, CNS=400, USINDOPACOM=300)
    assert drawn(whose, *claims) == [(range_km, False, (1,))]


@pytest.mark.parametrize("whose", ONE_PARTY)
def test_party_that_states_no_range_has_nothing_drawn(drawn, claims_of, make_claim, whose):
    claims = [
        *claims_of(CNS=400, USINDOPACOM=300, press=200),
        make_claim("apogee_km", 60, ALONE[whose]),
    ]
    assert drawn(whose, *claims) == []


def test_party_alone_leaves_out_missiles_of_which_it_says_nothing(drawn, claims_of, make_claim):
    second = make_claim("range_km", 400, "Japan MOD", missiles=(2,))
    claims = [*claims_of(JCS=600), second]
    assert drawn("japan", *claims, count=2) == [(400, False, (2,))]
    assert drawn("jcs", *claims, count=2) == [(600, False, (1, 2))]


def test_all_that_differ_adds_the_party_that_excludes_the_best(drawn, claims_of):
    claims = claims_of(JCS=650, japan=350, CNS=660)
    assert drawn(DIFFERING, *claims) == [(650, False, (1,)), (350, True, (1,))]


def test_all_that_differ_adds_every_such_state_and_no_compiler(drawn, claims_of):
    claims = claims_of(press=900, KCNA=400, JCS=650, japan=350)
    figures = drawn(DIFFERING, *claims)
    assert figures[0] == (650, False, (1,))
    assert sorted(figures[1:]) == [(350, True, (1,)), (400, True, (1,))]


def test_all_that_differ_adds_no_party_twice(drawn, claims_of):
    claims = claims_of(JCS=650, japan=350, tokyo=300)
    assert drawn(DIFFERING, *claims) == [(650, False, (1,)), (350, True, (1,))]


def test_all_that_differ_never_adds_a_restatement_of_the_party_drawn(drawn, claims_of):
    assert drawn(DIFFERING, *claims_of(JCS=650, korea=350)) == [(650, False, (1,))]


def test_parties_that_exclude_each_other_but_not_the_best_are_not_added(drawn, claims_of):
    # 600 km leave 550 to 650 open; 560 and 640 leave 5 to each side.
    assert drawn(DIFFERING, *claims_of(JCS=600, japan=560, CNS=640)) == [(600, False, (1,))]


def test_all_that_differ_is_the_best_where_nobody_differs(drawn, claims_of):
    claims = claims_of(JCS=650, japan=660, CNS=640)
    assert drawn(DIFFERING, *claims) == drawn(BEST, *claims) == [(650, False, (1,))]


def test_difference_on_one_missile_is_drawn_for_that_one(drawn, claims_of, make_claim):
    second = make_claim("range_km", 350, "Japan MOD", missiles=(2,))
    assert drawn(DIFFERING, *claims_of(JCS=650), second, count=3) == [
        (650, False, (1, 2, 3)),
        (350, True, (2,)),
    ]


def test_reading_off_a_map_is_no_range_that_differs(drawn, claims_of):
    assert drawn(DIFFERING, *claims_of(JCS=650, nagix=300)) == [(650, False, (1,))]


ranges = st.lists(
    st.tuples(
        st.sampled_from(["JCS", "ROK military", "Japan MOD", "KCNA", "North Korea", "CNS"]),
        st.integers(1, 20).map(lambda number: 50 * number),
        st.sampled_from([(), (1,), (2,)]),
    ),
    min_size=1,
    max_size=7,
)


@pytest.fixture(scope="session")
def launch_of(make_launch, make_claim):
    def make(said):
        claims = [make_claim("range_km", km, name, missiles=numbers) for name, km, numbers in said]
        return make_launch(make_claim("azimuth_deg", 75), *claims, count=2)

    return make


@given(said=ranges)
def test_all_that_differ_are_the_best_and_what_excludes_them_once_a_party(launch_of, said):
    launch = launch_of(said)
    best = {n: one for one in plan(launch, BEST, {}) for n in one.missiles}
    every = [(n, one) for one in plan(launch, DIFFERING, {}) for n in one.missiles]
    assert {n: one.range_km for n, one in every if not one.differing} == {
        n: one.range_km for n, one in best.items()
    }
    shown = [(n, party(one.range_km.claim.authority)) for n, one in every]
    assert len(set(shown)) == len(shown)
    for n, one in every:
        if one.differing:
            sides = interval(best[n].range_km.claim), interval(one.range_km.claim)
            assert exclude("range_km", *sides)


@given(said=ranges, whose=st.sampled_from(ONE_PARTY))
def test_party_alone_gives_no_figure_of_another(launch_of, said, whose):
    speakers = {party(name) for name, *_ in said}
    plans = plan(launch_of(said), whose, {})
    assert {party(one.range_km.claim.authority) for one in plans} == speakers & {ALONE[whose]}
    assert not any(one.differing for one in plans)


@given(said=ranges, whose=st.sampled_from([BEST, *ONE_PARTY]))
def test_no_missile_is_planned_twice(launch_of, said, whose):
    missiles = [n for one in plan(launch_of(said), whose, {}) for n in one.missiles]
    assert len(set(missiles)) == len(missiles)


def test_plan_leads_to_the_stated_impact_place(make_launch, make_claim, make_place):
    claims = make_claim("range_km", 260), make_claim("impact_place", "Alsom", "press")
    (one,) = plan(make_launch(*claims), BEST, places_by_name([make_place()]))
    assert one.azimuth_deg.basis == IMPACT_PLACE
    assert plan(make_launch(*claims), BEST, {}) == []


@pytest.mark.parametrize("whose", WHOSE)
def test_azimuth_is_the_best_there_is_whoever_gave_it(make_launch, make_claim, whose):
    speakers = [make_claim("range_km", 600, name) for name in ALONE.values()]
    launch = make_launch(*speakers, make_claim("azimuth_deg", 75, "CNS"))
    (one,) = plan(launch, whose, {})
    assert one.azimuth_deg.claim.authority == "CNS"


@pytest.mark.parametrize("whose", WHOSE)
def test_nothing_is_planned_without_a_site(make_launch, make_claim, make_site, whose):
    claims = make_claim("range_km", 600, "JCS"), make_claim("azimuth_deg", 75)
    nowhere = make_site(latitude=None, longitude=None)
    assert plan(make_launch(*claims, site=None), whose, {}) == []
    assert plan(make_launch(*claims, site=nowhere), whose, {}) == []


def test_number_of_missiles_that_is_not_settled_is_that_of_the_claims(drawn, make_claim):
    third = make_claim("range_km", 400, missiles=(3,))
    assert drawn(BEST, third, count=None) == [(400, False, (3,))]


def test_plans_of_one_track_have_one_key(make_launch, make_claim):
    claims = [
        make_claim("range_km", 650, "JCS"),
        make_claim("range_km", 350, "Japan MOD"),
        make_claim("azimuth_deg", 75),
    ]
    launch = make_launch(*claims)
    (best,), (jcs,), (japan,) = (plan(launch, whose, {}) for whose in (BEST, "jcs", "japan"))
    first, second = plan(launch, DIFFERING, {})
    assert best.key == jcs.key == first.key
    assert len({best.key, japan.key, second.key}) == 3
    (other,) = plan(make_launch(*claims, id="2022-01-05-2"), BEST, {})
    assert other.key != best.key


def test_plans_of_other_missiles_have_other_keys(make_launch, make_claim):
    launch = make_launch(
        make_claim("range_km", 600, "KCNA"),
        make_claim("range_km", 500, "JCS", missiles=(2,)),
        make_claim("azimuth_deg", 75),
        count=2,
    )
    first, second = plan(launch, BEST, {})
    (alone,) = plan(launch, "kcna", {})
    assert (first.missiles, second.missiles, alone.missiles) == ((1,), (2,), (1, 2))
    assert first.shown == alone.shown
    assert first.key != alone.key


def test_missiles_whose_ranges_are_worded_otherwise_are_told_apart(drawn, make_claim):
    exact = make_claim("range_km", 400, missiles=(1,))
    about = make_claim("range_km", 400, missiles=(2,), qualifier="about")
    assert drawn(BEST, exact, about, count=2) == [(400, False, (1,)), (400, False, (2,))]


@pytest.mark.parametrize(
    ("outcome", "failed"), [("success", False), ("unknown", False), ("failure", True)]
)
def test_outcome_of_a_launch_is_that_of_each_missile(make_launch, outcome, failed):
    launch = make_launch(outcome=outcome, count=2)
    assert [MissileFigures(launch, missile).failed for missile in (1, 2)] == [failed, failed]


def test_of_a_partial_success_those_missiles_failed_of_which_it_is_said(make_launch, make_claim):
    claims = (
        make_claim("range_km", 700),
        make_claim("azimuth_deg", 75),
        make_claim("outcome", "failure", missiles=(2,)),
        make_claim("outcome", "success", missiles=(1,)),
        make_claim("outcome", "failure"),
    )
    launch = make_launch(*claims, outcome="partial", count=2)
    assert [MissileFigures(launch, missile).failed for missile in (1, 2)] == [False, True]
    assert [(one.missiles, one.failed) for one in plan(launch, BEST, {})] == [
        ((1,), False),
        ((2,), True),
    ]


def test_differing_track_is_drawn_though_another_of_the_party_disagrees(make_launch, make_claim):
    launch = make_launch(
        make_claim("range_km", 600, "JCS"),
        make_claim("range_km", 610, "ROK military", missiles=(1,)),
        make_claim("range_km", 400, "Japan MOD"),
        make_claim("azimuth_deg", 75),
    )
    drawn = [(one.range_km.value, one.differing) for one in plan(launch, DIFFERING, {})]
    assert drawn == [(600, False), (400, True)]


def test_span_of_a_salvo_is_no_differing_track(make_launch, make_claim):
    launch = make_launch(
        make_claim("range_km", 800, "JCS"),
        make_claim("range_km", (250, 400), "Japan MOD"),
        make_claim("azimuth_deg", 75),
        count=2,
    )
    assert [one.range_km.value for one in plan(launch, DIFFERING, {})] == [800]


def test_rings_of_one_range_in_two_seas_or_of_two_ranges_are_two(make_launch, make_claim):
    east, west = (
        make_claim("impact_place", sea, missiles=(number,))
        for number, sea in ((1, "East Sea"), (2, "Yellow Sea"))
    )
    third = make_claim("range_km", 600, missiles=(3,))
    launch = make_launch(make_claim("range_km", 400), east, west, third, count=4)
    _, parts = planned(missile_figures(launch), BEST)
    assert [(one.missiles, one.figure.value, one.sea) for one in parts] == [
        ((1,), 400, "East Sea"),
        ((2,), 400, "Yellow Sea"),
        ((3,), 600, None),
        ((4,), 400, None),
    ]
