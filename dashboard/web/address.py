"""The address that a request was sent to, as far as it can be believed."""

from ipaddress import ip_address

from starlette.requests import Request

from dashboard.selection.address import checked_address, public_address


def address_of(request: Request) -> str | None:
    """
    Where whoever asks reaches the dashboard; `PUBLIC_ADDRESS` if set, None where it is no address.

    The scheme is that of the connection or, behind a proxy that uvicorn trusts, the forwarded one;
    a forwarded host is believed under the same condition.
    """
    if known := public_address():
        return known
    host = request.headers.get("host", "")
    if _is_proxied(request):
        host = request.headers.get("x-forwarded-host", host).partition(",")[0].strip()
    if "/" in host:
        return None
    prefix: str = request.scope.get("state", {}).get("prefix", "")
    return checked_address(f"{request.url.scheme}://{host}{prefix}")


def _is_proxied(request: Request) -> bool:
    """Whether the request came through a proxy on this machine, or one that uvicorn trusts."""
    if request.client is None:
        return False
    # Of a trusted proxy uvicorn names the client behind it, whose port nobody knows.
    if request.client.port == 0:
        return True
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
