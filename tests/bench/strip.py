"""A hand on the time strip: how soon the map follows, how smooth playback is, what drags leave."""

import statistics

from driving import DESKTOP, wait_until

MOVES = 240
PLAYED_MS = 6000
DRAGS = 1000
SETTLING = 50
"""Drags before the first look at the memory: what is made once is made by then."""
FRAME_MS = 16.7

_LISTEN = """
() => {
  window.waits = [];
  const lane = document.querySelector(".strip-lane");
  lane.addEventListener("pointermove", (event) => {
    if (!event.buttons) return;
    requestAnimationFrame(() => {
      // The message is heard once the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => waits.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  }, true);
}
"""
_MIDDLE = """
() => {
  const { left, top, width, height } = launchMap.strip.nodes.body.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
"""
_FRAMES = """
(ms) => new Promise((resolve) => {
  const begun = performance.now();
  let frames = 0;
  const count = (now) => {
    frames += 1;
    if (now - begun >= ms) resolve((1000 * frames) / (now - begun));
    else requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
})
"""


def opened(browser, address, query):
    """Map of the record alone, as it lies in a frame."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{address}/embed?{query}")
    page.locator("body[data-shown]").wait_for(state="attached")
    page.wait_for_timeout(1000)
    return page


def move_ms(browser, address, query="period=2025-08-21&period=2026-08-20") -> dict[str, float]:
    """Time from a move of the pointer to the painted map, while a period is dragged [ms]."""
    page = opened(browser, address, query)
    page.evaluate(_LISTEN)
    x, y = page.evaluate(_MIDDLE)
    page.mouse.move(x, y)
    page.mouse.down()
    for number in range(MOVES):
        # Back and forth over the busy years, a little further each time.
        page.mouse.move(x - 4 * (number % 60), y)
    page.mouse.up()
    waits = sorted(page.evaluate("waits"))
    page.close()
    return {"median": statistics.median(waits), "p95": waits[int(0.95 * len(waits))]}


def stretch_ms(browser, address) -> dict[str, float]:
    """The same while a period is drawn over the record, until all of it is drawn [ms]."""
    page = opened(browser, address, "")
    page.evaluate(_LISTEN)
    box = page.locator(".strip-lane").bounding_box()
    x, y = box["x"] + 14, box["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    for number in range(MOVES):
        page.mouse.move(x + 15 * (number % 60), y)
    page.mouse.up()
    waits = sorted(page.evaluate("waits"))
    page.close()
    return {"median": statistics.median(waits), "p95": waits[int(0.95 * len(waits))]}


def frames_a_second(browser, address) -> float:
    """Frames a second while the busy years of the record are played."""
    page = opened(browser, address, "period=2014&period=2099")
    page.get_by_role("button", name="Play", exact=True).click()
    # The first decades are sparse: it is counted where the record is busy.
    wait_until(page, "() => launchMap.launches.filter((one) => one.shown).length > 60")
    rate = page.evaluate(_FRAMES, PLAYED_MS)
    page.close()
    return float(rate)


def heap_growth_kb(browser, address) -> float:
    """How much more memory is in use after many drags than before them [kB]."""
    page = opened(browser, address, "period=2022")
    session = page.context.new_cdp_session(page)

    def used() -> float:
        session.send("HeapProfiler.collectGarbage")
        return session.send("Runtime.getHeapUsage")["usedSize"] / 1000

    def drags(number):
        for turn in range(number):
            x, y = page.evaluate(_MIDDLE)
            page.mouse.move(x, y)
            page.mouse.down()
            page.mouse.move(x + (30 if turn % 2 else -30), y, steps=2)
            page.mouse.up()

    drags(SETTLING)
    before = used()
    drags(DRAGS)
    growth = used() - before
    page.close()
    return growth
