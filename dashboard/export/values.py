"""What the fields of a file hold: descriptions, units and bounds, each said once."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta

from dashboard.claims.figures import IMPACT_PLACE, READ_OFF_A_MAP, STATED, WORDS
from dashboard.flights.atlas import PLACEMENTS
from dashboard.selection.filters import TYPES
from data.model import AUTHORITIES, KINDS, OUTCOMES, QUALIFIERS, STATUSES
from data.quantities import QUANTITIES
from geo.trajectory_kind import TrajectoryKind


def one_of(values: Iterable[str], description: str) -> Meta:
    """Description of a text that is one of some values."""
    return Meta(description=description, extra_json_schema={"enum": list(values)})


BOOSTED, ELLIPSE = "boost-and-rotation", "two-body-ellipse"
"""What times and heights follow from."""

Text = str | None
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Length = Annotated[float, Meta(ge=0)]
Probability = Annotated[
    float, Meta(gt=0, lt=1, description="Probability that the area holds the impact point.")
]
Position = Annotated[
    tuple[Latitude, float],
    Meta(description="Latitude and longitude [deg], continuous across the antimeridian."),
]
Missiles = Annotated[
    list[Annotated[int, Meta(ge=1)]],
    Meta(description="Numbers within the salvo; none means all of it."),
]
Recorded = Annotated[Literal[False], Meta(description="What the record holds.")]
Derived = Annotated[Literal[True], Meta(description="Not stated: it follows from claims.")]
Failed = Annotated[bool, Meta(description="Whether the flight failed.")]
Differing = Annotated[bool, Meta(description="Whether its range excludes the preferred one.")]
Sea = Annotated[Text, Meta(description="Sea that the impact was stated to be in.")]
Authority = Annotated[str, one_of(AUTHORITIES, "Who stated it.")]
Qualifier = Annotated[str, one_of(QUALIFIERS, "How the figure was put.")]
SourceId = Annotated[str, Meta(description="Id of the document it was read from.")]
Approximate = Annotated[
    bool, Meta(description="Whether it glided or manoeuvred, so that the track is approximate.")
]
Basis = Annotated[
    str, one_of([STATED, WORDS, READ_OFF_A_MAP, IMPACT_PLACE], "What the figure was read from.")
]
RangeKm = Annotated[Length, Meta(description="Range over the ground [km].")]
AzimuthDeg = Annotated[
    float, Meta(ge=0, le=360, description="Azimuth at the site, clockwise from north [deg].")
]
HalfWidth = Annotated[
    Length, Meta(description="Half of the interval it may lie in, in the unit of the name.")
]
LaunchId = Annotated[
    str, Meta(description="Korean date, as far as it is known, and a running number.")
]
Date = Annotated[str, Meta(description="Korean day (UTC+9), month or year.")]
MissileName = Annotated[str, Meta(description="Name of the missile.")]
Type = Annotated[str, one_of(TYPES, "Range class of the missile.")]
Kind = Annotated[str, one_of(KINDS, "Kind of missile.")]
SiteName = Annotated[Text, Meta(description="English name of the launch site.")]
Outcome = Annotated[str, one_of(OUTCOMES, "Outcome of the launch.")]
Status = Annotated[str, one_of(STATUSES, "How sure the launch is.")]
Quantity = Annotated[str, one_of(QUANTITIES, "What it is on.")]
Trajectory = Annotated[
    str, one_of(TrajectoryKind, "How the apogee compares with that of the least energy.")
]
Model = Annotated[
    str,
    one_of(
        (BOOSTED, ELLIPSE),
        "What times and heights follow from: a boost phase by class and the turning, oblate Earth "
        "without air, or the ellipse alone where air and steering matter most.",
    ),
]
Placement = Annotated[
    str,
    one_of(
        PLACEMENTS,
        "How the map shows it: as arcs, in part, at its site only, or not.",
    ),
]
