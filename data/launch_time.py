"""The time of a launch: which of the times stated of its first missile is taken as best known."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from data import cells
from data.korean_day import korean_date
from data.model import PARTIES

_WATCHERS = frozenset(
    name for party in ("JCS", "Japan MOD", "United States") for name in PARTIES[party]
)
"""Authorities that watch launches by radar and satellite."""
_ROUND_MINUTES = (60, 30, 10)
"""What a time may be rounded to, the coarsest first."""
_BOUNDS = frozenset({"at_least", "at_most"})


class StatedTime(NamedTuple):
    """What a claim says on when missiles of a salvo were launched."""

    missiles: tuple[int, ...]
    authority: str
    moment: dt.datetime
    qualifier: str


def stated_times(claims: Iterable[Mapping[str, str]]) -> dict[str, list[StatedTime]]:
    """Read the times stated of each launch out of rows of `claims.csv`, without those in error."""
    times: dict[str, list[StatedTime]] = {}
    for row in claims:
        moment = cells.time(row.get("value", ""))
        if row.get("quantity") == "launch_time" and moment:
            missiles = cells.salvo_members(row.get("missiles", "")) or ()
            time = StatedTime(missiles, row.get("authority", ""), moment, row.get("qualifier", ""))
            times.setdefault(row.get("launch_id", ""), []).append(time)
    return times


def utc_cell(time: dt.datetime | None) -> str:
    """Write a time as `time_utc` holds it: empty where none is known."""
    return f"{time.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}" if time else ""


def best_known(times: Iterable[StatedTime], date: str) -> dt.datetime | None:
    """
    Pick the time of the first missile of a launch, by the rule of data/README.md, section 3.

    The least round goes first: a time that is no multiple of ten minutes before one that is. Of
    those, what South Korea, Japan or the United States state goes before CNS, and CNS before
    others; of those the earliest is taken, since a launch comes before its detection.

    Parameters
    ----------
    times
        Times stated; those of other missiles, bounds and times of another day are passed over.
    date
        Korean day of the launch, or the month or year, which has no time.

    Returns
    -------
    time
        None where none is stated.
    """
    first = [
        time
        for time in times
        if (not time.missiles or 1 in time.missiles)
        and time.qualifier not in _BOUNDS
        and korean_date(time.moment).isoformat() == date
    ]
    best = min(first, key=_rank, default=None)
    return best.moment if best else None


def _rank(time: StatedTime) -> tuple[int, int, dt.datetime]:
    rounded = next((step for step in _ROUND_MINUTES if time.moment.minute % step == 0), 1)
    others = 1 if time.authority == "CNS" else 2
    return rounded, 0 if time.authority in _WATCHERS else others, time.moment
