"""`/search.json`: the index that the page is searched by, with the words of its results."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.selection.filters import FALLBACK
from dashboard.selection.view import read_view
from dashboard.served import Served
from dashboard.web.answer import answer_of, answered
from dashboard.web.query import Asked, parameters
from dashboard.web.queue import QUICK
from dashboard.words.say import Words
from dashboard.words.search import search_data


async def index(request: Request) -> Response:
    """Index in the language that the query names."""
    return await answered(request, _index, QUICK)


def _index(here: Served, asked: Asked) -> Answer:
    view, _ = read_view(parameters(asked.query), here.library)
    lang = next(iter(view.selection.chosen("lang")), FALLBACK)
    return here.answers.made(
        ("search", lang),
        lambda: answer_of(
            msgspec.json.encode(search_data(Words(lang), here.library)), "application/json"
        ),
    )
