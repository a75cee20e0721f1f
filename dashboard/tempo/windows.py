"""The pace of launches: moving windows, the busiest, yearly curves, hours, weekdays and silence."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.claims.missile_count import least_missiles
from data.korean_day import KOREA_TIME
from data.model import Launch

LENGTHS = (7, 30, 90, 365)
"""Lengths of a moving window, in Korean days, its first and its last included."""
HOURS, WEEKDAYS = 24, 7
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """
    Days from a launch on, with the launches within them.

    `elapsed` counts those until so many days have passed, one day more: "five launches in 20 days"
    from 5 to 25 January is so counted, though these are 21 days of the calendar.
    """

    first: dt.date
    last: dt.date
    launches: tuple[Launch, ...]
    elapsed: int

    @property
    def days(self) -> int:
        """Days with a launch."""
        return len({launch.first_day for launch in self.launches})

    @property
    def missiles(self) -> int:
        """Missiles at least."""
        return sum(map(least_missiles, self.launches))


@dataclass(frozen=True)
class Gap:
    """Days without a launch of known day; `possible` are launches that may lie within."""

    before: Launch
    after: Launch
    days: int
    possible: tuple[Launch, ...]


def dated(launches: Iterable[Launch]) -> list[Launch]:
    """Launches whose day is known, in order."""
    known = [launch for launch in launches if launch.first_day == launch.last_day]
    return sorted(known, key=lambda launch: launch.first_day)


def window_from(launches: Sequence[Launch], first: dt.date, length: int) -> Window:
    """Window of so many days that begins on a day; the launches are dated, in order."""
    days = [launch.first_day for launch in launches]
    last = first + (length - 1) * _DAY
    start, end = bisect_left(days, first), bisect_right(days, last)
    elapsed = bisect_right(days, last + _DAY) - start
    return Window(first, last, tuple(launches[start:end]), elapsed)


def busiest(launches: Iterable[Launch], length: int, most: int) -> list[Window]:
    """Windows with the most launches, of those that overlap the fullest, the earliest of equals."""
    known = dated(launches)
    starts = dict.fromkeys(launch.first_day for launch in known)
    found = [window_from(known, first, length) for first in starts]
    found.sort(key=lambda window: (-len(window.launches), window.first))
    ranked: list[Window] = []
    for window in found:
        if len(ranked) == most:
            break
        if all(window.last < other.first or window.first > other.last for other in ranked):
            ranked.append(window)
    return ranked


def moving(
    launches: Iterable[Launch], period: tuple[dt.date, dt.date], length: int, most: int
) -> list[tuple[dt.date, int]]:
    """
    Greatest number of launches in a window that ends within each part of a period.

    The period is cut into at most `most` parts of equal length; each has its first day.
    """
    days = [launch.first_day for launch in dated(launches)]
    first, last = period
    step = -(-((last - first).days + 1) // most)
    parts: list[tuple[dt.date, int]] = []
    at = first
    while at <= last:
        end = min(at + (step - 1) * _DAY, last)
        # The number changes upward on launch days alone: these and the first day are enough.
        ends = [at, *days[bisect_left(days, at) : bisect_right(days, end)]]
        greatest = max(
            bisect_right(days, each) - bisect_left(days, each - (length - 1) * _DAY)
            for each in ends
        )
        parts.append((at, greatest))
        if last - end < _DAY:
            break
        at = end + _DAY
    return parts


def yearly(launches: Iterable[Launch]) -> dict[int, list[int]]:
    """Launches of each year up to the end of each month; those of unknown month are left out."""
    months: dict[int, Counter[int]] = defaultdict(Counter)
    for launch in launches:
        if launch.first_day.month == launch.last_day.month:
            months[launch.first_day.year][launch.first_day.month] += 1
    return {
        year: [sum(counts[each] for each in range(1, month + 1)) for month in range(1, 13)]
        for year, counts in sorted(months.items())
    }


def curves(launches: Iterable[Launch]) -> Mapping[int, list[tuple[dt.date, int]]]:
    """Launches of each year so far, by launch day."""
    found: dict[int, list[tuple[dt.date, int]]] = {}
    for launch in dated(launches):
        so_far = found.setdefault(launch.first_day.year, [])
        so_far.append((launch.first_day, len(so_far) + 1))
    return found


def launch_days(launches: Iterable[Launch]) -> Mapping[dt.date, list[Launch]]:
    """Launches by their day, in order."""
    found: dict[dt.date, list[Launch]] = {}
    for launch in dated(launches):
        found.setdefault(launch.first_day, []).append(launch)
    return found


def hours(launches: Iterable[Launch]) -> list[int]:
    """Launches by the hour of their time in Korea; those without a time are left out."""
    found = Counter(
        launch.time_utc.astimezone(KOREA_TIME).hour for launch in launches if launch.time_utc
    )
    return [found[hour] for hour in range(HOURS)]


def weekdays(launches: Iterable[Launch]) -> list[int]:
    """Launches by the weekday of their Korean day, Monday first."""
    found = Counter(launch.first_day.weekday() for launch in dated(launches))
    return [found[day] for day in range(WEEKDAYS)]


def silence(launches: Sequence[Launch], most: int) -> list[Gap]:
    """Longest stretches between one launch day and the next."""
    known = dated(launches)
    pairs = [
        (one, other) for one, other in pairwise(known) if other.first_day > one.first_day + _DAY
    ]
    pairs.sort(key=lambda pair: pair[0].first_day - pair[1].first_day)
    return [
        Gap(
            before,
            after,
            (after.first_day - before.first_day).days - 1,
            tuple(
                each
                for each in launches
                if each.first_day != each.last_day
                and each.first_day < after.first_day
                and each.last_day > before.first_day
            ),
        )
        for before, after in pairs[:most]
    ]
