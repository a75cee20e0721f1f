"""The altitude chart and the 3D view as a reader uses them, in a real browser."""

import io
import time

import numpy as np
import pytest
from PIL import Image

from conftest import MARKUP
from driving import (
    ROOT,
    map_document,
    map_frame,
    press,
    refuse_other_hosts,
    wait_for_map,
)

LOFTED = "period=2022-03-24&period=2022-03-24&launch=2022-03-24-1"
FLAT = "period=2022-05-25&period=2022-05-25&launch=2022-05-25-2"
NO_AZIMUTH = "period=2022-11-05&period=2022-11-05&launch=2022-11-05-1"
GLIDE = "period=2024-01-14&period=2024-01-14&launch=2024-01-14-1"
ICBM_ORANGE, IRBM_PINK = (213, 94, 0), (204, 121, 167)
SHOTS = ROOT / "tests" / "screenshots"
DRAWN_S = 30


@pytest.fixture
def browser(browser_3d):
    return browser_3d


def open_chart(page, address, query):
    """Open a launch and scroll to its chart."""
    page.goto(f"{address}/?{query}")
    wait_for_map(page)
    chart = page.locator(".altitude")
    chart.locator("svg").wait_for()
    chart.scroll_into_view_if_needed()
    return chart


def picture(page, name):
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def curve_box(chart):
    """Extent of the first curve [px]."""
    return chart.locator(".curve").first.evaluate(
        "node => { const box = node.getBBox(); return [box.width, box.height]; }"
    )


def ring(page):
    """Latitude and longitude of the ring on the map and the words beside it, or None."""
    return map_document(page).evaluate(
        """() => {
            const found = Object.values(launchMap.map._layers)
                .find((layer) => layer.options.className === "map-point");
            if (!found) return null;
            const { lat, lng } = found.getLatLng();
            return [lat, lng, found.getTooltip().getElement().innerText];
        }"""
    )


def below_the_apogee(atlas, launch_id):
    """Latitude and longitude below the top of a flight, which is beside the middle of its track."""
    ascent = atlas.curves[launch_id].drawn[0].ascent
    top = ascent.height_km.argmax()
    return ascent.latitude[top], ascent.longitude[top]


def test_a_lofted_flight_is_tall_and_to_scale(page, address):
    chart = open_chart(page, address, LOFTED)
    width, height = curve_box(chart)
    assert height / width == pytest.approx(6248.5 / 1090, rel=0.01)
    svg = chart.locator("svg").bounding_box()
    assert svg["width"] <= 460
    assert svg["height"] <= 340
    labels = chart.locator("svg").text_content()
    for said in ("Kármán line, 100 km", "ISS, about 420 km", "JCS", "Japan MOD", "KCNA"):
        assert said in labels
    picture(page, "altitude-lofted")


def test_a_flat_flight_is_wide_and_to_scale(page, address):
    chart = open_chart(page, address, FLAT)
    width, height = curve_box(chart)
    assert width / height == pytest.approx(760 / 60, rel=0.01)
    labels = chart.locator("svg").text_content()
    assert "Kármán line" in labels
    assert "ISS" not in labels
    picture(page, "altitude-flat")


def test_pointing_at_the_top_marks_the_place_below_it(page, address, served):
    chart = open_chart(page, address, LOFTED)
    assert ring(page) is None
    box = chart.locator(".curve").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 3)
    output = chart.locator("output")
    output.get_by_text("km high").wait_for()
    latitude, longitude, words = ring(page)
    assert (latitude, longitude) == pytest.approx(below_the_apogee(served, "2022-03-24-1"), abs=0.1)
    assert "6,2" in words
    assert "555 km from the site" in words
    assert output.inner_text() == words
    picture(page, "altitude-point")
    page.mouse.move(5, 5)
    output.get_by_text("Point at the curve").wait_for()
    assert ring(page) is None


def test_arrow_keys_move_the_point_and_escape_takes_it_away(page, address):
    chart = open_chart(page, address, LOFTED)
    chart.focus()
    page.keyboard.press("Home")
    assert "0 km high, 0 km from the site, at lift-off" in ring(page)[2]
    page.keyboard.press("ArrowRight")
    first = chart.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    assert chart.get_attribute("aria-valuetext") != first
    page.keyboard.press("ArrowLeft")
    assert chart.get_attribute("aria-valuetext") == first == chart.locator("output").inner_text()
    page.keyboard.press("End")
    assert chart.get_attribute("aria-valuenow") == chart.get_attribute("aria-valuemax") == "1090"
    page.keyboard.press("Escape")
    assert ring(page) is None


def test_the_chart_has_a_text_alternative(page, address):
    chart = open_chart(page, address, LOFTED)
    described = chart.evaluate(
        "node => node.getRootNode().getElementById(node.getAttribute('aria-describedby')).innerText"
    )
    assert "Flight through range 1,090 km (KCNA)" in described
    assert "Derived flight time" in described
    assert chart.get_attribute("role") == "slider"


def test_two_curves_are_reached_by_the_arrow_up_key(page, address):
    chart = open_chart(page, address, "launch=2023-02-20-1")
    assert chart.locator(".curve").count() == 2
    chart.focus()
    page.keyboard.press("End")
    assert chart.locator("output").inner_text().startswith("missile 1 of 2")
    page.keyboard.press("ArrowUp")
    assert chart.locator("output").inner_text().startswith("missile 2 of 2")


