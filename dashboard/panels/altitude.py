"""The altitude chart of the opened launch, and the ring that it offers for the map."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.bundles import ALTITUDE_BUNDLE, versioned
from dashboard.flights.atlas import Atlas
from dashboard.launch.altitude import flat_ring
from dashboard.launch.altitude_chart import chart_data
from dashboard.words.say import Words
from data.model import Launch

RING = "flat_ring"
"""Key of the switch for the ring."""


@cache
def _component() -> Callable[..., object]:
    """Chart in the page itself; its script is one of our assets, loaded once by the browser."""
    script = f"assets/{versioned(ALTITUDE_BUNDLE)}"
    return st.components.v2.component(
        "altitude",
        js=f"await import(new URL({script!r}, document.baseURI));\n"
        "export default window.launchAltitude.show;\n",
    )


def show_altitude(words: Words, atlas: Atlas, launch: Launch, *, on_map: bool) -> None:
    """Show the chart of a launch where it has one; `on_map` says whether the map shows it."""
    if data := chart_data(words, atlas, launch, on_map=on_map):
        _component()(key="altitude", data=data)
        if flat_ring(words, atlas, launch):
            st.toggle(words.say("page.flat_ring"), key=RING)


def ring_is_wanted() -> bool:
    """Whether the reader has switched the ring on."""
    return bool(st.session_state.get(RING))
