"""The map on the page: what it is told, and what it tells of clicks and of the screen."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit_folium import st_folium

from dashboard.flights.atlas import Atlas
from dashboard.launch.altitude import flat_ring
from dashboard.map.layer import base_map, selected_layer
from dashboard.map.payload import Payload
from dashboard.panels.altitude import ring_is_wanted
from dashboard.panels.launch import open_launch
from dashboard.panels.strip import hear_choice, heard
from dashboard.picture.scene.extent import read_extent
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.say import Words
from data.model import Launch

MAP_HEIGHT_PX = 620
SCREEN_VIEW = "screen_view"
"""Where the session keeps what was last on screen, as an extent of a picture."""


def show_map(  # noqa: PLR0913 - what the page has chosen, each for one thing on the map
    words: Words,
    atlas: Atlas,
    sent: Payload,
    selection: Selection,
    launches: Sequence[Launch],
    *,
    vocabulary: Vocabulary,
    opened: Launch | None,
    online: bool,
    follow: bool,
) -> None:
    """
    Show the launches selected on the map.

    Parameters
    ----------
    words
        Words of the reader's language.
    atlas
        Whoever's figures are drawn.
    sent
        Payload of the record.
    selection
        What the reader has chosen.
    launches
        The launches selected.
    vocabulary
        What a link may say of the record.
    opened
        Launch whose panel is open.
    online
        Whether the reader wants the online tile layer.
    follow
        Whether the map has to tell what is on screen.
    """
    # Each change of a filter sends this, so what is not wanted is left out.
    wanted: dict[str, object] = {}
    if opened and ring_is_wanted():
        wanted["ring"] = flat_ring(words, atlas, opened)
    if follow:
        wanted["follow"] = True
    # The map tells by this number which of the reader's choices the page has taken over.
    wanted["heard"] = heard()
    ids = {launch.id for launch in launches}
    at_any_time = selection.at_any_time(vocabulary.period)
    within = {each.id for each in at_any_time.pick(vocabulary.launches, vocabulary.reaches)}
    # In another language it is another map: a script of the first would be in its way.
    key = f"map-{words.lang}"
    st_folium(
        base_map(words, sent),
        key=key,
        height=MAP_HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=selected_layer(
            words, sent, ids, selection, within=within, online=online, more=wanted
        ),
        on_change=lambda: _hear_map(key, vocabulary),
    )


def _hear_map(key: str, vocabulary: Vocabulary) -> None:
    """
    Take what the map tells.

    It tells of a launch that was clicked, which is opened; several below the pointer become a
    choice. It tells of a period, types, a moment and kinds of events that are chosen there. While
    the picture is to show what is on screen, it tells of that.
    """
    told = st.session_state.get(key)
    if not isinstance(told, Mapping):
        return
    hear_choice(told, vocabulary)
    view = told.get("view")
    if isinstance(view, str) and read_extent(view):
        st.session_state[SCREEN_VIEW] = view
    clicked = told.get("launches")
    listed = clicked if isinstance(clicked, list) else []
    ids = [launch_id for launch_id in listed if isinstance(launch_id, str)]
    if ids:
        open_launch(ids[0], nearby=ids)
