"""The Korean day of a launch whose day and time a text gives in another zone."""

import datetime as dt
import re
from collections.abc import Iterable

from data.korean_day import KOREA_TIME
from data.reading.clock import ClockTime
from data.reading.day_mention import DayMention

_BESIDE = re.compile(r"[\s,]*(?:on\s)?", re.IGNORECASE)
"""Between a time and its day in the same zone."""
_LEAP_YEAR = 2000
"""Stands in for a year that is not known."""


def zoned_day(text: str, mention: DayMention, times: Iterable[ClockTime]) -> str | None:
    """
    Korean day of a day that a clock time of another zone stands beside.

    Examples
    --------
    >>> from data.reading.clock import clock_times
    >>> said = "at 1:17 p.m. EST on Nov. 28"
    >>> zoned_day(said, DayMention(20, 27, "2017-11-28", "stated"), clock_times(said))
    '2017-11-29'
    """
    if not mention.date or len(mention.date) != len("2017-11-28"):
        return None
    for time in times:
        ends = sorted(((time.start, time.end), (mention.start, mention.end)))
        is_beside = _BESIDE.fullmatch(text, ends[0][1], ends[1][0])
        if time.offset and time.offset[0] in "+-" and is_beside:
            is_known = mention.date[0].isdigit()
            day = mention.date if is_known else f"{_LEAP_YEAR}{mention.date[4:]}"
            moment = dt.datetime.fromisoformat(f"{day}T{time.time}:00{time.offset}")
            korean = moment.astimezone(KOREA_TIME).date().isoformat()
            return korean if is_known else f"{mention.date[:4]}{korean[4:]}"
    return None
