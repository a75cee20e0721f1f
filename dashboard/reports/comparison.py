"""What the record has of a claim that was read: the same, what excludes it, or nothing."""

from dataclasses import dataclass

from dashboard.claims.authorities import MAP_READER, by_authority, party
from dashboard.claims.disagreement import apart
from data.model import Claim, Launch, Source
from data.quantities import QUANTITIES
from data.reading.proposal import ClaimProposal

NEW, SAME, DIFFERS = "new", "same", "differs"
VERDICTS = (DIFFERS, NEW, SAME)
"""What a claim may be beside those of the record, by how much it asks of a reviewer."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    A claim beside the record.

    `recorded` are the claims of its launch on the same quantity and missiles, the preferred
    authority first; `excluding` are those that leave no value both allow, by the rules of
    disagreement. It is the `same` where its own party states what it allows, and `differs` where
    that is not so and somebody excludes it.
    """

    verdict: str
    recorded: tuple[Claim, ...]
    excluding: frozenset[Claim]


def readable(claim: ClaimProposal) -> bool:
    """Whether a claim has what its quantity needs, each in its form."""
    quantity = QUANTITIES.get(claim.quantity)
    if quantity is None:
        return False
    if not quantity.is_figure:
        return claim.value is not None and quantity.reads(claim.value) is not None
    if claim.low is None or claim.high is None or quantity.bounds is None:
        return False
    fits = quantity.bounds.hold(claim.low) and quantity.bounds.hold(claim.high)
    return fits and claim.low <= claim.high and (not quantity.units or claim.unit in quantity.units)


def as_claim(claim: ClaimProposal, launch_id: str, source: Source) -> Claim:
    """Claim as the record would hold it."""
    return Claim(
        launch_id=launch_id,
        missiles=claim.missiles,
        authority=claim.authority,
        quantity=claim.quantity,
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        value=claim.value,
        qualifier=claim.qualifier,
        phrase=claim.phrase,
        source=source,
        locator=None,
    )


def compare(claim: Claim, launch: Launch | None) -> Comparison:
    """Compare a claim with those of a launch of the record, or with none."""
    recorded = tuple(
        other
        for other in by_authority(launch.claims if launch else ())
        if other.quantity == claim.quantity
        and other.authority != MAP_READER
        and _meet(claim.missiles, other.missiles)
    )
    excluding = frozenset(other for other in recorded if excludes(claim, other))
    own = (other for other in recorded if party(other.authority) == party(claim.authority))
    if any(_alike(claim, other) for other in own):
        return Comparison(SAME, recorded, excluding)
    return Comparison(DIFFERS if excluding else NEW, recorded, excluding)


def excludes(one: Claim, other: Claim) -> bool:
    """Whether two claims of one quantity, of whatever parties, leave no value that both allow."""
    quantity = QUANTITIES[one.quantity]
    if quantity.opposites:
        return {one.value, other.value} == quantity.opposites
    return quantity.compared and apart(one, other)


def _alike(one: Claim, other: Claim) -> bool:
    """Whether a party says in both what both allow; in words, whether they are the same."""
    if QUANTITIES[one.quantity].is_figure:
        return not apart(one, other)
    if QUANTITIES[one.quantity].rounds:
        return not apart(one, other)
    return (one.value or "").casefold() == (other.value or "").casefold()


def _meet(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two claims speak of a missile together; empty means all of a salvo."""
    return not one or not other or bool({*one} & {*other})
