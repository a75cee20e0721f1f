"""A change of several tables that is made as a whole, can be undone, and is never half made.

What the tables were and what they become is written beside them first. Then one file, put in place
by one renaming, says that the change is made: whoever reads the record afterwards finishes it, if
its writer was stopped.
"""

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from data.whole_file import settle, write_whole

FOLDER = ".changes"
"""Where a folder of tables keeps its changes, each with the files before and after it."""
MOST_KEPT = 20
"""Changes that are kept to be undone; older ones go."""
BEFORE, AFTER = "before", "after"
_PENDING, _LOCK = "pending", "lock"
_DRAFT, _UNDONE = ".draft", ".undone"
_FORM = "%Y%m%dT%H%M%S%fZ"


class StaleError(ValueError):
    """The tables are no longer those that the change was made for."""


def make(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """
    Change tables of a folder, all of them or none.

    Parameters
    ----------
    folder
        Where the tables are.
    before
        Content of each file that is to change, by its name, as the change was made for it.
    after
        What they become.

    Raises
    ------
    StaleError
        If a file is not as `before` says.
    OSError
        If the change could not be written; the tables are then as they were.
    """
    with _alone(folder):
        _finish(folder)
        if _contents(folder, before) != dict(before):
            raise StaleError(", ".join(before))
        _clear(folder)
        name = _name(folder)
        try:
            for side, files in ((BEFORE, before), (AFTER, after)):
                kept = folder / FOLDER / f"{name}{_DRAFT}" / side
                kept.mkdir(parents=True)
                for file, content in files.items():
                    write_whole(kept / file, content)
            _bring(folder, name, AFTER)
        except OSError:
            _clear(folder)
            raise
        for old in _changes(folder)[:-MOST_KEPT]:
            shutil.rmtree(old, ignore_errors=True)


def undo(folder: Path) -> None:
    """
    Take the last change back.

    Raises
    ------
    StaleError
        If there is none, or a file was changed since.
    OSError
        If it could not be written; the tables are then as they were.
    """
    with _alone(folder):
        _finish(folder)
        changes = _changes(folder)
        if not changes:
            raise StaleError(FOLDER)
        made = _kept(changes[-1], AFTER)
        if _contents(folder, made) != made:
            raise StaleError(", ".join(made))
        _bring(folder, changes[-1].name, BEFORE)
        _clear(folder)


def finish(folder: Path) -> None:
    """Finish a change whose writer was stopped, if there is one."""
    if (folder / FOLDER / _PENDING).exists():
        with _alone(folder):
            _finish(folder)


def last_change(folder: Path) -> dt.datetime | None:
    """When the last change that can be undone was made."""
    changes = _changes(folder)
    if not changes:
        return None
    return dt.datetime.strptime(changes[-1].name, _FORM).replace(tzinfo=dt.UTC)


def _bring(folder: Path, name: str, side: str) -> None:
    """Decide for one side of a change and put its files in place; the other if that fails."""
    pending = folder / FOLDER / _PENDING
    other = {BEFORE: AFTER, AFTER: BEFORE}[side]
    try:
        write_whole(pending, f"{name} {side}".encode())
        _finish(folder)
    except OSError:
        # What cannot be written now is finished by whoever reads the record next.
        with suppress(OSError):
            write_whole(pending, f"{name} {other}".encode())
            _finish(folder)
        raise


def _finish(folder: Path) -> None:
    """Put the files of a change in place that was decided for; all of it can be done twice."""
    pending = folder / FOLDER / _PENDING
    try:
        name, side = pending.read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return
    places = [folder / FOLDER / f"{name}{end}" for end in ("", _DRAFT, _UNDONE)]
    kept = next(place for place in places if place.is_dir())
    for file, content in _kept(kept, side).items():
        write_whole(folder / file, content)
    kept.rename(folder / FOLDER / f"{name}{'' if side == AFTER else _UNDONE}")
    pending.unlink()
    settle(pending.parent)


def _name(folder: Path) -> str:
    """Moment of a change, after the one before it, though the clock may have been set back."""
    now, last = dt.datetime.now(dt.UTC), last_change(folder)
    if last and now <= last:
        now = last + dt.timedelta(microseconds=1)
    return now.strftime(_FORM)


def _clear(folder: Path) -> None:
    """Remove changes that were not made, or were taken back, unless one is still to be finished."""
    if not (folder / FOLDER / _PENDING).exists():
        for end in (_DRAFT, _UNDONE):
            for left in (folder / FOLDER).glob(f"*{end}"):
                shutil.rmtree(left, ignore_errors=True)


def _changes(folder: Path) -> list[Path]:
    """Changes that were made, the oldest first."""
    return sorted((folder / FOLDER).glob("*Z"))


def _kept(change: Path, side: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((change / side).iterdir())}


def _contents(folder: Path, names: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names}


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep every other writer out, of this process and of others; a stopped one lets go."""
    import fcntl  # noqa: PLC0415 - only where tables are written, which Windows cannot lock so

    (folder / FOLDER).mkdir(exist_ok=True)
    with (folder / FOLDER / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
