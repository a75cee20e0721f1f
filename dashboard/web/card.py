"""What a link shows of itself where it is posted: a card with title, picture and words."""

import difflib
from html import escape
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dashboard.selection.selection import Selection
from dashboard.selection.view import View, launch_link, public_address, read_view
from dashboard.served import served
from dashboard.web.answer import FRESH
from dashboard.web.api import parameters
from dashboard.web.html_page import html_page
from dashboard.web.page_answer import answered, page_response
from dashboard.words.say import Words
from dashboard.words.views import described, title_of
from data.korean_day import day_span
from data.model import Launch, Record

PICTURE_WIDTH, PICTURE_HEIGHT = 1200, 630
_LONGEST = 60
"""How much of what was asked for is said again."""
NEAREST = 5
"""How many ids are named to whoever asked for one that is none."""


async def share(request: Request) -> Response:
    """Card of a view, which leads on to the dashboard in the same state."""
    query = request.scope["query_string"]
    return await answered(_share, query, refusal="This link cannot be read", onward=_home("./"))


async def launch(request: Request) -> Response:
    """Card of one launch; an id that it once had leads on for good."""
    return await answered(_launch, request.path_params["id"], refusal="This link cannot be read")


def _share(query: bytes) -> Response:
    view, _ = read_view(parameters(query), served().library)
    address = f"{public_address()}/share{'?' + view.query if view.query else ''}"
    return page_response(card(view, address, onward=f"./{'?' + view.query if view.query else ''}"))


def _launch(launch_id: str) -> Response:
    library = served().library
    found = library.vocabulary.by_id.get(launch_id)
    if found is None:
        if (now := library.record.renamed.get(launch_id)) is not None:
            return RedirectResponse(f"./{quote(now)}", 308, {"Cache-Control": FRESH})
        return page_response(_not_found(launch_id, library.record), 404)
    view = View(Selection.of_launch(found), library)
    return page_response(
        card(view, launch_link(found.id), onward=f"../?{view.query}", opened=found)
    )


def card(view: View, address: str, *, onward: str, opened: Launch | None = None) -> bytes:
    """
    Page whose head is read by those who show a card, and which leads readers on.

    Parameters
    ----------
    view
        What is shown.
    address
        Lasting address of the page.
    onward
        Where the dashboard is, seen from the page.
    opened
        The launch that the page is about, where it is about one.
    """
    said = Words(view.selection.lang)
    title, words = title_of(said, view, opened), described(said, view, opened)
    picture = f"{public_address()}/picture.png?{view.query}{'&' if view.query else ''}size=social"
    head = (
        head_tags(title, words, address, picture)
        + f'<meta http-equiv="refresh" content="0; url={escape(onward)}">\n'
    )
    onward_link = f"<p><a href='{escape(onward)}'>To the map of this selection</a></p>"
    body = f"<p>{escape(words)}</p>\n{onward_link}"
    return html_page(title, body, head)


def head_tags(title: str, words: str, address: str, picture: str | None) -> str:
    """
    Tags of a page that Open Graph, X and search engines read.

    Parameters
    ----------
    title, words
        What is on the page, as plain text.
    address
        Lasting address of the page.
    picture
        Address of its picture, if it has one.
    """
    tags = {
        "og:title": title,
        "og:description": words,
        "og:type": "website",
        "og:site_name": Words().say("title"),
        "og:locale": "en_GB",
        "og:url": address,
    }
    named = {
        "description": words,
        "twitter:card": "summary_large_image" if picture else "summary",
        "twitter:title": title,
        "twitter:description": words,
    }
    if picture:
        tags |= {
            "og:image": picture,
            "og:image:type": "image/png",
            "og:image:width": str(PICTURE_WIDTH),
            "og:image:height": str(PICTURE_HEIGHT),
            "og:image:alt": f"Map: {words}",
        }
        named |= {"twitter:image": picture, "twitter:image:alt": f"Map: {words}"}
    head = [
        *(f'<meta property="{name}" content="{escape(said)}">' for name, said in tags.items()),
        *(f'<meta name="{name}" content="{escape(said)}">' for name, said in named.items()),
        f'<link rel="canonical" href="{escape(address)}">',
    ]
    return "\n".join(head) + "\n"


def nearest(launch_id: str, record: Record) -> list[str]:
    """Ids that may have been meant: those of the days around, or else those that look alike."""
    known = [one.id for one in record.launches]
    span = day_span(launch_id.rpartition("-")[0]) or day_span(launch_id)
    if span is None:
        return difflib.get_close_matches(launch_id[:_LONGEST], known, NEAREST)
    near = sorted(record.launches, key=lambda one: (abs(one.first_day - span[0]), one.id))
    return sorted(one.id for one in near[:NEAREST])


def _not_found(launch_id: str, record: Record) -> bytes:
    body = (
        f"<p>The record has no launch “{escape(launch_id[:_LONGEST])}”. An id is the Korean date "
        "and a running number, such as 2022-01-05-1.</p>"
    )
    # Links are relative to the page, and there is no telling where one with a slash lies.
    if "/" not in launch_id:
        known = [escape(each) for each in nearest(launch_id, record)]
        near = "".join(f"<li><a href='{each}'>{each}</a></li>" for each in known)
        body += (f"<p>The nearest are:</p><ul>{near}</ul>" if near else "") + _home("../")
    return html_page("No such launch", body)


def _home(onward: str) -> str:
    return f"<p><a href='{onward}'>To the dashboard</a></p>"
