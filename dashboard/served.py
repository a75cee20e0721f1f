"""What this server serves: the record and all that is made of it, read once, forgotten at once."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from dashboard.answers import Answers, JsonFile, packed
from dashboard.dataset.tables import Tables, tables_of
from dashboard.flights.atlas import build_atlases
from dashboard.launch.table import build_table
from dashboard.map.payload import Payload, build_payload
from dashboard.picture.studio import (
    FILMS_AT_ONCE,
    MOST_FILMS_WAITING,
    FilmOrder,
    Studio,
    Wanted,
    draw_apart,
)
from dashboard.selection.library import Library
from dashboard.words.filter_form import filter_form
from dashboard.words.say import LANGUAGES, Words
from data.record import TABLES, read_record


@dataclass(frozen=True)
class Served:
    """A record with everything that is kept of it; the next record comes with a new one."""

    library: Library
    studio: Studio = field(default_factory=lambda: Studio(draw_apart))
    films: Studio = field(
        default_factory=lambda: Studio(draw_apart, FILMS_AT_ONCE, MOST_FILMS_WAITING)
    )
    tables: Tables = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    _files: dict[tuple[str, str], JsonFile] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock)

    def studio_of(self, order: Wanted) -> Studio:
        """Where what is ordered is made."""
        return self.films if isinstance(order, FilmOrder) else self.studio

    def payload(self, lang: str) -> Payload:
        """Geometry of the record for the browser, its texts in a language."""
        return cast("Payload", self.file("record", lang))

    def file(self, kind: str, lang: str) -> JsonFile:
        """File of a kind for the browser, in a language; made when first read."""
        with self._making:
            if (kind, lang) not in self._files:
                self._files[kind, lang] = FILES[kind](Words(lang), self.library)
            return self._files[kind, lang]

    def file_of(self, kind: str, digest: str) -> JsonFile | None:
        """File of this content, in whichever language, or None where it is of no record here."""
        files = (self.file(kind, lang) for lang in LANGUAGES if kind in FILES)
        return next((each for each in files if each.digest == digest), None)


FILES: dict[str, Callable[[Words, Library], JsonFile]] = {
    "record": lambda words, library: build_payload(words, library.atlases),
    "table": lambda words, library: build_table(words, library.atlases),
    "filters": lambda words, library: JsonFile("filters", *packed(filter_form(words, library))),
}
"""What the browser keeps of the record, by kind."""
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
            folder = record_folder()
            library = Library.of(build_atlases(read_record(folder)))
            _kept.append(Served(library, tables=tables_of(folder)))
        return _kept[0]


def served_already() -> Served | None:
    """Return what is served if it has been read; nobody waits for it here."""
    return next(iter(_kept), None)


def forget() -> None:
    """Let the next reader have the record read anew."""
    with _lock:
        _kept.clear()
