"""The page that says how good the derived numbers are."""

from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.html import render
from dashboard.launch.quality import quality_html
from dashboard.look import LOOK
from dashboard.served import Served
from dashboard.web.answer import page_answered, page_of, refused
from dashboard.web.query import Asked
from dashboard.words.say import Words

_WRITER = ThreadPoolExecutor(1, "quality")
"""One thread writes the page, so that what several ask for at once is written once."""


async def page(request: Request) -> Response:
    """Page with the residuals of the served record."""
    return await page_answered(request, _page, lambda _: refused, _WRITER)


def _page(here: Served, _asked: Asked, lang: str) -> Answer:
    words = Words(lang)
    html = render(
        "web/quality.html",
        words,
        title=words.say("quality.title", title=words.say("title")),
        content=quality_html(words, here.library.best),
        look=LOOK,
    )
    return page_of(html)
