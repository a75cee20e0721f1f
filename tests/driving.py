"""Start the dashboard and drive it in Chromium, for tests, benchmarks and screenshots alike."""

import contextlib
import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Frame, FrameLocator, Locator, Page, Playwright

from browser_setup import find_chromium

ROOT = Path(__file__).parents[1]
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SOFTWARE_WEBGL = (
    *(flag for flag in CHROMIUM_FLAGS if flag != "--disable-gpu"),
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
START_S = 60
SHOWN_MS = 30_000


WHOLE_RECORD = "period=1984&period=2099"
"""Period of a link to every launch: a bare address opens on the last twelve months."""


def free_port() -> int:
    """Port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(  # noqa: PLR0913
    script: Path = ROOT / "streamlit_app.py",
    *,
    environment: Mapping[str, str] | None = None,
    options: tuple[str, ...] = (),
    prefix: str = "",
    output: Path = Path(os.devnull),
    port: int | None = None,
) -> Iterator[str]:
    """Run the dashboard, or another script, on a port or a free one; yields its address."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), *options]
    with (
        output.open("w") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        address = f"http://127.0.0.1:{port}{prefix}"
        try:
            wait_until_healthy(address, process)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; fail when it ends before."""
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended with {process.returncode}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            return
        time.sleep(0.01)
    raise TimeoutError(f"No answer from {address} within {START_S} s")


def get(address, path, method="GET", **headers):
    """Ask for a path exactly as it is written: no client tidies it up on the way."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        reply = connection.getresponse()
        return reply.status, reply.headers, reply.read()
    finally:
        connection.close()


@contextlib.contextmanager
def chromium(playwright: Playwright, flags: tuple[str, ...] = CHROMIUM_FLAGS) -> Iterator[Browser]:
    """Run a headless Chromium that talks to nobody on its own."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(flags))
    try:
        yield browser
    finally:
        browser.close()


def refuse_other_hosts(page: Page, address: str) -> list[str]:
    """Abort requests to any host but ours; the list returned collects their addresses."""
    ours = urlsplit(address).netloc
    foreign: list[str] = []

    def check(route) -> None:
        if urlsplit(route.request.url).netloc in {ours, ""}:
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    page.route("**/*", check)
    page.on(
        "websocket",
        lambda socket: foreign.append(socket.url) if urlsplit(socket.url).netloc != ours else None,
    )
    return foreign


MAP_FRAME = "iframe[src*='streamlit_folium']"


def map_frame(page: Page) -> FrameLocator:
    """Frame of the map within the page, to find elements in."""
    return page.frame_locator(MAP_FRAME)


def map_document(page: Page) -> Frame:
    """Frame of the map within the page, to ask its script."""
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def on_page(page: Page, x: float, y: float) -> tuple[float, float]:
    """Where a point of the map [px] lies on the page."""
    box = page.locator(MAP_FRAME).bounding_box()
    return box["x"] + x, box["y"] + y


def middle_of_track(document: Frame | Page, launch_id: str) -> list[float]:
    """Where on the map [px] the middle of a launch's first track is drawn."""
    return document.evaluate(
        """id => {
            const launch = launchMap.launches.find((one) => one.id === id);
            const track = launch.layers.find((layer) => layer.options.part === "track");
            const points = track.getLatLngs();
            const at = launchMap.map.latLngToContainerPoint(points[Math.floor(points.length / 2)]);
            return [at.x, at.y];
        }""",
        launch_id,
    )


def zoom_and_pan(page: Page) -> None:
    """Zoom in by the button and drag the map."""
    map_frame(page).get_by_role("button", name="Zoom in").click()
    page.mouse.move(*on_page(page, 400, 300))
    page.mouse.down()
    page.mouse.move(*on_page(page, 330, 260), steps=8)
    page.mouse.up()


def wait_for_map(page: Page, *, shown: int | None = None) -> None:
    """Return when the map has drawn, with that many tracks where a number is given."""
    selector = "body[data-shown]" if shown is None else f"body[data-shown='{shown}']"
    map_frame(page).locator(selector).wait_for(state="attached", timeout=SHOWN_MS)


def wait_until(document: Frame | Page, expression: str, arg: object = None) -> None:
    """
    Return when a JavaScript expression, or what a function says of `arg`, is true in a document.

    It is asked from outside: Playwright's own wait asks again from within the page, where a
    Content-Security-Policy forbids it unless the answer is yes at once.
    """
    deadline = time.monotonic() + SHOWN_MS / 1000
    while not document.evaluate(expression, arg):
        if time.monotonic() > deadline:
            raise TimeoutError(f"Never true within {SHOWN_MS} ms: {expression}")
        document.wait_for_timeout(20)


def wait_until_still(element: Locator) -> None:
    """Return when an element lies where it lay two frames ago, three times in a row."""
    element.evaluate(
        """node => new Promise((done) => {
            const place = () => {
                const box = node.getBoundingClientRect();
                return [box.x, box.y, box.width, box.height].join();
            };
            let [seen, times] = [place(), 0];
            const look = () => {
                const now = place();
                times = now === seen ? times + 1 : 0;
                seen = now;
                if (times >= 6) done();
                else requestAnimationFrame(look);
            };
            look();
        })"""
    )


def wait_until_map_rests(document: Frame | Page) -> None:
    """Return when the map neither zooms nor moves, and has drawn what it was told to."""
    document.evaluate(
        """() => new Promise((done) => {
            const { map } = launchMap;
            let [seen, times] = ["", 0];
            const look = () => {
                const { x, y } = map._getMapPanePos();
                const now = [x, y, map.getZoom(), map.getSize(), document.fonts.status].join();
                const { clientWidth, clientHeight } = map.getContainer();
                const sized = map.getSize().equals(L.point(clientWidth, clientHeight));
                const busy = !sized || map._animatingZoom || map._panAnim?._inProgress;
                times = now === seen && !busy ? times + 1 : 0;
                seen = now;
                if (times >= 6) done();
                else requestAnimationFrame(look);
            };
            look();
        })"""
    )


def wait_until_run(page: Page) -> None:
    """Return when the script of the page has run to its end."""
    page.locator(".stApp[data-test-script-state='notRunning']").wait_for()


def press(page: Page, label: str) -> None:
    """Press the button, or the pill beside its count, with exactly this label."""
    named = re.compile(rf"^{re.escape(label)}( \d+)?$")
    page.locator("button").filter(has_text=named).first.click()


def counts_of(page: Page, label: str) -> dict[str, int]:
    """Launches for each value of a filter, as the form of the filters counts them."""
    return page.evaluate(
        """label => Object.fromEntries([...document.querySelectorAll(".filters fieldset")]
            .filter((set) => set.querySelector("legend").textContent === label)
            .flatMap((set) => [...set.querySelectorAll(".pill")])
            .map((pill) => pill.textContent.match(/^(.*) (\\d+)$/))
            .map(([, value, number]) => [value, Number(number)]))""",
        label,
    )


def unfold_more(page: Page) -> None:
    """Show the filters that are seldom used."""
    more = page.locator(".filters .more")
    more.wait_for()
    more.evaluate("more => { more.open = true; }")


def summary_line(page: Page) -> str:
    """Sentence above the map."""
    return page.locator("p.summary [role='status']:not(:empty)").inner_text()
