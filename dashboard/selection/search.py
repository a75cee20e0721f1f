"""
What a reader means by some words: sites, missiles and other values, days, launches, questions.

`dashboard/assets/search/search.js` answers alike from the same index (`dashboard/words/search.py`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.selection.period import days_of
from dashboard.selection.vocabulary import fold

MOST_RESULTS, MOST_VALUES, LONGEST = 12, 6, 80
"""How many results, how many of them values of filters, and how much of a text is read."""
GROUPED = ("site", "missile")
"""Filters whose values are offered together where several are called alike."""
_EXACT, _BEGINS, _WORDS, _WITHIN = range(4)
"""How well a name fits, the best first."""
_MONTHS = (
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE"),
    *("JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
)
_LEAST_MONTH = 3
_FIRST, _LAST = 0, -1
_ORDERS = {
    **dict.fromkeys(("FIRST", "EARLIEST", "OLDEST", "첫", "최초", "最初", "初"), _FIRST),
    **dict.fromkeys(("LAST", "LATEST", "NEWEST", "마지막", "최근", "최신"), _LAST),
    **dict.fromkeys(("最後", "最新", "最近"), _LAST),
}
"""Words that ask for one launch of several."""
_FILLING = frozenset(
    (
        *("LAUNCH", "LAUNCHES", "TEST", "TESTS", "OF", "IN", "ON", "THE", "FROM", "AT", "A", "AN"),
        *("발사", "의", "発射", "の"),
    )
)
"""Words that a question may hold and that ask for nothing."""
_CJK_WORDS = re.compile("(마지막|최초|최근|최신|첫|最初|最後|最新|最近|初|발사|発射|の)")
"""Such words that stand in a text without a blank beside them."""
_KOREAN_TYPE = re.compile("([0-9][가-힣]?)형$")
"""Number of a missile as newspapers in Seoul write it: Hwasong-17 is `화성-17형`."""
_BLANKS = re.compile(" +")
_APART = re.compile("[ \\t\\n\\r\u00a0\u3000,;/、，]+")
"""What parts words that need not stand together."""
_CALENDAR = (
    re.compile(
        r"(?P<y>[0-9]{4}) ?[년年]"
        r"(?: ?(?P<m>[0-9]{1,2}) ?[월月](?: ?(?P<d>[0-9]{1,2}) ?[일日])?)?"
    ),
    re.compile(r"(?P<y>[0-9]{4})[./](?P<m>[0-9]{1,2})(?:[./](?P<d>[0-9]{1,2}))?"),
    re.compile(r"(?:(?P<d>[0-9]{1,2})(?:ST|ND|RD|TH)? )?(?P<m>[A-Z]{3,9})\.?,? (?P<y>[0-9]{4})"),
    re.compile(r"(?P<m>[A-Z]{3,9})\.? (?P<d>[0-9]{1,2})(?:ST|ND|RD|TH)?,? (?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4}) (?P<m>[A-Z]{3,9})\.?(?: (?P<d>[0-9]{1,2}))?"),
)
"""Days and months as they are written in the three languages, folded."""
_BETWEEN = re.compile(r" TO |\.\.|[~\u301c\u2013\u2014]| - |부터|から|(?<=^[0-9]{4})-(?=[0-9]{4}$)")
"""What stands between the two ends of a period."""
_TO_THE_END = re.compile("(?:까지|まで)$")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter: what it is called, and the places of its launches in the record."""

    filter: str
    id: str
    label: str
    names: Sequence[Sequence[str]]
    launches: Sequence[int]


