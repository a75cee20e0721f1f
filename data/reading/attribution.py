"""Who states each sentence: the one it names, or the one who spoke in the sentence before."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from data.reading.passage import Passage
from data.reading.persons import persons, speaking
from data.reading.speakers import SAME, Speaker, partners, speaker_of, speakers

_REPORTED = re.compile(
    r"고 (?:밝|말|전|보도|설명|주장|발표|덧)|[\"]며|と(?:発表|述べ|報じ|伝え|明らか|主張)|\b(?:it|he|she) (?:said|added)\b"
)
_ITEM = re.compile(r"\s*[・●○■◆▲△▷*•◦-]\s?\S")
"""A line of a list is stated by who is named above it."""
NEAR = 4
"""Sentences within which a lead is put to the one who speaks first."""
UNNAMED = "press"
"""Authority of what a report says on its own."""
_OWN_VOICES = (
    ("Japan MOD", re.compile(r"我が国|防衛省から|大臣指示")),
    ("KCNA", re.compile(r"미싸일|조선동해|조선서해|조선인민군|발사훈련이 .{0,20}진행되였|East Sea of Korea|\bDPRK'?s? (?:armed|army|missile)|\bComrade Kim|respected (?:Comrade|General Secretary)|朝鮮東海|朝鮮西海|共和国(?:の)?武力")),
    ("JCS", re.compile(r"^\s*(?:합참|합동참모본부) ?(?:입니다|공지|문자)")),
)  # fmt: skip
"""Words by which a ministry or an agency speaks in its own name."""
_KINDS = (
    ("minist", ("MOD", "MND", "Agency")),
    ("joint chiefs", ("JCS",)),
    ("command", ("COM", "NORAD")),
    ("通信", ("KCNA",)),
    ("통신", ("KCNA",)),
)
"""How the names of authorities end that such a word stands for."""
_RELEASE = re.compile(
    r"\b(?:press|media|release|statement|on|DPRK|launch|news|the|of|Republic|Korea)\b|보도자료|報道発表",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"[1-9][\d,.]{2,8}")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Authorities of each sentence, and the one who speaks where a sentence names nobody."""

    named: tuple[tuple[Speaker, ...], ...]
    carried: tuple[str | None, ...]
    voice: str | None
    texts: tuple[str, ...]

    def authorities(self, number: int, text: str, place: int, *, background: bool) -> list[str]:
        """Authorities of what stands at a place of a sentence: one, or those who state it together."""
        speaker = speaker_of(self.named[number], text, place)
        if speaker is not None and (speaker.rank or not self.carried[number]):
            return [speaker.authority, *partners(self.named[number], speaker, text)]
        return [self._unsaid(number, text, place, speaker, background=background)]

    def _unsaid(
        self, number: int, text: str, place: int, speaker: Speaker | None, *, background: bool
    ) -> str:
        """Authority of what nobody states in its own sentence."""
        if self.voice and speaker is None:
            return self.voice
        if background and not _REPORTED.search(text, place) and not _ITEM.match(text):
            return UNNAMED
        return self.carried[number] or self._first(number, text, place) or UNNAMED

    def _first(self, number: int, text: str, place: int) -> str | None:
        """Authority of a lead: who gives its figure further on, else the first one who speaks."""
        figure = _FIGURE.match(text, place)
        for later in range(number + 1, len(self.named) if figure else 0):
            at = self.texts[later].find(figure[0]) if figure else -1
            speaker = speaker_of(self.named[later], self.texts[later], at) if at >= 0 else None
            if speaker and speaker.rank:
                return speaker.authority
        for named in self.named[number : number + NEAR]:
            for speaker in named:
                if speaker.speaks and speaker.rank and speaker.authority != "expert":
                    return speaker.authority
        return None


def attribution(passage: Passage, source: str | None) -> Attribution:
    """
    Find who speaks in each sentence of a text.

    `source` is who published it: a ministry that publishes speaks for itself.
    """
    named = tuple(_resolved(passage))
    carried: list[str | None] = []
    last: str | None = None
    for sentence, group in zip(passage.sentences, named, strict=True):
        carried.append(last)
        speaker = speaker_of(group, sentence.text, len(sentence.text))
        if speaker and speaker.rank:
            last = speaker.authority
    texts = tuple(sentence.text for sentence in passage.sentences)
    return Attribution(named, tuple(carried), _voice(passage, named, source), texts)


def _resolved(passage: Passage) -> Iterator[tuple[Speaker, ...]]:
    """Authorities of each sentence; "the ministry" is the authority named last."""
    last: list[str] = []
    named = [(each.text, speakers(each.text, passage.language)) for each in passage.sentences]
    known = persons(named) if passage.language == "en" else {}
    for sentence, found in named:
        group: list[Speaker] = []
        for speaker in [*found, *_beside(found, speaking(sentence, known))]:
            if speaker.authority != SAME:
                last += [speaker.authority] if speaker.rank > 1 else []
                group.append(speaker)
            elif last:
                words = sentence[speaker.start : speaker.end].casefold()
                group.append(replace(speaker, authority=_meant(words, last)))
        yield tuple(group)


def _meant(words: str, last: list[str]) -> str:
    """Of the authorities named so far, the one that "the ministry" or "the command" can be."""
    ends = next((ends for word, ends in _KINDS if word in words), ())
    return next((each for each in reversed(last) if each.endswith(ends)), last[-1])


def _beside(found: list[Speaker], more: Iterable[Speaker]) -> Iterator[Speaker]:
    """Persons who are named apart from their office."""
    for each in more:
        if not any(
            each.start <= speaker.end + 40 and speaker.start <= each.end for speaker in found
        ):
            yield each


def _heading(passage: Passage, named: tuple[tuple[Speaker, ...], ...]) -> str | None:
    """Authority whose name alone makes a line: the letterhead or the signature of a release."""
    for sentence, group in zip(passage.sentences, named, strict=True):
        for speaker in group:
            rest = sentence.text[: speaker.start] + sentence.text[speaker.end :]
            if speaker.rank > 1 and not _WORDS.search(_RELEASE.sub(" ", rest)):
                return speaker.authority
    return None


def _voice(
    passage: Passage, named: tuple[tuple[Speaker, ...], ...], source: str | None
) -> str | None:
    if source:
        own = [s.authority for s in speakers(source, passage.language) if s.rank >= 2]
        if own:
            return own[0]
    speaks = {speaker.authority for group in named for speaker in group if speaker.speaks}
    heading = _heading(passage, named)
    if heading and not speaks - {heading}:
        return heading
    for authority, pattern in _OWN_VOICES:
        if pattern.search(passage.folded) and not speaks - {
            authority,
            "expert",
            "Academy of Defense Science",
        }:
            return authority
    return None
