"""Zones, reach and what is known in part, as a reader uses them in a real browser."""

import pytest

from driving import (
    ROOT,
    WHOLE_RECORD,
    counts_of,
    map_document,
    map_frame,
    on_page,
    press,
    summary_line,
    wait_for_map,
    wait_until,
    wait_until_map_rests,
)

JANUARY_2022 = "period=2022-01-01&period=2022-01-31"
SPRING_2014 = "period=2014-02-21&period=2014-03-05"
JUNE_2025 = "period=2025-06-19&period=2025-06-19"
ZONES_FILE = "zones.geojson"
ZONES_BUTTON = "EEZ and territorial seas (approximate)"
NOTE = "Zones by nearest coast: approximate, not a legal boundary"
OVERFLEW, NEAR_EEZ = "overflew Japan", "in or near Japan's EEZ"
RING, RAY = "Range stated, direction not", "Direction stated, range not"
SHOTS = ROOT / "tests" / "screenshots"


def picture(page, name):
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def open_map(page, address, query):
    page.goto(f"{address}/?{query}")
    wait_for_map(page)


def zones_button(page):
    return map_frame(page).get_by_role("button", name=ZONES_BUTTON)


def switch_zones(page, *, on):
    """Press the button and wait until the zones are as wanted."""
    button = zones_button(page)
    button.click()
    assert button.get_attribute("aria-pressed") == str(on).lower()
    map_frame(page).get_by_text(NOTE).wait_for(state="visible" if on else "detached")


def zone_shapes(page):
    """How many shapes of zones are on the map."""
    return map_document(page).evaluate(
        """() => Object.values(launchMap.map._layers)
            .filter((layer) => layer.feature && "zone" in layer.feature.properties).length"""
    )


def zone_ink(page):
    """Pixels of outline that are drawn where zones are drawn alone."""
    return map_document(page).evaluate(
        """() => [...document.querySelectorAll(".leaflet-zones-pane path")]
            .reduce((sum, path) => sum + path.getTotalLength(), 0)"""
    )


def launches_counted(page):
    return int(summary_line(page).split()[0])


def wait_for_launches(page, number):
    wait_until(
        page,
        "number => document.querySelector('p.summary')?.innerText.startsWith(`${number} launch`)",
        arg=number,
    )


def reach_counts(page):
    """Live counts in the sidebar by value."""
    return counts_of(page, "Reach")


def selected_ids(page):
    return map_document(page).evaluate(
        "() => launchMap.launches.filter((one) => one.shown).map((one) => one.id)"
    )


def test_the_zones_are_fetched_when_they_are_first_wanted(page, address):
    asked = []
    page.on("request", lambda one: asked.append(one.url) if ZONES_FILE in one.url else None)
    open_map(page, address, JANUARY_2022)
    page.wait_for_load_state("networkidle")
    # The server knows them without the browser, which needs them only to draw.
    assert (asked, zone_shapes(page)) == ([], 0)
    switch_zones(page, on=True)
    switch_zones(page, on=False)
    switch_zones(page, on=True)
    assert len(asked) == 1
    assert asked[0].startswith(address)


def test_the_button_shows_and_hides_the_zones_and_their_note(page, address):
    open_map(page, address, JANUARY_2022)
    assert zones_button(page).get_attribute("aria-pressed") == "false"
    assert map_frame(page).get_by_text(NOTE).count() == 0
    switch_zones(page, on=True)
    wait_until_map_rests(map_document(page))
    assert zone_shapes(page) >= 6
    assert zone_ink(page) > 2000
    picture(page, "zones")
    switch_zones(page, on=False)
    assert zone_shapes(page) == 0
    assert zone_ink(page) == 0


def test_land_is_not_drawn_a_second_time_as_a_zone(page, address):
    open_map(page, address, JANUARY_2022)
    switch_zones(page, on=True)
    kinds = map_document(page).evaluate(
        """() => [...new Set(Object.values(launchMap.map._layers)
            .filter((layer) => layer.feature && "zone" in layer.feature.properties)
            .map((layer) => layer.feature.properties.zone))].sort()"""
    )
    assert kinds == ["eez", "territorial sea"]


