"""Where authorities disagree: claims whose intervals leave no value that both allow.

Rounding, "about" and "at least" are no disagreement (see `dashboard.claims.intervals`). A party
that states several figures of a missile disagrees with another only if each of its figures does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dashboard.claims.authorities import MAP_READER, by_authority, is_state, party
from dashboard.claims.figures import missiles_spoken_of
from dashboard.claims.intervals import FULL_TURN_DEG, Interval, exclude, interval, middle
from data.model import Claim, Launch
from data.quantities import QUANTITIES, Quantity, Scale

MINUTES_A_DAY = 1440.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """
    One quantity of a launch on which parties exclude each other.

    `claims` are all that take part, the preferred authority first; `widest` are the two furthest
    apart, by `difference` in the unit of the quantity (minutes for times, degrees for directions,
    None for words) and by `share` of the larger one (of a day, of half a turn).
    `between_states` says that two states exclude each other, not only compilers and the press;
    `widest` are then of two states.
    """

    launch: Launch
    quantity: str
    claims: tuple[Claim, ...]
    widest: tuple[Claim, Claim]
    difference: float | None
    share: float
    between_states: bool


def disagreements(launch: Launch) -> tuple[Disagreement, ...]:
    """Every quantity of a launch on which parties exclude each other."""
    found = [
        _by_words(launch, quantity) if quantity.opposites else _by_intervals(launch, quantity)
        for quantity in QUANTITIES.values()
        if quantity.compared
    ]
    return tuple(each for each in found if each)


def largest_first(found: Iterable[Disagreement]) -> list[Disagreement]:
    """Disagreements in the order of their share, the largest first; the newest first of equals."""
    # The second sort keeps the order of the first among equals.
    newest = sorted(found, key=lambda each: each.launch.id, reverse=True)
    return sorted(newest, key=lambda each: -each.share)


def opposing(launch: Launch, quantity: str, missile: int) -> list[tuple[Claim, Claim]]:
    """Pairs of claims on one missile of a salvo, of parties that exclude each other."""
    return _opposing(_allowing(launch, quantity), missile)


def _allowing(launch: Launch, quantity: str) -> list[tuple[Claim, Interval]]:
    """Claims on a quantity with what each allows, the preferred authority first."""
    own = [claim for claim in launch.claims if claim.quantity == quantity]
    found = [(claim, interval(claim)) for claim in by_authority(own)]
    return [(claim, allows) for claim, allows in found if allows and claim.authority != MAP_READER]


def _opposing(claims: Sequence[tuple[Claim, Interval]], missile: int) -> list[tuple[Claim, Claim]]:
    parties: dict[str, list[tuple[Claim, Interval]]] = {}
    for claim, allows in claims:
        if _speaks_of(claim, missile):
            parties.setdefault(party(claim.authority), []).append((claim, allows))
    # One figure of a party that another allows is enough: the rest are restatements.
    return [
        (one, other)
        for first, second in combinations(parties.values(), 2)
        if all(exclude(one.quantity, mine, theirs) for one, mine in first for _, theirs in second)
        for one, _ in first
        for other, _ in second
    ]


def _speaks_of(claim: Claim, missile: int) -> bool:
    """Whether a claim is about a missile; a time of a salvo is that of its first."""
    if claim.missiles:
        return missile in claim.missiles
    return missile == 1 or QUANTITIES[claim.quantity].scale is not Scale.TIME


def apart(one: Claim, other: Claim) -> bool:
    """Whether two claims of one quantity leave no value that both allow."""
    first, second = interval(one), interval(other)
    return first is not None and second is not None and exclude(one.quantity, first, second)


def _by_intervals(launch: Launch, quantity: Quantity) -> Disagreement | None:
    # Most launches have one claim or none of a quantity: they are done with before the missiles.
    if sum(claim.quantity == quantity.name for claim in launch.claims) < 2:
        return None
    claims = _allowing(launch, quantity.name)
    pairs = [
        pair
        for missile in range(1, missiles_spoken_of(launch) + 1)
        for pair in _opposing(claims, missile)
    ]
    return _described(launch, quantity, pairs) if pairs else None


def _by_words(launch: Launch, quantity: Quantity) -> Disagreement | None:
    parties: dict[tuple[str, tuple[int, ...]], list[Claim]] = {}
    for claim in by_authority(launch.claims):
        if claim.quantity == quantity.name and claim.value in quantity.opposites:
            parties.setdefault((party(claim.authority), claim.missiles), []).append(claim)
    pairs = [
        (one, other)
        for first, second in combinations(parties, 2)
        if first[1] == second[1] and _opposite(parties[first], parties[second])
        for one in parties[first]
        for other in parties[second]
    ]
    return _described(launch, quantity, pairs) if pairs else None


def _opposite(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether every statement of one party is the opposite of every one of the other."""
    return {claim.value for claim in first}.isdisjoint(claim.value for claim in second)


def _described(
    launch: Launch, quantity: Quantity, pairs: Sequence[tuple[Claim, Claim]]
) -> Disagreement:
    involved = dict.fromkeys(claim for pair in pairs for claim in pair)
    # What two states say outweighs a wider gap to a newspaper.
    of_states = [pair for pair in pairs if all(is_state(claim.authority) for claim in pair)]
    widest = max(of_states or pairs, key=lambda pair: _difference(quantity, *pair)[1])
    difference, share = _difference(quantity, *widest)
    return Disagreement(
        launch,
        quantity.name,
        tuple(by_authority(involved)),
        widest,
        difference,
        share,
        bool(of_states),
    )


def _difference(quantity: Quantity, one: Claim, other: Claim) -> tuple[float | None, float]:
    """
    Difference of two claims, and what share it is of the larger, of a day or of half a turn.

    Of figures that are spans, the distance between their nearer ends.
    """
    if quantity.scale is Scale.WORDS:
        return None, 1.0  # Opposite words are as far apart as can be.
    first, second = middle(one), middle(other)
    difference = abs(first - second)
    if quantity.unit == "deg":
        difference = min(difference, FULL_TURN_DEG - difference)
        return difference, difference / (FULL_TURN_DEG / 2)
    if quantity.scale is Scale.TIME:
        return difference, difference / MINUTES_A_DAY
    lower, upper = sorted((one, other), key=middle)
    difference = max((upper.low or 0.0) - (lower.high or 0.0), 0.0)
    return difference, difference / max(first, second)
