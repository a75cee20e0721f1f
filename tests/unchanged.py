"""
`python tests/unchanged.py command ...`: run a command, and fail if it changed the tree.

The files are compared before and after, so that changes of one's own count for nothing; what
`.gitignore` leaves out may change. It works in a copy without git as well.
"""

import fnmatch
import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def left_out(path: str, patterns: list[str]) -> bool:
    """Whether a path of the tree is one that is not kept: as a whole or by its last part."""
    name = path.rpartition("/")[2]
    return name == ".git" or any(
        fnmatch.fnmatch(path if "/" in pattern.rstrip("/") else name, pattern.strip("/"))
        for pattern in patterns
    )


def contents(root: Path = ROOT) -> dict[str, str]:
    """Digest of every file of the tree that is kept."""
    lines = (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    found: dict[str, str] = {}
    folders = [root]
    while folders:
        for path in folders.pop().iterdir():
            place = path.relative_to(root).as_posix()
            if left_out(place, patterns):
                continue
            if path.is_dir() and not path.is_symlink():
                folders.append(path)
            elif path.is_file():
                found[place] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Files that appeared, went or differ, each with what became of it."""
    words = {True: "removed", False: "changed"}
    return [
        f"{place}: {'new' if place not in before else words[place not in after]}"
        for place in sorted(before | after)
        if before.get(place) != after.get(place)
    ]


def main(command: list[str]) -> int:
    """Run a command in the tree; its own failure, or 1 where it left the tree changed."""
    before = contents()
    code = subprocess.run(command, check=False, cwd=ROOT).returncode
    found = changes(before, contents())
    for change in found:
        sys.stderr.write(f"{change} by: {' '.join(command)}\n")
    return code or bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
