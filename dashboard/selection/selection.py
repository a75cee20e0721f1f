"""What is selected: the one filter language of the page, its URL and its links."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Self

from dashboard.flights.overflight import REACHES
from dashboard.flights.plan import BEST, DIFFERING, WHOSE
from data.model import KINDS, OUTCOMES, RANGE_CLASSES, Launch, Site

TYPE_NAMES = {"unknown": "unidentified", None: "other"}
"""Range classes that are shown under another name; every other one is its own name."""
TYPES = (*(TYPE_NAMES.get(name, name) for name in RANGE_CLASSES), TYPE_NAMES[None])
NO_SITE = "Site unknown"
SEAS = ("East Sea", "Sea of Japan", "East Sea / Sea of Japan")
WHOSE_SPELLINGS = {"best": BEST, "japan": "Japan MOD", "all": DIFFERING}
"""Shorter names that a link may give to whose figures are drawn."""
FACETS = ("type", "kind", "site", "outcome")
LISTS = (*FACETS, "reach")
"""Filters that take a list of values; an empty list selects everything."""
PARAMETERS = (*LISTS, "period", "figures", "sea", "launch")
"""Names of all that a link, a route or a command can say of a selection."""
_SHOWN_NAMES = 12


@dataclass(frozen=True, slots=True)
class Selection:
    """
    A choice of launches.

    `period` is a first and a last Korean day, both included. Each of the four facets holds the
    values chosen, empty for all of them; `reach` those of `REACHES` of which one is to be true.
    `figures` says whose are drawn, one of `WHOSE`; `launch`
    is the launch whose panel is open.
    """

    period: tuple[dt.date, dt.date]
    type: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    figures: str = BEST
    launch: str | None = None
    sea: str = SEAS[0]
    lang: str = "en"

    def pick(
        self,
        launches: Iterable[Launch],
        reaches: Mapping[str, frozenset[str]] = MappingProxyType({}),
        *,
        without: str | None = None,
    ) -> list[Launch]:
        """
        Launches that match, in their order.

        Parameters
        ----------
        launches
            What to choose from.
        reaches
            Which of `REACHES` are true of each launch, by its id.
        without
            Facet, or `reach`, to leave out of account, as is needed to count its values.
        """
        first, last = self.period
        chosen = {
            name: set(values)
            for name in FACETS
            if name != without and (values := getattr(self, name))
        }
        reach = set() if without == "reach" else set(self.reach)
        return [
            launch
            for launch in launches
            if launch.first_day <= last
            and launch.last_day >= first
            and (not reach or not reach.isdisjoint(reaches.get(launch.id, ())))
            and all(facet(launch, name) in values for name, values in chosen.items())
        ]

    def count(
        self,
        launches: Sequence[Launch],
        name: str,
        reaches: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> Counter[str]:
        """Launches for each value of a facet, or of `reach`, under the other filters."""
        picked = self.pick(launches, reaches, without=name)
        if name == "reach":
            return Counter(reach for launch in picked for reach in reaches.get(launch.id, ()))
        return Counter(facet(launch, name) for launch in picked)

    @classmethod
    def of_launch(cls, launch: Launch, *, figures: str = BEST, sea: str = SEAS[0]) -> "Selection":
        """Return the selection of one launch alone: its days, and no filter."""
        days = (launch.first_day, launch.last_day)
        return cls(days, figures=figures, launch=launch.id, sea=sea)

    def opening(self, launch: str) -> "Selection":
        """Return the same selection with the panel of a launch open."""
        return replace(self, launch=launch)

    def query(self, whole_record: tuple[dt.date, dt.date]) -> list[tuple[str, str]]:
        """Parameters of the link that reopens this selection, without those at their default."""
        pairs = [(name, value) for name in LISTS for value in getattr(self, name)]
        if self.period != whole_record:
            # One day stands once: Streamlit drops the second of two equal values from a link.
            pairs += [("period", day) for day in dict.fromkeys(map(str, self.period))]
        if self.figures != BEST:
            pairs.append(("figures", self.figures))
        if self.sea != SEAS[0]:
            pairs.append(("sea", self.sea))
        if self.launch:
            pairs.append(("launch", self.launch))
        return pairs


def facet(launch: Launch, name: str) -> str:
    """Value of a launch in one of `FACETS`."""
    if name == "type":
        range_class = launch.missile.range_class
        return TYPE_NAMES.get(range_class, range_class or "")
    if name == "kind":
        return launch.missile.kind
    if name == "site":
        return launch.site.name_en if launch.site else NO_SITE
    return launch.outcome


def whole_period(launches: Sequence[Launch]) -> tuple[dt.date, dt.date]:
    """First and last Korean day of the record; every day there is where it holds no launch."""
    return (
        min((launch.first_day for launch in launches), default=dt.date.min),
        max((launch.last_day for launch in launches), default=dt.date.max),
    )


@dataclass(frozen=True)
class Vocabulary:
    """What each parameter of a link may say."""

    launches: Sequence[Launch]
    sites: Mapping[str, Site]
    reaches: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day of the record."""
        return whole_period(self.launches)

    @cached_property
    def by_id(self) -> dict[str, Launch]:
        """Launches by their id."""
        return {launch.id: launch for launch in self.launches}

    def options(self, name: str) -> list[str]:
        """Values of a facet that occur in the record, in the order they are shown."""
        if name == "reach":
            return list(REACHES)
        occurring = {facet(launch, name) for launch in self.launches}
        if name == "site":
            return sorted(occurring, key=lambda site: (site == NO_SITE, site))
        known = {"type": TYPES, "kind": KINDS, "outcome": OUTCOMES}[name]
        return [value for value in known if value in occurring]

    def spellings(self, name: str) -> dict[str, str]:
        """Every accepted spelling of a facet's values, in lower case, with the value meant."""
        spellings = {value.casefold(): value for value in self.options(name)}
        if name == "site":
            for site in self.sites.values():
                if site.name_en.casefold() in spellings:
                    for spelling in (site.id, site.name_ko, site.name_ja, *site.aliases):
                        if spelling:
                            spellings.setdefault(spelling.casefold(), site.name_en)
        return spellings


