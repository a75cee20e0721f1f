"""The record changes while people read: checked first, whole or not at all, and pages move on."""

import datetime as dt
import inspect
import json
import os
from types import SimpleNamespace

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession, AppSessionState

from conftest import keep_year, run_apart
from dashboard import served as here
from dashboard.panels import sidebar
from dashboard.served import file_served, look, newer_errors, renew, served
from dashboard.server import renewal
from page_state import sent_to, shown_ids
from test_dashboard_page import opened


@pytest.fixture
def record(own_record):
    """Tables of our own with few launches, which are served."""
    keep_year(own_record, "2022")
    served()
    assert not look()
    return own_record


def save(path, content):
    """Write as editors do: the table is short for a moment."""
    path.write_bytes(content)
    known = path.stat()
    # The clock of a file system may stand still between two writings of a test.
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns + 1_000_000))


@pytest.fixture
def rename(record, edit):
    """Save the sites with other names."""

    def save_anew():
        table = record / "sites.csv"
        edit(table, lambda _, row: {"name_en": f"{row['name_en']} anew"})
        save(table, table.read_bytes())

    return save_anew


def names():
    return {site.name_en for site in served().library.record.sites.values()}


def test_a_saved_table_is_live_once_it_lies_still(rename):
    before = served()
    tag = before.payload("en").digest
    rename()
    assert not look()
    assert served() is before
    assert look()
    assert "Baegun anew" in names()
    assert not look()
    # Whoever opened the page a moment ago still gets what it asks for.
    assert file_served("record", tag) is before.payload("en")
    assert served().payload("en").digest != tag
    assert file_served("record", served().payload("en").digest)


def test_a_record_with_errors_never_replaces_a_good_one_and_the_page_says_where(record):
    table, before = record / "sites.csv", served()
    sound = table.read_bytes()
    save(table, sound.replace(b"40.611", b"406.11", 1))
    look()
    assert look()
    assert served() is before
    count, first = sent_to(opened(), "selected")["problems"][:2]
    assert "1 error" in count
    assert first.startswith("sites.csv:")
    save(table, sound)
    look()
    assert look()
    assert newer_errors() is None
    assert "problems" not in sent_to(opened(), "selected")


def test_errors_of_many_rows_are_counted_and_the_first_ones_shown(record):
    table = record / "launches.csv"
    save(table, table.read_bytes().replace(b",confirmed,", b",certain,"))
    look()
    assert look()
    lines = sent_to(opened(), "selected")["problems"]
    assert len(lines) == 12
    assert lines[-1].startswith("and ")


def test_half_saved_tables_are_never_read(record, monkeypatch):
    table, before = record / "claims.csv", served()
    whole = table.read_bytes()
    save(table, whole[: len(whole) // 2])
    assert not look()
    save(table, whole)
    assert not look()
    # One that is saved while it is read is read at the next look.
    read = here._read

    def while_saved():
        save(table, table.read_bytes())
        return read()

    monkeypatch.setattr(here, "_read", while_saved)
    assert not look()
    monkeypatch.setattr(here, "_read", read)
    assert served() is before
    assert newer_errors() is None
    look()
    assert look()


def test_tables_that_are_gone_leave_what_is_served(record, monkeypatch):
    before = served()
    monkeypatch.setenv("RECORD_FOLDER", str(record / "nowhere"))
    look()
    look()
    assert served() is before


def test_an_open_page_moves_on_without_losing_its_view(rename):
    page = opened(period="2022-01", type="SRBM")
    (first, *_), view = shown_ids(page), dict(page.query_params)
    rename()
    assert renew()
    page.run()
    assert not page.exception
    assert shown_ids(page)[0] == first
    assert dict(page.query_params) == view


class State(dict):
    """What a session keeps, by key and by name."""

    __getattr__, __setattr__ = dict.__getitem__, dict.__setitem__


@pytest.mark.parametrize(
    ("period", "then"),
    [((1, 9), (0, 12)), ((4, 9), (4, 12)), ((4, 8), (4, 8)), ((1, 8), (1, 8)), ((), ())],
)
def test_a_period_that_reached_the_end_of_the_record_follows_it(monkeypatch, period, then):
    def days(numbers):
        return tuple(dt.date(2026, 1, 1 + number) for number in numbers)

    state = State(period=days(period))
    monkeypatch.setattr(sidebar, "st", SimpleNamespace(session_state=state))
    sidebar._follow_record(days((1, 9)))
    assert state.period == days(period)
    sidebar._follow_record(days((0, 12)))
    assert state.period == days(then)


def test_pages_move_on_where_they_are_and_busy_ones_later(monkeypatch):
    asked = []

    def session(name, *states, **state):
        turns = iter(states)
        where = ClientState(query_string=state.pop("query", ""))
        return SimpleNamespace(
            session=type(
                "Session",
                (),
                {
                    "_state": property(lambda _: next(turns)),
                    "_client_state": where,
                    "session_state": state,
                    "request_rerun": lambda _, to: asked.append((name, to.query_string)),
                },
            )()
        )

    busy, idle = AppSessionState.APP_IS_RUNNING, AppSessionState.APP_NOT_RUNNING
    sessions = [
        session("busy", busy, idle, query="period=2021", link={"period": ["2017"]}),
        session("idle", idle, query="period=2021", link={"period": ["2022"], "type": ["SRBM"]}),
        session("report", idle, query="page=report&lang=ko", link={"period": ["2022"]}),
    ]
    manager = SimpleNamespace(list_active_sessions=lambda: sessions)
    monkeypatch.setattr(Runtime, "instance", lambda: SimpleNamespace(_session_mgr=manager))
    monkeypatch.setattr(renewal, "PAGE_S", 0)
    assert renewal.move_on() == 3
    assert asked == [
        ("idle", "period=2022&type=SRBM"),
        ("report", "page=report&lang=ko"),
        ("busy", "period=2017"),
    ]


def test_streamlit_still_has_what_pages_are_moved_on_by():
    made = inspect.getsource(AppSession.__init__)
    assert all(f"self.{name}" in made for name in ("_state", "_client_state"))
    assert callable(AppSession.request_rerun)


def test_a_server_is_ready_once_there_is_a_record_to_show(own_record):
    from dashboard.web.health import ready

    reply = run_apart(ready(None))
    assert (reply.status_code, reply.headers["Cache-Control"]) == (503, "no-store")
    launches = len(served().library.record.launches)
    save(own_record / "launches.csv", b"")
    look()
    assert look()
    reply = run_apart(ready(None))
    assert reply.status_code == 200
    assert json.loads(reply.body)["launches"] == launches
    assert json.loads(reply.body)["errors_in_newer_tables"] > 0
