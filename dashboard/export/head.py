"""What every file says of itself: of which view it is, of which record, and whom to credit."""

from typing import Any

from dashboard.selection.filters import FILTERS
from dashboard.selection.view import View
from dashboard.words.say import Words


def record_values(view: View) -> dict[str, Any]:
    """Version of the record, and the last day it was read up to."""
    record = view.atlas.record
    return {"version": record.version, "covers_to": record.covers_to}


def head(view: View) -> dict[str, Any]:
    """Title, link, record, selection, credit and what is derived."""
    selection = view.selection
    words = Words(selection.lang)
    said = {
        name: selection.chosen(name) if row.form == "many" else getattr(selection, name)
        for name, row in FILTERS.items()
    }
    return {
        "title": words.say("title"),
        "link": view.link,
        "record": record_values(view),
        "selection": said | {"period": [day.isoformat() for day in selection.period]},
        "credit": words.say("file.credit"),
        "note": words.say("file.note"),
    }