def test_zones_stay_through_a_change_of_the_filters_and_an_opened_launch(page, address):
    open_map(page, address, JANUARY_2022)
    switch_zones(page, on=True)
    shapes = zone_shapes(page)
    press(page, "IRBM")
    wait_for_launches(page, 1)
    wait_for_map(page, shown=1)
    assert zones_button(page).get_attribute("aria-pressed") == "true"
    assert map_frame(page).get_by_text(NOTE).is_visible()
    assert zone_shapes(page) == shapes
    click_shape(page, "2022-01-30-1", "track")
    page.locator(".panel h2[data-launch]").first.wait_for()
    assert zones_button(page).get_attribute("aria-pressed") == "true"
    assert zone_shapes(page) == shapes
    press(page, "Reset all filters")
    wait_until(page, "!document.querySelector('p.summary').innerText.startsWith('1 ')")
    assert zone_shapes(page) == shapes
    switch_zones(page, on=False)
    assert zone_shapes(page) == 0


def test_zones_take_no_clicks_from_the_flights(page, address):
    open_map(page, address, f"{JANUARY_2022}&type=IRBM")
    wait_for_map(page, shown=1)
    switch_zones(page, on=True)
    click_shape(page, "2022-01-30-1", "track")
    page.wait_for_url("**open=2022-01-30-1**")


def test_zones_that_cannot_be_loaded_are_said_and_the_flights_stay(page, address):
    page.route(f"**/{ZONES_FILE}*", lambda route: route.abort())
    open_map(page, address, JANUARY_2022)
    zones_button(page).click()
    map_frame(page).get_by_text("Zones could not be loaded").wait_for()
    assert zone_shapes(page) == 0
    assert launches_counted(page) == 7


def test_a_link_by_reach_shows_those_launches_alone(page, address):
    page.goto(f"{address}/?reach=overflew+Japan&period=1984-04-01&period=2026-08-20")
    wait_for_launches(page, 9)
    wait_for_map(page, shown=3)
    # Three tracks, and six that are stated to have passed over it.
    assert selected_ids(page) == [
        *("1998-08-31-1", "2009-04-05-1", "2012-12-12-1", "2016-02-07-1", "2017-08-29-1"),
        *("2017-09-15-1", "2022-10-04-1", "2023-08-24-1", "2023-11-21-1"),
    ]
    assert "reach=overflew" in page.url
    assert reach_counts(page)[OVERFLEW] == 9
    picture(page, "reach-overflew")


def test_a_pill_of_reach_changes_count_map_and_link(page, address):
    open_map(page, address, WHOLE_RECORD)
    whole, counts = launches_counted(page), reach_counts(page)
    assert 0 < counts[OVERFLEW] < counts[NEAR_EEZ] < whole / 5
    press(page, OVERFLEW)
    wait_for_launches(page, counts[OVERFLEW])
    page.wait_for_url("**reach=overflew**")
    # What may be added to the choice is counted without it.
    assert reach_counts(page) == counts
    press(page, NEAR_EEZ)
    wait_until(
        page,
        "before => !document.querySelector('p.summary').innerText.startsWith(`${before} `)",
        arg=counts[OVERFLEW],
    )
    assert counts[NEAR_EEZ] <= launches_counted(page) <= sum(counts.values())
    assert page.url.count("reach=") == 2
    press(page, OVERFLEW)
    wait_for_launches(page, counts[NEAR_EEZ])
    press(page, NEAR_EEZ)
    wait_for_launches(page, whole)
    assert "reach" not in page.url


def test_counts_of_reach_follow_the_other_filters_and_a_reset_clears_it(page, address):
    open_map(page, address, f"{JANUARY_2022}&reach=overflew+Japan")
    page.get_by_text("No launch matches this selection").wait_for()
    assert reach_counts(page)[OVERFLEW] == 0
    press(page, "Reset all filters")
    wait_until(page, "!document.querySelector('p.summary').innerText.startsWith('0 ')")
    assert reach_counts(page)[OVERFLEW] >= 3
    assert "reach" not in page.url


def test_a_wrong_reach_in_a_link_is_named_and_the_rest_applies(page, address):
    open_map(page, address, f"{JANUARY_2022}&reach=overflew+Mars")
    page.get_by_text("overflew Mars").wait_for()
    assert launches_counted(page) == 7
    assert "Mars" not in page.url


