"""A page whose server is started anew: it says so, keeps its view, and hears the first press."""

import re

from conftest import copied_record, keep_year
from driving import (
    free_port,
    map_document,
    press,
    serving,
    wait_for_map,
    wait_until,
    wait_until_run,
)

LAST_DAY = "launchMap.isoOf(launchMap.strip.period[1])"
NOTE = ".notice.connection"
TEXT = "North Korea fired a missile on Nov. 24, 2026. It flew about 350 km, the JCS said."
DROPPED = "document.querySelector('p.report-summary')?.textContent.includes('accepted 0,')"


def test_the_first_press_after_a_restart_is_done_in_the_view_that_was(new_page, tmp_path):
    record = copied_record(tmp_path)
    keep_year(record, "2022")
    known, port = {"RECORD_FOLDER": str(record)}, free_port()
    page = new_page()
    with serving(environment=known, port=port) as address:
        page.goto(f"{address}/?period=2022")
        wait_for_map(page)
        press(page, "IRBM")
        wait_until(page, "location.search.includes('type=IRBM')")
        wait_until_run(page)
        report = new_page()
        drop_all(report, address)
    page.locator(NOTE).wait_for()
    assert "does not answer" in page.locator(NOTE).inner_text()
    # Nobody hears this: it is not shown as done either.
    press(page, "MRBM")
    frame = map_document(page)
    last = frame.evaluate(LAST_DAY)
    frame.evaluate("launchMap.strip.nodes.end.focus()")
    page.keyboard.press("PageDown")
    wait_until(frame, "launchMap.untold() !== null")
    assert frame.evaluate(LAST_DAY) < last
    with serving(environment=known, port=port):
        page.locator(NOTE).wait_for(state="detached")
        assert pressed(page) == ["IRBM"]
        assert frame.evaluate(LAST_DAY) == last
        press(page, "ICBM")
        wait_until(page, "location.search.includes('type=IRBM&type=ICBM')")
        # The link is written before the form is told.
        page.locator(".filters .pill[aria-pressed='true']", has_text="ICBM").wait_for()
        assert pressed(page) == ["ICBM", "IRBM"]
        # A server with other scripts says that the page is old.
        page.evaluate("import(new URL(`assets/page/all.js?v=other`, document.baseURI))")
        page.locator(NOTE).get_by_role("button").wait_for()
        # A report under review is gone on with: the text, and what was decided.
        wait_until(report, DROPPED)
        assert report.get_by_label("Text of the report").input_value() == TEXT
        assert report.locator(".report-text a.dropped").count() >= 2


def drop_all(page, address):
    """Have a report read, and drop all that is accepted of it."""
    page.goto(f"{address}/?page=report")
    box = page.get_by_label("Text of the report")
    box.fill(TEXT)
    box.press("Control+Enter")
    wait_until_run(page)
    page.get_by_role("button", name="Read the report").click()
    page.get_by_role("button", name="Drop all").click()
    wait_until(page, DROPPED)


def pressed(page):
    """Types that the form shows as chosen."""
    found = page.locator(".filters .pill[aria-pressed='true']").all_inner_texts()
    return sorted({re.sub(r" \d+$", "", each) for each in found} & {"ICBM", "IRBM", "MRBM"})
