"""Where authorities disagree: claims whose intervals leave no value that both allow.

Rounding, "about" and "at least" are no disagreement (see `dashboard.intervals`). A party that
states two figures disagrees with another only if each of its figures does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dashboard.authorities import by_authority, party
from dashboard.figures import missiles_spoken_of
from dashboard.intervals import FULL_TURN_DEG, exclude, interval, middle
from data.model import Claim, Launch

COMPARED = ("range_km", "apogee_km", "flight_time_s", "count", "direction", "launch_time")
"""Quantities whose claims are compared by their intervals; outcomes are by their words."""
OPPOSITES = {"success", "failure"}
MINUTES_A_DAY = 1440.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """
    One quantity of a launch on which parties exclude each other.

    `claims` are all that take part, the preferred authority first; `widest` are the two furthest
    apart, by `difference` in the unit of the quantity (minutes for launch times, degrees for
    directions, None for outcomes) and by `share` of the larger one (of a day, of half a turn).
    """

    launch: Launch
    quantity: str
    claims: tuple[Claim, ...]
    widest: tuple[Claim, Claim]
    difference: float | None
    share: float


def disagreements(launch: Launch) -> tuple[Disagreement, ...]:
    """Every quantity of a launch on which parties exclude each other."""
    found = [_on_quantity(launch, quantity) for quantity in COMPARED]
    return tuple(each for each in (*found, _on_outcome(launch)) if each)


def largest_first(found: Iterable[Disagreement]) -> list[Disagreement]:
    """Disagreements in the order of their share, the largest first; the newest first of equals."""
    newest = sorted(found, key=lambda each: each.launch.id, reverse=True)
    return sorted(newest, key=lambda each: -each.share)


def opposing(launch: Launch, quantity: str, missile: int) -> list[tuple[Claim, Claim]]:
    """Pairs of claims on one missile of a salvo, of parties that exclude each other."""
    parties: dict[str, list[Claim]] = {}
    for claim in by_authority(launch.claims):
        speaks = claim.quantity == quantity and (not claim.missiles or missile in claim.missiles)
        if speaks and claim.authority != "nagix" and interval(claim) is not None:
            parties.setdefault(party(claim.authority), []).append(claim)
    statements = [_most_specific(claims) for claims in parties.values()]
    return [
        pair
        for first, second in combinations(statements, 2)
        if all(apart(one, other) for one in first for other in second)
        for pair in ((one, other) for one in first for other in second)
    ]


def _most_specific(claims: Sequence[Claim]) -> list[Claim]:
    """What a party says of this missile alone, or else of the salvo."""
    return [claim for claim in claims if claim.missiles] or list(claims)


def apart(one: Claim, other: Claim) -> bool:
    """Whether two claims of one quantity leave no value that both allow."""
    first, second = interval(one), interval(other)
    return first is not None and second is not None and exclude(one.quantity, first, second)


def _on_quantity(launch: Launch, quantity: str) -> Disagreement | None:
    if sum(claim.quantity == quantity for claim in launch.claims) < 2:
        return None
    pairs = [
        pair
        for missile in range(1, missiles_spoken_of(launch) + 1)
        for pair in opposing(launch, quantity, missile)
    ]
    if not pairs:
        return None
    widest = max(pairs, key=lambda pair: _difference(*pair)[1])
    return _described(launch, quantity, pairs, widest)


def _on_outcome(launch: Launch) -> Disagreement | None:
    parties: dict[tuple[str, tuple[int, ...]], list[Claim]] = {}
    for claim in by_authority(launch.claims):
        if claim.quantity == "outcome" and claim.value in OPPOSITES:
            parties.setdefault((party(claim.authority), claim.missiles), []).append(claim)
    pairs = [
        (one, other)
        for first, second in combinations(parties, 2)
        if first[1] == second[1] and _opposite(parties[first], parties[second])
        for one in parties[first]
        for other in parties[second]
    ]
    return _described(launch, "outcome", pairs, pairs[0]) if pairs else None


def _opposite(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether every statement of one party is the opposite of every one of the other."""
    return {claim.value for claim in first}.isdisjoint(claim.value for claim in second)


def _described(
    launch: Launch,
    quantity: str,
    pairs: Sequence[tuple[Claim, Claim]],
    widest: tuple[Claim, Claim],
) -> Disagreement:
    involved = dict.fromkeys(claim for pair in pairs for claim in pair)
    difference, share = (None, 1.0) if quantity == "outcome" else _difference(*widest)
    return Disagreement(launch, quantity, tuple(by_authority(involved)), widest, difference, share)


def _difference(one: Claim, other: Claim) -> tuple[float, float]:
    """Difference of two claims, and what share it is of the larger, of a day or of half a turn."""
    first, second = middle(one), middle(other)
    difference = abs(first - second)
    if one.quantity == "direction":
        difference = min(difference, FULL_TURN_DEG - difference)
        return difference, difference / (FULL_TURN_DEG / 2)
    whole = MINUTES_A_DAY if one.quantity == "launch_time" else max(first, second)
    return difference, difference / whole
