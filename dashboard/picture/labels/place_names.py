"""Names of seas, countries and cities on a map of a picture."""

import json
import math
from dataclasses import dataclass
from functools import cache

from dashboard.asset_files import ASSETS
from dashboard.look import FOCUS, LAND, PAPER, PICTURE, SEA
from dashboard.picture.labels.labels import Labelling, label_beside, with_padding
from dashboard.picture.paper.drawing import Dot, Part, Point, Text, as_point
from dashboard.picture.paper.type_setting import set_line
from dashboard.picture.scene.extent import MapFrame
from dashboard.words.filters import sea_label

MOST_KM_PER_UNIT_WITH_CITIES = 4.5
"""Scale beyond which cities are left out: a map of half the world has no room for them."""
_CITY_RADIUS, _CITY_RIM, _CITY_KEPT_FREE = 2.3, 1.0, 3.0
"""Dot of a city: its radius, its rim, half the square kept free around it [units]: smaller than any
mark of a launch."""
_MOST_CITY_COST = 8.0
"""What the name of a city may cover of tracks; one that finds no room is left out."""
_RIM = 2.5
"""Width of the rim of a name, in the colour it stands on [units]."""
_STEP_RIGHT, _STEP_DOWN = 5.0, 4.0
"""Steps in which a name is moved [units]; a name is wider than high."""
_EVERY = 3
"""Of those steps the ones that are tried."""
_FULL_REACH = 860.0
"""Width of a map from which a name may be moved by all of its reach [units]: on a narrow one that
leads to another sea."""
_STEP_COST = 0.05
"""Cost of a step: a name that is moved names its place less well."""
_GOOD_ENOUGH = 0.5
"""Cost below which no better place is sought."""


@dataclass(frozen=True)
class _Manner:
    """How names of a sort are written: size and spacing, how far they may move, what they cost."""

    style: str
    colour: str
    ground: str
    size: float
    """[heights of a letter]"""
    spacing: float
    """Between letters, as a share of their size; wide over land, as maps have it."""
    reach: int
    """Steps by which it may be moved: a sea is large, North Korea must not be left."""
    most_cost: float
    """What it may cover of tracks."""


_SEA = _Manner("italic", PICTURE["water"], SEA, 1.2, 0.04, reach=40, most_cost=25.0)
_FOCUS_NAME = _Manner("semibold", PICTURE["focus_name"], FOCUS, 1.05, 0.1, reach=9, most_cost=40.0)
_LAND_NAME = _Manner("regular", PICTURE["land_name"], LAND, 1.05, 0.1, reach=24, most_cost=25.0)
_EAST_SEA_SIZE = 1.5
"""Size of the name of the sea where most missiles come down [heights of a letter]."""


@dataclass(frozen=True)
class _Place:
    """A label of the base map, as `labels.json` has it."""

    id: str
    kind: str
    focus: bool
    latitude: float
    longitude: float
    names: dict[str, str]

    @property
    def manner(self) -> _Manner:
        """How the name of a sea or a country is written."""
        return _SEA if self.kind == "sea" else _FOCUS_NAME if self.focus else _LAND_NAME


def place_labels(frame: MapFrame, sea: str, labelling: Labelling) -> list[Part]:
    """Names of seas, countries and cities that find room, the greater first."""
    parts: list[Part] = []
    left, top, right, bottom = labelling.room.box
    cities = frame.km_per_unit < MOST_KM_PER_UNIT_WITH_CITIES
    for place in _places():
        at = as_point(frame.place(place.latitude, place.longitude)[0])
        if not (left < at[0] < right and top < at[1] < bottom):
            continue
        if place.kind != "city":
            parts += _area_name(place, sea, at, labelling)
        elif cities:
            parts += _city(place.names[labelling.lang], at, labelling)
    return parts


def _city(name: str, at: Point, labelling: Labelling) -> list[Part]:
    x, y = at
    half = _CITY_KEPT_FREE
    if math.isinf(labelling.room.cost((x - half, y - half, x + half, y + half))):
        return []
    quiet = PICTURE["city"]
    text = label_beside(name, at, labelling, most=_MOST_CITY_COST, colour=quiet, halo=LAND)
    if text is None:
        return []
    labelling.room.block_around(at, half)
    return [Dot(at, _CITY_RADIUS, PAPER, quiet, _CITY_RIM), labelling.take(text)]


def _area_name(place: _Place, sea: str, at: Point, labelling: Labelling) -> list[Part]:
    """Name of a sea or a country, moved a little where its place is taken."""
    manner, size = place.manner, place.manner.size
    name = place.names[labelling.lang]
    if place.id == "east-sea":
        name, size = sea_label(labelling.words, sea), _EAST_SEA_SIZE
    # Capitals mark a country, where a language has them.
    words = name if place.kind == "sea" or labelling.lang != "en" else name.upper()
    best: Text | None = None
    least = manner.most_cost
    left, _, right_edge, _ = labelling.room.box
    reach = manner.reach * min(1.0, (right_edge - left) / _FULL_REACH)
    for right, down in _nearby(math.floor(reach)):
        text = set_line(
            words,
            (at[0] + right * _STEP_RIGHT, at[1] + down * _STEP_DOWN),
            size * labelling.letter,
            labelling.lang,
            style=manner.style,
            anchor="middle",
            spacing=manner.spacing * size * labelling.letter,
            colour=manner.colour,
            halo=manner.ground,
            halo_width=_RIM,
            role="place",
        )
        moved = _STEP_COST * (abs(right) + abs(down))
        cost = labelling.room.cost(with_padding(text.box)) + moved
        if cost < least:
            best, least = text, cost
        if cost < _GOOD_ENOUGH:
            break
    return [labelling.take(best)] if best else []


@cache
def _nearby(reach: int) -> list[tuple[int, int]]:
    """Steps right and down within a reach, the nearest first."""
    steps = range(-reach, reach + 1, _EVERY)
    return sorted(
        ((x, y) for x in steps for y in steps), key=lambda step: (math.hypot(*step), step)
    )


@cache
def _places() -> list[_Place]:
    """Labels of the base map: what is in focus first, then seas, countries and cities."""
    labels = json.loads((ASSETS / "base" / "labels.json").read_text(encoding="utf-8"))["labels"]
    places = [
        _Place(
            each["id"],
            each["kind"],
            bool(each.get("focus")),
            each["latitude"],
            each["longitude"],
            each["names"],
        )
        for each in labels
    ]
    ranks = {"sea": 0, "country": 1, "city": 2}
    return sorted(places, key=lambda place: (not place.focus, ranks[place.kind]))
