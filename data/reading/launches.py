"""From the claims and events of a text to launches: their site, type, outcome, and each count."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Iterable

from data.reading import classes
from data.reading.attribution import UNNAMED
from data.reading.events import Chronicle, Event
from data.reading.launch_words import LAUNCH_WORDS
from data.reading.matches import matches
from data.reading.names import RecordNames
from data.reading.passage import Passage
from data.reading.proposal import ClaimProposal, LaunchProposal, Unused
from data.reading.salvo import launches_of
from data.reading.statements import REGIONS, site

FIRED = re.compile(
    r"\b(?:fir(?:ed|es|ing)|launch(?:ed|es|ing)|test-?fir\w+|lobbed|rose from|lift(?:ed|s|ing)?[ -]?off|blasted off|took off|test-launch\w*|tested|launches|(?:salvo|missile|satellite|failed|attempted|test|the) (?:launch|test)|(?:test|launch|firing)s? of|to (?:launch|fire)|\w+day's (?:launch|test)|(?:after|during|upon|latest|its|Korea's|North's) (?:[\w-]+ ){0,2}(?:launch|liftoff|lift-off))\b|발사|쏘|쐈|쏜|쏴|発射|試射|打ち上げ|撃っ",
    re.IGNORECASE,
)
MISSILE = re.compile(
    r"missile|projectile|rocket|satellite|artillery|(?:IC|SR|MR|IR|SL)BM"
    r"|Musudan|Rodong(?! Sinmun)|Nodong|Hwasong|Pukguksong|Hwasal|Scud"
    r"|미사일|미싸일|발사체|방사포|로켓|로케트|위성|화성-?\d|화성포|북극성|화살-?\d|무수단|스커드"
    r"|ミサイル|飛翔体|衛星|ロケット|「?火星-?\d|火星砲|北極星|ムスダン|ノドン|スカッド|テポドン",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\b(?:parades?|unveiled|displayed|showcased)\b|열병식|閲兵式|パレード")
"""A missile that was shown is not the one that flew."""
_AND = re.compile(r"\s?(?:과|와|및|と|、|,? and|, (?=\w+ [\w-]+ballistic))\s?")
_LIST = 40
"""Letters at most between the numbers of two types."""
OF_THE_DAY = "number of all the missiles of the day"


class Launches:
    """Launches of one text."""

    def __init__(self, passage: Passage, story: Chronicle, names: RecordNames) -> None:
        self.passage, self.story, self.names = passage, story, names
        self.words = LAUNCH_WORDS[passage.language]

    def proposals(
        self, claims: list[tuple[Event, ClaimProposal]]
    ) -> tuple[list[LaunchProposal], list[Unused]]:
        """Launches with their claims, each claim once, and the counts that belong to none of them."""
        launches: list[LaunchProposal] = []
        refused: list[Unused] = []
        for event in self.story.events:
            own = [claim for of, claim in claims if of is event]
            launch = LaunchProposal(event.date, event.basis, event.background)
            self._describe(launch, event)
            launch.claims = _once(self._best_counts(own))
            parts = launches_of(launch, self.passage, event.sentences)
            if len(parts) > 1:
                totals = [claim for claim in launch.claims if claim.quantity == "count"]
                refused += [Unused(self._text(c), c.start, c.end, OF_THE_DAY) for c in totals]
            for part in parts:
                part.matches = matches(part, self.names)
            launches += parts
        return launches, refused

    def _best_counts(self, claims: list[ClaimProposal]) -> list[ClaimProposal]:
        """
        Of counts and types the first of each authority, and what is counted beside it.

        "A missile" counts only where no other number is given.
        """
        counts = [claim for claim in claims if claim.quantity == "count"]
        more = [claim for claim in counts if claim.low and claim.low > 1]
        first: dict[str, ClaimProposal] = {}
        for claim in more or counts:
            first.setdefault(claim.authority, claim)
        named = [claim for claim in first.values() if claim.authority != UNNAMED]
        kept = named or list(first.values())
        kept += [c for c in counts if any(self._are_listed(c, other) for other in kept)]
        types: dict[str, ClaimProposal] = {}
        for claim in claims:
            if claim.quantity == "missile":
                types.setdefault(claim.authority, claim)
        kept += types.values()
        return [c for c in claims if c.quantity not in {"count", "missile"} or c in kept]

    def _are_listed(self, one: ClaimProposal, other: ClaimProposal) -> bool:
        """Whether two numbers are of two types: "one ICBM and two short-range missiles"."""
        first, second = sorted((one, other), key=lambda claim: claim.start)
        between = self.passage.folded[first.end : second.start]
        return first is not second and _AND.match(between) is not None and len(between) < _LIST

    def _text(self, claim: ClaimProposal) -> str:
        return self.passage.text[claim.start : claim.end]

    def _describe(self, launch: LaunchProposal, event: Event) -> None:
        """Site, type, class, kind and outcome by the sentences on a launch."""
        whole = []
        for number in dict.fromkeys(event.sentences):
            part = self._part(number, event)
            if self.words.foreign.search(part):
                continue
            whole.append(part)
            if _SHOWN.search(part) and not FIRED.search(_SHOWN.sub("", part)):
                continue
            is_open = launch.site_id in {None, "pyongyang-area", *REGIONS}
            if is_open and (found := site(part, self.passage.language, self.names)):
                launch.site_id = found[0]
            self._type(launch, part, self._order(number, event))
            if launch.outcome is None and self._failed(part, number):
                launch.outcome = "failure"
        missile = self.names.missile_rows.get(launch.missile_id or "")
        if missile:
            if launch.range_class == "IRBM" and missile["range_class"] == "MRBM":
                launch.range_class = None  # Seoul and Tokyo say "medium range" of both
            vague = classes.SHORT_RANGE.search(" ".join(whole))
            launch.range_class = launch.range_class or (None if vague else missile["range_class"])
            launch.kind = launch.kind or missile["kind"]
        if launch.range_class and launch.kind not in {"ballistic", "glide"}:
            launch.kind = "ballistic"

    def _failed(self, part: str, number: int) -> bool:
        text = self.passage.sentences[number].text
        return bool(self.words.failure.search(part)) and not self.words.no_failure.search(text)

    def _order(self, number: int, event: Event) -> int:
        """Place of an event among those of "KN-23 and KN-24 on Jan. 14 and 17, respectively"."""
        text = self.passage.sentences[number].text
        days = list(dict.fromkeys(id(of) for _, of in self.story.about.get(number, [])))
        return days.index(id(event)) if "respectively" in text and id(event) in days else 0

    def _type(self, launch: LaunchProposal, part: str, order: int) -> None:
        if not (FIRED.search(part) or MISSILE.search(part)):
            return
        named = self.names.missiles.find(part)
        if launch.missile_id is None and named:
            launch.missile_id = named[min(order, len(named) - 1)].id
        if launch.range_class is None:
            launch.range_class = classes.range_class(part)
        if launch.kind is None:
            launch.kind = classes.kind(part)

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
        end = len(text)
        if after:
            ends = [m.start() for m in self.words.clause.finditer(text, own[-1], after[0])]
            end = ends[-1] if ends else after[0]
        return text[cut if before else 0 : end]


def _once(claims: Iterable[ClaimProposal]) -> list[ClaimProposal]:
    """Each claim once; of "700 km" in the headline and "about 700 km" in the text, the latter."""
    kept: dict[tuple[object, ...], ClaimProposal] = {}
    for claim in claims:
        key = (claim.authority, claim.quantity, claim.low, claim.high, claim.value, claim.missiles)
        first = kept.setdefault(key, claim)
        if first.qualifier == "exact" and claim.qualifier != "exact":
            kept[key] = claim
    return list(kept.values())
