"""Every hostile client at once with readers beside them: `python -m bench.hostile SECONDS`."""

import asyncio
import contextlib
import http.client
import random
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect

import fuzzing
from bench.readers import changes_s, percentile_95
from driving import ROOT, free_port, wait_until_healthy

READERS = 20
BEFORE_S, AFTER_S = 30.0, 60.0
"""Time of readers alone, and until memory is looked at again."""
STALLED, SILENT, IDLE = 200, 200, 100
"""Clients that read nothing, that never end their headers, and pages that nobody uses."""
ROUTE_CLIENTS, PICTURE_CLIENTS, UPLOAD_BYTES = 4, 3, 900_000

Attack = Callable[[str, float, Counter[str], random.Random], Awaitable[None]]


@contextlib.contextmanager
def server() -> Iterator[tuple[str, int]]:
    """Dashboard with its process."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py")]
    with subprocess.Popen(
        [*command, "--server.port", str(port)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        try:
            wait_until_healthy(address, process)
            while status_of(address, "/ready") != "200":
                time.sleep(0.5)
            yield address, process.pid
        finally:
            process.terminate()


def status_of(address: str, path: str) -> str:
    """Status of what is asked, or how it failed."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return str(answer.status)
    except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
        return type(error).__name__
    finally:
        connection.close()


def memory_mb(pid: int) -> float:
    """Memory of a process that is in use [MiB]."""
    text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024


def with_its_own_mb(pid: int) -> float:
    """The same of a process and those that work for it, each with what they share [MiB]."""
    children = Path(f"/proc/{pid}/task").glob("*/children")
    found = memory_mb(pid)
    for child in " ".join(each.read_text(encoding="utf-8") for each in children).split():
        # One may have ended since.
        with contextlib.suppress(OSError, TypeError):
            found += memory_mb(int(child))
    return found


def files(pid: int) -> int:
    return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())


async def routes(address: str, end: float, told: Counter[str], chance: random.Random) -> None:
    """Addresses of a grammar and of none, one after the other."""
    while time.monotonic() < end:
        name = fuzzing.quote(fuzzing.written(chance).encode("utf-8", "surrogatepass"), safe="/.")
        path = chance.choice(fuzzing.ROUTES).replace("{n}", name)
        asked = fuzzing.query(chance, fuzzing.parameters(chance))
        told[await asyncio.to_thread(status_of, address, f"{path}?{asked}")] += 1


async def long_ids(address: str, end: float, told: Counter[str], chance: random.Random) -> None:
    """Ids of 60 KB, each another one."""
    while time.monotonic() < end:
        path = f"/launch/{chance.random()}{'a' * 60_000}"
        told[await asyncio.to_thread(status_of, address, path)] += 1


async def pictures(address: str, end: float, told: Counter[str], chance: random.Random) -> None:
    """Pictures of odd extents, each another one."""
    while time.monotonic() < end:
        west, south = chance.uniform(-180, 359), chance.uniform(-85, 84)
        width, height = (10 ** chance.uniform(-12, 2.2) for _ in range(2))
        extent = f"{west},{south},{west + width},{min(85.0, south + height)}"
        path = f"/picture.{chance.choice(('svg', 'png', 'pdf'))}?extent={extent}&period=1984"
        told[await asyncio.to_thread(status_of, address, path)] += 1


