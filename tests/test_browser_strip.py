"""The time strip as a reader uses it: the map follows the hand, and the page when it is lifted."""

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

from dashboard.look import LOOK
from dashboard.selection.query import read_query
from dashboard.selection.selection import Selection
from driving import (
    DESKTOP,
    PHONE,
    map_document,
    map_frame,
    on_page,
    wait_for_map,
    wait_until,
)

SHOWN = "launchMap.launches.filter((one) => one.shown).map((one) => one.id)"
PERIOD = "launchMap.strip.period.map(launchMap.isoOf)"
MIDDLE = """() => {
    const { left, top, width, height } = launchMap.strip.nodes.body.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
}"""


def test_bars_of_launches_that_are_left_out_have_the_colour_of_no_type(open_one):
    page = open_one("?period=2021&period=2022&type=ICBM", viewport=DESKTOP)
    drawn = page.evaluate(
        """() => {
            const canvas = document.querySelector(".strip-lane canvas");
            const [wide, high] = [canvas.width, canvas.height];
            const { data } = canvas.getContext("2d").getImageData(0, 0, wide, high);
            const found = new Set();
            for (let at = 0; at < data.length; at += 4) {
                const two = (one) => one.toString(16).padStart(2, "0");
                const hex = [...data.slice(at, at + 3)].map(two);
                if (data[at + 3] === 255) found.add("#" + hex.join(""));
            }
            return [...found];
        }"""
    )
    types = {name: look["colour"] for name, look in LOOK["types"].items()}
    assert {LOOK["lines"]["box"], types["ICBM"]} <= set(drawn)
    assert not set(drawn) & {colour for name, colour in types.items() if name != "ICBM"}


def picked(address, vocabulary):
    """Ids of the launches that a link to the page selects."""
    selection, problems = read_query(parse_qs(urlsplit(address).query), vocabulary)
    assert problems == []
    return [each.id for each in selection.pick(vocabulary.launches, vocabulary.reaches)]


def wait_for_link(page, part):
    wait_until(page, "part => location.search.includes(part)", part)


def test_map_follows_the_hand_and_the_page_when_it_is_lifted(page, address, vocabulary):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda each: sent.append(each)))
    page.goto(f"{address}/?period=2022")
    wait_for_map(page)
    frame = map_document(page)
    before = frame.evaluate(SHOWN)
    page.wait_for_timeout(300)
    sent.clear()
    x, y = on_page(page, *frame.evaluate(MIDDLE))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y, steps=6)
    wait_until(frame, f"before => String({SHOWN}) !== String(before)", before)
    during, period = frame.evaluate(SHOWN), frame.evaluate(PERIOD)
    assert "period=2022-01-01" in page.url
    assert sent == []
    page.mouse.up()
    wait_for_link(page, f"period={period[0]}")
    assert picked(page.url, vocabulary) == during == frame.evaluate(SHOWN)
    assert sent != []
    wait_until(
        page,
        "n => document.querySelector('p.summary').innerText.startsWith(`${n} launch`)",
        len(during),
    )
    keys_move_an_end(page, frame, period, vocabulary.period[1])
    a_type_of_the_legend_is_a_filter(page, frame, vocabulary)
    steps_go_by_launch_and_the_link_keeps_the_moment(page, vocabulary)


def keys_move_an_end(page, frame, period, last_day):
    frame.evaluate("launchMap.strip.nodes.end.focus()")
    page.keyboard.press("Shift+ArrowRight")
    wait_until(frame, f"last => {PERIOD}[1] > last", period[1])
    longer = frame.evaluate(PERIOD)
    assert longer[0] == period[0]
    end = map_frame(page).get_by_role("slider", name="Last day of the period")
    assert end.get_attribute("aria-valuetext").endswith(longer[1][:4])
    wait_for_link(page, f"period={longer[1]}")
    page.keyboard.press("End")
    wait_for_link(page, f"period={last_day}")


