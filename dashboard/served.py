"""What this server serves: the record and all that is made of it, read once, forgotten at once."""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.answers import Answers
from dashboard.flights.atlas import build_atlases
from dashboard.launch.table import TableFile, build_table
from dashboard.map.payload import Payload, build_payload
from dashboard.picture.studio import Studio, draw_apart
from dashboard.selection.library import Library
from dashboard.words.say import LANGUAGES, Words
from data.record import TABLES, read_record


@dataclass(frozen=True)
class Served:
    """A record with everything that is kept of it; the next record comes with a new one."""

    library: Library
    studio: Studio = field(default_factory=lambda: Studio(draw_apart))
    answers: Answers = field(default_factory=Answers)
    _payloads: dict[str, Payload] = field(default_factory=dict)
    _tables: dict[str, TableFile] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock)

    def payload(self, lang: str) -> Payload:
        """Geometry of the record for the browser, its texts in a language; made when first read."""
        with self._making:
            if lang not in self._payloads:
                self._payloads[lang] = build_payload(Words(lang), self.library.atlases)
            return self._payloads[lang]

    def payload_of(self, digest: str) -> Payload | None:
        """Payload of this content, in whichever language, or None where it is of no record here."""
        payloads = (self.payload(lang) for lang in LANGUAGES)
        return next((each for each in payloads if each.digest == digest), None)

    def table(self, lang: str) -> TableFile:
        """Rows of the record for the browser, in a language; made when first read."""
        with self._making:
            if lang not in self._tables:
                self._tables[lang] = build_table(Words(lang), self.library.atlases)
            return self._tables[lang]

    def table_of(self, digest: str) -> TableFile | None:
        """Table of this content, in whichever language, or None where it is of no record here."""
        tables = (self.table(lang) for lang in LANGUAGES)
        return next((each for each in tables if each.digest == digest), None)


_lock = threading.Lock()
_kept: list[Served] = []
"""What is served now, or nothing before the first reader comes."""


def record_folder() -> Path:
    """Folder of the tables served: the shipped ones, or those that `RECORD_FOLDER` names."""
    return Path(os.environ.get("RECORD_FOLDER") or TABLES)


def served() -> Served:
    """
    Shipped record, or the one in the folder that `RECORD_FOLDER` names.

    A reader who comes while another thread is at it waits for that result. A failure is not kept.

    Raises
    ------
    RecordError
        Naming everything that is wrong with the record.
    """
    with _lock:
        if not _kept:
            _kept.append(Served(Library.of(build_atlases(read_record(record_folder())))))
        return _kept[0]


def served_already() -> Served | None:
    """Return what is served if it has been read; nobody waits for it here."""
    return next(iter(_kept), None)


def forget() -> None:
    """Let the next reader have the record read anew."""
    with _lock:
        _kept.clear()
