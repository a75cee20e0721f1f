"""
Events around the launches as files, and in JSON whether launches are more frequent near them.

CSV is as that of the launches: UTF-8 with a byte order mark, and no text begins a formula.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from dashboard.around.association import Association, associations_of
from dashboard.export.csv_file import cell
from dashboard.export.json_file import as_json
from dashboard.words.say import LANGUAGES, Words
from data.event import EVENT_KINDS
from data.event import Event as Recorded
from data.model import Record


class Event(msgspec.Struct):
    """An event: its days, who took part, a sentence in each language, and where it was read."""

    id: str
    start: str
    end: str | None
    kind: str
    parties: list[str]
    text_en: str
    text_ko: str | None
    text_ja: str | None
    phrase: str | None
    source: str
    source_url: str | None


class Kind(msgspec.Struct):
    """A kind of event: its name and how complete it is, by language, and how many there are."""

    kind: str
    name: dict[str, str]
    complete: dict[str, str]
    events: int


class Events(msgspec.Struct):
    """All events, and launch days near them beside what chance would bring."""

    record_version: str
    record_covers_to: str
    kinds: list[Kind]
    events: list[Event]
    association_note: dict[str, str]
    associations: list[Association]


@dataclass(frozen=True, slots=True)
class EventFormat:
    """A kind of file that events are written in."""

    write: Callable[[Record], bytes]
    media_type: str


def _json(record: Record) -> bytes:
    spoken = [Words(lang) for lang in LANGUAGES]
    found = associations_of(record)
    return as_json(
        Events(
            record_version=record.version,
            record_covers_to=record.covers_to,
            kinds=[
                Kind(
                    kind,
                    {words.lang: words.named("event_kind", kind) for words in spoken},
                    {words.lang: words.named("event_complete", kind) for words in spoken},
                    sum(event.kind == kind for event in record.events),
                )
                for kind in EVENT_KINDS
            ],
            events=[_row(record, event) for event in record.events],
            association_note={
                words.lang: words.say("around.association", tests=len(found)) for words in spoken
            },
            associations=found,
        )
    )


def _csv(record: Record) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, Event.__struct_fields__, lineterminator="\r\n")
    writer.writeheader()
    for event in record.events:
        row = msgspec.structs.asdict(_row(record, event))
        writer.writerow({name: cell(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def _row(record: Record, event: Recorded) -> Event:
    source = record.sources[event.source_id]
    return Event(
        id=event.id,
        start=event.start,
        end=event.end,
        kind=event.kind,
        parties=list(event.parties),
        text_en=event.text_en,
        text_ko=event.text_ko,
        text_ja=event.text_ja,
        phrase=event.phrase,
        source=": ".join(part for part in (source.publisher, source.title) if part),
        source_url=source.url,
    )


EVENT_FORMATS = {
    "json": EventFormat(_json, "application/json"),
    "csv": EventFormat(_csv, "text/csv; charset=utf-8"),
}
"""Formats of events by the ending of their files."""
