"""The picture of the screen: what it holds, how close it is to the screen, and where it goes."""

import io

import numpy as np
import pytest
from PIL import Image

from driving import (
    DESKTOP,
    MAP_FRAME,
    PHONE,
    ROOT,
    map_document,
    map_frame,
    refuse_other_hosts,
    summary_line,
    wait_for_map,
    wait_until_map_rests,
    wait_until_still,
)

JANUARY_2022 = "period=2022-01-01&period=2022-01-31"
TITLE = "North Korean missile launches"
BUTTON = "Picture of the screen: copy or download"
LIBRARY = "modern-screenshot.js"
SHOTS = ROOT / "tests" / "screenshots"
DIFFERING_SHARE = 0.0001
"""Share of pixels that may differ from the screen."""
NOTICEABLE = 8
"""Difference of a colour, of 255, from which a pixel counts as differing."""


def open_menu(page):
    map_frame(page).get_by_role("button", name=BUTTON).click()


def downloaded(page, *, by="Download PNG"):
    """Picture that a press of the button brings, as it is kept on disk."""
    open_menu(page)
    with page.expect_download() as coming:
        map_frame(page).get_by_role("menuitem", name=by).click()
    assert coming.value.suggested_filename == "north-korean-missile-launches.png"
    return Image.open(coming.value.path()).convert("RGB")


def keep(image, name):
    SHOTS.mkdir(exist_ok=True)
    image.save(SHOTS / f"{name}.png")


def on_whole_pixels(page):
    """Put the map where it lies on whole pixels, as a picture does."""
    place = "position: fixed !important; inset: 0; z-index: 9999999; border: 0 !important"
    page.add_style_tag(content=f"{MAP_FRAME} {{ {place} }}")
    wait_until_still(page.locator(MAP_FRAME))
    wait_until_map_rests(map_document(page))
    # Which way the map came to its size may leave it a pixel to the side.
    map_document(page).evaluate("launchMap.fitSelection()")
    wait_until_map_rests(map_document(page))


def seen(page):
    """What the browser itself shows of the map, without the buttons."""
    map_document(page).add_style_tag(
        content=".leaflet-top.leaflet-right { visibility: hidden !important; }"
    )
    page.mouse.move(0, 0)
    container = map_frame(page).locator("#map_div")
    return Image.open(io.BytesIO(container.screenshot())).convert("RGB")


def differing_share(one, other):
    apart = np.abs(np.asarray(one, dtype=int) - np.asarray(other, dtype=int)).max(axis=2)
    return (apart > NOTICEABLE).mean()


LISTEN = """() => {
    window.written = [];
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
        window.written.push([this.font, text]);
        return fillText.call(this, text, ...at);
    };
}"""
"""Keeps what is written on canvases, each line with its font, as the foot of the picture is."""


def caption_of(page):
    """Bold lines below the picture that was made last, as one sentence."""
    written = map_document(page).evaluate("window.written")
    return " ".join(text for font, text in written if font.startswith("600"))


def map_size(page):
    return map_document(page).evaluate("[launchMap.map.getSize().x, launchMap.map.getSize().y]")


@pytest.mark.parametrize(
    ("viewport", "name"), [(DESKTOP, "screen-desktop"), (PHONE, "screen-phone")]
)
def test_picture_is_the_screen_twice_as_fine_with_its_caption_below(
    new_page, address, viewport, name
):
    page = new_page(viewport=viewport, device_scale_factor=2)
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    on_whole_pixels(page)
    map_document(page).evaluate(LISTEN)
    picture = downloaded(page)
    keep(picture, name)
    assert caption_of(page) == f"{TITLE}, January 2022: {summary_line(page)}."
    width, height = map_size(page)
    assert picture.width == 2 * width
    assert 2 * height < picture.height < 2 * height + 400
    # The last row of pixels is shared with the line above the time strip.
    inside = (0, 0, 2 * width, 2 * height - 2)
    share = differing_share(picture.crop(inside), seen(page).crop(inside))
    assert share <= DIFFERING_SHARE


def test_picture_is_as_fine_from_a_coarse_screen(new_page, address):
    pictures = []
    for scale in (1, 2):
        page = new_page(device_scale_factor=scale)
        page.goto(f"{address}/?{JANUARY_2022}")
        wait_for_map(page, shown=6)
        on_whole_pixels(page)
        pictures.append(downloaded(page))
        assert map_document(page).evaluate("L.Browser.retina") is (scale == 2)
    assert differing_share(*pictures) <= DIFFERING_SHARE


def test_library_is_loaded_when_a_picture_is_first_wanted(page, address):
    asked = []
    page.on("request", lambda one: asked.append(one.url) if LIBRARY in one.url else None)
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    page.wait_for_load_state("networkidle")
    assert asked == []
    first, second = downloaded(page), downloaded(page)
    assert len(asked) == 1
    assert differing_share(first, second) <= DIFFERING_SHARE


@pytest.fixture
def clipboard_page(new_page, address):
    """Page whose context may be given, or refused, the clipboard."""
    page = new_page()
    foreign = refuse_other_hosts(page, address)
    yield page
    assert foreign == []


def test_picture_is_copied_where_the_browser_allows_it(clipboard_page, address):
    page = clipboard_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    open_menu(page)
    map_frame(page).get_by_role("menuitem", name="Copy").click()
    map_frame(page).get_by_text("Picture copied.").wait_for()
    # Only the page around the map may read the clipboard, and only where it has the focus.
    page.locator("h1").first.click()
    width = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return (await createImageBitmap(await item.getType("image/png"))).width;
        }"""
    )
    assert width == 2 * map_size(page)[0]


def refuse_clipboard(route):
    """Serve the page of the map with a policy under which the browser lets it copy nothing."""
    reply = route.fetch()
    headers = reply.headers | {"permissions-policy": "clipboard-write=()"}
    route.fulfill(response=reply, headers=headers)


def test_picture_is_downloaded_where_copying_is_refused(clipboard_page, address):
    page = clipboard_page
    page.route("**/streamlit_folium*/index.html*", refuse_clipboard)
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    assert downloaded(page, by="Copy").width == 2 * map_size(page)[0]
    map_frame(page).get_by_text("downloaded instead").wait_for()


def test_menu_is_used_by_keyboard_alone(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    frame = map_frame(page)
    button = frame.get_by_role("button", name=BUTTON)
    button.focus()
    page.keyboard.press("Enter")
    assert frame.get_by_role("menuitem", name="Copy").evaluate("node => node.matches(':focus')")
    page.keyboard.press("Escape")
    assert button.evaluate("node => node.matches(':focus')")
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_picture_that_cannot_be_made_is_said_and_can_be_tried_again(page, address):
    page.goto(f"{address}/?{JANUARY_2022}")
    wait_for_map(page, shown=6)
    page.route(f"**/{LIBRARY}*", lambda route: route.abort())
    open_menu(page)
    map_frame(page).get_by_role("menuitem", name="Download PNG").click()
    map_frame(page).get_by_text("No picture could be made").wait_for()
    page.unroute(f"**/{LIBRARY}*")
    assert downloaded(page).width == 2 * map_size(page)[0]
