"""A file that is written whole or not at all: killed at any moment, or without room on the disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.commands.writing import _put
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
