"""The page: composes selection, map and panels."""

import streamlit as st
from streamlit_folium import st_folium

from dashboard.launch.altitude import flat_ring
from dashboard.map.layer import base_map, selected_layer
from dashboard.map.payload import Payload
from dashboard.panels.altitude import ring_is_wanted
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
from dashboard.selection.library import Library
from dashboard.served import served
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from dashboard.words.views import caption, summary
from data.problem import RecordError

MAP_KEY = "map"


def main() -> None:
    """Show the served record, or everything that is wrong with it."""
    title = Words().say("title")
    st.set_page_config(page_title=title, page_icon="🗺️", layout="wide")
    show_head(title)
    try:
        with st.spinner("Reading the record and working out the flights …"):
            found = served()
    except RecordError as error:
        errors = Words().say("count.errors", n=len(error.problems))
        st.error(f"The record has {errors}; nothing is shown until all is mended.")
        st.code("\n".join(map(str, error.problems)), language=None)
        return
    compose(found.library, found.payload)


def compose(library: Library, sent: Payload) -> None:
    """Sidebar, count, map with the opened launch beside it, timeline, table, disagreements."""
    record, vocabulary = library.record, library.vocabulary
    selection, online = choose(vocabulary)
    words = Words(selection.lang)
    shown = library.atlases[selection.figures]
    follows_screen = show_share(library, selection)
    launches = selection.pick(record.launches, vocabulary.reaches)
    for problem in st.session_state.get("link_problems", ()):
        st.warning(plain(problem))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            f"<p class='summary' role='status'>{summary(words, shown, launches)}</p>",
            width="content",
        )
        show_counting_rules(shown, launches)
    if not launches:
        st.info("No launch matches this selection. Widen the period or clear a filter.")
    # The columns stay when the panel closes, or the map would be built anew.
    opened = vocabulary.by_id.get(selection.launch or "")
    widths, gap = ([0.66, 0.34], "small") if opened else ([1, 0.001], None)
    left, right = st.columns(widths, gap=gap)
    # Each change of a filter sends this, so what is not wanted is left out.
    wanted = {"caption": caption(words, shown, launches, selection)}
    if opened and ring_is_wanted():
        wanted["ring"] = flat_ring(words, shown, opened)
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
            show_launch(words, shown, opened, launches)
    show_3d(words, shown, launches)
    show_timeline(words, launches, selection.period)
    show_table(words, shown, launches)
    show_disagreements(words, shown, launches, selection, vocabulary)


if __name__ == "__main__":
    main()
