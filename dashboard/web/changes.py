"""What each version of the record changed: a page, and the feeds of it."""

from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.news.changes import changes_html
from dashboard.news.feeds import Place, atom, json_feed
from dashboard.selection.filters import FALLBACK
from dashboard.selection.language import language
from dashboard.selection.query import Refusal
from dashboard.served import Served
from dashboard.web.answer import answer_of, answered, page_answered, page_of, refused, saved_as
from dashboard.web.query import Asked, parameters
from dashboard.web.small_page import small_page
from dashboard.words.say import Words
from data.model import Record

FEEDS = {
    "atom": (atom, "application/atom+xml; charset=utf-8"),
    "json": (json_feed, "application/feed+json; charset=utf-8"),
}
"""Feeds by the ending of their address."""


async def page(request: Request) -> Response:
    """Page with what each version changed."""
    return await page_answered(request, _page, lambda _: refused)


async def feed(request: Request) -> Response:
    """Feed of new and revised launches; in English unless the address says otherwise."""
    if request.path_params["ending"] not in FEEDS:
        return refused(404, [Refusal.of("format", "format", allowed=FEEDS)])
    return await answered(request, _feed)


def _page(here: Served, _asked: Asked, lang: str) -> Answer:
    return page_of(changes_page(Words(lang), here.library.record))


def changes_page(words: Words, record: Record) -> Markup:
    """Page of one file with what each version of a record changed."""
    query = "" if words.lang == FALLBACK else f"?lang={words.lang}"
    feeds = {name: f"changes.{name}{query}" for name in FEEDS}
    return small_page(
        "web/changes.html",
        words,
        title=words.say("news.feed", title=words.say("title")),
        query=query,
        content=changes_html(
            words,
            record,
            lambda launch_id: f"launch/{quote(launch_id)}{query}",
            feeds | {"ics": f"api/launches.ics{query}"},
        ),
    )


def _feed(here: Served, asked: Asked, ending: str) -> Answer:
    words = Words(language(parameters(asked.query).get("lang", ()), ""))
    write, media_type = FEEDS[ending]
    query = "" if words.lang == FALLBACK else f"?lang={words.lang}"
    place = asked.address and Place(
        f"{asked.address}/changes.{ending}{query}",
        f"{asked.address}/changes{query}",
        lambda launch_id: f"{asked.address}/launch/{quote(launch_id)}{query}",
    )
    content = write(words, here.library.record, place or None)
    return answer_of(content, media_type, saved_as(f"changes.{ending}"))
