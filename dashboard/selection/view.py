"""What a link, a route or a command asks for, read strictly: every word of it is understood."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from urllib.parse import urlencode

from dashboard.flights.atlas import Atlas
from dashboard.selection.library import Library
from dashboard.selection.selection import (
    PARAMETERS,
    Refusal,
    Selection,
    Vocabulary,
    read_query,
    refusal,
)
from data.model import Launch

HOME_ADDRESS = "http://localhost:8501"
"""Where the dashboard is said to be, unless `PUBLIC_ADDRESS` names the place it is served from."""


ONE_VALUE = ("figures", "sea", "launch")


class QueryError(ValueError):
    """What cannot be understood of a query, a sentence for each part; `problems` has them."""

    def __init__(self, problems: Sequence[Refusal]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class View:
    """
    A selection of a record, with the flights it is drawn from.

    `address` is where readers reach it, if that is not the dashboard.
    """

    selection: Selection
    library: Library
    address: str | None = None

    @property
    def atlas(self) -> Atlas:
        """Flights from the figures that the selection wants."""
        return self.library.atlases[self.selection.figures]

    @cached_property
    def launches(self) -> list[Launch]:
        """Launches selected, in the order of the record; a launch that is named, alone."""
        if self.selection.launch:
            wanted = self.selection.launch
            return [launch for launch in self.atlas.record.launches if launch.id == wanted]
        reaches = self.library.vocabulary.reaches if self.selection.reach else {}
        return self.selection.pick(self.atlas.record.launches, reaches)

    @property
    def query(self) -> str:
        """Query of the link that reopens the view, empty for the whole record."""
        return urlencode(self.selection.query(self.library.vocabulary.period))

    @property
    def link(self) -> str:
        """Address that reopens the view."""
        return f"{self.address or public_address()}/{'?' + self.query if self.query else ''}"


def public_address() -> str:
    """Where readers reach the dashboard, without a slash at its end."""
    return (os.environ.get("PUBLIC_ADDRESS") or HOME_ADDRESS).rstrip("/")


def launch_link(launch_id: str) -> str:
    """Address of one launch that is kept for good."""
    return f"{public_address()}/launch/{launch_id}"


def read_view(
    parameters: Mapping[str, Sequence[str]],
    library: Library,
    own: Mapping[str, Sequence[str]] = MappingProxyType({}),
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
    filters = {name: values for name, values in parameters.items() if name not in own}
    selection, problems = read_query(filters, library.vocabulary)
    # Streamlit's own parameters, which the page lets pass, mean nothing elsewhere.
    problems += [
        Refusal(name, f"no filter has this name; there are {', '.join(PARAMETERS)}.")
        for name in filters
        if name.startswith("embed")
    ]
    chosen = {}
    for name, allowed in own.items():
        values = parameters.get(name, ())
        chosen[name] = values[0] if values else allowed[0]
        problems += [refusal(name, value, allowed) for value in values if value not in allowed]
        problems += too_many(name, values)
    for name in ONE_VALUE:
        problems += too_many(name, parameters.get(name, ()))
    if problems:
        raise QueryError(problems)
    return View(alone(selection, library.vocabulary), library), chosen


def alone(selection: Selection, vocabulary: Vocabulary) -> Selection:
    """Selection whose launch, if it names one, is all there is: its days, and no other filter."""
    launch = vocabulary.by_id.get(selection.launch or "")
    if launch is None:
        return selection
    return Selection.of_launch(launch, figures=selection.figures, sea=selection.sea)


def too_many(name: str, values: Sequence[str]) -> list[Refusal]:
    """Refusal of a parameter that takes one value, if it was given more."""
    if len(values) <= 1:
        return []
    return [Refusal(name, f"{len(values)} values given; it takes one.")]
