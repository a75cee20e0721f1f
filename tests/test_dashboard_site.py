"""Pages without a server: what stands in them, and that it is whole and harmless."""

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from conftest import HOSTILE, JANUARY_2022, launch_html
from dashboard.__main__ import main
from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import WHOSE
from dashboard.launch.sections import fixed_sections, launch_sections
from dashboard.launch.tree import panels, tree
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.site.catalogue import catalogue
from dashboard.site.onefile import EmptyViewError, one_file_map
from dashboard.site.pages import StaticSite
from dashboard.words.say import EAST_SEA, LANGUAGES, Words

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/launches"
MOST_BYTES = 2_720_000
"""What the map of the site may take with everything it loads: 8.2 kB a launch, 328 of them."""
LOADED = re.compile(r"^(index\.html|data/map\.js|assets/(map|standalone|vendor/leaflet)/.*\.js)$")


@pytest.fixture(scope="session")
def pages(site_pages):
    return site_pages


@pytest.fixture(scope="session")
def january(library):
    return View(Selection(JANUARY_2022), library)


def described_in(html):
    """Datasets that a page says it is."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(text) for text in found]


def links(elements, html):
    """Addresses that a page links to or loads."""
    return [
        value
        for _, attributes in elements(html.decode())
        for name, value in attributes.items()
        if name in {"href", "src"}
    ]


def test_every_launch_has_a_page_and_a_row_in_the_list(pages, served):
    for launch in served.record.launches:
        assert f"launch/{launch.id}.html" in pages
        assert f'href="launch/{launch.id}.html"' in pages["launches.html"].decode()
        # The script of a panel leaves the name of the sea open, its page does not.
        assert EAST_SEA.encode() not in pages[f"launch/{launch.id}.html"]


def test_every_link_within_the_site_leads_somewhere(pages, elements):
    checked = 0
    for path, content in pages.items():
        if not path.endswith(".html"):
            continue
        for link in links(elements, content):
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in {"http", "https"}
                continue
            assert normpath(join(dirname(path), unquote(parts.path))) in pages, (path, link)
            checked += 1
    assert checked > 1000


def test_fonts_of_the_style_sheet_lie_beside_it(pages):
    named = re.findall(r'url\("([^"]+)"\)', pages["assets/fonts/fonts.css"].decode())
    assert named
    assert all(f"assets/fonts/{name}" in pages for name in named)


def test_map_with_all_it_loads_is_small(pages):
    loaded = [path for path in pages if LOADED.match(path)]
    assert len(loaded) > 7
    assert sum(len(pages[path]) for path in loaded) <= MOST_BYTES


def test_pages_are_the_same_bytes_each_time(library):
    known = library.best.record
    month = replace(
        known,
        launches=tuple(one for one in known.launches if f"{one.first_day:%Y-%m}" == "2022-01"),
    )
    once, again = (dict(StaticSite(Library.of(build_atlases(month))).pages()) for _ in range(2))
    assert once == again


def test_pages_of_the_site_say_that_they_are_datasets(pages):
    (whole,) = described_in(pages["index.html"].decode())
    (part,) = described_in(pages["launch/2022-01-30-1.ko.html"].decode())
    assert (whole["@type"], part["@type"]) == ("Dataset", "Dataset")
    assert part["identifier"] == "2022-01-30-1"
    assert part["isPartOf"]["name"] == Words("ko").say("title")
    codebook = pages["codebook.html"].decode()
    assert 'href="data/record/north-korean-missile-launches.sqlite"' in codebook


def test_without_an_address_nothing_needs_one(pages):
    assert "sitemap.xml" not in pages
    assert b"og:" not in pages["index.html"]


def test_with_an_address_there_are_cards_pictures_and_a_sitemap(make_library, make_launch):
    drawn = []

    def picture(view, lang):
        drawn.append((lang, len(view.launches), view.link))
        return lang.encode()

    pages = dict(StaticSite(make_library(make_launch()), ADDRESS, picture).pages())
    page = pages["launch/2022-01-05-1.html"].decode()
    assert f'<meta property="og:url" content="{ADDRESS}/launch/2022-01-05-1.html">' in page
    assert f'<meta property="og:image" content="{ADDRESS}/pictures/2022-01-05-1.png">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    for lang, ending in (("en", ""), ("ko", ".ko"), ("ja", ".ja")):
        name = f"pictures/2022-01-05-1{ending}.png"
        assert pages[name] == lang.encode()
        page = pages[f"launch/2022-01-05-1{ending}.html"].decode()
        assert f'"{ADDRESS}/{name}"' in page
        assert f'<img src="../{name}"' in page
    assert [lang for lang, _, _ in drawn] == ["en", "en", "ko", "ja"]
    assert all(number == 1 and link.startswith(ADDRESS) for _, number, link in drawn)
    places = [node.text for node in ET.fromstring(pages["sitemap.xml"]).iter()]  # noqa: S314
    assert f"{ADDRESS}/launch/2022-01-05-1.html" in places
    nowhere = pages["404.html"].decode()
    for lang in LANGUAGES:
        assert f'href="{ADDRESS}/index.html?lang={lang}"' in nowhere
        assert Words(lang).say("site.no_page") in nowhere


def test_an_id_of_old_leads_on(make_library, make_launch):
    renamed = make_library(make_launch(), renamed={"2022-01-04-1": "2022-01-05-1"})
    pages = dict(StaticSite(renamed).pages())
    assert b"url=2022-01-05-1.html" in pages["launch/2022-01-04-1.html"]
    korean = pages["launch/2022-01-04-1.ko.html"].decode()
    assert '<html lang="ko">' in korean
    assert "url=2022-01-05-1.ko.html" in korean


def test_page_of_a_launch_holds_what_its_panel_says(pages, library):
    launch = library.vocabulary.by_id["2022-01-30-1"]
    page = pages["launch/2022-01-30-1.html"].decode()
    parts = launch_sections(Words(), library.best, library.chronicle, launch)
    assert all(part in page for part in parts)
    assert "The first Hwasong-12 (KN-17) since 15 Sep 2017." in page
    assert "Derived impact point" in page.split('class="derived"')[1]


def test_parts_of_a_panel_belong_to_whoevers_figures_are_drawn(library, served):
    launch = next(one for one in served.record.launches if one.id == "2023-12-17-1")
    fixed = fixed_sections(Words(), library.best, library.chronicle, launch)
    parts = json.loads(json.dumps(panels(Words(), library, launch, fixed)))
    for place, atlas in enumerate(library.atlases.values()):
        own = [node for bits, nodes in parts if bits >> place & 1 for node in nodes]
        assert own == tree(launch_html(Words(), atlas, launch))
    assert len(parts) > 3


def test_catalogue_places_launches_as_the_atlases_do(library, served_atlases, served):
    found = catalogue(Words(), library)
    kinds = ("arc", "part", "site", "none")
    for launch, row in zip(served.record.launches, found["launches"], strict=True):
        assert [kinds[place] for place in row["placed"]] == [
            served_atlases[whose].placement(launch) for whose in WHOSE
        ]


@pytest.fixture(params=HOSTILE)
def hostile_claim(request, make_claim, make_source):
    text = request.param
    source = make_source(publisher=text, title=text, url=text)
    return make_claim("range_km", 400, phrase=text, source=source)


@pytest.fixture
def hostile_library(hostile_claim, make_library, make_launch, make_missile):
    """One launch whose every text is markup, or a link that runs a script."""
    claim, text = hostile_claim, hostile_claim.phrase
    return make_library(make_launch(claim, missile=make_missile(name=text), note=text))


def test_hostile_text_stays_text_in_every_page(hostile_library, elements):
    pages = dict(StaticSite(hostile_library, ADDRESS).pages())
    pages["one-file.html"] = one_file_map(View(Selection(JANUARY_2022), hostile_library))
    for path, content in pages.items():
        if not path.endswith(".html"):
            continue
        assert b"<img src=x" not in content
        assert b"<script>alert" not in content
        assert all(urlsplit(link).scheme != "javascript" for link in links(elements, content))
        for _, attributes in elements(content.decode()):
            assert not [name for name in attributes if name.startswith("on")]


def test_one_file_holds_everything_and_asks_for_nothing(january, elements):
    html = one_file_map(replace(january, address=ADDRESS)).decode()
    policies = [own.get("content", "") for tag, own in elements(html) if tag == "meta"]
    assert [policy for policy in policies if policy.startswith("default-src 'none';")]
    assert [link for link in links(elements, html.encode()) if not link.startswith("http")] == []
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?!https?://)', html)
    assert "CC BY 4.0" in html
    assert january.atlas.record.version in html
    assert replace(january, address=ADDRESS).link.replace("&", "&amp;") in html
    assert len(html.encode()) < 2_000_000


def test_one_file_is_the_same_bytes_each_time(january):
    assert one_file_map(january) == one_file_map(january)


def test_one_file_holds_the_launches_of_its_view_alone(january, served):
    html = one_file_map(january).decode()
    data = json.loads(re.search(r'id="launch-data">(.*?)</script>', html, re.DOTALL)[1])
    ids = [launch.id for launch in january.launches]
    assert [one["id"] for one in data["catalogue"]["launches"]] == ids
    assert sorted(data["panels"]) == sorted(ids)
    assert data["filters"] == ["period", "type", "lang"]


def test_empty_view_makes_no_file(library):
    with pytest.raises(EmptyViewError, match="nothing to put on a map"):
        one_file_map(View(Selection(JANUARY_2022, type=("ICBM",)), library))


def keep_period(folder, start):
    """Leave a record nothing but the launches whose id starts like that."""
    for table, column in (
        *(("launches", "id"), ("claims", "launch_id"), ("corrections", "launch_id")),
        *(("estimates", "launch_id"), ("platforms", "launch_id"), ("renamed", "id")),
        ("changes", "launch_id"),
    ):
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            header = reader.fieldnames
            rows = [row for row in reader if row[column].startswith(start)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            writer.writerows(rows)


def test_command_writes_the_site_says_how_far_it_is_and_replaces_its_own(
    own_record, tmp_path, monkeypatch, capsys
):
    from dashboard.commands import site as command

    keep_period(own_record, "2022-01-30")
    drawn = []

    draw_apart = command.draw_apart

    def draw_one(crew, view, order):
        # One card is looked at below; each takes a process of its own to draw.
        drawn.append((view.selection.launch, order.lang))
        return draw_apart(crew, view, order) if drawn[-1] == ("2022-01-30-1", "ko") else b"png"

    monkeypatch.setattr(command, "draw_apart", draw_one)
    folder = tmp_path / "site"
    assert main(["site", "--out", str(folder), "--address", ADDRESS]) == 0
    progress = capsys.readouterr().err
    assert "1 of 1" in progress
    assert "index.html" in progress
    with Image.open(folder / "pictures" / "2022-01-30-1.ko.png") as card:
        assert card.size == (1200, 630)
    whole = json.loads((folder / "data" / "record" / "datapackage.json").read_text("utf-8"))
    assert all((folder / "data" / "record" / one["path"]).is_file() for one in whole["resources"])
    assert f'href="{ADDRESS}/changes.ko.atom"' in (folder / "changes.ko.atom").read_text("utf-8")
    cards = {path.stem for path in (folder / "pictures").iterdir()}
    assert len(cards) == len(drawn) == 1 + len(LANGUAGES)
    (folder / "launch" / "2022-01-30-1.html").write_text("old", encoding="utf-8")
    assert main(["site", "--out", str(folder)]) == 0
    assert (folder / "launch" / "2022-01-30-1.html").read_text(encoding="utf-8") != "old"
    assert not (folder / "sitemap.xml").exists()


def test_command_refuses_a_folder_of_somebody_else(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    assert main(["site", "--out", str(tmp_path)]) == 1
    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("wrong", ["example.org", "ftp://example.org", "https://", "http://a/?b"])
def test_command_refuses_what_is_no_address(tmp_path, capsys, wrong):
    with pytest.raises(SystemExit):
        main(["site", "--out", str(tmp_path / "site"), "--address", wrong])
    assert "is no address" in capsys.readouterr().err


def test_run_that_was_interrupted_leaves_the_former_site_whole(
    own_record, tmp_path, monkeypatch, capsys
):
    from dashboard.commands import site as command
    from dashboard.workers.process import WorkError

    keep_period(own_record, "2024-01")
    folder = tmp_path / "site"

    def fail(*_):
        raise WorkError("no picture today")

    monkeypatch.setattr(command, "draw_apart", lambda *_: b"png")
    assert main(["site", "--out", str(folder), "--address", ADDRESS]) == 0
    (folder / "CNAME").write_text("launches.example", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with monkeypatch.context() as broken:
        broken.setattr(command, "draw_apart", fail)
        assert main(["site", "--out", str(folder), "--address", ADDRESS]) == 1
    assert "no picture today" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


KILLED = """
import os, signal, sys
from pathlib import Path
from dashboard.commands import folder, site
from dashboard.__main__ import main
from dashboard.served import served

