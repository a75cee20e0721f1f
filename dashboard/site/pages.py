"""The whole record as a folder of pages that any host serves, and that open from disk as well."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from urllib.parse import quote

from dashboard.asset_files import ASSETS
from dashboard.bundles import STANDALONE_STYLES, content
from dashboard.flights.atlas import Atlas
from dashboard.html import as_json, render
from dashboard.launch.tree import panel_html, panels
from dashboard.selection.filters import LISTS, NO_SITE, facet
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.site.standalone import SCRIPTS, beside, inline_styles, map_data, read
from dashboard.web.card import tags
from dashboard.words.claims import site_words
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.model import Launch

Picture = Callable[[View], bytes]
"""What draws a view in the size of a card."""
SCREEN_LIBRARY = "vendor/modern-screenshot/modern-screenshot.js"
SHIPPED = (*SCRIPTS, SCREEN_LIBRARY, STANDALONE_STYLES, "fonts/fonts.css")
_LICENCES = (
    *("vendor/leaflet/LICENSE", "vendor/modern-screenshot/LICENSE"),
    *("fonts/LICENSE.source-sans-3", "fonts/LICENSE.map-signs"),
)


@dataclass(frozen=True)
class StaticSite:
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
            if new in self._places:
                yield f"launch/{old}.html", self._moved(new)
        for launch in self.launches:
            yield from self._of_launch(launch)

    def _of_launch(self, launch: Launch) -> Iterator[tuple[str, bytes]]:
        yield f"launch/{launch.id}.html", self._launch(launch)
        parts = as_json(panels(self._words, self.library.atlases, launch))
        yield f"launch/{launch.id}.js", f"launchParts({as_json(launch.id)}, {parts});\n".encode()
        if draw := self.picture:
            yield f"pictures/{launch.id}.png", draw(self.view(launch))

    # ---------------------------------------------------------------------- pages
    def _index(self) -> bytes:
        # The data comes before the last script, which needs it.
        scripts = [f"assets/{path}" for path in SCRIPTS]
        scripts.insert(-1, "data/map.js")
        return self._page(
            "index.html",
            **self._tags("", self.whole),
            styles=beside(inline_styles()),
            scripts=scripts,
            files=self.files,
        )

    def _data(self) -> bytes:
        data = map_data(
            self._words,
            self.library,
            filters=("period", "figures", *LISTS, "sea"),
            panelScripts="launch/",
            launchPage=["launch/", ".html"],
            zones=json.loads(read("zones/zones.geojson")),
            screen=f"../{SCREEN_LIBRARY}",
        )
        return f"window.launchData = {as_json(data)};\n".encode()

    def _launch(self, launch: Launch) -> bytes:
        place = self._places[launch.id]
        return self._page(
            "launch.html",
            **self._tags(f"launch/{launch.id}.html", self.view(launch), launch),
            root="../",
            launch=launch,
            day=day_words(self._words, launch.date),
            earlier=self.launches[place - 1] if place else None,
            later=self.launches[place + 1] if place + 1 < len(self.launches) else None,
            shown=self.picture is not None,
            panel=panel_html(self._words, self.atlas, launch),
        )

    def _list(self) -> bytes:
        rows = [_row(self._words, launch) for launch in reversed(self.launches)]
        return self._page(
            "list.html",
            title=self._words.say("site.all_title", title=self._words.say("title")),
            root="",
            rows=rows,
        )

    def _not_found(self) -> bytes:
        root = f"{self.address}/" if self.address else ""
        return self._page(
            "no_page.html",
            title=self._words.say("site.no_page_title", title=self._words.say("title")),
            root=root,
        )

    def _moved(self, new: str) -> bytes:
        title, target = (
            self._words.say("site.moved_title", title=self._words.say("title"), id=new),
            f"{quote(new)}.html",
        )
        return self._page("moved.html", title=title, root="../", id=new, target=target)

    def _sitemap(self) -> bytes:
        paths = ("", "launches.html", *(f"launch/{launch.id}.html" for launch in self.launches))
        return self._page(
            "sitemap.xml", address=self.address, paths=paths, day=self.atlas.record.version
        )

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

    def _tags(self, path: str, view: View, opened: Launch | None = None) -> dict[str, object]:
        name = opened.id if opened else "index"
        drawn = self.address and self.picture
        picture = f"{self.address}/pictures/{name}.png" if drawn else None
        address = f"{self.address}/{path}" if self.address else ""
        return tags(self._words, view, address, picture, opened)

    def _page(self, template: str, **values: object) -> bytes:
        record = self.atlas.record
        shared = {"record": record, "stylesheet": STANDALONE_STYLES}
        return render(f"site/{template}", self._words, **shared, **values).encode()

    @property
    def _words(self) -> Words:
        return Words(self.whole.selection.lang)


def _row(words: Words, launch: Launch) -> dict[str, str]:
    return {
        "day": day_words(words, launch.date),
        "missile": missile_words(words, launch.missile),
        "type": words.named("type_short", facet(launch, "type")),
        "site": site_words(words, launch.site)
        if launch.site
        else words.say(f"filter.site.value.{NO_SITE}"),
        "outcome": words.named("outcome", launch.outcome),
        "status": words.named("status", launch.status),
        "id": launch.id,
    }
