"""The copy of a review that the page itself keeps, for a server that was started anew.

Nothing of it is stored: it is sent with the page, and comes back once where the session is another.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Any

import streamlit as st

from dashboard.panels.report_work import Work
from dashboard.reports.acceptance import Origin
from dashboard.reports.draft import EDITED, LAUNCH_EDITED, NEW_LAUNCH, Draft, Row
from data.model import AUTHORITIES, OUTCOMES, QUALIFIERS, Record
from data.quantities import QUANTITIES
from data.reading.rows import Document

_SESSION = "report_session"
_MOST_LETTERS = 400
"""The longest cell that a reviewer can write."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A review as it came back: the report, and the cells of its tables."""

    text: str
    published: dt.date | None
    origin: Origin
    version: int
    claims: tuple[Row, ...]
    launches: tuple[Row, ...]

    def decided(self, draft: Draft, record: Record) -> Draft:
        """Draft with what was decided on it; as it was read, where that is no longer of it."""
        number = len(draft.launches)
        fits = (
            len(self.claims) == len(draft.claims)
            and len(self.launches) == number
            and all(_fits(row, _claim_cells(number)) for row in self.claims)
            and all(_fits(row, _launch_cells(record)) for row in self.launches)
        )
        return replace(draft, claims=self.claims, launches=self.launches) if fits else draft


def session_name() -> str:
    """Name of the session, which a server that was started anew does not know."""
    name: str = st.session_state.setdefault(_SESSION, token_hex(8))
    return name


def written(current: Work, draft: Draft) -> dict[str, object]:
    """Copy of a review for the page, and whether anything was decided that would be lost."""
    document = current.origin.document
    return {
        "text": current.text,
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url,
        "title": current.origin.title,
        "source": current.origin.source_id,
        "version": current.version,
        "claims": [{name: row[name] for name in EDITED} for row in draft.claims],
        "launches": [{name: row[name] for name in LAUNCH_EDITED} for row in draft.launches],
        "decided": draft != current.first,
    }


def read_copy(told: object, record: Record) -> Copy | None:
    """Read what a page sends back; None where it is no copy."""
    if not isinstance(told, Mapping) or not isinstance(text := told.get("text"), str):
        return None
    publisher, url, title, source, day = (
        value if isinstance(value := told.get(name), str) and value else None
        for name in ("publisher", "url", "title", "source", "published")
    )
    try:
        published = dt.date.fromisoformat(day) if day else None
    except ValueError:
        return None
    version = told.get("version")
    document = Document(publisher, url, published.isoformat() if published else None)
    return Copy(
        text.encode("utf-8", "replace").decode("utf-8"),
        published,
        Origin(document, title, source if source in record.sources else None),
        version + 1 if isinstance(version, int) and version >= 0 else 1,
        _rows(told.get("claims")),
        _rows(told.get("launches")),
    )


def _rows(told: object) -> tuple[Row, ...]:
    listed: Sequence[object] = told if isinstance(told, list) else ()
    return tuple(dict(row) for row in listed if isinstance(row, Mapping))


def _fits(row: Row, cells: Mapping[str, Callable[[Any], bool]]) -> bool:
    return row.keys() == cells.keys() and all(cells[name](row[name]) for name in cells)


def _one_of(values: Collection[object], *, empty: bool = False) -> Callable[[Any], bool]:
    return lambda cell: (empty and cell is None) or (isinstance(cell, str) and cell in values)


def _is_text(cell: Any) -> bool:  # noqa: ANN401
    return cell is None or (isinstance(cell, str) and len(cell) <= _MOST_LETTERS)


def _is_number(cell: Any) -> bool:  # noqa: ANN401
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def _claim_cells(launches: int) -> dict[str, Callable[[Any], bool]]:
    return {
        "accepted": lambda cell: isinstance(cell, bool),
        "launch": lambda cell: type(cell) is int and 1 <= cell <= launches,
        "authority": _one_of(AUTHORITIES),
        "quantity": _one_of(QUANTITIES),
        "qualifier": _one_of(QUALIFIERS),
        **dict.fromkeys(("low", "high"), _is_number),
        **dict.fromkeys(("unit", "value", "missiles"), _is_text),
    }


def _launch_cells(record: Record) -> dict[str, Callable[[Any], bool]]:
    return {
        "record": _one_of({NEW_LAUNCH, *(launch.id for launch in record.launches)}),
        "site_id": _one_of(record.sites, empty=True),
        "missile_id": _one_of(record.missiles, empty=True),
        "outcome": _one_of(OUTCOMES),
        **dict.fromkeys(("date", "note"), _is_text),
    }
