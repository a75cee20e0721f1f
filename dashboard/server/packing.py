"""Scripts and styles packed once: Streamlit sends its own as they are, four times as much."""

import gzip
from posixpath import normpath

from cachetools import LRUCache
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.web.doors import ASSETS_PART

MOST_BYTES = 32 * 2**20
"""What is kept of packed files: those of a first view are a megabyte, all of Streamlit's seven."""
_LEVEL = 9
_PARTS = ("/static/", f"/{ASSETS_PART}/")
_PACKABLE = ("text/", "application/javascript", "application/json", "application/geo+json")
_Whole = tuple[Message, bytes]


class Packed:
    """
    Packs files that a browser keeps for good, below the path prefix of the server.

    Such a file never changes under its address, so it is packed when it is first asked for.
    """

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        self.app = app
        self._parts = tuple(prefix + part for part in _PARTS)
        self._kept: LRUCache[tuple[str, bytes], _Whole] = LRUCache(
            MOST_BYTES, getsizeof=lambda whole: len(whole[1])
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what is packed, or pass on and pack the answer where it may be kept."""
        if not self._is_asked_for(scope):
            await self.app(scope, receive, send)
            return
        # Nothing that a stranger adds to an address makes another file of it, to be packed again.
        ours = scope["path"].startswith(self._parts[1])
        key = (str(scope["path"]), scope["query_string"] if ours else b"")
        kept = self._kept.get(key)
        if kept is None:
            keeping = _Keeping(send)
            # Whatever is within answers with the file as it is.
            await self.app(_plain(scope), receive, keeping.send)
            if keeping.whole is None:
                return
            kept = self._kept[key] = await run_in_threadpool(_packed, *keeping.whole)
        start, body = kept
        await send({**start, "headers": list(start["headers"])})
        await send({"type": "http.response.body", "body": body})

    def _is_asked_for(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        asked = Headers(scope=scope)
        # A part of a file, and whether it has changed, are asked of the file as it is.
        plain = {"range", "if-none-match", "if-modified-since"}.isdisjoint(asked)
        return (
            plain
            and scope["path"].startswith(self._parts)
            and normpath(scope["path"]) == scope["path"]
            and "gzip" in asked.get("accept-encoding", "")
        )


class _Keeping:
    """Passes an answer on as it comes, but for one that is to be packed, which it keeps whole."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()
        self.whole: _Whole | None = None

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _may_be_packed(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                self.whole = self._start, bytes(self._body)


def _may_be_packed(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and "immutable" in headers.get("cache-control", "")
        and "content-encoding" not in headers
        and headers.get("content-type", "").startswith(_PACKABLE)
    )


def _plain(scope: Scope) -> Scope:
    headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": headers}


def _packed(start: Message, body: bytes) -> _Whole:
    packed = gzip.compress(body, _LEVEL, mtime=0)
    message: Message = {**start, "headers": list(start["headers"])}
    headers = MutableHeaders(raw=message["headers"])
    # It names the bytes of the file as it is.
    del headers["etag"]
    headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(len(packed))
    headers.add_vary_header("Accept-Encoding")
    return message, packed
