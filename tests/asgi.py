"""Our routes behind the guard and a layer that packs as Streamlit's, asked without a server."""

import asyncio
from functools import cache
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware

from conftest import run_apart
from dashboard.app import routes
from dashboard.web.guard import Guard

STRANGER = ("203.0.113.5", 40000)


@cache
def _app():
    return Guard(GZipMiddleware(Starlette(routes=routes())))


def ask(address, method="GET", *, client=STRANGER, host="launches.example", **headers):
    """Status, headers and body of what an address answers, written as a browser sends it."""
    path, _, query = address.partition("?")
    named = {"host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "client": client,
        "server": (host, 80),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in named.items()],
    }
    sent = []

    async def answered():
        asked = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive():
            # Who has asked stays there and says no more.
            return asked.pop() if asked else await asyncio.Event().wait()

        async def send(message):
            sent.append(message)

        await _app()(scope, receive, send)

    run_apart(answered())
    start = sent[0]
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return start["status"], Headers(raw=start["headers"]), body
