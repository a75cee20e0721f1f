"""JSON and GeoJSON files as a whole: what is nested in what, down to the rows."""

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta
from shapely.geometry.base import BaseGeometry

from dashboard.export.ordinals import Ordinals
from dashboard.export.rows import (
    Claim,
    DrawnValues,
    FlightValues,
    ImpactPoint,
    LaunchValues,
    Profile,
    RayValues,
    RingValues,
    Source,
)
from dashboard.export.values import (
    Authority,
    Date,
    Kind,
    LaunchId,
    MissileName,
    Outcome,
    Position,
    Probability,
    Recorded,
    SiteName,
    SourceId,
    Status,
    Text,
    Type,
)

WhatIsNew = Annotated[
    Ordinals, Meta(description="The how-manyeth it is, what it is the first of, and the greatest.")
]


# ------------------------------------------------------------------------------ JSON
@dataclass(frozen=True, kw_only=True)
class ImpactArea:
    """Area that holds the impact point with a probability."""

    probability: Probability
    outline: list[Position]


@dataclass(frozen=True, kw_only=True)
class Flight(FlightValues):
    """Flight along the WGS 84 geodesic: derived."""

    track: list[Position]
    impact_areas: list[ImpactArea]


class Trace:
    """What is drawn of missiles known in part: one of the classes derived from it."""


@dataclass(frozen=True, kw_only=True)
class Ring(RingValues, Trace):
    """Segment of a ring at the range that is known: derived."""

    shape: Literal["ring"]
    line: list[Position]


@dataclass(frozen=True, kw_only=True)
class Ray(RayValues, Trace):
    """Short ray in the direction that is known, as its outline: derived."""

    shape: Literal["ray"]
    line: list[Position]


@dataclass(frozen=True, kw_only=True)
class Passage:
    """When a flight passed a place, by its derived path beside what is stated."""

    place: Annotated[str, Meta(description="Place, as it is stated.")]
    authority: Authority
    source_id: SourceId
    stated_first: Annotated[Text, Meta(description="First stated time (UTC), if any.")]
    stated_last: Annotated[Text, Meta(description="Last stated time (UTC), if any.")]
    derived_earliest: Annotated[str, Meta(description="Least of the derived time (UTC).")]
    derived_latest: Annotated[str, Meta(description="Most of the derived time (UTC).")]


@dataclass(frozen=True, kw_only=True)
class Launch(LaunchValues):
    """A launch with what is stated of it and what is derived."""

    claims: list[Claim]
    flights: list[Flight]
    traces: list[Trace]
    profiles: list[Profile]
    passages: list[Passage]
    ordinals: WhatIsNew


@dataclass(frozen=True, kw_only=True)
class RecordVersion:
    """Which record it was."""

    version: Annotated[str, Meta(description="Day of the record's last change.")]
    covers_to: Annotated[str, Meta(description="Last day it was read up to.")]


@dataclass(frozen=True, kw_only=True)
class Head:
    """What a file says of itself."""

    title: str
    link: Annotated[str | None, Meta(description="Reopens the view, if its address is known.")]
    record: RecordVersion
    selection: Annotated[
        dict[str, str | list[str] | None], Meta(description="What each filter was set to.")
    ]
    credit: Annotated[str, Meta(description="Whom to credit.")]
    note: Annotated[str, Meta(description="What is stated and what is derived.")]


@dataclass(frozen=True, kw_only=True)
class Launches(Head):
    """Launches selected."""

    launches: list[Launch]
    sources: list[Source]


# ------------------------------------------------------------------------------ GeoJSON, GeoParquet
class Properties:
    """Properties of a feature: one of the classes derived from it, as `role` says."""


@dataclass(frozen=True, kw_only=True)
class StatedRole:
    """What the feature of a launch is."""

    role: Literal["launch"]
    derived: Recorded


@dataclass(frozen=True, kw_only=True)
class LaunchProperties(LaunchValues, StatedRole, Properties):
    """A launch, at its site where the map places it."""

    claims: list[Claim]
    profiles: list[Profile]
    ordinals: WhatIsNew


@dataclass(frozen=True, kw_only=True)
class Repeated:
    """What each shape repeats of its launch."""

    launch_id: LaunchId
    date: Date
    missile: MissileName
    type: Type
    kind: Kind
    site: SiteName
    outcome: Outcome
    status: Status


@dataclass(frozen=True, kw_only=True)
class Role:
    """What a feature is."""

    role: str


@dataclass(frozen=True, kw_only=True)
class TrackProperties(FlightValues, Repeated, Role, Properties):
    """Ground track of a flight: derived."""

    role: Literal["track"]


@dataclass(frozen=True, kw_only=True)
class AreaProperties(ImpactPoint, DrawnValues, Repeated, Role, Properties):
    """Area that holds the impact point of a flight with a probability: derived."""

    role: Literal["impact area"]
    probability: Probability


@dataclass(frozen=True, kw_only=True)
class RingProperties(RingValues, Repeated, Role, Properties):
    """Segment of a ring at the range that is known: derived."""

    role: Literal["ring segment"]


@dataclass(frozen=True, kw_only=True)
class RayProperties(RayValues, Repeated, Role, Properties):
    """Short ray in the direction that is known: derived."""

    role: Literal["ray"]


@dataclass(frozen=True, kw_only=True)
class AnnouncedProperties(Repeated, Role, Properties):
    """Waters that were announced as dangerous before a launch: stated."""

    role: Literal["announced area"]
    derived: Recorded
    authority: Authority
    announced: Annotated[Text, Meta(description="The notice, with its window.")]
    source_id: SourceId


@dataclass(frozen=True, kw_only=True)
class Feature:
    """
    A shape with its properties; its geometry is null for a launch that the map does not place.

    x is the longitude within -180 to 180 and y the latitude [deg]; what crosses the antimeridian
    is cut there.
    """

    type: Literal["Feature"]
    id: str
    geometry: BaseGeometry | None
    properties: Properties


@dataclass(frozen=True, kw_only=True)
class Collection:
    """What a GeoJSON file is."""

    type: Literal["FeatureCollection"]


@dataclass(frozen=True, kw_only=True)
class FeatureCollection(Head, Collection):
    """Launches selected and the shapes that are drawn of them, by RFC 7946."""

    sources: list[Source]
    features: list[Feature]
