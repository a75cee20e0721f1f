"""The served record, and builders of made-up launches for what the record does not hold."""

import asyncio
import csv
import datetime as dt
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import settings

from data.model import Claim, Launch, Missile, Place, Record, Site, Source
from data.quantities import QUANTITIES
from data.record import TABLES

# A slow moment of a shared machine is no error of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Scripts and helpers hold no tests and no examples: to collect them would only be to import them.
collect_ignore = [
    path.name for path in Path(__file__).parent.glob("*.py") if not path.name.startswith("test_")
]

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "![x](https://elsewhere.example/x.png)",
    "[x](https://elsewhere.example/)",
)
MARKUP = "<img src=x onerror=\"window.hostile='yes'\"></script><script>window.hostile=1</script>"
FORMULA = '=HYPERLINK("https://elsewhere.example","<img src=x>")'
PREFIX = "nk/map"
PUBLIC_ADDRESS = "https://launches.example/map"
JANUARY_2022 = (dt.date(2022, 1, 1), dt.date(2022, 1, 31))


def shipped():
    """Served record with its flights for each choice of whose figures are drawn."""
    # The dashboard is loaded by those tests alone that use it.
    from dashboard.served import served

    return served().library


def recorded_until(day: str) -> Record:
    """
    Record without the launches that rest on documents opened after a day alone.

    What was counted or drawn on that day is judged by it, however many launches are added.
    """
    record = shipped().best.record
    known = tuple(
        launch
        for launch in record.launches
        if any((claim.source.accessed or "") <= day for claim in launch.claims)
    )
    return replace(record, launches=known)


_chronicles = {}


def launch_html(words, atlas, launch):
    """Everything the panel of a launch says, as HTML."""
    from dashboard.launch.sections import launch_sections
    from dashboard.tempo.chronicle import Chronicle

    # A panel for each launch of one record would work out all that is new about it as often.
    record = atlas.record
    if id(record) not in _chronicles:
        _chronicles.clear()
        _chronicles[id(record)] = (record, Chronicle(record))
    return "".join(launch_sections(words, atlas, _chronicles[id(record)][1], launch))


