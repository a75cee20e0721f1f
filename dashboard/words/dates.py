"""Days, times and periods in words, as Babel writes them in each language."""

import datetime as dt
import re

from babel.dates import format_interval, format_skeleton

from dashboard.words.say import Words

DAY, MONTH, YEAR, MONTH_IN_FULL = "yMMMd", "yMMM", "y", "yMMMM"
"""Skeletons of dates, as CLDR names them."""
_SKELETONS = (YEAR, MONTH, DAY)
"""How a date is written of which only the year, only the month, or the day is known."""
_SIGNS = str.maketrans({"\u2009": " ", "\uff5e": "\u301c"})
"""Thin spaces, which not every font has, and the tilde that stands for the Japanese wave dash."""
_SPACED_TILDE = " ~ "
"""CLDR's Korean ranges have it in some lengths and not in others; the orthography, in none."""
_BRITISH_SEPTEMBER = re.compile(r"\bSept\b")
"""CLDR's only British month of four letters: it would be the one that stands out in a column."""


def day_words(words: Words, date: str, *, year: bool = True) -> str:
    """
    Recorded date in words, only as exact as it is known, the year left out if that is wished.

    Examples
    --------
    >>> [day_words(Words("en"), date) for date in ("2022-01-05", "1984-04", "1984")]
    ['5 Jan 2022', 'Apr 1984', '1984']
    >>> [day_words(Words("ko"), date) for date in ("2022-01-05", "1984-04", "1984")]
    ['2022년 1월 5일', '1984년 4월', '1984년']
    >>> [day_words(Words("ja"), date) for date in ("2022-01-05", "1984-04", "1984")]
    ['2022年1月5日', '1984年4月', '1984年']
    >>> day_words(Words("en"), "2022-09-05", year=False)
    '5 Sep'
    """
    parts = [int(part) for part in date.split("-")]
    known = len(parts)
    day = dt.date(*(*parts, 1, 1)[:3])
    skeleton = _SKELETONS[known - 1]
    return _written(words, skeleton if year or known == 1 else skeleton.removeprefix(YEAR), day)


def period_words(words: Words, period: tuple[dt.date, dt.date]) -> str:
    """
    Period in words: whole years and whole months as such, else from day to day.

    Examples
    --------
    >>> january = dt.date(2022, 1, 1), dt.date(2022, 1, 31)
    >>> [period_words(Words(lang), january) for lang in ("en", "ko", "ja")]
    ['January 2022', '2022년 1월', '2022年1月']
    >>> days = dt.date(2022, 1, 3), dt.date(2022, 3, 5)
    >>> [period_words(Words(lang), days) for lang in ("en", "ko", "ja")]
    ['3 Jan – 5 Mar 2022', '2022년 1월 3일~3월 5일', '2022年1月3日〜3月5日']
    >>> years = dt.date(2021, 1, 1), dt.date(2022, 12, 31)
    >>> [period_words(Words(lang), years) for lang in ("en", "ko", "ja")]
    ['2021–2022', '2021년~2022년', '2021年〜2022年']
    """
    first, last = period
    skeleton = _whole(first, last) or DAY
    if first == last:
        return _written(words, DAY, first)
    return _as_ours(format_interval(first, last, skeleton, locale=words.locale))


def clock_words(time: dt.datetime) -> str:
    """
    Time of day in its own zone, to the minute, alike in every language.

    Examples
    --------
    >>> clock_words(dt.datetime(2022, 1, 5, 8, 10, tzinfo=dt.UTC))
    '08:10'
    """
    return f"{time:%H:%M}"


def qualified_time(words: Words, qualifier: str, time: str) -> str:
    """
    Time as firm as it was stated: its bounds are later and earlier, not more and less.

    Examples
    --------
    >>> [qualified_time(Words(lang), "about", "08:10") for lang in ("en", "ko", "ja")]
    ['about 08:10', '08:10경', '08:10頃']
    >>> [qualified_time(Words(lang), "at_most", "08:10") for lang in ("en", "ko", "ja")]
    ['by 08:10', '08:10 이전', '08:10以前']
    """
    return words.say(f"qualifier_of_time.{qualifier}", time=time)


def _whole(first: dt.date, last: dt.date) -> str:
    """Skeleton of a period of whole years or whole months; empty for any other."""
    # The very last day there is has none after it.
    if first.day != 1 or last == dt.date.max or (last + dt.timedelta(days=1)).day != 1:
        return ""
    return YEAR if (first.month, last.month) == (1, 12) else MONTH_IN_FULL


def _written(words: Words, skeleton: str, day: dt.date) -> str:
    return _as_ours(format_skeleton(skeleton, day, locale=words.locale))


def _as_ours(text: str) -> str:
    return _BRITISH_SEPTEMBER.sub("Sep", text.translate(_SIGNS)).replace(_SPACED_TILDE, "~")
