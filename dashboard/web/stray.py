"""Addresses at which nothing is: they lead to the one that was meant, or to the nearest."""

import difflib
from collections.abc import Iterable, Mapping
from itertools import islice

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.dataset.files import FILES
from dashboard.export.events import EVENT_FORMATS
from dashboard.export.formats import FORMATS
from dashboard.picture.paper.sizes import DECK_FORMATS, FILM_FORMATS
from dashboard.picture.paper.sizes import FORMATS as PICTURE_FORMATS
from dashboard.selection.additions import bare
from dashboard.served import Served
from dashboard.web.answer import FRESH, page_answered, page_response, refused_page
from dashboard.web.changes import FEEDS
from dashboard.web.compare_formats import ENDINGS as COMPARED
from dashboard.web.doors import SHARED, way_back, written_path
from dashboard.web.query import Asked
from dashboard.web.small_page import small_page
from dashboard.words.say import Words

NEAREST = 5
"""How many addresses are named to whoever asked for one that is none."""
_LONGEST = 60
"""How much of what was asked for is said again."""
_ENDINGS: Mapping[str, Iterable[str]] = {
    "/api/launches": FORMATS,
    "/changes": FEEDS,
    "/api/events": EVENT_FORMATS,
    "/picture": PICTURE_FORMATS,
    "/deck": DECK_FORMATS,
    "/film": FILM_FORMATS,
    "/compare": COMPARED,
}


def _known() -> list[str]:
    """Addresses that are one each, or one of each format."""
    found = [f"/api/record/{name}" for name in FILES]
    for path in SHARED:
        start, _, place = path.partition(".{")
        if place:
            found += [f"{start}.{ending}" for ending in _ENDINGS[start]]
        elif "{" not in path and path != "/":
            found.append(path)
    return found


KNOWN = _known()


async def stray(request: Request) -> Response:
    """Way to the address that was meant, or a page that names the nearest and leads home."""
    path = written_path(request)
    # Another door may send a request here, with parts of the path of its own.
    request.scope["path_params"] = {"path": path}
    meant = "/" + bare(path).casefold().strip("/")
    if meant in KNOWN or meant == "/":
        query = request.scope["query_string"].decode("latin-1")
        onward = way_back(path) + meant.lstrip("/") + (f"?{query}" if query else "")
        return RedirectResponse(onward, 308, {"Cache-Control": FRESH})
    return await page_answered(request, _no_page, refused_page)


def _no_page(here: Served, _asked: Asked, path: str, lang: str) -> Response:
    words, back = Words(lang), way_back(path)
    html = small_page(
        "web/no_page.html",
        words,
        title=words.say("site.no_page"),
        asked=path[:_LONGEST],
        near=[each.lstrip("/") for each in nearest(path, here)],
        back=back,
    )
    return page_response(html, 404)


def nearest(path: str, here: Served) -> list[str]:
    """Addresses that may have been meant: those that begin so, or else those that look alike."""
    meant = "/" + bare(path)[:_LONGEST].casefold().strip("/")
    if meant in {"/launch", "/launches"}:
        newest = reversed(here.library.record.launches)
        return [f"/launch/{launch.id}" for launch in islice(newest, NEAREST)]
    stem = meant.rpartition(".")[0] or meant
    begun = [each for each in KNOWN if each.startswith(f"{stem}.")]
    return begun[:NEAREST] or difflib.get_close_matches(meant, KNOWN, NEAREST)
