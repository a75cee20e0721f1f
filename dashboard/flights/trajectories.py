"""The two-body ellipses of a launch: which of its missiles have one, and from whose figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from dashboard.claims.authorities import party
from dashboard.claims.figures import (
    Figure,
    claims_for,
    missiles_spoken_of,
    only_bounds,
    range_figure,
    stated_figure,
)
from dashboard.flights.atlas import Flight, Vertices
from dashboard.flights.plan import BEST, missile_failed, wanted_party
from data.model import Claim, Launch
from geo.energy import FlatFlight, flown_flat
from geo.profile import Profile, ballistic_profile
from geo.trajectory_kind import TrajectoryKind, trajectory

STEPS = 64
SAMPLES = (1 - np.cos(np.linspace(0, np.pi, STEPS + 1))) / 2
"""Shares of the range at which an ellipse is drawn: closer at its steep ends."""
BALLISTIC = ("ballistic", "rocket artillery")
"""Kinds that the ellipse is drawn for."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a missile has no ellipse, by its `id`; `party` is the one whose figure is missing."""

    id: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """
    The ellipse of those missiles of a launch that share range, apogee and outcome.

    `apogees` and `times` are the claims of every authority on them, the preferred first.
    """

    missiles: tuple[int, ...]
    range_km: Figure
    apogee_km: Figure
    failed: bool
    profile: Profile
    apogees: tuple[Claim, ...]
    times: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Ellipses of a launch, and why its other missiles, by their numbers, have none."""

    drawn: tuple[Curve, ...]
    missing: Mapping[Reason, tuple[int, ...]]


def curves(launch: Launch, whose: str = BEST) -> Curves:
    """
    Ellipses that the claims of a launch allow, for one choice of `WHOSE` figures are drawn.

    Missiles of a kind that flies no ellipse have none, nor have those without a stated range or
    apogee, nor those of which only the span of a salvo is stated.
    """
    if launch.missile.kind not in BALLISTIC:
        return Curves((), {Reason("kind"): ()})
    drawn: dict[object, Curve] = {}
    missing: dict[Reason, tuple[int, ...]] = {}
    for missile in range(1, missiles_spoken_of(launch) + 1):
        curve = _curve(launch, missile, whose)
        if isinstance(curve, Reason):
            missing[curve] = (*missing.get(curve, ()), missile)
            continue
        key = (*map(_shown, (curve.range_km, curve.apogee_km)), curve.failed, curve.apogees)
        alike = drawn.get(key, replace(curve, missiles=()))
        drawn[key] = replace(alike, missiles=(*alike.missiles, missile))
    return Curves(tuple(drawn.values()), missing)


def apogee_figure(launch: Launch, missile: int, whose: str) -> Figure | None:
    """
    Apogee [km] of one missile: a figure before the span of a salvo, that party's own first.

    Authorities follow in the order in which they are preferred.
    """
    stated = sorted(
        claims_for(launch, "apogee_km", missile),
        key=lambda claim: (_only_span(claim, launch), party(claim.authority) != whose),
    )
    return stated_figure(stated[0]) if stated else None


def flat_reach(launch: Launch, whose: str = BEST) -> FlatFlight | None:
    """
    What the first lofted ellipse of a launch would reach if flown flat.

    Returns
    -------
    reach
        None where no ellipse is lofted, or the whole Earth is in reach: neither has a ring.
    """
    for curve in curves(launch, whose).drawn:
        profile = curve.profile
        if trajectory(profile.range_km, profile.apogee_km).kind is TrajectoryKind.LOFTED:
            flat = flown_flat(profile.range_km, profile.apogee_km)
            return None if flat.reaches_everywhere else flat
    return None


def flight_profile(flight: Flight) -> Profile | None:
    """Ellipse of a flight that is drawn on the map, or None where it has none."""
    if flight.launch.missile.kind not in BALLISTIC:
        return None
    whose = party(flight.range_km.claim.authority)
    apogee = apogee_figure(flight.launch, flight.missiles[0], whose)
    usable = _usable(flight.range_km, flight.launch) and _usable(apogee, flight.launch)
    return ballistic_profile(flight.range_km.value, apogee.value) if apogee and usable else None


def along(track: Vertices, shares: Iterable[float]) -> Vertices:
    """Points of a track, shape (n, 2), at shares of its length; its own are evenly spaced."""
    steps = np.linspace(0.0, 1.0, len(track))
    return np.column_stack([np.interp(shares, steps, column) for column in track.T])


def _curve(launch: Launch, missile: int, whose: str) -> Curve | Reason:
    """Ellipse of one missile, or why there is none."""
    wanted = wanted_party(whose)
    distance = range_figure(launch, missile, wanted)
    if distance is None:
        return Reason("no_range_of", wanted) if wanted else Reason("no_range")
    apogee = apogee_figure(launch, missile, party(distance.claim.authority))
    if apogee is None:
        return Reason("no_apogee")
    for why, figure in (("range_of_several", distance), ("apogee_of_several", apogee)):
        if not _usable(figure, launch):
            return Reason(why)
    return Curve(
        (missile,),
        distance,
        apogee,
        missile_failed(launch, missile),
        ballistic_profile(distance.value, apogee.value),
        tuple(claims_for(launch, "apogee_km", missile)),
        tuple(claims_for(launch, "flight_time_s", missile)),
    )


def _only_span(claim: Claim, launch: Launch) -> bool:
    """Whether a claim gives no figure of one missile: the span or the bound of a salvo."""
    several = len(claim.missiles) or missiles_spoken_of(launch)
    return several > 1 and only_bounds(claim, launch)


def _usable(figure: Figure | None, launch: Launch) -> bool:
    return figure is not None and figure.value > 0 and not _only_span(figure.claim, launch)


def _shown(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.claim.authority, figure.claim.qualifier)
