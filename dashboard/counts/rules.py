"""Launches counted by the rule of each who counts them, and what makes one count differ."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.words.views import missile_number
from data.model import CLASSED_KINDS, PARTIES, Launch

MOD, CNS, CSIS = "Japan MOD", "CNS", "CSIS"
_ENTRIES = re.compile(r"data\[(\d+)(?:-(\d+))?\]")
_ROWS = re.compile(r"row (\d+)")
_FLOWN_BALLISTICALLY = (*CLASSED_KINDS, "space launch")


@dataclass(frozen=True, slots=True)
class Count:
    """
    What a rule makes of launches: its occasions, and missiles where it counts them.

    `differs` is what our own count has more (or, below 0, less) than it, by reason: the kind of
    launches that it leaves out, or `number` for missiles of those that it has.
    """

    occasions: int
    missiles: int | None
    differs: tuple[tuple[str, int], ...] = ()


def _ours(launches: Sequence[Launch]) -> Count:
    return Count(len(launches), missile_number(launches))


def _ballistic(launches: Sequence[Launch]) -> Count:
    kept = [launch for launch in launches if launch.missile.kind in CLASSED_KINDS]
    return Count(len(kept), missile_number(kept), _differs(launches, kept, missile_number))


def _mod(launches: Sequence[Launch]) -> Count:
    """Ballistic missiles, and rockets like them, that the ministry spoke of; a day an occasion."""
    kept = [
        launch
        for launch in launches
        if launch.missile.kind in _FLOWN_BALLISTICALLY
        and any(claim.authority in PARTIES[MOD] for claim in launch.claims)
    ]
    days = {launch.date for launch in kept}
    differs = _differs(launches, kept, lambda each: sum(map(_announced, each)))
    return Count(len(days), sum(map(_announced, kept)), differs)


def _announced(launch: Launch) -> int:
    """Missiles that the ministry stated, or those of the launch where it stated none."""
    stated = [
        int(claim.low)
        for claim in launch.claims
        if claim.quantity == "count"
        and claim.authority in PARTIES[MOD]
        and not claim.missiles
        and claim.low is not None
    ]
    return max(stated, default=0) or missile_number([launch])


def _cns(launches: Sequence[Launch]) -> Count:
    """Entries of the CNS database, one a missile."""
    kept = [launch for launch in launches if _entries(launch)]
    differs = _differs(launches, kept, lambda each: sum(map(_entries, each)))
    return Count(len(kept), sum(map(_entries, kept)), differs)


def _entries(launch: Launch) -> int:
    """Entries of the CNS database that the number of its missiles there was counted from."""
    found: set[int] = set()
    for claim in launch.claims:
        if (claim.authority, claim.quantity) == (CNS, "count"):
            for first, last in _ENTRIES.findall(claim.locator or ""):
                found |= set(range(int(first), int(last or first) + 1))
    return len(found)


def _csis(launches: Sequence[Launch]) -> Count:
    """Rows of the CSIS database; one may be several launches, and it counts no missiles."""
    rows, kept = set(), []
    for launch in launches:
        own = {
            row
            for claim in launch.claims
            if claim.source.id == "csis"
            for row in _ROWS.findall(claim.locator or "")
        }
        rows |= own
        if own:
            kept.append(launch)
    without = Counter(launch.missile.kind for launch in launches if launch not in kept)
    together = len(kept) - len(rows)
    reasons = [*without.most_common(), *([("together", together)] if together else [])]
    return Count(len(rows), None, tuple(reasons))


def _differs(
    launches: Sequence[Launch],
    kept: Sequence[Launch],
    number: Callable[[Sequence[Launch]], int],
) -> tuple[tuple[str, int], ...]:
    """Missiles that we count and a rule does not, by the kind of launch or as another number."""
    there = {launch.id for launch in kept}
    found: Counter[str] = Counter()
    for launch in launches:
        if launch.id not in there:
            found[launch.missile.kind] += missile_number([launch])
    reasons = found.most_common()
    if apart := missile_number(kept) - number(kept):
        reasons.append(("number", apart))
    return tuple(reasons)


RULES: dict[str, Callable[[Sequence[Launch]], Count]] = {
    "ours": _ours,
    "ballistic": _ballistic,
    MOD: _mod,
    CNS: _cns,
    CSIS: _csis,
}
"""Ways to count, by who counts so."""
SOURCES = {
    MOD: ("mod-dossier-2026-08",),
    CNS: ("cns-nkmtd", "wapo-2017-08-29"),
    CSIS: ("csis",),
}
"""Where the rule of each can be read."""


def counted(launches: Iterable[Launch]) -> dict[str, Count]:
    """Launches counted by every rule."""
    known = list(launches)
    return {name: rule(known) for name, rule in RULES.items()}
