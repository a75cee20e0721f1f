"""Pages of the map that need no server: what they load and what they draw."""

import base64
import gzip
import json
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from dashboard.bundles import MAP_STYLES, STANDALONE_STYLES, content, map_bundle
from dashboard.look import HOME
from dashboard.map.layer import BASE_FILES
from dashboard.map.payload import build_payload
from dashboard.selection.library import Library
from dashboard.site.catalogue import catalogue
from dashboard.words.say import Words

STYLES = (
    *("vendor/leaflet/leaflet.css", "fonts/fonts.css"),
    *(MAP_STYLES, STANDALONE_STYLES),
)
SCRIPTS = (
    *("vendor/leaflet/leaflet.js", map_bundle("en")),
    *(f"standalone/{name}.js" for name in ("selection", "filters", "panel", "page")),
)
"""Scripts of a page in the order that they need each other; the last one needs the data too."""
_FONT = re.compile(r'url\("([\w.-]+\.woff2)"\)')


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


def inline_styles(paths: Iterable[str] = STYLES) -> Markup:
    """Style sheets as the content of an element, their fonts within."""
    sheets = (_FONT.sub(_font, read(path)) for path in paths)
    return Markup("").join(map(Markup, sheets))


def _font(found: re.Match[str]) -> str:
    font = content(f"fonts/{found[1]}")
    return f'url("data:font/woff2;base64,{base64.b64encode(font).decode()}")'


def inline_scripts(paths: Iterable[str] = SCRIPTS) -> list[Markup]:
    """Scripts as the content of elements, none of which a text within it can end."""
    ended = (read(path).replace("</script", "<\\/script") for path in paths)
    return [Markup(script) for script in ended]  # noqa: S704 - our own scripts
