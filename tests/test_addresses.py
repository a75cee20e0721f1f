"""Addresses that are handed out: those readers used, and none rather than a wrong one."""

import re

import pytest
from starlette.requests import Request

from conftest import JANUARY_2022, PUBLIC_ADDRESS, shipped
from dashboard.app import routes
from dashboard.export.formats import FORMATS
from dashboard.launch.sections import fixed_sections
from dashboard.panels.share import _show_citation, _show_links
from dashboard.picture.compose import compose
from dashboard.selection.address import checked_address, public_address
from dashboard.selection.file_name import file_name
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_view
from dashboard.site.onefile import one_file_map
from dashboard.site.pages import StaticSite
from dashboard.web.address import address_of
from dashboard.web.api_page import api_page
from dashboard.web.card import card
from dashboard.web.openapi import openapi
from dashboard.words.say import Words

PEER, PROXY, TRUSTED = ("203.0.113.5", 40000), ("127.0.0.1", 40000), ("203.0.113.5", 0)
"""Whoever connects, a proxy on this machine, and whom uvicorn names for a proxy that it trusts."""


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    monkeypatch.delenv("PUBLIC_ADDRESS", raising=False)


def asked(host, client=PEER, scheme="http", prefix="", **headers):
    """Address that a request with these headers was sent to."""
    named = {"host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": scheme,
        "path": "/share",
        "query_string": b"",
        "client": client,
        "state": {"prefix": prefix},
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in named.items()],
    }
    return address_of(Request(scope))


def test_address_is_that_of_the_request():
    assert asked("localhost:8600") == "http://localhost:8600"
    assert asked("launches.example", scheme="https") == "https://launches.example"
    assert asked("[::1]:8600", prefix="/nk/map") == "http://[::1]:8600/nk/map"


def test_public_address_goes_before_that_of_the_request(monkeypatch):
    monkeypatch.setenv("PUBLIC_ADDRESS", f"{PUBLIC_ADDRESS}/")
    assert asked("elsewhere.example") == PUBLIC_ADDRESS


def test_forwarded_host_is_believed_of_a_proxy_alone():
    told = {"x_forwarded_host": "launches.example"}
    assert asked("127.0.0.1:8501", PROXY, **told) == "http://launches.example"
    assert asked("inner:8501", TRUSTED, "https", **told) == "https://launches.example"
    assert asked("mine.example", PEER, **told) == "http://mine.example"
    assert asked("mine.example", None, **told) == "http://mine.example"


@pytest.mark.parametrize(
    "host",
    [
        *("", " ", "a b", "a.example/evil", "a.example?x", "a.example#x", "me@a.example", "-", "."),
        *(
            "a\r\nSet-Cookie: x",
            '"><script>alert(1)</script>',
            "a.example:port",
            "[::1",
            "é.example",
        ),
        "a" * 300,
    ],
)
def test_hostile_host_is_no_address(host):
    assert asked(host) is None
    assert asked("127.0.0.1", PROXY, x_forwarded_host=host or ";") is None


def test_what_is_made_without_a_request_names_no_address():
    view, _ = read_view({"period": ["2022-01"]}, shipped())
    assert (view.link, view.launch_link("2022-01-05-1")) == (None, None)
    told = (
        *(text.words for text in compose(view, "social", "en").texts() if text.link),
        *(str(card(Words(), view, "share", onward="./")), str(api_page(Words(), None))),
    )
    assert not [text for text in told if "localhost" in text or "http://" in text]
    assert "og:url" not in told[-2]


@pytest.mark.parametrize("address", ["http://localhost:8600", "http://127.0.0.1:8501"])
def test_what_leaves_this_machine_does_not_lead_back_to_whosoever(address):
    view = View(Selection(JANUARY_2022), shipped(), address)
    assert view.link.startswith(address)
    assert not [text for text in compose(view, "social", "en").texts() if text.link]
    assert address.encode() not in one_file_map(view)


