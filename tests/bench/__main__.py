"""Measure, in one run, each figure beside its floor and its baseline."""

import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.areas import growth_ratio, record_areas_s
from bench.changes import change_bytes, changes_ms, first_arc_ms, pan_and_zoom_frames
from bench.films import year_s
from bench.first_view import map_shown, script_shown, site_served, site_shown, slow_s, view
from bench.load import rates, site_s
from bench.many import PLACE, work_out
from bench.memory import REQUESTS, after_requests_mb
from bench.pictures import cold_s, folium_s, warm_s
from bench.readers import changes_s, percentile_95
from bench.reading import hundred_reports_s
from bench.renewal import live_s
from bench.site import site_change_ms
from bench.strip import FRAME_MS, floor_ms, frames_a_second, heap_growth_kb, move_ms, stretch_ms
from bench.synthetic import write_record
from bench.tracks import track_rate_ratio
from bench.trajectories import trajectories_s
from driving import ROOT, chromium, free_port, serving, wait_until_healthy

HERE = Path(__file__).parent
SCRIPTS = {
    "ours": ROOT / "streamlit_app.py",
    "floor": HERE / "floor_app.py",
    "naive": HERE / "naive_app.py",
    "many": HERE / "many_app.py",
    "many_floor": HERE / "many_floor_app.py",
}
MANY = 35_000
MANY_ROUNDS, MANY_CHANGES, MANY_SETTLED_MS = 2, 4, 2500
"""Rounds and changes of a page that takes seconds, and what it needs to come to rest."""
MANY_MS = 33
"""Longest that a hand waits for so many flights [ms]: two frames."""
READY_S = 120
ROUNDS = 5
FEW_READERS, MANY_READERS = 10, 200


def main() -> None:
    report("tracks_rate_vs_bare_fwd", track_rate_ratio(), "ratio (at least 0.8)")
    report("trajectories_100000", trajectories_s(), "s (at most 10)")
    report("impact_areas_of_the_record", record_areas_s(), "s (at most 0.2)")
    report("impact_areas_growth", growth_ratio(), "ratio (1 is linear)")
    report("reading_100_reports", hundred_reports_s(), "s (at most 5)")
    pictures()
    films()
    sharing()
    start_up()
    readers()
    memory()
    report("saved_table_to_live_page", live_s(), "s (at most 5)")
    with sync_playwright() as playwright, chromium(playwright) as browser:
        static_site(browser)
        first_view(browser)
        whole_record(browser)
        time_strip(browser)
        many_flights(browser)


def report(name: str, value: float, unit: str) -> None:
    sys.stdout.write(f"{name} {value:.3g} {unit}\n")
    sys.stdout.flush()


def pictures() -> None:
    """PNG of 2022 in three sizes, warm and cold."""
    for size, most in {"social": 0.35, "slide": 0.4, "a4": 0.6}.items():
        warm, by_folium = warm_s(size), folium_s(size)
        report(f"picture_{size}_warm", warm["ours"], "s")
        report(f"picture_{size}_warm_matplotlib", warm["matplotlib"], "s")
        report(f"picture_{size}_folium", by_folium, "s")
        report(
            f"picture_{size}_vs_matplotlib",
            warm["ours"] / warm["matplotlib"],
            f"ratio (at most {most})",
        )
        report(f"picture_{size}_vs_folium", warm["ours"] / by_folium, "ratio (at most 0.2)")
        cold = cold_s(size)
        report(f"picture_{size}_cold", cold["ours"], "s")
        report(f"picture_{size}_cold_matplotlib", cold["matplotlib"], "s")


def films() -> None:
    """Films of 2022, each beside the encoding of its frames alone."""
    for form, size in (("mp4", "social"), ("mp4", "square"), ("webp", "square")):
        found = year_s(form, size)
        report(f"film_{form}_{size}_12_months", found["made"], "s (at most 60)")
        ratio = found["ours"] / found["encoding"]
        report(f"film_{form}_{size}_vs_encoding", ratio, "ratio (at most 4)")


