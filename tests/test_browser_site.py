"""The map without a server, as a reader opens it from disk, and the map in somebody's page."""

import contextlib
import datetime as dt
import re
import threading
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from conftest import JANUARY_2022
from dashboard.flights.plan import WHOSE
from dashboard.selection.library import Library
from dashboard.selection.query import read_query
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.site.onefile import one_file_map
from dashboard.site.pages import StaticSite
from dashboard.words.filters import refusal_words
from dashboard.words.say import Words
from driving import (
    PHONE,
    ROOT,
    middle_of_track,
    refuse_other_hosts,
    wait_until,
    wait_until_map_rests,
    wait_until_still,
)

PRESSED = ".legend-type[aria-pressed='true'] b"
JANUARY = "period=2022-01-01&period=2022-01-31"
SHOTS = ROOT / "tests" / "screenshots"


@pytest.fixture(scope="module")
def folder(tmp_path_factory, site_pages):
    """Site of the record, on disk."""
    root = tmp_path_factory.mktemp("site")
    for path, content in site_pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


@pytest.fixture
def offline(new_page):
    """Page without a network, which fails its test for an error of a script or a request."""
    page = new_page(offline=True)
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    foreign = refuse_other_hosts(page, "file://")
    yield page
    assert foreign == []
    assert problems == []


def open_page(page, path, query=""):
    page.goto(path.as_uri() + (f"?{query}" if query else ""))
    page.locator("body[data-shown]").wait_for(state="attached")
    # Fonts that come move the map a little, and a click would miss its arc.
    page.evaluate("document.fonts.ready")
    wait_until_map_rests(page)


def open_site(page, folder, query=""):
    open_page(page, folder / "index.html", query)


def open_one_file(page, folder, view, query=""):
    path = folder / "map.html"
    path.write_bytes(one_file_map(view))
    open_page(page, path, query)


def shown(page):
    """Ids of the launches that the map shows."""
    return page.evaluate("launchMap.launches.filter((one) => one.shown).map((one) => one.id)")


def summary(page):
    return page.inner_text("#summary")


def press(page, label):
    page.locator("#filters button").filter(has_text=re.compile(f"^{label}")).first.click()


def ink(page):
    """Pixels drawn on the map."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".leaflet-overlay-pane canvas")].map((canvas) => {
            const pixels = canvas.getContext("2d")
                .getImageData(0, 0, canvas.width, canvas.height).data;
            let ink = 0;
            for (let i = 3; i < pixels.length; i += 4) ink += pixels[i] > 0;
            return ink;
        }).reduce((sum, one) => sum + one, 0)"""
    )


def click_flight(page, launch_id):
    """Click the middle of a launch's track, where the browser has drawn it."""
    box = page.locator(".leaflet-container").bounding_box()
    at = middle_of_track(page, launch_id)
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])


def picture(page, name):
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


@pytest.mark.parametrize(
    "query",
    [
        {"site": ["무평리 군수공장", "Atlantis"], "reach": ["overflew Japan"]},
        {"period": ["2022-W01-1", "2022-Q1"], "sea": ["Sea of Japan"]},
        {"launch": ["2022-01-05-1"], "missile": ["Hwasong-12", "+&=#"]},
    ],
    ids=str,
)
def test_site_reads_a_link_as_the_dashboard_does(offline, folder, vocabulary, query):
    """What both make of any link is compared in test_two_languages; here it is in an address."""
    selection, problems = read_query(query, vocabulary, launch_opens=True)
    open_site(offline, folder, urlencode(query, doseq=True))
    assert offline.locator("#problems li").all_inner_texts() == [
        refusal_words(Words(), problem) for problem in problems
    ]
    assert shown(offline) == [
        one.id for one in selection.pick(vocabulary.launches, vocabulary.reaches)
    ]
    assert offline.evaluate("launchPage.selection.open") == selection.open
    if problems:
        wanted = selection.query(vocabulary.period)
        assert parse_qsl(urlsplit(offline.url).query) == wanted