def a_type_of_the_legend_is_a_filter(page, frame, vocabulary):
    legend = map_frame(page).locator(".map-legend")
    if not legend.evaluate("box => box.open"):
        legend.locator("summary").click()
    legend.get_by_role("button", name=re.compile("Intercontinental")).click()
    wait_for_link(page, "type=ICBM")
    assert frame.evaluate(SHOWN) == picked(page.url, vocabulary)
    wait_until(
        page,
        "n => document.querySelector('p.summary').innerText.startsWith(`${n} launch`)",
        len(picked(page.url, vocabulary)),
    )


def steps_go_by_launch_and_the_link_keeps_the_moment(page, vocabulary):
    frame = map_document(page)
    icbms = picked(page.url, vocabulary)
    onward = map_frame(page).get_by_role("button", name="Next launch")
    onward.click()
    page.keyboard.press("ArrowRight")
    wait_for_link(page, f"moment={icbms[1]}")
    assert frame.evaluate(SHOWN) == icbms[:2]
    text = map_frame(page).locator(".strip-text")
    assert f"2 of {len(icbms)} launches" in text.inner_text()
    page.reload()
    wait_for_map(page)
    frame = map_document(page)
    wait_until(frame, f"shown => String({SHOWN}) === shown", ",".join(icbms[:2]))
    assert f"2 of {len(icbms)} launches" in text.inner_text()
    map_frame(page).get_by_role("button", name="Stop and show all").click()
    wait_until(page, "() => !location.search.includes('moment')")
    assert frame.evaluate(SHOWN) == icbms


def test_the_rest_of_the_record_comes_at_the_first_sign_of_a_hand(page, address):
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{address}/")
    wait_for_map(page)
    frame = map_document(page)
    assert [each for each in asked if "/assets/record-" in each]
    assert not [each for each in asked if "/assets/rest-" in each]
    known = frame.evaluate("launchMap.launches.findIndex((one) => one.flights)")
    x, y = on_page(page, *frame.evaluate(MIDDLE))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 300, y, steps=6)
    # The hand may be faster than the file: what it shows is drawn once that is there.
    older = """known => launchMap.launches.slice(0, known).some((one) => one.shown && one.layers
        ?.some((each) => each.options.part === "track" && launchMap.drawn.hasLayer(each)))"""
    wait_until(frame, older, known)
    page.mouse.up()


def test_flights_take_off_at_their_launch_and_rest_where_time_does(open_one):
    page = open_one("?period=2022&lang=en", viewport=DESKTOP)
    flown = """() => launchMap.drawn.getLayers()
        .filter((layer) => layer.options.part === "track" && launchMap.drawing.seen?.(layer))
        .map((layer) => launchMap.drawing.seen(layer).share)"""
    page.get_by_role("button", name="Play", exact=True).click()
    wait_until(page, f"() => ({flown})().some((share) => share > 0 && share < 1)")
    said = page.locator(".strip-said")
    page.get_by_role("button", name="Pause").click()
    wait_until(page, "() => location.search.includes('moment=2022-')")
    text = page.locator(".strip-text").inner_text()
    assert re.search(r"\d+ of \d+ launches", text)
    wait_until(page, "text => document.querySelector('.strip-said').textContent === text", text)
    assert said.get_attribute("role") == "status"
    page.get_by_role("button", name="Stop and show all").click()
    assert "moment" not in page.url
    assert page.evaluate("launchMap.drawing.seen") is None
    drags_leave_nothing_behind(page)
    a_crowd_is_pointed_at_and_listed(page)


