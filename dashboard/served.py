"""What this server serves: the record and all that is made of it, read once, renewed as a whole."""

import pickle
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from dashboard.answers import Answers, JsonFile, packed
from dashboard.dataset.tables import Tables, tables_of
from dashboard.flights.atlas import build_atlases
from dashboard.launch.table import build_table
from dashboard.map.payload import REST, Payload, build_payload
from dashboard.record_folder import record_folder
from dashboard.selection.library import Library
from dashboard.words.borrowed import borrowed
from dashboard.words.filter_form import filter_form
from dashboard.words.say import LANGUAGES, Words
from data.problem import RecordError
from data.record import read_record


@dataclass(frozen=True, eq=False)
class Served:
    """
    A record with everything that is kept of it; the next record comes with a new one.

    `copy` is what other processes are given to serve the same.
    """

    library: Library
    tables: Tables = field(default_factory=dict)
    copy: bytes = b""
    answers: Answers = field(default_factory=Answers)
    _files: dict[tuple[str, str], JsonFile] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock)

    def payload(self, lang: str) -> Payload:
        """Geometry of the record for the browser, its texts in a language."""
        return cast("Payload", self.file("record", lang))

    def file(self, kind: str, lang: str) -> JsonFile:
        """File of a kind for the browser, in a language; made when first read."""
        with self._making:
            if (kind, lang) not in self._files:
                self._files[kind, lang] = FILES[kind](Words(lang), self.library)
            return self._files[kind, lang]

    def files_made(self) -> Iterable[tuple[str, str]]:
        """Kind and language of the files that were read so far."""
        return self._files

    def file_of(self, kind: str, digest: str) -> JsonFile | None:
        """File of this content, in whichever language, or None where it is of no record here."""
        if kind == REST:
            files = [self.payload(lang).rest for lang in LANGUAGES]
        else:
            files = [self.file(kind, lang) for lang in LANGUAGES if kind in FILES]
        return next((each for each in files if each and each.digest == digest), None)


FILES: dict[str, Callable[[Words, Library], JsonFile]] = {
    "record": lambda words, library: build_payload(words, library.atlases),
    "table": lambda words, library: build_table(words, library.atlases),
    "filters": lambda words, library: JsonFile(
        "filters", *packed(filter_form(words, library) | {"borrowed": borrowed(words)})
    ),
}
"""What the browser keeps of the record, by kind."""
WORKER_BYTES = 16 * 2**20
"""Answers that are kept where they are made, beside those that the server keeps: the same thing may
be asked for in other words."""
Stamp = tuple[tuple[str, int, int, int], ...]
"""Tables of a folder by name, time of the last writing, size and number."""
_lock = threading.Lock()
_kept: list[Served] = []
"""What is served now, or nothing before the first reader comes."""


@dataclass
class _Looks:
    """What was seen of the folder: what was read of it last, how it was at the last look."""

    read: Stamp | None = None
    seen: Stamp | None = None
    errors: RecordError | None = None
    former: Served | None = None


_looks = _Looks()


def served() -> Served:
    """
    Shipped record, or the one in the folder that `RECORD_FOLDER` names.

    A reader who comes while another thread is at it waits for that result. A failure is not kept.

    Raises
    ------
    RecordError
        Naming everything that is wrong with the record.
    """
    if _kept:
        # Nobody waits for a newer record that is being read.
        return _kept[0]
    with _lock:
        if not _kept:
            _looks.read = _stamp(record_folder())
            _kept.append(_read())
        return _kept[0]


def take_over(copy: bytes) -> None:
    """Serve what the process serves that this one works for."""
    library, tables = pickle.loads(copy)  # noqa: S301 - from whoever started us
    _kept[:] = [Served(library, tables=tables, answers=Answers(WORKER_BYTES))]
    _looks.former = None


def served_already() -> Served | None:
    """Return what is served if it has been read; nobody waits for it here."""
    return next(iter(_kept), None)


def newer_errors() -> RecordError | None:
    """Errors of tables that are newer than those served, which they do not replace."""
    return _looks.errors


def file_served(kind: str, digest: str) -> JsonFile | None:
    """File of this content, of what is served or of what was before it: pages are on their way."""
    now, former = served(), _looks.former
    return now.file_of(kind, digest) or (former.file_of(kind, digest) if former else None)


def look() -> bool:
    """
    Serve the tables as they are now if they changed, lie still since the last look, and are sound.

    Returns
    -------
    read
        Whether they were read.
    """
    now = _stamp(record_folder())
    at_rest, _looks.seen = now == _looks.seen, now
    return bool(_kept) and at_rest and now != _looks.read and renew()


def renew() -> bool:
    """
    Serve the tables as they are now, unless they have errors or are being written.

    Returns
    -------
    read
        Whether they were read whole, be they sound or not.
    """
    with _lock:
        now, errors, fresh = _stamp(record_folder()), None, None
        try:
            fresh = _read()
        except RecordError as error:
            errors = error
        except OSError:
            # Taken away or out of reach; the next look asks again.
            return False
        if _stamp(record_folder()) != now:
            return False
        _looks.read, _looks.errors = now, errors
        if fresh:
            former = next(iter(_kept), None)
            for kind, lang in tuple(former.files_made()) if former else ():
                fresh.file(kind, lang)
            # In one step: a reader gets the one or the other.
            _kept[:] = [fresh]
            _looks.former = former
    return True


def _read() -> Served:
    folder = record_folder()
    return served_of(Library.of(build_atlases(read_record(folder))), tables_of(folder))


def served_of(library: Library, tables: Tables) -> Served:
    """What is served of a record, as long as nobody uses it who would change it meanwhile."""
    return Served(library, tables, pickle.dumps((library, tables)))


def _stamp(folder: Path) -> Stamp:
    """How the tables of a folder are, without reading them."""
    try:
        known = [(path.name, path.stat()) for path in sorted(folder.glob("*.csv"))]
    except OSError:
        return ()
    return tuple((name, each.st_mtime_ns, each.st_size, each.st_ino) for name, each in known)
