"""The map as a reader looks at it and moves it: fit, legend, clicks, gestures, names."""

from itertools import combinations

import pytest

from driving import (
    DESKTOP,
    MAP_FRAME,
    PHONE,
    map_document,
    on_page,
    press,
    wait_for_map,
    wait_until,
    wait_until_map_rests,
)

JANUARY_2022 = "period=2022-01-01&period=2022-01-31"
OVERFLEW = "reach=overflew+Japan"
SIZES = [(1440, 900), (1280, 720), (1024, 768), (768, 1024), (390, 844), (360, 640)]
VIEW = "() => [launchMap.map.getZoom(), ...Object.values(launchMap.map.getCenter())].join()"
INSIDE = "() => launchMap.map.getBounds().contains(launchMap.drawn.getBounds())"


@pytest.fixture
def open_map(open_one):
    """Open the one-file map of 2022 at a size, and wait until it rests."""

    def make(width=1440, height=900, query="?period=2022", **options):
        page = open_one(query, viewport={"width": width, "height": height}, **options)
        page.evaluate("document.fonts.ready")
        wait_until_map_rests(page)
        page.locator("#map").scroll_into_view_if_needed()
        return page

    return make


def boxes(page):
    """Boxes of what lies over the map [px], by its class."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(
            ".leaflet-control, .map-legend, .map-onward")].map((node) => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return [node.className, [left, top, right, bottom]];
        }))"""
    )


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("opened", ["as it opens", "unfolded"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_buttons_legend_scale_and_sources_never_overlap(open_map, width, height, opened):
    page = open_map(width, height)
    legend = page.locator(".map-legend")
    frame = page.locator("#map").bounding_box()
    if opened == "as it opens":
        covered = legend.bounding_box()
        area = covered["width"] * covered["height"]
        assert area <= 0.25 * frame["width"] * frame["height"] + 1
    elif not legend.evaluate("box => box.open"):
        legend.locator("summary").click()
    found = boxes(page)
    assert len(found) == 5
    assert [
        pair for pair in combinations(found, 2) if overlap(found[pair[0]], found[pair[1]])
    ] == []
    for left, top, right, bottom in found.values():
        assert frame["x"] <= left
        assert right <= frame["x"] + frame["width"]
        assert frame["y"] <= top
        assert bottom <= frame["y"] + frame["height"]


def test_legend_lists_what_is_selected_and_closes_for_a_launch(open_map):
    page = open_map()
    rows = page.locator(".legend-row")
    texts = " ".join(rows.all_inner_texts())
    assert "Failure" in texts
    page.evaluate("launchPage.change({ type: ['IRBM'] })")
    texts = " ".join(rows.all_inner_texts())
    assert "Ground track" in texts
    assert "Failure" not in texts
    assert "#cc79a7" in rows.first.inner_html()
    assert page.locator(".map-legend").evaluate("box => box.open")
    page.evaluate("launchPage.change({ open: '2022-01-30-1' })")
    assert not page.locator(".map-legend").evaluate("box => box.open")
    page.evaluate("launchPage.change({ open: null, type: [] })")
    assert "Failure" in " ".join(rows.all_inner_texts())


def test_map_fits_what_is_selected_until_the_reader_moves_it(open_map):
    page = open_map()
    january = "{ period: ['2022-01-01', '2022-01-31'] }"
    whole = page.evaluate(VIEW)
    page.evaluate(f"launchPage.change({january})")
    fitted = page.evaluate(VIEW)
    assert fitted != whole
    assert page.evaluate(INSIDE)
    page.get_by_role("button", name="Zoom in").click()
    wait_until_map_rests(page)
    by_hand = page.evaluate(VIEW)
    page.evaluate("launchPage.change({ period: ['2022-01-01', '2022-12-31'] })")
    assert page.evaluate(VIEW) == by_hand
    page.get_by_role("button", name="Fit to the flights shown").click()
    page.evaluate(f"launchPage.change({january})")
    assert page.evaluate(VIEW) == fitted


def test_opening_a_launch_moves_the_map_only_where_it_is_out_of_view(open_map):
    page = open_map(390, 844)
    page.evaluate("void launchMap.map.setView([37.5, 127], 9, { animate: false })")
    page.evaluate("launchPage.change({ open: '2022-10-04-1' })")
    wait_until_map_rests(page)
    bounds = "launchMap.launches.find((one) => one.id === '2022-10-04-1').layers[2].getBounds()"
    assert page.evaluate(f"launchMap.map.getBounds().contains({bounds})")
    page.evaluate("void launchMap.map.setView([40, 150], 3, { animate: false })")
    before = page.evaluate(VIEW)
    page.evaluate("launchPage.change({ open: '2022-01-30-1' })")
    wait_until_map_rests(page)
    assert page.evaluate(VIEW) == before


def test_a_busy_site_is_hit_where_it_is_seen_and_opens_its_newest_launch(open_map):
    """Of a raster of 2 px around Pyongyang, as in the report of what readers could not hit."""
    page = open_map()
    name = "Pyongyang Sunan International Airport"
    hits = page.evaluate(
        """(name) => {
            const { map, renderer, visibleSites } = launchMap;
            const at = map.latLngToLayerPoint(visibleSites.find((site) => site.name === name).at);
            const counts = {};
            for (let x = -30; x <= 30; x += 2) for (let y = -30; y <= 30; y += 2) {
                const [mark] = renderer.meant(L.point(at.x + x, at.y + y));
                if (mark?.place) counts[mark.place.name] = (counts[mark.place.name] || 0) + 1;
            }
            return counts;
        }""",
        name,
    )
    assert hits[name] >= 20, hits
    box = page.locator("#map").bounding_box()
    x, y = page.evaluate(
        """(name) => {
            const { map, visibleSites } = launchMap;
            const at = map.latLngToContainerPoint(visibleSites.find((one) => one.name === name).at);
            return [at.x, at.y];
        }""",
        name,
    )
    page.mouse.click(box["x"] + x, box["y"] + y)
    ids = page.evaluate(
        "name => launchMap.visibleSites.find((site) => site.name === name).launches", name
    )
    assert page.evaluate("launchPage.selection.open") == max(ids)
    buttons = page.locator("#panel details button")
    assert buttons.count() >= len(ids)


def test_wheel_scrolls_the_page_past_the_map_and_zooms_it_with_ctrl(open_map):
    page = open_map(1024, 500)
    page.evaluate("scrollTo(0, 0)")
    zoom = page.evaluate("launchMap.map.getZoom()")
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 100)
    page.mouse.wheel(0, 200)
    wait_until(page, "scrollY > 0")
    assert page.evaluate("launchMap.map.getZoom()") == zoom
    hint = page.locator(".map-hint")
    assert "Ctrl" in hint.inner_text()
    assert hint.is_visible()
    at = page.evaluate("scrollY")
    # What lay below the pointer has gone up with the page.
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + 300, max(box["y"], 0) + 40)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    wait_until(page, "zoom => launchMap.map.getZoom() > zoom", arg=zoom)
    assert page.evaluate("scrollY") == at
    assert not hint.is_visible()


