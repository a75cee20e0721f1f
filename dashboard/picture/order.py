"""What is asked of a picture beside its selection: the names and values of link and command."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.styles import STYLES
from dashboard.picture.scene.extent import FIT, read_extent
from dashboard.picture.studio import DeckOrder, Order
from dashboard.selection.library import Library
from dashboard.selection.query import Refusal, cut, too_many
from dashboard.selection.view import QueryError, View, read_view

CHOICES = {"size": tuple(SIZES), "style": tuple(STYLES)}
"""Parameters of a picture with the values each takes, its default first."""
DECK_CHOICES = {"style": CHOICES["style"]}
"""The same of a deck, whose pages have one size."""
Parameters = Mapping[str, Sequence[str]]


def read_order(
    parameters: Parameters, form: str, library: Library, address: str | None = None
) -> tuple[View, Order]:
    """
    View and picture that a query asks for; `address` is where the asker reaches the dashboard.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be.
    """
    view, lang, chosen = _read(parameters, CHOICES, library, address)
    return view, Order(chosen["size"], form, lang, chosen["extent"], chosen["style"])


def read_deck_order(
    parameters: Parameters, form: str, library: Library, address: str | None = None
) -> tuple[View, DeckOrder]:
    """
    View and deck that a query asks for; `address` is where the asker reaches the dashboard.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be.
    """
    view, lang, chosen = _read(parameters, DECK_CHOICES, library, address)
    return view, DeckOrder(form, lang, chosen["extent"], chosen["style"])


def _read(
    parameters: Parameters, choices: Parameters, library: Library, address: str | None
) -> tuple[View, str, dict[str, str]]:
    """View, language, and a value of each parameter of what is made of the view."""
    rest = {name: values for name, values in parameters.items() if name != "extent"}
    extents = parameters.get("extent", [FIT])
    problems = [
        Refusal("extent", "extent", {"value": cut(extent)})
        for extent in extents
        if read_extent(extent) is None
    ]
    problems += too_many("extent", extents)
    try:
        view, chosen = read_view(rest, library, choices, address)
    except QueryError as error:
        raise QueryError([*error.problems, *problems]) from error
    if problems:
        raise QueryError(problems)
    lang = view.selection.lang
    # The link on a picture opens the page in its reader's language, not in that of the picture.
    view = replace(view, selection=view.selection.changed(lang=None))
    return view, lang, chosen | {"extent": extents[0]}
