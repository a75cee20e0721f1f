"""Pages of the map that need no server: what they load, and the frame around it."""

import base64
import gzip
import json
import re
from collections.abc import Iterable
from html import escape
from typing import Any

from dashboard.bundles import (
    MAP_STYLES,
    STANDALONE_STYLES,
    content,
    map_bundle,
)
from dashboard.look import HOME
from dashboard.map.layer import BASE_FILES
from dashboard.map.payload import build_payload
from dashboard.selection.library import Library
from dashboard.site.catalogue import catalogue
from dashboard.words.say import Words
from data.model import Record

STYLES = (
    *("vendor/leaflet/leaflet.css", "fonts/fonts.css"),
    *(MAP_STYLES, STANDALONE_STYLES),
)
SCRIPTS = (
    *("vendor/leaflet/leaflet.js", map_bundle("en")),
    *(f"standalone/{name}.js" for name in ("selection", "filters", "panel", "page")),
)
"""Scripts of a page in the order that they need each other; the last one needs the data too."""
SOURCES = (
    "Launches and figures: CNS North Korea Missile Test Database (James Martin Center / NTI).",
    "Bearings, and the copy read: nagix/nk-missile-tests (Apache-2.0).",
    "Also: CSIS Beyond Parallel, press.",
    "Facts are cited; each statement names its source.",
    "Base map: Natural Earth (public domain). Names: GeoNames (CC BY 4.0).",
    "Map: Leaflet (BSD-2-Clause). Fonts: Source Sans 3 (OFL 1.1).",
    "Tracks are geodesics; impact points and areas are derived.",
    "Coordinates and borders are no statement about sovereignty.",
)
"""Sources and licences of a page, and what it does not say."""
_FONT = re.compile(r'url\("([\w.-]+\.woff2)"\)')
_COLUMNS = ("Date (Korea)", "Missile", "Type", "Site", "Outcome", "On the map")


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
        "home": HOME,
        "base": [json.loads(read(path)) for path in BASE_FILES],
        "record": json.loads(gzip.decompress(build_payload(words, library.atlases).gzipped)),
        "catalogue": catalogue(words, library),
        "zones": None,
        "screen": None,
        "start": "",
    } | own


def read(path: str) -> str:
    """Text of one of our assets."""
    return content(path).decode()


def inline_styles(paths: Iterable[str] = STYLES) -> str:
    """Style sheets as an element, their fonts within."""
    sheets = (_FONT.sub(_font, read(path)) for path in paths)
    return f"<style>\n{''.join(sheets)}</style>\n"


def _font(found: re.Match[str]) -> str:
    font = content(f"fonts/{found[1]}")
    return f'url("data:font/woff2;base64,{base64.b64encode(font).decode()}")'


def inline_scripts(paths: Iterable[str] = SCRIPTS) -> str:
    """Scripts as elements, none of which a text within it can end."""
    scripts = (read(path).replace("</script", "<\\/script") for path in paths)
    return "".join(f"<script>\n{script}</script>\n" for script in scripts)


def map_body(words: Words, foot: str, scripts: str, lead: str = "") -> str:
    """Filters, map, panel and list, with a foot and the scripts that fill them, as HTML."""
    head = "".join(f"<th>{name}</th>" for name in _COLUMNS)
    title = words.say("title")
    return (
        f'<header class="head"><h1>{title}: who stated what</h1>{lead}'
        '<p id="summary" role="status"></p></header>\n'
        '<div class="columns">\n<form id="filters" aria-label="Filters"></form>\n<main>\n'
        '<ul id="problems" aria-label="What the link says wrong"></ul>\n'
        '<p id="empty" class="aside" hidden>No launch matches this selection. '
        "Widen the period or clear a filter.</p>\n"
        '<div id="stage"><div id="map"></div>'
        '<aside id="panel" class="panel" aria-label="The launch opened" hidden></aside></div>\n'
        '</main>\n<section><h2>Launches selected</h2>\n<div class="scroll"><table class="launches">'
        f'<thead><tr>{head}</tr></thead><tbody id="list"></tbody></table></div></section>\n'
        f"</div>\n{foot}"
        "<noscript><p>The map and its filters need JavaScript.</p></noscript>\n"
        f"{scripts}"
    )


def foot(record: Record, *more: str) -> str:
    """Version, sources and licence of the record, and further lines of HTML."""
    lines = (
        f"Record of {escape(record.version)}, read up to {escape(record.covers_to)}.",
        " ".join(SOURCES),
        *more,
    )
    return f'<footer class="foot">{"".join(f"<p>{line}</p>" for line in lines)}</footer>\n'
