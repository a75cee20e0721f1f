"""Pictures beside a matplotlib drawing of the same tracks and coast, and folium's own PNG."""

import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import folium
import matplotlib as mpl
from matplotlib.figure import Figure
from selenium import webdriver

from browser_setup import find_chromedriver, find_chromium
from dashboard.asset_files import ASSETS
from dashboard.look import HOME, TYPE_COLOURS
from dashboard.map.layer import BaseMap
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.scene.marks import flights_of
from dashboard.picture.studio import Order, draw
from dashboard.selection.filters import facet
from dashboard.selection.view import View, read_view
from dashboard.served import served
from driving import CHROMIUM_FLAGS, ROOT

YEAR = {"period": ["2022-01-01", "2022-12-31"]}
ROUNDS = 5
_OURS_COLD = ("dashboard", "picture", "--period", *YEAR["period"])
_FROM_PAGE = "../../assets/"


def warm_s(size: str) -> dict[str, float]:
    """Time of one picture of 2022 [s], ours and matplotlib's in turn, both with all loaded."""
    view, _ = read_view(YEAR, served().library)
    coast = coast_lines()
    ways = {
        "ours": lambda: draw(view, Order(size, "png", "en")),
        "matplotlib": lambda: plotted(view, size, coast),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS + 1):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(each[1:]) for name, each in times.items()}


def cold_s(size: str) -> dict[str, float]:
    """The same in a new process, with everything still to be loaded [s]."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "picture.png")
        programs = {
            "ours": [sys.executable, "-m", *_OURS_COLD, "--size", size, "--out", out],
            "matplotlib": [sys.executable, "-m", "bench.pictures", size, out],
        }
        return {name: _run_s(program) for name, program in programs.items()}


def _run_s(program: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(program, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begun


def coast_lines() -> list[list[tuple[float, float]]]:
    """Outlines of the land of the base map, longitude before latitude."""
    land = json.loads((ASSETS / "base" / "land.geojson").read_text(encoding="utf-8"))
    return [
        polygon[0] for feature in land["features"] for polygon in feature["geometry"]["coordinates"]
    ]


def plotted(view: View, size: str, coast: list[list[tuple[float, float]]]) -> bytes:
    """Plain drawing by matplotlib: the coast, the tracks, a title, a legend."""
    across, down = SIZES[size].pixels
    dpi = 300 if SIZES[size].millimetres else 100
    figure = Figure(figsize=(across / dpi, down / dpi), dpi=dpi)
    axes = figure.add_subplot()
    for line in coast:
        axes.fill(*zip(*line, strict=True), facecolor="#f6f4ee", edgecolor="#8fa9ba", linewidth=0.5)
    for flight in flights_of(view):
        kind = facet(flight.launch, "type")
        axes.plot(flight.track[:, 1], flight.track[:, 0], color=TYPE_COLOURS[kind], label=kind)
    (south, west), (north, east) = HOME
    axes.set(xlim=(west, east), ylim=(south, north), title="North Korean missile launches")
    axes.set_facecolor("#dbe7ee")
    handles = dict(zip(*reversed(axes.get_legend_handles_labels()), strict=True))
    axes.legend(handles.values(), handles.keys())
    content = io.BytesIO()
    figure.savefig(content, format="png")
    return content.getvalue()


class _LocalMap(folium.Map):
    """Folium's map with its scripts from this machine, so that it needs no other host."""

    default_js = [
        (name, address.replace(_FROM_PAGE, ASSETS.as_uri() + "/").partition("?")[0])
        for name, address in BaseMap.default_js[:1]
    ]
    default_css = [
        (name, address.replace(_FROM_PAGE, ASSETS.as_uri() + "/").partition("?")[0])
        for name, address in BaseMap.default_css[:1]
    ]


def folium_s(size: str) -> float:
    """Time of folium's own PNG of the same tracks [s], without the pause that it makes."""
    view, _ = read_view(YEAR, served().library)
    plain = _LocalMap(location=[39.5, 130.5], zoom_start=6, tiles=None)
    folium.GeoJson(str(ASSETS / "base" / "land.geojson")).add_to(plain)
    for flight in flights_of(view):
        colour = TYPE_COLOURS[facet(flight.launch, "type")]
        folium.PolyLine(flight.track.tolist(), color=colour).add_to(plain)
    options = webdriver.ChromeOptions()
    options.binary_location = find_chromium() or ""
    for flag in ("--headless=new", *CHROMIUM_FLAGS):
        options.add_argument(flag)
    begun = time.perf_counter()
    service = webdriver.ChromeService(find_chromedriver())
    plain._to_png(delay=0, driver=webdriver.Chrome(options, service), size=SIZES[size].pixels)
    return time.perf_counter() - begun


if __name__ == "__main__":
    mpl.use("agg")
    Path(sys.argv[2]).write_bytes(
        plotted(read_view(YEAR, served().library)[0], sys.argv[1], coast_lines())
    )
