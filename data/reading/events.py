"""Which launches a text speaks of, by day, and which of them each place of it is about."""

# ruff: noqa: E501 - a pattern is read in one piece

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.reading.days import Calendar, DayMention
from data.reading.launch_days import FOLLOWS, LAUNCH, SAID, role
from data.reading.launch_words import LAUNCH_WORDS, LaunchWords
from data.reading.passage import Passage, Sentence

_DAY = dt.timedelta(days=1)
LEAD = 3
"""Sentences on launches within which a report names the day of its own, if that is days ago."""
NEWS_DAYS = 7
"""A report is about a launch of the week before it; an earlier one is recalled."""
_COMPARED = re.compile(
    r"\b(?:same|similar|since|after|than|unlike|following|last|previous|earlier|first (?:launched|tested|fired|conducted))\b",
    re.IGNORECASE,
)
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


@dataclass(frozen=True, slots=True)
class _Launched:
    """A day that a sentence gives for a launch, and where it says so."""

    mention: DayMention
    place: int
    date: str | None


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
        before = [event for start, event in marks if start < place]
        if before:
            return before[-1]
        for start, event in marks:
            if not clause.search(text, place, start):
                return event
        return self.focus[sentence]


def chronicle(passage: Passage, published: dt.date | None) -> Chronicle:
    """Find the launches of a text: their days, and the sentences that speak of them."""
    words = LAUNCH_WORDS[passage.language]
    calendar = Calendar(published)
    launched: dict[int, list[_Launched]] = {}
    days: dict[int, list[DayMention]] = {}
    for number, sentence in enumerate(passage.sentences):
        mentions = calendar.mentions(sentence.text)
        days[number] = mentions
        launched[number] = list(_launched(passage, words, sentence, mentions, calendar))
    main = _main(passage, words, launched, published)
    for number, found in launched.items():
        launched[number] = [_resolved(each, main, published) for each in found]
    return _assign(passage, words, launched, days, main)


def _launched(
    passage: Passage,
    words: LaunchWords,
    sentence: Sentence,
    mentions: list[DayMention],
    calendar: Calendar,
) -> Iterator[_Launched]:
    """Days of launches in a sentence; the day of a statement is what "the day before" counts from."""
    said: list[DayMention] = []
    found: list[_Launched] = []
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        found_role = role(passage.language, words, sentence.text, mention, following)
        if found_role == SAID:
            said.append(mention)
        elif found_role == LAUNCH and not _goes_on(sentence.text, found, mention):
            date = mention.date
            day = _date(said[-1]) if said else None
            if mention.offset is not None and day:
                date = (day - mention.offset * _DAY).isoformat()
            found.append(_Launched(mention, mention.start, date))
    if not found and said and _SPOKEN.search(sentence.text):
        old = [
            m
            for m in said
            if calendar.published and (d := _date(m)) and (calendar.published - d).days > NEWS_DAYS
        ]
        found = [_Launched(mention, mention.start, mention.date) for mention in old[:1]]
    yield from found


def _goes_on(text: str, found: list[_Launched], mention: DayMention) -> bool:
    """Whether a day only ends the span of one before it, as the second of "11, 12일"."""
    before = found[-1].mention if found else None
    return before is not None and text[before.start : mention.start].rstrip(" ,·、").isdigit()


def _date(mention: DayMention) -> dt.date | None:
    is_day = mention.date is not None and len(mention.date) == 10 and mention.date[0].isdigit()
    return dt.date.fromisoformat(mention.date) if is_day and mention.date else None


def _main(
    passage: Passage,
    words: LaunchWords,
    launched: dict[int, list[_Launched]],
    published: dt.date | None,
) -> _Launched | None:
    """Launch the text is about: the first day of the week before it that it names."""
    if published is None:
        found = [each for group in launched.values() for each in group]
        dated = [each for each in found if each.date and len(each.date) == 10]
        return dated[0] if dated else None
    on_launches = [n for n, s in enumerate(passage.sentences) if words.launch.search(s.text)]
    lead = on_launches[min(LEAD, len(on_launches)) - 1] if on_launches else 0
    for number, each in ((n, each) for n, group in launched.items() for each in group):
        clause = re.split(r"[,;]\s", passage.sentences[number].text[: each.place])[-1]
        is_aside = each.mention.offset is None and _COMPARED.search(clause)
        if each.date and len(each.date) == 10 and not is_aside:
            age = (published - dt.date.fromisoformat(each.date)).days
            if -1 <= age <= (NEWS_DAYS if number <= lead else 1):
                return each
    return _old_news(passage, words, launched)


def _old_news(
    passage: Passage, words: LaunchWords, launched: dict[int, list[_Launched]]
) -> _Launched | None:
    """Launch of an earlier month that a text is about: its first sentence on a launch names it."""
    for number, sentence in enumerate(passage.sentences):
        if launched[number]:
            first = launched[number][0]
            is_aside = _COMPARED.search(sentence.text[: first.place])
            if is_aside or first.date is None or first.mention.offset is not None:
                return None
            same = (
                each
                for group in launched.values()
                for each in group
                if each.date and len(each.date) == 10 and each.date.startswith(first.date)
            )
            return next(same, first)
        if words.launch.search(sentence.text) and number:
            return None
    return None


def _resolved(each: _Launched, main: _Launched | None, published: dt.date | None) -> _Launched:
    """Count "eight days after" from the launch the text is about."""
    if each.date or each.mention.offset is None:
        return each
    base = dt.date.fromisoformat(main.date) if main and main.date else published
    date = (base - each.mention.offset * _DAY).isoformat() if base else None
    return _Launched(each.mention, each.mention.end, date)


def _assign(
    passage: Passage,
    words: LaunchWords,
    launched: dict[int, list[_Launched]],
    days: dict[int, list[DayMention]],
    main: _Launched | None,
) -> Chronicle:
    first = (
        Event(main.date, main.mention.basis, background=False)
        if main
        else Event(None, "published", background=False)
    )
    events = [first]
    result = Chronicle(events, {}, {}, days)
    focus, paragraph, recalled = first, -1, first
    for number, sentence in enumerate(passage.sentences):
        text = sentence.text
        if sentence.paragraph != paragraph and not words.pronoun.match(text):
            focus = first
        paragraph = sentence.paragraph
        found = [(each.place, _event(events, each), each.mention.end) for each in launched[number]]
        marks = [(place, event) for place, event, _ in found]
        marks += [(match.start(), first) for match in words.current.finditer(text)]
        marks.sort(key=lambda mark: mark[0])
        result.about[number] = marks
        asides = {place for place, _, end in found if FOLLOWS.match(text[end:])}
        is_aside = marks and (
            marks[0][0] in asides or words.subordinate.search(text[: marks[0][0]])
        )
        if marks and not is_aside:
            focus = marks[0][1]
        elif words.then.match(text):
            focus = recalled
        elif marks or not (words.pronoun.match(text) or passage.language != "en"):
            focus = focus if focus.background and words.pronoun.match(text) else first
        recalled = next((event for _, event in marks if event.background), recalled)
        result.focus[number] = focus
        for _, event in marks or [(0, focus)]:
            event.sentences.append(number)
    return result


def _event(events: list[Event], each: _Launched) -> Event:
    for event in events:
        if event.date == each.date or (
            event.date and each.date and event.date.startswith(each.date)
        ):
            return event
        if event.background and event.date and (each.date or "").startswith(event.date):
            event.date, event.basis = each.date, each.mention.basis
            return event
    if each.date is None:
        return events[0]
    event = Event(each.date, each.mention.basis, background=True)
    events.append(event)
    return event
