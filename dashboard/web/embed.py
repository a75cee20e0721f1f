"""The map of a view alone, for a frame in somebody's page."""

from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from dashboard.bundles import MAP_STYLES, map_bundle, versioned
from dashboard.map.layer import map_options, selected_state
from dashboard.map.payload import Payload
from dashboard.selection.view import View, read_view
from dashboard.served import served
from dashboard.web.api import parameters
from dashboard.web.html_page import as_json, page
from dashboard.web.page_answer import answered, page_response
from dashboard.words.say import Words
from dashboard.words.views import caption, title_of

STYLES = ("vendor/leaflet/leaflet.css", "fonts/fonts.css", MAP_STYLES)
MAP_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
"""Content-Security-Policy: everything comes from this server; any page may hold the frame."""


async def embed(request: Request) -> Response:
    """Map of the view that the query asks for."""
    query = request.scope["query_string"]
    return await answered(_embed, query, refusal="This map cannot be shown")


def _embed(query: bytes) -> Response:
    view, _ = read_view(parameters(query), served().library)
    return page_response(embedded(view, served().payload), policy=MAP_POLICY)


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
    filters = view.selection.query(view.library.vocabulary.period)
    query = urlencode([(name, value) for name, value in filters if name != "launch"])
    link = f"{root}{'?' + query if query else ''}"
    words = Words(view.selection.lang)
    below = caption(words, view.atlas, view.launches, view.selection)
    ids = {launch.id for launch in view.launches}
    data = {
        "options": map_options(sent),
        "state": selected_state(sent, ids, view.selection) | {"caption": below},
        "link": link,
    }
    paths = ("vendor/leaflet/leaflet.js", map_bundle(view.selection.lang), "standalone/embed.js")
    scripts = "".join(
        f'<script src="{root}assets/{escape(versioned(path))}"></script>\n' for path in paths
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
    return page(title_of(words, view), body, styles)