async def exports(address: str, end: float, told: Counter[str], chance: random.Random) -> None:
    """Files of data, each of another period."""
    while time.monotonic() < end:
        first = (
            f"{chance.randint(1984, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        )
        form = chance.choice(("csv", "json", "geojson", "kml", "parquet"))
        path = f"/api/launches.{form}?period={first}&period=2099"
        told[await asyncio.to_thread(status_of, address, path)] += 1


async def floods(address: str, end: float, told: Counter[str], chance: random.Random) -> None:
    """A page that asks to run as fast as it can, and sends what is no message between."""
    while time.monotonic() < end:
        with contextlib.suppress(Exception):
            async with page(address) as web:
                drained = asyncio.create_task(drain(web))
                for number in range(1000):
                    message = BackMsg()
                    message.rerun_script.query_string = f"period={1984 + number % 40}"
                    await web.send(message.SerializeToString())
                    told["sent"] += 1
                    if number % 200 == 199:
                        await asyncio.sleep(1)
                    if time.monotonic() > end:
                        break
                await web.send(chance.randbytes(100))
                drained.cancel()


async def idle(address: str, end: float, told: Counter[str], _chance: random.Random) -> None:
    """Pages that are opened and left alone."""
    async with contextlib.AsyncExitStack() as stack:
        for _ in range(IDLE):
            web = await stack.enter_async_context(page(address))
            message = BackMsg()
            message.rerun_script.query_string = ""
            await web.send(message.SerializeToString())
            told["open"] += 1
            await asyncio.sleep(0.1)
        await asyncio.sleep(max(0.0, end - time.monotonic()))


async def stalled(address: str, end: float, told: Counter[str], _chance: random.Random) -> None:
    """Clients that ask for four megabytes and never read, and such that never end their headers."""
    place = urlsplit(address)
    held = []
    for number in range(STALLED + SILENT):
        each = socket.socket()
        each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        with contextlib.suppress(OSError):
            each.connect((place.hostname, place.port))
            ending = b"\r\n" if number < STALLED else b"X-Never: "
            each.sendall(b"GET /api/launches.csv?period=1984 HTTP/1.1\r\nHost: x\r\n" + ending)
            told["held"] += 1
        held.append(each)
        await asyncio.sleep(0.02)
    await asyncio.sleep(max(0.0, end - time.monotonic()))
    for each in held:
        each.close()


async def uploads(address: str, end: float, told: Counter[str], _chance: random.Random) -> None:
    """Files that no page asked for."""
    while time.monotonic() < end:
        told[await asyncio.to_thread(_upload, address)] += 1
        await asyncio.sleep(0.2)


def _upload(address: str) -> str:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        path = "/_stcore/upload_file/00000000-0000-4000-8000-000000000000/x"
        connection.request("PUT", path, body=b"x" * UPLOAD_BYTES)
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()


def page(address: str) -> connect:
    """Web socket of a page."""
    target = address.replace("http", "ws", 1) + "/_stcore/stream"
    return connect(
        target, subprotocols=["streamlit"], compression=None, max_size=None, origin=address
    )


async def drain(web) -> None:
    async for _ in web:
        pass


ATTACKS: dict[str, tuple[Attack, int]] = {
    "routes": (routes, ROUTE_CLIENTS),
    "long ids": (long_ids, 1),
    "pictures": (pictures, PICTURE_CLIENTS),
    "exports": (exports, 2),
    "floods": (floods, 1),
    "idle pages": (idle, 1),
    "stalled": (stalled, 1),
    "uploads": (uploads, 1),
}
"""Each with how many of it come at once."""


async def attack(address: str, seconds: float) -> dict[str, Counter[str]]:
    """What each kind was answered."""
    told = {name: Counter[str]() for name in ATTACKS}
    end = time.monotonic() + seconds
    running = [
        asyncio.create_task(each(address, end, told[name], random.Random(f"{name} {number}")))  # noqa: S311
        for name, (each, times) in ATTACKS.items()
        for number in range(times)
    ]
    await asyncio.gather(*running, return_exceptions=True)
    return told


def main(seconds: float) -> None:
    """Readers alone, then beside the attack, then memory afterwards."""
    with server() as (address, pid):
        times, lost = changes_s(address, READERS, BEFORE_S)
        alone_s, peak = percentile_95(times), 0.0
        say("readers alone", p95_s=alone_s, lost=lost, memory_mb=with_its_own_mb(pid))
        during: list[float] = []
        # A process of its own: the readers' times are not those of the attackers.
        command = [sys.executable, "-m", "bench.hostile", "attack", address, str(seconds)]
        with subprocess.Popen(command, cwd=ROOT) as attackers:
            end = time.monotonic() + seconds
            while (left := end - time.monotonic()) > 1:
                times, lost = changes_s(address, READERS, min(30.0, left))
                memory = with_its_own_mb(pid)
                peak = max(peak, memory)
                during += times
                say("under attack", p95_s=percentile_95(times), lost=lost, memory_mb=memory,
                    server_mb=memory_mb(pid), files=files(pid))  # fmt: skip
            say("all of it", p95_s=percentile_95(during),
                times_alone=percentile_95(during) / alone_s)  # fmt: skip
            attackers.wait()
        time.sleep(AFTER_S)
        times, lost = changes_s(address, READERS, BEFORE_S)
        say("afterwards", p95_s=percentile_95(times), lost=lost, memory_mb=with_its_own_mb(pid),
            server_mb=memory_mb(pid), peak_mb=peak, files=files(pid))  # fmt: skip


def say(what: str, **figures: float) -> None:
    told = ", ".join(f"{name} {value:.4g}" for name, value in figures.items())
    sys.stdout.write(f"{what}: {told}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "attack":
        for name, answers in asyncio.run(attack(sys.argv[2], float(sys.argv[3]))).items():
            sys.stdout.write(f"  {name}: {dict(answers.most_common(8))}\n")
    else:
        main(float(sys.argv[1]))
