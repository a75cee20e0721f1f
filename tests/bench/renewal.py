"""A table is saved while a page is open: how long until the page shows it."""

import asyncio
import shutil
import tempfile
import time
from pathlib import Path

from websockets.asyncio.client import connect

from bench.readers import Reader
from data.record import TABLES
from driving import serving


def live_s() -> float:
    """Time from a saved table to the end of the run by which an open page shows it [s]."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "record"
        shutil.copytree(TABLES, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        with serving(environment={"RECORD_FOLDER": str(folder)}) as address:
            return asyncio.run(_live(address, folder / "record.csv"))


async def _live(address: str, table: Path) -> float:
    target = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(target, subprotocols=["streamlit"], max_size=None, origin=address) as socket:
        reader = Reader(socket, 0)
        await reader.change("period=2022")
        # The server has looked at the tables once by then.
        await asyncio.sleep(2)
        begun = time.perf_counter()
        await asyncio.to_thread(_save, table)
        await reader.finished()
        return time.perf_counter() - begun


def _save(table: Path) -> None:
    """Save a table with another day of its last change."""
    header, row = table.read_text(encoding="utf-8").split("\n", 1)
    _, covers_to = row.strip().split(",")
    table.write_text(f"{header}\n2027-01-01,{covers_to}\n", encoding="utf-8")
