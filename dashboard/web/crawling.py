"""What nobody links to and everybody asks for: leave to read, the list of pages, the icon."""

from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.bundles import content
from dashboard.html import render
from dashboard.selection.query import Refusal
from dashboard.served import Served
from dashboard.web.answer import answer_of, answered, refused
from dashboard.web.query import Asked
from dashboard.web.queue import QUICK
from dashboard.words.say import Words

PAGES = ("api", "quality", "counts", "codebook", "changes")
"""Pages beside the dashboard that are one text each."""


async def robots(request: Request) -> Response:
    """Leave to read everything but the inner workings, and where the list of pages is."""
    return await answered(request, _robots, QUICK)


async def sitemap(request: Request) -> Response:
    """Pages with an address of their own, where it is known what that is."""
    return await answered(request, _sitemap, QUICK)


async def icon(request: Request) -> Response:
    """Sign of the dashboard among the tabs of a browser."""
    return await answered(request, _icon, QUICK)


def robots_text(address: str | None) -> bytes:
    """Content of robots.txt, with where the list of pages is, if that is known."""
    lines = ["User-agent: *", "Disallow: /_stcore/"]
    if address:
        lines.append(f"Sitemap: {address}/sitemap.xml")
    return "\n".join([*lines, ""]).encode()


def _robots(_here: Served, asked: Asked) -> Answer:
    return answer_of(robots_text(asked.address), "text/plain; charset=utf-8")


def _sitemap(here: Served, asked: Asked) -> Answer | Response:
    # A list of wrong addresses is worse than none.
    if asked.address is None:
        return refused(404, [Refusal.of("address", "address")])
    record = here.library.record
    paths = ("", *PAGES, *(f"launch/{launch.id}" for launch in record.launches))
    listed = render(
        "site/sitemap.xml", Words(), address=asked.address, paths=paths, day=record.version
    )
    return answer_of(listed.encode(), "application/xml")


def _icon(_here: Served, _asked: Asked) -> Answer:
    return answer_of(content("page/favicon.ico"), "image/x-icon", packs=False)
