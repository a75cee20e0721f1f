"""The map in a frame of somebody's page, of another origin, as a reader of that page has it."""

import http.server
import threading

import pytest

from driving import wait_until, wait_until_map_rests

JANUARY = "period=2022-01-01&period=2022-01-31"
PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<iframe id="strict" sandbox="allow-scripts" src="{src}" width="600" height="420"></iframe>
<iframe id="small" sandbox="allow-scripts allow-same-origin allow-popups" src="{src}" width="300"
 height="300"></iframe>
<div id="late" style="display:none">
<iframe id="tab" src="{src}" width="900" height="500"></iframe></div>
<p style="height:3000px"></p>"""


@pytest.fixture(scope="module")
def elsewhere(address):
    """Page of another origin that holds the map three times."""
    content = PAGE.format(src=f"{address}/embed?{JANUARY}&type=XXL&fbclid=x").encode()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


ENDS = """() => {
    const size = launchMap.map.getSize();
    const lines = launchMap.drawn.getLayers().filter((one) => one.options.part === "track");
    return lines.every((line) => line.getLatLngs().flat().every((at) => {
        const point = launchMap.map.latLngToContainerPoint(at);
        return point.x >= 0 && point.y >= 0 && point.x <= size.x && point.y <= size.y;
    })) && lines.length > 3;
}"""
"""Whether all tracks lie on the map."""


def test_frame_works_in_the_pages_of_others(browser, elsewhere, address):
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.goto(elsewhere)
    strict, small, tab = (
        page.query_selector(f"#{name}").content_frame() for name in ("strict", "small", "tab")
    )
    for frame in (strict, small):
        wait_until(frame, "document.body.dataset.shown === '6'")
        wait_until(frame, ENDS)
        # Land and flights came although the frame has no origin; the link's bad part is told.
        assert not frame.evaluate("document.querySelector('.map-notice')?.textContent")
        assert "XXL" in frame.inner_text(".map-unread")
    # Shown later, it fits what it has to show then.
    wait_until(tab, "document.body.dataset.shown === '6'")
    assert tab.evaluate("launchMap.map.getSize().x") == 0
    page.evaluate("document.getElementById('late').style.display = 'block'")
    wait_until(tab, "launchMap.map.getSize().x === 900")
    wait_until_map_rests(tab)
    assert tab.evaluate(ENDS)
    assert tab.evaluate("launchMap.map.getZoom()") > 5
    # The page scrolls past it.
    zoom = strict.evaluate("launchMap.map.getZoom()")
    page.mouse.move(300, 150)
    page.mouse.wheel(0, 300)
    wait_until(page, "scrollY > 200")
    assert strict.evaluate("launchMap.map.getZoom()") == zoom
    page.evaluate("scrollTo(0, 0)")
    # It leads on as far as the page around it allows.
    onward = f"{address}/?{JANUARY}"
    strict.click(".map-onward")
    assert strict.input_value(".map-elsewhere input") == onward
    with page.expect_popup() as opened:
        small.click(".map-onward")
    assert opened.value.url.startswith(address)
    tab.click(".map-onward")
    page.wait_for_url(onward)
