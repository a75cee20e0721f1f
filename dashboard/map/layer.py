"""The map element: a constant base map, and a layer that only says what is selected."""

import base64
from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from dashboard.bundles import MAP_STYLES, map_bundle, versioned
from dashboard.flights.plan import WHOSE
from dashboard.html import as_json
from dashboard.map.payload import Payload
from dashboard.selection.selection import Selection
from dashboard.words.filters import words_of
from dashboard.words.say import Words

FROM_COMPONENT = "../../assets/"
"""Where our assets lie as seen from the page of the map component, whatever the path prefix."""
NOTHING: tuple[object, ...] = (None, "", [], ())
TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


class BaseMap(folium.Map):
    """Map without third-party files: every script and style comes from this app."""

    # Each change of a filter sends the script again. Folium's own template has as much style more,
    # for elements that we do not use, and what is Leaflet's default.
    _template = Template(
        """
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.leaflet }});
        {% endmacro %}
        """
    )

    def __init__(self, words: Words) -> None:
        super().__init__(tiles=None)
        # It says which letters the page has, which the frame that it goes into has said.
        figure = cast("Figure", self.get_root())
        del figure.header._children["meta_http"]  # noqa: SLF001 - no other way
        zooms = {"minZoom": 3, "maxZoom": 12, "zoomSnap": 0.25}
        self.leaflet = as_json({"preferCanvas": True} | zooms)
        self.default_js = [
            ("launchmap", FROM_COMPONENT + versioned(map_bundle(words.lang))),
        ]
        self.default_css = [
            ("launchmap_css", FROM_COMPONENT + versioned(MAP_STYLES)),
        ]


class OpenMap(MacroElement):
    """Starts our script on the map, with options that stay the same while a record is served."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        launchMap.open({{ this._parent.get_name() }}, {{ this.options }});
        if (window.stateAhead) launchMap.show(window.stateAhead);
        {% endmacro %}
        """
    )

    def __init__(self, options: dict[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "OpenMap"
        self.options = as_json(options)


class Selected(folium.FeatureGroup):
    """
    Layer that carries which launches are selected, one bit each, instead of their geometry.

    A change may come while the scripts of the map are still on their way: it waits for them.

    The map component removes the groups it remembers at each change, and never forgets one; it is
    made to, or the list would grow with every change.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        (window.feature_group ||= []).length = 0;
        var {{ this.get_name() }} = L.layerGroup();
        window.stateAhead = {{ this.state }};
        window.launchMap?.show(stateAhead);
        {% endmacro %}
        """
    )

    def __init__(self, state: dict[str, object]) -> None:
        super().__init__()
        # What the script of the map takes for nothing is left out: each change sends this.
        self.state = as_json({name: each for name, each in state.items() if each not in NOTHING})


def map_options(payload: Payload) -> dict[str, object]:
    """What a map has of its own beside what its script knows: the files of the record."""
    options: dict[str, object] = {"record": f"../{payload.name}"}
    if payload.rest:
        options |= {"rest": f"../{payload.rest.name}", "from": payload.first}
    return options


def base_map(words: Words, payload: Payload, *, served: bool = True) -> BaseMap:
    """
    Map with the shipped base map; the same at every call for the same record and language.

    A payload that is not `served` goes along with the map.
    """
    base = BaseMap(words)
    base.add_child(OpenMap(map_options(payload) if served else {"record": payload.content}))
    return base


def selected_layer(  # noqa: PLR0913 - what the page has chosen, each for one thing on the map
    words: Words,
    payload: Payload,
    launch_ids: set[str],
    selection: Selection,
    *,
    within: set[str] | None = None,
    online: bool = False,
    more: Mapping[str, object] = MappingProxyType({}),
) -> Selected:
    """
    Layer that shows the launches given, as the selection wants them drawn.

    `within` as for `selected_state`. `more` may hold a `ring` of range, and the `caption` that
    stands below a picture of the screen.
    """
    state = selected_state(words, payload, launch_ids, selection, within)
    return Selected(state | {"tiles": TILES if online else None} | dict(more))


def selected_state(
    words: Words,
    payload: Payload,
    launch_ids: set[str],
    selection: Selection,
    within: set[str] | None = None,
) -> dict[str, object]:
    """
    Which launches are shown, and how, in the form that the script of the map takes.

    `within` are those that every filter leaves but period and type, which the reader changes on the
    map itself; without them there is nothing to change there.
    """
    on_map: dict[str, object] = {}
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
