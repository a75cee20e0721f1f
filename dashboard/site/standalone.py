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
from dashboard.picture.paper.fonts import FAMILIES, subset
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
_LETTERS = re.compile(r'url\("../fonts/launch-sans-(kr|jp)-400\.woff2"\) format\("woff2"\)')
_EAST_ASIAN = 0x1100
"""First letter that the Latin fonts lack."""
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


def inline_styles(paths: Iterable[str] = STYLES) -> str:
    """Style sheets as the content of an element, the Latin fonts within."""
    return "".join(_FONT.sub(_font, read(path)) for path in paths)


def with_letters(sheets: str, text: str) -> Markup:
    """Style sheets of a page of one file, with the Korean and Japanese letters of its text."""

    def letters(found: re.Match[str]) -> str:
        font = next(
            each["regular"]
            for each in FAMILIES.values()
            if f"-{found[1]}-" in each["regular"].path.name
        )
        drawn = {sign for sign in text if ord(sign) >= _EAST_ASIAN} & font.widths.keys()
        packed = base64.b64encode(subset(font, drawn)).decode()
        return f'url("data:font/woff;base64,{packed}") format("woff")'

    return Markup(_LETTERS.sub(letters, sheets))  # noqa: S704 - our own style sheets


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
