"""What was made lately, kept within a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """Values by key, for any thread; those not asked for the longest go first."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._total = 0
        self._kept: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Value | None:
        """Value kept under a key, or None."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Hashable, value: Value, size: int) -> None:
        """Keep a value that takes so many bytes; one that is too large is forgotten at once."""
        with self._lock:
            _, former = self._kept.pop(key, (None, 0))
            self._kept[key] = value, size
            self._total += size - former
            while self._total > self._most:
                _, (_, freed) = self._kept.popitem(last=False)
                self._total -= freed
