"""A process that works for us, seen from here: what it is given, how long it may take."""

import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.workers.work import Outcome, Told, received, send

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "dashboard.workers")


class WorkError(RuntimeError):
    """Nothing came of a job, for no fault of its own."""


class LateError(WorkError):
    """A job took longer than it may; its process was ended."""


class EndedError(WorkError):
    """A process ended before its job did: the machine ended it, for want of memory say."""


class ElsewhereError(Exception):
    """Where in another process something failed, as its traceback."""


class Process:
    """A process that does one job at a time; `known` says what it was told of last."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                COMMAND, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            raise EndedError(str(error)) from error
        self._is_late = False
        self.known: Callable[[], object] = lambda: None
        self.peak_mb = 0.0
        self.idle_since = 0.0

    @property
    def pid(self) -> int:
        """Number by which the machine knows it."""
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def work(self, job: bytes, longest_s: float, told: Told | None = None) -> Any:  # noqa: ANN401
        """
        Outcome of a pickled function with what it is given.

        Raises
        ------
        LateError
            If it takes longer than that; the process is ended.
        EndedError
            If the process ended.
        """
        clock = threading.Timer(longest_s, self._end_late)
        clock.daemon = True
        clock.start()
        try:
            outcome = self._asked(job, told)
        finally:
            clock.cancel()
        self.peak_mb = outcome.peak_mb
        if outcome.error:
            raise outcome.error from ElsewhereError(outcome.where)
        return outcome.value

    def _asked(self, job: bytes, told: Told | None) -> Outcome:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise EndedError
        try:
            send(stdin, job)
            while (message := received(stdout)) is not None:
                said = pickle.loads(message)  # noqa: S301 - from our own process
                if isinstance(said, Outcome):
                    return said
                if told:
                    told(said)
        except (OSError, ValueError):
            # It is gone, or has been ended by the clock meanwhile.
            pass
        self.end()
        if self._is_late:
            raise LateError
        raise EndedError(f"status {self._process.returncode}")

    def _end_late(self) -> None:
        self._is_late = True
        self.kill()

    def kill(self) -> None:
        """End it, whatever it does, while others may wait for it."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """End it, and what leads to it, for which nobody waits."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError, ValueError):
                if pipe:
                    pipe.close()


def job_of(function: object, *given: object) -> bytes:
    """Job as it is sent."""
    return pickle.dumps((function, given))
