"""The altitude chart of the opened launch, and the ring that it offers for the map."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.asset_files import versioned
from dashboard.flights.atlas import Atlas
from dashboard.flights.trajectories import curves
from dashboard.launch.altitude import MOST_CURVES, chart, estimates_html, flat_ring, words_html
from dashboard.words.say import Words
from data.model import Launch

RING = "flat_ring"
"""Key of the switch for the ring."""


@cache
def _component() -> Callable[..., object]:
    """Chart in the page itself; its script is one of our assets, loaded once by the browser."""
    script = f"assets/{versioned('altitude/altitude.js')}"
    return st.components.v2.component(
        "altitude",
        js=f"const script = new URL({script!r}, document.baseURI);\n"
        "export default (await import(script)).default;\n",
    )


def show_altitude(words: Words, atlas: Atlas, launch: Launch, *, on_map: bool) -> None:
    """
    Show the chart of a launch with what follows from it, or say why it has none.

    Parameters
    ----------
    words
        The words of the page.
    atlas
        Whoever's figures are drawn.
    launch
        The opened launch.
    on_map
        Whether the map shows it: the filters may leave it out.
    """
    found = curves(launch, atlas.whose)
    shown = found.drawn[:MOST_CURVES]
    st.html("<div class='panel'><h4>Altitude over ground distance</h4></div>")
    if shown:
        _component()(key="altitude", data=chart(words, atlas, launch, shown, on_map=on_map))
    below = words_html(words, found, launch) + estimates_html(words, launch)
    st.html(f"<div class='panel'>{below}</div>")
    if flat_ring(words, atlas, launch):
        st.toggle("Range ring on the map, if flown flat", key=RING)


def ring_is_wanted() -> bool:
    """Whether the reader has switched the ring on."""
    return bool(st.session_state.get(RING))
