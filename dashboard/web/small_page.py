"""Pages of one file, which load nothing: their look and the letters they need are within."""

import base64
import re

from markupsafe import Markup

from dashboard.bundles import TABLE_STYLES, content, shared_styles
from dashboard.html import render
from dashboard.picture.paper.fonts import FAMILIES, subset
from dashboard.words.say import Words

_EAST_ASIAN = 0x1100
"""First letter that the Latin fonts lack."""
_FONT = re.compile(r'url\("../fonts/launch-sans-(kr|jp)-400\.woff2"\) format\("woff2"\)')
_SHEETS = "/* styles */"
"""Where the style sheets go, once it is known which letters the page needs."""


def small_page(template: str, words: Words, **values: object) -> Markup:
    """Page beside the dashboard, from a template that extends `web/small.html`."""
    page = render(template, words, styles=_SHEETS, **values)
    sheets = shared_styles() + content(TABLE_STYLES).decode()
    return page.replace(_SHEETS, with_letters(sheets, page))


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

    return Markup(_FONT.sub(letters, sheets))  # noqa: S704 - our own style sheets
