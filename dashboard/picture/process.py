"""Processes that draw a picture each; the next is started ahead, as starting takes a while."""

import atexit
import pickle
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.film import Film

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "dashboard.picture.paper.draw")
Told = Callable[[float], None]
"""Hears now and then which share of what is drawn is done."""
_BETWEEN_S = 0.2
"""Time between two looks at how far a drawing has come [s]."""
_DONE = re.compile(rb"^(\d+)/(\d+)\n", re.MULTILINE)
"""What a process says of the frames that are done, and of how many."""
_ahead: list[subprocess.Popen[bytes]] = []
_at_work: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()


def draw_in_process(
    drawing: Drawing | Deck | Film, form: str, longest_s: float, told: Told
) -> bytes:
    """
    File of a picture, a deck or a film.

    Raises
    ------
    subprocess.TimeoutExpired
        If drawing takes longer than that; the process is ended.
    subprocess.CalledProcessError
        If it ends with an error, with what it said.
    """
    with _lock:
        process = _ahead.pop() if _ahead else _start()
        if process.poll() is not None:
            # The machine ended it while it waited, for want of memory say.
            process.communicate()
            process = _start()
        _at_work.add(process)
    with process:
        try:
            content, said = _heard(process, pickle.dumps((drawing, form)), longest_s, told)
        except BaseException:
            process.kill()
            raise
        finally:
            _at_work.discard(process)
    start_ahead()
    if process.returncode:
        raise subprocess.CalledProcessError(
            process.returncode, COMMAND, content, _DONE.sub(b"", said)
        )
    return content


def _heard(
    process: subprocess.Popen[bytes], given: bytes, longest_s: float, told: Told
) -> tuple[bytes, bytes]:
    """What a process writes and says in the end; on the way it is passed on how far it has come."""
    end = time.monotonic() + longest_s
    # Sent from a thread: after a timeout `communicate` would not send the rest (Python 3.11).
    stdin, process.stdin = process.stdin, None
    threading.Thread(target=_send, args=(stdin, given), daemon=True).start()
    while True:
        left = end - time.monotonic()
        try:
            return process.communicate(timeout=min(_BETWEEN_S, max(left, 0.0)))
        except subprocess.TimeoutExpired as error:
            if left <= _BETWEEN_S:
                raise
            if found := _DONE.findall(error.stderr or b""):
                done, number = map(int, found[-1])
                told(done / number)


def _send(stdin: IO[bytes], given: bytes) -> None:
    # A process that was ended wants no more.
    with suppress(BrokenPipeError), stdin:
        stdin.write(given)


def processes() -> dict[str, int]:
    """How many processes draw, and how many wait for the next picture."""
    return {"drawing": len(_at_work), "waiting": len(_ahead)}


def start_ahead() -> None:
    """Have a process wait for the next picture."""
    with _lock:
        if not _ahead:
            _ahead.append(_start())


def _start() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(COMMAND, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)


@atexit.register
def _end() -> None:
    """End what was started and is not needed; nobody waits for it to end by itself."""
    while _ahead:
        with _ahead.pop() as process:
            process.kill()
