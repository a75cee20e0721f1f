"""The whole record as a folder of pages that any host serves, and that open from disk as well."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from urllib.parse import quote, urlencode

from markupsafe import Markup

from dashboard.asset_files import ASSETS
from dashboard.bundles import ALTITUDE_BUNDLE, SCREEN_LIBRARY, STANDALONE_STYLES, content
from dashboard.dataset.about import NAME
from dashboard.dataset.schema_org import dataset
from dashboard.flights.atlas import Atlas
from dashboard.html import as_json, render
from dashboard.launch.altitude_chart import chart_data
from dashboard.launch.association import association_html
from dashboard.launch.sections import Fixed, derived_html, fixed_sections, in_order, named_sea
from dashboard.launch.table import drawn, row
from dashboard.launch.tempo import tempo_html
from dashboard.launch.tree import panels
from dashboard.selection.filters import FALLBACK
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.site.offices import compared_offices
from dashboard.site.standalone import (
    LANGUAGE_SCRIPT,
    SCRIPTS,
    beside,
    in_languages,
    inline_styles,
    map_data,
    read,
    said,
    site_policy,
)
from dashboard.site.texts import RECORD, TEXTS, Text, feeds_of, path_of, texts
from dashboard.web.card import tags
from dashboard.web.crawling import robots_text
from dashboard.words.dates import day_words
from dashboard.words.filter_form import FORM
from dashboard.words.say import LANGUAGES, LEFT_OPEN, Words
from dashboard.words.views import title_of
from data.model import Launch

Picture = Callable[[View, str], bytes]
"""What draws a view in the size of a card, in a language."""
POLICY_PLACE = "policy-of-this-page"
"""Where the policy of a page goes, once it is known which scripts stand in it."""
CHART_SCRIPTS = (ALTITUDE_BUNDLE, "standalone/altitude.js")
SHIPPED = (*SCRIPTS, *CHART_SCRIPTS, SCREEN_LIBRARY, STANDALONE_STYLES, "fonts/fonts.css")
_LICENCES = (
    *("vendor/leaflet/LICENSE", "vendor/modern-screenshot/LICENSE"),
    *("fonts/LICENSE.source-sans-3", "fonts/LICENSE.map-signs"),
)


_SPOKEN = tuple(map(Words, LANGUAGES))


@dataclass(frozen=True)
class StaticSite:
    """
    Pages of the record.

    `address` is where they will be, without a slash at its end: cards of links and the list for
    search engines need it. `picture` draws what cards and pages show. `files` are data to download,
    by name; `record` is the whole record as a dataset: its tables and what describes them, by name.
    """

    library: Library
    address: str | None = None
    picture: Picture | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    record: Mapping[str, bytes] = field(default_factory=dict)

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
        yield from self._data()
        for words in _SPOKEN:
            yield path_of("launches", words), self._list(words)
            for text in texts(words, self.atlas, self.files, whole=bool(self.record)):
                yield path_of(text.name, words), self._text(words, text)
            yield path_of("tempo", words), self._tempo(words)
            yield from feeds_of(words, self.atlas.record, self.address)
        yield "404.html", self._not_found()
        yield "favicon.ico", content("page/favicon.ico")
        yield from ((f"data/{name}", content) for name, content in self.files.items())
        yield from ((f"{RECORD}{name}", content) for name, content in self.record.items())
        fonts = (f"fonts/{font.name}" for font in sorted((ASSETS / "fonts").glob("*.woff2")))
        for path in chain(SHIPPED, _LICENCES, fonts):
            yield f"assets/{path}", content(path)
        if self.address:
            yield "sitemap.xml", self._sitemap()
            yield "robots.txt", robots_text(self.address)
        if draw := self.picture:
            yield "pictures/index.png", draw(self.whole, FALLBACK)
        for old, new in self.atlas.record.renamed.items():
            if new in self._places:
                yield from (
                    (path_of(f"launch/{old}", words), self._moved(words, new)) for words in _SPOKEN
                )
        for launch in self.launches:
            yield from self._of_launch(launch)

    def _of_launch(self, launch: Launch) -> Iterator[tuple[str, bytes]]:
        for words in _SPOKEN:
            path = path_of(f"launch/{launch.id}", words)
            opened = Words(words.lang, LEFT_OPEN)
            fixed = fixed_sections(opened, self.atlas, self.library.chronicle, launch)
            yield path, self._launch(words, launch, named_sea(words, fixed))
            parts = as_json(panels(opened, self.library, launch, fixed))
            script = f"launchParts({as_json(launch.id)},{parts});\n"
            yield path.removesuffix("html") + "js", script.encode()
            if draw := self.picture:
                yield _picture(launch.id, words), draw(self.view(launch), words.lang)

    # ---------------------------------------------------------------------- pages
    def _index(self) -> bytes:
        # The data comes before the last script, which needs it.
        scripts = [f"assets/{path}" for path in SCRIPTS]
        scripts.insert(scripts.index(f"assets/{LANGUAGE_SCRIPT}"), "data/map.js")
        values = self._tags(Words(), "", self.whole) | in_languages(self._elements)
        return self._page(
            Words(), "index.html", styles=beside(inline_styles()), scripts=scripts, **values
        )

    def _elements(self, words: Words) -> tuple[str, Markup]:
        shown = {"record": self.atlas.record, "files": self.files, "link": None}
        elements = render("site/elements.html", words, all=path_of("launches", words), **shown)
        return title_of(words, self.whole), elements

    def _data(self) -> Iterator[tuple[str, bytes]]:
        data = map_data(
            Words(),
            self.library,
            filters=(*FORM, "lang"),
            launchPage=["launch/", ".html"],
            panelScript=["launch/", ".js"],
            zones=json.loads(read("zones/zones.geojson")),
            screen=f"../{SCREEN_LIBRARY}",
        )
        yield "data/map.js", f"window.launchData = {as_json(data)};\n".encode()
        for words in _SPOKEN:
            page = path_of("", words)
            own = {
                "launchPage": ["launch/", page],
                "panelScript": ["launch/", page.removesuffix("html") + "js"],
            }
            others = as_json(said(data, words, self.library, **own))
            yield f"data/{words.lang}.js", f"launchLanguage({others});\n".encode()

    def _launch(self, words: Words, launch: Launch, fixed: Fixed) -> bytes:
        place = self._places[launch.id]
        stated, *panel = in_order(fixed, derived_html(words, self.atlas, launch))
        chart = chart_data(words, self.atlas, launch, on_map=None)
        query = {"open": launch.id} | ({} if words.lang == FALLBACK else {"lang": words.lang})
        return self._page(
            words,
            "launch.html",
            **self._tags(words, path_of(f"launch/{launch.id}", words), self.view(launch), launch),
            **_alternates(launch.id, words),
            query=urlencode(query),
            root="../",
            launch=launch,
            day=day_words(words, launch.date),
            earlier=self.launches[place - 1] if place else None,
            later=self.launches[place + 1] if place + 1 < len(self.launches) else None,
            shown=_picture(launch.id, words) if self.picture else None,
            stated=stated,
            chart=as_json(chart) if chart else None,
            scripts=CHART_SCRIPTS,
            panel=Markup().join(panel),
        )

    def _list(self, words: Words) -> bytes:
        rows = [
            row(words, launch) | drawn(words, self.atlas, launch)
            for launch in reversed(self.launches)
        ]
        return self._page(
            words,
            "list.html",
            **_alternates("launches", words),
            title=words.say("site.all_title", title=words.say("title")),
            root="",
            years=[(year, list(each)) for year, each in groupby(rows, lambda one: one["date"][:4])],
        )

    def _text(self, words: Words, text: Text) -> bytes:
        return self._page(
            words,
            "text.html",
            **_alternates(text.name, words),
            title=text.title,
            root="",
            text=text,
        )

    def _tempo(self, words: Words) -> bytes:
        return self._page(
            words,
            "tempo.html",
            **_alternates("tempo", words),
            title=words.say("tempo.page_title", title=words.say("title")),
            root="",
            content=tempo_html(
                words,
                self.launches,
                self.whole.selection.period,
                lambda launch: quote(path_of(f"launch/{launch.id}", words)),
            ),
            associations=association_html(words, self.library.associations),
            tables=compared_offices(words, self.library),
        )

    def _not_found(self) -> bytes:
        root, words = f"{self.address}/" if self.address else "", Words()
        title = words.say("site.no_page_title", title=words.say("title"))
        # No language is asked of an address that leads nowhere: the page has all, and shows one.
        said = [
            (
                each.lang,
                render("site/no_page_said.html", each, root=root, list=path_of("launches", each)),
            )
            for each in _SPOKEN
        ]
        return self._page(words, "no_page.html", title=title, root=root, said=said, alternates=())

    def _moved(self, words: Words, new: str) -> bytes:
        target = quote(path_of(new, words))
        title = words.say("site.moved_title", title=words.say("title"), id=new)
        where = {"root": "../", "id": new, "target": target, "alternates": ()}
        return self._page(words, "moved.html", title=title, **where)

    def _sitemap(self) -> bytes:
        names = ("launches", "tempo", *TEXTS, *(f"launch/{launch.id}" for launch in self.launches))
        paths = ("", *(path_of(name, words) for name in names for words in _SPOKEN))
        return self._page(
            Words(), "sitemap.xml", address=self.address, paths=paths, day=self.atlas.record.version
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

    def _tags(
        self, words: Words, path: str, view: View, opened: Launch | None = None
    ) -> dict[str, object]:
        name = _picture(opened.id, words) if opened else "pictures/index.png"
        picture = f"{self.address}/{name}" if self.address and self.picture else None
        address = f"{self.address}/{path}" if self.address else ""
        said = tags(words, view, address, picture, opened)
        if opened is None:
            record = self.atlas.record
            said["dataset"] = as_json(dataset(words, record, self.address, f"data/{NAME}"))
        return said

    def _page(self, words: Words, template: str, **values: object) -> bytes:
        record = self.atlas.record
        shared = {"record": record, "stylesheet": STANDALONE_STYLES}
        page = render(f"site/{template}", words, policy=POLICY_PLACE, **shared, **values)
        return page.replace(POLICY_PLACE, site_policy(page)).encode()


def _picture(name: str, words: Words) -> str:
    """Path of the picture of a launch in a language."""
    return path_of(f"pictures/{name}", words, "png")


def _alternates(name: str, words: Words) -> dict[str, object]:
    """The same page in every language, and how pages beside it in its own end."""
    every = [
        (each.lang, quote(path_of(name, each)), each.say(f"filter.lang.value.{each.lang}"))
        for each in _SPOKEN
    ]
    return {"alternates": every, "ending": path_of("", words).removesuffix(".html")}
