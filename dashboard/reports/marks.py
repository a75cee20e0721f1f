"""A text with the claims and the refusals that were read in it, cut so that each piece is one."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.reading.proposal import ClaimProposal, Unused

SHOWN_AS = "\ufffd"
"""Stands for a letter that cannot be seen, or that turns the direction of a line."""
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of a text.

    `claims` are the numbers of the claims that it belongs to, the shortest first, whose `quantity`
    gives it its colour; `ending` are those that end with it. `reason` says why a figure is none.
    """

    text: str
    claims: tuple[int, ...] = ()
    quantity: str | None = None
    ending: tuple[int, ...] = ()
    beginning: tuple[int, ...] = ()
    reason: str | None = None


def pieces(text: str, claims: Sequence[ClaimProposal], unused: Sequence[Unused]) -> list[Piece]:
    """Cut a text wherever a claim, or a figure that is none, begins or ends."""
    spans = [(claim.start, claim.end) for claim in claims]
    refused = [(each.start, each.end) for each in unused]
    cuts = sorted({0, len(text), *(place for span in (*spans, *refused) for place in span)})
    found = []
    for start, end in pairwise(cuts):
        within = [n for n, span in enumerate(spans) if span[0] <= start and end <= span[1]]
        within.sort(key=lambda n: (spans[n][1] - spans[n][0], n))
        why = next(
            (each.reason for each in unused if each.start <= start and end <= each.end), None
        )
        found.append(
            Piece(
                seen(text[start:end]),
                tuple(n + 1 for n in within),
                claims[within[0]].quantity if within else None,
                tuple(sorted(n + 1 for n in within if spans[n][1] == end)),
                tuple(sorted(n + 1 for n in within if spans[n][0] == start)),
                None if within else why,
            )
        )
    return found


def seen(text: str) -> str:
    r"""
    Text in which nothing hides: letters that cannot be seen, or turn a line round, are replaced.

    Examples
    --------
    >>> seen("7\u202e00\n") == "7\ufffd00\n"
    True
    """
    return "".join(
        SHOWN_AS if letter not in "\n\t" and unicodedata.category(letter) in _UNSEEN else letter
        for letter in text
    )
