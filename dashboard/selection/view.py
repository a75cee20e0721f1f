"""What a link, a route or a command asks for: read strictly, or as a link that was posted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from urllib.parse import urlencode

from dashboard.flights.atlas import Atlas
from dashboard.selection.additions import bare, without_additions
from dashboard.selection.address import is_own_machine
from dashboard.selection.filters import SINGLE
from dashboard.selection.library import Library
from dashboard.selection.query import Refusal, read_query, refusal, too_many
from dashboard.selection.selection import Selection
from data.model import Launch

Parameters = Mapping[str, Sequence[str]]
"""Names with all their values, as they stand in a link."""


class QueryError(ValueError):
    """What cannot be understood of a query; `problems` has each part, to be said in words."""

    def __init__(self, problems: Sequence[Refusal]) -> None:
        super().__init__("; ".join(f"{each.parameter}: {each.key}" for each in problems))
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type["QueryError"], tuple[tuple[Refusal, ...]]]:
        """Say how another process makes it again."""
        return QueryError, (self.problems,)


@dataclass(frozen=True)
class View:
    """
    A selection of a record, with the flights it is drawn from.

    `address` is where its readers reach it, without a slash at its end, if that is known; `unread`
    what of its link was not understood.
    """

    selection: Selection
    library: Library
    address: str | None = None
    unread: tuple[Refusal, ...] = ()

    @property
    def atlas(self) -> Atlas:
        """Flights from the figures that the selection wants."""
        return self.library.atlases[self.selection.figures]

    @cached_property
    def launches(self) -> list[Launch]:
        """Launches selected, in the order of the record."""
        return self.selection.pick(self.atlas.record.launches, self.library.reaches)

    @property
    def query(self) -> str:
        """Query that asks a route for the view, empty for the whole record."""
        return urlencode(self.selection.query(self.library.vocabulary.period))

    @property
    def page_query(self) -> str:
        """Query that opens the view on the page."""
        return urlencode(self.selection.on_page().page_query(self.library.vocabulary.period))

    @property
    def link(self) -> str | None:
        """Address that opens the view on the page, if it is known where that is."""
        if self.address is None:
            return None
        return f"{self.address}/?{self.page_query}"

    @property
    def unread_names(self) -> tuple[str, ...]:
        """Our parameters among those that were not understood; others are nobody's to repeat."""
        known = (each.parameter for each in self.unread if each.key not in {"name", "query"})
        return tuple(dict.fromkeys(known))

    @property
    def lasting_link(self) -> str | None:
        """Link for what leaves this machine: none where it would lead to the reader's own."""
        return None if self.address is None or is_own_machine(self.address) else self.link

    def launch_link(self, launch_id: str) -> str | None:
        """Address of one launch that is kept for good."""
        return None if self.address is None else f"{self.address}/launch/{launch_id}"


def read_view(
    parameters: Parameters,
    library: Library,
    own: Parameters = MappingProxyType({}),
    address: str | None = None,
) -> tuple[View, dict[str, str]]:
    """
    View that a query asks for.

    Parameters
    ----------
    parameters
        Names with all their values, as they stand in the query.
    library
        The record that is asked.
    own
        Parameters of the asker itself with the values each takes, its default first.
    address
        Where the asker reaches the dashboard, if that is known.

    Returns
    -------
    view
        The selection with its flights.
    chosen
        A value of each of the asker's own parameters.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be.
    """
    view, chosen = _read(parameters, library, own, address, posted=False)
    if view.unread:
        raise QueryError(view.unread)
    return view, chosen


def read_posted(
    parameters: Parameters,
    library: Library,
    own: Parameters = MappingProxyType({}),
    address: str | None = None,
) -> tuple[View, dict[str, str]]:
    """
    View that a link asks for which may have been posted, with what of it cannot be understood.

    It takes and returns what `read_view` does. What others hang on the link is passed over.
    """
    return _read(without_additions(parameters), library, own, address, posted=True)


def _read(
    parameters: Parameters, library: Library, own: Parameters, address: str | None, *, posted: bool
) -> tuple[View, dict[str, str]]:
    filters = {name: values for name, values in parameters.items() if name not in own}
    selection, problems = read_query(filters, library.vocabulary, posted=posted)
    chosen = {}
    for name, allowed in own.items():
        values = parameters.get(name, ())
        meant = [bare(value) if posted and value not in allowed else value for value in values]
        chosen[name] = next((value for value in meant if value in allowed), allowed[0])
        problems += [
            refusal(name, value, allowed)
            for value, known in zip(values, meant, strict=True)
            if known not in allowed
        ]
    for name in (*own, *SINGLE):
        problems += too_many(name, parameters.get(name, ()))
    return View(selection, library, address, tuple(problems)), chosen
