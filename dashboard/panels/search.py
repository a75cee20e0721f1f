"""The box to search in, and what follows from a result that was chosen."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard.bundles import SEARCH_BUNDLE, versioned
from dashboard.panels.launch import open_launch
from dashboard.selection.filters import FILTERS, NARROWING
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.words.say import Words

_KEY = "search"


@cache
def _component() -> ComponentRenderer:
    script = f"./assets/{versioned(SEARCH_BUNDLE)}"
    return st.components.v2.component(
        "search",
        html="<div class='search-place'></div>",
        js=f"const script = new URL({script!r}, document.baseURI);\n"
        "export default (await import(script)).default;\n",
        isolate_styles=False,
    )


def show_search(words: Words, library: Library, selection: Selection) -> None:
    """Show the box; its results are looked up in the browser, and a chosen one comes as a link."""
    data = {
        "lang": words.lang,
        "label": words.say("search.label"),
        "placeholder": words.say("search.placeholder"),
    }

    def hear() -> None:
        chosen = st.session_state[_KEY].chosen
        show_result(chosen if isinstance(chosen, list) else [], library, selection)

    _component()(key=_KEY, data=data, on_chosen_change=hear)


def show_result(chosen: Sequence[Any], library: Library, selection: Selection) -> None:
    """
    Open the link of a result in place of what is selected, in the same language and figures.

    A launch that is among those selected is opened there.
    """
    wanted: dict[str, list[str]] = {}
    for pair in chosen:
        match pair:
            case [str(name), str(value)] if name in FILTERS:
                wanted.setdefault(name, []).append(value)
    if not wanted:
        return
    selected = selection.pick(library.record.launches, library.reaches)
    for launch_id in wanted.get("open", ()):
        if launch_id in {launch.id for launch in selected}:
            open_launch(launch_id)
            return
    kept = {
        name: st.query_params.get_all(name)
        for name in st.query_params
        if name not in {*NARROWING, "period", "open"}
    }
    st.query_params.from_dict(kept | wanted)
