"""`/picture.*`, `/deck.*` and `/film.*`: what is drawn of a view, under the names of its link."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.picture.order import read_deck_order, read_film_order, read_order
from dashboard.picture.paper.sizes import DECK_FORMATS, FILM_FORMATS, FORMATS
from dashboard.picture.studio import (
    AT_ONCE,
    FILMS_AT_ONCE,
    LONGEST_FILM_S,
    MOST_FILMS_WAITING,
    MOST_WAITING,
    BusyError,
    FilmOrder,
    PictureError,
    Wanted,
)
from dashboard.selection.file_name import file_name
from dashboard.selection.query import Refusal
from dashboard.selection.view import View
from dashboard.served import Served
from dashboard.web.answer import Maker, answer_of, answered, refused, saved_as
from dashboard.web.policies import DRAWING
from dashboard.web.query import Asked, posted_view
from dashboard.web.queue import Pool

MEDIA_TYPES: Mapping[str, str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "mp4": "video/mp4",
    "webp": "image/webp",
}
RETRY_S = 5
ASKING = Pool(AT_ONCE + MOST_WAITING + 2, "picture")
"""Threads that wait for pictures, apart from those that everything else is served by; two more
than may be under way, so that whoever is one too many is told so."""
FILMING = Pool(FILMS_AT_ONCE + MOST_FILMS_WAITING + 2, "film")
"""The same for films."""


async def picture(request: Request) -> Response:
    """Picture that the query asks for, in the format that the path names."""
    return await given(request, FORMATS, _draw)


async def deck(request: Request) -> Response:
    """Slides that the query asks for, in the format that the path names."""
    return await given(request, DECK_FORMATS, _draw_deck)


async def film(request: Request) -> Response:
    """Film that the query asks for, in the format that the path names."""
    return await given(request, FILM_FORMATS, _draw_film, FILMING, LONGEST_FILM_S)


async def given(
    request: Request,
    formats: Sequence[str],
    make: Maker,
    pool: Pool = ASKING,
    longest_s: float | None = None,
) -> Response:
    """Drawn file of one of these formats, or why there is none."""
    if request.path_params["ending"] not in formats:
        # It knows every address, and so loads all that writes files.
        from dashboard.web.stray import stray  # noqa: PLC0415

        return await stray(request)
    try:
        return await answered(request, make, pool, longest_s)
    except BusyError as error:
        busy = Refusal("picture", "said", {"sentence": str(error)})
        return refused(503, [busy], {"Retry-After": str(RETRY_S)})
    except PictureError as error:
        return refused(500, [Refusal("picture", "said", {"sentence": str(error)})])


def _draw(here: Served, asked: Asked, ending: str) -> Answer:
    read = partial(read_order, form=ending, library=here.library, address=asked.address)
    return drawn(here, *posted_view(asked, partial(read, posted=True)))


def _draw_deck(here: Served, asked: Asked, ending: str) -> Answer:
    read = partial(read_deck_order, form=ending, library=here.library, address=asked.address)
    return drawn(here, *posted_view(asked, partial(read, posted=True)))


def _draw_film(here: Served, asked: Asked, ending: str) -> Answer:
    read = partial(read_film_order, form=ending, library=here.library, address=asked.address)
    return drawn(here, *posted_view(asked, partial(read, posted=True)))


def film_under_way(here: Served, view: View, order: FilmOrder) -> Future[Answer]:
    """Film that is made meanwhile, even if nobody waits for it."""
    return FILMING.submit(drawn, here, view, order)


def drawn(here: Served, view: View, order: Wanted) -> Answer:
    """
    Picture, deck or film of a view, drawn now or lately.

    Raises
    ------
    PictureError
        If it cannot be made, or too many are being made already.
    """
    name = file_name(view, order.form, *order.particulars)
    return here.answers.made(
        drawn_key(view, order),
        lambda: answer_of(
            here.studio_of(order).picture(view, order),
            MEDIA_TYPES[order.form],
            saved_as(name) | ({"Content-Security-Policy": DRAWING} if order.form == "svg" else {}),
            packs=order.form == "svg",
        ),
    )


def drawn_key(view: View, order: Wanted) -> tuple[object, ...]:
    """What something drawn is kept under."""
    return view.selection, view.address, view.unread_names, order
