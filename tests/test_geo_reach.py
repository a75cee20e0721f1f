"""How far launches carry flown flat, against what was published of the same flights."""

import numpy as np
import pytest

from geo.aiming import solve_launches
from geo.boost import Boost
from geo.geodesic import MAX_RANGE_KM
from geo.reach import reach

# Range, apogee [km], stages [s], the range that was published for a normal path [km].
PUBLISHED = {
    # https://www.koreanewsdigest.com/n-korea-seen-closer-to-icbm-boosted-by-new-missile-engine/
    "Hwasong-12, D. Wright, 2017-05-14": (787, 2111.5, (135,), 4500),
    # https://www.vice.com/en/article/59545d/north-korea-claims-it-just-tested-a-missile-that-can-reach-alaska
    "Hwasong-14, D. Wright, 2017-07-04": (933, 2802, (135, 135), 6700),
    # http://bnonews.com/news/index.php/news/id6233: "not taking into account the rotation"
    "Hwasong-14, D. Wright, 2017-07-28": (998, 3724.9, (135, 135), 10_400),
    # https://m.koreaherald.com/view.php?ud=20220131000100: 4,500 to 5,000
    "Hwasong-12, JCS, 2022-01-30": (800, 2000, (135,), 4500),
}


def launched(range_km, apogee_km, stages, azimuth_deg=75):
    boost = Boost(np.array(stages, float)[:, np.newaxis], np.array([1.5]))
    return solve_launches(39.5, 126.0, azimuth_deg, range_km, apogee_km, boost)


@pytest.mark.parametrize("name", PUBLISHED)
def test_reach_without_rotation_is_within_7_percent_of_what_was_published(name):
    *flight, published_km = PUBLISHED[name]
    (found_km,) = reach(launched(*flight), [90], turning=False).range_km[0]
    assert found_km == pytest.approx(published_km, rel=0.07)


def test_the_turning_earth_gives_to_the_east_and_takes_from_the_west():
    launches = launched(787, 2111.5, (135,))
    east, west, still = (
        reach(launches, [direction], turning=turning).range_km[0, 0]
        for direction, turning in ((90, True), (270, True), (90, False))
    )
    assert west < still < east
    assert east - west == pytest.approx(418, abs=150)  # an independent model: 4,505 and 4,087 km


def test_without_rotation_every_direction_is_alike_but_for_the_ellipsoid():
    found = reach(launched(998, 3724.9, (135, 135)), np.arange(0, 360, 30), turning=False)
    assert np.ptp(found.range_km) < 0.01 * found.range_km.mean()


def test_no_flight_reaches_less_far_than_it_flew():
    for azimuth_deg in (0, 90, 180, 270):
        launches = launched(2700, 550, (135,), azimuth_deg)
        assert reach(launches, [azimuth_deg]).range_km[0, 0] > 0.97 * 2700


def test_close_to_the_speed_of_an_orbit_every_point_is_in_reach():
    found = reach(launched(1001.2, 7687.5, (60, 60, 60)), [0, 90])
    assert found.range_km[0].tolist() == [MAX_RANGE_KM, MAX_RANGE_KM]


def test_several_launches_are_those_one_by_one():
    boost = Boost(np.full((1, 2), 135.0), np.full(2, 1.5))
    both = solve_launches(39.5, 126.0, 75, [787, 800], [2111.5, 2000], boost)
    together = reach(both, [20, 200]).range_km
    for number, flight in enumerate(((787, 2111.5), (800, 2000))):
        assert together[number] == pytest.approx(
            reach(launched(*flight, (135,)), [20, 200]).range_km[0]
        )
