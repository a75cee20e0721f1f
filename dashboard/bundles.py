"""Our assets as the browser gets them, under names by which it may keep them for good."""

import hashlib
import json
from collections.abc import Callable
from functools import cache, partial
from itertools import islice
from typing import Any

from dashboard.asset_files import ASSETS
from dashboard.look import LOOK, properties, quantity_rules
from dashboard.words.say import LANGUAGES, catalogue

WORDS_SCRIPT = "map/words.js"
MAP_SCRIPTS = (
    WORDS_SCRIPT,
    *(
        f"map/{name}.js"
        for name in (
            *("escape", "pick", "polyline", "bundles", "canvas", "points", "crowd"),
            *("backdrop", "labels", "legend", "tally", "flights", "parts"),
            *("screen", "bins", "span", "phases", "around", "strip", "hand", "play"),
            *("view", "gestures", "list", "launchmap"),
        )
    ),
)
"""Scripts of the map in the order that they need each other."""
GROUND_FILE = "base/ground.json"
"""Land and borders as the map draws them, a fourth of what they are as GeoJSON."""
BASE_FILES = (GROUND_FILE, "base/labels.json")
_GROUND_DECIMALS = 3
"""Decimals of a degree, as many as the files have."""
_ONCE = b"if (window.launchConnection) window.launchConnection.renew(); else "
"""Scripts of the page run once; a second time says that the server has other ones."""
SCREEN_LIBRARY = "vendor/modern-screenshot/modern-screenshot.js"
_LEAFLET = "vendor/leaflet/leaflet.js"
_FROM_SCRIPT = "../"
"""Where our assets lie as seen from the script of the map."""
MAP_SECTIONS = (
    *("title", "mark", "count", "type", "map", "strip", "legend", "place", "view", "country"),
    "event_kind",
)
"""What the scripts of the map need of the words."""
SILENT_BUNDLE = "map/silent.js"
"""Scripts of the map but for the words, which a page without a server gives them itself."""
_SCHEME, _EAST_ASIAN = "page/scheme.css", "fonts/hangul-and-kanji.css"
ALTITUDE_BUNDLE = "altitude/all.js"
PANEL_STYLES, TABLE_STYLES = "launch/panel.css", "page/tables.css"
PAGE_SCRIPTS = "page/all.js"
"""Scripts of the components of the page as one file."""
FILTER_SCRIPT = "filters/filters.js"
SEARCH_SCRIPTS = ("standalone/selection.js", "search/search.js", "search/combobox.js")
"""Scripts of the search in the order that they need each other; the first reads days."""
_SHARED_STYLES = (
    *(PANEL_STYLES, "search/search.css", "filters/filters.css"),
    "report/wording.css",
    *("tempo/tempo.css", TABLE_STYLES),
)
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
    files = {
        "base": [_FROM_SCRIPT + versioned(path) for path in BASE_FILES],
        "zones": _FROM_SCRIPT + versioned("zones/zones.geojson"),
        "screen": _FROM_SCRIPT + versioned(SCREEN_LIBRARY),
    }
    words = {"lang": lang, "words": map_words(lang), "look": LOOK, "files": files}
    set_up = json.dumps(words, ensure_ascii=False)
    # Look and words come before the scripts that are drawn and written with them.
    said = f"window.launchMap.setUp({set_up});\n".encode()
    return content(_LEAFLET) + b"\n" + content(WORDS_SCRIPT) + said + _silent_scripts()


def _ground() -> bytes:
    """Rings of land and lines of borders by group, each as a short text."""
    # Loaded when a page is made, not before the server listens.
    import numpy as np  # noqa: PLC0415

    from geo.polyline import encoded  # noqa: PLC0415

    content: dict[str, dict[str, list[list[str]]]] = {}
    for name in ("land", "borders"):
        features = json.loads((ASSETS / "base" / f"{name}.geojson").read_bytes())["features"]
        content[name] = {}
        for feature in features:
            shape = feature["geometry"]["coordinates"]
            parts = shape if name == "land" else [shape]
            lines = [np.array(line)[:, ::-1] for part in parts for line in part]
            texts = iter(encoded(lines, _GROUND_DECIMALS))
            content[name][feature["properties"]["group"]] = [
                list(islice(texts, len(part))) for part in parts
            ]
    return json.dumps(content, separators=(",", ":")).encode()


def _map_styles() -> bytes:
    latin = content("fonts/fonts.css").replace(b'url("', b'url("../fonts/')
    own = _styles("map/launchmap.css", "map/strip.css")
    return content("vendor/leaflet/leaflet.css") + latin + own


def _silent_scripts() -> bytes:
    return b"".join(content(path) for path in MAP_SCRIPTS if path != WORDS_SCRIPT)


def _altitude_scripts() -> bytes:
    return content(WORDS_SCRIPT) + content("altitude/altitude.js")


def _page_scripts() -> bytes:
    parts = (
        "page/files",
        "page/connection",
        "page/borrowed",
        "map/escape",
        "table/table",
        "selected/opening",
        "selected/selected",
    )
    own = (f"{name}.js" for name in (*parts, "filters/component"))
    scripts = b"".join(map(content, (*SEARCH_SCRIPTS, FILTER_SCRIPT, *own)))
    # A page that was opened before the server was renewed is asked to load them beside its own.
    return _ONCE + b"{\n" + scripts + b"}\n"


def shared_styles() -> str:
    """Colours, scheme and letters, which every page of ours has."""
    return properties() + "".join(content(path).decode() for path in (_SCHEME, _EAST_ASIAN))


def _wording_styles() -> bytes:
    return content("report/quantities.css") + quantity_rules().encode()


def _styles(*paths: str) -> bytes:
    return shared_styles().encode() + b"".join(map(content, paths))


BUNDLES: dict[str, Callable[[], bytes]] = {
    **{map_bundle(lang): partial(_map_scripts, lang) for lang in LANGUAGES},
    SILENT_BUNDLE: _silent_scripts,
    ALTITUDE_BUNDLE: _altitude_scripts,
    PAGE_SCRIPTS: _page_scripts,
    "report/wording.css": _wording_styles,
    GROUND_FILE: _ground,
    MAP_STYLES: _map_styles,
    PAGE_STYLES: partial(
        _styles,
        *("fonts/language-names.css", "page/page.css", *_SHARED_STYLES, "report/report.css"),
    ),
    STANDALONE_STYLES: partial(_styles, "standalone/page.css", *_SHARED_STYLES),
}
"""Assets that are made of several files, or with the look and the words, by their path."""
