"""From what was accepted of a draft to rows of the tables."""

import datetime as dt
from dataclasses import dataclass, replace

from dashboard.reports.draft import Draft, accepted
from data.model import Claim, Record
from data.problem import Problem
from data.reading.names import RecordNames
from data.reading.proposal import Reading
from data.reading.rows import Document, Rows, rows

_FIGURES = ("low", "high")
_Said = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The report as a source: what is told of it, and its id where the record has it already."""

    document: Document
    title: str | None = None
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """
    Rows of what was accepted.

    `doubled` of the claims accepted stand in the record already, word for word; `rowless` have no
    row, for want of a day.
    """

    rows: Rows
    problems: tuple[Problem, ...]
    doubled: int
    rowless: int


def accept(
    draft: Draft, origin: Origin, names: RecordNames, record: Record, today: dt.date
) -> Acceptance:
    """Make the rows of what was accepted; a source that the record has is used again."""
    reading, problems = accepted(draft)
    number = sum(len(launch.claims) for launch in reading.launches)
    made = rows(reading, origin.document, names)
    known = source_of(origin, record)
    sources = [
        row | {"title": origin.title or row["title"], "accessed": today.isoformat()}
        for row in made.sources
    ]
    claims = made.claims
    if known:
        sources, claims = [], [row | {"source_id": known} for row in claims]
    recorded = {_said(claim) for launch in record.launches for claim in launch.claims}
    fresh = [row for row in claims if _said_in(row) not in recorded]
    kept = replace(made, sources=sources if fresh else [], claims=fresh)
    for row, note in zip(kept.launches, _notes(draft, reading), strict=True):
        row["note"] = note or row["note"]
    return Acceptance(kept, tuple(problems), len(claims) - len(fresh), max(0, number - len(claims)))


def _notes(draft: Draft, reading: Reading) -> list[str]:
    """Notes that a reviewer has written on new launches, in the order in which they get rows."""
    written = [
        (row["note"] or "").strip()
        for number, row in enumerate(draft.launches, start=1)
        if any(claim["accepted"] and claim["launch"] == number for claim in draft.claims)
    ]
    return [
        note
        for note, launch in zip(written, reading.launches, strict=True)
        if not launch.matches and launch.date and launch.date[0].isdigit()
    ]


def source_of(origin: Origin, record: Record) -> str | None:
    """Id of the report where the record has it among its sources: by itself, or by its address."""
    url = origin.document.url
    return origin.source_id or next(
        (one.id for one in record.sources.values() if url and one.url == url), None
    )


def _said(claim: Claim) -> _Said:
    """What two rows must share to be the same one."""
    numbers = ";".join(map(str, claim.missiles))
    stated = (claim.low, claim.high, claim.unit or "", claim.value or "", claim.qualifier)
    head = (claim.launch_id, numbers, claim.authority, claim.quantity)
    return (*head, *stated, claim.phrase or "", claim.source.id)


def _said_in(row: dict[str, str]) -> _Said:
    head = tuple(row[name] for name in ("launch_id", "missiles", "authority", "quantity"))
    bounds = tuple(float(row[name]) if row[name] else None for name in _FIGURES)
    rest = tuple(row[name] for name in ("unit", "value", "qualifier", "phrase", "source_id"))
    return (*head, *bounds, *rest)
