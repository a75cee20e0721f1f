"""What holds of every answer: who may read, frame and pack it, and what strangers are not told."""

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.selection.address import is_own_machine
from dashboard.web.doors import ACCEPTED, ASSETS_PART, is_streamlit
from dashboard.web.policies import COMPONENT

_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_ANY_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Length, Content-Range, Accept-Ranges, "
    "Content-Disposition, Content-Encoding, Retry-After",
}
"""Any page may read our files from a script, with what is said of them."""
_ALLOWED = "GET, HEAD, OPTIONS"
_PREFLIGHT = {
    **_ANY_ORIGIN,
    "Access-Control-Allow-Methods": _ALLOWED,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Cache-Control, Content-Type, "
    "If-Match, If-Modified-Since, If-None-Match, If-Range, Pragma, Range, X-Requested-With",
    "Access-Control-Max-Age": "86400",
    "Allow": _ALLOWED,
    "Vary": "Access-Control-Request-Headers, Access-Control-Request-Method",
}
_METRICS = "/_stcore/metrics"
_COMPONENTS = "/component/"


class Guard:
    """Stands before all that answers, below the path prefix of the server."""

    def __init__(self, app: ASGIApp, prefix: str = "") -> None:
        self.app = app
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what nobody else has to see, and add to other answers what holds of all."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not path.startswith(f"{self.prefix}/"):
            await self.app(scope, receive, send)
            return
        path = path.removeprefix(self.prefix)
        ours = not is_streamlit(path)
        if ours and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_EVERYWHERE | _PREFLIGHT)(scope, receive, send)
        elif path.rstrip("/") == _METRICS and not _is_here(scope):
            await Response(status_code=404, headers=_EVERYWHERE)(scope, receive, send)
        else:
            # Our answers are packed already, or are not to be; assets leave it to the server.
            packed = ours and not path.startswith(f"/{ASSETS_PART}/")
            asked = _unpacked(scope) if packed else scope
            await self.app(asked, receive, _adding(send, path, ours=ours))


def _adding(send: Send, path: str, *, ours: bool) -> Send:
    more = _EVERYWHERE | (_ANY_ORIGIN if ours and path != "/" else {})

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in more.items():
                headers.setdefault(name, value)
            if varies := headers.get("vary"):
                # The layer that packs says again what we have said.
                headers["Vary"] = ", ".join(dict.fromkeys(varies.split(", ")))
            if path.startswith(_COMPONENTS) and "html" in headers.get("content-type", ""):
                headers["Content-Security-Policy"] = COMPONENT
        await send(message)

    return sending


def _unpacked(scope: Scope) -> Scope:
    """Request that says where only we read it which encodings it accepts."""
    accepted = Headers(scope=scope).get("accept-encoding", "")
    headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": headers, "state": {**scope.get("state", {}), ACCEPTED: accepted}}


def _is_here(scope: Scope) -> bool:
    """Whether who asks is on this machine and says so: a proxy on it passes strangers on."""
    headers = Headers(scope=scope)
    try:
        near = ip_address((scope.get("client") or ("", 0))[0]).is_loopback
    except ValueError:
        return False
    proxied = any("forwarded" in name for name in headers)
    return near and not proxied and is_own_machine(f"//{headers.get('host', '')}")
