"""The record is renewed while people read: its tables are looked at, open pages move on."""

import gc
import logging
import threading
import time
from urllib.parse import parse_qs, urlencode

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession, AppSessionState

from dashboard.logged import SAID
from dashboard.served import look, newer_errors, served_already
from dashboard.server.readers import pages
from dashboard.web.apart import hire_for
from data.problem import RecordError

LOOK_S = 1.0
"""Time between two looks at the tables; they are read once they lay still between two."""
PAGE_S = 0.02
"""Time between two pages that move on: readers who change something meanwhile wait less."""
LINK = "link"
"""Where a session keeps the link to what its page shows."""
MOST_ROUNDS = 100
"""Rounds in which pages that are busy are asked again."""
MOST_PROBLEMS = 20
"""Errors of a record that are named in the log; `make check-data` names them all."""


_log = logging.getLogger(__name__)


def watch() -> None:
    """Look at the tables for as long as the server runs, in a thread of its own."""
    threading.Thread(target=_watch, name="record", daemon=True).start()


def _watch() -> None:
    told = served_already(), newer_errors()
    while True:
        time.sleep(LOOK_S)
        look()
        # A page that writes tables has had them read itself.
        if told != (now := (served_already(), newer_errors())):
            told = now
            say_served()
            stay()
            move_on()
            if told[0]:
                hire_for(told[0])


def say_served() -> None:
    """Tell operators which record is shown, or what is wrong with a newer one."""
    here, errors = served_already(), newer_errors()
    if errors:
        say_refused(errors)
    elif here:
        record = here.library.record
        said = {"version": record.version, "launches": len(record.launches)}
        _log.info("record served", extra={SAID: said})


def say_refused(errors: RecordError) -> None:
    """Tell operators what is wrong with tables that are not shown."""
    named = [str(each) for each in errors.problems[:MOST_PROBLEMS]]
    said = {"errors": len(errors.problems), "first": named}
    _log.error("record refused", extra={SAID: said})


def stay() -> None:
    """Keep what is loaded by now out of collections: readers would wait for them."""
    # What became garbage since the last time is found first.
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def move_on() -> int:
    """
    Have the pages that are open run again, each with what its reader has chosen.

    Returns
    -------
    pages
        How many moved on.
    """
    # Streamlit runs them again so when a file changes.
    waiting, moved = pages(), 0
    for _ in range(MOST_ROUNDS):
        busy = []
        for session in waiting:
            if session._state == AppSessionState.APP_IS_RUNNING:  # noqa: SLF001
                # Its reader has just changed something, which another run would cut short.
                busy.append(session)
                continue
            session.request_rerun(_where(session))
            moved += 1
            time.sleep(PAGE_S)
        if not (waiting := busy):
            break
        time.sleep(PAGE_S)
    return moved


def _where(session: AppSession) -> ClientState:
    """Where a page is: Streamlit keeps the address that it came with, not the one written since."""
    state = ClientState()
    state.CopyFrom(session._client_state)  # noqa: SLF001
    if LINK in session.session_state and not is_report(state.query_string):
        state.query_string = urlencode(session.session_state[LINK], doseq=True)
    return state


def is_report(query: str) -> bool:
    """Whether an address is that of the page that reads reports, which has no link of its own."""
    return "report" in parse_qs(query).get("page", [])
