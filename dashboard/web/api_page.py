"""The page that teaches the HTTP interface."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.export.formats import FORMATS
from dashboard.flights.plan import WHOSE
from dashboard.html import render
from dashboard.look import LOOK
from dashboard.selection.selection import LISTS, PARAMETERS, SEAS
from dashboard.selection.view import public_address
from dashboard.served import served
from dashboard.web.openapi import ABOUT
from dashboard.words.say import Words

JANUARY = "period=2022-01-01&period=2022-01-31&type=SRBM"
EXAMPLES = {
    "map": f"geojson?{JANUARY}",
    "table": "csv",
    "japan": "kml?reach=overflew+Japan&figures=japan",
    "wonsan": "json?site=wonsan-area&outcome=failure",
}
"""Addresses that the page shows, by the key of what each is good for."""


def api_page() -> Markup:
    """Page on the interface to the served record."""
    record, words = served().library.record, Words()
    return render(
        "web/api.html",
        words,
        title=words.say("api.title", title=words.say("title")),
        record=record,
        formats=FORMATS,
        parameters=_parameters(),
        examples=EXAMPLES,
        address=f"{public_address()}/api/launches.",
        january=JANUARY,
        look=LOOK,
    )


def _parameters() -> list[tuple[str, str, Sequence[str]]]:
    """Name of each parameter, what it selects, and its values."""
    return [(name, ABOUT[name], _values(name)) for name in PARAMETERS]


def _values(name: str) -> Sequence[str]:
    if name == "period":
        return ("2022-01-31",)
    if name == "launch":
        return ("2022-01-05-1",)
    one_of = {"figures": WHOSE, "sea": SEAS}
    return served().library.vocabulary.options(name) if name in LISTS else one_of[name]
