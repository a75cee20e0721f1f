"""Pages of the map that need no server: what they load and what they draw."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from dashboard.bundles import (
    BASE_FILES,
    FILTER_SCRIPT,
    MAP_STYLES,
    SEARCH_SCRIPTS,
    SILENT_BUNDLE,
    STANDALONE_STYLES,
    WORDS_SCRIPT,
    content,
    map_words,
)
from dashboard.look import LOOK
from dashboard.map.payload import build_payload
from dashboard.selection.filters import FALLBACK
from dashboard.selection.library import Library
from dashboard.site.catalogue import catalogue
from dashboard.site.changes import changes
from dashboard.words.say import LANGUAGES, Words
from dashboard.words.search import search_data

SITE_POLICY = (
    "default-src 'none'; base-uri 'self' file:; form-action 'none'; "
    "script-src 'self' file: {scripts}; "
    "style-src 'self' file: 'unsafe-inline'; font-src 'self' file: data:; "
    "img-src 'self' file: data: blob:; connect-src 'self' file:"
)
"""Content-Security-Policy of pages of the site, which open from disk too: there no host is "self".
Scripts within a page are named by their hashes."""
LANGUAGE_SCRIPT = "standalone/language.js"
"""Script that needs the data of the page, and makes them those of its reader's language."""
STYLES = (MAP_STYLES, STANDALONE_STYLES)
SCRIPTS = (
    *("vendor/leaflet/leaflet.js", WORDS_SCRIPT, LANGUAGE_SCRIPT, SILENT_BUNDLE),
    *SEARCH_SCRIPTS,
    *(FILTER_SCRIPT, "standalone/panel.js", "standalone/page.js"),
)
"""Scripts of a page in the order that they need each other."""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FONT = re.compile(r'url\("\.\./fonts/(?!launch-sans-)([\w.-]+\.woff2)"\)')


def map_data(words: Words, library: Library, **own: object) -> dict[str, Any]:
    """
    Everything that a page draws and filters by.

    Parameters
    ----------
    words
        The words of the page.
    library
        The launches that the page can show.
    own
        What else a page brings along: which `filters` it has, where `panels` come from, ...
    """
    return {
        **_in_words(words, library),
        "base": [json.loads(read(path)) for path in BASE_FILES],
        "zones": None,
        "screen": None,
        "start": "",
        "languages": LANGUAGES,
        "look": LOOK,
    } | own


def said(
    data: Mapping[str, Any], words: Words, library: Library, **own: object
) -> dict[str, object]:
    """What a language has otherwise than the data of a page; `own` as for `map_data`."""
    content: dict[str, object] = {"words": map_words(words.lang)}
    if words.lang == FALLBACK:
        return content
    theirs = _in_words(words, library) | own
    # As the browser reads them: no tuple differs from a list there.
    plain = json.loads(json.dumps([{name: data[name] for name in theirs}, theirs]))
    return content | {"changes": changes(*plain)}


def _in_words(words: Words, library: Library) -> dict[str, Any]:
    return {
        "record": build_payload(words, library.atlases).content,
        "catalogue": catalogue(words, library),
        "search": search_data(words, library)
        | {name: words.say(f"search.{name}") for name in ("label", "placeholder")}
        | {"lang": words.lang},
    }


def in_languages(make: Callable[[Words], tuple[str, Markup]]) -> dict[str, object]:
    """Title and elements of a page by language: English ones in it, others to take their place."""
    own, *others = ((words.lang, *make(words)) for words in map(Words, LANGUAGES))
    return {"title": own[1], "elements": own[2], "others": others}


def site_policy(page: Markup) -> str:
    """Policy of a page of the site with the scripts that stand in it."""
    scripts = (
        "'sha256-" + base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() + "'"
        for each in _SCRIPT.findall(page)
    )
    return SITE_POLICY.format(scripts=" ".join(scripts)).replace(" ;", ";")


def read(path: str) -> str:
    """Text of one of our assets."""
    return content(path).decode()


def inline_styles(paths: Iterable[str] = STYLES) -> str:
    """Style sheets as the content of an element, the Latin fonts within."""
    return "".join(_FONT.sub(_font, read(path)) for path in paths)


def beside(sheets: str) -> Markup:
    """Style sheets of a page that has our assets in a folder beside it."""
    return Markup(sheets.replace('"../fonts/', '"assets/fonts/'))  # noqa: S704 - our own


def _font(found: re.Match[str]) -> str:
    font = content(f"fonts/{found[1]}")
    return f'url("data:font/woff2;base64,{base64.b64encode(font).decode()}")'


def inline_scripts(paths: Iterable[str] = SCRIPTS) -> list[Markup]:
    """Scripts as the content of elements, none of which a text within it can end."""
    ended = (read(path).replace("</script", "<\\/script") for path in paths)
    return [Markup(script) for script in ended]  # noqa: S704 - our own scripts
