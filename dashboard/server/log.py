"""What the server says to its operators: one line of JSON an entry, nothing of who reads."""

import datetime as dt
import json
import logging
import re
import sys
import threading
import traceback
import warnings
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import streamlit.logger

from dashboard.logged import SAID
from dashboard.workers.process import ElsewhereError

ROOT = Path(__file__).parents[2]
OURS = "dashboard"
"""Beginning of the names of our own loggers, whose messages and `SAID` hold nothing personal."""
QUIET_S = 60.0
"""An entry that comes again is counted for so long before it is written again."""
MOST_KINDS = 200
"""Entries that are remembered, to be known when they come again."""
MOST_FRAMES = 6
"""Places of a traceback that are named, those nearest to the fault."""
_FRAME = re.compile(r'File "([^"\n]+)", line (\d+), in (\S+)')
Entry = dict[str, object]
_log = logging.getLogger(__name__)


@dataclass
class _Kind:
    """An entry that was written, and how often it came since."""

    entry: Entry
    again: int = 0


class JsonLines(logging.Handler):
    """
    Writes each entry as a line of JSON; the same one at once, later only how often it came.

    Messages of others are written as they stand in their code, without what fills their places, and
    faults without their own words: addresses and queries of readers would stand there.
    """

    def __init__(self, stream: TextIO, quiet_s: float = QUIET_S) -> None:
        super().__init__()
        self._stream = stream
        self._quiet_s = quiet_s
        self._kinds: OrderedDict[str, _Kind] = OrderedDict()
        self._counting: threading.Timer | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write an entry, or count it."""
        try:
            entry = entry_of(record)
            key = json.dumps(entry, default=str)
            if known := self._kinds.get(key):
                known.again += 1
            else:
                self._kinds[key] = _Kind(entry)
                while len(self._kinds) > MOST_KINDS:
                    self._tell(self._kinds.popitem(last=False)[1])
                self._write(entry)
            if self._counting is None:
                self._counting = threading.Timer(self._quiet_s, self.tell)
                self._counting.daemon = True
                self._counting.start()
        except Exception:  # noqa: BLE001 - logging's own way: nobody fails because of its log
            self.handleError(record)

    def tell(self) -> None:
        """Write how often entries came again; what did not is written at once the next time."""
        self.acquire()
        try:
            self._counting = None
            self._kinds = OrderedDict(
                (key, kind) for key, kind in self._kinds.items() if self._tell(kind)
            )
        finally:
            self.release()

    def flush(self) -> None:
        """Write what was only counted, before the process ends."""
        self.tell()

    def _tell(self, kind: _Kind) -> bool:
        """Whether an entry came again, which is written."""
        if times := kind.again:
            self._write({**kind.entry, "times": times})
            kind.again = 0
        return bool(times)

    def _write(self, entry: Entry) -> None:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, **entry}, default=str, ensure_ascii=True)
        self._stream.write(line + "\n")
        self._stream.flush()


def entry_of(record: logging.LogRecord) -> Entry:
    """What is written of something that is logged."""
    own = record.name.partition(".")[0] == OURS
    entry: Entry = {"level": record.levelname.lower(), "logger": record.name}
    # A message without places may have been filled already; where it stands says which it is.
    if isinstance(record.msg, str) and (own or record.args):
        entry["says"] = record.msg.strip()
    entry["where"] = f"{short(record.pathname)}:{record.lineno}"
    if record.exc_info and record.exc_info[1]:
        fault = record.exc_info[1]
        entry["fault"] = type(fault).__qualname__
        frames = traceback.extract_tb(fault.__traceback__)[-MOST_FRAMES:]
        entry["at"] = [f"{short(one.filename)}:{one.lineno} {one.name}" for one in frames]
    cause = record.exc_info and record.exc_info[1] and record.exc_info[1].__cause__
    if isinstance(cause, ElsewhereError):
        frames_said = _FRAME.findall(str(cause))[-MOST_FRAMES:]
        entry["at"] = [f"{short(file)}:{line} {name}" for file, line, name in frames_said]
    if own:
        entry |= getattr(record, SAID, {})
    return entry


def short(file: str) -> str:
    """
    Name of a file without the folders of this machine above the project or its packages.

    Examples
    --------
    >>> short("/usr/lib/python3/site-packages/starlette/routing.py")
    'starlette/routing.py'
    """
    path = Path(file)
    if "site-packages" in path.parts:
        return "/".join(path.parts[path.parts.index("site-packages") + 1 :])
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])


class _Chosen(logging.Filter):
    """Lets through what is ours, and of others what is at least a warning."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING or record.name.partition(".")[0] == OURS


def speak_json(stream: TextIO | None = None) -> JsonLines:
    """Have everything that is logged in this process, by whomever, written so."""
    handler = JsonLines(stream or sys.stderr)
    handler.addFilter(_Chosen())

    def heard(logger: logging.Logger) -> None:
        logger.handlers.clear()
        logger.propagate = True

    # Streamlit gives each of its loggers an output of its own, later ones too.
    streamlit.logger.setup_formatter = heard
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            heard(logger)
    logging.root.handlers[:] = [handler]
    logging.getLogger(OURS).setLevel(logging.INFO)
    threading.excepthook = _thread_failed
    warnings.showwarning = _warned
    return handler


def _thread_failed(told: threading.ExceptHookArgs) -> None:
    fault = told.exc_value
    if fault and not isinstance(fault, SystemExit):
        _log.error("thread ended", exc_info=(told.exc_type, fault, told.exc_traceback))


def _warned(  # noqa: PLR0913, PLR0917
    message: Warning | str,  # noqa: ARG001 - its words may be of a reader
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001 - as Python asks it
    line: str | None = None,  # noqa: ARG001
) -> None:
    place = f"{short(filename)}:{lineno}"
    _log.warning("warning", extra={SAID: {"fault": category.__name__, "where": place}})
