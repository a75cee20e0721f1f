"""One reader cannot fill the memory or hold up the others: what is kept and open is bounded."""

import ast
import resource
import socket
from pathlib import Path

import pytest

from dashboard.server import sockets
from data import korean_day
from data.korean_day import day_span

ROOT = Path(__file__).parents[1]
KEPT_FOR_GOOD = {
    "dashboard.bundles.content": "a path of an asset, which the route knows",
    "dashboard.bundles.version": "a path of an asset, which the code names",
    "dashboard.panels.script.component": "names that the code gives",
    "dashboard.picture.labels.place_names._nearby": "a reach that the code names",
    "dashboard.picture.paper.draw._options": "some of three languages",
    "dashboard.picture.scene.ground._base": "a file of the base map",
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
