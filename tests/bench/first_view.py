"""What the first view of a bare address weighs, and how long it takes on a slow line."""

import contextlib
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.served import served
from dashboard.site.pages import StaticSite
from driving import DESKTOP, free_port, wait_for_map

SLOW_BYTES_S, LATENCY_MS = 1_600_000 / 8, 150
"""Line of a phone away from towns, as Lighthouse throttles it: 1.6 Mbit/s, 150 ms and back."""
ROUNDS = 3
SETTLED_MS = 1500
START_S = 30


@dataclass
class View:
    """Requests, bytes as they come over the line, and the wait for the drawn map [s]."""

    requests: int
    received_bytes: int
    taken_s: float


def view(browser, address: str, shown, *, slow: bool = False) -> View:
    """Open an address with an empty cache; `shown` returns when the page shows what it is for."""
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    if slow:
        line = {"downloadThroughput": SLOW_BYTES_S, "uploadThroughput": SLOW_BYTES_S}
        network.send(
            "Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY_MS, **line}
        )
    sizes: list[float] = []
    frames: list[int] = []
    network.on("Network.loadingFinished", lambda said: sizes.append(said["encodedDataLength"]))
    page.on(
        "websocket", lambda one: one.on("framereceived", lambda frame: frames.append(len(frame)))
    )
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    shown(page)
    taken_s = time.perf_counter() - begun
    if not slow:
        page.wait_for_timeout(SETTLED_MS)
    context.close()
    return View(len(sizes), int(sum(sizes) + sum(frames)), taken_s)


def slow_s(browser, address: str, shown) -> float:
    """Median wait on the slow line [s]."""
    views = [view(browser, address, shown, slow=True) for _ in range(ROUNDS)]
    return statistics.median(one.taken_s for one in views)


def map_shown(page) -> None:
    """Return when the map of the dashboard has drawn."""
    wait_for_map(page)


def site_shown(page) -> None:
    """Return when the map of the static site has drawn."""
    page.locator("body[data-shown]").wait_for(state="attached")


def script_shown(page) -> None:
    """Return when Streamlit has run a script that shows nothing."""
    page.locator(".stApp[data-test-script-state='notRunning']").wait_for()


@contextlib.contextmanager
def site_served(folder: Path) -> Iterator[str]:
    """Write the static site and serve it packed, as hosts of such sites do; yields its address."""
    for path, content in StaticSite(served().library).pages():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    port = free_port()
    script = (
        "import sys, uvicorn\n"
        "from starlette.middleware.gzip import GZipMiddleware\n"
        "from starlette.staticfiles import StaticFiles\n"
        "app = GZipMiddleware(StaticFiles(directory=sys.argv[1], html=True))\n"
        "uvicorn.run(app, port=int(sys.argv[2]), log_level='error')\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(folder), str(port)]) as process:
        try:
            deadline = time.monotonic() + START_S
            while time.monotonic() < deadline:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
