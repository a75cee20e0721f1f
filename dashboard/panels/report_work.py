"""The review that a reader is at, as the session keeps it; nothing of it is kept elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from data.model import Record

if TYPE_CHECKING:
    # What reads a report is loaded with the first one.
    from dashboard.reports.acceptance import Origin
    from dashboard.reports.draft import Draft
    from data.reading.names import RecordNames

_KEY = "report_work"
NOTE = "report_note"
"""Where the session keeps what writing came to."""
CHECKED = "report_checked"
"""Where the session keeps the tables that were checked last, with what the check came to."""
TEXT = "report_text"
"""Where the session keeps the text that is to be read."""


@dataclass(frozen=True)
class Work:
    """
    A report under review.

    `order` is that of the rows of the table, by place in the text; `version` numbers the tables,
    which begin anew where all of their rows are changed at once; `record` is what the draft was
    compared with; `first` is the draft before anything was decided.
    """

    text: str
    draft: "Draft"
    origin: "Origin"
    names: "RecordNames"
    record: Record
    order: Sequence[int]
    first: "Draft"
    version: int = 0

    @property
    def claims_key(self) -> str:
        """Key of the table of claims."""
        return f"report_claims_{self.version}"

    @property
    def launches_key(self) -> str:
        """Key of the table of launches."""
        return f"report_launches_{self.version}"


def work() -> Work | None:
    """Review that the reader is at."""
    current: Work | None = st.session_state.get(_KEY)
    return current


def set_work(current: Work) -> None:
    """Begin a review, or go on with it as it is now."""
    st.session_state[_KEY] = current
    st.session_state.pop(NOTE, None)


def close_work() -> None:
    """End the review; nothing of its text is kept."""
    st.session_state.pop(_KEY, None)
    st.session_state.pop(CHECKED, None)
    st.session_state.pop(NOTE, None)
