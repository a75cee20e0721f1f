"""The processes that work for us: started ahead, one more waits for the next job, idle ones end."""

import atexit
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from dashboard.workers.process import EndedError, Process, WorkError, job_of
from dashboard.workers.work import Told, telling

T = TypeVar("T")

MOST_MB = 400.0
"""A process that has used more memory is ended after its job, and another one started [MiB]."""
IDLE_S = 30.0
"""Time for which processes wait for work, all but one of them [s]."""
START_S = 60.0
"""Time in which a process is ready to work [s]."""


class Known(Protocol):
    """What a process has to be given before its jobs, such as the record that is served."""

    @property
    def copy(self) -> bytes:
        """What it is given."""
        ...


class Crew:
    """
    Processes that do jobs for any thread: as many at once as there are threads that ask.

    There are at most `most` of them if no more threads ask at once; `begin` is what each does with
    what it has to be given. `is_ready` says whether the first of them waits for work.
    """

    def __init__(self, most: int, begin: Callable[[bytes], None] | None = None) -> None:
        self._most = most
        self._begin = begin
        self.is_ready = False
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._starting = 0
        self._changed = threading.Condition()
        self._clock: threading.Timer | None = None
        atexit.register(self.close)

    def work(
        self,
        function: Callable[..., T],
        *given: object,
        longest_s: float,
        known: Known | None = None,
        told: Told | None = None,
    ) -> T:
        """
        Outcome of a function of a module, in a process of its own.

        Parameters
        ----------
        function
            What does the job.
        *given
            What it is given.
        longest_s
            Time that the job may take [s].
        known
            What the process has to be given before.
        told
            Hears now and then which share of it is done.

        Raises
        ------
        LateError
            If it takes longer than that.
        EndedError
            If its process was ended from outside, and another one, too.
        """
        job = job_of(function, *given)
        try:
            outcome: T = self._worked(job, longest_s, known, told)
        except EndedError:
            outcome = self._worked(job, longest_s, known, told)
        return outcome

    def _worked(self, job: bytes, longest_s: float, known: Known | None, told: Told | None) -> Any:  # noqa: ANN401 - what the function of the job returns
        process = self._taken(known)
        try:
            self._give(process, known)
            return process.work(job, longest_s, told)
        finally:
            self._give_back(process)

    def get_ready(self, known: Known | None) -> None:
        """Have a process wait that has been given that, if not all of them work."""
        with self._changed:
            process = self._idle.pop() if self._idle else None
            if process is None and self._all:
                return
            self._starting += process is None
        if process:
            self._ready(process, known)
        else:
            self._start(known)
        self.is_ready = True

    def numbers(self) -> dict[str, int]:
        """How many processes work, and how many wait."""
        with self._changed:
            return {"working": len(self._all) - len(self._idle), "waiting": len(self._idle)}

    def pids(self) -> list[int]:
        """Numbers by which the machine knows the processes."""
        with self._changed:
            return [process.pid for process in self._all]

    def close(self) -> None:
        """End them all."""
        with self._changed:
            idle, at_work = self._idle, self._all.difference(self._idle)
            self._idle, self._all = [], set()
        for process in idle:
            process.end()
        for process in at_work:
            # Whoever waits for it ends it whole.
            process.kill()

    def _new(self) -> Process:
        process = Process()
        self._all.add(process)
        return process

    def _taken(self, known: Known | None) -> Process:
        """Process that is idle, or a new one; where it was the last idle one another is started."""
        with self._changed:
            while self._starting and not self._idle:
                self._changed.wait(START_S)
            process = self._idle.pop() if self._idle else self._new()
            if not process.lives:
                # The machine ended it while it waited, for want of memory say.
                self._all.discard(process)
                process.end()
                process = self._new()
            if not self._idle and not self._starting and len(self._all) < self._most:
                self._starting += 1
                threading.Thread(target=self._start, args=(known,), daemon=True).start()
            return process

    def _start(self, known: Known | None) -> None:
        """Start the process that waits for the next job."""
        try:
            # Without it the next job starts one of its own.
            with suppress(WorkError):
                with self._changed:
                    process = self._new()
                self._ready(process, known)
        finally:
            with self._changed:
                self._starting -= 1
                self._changed.notify_all()

    def _ready(self, process: Process, known: Known | None) -> None:
        try:
            self._give(process, known)
        finally:
            self._give_back(process)

    def _give_back(self, process: Process) -> None:
        with self._changed:
            if process in self._all and process.lives and process.peak_mb < MOST_MB:
                process.idle_since = time.monotonic()
                self._idle.append(process)
                self._changed.notify_all()
                self._wind()
                return
            self._all.discard(process)
        process.end()

    def _give(self, process: Process, known: Known | None) -> None:
        if known is not None and process.known() is not known:
            process.work(job_of(self._begin, known.copy), START_S)
            process.known = weakref.ref(known)

    def _wind(self) -> None:
        """Look in a while which processes have nothing to do."""
        if self._clock is None and len(self._idle) > 1:
            self._clock = threading.Timer(IDLE_S, self._rest)
            self._clock.daemon = True
            self._clock.start()

    def _rest(self) -> None:
        long_ago = time.monotonic() - IDLE_S
        with self._changed:
            self._clock = None
            # The one used last stays: it has most of what the next job needs.
            resting = [each for each in self._idle[:-1] if each.idle_since <= long_ago]
            self._idle = [each for each in self._idle if each not in resting]
            self._all.difference_update(resting)
            self._wind()
        for process in resting:
            process.end()


_hired: list[Crew] = []


def hire(crew: Crew) -> None:
    """Have what is made apart made by processes from now on, as a server does."""
    _hired[:] = [crew]


def hired() -> Crew | None:
    """Return the processes of the server; none where this process does its work itself."""
    return next(iter(_hired), None)


def done_here(function: Callable[..., T], *given: object, told: Told | None = None) -> T:
    """Outcome of a function in this process, told of as in another."""
    with telling(told):
        return function(*given)
