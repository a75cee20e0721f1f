"""How commands end: with a file, or with what is wrong with what they were asked for."""

import sys
from pathlib import Path

from dashboard.commands.terminal import terminal_words
from dashboard.selection.view import QueryError, View
from dashboard.words.filters import refusal_words

STDOUT = "-"


def refuse(error: QueryError) -> int:
    """Say every part that cannot be read, and what is allowed; returns the exit status."""
    words = terminal_words()
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
    words = terminal_words()
    launches = words.say("count.launches", n=len(view.launches))
    sys.stderr.write(f"{out}: {launches}, {words.say('count.bytes', n=len(content))}\n")
    return 0
