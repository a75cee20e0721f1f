"""What is being made: the same thing once, no more than so many at a time, none for too long."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from dashboard.picture.studio import AT_ONCE, LONGEST_FILM_S, LONGEST_S

T = TypeVar("T")

RETRY_S = 5


class Pool(ThreadPoolExecutor):
    """
    Threads that wait for things of a kind, each for one that a process of its own makes.

    Parameters
    ----------
    most
        Things made at once.
    name
        What the kind is called in metrics.
    most_waiting
        Things made or waited for; more are refused at once.
    job_s
        Time that making one may take [s].
    longest_s
        Time after which whoever asks is told to come again [s]; what is made goes on, and is kept.
    """

    def __init__(
        self, most: int, name: str, most_waiting: int, job_s: float, longest_s: float
    ) -> None:
        super().__init__(most, name)
        self.most = most
        self.name = name
        self.most_waiting = most_waiting
        self.job_s = job_s
        self.longest_s = longest_s


QUICK = Pool(1, "quick", 24, LONGEST_S, 30.0)
"""Cards, frames, pages."""
SLOW = Pool(AT_ONCE, "slow", 16, LONGEST_S, 30.0)
"""Pictures, slides and files of data."""
FILMS = Pool(1, "film", 4, LONGEST_FILM_S, LONGEST_FILM_S)
"""Apart from pictures, which would wait for them: each takes half a minute."""
POOLS = (QUICK, SLOW, FILMS)


class FullError(RuntimeError):
    """Too much is being made already, or it takes too long."""


class Queue:
    """What is under way, by what it is an answer to; for any thread."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, Future[Any]] = {}
        self._shares: dict[Hashable, float] = {}
        self._waiting: Counter[Pool] = Counter()
        self._lock = threading.Lock()

    def lengths(self) -> dict[str, int]:
        """How many things are made or wait to be, by the name of their threads."""
        with self._lock:
            return {pool.name: number for pool, number in self._waiting.items()}

    def begun(self, asked: Hashable, make: Callable[[], T], pool: Pool) -> "Future[T]":
        """
        Outcome to come of `make`, or of whoever asked the same a moment ago.

        Raises
        ------
        FullError
            If the threads have too much before them.
        """
        with self._lock:
            future = self._under_way.get(asked)
            if future is not None:
                return future
            if self._waiting[pool] >= pool.most_waiting:
                raise FullError
            self._waiting[pool] += 1
            started = self._under_way[asked] = pool.submit(make)
        # Outside of the lock: what is done by now says so at once.
        started.add_done_callback(lambda _: self._done(asked, pool))
        return started

    async def made(self, asked: Hashable, make: Callable[[], T], pool: Pool) -> T:
        """
        Outcome of `make`, or of whoever asked the same a moment ago.

        Raises
        ------
        FullError
            If the threads have too much before them, or it takes too long.
        """
        future = asyncio.wrap_future(self.begun(asked, make, pool))
        # Whoever asked may be gone before it fails.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        done, _ = await asyncio.wait([future], timeout=pool.longest_s)
        if not done:
            raise FullError
        return future.result()

    def tell(self, asked: Hashable, share: float) -> None:
        """Keep in mind which share is done of what is being made."""
        with self._lock:
            if asked in self._under_way:
                self._shares[asked] = share

    def share(self, asked: Hashable) -> float:
        """Share that is done of what is being made."""
        return self._shares.get(asked, 0.0)

    def _done(self, asked: Hashable, pool: Pool) -> None:
        with self._lock:
            del self._under_way[asked]
            self._shares.pop(asked, None)
            self._waiting[pool] -= 1


QUEUE = Queue()
