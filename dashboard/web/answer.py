"""The one way to answer: made away from everybody else's requests, kept, not sent twice."""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from urllib.parse import parse_qs

import msgspec
from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from dashboard.answers import Answer
from dashboard.selection.language import language
from dashboard.selection.query import Refusal
from dashboard.selection.view import QueryError
from dashboard.served import Served, served, served_already
from dashboard.web.address import address_of
from dashboard.web.apart import made_apart
from dashboard.web.byte_range import part_of
from dashboard.web.doors import ACCEPTED
from dashboard.web.full import full_page
from dashboard.web.policies import SMALL
from dashboard.web.query import Asked
from dashboard.web.queue import QUEUE, QUICK, RETRY_S, SLOW, FullError, Pool
from dashboard.web.small_page import small_page
from dashboard.words.filters import refusal_words
from dashboard.words.say import Words
from dashboard.workers.process import WorkError
from data.problem import RecordError

FRESH = "public, max-age=300"
"""A new record reaches every reader within five minutes."""
REFUSED = "no-store"
LATER = {"Retry-After": str(RETRY_S)}
VARIES = "Accept-Encoding, X-Forwarded-Host, X-Forwarded-Proto"
"""What an answer depends on: a proxy keeps nothing under an address that somebody made up."""
ANYONE = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}
HTML = "text/html; charset=utf-8"
_log = logging.getLogger(__name__)
_CONDITIONS = StaticFiles()
"""Starlette's own reading of conditional requests."""

Maker = Callable[..., Answer | Response]
"""Function of a module that makes an answer of what is served, what is asked and the parts of the
path; only answers are kept."""
Refuse = Callable[[int, Sequence[Refusal]], Response]


class Problem(msgspec.Struct):
    """A part of a request that is wrong."""

    parameter: str
    message: str


class Errors(msgspec.Struct):
    """What is wrong with a request."""

    errors: list[Problem]


async def answered(request: Request, make: Maker, pool: Pool = SLOW) -> Response:
    """
    Response that is kept, or made apart and kept.

    Parameters
    ----------
    request
        What is asked.
    make
        What makes the answer.
    pool
        Threads that wait for it.
    """
    try:
        return await unless_busy(request, make, pool)
    except (FullError, WorkError) as error:
        told_of(error)
        return refused(503, [Refusal.of("server", "busy", seconds=str(RETRY_S))], LATER)


async def unless_busy(request: Request, make: Maker, pool: Pool) -> Response:
    """
    Response that is kept, or made apart and kept.

    Raises
    ------
    FullError
        If too much is being made already.
    WorkError
        If making it takes too long, or the machine ended the process that was at it.
    """
    return await _answered(request, make, tuple(request.path_params.values()), refused, pool)


def told_of(error: FullError | WorkError) -> None:
    """Tell operators of work that came to nothing; queues that are full are counted."""
    if isinstance(error, WorkError):
        _log.error("nothing came of a job", exc_info=error)


async def page_answered(
    request: Request, make: Maker, refuse: Callable[[Words], Refuse], pool: Pool = QUICK
) -> Response:
    """
    Page in the language of its reader, kept or made as any answer.

    Parameters
    ----------
    request
        What is asked.
    make
        What makes the page, given the language behind the parts of the path.
    refuse
        What says in those words why there is none.
    pool
        Threads that wait for it.
    """
    named = parse_qs(request.scope["query_string"].decode("latin-1")).get("lang", [])
    lang = language(named, request.headers.get("accept-language", ""))
    path = (*request.path_params.values(), lang)
    try:
        response = await _answered(request, make, path, refuse(Words(lang)), pool)
    except (FullError, WorkError) as error:
        told_of(error)
        again = "?" + request.scope["query_string"].decode("latin-1")
        response = page_response(full_page(Words(lang), "", again), 503, LATER)
    response.headers["Content-Language"] = lang
    response.headers["Vary"] = f"{VARIES}, Accept-Language"
    return response


async def _answered(
    request: Request, make: Maker, path: tuple[str, ...], refuse: Refuse, pool: Pool
) -> Response:
    asked = Asked(request.scope["query_string"], address_of(request))
    known = served_already()
    answer = known.answers.get((make, asked, path)) if known else None
    if answer is None:
        key = (make, asked, path, known)
        try:
            made = await QUEUE.made(key, partial(_made, pool, make, asked, path), pool)
        except QueryError as error:
            return refuse(400, error.problems)
        except RecordError:
            return refuse(503, [Refusal.of("record", "record")])
        if isinstance(made, Response):
            return made
        answer = made
    return sent(answer, request.headers, request.scope.get("state", {}).get(ACCEPTED))


