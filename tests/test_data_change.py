"""Tables change as a whole: whoever is stopped, and wherever, leaves all of a change or none."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from data import change

ROOT = Path(__file__).parents[1]
BEFORE = {"claims.csv": b"a,b\n1,2\n", "launches.csv": b"id\nx\n", "record.csv": b"day\n1\n"}
AFTER = {"claims.csv": b"a,b\n1,2\n3,4\n", "launches.csv": b"id\nx\ny\n", "record.csv": b"day\n2\n"}
STOPPED = """
import os, signal, sys
from pathlib import Path
from data import change

before, after = (eval(each) for each in sys.argv[2:4])

def counted(system, step):
    def call(*arguments):
        global called
        called += 1
        if called == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return system(*arguments)
    return call

for step in range(1, 200):
    folder = Path(sys.argv[1]) / str(step)
    folder.mkdir()
    for name, content in before.items():
        (folder / name).write_bytes(content)
    child = os.fork()
    if not child:
        called = 0
        os.fsync, os.replace = counted(id, step), counted(os.replace, step)
        change.make(folder, before, after)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    print(step, os.waitstatus_to_exitcode(status))
    if status == 0:
        break
"""
"""Kills a child in the middle of a change, once before each call that brings it to the disk; a disk
that is slow to say that it has it all is no matter here."""


@pytest.fixture(autouse=True)
def disk(monkeypatch) -> None:
    monkeypatch.setattr(os, "fsync", id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in BEFORE.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def left_over(folder: Path) -> list[str]:
    """Names that a change leaves beside the tables: its own folder, and nothing else."""
    return sorted(p.name for p in folder.iterdir() if p.name not in {*BEFORE, change.FOLDER})


def test_change_is_made_and_undone(folder: Path) -> None:
    change.make(folder, BEFORE, AFTER)
    assert contents(folder) == AFTER
    assert change.last_change(folder) is not None
    change.undo(folder)
    assert contents(folder) == BEFORE
    assert change.last_change(folder) is None
    assert left_over(folder) == []


def test_changes_are_undone_one_after_the_other(folder: Path) -> None:
    change.make(folder, BEFORE, AFTER)
    then = {"record.csv": b"day\n3\n"}
    change.make(folder, {"record.csv": AFTER["record.csv"]}, then)
    change.undo(folder)
    assert contents(folder) == AFTER
    change.undo(folder)
    assert contents(folder) == BEFORE
    with pytest.raises(change.StaleError):
        change.undo(folder)


def test_killed_writer_leaves_all_or_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, str(tmp_path), repr(BEFORE), repr(AFTER)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    steps = dict(map(int, line.split()) for line in done.stdout.splitlines())
    *killed, last = steps.values()
    assert last == 0
    assert set(killed) == {-signal.SIGKILL}
    outcomes = []
    for step in steps:
        folder = tmp_path / str(step)
        change.finish(folder)
        outcomes.append(contents(folder))
        assert outcomes[-1] in (BEFORE, AFTER), step
        # Whatever was left, the next change is made, and undone.
        if outcomes[-1] == BEFORE:
            change.make(folder, BEFORE, AFTER)
        change.undo(folder)
        assert contents(folder) == BEFORE
    # Once it is decided, it is decided.
    decided = outcomes.index(AFTER)
    assert decided > 5
    assert all(found == AFTER for found in outcomes[decided:])


@pytest.mark.parametrize("step", range(1, 14))
def test_failing_write_changes_nothing(folder: Path, monkeypatch, step: int) -> None:
    """A full disk, or a folder that may not be written, at any file of the change."""
    called = 0
    replace = os.replace

    def failing(source: str, target: Path) -> None:
        nonlocal called
        called += 1
        if called == step:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    try:
        change.make(folder, BEFORE, AFTER)
    except OSError:
        monkeypatch.undo()
        assert contents(folder) == BEFORE
        assert change.last_change(folder) is None
        assert left_over(folder) == []
        change.make(folder, BEFORE, AFTER)
    assert contents(folder) == AFTER


def test_failing_undo_changes_nothing(folder: Path, monkeypatch) -> None:
    change.make(folder, BEFORE, AFTER)
    replace, names = os.replace, []

    def failing(source: str, target: Path) -> None:
        names.append(Path(target).name)
        if names.count("launches.csv") == 1 and names[-1] == "launches.csv":
            raise OSError(30, "Read-only file system")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="Read-only"):
        change.undo(folder)
    monkeypatch.undo()
    assert contents(folder) == AFTER
    change.undo(folder)
    assert contents(folder) == BEFORE


def test_change_of_tables_that_somebody_else_changed_is_refused(folder: Path) -> None:
    (folder / "claims.csv").write_bytes(b"a,b\n9,9\n")
    with pytest.raises(change.StaleError):
        change.make(folder, BEFORE, AFTER)
    assert contents(folder)["launches.csv"] == BEFORE["launches.csv"]
    assert left_over(folder) == []


def test_undo_of_tables_that_somebody_else_changed_is_refused(folder: Path) -> None:
    change.make(folder, BEFORE, AFTER)
    (folder / "claims.csv").write_bytes(b"a,b\n9,9\n")
    with pytest.raises(change.StaleError):
        change.undo(folder)
    assert contents(folder)["claims.csv"] == b"a,b\n9,9\n"


def test_of_two_writers_one_is_refused(folder: Path) -> None:
    refused: list[bool] = []

    def write(content: bytes) -> None:
        try:
            change.make(folder, {"claims.csv": BEFORE["claims.csv"]}, {"claims.csv": content})
        except change.StaleError:
            refused.append(True)

    writers = [threading.Thread(target=write, args=(b"%d\n" % n,)) for n in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert len(refused) == 3


def test_few_changes_are_kept(folder: Path, monkeypatch) -> None:
    monkeypatch.setattr(change, "MOST_KEPT", 2)
    content = BEFORE["record.csv"]
    for number in range(4):
        then = b"%d\n" % number
        change.make(folder, {"record.csv": content}, {"record.csv": then})
        content = then
    kept = list((folder / change.FOLDER).glob("*Z"))
    assert len(kept) == 2


def test_folder_that_was_never_changed_is_left_alone(folder: Path) -> None:
    change.finish(folder)
    assert not (folder / change.FOLDER).exists()
    assert change.last_change(folder) is None
