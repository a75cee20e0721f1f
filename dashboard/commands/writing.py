"""How commands end: with a file, or with what is wrong with what they were asked for."""

import sys
from pathlib import Path

from dashboard.selection.view import QueryError, View
from dashboard.words.filters import refusal_words
from dashboard.words.say import Words

STDOUT = "-"


def refuse(error: QueryError) -> int:
    """Say every part that cannot be read, and what is allowed; returns the exit status."""
    words = Words()
    sys.stderr.write("".join(f"--{refusal_words(words, problem)}\n" for problem in error.problems))
    return 2


def write_out(out: str, content: bytes, view: View) -> int:
    """
    Write a file, or to standard output, and say what was written.

    Returns
    -------
    status
        Exit status: 0, or 1 where the file cannot be written.
    """
    if out == STDOUT:
        sys.stdout.buffer.write(content)
        return 0
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        sys.stderr.write(f"{out}: {error.strerror}\n")
        return 1
    sys.stderr.write(f"{out}: {len(view.launches)} launches, {len(content):,} bytes\n")
    return 0
