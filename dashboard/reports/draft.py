"""A report under review: what was read, what a reviewer made of it, and what is unsure about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.reports.comparison import (
    DIFFERS,
    NEW,
    Comparison,
    as_claim,
    compare,
    excludes,
    readable,
)
from data import cells
from data.korean_day import day_span
from data.model import Claim, Launch, Record, Source
from data.problem import Problem
from data.quantities import QUANTITIES
from data.reading.attribution import UNNAMED
from data.reading.names import RecordNames
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading
from data.reading.rows import UNIDENTIFIED

NEW_LAUNCH = "new"
"""Stands for a launch that the record does not have."""
MEMBERS = ("accepted", "launch", "authority", "quantity", "qualifier", "low", "high", "unit")
EDITED = (*MEMBERS, "value", "missiles")
"""Columns of a claim that a reviewer may change."""
LAUNCH_EDITED = ("record", "date", "site_id", "missile_id", "outcome", "note")
"""Columns of a launch that a reviewer may change."""
UNREAD = Source("", None, "", None, None, None, None, ())
"""Stands for the report among sources, until it is one."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """
    A reading with the decisions on it, each launch and each claim a row.

    Claims are in the order in which the text has them, and numbered so; `claims` and `launches`
    hold what is in the columns now, `read` and `told` what was read. A claim's `launch` is the
    number of its launch, from 1.
    """

    reading: Reading
    told: tuple[LaunchProposal, ...]
    read: tuple[ClaimProposal, ...]
    launches: tuple[Row, ...]
    claims: tuple[Row, ...]

    def edited(
        self, launches: Mapping[int, Row], claims: Mapping[int, Row], order: Sequence[int]
    ) -> "Draft":
        """Draft with what was changed in the tables, where claims have an order of their own."""
        new_launches = [row | launches.get(place, {}) for place, row in enumerate(self.launches)]
        new_claims = list(self.claims)
        for place, changes in claims.items():
            if place < len(order):
                new_claims[order[place]] = new_claims[order[place]] | changes
        return replace(self, launches=tuple(new_launches), claims=tuple(new_claims))

    def decided(self, *, accepted: bool) -> "Draft":
        """Draft of which every claim is accepted, or none."""
        return replace(self, claims=tuple(row | {"accepted": accepted} for row in self.claims))


@dataclass(frozen=True, slots=True)
class Review:
    """A claim of a draft beside the record: how it compares, and why it may be wrong."""

    number: int
    claim: ClaimProposal
    launch: LaunchProposal
    launch_number: int
    record_id: str
    comparison: Comparison
    doubts: tuple[str, ...]


def make_draft(reading: Reading, names: RecordNames, launches: Mapping[str, Launch]) -> Draft:
    """Draft of a reading, in which what is sure and not yet recorded is accepted."""
    found = sorted(
        (
            (claim, number)
            for number, launch in enumerate(reading.launches, start=1)
            for claim in launch.claims
        ),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    draft = Draft(
        reading,
        reading.launches,
        tuple(claim for claim, _ in found),
        tuple(_launch_row(launch, names) for launch in reading.launches),
        tuple(_claim_row(claim, number) for claim, number in found),
    )
    accepted = [
        not each.doubts and each.comparison.verdict == NEW for each in reviews(draft, launches)
    ]
    rows = zip(draft.claims, accepted, strict=True)
    return replace(draft, claims=tuple(row | {"accepted": is_sure} for row, is_sure in rows))


def _launch_row(launch: LaunchProposal, names: RecordNames) -> Row:
    class_ = UNIDENTIFIED.get(launch.range_class or launch.kind or "")
    return {
        "record": launch.matches[0] if launch.matches else NEW_LAUNCH,
        "date": launch.date or "",
        "site_id": launch.site_id,
        "missile_id": launch.missile_id or (class_ if class_ in names.missile_rows else None),
        "outcome": launch.outcome or "unknown",
        "note": None,
    }


def _claim_row(claim: ClaimProposal, number: int) -> Row:
    return {
        "accepted": False,
        "launch": number,
        "authority": claim.authority,
        "quantity": claim.quantity,
        "qualifier": claim.qualifier,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "value": claim.value,
        "missiles": ";".join(map(str, claim.missiles)) or None,
    }


def proposal(claim: ClaimProposal, row: Row) -> ClaimProposal:
    """Claim with what is in its columns now; missiles that cannot be read are left as they were."""
    is_figure = row["quantity"] in QUANTITIES and QUANTITIES[row["quantity"]].is_figure
    return replace(
        claim,
        authority=row["authority"],
        quantity=row["quantity"],
        qualifier=row["qualifier"],
        low=row["low"] if is_figure else None,
        high=row["high"] if is_figure else None,
        unit=(row["unit"] or None) if is_figure else None,
        value=None if is_figure else (row["value"] or "").strip() or None,
        missiles=cells.salvo_members(row["missiles"] or "") or (),
    )


def reviews(draft: Draft, launches: Mapping[str, Launch]) -> list[Review]:
    """Every claim of a draft beside the launches of the record, in the order of the text."""
    claims = [proposal(claim, row) for claim, row in zip(draft.read, draft.claims, strict=True)]
    found = []
    for number, (claim, row) in enumerate(zip(claims, draft.claims, strict=True), start=1):
        launch, decided = draft.told[row["launch"] - 1], draft.launches[row["launch"] - 1]
        beside = Comparison(NEW, (), frozenset())
        if readable(claim):
            stated = as_claim(claim, decided["record"], UNREAD)
            beside = compare(stated, launches.get(decided["record"]))
        others = [
            other
            for other, its in zip(claims, draft.claims, strict=True)
            if other is not claim and its["launch"] == row["launch"]
        ]
        doubts = tuple(_doubts(claim, launch, decided, beside, others))
        found.append(
            Review(number, claim, launch, row["launch"], decided["record"], beside, doubts)
        )
    return found


def _doubts(
    claim: ClaimProposal,
    launch: LaunchProposal,
    decided: Row,
    beside: Comparison,
    others: Iterable[ClaimProposal],
) -> Iterable[str]:
    """Why a claim is to be looked at first, by the names of the reasons."""
    if not readable(claim):
        yield "unreadable"
    if beside.verdict == DIFFERS:
        yield "differs"
    as_published = launch.date_basis == "published" and decided["date"] == launch.date
    if as_published or day_span(decided["date"] or "") is None:
        yield "day"
    if len(launch.matches) > 1:
        yield "several"
    if launch.background and not launch.matches:
        yield "recalled"
    if claim.authority == UNNAMED and QUANTITIES[claim.quantity].bounds and claim.unit:
        yield "unnamed"
    if any(_rival(claim, other) for other in others):
        yield "twice"


def _rival(claim: ClaimProposal, other: ClaimProposal) -> bool:
    """Whether another claim of the text has the same authority say something else of the same."""
    same = (claim.quantity, claim.authority, claim.missiles)
    if same != (other.quantity, other.authority, other.missiles):
        return False
    if not readable(claim) or not readable(other):
        return False
    return excludes(as_claim(claim, "", UNREAD), as_claim(other, "", UNREAD))


def unread(found: Iterable[Review], record: Record, source_id: str | None) -> list[Claim]:
    """Claims that the record has from the report itself, and that were not read in it."""
    said = {_said(each.record_id, each.claim) for each in found}
    return [
        claim
        for launch in record.launches
        for claim in launch.claims
        if claim.source.id == source_id and _said(launch.id, claim) not in said
    ]


def _said(launch_id: str, claim: Claim | ClaimProposal) -> tuple[object, ...]:
    return (launch_id, claim.quantity, claim.authority, claim.low, claim.value)


def in_order(found: Sequence[Review]) -> list[int]:
    """Places of reviews, the unsure ones first, then the new ones; else as the text has them."""
    rank = {DIFFERS: 0, NEW: 1}
    places = range(len(found))
    return sorted(
        places, key=lambda n: (-len(found[n].doubts), rank.get(found[n].comparison.verdict, 2), n)
    )


def accepted(draft: Draft) -> tuple[Reading, list[Problem]]:
    """Reading of what was accepted, as it stands in the columns, and what is wrong there."""
    kept: list[list[ClaimProposal]] = [[] for _ in draft.launches]
    problems = []
    for number, (claim, row) in enumerate(zip(draft.read, draft.claims, strict=True), start=1):
        if not row["accepted"]:
            continue
        kept[row["launch"] - 1].append(proposal(claim, row))
        text = row["missiles"] or ""
        if text and cells.salvo_members(text) is None:
            problems.append(Problem("claims.csv", number, "missiles", text, "2, 2-3, 1;3"))
    launches = tuple(
        replace(
            launch,
            date=row["date"] or None,
            site_id=row["site_id"] or None,
            missile_id=row["missile_id"] or None,
            outcome=None if row["outcome"] == "unknown" else row["outcome"],
            matches=() if row["record"] == NEW_LAUNCH else (row["record"],),
            background=False,
            claims=claims,
        )
        for launch, row, claims in zip(draft.told, draft.launches, kept, strict=True)
        if claims
    )
    return replace(draft.reading, launches=launches), problems