def drags_leave_nothing_behind(page):
    session = page.context.new_cdp_session(page)

    def evaluated(expression):
        return session.send("Runtime.evaluate", {"expression": expression})["result"]["objectId"]

    def held():
        session.send("HeapProfiler.collectGarbage")
        asked = {"prototypeObjectId": evaluated("Object.prototype"), "objectGroup": "held"}
        objects = session.send("Runtime.queryObjects", asked)["objects"]["objectId"]
        counting = {"functionDeclaration": "function () { return this.length; }"}
        number = session.send("Runtime.callFunctionOn", {"objectId": objects, **counting})
        session.send("Runtime.releaseObjectGroup", {"objectGroup": "held"})
        counters = session.send("Memory.getDOMCounters")
        return number["result"]["value"], counters["nodes"], counters["jsEventListeners"]

    # Presses that the page makes itself take no frame each; their pointer cannot be captured.
    drags = """async (number) => {
        const lane = document.querySelector(".strip-lane");
        lane.setPointerCapture = () => {};
        const { left, top, width } = lane.getBoundingClientRect();
        const send = (kind, share) => lane.dispatchEvent(new PointerEvent("pointer" + kind,
            { clientX: left + share * width, clientY: top + 30, bubbles: true }));
        for (let turn = 0; turn < number; turn += 1) {
            send("down", 0.05);
            send("move", turn % 2 ? 0.6 : 0.7);
            send("up", 0.7);
        }
        // What waits for the map, as its list does, is done by then.
        await new Promise((done) => setTimeout(done, 100));
    }"""
    page.evaluate(drags, 6)
    before = held()
    page.evaluate(drags, 8)
    objects, nodes, listeners = (after - first for after, first in zip(held(), before, strict=True))
    assert (nodes, listeners) == (0, 0)
    # A few are held by what runs now; one of each drag would be 8.
    assert objects < 8


def a_crowd_is_pointed_at_and_listed(page):
    """Of very many flights none has a mark, yet each has its words, its panel and its place."""
    x, y, launch_id, words = page.evaluate(
        """() => {
            const { record, drawn, map } = launchMap;
            drawn.clearLayers();
            const times = Math.ceil(1600 / Number(document.body.dataset.shown));
            const flights = Array.from({ length: times }, () => record.flights).flat();
            launchMap.buildRecord({ ...record, flights: flights.map((one) => ({ ...one })) });
            launchMap.show(launchMap.state);
            const { left, top } = map.getContainer().getBoundingClientRect();
            for (const launch of launchMap.launches.filter((one) => one.shown && one.flights)) {
                const end = launchMap.endOf(launch);
                const { x, y } = map.latLngToContainerPoint(end);
                const meant = launchMap.renderer.meant(map.latLngToLayerPoint(end));
                const alone = meant.length && meant.every((mark) => mark.launch === launch.id);
                const above = document.elementFromPoint(left + x, top + y);
                if (!alone || above?.tagName !== "CANVAS") continue;
                return [left + x, top + y, launch.id, meant[0].text[0]];
            }
        }"""
    )
    assert page.evaluate("launchMap.crowd.on")
    page.mouse.move(x - 40, y - 40)
    # What lies below the pointer is looked for once in 32 ms.
    page.wait_for_timeout(50)
    page.mouse.move(x, y)
    tip = page.locator(".map-tip")
    tip.wait_for()
    assert tip.inner_text().startswith(words)
    page.mouse.click(x, y)
    wait_until(page, "id => location.search.includes(`open=${id}`)", launch_id)
    page.locator(".map-list").focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    assert (first, second) == ("map-list-0", "map-list-1")
    page.keyboard.press("Enter")
    shown = page.evaluate(SHOWN)
    wait_until(page, "id => location.search.includes(`open=${id}`)", shown[-2])


def test_less_motion_shows_flights_whole_until_it_is_asked_for(open_one):
    page = open_one("?period=2022&lang=en", viewport=DESKTOP, reduced_motion="reduce")
    moving = """() => launchMap.drawn.getLayers().map((layer) => launchMap.drawing.seen?.(layer))
        .filter(Boolean).some(({ share, alpha }) => share < 1 || alpha < 1)"""
    page.evaluate(
        f"""() => {{
            window.moved = false;
            const look = () => {{ window.moved ||= ({moving})(); requestAnimationFrame(look); }};
            look();
        }}"""
    )
    page.get_by_role("button", name="Play", exact=True).click()
    wait_until(page, f"() => {SHOWN}.length > 3")
    assert not page.evaluate("window.moved")
    page.get_by_label("Settings of the playback").click()
    page.get_by_label("Let flights move").check()
    wait_until(page, "() => window.moved")