def test_site_opens_from_disk_and_its_filters_change_map_counts_and_link(offline, folder, served):
    open_site(offline, folder)
    assert len(shown(offline)) == len(served.record.launches)
    before = ink(offline)
    assert before > 1000
    press(offline, "2022")
    press(offline, "IRBM")
    january = Selection((dt.date(2022, 1, 1), dt.date(2022, 12, 31)), type=("IRBM",))
    wanted = [one.id for one in january.pick(served.record.launches)]
    assert shown(offline) == wanted
    assert 0 < ink(offline) < before
    assert summary(offline).startswith(f"{len(wanted)} launches (")
    assert offline.locator(PRESSED).all_inner_texts() == [str(len(wanted))]
    wait_until(
        offline,
        "number => document.querySelectorAll('#list tr:not([hidden])').length === number",
        arg=len(wanted),
    )
    assert offline.url.endswith("?type=IRBM&period=2022-01-01&period=2022-12-31")
    link = offline.url
    offline.goto("about:blank")
    offline.goto(link)
    offline.locator("body[data-shown]").wait_for(state="attached")
    assert shown(offline) == wanted
    press(offline, "Reset all filters")
    assert "?" not in offline.url
    assert len(shown(offline)) == len(served.record.launches)


def test_site_says_what_the_dashboard_says_of_the_count(offline, folder, served_atlases):
    from dashboard.words.views import summary as said

    for whose in WHOSE:
        atlas = served_atlases[whose]
        open_site(offline, folder, f"figures={whose}&{JANUARY}")
        picked = Selection(JANUARY_2022).pick(atlas.record.launches)
        assert summary(offline) == said(Words(), atlas, picked)


def test_site_names_what_a_link_says_wrong_and_applies_the_rest(offline, folder):
    open_site(offline, folder, f"{JANUARY}&type=XXL&colour=red")
    problems = offline.locator("#problems li").all_inner_texts()
    assert any("XXL" in problem for problem in problems)
    assert any("colour" in problem for problem in problems)
    assert len(shown(offline)) == 7
    assert "XXL" not in offline.url


def test_click_on_an_arc_opens_its_panel_and_the_link_reopens_it(offline, folder):
    open_site(offline, folder, f"{JANUARY}&type=IRBM")
    click_flight(offline, "2022-01-30-1")
    panel = offline.locator("#panel")
    panel.get_by_text("Who stated what").wait_for()
    assert "Hwasong-12" in panel.inner_text()
    assert "Derived impact point" in panel.locator(".derived").inner_text()
    assert "open=2022-01-30-1" in offline.url
    assert panel.locator("a[target='_blank']").first.get_attribute("href").startswith("http")
    picture(offline, "site-panel")
    offline.reload()
    panel.get_by_text("Who stated what").wait_for()
    panel.get_by_role("link", name="Page of this launch").click()
    offline.get_by_role("heading", name="Launch of 30 Jan 2022").wait_for()
    offline.get_by_role("link", name="On the map").click()
    panel.get_by_text("Who stated what").wait_for()
    panel.get_by_role("button", name="Close").click()
    assert "open=" not in offline.url
    click_flight(offline, "2022-01-30-1")
    panel.get_by_text("Who stated what").wait_for()
    offline.keyboard.press("Escape")
    panel.wait_for(state="hidden")


def test_panel_follows_whose_figures_are_drawn(offline, folder):
    open_site(offline, folder, "launch=2023-12-17-1")
    derived = offline.locator("#panel .derived")
    derived.get_by_text("(JCS)").first.wait_for()
    offline.locator("#filters details").evaluate_all(
        "all => all.forEach((one) => { one.open = true; })"
    )
    offline.get_by_role("combobox", name="Whose figures are drawn").select_option("kcna")
    derived.get_by_text("no range of North Korea").wait_for()


def test_site_makes_a_picture_of_the_screen_from_disk(offline, folder):
    open_site(offline, folder, JANUARY)
    offline.get_by_role("button", name="Picture of the screen").click()
    with offline.expect_download() as coming:
        offline.get_by_role("menuitem", name="Download PNG").click()
    assert coming.value.path().stat().st_size > 50_000


