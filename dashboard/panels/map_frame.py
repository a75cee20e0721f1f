"""A frame in the page with the map in it, as a component that is ours from end to end."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from streamlit.components.v1 import declare_component
from streamlit.components.v1.custom_component import CustomComponent

from dashboard.web.map_page import map_address


def show_frame(  # noqa: PLR0913 - what a component takes, and what the map is told
    lang: str,
    options: Mapping[str, Any],
    state: Mapping[str, Any],
    *,
    key: str,
    height_px: int,
    hear: Callable[[], None] | None = None,
) -> None:
    """
    Show a map.

    Parameters
    ----------
    lang
        Language of its words.
    options
        As of `map_options`; under one key always the same.
    state
        As of `selected_state`, with what else the script knows.
    key
        Where the session keeps what it tells.
    height_px
        Height of the frame, where no style sheet of ours says another one [px].
    hear
        Called whenever it tells something.
    """
    # Each change of a filter sends this: what the script takes for nothing is left out.
    said = {name: value for name, value in state.items() if value not in (None, (), [])}
    _component(lang)(**options, state=said, height=height_px, key=key, on_change=hear)


@cache
def _component(lang: str) -> CustomComponent:
    return declare_component("map", url=map_address(lang))
