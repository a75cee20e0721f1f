"""`/picture.png`, `.svg` and `.pdf`: the picture of a view, under the names of the page's link."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import Response

from dashboard.picture.order import read_order
from dashboard.picture.paper.sizes import FORMATS
from dashboard.picture.studio import AT_ONCE, MOST_WAITING, BusyError, PictureError
from dashboard.recent import Recent
from dashboard.selection.selection import Refusal
from dashboard.selection.view import QueryError
from dashboard.served import served
from dashboard.web.answer import Answer, answer, refused
from dashboard.web.api import parameters
from data.problem import RecordError

MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
RETRY_S = 5
_ASKING = ThreadPoolExecutor(AT_ONCE + MOST_WAITING + 2, "picture")
"""Threads that wait for pictures, apart from those that everything else is served by; two more
than may be under way, so that whoever is one too many is told so."""
_ANSWERS: Recent[Answer] = Recent(64 * 2**20)
"""Answers by query and format."""


async def picture(request: Request) -> Response:
    """Picture that the query asks for, in the format that the path names."""
    form = request.path_params["ending"]
    if form not in FORMATS:
        allowed = ", ".join(FORMATS)
        return refused(404, [Refusal("format", f"there is no such format; there are {allowed}.")])
    query = request.scope["query_string"]
    kept = _ANSWERS.get((query, form))
    return kept.to(request.headers) if kept else await _made(request, query, form)


async def _made(request: Request, query: bytes, form: str) -> Response:
    try:
        loop = asyncio.get_running_loop()
        made = await loop.run_in_executor(_ASKING, _draw, query, form)
    except QueryError as error:
        return refused(400, error.problems)
    except BusyError as error:
        return refused(503, [Refusal("picture", str(error))], {"Retry-After": str(RETRY_S)})
    except PictureError as error:
        return refused(500, [Refusal("picture", str(error))])
    except RecordError:
        return refused(503, [Refusal("record", "it has errors and is not served.")])
    return made.to(request.headers)


def _draw(query: bytes, form: str) -> Answer:
    view, order = read_order(parameters(query), form, served().library)
    name = f"north-korean-missile-launches-{order.size}-{order.lang}.{form}"
    content = served().studio.picture(view, order)
    made = answer(content, MEDIA_TYPES[form], name, packs=form == "svg")
    _ANSWERS.keep((query, form), made, made.size)
    return made
