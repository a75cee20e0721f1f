"""The words of quantities: their names, and figures with their units."""

import math
from collections.abc import Iterator
from pathlib import Path

from dashboard.words.say import Words
from data.quantities import QUANTITIES


def quantity_words(words: Words, quantity: str) -> str:
    """
    Name of a quantity, as it heads a column or a line.

    Examples
    --------
    >>> quantity_words(Words("en"), "flight_time_s")
    'Flight time'
    """
    return words.say(f"quantity.{quantity}")


def unit_words(words: Words, unit: str | None, figure: str) -> str:
    """
    Figure with its unit, on the side of it where the language has it; alone where it has none.

    Examples
    --------
    >>> unit_words(Words("en"), "km", "4,500"), unit_words(Words("en"), "deg", "75")
    ('4,500 km', '75°')
    """
    return figure if unit is None else words.say(f"unit.{unit}", figure=figure)


def qualified(words: Words, qualifier: str, figure: str) -> str:
    """Figure as firm as it was stated: `about 700 km`."""
    return words.say(f"qualifier.{qualifier}", figure=figure)


def span_words(words: Words, low: float, high: float) -> str:
    """Number, or the two that something lies between: `350–400`."""
    if low == high:
        return words.number(low)
    return words.say("claim.span", low=words.number(low), high=words.number(high))


def no_finer(value: float, doubt: float) -> float:
    """
    Number without the digits that its doubt leaves open.

    From a doubt of 1 on it has no decimals, from 100 on it is in tens, and so on.

    Examples
    --------
    >>> no_finer(66.74, 4.79), no_finer(59.546, 2.98), no_finer(0.1524, 0.05), no_finer(12.0, 0.0)
    (67.0, 60.0, 0.15, 12.0)
    """
    if doubt <= 0:
        return value
    power = math.floor(math.log10(doubt))
    # Two digits of a doubt are kept where both stand before the decimal point.
    decimals = -power if power < 0 else min(0, 1 - power)
    return round(value, decimals)


def _needed() -> Iterator[str]:
    """Keys of every message that the table of quantities asks for."""
    for row in QUANTITIES.values():
        yield f"quantity.{row.name}"
        yield from (f"unit.{unit}" for unit in (row.unit, *row.units) if unit)


def _check_words() -> None:
    """Refuse to start without the words of a quantity: a page would die of it at some launch."""
    for catalogue in sorted(Path(__file__).parent.glob("*.json")):
        words = Words(catalogue.stem)
        for key in _needed():
            if not words.has(key):
                message = f"dashboard/words/{catalogue.name}: no {key}"
                raise ValueError(f"{message} - expected words for data/quantities.py")


_check_words()
