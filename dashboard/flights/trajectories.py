"""The flights of a launch seen from the side: which of its missiles have one, and whose figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.claims.authorities import party
from dashboard.claims.figures import Figure, only_span
from dashboard.flights.ascent import Ascent, Asked, ascents
from dashboard.flights.burn import burn
from dashboard.flights.flight import Flight
from dashboard.flights.launch_point import launch_point
from dashboard.flights.missile_figures import MissileFigures, missile_figures
from dashboard.flights.plan import BEST, Planned, joined, wanted_party
from data.model import Claim, Launch, Place
from geo.profile import Profile, ballistic_profile
from geo.trajectory_kind import minimum_energy_apogee_km

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
    The flight, seen from the side, of those missiles of a launch that share range and apogee.

    `profile` is the two-body ellipse through both, `ascent` the flight as it flew; `apogees` and
    `times` are the claims of every authority on them, the preferred first.
    """

    range_km: Figure
    apogee_km: Figure
    failed: bool
    profile: Profile = field(repr=False)
    ascent: Ascent = field(repr=False, compare=False)
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


def curves(launch: Launch, whose: str = BEST, places: Mapping[str, Place] | None = None) -> Curves:
    """Flights of a launch from the side; see `all_curves`."""
    return all_curves([launch], whose, places)[launch.id]


def all_curves(
    launches: Iterable[Launch], whose: str, places: Mapping[str, Place] | None = None
) -> dict[str, Curves]:
    """
    Flights from the side that the claims of launches allow, for one choice of `WHOSE` figures.

    Missiles of a kind that flies no ellipse have none, nor have those without a stated range or
    apogee, nor those of which only the span of a salvo is stated. All are worked out at once.
    """
    wanted = wanted_party(whose)
    missing: dict[str, dict[Reason, tuple[int, ...]]] = {}
    asked: list[tuple[MissileFigures, Asked]] = []
    for launch in launches:
        reasons = missing.setdefault(launch.id, {})
        if launch.missile.kind not in BALLISTIC:
            reasons[Reason("kind")] = ()
            continue
        for each in missile_figures(launch, places):
            distance, apogee = each.flown(wanted)
            why = _why_none(each, wanted, distance, apogee)
            if why:
                reasons[why] = (*reasons.get(why, ()), each.missile)
            elif distance and apogee:
                asked.append((each, _asked(each, distance, apogee)))
    flown = ascents([one for _, one in asked])
    drawn: dict[str, list[Curve]] = {}
    for (each, one), ascent in zip(asked, flown, strict=True):
        drawn.setdefault(each.launch.id, []).append(_curve(each, one, ascent))
    return {
        id_: Curves(tuple(joined(drawn.get(id_, ()))), reasons) for id_, reasons in missing.items()
    }


def flight_ascent(flight: Flight) -> Ascent | None:
    """Flight that is drawn on the map as it flew, or None where its heights are not known."""
    return flight_ascents([flight])[0]


def flight_ascents(flights: Sequence[Flight]) -> list[Ascent | None]:
    """Flights that are drawn on the map as they flew, worked out at once; see `flight_ascent`."""
    wanted = [_flown(flight) for flight in flights]
    flown = iter(ascents([one for one in wanted if one]))
    return [next(flown) if one else None for one in wanted]


def flight_times_s(flights: Sequence[Flight]) -> list[float]:
    """
    Times that flights drawn on the map are played in [s].

    Where no apogee is known, that of the ellipse of least energy: enough to tell a flight of
    minutes from one of an hour, and no statement about it.
    """
    return [
        ascent.time_s if ascent else _least_energy_time_s(flight.range_km.value)
        for flight, ascent in zip(flights, flight_ascents(flights), strict=True)
    ]


def _least_energy_time_s(range_km: float) -> float:
    return ballistic_profile(range_km, minimum_energy_apogee_km(range_km)).flight_time_s


def _flown(flight: Flight) -> Asked | None:
    """What a flight that is drawn on the map is reckoned from, or None without heights."""
    figures = flight.plan.figures
    if flight.launch.missile.kind not in BALLISTIC:
        return None
    distance: Figure | None = flight.range_km
    speaker = party(flight.range_km.claim.authority)
    apogee = figures.apogee_km(speaker)
    if not flight.differing and flight.range_km.shown == figures.best_range_shown:
        distance, apogee = figures.flown(None)
    if distance is None or apogee is None:
        return None
    if not (_usable(distance, flight.launch) and _usable(apogee, flight.launch)):
        return None
    return _asked(figures, distance, apogee)


def _asked(each: MissileFigures, distance: Figure, apogee: Figure) -> Asked:
    point = launch_point(each.launch.site)
    return Asked(
        point, each.azimuth_deg, distance, apogee, burn(each.launch.missile, distance, apogee)
    )


def _why_none(
    each: MissileFigures, wanted: str | None, distance: Figure | None, apogee: Figure | None
) -> Reason | None:
    """Why a missile has no flight from the side, or None where it has."""
    if distance is None:
        return Reason("no_range_of", wanted) if wanted else Reason("no_range")
    if apogee is None:
        return Reason("no_apogee")
    for why, figure in (("range_of_several", distance), ("apogee_of_several", apogee)):
        if not _usable(figure, each.launch):
            return Reason(why)
    return None


def _curve(each: MissileFigures, asked: Asked, ascent: Ascent) -> Curve:
    distance, apogee = asked.range_km, asked.apogee_km
    return Curve(
        each.launch,
        (each.missile,),
        distance,
        apogee,
        each.failed,
        ballistic_profile(distance.value, apogee.value),
        ascent,
        each.apogees,
        each.times_beside(party(apogee.claim.authority)),
    )


def _usable(figure: Figure, launch: Launch) -> bool:
    """Whether a figure is one of a single missile that went somewhere."""
    return figure.value > 0 and not only_span(figure.claim, launch)
