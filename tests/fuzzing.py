"""Hostile input of a seed for each door: routes, pictures, sockets, clicks, tables, reports.

`make fuzz SECONDS=600` runs all in turn on seeds of its own, and names each that fails; such a seed
becomes a row of `FAILED` in `test_fuzzing.py`.
"""

import datetime as dt
import json
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch
from urllib.parse import quote, quote_plus

from lxml import etree

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "tables"
SLOW_S = 20.0
"""Whatever takes longer holds up others."""
MARK = "zq\"'<img src=x onerror=1>zq"
NASTY = (
    *(MARK, "<script>alert(1)</script>", "]]>", "\r\nX-Injected: yes", "\u202eevil", "🚀" * 5),
    *("A" * 5000, "\0", "=cmd|' /C calc'!A0", "../../etc/passwd", "..%2f..%2fetc%2fpasswd"),
    *("http://evil.example/", "//evil.example", "javascript:alert(1)", "{{7*7}}", "%s%n"),
    *("NaN", "inf", "1e999", "-0", "٢٠٢٢-٠١-٠١", "２０２２-01-01", "20220101", "2022-W01-1"),
    *("2022-01-32", "0001-01-01", "9999-12-31", "10000-01-01", "", " ", "\t", "+", "%", "%zz"),
    *("&#60;", "İ", "ß", "ﬀ", "K", "Z" + "\u0301" * 200, "\ud800", "a;b;c", ";", "9" * 400),
    *("0.000000000001", "999999999999", "-1", "0", "360", "89.999", "1984", "2099-12-31"),
)
VALID = {
    "type": ("SRBM", "ICBM", "unidentified", "other"),
    "kind": ("ballistic", "cruise"),
    "site": ("wonsan-area", "Site unknown"),
    "outcome": ("success", "failure"),
    "reach": ("overflew Japan", "in or near Japan's EEZ"),
    "period": ("2022-01", "2022", "1984", "2099", "2017-11-29"),
    "figures": ("best", "all", "JCS"),
    "launch": ("2022-01-05-1", "2017-11-29-1"),
    "open": ("2022-01-05-1", "2022-01-30-1"),
    "lang": ("en", "ko", "ja"),
    "size": ("social", "square", "a4"),
    "style": ("plain", "dark", "grey"),
    "extent": (
        "fit",
        "peninsula",
        "121,33,144,46",
        "-180,-85,0,85",
        "0,0,1e-9,1e-9",
        "120,0,300,1",
    ),
    "fbclid": ("x",),
    "embed": ("true",),
}
ROUTES = (
    *("/", "/api", "/api/openapi.json", "/api/launches.{n}", "/api/launches.json", "/share"),
    *("/api/events.{n}", "/api/record/{n}", "/codebook", "/changes", "/changes.{n}", "/counts"),
    *("/quality", "/compare", "/launch/{n}", "/launch/2022-01-05-1", "/embed", "/oembed"),
    *("/search.json", "/robots.txt", "/sitemap.xml", "/assets/{n}", "/{n}", "/ready"),
)
"""Doors that make no picture: those have a fuzzer of their own."""


def written(chance: random.Random) -> str:
    """Text that nobody meant."""
    draw = chance.random()
    if draw < 0.6:
        return chance.choice(NASTY)
    if draw < 0.8:
        signs = [*range(1, 128), *range(0x80, 0x3000, 7), *range(0x1F300, 0x1F700, 9)]
        return "".join(chr(chance.choice(signs)) for _ in range(chance.randrange(1, 40)))
    known = chance.choice(chance.choice(list(VALID.values())))
    place = chance.randrange(len(known) + 1)
    return known[:place] + chance.choice(NASTY) + known[place:]


def parameters(chance: random.Random, names: tuple[str, ...] = tuple(VALID)) -> list[tuple]:
    """Names and values of a link, some of them right."""
    pairs = []
    for _ in range(
        chance.choice((0, 1, 1, 2, 3, 5, 8, 201) if chance.random() < 0.1 else (1, 2, 3))
    ):
        name = chance.choice(names) if chance.random() < 0.85 else written(chance)
        values = VALID.get(name, ("x",))
        pairs.append((name, chance.choice(values) if chance.random() < 0.6 else written(chance)))
    return pairs


def query(chance: random.Random, pairs: list[tuple]) -> str:
    def escaped(text: str) -> str:
        way = quote_plus if chance.random() < 0.7 else quote
        return way(text.encode("utf-8", "surrogatepass"))

    return "&".join(f"{escaped(name)}={escaped(value)}" for name, value in pairs)


