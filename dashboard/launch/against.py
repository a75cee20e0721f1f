"""South Korea's figures beside Japan's, one pair for each missile that both speak of."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.claims.authorities import party
from dashboard.claims.disagreement import apart
from dashboard.claims.figures import (
    Figure,
    claims_for,
    missiles_spoken_of,
    only_bounds,
    stated_figure,
)
from data.model import Launch

KOREA, JAPAN = "JCS", "Japan MOD"


@dataclass(frozen=True)
class Pair:
    """Figures of two states on one quantity of a launch, and whether they exclude each other."""

    launch: Launch
    korea_km: float
    japan_km: float
    excluding: bool


def pairs(launches: Iterable[Launch], quantity: str) -> list[Pair]:
    """Pairs of a quantity [km]; of the missiles of a salvo, equal pairs stand once."""
    found: dict[Pair, None] = {}
    for launch in launches:
        for missile in range(1, missiles_spoken_of(launch) + 1):
            korea, japan = (_figure(launch, quantity, missile, name) for name in (KOREA, JAPAN))
            if korea and japan:
                excluding = apart(korea.claim, japan.claim)
                found[Pair(launch, korea.value, japan.value, excluding)] = None
    return list(found)


def _figure(launch: Launch, quantity: str, missile: int, state: str) -> Figure | None:
    """First figure of a state on one missile that is more than a bound."""
    for claim in claims_for(launch, quantity, missile):
        if party(claim.authority) == state and not only_bounds(claim, launch):
            return stated_figure(claim)
    return None
