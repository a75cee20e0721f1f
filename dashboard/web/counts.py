"""Every year as each counts it, as a page."""

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.counts.tables import years_html
from dashboard.served import Served
from dashboard.web.answer import page_answered, page_of, refused
from dashboard.web.query import Asked
from dashboard.web.small_page import small_page
from dashboard.words.say import Words
from data.model import Record


async def page(request: Request) -> Response:
    """Page with the counts of the served record."""
    return await page_answered(request, _page, lambda _: refused)


def _page(here: Served, _asked: Asked, lang: str) -> Answer:
    return page_of(counts_page(Words(lang), here.library.record))


def counts_page(words: Words, record: Record) -> Markup:
    """Page of one file with every year as each counts it."""
    title = words.say("counts.title", title=words.say("title"))
    return small_page("web/text.html", words, title=title, content=years_html(words, record))
