"""Work that is done once for the whole server."""

import threading
from collections.abc import Callable
from functools import cache, wraps
from typing import TypeVar

Result = TypeVar("Result")


def once(work: Callable[[], Result]) -> Callable[[], Result]:
    """
    Keep the result of a function without arguments.

    Unlike `functools.cache` alone, a visitor who comes while another thread is at it waits for
    that result instead of doing the same work again. A failure is not kept.
    """
    lock = threading.Lock()
    kept = cache(work)

    @wraps(work)
    def result() -> Result:
        with lock:
            return kept()

    result.cache_clear = kept.cache_clear  # type: ignore[attr-defined]
    return result
