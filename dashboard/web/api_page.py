"""The page that teaches the HTTP interface."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.export.events import EVENT_FORMATS
from dashboard.export.formats import FORMATS
from dashboard.selection.filters import FILTERS
from dashboard.served import served
from dashboard.web.small_page import small_page
from dashboard.words.say import Words

JANUARY = "period=2022-01-01&period=2022-01-31&type=SRBM"
EXAMPLES = {
    "map": f"geojson?{JANUARY}",
    "table": "csv",
    "japan": "kml?reach=overflew-japan&figures=japan",
    "wonsan": "json?site=wonsan-area&outcome=failure",
}
"""Addresses that the page shows, by the key of what each is good for."""


def api_page(words: Words, address: str | None) -> Markup:
    """Page on the interface to the served record, at the address that its reader uses."""
    record = served().library.record
    return small_page(
        "web/api.html",
        words,
        title=words.say("api.title", title=words.say("title")),
        record=record,
        formats=FORMATS,
        event_formats=EVENT_FORMATS,
        parameters=_parameters(words),
        examples=EXAMPLES,
        address=f"{address or ''}/api/launches.",
        january=JANUARY,
    )


def _parameters(words: Words) -> list[tuple[str, str, Sequence[str]]]:
    """Name of each parameter, what it selects, and its values."""
    return [(name, words.say(f"choose.about.{name}"), _values(name)) for name in FILTERS]


def _values(name: str) -> Sequence[str]:
    row = FILTERS[name]
    return served().library.vocabulary.options(name) if row.listed else row.example
