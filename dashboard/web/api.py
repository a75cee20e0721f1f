"""The HTTP interface: a view in each format, under the names and values of the dashboard's link."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from dashboard.export.formats import FORMATS
from dashboard.recent import Recent
from dashboard.selection.selection import Refusal, Selection
from dashboard.selection.view import QueryError, read_view
from dashboard.served import served
from dashboard.web.answer import Answer, answer, refused
from dashboard.web.api_page import api_page
from dashboard.web.openapi import openapi
from data.problem import RecordError

MOST_PARAMETERS = 200
"""More values than a link can need."""
_ANSWERS: Recent[Answer] = Recent(64 * 2**20)
"""Answers by selection and format."""
_SELECTIONS: Recent[Selection] = Recent(2**20)
"""Selections by query."""
_SELECTION_BYTES = 1024
"""About what a selection takes, beside its query."""
_WRITER = ThreadPoolExecutor(1, "export")
"""One thread writes files, so that what several ask for at once is written once."""


async def launches(request: Request) -> Response:
    """Launches that the query selects, in the format that the path names."""
    name = request.path_params["ending"]
    if name not in FORMATS:
        allowed = ", ".join(FORMATS)
        return refused(404, [Refusal("format", f"there is no such format; there are {allowed}.")])
    query = request.scope["query_string"]
    selection = _SELECTIONS.get(query)
    kept = _ANSWERS.get((selection, name)) if selection else None
    return kept.to(request.headers) if kept else await _made(request, _write, name, query)


async def description(request: Request) -> Response:
    """Interface in the words of OpenAPI."""
    return await _made(request, _describe)


async def page(request: Request) -> Response:
    """Page that teaches the interface."""
    return await _made(request, _teach)


async def _made(request: Request, make: Callable[..., Answer], *arguments: object) -> Response:
    """Response that is made in the thread of the writer, away from everybody else's requests."""
    loop = asyncio.get_running_loop()
    try:
        made = await loop.run_in_executor(_WRITER, make, *arguments)
    except QueryError as error:
        return refused(400, error.problems)
    except RecordError:
        return refused(503, [Refusal("record", "it has errors and is not served.")])
    return made.to(request.headers)


def _write(name: str, query: bytes) -> Answer:
    view, _ = read_view(parameters(query), served().library)
    key = (view.selection, name)
    _SELECTIONS.keep(query, view.selection, len(query) + _SELECTION_BYTES)
    if (kept := _ANSWERS.get(key)) is not None:
        return kept
    kind = FORMATS[name]
    made = answer(kind.write(view), kind.media_type, f"north-korean-missile-launches.{name}")
    _ANSWERS.keep(key, made, made.size)
    return made


def _describe() -> Answer:
    return answer(openapi(), "application/json")


def _teach() -> Answer:
    return answer(api_page(), "text/html; charset=utf-8")


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
        sentence = f"it has more than {MOST_PARAMETERS} values."
        raise QueryError([Refusal("query", sentence)]) from error
