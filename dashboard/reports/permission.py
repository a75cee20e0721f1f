"""Whether a page may write into the tables: only where the operator says so, on this machine."""

from collections.abc import Mapping

from dashboard.selection.address import is_own_machine

SWITCH = "RECORD_WRITABLE"
"""Variable of the environment by which an operator allows it, with the value 1."""
_FORWARDED = {"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"}
_FORWARDED_SO = "x-forwarded"
"""What a server in between adds, or begins to add: then the reader is somewhere else."""


def may_write(
    environment: Mapping[str, str], bound_to: str | None, headers: Mapping[str, str]
) -> bool:
    """
    Whether what was accepted may be written into the tables.

    Parameters
    ----------
    environment
        Variables of the environment.
    bound_to
        Address that the server listens on; None for all.
    headers
        Headers of the request that opened the page.

    Examples
    --------
    >>> may_write({"RECORD_WRITABLE": "1"}, "127.0.0.1", {"Host": "localhost:8501"})
    True
    >>> may_write({"RECORD_WRITABLE": "1"}, "0.0.0.0", {"Host": "localhost:8501"})
    False
    """
    if environment.get(SWITCH) != "1" or environment.get("PUBLIC_ADDRESS"):
        return False
    told = {name.casefold(): value for name, value in headers.items()}
    if any(name in _FORWARDED or name.startswith(_FORWARDED_SO) for name in told):
        return False
    host = told.get("host", "")
    is_here = bound_to is not None and _is_local(bound_to)
    return is_here and is_own_machine(f"http://{host}") and not host.startswith("0.")


def _is_local(address: str) -> bool:
    return address in {"localhost", "::1"} or address.startswith("127.")
