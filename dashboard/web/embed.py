"""The map of a view alone, for a frame in somebody's page."""

from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.bundles import MAP_STYLES, map_bundle, versioned
from dashboard.html import as_json, render
from dashboard.map.layer import map_options, selected_state
from dashboard.map.payload import Payload
from dashboard.selection.view import View, read_posted
from dashboard.served import Served
from dashboard.web.answer import page_answered, page_of, refused_page
from dashboard.web.policies import FRAME
from dashboard.web.query import Asked, posted_view
from dashboard.words.filters import problem_lines
from dashboard.words.say import Words
from dashboard.words.views import caption, title_of


async def embed(request: Request) -> Response:
    """Map of the view that the query asks for."""
    return await page_answered(request, _embed, refused_page)


def _embed(here: Served, asked: Asked, lang: str) -> Answer:
    view, _ = posted_view(asked, partial(read_posted, library=here.library))
    return page_of(embedded(Words(lang), view, here.payload(lang)), FRAME)


def embedded(words: Words, view: View, sent: Payload, root: str = "./") -> Markup:
    """
    Page that holds nothing but the map of a view.

    Parameters
    ----------
    words
        The words of the page.
    view
        What is shown.
    sent
        Payload of the record that the server serves.
    root
        Where the dashboard is, seen from the page.
    """
    closed = view.selection.on_page().changed(open=None)
    link = f"{root}?{urlencode(closed.page_query(view.library.vocabulary.period))}"
    below = caption(words, view.atlas, view.launches, view.selection)
    library = view.library
    at_any_time = view.selection.at_any_time(library.vocabulary.period)
    ids = {launch.id for launch in view.launches}
    within = {each.id for each in at_any_time.pick(library.record.launches, library.reaches)}
    data = {
        "options": map_options(sent),
        "state": selected_state(words, sent, ids, view.selection, within) | {"caption": below},
        "link": link,
    }
    scripts = (map_bundle(words.lang), "standalone/embed.js")
    return render(
        "web/embed.html",
        words,
        title=title_of(words, view),
        root=root,
        styles=[versioned(MAP_STYLES)],
        scripts=map(versioned, scripts),
        link=link,
        problems=problem_lines(words, view.unread),
        data=as_json(data),
    )
