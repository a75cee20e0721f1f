"""Links that were posted: the card a crawler reads, and that each leads on to the same state."""

import datetime as dt
import json
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit

import pytest

from conftest import HOSTILE, JANUARY_2022, PREFIX, PUBLIC_ADDRESS, shipped
from dashboard.selection.query import read_query
from dashboard.selection.view import View, read_view
from dashboard.web.card import card, nearest
from dashboard.words.say import Words
from driving import get


@pytest.fixture(scope="module")
def ask(prefixed):
    """Ask a dashboard that readers reach elsewhere; returns status and text."""

    def asked(path):
        status, _, body = get(prefixed, f"/{PREFIX}{path}")
        return status, body.decode()

    return asked


class Crawler(HTMLParser):
    """Reads what those who show cards read, and where the page leads."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.refresh, self.words = {}, [], None, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        own = dict(attrs)
        if tag == "meta" and own.get("http-equiv") == "refresh":
            self.refresh = own["content"].partition("url=")[2]
        elif tag == "meta" and (name := own.get("property") or own.get("name")):
            assert name not in self.tags
            self.tags[name] = own["content"]
        elif tag == "a":
            self.links.append(own["href"])

    def handle_data(self, data):
        self.words.append(data)


QUERIES = [
    "",
    "type=SRBM&period=2022-01-01&period=2022-01-31",
    urlencode({"reach": "overflew Japan", "figures": "Japan MOD", "sea": "Sea of Japan"}),
    "site=wonsan-area&outcome=failure&launch=2022-01-05-1",
]


@pytest.mark.parametrize("query", QUERIES)
def test_card_has_every_tag_and_leads_to_the_same_state(ask, query):
    status, text = ask(f"/share?{query}")
    assert status == 200
    page = Crawler(text)
    view, _ = read_view(parse_qs(query), shipped())
    tags = page.tags
    assert tags["og:title"]
    assert f"{len(view.launches)} launch" in tags["og:description"]
    assert tags["og:type"] == "website"
    assert tags["twitter:card"] == "summary_large_image"
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:image:alt"]
    for name, path in (("og:image", "/map/picture.png"), ("og:url", "/map/share")):
        parts = urlsplit(tags[name])
        assert (parts.scheme, parts.netloc, parts.path) == ("https", "launches.example", path)
        asked = parse_qs(parts.query)
        if name == "og:image":
            assert asked.pop("size") == ["social"]
        assert read_query(asked, shipped().vocabulary) == (view.selection, [])
    assert tags["twitter:image"] == tags["og:image"]
    # Seen from where the page is, below whatever prefix.
    onward = urlsplit(urljoin("http://other.example/map/share", page.refresh))
    assert (onward.netloc, onward.path) == ("other.example", "/map/")
    opened = read_query(parse_qs(onward.query), shipped().vocabulary)
    assert opened == (view.selection.on_page(), [])
    assert page.links == [page.refresh]


@pytest.mark.parametrize("text", [*HOSTILE, "//elsewhere.example", "https://elsewhere.example"])
def test_hostile_link_shows_the_rest_and_is_harmless(ask, text):
    for name in ("type", "launch", "url", text):
        status, html = ask(f"/share?{urlencode({name: text})}")
        assert status == 200
        page = Crawler(html)
        assert page.tags["og:title"]
        # Whoever follows it is told first.
        assert page.refresh is None
        (link,) = page.links
        assert link.startswith("./?period=1984-")
        assert "elsewhere" not in str(page.tags)
        assert "<img" not in html
        # What describes the dataset is none that runs.
        assert html.count("<script") == html.count('<script type="application/ld+json">') == 1


def test_link_that_cannot_be_read_whole_says_why(ask):
    words = " ".join(Crawler(ask("/share?type=SCUD")[1]).words)
    assert "“SCUD” is not among its values; it takes CRBM, SRBM" in words


def test_card_of_a_launch_says_who_stated_what(ask):
    status, text = ask("/launch/2022-01-05-1")
    page = Crawler(text)
    assert (status, page.tags["og:url"]) == (200, f"{PUBLIC_ADDRESS}/launch/2022-01-05-1")
    assert "5 Jan 2022" in page.tags["og:title"]
    assert "700 km (JCS)" in page.tags["og:description"]
    onward = urlsplit(urljoin("http://other.example/map/launch/2022-01-05-1", page.refresh))
    assert onward.path == "/map/"
    assert parse_qs(onward.query)["open"] == ["2022-01-05-1"]
    assert "launch=2022-01-05-1" in page.tags["og:image"]


def test_every_launch_has_its_address(ask, served):
    for launch in served.record.launches:
        assert ask(f"/launch/{launch.id}")[0] == 200


def test_text_of_the_record_is_escaped_in_a_card(
    make_launch, make_missile, make_claim, make_library
):
    for text in HOSTILE:
        claim = make_claim("range_km", 500, text)
        launch = make_launch(claim, missile=make_missile(name=text))
        view, _ = read_view({"period": list(map(str, JANUARY_2022))}, shipped())
        html = card(
            Words(),
            View(view.selection, make_library(launch)),
            PUBLIC_ADDRESS,
            onward="../",
            opened=launch,
        )
        page = Crawler(html)
        assert page.tags["og:title"].startswith(text)
        assert text in page.tags["og:description"]
        assert page.links == ["../"]
        assert "<img" not in html
        # What it says to search engines is data, which no text of the record ends.
        head, described = html.split('<script type="application/ld+json">')
        described, rest = described.split("</script>")
        assert text in json.loads(described)["name"]
        assert "<script" not in head + described + rest


def test_unknown_launch_is_not_found_and_the_nearest_are_named(ask):
    status, text = ask("/launch/2022-01-06-9")
    page = Crawler(text)
    assert status == 404
    assert "2022-01-05-1" in page.links
    assert page.refresh is None


@pytest.mark.parametrize("asked", [*HOSTILE, "x", "2022-13-45-1", "2022-1-5-1", "%00", "a" * 5000])
def test_anything_else_is_not_found_and_harmless(ask, asked):
    status, text = ask(f"/launch/{quote(asked, safe='')}")
    assert status in {400, 404}
    page = Crawler(text)
    known = set(shipped().vocabulary.by_id)
    assert all(link in known or link == "../" for link in page.links)
    assert "<img" not in text
    assert "<script" not in text


def test_nearest_are_those_of_the_days_around_or_those_that_look_alike(served):
    assert "2022-01-05-1" in nearest("2022-01-05-7", served.record)
    assert "2022-01-05-1" in nearest("2022-01-05", served.record)
    assert "2022-01-05-1" in nearest("2022-1-05-1", served.record)
    assert nearest("nothing of the kind", served.record) == []
    days = [dt.date.fromisoformat(near[:10]) for near in nearest("2022-01-12-9", served.record)]
    assert all(abs(day - dt.date(2022, 1, 12)) < dt.timedelta(days=14) for day in days)


def test_id_that_a_launch_once_had_leads_on_for_good(prefixed):
    asked = f"/{PREFIX}/launch/2022-01-06-1"
    status, headers, _ = get(prefixed, asked)
    assert status == 308
    led = urljoin(asked, headers["Location"])
    assert led == f"/{PREFIX}/launch/2022-01-05-1"
    assert get(prefixed, led)[0] == 200


@pytest.mark.parametrize(
    "added", ["/", ".", ")", "),", "%E3%80%82", "%23more", "/?fbclid=x", "?utm_source=x"]
)
def test_launch_is_found_whatever_was_left_on_its_address(prefixed, added):
    asked = f"/{PREFIX}/launch/2022-01-05-1{added}"
    status, headers, _ = get(prefixed, asked)
    if status == 308:
        asked = urljoin(asked, headers["Location"])
        assert asked == f"/{PREFIX}/launch/2022-01-05-1"
        status, headers, _ = get(prefixed, asked)
    assert status == 200


@pytest.mark.parametrize("below", ["2022-01-06-9/x/", "2022-01-06-9%2Fx", "a/b"])
def test_way_home_from_no_launch_is_right_however_deep_it_lies(prefixed, below):
    asked = f"/{PREFIX}/launch/{below}"
    status, _, body = get(prefixed, asked)
    *near, home = Crawler(body.decode()).links
    assert (status, urljoin(asked, home)) == (404, f"/{PREFIX}/")
    assert all(get(prefixed, urljoin(asked, link))[0] == 200 for link in near)
