"""The query of an address, taken apart."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeVar
from urllib.parse import parse_qs

from dashboard.selection.library import Library
from dashboard.selection.query import Refusal, read_page_query
from dashboard.selection.view import Parameters, QueryError, View

T = TypeVar("T")

MOST_PARAMETERS = 200
"""More values than a link can need."""
_TOO_MANY = Refusal.of("query", "query", most=str(MOST_PARAMETERS))


class Asked(NamedTuple):
    """What a request asks for: its query, and where whoever asks reaches the dashboard."""

    query: bytes
    address: str | None = None


def parameters(query: bytes) -> Parameters:
    """
    Names with all their values.

    Raises
    ------
    QueryError
        If there are more than `MOST_PARAMETERS`.
    """
    try:
        return parse_qs(
            query.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_PARAMETERS
        )
    except ValueError as error:
        raise QueryError([_TOO_MANY]) from error


def posted_view(asked: Asked, read: Callable[[Parameters], tuple[View, T]]) -> tuple[View, T]:
    """
    View of a link that may have been posted, and what else is read of it.

    Of more than `MOST_PARAMETERS` values the first are read, and the view says that there are more.
    """
    pairs = asked.query.decode("latin-1").split("&", MOST_PARAMETERS)
    view, more = read(parse_qs("&".join(pairs[:MOST_PARAMETERS]), keep_blank_values=True))
    if len(pairs) > MOST_PARAMETERS:
        view = replace(view, unread=(_TOO_MANY, *view.unread))
    return view, more


def page_view(asked: Asked, library: Library) -> View:
    """View that a link to the page opens."""

    def read(given: Parameters) -> tuple[View, None]:
        selection, problems = read_page_query(given, library.vocabulary)
        return View(selection, library, asked.address, tuple(problems)), None

    return posted_view(asked, read)[0]
