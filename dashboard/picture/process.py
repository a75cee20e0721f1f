"""Processes that draw a picture each; the next is started ahead, as starting takes a while."""

import atexit
import pickle
import subprocess
import sys
import threading
from pathlib import Path

from dashboard.picture.paper.deck import Deck
from dashboard.picture.paper.drawing import Drawing

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "dashboard.picture.paper.draw")
_ahead: list[subprocess.Popen[bytes]] = []
_lock = threading.Lock()


def draw_in_process(drawing: Drawing | Deck, form: str, longest_s: float) -> bytes:
    """
    File of a picture or a deck.

    Raises
    ------
    subprocess.TimeoutExpired
        If drawing takes longer than that; the process is ended.
    subprocess.CalledProcessError
        If it ends with an error, with what it said.
    """
    with _lock:
        process = _ahead.pop() if _ahead else _start()
    with process:
        try:
            content, said = process.communicate(pickle.dumps((drawing, form)), longest_s)
        except BaseException:
            process.kill()
            raise
    start_ahead()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, COMMAND, content, said)
    return content


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
    """End what was started and is not needed: without a picture it ends by itself."""
    while _ahead:
        with _ahead.pop() as process:
            process.communicate()