def test_what_is_known_in_part_is_explained_where_it_is_on_the_map(page, address):
    for query, ring, ray in (
        (SPRING_2014, True, False),
        (JUNE_2025, False, True),
        (JANUARY_2022, False, False),
    ):
        open_map(page, address, query)
        map_frame(page).locator(".legend-counts b").first.wait_for(state="attached")
        seen = {words: map_frame(page).get_by_text(words).is_visible() for words in (RING, RAY)}
        assert seen == {RING: ring, RAY: ray}, query
        if query == SPRING_2014:
            picture(page, "known-in-part")


def test_marks_of_what_is_known_in_part_leave_the_legend_with_it(page, address):
    open_map(page, address, SPRING_2014)
    map_frame(page).get_by_text(RING).wait_for()
    assert "drawn as arcs, 2 in part" in summary_line(page)
    press(page, "2017")
    page.wait_for_url("**period=2017-01-01&period=2017-12-31**")
    map_frame(page).get_by_text(RING).wait_for(state="hidden")


def click_shape(page, launch_id, part):
    """Click a shape of a launch where nothing else of the record is below the pointer."""
    point = map_document(page).evaluate(
        """([id, part]) => {
            const map = launchMap.map;
            const drawn = Object.values(map._layers).filter((one) => one.text || one.place);
            const mine = drawn.find((one) => one.launch === id && one.options.part === part);
            const margin = 60;
            for (const place of mine.getLatLngs().flat()) {
                const at = map.latLngToContainerPoint(place);
                const inFrame = at.x > margin && at.y > margin
                    && at.x < map.getSize().x - margin && at.y < map.getSize().y - margin;
                if (!inFrame || !document.elementFromPoint(at.x, at.y)?.closest("canvas")) continue;
                const below = drawn.filter(
                    (one) => one._containsPoint(map.containerPointToLayerPoint(at)));
                if (below.length === 1 && below[0] === mine) return [at.x, at.y];
            }
            return null;
        }""",
        [launch_id, part],
    )
    assert point, f"no free point of {launch_id} in the frame"
    page.mouse.click(*on_page(page, *point))


@pytest.mark.parametrize("launch_id", ["2014-02-21-1", "2014-03-04-2"])
def test_a_click_on_a_ring_opens_its_launch(page, address, launch_id):
    open_map(page, address, SPRING_2014)
    map_frame(page).get_by_text(RING).wait_for()
    click_shape(page, launch_id, "trace")
    page.wait_for_url(f"**open={launch_id}**")
    page.locator(".panel h2[data-launch]").first.wait_for()
    assert launch_id in page.locator(".st-key-launch_panel").inner_text()
    assert "direction not stated" in page.locator(".st-key-launch_panel").inner_text()


def test_a_click_on_a_ray_opens_its_launch(page, address):
    open_map(page, address, JUNE_2025)
    map_frame(page).get_by_text(RAY).wait_for()
    frame = map_document(page)
    point = frame.evaluate(
        """() => {
            const ray = Object.values(launchMap.map._layers)
                .find((one) => one.options?.kind === "ray");
            const at = launchMap.map.latLngToContainerPoint(ray.getBounds().getCenter());
            return [at.x, at.y];
        }"""
    )
    page.mouse.click(*on_page(page, *point))
    page.wait_for_url("**open=2025-06-19-1**")


def test_zones_switched_off_before_they_arrive_stay_off(page, address):
    page.goto(f"{address}/?{WHOLE_RECORD}")
    wait_for_map(page)
    frame = map_document(page)
    frame.evaluate(
        """() => {
            const real = window.fetch;
            const late = (wait) => new Promise((done) => setTimeout(done, wait));
            window.fetch = (...rest) => late(800).then(() => real(...rest));
        }"""
    )
    button = map_frame(page).get_by_role("button", name="EEZ and territorial seas")
    with page.expect_response(lambda reply: ZONES_FILE in reply.url):
        for _ in range(4):
            button.click()
    wait_until_map_rests(frame)
    assert button.get_attribute("aria-pressed") == "false"
    assert map_frame(page).locator(".leaflet-zones-pane svg").count() == 0
    assert not map_frame(page).get_by_text("not a legal boundary").is_visible()
    button.focus()
    page.keyboard.press("Space")
    map_frame(page).get_by_text("not a legal boundary").wait_for()