def sharing() -> None:
    """Whole record over HTTP under load, and as a site."""
    answers = rates()
    report("geojson_warm", answers["whole"], "responses/s (at least 200)")
    report("geojson_not_modified", answers["unchanged"], "responses/s (at least 1000)")
    report("page_on_one_connection", answers["alone"], "responses/s (at least 500)")
    report("site_of_the_whole_record", site_s(), "s (at most 180)")


def readers() -> None:
    """Readers at once, each with another period every five seconds; in turn with a few of them."""
    for number in (FEW_READERS, MANY_READERS):
        with serving() as address:
            times, lost = changes_s(address, number)
        report(f"readers_{number}_change_p95", percentile_95(times), "s (at most 1)")
        report(f"readers_{number}_lost", lost, "(at most 0)")


def memory() -> None:
    """Memory of the server before and after requests of which no two are alike."""
    found = after_requests_mb()
    report("memory_ready", found["before"], "MiB")
    report(f"memory_after_{REQUESTS}_requests", found["after"], "MiB (at most 450)")


def static_site(browser) -> None:
    """A change of a filter on the static site, opened from disk."""
    with tempfile.TemporaryDirectory() as folder:
        change = site_change_ms(browser, Path(folder))
    report("site_filter_change", change["median"], "ms (at most 100)")
    report("site_filter_change_p95", change["p95"], "ms")


def first_view(browser) -> None:
    """Weight of a bare address beyond Streamlit's own, and the wait for its map on a slow line."""
    with (
        serving() as ours,
        serving(SCRIPTS["floor"]) as floor,
        serving(HERE / "empty_app.py") as packed,
        serving(HERE / "empty_script.py") as empty,
    ):
        own, plain = view(browser, packed, script_shown), view(browser, empty, script_shown)
        seen = {name: view(browser, url, map_shown) for name, url in (("o", ours), ("f", floor))}
        for part in ("requests", "received_bytes"):
            beyond = {name: getattr(one, part) - getattr(own, part) for name, one in seen.items()}
            report(f"first_view_{part}", beyond["o"], "beyond Streamlit's own")
            report(f"first_view_{part}_vs_floor", beyond["o"] / beyond["f"], "ratio (at most 1)")
        whole = seen["o"].received_bytes / plain.received_bytes
        report("first_view_whole_vs_empty_script", whole, "ratio, in bytes (at most 1)")
        page_s, empty_s = slow_s(browser, ours, map_shown), slow_s(browser, empty, script_shown)
    with tempfile.TemporaryDirectory() as folder, site_served(Path(folder)) as site:
        site_s = slow_s(browser, site, site_shown)
    report("first_view_slow_line", page_s, "s at 1.6 Mbit/s")
    report("first_view_slow_line_empty_script", empty_s, "s")
    report("first_view_slow_line_site", site_s, "s")
    report("first_view_slow_line_vs_site", page_s / site_s, "ratio (at most 1.3)")


def time_strip(browser) -> None:
    """A hand on the time strip, and the playback, on the map of the whole record."""
    with serving() as address:
        hand_on_strip(browser, address, "", FRAME_MS)
        report("playback", frames_a_second(browser, address), "frames/s (at least 30)")
        growth = heap_growth_kb(browser, address)
        report("strip_1000_drags", growth["held"], "kB more (at most 500)")
        report("strip_1000_drags_compiled", growth["code"], "kB of scripts compiled meanwhile")
        report("strip_1000_drags_noted", growth["notes"], "kB of the browser's own notes of speed")


def hand_on_strip(browser, address: str, size: str, most_ms: float) -> None:
    """A period that is moved, and one that is stretched, beside one box moved on an empty page."""
    floor = floor_ms(browser)
    report(f"pointer_floor_to_paint{size}", floor["median"], "ms")
    for name, waits in (("move", move_ms), ("stretch", stretch_ms)):
        found = waits(browser, address)
        report(f"strip_{name}_to_paint{size}", found["median"], f"ms (at most {most_ms})")
        report(f"strip_{name}_to_paint{size}_p95", found["p95"], "ms")
        beyond = found["median"] - floor["median"]
        report(f"strip_{name}_beyond_floor{size}", beyond, "ms")


