"""The whole record as a folder of pages that any host serves, and that open from disk as well."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import chain
from urllib.parse import quote

from dashboard.asset_files import ASSETS
from dashboard.bundles import STANDALONE_STYLES, content
from dashboard.flights.atlas import Atlas
from dashboard.launch.tree import panel_html, panels
from dashboard.selection.library import Library
from dashboard.selection.selection import LISTS, NO_SITE, Selection, facet
from dashboard.selection.view import View
from dashboard.site.standalone import (
    SCRIPTS,
    foot,
    inline_styles,
    map_body,
    map_data,
    read,
)
from dashboard.web.card import PICTURE_HEIGHT, PICTURE_WIDTH, head_tags
from dashboard.web.html_page import as_json, page
from dashboard.words.dates import day_words
from dashboard.words.say import Words
from dashboard.words.views import described, title_of
from data.model import Launch

Picture = Callable[[View], bytes]
"""What draws a view in the size of a card."""
SCREEN_LIBRARY = "vendor/modern-screenshot/modern-screenshot.js"
SHIPPED = (*SCRIPTS, SCREEN_LIBRARY, STANDALONE_STYLES, "fonts/fonts.css")
_LICENCES = (
    *("vendor/leaflet/LICENSE", "vendor/modern-screenshot/LICENSE"),
    *("fonts/LICENSE.source-sans-3", "fonts/LICENSE.map-signs"),
)
WORDS = Words()
"""The pages are in English."""
_TITLE = WORDS.say("title")
_COLUMNS = ("Date (Korea)", "Missile", "Type", "Site", "Outcome", "Status", "id")


@dataclass(frozen=True)
class Site:
    """
    Pages of the record.

    `address` is where they will be, without a slash at its end: cards of links and the list for
    search engines need it. `picture` draws what cards and pages show. `files` are data to download,
    by name.
    """

    library: Library
    address: str | None = None
    picture: Picture | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def atlas(self) -> Atlas:
        """Flights from the best figures there are."""
        return self.library.best

    @property
    def launches(self) -> tuple[Launch, ...]:
        """Launches, each of which has a page."""
        return self.atlas.record.launches

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Path and content of every file, those of the launches last."""
        yield "index.html", self._index()
        yield "data/map.js", self._data()
        yield "launches.html", self._list()
        yield "404.html", self._not_found()
        yield from ((f"data/{name}", content) for name, content in self.files.items())
        fonts = (f"fonts/{font.name}" for font in sorted((ASSETS / "fonts").glob("*.woff2")))
        for path in chain(SHIPPED, _LICENCES, fonts):
            yield f"assets/{path}", content(path)
        if self.address:
            yield "sitemap.xml", self._sitemap()
        if draw := self.picture:
            yield "pictures/index.png", draw(self.whole)
        for old, new in self.atlas.record.renamed.items():
            yield f"launch/{old}.html", _moved(new)
        for launch in self.launches:
            yield from self._of_launch(launch)

    def _of_launch(self, launch: Launch) -> Iterator[tuple[str, bytes]]:
        yield f"launch/{launch.id}.html", self._launch(launch)
        parts = as_json(panels(WORDS, self.library.atlases, launch))
        yield f"launch/{launch.id}.js", f"launchParts({as_json(launch.id)}, {parts});\n".encode()
        if draw := self.picture:
            yield f"pictures/{launch.id}.png", draw(self.view(launch))

    # ---------------------------------------------------------------------- pages
    def _index(self) -> bytes:
        downloads = ", ".join(
            f'<a href="data/{quote(name)}">{escape(name)}</a>' for name in self.files
        )
        more = [f"Data: {downloads}."] if downloads else []
        scripts = "".join(f'<script src="assets/{path}"></script>\n' for path in SCRIPTS[:-1])
        scripts += '<script src="data/map.js"></script>\n'
        scripts += f'<script src="assets/{SCRIPTS[-1]}"></script>\n'
        lead = '<p><a href="launches.html">All launches, one a page</a></p>'
        body = map_body(WORDS, foot(self.atlas.record, *more), scripts, lead)
        return page(_TITLE, body, self._tags("", self.whole) + inline_styles())

    def _data(self) -> bytes:
        data = map_data(
            WORDS,
            self.library,
            filters=("period", "figures", *LISTS, "sea"),
            panelScripts="launch/",
            launchPage=["launch/", ".html"],
            zones=json.loads(read("zones/zones.geojson")),
            screen=f"../{SCREEN_LIBRARY}",
        )
        return f"window.launchData = {as_json(data)};\n".encode()

    def _launch(self, launch: Launch) -> bytes:
        view, record = self.view(launch), self.atlas.record
        place = self._places[launch.id]
        around = (
            ("← Earlier", self.launches[place - 1] if place else None),
            ("Later →", self.launches[place + 1] if place + 1 < len(self.launches) else None),
        )
        ways = [
            f'<a href="../index.html?launch={quote(launch.id)}">On the map</a>',
            '<a href="../launches.html">All launches</a>',
            *(f'<a href="{quote(one.id)}.html">{words}</a>' for words, one in around if one),
        ]
        shown = ""
        if self.picture:
            source = f"../pictures/{quote(launch.id)}.png"
            shown = f'<p><img src="{source}" width="{PICTURE_WIDTH}" height="{PICTURE_HEIGHT}" '
            shown += f'alt="Map: {escape(described(WORDS, view, launch))}"></p>'
        body = (
            f'<nav class="single"><p>{" · ".join(ways)}</p></nav>\n'
            f'<main class="single panel"><h1>{_heading(launch)}</h1>\n{shown}'
            f"{panel_html(WORDS, self.atlas, launch)}</main>\n{foot(record)}"
        )
        tags = self._tags(f"launch/{launch.id}.html", view, launch)
        return page(title_of(WORDS, view, launch), body, tags + _styles("../"))

    def _list(self) -> bytes:
        head = "".join(f"<th>{name}</th>" for name in _COLUMNS)
        rows = "\n".join(_row(launch) for launch in reversed(self.launches))
        body = (
            '<nav class="single"><p><a href="index.html">Map</a></p></nav>\n'
            f'<main class="single"><h1>All launches</h1><div class="wide"><table class="launches">'
            f"<thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div></main>\n"
            f"{foot(self.atlas.record)}"
        )
        return page(f"{_TITLE}: all launches", body, _styles(""))

    def _not_found(self) -> bytes:
        # It answers for addresses at any depth, so its links begin at the root where it is known.
        root = f"{self.address}/" if self.address else ""
        body = (
            '<main class="single"><h1>No such page</h1>'
            "<p>A launch has its page at launch/2022-01-05-1.html: the Korean date and a running "
            "number.</p>"
            f'<p><a href="{escape(root)}index.html">The map</a> · '
            f'<a href="{escape(root)}launches.html">All launches</a></p></main>\n'
        )
        return page(f"{_TITLE}: no such page", body, _styles(root))

    def _sitemap(self) -> bytes:
        paths = ("", "launches.html", *(f"launch/{launch.id}.html" for launch in self.launches))
        day = escape(self.atlas.record.version)
        places = "".join(
            f"<url><loc>{escape(f'{self.address}/{path}')}</loc><lastmod>{day}</lastmod></url>\n"
            for path in paths
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
        ).encode()

    # ---------------------------------------------------------------------- parts
    @cached_property
    def whole(self) -> View:
        """View of the whole record."""
        return View(Selection(self.library.vocabulary.period), self.library, self.address)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {launch.id: place for place, launch in enumerate(self.launches)}

    def view(self, launch: Launch) -> View:
        """View that is of one launch alone."""
        return View(Selection.of_launch(launch), self.library, self.address)

    def _tags(self, path: str, view: View, opened: Launch | None = None) -> str:
        title, words = title_of(WORDS, view, opened), described(WORDS, view, opened)
        if not self.address:
            return f'<meta name="description" content="{escape(words)}">\n'
        name = opened.id if opened else "index"
        picture = f"{self.address}/pictures/{name}.png" if self.picture else None
        return head_tags(title, words, f"{self.address}/{path}", picture)


def _styles(root: str) -> str:
    return "".join(
        f'<link rel="stylesheet" href="{escape(root)}assets/{path}">\n'
        for path in ("fonts/fonts.css", STANDALONE_STYLES)
    )


def _heading(launch: Launch) -> str:
    return f"Launch of {escape(day_words(WORDS, launch.date))}: who stated what"


def _row(launch: Launch) -> str:
    link = f'<a href="launch/{quote(launch.id)}.html">{escape(day_words(WORDS, launch.date))}</a>'
    site = launch.site.name_en if launch.site else NO_SITE
    cells = (
        *(launch.missile.name, facet(launch, "type"), site),
        *(launch.outcome, launch.status, launch.id),
    )
    return f"<tr><td>{link}</td>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _moved(new: str) -> bytes:
    target = f"{quote(new)}.html"
    words = f'This launch is now <a href="{target}">{escape(new)}</a>.'
    body = f'<main class="single"><p>{words}</p></main>\n'
    head = f'<meta http-equiv="refresh" content="0; url={target}">\n{_styles("../")}'
    return page(f"{_TITLE}: {new}", body, head)
