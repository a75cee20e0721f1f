"""The panel of one launch, and the choice among several at one place."""

from collections.abc import Sequence

import streamlit as st

from dashboard.flights.atlas import Atlas
from dashboard.launch.sections import launch_html
from dashboard.panels.altitude import show_altitude
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from data.model import Launch

_OPEN = "open"
"""Where the session keeps the launch whose panel is open; the link follows it."""
_NEARBY = "nearby"
"""Where the session keeps the launches at the place that was clicked."""


def show_launch(words: Words, atlas: Atlas, opened: Launch, selected: Sequence[Launch]) -> None:
    """Show the panel of one launch, with a choice of others at the place that was clicked."""
    st.button(words.say("map.close"), on_click=close_launch)
    if opened not in selected:
        st.caption(words.say("map.not_selected"))
    ids = st.session_state.get(_NEARBY, ())
    nearby = [launch for launch in selected if launch.id in ids]
    if len(nearby) > 1 and opened.id in ids:
        _choose_nearby(words, nearby[::-1], opened, ids)
    st.html(f"<div class='panel'>{launch_html(words, atlas, opened)}</div>")
    show_altitude(words, atlas, opened, on_map=opened in selected)


def opened_launch() -> str | None:
    """Id of the launch whose panel is open."""
    opened: str | None = st.session_state.get(_OPEN)
    return opened


def open_launch(launch_id: str, nearby: Sequence[str] = ()) -> None:
    """Open the panel of a launch, beside others at the same place where there are some."""
    st.session_state[_OPEN] = launch_id
    st.session_state[_NEARBY] = nearby


def close_launch() -> None:
    """Close the panel."""
    st.session_state.pop(_OPEN, None)
    st.session_state.pop(_NEARBY, None)


def _choose_nearby(
    words: Words, nearby: Sequence[Launch], opened: Launch, ids: Sequence[str]
) -> None:
    with st.expander(words.say("map.nearby", n=len(nearby))):
        for other in nearby:
            day, missile = day_words(words, other.date), plain(missile_words(words, other.missile))
            st.button(
                words.say("map.nearby_launch", day=day, missile=missile),
                key=f"nearby-{other.id}",
                disabled=other is opened,
                on_click=open_launch,
                args=(other.id, ids),
                type="tertiary",
            )
