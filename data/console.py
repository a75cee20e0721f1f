"""The end of a command: a console without some letter, and a reader that has gone away."""

import io
import os
import sys
from collections.abc import Callable, Sequence


def run_command(main: Callable[[Sequence[str]], int]) -> int:
    """
    Run a command on the arguments of the process.

    Returns
    -------
    status
        What the command returns; 1 where what reads its output closed it, as `head` does.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that cannot show a character shows its code, rather than ending the command.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left unwritten would be tried again, and complained of, at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status
