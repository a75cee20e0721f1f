"""One launch in words, for pages without a server: as a tree of elements and texts."""

import re
from html.parser import HTMLParser
from typing import Any

from dashboard.launch.sections import Fixed, derived_html, in_order
from dashboard.selection.library import Library
from dashboard.words.say import Words
from data.model import Launch

Node = str | list[Any]
"""A text, or a tag with its attributes and then its children."""
_BETWEEN_LINES = re.compile(r"\s*\n\s*")
"""Blanks that stand in a template for those who read it."""


def panels(words: Words, library: Library, launch: Launch, fixed: Fixed) -> list[list[Any]]:
    """
    Parts of the panel of a launch, each with the choices of whose figures it belongs to.

    The choices are bits, the first of the atlases the lowest.
    """
    parts: list[dict[str, int]] = []
    for place, atlas in enumerate(library.atlases.values()):
        sections = in_order(fixed, derived_html(words, atlas, launch))
        for number, html in enumerate(sections):
            if len(parts) == number:
                parts.append({})
            parts[number][html] = parts[number].get(html, 0) | 1 << place
    return [[bits, tree(html)] for part in parts for html, bits in part.items() if html.strip()]


# The browser builds elements from this and never parses a text as HTML, so a page that opens from
# disk needs no trust in the record; the templates stay the one source of what is shown.
def tree(html: str) -> list[Node]:
    """
    Elements and texts of our own HTML, entities resolved.

    Examples
    --------
    >>> tree("<p class='a'>1 &lt; 2<br>b</p>")
    [['p', {'class': 'a'}, '1 < 2', ['br', {}], 'b']]
    """
    parser = _Tree()
    parser.feed(html)
    parser.close()
    return parser.root[2:]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root: list[Any] = ["", {}]
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node: list[Any] = [tag, dict(attrs)]
        self._open[-1].append(node)
        if tag != "br":
            self._open.append(node)

    def handle_endtag(self, _tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if not data.isspace() or "\n" not in data:
            self._open[-1].append(_BETWEEN_LINES.sub(" ", data))
