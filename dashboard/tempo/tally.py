"""Periods side by side: the same numbers of each, row by row."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from dashboard.claims.missile_count import least_missiles
from dashboard.tempo.entries import BALLISTIC_KINDS
from dashboard.tempo.firsts import figure_of
from data.model import Launch

Facets = Mapping[str, Callable[[Launch], str]]
"""What launches are counted by: the value of each, by the name of a filter."""
RATE_DAYS = 30
"""Days that launches are given for, so that periods of other lengths can be compared."""


@dataclass(frozen=True)
class Tallied:
    """One number of each period; `value` is that of a facet, and None where nothing is counted."""

    measure: str
    value: str | None
    numbers: tuple[float | None, ...]


def tally(periods: Sequence[tuple[int, Sequence[Launch]]], facets: Facets) -> list[Tallied]:
    """
    Numbers of periods.

    Parameters
    ----------
    periods
        Days of each period, and its launches.
    facets
        By what they are counted besides.
    """
    found = [_sums(days, launches) for days, launches in periods]
    rows = [Tallied(name, None, tuple(each[name] for each in found)) for name in found[0]]
    for name, asks in facets.items():
        counts = [Counter(asks(launch) for launch in launches) for _, launches in periods]
        total: Counter[str] = sum(counts, Counter())
        rows += [
            Tallied(name, value, tuple(each[value] for each in counts))
            for value, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))
        ]
    lengths = [_lengths(launches) for _, launches in periods]
    return rows + [
        Tallied(name, None, tuple(each[name] for each in lengths)) for name in lengths[0]
    ]


def _sums(days: int, launches: Sequence[Launch]) -> dict[str, float | None]:
    return {
        "days": days,
        "launches": len(launches),
        "rate": round(RATE_DAYS * len(launches) / days, 2),
        "launch_days": len(
            {each.first_day for each in launches if each.first_day == each.last_day}
        ),
        "undated": sum(each.first_day != each.last_day for each in launches),
        "missiles": sum(map(least_missiles, launches)),
        "unsettled": sum(each.count is None for each in launches),
    }


def _lengths(launches: Sequence[Launch]) -> dict[str, float | None]:
    """Ranges and apogees of ballistic launches, of a salvo the greatest [km]."""
    ballistic = [each for each in launches if each.missile.kind in BALLISTIC_KINDS]
    ranges, apogees = (
        [figure.value for each in ballistic if (figure := figure_of(each, quantity))]
        for quantity in ("range_km", "apogee_km")
    )
    return {
        "ranges": len(ranges),
        "median_range_km": round(median(ranges), 1) if ranges else None,
        "longest_range_km": max(ranges, default=None),
        "highest_apogee_km": max(apogees, default=None),
    }