def test_two_readers_get_their_own_address(address):
    import urllib.request

    def told(host):
        request = urllib.request.Request(f"{address}/share", headers={"Host": host})
        with urllib.request.urlopen(request) as answer:
            assert "X-Forwarded-Host" in answer.headers["Vary"]
            return answer.read().decode()

    for host in ("one.example", "two.example:8600"):
        assert f'<meta property="og:url" content="http://{host}/share' in told(host)
    assert "og:url" not in told("a.example/<script>")


def handed_out(view, library, monkeypatch):
    """Everything that hands out links, by what it is, as its text."""
    words, launch = Words(), view.launches[0]
    shown = []
    monkeypatch.setattr("dashboard.panels.share.st.code", lambda text, **_: shown.append(text))
    monkeypatch.setattr("dashboard.panels.share.st.caption", lambda *_: None)
    _show_links(words, view)
    _show_citation(words, view)
    site = StaticSite(library, address=PUBLIC_ADDRESS, picture=lambda _: b"")
    drawing = compose(view, "social", "en")
    fixed = fixed_sections(words, library.best, library.chronicle, launch)
    return {
        "share": "\n".join(shown),
        "launch": view.launch_link(launch.id),
        "card": str(card(words, view, "share", onward="./")),
        "interface": str(api_page(words, view.address)),
        "description": openapi(view.address).decode(),
        "picture": "\n".join(text.link for text in drawing.texts() if text.link),
        "one file": one_file_map(view).decode(),
        "sitemap": site._sitemap().decode(),
        "page of the site": site._launch(words, launch, fixed).decode(),
        **{name: FORMATS[name].write(view).decode() for name in ("json", "csv", "kml", "geojson")},
    }


@pytest.mark.parametrize("given", [PUBLIC_ADDRESS, f"{PUBLIC_ADDRESS}/"])
def test_no_link_that_is_handed_out_has_a_slash_too_many(given, monkeypatch):
    view = View(Selection(JANUARY_2022), shipped(), checked_address(given))
    monkeypatch.setenv("PUBLIC_ADDRESS", given)
    assert (
        public_address() == checked_address(given) == asked("elsewhere.example") == PUBLIC_ADDRESS
    )
    host, path = PUBLIC_ADDRESS.rsplit("/", 1)
    link = re.compile(re.escape(host) + r"([^\s\"'<>\\)},]*)")
    for what, text in handed_out(view, shipped(), monkeypatch).items():
        paths = [found.partition("?")[0] for found in link.findall(text)]
        assert paths, what
        wrong = [each for each in paths if "//" in each or not each.startswith(f"/{path}")]
        assert wrong == [], what


@pytest.mark.parametrize("prefix", ["", "/nk/map"])
def test_prefix_of_the_server_adds_no_slash_to_an_address(prefix):
    assert asked("launches.example", prefix=prefix) == f"http://launches.example{prefix}"
    (base,) = {route.path.removesuffix("/share") for route in routes_below(prefix)}
    assert base == prefix


def routes_below(prefix):
    """Route of a card where the server has a path prefix, however many slashes it was given."""
    for written in {prefix, prefix.strip("/"), f"{prefix}/"}:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("dashboard.app.config.get_option", lambda _, said=written: said)
            yield from (route for route in routes() if route.path.endswith("/share"))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({}, "nk-launches_all_slide_en.png"),
        ({"period": ["2022-01"]}, "nk-launches_2022-01_slide_en.png"),
        ({"period": ["2022"], "type": ["ICBM"]}, "nk-launches_2022_ICBM_slide_en.png"),
        ({"period": ["2022-01-05"]}, "nk-launches_2022-01-05_slide_en.png"),
        ({"launch": ["2022-01-05-1"]}, "nk-launches_2022-01-05-1_slide_en.png"),
    ],
)
def test_name_of_a_file_says_what_is_in_it(query, name):
    view, _ = read_view(query, shipped())
    assert file_name(view, "png", "slide", "en") == name
