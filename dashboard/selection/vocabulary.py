"""What a link may say of a record: the values of each filter that occur, and their spellings."""

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dashboard.selection.filters import FILTERS, NARROWING
from data.model import Launch, Record

BLANKS = " \t\n\v\f\r"
"""What may stand around a value; compatibility forms turn every other blank into the first."""


def fold(text: str) -> str:
    """
    Text as spellings are compared.

    NFKC joins decomposed letters and turns full-width letters, brackets and blanks, as Korean and
    Japanese keyboards write them, into plain ones. Capitals instead of `casefold`, since the
    browser has them too, by the same table of Unicode.

    Examples
    --------
    >>> fold(" Ｓrbm "), fold("Straße")
    ('SRBM', 'STRASSE')
    """
    return unicodedata.normalize("NFKC", text).strip(BLANKS).upper()


def whole_period(launches: Sequence[Launch]) -> tuple[dt.date, dt.date]:
    """First and last Korean day of the record; every day there is where it holds no launch."""
    return (
        min((launch.first_day for launch in launches), default=dt.date.min),
        max((launch.last_day for launch in launches), default=dt.date.max),
    )


@dataclass(frozen=True)
class Vocabulary:
    """What each parameter of a link may say; `reaches` is what each launch reached, by its id."""

    record: Record
    reaches: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def launches(self) -> Sequence[Launch]:
        """Launches of the record, in order."""
        return self.record.launches

    @cached_property
    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day of the record."""
        return whole_period(self.launches)

    @cached_property
    def by_id(self) -> dict[str, Launch]:
        """Launches by their id."""
        return {launch.id: launch for launch in self.launches}

    def options(self, name: str) -> list[str]:
        """Values of a filter in the order they are shown; of one that narrows, those that occur."""
        return list(self._values[name])

    def spellings(self, name: str) -> Mapping[str, str]:
        """Every accepted spelling of a filter's values, folded, with the value meant."""
        return self._spellings[name]

    def values(self, launch: Launch, name: str) -> list[str]:
        """Values of a filter that are true of a launch, in the order they are shown."""
        true = frozenset(NARROWING[name](launch, self.reaches.get(launch.id, frozenset())))
        return [value for value in self._values[name] if value in true]

    @cached_property
    def _values(self) -> dict[str, dict[str, tuple[str, ...]]]:
        found = {}
        for name, row in FILTERS.items():
            known = row.spellings(self.record)
            occurring = (
                {
                    value
                    for launch in self.launches
                    for value in NARROWING[name](launch, self.reaches.get(launch.id, frozenset()))
                }
                if name in NARROWING
                else known.keys()
            )
            found[name] = {id_: also for id_, also in known.items() if id_ in occurring}
        return found

    @cached_property
    def _spellings(self) -> dict[str, dict[str, str]]:
        found = {}
        for name, values in self._values.items():
            own = {fold(id_): id_ for id_ in values}
            for id_, also in values.items():
                for spelling in also:
                    own.setdefault(fold(spelling), id_)
            found[name] = own
        return found
