"""The view "Add from a report" without a browser: its link, its fields, what it refuses."""

import datetime as dt
import html
import json
import re
import time
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from conftest import HOSTILE, run_apart
from dashboard.app import MOST_UPLOADS, FewUploads
from dashboard.panels.report_copy import read_copy, written
from dashboard.panels.report_input import MOST_MB
from dashboard.panels.report_work import Work
from dashboard.reports.acceptance import Origin
from dashboard.reports.draft import make_draft
from dashboard.reports.examples import EXAMPLES
from dashboard.words.say import Words
from data.reading.names import read_names
from data.reading.passage import MOST_CHARACTERS
from data.reading.reader import read_report
from data.reading.rows import Document
from data.record import read_record
from page_state import sent_to
from test_dashboard_languages import EVERYWHERE, sentences, texts_of

PAGE = Path(__file__).parents[1] / "dashboard" / "page.py"
TEXT = (
    "North Korea fired two short-range ballistic missiles from Sinpo in a northeast direction at "
    "7:10 a.m. on Tuesday, South Korea's Joint Chiefs of Staff said. They flew about 350 km. "
    "Japan's Defense Ministry said they flew about 250 km. The weapon could fly 15,000 km."
)
DAY = dt.date(2026, 12, 1)
MOST_SECONDS = 3.0
"""Thrice what was asked for [s of the processor]: the page is drawn as well."""


def opened(**query) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params.update({"page": "report", **query})
    page.run()
    assert not page.exception
    return page


def read(page: AppTest, text: str, day: dt.date | None = DAY) -> AppTest:
    page.text_area(key="report_text").set_value(text)
    page.date_input(key="report_day").set_value(day)
    page.button(key="report_read").click().run()
    assert not page.exception
    return page


@pytest.fixture(scope="module")
def page() -> AppTest:
    """View in English, for tests that each read a text of their own in it."""
    return opened()


def everything(page: AppTest) -> str:
    """All HTML of the view."""
    return "".join(block.proto.body for block in page.get("html"))


def test_link_opens_the_view_and_leads_back_to_the_map():
    page = opened(type="ICBM", period=["2017-01-01", "2017-12-31"])
    assert Words().say("report.title") in everything(page)
    page.button(key="report_back").click().run()
    assert not page.exception
    assert "page" not in page.query_params
    # What was selected before is selected still.
    assert page.query_params["type"] == "ICBM"
    assert sent_to(page, "filters")["selection"]["period"] == ["2017-01-01", "2017-12-31"]
    page.session_state["counting_rules"] = True
    page.run()
    page.button(key="report_open").click().run()
    assert page.query_params["page"] == "report"


def test_report_is_read_marked_and_compared(page, monkeypatch):
    # The page of a test has no address: nobody may write through it.
    monkeypatch.setenv("RECORD_WRITABLE", "1")
    read(page, TEXT)
    body = everything(page)
    assert (
        "8 claims on 1 launch: accepted 8, unsure 0. Left out: 1 figure." in body
        or "claims on 1 launch" in body
    )
    assert re.search(r'<a class="wording range_km"[^>]*data-claims="\d+"[^>]*>350 km<sup>', body)
    assert 'class="left-out" title="Left out: capability">15,000 km' in body
    assert "With them the record passes its check." in [each.value for each in page.success]
    assert "report_patch" in {each.key for each in page.get("download_button")}
    assert "report_write" not in {each.key for each in page.button}
    page.button(key="report_clear").click().run()
    assert page.text_area(key="report_text").value == ""
    assert "Sinpo" not in everything(page)
    assert "Sinpo" not in str(page.session_state)


@pytest.mark.parametrize("lang", ["ko", "ja"])
def test_no_english_message_is_left_in_the_view(lang):
    page = read(opened(lang=lang), TEXT)
    text = "\n".join(texts_of(page))
    own = {part for _, part in sentences(lang)}
    left = {
        key: part
        for key, part in sentences("en")
        if key.startswith(("report.", "reason.", "quantity."))
        and len(part.split()) > 1
        and part not in own | EVERYWHERE
        and re.search(rf"\b{re.escape(part)}\b", text)
    }
    assert left == {}
    for key in ("lead", "table_is", "launches_are", "passes", "patch", "marked_is"):
        assert Words(lang).say(f"report.{key}") in text


def test_examples_are_offered_and_read(page):
    assert len(page.selectbox(key="report_example").options) == len(EXAMPLES)
    for example in EXAMPLES[::4]:
        page.selectbox(key="report_example").set_value(example.source_id).run()
        assert page.text_area(key="report_text").value == example.text
        assert str(page.date_input(key="report_day").value) == example.published
        page.button(key="report_read").click().run()
        page.button(key="report_accept_all").click().run()
        assert not page.exception
        assert not page.error
        body = everything(page)
        assert 'ol class="report-claims"' in body
        # What the record has and the rules do not read is said, with the reason.
        (listed,) = re.findall(r"not read here \(\d+\)</summary>\n<ul>(.*?)</ul>", body, re.DOTALL)
        reasons = [Words().say(f"report.apart.{name}") for name in example.apart.values()]
        for line in re.findall("<li>(.*)</li>", listed):
            assert any(html.unescape(line).endswith(f" · {reason}") for reason in reasons), line


