"""Where authorities exclude each other, and where they only word the same thing otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.claims.authorities import party
from dashboard.claims.disagreement import disagreements, largest_first, opposing
from dashboard.claims.figures import missiles_spoken_of
from dashboard.claims.intervals import exclude, interval
from data.quantities import QUANTITIES

KM_A_MILE = 1.609344
CLOCK = "2022-01-05T{}+09:00"


@pytest.fixture(scope="session")
def found(make_launch):
    """Quantities that disagree among claims, each with its disagreement."""

    def find(*claims, **values):
        launch = make_launch(*claims, **values)
        return {each.quantity: each for each in disagreements(launch)}

    return find


def authorities(disagreement):
    return [claim.authority for claim in disagreement.claims]


def test_two_parties_that_leave_no_common_value_disagree(make_launch, make_claim):
    low, high = make_claim("range_km", 450, "KCNA"), make_claim("range_km", 600, "JCS")
    launch = make_launch(low, high)
    (each,) = disagreements(launch)
    assert each.launch is launch
    assert (each.quantity, each.claims, each.widest) == ("range_km", (high, low), (high, low))
    assert (each.difference, each.share) == (150, 0.25)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (650, 700, False),
        (500, 600, False),
        (500, 610, True),
        (600, 600, False),
        (787, 788, False),
        (787, 789, True),
        ((350, 400), 460, True),
        ((350, 460), 460, False),
        ((350, 400), 375.5, False),
        ((350, 400), (400, 430), False),
        ((350, 400), (490, 600), True),
    ],
)
def test_rounding_and_touching_are_no_conflict(found, make_claim, one, other, apart):
    claims = make_claim("range_km", one, "JCS"), make_claim("range_km", other, "KCNA")
    assert ("range_km" in found(*claims)) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        # (figure, unit, qualifier) of a range [km].
        ((435 * KM_A_MILE, "mi", "exact"), (700, "km", "exact"), False),
        ((435 * KM_A_MILE, "mi", "exact"), (735, "km", "exact"), False),
        ((435 * KM_A_MILE, "mi", "exact"), (742, "km", "exact"), True),
        ((435 * KM_A_MILE, "km", "exact"), (735, "km", "about"), False),
        ((435 * KM_A_MILE, "km", "exact"), (735, "km", "exact"), True),
        ((787, "km", "exact"), (820, "km", "exact"), True),
        ((787, "km", "about"), (820, "km", "exact"), False),
        ((787, "km", "at_least"), (5000, "km", "exact"), False),
        ((787, "km", "at_least"), (720, "km", "exact"), True),
        ((787, "km", "at_most"), (0.1, "km", "exact"), False),
        ((787, "km", "at_most"), (800, "km", "exact"), False),
        ((787, "km", "at_most"), (860, "km", "exact"), True),
        ((787, "km", "at_most"), (860, "km", "at_least"), True),
    ],
)
def test_miles_and_qualifiers_leave_room(found, make_claim, one, other, apart):
    claims = [
        make_claim("range_km", figure, authority, unit=unit, qualifier=qualifier)
        for authority, (figure, unit, qualifier) in (("JCS", one), ("KCNA", other))
    ]
    assert ("range_km" in found(*claims)) is apart


@pytest.mark.parametrize(
    ("unit", "seconds", "apart"),
    [
        ("min", 3989, False),
        ("min", 3931, False),
        ("min", 3992, True),
        ("min", 3928, True),
        ("s", 3967, True),
    ],
)
def test_66_minutes_are_66_minutes_give_or_take_half_a_minute(
    found, make_claim, unit, seconds, apart
):
    minutes = make_claim("flight_time_s", 3960, "Japan MOD", unit=unit)
    assert ("flight_time_s" in found(minutes, make_claim("flight_time_s", seconds, "KCNA"))) is (
        apart
    )


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("08:07", "exact"), ("08:09", "exact"), False),
        # Three minutes are two times the minute and a half between launch and detection.
        (("08:06", "exact"), ("08:09", "exact"), False),
        (("08:07", "exact"), ("08:11", "exact"), True),
        (("08:07", "about"), ("08:13", "exact"), False),
        (("08:07", "about"), ("08:14", "exact"), True),
        (("08:10", "exact"), ("08:16", "exact"), False),
        (("08:00", "exact"), ("08:31", "exact"), False),
        (("08:00", "exact"), ("08:32", "exact"), True),
        (("08:07", "at_least"), ("09:11", "exact"), False),
    ],
)
def test_launch_times_may_be_those_of_the_detection(found, make_claim, one, other, apart):
    claims = [
        make_claim("launch_time", CLOCK.format(clock), authority, qualifier=qualifier)
        for authority, (clock, qualifier) in (("JCS", one), ("Japan MOD", other))
    ]
    assert ("launch_time" in found(*claims)) is apart


def test_launch_times_differ_by_minutes_of_a_day(found, make_claim):
    first = make_claim("launch_time", CLOCK.format("06:23"), "JCS")
    other = make_claim("launch_time", "2022-01-04T21:15Z", "Japan government")
    each = found(first, other)["launch_time"]
    assert each.difference == pytest.approx(8)
    assert each.share == pytest.approx(8 / (24 * 60))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((3, "exact"), (3, "exact"), False),
        ((3, "exact"), (4, "exact"), True),
        ((10, "exact"), (11, "exact"), True),
        ((10, "about"), (6, "exact"), False),
        ((10, "about"), (4, "exact"), True),
        (((3, 4), "exact"), (4, "exact"), False),
        (((3, 4), "exact"), (5, "exact"), True),
        ((2, "at_least"), (5, "exact"), False),
        ((2, "at_least"), (1, "exact"), True),
    ],
)
def test_missiles_are_counted_exactly_unless_about_as_many(found, make_claim, one, other, apart):
    claims = [
        make_claim("count", number, authority, qualifier=qualifier)
        for authority, (number, qualifier) in (("JCS", one), ("KCNA", other))
    ]
    assert ("count" in found(*claims)) is apart


@pytest.mark.parametrize(
    ("one", "other", "difference", "share"),
    [
        ("northwest", "northeast", 90, 0.5),
        ("north-northwest", "north-northeast", 45, 0.25),
        ("north", "south", 180, 1),
        ("east", "northwest", 135, 0.75),
    ],
)
def test_directions_differ_by_the_shorter_way_round(  # noqa: PLR0913, PLR0917
    found, make_claim, one, other, difference, share
):
    claims = make_claim("direction", one, "JCS"), make_claim("direction", other, "KCNA")
    each = found(*claims)["direction"]
    assert (each.difference, each.share) == (difference, share)


@pytest.mark.parametrize(
    ("one", "other"),
    [("north", "north-northwest"), ("northwest", "north"), ("south", "toward the East Sea")],
)
def test_directions_that_share_an_azimuth_or_name_none_do_not_disagree(
    found, make_claim, one, other
):
    claims = make_claim("direction", one, "JCS"), make_claim("direction", other, "KCNA")
    assert not found(*claims)


def test_restatement_within_a_party_is_no_conflict(found, make_claim):
    names = ["JCS", "ROK military", "South Korea", "ROK MND", "ROK government"]
    claims = [make_claim("range_km", 400 + 150 * n, name) for n, name in enumerate(names)]
    assert not found(*claims)
    assert not found(make_claim("count", 1, "JCS"), make_claim("count", 3, "JCS"))


def test_press_and_compilers_are_parties_of_their_own(found, make_claim):
    claims = [make_claim("count", n, name) for n, name in enumerate(("CNS", "CSIS", "press"), 1)]
    assert authorities(found(*claims)["count"]) == ["CNS", "CSIS", "press"]


def test_party_of_two_figures_disagrees_only_where_both_do(found, make_claim):
    first = make_claim("range_km", 450, "JCS")
    second = make_claim("range_km", 600, "ROK military")
    assert not found(first, second, make_claim("range_km", 620, "KCNA"))
    assert not found(first, second, make_claim("range_km", 460, "KCNA"))
    third = make_claim("range_km", 900, "KCNA")
    each = found(first, second, third)["range_km"]
    assert each.claims == (first, second, third)
    assert each.widest == (first, third)
    assert each.share == 0.5


def test_those_who_agree_with_everybody_take_no_part(found, make_claim):
    claims = [
        make_claim("range_km", 600, "JCS"),
        make_claim("range_km", 450, "Japan MOD"),
        make_claim("range_km", (400, 700), "CNS"),
        make_claim("range_km", 445, "CSIS"),
    ]
    each = found(*claims)["range_km"]
    assert authorities(each) == ["JCS", "Japan MOD", "CSIS"]
    assert [claim.authority for claim in each.widest] == ["JCS", "Japan MOD"]
    assert each.between_states


def test_reading_off_a_map_disagrees_with_nobody(found, make_claim):
    claims = make_claim("range_km", 600, "JCS"), make_claim("range_km", 100, "nagix")
    assert not found(*claims)


@pytest.mark.parametrize("quantity", ["site", "missile", "impact_place"])
def test_other_names_are_no_conflict(found, make_claim, quantity):
    assert not found(make_claim(quantity, "Sunan", "JCS"), make_claim(quantity, "Wonsan", "KCNA"))


def test_azimuths_are_not_compared(found, make_claim):
    assert not found(make_claim("azimuth_deg", 75, "CNS"), make_claim("azimuth_deg", 15, "KCNA"))


def test_one_claim_alone_has_nothing_to_disagree_with(found, make_claim):
    assert not found(make_claim("range_km", 600))
    assert not found()


def test_what_is_said_of_one_missile_conflicts_with_what_is_said_of_the_salvo(
    make_launch, make_claim
):
    salvo = make_claim("range_km", 600, "JCS")
    second = make_claim("range_km", 400, "Japan MOD", missiles=(2,))
    launch = make_launch(salvo, second, count=2)
    assert opposing(launch, "range_km", 1) == []
    assert opposing(launch, "range_km", 2) == [(salvo, second)]
    (each,) = disagreements(launch)
    assert each.claims == (salvo, second)


def test_what_is_said_of_two_missiles_is_not_compared(make_launch, make_claim):
    first = make_claim("range_km", 600, "JCS", missiles=(1,))
    second = make_claim("range_km", 400, "Japan MOD", missiles=(2,))
    assert disagreements(make_launch(first, second, count=2)) == ()


def test_party_means_by_the_salvo_those_missiles_of_which_it_says_no_more(make_launch, make_claim):
    claims = (
        make_claim("range_km", 600, "JCS"),
        make_claim("range_km", 400, "JCS", missiles=(2,)),
        make_claim("range_km", 400, "Japan MOD", missiles=(2,)),
    )
    assert disagreements(make_launch(*claims, count=2)) == ()
    other = make_claim("range_km", 400, "Japan MOD", missiles=(1,))
    (each,) = disagreements(make_launch(*claims, other, count=2))
    assert each.claims == (claims[0], other)


def test_party_that_also_says_the_same_of_the_salvo_does_not_disagree(make_launch, make_claim):
    # On 26 July 2019 the JCS revised what it had said of each missile to 600 km for both.
    salvo = make_claim("range_km", 600, "JCS")
    second = make_claim("range_km", 400, "ROK military", missiles=(2,))
    japan = make_claim("range_km", 600, "Japan MOD", missiles=(2,))
    assert disagreements(make_launch(salvo, second, japan, count=2)) == ()


def test_launch_time_of_a_salvo_is_that_of_its_first_missile(make_launch, make_claim):
    salvo = make_claim("launch_time", "2022-11-03T08:39+09:00", "JCS")
    first = make_claim("launch_time", "2022-11-03T08:39+09:00", "Japan MOD", missiles=(1,))
    second = make_claim("launch_time", "2022-11-03T08:48+09:00", "Japan MOD", missiles=(2,))
    assert disagreements(make_launch(salvo, first, second, count=2)) == ()


@pytest.mark.parametrize("launch_id", ["2022-11-03-2", "2022-11-03-3", "2024-09-18-1"])
def test_launch_of_the_record_with_one_time_for_its_salvo_has_no_dispute_on_it(served, launch_id):
    found = served.disagreements.get(launch_id, ())
    assert "launch_time" not in {each.quantity for each in found}


def test_compilers_alone_are_no_disagreement_between_states(make_launch, make_claim):
    claims = make_claim("count", 1, "CNS"), make_claim("count", 3, "press")
    (found,) = disagreements(make_launch(*claims))
    assert not found.between_states


def test_claim_about_several_missiles_is_named_once(found, make_claim):
    salvo = make_claim("range_km", 600, "JCS")
    each = make_claim("range_km", 400, "Japan MOD", missiles=(1, 2))
    assert found(salvo, each, count=2)["range_km"].claims == (salvo, each)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("success", "failure", True),
        ("failure", "success", True),
        ("success", "success", False),
        ("failure", "partial", False),
        ("success", "partial", False),
        ("success", "unknown", False),
    ],
)
def test_outcomes_disagree_where_one_says_success_and_one_failure(
    found, make_claim, one, other, apart
):
    first, second = make_claim("outcome", one, "JCS"), make_claim("outcome", other, "KCNA")
    outcomes = found(second, first)
    assert ("outcome" in outcomes) is apart
    if apart:
        each = outcomes["outcome"]
        assert (each.claims, each.widest) == ((first, second), (first, second))
        assert (each.difference, each.share) == (None, 1)


def test_outcomes_of_one_party_do_not_disagree(found, make_claim):
    claims = (
        make_claim("outcome", "success", "JCS"),
        make_claim("outcome", "failure", "ROK military"),
    )
    assert not found(*claims)


def test_outcomes_of_other_missiles_do_not_disagree(found, make_claim):
    whole = make_claim("outcome", "success", "KCNA")
    second = make_claim("outcome", "failure", "JCS", missiles=(2,))
    assert not found(whole, second, count=2)
    opposite = make_claim("outcome", "success", "KCNA", missiles=(2,))
    assert found(second, opposite, count=2)["outcome"].claims == (second, opposite)


def test_largest_share_comes_first_and_of_equals_the_newest(make_launch, make_claim):
    ends = {
        "2022-01-05-1": ("range_km", 600, 450),
        "2022-03-05-1": ("range_km", 600, 300),
        "2021-03-05-1": ("apogee_km", 60, 30),
        "2023-03-05-1": ("count", 2, 1),
        "2020-03-05-1": ("count", 9, 8),
    }
    each = [
        found
        for launch_id, (quantity, one, other) in ends.items()
        for found in disagreements(
            make_launch(
                make_claim(quantity, one, "JCS"), make_claim(quantity, other, "KCNA"), id=launch_id
            )
        )
    ]
    for order in (each, each[::-1]):
        assert [(found.launch.id, round(found.share, 3)) for found in largest_first(order)] == [
            ("2023-03-05-1", 0.5),
            ("2022-03-05-1", 0.5),
            ("2021-03-05-1", 0.5),
            ("2022-01-05-1", 0.25),
            ("2020-03-05-1", 0.111),
        ]


statements = st.lists(
    st.tuples(
        st.sampled_from(["JCS", "ROK military", "Japan MOD", "KCNA", "CNS", "press"]),
        st.integers(1, 12).map(lambda number: 50 * number),
        st.sampled_from(["exact", "about", "at_least", "at_most"]),
        st.sampled_from([(), (1,), (2,), (1, 2)]),
    ),
    min_size=2,
    max_size=6,
    unique=True,
)


@pytest.fixture(scope="session")
def claims_of(make_claim):
    def make(said):
        return [
            make_claim("range_km", figure, name, qualifier=qualifier, missiles=missiles)
            for name, figure, qualifier, missiles in said
        ]

    return make


@given(said=statements)
def test_pairs_that_oppose_each_other_are_of_two_parties_and_share_nothing(
    make_launch, claims_of, said
):
    launch = make_launch(*claims_of(said), count=2)
    for missile in (1, 2):
        for one, other in opposing(launch, "range_km", missile):
            assert party(one.authority) != party(other.authority)
            assert exclude("range_km", interval(one), interval(other))
            assert not one.missiles or missile in one.missiles
            assert not other.missiles or missile in other.missiles


@given(said=statements, data=st.data())
def test_disagreement_does_not_depend_on_the_order_of_claims(make_launch, claims_of, said, data):
    claims = claims_of(said)
    shuffled = data.draw(st.permutations(claims))
    one, other = (disagreements(make_launch(*each, count=2)) for each in (claims, shuffled))
    assert [set(each.claims) for each in one] == [set(each.claims) for each in other]
    assert [each.share for each in one] == [each.share for each in other]


@given(said=statements)
def test_wider_word_of_a_party_of_one_figure_adds_no_conflict(make_launch, claims_of, said):
    said = [(name, figure, "exact", ()) for name, figure, *_ in said]
    relaxed = [(said[0][0], said[0][1], "at_least", ()), *said[1:]]
    exact, wide = (disagreements(make_launch(*claims_of(each))) for each in (said, relaxed))
    assert len(wide) <= len(exact)


@pytest.mark.parametrize(
    ("launch_id", "quantity", "ends"),
    [
        # The texts of CNS: JCS 6,100 km, North Korea 6,040.9 km up.
        ("2022-11-18-1", "apogee_km", {("JCS", 6100), ("North Korea", 6040.9)}),
        # JCS about 650 km, the Ministry of Defense about 350 km.
        ("2023-09-13-1", "range_km", {("JCS", 650), ("Japan MOD", 350)}),
        # JCS: it exploded in flight; North Korea: the warheads parted as planned.
        ("2024-06-26-1", "outcome", {("JCS", "failure"), ("North Korea", "success")}),
    ],
)
def test_known_disagreements_of_the_record_are_found(served, launch_id, quantity, ends):
    (each,) = [each for each in served.disagreements[launch_id] if each.quantity == quantity]
    assert ends <= {(claim.authority, claim.value or claim.low) for claim in each.claims}


def test_1000_km_and_999_2_km_of_18_november_2022_agree(served):
    found = {each.quantity for each in served.disagreements["2022-11-18-1"]}
    assert not found & {"range_km", "flight_time_s", "launch_time", "count"}


def test_every_disagreement_of_the_record_is_between_two_parties_that_share_nothing(served):
    found = [each for several in served.disagreements.values() for each in several]
    assert len(found) > 20
    for each in found:
        one, other = each.widest
        assert {one, other} <= set(each.claims)
        assert party(one.authority) != party(other.authority)
        assert 0 < each.share <= 1
        if each.quantity != "outcome":
            assert exclude(each.quantity, interval(one), interval(other)), each.launch.id
            assert each.difference > 0


def test_every_pair_of_the_record_that_opposes_each_other_is_in_a_disagreement(served):
    for launch in served.record.launches:
        told = {each.quantity: set(each.claims) for each in served.disagreements.get(launch.id, ())}
        for quantity in (row.name for row in QUANTITIES.values() if row.compared):
            for missile in range(1, missiles_spoken_of(launch) + 1):
                pairs = opposing(launch, quantity, missile)
                involved = {claim for pair in pairs for claim in pair}
                assert involved <= told.get(quantity, set()), (launch.id, quantity, missile)


def test_missile_that_no_claim_numbers_is_compared_too(make_launch, make_claim):
    launch = make_launch(
        make_claim("range_km", 600, "JCS"),
        make_claim("range_km", 400, "Japan MOD"),
        make_claim("range_km", 600, "Japan MOD", missiles=(2,)),
        count=2,
    )
    (found,) = disagreements(launch)
    assert found.difference == 200


def test_party_that_says_both_does_not_disagree_on_the_outcome(make_launch, make_claim):
    launch = make_launch(
        make_claim("outcome", "failure", "JCS"),
        make_claim("outcome", "success", "ROK military"),
        make_claim("outcome", "success", "KCNA"),
    )
    assert disagreements(launch) == ()


def test_at_least_ten_missiles_are_not_six(make_launch, make_claim):
    launch = make_launch(
        make_claim("count", 10, "JCS", qualifier="at_least"), make_claim("count", 6, "KCNA")
    )
    assert [found.quantity for found in disagreements(launch)] == ["count"]