def start_up() -> None:
    """Process start to the first healthy answer, the two in turn."""
    times: dict[str, list[float]] = {"ours": [], "empty": []}
    scripts = {"ours": SCRIPTS["ours"], "empty": HERE / "empty_script.py"}
    for _ in range(ROUNDS + 1):
        for name, script in scripts.items():
            times[name].append(start_s(script))
    ours, empty = (statistics.median(times[name][1:]) for name in ("ours", "empty"))
    report("server_start", ours, "s")
    report("server_start_empty_script", empty, "s")
    report("server_start_vs_empty_script", ours / empty, "ratio (at most 1.3)")


def start_s(script: Path) -> float:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    begun = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}", process)
            return time.perf_counter() - begun
        finally:
            process.terminate()


@contextlib.contextmanager
def variants(names: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Serve variants of the page at once; they are measured in turn."""
    with contextlib.ExitStack() as stack:
        yield {
            name: stack.enter_context(serving(SCRIPTS[name], environment=environment))
            for name in names
        }


def whole_record(browser) -> None:
    with variants(("ours", "floor", "naive"), {}) as addresses:
        change = {name: changes_ms(browser, url, name) for name, url in addresses.items()}
        for name, value in change.items():
            report(f"filter_change_{name}", value, "ms")
        report("filter_change_vs_floor", change["ours"] / change["floor"], "ratio (at most 1.5)")
        report("filter_change_vs_naive", change["ours"] / change["naive"], "ratio (at most 0.125)")
        report(
            "filter_change_bytes", change_bytes(browser, addresses["ours"]), "bytes (at most 6000)"
        )
        report("filter_change_bytes_naive", change_bytes(browser, addresses["naive"]), "bytes")
        report("pan_zoom_frames_sent", pan_and_zoom_frames(browser, addresses["ours"]), "frames")
        first = first_arc_ms(browser, {name: addresses[name] for name in ("ours", "floor")})
        report("first_arc", first["ours"], "ms")
        report("first_arc_floor", first["floor"], "ms")
        report("first_arc_vs_floor", first["ours"] / first["floor"], "ratio (at most 1.5)")


def many_flights(browser) -> None:
    """Opening, filtering and dragging with very many flights, worked out once beforehand."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        place = work_out(write_record(Path(folder), MANY), Path(folder) / "served.pickle")
        report(f"working_out_{MANY}", time.perf_counter() - begun, "s, at a start")
        with variants(("many", "many_floor"), {PLACE: str(place)}) as addresses:
            for address in addresses.values():
                wait_until_ready(address)
            ours, floor = addresses["many"], addresses["many_floor"]
            first = first_arc_ms(browser, {"ours": ours, "floor": floor}, MANY_ROUNDS)
            many_against("first_arc", first, "ratio (at most 3)")
            change = {
                name: changes_ms(browser, url, name, MANY_CHANGES, MANY_SETTLED_MS)
                for name, url in (("ours", ours), ("floor", floor))
            }
            many_against("filter_change", change, "ratio (at most 2)")
            hand_on_strip(browser, ours, f"_{MANY}", MANY_MS)


def many_against(name: str, found: Mapping[str, float], unit: str) -> None:
    for variant, value in found.items():
        report(f"{name}_{MANY}_{variant}", value, "ms")
    report(f"{name}_{MANY}_vs_floor", found["ours"] / found["floor"], unit)


def wait_until_ready(address: str) -> None:
    """Return when a server has a record to show."""
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/ready", timeout=READY_S).close()
            return
        time.sleep(0.2)
    raise TimeoutError(f"{address} is not ready within {READY_S} s")


if __name__ == "__main__":
    main()
