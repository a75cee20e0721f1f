"""Our assets as the browser gets them, under names by which it may keep them for good."""

import hashlib
import json
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from dashboard.asset_files import ASSETS
from dashboard.look import LOOK, properties
from dashboard.words.say import LANGUAGES, catalogue

WORDS_SCRIPT = "map/words.js"
MAP_SCRIPTS = (
    WORDS_SCRIPT,
    *(
        f"map/{name}.js"
        for name in (
            *("pick", "canvas", "backdrop", "labels", "legend", "flights", "screen"),
            *("view", "gestures", "launchmap"),
        )
    ),
)
"""Scripts of the map in the order that they need each other."""
MAP_SECTIONS = ("title", "count", "type", "map", "legend", "place", "view")
"""What the scripts of the map need of the words."""
SILENT_BUNDLE = "map/silent.js"
"""Scripts of the map but for the words, which a page without a server gives them itself."""
EAST_ASIAN = "fonts/hangul-and-kanji.css"
ALTITUDE_BUNDLE = "altitude/all.js"
PANEL_STYLES = "launch/panel.css"
SEARCH_BUNDLE = "search/all.js"
SEARCH_SCRIPTS = ("standalone/selection.js", "search/search.js", "search/combobox.js")
"""Scripts of the search in the order that they need each other; the first reads days."""
_SEARCH_STYLES = "search/search.css"
_REPORT_STYLES, _QUANTITY_STYLES = "report/report.css", "report/quantities.css"
MAP_STYLES, PAGE_STYLES, STANDALONE_STYLES = (
    f"{room}/all.css" for room in ("map", "page", "standalone")
)


def map_bundle(lang: str) -> str:
    """Path of the scripts of the map with their words as one file: fewer files load faster."""
    return f"map/all-{lang}.js"


@cache
def content(path: str) -> bytes:
    """Bytes of an asset."""
    made = BUNDLES.get(path)
    return made() if made else (ASSETS / path).read_bytes()


@cache
def version(path: str) -> str:
    """Query that names the content of an asset, such as `v=0e8304c6`."""
    return "v=" + hashlib.sha256(content(path)).hexdigest()[:8]


def versioned(path: str) -> str:
    """Path of an asset with its version, which changes with its content."""
    return f"{path}?{version(path)}"


def map_words(lang: str) -> dict[str, Any]:
    """Sections of the words that the scripts of the map need."""
    return {name: catalogue(lang)[name] for name in MAP_SECTIONS}


def _map_scripts(lang: str) -> bytes:
    words = {"lang": lang, "words": map_words(lang), "look": LOOK}
    set_up = json.dumps(words, ensure_ascii=False)
    # Look and words come before the scripts that are drawn and written with them.
    said = f"window.launchMap.setUp({set_up});\n".encode()
    return content(WORDS_SCRIPT) + said + _silent_scripts()


def _silent_scripts() -> bytes:
    return b"".join(content(path) for path in MAP_SCRIPTS if path != WORDS_SCRIPT)


def _altitude_scripts() -> bytes:
    return content(WORDS_SCRIPT) + content("altitude/altitude.js")


def _search_scripts() -> bytes:
    return b"".join(map(content, (*SEARCH_SCRIPTS, "search/component.js")))


def _styles(*paths: str) -> bytes:
    return properties().encode() + b"".join(map(content, (EAST_ASIAN, *paths)))


BUNDLES: dict[str, Callable[[], bytes]] = {
    **{map_bundle(lang): partial(_map_scripts, lang) for lang in LANGUAGES},
    SILENT_BUNDLE: _silent_scripts,
    ALTITUDE_BUNDLE: _altitude_scripts,
    SEARCH_BUNDLE: _search_scripts,
    MAP_STYLES: partial(_styles, "map/launchmap.css"),
    PAGE_STYLES: partial(
        _styles,
        *("fonts/language-names.css", "page/page.css", PANEL_STYLES, _SEARCH_STYLES),
        *(_REPORT_STYLES, _QUANTITY_STYLES),
    ),
    STANDALONE_STYLES: partial(
        _styles, "standalone/page.css", PANEL_STYLES, _SEARCH_STYLES, _QUANTITY_STYLES
    ),
}
"""Assets that are made of several files, or with the look and the words, by their path."""
