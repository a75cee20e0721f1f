"""What the reader chooses on the map: period, types, kinds of events, where playback rests."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.selection.query import read_query
from dashboard.selection.vocabulary import Vocabulary

_HEARD = "strip_heard"
_CHOSEN = ("period", "type", "moment", "events")


def heard() -> int:
    """Number of the last choice that was taken over."""
    number: int = st.session_state.get(_HEARD, 0)
    return number


def hear_choice(told: Mapping[str, object], vocabulary: Vocabulary) -> None:
    """
    Take a choice over, unless it was before: the map tells it until it is heard.

    It comes from a browser, and is read as strictly as a link.
    """
    number = told.get("number")
    if not isinstance(number, int) or number <= heard():
        return
    st.session_state[_HEARD] = number
    given = {name: _texts(told[name]) for name in _CHOSEN if name in told}
    selection, _ = read_query(given, vocabulary)
    if "period" in given:
        st.session_state.period = selection.period
    if "type" in given:
        st.session_state["type"] = list(selection.type)
    if "moment" in given:
        st.session_state.moment = selection.moment
    if "events" in given:
        st.session_state.events = list(selection.events)


def _texts(values: object) -> Sequence[str]:
    listed = values if isinstance(values, list) else [values]
    return [value for value in listed if isinstance(value, str)]
