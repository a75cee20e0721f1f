"""Sockets and files of the process: answers leave at once, and there are files for readers."""

import os
import socket
from contextlib import suppress
from pathlib import Path

WANTED_FILES = 65_536
"""Files the process may have open, if the machine allows it: a reader takes about four."""
_OPEN = Path("/dev/fd")


def send_at_once() -> int:
    """
    Have answers sent without waiting for the one before to be confirmed.

    Streamlit makes its listening socket without naming the protocol, so asyncio does not see that
    it is TCP; each later request on a connection then waits 41 ms. Accepted sockets inherit the
    option from the one that listens.

    Returns
    -------
    sockets
        How many sockets of this process listen.
    """
    listening = 0
    for entry in tuple(_OPEN.iterdir()) if _OPEN.is_dir() else ():
        # The folder's own entry, and whatever is no socket.
        with suppress(OSError), socket.socket(fileno=os.dup(int(entry.name))) as each:
            if each.family not in {socket.AF_INET, socket.AF_INET6}:
                continue
            if each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                listening += 1
    return listening


def allow_files() -> int:
    """
    Raise the limit of open files as far as the machine lets us, at most to `WANTED_FILES`.

    Returns
    -------
    files
        The limit now.
    """
    import resource  # noqa: PLC0415 - no such thing on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = WANTED_FILES if hard == resource.RLIM_INFINITY else min(WANTED_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            return most
    return soft
