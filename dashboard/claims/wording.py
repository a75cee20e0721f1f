"""Where a phrase of a source says what a claim states: the words that are marked in it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from data.korean_day import KOREA_TIME
from data.model import Claim
from data.quantities import QUANTITIES, Scale
from data.reading.amounts import durations, lengths
from data.reading.clock import clock_times
from data.reading.counts import counts
from data.reading.passage import fold, language

Span = tuple[int, int]
_NUMBERS = {
    "speed_mach": re.compile(r"(?:Mach|마하|マッハ)\s?(\d+(?:\.\d+)?)", re.IGNORECASE),
    "azimuth_deg": re.compile(r"(\d+(?:\.\d+)?)\s?(?:degrees|deg|°|도|度)", re.IGNORECASE),
}
_WORDS_OF = {
    "outcome": re.compile(
        r"\b(?:fail\w*|success\w*|exploded|blew up|precisely\W+struck|hit\b)"
        r"|실패|성공|폭발|失敗|成功|爆発",
        re.IGNORECASE,
    ),
    "path": re.compile(r"irregular\w*|lofted|변칙|고각|変則|ロフテッド", re.IGNORECASE),
}
"""What says an outcome or a path in a phrase, which the record has as one of few words."""
_NEAR_KM = 1e-6


def pieces_of_phrase(phrase: str, claims: Iterable[Claim]) -> list[tuple[str, str | None]]:
    """
    Cut a phrase so that the words of each claim are a piece, with their quantity.

    Where claims share words, the first of them has them; what says nothing of any has None.
    """
    taken: list[tuple[Span, str]] = []
    for claim in claims:
        span = words_of(phrase, claim)
        if span and all(span[1] <= used[0] or used[1] <= span[0] for used, _ in taken):
            taken.append((span, claim.quantity))
    found: list[tuple[str, str | None]] = []
    place = 0
    for (start, end), quantity in sorted(taken):
        found += [(phrase[place:start], None), (phrase[start:end], quantity)]
        place = end
    return [(text, quantity) for text, quantity in (*found, (phrase[place:], None)) if text]


# A site is built of every launch in three languages, and a phrase is long to read.
@lru_cache(8192)
def words_of(phrase: str, claim: Claim) -> Span | None:
    """Where a phrase says what a claim states, or None where it does so in other words."""
    return next(_places(phrase, claim), None)


def _places(phrase: str, claim: Claim) -> Iterator[Span]:
    text, quantity = fold(phrase), QUANTITIES[claim.quantity]
    if quantity.is_figure:
        yield from _figures(text, claim)
    elif quantity.scale is Scale.TIME:
        yield from _times(text, claim.value or "")
    elif pattern := _WORDS_OF.get(claim.quantity):
        yield from (match.span() for match in pattern.finditer(text))
    else:
        yield from _wordings(text, claim.value or "")


def _figures(text: str, claim: Claim) -> Iterator[Span]:
    stated = (claim.low, claim.high)
    if claim.quantity in _NUMBERS:
        for match in _NUMBERS[claim.quantity].finditer(text):
            if float(match[1]) in stated:
                yield match.span()
    elif claim.quantity == "count":
        for count in counts(text):
            if count.number in stated:
                yield count.start, count.end
    else:
        amounts = durations(text) if claim.quantity == "flight_time_s" else lengths(text)
        for amount in amounts:
            if _is_near(stated, (amount.low, amount.high)):
                yield amount.start, amount.end


def _is_near(stated: Sequence[float | None], read: Sequence[float]) -> bool:
    return all(
        one is not None and abs(one - other) <= max(_NEAR_KM, _NEAR_KM * other)
        for one, other in zip(stated, read, strict=True)
    )


def _times(text: str, value: str) -> Iterator[Span]:
    try:
        local = dt.datetime.fromisoformat(value).astimezone(KOREA_TIME)
    except ValueError:
        return
    for time in clock_times(text):
        if int(time.time[3:]) == local.minute % 60 and (
            time.offset or int(time.time[:2]) % 12 == local.hour % 12
        ):
            yield time.start, time.end


def _wordings(text: str, value: str) -> Iterator[Span]:
    """The value, or the longest end of it that a phrase has: "East Sea" of "toward ..."."""
    folded, words = text.casefold(), value.casefold().split()
    if language(text) != "en" and value.isascii():
        words = []
    for first in range(len(words)):
        sought = " ".join(words[first:])
        place = folded.find(sought)
        if place >= 0 and len(sought) > 2 and len(folded) == len(text):
            yield place, place + len(sought)
            return
