"""Every door beside the page: headers, parts of files, scripts of others, paths that are none."""

import hashlib
import io
import json
import re
import struct
from html.parser import HTMLParser
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from streamlit.proto.BackMsg_pb2 import BackMsg

from asgi import ask
from conftest import HOSTILE, PUBLIC_ADDRESS, run_apart, shipped
from dashboard.app import NothingCleared
from dashboard.export.formats import FORMATS
from dashboard.selection.view import read_view
from dashboard.served import served
from dashboard.web.stray import KNOWN

JANUARY = "period=2022-01-01&period=2022-01-31"
PARQUET, CSV = (f"/api/launches.{name}?{JANUARY}" for name in ("parquet", "csv"))


@pytest.fixture(scope="module", autouse=True)
def record():
    return served()


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    monkeypatch.delenv("PUBLIC_ADDRESS", raising=False)


class Read(HTMLParser):
    """Tags and links of a page."""

    def __init__(self, body):
        super().__init__()
        self.tags, self.links, self.other = {}, [], {}
        self.feed(body.decode())

    def handle_starttag(self, tag, attrs):
        own = dict(attrs)
        if tag == "meta":
            self.tags[own.get("property") or own.get("name")] = own.get("content")
        elif tag == "a":
            self.links.append(own["href"])
        elif tag == "link":
            self.other[own.get("type") or own["rel"]] = own["href"]


# ----------------------------------------------------------------------------- the page's address
def test_page_has_a_card_of_the_view_that_its_link_opens():
    status, headers, body = ask(f"/?{JANUARY}&type=SRBM&fbclid=x")
    page = Read(body)
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert headers["cache-control"] == "no-cache"
    assert page.tags["og:title"] == "North Korean missile launches, January 2022"
    assert "3 launches (6 missiles)" in page.tags["og:description"]
    picture = urlsplit(page.tags["og:image"])
    assert (picture.netloc, picture.path) == ("launches.example", "/picture.png")
    assert "type=SRBM" in picture.query
    assert b"<title>North Korean missile launches, January 2022</title>" in body
    assert b"Streamlit</title>" not in body
    assert page.other["icon"] == "./favicon.ico"


