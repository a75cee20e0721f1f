"""Importing a module of the tree, as the collection of tests does, changes and starts nothing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMPORTER = """
import importlib.util, os, sys, traceback

root, *paths = sys.argv[1:]
sys.dont_write_bytecode = True
sys.path[:0] = [root, f"{root}/tests", f"{root}/tests/bench"]
STARTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty",
          "socket.bind", "socket.connect"}
CHANGES = {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink",
           "os.truncate", "shutil.copyfile", "shutil.move", "shutil.rmtree"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

def told_by_us():
    # What a library does while it is imported is its own affair; what we call is ours.
    frame = sys._getframe(2)
    while frame:
        name = frame.f_code.co_filename
        if name.startswith("<frozen importlib"):
            return False
        if name.startswith(f"{root}/") and "/.venv/" not in name:
            return True
        frame = frame.f_back
    return False

def watch(event, arguments):
    acts = event in STARTS | CHANGES or (
        event == "open"
        and (set(arguments[1] or "") & set("wax+") or (arguments[2] or 0) & WRITING)
    )
    if acts and told_by_us():
        print(path, event, arguments[0], flush=True)
        raise PermissionError(f"{event} while a module is imported")

sys.addaudithook(watch)
for number, path in enumerate(paths):
    spec = importlib.util.spec_from_file_location(f"imported_{number}", path)
    sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        print(path, traceback.format_exc())
"""
"""Imports files one after the other and prints which of them acts or fails, and how."""
PAGES = {"naive_page.py", "empty_script.py", "many_app.py", "many_floor_app.py"}
"""Scripts of the benchmark that Streamlit runs: to draw, or to serve what was worked out, is all
that they are for."""


def modules() -> list[Path]:
    """Python files of the tree, whichever way they are started."""
    folders = (ROOT / name for name in ("data", "geo", "dashboard", "tests"))
    found = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return [path for path in [*found, *ROOT.glob("*.py")] if path.name not in PAGES]


def told(root: Path, paths: list[Path], cwd: Path) -> list[str]:
    """What the modules of a tree did while they were imported, a line each."""
    result = subprocess.run(
        [sys.executable, "-c", IMPORTER, root, *paths],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


def test_no_module_of_the_tree_acts_when_it_is_imported(tmp_path: Path) -> None:
    assert len(modules()) > 200
    assert told(ROOT, modules(), tmp_path) == []


def test_a_module_that_acts_is_seen_and_stopped(tmp_path: Path) -> None:
    acting = {
        "writes": "open('made.txt', 'w')",
        "writes_by_path": "import pathlib; pathlib.Path('made.txt').write_text('x')",
        "writes_by_library": "from PIL import Image; Image.new('L', (1, 1)).save('made.png')",
        "removes": "import os; os.remove('kept.txt')",
        "removes_all": "import shutil; shutil.rmtree('kept')",
        "moves": "import os; os.rename('kept.txt', 'made.txt')",
        "starts": "import subprocess; subprocess.run(['touch', 'made.txt'])",
        "starts_by_shell": "import os; os.system('touch made.txt')",
        "at_second_hand": "import writes_later; writes_later.act()",
    }
    lawful = {
        "writes_later": "def act():\n    open('made.txt', 'w')",
        "reads": "open('kept.txt').read()",
        "as_a_script": "if __name__ == '__main__':\n    open('made.txt', 'w')",
    }
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept.txt").write_text("kept")
    for name, source in (acting | lawful).items():
        (tmp_path / f"{name}.py").write_text(source + "\n")
    before = sorted(tmp_path.rglob("*"))
    for name in acting:
        said = told(tmp_path, [tmp_path / f"{name}.py"], tmp_path)
        assert said[0].startswith(f"{tmp_path / name}.py "), name
        assert not said[0].endswith("Traceback (most recent call last):"), name
    assert told(tmp_path, [tmp_path / f"{name}.py" for name in lawful], tmp_path) == []
    assert sorted(tmp_path.rglob("*")) == before


def test_the_server_listens_before_it_loads_the_record() -> None:
    told = "import streamlit_app, sys; print(*sys.modules)"
    command = [sys.executable, "-c", told]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"dashboard.served", "numpy", "shapely"}.isdisjoint(found.stdout.split())
