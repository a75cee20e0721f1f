"""The Korean day of a launch whose day and time a text gives in another zone."""

import datetime as dt
import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from data.korean_day import KOREA_TIME
from data.reading.clock import KOREA, OLD_PYONGYANG, PYONGYANG, ClockTime
from data.reading.day_mention import UNKNOWN_YEAR, DayMention, season_day, whole_day

_BESIDE = re.compile(r"[\s,]*(?:on\s)?", re.IGNORECASE)
"""Between a time and its day in the same zone."""
_OLD_CLOCK = (dt.date(2015, 8, 15), dt.date(2018, 5, 4))


def in_korea(time: str, offset: str, day: dt.date) -> dt.datetime:
    """
    Moment of a clock time of a zone on its day there, in Korean time.

    Examples
    --------
    >>> f"{in_korea('17:21', 'America/New_York', dt.date(2017, 4, 15)):%d %H:%M}"
    '16 06:21'
    """
    if offset == PYONGYANG:
        offset = OLD_PYONGYANG if _OLD_CLOCK[0] <= day <= _OLD_CLOCK[1] else KOREA
    if offset[0] in "+-":
        moment = dt.datetime.fromisoformat(f"{day}T{time}:00{offset}")
    else:
        moment = dt.datetime.fromisoformat(f"{day}T{time}:00").replace(tzinfo=ZoneInfo(offset))
    return moment.astimezone(KOREA_TIME)


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
    day = season_day(mention.date)
    if day is None:
        return None
    for time in times:
        ends = sorted(((time.start, time.end), (mention.start, mention.end)))
        is_beside = _BESIDE.fullmatch(text, ends[0][1], ends[1][0])
        if time.offset and time.offset != PYONGYANG and is_beside:
            korean = in_korea(time.time, time.offset, day).date().isoformat()
            return korean if whole_day(mention.date) else f"{UNKNOWN_YEAR}{korean[4:]}"
    return None
