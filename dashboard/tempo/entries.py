"""What the record bears of the order of launches: which came before which, if that is known."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.claims.missile_count import least_missiles
from dashboard.flights.burn import fell_far_short
from dashboard.flights.missile_figures import missile_figures
from data.model import Launch

ALL, BALLISTIC = "all", "ballistic"
COUNTED_KINDS = (ALL, BALLISTIC)
"""Which launches are counted: those of every kind, or ballistic and gliding missiles alone."""
BALLISTIC_KINDS = frozenset({"ballistic", "glide"})
_UNKNOWN_KIND = "unknown"


@dataclass(frozen=True)
class Entry:
    """A launch as it is counted."""

    launch: Launch

    @cached_property
    def first(self) -> dt.date:
        """First day that it may have been on."""
        return self.launch.first_day

    @cached_property
    def last(self) -> dt.date:
        """Last day that it may have been on."""
        return self.launch.last_day

    @property
    def dated(self) -> bool:
        """Whether its day is known."""
        return self.first == self.last

    @property
    def sure(self) -> bool:
        """Whether nobody doubts that it took place: neither disputed nor contradicted."""
        return self.launch.status != "disputed" and self.launch.corroboration != "contradicted"

    @cached_property
    def least(self) -> int:
        """Missiles that it had at least."""
        return least_missiles(self.launch)

    @cached_property
    def flown_class(self) -> str | None:
        """
        Range class that it is of, where it is known and the kind has any.

        None of what was fired far short of it: no flight of an ICBM is 300 km long and 600 km high.
        """
        missile = self.launch.missile
        if missile.range_class in {None, "unknown"}:
            return None
        if self.launch.outcome == "failure":
            return missile.range_class
        flown = [each.flown(None) for each in missile_figures(self.launch)]
        short = any(
            distance and apogee and fell_far_short(missile, distance, apogee)
            for distance, apogee in flown
        )
        return None if short else missile.range_class

    def is_of(self, kinds: str) -> bool | None:
        """Whether it is counted among `kinds`; None where its kind is not known."""
        kind = self.launch.missile.kind
        if kinds == ALL or kind in BALLISTIC_KINDS:
            return True
        return None if kind == _UNKNOWN_KIND else False

    def is_before(self, other: "Entry") -> bool:
        """Whether it was launched before another one for certain."""
        if self.last != other.first or not (self.dated and other.dated):
            return self.last < other.first
        mine, theirs = self.launch.time_utc, other.launch.time_utc
        return mine is not None and theirs is not None and mine < theirs

    def may_be_before(self, other: "Entry") -> bool:
        """Whether nothing excludes that it was launched before another one, or with it."""
        return self is not other and not other.is_before(self)


def entries_of(launches: Iterable[Launch]) -> Sequence[Entry]:
    """Launches as they are counted, in the order of the record."""
    return tuple(Entry(launch) for launch in launches)
