"""One launch in words, for pages without a server: as a tree of elements and texts."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from dashboard.flights.atlas import Atlas
from dashboard.flights.trajectories import curves
from dashboard.launch.altitude import estimates_html, words_html
from dashboard.launch.sections import launch_sections
from data.model import Launch

Node = str | list[Any]
"""A text, or a tag with its attributes and then its children."""


def panel_html(atlas: Atlas, launch: Launch) -> str:
    """Everything known of a launch, what is derived marked as such; every text is escaped."""
    return "".join(_sections(atlas, launch))


def panels(atlases: Mapping[str, Atlas], launch: Launch) -> list[list[Any]]:
    """
    Parts of the panel of a launch, each with the choices of whose figures it belongs to.

    The choices are bits, the first of the atlases the lowest.
    """
    parts: list[dict[str, int]] = []
    for place, atlas in enumerate(atlases.values()):
        for number, html in enumerate(_sections(atlas, launch)):
            if len(parts) == number:
                parts.append({})
            parts[number][html] = parts[number].get(html, 0) | 1 << place
    return [[bits, tree(html)] for part in parts for html, bits in part.items() if html]


def _sections(atlas: Atlas, launch: Launch) -> Sequence[str]:
    heading, claims, derived, corrections = launch_sections(atlas, launch)
    height = words_html(curves(launch, atlas.whose), launch) + estimates_html(launch)
    altitude = f"<h4>Altitude and flight time</h4>{height}" if height else ""
    return heading, claims, f"<section class='derived'>{derived}{altitude}</section>", corrections


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
        self._open[-1].append(data)
