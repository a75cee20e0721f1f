"""
Whether launch days are more frequent near events of a kind than by chance.

The calendar of each year is turned: its launch days keep their number and their distances from
each other, and every turn of every year is as likely as any other. How many launch days then fall
near the events has an exact distribution, the convolution of those of the years; nothing is drawn
at random. Turning keeps what is between years (there were more of both later) and breaks what is
within them: a season of launches that meets a season of events is an association here, too. It is
no cause: the Security Council meets after launches, and so launches are frequent before it meets.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.event import EVENT_KINDS, Event
from data.model import Launch, Record

TESTED = tuple(kind for kind in EVENT_KINDS if kind not in ("diplomacy", "other"))
"""Kinds that are tested: the two others were read in reports on launches, and so lie near them."""
SIDES = ("before", "after")
"""Days before the first day of an event, or after its last."""
WINDOW_DAYS = 30
LEAST_EVENTS = 5
"""A kind with fewer events is not tested: a handful shows nothing."""
RESAMPLES = 2000
"""Samples of years that an interval is taken from."""
SURE = 0.95
"""Probability of the interval."""
_SEED = 13


@dataclass(frozen=True, slots=True)
class Association:
    """
    Launch days near events of one kind, beside what chance would bring.

    `expected` is the mean over all turns of the calendar, `ratio` is observed / expected and `low`
    and `high` bound it in 95 of 100 samples of the years; `p` is two-sided, and `adjusted` is what
    is left of it among all `tests` made together, after Holm.
    """

    kind: str
    side: str
    days: int
    events: int
    years: int
    observed: int
    expected: float
    ratio: float
    low: float
    high: float
    p: float
    adjusted: float = 1.0
    tests: int = 1


def associations(
    launches: Iterable[Launch],
    events: Iterable[Event],
    last_day: dt.date,
    days: int = WINDOW_DAYS,
    kinds: Sequence[str] = TESTED,
) -> list[Association]:
    """
    Test each kind of event that has enough, on each side of it.

    Parameters
    ----------
    launches
        Launches; those without a day are left out.
    events
        Events; launches of satellites by North Korea are left out, since they are launches.
    last_day
        Last day that the record covers.
    days
        Length of the window before or after an event [days].
    kinds
        Kinds to test.

    Returns
    -------
    found
        One association for each kind and side, each with the number of all of them.
    """
    fired = {launch.first_day for launch in launches if launch.first_day == launch.last_day}
    listed = [each for each in events if not _is_launch(each)]
    found = []
    for kind in kinds:
        of_kind = [event for event in listed if event.kind == kind]
        for side in SIDES if len(of_kind) >= LEAST_EVENTS else ():
            found += association(fired, of_kind, last_day, side, days)
    return _adjusted(found)


def associations_of(record: Record) -> list[Association]:
    """Test the events of a record against all of its launches."""
    last = dt.date.fromisoformat(record.covers_to)
    return associations(record.launches, record.events, last)


def association(
    fired: set[dt.date], events: Sequence[Event], last_day: dt.date, side: str, days: int
) -> list[Association]:
    """
    Test the events of one kind on one side; empty if no launch day can fall near them.

    Only years with an event are looked at: where none is listed, nobody may have looked.
    """
    years = _calendars(fired, events, last_day, side, days)
    observed = sum(int((launches & near).sum()) for launches, near in years.values())
    expected = sum(_expected(launches, near) for launches, near in years.values())
    if not expected:
        return []
    low, high = _interval(years)
    chances = _chances(list(years.values()))
    tail = min(chances[: observed + 1].sum(), chances[observed:].sum())
    return [
        Association(
            kind=events[0].kind,
            side=side,
            days=days,
            events=len(events),
            years=len(years),
            observed=observed,
            expected=expected,
            ratio=observed / expected,
            low=low,
            high=high,
            p=min(1.0, 2 * float(tail)),
        )
    ]


Calendar = tuple[NDArray[np.bool_], NDArray[np.bool_]]
"""Days of a year on which something was launched, and days near events."""


def _is_launch(event: Event) -> bool:
    return event.kind == "satellite" and "North Korea" in event.parties


def _calendars(
    fired: set[dt.date], events: Sequence[Event], last_day: dt.date, side: str, days: int
) -> Mapping[int, Calendar]:
    windows: set[dt.date] = set()
    for event in events:
        start, step = (event.first_day, -1) if side == "before" else (event.last_day, 1)
        windows.update(start + dt.timedelta(step * n) for n in range(1, days + 1))
    return {
        year: (
            np.array([day in fired for day in calendar]),
            np.array([day in windows for day in calendar]),
        )
        for year in sorted({event.first_day.year for event in events})
        if (calendar := _days_of(year, last_day))
    }


def _days_of(year: int, last_day: dt.date) -> list[dt.date]:
    first, last = dt.date(year, 1, 1), min(dt.date(year, 12, 31), last_day)
    return [first + dt.timedelta(n) for n in range((last - first).days + 1)]


def _expected(launches: NDArray[np.bool_], near: NDArray[np.bool_]) -> float:
    return float(launches.sum() * near.sum() / len(near))


def _chances(years: Iterable[Calendar]) -> NDArray[np.float64]:
    """Probability of each number of launch days near events, over all turns of all years."""
    chances = np.ones(1)
    for launches, near in years:
        places = np.flatnonzero(launches)
        turned = (places[:, None] + np.arange(len(near))) % len(near)
        counts = near[turned].sum(axis=0)
        chances = np.convolve(chances, np.bincount(counts) / len(near))
    return chances


def _interval(years: Mapping[int, Calendar]) -> tuple[float, float]:
    """Bounds of the ratio over samples of the years, each drawn as often as it comes."""
    observed = np.array([(launches & near).sum() for launches, near in years.values()])
    expected = np.array([_expected(launches, near) for launches, near in years.values()])
    drawn = np.random.default_rng(_SEED).integers(len(years), size=(RESAMPLES, len(years)))
    known = expected[drawn].sum(axis=1) > 0
    ratios = observed[drawn].sum(axis=1)[known] / expected[drawn].sum(axis=1)[known]
    low, high = np.quantile(ratios, [(1 - SURE) / 2, (1 + SURE) / 2])
    return float(low), float(high)


def _adjusted(found: Sequence[Association]) -> list[Association]:
    """Holm's step-down values: the smallest p counts as often as there are tests."""
    order = sorted(range(len(found)), key=lambda place: found[place].p)
    values = [1.0] * len(found)
    least = 0.0
    for rank, place in enumerate(order):
        least = max(least, min(1.0, found[place].p * (len(found) - rank)))
        values[place] = least
    return [
        replace(each, adjusted=value, tests=len(found))
        for each, value in zip(found, values, strict=True)
    ]
