"""The two commands of the README say what they do."""

import os
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from suite import halves

ROOT = Path(__file__).parents[1]


def plain():
    """Environment without make: within it, it would name folders, and take over its flags."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}


def commands(*arguments):
    """Commands that make would run, with everything set up already."""
    made = subprocess.run(
        ["make", "--dry-run", "-o", ".venv/run.stamp", "-o", ".venv/dev.stamp", *arguments],
        cwd=ROOT,
        env=plain(),
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout


def test_run_serves_on_this_machine_only_unless_told():
    assert "--server.port 8501 --server.address 127.0.0.1" in commands("run")


@pytest.mark.parametrize(("port", "host"), [("8600", "0.0.0.0"), ("80", "::1")])  # noqa: S104
def test_run_honours_port_and_host(port, host):
    wanted = f"--server.port {port} --server.address {host}"
    assert wanted in commands("run", f"PORT={port}", f"HOST={host}")


def test_test_finds_a_browser_and_runs_every_test():
    assert "browser_setup.py" in commands("test")
    assert "tests/suite.py" in commands("test")
    served, others = halves()
    assert [f"--ignore={file}" for file in served] == others
    assert {"tests/test_browser.py", "tests/test_dashboard_site.py"} <= set(served)


@pytest.mark.parametrize("target", ["test", "lint"])
def test_what_checks_the_tree_fails_where_it_changes_it(target):
    checked, *lines = commands(target).split("exit 1; }\n")[-1].splitlines()
    for line in (checked, *lines):
        assert line.startswith(".venv/bin/python tests/unchanged.py ") or "browser_setup" in line


def test_check_reads_the_tables_that_are_served():
    assert "-m data check\n" in commands("check-data").replace(" \n", "\n")
    asked = commands("check-data", "RECORD_FOLDER=other tables")
    assert '-m data check "other tables"\n' in asked


def test_lint_looks_at_every_room():
    (line,) = [line for line in commands("lint").splitlines() if "mypy" in line]
    assert line.endswith("mypy geo data dashboard")


def test_continuous_integration_calls_lint_and_test():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["make lint", "make test"]


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_says_why(file):
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "-r")):
            continue
        requirement, _, reason = line.partition("#")
        assert "==" in requirement, line
        assert reason.strip(), line


def test_an_environment_that_lost_its_python_is_named_in_a_sentence(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").write_text("")
    binaries = tmp_path / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "pip").touch()
    (binaries / "python").symlink_to("/nowhere/python")
    (tmp_path / ".venv" / "run.stamp").touch()
    done = subprocess.run(
        ["make", "run"], cwd=tmp_path, env=plain(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    said = "The environment in .venv is broken: remove that folder, and run this again."
    assert done.stdout.splitlines() == [said]


def test_what_an_environment_lost_is_found_and_installed_again(tmp_path, monkeypatch, capsys):
    path = ROOT / ".ci" / "environment.py"
    environment = runpy.run_path(str(path))
    asked = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: asked.append(command))
    assert environment["mend"](ROOT / "requirements-dev.txt") == 0
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("pytest==0.1\nno-such-package==1.0 # why\n")
    assert environment["mend"](wanted) == 1
    assert {"pytest==0.1", "no-such-package==1.0"} < set(asked[0])
    assert "no-such-package is not installed" in capsys.readouterr().err
    (tmp_path / "there.py").touch()
    assert environment["_lost"]("there.py,,\ngone/__init__.py,,\n", tmp_path) == "gone/__init__.py"
    assert environment["_lost"]("there.py,,\nthere/deeper/x.py,,\n", tmp_path) is None
