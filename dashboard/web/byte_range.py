"""A part of a file, as RFC 9110 (section 14) has clients ask for it."""

import re
from collections.abc import Mapping

from starlette.responses import Response

_RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,15})-(?P<last>[0-9]{0,15})")
"""One range; whoever asks for several gets the whole, as the standard allows."""


def part_of(content: bytes, asked: str, headers: Mapping[str, str]) -> Response | None:
    """
    Response with the part that a Range header asks for; None where it asks for none.

    Parameters
    ----------
    content
        The whole.
    asked
        The header.
    headers
        Those of the whole.
    """
    found = _RANGE.fullmatch(asked.strip())
    if not found or found["first"] == found["last"] == "":
        return None
    length = len(content)
    if found["first"] == "":
        # The last bytes, where tables of Parquet have their index.
        first, last = max(0, length - int(found["last"])), length - 1
    else:
        first, last = int(found["first"]), min(int(found["last"] or length), length - 1)
        if found["last"] and int(found["last"]) < first:
            return None
    if first > last:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{length}"})
    span = {"Content-Range": f"bytes {first}-{last}/{length}"}
    return Response(content[first : last + 1], 206, {**headers, **span})
