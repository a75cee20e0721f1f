"""Our components on the page: each is shown by a function of the scripts that the browser keeps."""

from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard.bundles import PAGE_SCRIPTS, versioned


@cache
def component(name: str, shown: str) -> ComponentRenderer:
    """
    Component in the page itself, with the look of the page.

    Parameters
    ----------
    name
        Its name.
    shown
        Function of the scripts, as a property of `window`, that shows it whenever its data change.
    """
    script = f"assets/{versioned(PAGE_SCRIPTS)}"
    # Every change of a filter sends this again, so it is short; of one line it would be a path.
    js = f"await import(new URL({script!r},document.baseURI))\nexport default {shown}"
    return st.components.v2.component(name, js=js, isolate_styles=False)