def _made(pool: Pool, make: Maker, asked: Asked, path: tuple[str, ...]) -> Answer | Response:
    # What is made of a record is kept with that record, though it may be forgotten meanwhile.
    here: Served = served()
    made = made_apart(here, pool, make, asked, *path)
    if isinstance(made, Answer):
        length = len(asked.query) + len(asked.address or "") + sum(map(len, path))
        here.answers.keep((make, asked, path), made, length)
    return made


def answer_of(
    content: bytes,
    media_type: str,
    headers: Mapping[str, str] = MappingProxyType({}),
    *,
    packs: bool = True,
) -> Answer:
    """
    Answer that anybody may read and keep for a while.

    Parameters
    ----------
    content
        What is in it.
    media_type
        Its type, with the character set where there is one.
    headers
        What else is said of it.
    packs
        Whether it gets smaller by packing; an image, say, does not.
    """
    shared = {"Content-Type": media_type, "Cache-Control": FRESH, "Vary": VARIES}
    return Answer.of(content, ANYONE | shared | dict(headers), packs=packs)


def saved_as(name: str) -> dict[str, str]:
    """Header with the name under which a browser saves an answer."""
    return {"Content-Disposition": f'inline; filename="{name}"'}


def page_of(html: Markup, policy: str = SMALL) -> Answer:
    """Answer of a page that runs nothing alien."""
    return answer_of(html.encode(), HTML, {"Content-Security-Policy": policy})


def sent(answer: Answer, asked: Headers, accepted: str | None = None) -> Response:
    """
    Response to a request: whole, packed, a part of it, or that nothing has changed.

    Parameters
    ----------
    answer
        What is sent.
    asked
        Headers of the request.
    accepted
        Encodings that it accepts, where its headers do not say so any more.
    """
    content, headers = answer.content, dict(answer.headers) | {"ETag": f'"{answer.tag}"'}
    accepted = asked.get("accept-encoding", "") if accepted is None else accepted
    # Who asks for a part knows the file as it is, and counts its bytes.
    if answer.packed is not None and "range" not in asked and accepts_gzip(accepted):
        # A strong tag names bytes: what is packed has its own.
        headers |= {"ETag": f'"{answer.tag}-gzip"', "Content-Encoding": "gzip"}
        content = answer.packed
    else:
        headers["Accept-Ranges"] = "bytes"
    response = Response(content, headers=headers)
    if _CONDITIONS.is_not_modified(response.headers, asked):
        return Response(status_code=304, headers=headers)
    # A part of another version would spoil what is there already.
    if asked.get("if-range", headers["ETag"]) == headers["ETag"]:
        return part_of(content, asked.get("range", ""), headers) or response
    return response


def refused(
    status: int,
    problems: Sequence[Refusal],
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    """Response that names each part of a request that is wrong, and what is allowed."""
    words = Words()
    errors = Errors([Problem(each.parameter, refusal_words(words, each)) for each in problems])
    all_headers = ANYONE | {"Cache-Control": REFUSED} | dict(headers)
    content = msgspec.json.encode(errors)
    return Response(content, status, all_headers, media_type="application/json")


def refused_page(words: Words) -> Refuse:
    """Page in place of one that cannot be made of a record with errors, in words of its reader."""
    html = partial(small_page, "web/refused.html", words, title=words.say("card.record_has_errors"))
    return lambda status, _problems: page_response(html(), status)


def page_response(
    html: Markup, status: int, headers: Mapping[str, str] = MappingProxyType({})
) -> Response:
    """Response with a page that nobody keeps."""
    own = ANYONE | {"Cache-Control": REFUSED, "Content-Security-Policy": SMALL}
    return Response(html.encode(), status, own | dict(headers), media_type="text/html")


def accepts_gzip(accepted: str) -> bool:
    """
    Whether an Accept-Encoding header takes gzip.

    Examples
    --------
    >>> accepts_gzip("br, gzip;q=0.5"), accepts_gzip("gzip;q=0, br")
    (True, False)
    """
    for part in accepted.split(","):
        name, _, weight = part.strip().partition(";")
        if name.strip().casefold() == "gzip":
            value = weight.strip().casefold().removeprefix("q=")
            return not value or value.strip("0.") != ""
    return False
