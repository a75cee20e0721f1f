"""`/oembed`: how a link of ours is shown in somebody's page, as https://oembed.com says it."""

from functools import partial
from urllib.parse import urlsplit

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.html import render
from dashboard.picture.paper.sizes import SIZES
from dashboard.selection.additions import bare
from dashboard.selection.query import Refusal
from dashboard.selection.selection import Selection
from dashboard.selection.view import Parameters, View, read_posted
from dashboard.served import Served
from dashboard.web.answer import answer_of, answered, refused
from dashboard.web.card import PICTURE, picture_query
from dashboard.web.query import Asked, page_view, parameters, posted_view
from dashboard.web.queue import QUICK
from dashboard.words.say import Words
from dashboard.words.views import title_of

WIDTH_PX, HEIGHT_PX = 800, 520
"""Size of the frame where nobody asks for a smaller one."""
_LEAST_PX = 200
_KEPT_S = 86400


async def describe(request: Request) -> Response:
    """Frame and picture of the view at the address that the query names."""
    return await answered(request, _describe, QUICK)


def _describe(here: Served, asked: Asked) -> Answer | Response:
    given = parameters(asked.query)
    form, url = (next(iter(given.get(name, ())), "") for name in ("format", "url"))
    if form not in {"", "json"}:
        return refused(501, [Refusal.of("format", "format", allowed="json")])
    view = _view(here, asked.address, url) if asked.address else None
    if view is None or asked.address is None:
        return refused(404, [Refusal.of("url", "foreign", value=url)])
    words = Words(view.selection.lang)
    width, height = (
        _bounded(given, name, most)
        for name, most in (("maxwidth", WIDTH_PX), ("maxheight", HEIGHT_PX))
    )
    query = f"?{view.query}" if view.query else ""
    source = f"{asked.address}/embed{query}"
    picture_width, picture_height = SIZES[PICTURE].pixels
    said = {
        "version": "1.0",
        "type": "rich",
        "title": title_of(words, view),
        "provider_name": words.say("title"),
        "provider_url": f"{asked.address}/",
        "cache_age": _KEPT_S,
        "width": width,
        "height": height,
        "html": str(render("page/frame.html", words, source=source, height=height)).strip(),
        "thumbnail_url": f"{asked.address}/picture.png?{picture_query(words, view)}",
        "thumbnail_width": picture_width,
        "thumbnail_height": picture_height,
    }
    return answer_of(msgspec.json.encode(said), "application/json")


def _bounded(given: Parameters, name: str, most: int) -> int:
    """Size asked for, as far as a map can be read in it."""
    text = next(iter(given.get(name, ())), "")
    return max(_LEAST_PX, min(most, int(text))) if text.isdecimal() and len(text) < 6 else most


def _view(here: Served, address: str, url: str) -> View | None:
    """View of a link of ours; None where it is somebody else's, or of no view."""
    try:
        own, link = urlsplit(address), urlsplit(url)
    except ValueError:
        return None
    if link.netloc != own.netloc or not link.path.startswith(own.path):
        return None
    path = link.path.removeprefix(own.path)
    launch_id = path.removeprefix("/launch/")
    if launch_id != path:
        spellings = here.library.vocabulary.spellings("launch")
        found = here.library.vocabulary.by_id.get(spellings.get(bare(launch_id), ""))
        return View(Selection.of_launch(found), here.library, address) if found else None
    query = Asked(link.query.encode("latin-1", "replace"), address)
    if path in {"", "/"}:
        return page_view(query, here.library)
    if path in {"/share", "/embed"}:
        read = partial(read_posted, library=here.library, address=address)
        return posted_view(query, read)[0]
    return None
