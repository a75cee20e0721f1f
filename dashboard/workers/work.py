"""What a process of ours does: one job after another, for as long as whoever started it lives.

A job comes in on standard input as its length and a pickled function with what it is given; what
comes of it goes out on standard output in the same way.
"""

import os
import pickle
import queue
import re
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import IO, Any, NamedTuple

NICENESS = 5
"""Two busy cores go to those who read the page first."""
Told = Callable[[float], None]
"""Hears now and then which share of a job is done."""
_STATUS = Path("/proc/self/status")
"""What Linux tells of a process."""
_LENGTH = struct.Struct(">Q")
_telling: ContextVar[Told | None] = ContextVar("telling", default=None)


class Outcome(NamedTuple):
    """What came of a job, or why nothing did, and where it failed; the most memory used so far."""

    value: Any = None
    error: BaseException | None = None
    where: str = ""
    peak_mb: float = 0.0


def send(file: IO[bytes], message: bytes) -> None:
    """Write a message behind its length."""
    file.write(_LENGTH.pack(len(message)) + message)
    file.flush()


def received(file: IO[bytes]) -> bytes | None:
    """Next message whole, or None where there is no more."""
    head = file.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = file.read(length)
    return message if len(message) == length else None


def tell(share: float) -> None:
    """Tell whoever waits for the job at hand which share of it is done."""
    if told := _telling.get():
        told(share)


@contextmanager
def telling(told: Told | None) -> Iterator[None]:
    """Have a job at hand told of to someone."""
    token = _telling.set(told)
    try:
        yield
    finally:
        _telling.reset(token)


def main() -> None:
    """Work until nobody is there any more to work for."""
    # Ctrl-C is for whoever started us, with whom we end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # What a library prints does not come between the messages.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(jobs,), daemon=True).start()
    while True:
        with telling(lambda share: send(out, pickle.dumps(share))):
            outcome = _outcome(jobs.get())
        send(out, _pickled(outcome))


def _read(jobs: "queue.SimpleQueue[bytes]") -> None:
    while (job := received(sys.stdin.buffer)) is not None:
        jobs.put(job)
    # Whoever started us is gone: nobody wants what is being made.
    os._exit(0)


def _outcome(job: bytes) -> Outcome:
    try:
        function, given = pickle.loads(job)  # noqa: S301 - from whoever started us
        value = function(*given)
    except BaseException as error:  # noqa: BLE001 - a library in Rust fails with no Exception
        return Outcome(error=error, where=traceback.format_exc(), peak_mb=_peak_mb())
    return Outcome(value, peak_mb=_peak_mb())


def _pickled(outcome: Outcome) -> bytes:
    try:
        message = pickle.dumps(outcome)
        # An error may be written and not be read.
        if outcome.error:
            pickle.loads(message)  # noqa: S301 - our own
    except Exception as error:  # noqa: BLE001 - libraries raise what they like
        said = RuntimeError(repr(outcome.error or error))
        where = outcome.where or traceback.format_exc()
        return pickle.dumps(Outcome(error=said, where=where, peak_mb=outcome.peak_mb))
    return message


def _peak_mb() -> float:
    """Most memory that this process held; on Linux its usage counts whoever started it, too."""
    if _STATUS.exists():
        told = re.search(r"^VmHWM:\s+(\d+) kB$", _STATUS.read_text("ascii"), re.MULTILINE)
        return int(told[1]) / 2**10 if told else 0.0
    try:
        import resource  # noqa: PLC0415 - no such thing on Windows
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
