"""What follows from a result of the search that was chosen."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.panels.launch import open_launch
from dashboard.selection.filters import FILTERS, NARROWING
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection


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
        if name not in {*NARROWING, "period", "open", "moment"}
    }
    st.query_params.from_dict(kept | wanted)
