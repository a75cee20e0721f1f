"""A folder that is written beside the one it replaces, and takes its place in one step."""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE, _EXCHANGE = -100, 2
"""Names of the system (`AT_FDCWD`, `RENAME_EXCHANGE`) that Python does not have."""


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """
    Folder to write into, which takes the place of another once all is written.

    Where writing fails the other stays as it is; what a run left that was stopped goes first.
    """
    folder = folder.resolve()
    draft = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        yield draft
        _take_place(draft, folder)
    finally:
        # By now it is what was there before, or what was not finished.
        shutil.rmtree(draft, ignore_errors=True)


def keep(path: Path, place: Path) -> None:
    """Keep a file that others put into the former folder, unless the new one has its own."""
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place, follow_symlinks=False)


def _take_place(draft: Path, folder: Path) -> None:
    if not folder.exists():
        draft.rename(folder)
    elif not _exchanged(draft, folder):
        former = folder.with_name(f".{folder.name}.old")
        shutil.rmtree(former, ignore_errors=True)
        folder.rename(former)
        draft.rename(folder)
        shutil.rmtree(former, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders changed their names in one step, which not every system can."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0
