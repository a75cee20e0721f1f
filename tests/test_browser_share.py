"""The share panel, as a reader uses it: preview, download, and the view on the screen."""

import io
import json
import re

import pytest
from PIL import Image
from pptx import Presentation

from dashboard.picture.paper.sizes import SIZES
from driving import map_frame, wait_for_map, wait_until, wait_until_still, zoom_and_pan

JANUARY = "/?period=2022-01-01&period=2022-01-31"
PREVIEW = "img.preview"
LOADED = f"document.querySelector('{PREVIEW}').naturalWidth > 0"


@pytest.fixture
def shared(page, address):
    """Page of January 2022 with the share panel open and its preview drawn."""
    page.goto(address + JANUARY)
    wait_for_map(page)
    page.get_by_text("Share", exact=True).first.click()
    wait_until(page, f"document.querySelector('{PREVIEW}') && {LOADED}")
    return page


def choose(page, label, option):
    """Choose an option of a select box."""
    # A list that opens while the sidebar still scrolls closes again.
    page.get_by_role("button", name="Download picture").scroll_into_view_if_needed()
    box = page.get_by_role("combobox", name=re.compile(label))
    wait_until_still(box)
    box.click()
    box.fill(option)
    box.press("Enter")


def preview_of(page):
    return page.get_attribute(PREVIEW, "src")


def download(page):
    with page.expect_download() as started:
        page.get_by_role("button", name="Download picture").click()
    return started.value


def test_preview_and_download_are_the_picture_that_the_route_serves(shared, address):
    assert "period=2022-01-01" in preview_of(shared)
    saved = download(shared)
    assert saved.suggested_filename == "nk-launches_2022-01_social_en.png"
    served = shared.request.get(f"{address}/picture.png{JANUARY[1:]}&size=social")
    content = saved.path().read_bytes()
    assert content == served.body()
    assert Image.open(io.BytesIO(content)).size == SIZES["social"].pixels


def test_size_format_and_language_are_those_chosen(shared):
    choose(shared, "Size", "Square")
    choose(shared, "Language", "Korean")
    shared.get_by_role("radio", name="PDF").or_(
        shared.get_by_role("button", name="PDF", exact=True)
    ).first.click()
    wait_until(
        shared,
        f"document.querySelector('{PREVIEW}').src.includes('lang=ko&size=square')"
        f" && document.querySelector('{PREVIEW}').closest('a').href.includes('picture.pdf')",
    )
    saved = download(shared)
    assert saved.suggested_filename == "nk-launches_2022-01_square_ko.pdf"
    assert saved.path().read_bytes().startswith(b"%PDF")


def test_view_on_the_screen_follows_the_map_and_only_then(shared):
    choose(shared, "Extent", "The view on my screen")
    extent = r"extent=([-\d.]+)%2C([-\d.]+)%2C([-\d.]+)%2C([-\d.]+)"
    wait_until(shared, f"/{extent}/.test(document.querySelector('{PREVIEW}').src)")
    before = re.search(extent, preview_of(shared)).groups()
    zoom_and_pan(shared)
    wait_until(shared, f"!document.querySelector('{PREVIEW}').src.includes('{'%2C'.join(before)}')")
    west, south, east, north = map(float, re.search(extent, preview_of(shared)).groups())
    bounds = (
        map_frame(shared)
        .locator("body")
        .evaluate("() => launchMap.map.getBounds().toBBoxString().split(',').map(Number)")
    )
    assert [west, south, east, north] == pytest.approx(bounds, abs=0.02)
    choose(shared, "Extent", "Fit to the selection")
    wait_until(shared, f"document.querySelector('{PREVIEW}').src.includes('extent=fit')")


def test_opened_launch_can_be_the_subject(page, address):
    page.goto(f"{address}{JANUARY}&launch=2022-01-11-1")
    wait_for_map(page)
    page.get_by_text("Share", exact=True).first.click()
    wait_until(page, f"document.querySelector('{PREVIEW}') && {LOADED}")
    assert "launch=" not in preview_of(page)
    page.get_by_text("The opened launch").click()
    wait_until(page, f"document.querySelector('{PREVIEW}').src.includes('launch=2022-01-11-1')")


def part(page, name):
    """Turn to another part of the panel."""
    page.get_by_role("radio", name=name).or_(
        page.get_by_role("button", name=name, exact=True)
    ).first.click()


def codes(page, number):
    """Texts to be copied, once there are so many."""
    blocks = page.locator("[data-testid='stPopoverBody'] [data-testid='stCode']")
    blocks.nth(number - 1).wait_for()
    return [block.inner_text().strip() for block in blocks.all()]


def test_links_reopen_the_view_and_the_frame_shows_its_map(shared, address):
    part(shared, "Link")
    view, card, frame = codes(shared, 3)
    query = "?period=2022-01-01&period=2022-01-31"
    assert view.endswith("/" + query)
    assert card.endswith("/share" + query)
    assert shared.request.get(f"{address}/embed{query}").ok
    assert "/embed?period=2022-01-01&amp;period=2022-01-31" in frame


def test_files_are_the_selection(shared):
    part(shared, "Files")
    with shared.expect_download() as started:
        shared.get_by_role("link", name="GEOJSON").click()
    launches = {
        feature["properties"]["launch_id"]
        for feature in json.loads(started.value.path().read_text(encoding="utf-8"))["features"]
    }
    assert len(launches) == 7
    with shared.expect_download() as started:
        shared.get_by_role("link", name="PPTX").click()
    assert started.value.suggested_filename == "nk-launches_2022-01_slides_en.pptx"
    assert len(Presentation(started.value.path()).slides) == 4
    with shared.expect_download() as started:
        shared.get_by_role("button", name="Download as a web page").click()
    assert started.value.path().read_bytes().startswith(b"<!doctype html>")


def test_a_film_is_made_with_its_progress_and_downloaded(page, address):
    page.goto(f"{address}/?period=2022-01-30")
    wait_for_map(page)
    page.get_by_text("Share", exact=True).first.click()
    part(page, "Film")
    # A busy machine shows how far it is for less than the time between two looks of a test.
    page.evaluate(
        """() => new MutationObserver(() => {
            const told = /of the frames are drawn|is being made/;
            window.toldHowFar ||= told.test(document.body.innerText);
        }).observe(document.body, { childList: true, characterData: true, subtree: true })"""
    )
    page.get_by_role("button", name="Make the film").click()
    saves = page.get_by_role("button", name="Download the film")
    saves.wait_for(timeout=60_000)
    assert page.evaluate("window.toldHowFar")
    assert page.locator("video").count() == 1
    with page.expect_download() as started:
        saves.click()
    assert started.value.suggested_filename == "nk-launches_2022-01-30_film_social_en.mp4"
    content = started.value.path().read_bytes()
    assert content == page.request.get(f"{address}/film.mp4?period=2022-01-30").body()


def test_citation_names_the_version_and_one_launch_where_one_is_open(page, address):
    page.goto(f"{address}{JANUARY}&launch=2022-01-11-1")
    wait_for_map(page)
    page.get_by_text("Share", exact=True).first.click()
    part(page, "Cite")
    chicago, apa, bibtex = codes(page, 3)
    assert "version 2026-" in chicago
    assert "[Data set]" in apa
    assert bibtex.startswith("@misc{nk-launches,")
    page.get_by_text("The opened launch").click()
    page.get_by_text("@misc{nk-launch-2022-01-11-1,").wait_for()
