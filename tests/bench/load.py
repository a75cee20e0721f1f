"""The interface under a load tool, and the static site: how fast each answers or is written."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from browser_setup import install_from_debian
from driving import ROOT, serving

TOOL = "wrk"
SECONDS, CONNECTIONS, THREADS = 5, 8, 2
WHOLE_RECORD = "/api/launches.geojson"
_RATE = re.compile(r"Requests/sec:\s*([\d.]+)")
SMALL_ROUTE = "/launch/2022-01-05-1"
_REFUSED = re.compile(r"Non-2xx or 3xx responses: (\d+)")


def rates() -> dict[str, float]:
    """Answers a second: the whole record as GeoJSON, packed, and a page on one connection."""
    if shutil.which(TOOL) is None and not install_from_debian(TOOL):
        raise FileNotFoundError(f"{TOOL} is needed to load the server (Debian: {TOOL})")
    with serving() as address:
        asked = urllib.request.Request(address + WHOLE_RECORD, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=60) as reply:
            tag = reply.headers["ETag"]
        return {
            "whole": _rate(address, ["Accept-Encoding: gzip"]),
            "unchanged": _rate(address, ["Accept-Encoding: gzip", f"If-None-Match: {tag}"]),
            "alone": _rate(address, [], SMALL_ROUTE, connections=1),
        }


def _rate(
    address: str, headers: list[str], path: str = WHOLE_RECORD, connections: int = CONNECTIONS
) -> float:
    command = [TOOL, f"-t{min(THREADS, connections)}", f"-c{connections}", f"-d{SECONDS}s"]
    for header in headers:
        command += ["-H", header]
    done = subprocess.run([*command, address + path], check=True, capture_output=True, text=True)
    if refused := _REFUSED.search(done.stdout):
        raise RuntimeError(f"{refused[1]} answers were refusals")
    return float(_RATE.search(done.stdout)[1])


def site_s() -> float:
    """Time of the whole static site with its pictures [s]."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dashboard", "site", "--out", str(Path(folder) / "site")]
        begun = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.perf_counter() - begun
