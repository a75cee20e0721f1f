"""What one reader may take of the server: messages a second, and memory for what is not read."""

import asyncio
import os
import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from dashboard.selection.address import static_address
from dashboard.web.doors import FULL

A_SECOND = 10.0
"""Messages of a page that are read in a second; so many take a third of an interpreter's time."""
AT_ONCE = 40.0
"""Messages that may come in one go: a hand on the time strip sends them in bursts."""
MOST_READERS = 200
"""Pages that are open before new readers are led to the static site; so many do not wait a second
for what they change (`make bench`), on two cores. `MOST_READERS` says another number."""
MOST_PAGES = 1000
"""Pages that are open at all, each with its connection and its session."""
PIECE_BYTES = 64 * 2**10
"""Of an answer no more is handed on before its reader has taken what was handed on before."""


class FewMessages:
    """
    Reads no more than `A_SECOND` messages of a web socket, once `AT_ONCE` came in one go.

    Each is a run of the page: thousands sent at once would hold up everybody else for long. The
    others wait where they are, with whoever sent them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, and the messages of a web socket not too fast."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        left, last = AT_ONCE, time.monotonic()

        async def receiving() -> Message:
            nonlocal left, last
            message = await receive()
            if message["type"] == "websocket.receive":
                now = time.monotonic()
                left, last = min(AT_ONCE, left + (now - last) * A_SECOND) - 1, now
                if left < 0:
                    await asyncio.sleep(-left / A_SECOND)
            return message

        await self.app(scope, receiving, send)


class FewReaders:
    """
    Has the page say that the server is full to whoever comes, if there is somewhere to lead to.

    Who reads already goes on; of pages that are open, be they read or not, there is a most.
    """

    def __init__(self, app: ASGIApp, prefix: str, count: Callable[[], int]) -> None:
        self.app = app
        self.prefix = prefix
        self.count = count
        self.most = int(os.environ.get("MOST_READERS") or MOST_READERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, one for the page with whether it can be read here."""
        if scope["type"] == "websocket" and self.count() >= MOST_PAGES:
            await WebSocketClose(1013)(scope, receive, send)
            return
        path = str(scope.get("path", "")).removeprefix(self.prefix)
        if path == "/" and static_address() and self.count() >= self.most:
            scope = {**scope, "state": {**scope.get("state", {}), FULL: True}}
        await self.app(scope, receive, send)


class InPieces:
    """
    Hands on answers in pieces.

    Given a whole answer at once, the server would keep it for as long as its reader does not read;
    between two pieces it waits for the reader.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, and its answer in pieces."""

        async def sending(message: Message) -> None:
            body = message.get("body", b"")
            if message["type"] != "http.response.body" or len(body) <= PIECE_BYTES:
                await send(message)
                return
            view = memoryview(body)
            for start in range(0, len(body), PIECE_BYTES):
                piece = bytes(view[start : start + PIECE_BYTES])
                more = start + PIECE_BYTES < len(body) or message.get("more_body", False)
                await send({**message, "body": piece, "more_body": more})

        await self.app(scope, receive, sending if scope["type"] == "http" else send)
