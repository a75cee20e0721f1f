"""What a reader waits for, measured inside a real browser."""

import statistics
from collections.abc import Mapping

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from driving import DESKTOP, WHOLE_RECORD, map_frame, press, wait_for_map, zoom_and_pan

CHANGES = 10
ROUNDS = 5
PRESETS = ("2022", "Whole record")
SETTLED_MS = 700
TABLE_AND_CHART = ("arrow_data_frame", "arrow_vega_lite_chart", "vega_lite_chart")

_CHANGE = """
async ([label, naive]) => {
  const frameDocument = () =>
    document.querySelector("iframe[src*='streamlit_folium']").contentDocument;
  // The naive map is a new document each time; ours says how often it was drawn.
  const state = naive
    ? () => frameDocument()?.querySelectorAll("path.leaflet-interactive[stroke]").length ?? 0
    : () => frameDocument().body.dataset.version;
  const before = state();
  const oldDocument = frameDocument();
  const button = [...document.querySelectorAll("button")].find((b) => b.innerText.trim() === label);
  const begun = performance.now();
  button.click();
  return await new Promise((resolve, reject) => {
    const look = () => {
      const now = state();
      const done = naive ? frameDocument() !== oldDocument && now > 1 : now !== before;
      if (done) requestAnimationFrame(() => resolve(performance.now() - begun));
      else if (performance.now() - begun > 20000) reject(new Error("no change within 20 s"));
      else requestAnimationFrame(look);
    };
    look();
  });
}
"""


def open_page(browser, address, variant):
    """Open the page and wait until its map has drawn."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{address}/?{WHOLE_RECORD}")
    if variant == "naive":
        map_frame(page).locator("path.leaflet-interactive").first.wait_for(state="attached")
    else:
        wait_for_map(page)
    page.wait_for_timeout(2 * SETTLED_MS)
    return page


def changes_ms(browser, address, variant, changes=CHANGES, settled_ms=SETTLED_MS) -> float:
    """Median time from a click on "Whole record" to every arc on the map [ms]."""
    page = open_page(browser, address, variant)
    times = []
    for number in range(2 * changes + 2):
        label = PRESETS[number % 2]
        taken = page.evaluate(_CHANGE, [label, variant == "naive"])
        if label == PRESETS[-1]:
            times.append(taken)
        page.wait_for_timeout(settled_ms)
    page.close()
    return statistics.median(times[1:])


def change_bytes(browser, address) -> float:
    """Median size of what one change receives, without table and chart [bytes]."""
    page = browser.new_page(viewport=DESKTOP)
    received: list[bytes] = []
    page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(frame))
    )
    page.goto(f"{address}/?{WHOLE_RECORD}")
    page.wait_for_timeout(6 * SETTLED_MS)
    sizes = []
    for number in range(CHANGES):
        received.clear()
        press(page, PRESETS[number % 2])
        page.wait_for_timeout(3 * SETTLED_MS)
        sizes.append(sum(map(_counted_bytes, received)))
    page.close()
    return statistics.median(sizes)


def _counted_bytes(frame: bytes | str) -> int:
    if isinstance(frame, str):
        return len(frame)
    message = ForwardMsg()
    message.ParseFromString(frame)
    element = message.delta.new_element.WhichOneof("type")
    return 0 if element in TABLE_AND_CHART else len(frame)


def pan_and_zoom_frames(browser, address) -> int:
    """Messages that panning and zooming send to the server."""
    sent: list[object] = []
    page = browser.new_page(viewport=DESKTOP)
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.goto(f"{address}/?{WHOLE_RECORD}")
    wait_for_map(page)
    page.wait_for_timeout(3 * SETTLED_MS)
    sent.clear()
    zoom_and_pan(page)
    page.wait_for_timeout(2 * SETTLED_MS)
    page.close()
    return len(sent)


def first_arc_ms(browser, addresses: Mapping[str, str], rounds=ROUNDS) -> dict[str, float]:
    """Median time from opening the page to the drawn map, with an empty browser cache [ms]."""
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(rounds + 1):
        for name, address in addresses.items():
            context = browser.new_context(viewport=DESKTOP)
            page = context.new_page()
            page.goto(f"{address}/?{WHOLE_RECORD}", wait_until="commit")
            wait_for_map(page)
            times[name].append(page.evaluate("performance.now()"))
            context.close()
    return {name: statistics.median(values[1:]) for name, values in times.items()}
