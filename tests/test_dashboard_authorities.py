"""Whose word goes first, and who passes on the findings of whom."""

import random

import pytest

from dashboard.claims.authorities import AUTHORITY_ORDER, by_authority, party
from data.model import PARTIES


def test_joint_chiefs_come_before_japan_and_strangers_come_last(make_claim):
    names = ["A paper", "nagix", "Japan MOD", "JCS", "KCNA"]
    claims = [make_claim("range_km", 600, name) for name in names]
    order = [claim.authority for claim in by_authority(claims)]
    assert order == ["JCS", "Japan MOD", "KCNA", "nagix", "A paper"]


def test_radar_comes_before_compilers_and_the_launching_state(make_claim):
    names = ["CSIS", "North Korea", "CNS", "USINDOPACOM", "Japan government", "South Korea"]
    order = [claim.authority for claim in by_authority(make_claim("count", 1, n) for n in names)]
    assert order == names[::-1]


def test_authorities_of_equal_standing_keep_the_order_of_the_record(make_claim):
    claims = [make_claim("range_km", 600, name) for name in ("Zeta", "Alpha", "Mu")]
    assert by_authority(claims) == claims


def test_order_does_not_depend_on_the_order_in_which_claims_come(make_claim):
    claims = [make_claim("range_km", 600, name) for name in AUTHORITY_ORDER]
    shuffled = random.Random(5).sample(claims, len(claims))  # noqa: S311
    assert shuffled != claims
    assert by_authority(shuffled) == claims


def test_no_authority_is_ranked_twice():
    assert len(set(AUTHORITY_ORDER)) == len(AUTHORITY_ORDER)


@pytest.mark.parametrize(
    ("authority", "speaks_for"),
    [
        ("JCS", "JCS"),
        ("ROK military", "JCS"),
        ("South Korea", "JCS"),
        ("Japan Coast Guard", "Japan MOD"),
        ("Japan Defense Agency", "Japan MOD"),
        ("Japan government", "Japan MOD"),
        ("USPACOM", "United States"),
        ("NORAD", "United States"),
        ("North Korea", "KCNA"),
        ("Rodong Sinmun", "KCNA"),
        ("NADA", "KCNA"),
        ("CNS", "CNS"),
        ("CSIS", "CSIS"),
        ("nagix", "nagix"),
        ("press", "press"),
        ("A paper", "A paper"),
    ],
)
def test_authority_speaks_for_its_state_or_else_for_itself(authority, speaks_for):
    assert party(authority) == speaks_for


def test_no_authority_speaks_for_two_parties():
    names = [name for names in PARTIES.values() for name in names]
    assert len(set(names)) == len(names)


def test_every_authority_of_a_party_is_ranked():
    assert {name for names in PARTIES.values() for name in names} <= set(AUTHORITY_ORDER)


def test_party_of_a_party_is_itself():
    for authority in AUTHORITY_ORDER:
        assert party(party(authority)) == party(authority)


def test_state_of_every_ranked_authority_of_the_record_is_settled(served):
    names = {claim.authority for launch in served.record.launches for claim in launch.claims}
    strangers = {name for name in names if name not in AUTHORITY_ORDER}
    assert strangers <= {"press", "expert"}, "rank it in AUTHORITY_ORDER, and give it a party"
