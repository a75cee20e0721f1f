"""Two periods compared in words: what they are called, and each row of the table."""

from collections.abc import Iterator, Sequence

from dashboard.selection.comparison import Comparison
from dashboard.selection.filters import NO_SITE, facet
from dashboard.selection.selection import Period
from dashboard.selection.view import View
from dashboard.tempo.chronicle import Chronicle
from dashboard.tempo.tally import Tallied, tally
from dashboard.words.claims import with_unit
from dashboard.words.dates import period_words
from dashboard.words.filters import value_label
from dashboard.words.say import Words
from dashboard.words.tempo import leadership_words
from dashboard.words.views import filter_words

FACETS = {
    name: lambda launch, name=name: facet(launch, name)
    for name in ("kind", "type", "outcome", "site")
}
"""What the launches of periods are counted by."""
MOST_SITES = 10
"""Sites that a table names; a file has all."""


def compared(views: Sequence[View]) -> list[Tallied]:
    """Numbers of some periods."""
    return tally(
        [(_days(view.selection.period), view.launches) for view in views],
        FACETS,
    )


def _days(period: Period) -> int:
    return (period[1] - period[0]).days + 1


def side_words(words: Words, chronicle: Chronicle, named: str, period: Period) -> str:
    """Name of a period: who led in it, with its days, or its days alone."""
    days = period_words(words, period)
    own = chronicle.leaderships.get(named)
    if own is None:
        return days
    return words.say("tempo.compare.led", name=leadership_words(words, own), days=days)


def sides(words: Words, comparison: Comparison) -> list[str]:
    """Names of both periods."""
    return [
        side_words(words, view.library.chronicle, named, view.selection.period)
        for view, named in zip(comparison.views, comparison.named, strict=True)
    ]


def rows(words: Words, views: Sequence[View]) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Title of each part of the table with its rows: a name and a number of each period."""
    found = compared(views)
    parts: dict[str, list[tuple[str, list[str]]]] = {}
    for row in found:
        part = row.measure if row.value is not None else "sums"
        if part == "sums" and row.measure.endswith(("_km", "ranges")):
            part = "ranges"
        named = parts.setdefault(part, [])
        if part != "site" or len(named) < MOST_SITES:
            named.append((_name(words, views[0], row), _numbers(words, row)))
    for part, named in parts.items():
        yield words.say(f"tempo.compare.part.{part}"), named


def _name(words: Words, view: View, row: Tallied) -> str:
    if row.value is None:
        return words.say(f"tempo.compare.row.{row.measure}")
    if row.measure == "site" and row.value == NO_SITE:
        return words.say(f"filter.site.value.{NO_SITE}")
    return value_label(words, view.atlas.record, row.measure, row.value)


def _numbers(words: Words, row: Tallied) -> list[str]:
    return [
        words.say("tempo.compare.unknown")
        if number is None
        else with_unit(words, "range_km", words.number(number, 1))
        if row.measure.endswith("_km")
        else words.number(number)
        for number in row.numbers
    ]


def filters_words(words: Words, comparison: Comparison) -> str:
    """That both periods are filtered, and how; nothing where they are not."""
    view = comparison.views[0]
    chosen = filter_words(words, view.atlas.record, view.selection)
    if not chosen:
        return ""
    return words.say("tempo.compare.filters", filters=words.listed(chosen))
