"""What answers at which address, and which addresses are not ours but those of Streamlit."""

from collections.abc import Mapping
from urllib.parse import quote, unquote

from starlette.requests import Request

SHARED: Mapping[str, str] = {
    "/": "dashboard.web.front:page",
    "/api": "dashboard.web.api:page",
    "/api/openapi.json": "dashboard.web.api:description",
    "/api/launches.{ending}": "dashboard.web.api:launches",
    "/api/events.{ending}": "dashboard.web.api:events",
    "/api/record/{name}": "dashboard.web.dataset:file",
    "/codebook": "dashboard.web.dataset:codebook",
    "/changes": "dashboard.web.changes:page",
    "/changes.{ending}": "dashboard.web.changes:feed",
    "/counts": "dashboard.web.counts:page",
    "/ready": "dashboard.web.health:ready",
    "/quality": "dashboard.web.quality:page",
    "/compare": "dashboard.web.compare:page",
    "/compare.{ending}": "dashboard.web.compare:file",
    "/share": "dashboard.web.card:share",
    "/launch/{id:path}": "dashboard.web.card:launch",
    "/picture.{ending}": "dashboard.web.picture:picture",
    "/deck.{ending}": "dashboard.web.picture:deck",
    "/film.{ending}": "dashboard.web.picture:film",
    "/embed": "dashboard.web.embed:embed",
    "/oembed": "dashboard.web.oembed:describe",
    "/search.json": "dashboard.web.search:index",
    "/robots.txt": "dashboard.web.crawling:robots",
    "/sitemap.xml": "dashboard.web.crawling:sitemap",
    "/favicon.ico": "dashboard.web.crawling:icon",
}
"""What answers beside the assets: the function, behind the module it is in."""
STRAY = "dashboard.web.stray:stray"
"""What answers where nothing else does."""
ASSETS_PART = "assets"
"""First part of the paths of our assets."""
ACCEPTED = "accepted"
"""Where the state of a request says which encodings it accepts (`guard.py`)."""
FULL = "full"
"""Where the state of a request says that the server has as many readers as it bears."""
_STREAMLIT = frozenset(
    (
        *("_stcore", "static", "media", "component", "app", "auth", "oauth2callback"),
        *("favicon.png", "manifest.json", "index.html"),
        # Its hosting service puts the page there.
        "~",
    )
)
"""First parts of the paths that Streamlit answers."""


def is_streamlit(path: str) -> bool:
    """
    Whether a path below the prefix of the server is answered by Streamlit.

    Examples
    --------
    >>> is_streamlit("/_stcore/health"), is_streamlit("/share"), is_streamlit("/")
    (True, False, False)
    """
    return path.lstrip("/").partition("/")[0] in _STREAMLIT


def written_path(request: Request) -> str:
    """Path below the prefix as it was written: an escaped slash begins no new part of it."""
    raw: bytes = request.scope.get("raw_path") or quote(request.url.path).encode()
    path = raw.decode("latin-1").partition("?")[0].removeprefix(request.state.prefix)
    return "/".join(unquote(part).replace("/", " ") for part in path.split("/"))


def way_back(path: str) -> str:
    """
    Way from a path below the prefix to the dashboard, relative, as a proxy may hide the prefix.

    Examples
    --------
    >>> way_back("/share"), way_back("/api/launches"), way_back("/launch/x/")
    ('./', '../', '../../')
    """
    return "../" * (path.count("/") - 1) or "./"
