"""Words beside a figure that say what it measures, or that it is no claim: one row a language."""

import re
from dataclasses import dataclass


def pattern(words: str) -> re.Pattern[str]:
    """Pattern of words in whatever case."""
    return re.compile(words, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cues:
    """
    Patterns of one language.

    `..._before` are searched in the words before a figure, `..._after` matched right after it.
    `close` is how near a word before it must stand to go before the word after it [letters].
    """

    close: int
    far: bool
    struck: re.Pattern[str]
    struck_after: re.Pattern[str]
    range_before: re.Pattern[str]
    range_after: re.Pattern[str]
    onward: re.Pattern[str]
    apogee_before: re.Pattern[str]
    apogee_after: re.Pattern[str]
    flown: re.Pattern[str]
    reached: re.Pattern[str]
    offset_of: re.Pattern[str]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    refused_before: tuple[tuple[str, re.Pattern[str]], ...]
    refused_after: tuple[tuple[str, re.Pattern[str]], ...]
    foreign: re.Pattern[str]
    foreign_whole: re.Pattern[str]
    range_noun: re.Pattern[str]
    range_noun_after: re.Pattern[str]
    range_is_flown: re.Pattern[str]
    time_before: re.Pattern[str]
    time_after: re.Pattern[str]
    time_refused: re.Pattern[str]


NEVER = pattern(r"(?!)")
AIRCRAFT = "flight of an aircraft"