def routes(seed: int) -> None:
    """An address is answered without a fault, without markup of its own, and leads nowhere else."""
    from asgi import ask

    chance = random.Random(seed)
    name = quote(written(chance).encode("utf-8", "surrogatepass"), safe="/.%:")
    path = chance.choice(ROUTES).replace("{n}", re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", name))
    asked = query(chance, parameters(chance))
    method = chance.choice(("GET",) * 12 + ("HEAD", "OPTIONS", "POST", "DELETE"))
    headers = chance.choice(
        ({}, {"range": "bytes=5-1,99999999-"}, {"origin": "null"},
         {"accept-encoding": "gzip," * 50},
         {"if_none_match": '"' + "x" * 3000 + '"'}, {"x_forwarded_host": "evil.example"},
         {"accept_language": "ko;q=x, " * 20})
    )  # fmt: skip
    status, told, body = ask(f"{path}?{asked}" if asked else path, method, **headers)
    assert status < 500 or status == 503, status
    assert "x-injected" not in told
    assert not re.match(r"(?i)https?:|//|/*\\|javascript", told.get("location", "")), told
    if "json" not in told.get("content-type", ""):
        for alien in (b"<img src=x onerror", b"<script>alert(1)", b'zq"'):
            assert alien not in body, alien
    for secret in (b"root:x:", b"VersionedFiles", b"Traceback"):
        assert secret not in body, secret


def pictures(seed: int) -> None:
    """What a link asks to be drawn is drawn as a sound file, or refused by name."""
    from conftest import shipped
    from dashboard.picture.order import read_order
    from dashboard.picture.paper.draw import write
    from dashboard.selection.view import QueryError

    chance = random.Random(seed)
    given: dict[str, list[str]] = {}
    for name, value in parameters(chance, ("type", "period", "launch", "lang", "size", "style")):
        given.setdefault(name, []).append(value)
    if chance.random() < 0.7:
        west, south = chance.uniform(-180, 359), chance.uniform(-85, 84)
        width, height = (10 ** chance.uniform(-12, 2.2) for _ in range(2))
        given["extent"] = [f"{west},{south},{west + width},{min(85.0, south + height)}"]
    try:
        view, order = read_order(given, "svg", shipped(), posted=chance.random() < 0.8)
    except QueryError:
        return
    drawn = write(order.composed(view), "svg")
    etree.fromstring(drawn, etree.XMLParser(huge_tree=True))
    assert b"<script" not in drawn


def value(chance: random.Random, depth: int = 0) -> object:
    """What a browser may send in place of anything."""
    draw = chance.randrange(8 if depth < 3 else 6)
    match draw:
        case 0:
            return chance.choice((None, True, False))
        case 1:
            return chance.choice((0, -1, 2**53, 2**80, 1.5, float("nan"), float("inf")))
        case 2 | 3:
            return written(chance)
        case 4 | 5:
            return chance.choice(VALID[chance.choice(list(VALID))])
        case 6:
            return [value(chance, depth + 1) for _ in range(chance.randrange(4))]
        case _:
            names = ("number", "selection", "period", "type", "open", "online", "unfolded")
            return {chance.choice(names): value(chance, depth + 1) for _ in range(3)}


class State(dict):
    """What a session keeps, by key and by name."""

    __getattr__, __setattr__ = dict.__getitem__, dict.__setitem__


def clicks(seed: int) -> None:
    """Whatever components of the page tell is taken over as strictly as a link, or passed over."""
    from conftest import shipped
    from dashboard.panels import head, launch, search, sidebar, strip
    from dashboard.panels import map as on_map

    chance, library = random.Random(seed), shipped()
    told = {
        name: value(chance)
        for name in ("number", "view", "launches", "period", "type", "moment", "selection")
        if chance.random() < 0.6
    }
    state = State(open=None, moment=None, period=None, lang=None, link={}, link_problems=[])
    for name in sidebar.FORM:
        state.setdefault(name, [] if name in sidebar.LISTS else None)
    state.period = library.vocabulary.period
    state["filters"] = SimpleNamespace(changed=told if chance.random() < 0.9 else value(chance))
    state["map-en"] = told
    state["selected"] = {name: value(chance) for name in ("chosen", "removed", "open")}
    fake = SimpleNamespace(session_state=state, query_params=Address())
    with patch.multiple(sidebar, st=fake), patch.multiple(strip, st=fake):
        sidebar._hear(library.vocabulary)
        with patch.multiple(on_map, st=fake), patch.multiple(launch, st=fake):
            on_map._hear_map("map-en", library.vocabulary)
            with patch.multiple(search, st=fake), patch.multiple(head, st=fake):
                selection = sidebar._selection(SimpleNamespace(lang="en"), library.vocabulary)
                head._open(state["selected"]["open"])
                head._remove(state["selected"]["removed"], library)
                head._search(state["selected"]["chosen"], library, selection)
        selection = sidebar._selection(SimpleNamespace(lang="en"), library.vocabulary)
    # What is kept can be said in a link, and means the same there.
    launches = selection.pick(library.record.launches, library.reaches)
    assert json.dumps(selection.page_query(library.vocabulary.period))
    assert len(launches) <= len(library.record.launches)


class Address(dict):
    """Query of a page, as Streamlit gives it."""

    def get_all(self, name: str) -> list[str]:
        return self.get(name, [])

    def from_dict(self, known: dict[str, list[str]]) -> None:
        self.clear()
        self.update(known)


def messages(seed: int) -> None:
    """Bytes of a socket are a message that is passed on, or none; nothing else comes of them."""
    from streamlit.proto.BackMsg_pb2 import BackMsg

    from dashboard.app import _clears

    chance = random.Random(seed)
    if chance.random() < 0.5:
        sent = chance.randbytes(chance.randrange(200))
    else:
        message = BackMsg(clear_cache=True)
        if chance.random() < 0.5:
            message.rerun_script.query_string = query(chance, parameters(chance))
        sent = bytearray(message.SerializeToString())
        for _ in range(chance.randrange(3)):
            sent[chance.randrange(len(sent))] = chance.randrange(256)
        sent = bytes(sent)
    clears = _clears(sent)
    try:
        meant = BackMsg.FromString(sent).WhichOneof("type") == "clear_cache"
    except Exception:  # noqa: BLE001 - protobuf's own kind
        meant = False
    assert clears == meant, sent


def tables(seed: int) -> None:
    """A table that was damaged is refused by name, or is read, drawn and written."""
    from dashboard.export.formats import FORMATS
    from dashboard.flights.atlas import build_atlases
    from dashboard.selection.library import Library
    from dashboard.selection.selection import Selection
    from dashboard.selection.view import View
    from data.problem import RecordError
    from data.record import read_record

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "tables"
        shutil.copytree(TINY, folder)
        for _ in range(chance.choice((1, 1, 2, 3))):
            table = chance.choice(sorted(folder.glob("*.csv")))
            table.write_bytes(damaged(chance, table.read_bytes()))
        try:
            record = read_record(folder)
        except RecordError as error:
            str(error)
            return
    library = Library.of(build_atlases(record))
    view = View(Selection(library.vocabulary.period), library)
    for kind in FORMATS.values():
        assert kind.write(view)


def damaged(chance: random.Random, content: bytes) -> bytes:
    """Table with a cell, some bytes or its end changed."""
    draw = chance.random()
    place = chance.randrange(len(content) + 1)
    if draw < 0.1:
        return content[:place]
    if draw < 0.25:
        alien = (b"\0", b"\xff", b'"', b",", b"\n", b"\r\n", b";", b"\xe2\x80\xae", b" ")
        return content[:place] + chance.choice(alien) + content[place:]
    text = content.decode("utf-8", "replace")
    rows = [line.split(",") for line in text.splitlines()]
    if not rows:
        return content
    row = chance.choice(rows)
    if draw < 0.35:
        rows.insert(chance.randrange(len(rows)), list(row))
    elif draw < 0.45:
        rows.remove(row)
    elif draw < 0.6 and len(rows) > 1:
        other = chance.choice(rows)
        column = chance.randrange(min(len(row), len(other)))
        row[column] = other[column]
    else:
        row[chance.randrange(len(row))] = written(chance)
    return "\n".join(map(",".join, rows)).encode("utf-8", "surrogatepass")


def reports(seed: int) -> None:
    """A text that nobody wrote is read without a fault, and every claim stands in it."""
    from conftest import shipped
    from dashboard.reports.draft import make_draft, reviews
    from data.reading.names import read_names
    from data.reading.reader import read_report
    from reading_texts import reports as texts

    chance, library = random.Random(seed), shipped()
    pieces = [text for report in texts(3, seed=seed) for text in re.split(r"(\W)", report.text)]
    for _ in range(chance.randrange(1, 12)):
        pieces.insert(chance.randrange(len(pieces)), written(chance))
    start = chance.randrange(len(pieces))
    text = "".join(pieces[start:] + pieces[: start // 2]).encode("utf-8", "replace").decode()
    day = chance.choice((None, dt.date(2022, 1, 5), dt.date(1984, 1, 1), dt.date(2099, 12, 31)))
    names = read_names()
    reading = read_report(text[:20_000], day, names)
    draft = make_draft(reading, names, library.vocabulary.by_id)
    assert len(reviews(draft, library.vocabulary.by_id)) == len(draft.claims)


FUZZERS: dict[str, Callable[[int], None]] = {
    each.__name__: each for each in (routes, pictures, clicks, messages, tables, reports)
}


def run(seconds: float, seed: int) -> int:
    """Run every fuzzer in turn for its share of the time; returns how many seeds failed."""
    failed = 0
    for name, fuzzer in FUZZERS.items():
        end, number, slowest = time.monotonic() + seconds / len(FUZZERS), 0, 0.0
        while time.monotonic() < end:
            begun = time.monotonic()
            try:
                fuzzer(seed + number)
            except Exception:  # noqa: BLE001 - whatever comes is what is looked for
                failed += 1
                sys.stdout.write(
                    f"{name} {seed + number} failed\n{traceback.format_exc(limit=-4)}\n"
                )
            slowest = max(slowest, time.monotonic() - begun)
            number += 1
        told = f"{name}: {number} seeds from {seed}, slowest {slowest:.2f} s"
        sys.stdout.write(f"{told}{' (too slow)' if slowest > SLOW_S else ''}\n")
        sys.stdout.flush()
        failed += slowest > SLOW_S
    return failed


if __name__ == "__main__":
    sys.exit(min(1, run(float(sys.argv[1]), random.SystemRandom().randrange(2**31))))
