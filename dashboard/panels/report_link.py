"""The way to the view "Add from a report" and back: its link, and a button on each side."""

import streamlit as st

from dashboard.panels.report_work import close_work
from dashboard.words.say import Words

_PARAMETER, _REPORT = "page", "report"
"""What opens the view in a link: `?page=report`."""


def is_report() -> bool:
    """Whether the link asks for the view."""
    return st.query_params.get(_PARAMETER) == _REPORT


def offer_report(words: Words) -> None:
    """Show the button that leads from the map to the view."""
    st.button(
        words.say("report.open"),
        key="report_open",
        icon=":material/note_add:",
        type="tertiary",
        on_click=_open,
    )


def offer_map(words: Words) -> None:
    """Show the button that leads back to what was selected on the map."""
    st.button(words.say("report.back"), icon=":material/map:", key="report_back", on_click=_back)


def _open() -> None:
    st.query_params[_PARAMETER] = _REPORT


def _back() -> None:
    close_work()
    del st.query_params[_PARAMETER]
