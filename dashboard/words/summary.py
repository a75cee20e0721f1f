"""The sentence above the map: how many launches and missiles, and how they are shown."""

from collections.abc import Iterable, Sequence

from dashboard.claims.authorities import STATE_NAMES
from dashboard.flights.atlas import Atlas
from dashboard.flights.plan import wanted_party
from dashboard.words.plain_text import plural
from data.model import Launch


def missile_number(launches: Iterable[Launch]) -> int:
    """Missiles in launches; where the number is not settled, the least that anyone gives, or 1."""
    return sum(launch.count or _least_stated(launch) for launch in launches)


def summary(atlas: Atlas, launches: Sequence[Launch]) -> str:
    """Sentence whose parts add up to the launches selected."""
    placed = [atlas.placement(launch) for launch in launches]
    missiles = missile_number(launches)
    wanted = wanted_party(atlas.whose)
    whose = f", ranges of {STATE_NAMES[wanted]} alone" if wanted else ""
    part = f", {placed.count('part')} in part" if "part" in placed else ""
    return (
        f"{plural(len(launches), 'launch', 'launches')} "
        f"({plural(missiles, 'missile', 'missiles')}){whose}: "
        f"{placed.count('arc')} drawn as arcs{part}, {placed.count('site')} at their site only, "
        f"{placed.count('none')} not placed"
    )


def _least_stated(launch: Launch) -> int:
    """Smallest number of missiles that a claim on the whole salvo allows."""
    stated = [
        claim.low
        for claim in launch.claims
        if claim.quantity == "count" and not claim.missiles and claim.low is not None
        if claim.qualifier != "at_most"
    ]
    return int(min(stated, default=1))
