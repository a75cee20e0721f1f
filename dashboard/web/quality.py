"""The page that says how good the derived numbers are."""

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.flights.atlas import Atlas
from dashboard.launch.quality import quality_html
from dashboard.served import Served
from dashboard.web.answer import page_answered, page_of, refused
from dashboard.web.query import Asked
from dashboard.web.queue import SLOW
from dashboard.web.small_page import small_page
from dashboard.words.say import Words


async def page(request: Request) -> Response:
    """Page with the residuals of the served record."""
    return await page_answered(request, _page, lambda _: refused, SLOW)


def _page(here: Served, _asked: Asked, lang: str) -> Answer:
    return page_of(quality_page(Words(lang), here.library.best))


def quality_page(words: Words, atlas: Atlas) -> Markup:
    """Page of one file with what the record comes to."""
    title = words.say("quality.title", title=words.say("title"))
    return small_page("web/quality.html", words, title=title, content=quality_html(words, atlas))
