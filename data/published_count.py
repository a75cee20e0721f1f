"""How many launches and missiles others count, by their own rules."""

from dataclasses import dataclass

from data.korean_day import day_span


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """
    What somebody counted from the `first` to the `last` day, month or year.

    `occasions` are launches as they count them; either figure is None where it is not published.
    """

    who: str
    first: str
    last: str
    occasions: int | None
    missiles: int | None
    qualifier: str
    source_id: str
    locator: str | None

    @property
    def year(self) -> int | None:
        """Year that it is of, or None where it is of several."""
        first, last = day_span(self.first), day_span(self.last)
        if not first or not last or first[0].year != last[1].year:
            return None
        return first[0].year
