"""A hand on the time strip: how soon the map follows, how smooth playback is, what drags leave."""

import json
import random
import statistics
import time

from driving import DESKTOP, wait_until

MOVES = 240
PLAYED_MS = 6000
DRAGS = 1000
SETTLING = 50
"""Drags before the first look at the memory: what is made once is made by then."""
FRAME_MS = 16.7
_FLOOR = """
<div style="position: absolute; width: 40px; height: 40px; background: red"></div>
<script>
  const box = document.querySelector("div");
  document.addEventListener("pointermove", (event) => { box.style.left = event.clientX + "px"; });
</script>
"""
"""The least that a pointer can move: one box on an empty page."""
_MACHINE_CODE = "code"
_BROWSERS_NOTES = ("Performance", "blink::ScriptTimingInfo", "TaskAttribution", "LayoutShift")
_BROWSERS_NOTES += ("LargestContentfulPaint", "InteractionContentfulPaint")
"""What Chromium notes of the speed of any page, up to a number of entries of each kind."""

_LISTEN = """
() => {
  window.waits = [];
  document.addEventListener("pointermove", (event) => {
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
    x, y = page.evaluate(_MIDDLE)
    # Back and forth over the busy years, a little further each time.
    return _waits_ms(page, [(x - 4 * (number % 60), y) for number in range(MOVES)])


def stretch_ms(browser, address) -> dict[str, float]:
    """The same while a period is drawn over the record, until all of it is drawn [ms]."""
    page = opened(browser, address, "")
    box = page.locator(".strip-lane").bounding_box()
    x, y = box["x"] + 14, box["y"] + 20
    return _waits_ms(page, [(x + 15 * (number % 60), y) for number in range(MOVES)])


def floor_ms(browser) -> dict[str, float]:
    """The same while one box is moved on an empty page [ms]."""
    page = browser.new_page(viewport=DESKTOP)
    page.set_content(_FLOOR)
    return _waits_ms(page, [(400 + 4 * (number % 60), 400) for number in range(MOVES)])


def _waits_ms(page, places) -> dict[str, float]:
    """
    Press at the first place, move to the others, and close the page.

    A hand keeps no step with the frames: it moves at any moment of one. The moves go through the
    browser's own protocol, as Playwright runs a script in the page between two moves of a drag.
    """
    page.evaluate(_LISTEN)
    session = page.context.new_cdp_session(page)
    chance = random.Random(0)  # noqa: S311 - the same moments each time
    held = {"button": "left", "buttons": 1}
    for number, (x, y) in enumerate(places):
        kind = "mouseMoved" if number else "mousePressed"
        session.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **held})
        time.sleep(chance.uniform(0, FRAME_MS) / 1000)
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


def heap_growth_kb(browser, address) -> dict[str, float]:
    """
    How much more memory is in use after many drags than before them [kB].

    Of it `code` is what the engine has compiled of scripts that run often, `notes` what the browser
    notes of the page's speed; both end at a bound. The rest, `held`, is what the page holds.
    """
    page = opened(browser, address, "period=2022")
    session = page.context.new_cdp_session(page)
    _drag(page, SETTLING)
    before = _heap_kb(session)
    _drag(page, DRAGS)
    after = _heap_kb(session)
    page.close()
    return {kind: after[kind] - before[kind] for kind in after}


def _drag(page, number: int) -> None:
    for turn in range(number):
        x, y = page.evaluate(_MIDDLE)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + (30 if turn % 2 else -30), y, steps=2)
        page.mouse.up()


def _heap_kb(session) -> dict[str, float]:
    """Memory that is in use, by what it is used for, once all that nobody holds is collected."""
    parts: list[str] = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda each: parts.append(each["chunk"]))
    session.send("HeapProfiler.collectGarbage")
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    found = json.loads("".join(parts))
    fields, kinds = (found["snapshot"]["meta"][name] for name in ("node_fields", "node_types"))
    texts, step = found["strings"], len(fields)
    size = fields.index("self_size")
    used = {"held": 0.0, "code": 0.0, "notes": 0.0}
    for at in range(0, len(found["nodes"]), step):
        kind, name, own = (found["nodes"][at + place] for place in (0, 1, size))
        if kinds[0][kind] == _MACHINE_CODE:
            used["code"] += own / 1000
        elif texts[name].startswith(_BROWSERS_NOTES):
            used["notes"] += own / 1000
        else:
            used["held"] += own / 1000
    return used
