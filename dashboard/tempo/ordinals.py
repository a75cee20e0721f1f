"""The how-manyeth a launch is of its month, its year, a leader and a government of South Korea."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from dashboard.tempo.entries import COUNTED_KINDS, Entry
from data.leadership import Leadership

UNITS = ("days", "launches", "missiles")
"""What is counted: days with a launch, launches as the record has them, missiles fired so far."""
SCOPES = ("month", "year", "leader", "government")
"""Within what it is counted."""


class Span(NamedTuple):
    """Least and most that a number can be, by what the record knows; `high` None: no bound."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether the record leaves nothing open."""
        return self.low == self.high


@dataclass(frozen=True)
class Scope:
    """Days that a launch is counted among; `of` is their month, year or leadership by its id."""

    name: str
    of: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Ordinal:
    """
    The how-manyeth a launch is within a scope, among all kinds or ballistic ones alone.

    `days` and `launches` count it as the last; `missiles` are all that were fired up to it, its own
    included.
    """

    scope: Scope
    kinds: str
    days: Span
    launches: Span
    missiles: Span


class Count:
    """Launches of some kinds, ready to be counted up to any one of them."""

    def __init__(self, entries: Sequence[Entry], kinds: str) -> None:
        possible = [each for each in entries if each.is_of(kinds) is not False]
        self._same_day: dict[dt.date, list[Entry]] = defaultdict(list)
        for each in possible:
            if each.dated:
                self._same_day[each.first].append(each)
        self._kinds = kinds
        self._undated = [each for each in possible if not each.dated]
        dated = sorted((each for each in possible if each.dated), key=lambda each: each.first)
        self._possible = _Tally(dated)
        self._firm = _Tally([each for each in dated if self._is_firm(each)])

    def _is_firm(self, entry: Entry) -> bool:
        return entry.sure and entry.is_of(self._kinds) is True

    def ordinal(self, entry: Entry, scope: Scope) -> Ordinal:
        """Count the launches of a scope up to one of them."""
        eve = entry.first - dt.timedelta(days=1)
        known = self._firm.between(scope.first, eve)
        open_ = self._possible.between(scope.first, entry.last)
        low, high = list(known), list(open_)
        for other in self._same_day[entry.first] if entry.dated else ():
            if entry.is_before(other) or other is entry:
                high = _without(high, other)
            elif other.is_before(entry) and self._is_firm(other):
                low = _with(low, other)
        undated = [
            other
            for other in self._undated
            if other is not entry and other.first <= min(entry.last, scope.last)
            if other.last >= scope.first
        ]
        within = [each for each in undated if self._is_firm(each) and scope.first <= each.first]
        before = [each for each in within if each.last < entry.first]
        for other in before:
            low = _with(low, other)
        for other in undated:
            high = _with(high, other)
        most = None if high[2] or entry.launch.count is None else high[1] + entry.launch.count
        days_low = self._firm.days(scope.first, eve) + _fewest_days(
            each for each in before if not self._firm.days(each.first, each.last)
        )
        days_high = self._possible.days(scope.first, entry.last) + len(undated)
        return Ordinal(
            scope,
            self._kinds,
            Span(days_low + 1, days_high + (0 if entry.dated else 1)),
            Span(low[0] + 1, high[0] + 1),
            Span(low[1] + entry.least, most),
        )


class _Tally:
    """Dated launches in order, with sums that make any stretch of days quick to count."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._at = [each.first for each in entries]
        self._least = [0, *accumulate(each.least for each in entries)]
        self._unsettled = [0, *accumulate(each.launch.count is None for each in entries)]
        self._days = sorted(set(self._at))

    def between(self, first: dt.date, last: dt.date) -> tuple[int, int, int]:
        """Launches, their missiles at least, and those of them without a settled number."""
        start = bisect_left(self._at, first)
        end = max(start, bisect_right(self._at, last))
        return (
            end - start,
            self._least[end] - self._least[start],
            self._unsettled[end] - self._unsettled[start],
        )

    def days(self, first: dt.date, last: dt.date) -> int:
        """Days with a launch."""
        return max(0, bisect_right(self._days, last) - bisect_left(self._days, first))


def _with(count: Sequence[int], entry: Entry, sign: int = 1) -> list[int]:
    own = (1, entry.least, int(entry.launch.count is None))
    return [number + sign * more for number, more in zip(count, own, strict=True)]


def _without(count: Sequence[int], entry: Entry) -> list[int]:
    return _with(count, entry, -1)


def _fewest_days(entries: Iterable[Entry]) -> int:
    """Fewest days that launches of unknown day can have been on, each within its own span."""
    number, chosen = 0, dt.date.min
    for each in sorted(entries, key=lambda one: one.last):
        if each.first > chosen:
            number, chosen = number + 1, each.last
    return number


def scopes(entry: Entry, leaderships: Sequence[Leadership]) -> Iterator[Scope]:
    """Month, year, leader and government of a launch, as far as its date says which."""
    first, last = entry.first, entry.last
    if (first.year, first.month) == (last.year, last.month):
        after = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        start, end = first.replace(day=1), after - dt.timedelta(days=1)
        yield Scope("month", f"{first:%Y-%m}", start, end)
    if first.year == last.year:
        yield Scope("year", f"{first:%Y}", dt.date(first.year, 1, 1), dt.date(first.year, 12, 31))
    for office in ("leader", "government"):
        for own, start, end in terms(leaderships, office):
            if start <= first and last <= end:
                yield Scope(office, own.id, start, end)


def terms(
    leaderships: Sequence[Leadership], office: str
) -> Iterator[tuple[Leadership, dt.date, dt.date]]:
    """Who held an office, with the days that count as theirs: to the eve of the next."""
    own = [each for each in leaderships if each.office == office]
    for number, each in enumerate(own):
        end = each.last_day or dt.date.max
        if number + 1 < len(own):
            end = min(end, own[number + 1].first_day - dt.timedelta(days=1))
        yield each, each.first_day, end


def counts_of(entries: Sequence[Entry]) -> dict[str, Count]:
    """Launches ready to be counted, by which kinds."""
    return {kinds: Count(entries, kinds) for kinds in COUNTED_KINDS}