def test_one_file_opens_from_disk_filters_and_opens_a_panel(offline, tmp_path, library):
    open_one_file(offline, tmp_path, View(Selection(JANUARY_2022), library))
    assert len(shown(offline)) == 7
    press(offline, "IRBM")
    assert shown(offline) == ["2022-01-30-1"]
    assert summary(offline).startswith("1 launch (1 missile)")
    assert offline.locator(PRESSED).all_inner_texts() == ["1"]
    click_flight(offline, "2022-01-30-1")
    offline.locator("#panel .derived").get_by_text("Derived impact point").wait_for()
    press(offline, "IRBM")
    first, last = (
        offline.get_by_label("First day", exact=True),
        offline.get_by_label("Last day", exact=True),
    )
    first.fill("2022-01-05")
    last.fill("2022-01-11")
    assert shown(offline) == ["2022-01-05-1", "2022-01-11-1"]
    assert "period=2022-01-05&period=2022-01-11" in offline.url
    assert Words().say("title") in offline.title()
    picture(offline, "one-file")


def test_one_file_opens_as_its_view_was(offline, tmp_path, library):
    view = View(Selection(JANUARY_2022, sea="sea-of-japan", open="2022-01-30-1"), library)
    open_one_file(offline, tmp_path, view)
    offline.locator("#panel").get_by_text("Who stated what").wait_for()
    offline.locator(".map-label").get_by_text("Sea of Japan").wait_for(state="attached")
    stated = offline.locator("#panel .beside").inner_text()
    assert "Sea of Japan" in stated
    assert "East Sea" not in stated


def test_text_of_the_record_is_shown_and_never_run(offline, tmp_path, hostile_record):
    from dashboard.flights.atlas import build_atlases
    from data.record import read_record

    record = read_record(hostile_record)
    first, last = JANUARY_2022
    launches = tuple(one for one in record.launches if first <= one.first_day <= last)
    library = Library.of(build_atlases(replace(record, launches=launches)))
    view = View(Selection(JANUARY_2022, open="2022-01-30-1"), library)
    open_one_file(offline, tmp_path, view)
    offline.locator("#panel h2").get_by_text("<img src=x").wait_for()
    for path, content in StaticSite(library).pages():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    offline_pages = ("index.html", "launches.html", "launch/2022-01-30-1.html")
    for page in offline_pages:
        offline.goto((tmp_path / page).as_uri() + "?launch=2022-01-30-1&type=<img src=x>")
        offline.get_by_text("<img src=x").first.wait_for(state="attached")
        offline.wait_for_load_state("networkidle")
        assert offline.evaluate("window.hostile") is None
        assert offline.locator("img[src='x']").count() == 0
        assert offline.locator("a[href^='javascript']").count() == 0


@pytest.mark.parametrize("name", ["index.html", "launches.html", "launch/2022-10-04-1.html"])
def test_on_a_phone_nothing_is_cut_off(new_page, folder, name):
    page = new_page(viewport=PHONE)
    page.goto((folder / name).as_uri())
    page.evaluate("document.fonts.ready")
    wait_until_still(page.locator("body"))
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    picture(page, f"site-phone-{name.rpartition('/')[2].removesuffix('.html')}")


@contextlib.contextmanager
def somebodys_page(folder, html):
    """Serve a page of another origin than ours; yields its address."""
    (folder / "index.html").write_text(html, encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_map_in_somebodys_page_shows_a_view_and_leads_to_the_dashboard(new_page, address, tmp_path):
    link = f"{address}/embed?{JANUARY}&type=IRBM"
    frame_html = f"<iframe src='{link.replace('&', '&amp;')}' width=900 height=600></iframe>"
    page = new_page()
    with somebodys_page(tmp_path, frame_html) as outside:
        page.goto(outside)
        frame = page.frame_locator("iframe")
        frame.locator("body[data-shown='1']").wait_for(state="attached")
        picture(page, "embedded")
        frame.get_by_role("link", name="Open in the dashboard").click()
        page.wait_for_url(f"{address}/?type=IRBM&period=2022-01-01&period=2022-01-31")


def test_click_on_a_flight_in_a_frame_opens_it_in_the_dashboard(page, address):
    page.goto(f"{address}/embed?{JANUARY}&type=IRBM")
    page.locator("body[data-shown='1']").wait_for(state="attached")
    assert shown(page) == ["2022-01-30-1"]
    click_flight(page, "2022-01-30-1")
    page.wait_for_url("**/?type=IRBM&period=2022-01-01&period=2022-01-31&open=2022-01-30-1")
    page.locator(".panel h2", has_text="Hwasong-12").wait_for()
