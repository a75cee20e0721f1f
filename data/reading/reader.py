"""Reading a report: its sentences, whose words they are, and the launches they speak of."""

import datetime as dt
import re
from dataclasses import replace
from itertools import chain

from data.reading import counts as counting
from data.reading.amounts import Amount
from data.reading.attribution import Attribution, attribution
from data.reading.clock import KOREA, ClockTime
from data.reading.day_mention import season_day, whole_day
from data.reading.events import Chronicle, Event, chronicle
from data.reading.figures import UNSAID, figures, is_another_estimate
from data.reading.foreign import REASON as FOREIGN
from data.reading.foreign import foreign_sentences
from data.reading.launch_words import LAUNCH_WORDS
from data.reading.launches import FIRED, MISSILE, Launches
from data.reading.lone_missile import lone_missile, speaks_of_many, speaks_of_several
from data.reading.names import RecordNames
from data.reading.passage import Passage, Sentence, read_passage
from data.reading.phrase import phrase
from data.reading.proposal import ClaimProposal, Reading, Unused
from data.reading.speeds import speeds
from data.reading.statements import Statement, launch_times, statements
from data.reading.zones import in_korea

_Found = Amount | ClockTime | counting.Count | Statement
MOST_APART_MIN = 15
"""Two authorities put one launch at most as far apart."""
UNKNOWN_DAY = "????-??-??"
"""Stands in a launch time whose day the text does not give: a person has to."""
_DAY = dt.timedelta(days=1)
_TOLD = re.compile(
    r"\b(?:landed|fell|detected|sends?|sent|flew|tests?|TESTS?|exploded)\b|낙하|비행|날아|落下|飛翔|飛行|飛ん"
)
_COUNTED = re.compile(
    r"\b(?:saw|landed|fell|detected|sends?|sent|flew|travell?ed)\b|낙하|비행|落下|飛翔"
)
"""Besides a launch, what tells that missiles were in the air."""
_OF_NORTH_KOREA = re.compile(
    r"North|Pyongyang|DPRK|KCNA|Rodong|Kim Jong|Hwasong"
    r"|북|조선|평양|김정은|화성|미싸일|北朝鮮|朝鮮中央|金正恩|平壌"
)


def read_report(
    text: str,
    published: dt.date | None,
    names: RecordNames,
    source: str | None = None,
) -> Reading:
    """
    Read the launches and claims out of a report.

    Parameters
    ----------
    text
        The report, in English, Korean or Japanese.
    published
        The day it was published; days of the week and days without a year count from it.
    names
        Names of the record, as of `read_names`.
    source
        Who published it, where that is an authority that speaks for itself.

    Raises
    ------
    TextError
        If the text is too long to be a report.
    """
    passage = read_passage(text)
    day = published.isoformat() if published else None
    names = names.within(passage.folded)
    is_told = FIRED.search(passage.folded) or _TOLD.search(passage.folded)
    is_report = is_told and MISSILE.search(passage.folded)
    is_of_north = _OF_NORTH_KOREA.search(passage.folded) or names.sites.find(passage.folded)
    if not is_report or not is_of_north:
        return Reading(passage.language, day, (), ())
    reader = _Reader(passage, published, names, attribution(passage, source))
    launches, refused = Launches(passage, reader.story, names).proposals(reader.claims)
    unused = sorted((*reader.refused, *refused), key=lambda each: each.start)
    return Reading(passage.language, day, tuple(launches), tuple(unused))


