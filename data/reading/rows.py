"""Rows of `sources.csv`, `launches.csv` and `claims.csv` for what was read out of a report."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import urlsplit

from data import cells
from data.column import Schema
from data.launch_time import best_known, stated_times, utc_cell
from data.model import CLASSED_KINDS
from data.reading.names import RecordNames
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading
from data.reading.reader import UNKNOWN_DAY
from data.schema import CLAIMS, LAUNCHES, SOURCES

UNIDENTIFIED = {
    "CRBM": "crbm-unidentified",
    "SRBM": "srbm-unidentified",
    "MRBM": "mrbm-unidentified",
    "IRBM": "irbm-unidentified",
    "ICBM": "icbm-unidentified",
    "cruise": "cruise-unidentified",
    "space launch": "slv-unidentified",
    "rocket artillery": "rocket-artillery",
    "air defence": "surface-to-air",
    "ballistic": "ballistic-unidentified",
    "glide": "ballistic-unidentified",
}
"""Rows of `missiles.csv` for a type of which only the class or kind is said."""
_UNKNOWN_TYPE = "short-range-unidentified"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class Document:
    """The report as a source of the record."""

    publisher: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the three tables, each a cell a column."""

    sources: list[dict[str, str]]
    launches: list[dict[str, str]]
    claims: list[dict[str, str]]

    def text(self) -> str:
        """Tables as CSV, each with its header, in the order in which they are to be appended."""
        tables = ((SOURCES, self.sources), (LAUNCHES, self.launches), (CLAIMS, self.claims))
        return "\n".join(csv_text(schema, rows) for schema, rows in tables)


def rows(reading: Reading, document: Document, names: RecordNames) -> Rows:
    """
    Make the rows that a reading adds to the record.

    A launch that the record has is given claims only; one that it may have twice over says so in
    its note. A launch without a day, or without a claim, has no row.
    """
    return rows_of([(reading, document)], names)


def rows_of(readings: Iterable[tuple[Reading, Document]], names: RecordNames) -> Rows:
    """
    Make the rows that several readings add, each a source of its own.

    A launch that an earlier one of them has brought is given claims only, as one of the record is:
    it is of the same day, and no site, missile or class is named that is another.
    """
    found = _Added(names)
    for reading, document in readings:
        found.add(reading, document)
    times = stated_times(found.claims)
    for row in found.launches:
        row["time_utc"] = utc_cell(best_known(times.get(row["id"], ()), row["date"]))
    return Rows(found.sources, found.launches, _unlike(found.claims))


class _Added:
    """Rows of readings, one after the other."""

    def __init__(self, names: RecordNames) -> None:
        self.names = names
        self.taken = {row["id"] for row in names.launches}
        self.counts = {row["id"]: row["count"] for row in names.launches}
        self.brought: list[tuple[LaunchProposal, str]] = []
        self.sources: list[dict[str, str]] = []
        self.launches: list[dict[str, str]] = []
        self.claims: list[dict[str, str]] = []

    def add(self, reading: Reading, document: Document) -> None:
        """Add the rows of one reading."""
        source = _source(document, {*self.names.source_ids, *(row["id"] for row in self.sources)})
        earlier = tuple(self.brought)
        claims = [
            row
            for launch in reading.launches
            if (id_ := self._id(launch, earlier))
            for claim in launch.claims
            if (row := _claim_row(claim, id_, source["id"], self.counts[id_]))
        ]
        self.sources += [source] if claims else []
        self.claims += claims

    def _id(
        self, launch: LaunchProposal, earlier: tuple[tuple[LaunchProposal, str], ...]
    ) -> str | None:
        """Id of a launch: of the record's, of one brought before, or a new one with its row."""
        has_day = launch.date is not None and launch.date[0].isdigit()
        if not has_day or not launch.claims:
            return None
        if len(launch.matches) == 1:
            return launch.matches[0]
        if launch.background:
            return None
        if same := next((id_ for other, id_ in earlier if _is_same(launch, other)), None):
            return same
        id_ = _free_id(launch.date or "", self.taken)
        row = _launch_row(launch, id_)
        self.taken.add(id_)
        self.counts[id_] = int(row["count"]) if row["count"] else None
        self.brought.append((launch, id_))
        self.launches.append(row)
        return id_


def _is_same(launch: LaunchProposal, other: LaunchProposal) -> bool:
    """Whether two reports may speak of one launch."""
    named = (
        (launch.site_id, other.site_id),
        (launch.missile_id, other.missile_id),
        (launch.range_class, other.range_class),
    )
    return launch.date == other.date and all(None in pair or len({*pair}) == 1 for pair in named)


def _source(document: Document, taken: AbstractSet[str]) -> dict[str, str]:
    host = urlsplit(document.url or "").hostname or ""
    base = _slug(document.publisher or "") or _slug(host.removeprefix("www.")) or "report"
    stem = "-".join(part for part in (base, document.published) if part)
    id_, number = stem, 1
    while id_ in taken:
        number += 1
        id_ = f"{stem}-{number}"
    return {
        "id": id_,
        "publisher": document.publisher or "",
        "title": f"Report of {document.published}" if document.published else "Report",
        "url": document.url or "",
        "date": document.published or "",
    }


def _slug(words: str) -> str:
    return _NOT_SLUG.sub("-", words.casefold())[:_LONGEST_SLUG].strip("-")


def _free_id(date: str, taken: set[str]) -> str:
    number = 1
    while f"{date}-{number}" in taken:
        number += 1
    return f"{date}-{number}"


def _launch_row(launch: LaunchProposal, id_: str) -> dict[str, str]:
    counts = [c for c in launch.claims if c.quantity == "count" and c.qualifier == "exact"]
    perhaps = ", ".join(launch.matches)
    return {
        "id": id_,
        "date": launch.date or "",
        "time_utc": "",
        "count": f"{counts[0].low:.0f}" if counts and counts[0].low else "",
        "site_id": launch.site_id or "",
        "missile_id": launch.missile_id or _unidentified(launch),
        "outcome": launch.outcome or "unknown",
        "status": "preliminary",
        "note": f"To be reviewed: may be one of {perhaps}." if perhaps else "",
    }


def _unidentified(launch: LaunchProposal) -> str:
    if launch.range_class in UNIDENTIFIED and launch.kind in CLASSED_KINDS:
        return UNIDENTIFIED[launch.range_class]
    return UNIDENTIFIED.get(launch.kind or "", _UNKNOWN_TYPE)


def _claim_row(
    claim: ClaimProposal, id_: str, source_id: str, most: int | None
) -> dict[str, str] | None:
    if claim.value and UNKNOWN_DAY in claim.value:
        return None
    members = claim.missiles if most is None or max(claim.missiles, default=0) <= most else ()
    return {
        "launch_id": id_,
        "missiles": ";".join(map(str, members)),
        "authority": claim.authority,
        "quantity": claim.quantity,
        "low": _number(claim.low),
        "high": _number(claim.high),
        "unit": claim.unit or "",
        "value": claim.value or "",
        "qualifier": claim.qualifier,
        "phrase": claim.phrase if cells.quotation(claim.phrase) else "",
        "source_id": source_id,
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _unlike(claims: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows without those that say the same of the same launch in the same words."""
    return list({tuple(row.values()): row for row in claims}.values())


def csv_text(schema: Schema, found: Iterable[Mapping[str, str]]) -> str:
    """Rows of a table with its header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, schema.header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue()
