"""Readers who each change the period now and then, over the web socket of the page."""

import asyncio
import random
import statistics
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

EVERY_S = 5.0
"""Time between two changes of a reader."""
FIRST_YEAR, LAST_YEAR = 1984, 2026
WAIT_S = 60.0


class Reader:
    """A page that is open: its socket, and what its browser keeps of messages."""

    def __init__(self, socket: ClientConnection, seed: int) -> None:
        self.socket = socket
        self.random = random.Random(seed)  # noqa: S311 - the same readers each time
        self.kept: set[str] = set()

    def period(self) -> str:
        """Query of a month, a year, five years or the whole record."""
        year = self.random.randint(FIRST_YEAR, LAST_YEAR - 5)
        month = self.random.randint(1, 12)
        spans = (f"{year}-{month:02}", f"{year}", f"{year}&period={year + 4}", "1984&period=2099")
        return f"period={self.random.choice(spans)}"

    async def change(self, query: str) -> float:
        """Ask for another view; the time until all of it has come [s]."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.cached_message_hashes.extend(self.kept)
        begun = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        await self.finished()
        return time.perf_counter() - begun

    async def finished(self) -> None:
        """Return when a run has come to its end."""
        while True:
            told = ForwardMsg.FromString(await asyncio.wait_for(self.socket.recv(), WAIT_S))
            if told.hash and told.metadata.cacheable:
                self.kept.add(told.hash)
            if told.WhichOneof("type") == "script_finished":
                return


async def _read(address: str, seed: int, seconds: float, times: list[float]) -> None:
    parts = urlsplit(address)
    target = f"ws://{parts.netloc}{parts.path}/_stcore/stream"
    async with connect(
        target, subprotocols=["streamlit"], compression=None, max_size=None, origin=address
    ) as socket:
        reader = Reader(socket, seed)
        await reader.change("")
        end = time.perf_counter() + seconds
        await asyncio.sleep(reader.random.uniform(0, EVERY_S))
        while time.perf_counter() < end:
            due = time.perf_counter() + EVERY_S
            times.append(await reader.change(reader.period()))
            await asyncio.sleep(max(0.0, due - time.perf_counter()))


async def _all(address: str, readers: int, seconds: float) -> tuple[list[float], int]:
    times: list[float] = []
    tasks = []
    for seed in range(readers):
        tasks.append(asyncio.create_task(_read(address, seed, seconds, times)))
        await asyncio.sleep(0.1)
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    return times, sum(isinstance(each, BaseException) for each in ended)


def changes_s(address: str, readers: int, seconds: float = 30) -> tuple[Sequence[float], int]:
    """Times of the changes of that many readers at once [s], and how many readers were lost."""
    return asyncio.run(_all(address, readers, seconds))


def percentile_95(times: Sequence[float]) -> float:
    """Time that 95 % of changes take at most."""
    return statistics.quantiles(times, n=20)[-1]
