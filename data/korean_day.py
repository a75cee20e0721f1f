"""The Korean calendar day, which decides the date of a launch."""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache

KOREA_TIME = dt.timezone(dt.timedelta(hours=9), "KST")
"""Korea Standard Time, UTC+9 without daylight saving time.

North Korea's own clock was UTC+8:30 from 2015-08-15 to 2018-05-04; the record keeps UTC+9
throughout, as the authorities in Seoul and Tokyo do.
"""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LONGEST = len("YYYY-MM-DD")


def day_span(date: str) -> tuple[dt.date, dt.date] | None:
    """
    First and last day that a recorded date covers.

    Parameters
    ----------
    date
        `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where only that much is known.

    Returns
    -------
    span
        The two days, equal for a full date; None if `date` is no date.

    Examples
    --------
    >>> day_span("1984-04")
    (datetime.date(1984, 4, 1), datetime.date(1984, 4, 30))
    """
    # Strangers ask for days, too: what is kept is short, and of a bounded number.
    return _span(date) if len(date) <= _LONGEST else None


@lru_cache(16384)
def _span(date: str) -> tuple[dt.date, dt.date] | None:
    match = _DATE.fullmatch(date)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        if day:
            first = last = dt.date.fromisoformat(date)
        elif month:
            first = dt.date(int(year), int(month), 1)
            last = first.replace(day=monthrange(first.year, first.month)[1])
        else:
            first, last = dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)
    except ValueError:
        return None
    return first, last


def korean_date(time: dt.datetime) -> dt.date:
    """
    Calendar day in Korea at a moment.

    Examples
    --------
    >>> korean_date(dt.datetime(2022, 1, 4, 23, 10, tzinfo=dt.UTC))
    datetime.date(2022, 1, 5)
    """
    return time.astimezone(KOREA_TIME).date()


def today(version: str, zone: dt.tzinfo = dt.UTC) -> dt.date:
    """
    Calendar day now, none before the last change of a record: this machine's clock is behind then.

    Parameters
    ----------
    version
        Day of the last change of the record, `YYYY-MM-DD`.
    zone
        Whose day.
    """
    return max(dt.datetime.now(zone).date(), dt.date.fromisoformat(version))
