"""The whole record by address: its tables, what describes them, and the codebook as a page."""

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.dataset.codebook import codebook_html
from dashboard.dataset.files import FILES, Source
from dashboard.selection.query import Refusal
from dashboard.served import Served
from dashboard.web.answer import answer_of, answered, page_answered, page_of, refused, saved_as
from dashboard.web.query import Asked
from dashboard.web.queue import SLOW
from dashboard.web.small_page import small_page
from dashboard.words.say import Words
from data.model import Record

RECORD_FILES = "api/record/"
"""Where the files of the record are, seen from a page beside the dashboard."""


async def file(request: Request) -> Response:
    """File of the whole record, by its name."""
    if request.path_params["name"] not in FILES:
        return refused(404, [Refusal.of("file", "file", allowed=FILES)])
    return await answered(request, _file)


async def codebook(request: Request) -> Response:
    """Page on what each column of the tables holds."""
    return await page_answered(request, _codebook, lambda _: refused, SLOW)


def _file(here: Served, asked: Asked, name: str) -> Answer:
    kind = FILES[name]
    source = Source(here.library.record, here.tables, asked.address)
    content = kind.make(source)
    return answer_of(content, kind.media_type, saved_as(name), packs=kind.packs)


def _codebook(here: Served, _asked: Asked, lang: str) -> Answer:
    return page_of(codebook_page(Words(lang), here.library.record))


def codebook_page(words: Words, record: Record) -> Markup:
    """Page of one file with every column of every table."""
    title = words.say("codebook.title", title=words.say("title"))
    content = codebook_html(words, record, RECORD_FILES)
    return small_page("web/text.html", words, title=title, content=content)
