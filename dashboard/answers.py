"""Answers and files that are made once and sent often: packed, tagged, kept."""

import gzip
import hashlib
import json
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache

MOST_BYTES = 64 * 2**20
_LEVEL = 6


@dataclass(frozen=True)
class JsonFile:
    """
    Compressed JSON that the browser keeps for good, under the one name that its content has.

    `kind` says what is in it, `digest` is the hash of its text.
    """

    kind: str
    digest: str
    gzipped: bytes

    @property
    def name(self) -> str:
        """Name of the file."""
        return f"{self.kind}-{self.digest}.json"

    @property
    def content(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What is in it, for a page that brings it along."""
        return json.loads(gzip.decompress(self.gzipped))


def packed(content: object) -> tuple[str, bytes]:
    """Hash and compressed JSON of a content."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(text).hexdigest()[:16], gzip.compress(text, mtime=0)


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What is sent: as it is, and packed by gzip where that makes it smaller.

    `tag` names the content; `headers` go with it.
    """

    content: bytes
    packed: bytes | None
    tag: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, content: bytes, headers: Mapping[str, str], *, packs: bool = True) -> "Answer":
        """Return the answer of a file; `packs` says whether packing makes it smaller."""
        packed = gzip.compress(content, _LEVEL, mtime=0) if packs else None
        return cls(content, packed, hashlib.sha256(content).hexdigest()[:32], headers)

    @property
    def size(self) -> int:
        """Bytes it takes to keep it."""
        return len(self.content) + len(self.packed or b"")


class Answers:
    """
    Answers by what was asked, for any thread; those not asked for the longest go first.

    One may stand under several questions: as it was asked for, and under what that means.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._kept: LRUCache[Hashable, tuple[Answer, int]] = LRUCache(
            most_bytes, getsizeof=lambda kept: kept[1]
        )
        self._lock = threading.Lock()

    def get(self, asked: Hashable) -> Answer | None:
        """Answer kept, or None."""
        with self._lock:
            kept = self._kept.get(asked)
        return kept[0] if kept else None

    def keep(self, asked: Hashable, answer: Answer, asked_bytes: int = 0) -> None:
        """Keep an answer with its question, unless there is no room for the two."""
        size = answer.size + asked_bytes
        with self._lock:
            if size <= self._kept.maxsize:
                self._kept[asked] = answer, size

    def made(self, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """Answer kept, or else one that is made now and kept."""
        answer = self.get(asked)
        if answer is None:
            answer = make()
            self.keep(asked, answer)
        return answer
