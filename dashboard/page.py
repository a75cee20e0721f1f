"""The page: composes selection, map and panels."""

from collections.abc import Mapping

import streamlit as st
from streamlit_folium import st_folium

from dashboard.flights import Atlas, atlases
from dashboard.map.layer import base_map, selected_layer
from dashboard.map.payload import Payload
from dashboard.map.served import payload
from dashboard.panels.altitude import flat_ring, ring_is_wanted
from dashboard.panels.counting import show_counting_rules
from dashboard.panels.disagreements import show_disagreements
from dashboard.panels.launch import show_launch
from dashboard.panels.layout import MAP_HEIGHT_PX, show_head
from dashboard.panels.map_events import hear_map
from dashboard.panels.share import show_share
from dashboard.panels.sidebar import choose
from dashboard.panels.table import show_table
from dashboard.panels.timeline import show_timeline
from dashboard.panels.view3d import show_3d
from dashboard.plain_text import plain, plural
from dashboard.plans import BEST
from dashboard.selection import Vocabulary
from dashboard.share.caption import caption
from dashboard.summary import summary
from data.problem import RecordError

TITLE = "North Korean missile launches"
MAP_KEY = "map"


def main() -> None:
    """Show the served record, or everything that is wrong with it."""
    st.set_page_config(page_title=TITLE, page_icon="🗺️", layout="wide")
    show_head(TITLE)
    try:
        with st.spinner("Reading the record and working out the flights …"):
            shown, sent = atlases(), payload()
    except RecordError as error:
        errors = plural(len(error.problems), "error", "errors")
        st.error(f"The record has {errors}; nothing is shown until all is mended.")
        st.code("\n".join(map(str, error.problems)), language=None)
        return
    compose(shown, sent)


def compose(served: Mapping[str, Atlas], sent: Payload) -> None:
    """Sidebar, count, map with the opened launch beside it, timeline, table, disagreements."""
    record = served[BEST].record
    vocabulary = Vocabulary(record.launches, record.sites, served[BEST].reaches)
    selection, online = choose(vocabulary)
    shown = served[selection.figures]
    follows_screen = show_share(shown, selection)
    launches = selection.pick(record.launches, vocabulary.reaches)
    for problem in st.session_state.get("link_problems", ()):
        st.warning(plain(problem))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='summary' role='status'>{summary(shown, launches)}</p>", width="content")
        show_counting_rules(shown, launches)
    if not launches:
        st.info("No launch matches this selection. Widen the period or clear a filter.")
    # The columns stay when the panel closes, or the map would be built anew.
    opened = vocabulary.by_id.get(selection.launch or "")
    widths, gap = ([0.66, 0.34], "small") if opened else ([1, 0.001], None)
    left, right = st.columns(widths, gap=gap)
    # Each change of a filter sends this, so what is not wanted is left out.
    wanted = {"caption": caption(shown, launches, selection)}
    if opened and ring_is_wanted():
        wanted["ring"] = flat_ring(shown, opened)
    if follows_screen:
        wanted["follow"] = True
    with left:
        st_folium(
            base_map(sent),
            key=MAP_KEY,
            height=MAP_HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=selected_layer(
                sent,
                {launch.id for launch in launches},
                selection,
                online=online,
                more=wanted,
            ),
            on_change=lambda: hear_map(MAP_KEY),
        )
    if opened:
        with right.container(height=MAP_HEIGHT_PX, border=False):
            show_launch(shown, opened, launches)
    show_3d(shown, launches)
    show_timeline(launches, selection.period)
    show_table(shown, launches)
    show_disagreements(shown, launches, selection, vocabulary)


if __name__ == "__main__":
    main()
