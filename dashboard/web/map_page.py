"""The map as the page frames it: Streamlit says what is shown, and hears what is chosen on it."""

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.bundles import BASE_FILES, MAP_STYLES, map_bundle, version, versioned
from dashboard.html import render
from dashboard.served import Served
from dashboard.web.answer import page_answered, page_of, refused_page
from dashboard.web.policies import MAP
from dashboard.web.query import Asked
from dashboard.words.say import Words


def map_address(lang: str) -> str:
    """Address of the map in a language, as seen from the page; another one with other scripts."""
    return f"map?lang={lang}&{version(map_bundle(lang))}"


async def map_page(request: Request) -> Response:
    """Page of the map in the language that the query asks for."""
    return await page_answered(request, _page, refused_page)


def _page(_here: Served, _asked: Asked, lang: str) -> Answer:
    words = Words(lang)
    html = render(
        "web/map.html",
        words,
        title=words.say("title"),
        style=versioned(MAP_STYLES),
        script=versioned(map_bundle(lang)),
        files=map(versioned, BASE_FILES),
    )
    return page_of(html, MAP)
