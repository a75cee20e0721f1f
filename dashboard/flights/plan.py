"""What is to be drawn of a launch: which of its missiles share a track, and from whose figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.claims.authorities import is_state, party
from dashboard.claims.disagreement import apart, opposing
from dashboard.claims.figures import (
    Figure,
    azimuth_figure,
    claims_for,
    missiles_spoken_of,
    only_bounds,
    range_figure,
    stated_figure,
)
from dashboard.flights.seas import sea_named
from data.model import Claim, Launch, Place

ARC_KINDS = ("ballistic", "glide", "rocket artillery")
"""Kinds whose stated range is a distance over the ground in one direction.

Cruise missiles fly patterns, space launches reach orbit, interceptors turn: no arc for those.
"""
BEST, DIFFERING = "Best available", "All that differ"
WHOSE = (BEST, "JCS", "Japan MOD", "KCNA", DIFFERING)
"""Whose ranges are drawn: the preferred authority's; one party's and nobody else's; or the
preferred ones with, beside them, those of every state that excludes them. The azimuth is the best
there is, whoever gave it: authorities hardly ever state one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """
    One track to draw: the missiles of a launch that share it, and the figures it follows from.

    `differing` marks a range that excludes the preferred one.
    """

    launch: Launch
    missiles: tuple[int, ...]
    range_km: Figure
    azimuth_deg: Figure
    failed: bool
    differing: bool

    @property
    def key(self) -> tuple[object, ...]:
        """What two plans must share for one track to serve both."""
        return (self.launch.id, self.missiles, *self.shown)

    @property
    def shown(self) -> tuple[object, ...]:
        """What two missiles must share to be told apart by nothing that is shown."""
        figures = (_shown(self.range_km), _shown(self.azimuth_deg))
        return (*figures, self.failed, self.differing)


def plan(launch: Launch, whose: str, places: Mapping[str, Place]) -> list[Plan]:
    """
    Tracks to draw of a launch.

    Parameters
    ----------
    launch
        With its site, missile and claims.
    whose
        One of `WHOSE`.
    places
        Places that impacts are stated by, by their names.

    Returns
    -------
    plans
        Empty for a launch without a site, a range or an azimuth, and for kinds without an arc.
    """
    site = launch.site
    if launch.missile.kind not in ARC_KINDS or site is None or site.latitude is None:
        return []
    groups: dict[object, list[Plan]] = {}
    for missile in range(1, missiles_spoken_of(launch) + 1):
        azimuth = azimuth_figure(launch, missile, places)
        failed = missile_failed(launch, missile)
        for distance, differing in _ranges(launch, missile, whose) if azimuth else ():
            one = Plan(launch, (missile,), distance, azimuth, failed, differing)
            groups.setdefault(one.shown, []).append(one)
    return [_joined(alike) for alike in groups.values()]


@dataclass(frozen=True, slots=True)
class PartialPlan:
    """
    What is drawn of missiles of which only the range or only the azimuth is stated.

    `figure` is that range [km] or azimuth [deg]; `kind` says which: a `ring` or a `ray`. `sea` is
    the one stated for a ring, or None.
    """

    launch: Launch
    missiles: tuple[int, ...]
    kind: str
    figure: Figure
    sea: str | None

    @property
    def key(self) -> tuple[object, ...]:
        """What two plans must share for one line to serve both."""
        return (self.launch.id, self.missiles, self.kind, _shown(self.figure))


def plan_partly(launch: Launch, whose: str, places: Mapping[str, Place]) -> list[PartialPlan]:
    """
    Plan what to draw of missiles whose range or azimuth is not stated; parameters as of `plan`.

    A failure without a range keeps its cross and gets no ray.
    """
    site = launch.site
    if launch.missile.kind not in ARC_KINDS or site is None or site.latitude is None:
        return []
    groups: dict[object, PartialPlan] = {}
    for missile in range(1, missiles_spoken_of(launch) + 1):
        azimuth = azimuth_figure(launch, missile, places)
        distance = range_figure(launch, missile, wanted_party(whose))
        if (azimuth is None) == (distance is None):
            continue
        if distance:
            one = PartialPlan(launch, (missile,), "ring", distance, sea_stated(launch, missile))
        elif azimuth and not missile_failed(launch, missile) and wanted_party(whose) is None:
            one = PartialPlan(launch, (missile,), "ray", azimuth, None)
        else:
            continue
        known = groups.setdefault((one.kind, _shown(one.figure)), one)
        if known is not one:
            missiles = (*known.missiles, missile)
            groups[one.kind, _shown(one.figure)] = replace(known, missiles=missiles)
    return list(groups.values())


def sea_stated(launch: Launch, missile: int) -> str | None:
    """Sea that a missile is stated to have come down in, or been fired toward."""
    claims = [
        *claims_for(launch, "impact_place", missile),
        *claims_for(launch, "direction", missile),
    ]
    return next((sea for claim in claims if (sea := sea_named(claim.value or ""))), None)


def wanted_party(whose: str) -> str | None:
    """Party whose figures alone are wanted, or None where those of any will do."""
    return None if whose in {BEST, DIFFERING} else whose


def missile_failed(launch: Launch, missile: int) -> bool:
    """Whether one missile of a salvo is reported to have failed."""
    if launch.outcome != "partial":
        return launch.outcome == "failure"
    return any(
        claim.quantity == "outcome" and missile in claim.missiles and claim.value == "failure"
        for claim in launch.claims
    )


def _ranges(launch: Launch, missile: int, whose: str) -> Iterator[tuple[Figure, bool]]:
    """Ranges to draw of one missile, each with whether it excludes the preferred one."""
    best = range_figure(launch, missile, wanted_party(whose))
    if best is None:
        return
    yield best, False
    if whose != DIFFERING:
        return
    own = party(best.claim.authority)
    others: dict[str, Claim] = {}
    for pair in opposing(launch, "range_km", missile):
        parties = [party(claim.authority) for claim in pair]
        for claim, who in zip(pair, parties, strict=True):
            opposed = own in parties and who != own and apart(best.claim, claim)
            if opposed and is_state(claim.authority) and not only_bounds(claim, launch):
                others.setdefault(who, claim)
    for claim in others.values():
        if figure := stated_figure(claim):
            yield figure, True


def _joined(alike: list[Plan]) -> Plan:
    """Join plans of several missiles that are drawn alike."""
    missiles = tuple(missile for one in alike for missile in one.missiles)
    return replace(alike[0], missiles=missiles)


def _shown(figure: Figure) -> tuple[object, ...]:
    claim = figure.claim
    return (figure.value, figure.half_width, figure.basis, claim.authority, claim.qualifier)
