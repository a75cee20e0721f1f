"""Content-Security-Policies: what each kind of page of ours may load, run and be framed by."""

from collections.abc import Sequence
from urllib.parse import urlsplit

TILES_HOST = "https://tile.openstreetmap.org"
"""The one foreign host, of the online tile layer, for a reader who switches it on."""
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
_MAP = "default-src 'none'; base-uri 'self'; form-action 'none'"
"""A map makes pictures of itself, for which addresses are read as seen from its style sheets."""
SMALL = f"{_NOTHING}; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'"
"""Our small pages: nothing is loaded, no script runs, and no page of others frames them."""
COMPARING = SMALL.replace("form-action 'none'", "form-action 'self'; img-src 'self'")
"""Page that shows a picture of ours and asks for another one."""
FRAME = (
    f"{_MAP}; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "img-src 'self' data: blob:; connect-src 'self'"
)
"""The map in a frame: everything comes from this server; any page may hold it."""
DRAWING = f"{_NOTHING}; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""A picture as SVG, which brings its letters along; any page may hold it."""
COMPONENT = (
    f"{_MAP}; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    f"img-src 'self' data: blob: {TILES_HOST}; connect-src 'self'; frame-ancestors 'self'"
)
"""The map of the page, in a frame of Streamlit's: streamlit-folium writes scripts into its page and
evaluates texts that it is sent, so neither a hash nor a nonce can name them."""


def page_policy(address: str | None, hashes: Sequence[str]) -> str:
    """
    Policy of the page itself.

    Streamlit writes style elements and attributes as it goes, and its components of the second
    kind are modules made of a text (`blob:`); both have to be let through.

    Parameters
    ----------
    address
        Where its reader reaches it: older Safari does not take the web socket for the same host.
    hashes
        Of the scripts that stand in the page.
    """
    scripts = " ".join(f"'{each}'" for each in hashes)
    host = urlsplit(address or "").netloc
    sockets = f" ws://{host} wss://{host}" if host else ""
    return (
        f"{_NOTHING}; script-src 'self' blob: 'wasm-unsafe-eval' {scripts}; "
        "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; "
        f"media-src 'self' blob:; connect-src 'self' blob: data:{sockets}; "
        "worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; frame-ancestors 'self'"
    )
