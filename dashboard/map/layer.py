"""What the scripts of a map are told: where its record lies, and what of it is shown and how."""

import base64
from typing import Any

from dashboard.flights.plan import WHOSE
from dashboard.map.payload import Payload
from dashboard.selection.selection import Selection
from dashboard.words.filters import words_of
from dashboard.words.say import Words

TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


def map_options(payload: Payload) -> dict[str, Any]:
    """What a map has of its own beside what its script knows: the files of the record."""
    options: dict[str, Any] = {"record": f"../{payload.name}"}
    if payload.rest:
        options |= {"rest": f"../{payload.rest.name}", "from": payload.first}
    return options


def selected_state(
    words: Words,
    payload: Payload,
    launch_ids: set[str],
    selection: Selection,
    within: set[str] | None = None,
) -> dict[str, Any]:
    """
    Which launches are shown, and how, in the form that the script of the map takes.

    `within` are those that every filter leaves but period and type, which the reader changes on the
    map itself; without them there is nothing to change there.
    """
    on_map: dict[str, Any] = {}
    if within is not None:
        on_map = {
            "within": _bits(payload, within),
            "period": [str(day) for day in selection.period],
            "type": selection.type,
            "moment": selection.moment,
            "events": selection.events,
        }
    return on_map | {
        "launches": _bits(payload, launch_ids),
        "figures": WHOSE.index(selection.figures),
        "selected": selection.launch or selection.open,
        "sea": words_of(selection, words.lang).east_sea,
    }


def _bits(payload: Payload, launch_ids: set[str]) -> str:
    return base64.b64encode(payload.bits(launch_ids)).decode()
