"""A day as a sentence gives it."""

from dataclasses import dataclass

UNKNOWN_YEAR = "????"
"""Stands in a day whose year neither the text nor its day of publication gives."""


@dataclass(frozen=True, slots=True)
class DayMention:
    """
    A day as a sentence gives it: the Korean day `date`, `YYYY-MM` or `YYYY`.

    `date` is None where it cannot be known.

    `basis` is `stated`, `weekday` or `relative`; `offset` is set for "two days after", which counts
    from what stands beside it; `is_vague` for "last week".
    """

    start: int
    end: int
    date: str | None
    basis: str
    offset: int | None = None
    is_vague: bool = False
