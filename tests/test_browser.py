"""The dashboard as a reader uses it, in a real browser."""

import re
from urllib.parse import urlencode

from conftest import MARKUP
from driving import (
    MAP_FRAME,
    PHONE,
    ROOT,
    WHOLE_RECORD,
    counts_of,
    map_document,
    map_frame,
    middle_of_track,
    on_page,
    press,
    refuse_other_hosts,
    serving,
    summary_line,
    unfold_more,
    wait_for_map,
    wait_until,
    wait_until_map_rests,
    wait_until_run,
    wait_until_still,
    zoom_and_pan,
)

DECEMBER_2023 = "period=2023-12-17&period=2023-12-17"
JANUARY_2022 = "period=2022-01-01&period=2022-01-31"
SUMMARY = re.compile(
    r"(\d+) launch(?:es)? \((\d+) missiles?\): (\d+) drawn as arcs(?:, (\d+) in part)?, "
    r"(\d+) at their site only, (\d+) not placed"
)
SHOTS = ROOT / "tests" / "screenshots"


def numbers(page):
    return numbers_of(summary_line(page))


def numbers_of(line):
    match = SUMMARY.fullmatch(line)
    assert match, line
    return tuple(int(number or 0) for number in match.groups())


def choose_figures(page, whose):
    """Choose whose figures are drawn."""
    unfold_more(page)
    page.get_by_role("combobox", name="Whose figures are drawn").select_option(whose)


def wait_for_launches(page, number):
    wait_until(
        page,
        "number => document.querySelector('p.summary')?.innerText.startsWith(`${number} launch`)",
        arg=number,
    )


def picture(page, name):
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def click_flight(page, launch_id):
    """Click the middle of a launch's first track, where the browser has drawn it."""
    point = middle_of_track(map_document(page), launch_id)
    page.mouse.click(*on_page(page, *point))


def test_opening_shows_the_whole_record_and_asks_no_other_host(page, address):
    page.goto(f"{address}/?{WHOLE_RECORD}")
    wait_for_map(page)
    launches, missiles, *parts = numbers(page)
    assert launches == sum(parts) > 200
    assert missiles >= launches
    assert shown_flights(page) >= parts[0] > 100
    picture(page, "open-desktop")


def shown_flights(page):
    return int(map_frame(page).locator("body").get_attribute("data-shown"))


def test_whose_figures_are_drawn_is_chosen_and_stands_in_the_link(page, address):
    page.goto(f"{address}/?{DECEMBER_2023}")
    wait_for_map(page, shown=1)
    choose_figures(page, "Japan MOD")
    wait_until(page, "() => document.querySelector('p.summary').innerText.includes('alone')")
    assert numbers_of(summary_line(page).replace(", ranges of Japan (MOD) alone", "")) == (
        *(1, 1, 1, 0, 0, 0),
    )
    assert "figures=japan" in page.url
    choose_figures(page, "KCNA")
    wait_for_map(page, shown=0)
    assert "1 not placed" in summary_line(page)
    choose_figures(page, "All that differ")
    wait_for_map(page, shown=2)
    assert map_frame(page).get_by_text("that excludes the preferred one").is_visible()
    picture(page, "differing")
    choose_figures(page, "Best available")
    wait_for_map(page, shown=1)
    assert not map_frame(page).get_by_text("that excludes the preferred one").is_visible()
    assert "figures" not in page.url


def test_disagreements_are_listed_and_each_opens_its_launch(page, address):
    page.goto(f"{address}/?{DECEMBER_2023}")
    wait_for_map(page)
    page.get_by_role("tab", name="Where authorities disagree").click()
    link = page.get_by_role("link", name="17 Dec 2023")
    link.wait_for()
    page.evaluate("window.stillHere = true")
    link.click()
    page.wait_for_url("**open=2023-12-17-1**", wait_until="commit")
    page.locator(".panel h2[data-launch]").first.wait_for()
    assert "period=2023-12-17" in page.url
    opened = page.locator(".st-key-launch_panel")
    opened.get_by_text("570 km (JCS) against about 400 km (Japan MOD)").wait_for()
    assert page.evaluate("window.stillHere")
    assert link.is_visible()


def test_the_map_draws_ink_where_the_flights_are(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page)
    frame = map_document(page)
    painted = frame.evaluate(
        """() => [...document.querySelectorAll('.leaflet-overlay-pane canvas')].map((canvas) => {
            const pixels = canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data;
            let ink = 0;
            for (let i = 3; i < pixels.length; i += 4) ink += pixels[i] > 0;
            return ink;
        })"""
    )
    assert sum(painted) > 1000