class _Reader:
    """One text being read."""

    def __init__(
        self,
        passage: Passage,
        published: dt.date | None,
        names: RecordNames,
        said: Attribution,
    ) -> None:
        self.passage, self.names, self.said = passage, names, said
        self.words = LAUNCH_WORDS[passage.language]
        self.story: Chronicle = chronicle(passage, published)
        self.foreign, self.carried = foreign_sentences(passage)
        self.many = {
            number
            for number, sentence in enumerate(passage.sentences)
            if speaks_of_many(sentence.text, passage.language)
        }
        self.refused: list[Unused] = []
        self.last_told: tuple[int, str] | None = None
        self.evenings: dict[str | None, list[int]] = {}
        self.claims: list[tuple[Event, ClaimProposal]] = []
        for number, sentence in enumerate(passage.sentences):
            self._read(number, sentence)
        for event in self.story.events:
            self._count_the_missile(event)

    def _count_the_missile(self, event: Event) -> None:
        """Where no number is given, "the missile" was one, if nothing speaks of several."""
        if any(c.quantity == "count" for of, c in self.claims if of is event):
            return
        language = self.passage.language
        about = [(n, self.passage.sentences[n].text) for n in dict.fromkeys(event.sentences)]
        ours = [(n, text) for n, text in about if n not in self.foreign]
        if any(n in self.many for n, _ in ours):
            return
        is_several = any(speaks_of_several(text, language) for _, text in ours)
        for number, text in ours:
            count = lone_missile(text, language)
            is_dated = any(of is event for _, of in self.story.about.get(number, ()))
            is_one = not is_several or (is_dated and not speaks_of_several(text, language))
            if count and is_one and self._event(number, count.start) is event:
                self._claim(number, "count", count, bounds=(1.0, 1.0))
                return

    def _is_among_many(self, number: int, place: int) -> bool:
        """Whether "a missile" follows words on several missiles of the same launch."""
        text, language = self.passage.sentences[number].text, self.passage.language
        is_before = any(n < number and n in self.many for n in self._event(number, place).sentences)
        return is_before or (number in self.many and speaks_of_many(text[:place], language))

    def _read(self, number: int, sentence: Sentence) -> None:
        self._read_figures(number, sentence)
        self._read_times(number, sentence)
        if number in self.foreign:
            return
        if FIRED.search(sentence.text) or _COUNTED.search(sentence.text):
            self._read_counts(number, sentence)
        for statement in statements(sentence.text, self.passage.language, self.names):
            self._claim(number, statement.quantity, statement, value=statement.value)

    def _read_figures(self, number: int, sentence: Sentence) -> None:
        for figure in chain(figures(sentence.text, self.passage.language), speeds(sentence.text)):
            amount, last = figure.amount, self.last_told
            if figure.reason == UNSAID and last and is_another_estimate(sentence.text, amount):
                is_next = last[0] in {number, number - 1}
                figure = replace(figure, quantity=last[1] if is_next else None)  # noqa: PLW2901
            if figure.quantity in {"range_km", "apogee_km"}:
                self.last_told = number, figure.quantity
            if figure.quantity is None:
                self._refuse(sentence, amount.start, amount.end, figure.reason or "")
            elif number in self.carried:
                self._refuse(sentence, amount.start, amount.end, FOREIGN)
            else:
                bounds = amount.low, amount.high
                self._claim(number, figure.quantity, amount, bounds=bounds, unit=amount.unit)

    def _read_times(self, number: int, sentence: Sentence) -> None:
        used, refused = launch_times(sentence.text, self.passage.language)
        for found in used:
            event = self._event(number, found.start)
            time = self._in_the_same_half(found, sentence.text, event)
            self._claim(number, "launch_time", time, value=_moment(time, event))
        for time, reason in refused:
            self._refuse(sentence, time.start, time.end, reason)

    def _read_counts(self, number: int, sentence: Sentence) -> None:
        for count in counting.without_parts(counting.counts(sentence.text)):
            if counting.is_tally(sentence.text, count):
                self._refuse(sentence, count.start, count.end, "number of many days")
            elif not count.is_one or not self._is_among_many(number, count.start):
                self._claim(number, "count", count, bounds=(count.number, count.most))

    def _event(self, number: int, place: int) -> Event:
        text = self.passage.sentences[number].text
        return self.story.at(number, place, self.words.clause, text)

    def _in_the_same_half(self, time: ClockTime, text: str, event: Event) -> ClockTime:
        """Of "10:44 p.m." and, by another authority, "10:43", the latter in the evening too."""
        known = self.evenings.setdefault(event.date, [])
        hour, minute = map(int, time.time.split(":"))
        late = (hour + 12) * 60 + minute
        is_bare = (
            hour < 12 and text[time.start].isdigit() and "m" not in text[time.start : time.end]
        )
        if is_bare and any(abs(late - other) <= MOST_APART_MIN for other in known):
            time = replace(time, time=f"{hour + 12:02d}:{minute:02d}")
        elif hour >= 12:
            known.append(hour * 60 + minute)
        return time

    def _refuse(self, sentence: Sentence, start: int, end: int, reason: str) -> None:
        start, end = sentence.start + start, sentence.start + end
        self.refused.append(Unused(self.passage.text[start:end], start, end, reason))

    def _claim(  # noqa: PLR0913 - what a claim has
        self,
        number: int,
        quantity: str,
        found: _Found,
        *,
        bounds: tuple[float, float] | tuple[None, None] = (None, None),
        unit: str | None = None,
        value: str | None = None,
    ) -> None:
        sentence = self.passage.sentences[number]
        start, end = sentence.start + found.start, sentence.start + found.end
        event = self._event(number, found.start)
        ordinal = counting.ordinal_at(sentence.text, found.start)
        members = (ordinal,) if ordinal and quantity not in {"count", "direction"} else ()
        words = phrase(self.passage.text, sentence, found.start, found.end)
        for authority in self.said.authorities(
            number, sentence.text, found.start, background=event.background
        ):
            claim = ClaimProposal(
                authority=authority,
                quantity=quantity,
                low=bounds[0],
                high=bounds[1],
                unit=unit,
                qualifier=found.qualifier,
                value=value,
                missiles=members,
                phrase=words,
                start=start,
                end=end,
            )
            self.claims.append((event, claim))


def _moment(time: ClockTime, event: Event) -> str:
    """Time of a launch in Korean time, on the Korean day of the launch."""
    offset = time.offset or KOREA
    day = whole_day(event.date)
    if day is None:
        # the season is known where the year is not
        day = season_day(event.date) or dt.date(2000, 1, 1)
        return f"{UNKNOWN_DAY}T{in_korea(time.time, offset, day):%H:%M}{KOREA}"
    near = [in_korea(time.time, offset, day + shift * _DAY) for shift in (0, -1, 1)]
    moment = next((m for m in near if m.date() == day), near[0])
    return f"{day}T{moment:%H:%M}{KOREA}"