class Refusal(str):
    """A sentence on a part of a link that cannot be understood; `parameter` is the name of it."""

    __slots__ = ("parameter",)

    def __new__(cls, parameter: str, sentence: str) -> Self:
        """Sentence that begins with the name, cut where it is very long."""
        made = super().__new__(cls, f"{_cut(parameter)}: {sentence}")
        made.parameter = parameter
        return made


def read_query(
    parameters: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> tuple[Selection, list[Refusal]]:
    """
    Selection that a link asks for.

    Parameters
    ----------
    parameters
        Names with all their values, as they stand in the link.
    vocabulary
        What may be asked for.

    Returns
    -------
    selection
        With every part of the link that can be understood.
    problems
        A sentence for each part that cannot, naming the parameter, its value and what is allowed.
    """
    problems: list[Refusal] = []
    facets = {
        name: _read_facet(name, parameters.get(name, ()), vocabulary, problems) for name in LISTS
    }
    sea = _one_of("sea", parameters.get("sea", ()), SEAS, problems) or SEAS[0]
    figures = (
        _one_of("figures", parameters.get("figures", ()), WHOSE, problems, WHOSE_SPELLINGS) or BEST
    )
    launch = _one_of("launch", parameters.get("launch", ()), list(vocabulary.by_id), problems)
    problems += [
        Refusal(name, f"no filter has this name; there are {', '.join(PARAMETERS)}.")
        for name in parameters
        if name not in PARAMETERS and not name.startswith("embed")
    ]
    period = _read_period(parameters.get("period", ()), vocabulary.period, problems)
    selection = Selection(period=period, figures=figures, launch=launch, sea=sea, **facets)
    return selection, problems


def _read_facet(
    name: str, values: Sequence[str], vocabulary: Vocabulary, problems: list[Refusal]
) -> tuple[str, ...]:
    spellings = vocabulary.spellings(name)
    found: list[str] = []
    for value in values:
        meant = spellings.get(value.strip().casefold())
        if meant is None:
            problems.append(refusal(name, value, vocabulary.options(name)))
        elif meant not in found:
            found.append(meant)
    return tuple(found)


def _one_of(
    name: str,
    values: Sequence[str],
    allowed: Sequence[str],
    problems: list[Refusal],
    spellings: Mapping[str, str] = MappingProxyType({}),
) -> str | None:
    """First of the values that is allowed, in any case or by another spelling."""
    meant = {value.casefold(): value for value in allowed} | dict(spellings)
    for value in values:
        if (known := meant.get(value.strip().casefold())) is not None:
            return known
        problems.append(refusal(name, value, allowed))
    return None


def _read_period(
    values: Sequence[str], whole: tuple[dt.date, dt.date], problems: list[Refusal]
) -> tuple[dt.date, dt.date]:
    if not values:
        return whole
    days: list[dt.date] = []
    for value in values:
        try:
            days.append(dt.date.fromisoformat(value.strip()))
        except ValueError:
            problems.append(
                Refusal("period", f"“{_cut(value)}” is no date; write it as 2022-01-31.")
            )
    if len(days) != len(values):
        return whole
    if len(days) > 2:
        problems.append(
            Refusal("period", f"{len(days)} dates given; it takes a first and a last one.")
        )
        return whole
    first, last = min(days), max(days)
    if first > whole[1] or last < whole[0]:
        problems.append(
            Refusal(
                "period",
                f"{first} to {last} lies outside the record, which runs from {whole[0]} "
                f"to {whole[1]}.",
            )
        )
        return whole
    return max(first, whole[0]), min(last, whole[1])


def refusal(name: str, value: str, allowed: Sequence[str]) -> Refusal:
    """Say that a value is none of a parameter's, and what they are."""
    shown = ", ".join(allowed[:_SHOWN_NAMES])
    more = ", …" if len(allowed) > _SHOWN_NAMES else ""
    return Refusal(name, f"“{_cut(value)}” is not among its values; it takes {shown}{more}.")


def _cut(value: str, length: int = 60) -> str:
    return value if len(value) <= length else value[:length] + "…"
