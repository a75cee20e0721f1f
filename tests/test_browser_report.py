"""A report from its text to rows in the tables and back, in a browser, by mouse and by keyboard."""

import re
from pathlib import Path

import pytest

from conftest import MARKUP, copied_record
from driving import (
    PHONE,
    refuse_other_hosts,
    serving,
    wait_until,
    wait_until_run,
)

TEXT = (
    "North Korea fired two short-range ballistic missiles from Sinpo in a northeast direction at "
    "7:10 a.m. on Nov. 24, 2026, South Korea's Joint Chiefs of Staff said. They flew about 350 km "
    f"at an altitude of 60 km. The weapon could fly 15,000 km. {MARKUP} \u202e700 km."
)
LAUNCH = "2026-11-24-1"
SELECTED = ".st-key-report_claims td[aria-selected='true']"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return copied_record(tmp_path)


def accepted(page, number: int) -> None:
    """Wait until the sentence above says that so many claims are accepted."""
    wait_until(
        page,
        "n => document.querySelector('p.report-summary')?.textContent.includes(`accepted ${n},`)",
        number,
    )


def drawn(page, tracks: int) -> None:
    """Wait until the map shows so many tracks; for a moment the map before it is there as well."""
    wait_until(
        page,
        """n => [...document.querySelectorAll("iframe[src*='streamlit_folium']")]
            .some((frame) => frame.contentDocument?.body?.dataset.shown === String(n))""",
        tracks,
    )


def read(page, address) -> int:
    """Have the text read, by keyboard alone; returns how many claims there are."""
    page.goto(f"{address}/?page=report")
    box = page.get_by_label("Text of the report")
    box.fill(TEXT)
    box.press("Control+Enter")
    wait_until_run(page)
    page.get_by_role("button", name="Read the report").press("Enter")
    page.locator(".report-text").wait_for()
    wait_until(page, "Boolean(window.reportLinking)")
    wait_until_run(page)
    return page.locator(".report-claims > li").count()


def review(page, number: int) -> None:
    """From a mark to what was decided, on to its row, drop the claim, and to the row above."""
    mark = page.locator(".report-text a.range_km").first
    claim = mark.get_attribute("data-claims").split()[0]
    mark.press("Enter")
    decision = page.locator(f"#claim-{claim}")
    assert decision.locator("details[open]").count() == 1
    assert "Who: JCS, named in the text." in decision.inner_text()
    decision.get_by_role("link", name="Show in the table").press("Enter")
    wait_until(
        page,
        f"""claim => document.querySelector("{SELECTED}")?.closest("tr")
            .querySelector("td[aria-colindex='2']").textContent === claim""",
        claim,
    )
    page.keyboard.press("Space")
    accepted(page, number - 1)
    page.keyboard.press("ArrowUp")
    wait_until(
        page,
        "claim => document.querySelector('.report-claims .chosen')?.dataset.claim !== claim",
        claim,
    )
    # Without its range no track is drawn.
    drawn(page, 0)
    page.get_by_role("button", name="Accept all").click()
    accepted(page, number)
    drawn(page, 1)


def test_report_becomes_rows_and_is_taken_back(new_page, record):
    before = {path.name: path.read_bytes() for path in record.glob("*.csv")}
    known = {"RECORD_FOLDER": str(record), "RECORD_WRITABLE": "1"}
    with serving(environment=known) as address:
        page = new_page()
        problems = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        foreign = refuse_other_hosts(page, address)
        number = read(page, address)

        # The text stands there as a text.
        assert "<img src=x" in page.inner_text(".report-text")
        assert page.locator(".report-text img, .report img").count() == 0
        assert page.evaluate("window.hostile") is None
        assert "\u202e" not in page.inner_text(".report-text")

        accepted(page, number)
        drawn(page, 1)
        # The table is drawn with the letters of the page, of all three languages.
        font = page.evaluate(
            """() => {
                const pen = document.createElement("canvas").getContext("2d");
                pen.font = "16px var(--sans), sans-serif";
                return pen.font;
            }"""
        )
        assert "Launch Sans KR" in font
        review(page, number)

        # On a phone nothing is cut off at the side.
        page.set_viewport_size(PHONE)
        wide = "document.querySelector('[data-testid=stMain]').scrollWidth"
        wait_until(page, f"{wide} <= {PHONE['width']}")

        page.get_by_role("button", name="Write into the tables").click()
        page.get_by_text("The tables hold these rows now.").wait_for()
        assert LAUNCH in (record / "launches.csv").read_text("utf-8")

        # Each statement of the new launch opens the sentence that makes it.
        page.goto(f"{address}/?open={LAUNCH}")
        source = page.locator(".st-key-launch_panel details.source").first
        source.locator("summary").first.click()
        statement = source.locator("details.worded").filter(has_text="Range").first
        statement.locator("summary").click()
        assert statement.locator("mark.range_km").inner_text() == "350 km"

        page.goto(f"{address}/?page=report&lang=ja")
        # Streamlit has this in English alone.
        page.get_by_text("ファイルを選択", exact=True).wait_for()
        page.get_by_role("button", name=re.compile("元に戻す")).click()
        page.get_by_text("表は前の状態に戻りました。").wait_for()
        assert {path.name: path.read_bytes() for path in record.glob("*.csv")} == before
        assert problems == []
        assert foreign == []
