"""A file that is written whole or not at all: killed at any moment, or without room on the disk."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.commands.writing import _put
from data import change
from data.whole_file import write_whole

ROOT = Path(__file__).parents[1]
NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from data.whole_file import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
write_whole(Path(sys.argv[1]), b"new" * 1000)
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from data import whole_file
at = sys.argv[2]
def kill(*_): os.kill(os.getpid(), signal.SIGKILL)
setattr(os, at, kill)
whole_file.write_whole(Path(sys.argv[1]), b"new" * 1000)
"""


def run(program, *arguments):
    """Outcome of a program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, check=False
    )


def test_without_room_the_file_before_stays_and_nothing_else(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")
    assert b"OSError" in run(NO_ROOM, str(path)).stderr
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"table.csv": b"old"}


@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_writer_that_is_killed_leaves_the_file_before_and_the_next_one_works(tmp_path, at):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")
    assert run(KILLED, str(path), at).returncode == -9
    assert path.read_bytes() == b"old"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_command_writes_through_a_link_and_into_a_device(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "file").write_bytes(b"old")
    _put((tmp_path / "link").resolve(), b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()
    _put(Path("/dev/null"), b"new")
    assert Path("/dev/null").is_char_device()


@pytest.fixture
def small_disk(tmp_path):
    """Disk of 256 KB of its own, which only root may have."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)]
    if shutil.which("mount") is None or subprocess.run(made, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_every_file_and_the_site_as_they_were(small_disk, monkeypatch, capsys):
    from dashboard.commands import site
    from dashboard.commands.writing import write_out

    (small_disk / "site").mkdir()
    old = {"out.csv": b"old" * 20_000, "site/index.html": b"old"}
    old["site/files.txt"] = (site.OURS + "index.html\n").encode()
    for name, content in old.items():
        (small_disk / name).write_bytes(content)

    def write_much(draft, _address):
        (draft / "index.html").write_bytes(b"new")
        for number in range(10):
            (draft / f"{number}.html").write_bytes(b"new" * 20_000)

    monkeypatch.setattr(site, "_write", write_much)
    for _ in range(2):
        # Pictures, slides, films and files of data are written so.
        assert write_out(str(small_disk / "out.csv"), b"new" * 100_000, None) == 1
        assert site.run(SimpleNamespace(out=small_disk / "site", address=None)) == 1
        assert "No space left" in capsys.readouterr().err
        assert contents(small_disk) == old
    # With room again, the next try works.
    write_whole(small_disk / "out.csv", b"new")
    assert (small_disk / "out.csv").read_bytes() == b"new"


def test_a_full_disk_leaves_the_tables_as_they_were(small_disk):
    before = {"a.csv": b"a" * 50_000, "b.csv": b"b" * 50_000}
    after = {name: content + content for name, content in before.items()}
    for name, content in before.items():
        (small_disk / name).write_bytes(content)
    with pytest.raises(OSError, match="No space left"):
        change.make(small_disk, before, after)
    change.finish(small_disk)
    assert {name: (small_disk / name).read_bytes() for name in before} == before
    change.make(small_disk, before, dict.fromkeys(before, b"new"))
    assert (small_disk / "a.csv").read_bytes() == b"new"


def contents(folder):
    """Files of a folder with what is in them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
