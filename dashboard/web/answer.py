"""An answer over HTTP that is made once and sent often: packed, tagged, and not sent twice."""

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.responses import Response

from dashboard.selection.selection import Refusal

FRESH = "public, max-age=300"
"""A new record reaches every reader within five minutes."""
ANYONE = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """The responses to one request, ready to be sent: as it is, packed, or with nothing in it."""

    plain: Response
    packed: Response
    plain_unchanged: Response
    packed_unchanged: Response

    @property
    def size(self) -> int:
        """Bytes it takes to keep it."""
        return len(self.plain.body) + len(self.packed.body)

    def to(self, headers: Headers) -> Response:
        """Response to a request with these headers."""
        packed = accepts_gzip(headers.get("accept-encoding", ""))
        response = self.packed if packed else self.plain
        known = headers.get("if-none-match")
        if known is not None and names(known, response.headers["etag"]):
            response = self.packed_unchanged if packed else self.plain_unchanged
        # Those who pass a response on add to its headers: each request has a list of its own.
        sent = copy(response)
        sent.raw_headers = list(response.raw_headers)
        return sent


def answer(
    content: bytes, media_type: str, name: str | None = None, *, packs: bool = True
) -> Answer:
    """
    Make the answer of a file.

    Parameters
    ----------
    content
        What is in it.
    media_type
        Its type, with the character set where there is one.
    name
        Name under which a browser saves it.
    packs
        Whether it gets smaller by packing; an image, say, does not.
    """
    digest = hashlib.sha256(content).hexdigest()[:32]
    headers = ANYONE | {"Cache-Control": FRESH, "Vary": "Accept-Encoding"}
    if name:
        headers["Content-Disposition"] = f'inline; filename="{name}"'
    # A strong tag names bytes: what is packed has its own.
    plain = headers | {"ETag": f'"{digest}"'}
    packed = headers | {"ETag": f'"{digest}-gzip"', "Content-Encoding": "gzip"}
    whole, unchanged = _sent(content, media_type, plain), Response(status_code=304, headers=plain)
    if not packs:
        return Answer(whole, whole, unchanged, unchanged)
    return Answer(
        whole,
        _sent(gzip.compress(content, _LEVEL, mtime=0), media_type, packed),
        unchanged,
        Response(status_code=304, headers=packed),
    )


def refused(
    status: int, problems: Sequence[Refusal], headers: Mapping[str, str] = MappingProxyType({})
) -> Response:
    """Response that names each part of a request that is wrong, and what is allowed."""
    errors = [{"parameter": one.parameter, "message": str(one)} for one in problems]
    content = json.dumps({"errors": errors}, ensure_ascii=False).encode()
    all_headers = ANYONE | {"Cache-Control": "no-store"} | dict(headers)
    return Response(content, status, all_headers, media_type="application/json")


def accepts_gzip(accepted: str) -> bool:
    """
    Whether an Accept-Encoding header takes gzip.

    Examples
    --------
    >>> accepts_gzip("br, gzip;q=0.5"), accepts_gzip("gzip;q=0, br")
    (True, False)
    """
    for part in accepted.split(","):
        name, _, weight = part.strip().partition(";")
        if name.strip().casefold() == "gzip":
            value = weight.strip().casefold().removeprefix("q=")
            return not value or value.strip("0.") != ""
    return False


def names(known: str, tag: str) -> bool:
    """
    Whether an If-None-Match header names a tag.

    Examples
    --------
    >>> names('"a", W/"b"', '"b"'), names('"a"', '"b"'), names("*", '"b"')
    (True, False, True)
    """
    return known.strip() == "*" or tag in {
        part.strip().removeprefix("W/") for part in known.split(",")
    }


def _sent(content: bytes, media_type: str, headers: dict[str, str]) -> Response:
    # Said as a header, it is not changed: text has its character set, binary files have none.
    return Response(content, headers=headers | {"Content-Type": media_type})
