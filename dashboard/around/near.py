"""Events on days near a launch."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from data.event import Event
from data.model import Launch

NEAR_DAYS = 14
"""How far an event may lie from a launch and still be shown beside it [days]."""


@dataclass(frozen=True, slots=True)
class Near:
    """
    An event near a launch.

    `days` counts from the launch: below 0 if the event ended before it, above 0 if it began after
    it, 0 if the launch fell on a day of the event.
    """

    event: Event
    days: int


def near(launch: Launch, events: Iterable[Event], within: int = NEAR_DAYS) -> list[Near]:
    """
    Find the events within so many days of a launch, in order of their first day.

    Parameters
    ----------
    launch
        A launch; one without a day has no events near it.
    events
        Events to look among.
    within
        Greatest distance [days].

    Returns
    -------
    found
        The events, each with its distance.
    """
    if launch.first_day != launch.last_day:
        return []
    reach = dt.timedelta(within)
    first, last = ((launch.first_day + by).isoformat() for by in (-reach, reach))
    close = [each for each in events if each.start <= last and first <= (each.end or each.start)]
    found = [Near(event, _distance(launch.first_day, event)) for event in close]
    return sorted(found, key=lambda each: (each.event.start, each.event.id))


def _distance(day: dt.date, event: Event) -> int:
    if event.last_day < day:
        return (event.last_day - day).days
    return max(0, (event.first_day - day).days)
