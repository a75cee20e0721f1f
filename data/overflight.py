"""What a flight is stated to have passed over, and when.

A statement reads `PLACES` or `WHEN; PLACES`. `WHEN` is a time with its offset, or the first and the
last of a passage, from `/` to. `PLACES` are countries and names of `places.csv`, in the order
passed; other words ("between Okinawa Island and Miyako Island") stay words.
"""

import datetime as dt
from dataclasses import dataclass

from data import cells

FORM = (
    "what was passed over, or when, as a time or two, and after a ; what "
    "(Japan, or 2017-09-15T07:04+09:00/2017-09-15T07:06+09:00; Oshima Peninsula, Cape Erimo)"
)
"""What would be right, for who wrote something else."""


@dataclass(frozen=True, slots=True)
class Overflight:
    """
    A statement on what lay below a flight.

    `first` and `last` say when, equal for a single time and None where none is stated.
    """

    places: tuple[str, ...]
    first: dt.datetime | None = None
    last: dt.datetime | None = None


def read_overflight(words: str) -> Overflight | None:
    """
    Read a statement of what was passed over.

    Examples
    --------
    >>> read_overflight("Japan").places
    ('Japan',)
    >>> said = read_overflight("2016-02-07T09:41+09:00; Okinawa Prefecture")
    >>> f"{said.last:%H:%M}"
    '09:41'
    >>> read_overflight("09:41; Okinawa Prefecture")
    """
    when, between, after = words.partition("; ")
    places = tuple(cells.text(place) for place in (after if between else when).split(", "))
    named = tuple(place for place in places if place)
    if len(named) < len(places):
        return None
    if not between:
        return Overflight(named)
    start, _, end = when.partition("/")
    first, last = cells.time(start), cells.time(end or start)
    if first is None or last is None or first > last:
        return None
    return Overflight(named, first, last)
