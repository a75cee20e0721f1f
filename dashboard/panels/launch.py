"""The panel of one launch, and the choice among several at one place."""

from collections.abc import Sequence

import streamlit as st

from dashboard.flights.atlas import Atlas
from dashboard.launch.sections import launch_html
from dashboard.panels.altitude import show_altitude
from dashboard.words.dates import day_words
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from data.model import Launch


def show_launch(words: Words, atlas: Atlas, opened: Launch, selected: Sequence[Launch]) -> None:
    """Show the panel of one launch, with a choice of others at the place that was clicked."""
    st.button("✕ Close", on_click=close_launch)
    if opened not in selected:
        st.caption("Not among the launches that the filters select.")
    ids = st.session_state.get("nearby", ())
    nearby = [launch for launch in selected if launch.id in ids]
    if len(nearby) > 1 and opened.id in ids:
        _choose_nearby(words, nearby[::-1], opened)
    st.html(f"<div class='panel'>{launch_html(words, atlas, opened)}</div>")
    show_altitude(words, atlas, opened, on_map=opened in selected)


def close_launch() -> None:
    """Close the panel."""
    st.query_params.pop("launch", None)
    st.session_state.pop("nearby", None)


def _choose_nearby(words: Words, nearby: Sequence[Launch], opened: Launch) -> None:
    with st.expander(f"{len(nearby)} launches at this place"):
        for other in nearby:
            st.button(
                f"{day_words(words, other.date)} · {plain(other.missile.name)}",
                key=f"nearby-{other.id}",
                disabled=other is opened,
                on_click=_open,
                args=(other.id,),
                type="tertiary",
            )


def _open(launch_id: str) -> None:
    st.query_params["launch"] = launch_id
