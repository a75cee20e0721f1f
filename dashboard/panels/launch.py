"""The panel of one launch, and the choice among several at one place."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.export.citation import apa, one_launch
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.launch.sections import launch_sections
from dashboard.panels.altitude import show_altitude
from dashboard.panels.reader import reader_address
from dashboard.tempo.chronicle import Chronicle
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from data.korean_day import today
from data.model import Launch

PANEL = "launch_panel"
"""Key of the panel, which its style sheet and the scripts know it by."""
_OPEN = "open"
"""Where the session keeps the launch whose panel is open; the link follows it."""
_NEARBY = "nearby"
"""Where the session keeps the launches at the place that was clicked."""
PICTURES = ("png", "svg", "pdf")


def show_launch(
    words: Words, atlas: Atlas, chronicle: Chronicle, opened: Launch, selected: Sequence[Launch]
) -> None:
    """Show the panel of one launch, with a choice of others at the place that was clicked."""
    stated, *sections = launch_sections(words, atlas, chronicle, opened)
    with st.container(key=PANEL):
        _show_ways(words, atlas, opened, selected)
        if opened not in selected:
            st.caption(words.say("map.not_selected"))
        ids = st.session_state.get(_NEARBY, ())
        nearby = [launch for launch in selected if launch.id in ids]
        if len(nearby) > 1 and opened.id in ids:
            _choose_nearby(words, nearby[::-1], opened, ids)
        st.html(f"<div class='panel'>{stated}</div>")
        show_altitude(words, atlas, opened, on_map=opened in selected)
        st.html(f"<div class='panel'>{''.join(sections)}</div>")


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


def neighbours(
    atlas: Atlas, opened: Launch, selected: Sequence[Launch]
) -> tuple[Launch | None, Launch | None]:
    """Launches selected before and after one, which need not be selected itself."""
    places = {launch.id: place for place, launch in enumerate(atlas.record.launches)}
    here = places[opened.id]
    before = [launch for launch in selected if places[launch.id] < here]
    after = [launch for launch in selected if places[launch.id] > here]
    return before[-1] if before else None, after[0] if after else None


def _show_ways(words: Words, atlas: Atlas, opened: Launch, selected: Sequence[Launch]) -> None:
    """Buttons that lead to the launches before and after, away with this one, and out of it."""
    before, after = neighbours(atlas, opened, selected)
    with st.container(horizontal=True, gap="small", key="launch_ways"):
        for name, other in (("earlier", before), ("later", after)):
            st.button(
                words.say(f"panel.{name}"),
                key=f"launch_{name}",
                icon=":material/chevron_left:" if name == "earlier" else ":material/chevron_right:",
                icon_position="left" if name == "earlier" else "right",
                disabled=other is None,
                on_click=open_launch,
                args=(other.id if other else "",),
            )
        taken = st.popover(words.say("panel.take"), key="launch_taken", on_change="rerun")
        st.button(words.say("map.close"), on_click=close_launch)
    if taken.open:
        with taken:
            _show_taken(words, atlas, opened)


def _show_taken(words: Words, atlas: Atlas, opened: Launch) -> None:
    """Link, pictures and citation of a launch."""
    if address := reader_address():
        cited = one_launch(words, opened, atlas.record, address)
        st.caption(words.say("panel.link"))
        st.code(cited.url, language=None, wrap_lines=True)
        st.caption(words.say("panel.cite"))
        day = today(atlas.record.version)
        st.code(apa(words, cited, day), language=None, wrap_lines=True)
    query = urlencode({"launch": opened.id, "lang": words.lang})
    st.html(render("page/pictures.html", words, query=query, forms=PICTURES))


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
