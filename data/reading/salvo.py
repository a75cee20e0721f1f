"""Missiles of a day that a text numbers, and the launches apart that they make."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from data.reading.classes import range_class
from data.reading.counts import ordinals
from data.reading.launch_words import LAUNCH_WORDS, LaunchWords
from data.reading.passage import Passage
from data.reading.proposal import ClaimProposal, LaunchProposal

_APART = 0.5
"""Ranges that differ by a larger part are those of two types."""


@dataclass(slots=True)
class Numbered:
    """A missile that a text numbers: where it does, its class, whether it failed, its ranges."""

    number: int
    start: int
    end: int
    class_: str | None = None
    failed: bool = False
    ranges: list[float] = field(default_factory=list)


def launches_of(
    launch: LaunchProposal, passage: Passage, sentences: Iterable[int]
) -> list[LaunchProposal]:
    """
    Launches that one of a day is: missiles of one type and outcome make one.

    "The first, an ICBM, ... the third was a short-range missile" are two, and so are "the first
    failed, the second flew 400 km" and two missiles of which one flew much further.

    Parameters
    ----------
    launch
        Launch of the day with its claims.
    passage, sentences
        The text and the numbers of its sentences about the launch.
    """
    missiles = _numbered(passage, sentences)
    for claim in launch.claims:
        missile = missiles.get(claim.missiles[0]) if claim.missiles else None
        if missile and claim.quantity == "range_km" and claim.low:
            missile.ranges.append(claim.low)
    groups = _groups(missiles[number] for number in sorted(missiles))
    if len(groups) < 2:
        return [launch]
    parts = [_part(launch, group, is_of_one_class=_is_one_class(groups)) for group in groups]
    rest = [c for c in launch.claims if not c.missiles and c.quantity != "count"]
    parts[0].claims = [*rest, *parts[0].claims]
    return parts


def _groups(missiles: Iterable[Numbered]) -> list[list[Numbered]]:
    """Missiles of one class and outcome that flew about as far as each other."""
    groups: list[list[Numbered]] = []
    for missile in missiles:
        like = next((group for group in groups if _is_like(missile, group[0])), None)
        if like is None:
            groups.append([missile])
        else:
            like.append(missile)
    return groups


def _is_like(one: Numbered, other: Numbered) -> bool:
    is_near = any(
        abs(a - b) <= _APART * max(a, b) for a in one.ranges for b in other.ranges
    ) or not (one.ranges and other.ranges)
    return is_near and (one.class_, one.failed) == (other.class_, other.failed)


def _is_one_class(groups: list[list[Numbered]]) -> bool:
    return len({group[0].class_ for group in groups}) == 1


def _part(
    launch: LaunchProposal, group: list[Numbered], *, is_of_one_class: bool
) -> LaunchProposal:
    members = [missile.number for missile in group]
    class_ = launch.range_class if is_of_one_class else group[0].class_
    part = replace(
        launch,
        range_class=class_,
        missile_id=launch.missile_id if is_of_one_class else None,
        outcome="failure" if group[0].failed else None,
        claims=[
            replace(claim, missiles=_within(claim, members))
            for claim in launch.claims
            if claim.missiles and claim.missiles[0] in members
        ],
    )
    if len(group) == 1:
        part.claims.append(_one((part.claims or launch.claims)[0], group[0]))
    return part


def _one(like: ClaimProposal, missile: Numbered) -> ClaimProposal:
    """Count of a launch of which the text numbers one missile only."""
    return replace(
        like, quantity="count", low=1.0, high=1.0, unit=None, qualifier="exact", value=None,
        missiles=(), start=missile.start, end=missile.end,
    )  # fmt: skip


def _within(claim: ClaimProposal, members: list[int]) -> tuple[int, ...]:
    """Numbers of missiles among those of their own launch; none where it has one only."""
    return tuple(members.index(n) + 1 for n in claim.missiles) if len(members) > 1 else ()


def _numbered(passage: Passage, sentences: Iterable[int]) -> dict[int, Numbered]:
    """Missiles that are numbered, with what is said of each."""
    words = LAUNCH_WORDS[passage.language]
    seen: dict[int, Numbered] = {}
    last, paragraph = None, -1
    for sentence in (passage.sentences[number] for number in dict.fromkeys(sentences)):
        text, found = sentence.text, ordinals(sentence.text)
        if last is not None and not found and sentence.paragraph == paragraph:
            _more(seen[last], text, words)
            continue
        for place, (ordinal, start, end) in enumerate(found):
            until = found[place + 1][1] if place + 1 < len(found) else len(text)
            at = Numbered(ordinal, sentence.start + start, sentence.start + end)
            _more(seen.setdefault(ordinal, at), text[start:until], words)
        last, paragraph = (found[-1][0], sentence.paragraph) if found else (None, -1)
    return seen


def _more(missile: Numbered, text: str, words: LaunchWords) -> None:
    """What more words say of a missile."""
    missile.class_ = missile.class_ or range_class(text)
    missile.failed |= bool(words.failure.search(text) and not words.no_failure.search(text))