def test_page_with_a_launch_open_has_the_card_of_that_launch():
    page = Read(ask("/?period=2022-01&open=2022-01-05-1")[2])
    assert "5 Jan 2022" in page.tags["og:title"]
    assert "launch=2022-01-05-1" in page.tags["og:image"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_link_is_markup_in_the_page(text):
    plain = ask("/?type=x")[2]
    for name in ("type", text):
        body = ask(f"/?{quote(name)}={quote(text)}")[2]
        assert body.count(b"<script") == plain.count(b"<script")
        assert b"elsewhere" not in body
        assert b"onerror" not in body


def test_page_speaks_the_language_of_its_reader():
    korean = ask("/", accept_language="ko-KR")[2]
    assert b'<html lang="ko">' in korean
    assert "발사".encode() in korean
    assert b'<html lang="ja">' in ask("/?lang=ja&utm_source=x")[2]


# --------------------------------------------------------------------------------------- headers
@pytest.mark.parametrize("path", ["/", "/api", "/embed", "/share", "/quality", "/nothing"])
def test_pages_say_what_they_may_load_and_who_may_frame_them(path):
    headers = ask(path)[1]
    policy = dict(
        part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in policy.get("script-src", "").replace("'wasm-unsafe-eval'", "")
    assert "https:" not in headers["content-security-policy"]
    wanted = {"/": "'self'", "/embed": None}
    assert policy.get("frame-ancestors") == wanted.get(path, "'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["permissions-policy"]


def test_every_script_in_the_page_is_named_by_its_hash():
    import base64

    _, headers, body = ask("/")
    for script in re.findall(rb"<script>(.*?)</script>", body, re.DOTALL):
        named = base64.b64encode(hashlib.sha256(script).digest()).decode()
        assert f"'sha256-{named}'" in headers["content-security-policy"]


def test_strangers_are_told_no_numbers_of_the_server():
    near, away = ("127.0.0.1", 40000), ("203.0.113.5", 40000)
    path = "/_stcore/metrics"
    assert ask(path, client=away)[1]["x-content-type-options"] == "nosniff"
    told = [
        ask(path, client=client, host=host, **more)[2]
        for client, host, more in (
            (away, "localhost:8501", {}),
            (near, "launches.example", {}),
            (near, "localhost", {"x_forwarded_for": "203.0.113.5"}),
        )
    ]
    assert told == [b"", b"", b""]
    # Nothing answers here beside our routes, and says so.
    assert ask(path, client=near, host="localhost:8501")[2] == b"Not Found"


def test_no_reader_clears_what_is_kept_for_all():
    clear = BackMsg(clear_cache=True).SerializeToString()
    stop = BackMsg(stop_script=True).SerializeToString()
    sent, heard = [clear, b"", clear[:1], stop], []

    async def receive():
        return {"type": "websocket.receive", "bytes": sent.pop(0)}

    async def app(_scope, receive, _send):
        heard.extend([(await receive())["bytes"] for _ in range(3)])

    run_apart(NothingCleared(app)({"type": "websocket"}, receive, None))
    assert heard == [b"", clear[:1], stop]


# --------------------------------------------------------------------------------- parts of files
@pytest.mark.parametrize("accepted", ["", "gzip, br", "gzip;q=0"])
def test_parquet_is_never_packed_and_its_length_is_told(accepted):
    whole = ask(PARQUET)[2]
    for method in ("GET", "HEAD"):
        status, headers, _ = ask(PARQUET, method, accept_encoding=accepted)
        assert (status, headers["content-length"]) == (200, str(len(whole)))
        assert "content-encoding" not in headers
        assert headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-3", 0, 3),
        ("bytes=-8", -8, None),
        ("bytes=100-", 100, None),
        ("bytes=10-99999999", 10, None),
        ("bytes=-99999999", 0, None),
    ],
)
@pytest.mark.parametrize("path", [PARQUET, CSV])
def test_part_of_a_file_is_that_part(path, asked, first, last):
    whole = ask(path)[2]
    status, headers, body = ask(path, range=asked, accept_encoding="gzip")
    assert body == whole[first : None if last is None else last + 1]
    start = len(whole) + first if first < 0 else first
    end = len(whole) - 1 if last is None else last
    assert status == 206
    assert headers["content-range"] == f"bytes {start}-{end}/{len(whole)}"
    assert headers["content-length"] == str(len(body))
    assert "content-encoding" not in headers


def test_part_that_is_none_or_of_another_version_is_refused_or_the_whole():
    whole = ask(PARQUET)[2]
    status, headers, _ = ask(PARQUET, range=f"bytes={len(whole)}-")
    assert (status, headers["content-range"]) == (416, f"bytes */{len(whole)}")
    assert ask(PARQUET, range="bytes=-0")[0] == 416
    for odd in ("bytes=5-2", "bytes=0-1,4-5", "bytes=-", "lines=0-1", "bytes=x-", "bytes=9" * 40):
        assert (ask(PARQUET, range=odd)[0], ask(PARQUET, range=odd)[2]) == (200, whole)
    tag = ask(PARQUET)[1]["etag"]
    assert ask(PARQUET, range="bytes=0-3", if_range=tag)[0] == 206
    assert ask(PARQUET, range="bytes=0-3", if_range='"old"')[0] == 200
    assert ask(PARQUET, range="bytes=0-3", if_none_match=tag)[0] == 304


@pytest.mark.parametrize("name", FORMATS)
def test_text_is_packed_for_whom_wants_it_and_named_by_another_tag(name):
    path = f"/api/launches.{name}?{JANUARY}"
    plain, packed = (ask(path, accept_encoding=each)[1] for each in ("gzip;q=0", "gzip"))
    assert "content-encoding" not in plain
    assert ("content-encoding" in packed) is (name != "parquet")
    assert (plain["etag"] == packed["etag"]) is (name == "parquet")
    assert packed["vary"].count("Accept-Encoding") == 1


# ----------------------------------------------------------------------------- scripts of others
@pytest.mark.parametrize("path", [PARQUET, "/assets/base/land.geojson", "/embed", "/nothing"])
def test_scripts_of_other_pages_may_ask_again_and_read_the_tag(path):
    asked = {
        "origin": "https://elsewhere.example",
        "access_control_request_method": "GET",
        "access_control_request_headers": "if-none-match, range, x-requested-with",
    }
    status, headers, _ = ask(path, "OPTIONS", **asked)
    assert status == 204
    assert headers["access-control-allow-origin"] == "*"
    allowed = headers["access-control-allow-headers"].casefold()
    assert all(each in allowed for each in ("if-none-match", "range", "cache-control"))
    reply = ask(path, origin="null")[1]
    assert reply["access-control-allow-origin"] == "*"
    assert "ETag" in reply["access-control-expose-headers"]


# ---------------------------------------------------------------------------- paths that are none
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/share/", "/share"),
        ("/Share?type=SRBM", "/share?type=SRBM"),
        ("/embed.", "/embed"),
        ("/picture.png.?size=slide", "/picture.png?size=slide"),
        ("/api/", "/api"),
        ("/API/launches.CSV)", "/api/launches.csv"),
        ("//", "/"),
    ],
)
def test_address_that_was_meant_is_led_to(asked, meant):
    status, headers, _ = ask(asked)
    assert status == 308
    if asked != "//":
        assert (
            urljoin(f"http://a.example{asked}", headers["location"]) == f"http://a.example{meant}"
        )


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("/picture", "/picture.png"),
        ("/picture.jpg", "/picture.svg"),
        ("/api/launches", "/api/launches.csv"),
        ("/deck", "/deck.pptx"),
        ("/imbed", "/embed"),
        ("/launches", f"/launch/{shipped().record.launches[-1].id}"),
        ("/foo/bar/", None),
    ],
)
def test_address_of_nothing_names_the_nearest_and_leads_home(asked, named, method):
    status, headers, body = ask(asked, method, accept_encoding="gzip")
    assert (status, headers["cache-control"]) == (404, "no-store")
    *near, home = (urljoin(asked, link) for link in Read(body).links)
    assert home == "/"
    assert named is None or named in near
    assert all(link in KNOWN or link.startswith("/launch/") for link in near)


