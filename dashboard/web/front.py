"""The page's own address: Streamlit's page with our title, card, icon and security policy."""

import base64
import hashlib
import re
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.bundles import (
    BASE_FILES,
    MAP_STYLES,
    PAGE_SCRIPTS,
    PAGE_STYLES,
    map_bundle,
    versioned,
)
from dashboard.html import render
from dashboard.selection.view import View
from dashboard.served import Served, served_already
from dashboard.web.address import address_of
from dashboard.web.answer import HTML, REFUSED, Refuse, answer_of, page_answered, sent
from dashboard.web.card import discovery, picture_query, tags
from dashboard.web.doors import FULL
from dashboard.web.full import full_page
from dashboard.web.policies import SMALL, page_policy
from dashboard.web.query import Asked, page_view
from dashboard.words.say import Words

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
_FONT = re.compile(r'<link\s+rel="preload"[^>]*?as="font"[^>]*>')
"""Streamlit's letters, which our page has none of."""
_LANG = re.compile(r'<html lang="[^"]*">')
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
AGAIN = {"Cache-Control": "no-cache"}
"""It names scripts of Streamlit, which change with its version."""


async def page(request: Request) -> Response:
    """Page that Streamlit fills, with what is said of the view that its link asks for."""
    # Whoever comes first has the page while the record is being read.
    if served_already() is None:
        return _plain(request, Words())
    if request.scope.get("state", {}).get(FULL):
        return await page_answered(request, _full, partial(_anyway, request))
    return await page_answered(request, _page, partial(_anyway, request))


def _anyway(request: Request, words: Words) -> Refuse:
    """The page itself says what is wrong with the record."""
    return lambda _status, _problems: _plain(request, words)


def _plain(request: Request, words: Words) -> Response:
    head = _head(words, title=words.say("title"), tagged=False)
    return sent(_answer(words, head, Markup(), address_of(request)), request.headers)


def _full(here: Served, asked: Asked, lang: str) -> Answer:
    """What new readers get instead; posted links show their card all the same."""
    words = Words(lang)
    said, view = _tagged(words, here, asked)
    tags = render("web/tags.html", words, **said)
    query = view.page_query if asked.query else ""
    again = "?" + asked.query.decode("latin-1")
    html = full_page(words, query, again, tags)
    headers = {"Content-Security-Policy": SMALL, "Cache-Control": REFUSED}
    return answer_of(html.encode(), HTML, headers)


def _page(here: Served, asked: Asked, lang: str) -> Answer:
    words = Words(lang)
    said, view = _tagged(words, here, asked)
    head = _head(words, here.payload(lang).name, tagged=True, **said)
    query = picture_query(words, view)
    seen = render("web/front_no_script.html", words, **said, query=query)
    return _answer(words, head, seen, asked.address)


def _head(words: Words, record: str | None = None, **said: object) -> Markup:
    """Our part of the head, with what of ours is fetched while Streamlit's own scripts are."""
    map_files = (map_bundle(words.lang), MAP_STYLES, *BASE_FILES)
    return render(
        "web/front_head.html",
        words,
        script=versioned(PAGE_SCRIPTS),
        sheet=versioned(PAGE_STYLES),
        ahead=[*map(versioned, map_files), *([record] if record else [])],
        **said,
    )


def _tagged(words: Words, here: Served, asked: Asked) -> tuple[dict[str, Any], View]:
    """What is said of a view to those who show a card, and what of it is shown."""
    view = page_view(asked, here.library)
    vocabulary = here.library.vocabulary
    opened = vocabulary.by_id.get(view.selection.open or "")
    # What is posted with a launch open is about that launch.
    shown = View(view.selection.alone(opened), view.library, view.address) if opened else view
    address = picture = None
    if view.address:
        picture = f"{view.address}/picture.png?{picture_query(words, shown)}"
        address = f"{view.address}/" + (f"?{view.page_query}" if asked.query else "")
    said = tags(words, shown, address, picture, opened)
    said["oembed"] = discovery(view.address, address)
    return said, shown


def _answer(words: Words, head: Markup, seen: Markup, address: str | None) -> Answer:
    """Streamlit's page with our head, and what is seen of it without scripts."""
    text = _LANG.sub(f'<html lang="{words.lang}">', _shell())
    text = _TITLE.sub(lambda _: str(head), text)
    text = _NO_SCRIPT.sub(lambda _: f"<noscript>{seen}</noscript>", text)
    policy = page_policy(address, _hashes())
    headers = AGAIN | {"Content-Security-Policy": policy}
    return answer_of(text.encode(), HTML, headers)


@cache
def _shell() -> str:
    """Streamlit's page without its own icon and letters."""
    found = find_spec("streamlit")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("streamlit")
    page = Path(found.origin).with_name("static") / "index.html"
    return _FONT.sub("", _ICON.sub("", page.read_text(encoding="utf-8")))


@cache
def _hashes() -> tuple[str, ...]:
    """Hashes of the scripts within it, by which alone a policy lets them run."""
    return tuple(
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in _SCRIPT.findall(_shell())
    )
