"""What a link shows of itself where it is posted: a card with title, picture and words."""

import difflib
from dataclasses import replace
from functools import partial
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.answers import Answer
from dashboard.dataset.schema_org import dataset, launch_dataset
from dashboard.html import as_json
from dashboard.picture.paper.sizes import SIZES
from dashboard.selection.filters import FALLBACK
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_view
from dashboard.selection.vocabulary import fold
from dashboard.served import Served
from dashboard.web.answer import FRESH, Refuse, page_answered, page_of, page_response, refused_page
from dashboard.web.query import Asked, parameters
from dashboard.web.small_page import small_page
from dashboard.words.say import Words
from dashboard.words.views import described, title_of
from data.korean_day import day_span
from data.model import Launch, Record

PICTURE = "social"
"""Size of the picture of a card."""
_LONGEST = 60
"""How much of what was asked for is said again."""
NEAREST = 5
"""How many ids are named to whoever asked for one that is none."""


async def share(request: Request) -> Response:
    """Card of a view, which leads on to the dashboard in the same state."""
    return await page_answered(request, _share, partial(_unread, onward="./"))


async def launch(request: Request) -> Response:
    """Card of one launch; an id that it once had leads on for good."""
    return await page_answered(request, _launch, _unread)


def _share(here: Served, asked: Asked, lang: str) -> Answer:
    view, _ = read_view(parameters(asked.query), here.library, address=asked.address)
    query = f"?{view.query}" if view.query else ""
    return page_of(card(Words(lang), view, f"share{query}", onward=f"./?{view.page_query}"))


def _launch(here: Served, asked: Asked, launch_id: str, lang: str) -> Answer | Response:
    library = here.library
    found = library.vocabulary.by_id.get(launch_id)
    if found is None:
        if (now := library.vocabulary.spellings("launch").get(fold(launch_id))) is not None:
            return RedirectResponse(f"./{quote(now)}", 308, {"Cache-Control": FRESH})
        return page_response(_no_launch(Words(lang), launch_id, library.record), 404)
    # Of the query it is the language alone that changes the page, and it goes along.
    named = lang if "lang" in parameters(asked.query) else None
    view = View(Selection.of_launch(found).changed(lang=named), library, asked.address)
    words, path = Words(lang), f"launch/{found.id}"
    return page_of(card(words, view, path, onward=f"../?{view.page_query}", opened=found))


def card(
    words: Words, view: View, path: str, *, onward: str, opened: Launch | None = None
) -> Markup:
    """
    Page whose head is read by those who show a card, and which leads readers on.

    Parameters
    ----------
    words
        The words of the page.
    view
        What is shown.
    path
        Where the page is, below the address of the dashboard.
    onward
        Where the dashboard is, seen from the page.
    opened
        The launch that the page is about, where it is about one.
    """
    lang = None if words.lang == FALLBACK else words.lang
    pictured = replace(view, selection=view.selection.changed(lang=lang))
    query = "&".join(filter(None, (pictured.query, f"size={PICTURE}")))
    address = picture = None
    if view.address:
        address, picture = f"{view.address}/{path}", f"{view.address}/picture.png?{query}"
    said = tags(words, view, address, picture, opened)
    return small_page("web/card.html", words, onward=onward, **said)


def tags(
    words: Words,
    view: View,
    address: str | None,
    picture: str | None,
    opened: Launch | None = None,
) -> dict[str, object]:
    """
    Return what `web/tags.html` says to Open Graph, X and search engines.

    Parameters
    ----------
    words
        The words of the page.
    view
        What is shown.
    address
        Lasting address of the page, if it is known.
    picture
        Address of its picture, if it has one.
    opened
        The launch that the page is about, where it is about one.
    """
    record = view.library.record
    width, height = SIZES[PICTURE].pixels
    return {
        "title": title_of(words, view, opened),
        "described": described(words, view, opened),
        "address": address,
        "picture": picture,
        "width": width,
        "height": height,
        "dataset": as_json(
            launch_dataset(words, opened, record, view.address, address)
            if opened
            else dataset(words, record, view.address)
        ),
    }


def nearest(launch_id: str, record: Record) -> list[str]:
    """Ids that may have been meant: those of the days around, or else those that look alike."""
    known = [one.id for one in record.launches]
    span = day_span(launch_id.rpartition("-")[0]) or day_span(launch_id)
    if span is None:
        return difflib.get_close_matches(launch_id[:_LONGEST], known, NEAREST)
    near = sorted(record.launches, key=lambda one: (abs(one.first_day - span[0]), one.id))
    return sorted(one.id for one in near[:NEAREST])


def _unread(words: Words, onward: str | None = None) -> Refuse:
    return refused_page(words, words.say("card.link_unread"), onward)


def _no_launch(words: Words, launch_id: str, record: Record) -> Markup:
    # Links are relative to the page, and there is no telling where one with a slash lies.
    below = "/" in launch_id
    return small_page(
        "web/no_launch.html",
        words,
        title=words.say("card.no_launch_title"),
        asked=launch_id[:_LONGEST],
        near=() if below else nearest(launch_id, record),
        onward=None if below else "../",
    )
