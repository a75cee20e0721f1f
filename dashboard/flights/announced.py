"""What was announced of a launch beforehand, as it is drawn: danger areas, a line through them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray

from dashboard.flights.launch_point import launch_point
from data.announcement import Announcement
from data.model import Claim, Launch
from data.quantities import QUANTITIES
from geo.geodesic import WGS84

Vertices = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DangerArea:
    """
    Waters that were announced as dangerous.

    `claim` says by whom; `line` is the outline, closed, shape (points, 2), and `middle` its
    centroid, latitude before longitude [deg].
    """

    launch: Launch
    claim: Claim
    line: Vertices = field(repr=False)
    middle: tuple[float, float]


DangerAreas = Mapping[str, tuple[DangerArea, ...]]


def danger_areas(launch: Launch) -> tuple[DangerArea, ...]:
    """Danger areas announced of a launch, each once, in the order stated."""
    found: dict[bytes, DangerArea] = {}
    for claim in launch.claims:
        if claim.quantity != "announced":
            continue
        notice = QUANTITIES["announced"].reads(claim.value or "")
        for corners in notice.areas if isinstance(notice, Announcement) else ():
            # Some notices give the corners row by row: from one to the next they would cross.
            hull = shapely.MultiPoint(corners).convex_hull
            line = np.array(shapely.get_coordinates(hull), dtype=np.float64)
            middle = (float(hull.centroid.x), float(hull.centroid.y))
            found.setdefault(line.tobytes(), DangerArea(launch, claim, line, middle))
    return tuple(found.values())


def announced_line(launch: Launch) -> Vertices | None:
    """
    Line from the site through the middles of the danger areas, the nearest first.

    Shape (points, 2), latitude before longitude [deg]; None without a site or areas. It is what was
    announced, and no track: whether it was flown is another thing.
    """
    point, areas = launch_point(launch.site), danger_areas(launch)
    if point is None or not areas:
        return None

    def distance_m(middle: tuple[float, float]) -> float:
        return float(WGS84.inv(point.longitude, point.latitude, middle[1], middle[0])[2])

    middles = sorted((area.middle for area in areas), key=distance_m)
    return np.array([(point.latitude, point.longitude), *middles])
