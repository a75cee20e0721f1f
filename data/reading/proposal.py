"""What is proposed for the record: launches with their claims, and what was left out and why."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ClaimProposal:
    """
    A statement of one authority, as in `claims.csv`; `start` and `end` are where the text has it.

    `phrase` is the wording around it, at most as long as a citation may be.
    """

    authority: str
    quantity: str
    low: float | None
    high: float | None
    unit: str | None
    qualifier: str
    value: str | None
    missiles: tuple[int, ...]
    phrase: str
    start: int
    end: int


@dataclass(slots=True)
class LaunchProposal:
    """
    A launch that the text speaks of; `background` where it is only recalled beside the news.

    `date` is the Korean day, `YYYY-MM` or `YYYY` where no more is said; `date_basis` says how the
    text gives it; `matches` are the launches of the record that it may be.
    """

    date: str | None
    date_basis: str
    background: bool
    site_id: str | None = None
    missile_id: str | None = None
    range_class: str | None = None
    kind: str | None = None
    outcome: str | None = None
    matches: tuple[str, ...] = ()
    claims: list[ClaimProposal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unused:
    """A figure of the text that is no claim on a flight, and why."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one report."""

    language: str
    published: str | None
    launches: tuple[LaunchProposal, ...]
    unused: tuple[Unused, ...]
