"""The server around the page: our own assets beside it, and a warm start."""

import logging
import os
import re
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime

from dashboard.asset_files import ASSETS
from dashboard.bundles import BUNDLES, content, version
from dashboard.server.sockets import allow_files, send_at_once
from dashboard.web.doors import ASSETS_PART, SHARED, STRAY, is_streamlit

PAGE = Path(__file__).with_name("page.py")
FOR_GOOD = "public, max-age=31536000, immutable"
MOST_UPLOADS = 3
"""Files that one page may have sent; each is at most as large as the configuration says."""
_CLEARING = BackMsg(clear_cache=True).SerializeToString()[:1]
"""First byte of a message to clear what is kept."""
_UPLOAD = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/(?P<file>[^/]+)$")
METRICS_PORT = "METRICS_PORT"
"""Variable that names the port at which operators read metrics; without it nothing is counted."""
_log = logging.getLogger(__name__)
_KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_loaded: dict[str, ModuleType] = {}
_libraries_loaded = threading.Event()
_libraries_loaded.set()


class VersionedFiles(StaticFiles):
    """Our assets; those asked for with their content hash may be kept by the browser for good."""

    async def get_response(self, path: str, scope: MutableMapping[str, Any]) -> Response:
        """File at a path below the assets, with its caching header."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _kept(path, scope)
        return response


class FewUploads:
    """Refuses a file of a page that has sent `MOST_UPLOADS`: Streamlit would keep any number."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that sends a file too many, and pass on any other."""
        sent = _UPLOAD.search(scope["path"]) if scope["type"] == "http" else None
        if sent and scope["method"] == "PUT" and _is_too_many(**sent.groupdict()):
            await Response(status_code=429)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class OneLoads:
    """Has pages and answers of ours wait a moment where libraries are being loaded for them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request once they are loaded; whether the server lives is said at once."""
        lives = str(scope.get("path", "")).endswith("/_stcore/health")
        if not lives and not _libraries_loaded.is_set():
            await run_in_threadpool(_libraries_loaded.wait)
        await self.app(scope, receive, send)


class NothingCleared:
    """Passes over the message by which any reader could clear what the server keeps for all."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, of a web socket without that message."""

        async def receiving() -> Message:
            message = await receive()
            while _clears(message.get("bytes") or b""):
                message = await receive()
            return message

        await self.app(scope, receiving if scope["type"] == "websocket" else receive, send)


def _clears(message: bytes) -> bool:
    # It may stand behind other parts of a message, of which the last one counts.
    if _CLEARING not in message:
        return False
    read = BackMsg()
    try:
        read.ParseFromString(message)
    # Streamlit says what is wrong with a message.
    except Exception:  # noqa: BLE001 - its kind has no types
        return False
    return bool(read.WhichOneof("type") == "clear_cache")


def without_banner() -> None:
    """Have uvicorn not name itself in every answer, for which Streamlit has no setting."""

    def kept(config: uvicorn.Config) -> list[tuple[bytes, bytes]]:
        return [each for each in vars(config)["encoded_headers"] if each[0] != b"server"]

    def keep(config: uvicorn.Config, headers: list[tuple[bytes, bytes]]) -> None:
        vars(config)["encoded_headers"] = headers

    # The object exists already when this file is loaded, and reads its headers anew each second.
    uvicorn.Config.encoded_headers = property(kept, keep)  # type: ignore[assignment]


def _is_too_many(session: str, file: str) -> bool:
    kept = getattr(Runtime.instance().uploaded_file_mgr, "file_storage", {}).get(session, {})
    return file not in kept and len(kept) >= MOST_UPLOADS


def _kept(path: str, scope: Mapping[str, object]) -> str:
    return FOR_GOOD if scope.get("query_string") == version(path).encode() else "no-cache"


def bundle(path: str) -> Callable[[Request], Response]:
    """Endpoint of an asset that is made of several files."""
    kind = _KINDS[Path(path).suffix]

    def endpoint(request: Request) -> Response:
        headers = {"Cache-Control": _kept(path, request.scope)}
        return Response(content(path), media_type=kind, headers=headers)

    return endpoint


