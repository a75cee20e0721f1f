"""The selected launches as a table: the accessible equivalent of the map."""

import base64
from collections.abc import Sequence

from dashboard.answers import JsonFile
from dashboard.flights.plan import WHOSE
from dashboard.map.payload import Payload
from dashboard.panels.script import component
from dashboard.selection.selection import Selection
from data.model import Launch


def show_table(
    file: JsonFile,
    sent: Payload,
    selection: Selection,
    launches: Sequence[Launch],
) -> None:
    """Show the table; a click on a row opens the launch."""
    component("launches", "launchTable.show")(
        key="launches", data=shown(file, sent, selection, launches)
    )


def shown(
    file: JsonFile,
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
    }
