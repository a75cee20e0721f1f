"""What is asked of a picture beside its selection: the names and values of link and command."""

from dataclasses import replace

from dashboard.picture.paper.sizes import FILM_SIZES, SIZES
from dashboard.picture.paper.styles import STYLES
from dashboard.picture.scene.extent import FIT, read_extent
from dashboard.picture.scene.marks import flights_of
from dashboard.picture.studio import DeckOrder, FilmOrder, Order
from dashboard.selection.additions import bare, without_additions
from dashboard.selection.library import Library
from dashboard.selection.query import Refusal, cut, too_many
from dashboard.selection.view import Parameters, QueryError, View, read_posted, read_view

CHOICES = {"size": tuple(SIZES), "style": tuple(STYLES)}
"""Parameters of a picture with the values each takes, its default first."""
DECK_CHOICES = {"style": CHOICES["style"]}
"""The same of a deck, whose pages have one size."""
FILM = "film"
FILM_CHOICES = {"size": FILM_SIZES}
"""The same of a film, whose colours are those of a bright page."""


def read_order(
    parameters: Parameters,
    form: str,
    library: Library,
    address: str | None = None,
    *,
    posted: bool = False,
) -> tuple[View, Order]:
    """
    View and picture that a query asks for.

    Parameters
    ----------
    parameters
        Names with all their values.
    form
        Format of the picture.
    library
        The record that is asked.
    address
        Where the asker reaches the dashboard, if that is known.
    posted
        Whether the query is that of a link that may have been posted: the view has what of it
        cannot be understood, beside the rest.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be, where it was not posted.
    """
    view, lang, chosen = _read(parameters, CHOICES, library, address, posted=posted)
    return view, Order(chosen["size"], form, lang, chosen["extent"], chosen["style"])


def read_deck_order(
    parameters: Parameters,
    form: str,
    library: Library,
    address: str | None = None,
    *,
    posted: bool = False,
) -> tuple[View, DeckOrder]:
    """
    View and deck that a query asks for, read as `read_order` does.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be, where it was not posted.
    """
    view, lang, chosen = _read(parameters, DECK_CHOICES, library, address, posted=posted)
    return view, DeckOrder(form, lang, chosen["extent"], chosen["style"])


def read_film_order(
    parameters: Parameters,
    form: str,
    library: Library,
    address: str | None = None,
    *,
    posted: bool = False,
) -> tuple[View, FilmOrder]:
    """
    View and film that a query asks for, read as `read_order` does.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be, where it was not posted; or
        that nothing of what is selected would move.
    """
    view, lang, chosen = _read(parameters, FILM_CHOICES, library, address, posted=posted)
    if still := why_no_film(view):
        raise QueryError([still])
    return view, FilmOrder(chosen["size"], form, lang, chosen["extent"])


def why_no_film(view: View) -> Refusal | None:
    """Why there is no film of a view: no launch, or none with a flight; None where there is."""
    if not view.launches:
        return Refusal.of(FILM, "no_launch")
    if not flights_of(view):
        return Refusal.of(FILM, "no_flight", number=str(len(view.launches)))
    return None


def _read(
    parameters: Parameters,
    choices: Parameters,
    library: Library,
    address: str | None,
    *,
    posted: bool,
) -> tuple[View, str, dict[str, str]]:
    """View, language, and a value of each parameter of what is made of the view."""
    if posted:
        parameters = without_additions(parameters)
    rest = {name: values for name, values in parameters.items() if name != "extent"}
    given = parameters.get("extent", [FIT])
    extents = [bare(extent) if posted else extent for extent in given]
    problems = [
        Refusal("extent", "extent", {"value": cut(extent)})
        for extent in extents
        if read_extent(extent) is None
    ]
    problems += too_many("extent", extents)
    try:
        view, chosen = (read_posted if posted else read_view)(rest, library, choices, address)
    except QueryError as error:
        raise QueryError([*error.problems, *problems]) from error
    if problems and not posted:
        raise QueryError(problems)
    lang = view.selection.lang
    extent = next((each for each in extents if read_extent(each) is not None), FIT)
    # The link on a picture opens the page in its reader's language, not in that of the picture.
    selection = view.selection.changed(lang=None)
    view = replace(view, selection=selection, unread=(*view.unread, *problems))
    return view, lang, chosen | {"extent": extent}
