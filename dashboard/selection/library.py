"""The record with its flights for every choice of whose figures are drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self, TypeVar

from dashboard.around.association import Association, associations_of
from dashboard.flights.atlas import Atlas
from dashboard.flights.plan import BEST
from dashboard.selection.vocabulary import Vocabulary
from dashboard.tempo.chronicle import Chronicle
from data.model import Launch, Record

T = TypeVar("T")


@dataclass(frozen=True)
class Library:
    """
    Atlases of one record, by whose figures are drawn, and what may be asked of them.

    `reaches` says what each launch did, by the best figures whoever's are drawn; `chronicle` what
    is new about each in a whole record, of which the atlases may hold a part.
    """

    atlases: Mapping[str, Atlas]
    reaches: Mapping[str, frozenset[str]]
    chronicle: Chronicle

    @classmethod
    def of(cls, atlases: Mapping[str, Atlas]) -> Self:
        """Library of the atlases of every choice."""
        best = atlases[BEST]
        return cls(atlases, best.reaches, Chronicle(best.record))

    @property
    def best(self) -> Atlas:
        """Flights from the best figures there are."""
        return self.atlases[BEST]

    @property
    def first(self) -> Atlas:
        """One of the atlases there are, for what is the same in each."""
        return next(iter(self.atlases.values()))

    @property
    def record(self) -> Record:
        """The record that the flights are drawn from."""
        return self.first.record

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What each filter may say."""
        return Vocabulary(self.record, self.reaches)

    @cached_property
    def associations(self) -> list[Association]:
        """Whether its launches are more frequent near events."""
        return associations_of(self.record)

    def narrowed(self, launches: Sequence[Launch], whose: str) -> "Library":
        """Library of some launches, drawn from one choice of figures alone."""
        atlas, kept = self.atlases[whose], {launch.id for launch in launches}
        narrowed = replace(
            atlas,
            record=replace(atlas.record, launches=tuple(launches)),
            flights=_kept(atlas.flights, kept),
            traces=_kept(atlas.traces, kept),
            disagreements=_kept(atlas.disagreements, kept),
        )
        return Library({whose: narrowed}, self.reaches, self.chronicle)


def _kept(found: Mapping[str, T], ids: set[str]) -> dict[str, T]:
    """What is known of some launches, by their ids."""
    return {launch_id: each for launch_id, each in found.items() if launch_id in ids}
