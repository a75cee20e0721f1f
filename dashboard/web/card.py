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
from dashboard.selection.additions import bare
from dashboard.selection.filters import FALLBACK
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_posted
from dashboard.selection.vocabulary import fold
from dashboard.served import Served
from dashboard.web.answer import FRESH, page_answered, page_of, page_response, refused_page
from dashboard.web.doors import written_path
from dashboard.web.query import Asked, parameters, posted_view
from dashboard.web.small_page import small_page
from dashboard.words.filters import problem_lines, words_of
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
    return await page_answered(request, _share, refused_page)


async def launch(request: Request) -> Response:
    """Card of one launch; an id that it once had leads on for good."""
    request.path_params["id"] = written_path(request).removeprefix("/launch/")
    return await page_answered(request, _launch, refused_page)


def _share(here: Served, asked: Asked, lang: str) -> Answer:
    read = partial(read_posted, library=here.library, address=asked.address)
    view, _ = posted_view(asked, read)
    query = f"?{view.query}" if view.query else ""
    return page_of(
        card(words_of(view.selection, lang), view, f"share{query}", onward=f"./?{view.page_query}")
    )


def _launch(here: Served, asked: Asked, launch_id: str, lang: str) -> Answer | Response:
    library = here.library
    found = library.vocabulary.by_id.get(launch_id)
    if found is None:
        spellings = library.vocabulary.spellings("launch")
        now = spellings.get(fold(launch_id)) or spellings.get(fold(bare(launch_id)))
        if now is not None:
            back = "../" * launch_id.count("/") or "./"
            return RedirectResponse(f"{back}{quote(now)}", 308, {"Cache-Control": FRESH})
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
    address = picture = None
    if view.address:
        address = f"{view.address}/{path}"
        picture = f"{view.address}/picture.png?{picture_query(words, view)}"
    said = tags(words, view, address, picture, opened)
    said["oembed"] = discovery(view.address, address)
    problems = problem_lines(words, view.unread)
    return small_page("web/card.html", words, onward=onward, problems=problems, **said)


def picture_query(words: Words, view: View) -> str:
    """Query of the picture of a card in the language of its words."""
    lang = None if words.lang == FALLBACK else words.lang
    pictured = replace(view, selection=view.selection.changed(lang=lang))
    return "&".join(filter(None, (pictured.query, f"size={PICTURE}")))


def discovery(address: str | None, page: str | None) -> str | None:
    """Address at which `oembed.py` describes how a page of ours is shown in those of others."""
    return f"{address}/oembed?format=json&url={quote(page, safe='')}" if address and page else None


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
        "oembed": None,
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


def _no_launch(words: Words, launch_id: str, record: Record) -> Markup:
    back = "../" * launch_id.count("/")
    return small_page(
        "web/no_launch.html",
        words,
        title=words.say("card.no_launch_title"),
        asked=launch_id[:_LONGEST],
        near=nearest(bare(launch_id), record),
        back=back,
    )
