"""Times of flights in words: never finer than what is known of them."""

import math

from dashboard.flights.ascent import Ascent
from dashboard.words.say import Words

MINUTE_S = 60
FROM_MINUTES_S = 600
"""From this on an interval is given in whole minutes [s]; below it in steps of `STEP_S`."""
STEP_S = 10


def duration_words(words: Words, time_s: float) -> str:
    """
    Time in minutes and seconds.

    Examples
    --------
    >>> duration_words(Words("en"), 4073.8), duration_words(Words("en"), 22)
    ('67 min 54 s', '22 s')
    """
    minutes, seconds = divmod(round(time_s), MINUTE_S)
    if not minutes:
        return words.say("unit.s", figure=seconds)
    return words.say("altitude.duration", minutes=minutes, seconds=f"{seconds:02d}")


def interval_words(words: Words, low_s: float, high_s: float | None) -> str:
    """
    Interval of a time, its ends rounded outward.

    Examples
    --------
    >>> interval_words(Words("en"), 4325.0, 4733.1), interval_words(Words("en"), 366, 389)
    ('72 to 79 min', '360 to 390 s')
    >>> interval_words(Words("en"), 226.1, None)
    'more than 220 s'
    """
    longest = low_s if high_s is None else high_s
    unit, step = ("s", STEP_S) if longest < FROM_MINUTES_S else ("min", MINUTE_S)
    size = step if unit == "min" else 1
    low = words.number(math.floor(low_s / step) * step / size)
    if high_s is None:
        return words.say("altitude.more_than", time=words.say(f"unit.{unit}", figure=low))
    high = words.number(math.ceil(high_s / step) * step / size)
    return words.say(f"unit.{unit}", figure=words.say("altitude.from_to", low=low, high=high))


def time_interval(words: Words, ascent: Ascent) -> str:
    """Interval of a derived flight time."""
    return interval_words(words, ascent.low_s, ascent.high_s)
