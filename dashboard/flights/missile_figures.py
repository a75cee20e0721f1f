"""The figures of one missile of a launch, from all that is claimed of it: worked out once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.claims.authorities import is_state, party
from dashboard.claims.disagreement import apart, opposing
from dashboard.claims.figures import (
    BOUNDS,
    Figure,
    azimuth_figure,
    claims_for,
    missiles_spoken_of,
    only_bounds,
    only_span,
    range_figure,
    stated_figure,
    stated_impact,
)
from dashboard.flights.seas import sea_named
from data.model import PARTIES, Claim, Launch, Place
from geo.position import Position


@dataclass(frozen=True)
class MissileFigures:
    """
    One missile of a launch, numbered from 1, and what is known of its flight.

    `places` are those that impacts are stated by, by their names; only the azimuth needs them.
    Nothing here depends on whose figures a reader wants, save what asks for a party.
    """

    launch: Launch
    missile: int
    places: Mapping[str, Place] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def azimuth_deg(self) -> Figure | None:
        """The best launch azimuth there is, whoever gave it: authorities hardly ever state one."""
        return azimuth_figure(self.launch, self.missile, self.places)

    @cached_property
    def best_range_km(self) -> Figure | None:
        """Range of the preferred authority."""
        return range_figure(self.launch, self.missile)

    @cached_property
    def impact(self) -> tuple[Claim, Position, float] | None:
        """Stated impact place that is a point, with the radius that it leaves open [km]."""
        claims = claims_for(self.launch, "impact_place", self.missile)
        return stated_impact(claims, self.places)

    @property
    def best_range_shown(self) -> tuple[object, ...] | None:
        """What is shown of the best range."""
        return self.best_range_km.shown if self.best_range_km else None

    def range_km(self, wanted: str | None) -> Figure | None:
        """Range that one party states, or the best for None."""
        if wanted is None:
            return self.best_range_km
        return range_figure(self.launch, self.missile, wanted)

    @cached_property
    def differing_ranges_km(self) -> tuple[Figure, ...]:
        """Ranges of the states that exclude the best one, one of each."""
        best = self.best_range_km
        if best is None:
            return ()
        speaker = party(best.claim.authority)
        others: dict[str, Claim] = {}
        for pair in opposing(self.launch, "range_km", self.missile):
            parties = [party(claim.authority) for claim in pair]
            if speaker not in parties:
                continue  # Two others may exclude each other and both allow the best.
            for claim, who in zip(pair, parties, strict=True):
                opposed = who != speaker and apart(best.claim, claim)
                if opposed and is_state(claim.authority) and not only_bounds(claim, self.launch):
                    others.setdefault(who, claim)
        figures = (stated_figure(claim) for claim in others.values())
        return tuple(figure for figure in figures if figure)

    def flown(self, wanted: str | None) -> tuple[Figure | None, Figure | None]:
        """
        Range and apogee of the flight as one party saw it, where one gave both.

        For None that of the party that gave the time too, before others, and of a state before a
        compiler; where nobody gave both, or one party is wanted, its range and the apogee that
        goes with it best.
        """
        if wanted is None and self._own:
            return self._own
        distance = self.range_km(wanted)
        return distance, distance and self.apogee_km(party(distance.claim.authority))

    @cached_property
    def _own(self) -> tuple[Figure, Figure] | None:
        """Range and apogee that one party gave, both as figures."""
        ranges = claims_for(self.launch, "range_km", self.missile)
        speakers = dict.fromkeys(party(claim.authority) for claim in ranges)
        ordered = sorted(speakers, key=lambda name: name not in PARTIES)
        for speaker in ordered:
            if triple := self.own_triple(speaker):
                return triple[0], triple[1]
        pairs = (self._own_figures(speaker, ranges, self.apogees) for speaker in ordered)
        return next(((pair[0], pair[1]) for pair in pairs if pair), None)

    def own_triple(self, speaker: str) -> tuple[Figure, Figure, Figure] | None:
        """Range, apogee and flight time that a party gave, all as figures."""
        ranges = claims_for(self.launch, "range_km", self.missile)
        own = self._own_figures(speaker, ranges, self.apogees, self.times)
        return (own[0], own[1], own[2]) if own else None

    def _own_figures(self, speaker: str, *quantities: Sequence[Claim]) -> list[Figure] | None:
        """First figure of each quantity that a party gave, or None where it left one out."""
        found = []
        for claims in quantities:
            own = next((one for one in claims if self._is_figure(one, speaker, claims)), None)
            figure = stated_figure(own) if own else None
            if figure is None:
                return None
            found.append(figure)
        return found

    def _is_figure(self, claim: Claim, speaker: str, claims: Iterable[Claim]) -> bool:
        """Whether a claim is a party's figure of one missile, and not its bound in other words."""
        return (
            party(claim.authority) == speaker
            and bool(claim.low)
            and not self._bounds(claim, claims)
        )

    def _bounds(self, claim: Claim, claims: Iterable[Claim]) -> bool:
        """Whether a claim only bounds a figure, by its own words or by others of its party."""
        return only_bounds(claim, self.launch) or any(
            other.qualifier in BOUNDS
            and (other.low, other.high) == (claim.low, claim.high)
            and party(other.authority) == party(claim.authority)
            for other in claims
        )

    def apogee_km(self, beside: str) -> Figure | None:
        """
        Apogee to draw with a range of the party `beside`: of the same party if it states one.

        A figure goes before a bound, and a bound before the span of a salvo; authorities follow in
        their order.
        """
        stated = sorted(
            self.apogees,
            key=lambda claim: (
                only_span(claim, self.launch),
                self._bounds(claim, self.apogees),
                party(claim.authority) != beside,
            ),
        )
        return stated_figure(stated[0]) if stated else None

    @cached_property
    def apogees(self) -> tuple[Claim, ...]:
        """Claims of every authority on the apogee, the preferred first."""
        return tuple(claims_for(self.launch, "apogee_km", self.missile))

    def times_beside(self, beside: str) -> tuple[Claim, ...]:
        """Claims on the flight time: those of a party first, figures before bounds."""
        return tuple(
            sorted(
                self.times,
                key=lambda claim: (
                    party(claim.authority) != beside,
                    self._bounds(claim, self.times),
                ),
            )
        )

    @cached_property
    def times(self) -> tuple[Claim, ...]:
        """Claims of every authority on the flight time, the preferred first."""
        return tuple(claims_for(self.launch, "flight_time_s", self.missile))

    @cached_property
    def failed(self) -> bool:
        """Whether it is reported to have failed."""
        if self.launch.outcome != "partial":
            return self.launch.outcome == "failure"
        return any(
            claim.quantity == "outcome"
            and self.missile in claim.missiles
            and claim.value == "failure"
            for claim in self.launch.claims
        )

    @cached_property
    def sea(self) -> str | None:
        """Sea that it is stated to have come down in, or been fired toward."""
        claims = (
            claim
            for quantity in ("impact_place", "direction")
            for claim in claims_for(self.launch, quantity, self.missile)
        )
        return next((sea for claim in claims if (sea := sea_named(claim.value or ""))), None)


def missile_figures(
    launch: Launch, places: Mapping[str, Place] | None = None
) -> tuple[MissileFigures, ...]:
    """Figures of every missile that is spoken of, in their order."""
    numbers = range(1, missiles_spoken_of(launch) + 1)
    return tuple(MissileFigures(launch, number, places or {}) for number in numbers)
