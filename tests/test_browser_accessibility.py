"""What everybody can use: axe on every page, in each language, and what axe does not see."""

import io
import re
from pathlib import Path

import axe_playwright_python
import pytest
from pypdf import PdfReader

from conftest import JANUARY_2022
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.site.onefile import one_file_map
from dashboard.site.pages import StaticSite
from dashboard.words.say import LANGUAGES, Words
from driving import (
    PHONE,
    map_document,
    map_frame,
    press,
    summary_line,
    wait_for_map,
    wait_until,
    wait_until_run,
    wait_until_still,
)

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LAUNCH = "2022-01-30-1"
JANUARY = "period=2022-01-01&period=2022-01-31"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_STREAMLIT: dict[str, str] = {}
"""Rules by the selector of an element of Streamlit's own that breaks them, which we cannot mend."""
OF_A_WHOLE_PAGE = {"landmark-one-main", "page-has-heading-one"}
"""What axe asks of a page, not of a frame within it: run in the frame, it takes that for a page."""

_RUN = """
async ([within, tags]) => {
    const found = await axe.run(within ? document.querySelector(within) : document, {
        runOnly: tags, resultTypes: ["violations"], iframes: false,
    });
    return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => [id, String(node.target), node.failureSummary]));
}
"""


def findings(document, within=None):
    """What axe finds in a document, or in a part of it: rule, element, message."""
    if not document.evaluate("Boolean(window.axe)"):
        document.evaluate(AXE)
    found = document.evaluate(_RUN, [within, TAGS])
    return [each for each in found if (each[0], each[1]) not in OF_STREAMLIT.items()]


def tell(name, found):
    """Findings of a page or a state, each a line that begins with its name."""
    return {f"{name}: {' | '.join(each)}" for each in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_on_the_dashboard(new_page, address, lang):
    page = new_page(bypass_csp=True, reduced_motion="reduce")
    words = Words(lang)
    page.goto(f"{address}/?{JANUARY}&lang={lang}")
    wait_for_map(page, shown=6)
    page.locator(".launch-rows tbody tr").first.wait_for()
    page.locator(".filters .pill").first.wait_for()
    page.locator(".filters details").evaluate_all(
        "all => all.forEach((one) => { one.open = true; })"
    )
    of_map = [each for each in findings(map_document(page)) if each[0] not in OF_A_WHOLE_PAGE]
    found = tell("closed", findings(page)) | tell("map", of_map)
    page.get_by_role("button", name=words.say("share.title")).first.click()
    wait_until(page, "document.querySelector('img.preview')?.naturalWidth > 0")
    found |= tell("share", findings(page, "[data-testid='stPopoverBody']"))
    page.keyboard.press("Escape")
    page.locator(".launch-rows tbody tr a").first.click()
    page.locator(f".st-key-launch_panel [data-launch='{LAUNCH}']").wait_for()
    wait_until_run(page)
    found |= tell("launch", findings(page, ".st-key-launch_panel"))
    for name in ("tempo", "disagreements", "heights"):
        page.get_by_role("tab", name=words.say(f"below.{name}")).click()
        wait_until_run(page)
        page.locator(
            "[role='tabpanel']:not([hidden]) canvas, [role='tabpanel'] svg, .tempo-plot"
        ).first.wait_for()
        found |= tell(name, findings(page, ".st-key-below"))
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_on_pages_beside_it(new_page, address, lang, tmp_path, library):
    page = new_page(bypass_csp=True)
    found = set()
    page.route(f"{address}/share?*", without_refresh)
    page.route(f"{address}/launch/*", without_refresh)
    asked = {
        "api": "api?",
        # One of the long pages of text in each language: they are made alike.
        "text": {"en": "counts?", "ko": "changes?", "ja": "codebook?"}[lang],
        "compare": "compare?a=2022&b=2017",
        "embed": f"embed?{JANUARY}",
        "share": f"share?{JANUARY}",
        "launch": f"launch/{LAUNCH}?",
        "no launch": "launch/2022-01-30-9?",
        "refused": "share?type=x",
    }
    for name, path in asked.items():
        page.goto(f"{address}/{path}&lang={lang}")
        if name == "embed":
            page.locator("body[data-shown='6']").wait_for(state="attached")
        found |= tell(name, findings(page))
    picked = library.narrowed(Selection(JANUARY_2022).pick(library.record.launches), "best")
    write(tmp_path, picked)
    (tmp_path / "one.html").write_bytes(one_file_map(View(Selection(JANUARY_2022), library)))
    ending = "" if lang == "en" else f".{lang}"
    for name in (
        "index.html",
        f"launches{ending}.html",
        f"launch/{LAUNCH}{ending}.html",
        "one.html",
    ):
        page.goto(f"{(tmp_path / name).as_uri()}?lang={lang}")
        if name in {"index.html", "one.html"}:
            page.locator("body[data-shown]").wait_for(state="attached")
            page.locator(".filters details").evaluate_all(
                "all => all.forEach((one) => { one.open = true; })"
            )
            page.evaluate(f"launchPage.change({{ open: '{LAUNCH}' }})")
            page.locator("#panel h2").wait_for()
        found |= tell(name, findings(page))
    page.goto((tmp_path / "404.html").as_uri())
    found |= tell("404", findings(page))
    assert not found, "\n".join(sorted(found))


def write(folder: Path, library: Library) -> None:
    """Write the site of a library."""
    for path, content in StaticSite(library).pages():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def without_refresh(route):
    """Hand on a page that would at once lead to another, without that."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', ""))


# --------------------------------------------------------------------- what axe does not see
_SMALL = """
least => [...document.querySelectorAll(
    "a[href], button, input, select, summary, [role='button'], [role='tab'], [role='combobox']")]
    .map((node) => (node.type === "checkbox" && node.closest("label")) || node)
    .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    // A sidebar that is folded lies beside the screen.
    .filter((node) => !(node.closest("form.filters")?.offsetWidth < 100))
    // A link within a sentence is as high as its line: WCAG 2.2, 2.5.8.
    .filter((node) => node.tagName !== "A" || !node.closest("p, li, td, .leaflet-control"))
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, box]) => Math.min(box.width, box.height) > 1)
    .filter(([, box]) => Math.min(box.width, box.height) < least - .5)
    .map(([node, { width, height }]) =>
        `${node.outerHTML.slice(0, 160)}: ${width} x ${height}`)
