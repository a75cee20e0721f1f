"""Numbers as reports write them, in digits or words, with thousands in Korean and Japanese."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,3}(?: \d{3})+(?!\d)(?:\.\d{1,4})?|\d{1,6}(?:\.\d{1,4}|・\d{1,2}(?!\d))?"
_MYRIADS = (
    r"(?:\d{1,3}\s?[만万]\s?)(?:\d{1,4}(?:,\d{3})?)?(?:[천千])?(?:\d{1,3}(?:백|百)?)?"
    r"|(?<![\d.\w])[천千]\s?\d[백百](?:\s?\d{1,2})?"
    r"|(?<![\d.])[천千](?=\s?(?:km|㎞|キロ|킬로))"
    r"|\d{1,2}[천千]\s?\d[백百](?:\s?\d{1,2}(?:\.\d)?)?"
    r"|\d{1,2}(?:\.\d)?[천千](?:\d{1,3}(?:백|百|\.\d{1,4})?)?|\d(?:백|百)"
    r"|\d{1,2}-hundred|\d-thousand"
    r"|\d{1,4}-point-(?:zero|one|two|three|four|five|six|seven|eight|nine)\b"
)
ENGLISH = {
    **{
        word: number
        for number, word in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ]
        )
    },
    **{
        word: 10 * number
        for number, word in enumerate(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
        )
    },
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
}
"""Number words of English that counts and distances are written with."""
KOREAN = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
    "열한": 11,
    "열두": 12,
    "스무": 20,
}
"""Number words of Korean that missiles are counted with."""
SINO = {c: n for n, c in enumerate("一二三四五六七八九", start=1)} | {"十": 10}
"""Numerals of Japanese that missiles are counted with."""
_TENS = "|".join(word for word, number in ENGLISH.items() if 20 <= number < 100)
_ONES = "|".join(word for word, number in ENGLISH.items() if 0 < number < 20)
_WORDS = (
    rf"\b(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES})-point-(?:zero|{_ONES})\b|\b(?:an?|{_ONES})[ -](?:hundred|thousand)\b"
    rf"|\b(?:{_TENS})(?:[- ](?:{_ONES}))?\b|\b(?:{_ONES})\b"
)
NUMBER = rf"(?:{_MYRIADS}|{_DIGITS})"
"""Pattern of a number in digits, with 만, 천, 万 or 千 where they stand."""
WORD_NUMBER = rf"(?:{_WORDS})"
"""Pattern of a number in English words."""
_PART = re.compile(r"(\d[\d, ]*(?:[.・]\d+)?)([만万천千백百]|-hundred|-thousand)?")
_TIMES = {"만": 10_000, "万": 10_000, "천": 1_000, "千": 1_000, "백": 100, "百": 100, "": 1}
_MULTIPLIERS = {"dozen", "hundred", "thousand"}
_TIMES |= {"-hundred": 100, "-thousand": 1_000}


def read_number(words: str) -> float:
    """
    Value of a number.

    Examples
    --------
    >>> [read_number(n) for n in ("1,500", "2 000", "6천", "1만 208", "4천500", "seventy-four")]
    [1500.0, 2000.0, 6000.0, 10208.0, 4500.0, 74.0]
    >>> [read_number(n) for n in ("99・8", "7천687.5", "천 5백", "15-hundred")]
    [99.8, 7687.5, 1500.0, 1500.0]
    >>> [read_number(n) for n in ("101-point-one", "six-thousand", "two dozen", "二十三")]
    [101.1, 6000.0, 24.0, 23.0]
    """
    words = words.strip().casefold()
    if words in KOREAN or words in _TIMES:
        return float(KOREAN.get(words) or _TIMES[words])
    if words[0] in SINO:
        return _sino(words)
    if words[0] in _TIMES:
        return _TIMES[words[0]] + read_number(words[1:])
    whole, _, tenths = words.partition("-point-")
    return (_digits if words[0].isdigit() else _words)(whole) + ENGLISH.get(tenths, 0) / 10


def _digits(words: str) -> float:
    """Value of `2천802`."""
    return sum(_decimal(digits) * _TIMES[unit] for digits, unit in _PART.findall(words))


def _words(words: str) -> float:
    """Value of `seventy-four`."""
    value = 0.0
    for word in re.split(r"[- ]", words):
        number = 1 if word in {"a", "an"} else ENGLISH[word]
        value = value * number if word in _MULTIPLIERS and value else value + number
    return value


def _sino(words: str) -> float:
    """Value of `二十三`."""
    tens, ten, ones = words.rpartition("十")
    return float((SINO.get(tens, 1) * 10 if ten else 0) + SINO.get(ones, 0))


def _decimal(digits: str) -> float:
    """Value of digits: a Japanese column sets a middle dot for the point."""
    return float(re.sub(r"[, ]", "", digits).replace("・", "."))
