"""What happened around the launches, and who took part."""

import datetime as dt
from dataclasses import dataclass

EVENT_KINDS = (
    "party meeting",
    "parade",
    "holiday",
    "election",
    "inauguration",
    "summit",
    "diplomacy",
    "security council",
    "sanctions",
    "exercise",
    "nuclear test",
    "satellite",
    "other",
)
"""Kinds of events around the launches."""
EVENT_PARTIES = (
    *("North Korea", "South Korea", "United States", "Japan", "China", "Russia"),
    "United Nations",
)
"""Who takes part in an event; others are named in its sentence alone."""
PARTIES_EXPECTED = f"different ones of {', '.join(EVENT_PARTIES)}, separated by ;"


@dataclass(frozen=True, slots=True)
class Event:
    """
    What happened around the launches: a congress, an exercise, a resolution.

    `start` and `end` are days, `end` None where it took one day: those of the place where it
    happened. `text_en`, `text_ko` and `text_ja` are one sentence of our own; `phrase` is the exact
    wording of the source. `named_in` is a report on launches that names it, `named_as` how. Nothing
    is said of what it has to do with any launch.
    """

    id: str
    start: str
    end: str | None
    kind: str
    parties: tuple[str, ...]
    text_en: str
    text_ko: str | None
    text_ja: str | None
    phrase: str | None
    source_id: str
    locator: str | None
    named_in: str | None = None
    named_as: str | None = None

    @property
    def first_day(self) -> dt.date:
        """Its first day."""
        return dt.date.fromisoformat(self.start)

    @property
    def last_day(self) -> dt.date:
        """Its last day, which is the first where it took one day."""
        return dt.date.fromisoformat(self.end or self.start)
