"""The page of the baseline: the whole map is rebuilt at each change."""

import json
from functools import cache
from pathlib import Path

import folium
import streamlit as st
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium

from dashboard.bundles import MAP_STYLES, map_bundle, versioned
from dashboard.look import HOME, TYPE_COLOURS
from dashboard.map.layer import FROM_COMPONENT
from dashboard.panels.sidebar import choose
from dashboard.panels.table import show_table
from dashboard.selection.filters import facet
from dashboard.served import served
from dashboard.words.claims import flight_lines
from dashboard.words.say import Words
from dashboard.words.views import summary

ASSETS = Path(__file__).parents[2] / "dashboard" / "assets"


class LocalMap(folium.Map):
    """Map of a naive app, with its scripts local too, so that only the method is compared."""

    default_js = [("launchmap", FROM_COMPONENT + versioned(map_bundle(Words().lang)))]
    default_css = [("launchmap_css", FROM_COMPONENT + versioned(MAP_STYLES))]


class Query(MacroElement):
    """Folium's popups ask for jQuery; this is all of it that they use."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.$ = (html) => {
          const box = document.createElement("div");
          box.innerHTML = html;
          return [box.firstElementChild];
        };
        {% endmacro %}
        """
    )


@cache
def land() -> dict[str, object]:
    return json.loads((ASSETS / "base" / "land.geojson").read_text())


def naive_page() -> None:
    """Rebuild the whole map at each change, with a line and a popup for each missile's flight."""
    st.set_page_config(layout="wide")
    here, words = served(), Words()
    library = here.library
    shown, vocabulary = library.best, library.vocabulary
    selection, _ = choose(words, here.file("filters", words.lang), vocabulary)
    launches = selection.pick(shown.record.launches)
    st.html(f"<p class='summary'>{summary(words, shown, launches)}</p>")
    naive = LocalMap(location=[39.5, 130.5], zoom_start=6, tiles=None)
    naive.fit_bounds(HOME)
    Query().add_to(naive)
    folium.GeoJson(land()).add_to(naive)
    for launch in launches:
        for flight in shown.flights.get(launch.id, ()):
            for _ in flight.missiles:
                folium.PolyLine(
                    flight.track.tolist(),
                    color=TYPE_COLOURS[facet(launch, "type")],
                    popup="<br>".join(flight_lines(words, flight)),
                ).add_to(naive)
    st_folium(naive, height=620, use_container_width=True, returned_objects=[])
    table, sent = here.file("table", words.lang), here.payload(words.lang)
    show_table(table, sent, selection, launches)


naive_page()
