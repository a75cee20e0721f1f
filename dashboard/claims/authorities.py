"""Who states things: the order in which authorities are preferred, and for whom they speak."""

from collections.abc import Iterable

from data.model import PARTIES, Claim

AUTHORITY_ORDER = (
    *PARTIES["JCS"],
    *PARTIES["Japan MOD"],
    *PARTIES["United States"],
    "CNS",
    *PARTIES["KCNA"],
    *PARTIES["Russia"],
    *("CSIS", "nagix", "press", "expert"),
)
"""Whose figure is drawn where several are stated: those who track the flight by radar first, the
compilers of the CNS database next, then North Korea's own figures, then the other compilers."""

MAP_READER = "nagix"
"""Who read bearings off published maps: no authority, and no party to a disagreement."""

_RANKS = {name: rank for rank, name in enumerate(AUTHORITY_ORDER)}
_LAST = len(AUTHORITY_ORDER)
_PARTY_OF = {name: party for party, names in PARTIES.items() for name in names}


def party(authority: str) -> str:
    """
    Party that an authority speaks for: one of `PARTIES`, or itself.

    Within a party a differing figure is a restatement, not a disagreement.
    """
    return _PARTY_OF.get(authority, authority)


def is_state(authority: str) -> bool:
    """Whether an authority speaks for a state, and does not pass on what others stated."""
    return authority in _PARTY_OF


def by_authority(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order in which authorities are preferred."""
    return sorted(claims, key=lambda claim: _RANKS.get(claim.authority, _LAST))
