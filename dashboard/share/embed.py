"""The map of a view alone, for a frame in somebody's page."""

from html import escape
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dashboard.map.layer import map_options, selected_state
from dashboard.map.payload import Payload
from dashboard.map.served import payload
from dashboard.own_files import MAP_BUNDLE, versioned
from dashboard.share.answer import FRESH
from dashboard.share.api import parameters
from dashboard.share.caption import caption
from dashboard.share.description import title_of
from dashboard.share.html_page import POLICY, html_page
from dashboard.share.standalone import as_json, page
from dashboard.share.view import QueryError, View, read_view, vocabulary
from data.problem import RecordError

STYLES = ("vendor/leaflet/leaflet.css", "fonts/fonts.css", "map/launchmap.css")
SCRIPTS = ("vendor/leaflet/leaflet.js", MAP_BUNDLE, "standalone/embed.js")
MAP_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
"""Content-Security-Policy: everything comes from this server; any page may hold the frame."""


async def embed(request: Request) -> Response:
    """Map of the view that the query asks for."""
    try:
        return await run_in_threadpool(_embed, request.scope["query_string"])
    except RecordError:
        return _page(html_page("The record has errors and is not served", ""), 503, POLICY)


def _embed(query: bytes) -> Response:
    try:
        view, _ = read_view(parameters(query))
    except QueryError as error:
        listed = "".join(f"<li>{escape(problem)}</li>" for problem in error.problems)
        body = f"<p>A part of this link is not understood:</p><ul>{listed}</ul>"
        return _page(html_page("This map cannot be shown", body), 400, POLICY)
    return _page(embedded(view, payload()), 200, MAP_POLICY)


def embedded(view: View, sent: Payload, root: str = "./") -> bytes:
    """
    Page that holds nothing but the map of a view.

    Parameters
    ----------
    view
        What is shown.
    sent
        Payload of the record that the server serves.
    root
        Where the dashboard is, seen from the page.
    """
    filters = view.selection.query(vocabulary().period)
    query = urlencode([(name, value) for name, value in filters if name != "launch"])
    link = f"{root}{'?' + query if query else ''}"
    words = caption(view.atlas, view.launches, view.selection)
    ids = {launch.id for launch in view.launches}
    data = {
        "options": map_options(sent),
        "state": selected_state(sent, ids, view.selection) | {"caption": words},
        "link": link,
    }
    scripts = "".join(
        f'<script src="{root}assets/{escape(versioned(path))}"></script>\n' for path in SCRIPTS
    )
    styles = "".join(
        f'<link rel="stylesheet" href="{root}assets/{escape(versioned(path))}">\n'
        for path in STYLES
    )
    body = (
        '<div id="map_div"></div>\n'
        f'<a class="map-onward" href="{escape(link)}" target="_top">Open in the dashboard</a>\n'
        f'<script type="application/json" id="launch-data">{as_json(data)}</script>\n{scripts}'
    )
    return page(title_of(view), body, styles)


def _page(content: bytes, status: int, policy: str) -> Response:
    headers = {
        "Cache-Control": FRESH if status == 200 else "no-store",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, status, headers, media_type="text/html")
