"""The geometry of the whole record, sent to the browser once: the opening view, then the rest."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.answers import JsonFile, packed
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import AREA_PROBABILITIES, Flight, Vertices, site_disc
from dashboard.flights.trajectories import flight_times_s
from dashboard.selection.filters import facet
from dashboard.selection.period import opening
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.claims import (
    danger_area_lines,
    flight_lines,
    site_words,
    trace_lines,
)
from dashboard.words.names import launch_label
from dashboard.words.say import LEFT_OPEN, Words
from data.event import EVENT_KINDS, Event
from data.model import Launch, Record
from geo.polyline import encoded

REST = "rest"
"""Kind of the second file of the record."""
_DECIMALS = 3
"""Decimals of a degree on the map: 0.001 degree is at most 111 m."""
_EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True)
class Payload(JsonFile):
    """
    File of the geometry, and the place of each launch in it.

    What is drawn of launches before the `first` is in a file of its own, the `rest`: the view that
    a bare address opens needs none of it.
    """

    order: dict[str, int]
    first: int = 0
    rest: JsonFile | None = None

    @property
    def content(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What is in both files, for a page that brings it along."""
        whole = super().content
        for name, each in self.rest.content.items() if self.rest else ():
            whole[name] = each + whole[name]
        return whole

    def bits(self, launch_ids: set[str]) -> bytes:
        """One bit for each launch of the file, the lowest first, set for those given."""
        bits = bytearray((len(self.order) + 7) // 8)
        for launch_id in launch_ids:
            place = self.order[launch_id]
            bits[place >> 3] |= 1 << (place & 7)
        return bytes(bits)


def build_payload(words: Words, atlases: Mapping[str, Atlas]) -> Payload:
    """
    Files that hold every site, launch and flight that the map can show, texts in a language.

    `drawn` of a flight and `placed` of a launch have one bit for each choice of whose figures are
    drawn, the first the lowest, set where that choice shows it.
    """
    # One file serves every reader: the browser puts in what each calls the sea.
    words = Words(words.lang, LEFT_OPEN)
    record = next(iter(atlases.values())).record
    launches = record.launches
    sites = {
        site.id: site for launch in launches if (site := launch.site) and site.latitude is not None
    }
    place_of_site = {site_id: place for place, site_id in enumerate(sites)}
    order = {launch.id: place for place, launch in enumerate(launches)}
    flights = _distinct(atlas.flights for atlas in atlases.values())
    first = _first_of_opening(record)
    content: dict[str, Any] = {
        "attribution": words.say(
            "view.attribution", version=record.version, covers_to=record.covers_to
        ),
        "areaProbabilities": AREA_PROBABILITIES,
        "sites": [
            {
                "name": site_words(words, site),
                "latitude": site.latitude,
                "longitude": site.longitude,
                "disc": None if (disc := site_disc(site)) is None else _line(disc),
            }
            for site in sites.values()
        ],
        "launches": [
            {
                "id": launch.id,
                "site": place_of_site.get(launch.site.id) if launch.site else None,
                "type": facet(launch, "type"),
                "failed": launch.outcome == "failure",
                "days": [str(launch.first_day), str(launch.last_day)],
                "label": launch_label(words, launch),
                "placed": _bits(atlas.placement(launch) != "none" for atlas in atlases.values()),
            }
            for launch in launches
        ],
        "flights": [
            _feature(words, flight, order[flight.launch.id], drawn, time_s) | shapes
            for (flight, drawn), time_s, shapes in zip(
                flights,
                flight_times_s([flight for flight, _ in flights]),
                _shapes([flight for flight, _ in flights]),
                strict=True,
            )
        ],
        "traces": [
            {
                "launch": order[trace.launch.id],
                "drawn": drawn,
                "type": facet(trace.launch, "type"),
                "kind": trace.kind,
                "line": _line(trace.line),
                "text": trace_lines(words, trace),
            }
            for trace, drawn in _distinct(atlas.traces for atlas in atlases.values())
        ]
        + _announced(words, next(iter(atlases.values())), order, (1 << len(atlases)) - 1),
        "events": _marks(launches, record.events),
    }
    rest = {
        name: [each for each in content[name] if each["launch"] < first]
        for name in ("flights", "traces")
    }
    if not any(rest.values()):
        return Payload("record", *packed(content), order)
    opening_view = {
        name: [each for each in content[name] if each["launch"] >= first] for name in rest
    }
    return Payload(
        "record", *packed(content | opening_view), order, first, JsonFile(REST, *packed(rest))
    )


def _first_of_opening(record: Record) -> int:
    """Place of the first launch that the view of a bare address shows."""
    first_day, last_day = opening(Vocabulary(record))
    return next(
        (
            place
            for place, launch in enumerate(record.launches)
            if launch.last_day >= first_day and launch.first_day <= last_day
        ),
        len(record.launches),
    )


def _announced(
    words: Words, atlas: Atlas, order: Mapping[str, int], drawn: int
) -> list[dict[str, object]]:
    """Danger areas announced, whoever's figures are drawn."""
    return [
        {
            "launch": order[launch_id],
            "drawn": drawn,
            "type": facet(area.launch, "type"),
            "kind": "announced",
            "line": _line(area.line),
            "text": danger_area_lines(words, area),
        }
        for launch_id, areas in atlas.danger_areas.items()
        for area in areas
    ]


def _distinct(choices: Iterable[Mapping[str, Iterable[Any]]]) -> list[tuple[Any, int]]:
    """Everything drawn once, in the order of the launches, with its choices as bits."""
    drawn: dict[int, tuple[Any, int]] = {}
    for place, by_launch in enumerate(choices):
        for one in (one for drawn_of_launch in by_launch.values() for one in drawn_of_launch):
            drawn[id(one)] = one, drawn.get(id(one), (one, 0))[1] | 1 << place
    return sorted(drawn.values(), key=lambda pair: pair[0].launch.id)


def _marks(launches: Sequence[Launch], events: Iterable[Event]) -> dict[str, list[int]]:
    """
    First and last day of each event from the first launch to the last, by its kind.

    Days are counted from 1970, as the browser counts them.
    """
    first = min((launch.first_day for launch in launches), default=_EPOCH)
    last = max((launch.last_day for launch in launches), default=_EPOCH)
    marks: dict[str, list[int]] = {kind: [] for kind in EVENT_KINDS}
    for event in events:
        if first <= event.last_day and event.first_day <= last:
            marks[event.kind] += [(day - _EPOCH).days for day in (event.first_day, event.last_day)]
    return {kind: days for kind, days in marks.items() if days}


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << place for place, flag in enumerate(flags) if flag)


def _feature(
    words: Words, flight: Flight, place: int, drawn: int, time_s: float
) -> dict[str, object]:
    return {
        "launch": place,
        "drawn": drawn,
        "differing": flight.differing,
        "type": facet(flight.launch, "type"),
        "failed": flight.failed,
        "seconds": round(time_s),
        "text": flight_lines(words, flight),
    }


def _shapes(flights: Sequence[Flight]) -> Iterable[dict[str, str]]:
    """Track and areas of each flight, all encoded at once."""
    parts = {
        "track": [flight.track for flight in flights],
        "area": [flight.area for flight in flights],
        "core": [flight.core[::2] for flight in flights],
    }
    texts = [encoded(lines, _DECIMALS) for lines in parts.values()]
    return (dict(zip(parts, of_flight, strict=True)) for of_flight in zip(*texts, strict=True))


def _line(vertices: Vertices) -> str:
    return encoded([vertices], _DECIMALS)[0]
