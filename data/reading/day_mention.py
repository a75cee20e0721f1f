"""A day as a sentence gives it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

UNKNOWN_YEAR = "????"
"""Stands in a day whose year neither the text nor its day of publication gives."""
_LEAP_YEAR = "2000"
_SPELT_OUT = re.compile(r"\s?(?:morning |afternoon |evening )?\(|인\s(?:지난\s?)?")
"""Between a day and the same day in brackets, whose date it is: "Thursday (Oct. 31)"."""


@dataclass(frozen=True, slots=True)
class DayMention:
    """
    A day as a sentence gives it: the Korean day `date`, `YYYY-MM` or `YYYY`.

    `date` is None where it cannot be known.

    `basis` is `stated`, `weekday` or `relative`; `offset` is set for "two days after", which counts
    from what stands beside it; `is_vague` for "last week".
    """

    start: int
    end: int
    date: str | None
    basis: str
    offset: int | None = None
    is_vague: bool = False


def is_day(date: str | None) -> bool:
    """Whether a date is that of a day, be its year told or not."""
    return date is not None and len(date) == len("2022-01-30")


def whole_day(date: str | None) -> dt.date | None:
    """
    Day of a date that is one: neither a month or a year alone nor of a year that is not told.

    Examples
    --------
    >>> [str(whole_day(date)) for date in ("2022-01-30", "2022-01", "????-01-30", None)]
    ['2022-01-30', 'None', 'None', 'None']
    """
    has_year = date is not None and not date.startswith(UNKNOWN_YEAR)
    return dt.date.fromisoformat(date) if date and is_day(date) and has_year else None


def season_day(date: str | None) -> dt.date | None:
    """
    Day of a date, of a leap year that stands in where its own is not told.

    Examples
    --------
    >>> [str(season_day(date)) for date in ("2022-01-30", "????-01-30", "2022-01")]
    ['2022-01-30', '2000-01-30', 'None']
    """
    if date is None or not is_day(date):
        return None
    return dt.date.fromisoformat(date.replace(UNKNOWN_YEAR, _LEAP_YEAR))


def of_years(match: re.Match[str]) -> Iterator[DayMention]:
    """Each year of "in 2017 and 2018"."""
    for year in ("y1", "y2", "cyy"):
        if match[year]:
            yield DayMention(*match.span(year), match[year], "stated")


def of_no_day(match: re.Match[str]) -> Iterator[DayMention]:
    """A time that is no day: "last week"."""
    yield DayMention(*match.span(), None, "relative", is_vague=True)


def stated(match: re.Match[str], date: str | None) -> DayMention:
    """Day that is stated as a date."""
    return DayMention(match.start(), match.end(), date, "stated")


def spell_out(found: list[DayMention], mention: DayMention, sentence: str) -> None:
    """Give "Thursday" the date of "(Oct. 31)" behind it."""
    if found and mention.date and _SPELT_OUT.fullmatch(sentence, found[-1].end, mention.start):
        found[-1] = replace(found[-1], date=mention.date)
