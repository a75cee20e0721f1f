"""A view in a title and a sentence or two, as a card shows it."""

from dashboard.claims.authorities import by_authority
from dashboard.selection.selection import FACETS
from dashboard.selection.view import View
from dashboard.words.claims import QUANTITY_WORDS, attributed, day_words
from dashboard.words.say import Words
from dashboard.words.summary import summary
from data.model import Launch

MOST_STATED = 3
"""Statements of one quantity that a card has room for."""


def title_of(view: View, opened: Launch | None = None) -> str:
    """Title of a view: the launch it is about, or the days."""
    if opened:
        return f"{opened.missile.name}, {day_words(opened.date)}: who stated what"
    if view.selection.period == view.library.vocabulary.period:
        return Words().say("title")
    days = dict.fromkeys(day_words(day.isoformat()) for day in view.selection.period)
    return f"{Words().say('title')}, {' to '.join(days)}"


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
