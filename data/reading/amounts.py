"""Lengths and durations in a sentence, each with its unit, its qualifier and where it stands."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from data.quantities import LENGTH_UNITS_KM, TIME_UNITS_S
from data.reading.numbers import NUMBER, WORD_NUMBER, read_number
from data.reading.passage import MOST_IN_A_SENTENCE

_KM = "km"
LENGTHS = {
    _KM: r"(?:kilo-?met(?:er|re)s?|kms?(?![a-z])|㎞|키로(?:미터)?|킬로(?:미터)?|キロ(?:・?メートル)?)",
    "nmi": r"(?:nautical[ -]miles?|nmi(?![a-z])|해리|海里)",
    "mi": r"(?:miles?(?![a-z])|mi(?![a-z.])|마일|マイル)",
    "ft": r"(?:feet(?![a-z])|foot(?![a-z])|ft(?![a-z])|피트|フィート)",
    "m": r"(?:met(?:er|re)s?(?![a-z])|m(?![a-z/²³])|미터|メートル)",
}
"""Units of length and how the three languages write them."""
_UNIT = "|".join(f"(?P<{name}_>{pattern})" for name, pattern in LENGTHS.items())
_ANY_UNIT = "|".join(LENGTHS.values())
_BEFORE = r"(?<![\d.,:/-])(?<![A-Za-z]-)(?<![A-Za-z])(?<!graph )"
_N = rf"(?:{NUMBER}|{WORD_NUMBER})"
_TO = r"\s*(?:-|~|to|through|에서|부터|から|乃至|내지)\s*"
_TO_UNIT = r"\s*(?:~|to|through|에서|부터|から|乃至|내지)\s*"
"""A hyphen joins two figures with a unit each in headlines only, where it is no span."""
_HEDGE = r"(?:about |around |some |약 ?|約|より )?"
_SOFT = r"\s?(?:여|余り?|数)?\s?-?"
_ANY_LENGTH = re.compile(
    r"k|㎞|키로|킬로|キロ|mi|m\b|해리|海里|마일|マイル|f[eo]?[eo]?t|피트|フィート|met|미터|メートル",
    re.IGNORECASE,
)
LENGTH = re.compile(
    rf"{_BEFORE}(?:(?P<low>{_N}){_SOFT}(?:{_TO}|(?:{_ANY_UNIT}){_TO_UNIT}){_HEDGE}(?P<high>{_N})"
    rf"|(?P<between>(?:between|from)\s{{1,3}}{_HEDGE}(?P<low2>{_N})\s?(?:{_ANY_UNIT})?\s(?:and|to)\s{_HEDGE}(?P<high2>{_N}))"
    rf"|(?P<first>{_N})(?:\s?(?:and|or|와|과|と)\s?{_HEDGE})(?P<second>{_N})"
    rf"|(?P<one>{_N}))(?P<soft>{_SOFT})\s?(?:{_UNIT})",
    re.IGNORECASE,
)
_S = r"(?:seconds?(?![a-z])|secs?(?![a-z])|s(?![a-z.])|초|秒)"
_MIN = r"(?:minutes?(?![a-z])|mins?(?![a-z])|분(?!\s?[께쯤경부에])|分(?!頃|ごろ|に(?!わた)|、))"
_H = r"(?:hours?(?![a-z])|hrs?(?![a-z])|시간|時間)"
DURATION = re.compile(
    rf"{_BEFORE}(?:(?P<half>half(?: an?)?[ -]hour|반\s?시간|半時間)|(?P<h>{_N}|an)\s?-?{_H}(?:\s?(?:and )?(?P<hm>{_N})\s?-?(?:{_MIN}|分)(?:\s?(?P<hs>{_N})\s?{_S})?)?"
    rf"|(?P<m>{_N})\s?-?{_MIN}(?:\s?(?:and )?(?P<ms>{_N})\s?-?{_S})?"
    rf"|(?P<s0>{_N})(?:\s(?:and|or)\s{_HEDGE})(?P<s1>{_N})\s?-?{_S}"
    rf"|(?P<s>{_N})(?:{_S}?(?:{_TO})(?P<s2>{_N}))?\s?-?{_S})",
    re.IGNORECASE,
)
_AT_LEAST_BEFORE = re.compile(
    r"(?:at least|(?<!no )(?<!not )more than|over|above|beyond|exceed(?:ing|ed|s)?|in excess of|no less than|greater than"
    r"|upwards? of|surpass(?:ing|ed)|최소|적어도|少なくとも|最低)\s*(?:about |around |an? |약 ?|約)?$",
    re.IGNORECASE,
)
_AT_MOST_BEFORE = re.compile(
    r"(?:\bup to|less than|fewer than|under|below|no more than|not more than|within|as much as"
    r"|maximum of|최대|最大|最長)\s*(?:about |around |an? |약 ?|約|およそ)?$",
    re.IGNORECASE,
)
_ABOUT_BEFORE = re.compile(
    r"(?:about|around|some|approximately|approx\.?|roughly|nearly|almost|close to|an? estimated|circa|ca\."
    r"|in the region of|~|약|대략|거의|어림잡아|約|およそ|おおよそ|おおむね|概ね|ほぼ)\s*(?:an? )?$",
    re.IGNORECASE,
)
_AT_LEAST_AFTER = re.compile(
    r"^\s*(?:\([^)]{0,40}\)\s*)?(?:\(?or (?:more|higher|farther|further)|at (?:the )?least\b|plus\b|\+|이상|[가이를을]?\s?(?:훌쩍\s)?(?:넘|초과|상회)|以上|超|(?:程度)?を?(?:大きく)?(?:超|越え|上回)|余りを)"
)
_AT_MOST_AFTER = re.compile(
    r"^\s*(?:\([^)]{0,40}\)\s*)?(?:or less|at (?:the )?most\b|미만|이하|[에]?\s?못\s?미|以下|未満|に(?:も)?満た|足らず|弱)"
)
_ABOUT_AFTER = re.compile(
    r"^\s*(?:가량|정도|여\b|쯤|안팎|내외|남짓|程度|ほど|前後|余り|あまり|くらい|ぐらい|or so\b)"
)
_TO_KM = {name: LENGTH_UNITS_KM[name] for name in LENGTHS}


@dataclass(frozen=True, slots=True)
class Amount:
    """A length [km] or a duration [s]; `start` and `end` count from the start of its sentence."""

    low: float
    high: float
    unit: str
    qualifier: str
    start: int
    end: int


def lengths(sentence: str) -> list[Amount]:
    """
    Lengths in the order in which a sentence has them.

    Examples
    --------
    >>> [(a.low, a.high, a.unit, a.qualifier) for a in lengths("flew about 350 to 400 km")]
    [(350.0, 400.0, 'km', 'about')]
    """
    if not _ANY_LENGTH.search(sentence):
        return []
    matches = islice(LENGTH.finditer(sentence), MOST_IN_A_SENTENCE)
    return [amount for match in matches for amount in _lengths(match, sentence)]


def _lengths(match: re.Match[str], sentence: str) -> Iterator[Amount]:
    unit = next(name for name in LENGTHS if match[f"{name}_"])
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    if low and high and read_number(low) < read_number(high):
        span = ("low", "high") if match["low"] else ("low2", "high2")
        yield _length(match, sentence, unit, match.start(span[0]), (low, high))
    elif match["first"]:
        yield _length(match, sentence, unit, match.start("first"), (match["first"],) * 2)
        yield _length(match, sentence, unit, match.start("second"), (match["second"],) * 2)
    else:
        alone = match["one"] or high
        yield _length(
            match,
            sentence,
            unit,
            match.end("one") - len(alone)
            if match["one"]
            else match.start("high" if match["high"] else "high2"),
            (alone,) * 2,
        )


def _length(
    match: re.Match[str], sentence: str, unit: str, start: int, numbers: tuple[str, str]
) -> Amount:
    is_first = match["first"] is not None and start == match.start("first")
    end = match.end("first") if is_first else match.end()
    low, high = (round(read_number(number) * _TO_KM[unit], 4) for number in numbers)
    soft = bool(match["soft"].strip(" -"))
    mark = qualifier(sentence, start, match.end(), soft=soft)
    is_between = match["between"] is not None and low < high
    return Amount(low, high, unit, mark, match.start() if is_between else start, end)


def durations(sentence: str) -> list[Amount]:
    """
    Durations in the order in which a sentence has them [s].

    Examples
    --------
    >>> [(a.low, a.unit) for a in durations("in about 2 hours 8 minutes, not 4,135s")]
    [(7680.0, 'min'), (4135.0, 's')]
    >>> [a.low for a in durations("for 7,421 and 7,445 seconds")]
    [7421.0, 7445.0]
    """
    found = []
    for match in islice(DURATION.finditer(sentence), MOST_IN_A_SENTENCE):
        if match["s0"]:
            mark = qualifier(sentence, match.start(), match.end())
            found += [
                Amount(read_number(match[s]), read_number(match[s]), "s", mark, match.start(s), end)
                for s, end in (("s0", match.end("s0")), ("s1", match.end()))
            ]
            continue
        if match["half"]:
            mark = qualifier(sentence, match.start(), match.end())
            found.append(Amount(1800.0, 1800.0, "min", mark, *match.span()))
            continue
        parts = {
            name: read_number(match[name])
            for name in ("h", "hm", "hs", "m", "ms", "s")
            if match[name]
        }
        low = high = sum(
            number
            * TIME_UNITS_S[
                {"h": "h", "hm": "min", "m": "min", "ms": "s", "hs": "s", "s": "s"}[name]
            ]
            for name, number in parts.items()
        )
        if match["s2"]:
            high = read_number(match["s2"])
        unit = {"h": "h", "hm": "min", "m": "min"}.get(next(reversed(parts)), "s")
        mark = qualifier(sentence, match.start(), match.end())
        if low <= high:
            found.append(Amount(low, high, unit, mark, match.start(), match.end()))
    return found


def qualifier(sentence: str, start: int, end: int, *, soft: bool = False) -> str:
    """
    Word for how a figure is meant, from the words right before and after it.

    Examples
    --------
    >>> qualifier("最高高度は約7,000kmを超える", 6, 13)
    'at_least'
    """
    before, after = sentence[max(0, start - 40) : start], sentence[end : end + 60]
    if _AT_LEAST_AFTER.match(after) or _AT_LEAST_BEFORE.search(before):
        return "at_least"
    if _AT_MOST_AFTER.match(after) or _AT_MOST_BEFORE.search(before):
        return "at_most"
    if soft or _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(after):
        return "about"
    return "exact"
