"""Our own assets, and the names under which browsers may keep them for good."""

import hashlib
from functools import cache
from pathlib import Path

ASSETS = Path(__file__).with_name("assets")


@cache
def version(path: str) -> str:
    """Query that names the content of an asset, such as `v=0e8304c6`."""
    return "v=" + hashlib.sha256((ASSETS / path).read_bytes()).hexdigest()[:8]


def versioned(path: str) -> str:
    """Path of an asset with its version, which changes with its content."""
    return f"{path}?{version(path)}"
