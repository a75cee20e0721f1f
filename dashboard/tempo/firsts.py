"""What a launch is the first of, ever or since when, and in what it exceeds those before it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.claims.figures import Figure, stated_figure
from dashboard.claims.intervals import interval
from dashboard.flights.missile_figures import MissileFigures, missile_figures
from dashboard.tempo.entries import BALLISTIC, COUNTED_KINDS, Entry
from dashboard.tempo.ordinals import Span
from data.model import UNKNOWN_PLATFORM, Launch

GREATEST = ("range_km", "apogee_km", "flight_time_s")
"""Quantities of which a launch may have the greatest figure since another one."""
MOST_KM = {"CRBM": 300.0, "SRBM": 1000.0, "MRBM": 3000.0, "IRBM": 5500.0}
"""Maximum range of a class, above which no flight of it can have come, in range or apogee: Japan's
Ministry of Defense after the US National Air and Space Intelligence Center, as in `GLOSSARY.md`
[km]."""
_NO_TYPE = ("identified", "unknown")
"""What the names of classes and kinds without a type hold."""


@dataclass(frozen=True)
class First:
    """
    The launches before with the same value of a facet.

    `last` is the last one that had it, `last_flown` the last that is not known to have failed; None
    where there was none. `possible` are launches since `last` that may have had it: their value is
    unknown, their day is, or they are in doubt.
    """

    facet: str
    value: str
    last: Launch | None
    last_flown: Launch | None
    possible: tuple[Launch, ...]


@dataclass(frozen=True)
class Greatest:
    """
    A figure of a launch beside those before it.

    `since` is the last launch with a figure as great, None where all before are smaller; `possible`
    are launches since then that may have had one: nothing is stated, or what is leaves it open.
    """

    quantity: str
    figure: Figure
    since: Launch | None
    possible: tuple[Launch, ...]


@dataclass(frozen=True)
class Pause:
    """Days since the launch day before, among some kinds; `last` is the last of known day."""

    kinds: str
    last: Launch
    days: Span


def _type_of(entry: Entry) -> str | None:
    """Type of missile, where it was identified."""
    missile = entry.launch.missile
    return None if any(word in missile.name.casefold() for word in _NO_TYPE) else missile.id


def _class_of(entry: Entry) -> str | None:
    return entry.flown_class


def _site_of(entry: Entry) -> str | None:
    return entry.launch.site.id if entry.launch.site else None


def _platform_of(entry: Entry) -> str | None:
    platform = entry.launch.platform
    return None if platform == UNKNOWN_PLATFORM else platform


FACETS: Mapping[str, Callable[[Entry], str | None]] = {
    "type": _type_of,
    "class": _class_of,
    "site": _site_of,
    "platform": _platform_of,
}
"""What a launch may be the first of, with what is known of it."""


def _may_be_of(entry: Entry, facet: str, like: Launch) -> bool:
    """Whether a launch of unknown value may have had that of another one."""
    if FACETS[facet](entry) is not None:
        return False
    launch = entry.launch
    if facet == "site":
        return True
    kind, other = launch.missile.kind, like.missile.kind
    if facet == "platform" or kind == "unknown":
        return kind in {"unknown", other}
    alike = kind == other or {kind, other} == {"ballistic", "glide"}
    classes = {launch.missile.range_class, like.missile.range_class} - {None, "unknown"}
    if facet == "class":
        return alike and launch.missile.range_class == "unknown"
    return alike and len(classes) < 2


def firsts(entry: Entry, entries: Sequence[Entry]) -> Iterator[First]:
    """Each facet of a launch whose value is known, with the launches before that had it."""
    for facet, asks in FACETS.items():
        value = asks(entry)
        if value is None:
            continue
        values = [(each, asks(each)) for each in entries]
        before = [
            each for each, its in values if its == value and each.sure and each.is_before(entry)
        ]
        flown = [each for each in before if each.launch.outcome != "failure"]
        last = before[-1] if before else None
        possible = tuple(
            each.launch
            for each, its in values
            if each is not last
            and each.may_be_before(entry)
            and (last is None or last.may_be_before(each))
            and (
                not (each.sure and each.is_before(entry))
                if its == value
                else _may_be_of(each, facet, entry.launch)
            )
        )
        last_flown = flown[-1].launch if flown else None
        yield First(facet, value, last.launch if last else None, last_flown, possible)


def figure_of(launch: Launch, quantity: str) -> Figure | None:
    """Greatest figure of the missiles of a launch, each the one that is shown first."""
    found = (_of_missile(missile, quantity) for missile in missile_figures(launch))
    return max((each for each in found if each), key=lambda each: each.value, default=None)


def _of_missile(missile: MissileFigures, quantity: str) -> Figure | None:
    distance, apogee = missile.flown(None)
    if quantity == "range_km":
        return distance
    if quantity == "apogee_km":
        return apogee or missile.apogee_km("")
    times = missile.times_beside("")
    return stated_figure(times[0]) if times else None


Figures = Mapping[str, Mapping[str, Figure | None]]
"""Figure of each launch that is counted as ballistic, or may be, by quantity and id."""


def figures_of(entries: Sequence[Entry]) -> Figures:
    """Figures that launches are compared by."""
    return {
        quantity: {
            each.launch.id: figure_of(each.launch, quantity)
            for each in entries
            if each.is_of(BALLISTIC) is not False
        }
        for quantity in GREATEST
    }


def greatest(entry: Entry, entries: Sequence[Entry], figures: Figures) -> Iterator[Greatest]:
    """Each figure of a ballistic launch, with the last launch before that had one as great."""
    if entry.is_of(BALLISTIC) is not True:
        return
    for quantity, known in figures.items():
        own = known.get(entry.launch.id)
        if own is None:
            continue
        others = [each for each in entries if each.launch.id in known and each is not entry]
        if not any(known[each.launch.id] and each.may_be_before(entry) for each in others):
            continue
        since: Entry | None = None
        for each in others:
            figure = known[each.launch.id]
            reached = figure is not None and figure.value >= own.value
            if reached and each.sure and each.is_before(entry):
                since = each
        possible = tuple(
            each.launch
            for each in others
            if each is not since
            and each.may_be_before(entry)
            and (since is None or since.may_be_before(each))
            and _may_reach(quantity, each.launch, known[each.launch.id], own)
        )
        yield Greatest(quantity, own, since.launch if since else None, possible)


def _may_reach(quantity: str, launch: Launch, figure: Figure | None, own: Figure) -> bool:
    """Whether a launch may have had a figure as great, by what is stated of it and its class."""
    if figure is not None:
        limits = interval(figure.claim)
        return (limits[1] if limits else figure.value) >= own.value
    # A failure of which nothing is stated came down early.
    if launch.outcome == "failure":
        return False
    most = MOST_KM.get(launch.missile.range_class or "") if quantity != "flight_time_s" else None
    return most is None or most >= own.value


def pauses(entry: Entry, entries: Sequence[Entry]) -> Iterator[Pause]:
    """Days since the launch day before, among all kinds and among ballistic ones."""
    if not entry.dated:
        return
    for kinds in COUNTED_KINDS:
        if entry.is_of(kinds) is not True:
            continue
        earlier = [
            each for each in entries if each.first < entry.first and each.is_of(kinds) is not False
        ]
        firm = [each for each in earlier if each.dated and each.sure and each.is_of(kinds) is True]
        if not firm:
            continue
        last = firm[-1]
        latest = max(min(each.last, entry.first) for each in earlier)
        days = (entry.first - last.first).days
        least = max(0, (entry.first - latest).days)
        # A launch of that same day is none before it.
        yield Pause(kinds, last.launch, Span(min(max(least, 1), days), days))
