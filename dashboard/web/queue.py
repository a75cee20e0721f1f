"""What is being made: the same thing once, no more than so many at a time, none for too long."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

MOST_WAITING = 24
"""Things that are made or wait to be, for each group of threads; more are refused at once."""
LONGEST_S = 30.0
"""Whoever waits longer is told to come again; what is made goes on, and is kept then."""
RETRY_S = 5


class Pool(ThreadPoolExecutor):
    """Threads with a name, in which things of a kind are made."""

    def __init__(self, most: int, name: str) -> None:
        super().__init__(most, name)
        self.name = name


EVERYTHING = Pool(2, "answer")
"""Threads of what is made quickly. All are of one interpreter: more would make nothing sooner, and
each takes its share of the time from those who read the page."""


class FullError(RuntimeError):
    """Too much is being made already, or it takes too long."""


class Queue:
    """What is under way, by what it is an answer to; for any thread."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, Future[object]] = {}
        self._waiting: Counter[Pool] = Counter()
        self._lock = threading.Lock()

    def lengths(self) -> dict[str, int]:
        """How many things are made or wait to be, by the name of their threads."""
        with self._lock:
            return {pool.name: number for pool, number in self._waiting.items()}

    async def made(
        self,
        asked: Hashable,
        make: Callable[[], T],
        pool: Pool,
        longest_s: float | None = None,
    ) -> T:
        """
        Outcome of `make`, or of whoever asked the same a moment ago.

        Raises
        ------
        FullError
            If the threads have too much before them, or it takes longer than that (`LONGEST_S`).
        """
        with self._lock:
            future = self._under_way.get(asked)
            if future is None:
                if self._waiting[pool] >= MOST_WAITING:
                    raise FullError
                self._waiting[pool] += 1
                future = self._under_way[asked] = pool.submit(make)
                started = future
            else:
                started = None
        if started:
            # Outside of the lock: what is done by now says so at once.
            started.add_done_callback(lambda _: self._done(asked, pool))
        try:
            # Others may wait for it, too.
            outcome = await asyncio.wait_for(
                asyncio.shield(asyncio.wrap_future(future)), longest_s or LONGEST_S
            )
        except TimeoutError as error:
            raise FullError from error
        return outcome  # type: ignore[return-value]  # the same question has the same maker

    def _done(self, asked: Hashable, pool: Pool) -> None:
        with self._lock:
            del self._under_way[asked]
            self._waiting[pool] -= 1
