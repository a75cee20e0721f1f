"""What is new about a launch in words: how-manyeth, first since when, greatest since when."""

import datetime as dt
from collections.abc import Iterator

from dashboard.selection.filters import facet
from dashboard.tempo.chronicle import Chronicle, Novelty
from dashboard.tempo.entries import ALL, BALLISTIC
from dashboard.tempo.firsts import First, Greatest, Pause
from dashboard.tempo.ordinals import Ordinal, Scope, Span
from dashboard.words.claims import figure_words, site_words
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.leadership import Leadership
from data.model import Launch

NEWS_DAYS = 365
"""Days after which it is news that something is there again, or as great again: a year."""
MOST_OPEN = 20
"""Launches that may have had a greater figure, above which nothing is said: no record bears it."""
_ENDINGS = {"one": "st", "two": "nd", "few": "rd"}
"""Endings of English ordinals by their plural, as CLDR names it."""


def nth(words: Words, number: int) -> str:
    """
    Ordinal of a number.

    Examples
    --------
    >>> [nth(Words("en"), number) for number in (1, 2, 3, 4, 11, 22)], nth(Words("ja"), 3)
    (['1st', '2nd', '3rd', '4th', '11th', '22nd'], '3')
    """
    ending = _ENDINGS.get(words.locale.ordinal_form(number), "th")
    return words.say(f"tempo.nth.{ending}", n=number)


def nth_words(words: Words, span: Span) -> str:
    """
    Ordinal as far as the record bears one.

    Examples
    --------
    >>> spans = Span(4, 4), Span(4, 5), Span(4, 7), Span(4, None)
    >>> [nth_words(Words("en"), span) for span in spans]
    ['4th', '4th or 5th', '4th to 7th', 'at least 4th']
    """
    low = nth(words, span.low)
    if span.exact:
        return low
    if span.high is None:
        return words.say("tempo.at_least", low=low)
    key = "either" if span.high == span.low + 1 else "between"
    return words.say(f"tempo.{key}", low=low, high=nth(words, span.high))


def number_words(words: Words, span: Span) -> str:
    """
    Number as far as the record bears one.

    Examples
    --------
    >>> [number_words(Words("en"), span) for span in (Span(4, 4), Span(4, 7), Span(4, None))]
    ['4', '4–7', '4 or more']
    """
    if span.exact:
        return words.number(span.low)
    if span.high is None:
        return words.say("tempo.from", low=span.low)
    return words.say("tempo.span", low=span.low, high=span.high)


def leadership_words(words: Words, leadership: Leadership) -> str:
    """Name of a leader or a government."""
    return {"ko": leadership.name_ko, "ja": leadership.name_ja}.get(words.lang, leadership.name_en)


def scope_name(words: Words, chronicle: Chronicle, scope: Scope) -> str:
    """Name of what launches are counted within: a month, a year, who leads."""
    own = chronicle.leaderships.get(scope.of)
    return leadership_words(words, own) if own else day_words(words, scope.of)


def novelty_lines(words: Words, chronicle: Chronicle, launch: Launch) -> list[str]:
    """What is new about a launch, a statement an entry, the most telling first."""
    novelty = chronicle.novelty(launch.id)
    lines = [
        *(line for each in novelty.firsts for line in _first_lines(words, launch, each)),
        *(line for each in novelty.greatest for line in _greatest_lines(words, launch, each)),
        counted_line(words, chronicle, launch),
        counted_line(words, chronicle, launch, BALLISTIC),
        *_pause_lines(words, novelty),
    ]
    return [line for line in lines if line]


def counted_line(words: Words, chronicle: Chronicle, launch: Launch, kinds: str = ALL) -> str:
    """The how-manyeth launch it is of some kinds, within all that it is counted in, if in any."""
    ordinals = [each for each in chronicle.novelty(launch.id).ordinals if each.kinds == kinds]
    if not ordinals:
        return ""
    places = words.listed(_place(words, chronicle, each) for each in ordinals)
    return words.say(f"tempo.counted.{kinds}", places=places)


def _place(words: Words, chronicle: Chronicle, ordinal: Ordinal) -> str:
    name = scope_name(words, chronicle, ordinal.scope)
    ordinal_words = nth_words(words, ordinal.launches)
    return words.say(f"tempo.within.{ordinal.scope.name}", ordinal=ordinal_words, name=name)


def days_between(earlier: Launch, later: Launch) -> int:
    """Days from the last day that one may have been on to the first of the other."""
    return (later.first_day - earlier.last_day) // dt.timedelta(days=1)


def _is_news(earlier: Launch | None, launch: Launch) -> bool:
    return earlier is None or days_between(earlier, launch) >= NEWS_DAYS


def _first_lines(words: Words, launch: Launch, first: First) -> Iterator[str]:
    """That it is the first of something, ever or in a year; nothing where that is no news."""
    value = value_words(words, launch, first)
    said = ""
    if first.last is None:
        said = words.say(f"tempo.first_ever.{first.facet}", value=value)
    elif _is_news(first.last, launch):
        day = day_words(words, first.last.date)
        said = words.say(f"tempo.first_since.{first.facet}", value=value, day=day)
    elif first.facet in {"type", "class"} and first.last_flown not in {None, first.last}:
        flown = first.last_flown
        if launch.outcome != "failure" and flown and _is_news(flown, launch):
            said = words.say(
                f"tempo.flown_since.{first.facet}",
                value=value,
                day=day_words(words, flown.date),
                failed=day_words(words, first.last.date),
            )
    if said:
        number = len(first.possible)
        doubt = words.say("tempo.open_first", n=number)
        yield words.say("view.then", first=said, next=doubt) if number else said


def value_words(words: Words, launch: Launch, first: First) -> str:
    """Name of what a launch is the first of."""
    match first.facet:
        case "type":
            return missile_words(words, launch.missile)
        case "class":
            return words.named("type_short", facet(launch, "type"))
        case "site" if launch.site:
            return site_words(words, launch.site)
    return words.say(f"filter.platform.value.{first.value}")


def _greatest_lines(words: Words, launch: Launch, greatest: Greatest) -> Iterator[str]:
    """That a figure is the greatest, ever or in a year; nothing where that is no news."""
    if len(greatest.possible) > MOST_OPEN or not _is_news(greatest.since, launch):
        return
    figure = figure_words(words, greatest.figure)
    if greatest.since is None:
        said = words.say(f"tempo.greatest_ever.{greatest.quantity}", figure=figure)
    else:
        day = day_words(words, greatest.since.date)
        said = words.say(f"tempo.greatest_since.{greatest.quantity}", figure=figure, day=day)
    number = len(greatest.possible)
    doubt = words.say("tempo.open_greatest", n=number)
    yield words.say("view.then", first=said, next=doubt) if number else said


def _pause_lines(words: Words, novelty: Novelty) -> Iterator[str]:
    """Days since the launch before; since the last ballistic one where that is another."""
    shown: list[Pause] = []
    for each in novelty.pauses:
        if all((each.last, each.days) != (other.last, other.days) for other in shown):
            shown.append(each)
            key = "pause" if each.days.exact else "pause_open"
            yield words.say(
                f"tempo.{key}.{each.kinds}",
                days=words.say("tempo.days", n=each.days.high),
                day=day_words(words, each.last.date),
            )
