"""Who states things: the order in which authorities are preferred, and for whom they speak."""

from collections.abc import Iterable

from data.model import Claim

AUTHORITY_ORDER = (
    "JCS",
    "ROK MND",
    "ROK military",
    "ROK government",
    "South Korea",
    "Japan MOD",
    "Japan Defense Agency",
    "Japan Coast Guard",
    "Japan government",
    "USINDOPACOM",
    "USPACOM",
    "USSTRATCOM",
    "US NORTHCOM",
    "NORAD",
    "US DoD",
    "US government",
    "CNS",
    "KCNA",
    "North Korea",
    "DPRK state media",
    "Rodong Sinmun",
    "Academy of Defense Science",
    "NADA",
    "CSIS",
    "nagix",
)
"""Whose figure is drawn where several are stated: those who track the flight by radar first, the
compilers of the CNS database next, then North Korea's own figures, then the other compilers;
authorities not named here come last."""

_RANKS = {name: rank for rank, name in enumerate(AUTHORITY_ORDER)}
_LAST = len(AUTHORITY_ORDER)

PARTIES = {
    "JCS": ("JCS", "ROK MND", "ROK military", "ROK government", "South Korea"),
    "Japan MOD": ("Japan MOD", "Japan Defense Agency", "Japan Coast Guard", "Japan government"),
    "United States": (
        *("USINDOPACOM", "USPACOM", "USSTRATCOM", "US NORTHCOM", "NORAD", "US DoD"),
        "US government",
    ),
    "KCNA": (
        *("KCNA", "North Korea", "DPRK state media", "Rodong Sinmun"),
        *("Academy of Defense Science", "NADA"),
    ),
}
"""Authorities that pass on one state's findings, by the one that mostly speaks for it: the texts
say "South Korea's military" or "Tokyo" for what the Joint Chiefs or the Ministry of Defense
announced. Within a party a differing figure is a restatement, not a disagreement."""

_PARTY_OF = {name: party for party, names in PARTIES.items() for name in names}


def party(authority: str) -> str:
    """Party that an authority speaks for: one of `PARTIES`, or itself."""
    return _PARTY_OF.get(authority, authority)


def by_authority(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in the order in which authorities are preferred."""
    return sorted(claims, key=lambda claim: _RANKS.get(claim.authority, _LAST))
