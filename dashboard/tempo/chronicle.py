"""What is new about a launch, of every launch of a record; worked out when it is first asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.tempo.entries import Entry, entries_of
from dashboard.tempo.firsts import (
    Figures,
    First,
    Greatest,
    Pause,
    figures_of,
    firsts,
    greatest,
    pauses,
)
from dashboard.tempo.ordinals import Count, Ordinal, counts_of, scopes
from data.leadership import Leadership
from data.model import Launch, Record


@dataclass(frozen=True)
class Novelty:
    """What is new about a launch: the how-manyeth, the first of what, the greatest in what."""

    launch: Launch
    ordinals: tuple[Ordinal, ...]
    firsts: tuple[First, ...]
    greatest: tuple[Greatest, ...]
    pauses: tuple[Pause, ...]


@dataclass(frozen=True)
class Chronicle:
    """Launches of a whole record in their order, whatever of it is selected."""

    record: Record

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Launches as they are counted, by id."""
        return {each.launch.id: each for each in entries_of(self.record.launches)}

    @cached_property
    def leaderships(self) -> Mapping[str, Leadership]:
        """Leaders and governments, by id."""
        return {each.id: each for each in self.record.leaderships}

    @cached_property
    def _counts(self) -> Mapping[str, Count]:
        return counts_of(tuple(self.entries.values()))

    @cached_property
    def _figures(self) -> Figures:
        return figures_of(tuple(self.entries.values()))

    @cached_property
    def _kept(self) -> dict[str, Novelty]:
        return {}

    def novelty(self, launch_id: str) -> Novelty:
        """What is new about a launch."""
        if launch_id not in self._kept:
            self._kept[launch_id] = self._worked_out(self.entries[launch_id])
        return self._kept[launch_id]

    def _worked_out(self, entry: Entry) -> Novelty:
        entries = tuple(self.entries.values())
        counted = tuple(
            count.ordinal(entry, scope)
            for scope in scopes(entry, self.record.leaderships)
            for kinds, count in self._counts.items()
            if entry.is_of(kinds) is True
        )
        return Novelty(
            entry.launch,
            counted,
            tuple(firsts(entry, entries)),
            tuple(greatest(entry, entries, self._figures)),
            tuple(pauses(entry, entries)),
        )
