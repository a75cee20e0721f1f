"""Who led North Korea, and which government South Korea had, on which days."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leadership:
    """
    A leader of North Korea or a president's government of South Korea, as `office` says.

    `last_day` is None for who is in office. A day on which one follows another is in both rows; it
    counts as a day of the one who follows.
    """

    id: str
    office: str
    name_en: str
    name_ko: str
    name_ja: str
    first_day: dt.date
    last_day: dt.date | None
    source_id: str
