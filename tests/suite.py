"""Run the whole suite as two processes at once: what drives a browser or a server, and the rest."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SERVED = (
    "browser*",
    "dashboard_server",
    "dashboard_card",
    "dashboard_languages",
    "dashboard_site",
    "picture_fonts",
    "quality",
)
"""Test files of the first half, which mostly waits for others; the second mostly reckons."""
AGAIN = ("--reruns", "1", "-rR")
"""A busy machine can keep any one of a thousand waits from ending: what passes only when it is
tried again is named at the end, what is broken fails twice."""


def halves() -> tuple[list[str], list[str]]:
    """Arguments of pytest for each half: the files of the first, and that the second leaves out."""
    files = sorted(
        str(path.relative_to(ROOT))
        for name in SERVED
        for path in (ROOT / "tests").glob(f"test_{name}.py")
    )
    return files, [f"--ignore={file}" for file in files]


def main() -> int:
    """Run both; the output of the first follows that of the second. Returns an exit status."""
    pytest = [sys.executable, "-m", "pytest"]
    first, second = halves()
    served, others = [*pytest, *first, *AGAIN], [*pytest, *second]
    with (
        tempfile.TemporaryFile() as output,
        subprocess.Popen(served, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT) as beside,
    ):
        status = subprocess.call(others, cwd=ROOT)
        beside.wait()
        output.seek(0)
        sys.stdout.flush()
        sys.stdout.buffer.write(output.read())
        sys.stdout.flush()
    return max(status, beside.returncode)


if __name__ == "__main__":
    sys.exit(main())
