"""Mend what is missing of what is pinned: `python .ci/environment.py requirements.txt`."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_MORE = re.compile(r"^-r (\S+)", re.MULTILINE)


def pins(file: Path) -> dict[str, str]:
    """Version of each package that a file of requirements names, and those that it includes."""
    text = file.read_text(encoding="utf-8")
    found = dict(_PIN.findall(text))
    for other in _MORE.findall(text):
        found |= pins(file.with_name(other))
    return found


def missing(file: Path) -> Iterator[tuple[str, str]]:
    """What of it is not there as it is pinned, or has lost its modules, and what is wrong."""
    for name, version in pins(file).items():
        pin = f"{name}=={version}"
        try:
            there = distribution(name)
        except PackageNotFoundError:
            yield pin, f"{name} is not installed"
            continue
        if there.version != version:
            yield pin, f"{name} is {there.version} and not {version}"
        elif lost := _lost(there.read_text("RECORD") or "", Path(str(there.locate_file("")))):
            yield pin, f"{name} has lost {lost}"


def _lost(listed: str, folder: Path) -> str | None:
    """First module of a package that its list names and that is not there."""
    names = re.findall(r"^([^/,\n]+(?:/__init__)?\.py),", listed, re.MULTILINE)
    return next((name for name in names if not (folder / name).exists()), None)


def mend(file: Path) -> int:
    """Install what is missing, and say so. Returns an exit status: 1 where it is missing still."""
    wrong = dict(missing(file))
    if not wrong:
        return 0
    for what in wrong.values():
        sys.stderr.write(f".venv: {what}; it is installed again\n")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for more in (["--force-reinstall", "--no-deps", *wrong], ["-r", str(file)]):
        subprocess.run([*pip, *more], check=False)
    return int(any(missing(file)))


if __name__ == "__main__":
    sys.exit(mend(Path(sys.argv[1])))
