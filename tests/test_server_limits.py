"""One reader cannot fill the memory or hold up the others: what is kept and open is bounded."""

import ast
import asyncio
import resource
import socket
import threading
from pathlib import Path

import pytest

import asgi
from conftest import run_apart
from dashboard.served import served
from dashboard.server import limits, sockets
from dashboard.server.limits import FewMessages, FewReaders, InPieces
from dashboard.web import answer, queue
from dashboard.web.queue import FullError, Pool, Queue
from data import korean_day
from data.korean_day import day_span

ROOT = Path(__file__).parents[1]
KEPT_FOR_GOOD = {
    "dashboard.bundles.content": "a path of an asset, which the route knows",
    "dashboard.bundles.version": "a path of an asset, which the code names",
    "dashboard.panels.script.component": "names that the code gives",
    "dashboard.picture.labels.place_names._nearby": "a reach that the code names",
    "dashboard.picture.scene.ground._base": "a file of the base map",
    "dashboard.web.full._page": "one of three languages, with a static site or without",
    "dashboard.words.names._parts_of": "a section of the catalogue",
    "dashboard.words.say.catalogue": "one of three languages",
    "dashboard.words.say.messages": "one of three languages",
    "data.reading.names._first_word": "a name of the record",
    "data.reading.names._pattern": "a name of the record",
}
"""Functions that keep every outcome, and what they are asked: nothing that a stranger writes."""


def kept_for_good():
    """Functions with arguments below an unbounded cache."""
    rooms = ("dashboard", "data", "geo")
    for path in (path for room in rooms for path in (ROOT / room).rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef) or not node.args.args:
                continue
            if UNBOUNDED & {ast.unparse(each) for each in node.decorator_list}:
                yield f"{module}.{node.name}"


UNBOUNDED = {"cache", "functools.cache", "lru_cache(None)", "lru_cache(maxsize=None)"}


def test_nothing_is_kept_for_good_under_what_a_stranger_writes():
    assert set(kept_for_good()) == KEPT_FOR_GOOD.keys()


def test_a_day_that_is_too_long_to_be_one_is_not_kept():
    known = korean_day._span.cache_info().currsize
    assert day_span("2022-01-05" * 6000) is None
    assert korean_day._span.cache_info().currsize == known


def test_later_answers_on_a_connection_do_not_wait():
    # As Streamlit makes it: without the protocol, by which asyncio knows TCP.
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert sockets.send_at_once() >= 1
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize(
    ("soft", "hard", "then"),
    [(1024, 4096, 4096), (1024, resource.RLIM_INFINITY, sockets.WANTED_FILES), (70_000, 80_000, 0)],
)
def test_as_many_files_as_the_machine_allows_may_be_open(monkeypatch, soft, hard, then):
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: asked.append(wanted))
    assert sockets.allow_files() == (then or soft)
    assert asked == ([(then, hard)] if then else [])


async def ask(made, asked, pool, make):
    """Outcomes, or errors, of several who ask at once."""
    waits = (made.made(each, make, pool) for each in asked)
    return await asyncio.gather(*waits, return_exceptions=True)


def test_the_same_thing_is_made_once_and_too_many_others_are_refused():
    made, go, times = Queue(), threading.Event(), []

    def make():
        times.append(1)
        assert go.wait(5)
        return "made"

    async def rush(pool):
        # The last ones are told at once, before anything is made.
        asked = asyncio.create_task(ask(made, ["a", "a", "b", "a", "c", "d", "a", "e"], pool, make))
        await asyncio.sleep(0.05)
        go.set()
        return await asked

    with Pool(1, "few", 3, 5, 5) as pool:
        found = run_apart(rush(pool))
        assert [type(each) for each in found] == [str] * 5 + [FullError, str, FullError]
        assert len(times) == 3
        # Places are free again.
        assert run_apart(ask(made, ["d", "e"], pool, make)) == ["made", "made"]


def test_nobody_waits_for_longer_than_said():
    go = threading.Event()
    with Pool(1, "short", 3, 5, 0.05) as pool:
        try:
            (found,) = run_apart(ask(Queue(), ["a"], pool, lambda: go.wait(5)))
        finally:
            go.set()
    assert isinstance(found, FullError)


def test_a_full_server_says_when_to_come_again(monkeypatch):
    from dashboard.web.api import launches

    monkeypatch.setattr(queue.SLOW, "most_waiting", 0)
    scope = {"type": "http", "scheme": "http", "path": "/api/launches.csv", "headers": []}
    scope |= {"query_string": b"period=2031", "path_params": {"ending": "csv"}}
    reply = run_apart(launches(answer.Request(scope)))
    assert reply.status_code == 503
    assert int(reply.headers["Retry-After"]) > 0


