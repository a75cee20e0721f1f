"""The query of an address, taken apart."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import parse_qs

from dashboard.selection.query import Refusal
from dashboard.selection.view import QueryError

MOST_PARAMETERS = 200
"""More values than a link can need."""


class Asked(NamedTuple):
    """What a request asks for: its query, and where whoever asks reaches the dashboard."""

    query: bytes
    address: str | None = None


def parameters(query: bytes) -> Mapping[str, Sequence[str]]:
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
        refusal = Refusal.of("query", "query", most=str(MOST_PARAMETERS))
        raise QueryError([refusal]) from error
