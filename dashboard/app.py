"""The server around the page: our own assets beside it, and a warm start."""

import gc
import re
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.runtime import Runtime

from dashboard.asset_files import ASSETS
from dashboard.bundles import BUNDLES, content, version

PAGE = Path(__file__).with_name("page.py")
FOR_GOOD = "public, max-age=31536000, immutable"
SHARED = {
    "/api": "dashboard.web.api:page",
    "/api/openapi.json": "dashboard.web.api:description",
    "/api/launches.{ending}": "dashboard.web.api:launches",
    "/quality": "dashboard.web.quality:page",
    "/compare": "dashboard.web.compare:page",
    "/compare.{ending}": "dashboard.web.compare:file",
    "/share": "dashboard.web.card:share",
    "/launch/{id:path}": "dashboard.web.card:launch",
    "/picture.{ending}": "dashboard.web.picture:picture",
    "/deck.{ending}": "dashboard.web.picture:deck",
    "/embed": "dashboard.web.embed:embed",
    "/search.json": "dashboard.web.search:index",
}
"""What answers beside the page and its assets: the function, behind the module it is in."""
MOST_UPLOADS = 3
"""Files that one page may have sent; each is at most as large as the configuration says."""
_UPLOAD = re.compile(r"/_stcore/upload_file/(?P<session>[^/]+)/(?P<file>[^/]+)$")
_loaded: dict[str, ModuleType] = {}


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


def _is_too_many(session: str, file: str) -> bool:
    kept = getattr(Runtime.instance().uploaded_file_mgr, "file_storage", {}).get(session, {})
    return file not in kept and len(kept) >= MOST_UPLOADS


def _kept(path: str, scope: Mapping[str, object]) -> str:
    return FOR_GOOD if scope.get("query_string") == version(path).encode() else "no-cache"


def bundle(path: str) -> Callable[[Request], Response]:
    """Endpoint of an asset that is made of several files."""
    kind = {".js": "text/javascript", ".css": "text/css"}[Path(path).suffix]

    def endpoint(request: Request) -> Response:
        headers = {"Cache-Control": _kept(path, request.scope)}
        return Response(content(path), media_type=kind, headers=headers)

    return endpoint


def kept_file(request: Request) -> Response:
    """File of the record, under the one name that its content has."""
    from dashboard.served import served
    from dashboard.words.say import Words

    file = served().file_of(request.path_params["kind"], request.path_params["digest"])
    if file is None:
        return Response(Words().say("api.another_record"), status_code=404)
    headers = {"Cache-Control": FOR_GOOD, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(file.gzipped, media_type="application/json", headers=headers)


def routes() -> list[BaseRoute]:
    """All that is served beside the page, below the path prefix that the server may be given."""
    prefix = str(config.get_option("server.baseUrlPath") or "").strip("/")
    base = f"/{prefix}" if prefix else ""
    return [
        Route(base + "/assets/{kind:str}-{digest:str}.json", kept_file),
        *(Route(f"{base}/assets/{path}", bundle(path)) for path in BUNDLES),
        Mount(base + "/assets", VersionedFiles(directory=ASSETS)),
        *(Route(base + path, loaded_late(place, base)) for path, place in SHARED.items()),
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


@asynccontextmanager
async def warm_up(_app: Starlette) -> AsyncIterator[None]:
    """Do what the first visitor would wait for, in the background once the server runs."""
    # Loaded by two threads at once, it is found half loaded, and what needs it never loads.
    import numpy as np  # noqa: F401

    threading.Thread(target=_load_everything, name="warm-up", daemon=True).start()
    yield


def _load_everything() -> None:
    from dashboard.picture.studio import get_ready
    from dashboard.selection.filters import FALLBACK
    from dashboard.selection.query import read_page_query
    from dashboard.selection.view import View
    from dashboard.served import served
    from dashboard.words.say import Words
    from data.problem import RecordError

    try:
        served().payload(FALLBACK)
        for place in SHARED.values():
            import_module(place.partition(":")[0])
        library = served().library
        opening, _ = read_page_query({}, library.vocabulary)
        get_ready(View(opening, library), FALLBACK)
    except RecordError as error:
        # The page shows the same list to its readers.
        sys.stderr.write(f"{Words().say('api.errors_of_record')}\n{error}\n")
    # What is loaded by now stays: full collections over it are what readers would wait for.
    gc.collect()
    gc.freeze()