def kill(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def at_file(number):
    def write(path, content, write=Path.write_bytes, written=[]):
        written.append(path)
        kill() if len(written) == number else write(path, content)
    Path.write_bytes = write

MOMENTS = {
    "never": lambda: None,
    "first file": lambda: at_file(1),
    "many files": lambda: at_file(40),
    "taking the place": lambda: setattr(folder, "_take_place", kill),
    "in its place": lambda: setattr(folder, "_exchanged", lambda *of: exchange(*of) and kill()),
    "at last": lambda: None,
}
exchange = folder._exchanged
site.draw_apart = lambda *_: b"png"
served()
for moment, arm in MOMENTS.items():
    # Each of them tries again after the one before.
    name = "old" if moment == "never" else "new"
    if (child := os.fork()) == 0:
        arm()
        main(["site", "--out", sys.argv[1], "--address", f"https://launches.example/{name}"])
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    index = Path(sys.argv[1], "sitemap.xml").read_text()
    files = sorted(str(path) for path in Path(sys.argv[1]).rglob("*") if path.is_file())
    print(moment, status, "/new" in index, len(files), flush=True)
"""


def test_a_run_that_is_killed_leaves_the_old_site_whole_or_the_new_one(own_record, tmp_path):
    keep_period(own_record, "2024-01-14")
    program = [sys.executable, "-c", KILLED, tmp_path / "site"]
    killed = subprocess.run(program, cwd=ROOT, check=True, capture_output=True, text=True)
    first, *others = killed.stdout.splitlines()
    files = first.split()[-1]
    assert first == f"never 0 False {files}"
    assert others == [
        f"first file -9 False {files}",
        f"many files -9 False {files}",
        f"taking the place -9 False {files}",
        f"in its place -9 True {files}",
        f"at last 0 True {files}",
    ]
    assert {path.name for path in tmp_path.iterdir()} == {"record", "site"}


@pytest.mark.parametrize("system_can", [True, False])
def test_a_folder_takes_the_place_of_another(tmp_path, monkeypatch, system_can):
    from dashboard.commands import folder as module

    if not system_can:
        monkeypatch.setattr(module, "_exchanged", lambda *_: False)
    place = tmp_path / "site"
    for text in ("first", "second"):
        with module.new_folder(place) as draft:
            (draft / "index.html").write_text(text, encoding="utf-8")
        assert (place / "index.html").read_text(encoding="utf-8") == text
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_list_of_somebody_else_takes_nothing_away(tmp_path, capsys):
    (tmp_path / "files.txt").write_text("letter.txt\n", encoding="utf-8")
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    assert main(["site", "--out", str(tmp_path)]) == 1
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "mine"
