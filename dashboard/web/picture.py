"""`/picture.*`, `/deck.*` and `/film.*`: what is drawn of a view, under the names of its link."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.picture.order import read_deck_order, read_film_order, read_order
from dashboard.picture.paper.sizes import DECK_FORMATS, FILM_FORMATS, FORMATS
from dashboard.picture.studio import FilmOrder, Wanted, draw
from dashboard.selection.file_name import file_name
from dashboard.selection.language import language
from dashboard.selection.query import Refusal
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.served import Served
from dashboard.web.answer import LATER, Maker, answer_of, refused, saved_as, unless_busy
from dashboard.web.apart import made_apart
from dashboard.web.policies import DRAWING
from dashboard.web.query import Asked, posted_view
from dashboard.web.queue import FILMS, QUEUE, SLOW, FullError, Pool
from dashboard.words.say import Words
from dashboard.workers.process import LateError
from dashboard.workers.work import tell

if TYPE_CHECKING:
    from concurrent.futures import Future

_log = logging.getLogger(__name__)
MEDIA_TYPES: Mapping[str, str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "mp4": "video/mp4",
    "webp": "image/webp",
}


async def picture(request: Request) -> Response:
    """Picture that the query asks for, in the format that the path names."""
    return await given(request, FORMATS, _draw)


async def deck(request: Request) -> Response:
    """Slides that the query asks for, in the format that the path names."""
    return await given(request, DECK_FORMATS, _draw_deck)


async def film(request: Request) -> Response:
    """Film that the query asks for, in the format that the path names."""
    return await given(request, FILM_FORMATS, _draw_film, FILMS)


async def given(
    request: Request, formats: Sequence[str], make: Maker, pool: Pool = SLOW
) -> Response:
    """Drawn file of one of these formats, or why there is none."""
    if request.path_params["ending"] not in formats:
        # It knows every address, and so loads all that writes files.
        from dashboard.web.stray import stray  # noqa: PLC0415

        return await stray(request)
    try:
        return await unless_busy(request, make, pool)
    except Exception as error:  # noqa: BLE001 - whatever it is, the reader is told that there is none
        named = parse_qs(request.scope["query_string"].decode("latin-1")).get("lang", [])
        why = Refusal("picture", "said", {"sentence": why_not(error, pool, language(named, ""))})
        busy = isinstance(error, FullError)
        return refused(503 if busy else 500, [why], LATER if busy else {})


def why_not(error: Exception, pool: Pool, lang: str) -> str:
    """Sentence on why there is no picture or film; operators are told of what failed."""
    words, errors = Words(lang), "film.error" if pool is FILMS else "picture.error"
    if isinstance(error, FullError):
        return words.say(f"{errors}.busy")
    _log.error("drawing failed", exc_info=error)
    if isinstance(error, LateError):
        return words.say(f"{errors}.too_long", seconds=pool.job_s)
    return words.say(f"{errors}.not_drawn")


def _draw(here: Served, asked: Asked, ending: str) -> Answer:
    read = partial(read_order, form=ending, library=here.library, address=asked.address)
    return draw_kept(here, *posted_view(asked, partial(read, posted=True)))


def _draw_deck(here: Served, asked: Asked, ending: str) -> Answer:
    read = partial(read_deck_order, form=ending, library=here.library, address=asked.address)
    return draw_kept(here, *posted_view(asked, partial(read, posted=True)))


def _draw_film(here: Served, asked: Asked, ending: str) -> Answer:
    read = partial(read_film_order, form=ending, library=here.library, address=asked.address)
    return draw_kept(here, *posted_view(asked, partial(read, posted=True)))


class PictureError(RuntimeError):
    """A picture that could not be made, with the reason in the language it was asked for in."""


def drawn(here: Served, view: View, order: Wanted) -> Answer:
    """
    Picture, deck or film of a view, drawn now or lately.

    Raises
    ------
    PictureError
        If it cannot be made, or too many are being made already.
    """
    return here.answers.get(drawn_key(view, order)) or outcome(under_way(here, view, order), order)


def under_way(here: Served, view: View, order: Wanted) -> "Future[Answer]":
    """
    Picture, deck or film that is made meanwhile, even if nobody waits for it.

    Raises
    ------
    PictureError
        If too many are being made already.
    """
    key = drawn_key(view, order)

    def make() -> Answer:
        # The view without its library, of which the other process has its own.
        given = (view.selection, view.address, view.unread, order)
        told = partial(QUEUE.tell, (key, here))
        made = made_apart(here, _pool_of(order), _draw_ordered, *given, told=told)
        here.answers.keep(key, made)
        return made

    try:
        return QUEUE.begun((key, here), make, _pool_of(order))
    except FullError as error:
        raise PictureError(why_not(error, _pool_of(order), order.lang)) from error


def outcome(making: "Future[Answer]", order: Wanted) -> Answer:
    """
    What is being made, once it is made.

    Raises
    ------
    PictureError
        If it cannot be made.
    """
    try:
        return making.result()
    except Exception as error:
        raise PictureError(why_not(error, _pool_of(order), order.lang)) from error


def share_made(here: Served, view: View, order: Wanted) -> float:
    """Share that is done of what is under way."""
    return QUEUE.share((drawn_key(view, order), here))


def _pool_of(order: Wanted) -> Pool:
    return FILMS if isinstance(order, FilmOrder) else SLOW


def _draw_ordered(
    here: Served,
    selection: Selection,
    address: str | None,
    unread: tuple[Refusal, ...],
    order: Wanted,
) -> Answer:
    return draw_kept(here, View(selection, here.library, address, unread), order)


def draw_kept(here: Served, view: View, order: Wanted) -> Answer:
    """Picture, deck or film of a view, drawn here now or lately."""
    name = file_name(view, order.form, *order.particulars)
    return here.answers.made(
        drawn_key(view, order),
        lambda: answer_of(
            draw(view, order, tell),
            MEDIA_TYPES[order.form],
            saved_as(name) | ({"Content-Security-Policy": DRAWING} if order.form == "svg" else {}),
            packs=order.form == "svg",
        ),
    )


def drawn_key(view: View, order: Wanted) -> tuple[object, ...]:
    """What something drawn is kept under."""
    return view.selection, view.address, view.unread_names, order
