"""Which launches a text speaks of, by day, and which of them each place of it is about."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from dataclasses import dataclass, field
from itertools import pairwise

from data.reading.asian_days import FOLLOWS, LAUNCH, SAID
from data.reading.dateline import dateline
from data.reading.day_mention import DayMention, whole_day
from data.reading.days import Calendar
from data.reading.launch_words import LAUNCH_WORDS, LaunchWords
from data.reading.main_launch import Launched, main_launch
from data.reading.passage import Passage, Sentence
from data.reading.speakers import speakers
from data.reading.told_days import launches_told, roles_of

_DAY = dt.timedelta(days=1)
_THAN = re.compile(r"보다|より(?:も)?[、 高長遠]")
"""What follows is of the launch that is compared, not of that it is compared with."""
_AT_THAT_TIME = re.compile(r"당시|그때|같은 날|この際|その際|当時|この時")
_AT_THE_START = 12
"""Letters before an authority that opens a sentence: the name of its minister."""
_TOGETHER = re.compile(r"\s?(?:과|와|,|·|및|、|と|・|and|, and)\s?")
"""Between two days of launches that a report tells of together."""
_THAT = re.compile(r"\b(?:that|those) (?:missiles?|launch(?:es)?|tests?|projectiles?)\b")
_THOSE = re.compile(r"^\s*(?:Those|These|Each of those|Both of those)\b")
"""Opens a sentence on what the one before it named last."""
_LIKE = re.compile(r"\b(?:like|similar to|same as|than|since|compared|resembl\w+)\b", re.IGNORECASE)
"""Between a figure and a launch that is only compared with the one it is of."""
_ALIKE = re.compile(r"\b(?:same|similar|like|identical)\b[^,;]{0,50}$")
_ON = re.compile(r",\s|\band\b|\)")
_OVER_THAN = re.compile(r"\b(?:farther|further|higher|longer|more|shorter|lower) than the $")
"""Before a figure of the launch that the one told of is compared with."""

_NAMED = re.compile(
    r"\s*(?:The |이 |同)?[\"'「『]?(?P<name>(?:Hwasong|Pukguksong|Musudan|Rodong|Nodong|Scud|KN|화성|북극성|무수단|노동|火星|北極星|ムスダン|ノドン)[-\w]{0,4})"
)
"""Opens a sentence with the name of a missile."""


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
    """
    Find the launches of a text: their days, and the sentences that speak of them.

    Without a day of publication, that of the dateline stands for it.
    """
    dated = None if published else dateline(passage)
    if dated is None:
        return _chronicle(passage, Calendar.of(published, passage.folded))
    found = _chronicle(passage, Calendar(dated.day, has_weekdays=dated.has_weekdays))
    for event in found.events:
        event.date = dated.spoken(event.date)
    return found


def _chronicle(passage: Passage, calendar: Calendar) -> Chronicle:
    words = LAUNCH_WORDS[passage.language]
    published = calendar.published
    launched: dict[int, list[Launched]] = {}
    days: dict[int, list[DayMention]] = {}
    told: dict[int, list[DayMention]] = {}
    for number, sentence in enumerate(passage.sentences):
        mentions = calendar.mentions(sentence.text)
        days[number] = mentions
        roles = roles_of(passage.language, sentence.text, mentions)
        launched[number] = list(launches_told(sentence, mentions, roles, calendar))
        calendar.settled |= any(
            m.date == str(published)
            for m, each in zip(mentions, roles, strict=True)
            if each == LAUNCH
        )
        told[number] = [m for m, each in zip(mentions, roles, strict=True) if each == SAID]
    main = main_launch(passage, words, launched, published, told)
    for number, found in launched.items():
        launched[number] = [_resolved(each, main, published) for each in found]
    result = _assign(passage, words, launched, days, main)
    first = result.events[0]
    if first.date is None and published:
        first.date, first.basis = published.isoformat(), "published"
    return result


def _resolved(each: Launched, main: Launched | None, published: dt.date | None) -> Launched:
    """Count "eight days after" from the launch the text is about."""
    if each.date or each.mention.offset is None:
        return each
    base = whole_day(main.date) if main and main.date else published
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
        for one, other in pairwise(launched[number]):
            pair = _event(events, one), _event(events, other)
            if first in pair and _TOGETHER.fullmatch(text, one.mention.end, other.mention.start):
                pair[0].background = pair[1].background = _is_aside(text[other.mention.end :])
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
        elif words.then.match(text) or (
            is_last_recalled and (_THOSE.match(text) or _is_new_name(passage, sentence))
        ):
            focus = recalled
        elif marks or not (words.pronoun.match(text) or _runs_on(text, passage.language)):
            focus = focus if focus.background and words.pronoun.match(text) else first
        recalled = next((event for _, event in marks if event.background), recalled)
        is_last_recalled = bool(marks) and marks[-1][1].background
        result.focus[number] = focus
        for _, event in marks or [(0, focus)]:
            event.sentences.append(number)
    return result


def _is_new_name(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence opens with a missile that was not named before: that of the launch recalled."""
    name = _NAMED.match(sentence.text)
    return name is not None and name["name"] not in passage.folded[: sentence.start]


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