"""
SHOWN = f"{JANUARY}&open={LAUNCH}"


def opened(new_page, address, **options):
    """Page with a launch open, everything of its sidebar and panel unfolded."""
    page = new_page(**options)
    page.goto(f"{address}/?{SHOWN}")
    wait_for_map(page, shown=6)
    page.locator(f".st-key-launch_panel [data-launch='{LAUNCH}']").wait_for()
    page.locator(".launch-rows tbody tr").first.wait_for()
    page.locator(".filters .pill").first.wait_for(state="attached")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    return page


def test_everything_can_be_hit_with_a_mouse_and_with_a_finger(new_page, address):
    for least, options in (
        (24, {}),
        (44, {"viewport": PHONE, "has_touch": True, "is_mobile": True}),
    ):
        page = opened(new_page, address, **options)
        small = [*page.evaluate(_SMALL, least), *map_document(page).evaluate(_SMALL, least)]
        if least == 44:
            page.locator("[data-testid='stExpandSidebarButton']").tap()
            wait_until(page, "document.querySelector('form.filters').offsetWidth > 100")
            wait_until_still(page.locator("form.filters"))
            small += page.evaluate(_SMALL, least)
        assert not small, "\n".join(small)


@pytest.mark.parametrize("width", [320, 360, 720])
def test_nothing_scrolls_sideways_however_far_it_is_zoomed(new_page, address, width):
    """320 px are 1,280 at 400 %, 720 are 1,440 at 200 %."""
    page = opened(new_page, address, viewport={"width": width, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    top, right = page.evaluate(
        """() => {
            // Where there is little room, the page opens at the launch of its link.
            document.querySelector(".stMain").scrollTo({ top: 0, behavior: "instant" });
            const { top, right } = document.querySelector("h1.title").getBoundingClientRect();
            return [top, right];
        }"""
    )
    assert top >= 0
    assert right <= width


def test_map_in_words_is_the_map_in_pictures_after_every_filter(page, address):
    page.goto(f"{address}/?{JANUARY}")
    wait_for_map(page, shown=6)
    document = map_document(page)
    seen = "[...document.querySelectorAll('.map-list div')].map((one) => one.textContent)"
    for label, number in (("IRBM", 1), ("IRBM", 7), ("cruise", 1), ("Whole record", None)):
        if label == "cruise":
            page.locator(".filters .more").evaluate("more => { more.open = true; }")
        press(page, label)
        if number is not None:
            wait_until(document, f"document.querySelectorAll('.map-list div').length === {number}")
        else:
            wait_until(document, "document.querySelectorAll('.map-list div').length > 7")
        wait_until_run(page)
        said = document.evaluate(seen)
        drawn = document.evaluate(_DRAWN)
        assert sorted(said) == sorted(drawn)
        counted = [int(each) for each in re.findall(r"\d+", summary_line(page))]
        assert counted[0] == len(said)
        for place, words in (("arc", "drawn as arcs"), ("site", "at their site only")):
            (stated,) = re.findall(rf"(\d+) {words}", summary_line(page))
            named = f": {Words().say(f'place.{place}')}"
            assert int(stated) == sum(each.endswith(named) for each in said)


_DRAWN = """
launchMap.launches.filter((one) => one.shown).map((launch) => {
    const layers = (launch.layers || []).filter((layer) => launchMap.drawn.hasLayer(layer));
    const parts = layers.map((layer) => layer.options.part);
    const site = launchMap.visibleSites.some((one) => one.launches.includes(launch.id));
    const place = parts.includes("track") ? "arc" : parts.includes("trace") ? "ring or ray"
        : site ? "site only" : "not placed";
    return `${launch.label}: ${place}`;
})
"""


def test_map_is_worked_by_keyboard_alone(page, address):
    page.goto(f"{address}/?{JANUARY}")
    wait_for_map(page, shown=6)
    listed = map_frame(page).get_by_role("listbox", name="Launches on the map")
    listed.focus()
    assert "30 Jan 2022" in map_frame(page).locator(".map-tip").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = listed.locator("[aria-selected='true']").inner_text()
    page.keyboard.press("Enter")
    page.locator(".st-key-launch_panel h2[data-launch]").wait_for()
    assert page.locator(".st-key-launch_panel h2[data-launch]").get_attribute(
        "data-launch"
    ) == map_document(page).evaluate(
        "text => launchMap.launches.find((one) => text.startsWith(one.label)).id", active
    )


def test_colours_that_mean_something_are_kept_where_colours_are_forced(new_page, address):
    page = new_page(forced_colors="active")
    page.goto(f"{address}/?{JANUARY}&type=SRBM")
    wait_for_map(page)
    dots = page.locator(".filters .pill i")
    dots.first.wait_for()
    colours = dots.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert len(set(colours)) == len(colours) == 7
    bars = map_frame(page).locator(".legend-counts i")
    shown = bars.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert colours[1] in shown
    assert set(shown) <= set(colours)
    pressed, other = (
        page.locator(f".filters .pill[aria-pressed='{each}']").first.evaluate(
            "one => getComputedStyle(one).backgroundColor"
        )
        for each in ("true", "false")
    )
    assert pressed != other


def test_printed_page_is_whole(new_page, address):
    page = opened(new_page, address)
    printed = page.pdf(format="A4")
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed)).pages)
    panel = page.locator(".st-key-launch_panel").inner_text()
    for words in ("Who stated what", "Hwasong-12", "KCNA", "What is derived"):
        assert words in panel
        assert words in text
    assert "Reset all filters" not in text
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    wait_until(page, "document.documentElement.scrollWidth <= 700")
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".st-key-launch_panel, .launch-rows, .panel table")]
            .filter((one) => one.scrollHeight > one.clientHeight + 1
                || one.scrollWidth > one.clientWidth + 1)
            .map((one) => one.className)"""
    )
    assert cut == []
