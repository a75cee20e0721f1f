"""How commands end: with a file, or with what is wrong with what they were asked for."""

import sys
from pathlib import Path

from dashboard.commands.terminal import terminal_words
from dashboard.picture.order import FILM
from dashboard.selection.view import QueryError
from dashboard.words.filters import refusal_words
from data.whole_file import write_whole

STDOUT = "-"


def refuse(error: QueryError) -> int:
    """Say every part that cannot be read, and what is allowed; returns the exit status."""
    words = terminal_words()
    told = "".join(
        # What is said of a film is said of no option.
        f"{'' if problem.parameter == FILM else '--'}{refusal_words(words, problem)}\n"
        for problem in error.problems
    )
    sys.stderr.write(told)
    return 2


def write_out(out: str, content: bytes, number: int) -> int:
    """
    Write a file of a number of launches, or to standard output, and say what was written.

    Returns
    -------
    status
        Exit status: 0, or 1 where the file cannot be written.
    """
    if out == STDOUT:
        sys.stdout.buffer.write(content)
        return 0
    try:
        _put(Path(out).resolve(), content)
    except OSError as error:
        sys.stderr.write(f"{out}: {error.strerror}\n")
        return 1
    words = terminal_words()
    counts = words.say("count.launches", n=number), words.say("count.bytes", n=len(content))
    sys.stderr.write(f"{out}: {words.joined(counts)}\n")
    return 0


def _put(path: Path, content: bytes) -> None:
    """Write a file whole; into a pipe or a device there is only one way."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
    else:
        write_whole(path, content)
