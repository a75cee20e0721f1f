"""How near and how far the map goes: alike on the page, in a frame and without a server."""

import json
import re

import pytest

from dashboard.asset_files import ASSETS
from dashboard.map.layer import BaseMap
from dashboard.words.say import Words

NAMES = ("minZoom", "maxZoom", "zoomSnap")
WHOLE_RECORD, ONE_SITE = 3, 12
"""Zoom at which the Pacific fits a phone, and at which a launch pad is told from its neighbour: a
pixel is 38 m there at the equator (https://wiki.openstreetmap.org/wiki/Zoom_levels)."""


def of_script(name):
    """Numbers that a script of ours gives to the map that it makes."""
    text = (ASSETS / "standalone" / name).read_text(encoding="utf-8")
    (options,) = re.findall(r"L\.map\(\"\w+\", \{([^}]*)\}", text)
    return {key: float(value) for key, value in re.findall(r"(\w+): ([\d.]+)", options)}


def of_page():
    options = json.loads(BaseMap(Words()).leaflet)
    return {name: options[name] for name in NAMES}


def test_map_goes_from_all_flights_to_one_site():
    zooms = of_page()
    assert (zooms["minZoom"], zooms["maxZoom"]) == (WHOLE_RECORD, ONE_SITE)


@pytest.mark.parametrize("script", ["page.js", "embed.js"])
def test_map_goes_as_near_and_as_far_wherever_it_stands(script):
    assert of_script(script) == of_page()


def test_what_is_fitted_and_the_online_tiles_lie_within_that():
    fitted = (ASSETS / "map" / "view.js").read_text(encoding="utf-8")
    tiles = (ASSETS / "map" / "backdrop.js").read_text(encoding="utf-8")
    zooms = of_page()
    closest = float(re.search(r"CLOSEST_ZOOM = ([\d.]+);", fitted)[1])
    assert zooms["minZoom"] < closest <= zooms["maxZoom"]
    assert float(re.search(r"maxZoom: ([\d.]+)", tiles)[1]) >= zooms["maxZoom"]
