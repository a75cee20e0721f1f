"""The selected launches as a table: the accessible equivalent of the map."""

import base64
from collections.abc import Callable, Sequence
from functools import cache

import streamlit as st

from dashboard.bundles import versioned
from dashboard.flights.plan import WHOSE
from dashboard.html import render
from dashboard.launch.table import TableFile
from dashboard.map.payload import Payload
from dashboard.selection.selection import Selection
from dashboard.words.say import Words, messages
from data.model import Launch


@cache
def _component() -> Callable[..., object]:
    """Table in the page itself; its script is one of our assets, loaded once by the browser."""
    script = f"assets/{versioned('table/table.js')}"
    return st.components.v2.component(
        "launches",
        js=f"await import(new URL({script!r}, document.baseURI));\n"
        "export default window.launchTable.show;\n",
        # Its look is the page's, and the page hears its links.
        isolate_styles=False,
    )


def show_table(
    words: Words,
    file: TableFile,
    sent: Payload,
    selection: Selection,
    launches: Sequence[Launch],
) -> None:
    """Show the table; a click on a row opens the launch."""
    st.html(render("page/how_to.html", words, how_to=words.say("below.how_to")))
    _component()(
        key="launches", data=shown(words, file, sent, selection, launches), isolate_styles=False
    )


def shown(
    words: Words,
    file: TableFile,
    sent: Payload,
    selection: Selection,
    launches: Sequence[Launch],
) -> dict[str, object]:
    """Which rows of which file are shown, and which of them is open."""
    return {
        "address": f"assets/{file.name}",
        "launches": base64.b64encode(sent.bits({launch.id for launch in launches})).decode(),
        "figures": WHOSE.index(selection.figures),
        "opened": selection.open,
        "label": words.say("table.alt"),
        "failed": messages(words.lang)["below.no_table"],
    }