def kept_file(request: Request) -> Response:
    """File of the record, under the one name that its content has."""
    from dashboard.served import file_served
    from dashboard.words.say import Words

    file = file_served(request.path_params["kind"], request.path_params["digest"])
    if file is None:
        return Response(Words().say("api.another_record"), status_code=404)
    headers = {"Cache-Control": FOR_GOOD, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(file.gzipped, media_type="application/json", headers=headers)


class Elsewhere(Route):
    """Route of every path that neither another of ours nor Streamlit answers."""

    def __init__(self, prefix: str, endpoint: Callable[[Request], Awaitable[Response]]) -> None:
        super().__init__(prefix + "/{path:path}", endpoint)
        self._prefix = prefix

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for here."""
        own = scope["type"] == "http" and not is_streamlit(
            str(scope["path"]).removeprefix(self._prefix)
        )
        return super().matches(scope) if own else (Match.NONE, {})


def path_prefix() -> str:
    """Path prefix that the server may be given, with a slash before it."""
    prefix = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{prefix}" if prefix else ""


def routes() -> list[BaseRoute]:
    """All that is served beside the page, below the path prefix that the server may be given."""
    base = path_prefix()
    assets = f"{base}/{ASSETS_PART}"
    return [
        Route(assets + "/{kind:str}-{digest:str}.json", kept_file),
        *(Route(f"{assets}/{path}", bundle(path)) for path in BUNDLES),
        Mount(assets, VersionedFiles(directory=ASSETS)),
        *(Route(base + path, loaded_late(place, base)) for path, place in SHARED.items()),
        Elsewhere(base, loaded_late(STRAY, base)),
    ]


def loaded_late(place: str, base: str) -> Callable[[Request], Awaitable[Response]]:
    """
    Endpoint whose module is loaded with its first request, away from everybody else's.

    It is told the path prefix of the server, which is part of the address that readers use.
    """
    module, _, function = place.partition(":")

    async def endpoint(request: Request) -> Response:
        if module not in _loaded:
            _loaded[module] = await run_in_threadpool(import_module, module)
        request.state.prefix = base
        response: Response = await getattr(_loaded[module], function)(request)
        return response

    return endpoint


def measured() -> list[Middleware]:
    """What counts answers, if operators want to read metrics."""
    if not os.environ.get(METRICS_PORT):
        return []
    from dashboard.server.metrics import Measured

    return [Middleware(Measured, prefix=path_prefix())]


def _serve_metrics(port: str) -> None:
    from dashboard.server.metrics import serve_metrics

    try:
        serve_metrics(int(port))
    except (OSError, OverflowError, ValueError):
        # Readers come first.
        _log.exception("no metrics: METRICS_PORT is no free port")


@asynccontextmanager
async def warm_up(_app: Starlette) -> AsyncIterator[None]:
    """Do what the first visitor would wait for, in the background once the server runs."""
    _libraries_loaded.clear()
    allow_files()
    send_at_once()
    if port := os.environ.get(METRICS_PORT):
        _serve_metrics(port)
    threading.Thread(target=_load_everything, name="warm-up", daemon=True).start()
    yield
    _log.info("server ends")
    for each in logging.root.handlers:
        # The process is ended by a signal, of which Python tells nobody.
        each.flush()


def _load_libraries() -> None:
    """Load what is found half loaded, for good, by whoever loads it in another thread meanwhile."""
    try:
        import numpy as np  # noqa: F401
        import shapely  # noqa: F401
    finally:
        _libraries_loaded.set()


def _load_everything() -> None:
    _load_libraries()
    from dashboard.selection.filters import FALLBACK
    from dashboard.served import served
    from dashboard.server.renewal import say_refused, say_served, stay, watch
    from dashboard.web.apart import hire_for
    from data.problem import RecordError

    try:
        threading.Thread(target=hire_for, args=[served()], name="workers", daemon=True).start()
        served().payload(FALLBACK)
        for place in SHARED.values():
            import_module(place.partition(":")[0])
        say_served()
    except RecordError as error:
        # The page shows the same list to its readers.
        say_refused(error)
    stay()
    watch()
