"""The Korean day of a launch whose day and time a text gives in a zone of its own."""

import datetime as dt
import re

from data.korean_day import KOREA_TIME
from data.reading.clock import ClockTime
from data.reading.events import Event

AMERICAN = re.compile(r"\b[ECMP][DS]?T\b|\bHST\b|Hawaii time|Eastern")
_IN_KOREA = re.compile(
    r"\b(?:local time|Korean? time|KST|JST|Japan time|in Korea)\b|현지\s?시간|現地時間"
)


def moved_to_korea(event: Event, times: list[ClockTime], sentences: list[str]) -> str | None:
    """
    Korean day of an event that is told by an American clock only.

    Parameters
    ----------
    event
        Launch that the text is about, with the day that it gives.
    times
        Times of launch that are said of it.
    sentences
        Sentences about it: where one says "local time", its day is Korea's already.

    Returns
    -------
    day
        `YYYY-MM-DD`, or None where the day of the text stands.
    """
    is_day = event.date is not None and len(event.date) == 10 and event.date[0].isdigit()
    west = [time for time in times if (time.offset or "").startswith("-")]
    if not event.date or not is_day or not west or any(time.offset is None for time in times):
        return None
    if event.basis not in {"stated", "weekday"} or any(map(_IN_KOREA.search, sentences)):
        return None
    moment = dt.datetime.fromisoformat(f"{event.date}T{west[0].time}:00{west[0].offset}")
    return moment.astimezone(KOREA_TIME).date().isoformat()
