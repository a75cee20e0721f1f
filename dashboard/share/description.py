"""A view in a title and a sentence or two, as a card shows it."""

from dashboard.authorities import by_authority
from dashboard.selection import FACETS
from dashboard.share.export.head import TITLE
from dashboard.share.view import View, vocabulary
from dashboard.summary import summary
from dashboard.wording import QUANTITY_WORDS, attributed, day_words
from data.model import Launch

MOST_STATED = 3
"""Statements of one quantity that a card has room for."""


def title_of(view: View, opened: Launch | None = None) -> str:
    """Title of a view: the launch it is about, or the days."""
    if opened:
        return f"{opened.missile.name}, {day_words(opened.date)}: who stated what"
    if view.selection.period == vocabulary().period:
        return TITLE
    days = dict.fromkeys(day_words(day.isoformat()) for day in view.selection.period)
    return f"{TITLE}, {' to '.join(days)}"


def described(view: View, opened: Launch | None = None) -> str:
    """Sentences on what a view shows: the filters and the count, or who stated what."""
    if opened:
        return _launch_described(opened)
    filters = [
        f"{name}: {', '.join(values)}"
        for name in (*FACETS, "reach")
        if (values := getattr(view.selection, name))
    ]
    return ". ".join((*filters, summary(view.atlas, view.launches))) + "."


def _launch_described(launch: Launch) -> str:
    site = launch.site.name_en if launch.site else "an unknown site"
    sentences = [f"From {site}, outcome {launch.outcome}, {launch.status}"]
    for quantity in ("range_km", "apogee_km"):
        claims = by_authority(claim for claim in launch.claims if claim.quantity == quantity)
        if stated := list(dict.fromkeys(attributed(claim, launch.count) for claim in claims)):
            more = ", …" if len(stated) > MOST_STATED else ""
            sentences.append(f"{QUANTITY_WORDS[quantity]} {', '.join(stated[:MOST_STATED])}{more}")
    return ". ".join(sentences) + "."