def test_marks_of_events_are_of_the_kinds_turned_on_which_the_link_keeps(open_one):
    page = open_one("?events=exercise")
    drawn = "document.querySelector('.strip-lane canvas').toDataURL()"
    words = page.locator(".strip-text")
    marked = page.evaluate(drawn)
    # The exercise of August 2022 in the middle of its days.
    x, y = page.evaluate(
        """() => {
        const { left, top } = launchMap.strip.nodes.axis.getBoundingClientRect();
        return [left + launchMap.strip.xOf(launchMap.dayOf("2022-08-28")), top - 20];
    }"""
    )
    page.mouse.move(x, y)
    assert "exercise, 22 Aug 2022 to 1 Sep 2022" in words.inner_text()
    page.locator(".strip-more > summary").click()
    page.locator(".strip-around > summary").click()
    box = page.get_by_label("exercise", exact=True)
    assert box.is_checked()
    box.uncheck()
    assert page.evaluate(drawn) != marked
    assert "events" not in page.url
    page.mouse.move(x, y)
    assert "exercise" not in words.inner_text()
    box.check()
    assert page.evaluate(drawn) == marked
    assert page.url.endswith("?events=exercise")


def test_a_finger_moves_the_period_and_two_zoom_the_strip(open_one, vocabulary):
    page = open_one("?period=2021-03", viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator(".map-strip").scroll_into_view_if_needed()
    x, y = page.evaluate(MIDDLE)
    hand = page.context.new_cdp_session(page)

    def touch(kind, *points):
        at = [{"x": x + right, "y": y, "id": number} for number, right in enumerate(points)]
        hand.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": at})

    touch("Start", 0)
    for right in range(0, 41, 8):
        touch("Move", right)
    touch("End")
    wait_until(page, f"() => {PERIOD}[0] > '2021-04-01'")
    first, last = page.evaluate(PERIOD)
    assert page.url.endswith(f"?period={first}&period={last}")
    days = Selection((dt.date.fromisoformat(first), dt.date.fromisoformat(last)))
    assert page.evaluate(SHOWN) == [each.id for each in days.pick(vocabulary.launches)]
    seen = page.evaluate("launchMap.strip.seen")
    # Other words above it moved the map.
    page.locator(".map-strip").scroll_into_view_if_needed()
    x, y = page.evaluate(MIDDLE)
    touch("Start", -20)
    touch("Start", -20, 20)
    touch("Move", -40, 60)
    touch("End")
    closer = page.evaluate("launchMap.strip.seen")
    assert closer[1] - closer[0] < seen[1] - seen[0]
    assert page.evaluate(PERIOD) == [first, last]
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".strip-slider, .strip-button")].map((node) => {
            const { width, height } = node.getBoundingClientRect();
            return Math.min(width, height);
        })"""
    )
    assert min(sizes) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_period_chosen_in_a_frame_leads_on_to_the_dashboard(page, address):
    page.goto(f"{address}/embed?period=2022&type=IRBM")
    page.locator("body[data-shown='2']").wait_for(state="attached")
    page.evaluate("launchMap.strip.nodes.body.focus()")
    page.keyboard.press("PageDown")
    wait_until(page, f"() => {PERIOD}[0] === '2021-01-01'")
    link = page.get_by_role("link", name="Open in the dashboard")
    wait_until(page, "() => document.querySelector('.map-onward').href.includes('2021-12-31')")
    query = parse_qs(urlsplit(link.get_attribute("href")).query)
    assert query == {"type": ["IRBM"], "period": ["2021-01-01", "2021-12-31"]}