def run_apart(coroutine):
    """Outcome of a coroutine, in a thread of its own: in ours a driven browser keeps a loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@pytest.fixture(scope="session")
def library():
    return shipped()


@pytest.fixture(scope="session")
def served_atlases(library):
    """Served record with the flights of each choice of whose figures are drawn."""
    return library.atlases


@pytest.fixture(scope="session")
def served(library):
    """Served record with its flights from the best figures there are."""
    return library.best


@pytest.fixture(scope="session")
def vocabulary(library):
    return library.vocabulary


@pytest.fixture(scope="session")
def site_pages(library):
    """Static site of the served record, by path: each of its languages, a page a launch."""
    from dashboard.dataset.files import FILES
    from dashboard.site.pages import StaticSite

    files = {"launches.json": b"{}", "launches.ics": b""}
    record = dict.fromkeys(FILES, b"")
    return dict(StaticSite(library, files=files, record=record).pages())


@pytest.fixture(scope="session")
def address():
    """Where a dashboard on the shipped record answers."""
    # The browser is loaded by those tests alone that use it.
    from driving import serving

    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def prefixed(tmp_path_factory):
    """Where a dashboard answers below a path and another public address; it has an old id."""
    from driving import serving

    folder = copied_record(tmp_path_factory.mktemp("prefixed"))
    with (folder / "renamed.csv").open("a", encoding="utf-8") as file:
        file.write("2022-01-06-1,2022-01-05-1\n")
    known = {"RECORD_FOLDER": str(folder), "PUBLIC_ADDRESS": f"{PUBLIC_ADDRESS}/"}
    options = ("--server.baseUrlPath", PREFIX)
    with serving(environment=known, options=options, prefix=f"/{PREFIX}") as running:
        yield running


def _replaced(key, id_, values, _number, row):
    return values if row[key] == id_ else {}


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory, edit):
    """Copy of the record with markup in a name, a site, a note, a quote and a source."""
    folder = copied_record(tmp_path_factory.mktemp("hostile"))
    for table, column, key, id_, text in (
        ("missiles", "name", "id", "hwasong-12", MARKUP),
        ("sites", "name_en", "id", "mupyong-ni", MARKUP),
        ("launches", "note", "id", "2022-01-30-1", MARKUP),
        ("launches", "note", "id", "2022-01-05-1", FORMULA),
        ("claims", "phrase", "launch_id", "2022-01-30-1", MARKUP),
        ("sources", "publisher", "id", "cns-nkmtd", MARKUP),
    ):
        path = folder / f"{table}.csv"
        edit(path, partial(_replaced, key, id_, {column: text}))
        assert f'"{text.replace(chr(34), chr(34) * 2)}"' in path.read_text(encoding="utf-8"), id_
    return folder


@pytest.fixture(scope="session")
def hostile_address(hostile_record):
    """Where a dashboard on the record with markup in it answers."""
    from driving import serving

    with serving(environment={"RECORD_FOLDER": str(hostile_record)}) as running:
        yield running


@pytest.fixture(scope="session")
def playwright():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright):
    from driving import chromium

    with chromium(playwright) as running:
        yield running


@pytest.fixture(scope="session")
def browser_3d(playwright):
    """Browser that draws WebGL: in software, since no machine for tests has a graphics card."""
    from driving import SOFTWARE_WEBGL, chromium

    with chromium(playwright, SOFTWARE_WEBGL) as running:
        yield running


@pytest.fixture
def new_page(browser):
    """Open pages of contexts of their own, which are closed after the test."""
    from driving import DESKTOP

    contexts = []

    def make(*, within=browser, **options):
        contexts.append(within.new_context(**{"viewport": DESKTOP} | options))
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def one_file(tmp_path_factory, library):
    """Address of the one-file map of 2021 and 2022."""
    from dashboard.selection.selection import Selection
    from dashboard.selection.view import View
    from dashboard.site.onefile import one_file_map

    path = tmp_path_factory.mktemp("one_file") / "map.html"
    years = (dt.date(2021, 1, 1), dt.date(2022, 12, 31))
    path.write_bytes(one_file_map(View(Selection(years), library)))
    return path.as_uri()


@pytest.fixture
def open_one(new_page, one_file):
    """Open the one-file map with a query; a script's error fails the test."""
    problems = []

    def make(query="", **options):
        page = new_page(**options)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(one_file + query)
        page.locator("body[data-shown]").wait_for(state="attached")
        return page

    yield make
    assert problems == []


@pytest.fixture
def page(new_page, address):
    """New page that fails its test for a request to another host or an error of a script."""
    from driving import refuse_other_hosts

    page = new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    foreign = refuse_other_hosts(page, address)
    yield page
    assert not foreign, f"requests left this machine: {foreign}"
    assert not page.problems, f"script errors on the page: {page.problems}"


@pytest.fixture(scope="session")
def make_site():
    def make(**values) -> Site:
        known = {
            "id": "mupyong-ni",
            "name_en": "Mupyong-ni",
            "name_ko": None,
            "name_ja": None,
            "aliases": (),
            "latitude": 40.611,
            "longitude": 126.426,
            "precision_km": 5.0,
            "kind": "field",
            "note": None,
        }
        return Site(**known | values)

    return make


@pytest.fixture(scope="session")
def make_missile():
    def make(kind="ballistic", range_class="SRBM", **values) -> Missile:
        known = {"id": "made-up", "name": "Made-up", "aliases": (), "platform": None}
        return Missile(kind=kind, range_class=range_class, **known | values)

    return make


@pytest.fixture(scope="session")
def make_source():
    def make(**values) -> Source:
        known = {
            "id": "paper",
            "publisher": "A paper",
            "title": "A title",
            "url": "https://paper.example/1",
            "date": None,
            "accessed": None,
            "licence": None,
            "cited_by": (),
        }
        return Source(**known | values)

    return make


@pytest.fixture(scope="session")
def make_place(make_source):
    def make(**values) -> Place:
        known = {
            "id": "alsom",
            "name": "Alsom island",
            "aliases": ("Alsom",),
            "latitude": 40.6477,
            "longitude": 129.5458,
            "precision_km": 1.0,
            "source": make_source(),
        }
        return Place(**known | values)

    return make


