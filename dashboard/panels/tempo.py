"""The tempo of the launches selected: how close they lie, and how long nothing flew."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.html import render
from dashboard.launch.association import association_html
from dashboard.launch.tempo import tempo_html
from dashboard.selection.comparison import before
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.tempo.windows import LENGTHS
from dashboard.web.compare import presets_html
from dashboard.words.say import Words
from data.model import Launch

_LENGTH = "tempo_length"
"""Key of the choice of a window, which Streamlit forgets while another tab is open."""


def show_tempo(
    words: Words, launches: Sequence[Launch], selection: Selection, library: Library
) -> None:
    """Show windows of a length, curves, calendar, hours, silence, events, and comparisons."""
    vocabulary = library.vocabulary
    length = st.session_state[_LENGTH] = int(selection.window)
    # What is chosen is heard before the page runs, and so stands in the selection by now.
    st.segmented_control(
        words.say("tempo.length"),
        LENGTHS,
        required=True,
        format_func=lambda days: words.say("tempo.days", n=days),
        key=_LENGTH,
        on_change=_keep,
    )

    def link(launch: Launch) -> str:
        return "?" + urlencode(selection.changed(open=launch.id).query(vocabulary.period))

    st.html(tempo_html(words, launches, selection.period, link, [length]))
    st.html(association_html(words, library.associations))
    chosen = selection.changed(open=None, moment=None, lang=words.lang).query(vocabulary.period)
    kept = [(name, value) for name, value in chosen if name != "period"]
    own = before(selection.period, vocabulary)
    links = presets_html(words, library, kept, own, "_blank")
    st.html(render("page/compare.html", words, links=links))


def _keep() -> None:
    """Have the session, and with it the link, hold the length that was chosen."""
    st.session_state.window = str(st.session_state[_LENGTH])
