"""The name of a file that is made of a view: it says what is in it."""

import calendar
import datetime as dt
from collections.abc import Iterator

from dashboard.selection.filters import LISTS
from dashboard.selection.selection import Period
from dashboard.selection.view import View

_MOST_VALUES = 3
"""Values of filters that a name says; of more it says how many there are."""


def file_name(view: View, ending: str, *own: str) -> str:
    """
    Name of a file of a view, such as `nk-launches_2022-01_ICBM_slide_en.png`.

    `own` are its particulars, such as size and language.
    """
    return "_".join(("nk-launches", *_parts(view), *own)) + f".{ending}"


def _parts(view: View) -> Iterator[str]:
    selection = view.selection
    if selection.launch:
        yield selection.launch
        return
    yield "all" if selection.period == view.library.vocabulary.period else _days(selection.period)
    values = [value for name in LISTS for value in selection.chosen(name)]
    if len(values) > _MOST_VALUES:
        yield f"{len(values)}-values"
    else:
        yield from values
    yield from selection.chosen("figures")


def _days(period: Period) -> str:
    """Days of a period: a year or a month as such, a single day once."""
    first, last = period
    if (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
        return f"{first.year:04}"
    if (first, last.day) == (
        dt.date(last.year, last.month, 1),
        calendar.monthrange(last.year, last.month)[1],
    ):
        return f"{first:%Y-%m}"
    return str(first) if first == last else f"{first}_{last}"
