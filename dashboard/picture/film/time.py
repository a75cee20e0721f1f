"""When launches come in a film, and how fast time passes: `assets/map/phases.js` for a film.

Hours are seldom known: launches of one day come one after the other in it, in the order of the
record. One whose day is not known comes with the first day that it may be.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.model import Launch

FASTER = 1000.0
"""A flight is shown so many times faster than it was, as on the page."""
FADING_DAYS = 365.0
"""Days in which a flight fades once it is over, as on the page where no reader chose otherwise."""
_S_OF_LAUNCH = 1.0
"""Seconds for each launch, as long as it takes to read its line: a short film need not last."""
LEAST_PASSING_S, MOST_PASSING_S = 4.0, 24.0
"""How long time passes at least and at most [s]."""
MOST_AFTER_S = 6.0
"""How long flights may go on after that [s]: 6,000 s of one, longer than any of the record."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A launch with the time at which it comes, a day as a number with its fraction."""

    launch: Launch
    at: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How time passes: from the day of the first launch, so many days a second, to the last."""

    first_day: int
    days: int
    passing_s: float

    def second(self, at: float) -> float:
        """Second of the film at which a time comes."""
        return (at - self.first_day) * self.passing_s / self.days

    def day(self, second: float) -> int:
        """Day that a second of the film lies in, the last one after all have passed."""
        return self.first_day + min(int(second * self.days / self.passing_s), self.days - 1)

    @property
    def fading_s(self) -> float:
        """How long a flight takes to fade [s]."""
        return FADING_DAYS * self.passing_s / self.days


def moments(launches: Sequence[Launch]) -> list[Moment]:
    """Launches with the time at which each comes, in that order."""
    of_day = Counter(launch.first_day for launch in launches)
    before: Counter[object] = Counter()
    found = []
    for launch in launches:
        place = before[launch.first_day]
        before[launch.first_day] += 1
        share = (place + 0.5) / of_day[launch.first_day]
        found.append(Moment(launch, launch.first_day.toordinal() + share))
    return sorted(found, key=lambda each: each.at)


def pace(coming: Sequence[Moment]) -> Pace:
    """How fast time passes over launches, from the day of the first to that of the last."""
    first, last = int(coming[0].at), int(coming[-1].at)
    seconds = min(max(_S_OF_LAUNCH * len(coming), LEAST_PASSING_S), MOST_PASSING_S)
    return Pace(first, last + 1 - first, seconds)
