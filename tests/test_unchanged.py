"""What `make test` and `make lint` call changes nothing in the tree, or they fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WRITE = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text('new')"


@pytest.fixture
def tree(tmp_path):
    """Small tree without git, with a change of its own and what is left out."""
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "unchanged.py", tmp_path / "tests")
    shutil.copy(ROOT / ".gitignore", tmp_path)
    (tmp_path / "tests" / "approved.png").write_text("approved")
    return tmp_path


def run(tree, *command):
    return subprocess.run(
        [sys.executable, tree / "tests" / "unchanged.py", *command],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_that_changes_nothing_passes(tree):
    assert run(tree, "true").returncode == 0


def test_the_failure_of_a_command_is_kept(tree):
    assert run(tree, sys.executable, "-c", "raise SystemExit(7)").returncode == 7


@pytest.mark.parametrize(
    ("place", "told"), [("tests/approved.png", "changed"), ("data.csv", "new"), ("a/b", "new")]
)
def test_a_command_that_writes_into_the_tree_fails_and_the_file_is_named(tree, place, told):
    (tree / "a").mkdir()
    result = run(tree, sys.executable, "-c", WRITE, place)
    assert result.returncode == 1
    assert f"{place}: {told} by: " in result.stderr


def test_a_command_that_removes_a_file_fails(tree):
    result = run(tree, "rm", "tests/approved.png")
    assert result.returncode == 1
    assert "tests/approved.png: removed by: rm" in result.stderr


def test_what_is_left_out_of_git_may_change(tree):
    places = ("tests/__pycache__/x.pyc", ".venv/bin/x", "site/index.html", "tests/screenshots/a")
    for place in places:
        (tree / place).parent.mkdir(parents=True, exist_ok=True)
        assert run(tree, sys.executable, "-c", WRITE, place).returncode == 0, place
    (tree / "dashboard" / "site").mkdir(parents=True)
    assert run(tree, sys.executable, "-c", WRITE, "dashboard/site/pages.py").returncode == 1


def test_the_files_looked_at_are_those_that_git_keeps():
    from unchanged import contents

    if not (ROOT / ".git").exists():
        pytest.skip("a copy without git")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert set(contents()) == {name for name in listed.split("\0") if (ROOT / name).is_file()}
