"""What stands below the map: launches, tempo, disagreements, altitudes; only what is open."""

from collections.abc import Sequence

import streamlit as st

from dashboard.answers import JsonFile
from dashboard.flights.atlas import Atlas
from dashboard.map.payload import Payload
from dashboard.panels.disagreements import show_disagreements
from dashboard.panels.table import show_table
from dashboard.panels.tempo import show_tempo
from dashboard.panels.view3d import show_3d
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.words.say import Words
from data.model import Launch


def show_below(  # noqa: PLR0913, PLR0917 - what the page has chosen, for four tabs
    words: Words,
    atlas: Atlas,
    file: JsonFile,
    sent: Payload,
    selection: Selection,
    library: Library,
    launches: Sequence[Launch],
) -> None:
    """Show the tabs below the map, of which only the open one is worked out."""
    if not launches:
        return
    names = [
        words.say(f"below.{name}") for name in ("launches", "tempo", "disagreements", "heights")
    ]
    rows, tempo, against, heights = st.tabs(names, key="below", on_change="rerun")
    with rows:
        if rows.open:
            show_table(file, sent, selection, launches)
    with tempo:
        if tempo.open:
            show_tempo(words, launches, selection, library)
    with against:
        if against.open:
            show_disagreements(words, atlas, launches, selection, library.vocabulary)
    with heights:
        if heights.open:
            show_3d(words, atlas, launches)
