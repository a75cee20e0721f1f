"""The altitude chart of the opened launch, and the ring that it offers for the map."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.bundles import ALTITUDE_BUNDLE, versioned
from dashboard.flights.atlas import Atlas
from dashboard.flights.trajectories import curves
from dashboard.html import render
from dashboard.launch.altitude import MOST_CURVES, chart, estimates_html, flat_ring, words_html
from dashboard.look import LOOK
from dashboard.words.say import Words, spoken
from data.model import Launch

RING = "flat_ring"
"""Key of the switch for the ring."""
_SECTIONS = ("chart",)
"""What the script of the chart needs of the words."""


@cache
def _component() -> Callable[..., object]:
    """Chart in the page itself; its script is one of our assets, loaded once by the browser."""
    script = f"assets/{versioned(ALTITUDE_BUNDLE)}"
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
        Words of the reader's language.
    atlas
        Whoever's figures are drawn.
    launch
        The opened launch.
    on_map
        Whether the map shows it: the filters may leave it out.
    """
    found = curves(launch, atlas.whose)
    shown = found.drawn[:MOST_CURVES]
    st.html(render("page/heading.html", words, title=words.say("page.altitude")))
    if shown:
        data = {
            "chart": chart(words, atlas, launch, shown, on_map=on_map),
            "lang": words.lang,
            "words": {name: spoken(words.lang)[name] for name in _SECTIONS},
            "look": LOOK,
        }
        _component()(key="altitude", data=data)
    below = words_html(words, found, launch) + estimates_html(words, launch)
    st.html(f"<div class='panel'>{below}</div>")
    if flat_ring(words, atlas, launch):
        st.toggle(words.say("page.flat_ring"), key=RING)


def ring_is_wanted() -> bool:
    """Whether the reader has switched the ring on."""
    return bool(st.session_state.get(RING))