def swipe(page, x, y, fingers):
    """Move fingers up the screen by 120 px, as a touch screen reports it."""
    client = page.context.new_cdp_session(page)
    points = [{"x": x + 60 * finger, "y": y, "id": finger} for finger in range(fingers)]
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
    for step in range(1, 9):
        moved = [point | {"y": y - 15 * step} for point in points]
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": moved})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_one_finger_scrolls_the_page_and_two_move_the_map(open_map):
    page = open_map(PHONE["width"], PHONE["height"], has_touch=True, is_mobile=True)
    page.evaluate("scrollTo(0, 0)")
    page.locator("#map").scroll_into_view_if_needed()
    box = page.locator("#map").bounding_box()
    before, at = page.evaluate(VIEW), page.evaluate("scrollY")
    middle = box["x"] + 100, min(box["y"] + box["height"] / 2, PHONE["height"] - 80)
    swipe(page, *middle, fingers=1)
    wait_until(page, "at => scrollY > at", arg=at)
    assert page.evaluate(VIEW) == before
    assert "Two fingers" in page.locator(".map-hint").inner_text()
    wait_until_map_rests(page)
    page.wait_for_timeout(300)
    at = page.evaluate("scrollY")
    box = page.locator("#map").bounding_box()
    swipe(page, box["x"] + 100, box["y"] + box["height"] / 2, fingers=2)
    wait_until_map_rests(page)
    assert page.evaluate(VIEW) != before
    assert page.evaluate("scrollY") == at


def test_few_launches_are_named_on_the_map_and_no_name_covers_another(open_map):
    page = open_map(query="?period=2022-01-01&period=2022-01-31")
    names = page.locator(".label-launch span")
    assert "30 Jan 2022, Hwasong-12" in names.all_inner_texts()
    assert names.count() == 6
    found = page.evaluate(
        """() => [...document.querySelectorAll(".map-label span")].map((node) => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return [left + 2, top + 2, right - 2, bottom - 2];
        })"""
    )
    assert not any(overlap(*pair) for pair in combinations(found, 2))
    page.evaluate("launchPage.change({ period: ['2022-01-01', '2022-12-31'] })")
    assert names.count() == 0


def test_map_in_the_page_is_named_fits_each_filter_and_shows_the_ring(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    document = map_document(page)
    assert page.locator(MAP_FRAME).get_attribute("title") == "Map of 7 launches"
    assert page.frame_locator(MAP_FRAME).get_by_role("region", name="Map of 7 launches").count()
    press(page, "IRBM")
    wait_for_map(page, shown=1)
    wait_until_map_rests(document)
    assert page.locator(MAP_FRAME).get_attribute("title") == "Map of 1 launch"
    assert document.evaluate(INSIDE)
    page.goto(f"{address}/?{OVERFLEW}")
    wait_for_map(page)
    document = map_document(page)
    wait_until_map_rests(document)
    assert document.evaluate(INSIDE)


def test_wheel_over_the_map_scrolls_the_page_around_its_frame(page, address):
    page.set_viewport_size({"width": DESKTOP["width"], "height": 600})
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    zoom = map_document(page).evaluate("launchMap.map.getZoom()")
    page.mouse.move(*on_page(page, 400, 200))
    top = page.locator(MAP_FRAME).bounding_box()["y"]
    page.mouse.wheel(0, 150)
    wait_until(
        page,
        "([frame, top]) => document.querySelector(frame).getBoundingClientRect().top < top",
        arg=[MAP_FRAME, top],
    )
    assert map_document(page).evaluate("launchMap.map.getZoom()") == zoom
