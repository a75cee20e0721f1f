"""Our own assets, and the names under which browsers may keep them for good."""

import hashlib
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).with_name("assets")


MAP_SCRIPTS = tuple(
    f"map/{name}.js"
    for name in ("canvas", "backdrop", "labels", "legend", "flights", "screen", "launchmap")
)
"""Scripts of the map in the order that they need each other."""
MAP_BUNDLE = "map/all.js"
"""All of them as one file: the map component loads its scripts one after another."""


@cache
def content(path: str) -> bytes:
    """Bytes of an asset."""
    paths = MAP_SCRIPTS if path == MAP_BUNDLE else (path,)
    return b"".join((ASSETS / each).read_bytes() for each in paths)


@cache
def version(path: str) -> str:
    """Query that names the content of an asset, such as `v=0e8304c6`."""
    return "v=" + hashlib.sha256(content(path)).hexdigest()[:8]


def versioned(path: str) -> str:
    """Path of an asset with its version, which changes with its content."""
    return f"{path}?{version(path)}"
