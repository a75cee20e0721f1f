"""What is refused is refused in its status too, on every route, and nobody keeps it."""

import pytest
from starlette.requests import Request
from starlette.routing import Match, Route

from conftest import run_apart
from dashboard.app import SHARED, loaded_late
from dashboard.web import answer
from data.problem import RecordError

STRICT = ("/api/launches.json", "/api/launches.kml", "/search.json")
"""Routes for programs that take the parameters of a view."""
POSTED = ("/share", "/embed", "/picture.png", "/picture.svg", "/deck.pdf", "/deck.pptx")
"""Those of links that are posted."""
BAD_QUERIES = ("type=SCUD", "period=soon", "colour=red", "launch=2022-01-05-99", "lang=fr&lang=ko")
ABSENT = (
    *("/api/launches.xlsx", "/picture.gif", "/picture.pptx", "/deck.png", "/deck.odp", "/film.gif"),
    *("/launch/2022-01-05-99", "/launch/x", "/launch/x/y/", "/launch/"),
)


def reply_to(path: str, query: str = "", lang: str = "en"):
    """What the route of a path answers, without a server."""
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"host", b"launches.example"), (b"accept-language", lang.encode())],
        "client": ("203.0.113.5", 40000),
    }
    for known, place in SHARED.items():
        match, own = Route(known, print).matches(scope)
        if match is Match.FULL:
            return run_apart(loaded_late(place, "")(Request(scope | own)))
    raise LookupError(path)


def is_refused(reply, status: int) -> bool:
    """Whether an answer is a refusal of a status that nobody keeps and that has words."""
    kept = reply.headers.get("cache-control") == "no-store" and "etag" not in reply.headers
    return reply.status_code == status and kept and len(reply.body) > 20


@pytest.mark.parametrize("path", STRICT)
def test_what_cannot_be_read_is_answered_400(path: str) -> None:
    assert [query for query in BAD_QUERIES if not is_refused(reply_to(path, query), 400)] == []


@pytest.mark.parametrize("path", ["/share", "/embed"])
def test_a_posted_link_shows_the_rest_of_what_cannot_be_read(path: str) -> None:
    for query in BAD_QUERIES:
        reply = reply_to(path, query)
        assert reply.status_code == 200
        assert f"<li>{query.partition('=')[0]}: " in reply.body.decode()


@pytest.mark.parametrize("path", ABSENT)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_not_there_is_answered_404(path: str, lang: str) -> None:
    assert is_refused(reply_to(path, lang=lang), 404)


def test_a_record_with_errors_is_answered_503_by_every_route(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing() -> None:
        raise RecordError([])

    monkeypatch.setattr(answer, "served", failing)
    monkeypatch.setattr(answer, "served_already", lambda: None)
    paths = (*STRICT, *POSTED, "/api", "/api/openapi.json", "/launch/2022-01-05-1")
    assert [path for path in paths if not is_refused(reply_to(path), 503)] == []
