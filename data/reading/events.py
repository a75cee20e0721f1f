"""Which launches a text speaks of, by day, and which of them each place of it is about."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from data.reading.asian_days import FOLLOWS, LAUNCH, OTHER, SAID, TELLER
from data.reading.clock import ClockTime
from data.reading.day_mention import DayMention
from data.reading.days import Calendar
from data.reading.launch_days import role
from data.reading.launch_words import LAUNCH_WORDS, LaunchWords
from data.reading.main_launch import NEWS_DAYS, Launched, main_launch
from data.reading.passage import Passage, Sentence
from data.reading.speakers import speakers
from data.reading.statements import ANOTHER_ZONE, launch_times
from data.reading.zones import zoned_day

_DAY = dt.timedelta(days=1)
_THAN = re.compile(r"보다|より(?:も)?[、 高長遠]")
"""What follows is of the launch that is compared, not of that it is compared with."""
_LISTED = re.compile(r"(?:,| and|, and| or)\s(?:on )?")
_AT_THAT_TIME = re.compile(r"당시|그때|같은 날|この際|その際|当時|この時")
_AT_THE_START = 12
"""Letters before an authority that opens a sentence: the name of its minister."""
_ZONE = re.compile(r"\b(?:GMT|UTC|Greenwich|[ECMPH][DS]?T|Z|Hawaii|Eastern|Central|Pacific)\b")
"""Without one, no time of a sentence is in a zone of others."""
_THAT = re.compile(r"\b(?:that|those) (?:missiles?|launch(?:es)?|tests?|projectiles?)\b")
_THOSE = re.compile(r"^\s*(?:Those|These|Each of those|Both of those)\b")
"""Opens a sentence on what the one before it named last."""
_LIKE = re.compile(r"\b(?:like|similar to|same as|than|since|compared|resembl\w+)\b", re.IGNORECASE)
"""Between a figure and a launch that is only compared with the one it is of."""
_ALIKE = re.compile(r"\b(?:same|similar|like|identical)\b[^,;]{0,50}$")
_ON = re.compile(r",\s|\band\b|\)")
_OVER_THAN = re.compile(r"\b(?:farther|further|higher|longer|more|shorter|lower) than the $")
"""Before a figure of the launch that the one told of is compared with."""
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


@dataclass(slots=True)
class Event:
    """The launches of one day that a text speaks of; `background` where it only recalls them."""

    date: str | None
    basis: str
    background: bool
    sentences: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Chronicle:
    """Events of a text, the one it is about first, and what each sentence is about."""

    events: list[Event]
    about: dict[int, list[tuple[int, Event]]]
    focus: dict[int, Event]
    days: dict[int, list[DayMention]]

    def at(self, sentence: int, place: int, clause: re.Pattern[str], text: str) -> Event:
        """Event that a place of a sentence is about."""
        marks = self.about.get(sentence, [])
        before = [
            (start, event)
            for start, event in marks
            if start < place and not (event.background and _is_over(text, start, place))
        ]
        is_other = before and _OVER_THAN.search(text[:place])
        if before and not is_other:
            return before[-1][1]
        for start, event in marks:
            is_compared = event.background and _LIKE.search(text, place, start)
            if start > place and not is_compared and not clause.search(text, place, start):
                return event
        return before[-1][1] if before else self.focus[sentence]


def chronicle(passage: Passage, published: dt.date | None) -> Chronicle:
    """Find the launches of a text: their days, and the sentences that speak of them."""
    words = LAUNCH_WORDS[passage.language]
    calendar = Calendar.of(published, passage.folded)
    launched: dict[int, list[Launched]] = {}
    days: dict[int, list[DayMention]] = {}
    told: dict[int, list[DayMention]] = {}
    for number, sentence in enumerate(passage.sentences):
        mentions = calendar.mentions(sentence.text)
        days[number] = mentions
        roles = _roles(passage.language, sentence.text, mentions)
        launched[number] = list(_launched(sentence, mentions, roles, calendar))
        calendar.settled |= any(
            m.date == str(published)
            for m, each in zip(mentions, roles, strict=True)
            if each == LAUNCH
        )
        told[number] = [m for m, each in zip(mentions, roles, strict=True) if each == SAID]
    main = main_launch(passage, words, launched, published, told)
    for number, found in launched.items():
        launched[number] = [_resolved(each, main, published) for each in found]
    return _assign(passage, words, launched, days, main)


def _roles(language: str, text: str, mentions: list[DayMention]) -> list[str]:
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


def _launched(
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
            day = _date(said[-1]) if said else None
            if mention.offset is not None and _REPORT_CAME.search(sentence.text[: mention.start]):
                dated = [d for m in mentions[:number] if (d := _date(m))]
                day = dated[-1] if dated else calendar.published
            if mention.offset is not None and day:
                date = (day - mention.offset * _DAY).isoformat()
            found.append(Launched(mention, mention.start, date))
    if not found and said and _SPOKEN.search(sentence.text):
        old = [
            m
            for m in said
            if calendar.published and (d := _date(m)) and (calendar.published - d).days > NEWS_DAYS
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


def _date(mention: DayMention) -> dt.date | None:
    is_day = mention.date is not None and len(mention.date) == 10 and mention.date[0].isdigit()
    return dt.date.fromisoformat(mention.date) if is_day and mention.date else None


def _resolved(each: Launched, main: Launched | None, published: dt.date | None) -> Launched:
    """Count "eight days after" from the launch the text is about."""
    if each.date or each.mention.offset is None:
        return each
    base = dt.date.fromisoformat(main.date) if main and main.date else published
    date = (base - each.mention.offset * _DAY).isoformat() if base else None
    return Launched(each.mention, each.mention.end, date)


def _assign(
    passage: Passage,
    words: LaunchWords,
    launched: dict[int, list[Launched]],
    days: dict[int, list[DayMention]],
    main: Launched | None,
) -> Chronicle:
    first = (
        Event(main.date, main.mention.basis, background=False)
        if main
        else Event(None, "published", background=False)
    )
    events = [first]
    result = Chronicle(events, {}, {}, days)
    focus, paragraph, recalled, is_last_recalled = first, -1, first, False
    for number, sentence in enumerate(passage.sentences):
        text = sentence.text
        if sentence.paragraph != paragraph and not words.of_before.match(text):
            focus = first
        paragraph = sentence.paragraph
        found = [(each.place, _event(events, each), each.mention.end) for each in launched[number]]
        marks = [(place, event) for place, event, _ in found]
        marks += [(match.start(), first) for match in words.current.finditer(text)]
        if is_last_recalled and (that := _THAT.search(text)):
            marks.append((that.start(), recalled))
        marks.sort(key=lambda mark: mark[0])
        result.about[number] = marks
        asides = {place for place, _, end in found if _is_aside(text[end:])}
        is_aside = marks and (
            marks[0][0] in asides or words.subordinate.search(text[: marks[0][0]])
        )
        if marks and not is_aside:
            focus = marks[0][1]
        elif words.then.match(text) or (_THOSE.match(text) and is_last_recalled):
            focus = recalled
        elif marks or not (words.pronoun.match(text) or _runs_on(text, passage.language)):
            focus = focus if focus.background and words.pronoun.match(text) else first
        recalled = next((event for _, event in marks if event.background), recalled)
        is_last_recalled = bool(marks) and marks[-1][1].background
        result.focus[number] = focus
        for _, event in marks or [(0, focus)]:
            event.sentences.append(number)
    return result


def _runs_on(text: str, language: str) -> bool:
    """
    Whether a Korean or Japanese sentence goes on with what the one before it was about.

    One that an authority opens comes back to the news, but for "at that time".
    """
    if language == "en":
        return False
    opens = (s for s in speakers(text, language) if s.speaks and s.start <= _AT_THE_START)
    return _AT_THAT_TIME.search(text) is not None or next(opens, None) is None


def _is_over(text: str, start: int, place: int) -> bool:
    """Whether what a place is about is no longer the launch that one is compared with."""
    is_like = _ALIKE.search(text[:start]) and _ON.search(text, start, place)
    return _THAN.search(text, start, place) is not None or bool(is_like)


def _is_aside(after: str) -> bool:
    """Whether a launch is named only for the one after it to follow: "5일에 이어", not "5일에도 발사했다"."""
    follows = FOLLOWS.match(after)
    return follows is not None and not follows[0].endswith(("에도", "にも"))


def _event(events: list[Event], each: Launched) -> Event:
    for event in () if each.mention.is_vague else events:
        if event.date == each.date or (
            event.date and each.date and event.date.startswith(each.date)
        ):
            return event
        if event.background and event.date and (each.date or "").startswith(event.date):
            event.date, event.basis = each.date, each.mention.basis
            return event
    if each.mention.is_vague:
        vague = next((e for e in events if e.date is None and e.background), None)
        if vague is None:
            vague = Event(None, "relative", background=True)
            events.append(vague)
        return vague
    if each.date is None:
        return events[0]
    event = Event(each.date, each.mention.basis, background=True)
    events.append(event)
    return event
