"""Areas against what happened: stated impact places, withheld, lie where the areas say."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
import shapely
from pyproj import Geod

from dashboard.claims.figures import IMPACT_PLACE, impact_point
from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import ARC_KINDS, BEST
from data.impact_place import places_by_name, read_impact_place
from data.model import Claim, Launch
from geo.outline import outline_polygon
from geo.position import Position

ELLIPSOID = Geod(ellps="WGS84")
LEAST_SHARE = 0.85
LEAST_BARE_SHARE = 0.70
"""Of the places taken as points without extent: 35 of 44 did when this was written."""
EDGE_DEG = 0.02
"""Longest side of an outline along which the distance to a place is looked for: 2 km."""


@dataclass(frozen=True)
class Stated:
    """A stated impact place and how far from it the areas of its launch lie, None for no area."""

    launch: Launch
    claim: Claim
    radius_km: float
    apart_km: float | None

    @property
    def inside(self):
        """Whether a point within the place's own radius is inside an area."""
        return self.apart_km <= self.radius_km

    def __str__(self):
        words = f"{self.launch.id}: {self.claim.value} ({self.claim.authority})"
        if self.apart_km is None:
            return f"{words} has no flight"
        return f"{words}, ±{self.radius_km:.0f} km, is {self.apart_km:.0f} km outside"


def km_outside(flight, point):
    """Distance from a point to the 90 % area of a flight, 0 inside it [km]."""
    area = outline_polygon(flight.area)
    west = area.bounds[0]
    x = west + (point.longitude - west) % 360
    if area.covers(shapely.Point(x, point.latitude)):
        return 0.0
    longitude, latitude = shapely.get_coordinates(shapely.segmentize(area.exterior, EDGE_DEG)).T
    here = np.full_like(longitude, point.longitude), np.full_like(latitude, point.latitude)
    return ELLIPSOID.inv(*here, (longitude + 180) % 360 - 180, latitude)[2].min() / 1000


@pytest.fixture(scope="module")
def points(served):
    """Point that each claim of the record names, by launch and claim; where none, it is absent."""
    places = places_by_name(served.record.places.values())
    return {
        (launch.id, claim): impact_point(impact)
        for launch in served.record.launches
        for claim in launch.claims
        if claim.quantity == "impact_place"
        and (impact := read_impact_place(claim.value or "", places)) is not None
    }


@pytest.fixture(scope="module")
def withheld(served, points):
    """Atlas of the record without those claims."""
    launches = [
        replace(
            launch,
            claims=tuple(claim for claim in launch.claims if (launch.id, claim) not in points),
        )
        for launch in served.record.launches
    ]
    return build_atlases(replace(served.record, launches=launches))[BEST]


def turned(point, site, turn_deg):
    """Point as far from a site, in a direction turned by some degrees."""
    ends = site.longitude, site.latitude, point.longitude, point.latitude
    azimuth, _, metres = ELLIPSOID.inv(*ends)
    longitude, latitude, _ = ELLIPSOID.fwd(*ends[:2], azimuth + turn_deg, metres)
    return Position(latitude, longitude)


@pytest.fixture(scope="module")
def measure(served, points, withheld):
    """Measure stated places against the flights of those missiles that each speaks of."""
    by_id = {launch.id: launch for launch in served.record.launches}

    def distances(turn_deg=0):
        for (launch_id, claim), (point, radius_km) in points.items():
            flights = [
                flight
                for flight in withheld.flights.get(launch_id, ())
                if not claim.missiles or not set(claim.missiles).isdisjoint(flight.missiles)
            ]
            at = turned(point, by_id[launch_id].site, turn_deg) if turn_deg else point
            apart_km = min((km_outside(flight, at) for flight in flights), default=None)
            yield Stated(by_id[launch_id], claim, radius_km, apart_km)

    return distances


@pytest.fixture(scope="module")
def stated(measure):
    return list(measure())


@pytest.fixture(scope="module")
def measured(stated):
    return [each for each in stated if each.apart_km is not None]


def share(flags):
    return float(np.mean(list(flags)))


def listed(places):
    return "\n".join(map(str, places))


def test_enough_places_are_stated_to_judge_by(measured):
    assert len(measured) >= 40
    assert len({each.launch.id for each in measured}) >= 25


def test_nothing_that_is_judged_was_drawn_from_what_it_is_judged_by(withheld, measured):
    for each in measured:
        for flight in withheld.flights[each.launch.id]:
            assert flight.azimuth_deg.basis != IMPACT_PLACE, each


def test_a_place_without_a_flight_is_of_a_kind_that_flies_no_arc(stated):
    without = [each for each in stated if each.apart_km is None]
    assert {each.launch.missile.kind for each in without}.isdisjoint(ARC_KINDS), listed(without)


def test_stated_impact_places_lie_in_the_areas_drawn_without_them(measured):
    outside = [each for each in measured if not each.inside]
    inside = share(each.inside for each in measured)
    assert inside >= LEAST_SHARE, f"{inside:.1%} inside; outside are\n{listed(outside)}"


def test_each_launch_counts_once_however_often_its_place_is_stated(measured):
    by_launch = {}
    for each in measured:
        by_launch.setdefault(each.launch.id, []).append(each.inside)
    outside = sorted(launch_id for launch_id, inside in by_launch.items() if not all(inside))
    inside = share(launch_id not in outside for launch_id in by_launch)
    assert inside >= LEAST_SHARE, f"{inside:.1%} of launches inside; outside are {outside}"


def test_most_places_lie_inside_even_as_bare_points(measured):
    outside = [each for each in measured if each.apart_km > 0]
    inside = share(each.apart_km == 0 for each in measured)
    assert inside >= LEAST_BARE_SHARE, f"{inside:.1%} inside; outside are\n{listed(outside)}"


@pytest.mark.parametrize("turn_deg", [-30, 30])
def test_places_turned_about_their_sites_lie_outside_so_the_judgement_can_fail(measure, turn_deg):
    measured = [each for each in measure(turn_deg) if each.apart_km is not None]
    inside = [each for each in measured if each.inside]
    assert len(inside) <= 0.2 * len(measured), listed(inside)