def test_a_launch_that_the_map_cannot_show_says_why(page, address):
    chart = open_chart(page, address, NO_AZIMUTH)
    chart.focus()
    page.keyboard.press("End")
    assert "no azimuth is known" in chart.locator("output").inner_text()
    assert ring(page) is None
    chart = open_chart(page, address, LOFTED.replace("2022-03-24&", "2022-01-01&", 2))
    chart.focus()
    page.keyboard.press("End")
    assert "the filters leave this launch out" in chart.locator("output").inner_text()
    assert ring(page) is None


def test_a_glide_flight_has_no_ellipse_and_says_why(page, address):
    page.goto(f"{address}/?{GLIDE}")
    wait_for_map(page)
    page.get_by_text("does not follow the two-body ellipse").wait_for()
    assert page.locator(".altitude").count() == 0


def test_closing_the_panel_takes_the_point_off_the_map(page, address):
    chart = open_chart(page, address, LOFTED)
    box = chart.locator(".curve").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 5)
    chart.get_by_text("km high").wait_for()
    # A click from the keyboard of the browser's own driver leaves the pointer where it is.
    page.get_by_role("button", name="Close").dispatch_event("click")
    chart.wait_for(state="detached")
    assert ring(page) is None


def test_text_of_the_record_stays_text_in_chart_and_view(new_page, hostile_address):
    page = new_page()
    foreign = refuse_other_hosts(page, hostile_address)
    query = "period=2022-01-30&period=2022-01-30&launch=2022-01-30-1"
    chart = open_chart(page, hostile_address, query)
    chart.focus()
    page.keyboard.press("ArrowRight")
    open_view(page)
    assert MARKUP[:10] in name_below_the_pointer(page, IRBM_PINK, MARKUP[:10])
    for frame in page.frames:
        assert frame.evaluate("window.hostile") is None
        assert frame.locator("img[src='x']").count() == 0
    assert foreign == []


def test_below_a_path_prefix_chart_and_view_are_found(new_page, prefixed):
    page = new_page()
    missing = []
    page.on("response", lambda reply: missing.append(reply.url) if reply.status >= 400 else None)
    open_chart(page, prefixed, LOFTED)
    open_view(page)
    wait_for_ink(view(page), ICBM_ORANGE, lambda number: number > 200)
    assert missing == []


def open_view(page):
    page.get_by_role("tab", name="Altitudes and 3D").click()
    view(page).locator("canvas").first.wait_for()


def view(page):
    return page.get_by_test_id("stDeckGlJsonChart")


def inked(element, colour):
    """Which pixels of an element have a colour: rows by columns."""
    element.scroll_into_view_if_needed()
    shot = np.asarray(Image.open(io.BytesIO(element.screenshot())).convert("RGB"), dtype=int)
    return np.abs(shot - colour).max(axis=2) < 12


def wait_for_ink(element, colour, wanted):
    """Return the pixels of an element that have a colour, once their number is as wanted."""
    deadline = time.monotonic() + DRAWN_S
    while not wanted((pixels := inked(element, colour)).sum()):
        assert time.monotonic() < deadline, f"{pixels.sum()} pixels have the colour {colour}"
    return pixels


def test_the_3d_view_is_built_when_it_is_opened_and_asks_no_other_host(page, address):
    page.goto(f"{address}/?{LOFTED.partition('&launch')[0]}")
    wait_for_map(page)
    assert view(page).count() == 0
    open_view(page)
    assert page.get_by_text("1 track drawn with the altitude").is_visible()
    wait_for_ink(view(page), ICBM_ORANGE, lambda number: number > 500)
    picture(page, "view3d")


def test_the_3d_view_names_the_flight_below_the_pointer(page, address):
    page.goto(f"{address}/?{LOFTED.partition('&launch')[0]}")
    wait_for_map(page)
    open_view(page)
    assert "drawn up to 6,249 km high" in name_below_the_pointer(page, ICBM_ORANGE, "Hwasong-15")


def name_below_the_pointer(page, colour, wanted):
    """Words of the 3D view where the pointer meets a flight of a colour."""
    pixels = wait_for_ink(view(page), colour, lambda number: number > 100)
    box = view(page).bounding_box()
    rows, columns = pixels.nonzero()
    middle = len(rows) // 2
    right, down = box["x"] + float(columns[middle]), box["y"] + float(rows[middle])
    page.mouse.move(right - 2, down)
    page.mouse.move(right + 0.5, down + 0.5)
    tip = page.locator(".deck-tooltip", has_text=wanted)
    tip.wait_for()
    return tip.inner_text()


def test_the_3d_view_follows_the_selection(page, address):
    page.goto(f"{address}/?period=2022-01-01&period=2022-12-31")
    wait_for_map(page)
    open_view(page)
    wait_for_ink(view(page), ICBM_ORANGE, lambda number: number > 500)
    press(page, "SRBM")
    page.wait_for_url("**type=SRBM**")
    wait_for_ink(view(page), ICBM_ORANGE, lambda number: number == 0)


def test_the_ring_lies_over_the_tracks_and_takes_no_clicks(page, address):
    chart = open_chart(page, address, LOFTED)
    chart.focus()
    page.keyboard.press("End")
    path = map_frame(page).locator("path.map-point")
    path.wait_for()
    assert path.evaluate("node => getComputedStyle(node).pointerEvents") == "none"