def test_review_comes_back_from_its_page_and_nothing_else_does():
    record, names = read_record(), read_names()
    launches = {launch.id: launch for launch in record.launches}
    draft = make_draft(read_report(TEXT, DAY, names), names, launches)
    origin = Origin(Document("News", "https://example.org/a", DAY.isoformat()), "Two missiles")
    work = Work(TEXT, draft, origin, names, record, range(len(draft.claims)), draft, version=2)
    changed = draft.decided(accepted=False).edited(
        {0: {"note": "seen"}}, {1: {"low": 2.0}}, work.order
    )
    assert written(work, draft)["decided"] is False
    sent = json.loads(json.dumps(written(work, changed)))
    assert sent["decided"] is True
    copy = read_copy(sent, record)
    assert copy is not None
    assert (copy.text, copy.published, copy.origin, copy.version) == (TEXT, DAY, origin, 3)
    assert copy.decided(draft, record) == changed
    # A page that is not ours may send anything: then the report is read, and nothing is decided.
    for place, cells in (
        (0, {"launch": 9}), (0, {"accepted": 1}), (0, {"low": "x"}), (0, {"quantity": "speed"}),
        (0, {"more": ""}), (0, {"value": "x" * 500}),
    ):  # fmt: skip
        wrong = [*sent["claims"]]
        wrong[place] = wrong[place] | cells
        copy = read_copy(sent | {"claims": wrong}, record)
        assert copy is not None
        assert copy.decided(draft, record) == draft, cells
    for told in (None, [], {}, {"text": 1}, sent | {"published": "yesterday"}):
        assert read_copy(told, record) is None


def test_hostile_text_is_shown_as_text(page, elements):
    text = " ".join((TEXT, *HOSTILE, "flew 400 km\u202e", "\0", "미사일 <b>700km</b>"))
    body = everything(read(page, text))
    assert html.escape("</script><script>alert(1)</script>") in body
    assert "\u202e" not in body
    assert "\0" not in body
    for tag, attributes in elements(body):
        assert tag not in {
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "svg",
            "link",
            "form",
            "base",
        }
        assert not [name for name in attributes if name.startswith("on")]
        link = attributes.get("href", "#")
        assert link.startswith("#")


HOSTILE_TEXTS = (
    "북한이 미사일을 발사했다. " * 60_000,
    "<script>" * 100_000,
    "North Korea fired a missile. " + "700 km " * 5_500,
    "\u202e\0" * 20_000,
    "North Korea fired " + "a" * 39_000,
)


def test_hostile_text_is_read_or_refused_soon(page):
    for text in HOSTILE_TEXTS:
        page.text_area(key="report_text").set_value(text)
        began = time.process_time()
        page.button(key="report_read").click().run()
        assert time.process_time() - began < MOST_SECONDS, text[:40]
        assert not page.exception
        is_refused = [each.value for each in page.warning if "at most 40,000" in each.value]
        assert bool(is_refused) == (len(text) > MOST_CHARACTERS), text[:40]


def test_what_is_not_there_to_be_read_is_said(page):
    read(page, "  ")
    assert [each.value for each in page.warning] == ["There is no text to read\\."]
    read(page, "The weather in Oslo was fine.")
    assert [each.value for each in page.info] == [Words().say("report.no_launch")]
    # Figures without a claim are told why they are none.
    read(page, "North Korea's missiles, which it tests often, could fly 13,000 km.")
    assert [each.value for each in page.info] == [Words().say("report.no_launch")]
    assert 'title="Left out: capability">13,000 km' in everything(page)


def test_file_larger_than_a_report_is_not_taken():
    """A page is told so by its field; who sends a file past it is held to the configuration."""
    content = (PAGE.parents[1] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(content)["server"]["maxUploadSize"] == MOST_MB


def test_page_sends_few_files(monkeypatch):
    passed = []

    async def beyond(scope, _receive, _send):
        passed.append(scope["path"])

    async def sent(message):
        answers.append(message)

    held = {"me": {str(number): None for number in range(MOST_UPLOADS)}}
    manager = SimpleNamespace(uploaded_file_mgr=SimpleNamespace(file_storage=held))
    monkeypatch.setattr("dashboard.app.Runtime.instance", lambda: manager)
    guard, answers = FewUploads(beyond), []
    base = "/nk/_stcore/upload_file"
    for method, path in (
        ("PUT", f"{base}/me/another"),
        ("PUT", f"{base}/me/0"),
        ("PUT", f"{base}/somebody/0"),
        ("DELETE", f"{base}/me/another"),
        ("GET", "/"),
    ):
        run_apart(guard({"type": "http", "method": method, "path": path}, None, sent))
    assert [answer["status"] for answer in answers if "status" in answer] == [429]
    assert passed == [f"{base}/me/0", f"{base}/somebody/0", f"{base}/me/another", "/"]
