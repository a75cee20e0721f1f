"""Rows of `sources.csv`, `launches.csv` and `claims.csv` for what was read out of a report."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from data import cells
from data.korean_day import korean_date
from data.model import CLASSED_KINDS
from data.reading.names import RecordNames
from data.reading.proposal import ClaimProposal, LaunchProposal, Reading
from data.reading.reader import UNKNOWN_DAY
from data.schema import CLAIMS, LAUNCHES, SOURCES, Schema

UNIDENTIFIED = {
    "CRBM": "crbm-unidentified",
    "SRBM": "srbm-unidentified",
    "MRBM": "mrbm-unidentified",
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
        return "\n".join(_csv(schema, rows) for schema, rows in tables)


def rows(reading: Reading, document: Document, names: RecordNames) -> Rows:
    """
    Make the rows that a reading adds to the record.

    A launch that the record has is given claims only; one that it may have twice over says so in
    its note. A launch without a day, or without a claim, has no row.
    """
    source = _source(document, names)
    taken = {row["id"] for row in names.launches}
    launches: list[dict[str, str]] = []
    claims: list[dict[str, str]] = []
    for launch in reading.launches:
        has_day = launch.date is not None and launch.date[0].isdigit()
        if not has_day or not launch.claims or (launch.background and not launch.matches):
            continue
        if len(launch.matches) == 1:
            id_ = launch.matches[0]
        elif launch.background:
            continue
        else:
            id_ = _free_id(launch.date or "", taken)
            taken.add(id_)
            launches.append(_launch_row(launch, id_))
        known = next((row["count"] for row in names.launches if row["id"] == id_), None)
        said = int(launches[-1]["count"]) if launches and launches[-1]["count"] else None
        most = known if len(launch.matches) == 1 else said
        claims += [row for c in launch.claims if (row := _claim_row(c, id_, source["id"], most))]
    return Rows([source] if claims else [], launches, _unlike(claims))


def _source(document: Document, names: RecordNames) -> dict[str, str]:
    host = urlsplit(document.url or "").hostname or ""
    base = _slug(document.publisher or "") or _slug(host.removeprefix("www.")) or "report"
    stem = "-".join(part for part in (base, document.published) if part)
    id_, number = stem, 1
    while id_ in names.source_ids:
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
    times = sorted(t for c in launch.claims if (t := _utc(c, launch.date)))
    perhaps = ", ".join(launch.matches)
    return {
        "id": id_,
        "date": launch.date or "",
        "time_utc": times[0] if times else "",
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


def _utc(claim: ClaimProposal, date: str | None) -> str | None:
    """Time of a launch in UTC, if it falls on the day of the launch in Korea."""
    if claim.quantity != "launch_time" or not claim.value or UNKNOWN_DAY in claim.value:
        return None
    moment = dt.datetime.fromisoformat(claim.value)
    on_day = korean_date(moment).isoformat() == date
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}" if on_day else None


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


def _csv(schema: Schema, found: list[dict[str, str]]) -> str:
    return "".join(_lines(schema, found))


def _lines(schema: Schema, found: list[dict[str, str]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.DictWriter(out, schema.header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    yield out.getvalue()