@pytest.fixture(scope="session")
def make_claim(make_source):
    """Make a claim: a number is a figure, a pair of numbers its bounds, a text a statement."""

    def make(quantity, stated, authority="JCS", **values) -> Claim:
        words = stated if isinstance(stated, str) else None
        low, high = (
            (None, None) if words else stated if isinstance(stated, tuple) else (stated,) * 2
        )
        known = {
            "launch_id": "2022-01-05-1",
            "missiles": (),
            "qualifier": "exact",
            "phrase": None,
            "source": make_source(),
            "locator": None,
        }
        unit = next(iter(QUANTITIES[quantity].units), None)
        own = {"authority": authority, "quantity": quantity, "low": low, "high": high, "unit": unit}
        return Claim(**known | own | {"value": words} | values)

    return make


@pytest.fixture(scope="session")
def make_launch(make_site, make_missile):
    def make(*claims, **values) -> Launch:
        known = {
            "id": "2022-01-05-1",
            "date": "2022-01-05",
            "time_utc": None,
            "count": 1,
            "site": make_site(),
            "missile": make_missile(),
            "outcome": "success",
            "status": "confirmed",
            "note": None,
            "corrections": (),
            "estimates": (),
        }
        return Launch(claims=claims, **known | values)

    return make


@pytest.fixture(scope="session")
def make_record():
    def make(launches=(), **values) -> Record:
        empty = {"sites": {}, "missiles": {}, "sources": {}, "places": {}, "exclusions": ()}
        known = {"version": "2026-11-22", "covers_to": "2026-08-20", "launches": launches}
        return Record(**known | empty | values)

    return make


@pytest.fixture(scope="session")
def make_library(make_record):
    """Library of made-up launches."""
    from dashboard.flights.atlas import build_atlases
    from dashboard.selection.library import Library

    def make(*launches, places=(), **values):
        sites = {launch.site.id: launch.site for launch in launches if launch.site}
        missiles = {launch.missile.id: launch.missile for launch in launches}
        known = {"sites": sites, "missiles": missiles, "places": {one.id: one for one in places}}
        return Library.of(build_atlases(make_record(launches, **known | values)))

    return make


@pytest.fixture(scope="session")
def make_atlas(make_library):
    def make(*launches, whose="best", places=()):
        return make_library(*launches, places=places).atlases[whose]

    return make


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="session")
def elements():
    """Elements that a browser would make of a text, each with its attributes."""

    def parse(html):
        parser = _Elements()
        parser.feed(html)
        parser.close()
        return parser.found

    return parse


@pytest.fixture(scope="session")
def assert_harmless(elements):
    """Refuse what could run a script or load something: elements, attributes and links alike."""
    dangerous = {"script", "img", "iframe", "object", "embed", "svg", "link", "form", "base"}

    def check(html):
        for tag, attributes in elements(html):
            assert tag not in dangerous
            assert not [name for name in attributes if name.startswith("on")]
            assert attributes.get("href", "https://").startswith(("https://", "http://"))

    return check


def copied_record(parent: Path) -> Path:
    """Copy of the tables of the record in a folder of its own."""
    folder = parent / "record"
    folder.mkdir()
    for table in TABLES.glob("*.csv"):
        shutil.copy(table, folder)
    return folder


def keep_year(folder: Path, year: str) -> None:
    """Leave the launches of one year alone in a copy of the record: it is read in no time."""
    for table in folder.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        column = "id" if table.name == "launches.csv" else "launch_id"
        if table.name == "renamed.csv":
            rows = []
        elif column in header:
            place = header.index(column)
            rows = [row for row in rows if row[place].startswith(year)]
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])


def _looks():
    from dashboard import served

    return served._looks


@pytest.fixture
def own_record(tmp_path, monkeypatch):
    """Copy of the record that is served instead of it for the length of one test."""
    from streamlit import cache_data

    folder = copied_record(tmp_path)
    monkeypatch.setenv("RECORD_FOLDER", str(folder))
    # What is kept of the shipped record is put aside, and back afterwards.
    monkeypatch.setattr("dashboard.served._kept", [])
    monkeypatch.setattr("dashboard.served._looks", type(_looks())())
    yield folder
    # Tables are kept by the atlas they show, which another one may replace in memory.
    cache_data.clear()


@pytest.fixture(scope="session")
def edit():
    """Change each row of a table of a record in place."""

    def rewrite(path: Path, change) -> None:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            header, rows = reader.fieldnames, list(reader)
        for number, row in enumerate(rows):
            row.update(change(number, row))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(rows)

    return rewrite
