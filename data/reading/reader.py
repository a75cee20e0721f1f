"""Reading a report: its sentences, whose words they are, and the launches they speak of."""

import datetime as dt
import re
from collections.abc import Iterator

from data.korean_day import korean_date
from data.reading import counts as counting
from data.reading.amounts import Amount
from data.reading.attribution import UNNAMED, Attribution, attribution
from data.reading.clock import KOREA, OLD_PYONGYANG, ClockTime
from data.reading.events import Chronicle, Event, chronicle
from data.reading.figures import figures
from data.reading.launch_words import LAUNCH_WORDS
from data.reading.matches import matches
from data.reading.names import RecordNames
from data.reading.passage import Passage, Sentence, read_passage
from data.reading.phrase import phrase
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading, Unused
from data.reading.statements import Statement, launch_times, site, statements

_Found = Amount | ClockTime | counting.Count | Statement
UNKNOWN_DAY = "????-??-??"
"""Stands in a launch time whose day the text does not give: a person has to."""
_FIRED = re.compile(
    r"\b(?:fir(?:ed|es|ing)|launch(?:ed|es|ing)|test-?fir\w+|lobbed|test-launch\w*|tested)\b|발사|쏘|쐈|쏜|発射|打ち上げ",
    re.IGNORECASE,
)
_OF_NORTH_KOREA = re.compile(r"North|Pyongyang|DPRK|Kim Jong|Hwasong|북|조선|평양|김정은|화성|미싸일|北朝鮮|金正恩|平壌")
_MISSILE = re.compile(r"missile|projectile|rocket|satellite|ICBM|미사일|미싸일|발사체|방사포|위성|ミサイル|飛翔体|衛星|ロケット", re.IGNORECASE)


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
    is_report = _FIRED.search(passage.folded) and _MISSILE.search(passage.folded)
    if not is_report or not _OF_NORTH_KOREA.search(passage.folded):
        return Reading(passage.language, day, (), ())
    reader = _Reader(passage, published, names, attribution(passage, source))
    return Reading(passage.language, day, tuple(reader.launches()), tuple(reader.unused()))


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
        first = self.story.events[0]
        if first.date is None and published:
            first.date, first.basis = published.isoformat(), "published"
        self.refused: list[Unused] = []
        self.claims: list[tuple[Event, ClaimProposal]] = []
        for number, sentence in enumerate(passage.sentences):
            self._read(number, sentence)

    def _read(self, number: int, sentence: Sentence) -> None:
        text, language = sentence.text, self.passage.language
        for figure in figures(text, language):
            amount = figure.amount
            if figure.quantity is None:
                self._refuse(sentence, amount.start, amount.end, figure.reason or "")
                continue
            bounds = amount.low, amount.high
            self._claim(number, figure.quantity, amount, bounds=bounds, unit=amount.unit)
        used, refused = launch_times(text, language)
        for time in used:
            event = self._event(number, time.start)
            self._claim(number, "launch_time", time, value=_moment(time, event, text))
        for time, reason in refused:
            self._refuse(sentence, time.start, time.end, reason)
        if self.words.foreign.search(text):
            return
        if _FIRED.search(text):
            for count in counting.counts(text):
                self._claim(number, "count", count, bounds=(count.number,) * 2)
        for statement in statements(text, language, self.names):
            self._claim(number, statement.quantity, statement, value=statement.value)

    def _event(self, number: int, place: int) -> Event:
        text = self.passage.sentences[number].text
        return self.story.at(number, place, self.words.clause, text)

    def _refuse(self, sentence: Sentence, start: int, end: int, reason: str) -> None:
        start, end = sentence.start + start, sentence.start + end
        self.refused.append(Unused(self.passage.text[start:end], start, end, reason))

    def _claim(
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
        authority = self.said.authority(
            number, sentence.text, found.start, background=event.background
        )
        ordinal = counting.ordinal_at(sentence.text, found.start)
        members = (ordinal,) if ordinal and quantity not in {"count", "direction"} else ()
        words = phrase(self.passage.text, sentence, found.start, found.end)
        claim = ClaimProposal(
            *(authority, quantity, *bounds, unit, found.qualifier, value, members, words),
            *(start, end),
        )
        self.claims.append((event, claim))

    def launches(self) -> Iterator[LaunchProposal]:
        """Each launch with its claims, each claim once."""
        for event in self.story.events:
            own = [claim for of, claim in self.claims if of is event]
            launch = LaunchProposal(event.date, event.basis, event.background)
            self._describe(launch, event)
            launch.claims = list(_once(_best_counts(own)))
            launch.matches = matches(launch, self.names)
            yield launch

    def _describe(self, launch: LaunchProposal, event: Event) -> None:
        """Site, type, class, kind and outcome by the sentences on a launch."""
        numbers = dict.fromkeys(event.sentences)
        for number in numbers:
            text = self.passage.sentences[number].text
            part = self._part(number, event)
            if self.words.foreign.search(part):
                continue
            if launch.site_id is None and (found := site(part, self.passage.language, self.names)):
                launch.site_id = found[0]
            self._type(launch, part)
            if launch.outcome is None and self._failed(part, text):
                launch.outcome = "failure"
        missile = self.names.missile_rows.get(launch.missile_id or "")
        if missile:
            launch.range_class = launch.range_class or missile["range_class"]
            launch.kind = launch.kind or missile["kind"]
        if launch.range_class and launch.kind not in {"ballistic", "glide"}:
            launch.kind = "ballistic"

    def _failed(self, part: str, text: str) -> bool:
        return bool(self.words.failure.search(part)) and not self.words.no_failure.search(text)

    def _part(self, number: int, event: Event) -> str:
        """Part of a sentence that is about one event."""
        text = self.passage.sentences[number].text
        marks = self.story.about.get(number, [])
        others = [place for place, of in marks if of is not event]
        own = [place for place, of in marks if of is event]
        if not others or not own:
            return text
        after = [place for place in others if place > own[-1]]
        before = [place for place in others if place < own[0]]
        cut = max((m.end() for m in self.words.clause.finditer(text, 0, own[0])), default=0)
        start = cut if before else 0
        end = len(text)
        if after:
            ends = [m.start() for m in self.words.clause.finditer(text, own[-1], after[0])]
            end = ends[-1] if ends else after[0]
        return text[start:end]

    def _type(self, launch: LaunchProposal, part: str) -> None:
        if not (_FIRED.search(part) or _MISSILE.search(part)):
            return
        named = self.names.missiles.find(part)
        if launch.missile_id is None and named:
            launch.missile_id = named[0].id
        if launch.range_class is None:
            launch.range_class = counting.range_class(part)
        if launch.kind is None:
            launch.kind = counting.kind(part)

    def unused(self) -> list[Unused]:
        """What is no claim, in the order of the text."""
        return sorted(self.refused, key=lambda each: each.start)


def _best_counts(claims: list[ClaimProposal]) -> list[ClaimProposal]:
    """Of the counts of each authority the first in figures; "a missile" only where there is no other."""
    seen: set[str] = set()
    counts = [claim for claim in claims if claim.quantity == "count"]
    more = [claim for claim in counts if claim.low and claim.low > 1]
    kept: list[ClaimProposal] = []
    for claim in more or counts:
        if claim.authority not in seen:
            seen.add(claim.authority)
            kept.append(claim)
    named = [claim for claim in kept if claim.authority != UNNAMED]
    kept = named or kept
    return [claim for claim in claims if claim.quantity != "count" or claim in kept]


def _once(claims: list[ClaimProposal]) -> Iterator[ClaimProposal]:
    seen = set()
    for claim in claims:
        key = (claim.authority, claim.quantity, claim.low, claim.high, claim.value, claim.missiles)
        if key not in seen:
            seen.add(key)
            yield claim


def _moment(time: ClockTime, event: Event, text: str) -> str:
    """Time of a launch with its day and offset; the Korean day is that of the launch."""
    offset = time.offset or KOREA
    if not event.date or len(event.date) != 10:
        return f"{UNKNOWN_DAY}T{time.time}{offset}"
    day = dt.date.fromisoformat(event.date)
    if time.offset is None and "Pyongyang time" in text and _old_clock(day):
        offset = OLD_PYONGYANG
    for back in (0, 1):
        local = day - dt.timedelta(days=back)
        moment = dt.datetime.fromisoformat(f"{local}T{time.time}:00{offset}")
        if korean_date(moment) == day:
            return f"{local}T{time.time}{offset}"
    return f"{day}T{time.time}{offset}"


def _old_clock(day: dt.date) -> bool:
    return dt.date(2015, 8, 15) <= day <= dt.date(2018, 5, 4)
