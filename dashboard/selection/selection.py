"""What is selected: values of filters, the launches they pick, and the link that says so."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.selection.filters import FALLBACK, FILTERS, NARROWING
from data.model import Launch

Period = tuple[dt.date, dt.date]
Reaches = Mapping[str, frozenset[str]]
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, init=False, slots=True)
class Selection:
    """
    A choice of launches.

    `period` is a first and a last Korean day, both included; `values` those chosen of each other
    filter, left out where they are its default. A filter of several values can be read by its
    name, as those of one value can.

    Examples
    --------
    >>> january = (dt.date(2022, 1, 1), dt.date(2022, 1, 31))
    >>> chosen = Selection(january, type=("SRBM", "IRBM"), figures="jcs")
    >>> chosen.type, chosen.site, chosen.figures, chosen.sea
    (('SRBM', 'IRBM'), (), 'jcs', 'east-sea')
    """

    period: Period
    values: tuple[tuple[str, tuple[str, ...]], ...]

    def __init__(self, period: Period, **chosen: Sequence[str] | None) -> None:
        if foreign := chosen.keys() - FILTERS.keys():
            raise TypeError(f"no filter is named {', '.join(sorted(foreign))}")
        given = {
            name: (each,) if isinstance(each, str) else tuple(each or ())
            for name, each in chosen.items()
        }
        values = tuple(
            (name, given[name])
            for name, row in FILTERS.items()
            if given.get(name) and given[name] != (row.default,)
        )
        object.__setattr__(self, "period", period)
        object.__setattr__(self, "values", values)

    def chosen(self, name: str) -> tuple[str, ...]:
        """Values chosen of a filter that are not its default, empty for all or the default."""
        return dict(self.values).get(name, ())

    def __getattr__(self, name: str) -> tuple[str, ...]:
        if name in FILTERS and FILTERS[name].form == "many":
            return self.chosen(name)
        raise AttributeError(name)

    @property
    def figures(self) -> str:
        """Whose figures are drawn."""
        return self._single("figures") or ""

    @property
    def sea(self) -> str:
        """Id of what the sea east of Korea is called, in the language of the selection."""
        return self.sea_in(self.lang)

    def sea_in(self, lang: str) -> str:
        """Id of what the sea is called for readers of a language, unless one is chosen."""
        return self._single("sea") or FILTERS["sea"].standing[lang]

    @property
    def lang(self) -> str:
        """Language chosen, or else that of files and pictures."""
        return self._single("lang") or FALLBACK

    @property
    def launch(self) -> str | None:
        """Id of the one launch that is selected alone."""
        return self._single("launch")

    @property
    def open(self) -> str | None:
        """Id of the launch whose panel is open."""
        return self._single("open")

    @property
    def moment(self) -> str | None:
        """Id of the launch at which playback rests."""
        return self._single("moment")

    @property
    def window(self) -> str:
        """Days of the moving window of the tempo."""
        return self._single("window") or ""

    def _single(self, name: str) -> str | None:
        return next(iter(self.chosen(name)), FILTERS[name].default)

    def pick(
        self,
        launches: Iterable[Launch],
        reaches: Reaches = MappingProxyType({}),
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
            What each launch reached, by its id.
        without
            Filter to leave out of account, as is needed to count its values.
        """
        first, last = self.period
        asked = [
            (NARROWING[name], frozenset(values))
            for name, values in self.values
            if name in NARROWING and name != without
        ]
        return [
            launch
            for launch in launches
            if launch.first_day <= last
            and launch.last_day >= first
            and all(
                not values.isdisjoint(asks(launch, reaches.get(launch.id, _NOTHING)))
                for asks, values in asked
            )
        ]

    def count(
        self,
        launches: Sequence[Launch],
        name: str,
        reaches: Reaches = MappingProxyType({}),
    ) -> Counter[str]:
        """Launches for each value of a filter, under the other filters."""
        asks = NARROWING[name]
        return Counter(
            value
            for launch in self.pick(launches, reaches, without=name)
            for value in asks(launch, reaches.get(launch.id, _NOTHING))
        )

    def changed(self, period: Period | None = None, **chosen: Sequence[str] | None) -> "Selection":
        """Return the same selection with other values of some filters."""
        return Selection(period or self.period, **{**dict(self.values), **chosen})

    def alone(self, launch: Launch) -> "Selection":
        """Return the selection of one launch alone: its days, and no filter that narrows."""
        kept = {
            name: values
            for name, values in self.values
            if name not in NARROWING and FILTERS[name].table != "launches"
        }
        return Selection((launch.first_day, launch.last_day), **kept, launch=launch.id)

    def at_any_time(self, whole_record: Period) -> "Selection":
        """Return the same selection without what is chosen on the map: the period, and types."""
        return self.changed(whole_record, type=None)

    @classmethod
    def of_launch(cls, launch: Launch) -> "Selection":
        """Return the selection of one launch alone."""
        return cls((launch.first_day, launch.last_day), launch=launch.id)

    def on_page(self) -> "Selection":
        """Return what the page opens for it: of a launch alone, its days with its panel open."""
        return self.changed(launch=None, open=self.launch) if self.launch else self

    def query(self, whole_record: Period) -> list[tuple[str, str]]:
        """Parameters of the link that reopens this selection, without those at their default."""
        pairs: list[tuple[str, str]] = []
        for name, row in FILTERS.items():
            if row.form != "days":
                pairs += [(name, value) for value in self.chosen(name)]
            # A launch alone brings its days along.
            elif self.period != whole_record and not self.launch:
                # One day stands once, as a reader would write it.
                pairs += [(name, str(day)) for day in dict.fromkeys(self.period)]
        return pairs

    def page_query(self, whole_record: Period) -> list[tuple[str, str]]:
        """Parameters of the link to the page: a bare one would open with the newest launches."""
        pairs = self.query(whole_record)
        if {name for name, _ in pairs} <= {"lang"}:
            pairs = [("period", str(day)) for day in whole_record] + pairs
        return pairs
