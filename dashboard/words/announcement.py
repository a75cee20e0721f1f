"""Notices given before a launch, in words."""

import datetime as dt

from dashboard.words.dates import clock_words, day_words, period_words
from dashboard.words.say import Words
from data.announcement import Announcement
from data.korean_day import KOREA_TIME


def announcement_words(words: Words, notice: Announcement) -> str:
    """
    Window that was announced, and how many areas.

    Hours of days stand by the clock they are stated in, moments by that of Korea.

    Examples
    --------
    >>> from data.announcement import read_announcement
    >>> notice = read_announcement("2012-04-12/2012-04-16 07:00-12:00 +09:00")
    >>> announcement_words(Words("en"), notice)
    '12–16 Apr 2012, daily 07:00–12:00 (UTC+9)'
    """
    window = _window(words, notice)
    if not notice.areas:
        return window
    return words.say("notice.areas", n=len(notice.areas), window=window)


def _window(words: Words, notice: Announcement) -> str:
    if notice.moments:
        opens, closes = (moment.astimezone(KOREA_TIME) for moment in notice.moments)
        return words.say(
            "notice.moments",
            opens=clock_words(opens),
            opens_day=day_words(words, opens.date().isoformat()),
            closes=clock_words(closes),
            closes_day=day_words(words, closes.date().isoformat()),
        )
    days = period_words(words, (notice.first_day, notice.last_day))
    if notice.hours is None:
        return days
    begins, ends = notice.hours
    return words.say(
        "notice.hours" if notice.first_day == notice.last_day else "notice.hours_daily",
        days=days,
        begins=f"{begins:%H:%M}",
        ends=f"{ends:%H:%M}",
        zone=_zone(begins),
    )


def _zone(time: dt.time) -> str:
    """Offset from UTC as it is mostly written: `UTC`, `UTC+9`, `UTC+8:30`."""
    minutes = round((time.utcoffset() or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "-"
    return "UTC" + (f"{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "")