def test_filtering_by_period_changes_count_map_and_link(page, address):
    page.goto(f"{address}/?{WHOLE_RECORD}")
    wait_for_map(page)
    before = summary_line(page)
    press(page, "2022")
    page.wait_for_url("**period=2022-01-01&period=2022-12-31**")
    wait_until(
        page,
        "before => document.querySelector('p.summary [role]').innerText !== before",
        arg=before,
    )
    of_2022 = numbers(page)
    assert 30 < of_2022[0] < 80
    frame = map_document(page)
    wait_until(
        frame,
        "arcs => launchMap.launches.filter((one) => one.shown && one.flights).length === arcs",
        arg=of_2022[2],
    )
    years = frame.evaluate(
        """() => [...new Set(launchMap.launches.filter((one) => one.shown)
            .map((one) => one.id.slice(0, 4)))]"""
    )
    assert years == ["2022"]
    assert "2022-12-31" in page.url
    picture(page, "filtered-2022")


def test_january_2022_has_seven_launches_and_eleven_missiles(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_launches(page, 7)
    assert numbers(page)[:2] == (7, 11)
    picture(page, "january-2022")


def test_filtering_by_type_leaves_only_that_type_on_the_map(page, address):
    page.goto(f"{address}/?{WHOLE_RECORD}")
    wait_for_map(page)
    whole = numbers(page)[0]
    press(page, "ICBM")
    page.wait_for_url("**type=ICBM**")
    wait_until(
        page,
        "whole => !document.querySelector('p.summary').innerText.startsWith(`${whole} `)",
        arg=whole,
    )
    assert numbers(page)[0] == counts_of(page, "Type")["ICBM"]
    frame = map_document(page)
    wait_until(
        frame,
        "number => launchMap.launches.filter((one) => one.shown).length === number",
        arg=numbers(page)[0],
    )
    colours = frame.evaluate(
        """() => [...new Set(launchMap.launches.filter((one) => one.shown)
            .flatMap((one) => one.layers).map((layer) => layer.options.color))]"""
    )
    assert colours == ["#d55e00"]


def test_clicking_an_arc_opens_its_launch_and_the_link_reopens_it(page, address):
    page.goto(f"{address}/?{JANUARY_2022}&type=IRBM")
    wait_for_launches(page, 1)
    wait_for_map(page, shown=1)
    click_flight(page, "2022-01-30-1")
    page.locator(".panel h2[data-launch]", has_text="Hwasong-12").wait_for()
    panel = page.locator(".st-key-launch_panel")
    assert "Who stated what" in panel.inner_text()
    assert "read off a published map" in panel.inner_text()
    assert "29 Jan 2022, 22:52 UTC" in panel.inner_text()
    assert "open=2022-01-30-1" in page.url
    picture(page, "launch-opened")
    link = page.url
    page.goto("about:blank")
    page.goto(link)
    page.locator(".panel h2[data-launch]", has_text="Hwasong-12").wait_for()
    assert numbers(page)[0] == 1
    assert "type=IRBM" in page.url


def test_clicking_a_site_lists_its_launches(page, address):
    page.goto(f"{address}/?{JANUARY_2022}&kind=glide")
    wait_for_launches(page, 2)
    wait_for_map(page, shown=2)
    frame = map_document(page)
    point = frame.evaluate(
        """() => {
            const at = launchMap.map.latLngToContainerPoint([40.611208, 126.425743]);
            return [at.x, at.y];
        }"""
    )
    page.mouse.click(*on_page(page, *point))
    page.get_by_text("2 launches at this place").click()
    page.get_by_role("button", name="5 Jan 2022").click()
    page.wait_for_url("**open=2022-01-05-1**")


def test_panning_and_zooming_sends_nothing_and_keeps_the_view_across_filters(page, address):
    sent, received = [], []

    def listen(socket):
        socket.on("framesent", lambda frame: sent.append(frame))
        socket.on("framereceived", lambda frame: received.append(frame))

    page.on("websocket", listen)
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    frame = map_document(page)

    def messages_of_a_press(launches, shown):
        wait_until_run(page)
        before = len(sent)
        press(page, "IRBM")
        wait_for_launches(page, launches)
        wait_for_map(page, shown=shown)
        wait_until_run(page)
        return len(sent) - before

    alone = messages_of_a_press(1, 1)
    assert messages_of_a_press(7, 6) == alone
    before = len(sent)
    zoom_and_pan(page)
    wait_until_map_rests(frame)
    view = frame.evaluate("[launchMap.map.getZoom(), launchMap.map.getCenter().lng]")
    messages_of_a_press(1, 1)
    # Whatever the map had sent would have come before, or together with, the press.
    assert len(sent) - before == alone
    assert frame.evaluate("[launchMap.map.getZoom(), launchMap.map.getCenter().lng]") == view


def test_wrong_values_in_a_link_are_named_and_the_rest_applies(page, address):
    page.goto(f"{address}/?{JANUARY_2022}&type=XXL&site=Atlantis&launch=1999-99-99-9")
    wait_for_launches(page, 7)
    text = page.locator("[data-testid='stMain']").inner_text()
    for wrong in ("XXL", "Atlantis", "1999-99-99-9"):
        assert wrong in text
    assert numbers(page)[0] == 7


def test_a_row_of_the_table_opens_its_launch_and_brings_it_into_view(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_launches(page, 7)
    rows = page.locator(".launch-rows tbody tr")
    rows.nth(6).wait_for()
    rows.first.locator("td.site").click()
    page.wait_for_url("**open=2022-01-30-1**")
    heading = page.locator(".st-key-launch_panel h2[data-launch]")
    heading.wait_for()
    wait_until(page, "document.activeElement.matches('.st-key-launch_panel h2')")
    wait_until(
        page,
        "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)"
        "(document.activeElement.getBoundingClientRect())",
    )
    assert page.locator(".launch-rows tr[aria-current]").inner_text().startswith("2022-01-30")
    page.keyboard.press("Escape")
    heading.wait_for(state="detached")
    assert "open=" not in page.url
    # The key is heard in the frame of the map as well.
    rows.first.locator("td.site").click()
    heading.wait_for()
    map_frame(page).locator("#map_div").press("Escape")
    heading.wait_for(state="detached")
    # By keyboard: the link of a row opens it too, and has the focus again afterwards.
    rows.nth(1).locator("a").press("Enter")
    page.wait_for_url("**open=2022-01-27-1**")
    wait_until(page, "document.activeElement.matches('.st-key-launch_panel h2')")
    page.keyboard.press("Escape")
    heading.wait_for(state="detached")
    wait_until(page, "document.activeElement.dataset.open === '2022-01-27-1'")
    # What a key folds out has the focus, and Escape leads back.
    share = page.get_by_role("button", name="Share")
    share.press("Enter")
    wait_until(page, "document.activeElement.closest('[data-testid=stPopoverBody]') !== null")
    page.keyboard.press("Escape")
    wait_until(page, "document.activeElement.closest('.st-key-head') !== null")


def test_back_steps_through_launches_and_filters(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_launches(page, 7)
    page.locator(".launch-rows tbody tr").first.locator("a").click()
    page.wait_for_url("**open=2022-01-30-1**")
    page.get_by_role("button", name="Earlier").click()
    page.wait_for_url("**open=2022-01-27-1**")
    page.go_back()
    page.locator(".st-key-launch_panel [data-launch='2022-01-30-1']").wait_for()
    page.go_back()
    page.locator(".st-key-launch_panel").wait_for(state="detached")
    wait_for_launches(page, 7)


def test_the_name_of_the_sea_follows_the_choice(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page)
    map_frame(page).get_by_text("East Sea", exact=True).wait_for(state="attached")
    page.goto(f"{address}/?{JANUARY_2022}&sea=Sea+of+Japan&open=2022-01-27-1")
    map_frame(page).get_by_text("Sea of Japan", exact=True).wait_for(state="attached")
    stated = page.locator(".st-key-launch_panel .beside")
    assert "Sea of Japan" in stated.inner_text()
    assert "East Sea" not in stated.inner_text()
    assert map_frame(page).get_by_text("East Sea", exact=True).count() == 0


def test_the_legend_counts_what_the_sidebar_counts(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_launches(page, 7)
    wait_for_map(page, shown=6)
    legend = map_frame(page).locator(".legend-type:not([hidden]) b").all_inner_texts()
    counts = counts_of(page, "Type").values()
    assert [str(number) for number in counts if number] == legend


def test_what_is_counted_is_one_click_from_the_count(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_launches(page, 7)
    page.get_by_role("button", name="What is counted").click()
    page.get_by_text("Not counted: engine tests").wait_for()


def test_a_base_map_that_is_missing_is_said_and_stays_said(new_page, address):
    page = new_page()
    page.route("**/base/ground.json*", lambda route: route.abort())
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    map_frame(page).get_by_text("Base map missing").wait_for()
    press(page, "IRBM")
    wait_for_map(page, shown=1)
    assert map_frame(page).get_by_text("Base map missing").is_visible()


def test_rarer_types_lie_on_top_however_they_came_to_be_shown(page, address):
    page.goto(f"{address}/?type=ICBM")
    wait_for_map(page)
    press(page, "Reset all filters")
    frame = map_document(page)
    wait_until(frame, "launchMap.launches.every((one) => one.shown)")
    ranks = frame.evaluate(
        """() => {
            const ranks = [];
            const renderer = launchMap.renderer;
            for (let item = renderer._drawFirst; item; item = item.next) {
                if (item.layer.options.part === "track") ranks.push(item.layer.rank);
            }
            return ranks;
        }"""
    )
    assert len(ranks) > 100
    assert ranks == sorted(ranks)


def test_below_a_path_prefix_everything_is_found(new_page, prefixed):
    page = new_page()
    missing = []
    page.on("response", lambda reply: missing.append(reply.url) if reply.status >= 400 else None)
    page.goto(f"{prefixed}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    assert missing == []


def test_an_address_for_all_networks_asks_nobody_for_its_own(tmp_path):
    log = tmp_path / "log"
    everywhere = ("--server.address", "0.0.0.0")  # noqa: S104
    with serving(options=everywhere, output=log):
        pass
    assert "You can now view" in log.read_text()
    assert "External URL" not in log.read_text()


def test_an_empty_selection_says_so(page, address):
    page.goto(f"{address}/?{JANUARY_2022}&type=ICBM")
    page.get_by_text("No launch matches this selection").wait_for()
    assert numbers(page) == (0, 0, 0, 0, 0, 0)


def test_online_tiles_that_fail_fall_back_to_the_shipped_map(new_page, address):
    page = new_page()
    foreign = refuse_other_hosts(page, address)
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page)
    assert foreign == []
    unfold_more(page)
    page.get_by_text("Online map tiles").click()
    map_frame(page).get_by_text("Online tiles cannot be reached").wait_for()
    assert foreign
    assert all("tile.openstreetmap.org" in url for url in foreign)
    opacity = map_frame(page).locator(".leaflet-base-pane").evaluate("node => node.style.opacity")
    assert opacity == "1"


def test_a_phone_shows_count_and_map_first_and_nothing_is_cut_off(new_page, address):
    page = new_page(viewport=PHONE, device_scale_factor=2)
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page)
    wait_until_still(page.locator(MAP_FRAME))
    map_box = page.locator(MAP_FRAME).bounding_box()
    assert map_box["x"] >= 0
    assert map_box["x"] + map_box["width"] <= PHONE["width"]
    assert map_box["y"] + 300 < PHONE["height"]
    assert page.locator("p.summary").bounding_box()["y"] < map_box["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    picture(page, "january-2022-phone")


def test_text_of_record_and_link_is_shown_and_never_run(new_page, hostile_address):
    page = new_page()
    foreign = refuse_other_hosts(page, hostile_address)
    query = urlencode({"type": MARKUP, "launch": "2022-01-30-1", "site": MARKUP})
    page.goto(f"{hostile_address}/?{query}")
    wait_for_map(page)
    page.get_by_text("onerror").first.wait_for()
    page.locator(".panel h2[data-launch]").first.wait_for()
    click_flight(page, "2022-01-30-1")
    assert MARKUP[:10] in map_frame(page).locator(".map-tip").inner_text()
    wait_until_run(page)
    text = page.locator("[data-testid='stMain']").inner_text()
    assert MARKUP[:10] in text
    for frame in page.frames:
        assert frame.evaluate("window.hostile") is None
        assert frame.locator("img[src='x']").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert foreign == []


def test_a_failure_without_a_stated_range_is_a_cross_on_its_site(page, address):
    page.goto(f"{address}/?period=2016-04-15&period=2016-04-15")
    wait_for_launches(page, 1)
    wait_for_map(page, shown=0)
    frame = map_document(page)
    marked = frame.evaluate(
        """() => Object.values(launchMap.map._layers)
            .filter((layer) => layer.place && layer.place.failures)
            .map((layer) => layer.place.name)"""
    )
    assert marked == ["Wonsan area"]


def test_a_drag_during_a_zoom_opens_no_launch(page, address):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.goto(f"{address}/?{WHOLE_RECORD}")
    wait_for_map(page)
    wait_until_run(page)
    before = len(sent)
    for _ in range(3):
        zoom_and_pan(page)
        wait_until_map_rests(map_document(page))
        map_frame(page).get_by_role("button", name="Peninsula and East Sea").click()
        wait_until_map_rests(map_document(page))
    # A launch that is opened is told to the server, which puts it into the link.
    assert len(sent) == before
    assert "open=" not in page.url
