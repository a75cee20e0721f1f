"""What a flight passed over, in words: as stated, and by its derived path."""

import datetime as dt

from dashboard.words.dates import clock_words, qualified_time
from dashboard.words.say import Words
from data.korean_day import KOREA_TIME
from data.overflight import Overflight

_MINUTE = dt.timedelta(minutes=1)


def overflight_words(words: Words, said: Overflight, qualifier: str) -> str:
    """
    What was passed over, and when by the clock of Korea, as firm as it was stated.

    Examples
    --------
    >>> from data.overflight import read_overflight
    >>> said = read_overflight("2016-02-07T09:41+09:00; Okinawa Prefecture")
    >>> overflight_words(Words("en"), said, "about")
    'Okinawa Prefecture, about 09:41'
    """
    places = words.listed(passed_words(words, place) for place in said.places)
    if said.first is None or said.last is None:
        return places
    time = span_of_clock(words, said.first, said.last)
    return words.say("overflight.timed", places=places, time=qualified_time(words, qualifier, time))


def passed_words(words: Words, place: str) -> str:
    """Country or place that was passed over, by its name in the language."""
    return words.named("impact_base", words.named("country", place))


def span_of_clock(words: Words, first: dt.datetime, last: dt.datetime) -> str:
    """Time of day, or two, by the clock of Korea: `07:04–07:06`."""
    times = [clock_words(moment.astimezone(KOREA_TIME)) for moment in (first, last)]
    if times[0] == times[1]:
        return times[0]
    return words.say("overflight.span", first=times[0], last=times[1])


def outer_minutes(earliest: dt.datetime, latest: dt.datetime) -> tuple[str, str]:
    """Interval of a time by the clock of Korea, its ends rounded outward to the minute."""
    first = earliest.astimezone(KOREA_TIME).replace(second=0, microsecond=0)
    last = latest.astimezone(KOREA_TIME).replace(second=0, microsecond=0)
    return clock_words(first), clock_words(last if last == latest else last + _MINUTE)
