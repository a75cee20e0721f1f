"""Many flights: what is worked out of them once, for the page and its floor alike."""

import os
import pickle
from pathlib import Path

from bench.floor import empty_payload
from dashboard import served as serving
from dashboard.flights.atlas import build_atlases
from dashboard.selection.library import Library
from dashboard.served import FILES, Served, served_of
from dashboard.words.say import Words
from data.record import read_record

PLACE = "BENCH_SERVED"
"""Variable that names the file of what is worked out."""
LANG = "en"


def work_out(record: Path, out: Path) -> Path:
    """Read a record and work out all that is served of it, which takes minutes."""
    served = served_of(Library.of(build_atlases(read_record(record))), {})
    files = {kind: served.file(kind, LANG) for kind in FILES}
    out.write_bytes(pickle.dumps((served.library, files, empty_payload(Words(), served.library))))
    return out


def serve_worked_out(*, drawn: bool) -> None:
    """Let the server serve what was worked out, `drawn` on the map or with an empty one."""
    serving._read = lambda: _served(drawn=drawn)


def _served(*, drawn: bool) -> Served:
    library, files, empty = pickle.loads(Path(os.environ[PLACE]).read_bytes())  # noqa: S301 - own
    kept = files if drawn else files | {"record": empty}
    copy = served_of(library, {}).copy
    return Served(library, copy=copy, _files={(kind, LANG): file for kind, file in kept.items()})
