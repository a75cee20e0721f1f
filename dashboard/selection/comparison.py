"""Two periods to compare, as a link names them: days, or a leader or government by its id."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.selection.additions import bare, without_additions
from dashboard.selection.library import Library
from dashboard.selection.period import days_of
from dashboard.selection.query import Refusal
from dashboard.selection.selection import Period
from dashboard.selection.view import View, read_posted
from dashboard.selection.vocabulary import Vocabulary, fold
from dashboard.tempo.ordinals import terms
from data.model import Record

SIDES = ("a", "b")
"""Parameters of the two periods."""
_TO = ".."
"""Between the first and the last day of a period, where it is neither a month nor a year."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Comparison:
    """
    Views of two periods under the same filters.

    `named` are the periods as links name them; `unread` is what of the link is not understood.
    """

    views: tuple[View, View]
    named: Pair
    unread: tuple[Refusal, ...] = ()

    @property
    def query(self) -> list[tuple[str, str]]:
        """Parameters of the link that compares the same."""
        view = self.views[0]
        rest = view.selection.query(view.library.vocabulary.period)
        return [
            *zip(SIDES, self.named, strict=True),
            *((name, value) for name, value in rest if name != "period"),
        ]


def read_comparison(
    parameters: Mapping[str, Sequence[str]],
    library: Library,
    own: Mapping[str, Sequence[str]],
    address: str | None,
) -> tuple[Comparison, dict[str, str]]:
    """
    Two periods that a query asks for, this year and the last where it names none.

    Parameters
    ----------
    parameters
        Names with all their values: the two periods, and those of filters but for `period`.
    library
        The record that is asked.
    own
        Parameters of the asker itself with the values each takes, its default first.
    address
        Where the asker reaches the dashboard, if that is known.

    Returns
    -------
    comparison
        The periods, and what of the link is not understood: a link that was posted opens.
    chosen
        A value of each of the asker's own parameters.
    """
    parameters = without_additions(parameters)
    vocabulary = library.vocabulary
    known = periods(library.record, vocabulary)
    standing = this_year_and_last(library.record)
    problems: list[Refusal] = []
    named, found = [], []
    for side, default in zip(SIDES, standing, strict=True):
        # Two values are a first and a last day, as of the period of any other link.
        name = _TO.join(map(bare, parameters.get(side) or (default,)))
        days = read_days(name, known, vocabulary)
        if days is None:
            problems.append(Refusal.of(side, "date", value=name))
            name, days = default, read_days(default, known, vocabulary)
        named.append(name.strip())
        found.append(days or vocabulary.period)
    rest = {name: values for name, values in parameters.items() if name not in SIDES}
    if "period" in rest:
        problems.append(Refusal.of("period", "name", allowed=SIDES))
        del rest["period"]
    view, chosen = read_posted(rest, library, own, address)
    first, second = (View(view.selection.changed(days), library, address) for days in found)
    unread = (*problems, *view.unread)
    return Comparison((first, second), (named[0], named[1]), unread), chosen


def read_days(name: str, known: Mapping[str, Period], vocabulary: Vocabulary) -> Period | None:
    """Days of a period within the record, or None where the name is none, or none of them is."""
    if (own := known.get(fold(name).casefold())) is not None:
        return own
    spans = [days_of(part) for part in name.split(_TO)]
    days = [day for span in spans if span for day in span]
    if len(spans) > len(SIDES) or len(days) != 2 * len(spans):
        return None
    return _within(min(days), max(days), _known(vocabulary))


def _known(vocabulary: Vocabulary) -> Period:
    """
    Days of which the record knows what was launched.

    They go on after the newest launch, up to the day that the record was read up to: of two periods
    one would else end before the other.
    """
    first, last = vocabulary.period
    return first, max(last, dt.date.fromisoformat(vocabulary.record.covers_to))


def _within(first: dt.date, last: dt.date, whole: Period) -> Period | None:
    if first > whole[1] or last < whole[0]:
        return None
    return max(first, whole[0]), min(last, whole[1])


def periods(record: Record, vocabulary: Vocabulary) -> dict[str, Period]:
    """Days of leaders and governments within the record, by their ids."""
    return {
        own.id: days
        for office in ("leader", "government")
        for own, first, last in terms(record.leaderships, office)
        if (days := _within(first, last, _known(vocabulary)))
    }


def this_year_and_last(record: Record) -> Pair:
    """The year that the record was read up to, and the same days of the one before."""
    last = both_end(record)
    years = (last, last.replace(year=last.year - 1))
    first, second = (f"{each.replace(month=1, day=1)}{_TO}{each}" for each in years)
    return first, second


def both_end(record: Record) -> dt.date:
    """Day of the newest year that it and the one before are compared to."""
    last = dt.date.fromisoformat(record.covers_to)
    # Of 29 February the year before has none.
    return last.replace(day=28) if (last.month, last.day) == (2, 29) else last


def before(period: Period, vocabulary: Vocabulary) -> Pair | None:
    """A period and as many days before it, or None where the record has none of those."""
    first, last = period
    if first <= vocabulary.period[0]:
        return None
    eve = first - dt.timedelta(days=1)
    start = max(eve - (last - first), vocabulary.period[0])
    return f"{first}{_TO}{last}", f"{start}{_TO}{eve}"


def presets(record: Record, vocabulary: Vocabulary) -> dict[str, list[Pair]]:
    """Pairs that are offered, by what they are of, the newest first."""
    known = periods(record, vocabulary)
    offices = {
        office: [own.id for own, *_ in terms(record.leaderships, office) if own.id in known]
        for office in ("leader", "government")
    }
    return {
        "years": [this_year_and_last(record)],
        **{
            office: [(later, earlier) for earlier, later in pairwise(ids)][::-1]
            for office, ids in offices.items()
        },
    }
