"""The record with the flights that can be drawn from it, for each choice of whose figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from dashboard.claims.authorities import party
from dashboard.claims.disagreement import Disagreement, disagreements
from dashboard.flights.announced import DangerAreas, danger_areas
from dashboard.flights.flight import Flight, Trace, flights, traces
from dashboard.flights.launch_point import launch_point
from dashboard.flights.missile_figures import missile_figures
from dashboard.flights.overflight import overflown, reaches
from dashboard.flights.plan import ARC_KINDS, WHOSE, Arc, Part, Planned, planned, wanted_party
from dashboard.flights.trajectories import Curves, all_curves
from data.impact_place import places_by_name
from data.model import Launch, Place, Record
from data.quantities import QUANTITIES

_Planned = TypeVar("_Planned", bound=Planned)
_Drawn = TypeVar("_Drawn", bound=Flight | Trace)


PLACEMENTS = ("arc", "part", "site", "none")
"""How a launch may be shown, in the order of the sentence that counts them."""


@dataclass(frozen=True)
class Atlas:
    """
    The record with the flights that can be drawn from it, by launch.

    `whose` is one of `WHOSE`; `disagreements` are the same whoever's figures are drawn.
    """

    record: Record
    whose: str
    flights: Mapping[str, tuple[Flight, ...]]
    traces: Mapping[str, tuple[Trace, ...]]
    disagreements: Mapping[str, tuple[Disagreement, ...]]

    @cached_property
    def reaches(self) -> dict[str, frozenset[str]]:
        """Which of `overflight.REACHES` are true of each launch."""
        return {
            launch.id: reaches(
                launch, [flight.below for flight in self.flights.get(launch.id, ())], self.places
            )
            for launch in self.record.launches
        }

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places of the record by their names."""
        return places_by_name(self.record.places.values())

    @cached_property
    def danger_areas(self) -> DangerAreas:
        """Danger areas announced of launches, of those that have any."""
        found = {launch.id: danger_areas(launch) for launch in self.record.launches}
        return {launch_id: areas for launch_id, areas in found.items() if areas}

    def overflown(self, launch: Launch) -> dict[str, tuple[str, ...]]:
        """Countries that a launch passed over, each with what says so."""
        known = [flight.below for flight in self.flights.get(launch.id, ())]
        return overflown(launch, known, self.places)

    @cached_property
    def curves(self) -> dict[str, Curves]:
        """Flights of each launch from the side, worked out when first asked for."""
        return all_curves(self.record.launches, self.whose, self.places)

    def placement(self, launch: Launch) -> str:
        """
        How a launch is shown: `arc`, in `part`, at its `site` only, or `none`: not placed.

        Where one party's figures are wanted, a launch of which it gave neither a figure nor the
        outcome is not placed, nor is one whose track needs a range that it did not give.
        """
        if self.flights.get(launch.id):
            return "arc"
        if self.traces.get(launch.id):
            return "part"
        if launch_point(launch.site) is None:
            return "none"
        return "site" if self._is_spoken_of(launch) else "none"

    def _is_spoken_of(self, launch: Launch) -> bool:
        wanted = wanted_party(self.whose)
        if wanted is None:
            return True
        said = {claim.quantity for claim in launch.claims if party(claim.authority) == wanted}
        flew = launch.missile.kind in ARC_KINDS and launch.outcome != "failure"
        # A failure, or a kind without an arc, is shown at its site: any word on it will do.
        if flew:
            return "range_km" in said
        return any(each == "outcome" or QUANTITIES[each].is_figure for each in said)


def build_atlases(record: Record) -> dict[str, Atlas]:
    """
    Every flight that the record's claims allow to be drawn, for each choice of `WHOSE`.

    A flight that several choices draw alike is one object in all of them.
    """
    places = places_by_name(record.places.values())
    # The figures of a missile are kept for all choices: most do not depend on whose are wanted.
    missiles = [missile_figures(launch, places) for launch in record.launches]
    arcs: dict[str, list[Arc]] = {whose: [] for whose in WHOSE}
    parts: dict[str, list[Part]] = {whose: [] for whose in WHOSE}
    for whose in WHOSE:
        for salvo in missiles:
            its_arcs, its_parts = planned(salvo, whose)
            arcs[whose] += its_arcs
            parts[whose] += its_parts
    flown, known = _drawn(arcs, flights), _drawn(parts, traces)
    found = {launch.id: disagreements(launch) for launch in record.launches}
    differing = {launch_id: each for launch_id, each in found.items() if each}
    return {whose: Atlas(record, whose, flown[whose], known[whose], differing) for whose in WHOSE}


def _drawn(
    plans: Mapping[str, Sequence[_Planned]], draw: Callable[[Sequence[_Planned]], Sequence[_Drawn]]
) -> dict[str, dict[str, tuple[_Drawn, ...]]]:
    """What is drawn of plans, by choice and by launch; of equal plans one object is made."""
    distinct = {each.key: each for chosen in plans.values() for each in chosen}
    drawn = dict(zip(distinct, draw(list(distinct.values())), strict=True))
    by_choice: dict[str, dict[str, tuple[_Drawn, ...]]] = {}
    for whose, chosen in plans.items():
        by_launch = by_choice.setdefault(whose, {})
        for each in chosen:
            by_launch[each.launch.id] = (*by_launch.get(each.launch.id, ()), drawn[each.key])
    return by_choice
