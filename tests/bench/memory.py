"""Memory of the server after many requests of which no two are alike."""

import datetime as dt
import http.client
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from urllib.parse import urlsplit

from bench.hostile import memory_mb, server

REQUESTS, CLIENTS = 10_000, 4
FIRST_DAY = dt.date(1984, 4, 9)
ROUTES = ("/api/launches.json?", "/share?", "/api/launches.csv?", "/launch/", "/embed?")
"""What is asked in turn, each for days of its own, or for an id that no launch has."""


def paths(number: int) -> list[str]:
    """Addresses, no two of them alike."""
    found = []
    for each, route in zip(range(number), cycle(ROUTES), strict=False):
        day = FIRST_DAY + dt.timedelta(days=each)
        found.append(route + (f"{day}-99" if route == "/launch/" else f"period={day}"))
    return found


def after_requests_mb(number: int = REQUESTS) -> dict[str, float]:
    """Memory before and after that many requests [MiB]."""
    with server() as (address, pid):
        ask(address, paths(number)[:50])
        before = memory_mb(pid)
        wanted = paths(number)
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(lambda start: ask(address, wanted[start::CLIENTS]), range(CLIENTS)))
        return {"before": before, "after": memory_mb(pid)}


def ask(address: str, wanted: list[str]) -> None:
    """Ask for one after the other on one connection."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    for path in wanted:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status >= 500 and answer.status != 503:
            raise RuntimeError(f"{path}: {answer.status}")
    connection.close()
