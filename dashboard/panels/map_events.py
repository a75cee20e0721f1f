"""What the map tells the page: which launches were clicked, and what is on screen."""

import streamlit as st

from dashboard.picture.scene.extent import read_extent

SCREEN_VIEW = "screen_view"
"""Where the session keeps what was last on screen, as an extent of a picture."""


def hear_map(map_key: str) -> None:
    """
    Take what the map tells.

    It tells of a launch that was clicked, which is opened; several below the pointer become a
    choice. While the picture is to show what is on screen, it tells of that.
    """
    told = st.session_state.get(map_key) or {}
    view = told.get("view")
    if isinstance(view, str) and read_extent(view):
        st.session_state[SCREEN_VIEW] = view
    ids = [launch_id for launch_id in told.get("launches") or [] if isinstance(launch_id, str)]
    if ids:
        st.query_params["launch"] = ids[0]
        st.session_state.nearby = ids
