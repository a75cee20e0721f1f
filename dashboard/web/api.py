"""The HTTP interface: a view in each format, under the names and values of the dashboard's link."""

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.export.events import EVENT_FORMATS
from dashboard.export.formats import FORMATS
from dashboard.selection.file_name import file_name
from dashboard.selection.query import Refusal
from dashboard.selection.view import read_view
from dashboard.served import Served
from dashboard.web.answer import (
    answer_of,
    answered,
    page_answered,
    page_of,
    refused,
    saved_as,
)
from dashboard.web.api_page import api_page
from dashboard.web.openapi import openapi
from dashboard.web.query import Asked, parameters
from dashboard.web.queue import QUICK
from dashboard.words.say import Words


async def launches(request: Request) -> Response:
    """Launches that the query selects, in the format that the path names."""
    if request.path_params["ending"] not in FORMATS:
        return refused(404, [Refusal.of("format", "format", allowed=FORMATS)])
    return await answered(request, _write)


async def events(request: Request) -> Response:
    """Events around the launches, in the format that the path names."""
    if request.path_params["ending"] not in EVENT_FORMATS:
        return refused(404, [Refusal.of("format", "format", allowed=EVENT_FORMATS)])
    return await answered(request, _write_events)


async def description(request: Request) -> Response:
    """Interface in the words of OpenAPI."""
    return await answered(request, _describe, QUICK)


async def page(request: Request) -> Response:
    """Page that teaches the interface."""
    return await page_answered(request, _teach, lambda _: refused)


def _write(here: Served, asked: Asked, ending: str) -> Answer:
    view, _ = read_view(parameters(asked.query), here.library, address=asked.address)
    kind, name = FORMATS[ending], file_name(view, ending)
    return here.answers.made(
        (ending, view.selection, view.address),
        lambda: answer_of(
            kind.write(view), kind.media_type, saved_as(name), packs=not kind.is_packed
        ),
    )


def _write_events(here: Served, _asked: Asked, ending: str) -> Answer:
    kind = EVENT_FORMATS[ending]
    return here.answers.made(
        ("events", ending),
        lambda: answer_of(
            kind.write(here.library.record), kind.media_type, saved_as(f"events.{ending}")
        ),
    )


def _describe(_here: Served, asked: Asked) -> Answer:
    return answer_of(openapi(asked.address), "application/json")


def _teach(_here: Served, asked: Asked, lang: str) -> Answer:
    return page_of(api_page(Words(lang), asked.address))
