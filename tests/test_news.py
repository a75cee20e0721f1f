"""What is new in the record: the page, the feeds and the calendar, read by others' parsers."""

import datetime as dt
import json
from dataclasses import replace

import feedparser
import pytest
from icalendar import Calendar

from conftest import HOSTILE, MARKUP
from dashboard.export import ics_file
from dashboard.launch.claims import claims_html
from dashboard.launch.error_report import VARIABLE
from dashboard.launch.sections import launch_sections
from dashboard.news.changes import changes_html
from dashboard.news.feeds import Place, atom, json_feed
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.tempo.chronicle import Chronicle
from dashboard.words.say import LANGUAGES, Words
from data.history import VersionChange

ADDRESS = "https://launches.example"
PLACE = Place(
    f"{ADDRESS}/changes.atom", f"{ADDRESS}/changes", lambda id_: f"{ADDRESS}/launch/{id_}"
)
FEEDS = {"atom": "changes.atom", "json": "changes.json", "ics": "launches.ics"}
HISTORY = (
    VersionChange("2022-01-01", None, "added", (), "First."),
    VersionChange("2022-02-01", "2022-01-05-1", "revised", ("site_id", "claims"), MARKUP),
    VersionChange("2022-02-01", "2021-01-05-1", "removed", (), "It never was."),
)


@pytest.fixture
def changed(make_record, make_launch):
    """Record whose one launch was revised, and another removed."""
    return make_record((make_launch(status="preliminary"),), changes=HISTORY)


def test_atom_is_well_formed_and_has_a_launch_an_entry(served):
    content = atom(Words(), served.record, PLACE)
    feed = feedparser.parse(content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert (feed.feed.updated, feed.feed.link) == (f"{served.record.version}T00:00:00Z", PLACE.home)
    changes = [change for change in served.record.changes if change.launch_id]
    assert len(feed.entries) == len(changes) > 200
    assert len({entry.id for entry in feed.entries}) == len(changes)
    for entry in feed.entries:
        assert entry.title
        assert entry.updated_parsed
        assert entry.link.startswith(f"{ADDRESS}/launch/")
        assert entry.content[0].value


def test_entry_is_the_same_in_every_language_and_at_every_address(served):
    kept = [atom(Words(), served.record, PLACE), atom(Words("ko"), served.record, None)]
    first, second = ([entry.id for entry in feedparser.parse(each).entries] for each in kept)
    items = json.loads(json_feed(Words("ja"), served.record, None))["items"]
    assert first == second == [item["id"] for item in items]


def test_json_feed_has_what_its_standard_requires(served):
    # https://www.jsonfeed.org/version/1.1/: version, title and items; of an item id and a content.
    feed = json.loads(json_feed(Words("ja"), served.record, PLACE))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["language"] == "ja"
    assert feed["title"]
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert item["url"].startswith(ADDRESS)
        assert dt.datetime.fromisoformat(item["date_modified"]).tzinfo


def test_feed_tells_what_changed_and_why_and_no_text_is_markup(changed):
    first, second = feedparser.parse(atom(Words(), changed, PLACE)).entries
    assert first.title == "Made-up, 5 Jan 2022: revised"
    assert first.content[0].type == "text/plain"
    assert first.content[0].value == f"site and claims. {MARKUP}"
    assert (second.title, second.content[0].value) == (
        "2021-01-05-1, 5 Jan 2021: removed",
        "It never was.",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_names_every_version_the_newest_first_and_what_is_preliminary(
    changed, lang, assert_harmless
):
    words = Words(lang)
    html = str(changes_html(words, changed, lambda id_: f"https://x.example/{id_}", FEEDS))
    newest, first = (
        html.index(f"<h2>{words.say('news.version', version=day)}")
        for day in ("2022-02-01", "2022-01-01")
    )
    assert newest < first
    assert words.say("news.since", version="2022-01-01") in html
    assert words.say("news.changed.removed") in html
    assert_harmless(
        html.replace('"changes.', '"https://x.example/').replace('"launches.', '"https://')
    )


def test_panel_says_since_when_a_launch_is_preliminary(changed, make_atlas):
    (launch,) = changed.launches
    atlas = make_atlas(launch)
    atlas = replace(atlas, record=replace(atlas.record, changes=HISTORY))
    said = Words().say("launch.preliminary_since", version="2022-01-01")
    assert said in launch_sections(Words(), atlas, Chronicle(atlas.record), launch)[0]
    confirmed = replace(launch, status="confirmed")
    assert (
        "until it is read again"
        not in launch_sections(Words(), atlas, Chronicle(atlas.record), confirmed)[0]
    )


def calendar_of(view):
    return Calendar.from_ical(ics_file.write(view)).walk("VEVENT")


def test_calendar_has_an_event_a_launch_at_its_time_or_on_its_days(library):
    whole = View(Selection(library.vocabulary.period), library, ADDRESS)
    content = ics_file.write(whole)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    events = {event["UID"].partition("@")[0]: event for event in calendar_of(whole)}
    assert list(events) == [launch.id for launch in whole.launches]
    for launch in whole.launches:
        event = events[launch.id]
        assert not event.errors
        if launch.time_utc:
            assert event.decoded("DTSTART") == launch.time_utc
        else:
            assert event.decoded("DTSTART") == launch.first_day
            assert event.decoded("DTEND") == launch.last_day + dt.timedelta(days=1)
        assert event["URL"] == f"{ADDRESS}/launch/{launch.id}"


@pytest.mark.parametrize("text", [*HOSTILE, "a,b;c\\n\nBEGIN:VEVENT\r\n", "발사" * 60])
def test_text_in_a_calendar_stays_text(text, make_library, make_launch, make_missile, make_site):
    launch = make_launch(missile=make_missile(name=text), site=make_site(name_en=text))
    library = make_library(launch)
    (event,) = calendar_of(View(Selection(library.vocabulary.period), library))
    assert event["SUMMARY"].replace("\r", "") == text.replace("\r", "")
    assert "URL" not in event


def test_error_of_a_claim_is_reported_where_the_operator_wants_it(
    make_atlas, make_launch, make_claim, monkeypatch, elements
):
    launch = make_launch(make_claim("range_km", 500, phrase="flew 500 km"))
    atlas = make_atlas(launch)
    monkeypatch.delenv(VARIABLE, raising=False)
    said = str(claims_html(Words(), atlas.record, launch))
    assert "2022-01-05-1, record of 2026-11-22: JCS, Range 500 km (paper)" in said
    for address, start in (
        (
            "mailto:errors@example.org",
            "mailto:errors@example.org?subject=Error%20in%202022-01-05-1",
        ),
        ("https://example.org/new?x=1", "https://example.org/new?x=1&title=Error%20in%20"),
    ):
        monkeypatch.setenv(VARIABLE, address)
        html = str(claims_html(Words(), atlas.record, launch))
        (link,) = [
            attributes["href"]
            for tag, attributes in elements(html)
            if tag == "a" and attributes.get("class") == "error"
        ]
        assert link.startswith(start)
        assert "&body=2022-01-05-1%2C%20record%20of" in link
    for address in ("javascript:alert(1)", "errors@example.org", 'https://x" onclick="'):
        monkeypatch.setenv(VARIABLE, address)
        assert str(claims_html(Words(), atlas.record, launch)) == said
