"""A selection in words: what stands below a picture of it."""

from collections.abc import Sequence

from dashboard.flights.atlas import Atlas
from dashboard.flights.plan import BEST
from dashboard.selection.selection import LISTS, Selection
from dashboard.words.claims import day_words
from dashboard.words.summary import summary
from data.model import Launch

_NAMED_VALUES = 3
"""Values of a filter that are named; more are only counted."""


def selection_words(selection: Selection) -> str:
    """
    Period and filters of a selection.

    Examples
    --------
    >>> import datetime as dt
    >>> january = (dt.date(2022, 1, 1), dt.date(2022, 1, 31))
    >>> selection_words(Selection(january, type=("SRBM", "IRBM")))
    '1 Jan 2022 to 31 Jan 2022, type SRBM or IRBM'
    """
    first, last = (day_words(day.isoformat()) for day in selection.period)
    words = [first if first == last else f"{first} to {last}"]
    for name in LISTS:
        if values := getattr(selection, name):
            many = len(values) > _NAMED_VALUES
            words.append(
                f"{name} one of {len(values)}" if many else f"{name} {' or '.join(values)}"
            )
    if selection.figures != BEST:
        words.append(f"figures: {selection.figures}")
    return ", ".join(words)


def caption(atlas: Atlas, launches: Sequence[Launch], selection: Selection) -> str:
    """Sentence that says what is selected, and how much of it is shown."""
    return (
        f"North Korean missile launches, {selection_words(selection)}: {summary(atlas, launches)}."
    )