@pytest.mark.parametrize("size", [0, 1, limits.PIECE_BYTES, limits.PIECE_BYTES + 1, 1_000_000])
def test_an_answer_is_handed_on_in_pieces_that_make_it_whole(size):
    whole, sent = bytes(range(256)) * (size // 256) + b"x" * (size % 256), []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": whole, "more_body": False})

    async def send(message):
        sent.append(message)

    run_apart(InPieces(app)({"type": "http"}, None, send))
    start, *bodies = sent
    assert start["type"] == "http.response.start"
    assert b"".join(each["body"] for each in bodies) == whole
    assert all(len(each["body"]) <= limits.PIECE_BYTES for each in bodies)
    assert [each["more_body"] for each in bodies] == [True] * (len(bodies) - 1) + [False]


def test_messages_in_one_go_are_read_at_the_pace_that_others_bear(monkeypatch):
    monkeypatch.setattr(limits, "AT_ONCE", 5)
    monkeypatch.setattr(limits, "A_SECOND", 100)
    read, slept = [], []

    async def app(_scope, receive, _send):
        while (message := await receive())["type"] == "websocket.receive":
            read.append(message)

    messages = iter([{"type": "websocket.receive"}] * 25 + [{"type": "websocket.disconnect"}])

    async def receive():
        return next(messages)

    async def sleep(seconds):
        slept.append(seconds)

    monkeypatch.setattr(limits.asyncio, "sleep", sleep)
    run_apart(FewMessages(app)({"type": "websocket"}, receive, None))
    assert len(read) == 25
    assert len(slept) == 20
    assert slept[-1] == pytest.approx(0.2, abs=0.05)


SITE = "https://launches.example/site"


@pytest.fixture
def full(monkeypatch):
    """Server with as many readers as it bears."""
    within = asgi._app()
    monkeypatch.setattr(asgi, "_app", lambda: FewReaders(within, "", lambda: limits.MOST_READERS))
    # Whoever comes before the record is read gets the page.
    served()


def test_who_comes_to_a_full_server_is_led_to_the_static_site_in_their_language(full, monkeypatch):
    link = "/?period=2022&type=ICBM&lang=ko"
    assert "static/js" in asgi.ask(link)[2].decode()
    monkeypatch.setenv("STATIC_ADDRESS", f"{SITE}/")
    status, headers, body = asgi.ask(link)
    page = body.decode()
    # A crawler that comes in a busy hour is not told to forget the page.
    assert (status, headers["cache-control"], headers.get("x-robots-tag")) == (
        *(200, "no-store"), None,
    )  # fmt: skip
    assert "접속자가 많아" in page
    there = f"{SITE}/?type=ICBM&amp;period=2022-01-01&amp;period=2022-12-31&amp;lang=ko"
    assert f'href="{there}"' in page
    assert 'href="?period=2022&amp;type=ICBM&amp;lang=ko"' in page
    # What was posted shows its card all the same, and nothing else is refused.
    assert 'property="og:image"' in page
    assert asgi.ask("/share?period=2022")[0] == asgi.ask("/api")[0] == 200
    assert "<script>" not in asgi.ask("/?x=%22%3E%3Cscript%3E")[2].decode()


def test_a_reader_who_is_there_goes_on_and_sockets_have_an_end():
    found = []

    async def app(scope, _receive, _send):
        found.append(scope["type"])

    async def send(message):
        found.append(message)

    async def ask(number, scope):
        await FewReaders(app, "", lambda: number)(scope, None, send)

    run_apart(ask(limits.MOST_READERS, {"type": "websocket", "path": "/_stcore/stream"}))
    run_apart(ask(limits.MOST_PAGES, {"type": "websocket", "path": "/_stcore/stream"}))
    assert found == ["websocket", {"type": "websocket.close", "code": 1013, "reason": ""}]


def test_a_page_that_cannot_be_made_now_says_so_as_a_page_and_a_file_as_json(monkeypatch):
    for pool in queue.POOLS:
        monkeypatch.setattr(pool, "most_waiting", 0)
    monkeypatch.setenv("STATIC_ADDRESS", SITE)
    status, headers, body = asgi.ask("/counts?lang=ja&unseen=1")
    assert (status, headers["retry-after"]) == (503, str(queue.RETRY_S))
    assert headers["content-type"].startswith("text/html")
    assert "アクセスが集中" in body.decode()
    assert f'href="{SITE}/"' in body.decode()
    assert 'href="?lang=ja&amp;unseen=1"' in body.decode()
    status, headers, body = asgi.ask("/api/launches.json?type=ICBM&site=nowhere-asked")
    assert (status, headers["content-type"]) == (503, "application/json")
