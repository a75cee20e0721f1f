"""What an authority expected of a missile while it still flew, and when it said so.

A statement reads `SAID; EXPECTED`. `SAID` is a time with its offset, or, where only the flight
dates it, the earliest and the latest it can be, from `/` to. `EXPECTED` is the time of the impact
or its place, in the form of `impact_time` or `impact_place`.
"""

import datetime as dt
from dataclasses import dataclass

from data import cells

FORM = (
    "when it was said, or the two times that lies between, then after a ; the time or the place of "
    "impact (2024-10-31T07:11+09:00/2024-10-31T08:36+09:00; 300 km west of Okushiri Island)"
)
"""What would be right, for who wrote something else."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """
    A statement on the end of a flight that was not over.

    `earliest` and `latest` say when it was made, equal for a known time; of `impact_time` and
    `impact_place` one is None.
    """

    earliest: dt.datetime
    latest: dt.datetime
    impact_time: dt.datetime | None
    impact_place: str | None


def read_forecast(words: str) -> Forecast | None:
    """
    Read a statement of what was expected in flight.

    Examples
    --------
    >>> read_forecast("2024-10-31T07:40+09:00; 300 km west of Okushiri Island").impact_place
    '300 km west of Okushiri Island'
    >>> read_forecast("300 km west of Okushiri Island")
    """
    said, _, expected = words.partition("; ")
    first, _, last = said.partition("/")
    earliest, latest = cells.time(first), cells.time(last or first)
    if earliest is None or latest is None or earliest > latest or cells.text(expected) is None:
        return None
    time = cells.time(expected)
    return Forecast(earliest, latest, time, None if time else expected) if expected else None
