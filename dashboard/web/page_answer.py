"""How our small pages are answered: made in a thread of their own, or with what is wrong."""

from collections.abc import Callable
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dashboard.selection.view import QueryError
from dashboard.web.answer import FRESH
from dashboard.web.html_page import POLICY, html_page
from data.problem import RecordError


async def answered(
    make: Callable[..., Response], *asked: object, refusal: str, onward: str = ""
) -> Response:
    """
    Page that is made away from everybody else's requests.

    Parameters
    ----------
    make, *asked
        What makes it, and of what.
    refusal
        Title of the page that names what cannot be understood.
    onward
        HTML below it.
    """
    try:
        return await run_in_threadpool(make, *asked)
    except QueryError as error:
        listed = "".join(f"<li>{escape(problem)}</li>" for problem in error.problems)
        body = f"<p>A part of this link is not understood:</p><ul>{listed}</ul>{onward}"
        return page_response(html_page(refusal, body), 400)
    except RecordError:
        return page_response(html_page("The record has errors and is not served", ""), 503)


def page_response(content: bytes, status: int = 200, policy: str = POLICY) -> Response:
    """Response that browsers keep for a while if it is no refusal, and that runs nothing alien."""
    headers = {
        "Cache-Control": FRESH if status == 200 else "no-store",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, status, headers, media_type="text/html")
