"""What operators see: a log without readers in it and without floods, metrics on this machine."""

import io
import json
import logging
import threading
import tomllib
import urllib.request
import warnings

import pytest
import streamlit.logger
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from asgi import STRANGER
from conftest import run_apart
from dashboard.server import log, metrics, renewal
from dashboard.server.log import JsonLines, speak_json
from dashboard.workers.crew import Crew
from dashboard.workers.process import ElsewhereError
from data.problem import Problem, RecordError
from driving import free_port

READER, QUERY = "203.0.113.5", "period=what-somebody-asked"


@pytest.fixture
def lines(monkeypatch):
    """What is logged from now on, as the server logs it."""
    root, loggers = logging.root, dict(logging.root.manager.loggerDict)
    kept = [(each, each.handlers[:], each.propagate) for each in loggers.values()
            if isinstance(each, logging.Logger)]  # fmt: skip
    handlers = root.handlers[:]
    for owner, name in (
        (streamlit.logger, "setup_formatter"),
        (threading, "excepthook"),
        (warnings, "showwarning"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    stream = io.StringIO()
    handler = speak_json(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    handler.flush()
    root.handlers[:] = handlers
    for logger, own, propagates in kept:
        logger.handlers[:], logger.propagate = own, propagates


def fail():
    raise ValueError(f"no launch in {QUERY}")


def test_a_fault_says_what_and_where_and_nothing_of_who_asked(lines):
    try:
        fail()
    except ValueError:
        logging.getLogger("uvicorn.error").exception('%s - "GET /?%s"', READER, QUERY)
        streamlit.logger.get_logger("streamlit.new").error(f"{READER} failed", exc_info=True)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    warnings.showwarning(QUERY, UserWarning, "x.py", 1)
    logging.getLogger("asyncio").info("%s came", READER)
    said = lines()
    assert READER not in str(said)
    assert QUERY not in str(said)
    assert [each["logger"] for each in said] == [
        "uvicorn.error", "streamlit.new", "dashboard.server.log", "dashboard.server.log",
    ]  # fmt: skip
    first = said[0]
    assert first["says"] == '%s - "GET /?%s"'
    assert (first["level"], first["fault"]) == ("error", "ValueError")
    assert first["at"][-1].startswith("tests/test_operators.py:")
    assert first["at"][-1].endswith(" fail")
    assert [each["fault"] for each in said] == ["ValueError"] * 3 + ["UserWarning"]


def test_what_a_process_apart_said_in_the_end_says_where_it_failed(lines):
    said = f'Traceback\n  File "{log.ROOT}/dashboard/x.py", line 7, in draw\nValueError: {QUERY}'
    fault = ValueError(QUERY)
    fault.__cause__ = ElsewhereError(said)
    logging.getLogger("dashboard.picture").error("drawing failed", exc_info=fault)
    (entry,) = lines()
    assert entry["at"] == ["dashboard/x.py:7 draw"]
    assert QUERY not in str(entry)


def test_what_comes_before_our_log_has_its_form():
    # Streamlit finds that the port is taken before it loads any of our code.
    settings = tomllib.loads((log.ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    record = logging.LogRecord(
        "x", logging.ERROR, "x.py", 1, "Port %s is not available", (1,), None
    )
    line = json.loads(logging.Formatter(settings["logger"]["messageFormat"]).format(record))
    assert (line["level"], line["says"]) == ("ERROR", "Port 1 is not available")


def test_the_same_fault_is_written_once_and_then_counted(lines):
    for _ in range(1000):
        logging.getLogger("uvicorn.error").error("no %s", READER)
    logging.getLogger("uvicorn.error").error("another %s", READER)
    (handler,) = [each for each in logging.root.handlers if isinstance(each, JsonLines)]
    assert [each.get("times") for each in lines()] == [None, None]
    handler.tell()
    assert [each.get("times") for each in lines()] == [None, None, 999]
    # It did not come again: the next one is written at once.
    handler.tell()
    logging.getLogger("uvicorn.error").error("another %s", READER)
    assert len(lines()) == 4


def test_entries_that_are_remembered_have_an_end():
    stream = io.StringIO()
    handler = JsonLines(stream)
    for number in range(2 * log.MOST_KINDS):
        record = logging.makeLogRecord({"name": "x", "pathname": "x.py", "lineno": number})
        handler.handle(record)
        handler.handle(record)
    assert len(handler._kinds) == log.MOST_KINDS
    handler.flush()
    told = [json.loads(line).get("times") for line in stream.getvalue().splitlines()]
    assert told.count(1) == told.count(None) == 2 * log.MOST_KINDS


def test_a_record_that_is_refused_is_named_with_its_first_errors(lines):
    problems = [Problem("claims.csv", line, "low", "x", "a number") for line in range(30)]
    renewal.say_refused(RecordError(problems))
    (entry,) = lines()
    assert (entry["says"], entry["errors"]) == ("record refused", 30)
    assert entry["first"] == [str(each) for each in problems[: renewal.MOST_PROBLEMS]]


def test_metrics_count_by_route_and_status_and_know_nobody(monkeypatch):
    def fails(_request):
        raise ValueError(QUERY)

    routes = [
        Route("/launch/{id}", lambda _: PlainTextResponse("found")),
        Route("/api/launches.csv", fails),
    ]
    app = metrics.Measured(Starlette(routes=routes), prefix="/nk")
    for path in ("/nk/launch/2022-01-05-1", "/nk/launch/2022-01-06-1", "/nk/wp-login.php"):
        run_apart(asked(app, path))
    with pytest.raises(ValueError, match="asked"):
        run_apart(asked(app, "/nk/api/launches.csv"))
    monkeypatch.setattr(metrics, "number", lambda: 3)
    monkeypatch.setattr(metrics, "hired", lambda: Crew(1))
    port = free_port()
    metrics.serve_metrics(port)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as reply:
        text = reply.read().decode()
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"http://127.0.0.2:{port}/metrics", timeout=5)
    assert 'launches_answers_total{route="/launch/{id:path}",status="200"} 2.0' in text
    assert 'launches_answers_total{route="elsewhere",status="404"} 1.0' in text
    assert 'launches_answers_total{route="/api/launches.{ending}",status="500"} 1.0' in text
    assert "launches_readers 3.0" in text
    assert 'launches_processes{state="working"} 0.0' in text
    assert "launches_record_errors" in text
    assert "process_resident_memory_bytes" in text
    for personal in (READER, QUERY, "2022-01-05", "wp-login"):
        assert personal not in text


async def asked(app, path):
    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message):
        pass

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": QUERY.encode(), "client": STRANGER, "headers": [], "root_path": "/nk",
    }  # fmt: skip
    await app(scope, receive, send)


def test_metrics_are_off_until_a_port_is_named(monkeypatch, lines):
    from dashboard import app

    monkeypatch.delenv(app.METRICS_PORT, raising=False)
    assert app.measured() == []
    monkeypatch.setenv(app.METRICS_PORT, "9100")
    assert [each.cls for each in app.measured()] == [metrics.Measured]
    # Readers are served all the same.
    app._serve_metrics("seven")
    assert lines()[0]["says"] == "no metrics: METRICS_PORT is no free port"
