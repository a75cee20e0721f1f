"""Speeds in a sentence, in Mach numbers: that of a missile in flight, or no claim."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Iterator
from itertools import islice

from data.quantities import QUANTITIES
from data.reading.amounts import Amount, qualifier
from data.reading.figure import Figure
from data.reading.numbers import ENGLISH, read_number
from data.reading.passage import MOST_IN_A_SENTENCE

_WORD = "|".join(word for word, number in ENGLISH.items() if 0 < number <= 20)
_N = rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?|(?:{_WORD})\b)"
SPEED = re.compile(
    rf"\b(?:Mach\s?-?(?P<mach>{_N})(?:\s?(?:-|~|to)\s?(?:Mach\s?)?(?P<high>\d{{1,2}}(?:\.\d)?))?)"
    rf"|(?:마하|マッハ)\s?(?P<cjk>\d{{1,2}}(?:\.\d{{1,2}})?)(?:\s?(?:-|~|에서|から)\s?(?:마하|マッハ)?\s?(?P<high2>\d{{1,2}}(?:\.\d)?))?"
    rf"|\b(?P<times>{_N}) times (?:faster than )?the speed of sound|(?:음속의?\s?|音速の)(?P<sound>\d{{1,2}})\s?[배倍]",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(
    r"\b(?:usually|typically|generally|normally|defined|definition|by definition|faster than five|more than five times|at least five times|designed to"
    r"|capable of|(?:can|could|would|may|might) (?:\w+ ){0,2}(?:fly|travel|reach|exceed|achieve)|(?:missiles|weapons|vehicles) (?:that |which )?(?:fly|travel|are|can|move))\b"
    r"|통상|일반적|보통|이상의 속도로 (?:비행하는|날아가는)|(?:무기|미사일)(?:란|이란)|通常|一般に|とは[、]?|以上の速度で飛(?:ぶ|行する)",
    re.IGNORECASE,
)


def speeds(sentence: str) -> Iterator[Figure]:
    """
    Speeds of a sentence, each with what it is.

    Examples
    --------
    >>> [(f.amount.low, f.amount.qualifier, f.quantity) for f in speeds("a top speed of around Mach 6")]
    [(6.0, 'about', 'speed_mach')]
    >>> [f.reason for f in speeds("Hypersonic weapons are defined as faster than Mach 5.")]
    ['speed of a kind of weapon']
    """
    bounds = QUANTITIES["speed_mach"].bounds
    is_general = _OF_A_KIND.search(sentence) is not None
    for match in islice(SPEED.finditer(sentence), MOST_IN_A_SENTENCE):
        words = match["mach"] or match["cjk"] or match["times"] or match["sound"]
        low, high = read_number(words), read_number(match["high"] or match["high2"] or words)
        mark = qualifier(sentence, match.start(), match.end())
        amount = Amount(low, max(low, high), "Mach", mark, match.start(), match.end())
        if is_general:
            yield Figure(amount, None, "speed of a kind of weapon")
        elif bounds and bounds.hold(low) and bounds.hold(amount.high):
            yield Figure(amount, "speed_mach")
        else:
            yield Figure(amount, None, "beyond what any missile did")
