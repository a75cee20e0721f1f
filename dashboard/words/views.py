"""One view in words: its title, its caption, the count above the map, the text of its card."""

from collections.abc import Iterable, Sequence
from functools import reduce

from dashboard.claims.authorities import by_authority
from dashboard.claims.missile_count import least_missiles
from dashboard.flights.atlas import Atlas
from dashboard.flights.plan import wanted_party
from dashboard.selection.filters import LISTS
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.tempo.chronicle import Chronicle
from dashboard.words.claims import attributed, site_words
from dashboard.words.dates import day_words, period_words
from dashboard.words.filters import value_label
from dashboard.words.names import missile_words
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from dashboard.words.tempo import counted_line
from data.model import Launch, Record

_NAMED_VALUES = 3
"""Values of a filter that are named; more are only counted."""
MOST_STATED = 3
"""Statements of one quantity that a card has room for."""
_SUMMARIES = {
    (False, False): "view.summary",
    (False, True): "view.summary_part",
    (True, False): "view.summary_of",
    (True, True): "view.summary_of_part",
}
"""Counts by whether one party's ranges alone are drawn, and whether launches are known in part."""


def summary(words: Words, atlas: Atlas, launches: Sequence[Launch]) -> str:
    """Sentence whose parts add up to the launches selected."""
    placed = [atlas.placement(launch) for launch in launches]
    party = wanted_party(atlas.whose)
    places: dict[str, object] = {
        "launches": words.say("count.launches", n=len(launches)),
        "missiles": words.say("count.missiles", n=missile_number(launches)),
        **{name: placed.count(name) for name in ("arc", "site", "none")},
    }
    if party:
        places["party"] = words.named("party", party)
    if "part" in placed:
        places["part"] = placed.count("part")
    return words.say(_SUMMARIES["party" in places, "part" in places], **places)


def selection_words(words: Words, record: Record, selection: Selection) -> str:
    """Period and filters of a selection, as `January 2022, type SRBM or IRBM`."""
    period = period_words(words, selection.period)
    return words.joined([period, *filter_words(words, record, selection)])


def filter_words(words: Words, record: Record, selection: Selection) -> list[str]:
    """Each filter that is set, but for the period."""
    chosen = [
        words.say(f"view.filter.{name}", values=_values(words, record, name, values))
        for name in LISTS
        if (values := selection.chosen(name))
    ]
    if figures := selection.chosen("figures"):
        drawn = value_label(words, record, "figures", figures[0])
        chosen.append(words.say("view.figures", figures=drawn))
    return chosen


def caption(words: Words, atlas: Atlas, launches: Sequence[Launch], selection: Selection) -> str:
    """Sentence that says what is selected, and how much of it is shown; the title goes before."""
    said = summary(words, atlas, launches)
    selected = selection_words(words, atlas.record, selection)
    return words.say("view.caption", selection=selected, summary=said)


def title_of(words: Words, view: View, opened: Launch | None = None) -> str:
    """Title of a view: the launch it is about, or the days."""
    if opened:
        day, missile = day_words(words, opened.date), missile_words(words, opened.missile)
        return words.say("view.title_launch", missile=missile, day=day)
    if view.selection.period == view.library.vocabulary.period:
        return words.say("title")
    return words.say("view.title_period", period=period_words(words, view.selection.period))


def described(words: Words, view: View, opened: Launch | None = None) -> str:
    """Sentences on what a view shows: the filters and the count, or who stated what."""
    if opened:
        return _launch_described(words, opened, view.library.chronicle)
    said = summary(words, view.atlas, view.launches)
    if not (chosen := filter_words(words, view.atlas.record, view.selection)):
        return words.say("view.whole", summary=said)
    return words.say("view.caption", selection=words.joined(chosen), summary=said)


def missile_number(launches: Iterable[Launch]) -> int:
    """Missiles in launches; where the number is not settled, the least that anyone gives, or 1."""
    return sum(least_missiles(launch) for launch in launches)


def _values(words: Words, record: Record, name: str, values: Sequence[str]) -> str:
    if len(values) > _NAMED_VALUES:
        return words.say("view.one_of", number=len(values))
    return words.listed([value_label(words, record, name, value) for value in values], "or")


def _launch_described(words: Words, launch: Launch, chronicle: Chronicle) -> str:
    outcome = words.named("outcome", launch.outcome)
    status = words.named("status", launch.status)
    first = words.say("view.launch_unknown_site", outcome=outcome, status=status)
    if launch.site:
        site = site_words(words, launch.site)
        first = words.say("view.launch", site=site, outcome=outcome, status=status)
    stated = [_stated(words, launch, quantity) for quantity in ("range_km", "apogee_km")]
    counted = counted_line(words, chronicle, launch)
    return chained(words, "view.then", [first, *filter(None, (*stated, counted))])


def _stated(words: Words, launch: Launch, quantity: str) -> str:
    """What the preferred authorities state of a quantity, or nothing where none does."""
    claims = by_authority(claim for claim in launch.claims if claim.quantity == quantity)
    stated = list(dict.fromkeys(attributed(words, claim, launch.count) for claim in claims))
    if not stated:
        return ""
    shown = words.joined(stated[:MOST_STATED])
    more = len(stated) > MOST_STATED
    return words.say(
        "view.stated_more" if more else "view.stated",
        quantity=quantity_words(words, quantity),
        claims=shown,
    )


def chained(words: Words, key: str, parts: Iterable[str]) -> str:
    """Parts in a row, each `{next}` to what goes before it, as the message of a key says."""
    return reduce(lambda first, added: words.say(key, first=first, next=added), parts)
