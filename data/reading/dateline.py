"""The day a report's dateline or stamp gives for its publication, where no other is known."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from dataclasses import dataclass

from data.reading.day_mention import UNKNOWN_YEAR
from data.reading.day_pattern import MONTH_NAME, MONTHS, WEEKDAYS
from data.reading.passage import Passage
from data.reading.undated import months_of_days, year_of

_HEAD = 400
"""A dateline stands among the first letters."""
_LEAD = 4
"""Sentences of a lead."""
_FIRST_STAND_IN = 2400
"""No report is of that year: its calendar stands in where the year is not known."""
_CYCLE = 28
_LEAST_STAND_IN = _FIRST_STAND_IN - 100
_NAME = r"[A-Z][\w.'-]{1,20}"
_DATELINES = (
    re.compile(
        rf"^[\W_]{{0,3}}(?:{_NAME}(?:[ ,/]{{1,2}}{_NAME}){{0,4}}(?:[ ]\([^)\n]{{1,40}}\))?[,.:]?[ ]|\([^)\n]{{1,40}}\)[ ]?)?"
        rf"(?:(?P<name>{MONTH_NAME})[ ](?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})[ ](?P<name2>{MONTH_NAME}))(?:,[ ](?P<y>20\d\d|19\d\d))?[.,]?[ ]?"
        r"(?:/[A-Z][\w .-]{1,20}/|\((?:(?-i:[A-Z])[^)\n]{1,30})\)|--?[ ]|:[ ]|$)",
        re.MULTILINE,
    ),
    re.compile(
        r"(?:[【\[]|^[ ]?\()[^】\])\n\d]{0,20}(?:(?P<y>(?:19|20)\d\d)\s?[年년]\s?)?(?:(?P<m>\d{1,2})\s?[月월]\s?)?(?P<d>\d{1,2})\s?[日일](?:\s?\(?[月火水木金土日월화수목금토일]\)?)?[^】\])\n]{0,20}[】\])]",
        re.MULTILINE,
    ),
    re.compile(
        r"^[ ]?(?:(?:입력|등록|기사입력|승인|송고|게재|配信|更新|掲載|公開)\s?:?\s?)?(?P<y>(?:19|20)\d\d)\s?[年년./-]\s?(?P<m>\d{1,2})\s?[月월./-]\s?(?P<d>\d{1,2})\s?[日일.]?(?:\s?\([月火水木金土日월화수목금토일]\))?(?:\s?\d{1,2}[:時시][^\n]{0,12})?[ ]?$",
        re.MULTILINE,
    ),
)
"""City, day and agency in English; a bracket of an agency, and a stamp, in Korean and Japanese."""
_DAY_NAME = "|".join(name for name in WEEKDAYS if len(name) > 1)
_SPOKE_ON = re.compile(
    rf"\b(?:said|says|announced|reported|confirmed|claimed|stated|revealed|told [\w ]{{3,20}}),? (?:on |early |late )?(?P<a>{_DAY_NAME})\b"
    rf"|\b(?:on )?(?P<b>{_DAY_NAME}),? (?:said|announced|reported|confirmed|claimed|stated|revealed)\b"
    r"|(?P<c>[월화수목금토일])요일",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?<!last )(?<!next )(?<!since )(?<!until )(?<!previous )\b(?P<a>{_DAY_NAME})\b",
    re.IGNORECASE,
)
_YEAR = len("2017")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Day of a dateline; of an unknown year, `day` is of one that stands in for it."""

    day: dt.date
    has_year: bool
    has_weekdays: bool

    def spoken(self, date: str | None) -> str | None:
        """Give a day without the year that stands in for one that is not known."""
        if date is None or not date[:_YEAR].isdigit() or int(date[:_YEAR]) < _LEAST_STAND_IN:
            return date
        return f"{UNKNOWN_YEAR}{date[_YEAR:]}" if len(date) > _YEAR else None


def dateline(passage: Passage) -> Dateline | None:
    """
    Day that a text is dated with at its head.

    The year is that which the text counts launches of; without one, the days of the week are
    those of the day on which somebody speaks in the lead, which is that of the dateline.

    Examples
    --------
    >>> from data.reading.passage import read_passage
    >>> found = dateline(read_passage("SEOUL, Jan. 7 (News) -- The North said Tuesday it ..."))
    >>> found.spoken((found.day - dt.timedelta(days=1)).isoformat()), found.day.weekday()
    ('????-01-06', 1)
    """
    head = passage.folded[:_HEAD]
    for match in (match for pattern in _DATELINES for match in pattern.finditer(head)):
        parts = match.groupdict()
        day = int(parts["d"] or parts["d2"])
        if name := parts.get("name") or parts.get("name2"):
            month = MONTHS.index(name[:3].casefold()) + 1
        else:
            month = int(parts["m"] or months_of_days(passage.folded).get(day, 0))
        year = parts["y"] or year_of(passage.folded)
        found = _of(year, month, day, _weekday(passage))
        if found:
            return found
    return None


def _of(year: str | None, month: int, day: int, weekday: int | None) -> Dateline | None:
    years = [int(year)] if year else []
    for each in (*years, *range(_FIRST_STAND_IN, _FIRST_STAND_IN + _CYCLE)):
        try:
            date = dt.date(each, month, day)
        except ValueError:
            continue
        has_year = each in years
        if has_year or weekday is None or date.weekday() == weekday:
            return Dateline(date, has_year, has_weekdays=has_year or weekday is not None)
    return None


def _weekday(passage: Passage) -> int | None:
    """Day of the week on which somebody speaks in the lead, else the first one it names."""
    lead = [sentence.text for sentence in passage.sentences[:_LEAD]]
    for pattern in (_SPOKE_ON, _WEEKDAY):
        for match in filter(None, map(pattern.search, lead)):
            return WEEKDAYS[next(filter(None, match.groups())).casefold()]
    return None
