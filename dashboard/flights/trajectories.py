"""The two-body ellipses of a launch: which of its missiles have one, and from whose figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from dashboard.claims.authorities import party
from dashboard.claims.figures import Figure, only_span
from dashboard.flights.flight import Flight, Vertices
from dashboard.flights.missile_figures import MissileFigures, missile_figures
from dashboard.flights.plan import BEST, Planned, joined, wanted_party
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
class Curve(Planned):
    """
    The ellipse of those missiles of a launch that share range, apogee and outcome.

    `apogees` and `times` are the claims of every authority on them, the preferred first.
    """

    range_km: Figure
    apogee_km: Figure
    failed: bool
    profile: Profile = field(repr=False)
    apogees: tuple[Claim, ...]
    times: tuple[Claim, ...]

    @property
    def shown(self) -> tuple[object, ...]:
        """Range, apogee, outcome, and the claims that are marked or named beside the ellipse."""
        figures = (self.range_km.shown, self.apogee_km.shown)
        # The same time stated of each missile apart is no reason to draw each apart.
        times = tuple((each.authority, each.low, each.high, each.qualifier) for each in self.times)
        return (*figures, self.failed, self.apogees, times)


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
    drawn: list[Curve] = []
    missing: dict[Reason, tuple[int, ...]] = {}
    for each in missile_figures(launch):
        curve = _curve(each, whose)
        if isinstance(curve, Reason):
            missing[curve] = (*missing.get(curve, ()), each.missile)
        else:
            drawn.append(curve)
    return Curves(tuple(joined(drawn)), missing)


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
    distance = flight.range_km
    apogee = flight.plan.figures.apogee_km(party(distance.claim.authority))
    if apogee is None or not (_usable(distance, flight.launch) and _usable(apogee, flight.launch)):
        return None
    return ballistic_profile(distance.value, apogee.value)


def along(track: Vertices, shares: ArrayLike) -> Vertices:
    """Points of a track, shape (n, 2), at shares of its length; its own are evenly spaced."""
    steps = np.linspace(0.0, 1.0, len(track))
    at = np.asarray(shares, dtype=np.float64)
    return np.column_stack([np.interp(at, steps, column) for column in track.T])


def _curve(each: MissileFigures, whose: str) -> Curve | Reason:
    """Ellipse of one missile, or why there is none."""
    wanted = wanted_party(whose)
    distance = each.range_km(wanted)
    if distance is None:
        return Reason("no_range_of", wanted) if wanted else Reason("no_range")
    apogee = each.apogee_km(party(distance.claim.authority))
    if apogee is None:
        return Reason("no_apogee")
    for why, figure in (("range_of_several", distance), ("apogee_of_several", apogee)):
        if not _usable(figure, each.launch):
            return Reason(why)
    return Curve(
        each.launch,
        (each.missile,),
        distance,
        apogee,
        each.failed,
        ballistic_profile(distance.value, apogee.value),
        each.apogees,
        each.times,
    )


def _usable(figure: Figure, launch: Launch) -> bool:
    """Whether a figure is one of a single missile that went somewhere."""
    return figure.value > 0 and not only_span(figure.claim, launch)
