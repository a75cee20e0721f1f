"""Links that open a launch in place: what hears them, and what brings the launch into view."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.bundles import versioned
from dashboard.panels.launch import open_launch, opened_launch

_KEY = "opening"


@cache
def _component() -> Callable[..., object]:
    script = f"assets/{versioned('table/opening.js')}"
    return st.components.v2.component(
        "opening",
        js=f"await import(new URL({script!r}, document.baseURI));\n"
        "export default window.launchOpening.show;\n",
    )


def hear_links() -> None:
    """Have links with `data-open` open their launch without the page being loaded anew."""
    _component()(key=_KEY, data={"opened": opened_launch()}, on_open_change=_open, height=0)


def _open() -> None:
    told = st.session_state[_KEY].get("open")
    if isinstance(told, str):
        open_launch(told)
