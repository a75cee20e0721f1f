"""
Rows that files are made of: the names of their fields, in order, and what each holds.

JSON, GeoJSON, CSV, GeoParquet and the description of the interface all follow from these classes.
They are dataclasses, as no `Struct` of msgspec can be put together from two others. Fields of a
class stand behind those of its bases, of which the last comes first.
"""

from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal

from msgspec import Meta

from dashboard.export.values import (
    Approximate,
    Authority,
    AzimuthDeg,
    Basis,
    Date,
    Derived,
    Differing,
    Failed,
    HalfWidth,
    Kind,
    Latitude,
    LaunchId,
    Length,
    Longitude,
    MissileName,
    Missiles,
    Model,
    Outcome,
    Placement,
    Qualifier,
    Quantity,
    RangeKm,
    Sea,
    SiteName,
    SourceId,
    Status,
    Text,
    Trajectory,
    Type,
)


# ------------------------------------------------------------------------------ stated
@dataclass(frozen=True, kw_only=True)
class LaunchValues:
    """What the record holds of a launch."""

    launch_id: LaunchId
    date: Date
    time_utc: Annotated[
        Text, Meta(description="Time of the launch (UTC), as 2022-01-04T23:10:00Z.")
    ]
    count: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="Missiles of the salvo, where the number is settled."),
    ]
    missile_id: Annotated[str, Meta(description="Id of the missile.")]
    missile: MissileName
    type: Type
    kind: Kind
    outcome: Outcome
    status: Status
    site_id: Annotated[Text, Meta(description="Id of the launch site.")]
    site: SiteName
    site_latitude: Annotated[Latitude | None, Meta(description="Latitude of the site [deg].")]
    site_longitude: Annotated[Longitude | None, Meta(description="Longitude of the site [deg].")]
    site_precision_km: Annotated[
        Length | None, Meta(description="Doubt about the site's coordinates [km].")
    ]
    note: Annotated[Text, Meta(description="What else is to be known.")]
    overflown_by_track: Annotated[
        list[str], Meta(description="Countries whose land a derived track crosses.")
    ]
    overflown_by_statement: Annotated[
        list[str],
        Meta(description="Countries that it passed over by what is stated or was announced."),
    ]
    placement: Placement
    launch_link: Annotated[Text, Meta(description="Lasting address of the launch.")]


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What one authority stated."""

    missiles: Missiles
    authority: Authority
    quantity: Quantity
    low: Annotated[
        float | None, Meta(description="Lower figure, in the unit of the quantity's name.")
    ]
    high: Annotated[float | None, Meta(description="Upper figure; equal to low for a single one.")]
    unit: Annotated[Text, Meta(description="Unit of low and high; null for numbers and words.")]
    stated_unit: Annotated[
        Text, Meta(description="Unit the source states it in, from which low and high follow.")
    ]
    value: Annotated[Text, Meta(description="Statement in words.")]
    qualifier: Qualifier
    phrase: Annotated[Text, Meta(description="Exact wording of the source.")]
    source_id: SourceId
    locator: Annotated[Text, Meta(description="Where in the source it stands.")]


@dataclass(frozen=True, kw_only=True)
class Source:
    """Document that claims were read from, or that a source cites for them."""

    id: Annotated[str, Meta(description="What claims call it by.")]
    publisher: Annotated[Text, Meta(description="Who published it.")]
    title: Annotated[str, Meta(description="Title, or what it is.")]
    url: Annotated[Text, Meta(description="Where it can be opened.")]
    date: Annotated[Text, Meta(description="Day it was published.")]
    accessed: Annotated[Text, Meta(description="Day it was read.")]
    licence: Annotated[Text, Meta(description="Licence it is under.")]


# ------------------------------------------------------------------------------ derived
@dataclass(frozen=True, kw_only=True)
class RangeFigure:
    """Range that is drawn, and the claim it was read from."""

    range_km: RangeKm
    range_half_width_km: HalfWidth
    range_basis: Basis
    range_authority: Authority
    range_qualifier: Qualifier
    range_source_id: SourceId


@dataclass(frozen=True, kw_only=True)
class AzimuthFigure:
    """Azimuth that is drawn, and the claim it was read from."""

    azimuth_deg: AzimuthDeg
    azimuth_half_width_deg: HalfWidth
    azimuth_basis: Basis
    azimuth_authority: Authority
    azimuth_qualifier: Qualifier
    azimuth_source_id: SourceId


@dataclass(frozen=True, kw_only=True)
class ApogeeFigure:
    """Apogee that is drawn, and the claim it was read from."""

    apogee_km: Annotated[Length, Meta(description="Greatest height of the flight [km].")]
    apogee_half_width_km: HalfWidth
    apogee_basis: Basis
    apogee_authority: Authority
    apogee_qualifier: Qualifier
    apogee_source_id: SourceId


@dataclass(frozen=True, kw_only=True)
class DerivedValues:
    """What is said of everything derived."""

    derived: Derived
    missiles: Missiles


@dataclass(frozen=True, kw_only=True)
class FlownValues(DerivedValues):
    """What is said of a flight."""

    failed: Failed


@dataclass(frozen=True, kw_only=True)
class DrawnValues(FlownValues):
    """What is said of a flight that is drawn on the map."""

    differing: Differing


@dataclass(frozen=True, kw_only=True)
class CourseValues(DrawnValues):
    """What is said of a track."""

    approximate: Approximate


@dataclass(frozen=True, kw_only=True)
class ImpactPoint:
    """Derived impact point: the end of the track."""

    impact_latitude: Annotated[Latitude, Meta(description="Latitude [deg].")]
    impact_longitude: Annotated[Longitude, Meta(description="Longitude [deg].")]


@dataclass(frozen=True, kw_only=True)
class FlightValues(ImpactPoint, AzimuthFigure, RangeFigure, CourseValues):
    """Flight of those missiles that share range, azimuth and outcome."""


@dataclass(frozen=True, kw_only=True)
class RingValues(RangeFigure, DerivedValues):
    """Missiles of which a range is known and no azimuth."""

    sea: Sea


@dataclass(frozen=True, kw_only=True)
class RayValues(AzimuthFigure, DerivedValues):
    """Missiles of which an azimuth is known and no range."""

    sea: Sea


@dataclass(frozen=True, kw_only=True)
class PathPoint:
    """Where a flight was at a time, over the turning Earth: derived."""

    latitude: Latitude
    longitude: Annotated[
        float, Meta(description="Longitude, continuous across the antimeridian [deg].")
    ]
    height_km: Annotated[Length, Meta(description="Height above the ground [km].")]
    time_s: Annotated[Length, Meta(description="Time since lift-off [s].")]


@dataclass(frozen=True, kw_only=True)
class Profile(ApogeeFigure, RangeFigure, FlownValues):
    """Flight through range and apogee: derived."""

    flight_time_s: Annotated[Length, Meta(description="Derived flight time [s].")]
    flight_time_low_s: Annotated[
        Length, Meta(description="Least that the flight time may be, by figures and model [s].")
    ]
    flight_time_high_s: Annotated[
        Length | None,
        Meta(description="Most that it may be [s]; null where nothing bounds it: in the air."),
    ]
    model: Model
    trajectory: Trajectory
    path: Annotated[
        list[PathPoint],
        Meta(description="Path from lift-off to impact; empty where site or azimuth is unknown."),
    ]


# ------------------------------------------------------------------------------ tables
@dataclass(frozen=True, kw_only=True)
class Statement:
    """A claim or a derived value, in a table beside its launch."""

    statement: Literal["claim", "derived"]
    shape: Text = None
    missiles: list[int] | None = None
    authority: Text = None
    quantity: Text = None
    low: float | None = None
    high: float | None = None
    half_width: float | None = None
    unit: Text = None
    stated_unit: Text = None
    value: Text = None
    qualifier: Text = None
    basis: Text = None
    probability: float | None = None
    failed: bool | None = None
    differing: bool | None = None
    phrase: Text = None
    source_id: Text = None
    source_publisher: Text = None
    source_title: Text = None
    source_url: Text = None
    locator: Text = None


@dataclass(frozen=True, kw_only=True)
class FileValues:
    """What each row of a table repeats of its file."""

    record_version: str
    record_covers_to: str
    link: str | None
    credit: str


def names(row: type[Any]) -> tuple[str, ...]:
    """Names of the fields of a row, in order."""
    return tuple(field.name for field in fields(row))
