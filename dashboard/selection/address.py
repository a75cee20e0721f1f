"""Where readers reach the dashboard: as they asked for it, never an address that was made up."""

import os
import re
from urllib.parse import urlsplit

_LONGEST = 255
_ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
    r"(?:/[A-Za-z0-9._~%-]+)*"
)
"""Scheme, host, port and path: no user, no query, nothing that could end a header or a tag."""
_OWN_MACHINE = re.compile(r"localhost|127(?:\.[0-9]+){3}|::1|0\.0\.0\.0|.*\.localhost")


def public_address() -> str | None:
    """Where readers reach the dashboard by `PUBLIC_ADDRESS`, without a slash at its end."""
    return (os.environ.get("PUBLIC_ADDRESS") or "").rstrip("/") or None


def static_address() -> str | None:
    """Where the static site is by `STATIC_ADDRESS`, without a slash at its end."""
    return checked_address(os.environ.get("STATIC_ADDRESS"))


def checked_address(text: str | None) -> str | None:
    """
    Address as it may be handed out, without a slash at its end; None where it is no plain one.

    Examples
    --------
    >>> checked_address("https://launches.example/map/"), checked_address("http://[::1]:8600")
    ('https://launches.example/map', 'http://[::1]:8600')
    >>> checked_address("https://a.example/?x=1"), checked_address("https://me@a.example")
    (None, None)
    """
    address = (text or "").rstrip("/")
    return address if len(address) <= _LONGEST and _ADDRESS.fullmatch(address) else None


def is_own_machine(address: str) -> bool:
    """
    Whether an address means whichever machine it is opened on, and so nothing to anybody else.

    Examples
    --------
    >>> is_own_machine("http://localhost:8600"), is_own_machine("https://launches.example/map")
    (True, False)
    """
    return bool(_OWN_MACHINE.fullmatch(urlsplit(address).hostname or ""))
