"""`/picture.png`, `.svg` and `.pdf`: the picture of a view, under the names of the page's link."""

from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.picture.order import read_order
from dashboard.picture.paper.sizes import FORMATS
from dashboard.picture.studio import AT_ONCE, MOST_WAITING, BusyError, Order, PictureError
from dashboard.selection.file_name import file_name
from dashboard.selection.query import Refusal
from dashboard.selection.view import View
from dashboard.served import Served
from dashboard.web.answer import answer_of, answered, refused, saved_as
from dashboard.web.query import Asked, parameters

MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
RETRY_S = 5
_ASKING = ThreadPoolExecutor(AT_ONCE + MOST_WAITING + 2, "picture")
"""Threads that wait for pictures, apart from those that everything else is served by; two more
than may be under way, so that whoever is one too many is told so."""


async def picture(request: Request) -> Response:
    """Picture that the query asks for, in the format that the path names."""
    if request.path_params["ending"] not in FORMATS:
        return refused(404, [Refusal.of("format", "format", allowed=", ".join(FORMATS))])
    try:
        return await answered(request, _draw, pool=_ASKING)
    except BusyError as error:
        busy = Refusal("picture", "said", {"sentence": str(error)})
        return refused(503, [busy], {"Retry-After": str(RETRY_S)})
    except PictureError as error:
        return refused(500, [Refusal("picture", "said", {"sentence": str(error)})])


def _draw(here: Served, asked: Asked, ending: str) -> Answer:
    order = read_order(parameters(asked.query), ending, here.library, asked.address)
    return drawn(here, *order)


def drawn(here: Served, view: View, order: Order) -> Answer:
    """
    Picture of a view, drawn now or lately.

    Raises
    ------
    PictureError
        If it cannot be made, or too many are being made already.
    """
    name = file_name(view, order.form, order.size, order.lang)
    return here.answers.made(
        (view.selection, view.address, order),
        lambda: answer_of(
            here.studio.picture(view, order),
            MEDIA_TYPES[order.form],
            saved_as(name),
            packs=order.form == "svg",
        ),
    )