@pytest.mark.parametrize("text", HOSTILE)
def test_address_of_nothing_says_what_was_asked_and_is_harmless(text):
    status, _, body = ask(f"/{quote(text, safe='/')}")
    assert status == 404
    assert b"<script" not in body
    assert b"<img" not in body


def test_nobody_writes_anywhere():
    for path in ("/share", "/nothing", "/api/launches.csv", "/"):
        assert ask(path, "POST")[0] == 405


# ------------------------------------------------------------------------------------- crawlers
def test_crawlers_find_every_launch(monkeypatch):
    assert "Sitemap: http://launches.example/sitemap.xml" in ask("/robots.txt")[2].decode()
    root = ET.fromstring(ask("/sitemap.xml")[2])  # noqa: S314 - our own
    found = [urlsplit(each.text).path for each in root.iterfind(".//{*}loc")]
    launches = [f"/launch/{launch.id}" for launch in shipped().record.launches]
    pages = [path for path in found if path not in launches]
    assert {"/", "/api", "/quality"} <= set(pages)
    assert [path for path in found if path in launches] == launches
    assert [path for path in pages if ask(path)[0] != 200] == []
    # None rather than a wrong one.
    assert "Sitemap" not in ask("/robots.txt", host="a.example/<x>")[2].decode()
    assert ask("/sitemap.xml", host="a.example/<x>")[0] == 404
    monkeypatch.setenv("PUBLIC_ADDRESS", PUBLIC_ADDRESS)
    assert f"<loc>{PUBLIC_ADDRESS}/</loc>".encode() in ask("/sitemap.xml")[2]


def test_icon_is_one():
    _, headers, body = ask("/favicon.ico")
    assert headers["content-type"] == "image/x-icon"
    assert struct.unpack("<HHH", body[:6]) == (0, 1, 1)
    assert Image.open(io.BytesIO(body)).size == (48, 48)


# --------------------------------------------------------------------------------------- oEmbed
@pytest.mark.parametrize(
    ("link", "query"),
    [
        (f"/share?{JANUARY}&type=SRBM&fbclid=x", {"period": JANUARY, "type": "SRBM"}),
        (f"/?{JANUARY}", {"period": JANUARY}),
        (f"/embed?{JANUARY}", {"period": JANUARY}),
        ("/launch/2022-01-05-1.", {"launch": "2022-01-05-1"}),
    ],
)
def test_link_of_ours_is_shown_in_the_pages_of_others(link, query):
    url = quote(f"http://launches.example{link}", safe="")
    status, headers, body = ask(f"/oembed?url={url}&maxwidth=300&maxheight=9999&format=json")
    told = json.loads(body)
    assert (status, headers["content-type"]) == (200, "application/json")
    assert (told["version"], told["type"], told["width"], told["height"]) == (
        "1.0",
        "rich",
        300,
        520,
    )
    (source,) = re.findall(r'src="([^"]*)"', told["html"])
    source = source.replace("&amp;", "&")
    assert source.startswith("http://launches.example/embed?")
    for name, value in query.items():
        assert (value if name == "period" else f"{name}={value}") in source
    view, _ = read_view(
        {name: [value] for name, value in query.items() if name != "period"}, shipped()
    )
    assert told["thumbnail_url"].startswith("http://launches.example/picture.png?")
    assert view


def test_link_of_somebody_else_is_not_shown():
    for url in (
        "https://elsewhere.example/share",
        "http://launches.example.evil.example/share",
        "javascript:alert(1)",
        "http://launches.example/api",
        "http://launches.example/launch/1999-01-01-1",
        "http://[",
        "",
    ):
        assert ask(f"/oembed?url={quote(url, safe='')}")[0] == 404
    assert ask("/oembed?url=http://launches.example/&format=xml")[0] == 501


@pytest.mark.parametrize("path", ["/", "/share", "/launch/2022-01-05-1"])
def test_page_says_where_it_is_described(path):
    link = Read(ask(path)[2]).other["application/json+oembed"]
    described = urlsplit(link)
    assert described.netloc == "launches.example"
    assert ask(f"{described.path}?{described.query}")[0] == 200
