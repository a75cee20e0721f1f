"""What is asked of a picture beside its selection: the names and values of link and command."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.scene.extent import FIT, PENINSULA, read_extent
from dashboard.picture.studio import Order
from dashboard.selection.library import Library
from dashboard.selection.query import Refusal, cut, too_many
from dashboard.selection.view import QueryError, View, read_view

CHOICES = {"size": tuple(SIZES)}
"""Parameters of a picture with the values each takes, its default first."""
EXTENT_WORDS = f"{FIT}, {PENINSULA}, or west,south,east,north in degrees, as 121,33,144,46"


def read_order(
    parameters: Mapping[str, Sequence[str]],
    form: str,
    library: Library,
    address: str | None = None,
) -> tuple[View, Order]:
    """
    View and picture that a query asks for; `address` is where the asker reaches the dashboard.

    Raises
    ------
    QueryError
        Naming every part that cannot be understood, and what it may be.
    """
    rest = {name: values for name, values in parameters.items() if name != "extent"}
    extents = parameters.get("extent", [FIT])
    problems = [
        Refusal("extent", "extent", {"value": cut(extent), "allowed": EXTENT_WORDS})
        for extent in extents
        if read_extent(extent) is None
    ]
    problems += too_many("extent", extents)
    try:
        view, chosen = read_view(rest, library, CHOICES, address)
    except QueryError as error:
        raise QueryError([*error.problems, *problems]) from error
    if problems:
        raise QueryError(problems)
    lang = view.selection.lang
    # The link on a picture opens the page in its reader's language, not in that of the picture.
    view = replace(view, selection=view.selection.changed(lang=None))
    return view, Order(chosen["size"], form, lang, extents[0])
