"""Days of launches that a sentence names, beside those of statements."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from collections.abc import Iterator
from itertools import zip_longest

from data.reading.asian_days import LAUNCH, OTHER, SAID, TELLER
from data.reading.clock import ClockTime
from data.reading.day_mention import DayMention, whole_day
from data.reading.days import Calendar
from data.reading.launch_days import role
from data.reading.launch_words import LAUNCH_WORDS
from data.reading.main_launch import NEWS_DAYS, Launched
from data.reading.passage import Sentence
from data.reading.statements import ANOTHER_ZONE, launch_times
from data.reading.zones import zoned_day

_DAY = dt.timedelta(days=1)
_ZONE = re.compile(r"\b(?:GMT|UTC|Greenwich|[ECMPH][DS]?T|Z|Hawaii|Eastern|Central|Pacific)\b")
"""Without one, no time of a sentence is in a zone of others."""
_LISTED = re.compile(r"(?:,| and|, and| or)\s(?:on )?")
_SPAN = re.compile(r"부터|から")
_LONGEST_SPAN = 24
_REPORT_CAME = re.compile(
    r"\b(?:report|announcement|statement|claim|confirmation|dispatch)\b[^.;]{0,60}\bcame\s*$"
    r"|\b(?:described|reported|announced|confirmed)\b[^.;]{0,30}$"
)
"""A day counted from a statement, not from a launch."""
_SPOKEN = re.compile(
    r"\b(?:fir(?:ed|ing)|launch(?:ed)?|test(?:ed|-\w+)|drill)\b|발사|発射", re.IGNORECASE
)


def roles_of(language: str, text: str, mentions: list[DayMention]) -> list[str]:
    """What each day of a sentence is; a day in a list is what the one before it is."""
    words = LAUNCH_WORDS[language]
    roles: list[str] = []
    for number, (mention, after) in enumerate(zip_longest(mentions, mentions[1:])):
        found = role(language, words, text, mention, after)
        last = mentions[number - 1] if number else None
        is_stated = last is not None and last.basis == mention.basis != "relative"
        if (
            last
            and is_stated
            and found == OTHER
            and _LISTED.fullmatch(text, last.end, mention.start)
        ):
            found = roles[-1]
        roles.append(found)
    for number, mention in enumerate(mentions if roles.count(LAUNCH) > 1 else ()):
        if language != "en" and TELLER.search(text[: mention.start]):
            roles[number] = SAID
    return roles


def launches_told(
    sentence: Sentence,
    mentions: list[DayMention],
    roles: list[str],
    calendar: Calendar,
) -> Iterator[Launched]:
    """Days of launches in a sentence; the day of a statement is what "the day before" counts from."""
    said: list[DayMention] = []
    found: list[Launched] = []
    times = _zoned_times(sentence.text) if mentions and _ZONE.search(sentence.text) else []
    for number, (mention, found_role) in enumerate(zip(mentions, roles, strict=True)):
        if found_role == SAID:
            said.append(mention)
        elif date := zoned_day(sentence.text, mention, times):
            found.append(Launched(mention, mention.start, date))
        elif found_role == LAUNCH and not _goes_on(sentence.text, found, mention):
            date = mention.date
            day = whole_day(said[-1].date) if said else None
            if mention.offset is not None and _REPORT_CAME.search(sentence.text[: mention.start]):
                dated = [d for m in mentions[:number] if (d := whole_day(m.date))]
                day = dated[-1] if dated else calendar.published
            if mention.offset is not None and day:
                date = (day - mention.offset * _DAY).isoformat()
            found.append(Launched(mention, mention.start, date))
    if not found and said and _SPOKEN.search(sentence.text):
        old = [
            m
            for m in said
            if calendar.published
            and (d := whole_day(m.date))
            and (calendar.published - d).days > NEWS_DAYS
        ]
        found = [Launched(mention, mention.start, mention.date) for mention in old[:1]]
    yield from found


def _zoned_times(text: str) -> list[ClockTime]:
    """Times of a launch that a sentence gives in the zones of others."""
    used, refused = launch_times(text, "en")
    same = [time for time, reason in refused if reason == ANOTHER_ZONE]
    return [time for time in (*used, *same) if time.offset]


def _goes_on(text: str, found: list[Launched], mention: DayMention) -> bool:
    """Whether a day only ends the span of one before it, as in "11, 12일" and "24일 밤부터 25일"."""
    before = found[-1].mention if found else None
    between = text[before.end : mention.start] if before else ""
    is_span = len(between) < _LONGEST_SPAN and _SPAN.search(between) is not None
    return before is not None and (
        is_span or text[before.start : mention.start].rstrip(" ,·、").isdigit()
    )
