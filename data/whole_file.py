"""A file that is written whole or not at all, though its writer is stopped or the disk full."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole, under another name first, until all of it is on the disk."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode if path.exists() else 0o644
        Path(draft).chmod(mode)
        os.replace(draft, path)  # noqa: PTH105 - one call of the system, which tests cut short
    except BaseException:
        with suppress(OSError):
            Path(draft).unlink()
        raise
    settle(path.parent)


def settle(folder: Path) -> None:
    """Have the names of a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