@dataclass(frozen=True, slots=True)
class Found:
    """A launch as it is searched: `ids` it has or had, its days, and every word said of it."""

    id: str
    label: str
    ids: Sequence[str]
    first: str
    last: str
    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is searched, launches in the order of the record."""

    values: Sequence[Value]
    launches: Sequence[Found]


@dataclass(frozen=True, slots=True)
class Result:
    """
    Something that was meant.

    `kind` is `first`, `last`, `group`, `days`, `launch` or the name of a filter; `query` is the
    link that shows it, and `number` how many launches that selects.
    """

    kind: str
    label: str
    query: tuple[tuple[str, str], ...]
    number: int


def words_of(text: str) -> list[str]:
    """
    Words of a text as they are compared: letters and digits, in capitals.

    Examples
    --------
    >>> words_of("Hwasong-11Ga (KN-23)"), words_of("화성-11가형")
    (['HWASONG', '11GA', 'KN', '23'], ['화성', '11가'])
    """
    signs = (sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in fold(text))
    return [_KOREAN_TYPE.sub(r"\1", word) for word in "".join(signs).split()]


def phrases_of(text: str) -> list[str]:
    """
    Words of a text, those together that no blank parts: Hwasong-17 is not the Hwasong-12 (KN-17).

    Examples
    --------
    >>> phrases_of("hwasong-17 sunan 2022")
    ['HWASONG 17', 'SUNAN', '2022']
    """
    return [" ".join(words) for part in _APART.split(text) if (words := words_of(part))]


def days_in_words(text: str) -> tuple[str, str] | None:
    """
    First and last day that a text names, or None.

    Examples
    --------
    >>> days_in_words("30 Jan 2022"), days_in_words("2022년 1월")
    (('2022-01-30', '2022-01-30'), ('2022-01-01', '2022-01-31'))
    >>> days_in_words("2022-2024"), days_in_words("25 Jul 2019 to Aug 2019")
    (('2022-01-01', '2024-12-31'), ('2019-07-25', '2019-08-31'))
    """
    folded = _BLANKS.sub(" ", fold(text))
    if days := _days_of_one(folded):
        return days
    ends = [_days_of_one(end.strip()) for end in _BETWEEN.split(_TO_THE_END.sub("", folded))]
    if len(ends) != 2 or not (ends[0] and ends[1]) or ends[0][0] > ends[1][1]:
        return None
    return ends[0][0], ends[1][1]


def _days_of_one(folded: str) -> tuple[str, str] | None:
    """First and last day of a day, a month or another period by itself."""
    for form in _CALENDAR:
        if found := form.fullmatch(folded):
            part = found.groupdict()
            folded = "-".join(filter(None, (part["y"], _month(part["m"]), _two(part["d"]))))
            break
    days = days_of(folded)
    return (str(days[0]), str(days[1])) if days else None


def _month(text: str | None) -> str:
    """Number of a month, of two digits; empty where none is named, 00 where it is no month."""
    if text is None or text[0].isdigit():
        return _two(text)
    long_enough = len(text) >= _LEAST_MONTH
    numbers = [n for n, name in enumerate(_MONTHS, 1) if long_enough and name.startswith(text)]
    return f"{numbers[0]:02}" if numbers else "00"


def _two(text: str | None) -> str:
    return f"{int(text):02}" if text else ""


def search(index: Index, text: str) -> list[Result]:
    """Return what a text may mean, the likeliest first."""
    text = text[:LONGEST]
    phrases = phrases_of(text)
    if not phrases:
        return []
    days = days_in_words(text)
    fitting = _fitting(index, phrases)
    results = [*_answers(index, text), *_groups(fitting, text)]
    if days and (inside := _within(index, days)):
        query = tuple(("period", day) for day in dict.fromkeys(days))
        results.append(Result("days", "", query, len(inside)))
    results += [
        Result(value.filter, value.label, ((value.filter, value.id),), len(value.launches))
        for _, value in fitting[:MOST_VALUES]
    ]
    places = _within(index, days) if days else _said_of(index, text, words_of(text))
    return (results + [_launch(index, place) for place in reversed(places)])[:MOST_RESULTS]


def _fitting(index: Index, phrases: Sequence[str]) -> list[tuple[int, Value]]:
    """Values that are called so, the best first, of equals that of the most launches."""
    found = [
        (score, value)
        for value in index.values
        if (score := min((_fit(phrases, name) for name in value.names), default=4)) <= _WITHIN
    ]
    return sorted(found, key=lambda each: (each[0], -len(each[1].launches)))


def _fit(phrases: Sequence[str], name: Sequence[str]) -> int:
    asked, called = "".join(phrases).replace(" ", ""), "".join(name)
    if called == asked:
        return _EXACT
    if called.startswith(asked):
        return _BEGINS
    spaced = f" {' '.join(name)}"
    if all(
        f" {part}" in spaced if part.isascii() else part.replace(" ", "") in called
        for part in phrases
    ):
        return _WORDS
    return _WITHIN if asked in called else _WITHIN + 1


def _groups(fitting: Sequence[tuple[int, Value]], text: str) -> Iterator[Result]:
    """Values of one filter that are called alike, together."""
    for name in GROUPED:
        alike = [value for score, value in fitting if value.filter == name and score <= _WORDS]
        if 1 < len(alike) <= MOST_RESULTS:
            query = tuple((name, value.id) for value in alike)
            places = {place for value in alike for place in value.launches}
            yield Result(f"group.{name}", text, query, len(places))


def _answers(index: Index, text: str) -> Iterator[Result]:
    """Launch that a question asks for: the first or the last of some."""
    parts = _BLANKS.split(_CJK_WORDS.sub(r" \1 ", fold(text)))
    orders = [_ORDERS[part] for part in parts if part in _ORDERS]
    if len(orders) != 1:
        return
    rest = [part for part in parts if part and part not in _ORDERS and part not in _FILLING]
    places = _meant(index, rest)
    if places:
        kind = "first" if orders[0] == _FIRST else "last"
        found = _launch(index, places[orders[0]])
        yield Result(kind, found.label, found.query, found.number)


def _meant(index: Index, rest: Sequence[str]) -> Sequence[int]:
    """Places of the launches that the rest of a question names: by a value, by days, by both."""
    everything = range(len(index.launches))
    if not rest:
        return everything
    for cut in range(len(rest) + 1):
        for dated, called in ((rest[:cut], rest[cut:]), (rest[cut:], rest[:cut])):
            inside = _dated(index, dated) if dated else everything
            named = _called(index, called) if called else everything
            if inside is not None and named is not None:
                kept = set(named)
                return [place for place in inside if place in kept]
    return []


def _dated(index: Index, parts: Sequence[str]) -> Sequence[int] | None:
    days = days_in_words(" ".join(parts))
    return _within(index, days) if days else None


def _called(index: Index, parts: Sequence[str]) -> Sequence[int] | None:
    phrases = [phrase for part in parts for phrase in phrases_of(part)]
    fitting = [value for score, value in _fitting(index, phrases) if score <= _BEGINS]
    return fitting[0].launches if phrases and fitting else None


def _within(index: Index, days: tuple[str, str]) -> list[int]:
    return [
        place
        for place, launch in enumerate(index.launches)
        if launch.first <= days[1] and launch.last >= days[0]
    ]


def _said_of(index: Index, text: str, words: Sequence[str]) -> list[int]:
    """Place of the launch that has or had that id, or of those of which all the words are said."""
    asked = fold(text)
    named = [place for place, launch in enumerate(index.launches) if asked in launch.ids]
    return named or [
        place
        for place, launch in enumerate(index.launches)
        if all((f" {word}" if word.isascii() else word) in launch.text for word in words)
    ]


def _launch(index: Index, place: int) -> Result:
    """Launch, to be opened among those of its year."""
    launch = index.launches[place]
    year = launch.first[:4]
    query = (("period", f"{year}-01-01"), ("period", f"{year}-12-31"), ("open", launch.id))
    return Result("launch", launch.label, query, 1)
