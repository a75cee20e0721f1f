"""A period in a link: days, or whole months, quarters, years and weeks, as ISO 8601 writes them."""

import calendar
import datetime as dt
import re
from collections.abc import Mapping

from dashboard.selection.vocabulary import Vocabulary, fold

Period = tuple[dt.date, dt.date]
LAST_12_MONTHS = "last-12-months"
"""Preset that a bare address of the page opens with."""
_FORMS = re.compile(
    r"(?P<year>[0-9]{4})(?:"
    r"-(?P<month>[0-9]{2})"
    r"|-?Q(?P<quarter>[1-4])"
    r"|(?P<dash>-?)W(?P<week>[0-9]{2})(?:(?P=dash)(?P<weekday>[1-7]))?"
    r"|(?P<hyphen>-?)(?P<month_of_day>[0-9]{2})(?P=hyphen)(?P<day>[0-9]{2})"
    r")?"
)
"""Years, months, quarters, weeks and days; months are not written without a hyphen."""


def days_of(text: str) -> Period | None:
    """
    First and last day of what a text means, or None where it is no date.

    Examples
    --------
    >>> [str(day) for day in days_of("2022-W01") or ()], days_of("2022-02-30")
    (['2022-01-03', '2022-01-09'], None)
    """
    found = _FORMS.fullmatch(fold(text))
    if not found:
        return None
    part = {
        name: int(number) for name, number in found.groupdict().items() if number and number != "-"
    }
    try:
        return _span(part)
    except ValueError:
        return None


def _span(part: Mapping[str, int]) -> Period:
    """First and last day of the numbers of a date; ValueError where the calendar has no such."""
    year = part["year"]
    if "day" in part:
        day = dt.date(year, part["month_of_day"], part["day"])
        return day, day
    if "week" in part:
        first, last = part.get("weekday", 1), part.get("weekday", 7)
        week = part["week"]
        return dt.date.fromisocalendar(year, week, first), dt.date.fromisocalendar(year, week, last)
    months = (1, 12)
    if "quarter" in part:
        months = (3 * part["quarter"] - 2, 3 * part["quarter"])
    elif "month" in part:
        months = (part["month"], part["month"])
    first_day = dt.date(year, months[0], 1)
    return first_day, dt.date(year, months[1], calendar.monthrange(year, months[1])[1])


def presets(whole: Period, read_up_to: dt.date) -> dict[str, Period]:
    """
    Periods offered by name, each kept within the record; those outside it are left out.

    Parameters
    ----------
    whole
        First and last day of the record.
    read_up_to
        Last day that the record covers: what was launched later is not known here.
    """
    wanted = {
        LAST_12_MONTHS: (read_up_to - dt.timedelta(days=364), read_up_to),
        "this-year": (dt.date(read_up_to.year, 1, 1), read_up_to),
        "2022": (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        "2017": (dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
        "whole": whole,
    }
    return {
        name: (max(first, whole[0]), min(last, whole[1]))
        for name, (first, last) in wanted.items()
        if first <= whole[1] and last >= whole[0]
    }


def offered(vocabulary: Vocabulary) -> dict[str, Period]:
    """Periods offered by name for a record."""
    return presets(vocabulary.period, dt.date.fromisoformat(vocabulary.record.covers_to))


def opening(vocabulary: Vocabulary) -> Period:
    """Period that a bare address of the page opens with: the newest, or else everything."""
    return offered(vocabulary).get(LAST_12_MONTHS, vocabulary.period)
