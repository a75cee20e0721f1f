"""Whether the server is ready: it has a record to show. That it lives says Streamlit's own."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dashboard.served import newer_errors, served_already
from dashboard.web.answer import REFUSED
from dashboard.web.queue import RETRY_S


class Health(msgspec.Struct):
    """What a server that is ready shows; nothing of who reads it."""

    version: str
    covers_to: str
    launches: int
    errors_in_newer_tables: int


async def ready(_request: Request) -> Response:
    """Status 200 with what is shown, or 503 while there is nothing to show."""
    headers = {"Cache-Control": REFUSED}
    here = served_already()
    if here is None:
        return Response(status_code=503, headers=headers | {"Retry-After": str(RETRY_S)})
    record, errors = here.library.record, newer_errors()
    health = Health(
        record.version,
        record.covers_to,
        len(record.launches),
        len(errors.problems) if errors else 0,
    )
    return Response(msgspec.json.encode(health), headers=headers, media_type="application/json")
