"""Points, impacts and tracks among zones, over the antimeridian too."""

import math
import time

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geo.errors import GeometryError
from geo.ground_track import ground_tracks
from geo.zones import EEZ, LAND, TERRITORIAL_SEA, Zone, Zones

# Two countries side by side: west of 131 E is A's, the land of both between 40 and 41 N.
SHAPES = {
    ("A", LAND): box(130, 40, 131, 41),
    ("B", LAND): box(131, 40, 132, 41),
    ("A", TERRITORIAL_SEA): box(130, 39, 131, 40),
    ("B", TERRITORIAL_SEA): box(131, 39, 132, 40),
    ("A", EEZ): MultiPolygon([box(130, 38, 131, 39), box(120, 38, 121, 39)]),
    ("B", EEZ): Polygon(),
}
ZONES = Zones(SHAPES)
OVER_180 = Zones({("A", LAND): box(170, 40, 190, 50), ("B", EEZ): box(190, 40, 200, 50)})


def one(zones, latitude, longitude):
    return zones.at(latitude, longitude)[()]


@pytest.mark.parametrize("turn", [-720, -360, 0, 360, 720])
def test_points_may_be_counted_on_past_180_and_so_may_zones(turn):
    longitudes = np.array([169, 171, 179, 180, 181, 189, 191, 201]) + turn
    a, b = ("A", LAND), ("B", EEZ)
    assert OVER_180.at(45, longitudes).tolist() == [None, a, a, a, a, a, b, None]
    assert one(ZONES, 40.5, 130.5 + turn) == ("A", LAND)


def test_points_beyond_180_have_the_same_zone_written_either_way():
    assert one(OVER_180, 45, -171) == one(OVER_180, 45, 189) == ("A", LAND)


def test_a_point_on_a_border_is_in_the_zone_given_first():
    assert one(ZONES, 40.5, 131) == ("A", LAND)
    assert one(ZONES, 40, 130.5) == ("A", LAND)
    assert one(ZONES, 39.5, 131) == ("A", TERRITORIAL_SEA)
    assert one(ZONES, 40, 131) == ("A", LAND)
    swapped = Zones(dict(reversed(SHAPES.items())))
    assert one(swapped, 40.5, 131) == ("B", LAND)
    assert one(swapped, 40, 130.5) == ("A", TERRITORIAL_SEA)


def test_an_outer_border_belongs_to_its_zone():
    assert one(ZONES, 41, 130) == ("A", LAND)
    assert one(ZONES, 41.000001, 130) is None


def test_latitude_comes_first():
    assert one(ZONES, 39.5, 130.5) == ("A", TERRITORIAL_SEA)
    with pytest.raises(GeometryError, match="latitude within -90 to 90"):
        ZONES.at(130.5, 39.5)


@pytest.mark.parametrize("wrong", [math.nan, None, math.inf])
def test_numbers_that_are_none_are_refused_and_named(wrong):
    with pytest.raises(GeometryError, match=r"point\[1\] must"):
        ZONES.at([40.5, wrong], [130.5, 130.5])
    with pytest.raises(GeometryError, match=r"point\[1\] must"):
        ZONES.at([40.5, 40.5], [130.5, wrong])
    with pytest.raises(GeometryError, match=r"point\[0, 2\] must"):
        ZONES.shares([[(40, 130), (40, 130), (40, wrong)]])
    with pytest.raises(GeometryError, match=r"point\[1, 0\] must"):
        ZONES.crossed([[(40, 130), (40, 130)], [(wrong, 130), (40, 130)]])


def test_nothing_asked_is_nothing_answered():
    assert ZONES.at([], []).shape == (0,)
    assert ZONES.shares(np.empty((0, 5, 2)))["A", LAND].shape == (0,)
    assert ZONES.crossed(np.empty((0, 5, 2)))["A"].shape == (0,)


def test_no_zones_at_all_hold_nothing():
    nowhere = Zones({})
    assert nowhere.at([40, -90], [130, 700]).tolist() == [None, None]
    assert nowhere.shares([[(40, 130)]]) == {}
    assert nowhere.crossed([[(40, 130), (41, 131)]]) == {}
    assert Zones({("A", LAND): Polygon()}).at(40, 130)[()] is None


def test_the_poles_are_places():
    cap = Zones({("A", LAND): box(-180, 80, 180, 90)})
    assert cap.at([90, 90, -90], [0, 500, 0]).tolist() == [("A", LAND), ("A", LAND), None]


def test_answers_have_the_shape_of_the_question():
    assert ZONES.at(np.full((2, 3), 40.5), 130.5).shape == (2, 3)
    assert isinstance(ZONES.at(40.5, 130.5)[()], Zone)


@pytest.mark.parametrize(
    ("shapes", "words"),
    [
        ({("A", "lake"): box(0, 0, 1, 1)}, "kind of a zone of A must be one of land"),
        ({("A", LAND): LineString([(0, 0), (1, 1)])}, "A, land must be a valid polygon"),
        ({("A", LAND): None}, "A, land must be a valid polygon"),
        ({("A", LAND): Polygon([(0, 0), (1, 1), (0, 1), (1, 0)])}, "must be a valid polygon"),
        ({("A", LAND): box(40, 130, 41, 131)}, "must lie within -90 to 90 N"),
        ({("A", LAND): box(0, 0, 1, 1), ("B", LAND): box(361, 0, 362, 1)}, "within one turn"),
    ],
)
def test_shapes_that_are_no_zones_are_refused(shapes, words):
    with pytest.raises(GeometryError, match=words):
        Zones(shapes)


@given(st.floats(37, 42), st.floats(119, 133))
def test_a_point_has_a_zone_that_shapely_finds_too(latitude, longitude):
    found = one(ZONES, latitude, longitude)
    holding = [name for name, shape in SHAPES.items() if shape.covers(Point(longitude, latitude))]
    assert found == (holding[0] if holding else None)


def test_shares_count_samples_and_leave_out_those_outside():
    impacts = [
        [(40.5, 130.5), (40.5, 131.5), (39.5, 130.5), (0, 0)],
        [(0, 0), (0, 0), (0, 0), (0, 0)],
        [(40.5, 131.5 + 360), (40.5, 131.5 - 360), (40.5, 131.5), (40.5, 131.5)],
    ]
    shares = ZONES.shares(impacts)
    assert list(shares) == list(SHAPES)
    assert shares["A", LAND].tolist() == [0.25, 0, 0]
    assert shares["B", LAND].tolist() == [0.25, 0, 1]
    assert shares["A", TERRITORIAL_SEA].tolist() == [0.25, 0, 0]
    assert shares["B", EEZ].tolist() == [0, 0, 0]


@pytest.mark.parametrize("shape", [(3,), (3, 2), (3, 0, 2), (3, 4, 3)])
def test_impacts_of_another_shape_are_refused(shape):
    with pytest.raises(GeometryError, match=r"impacts must have the shape \(flights, 1 or more"):
        ZONES.shares(np.zeros(shape))


@given(st.integers(0, 2**32 - 1))
def test_shares_of_a_flight_add_to_1_at_most(seed):
    draw = np.random.default_rng(seed)
    impacts = draw.uniform((37.5, 129.5), (41, 132), (4, 30, 2))
    shares = ZONES.shares(impacts)
    assert np.all(np.array(list(shares.values())) >= 0)
    assert np.all(sum(shares.values()) <= 1 + 1e-12)


def test_shares_are_near_the_areas_that_impacts_were_drawn_from():
    draw = np.random.default_rng(20221004)
    impacts = draw.uniform((38, 130), (41, 131), (1, 100_000, 2))
    shares = ZONES.shares(impacts)
    # Three standard errors of a share of 1/3 of 100,000 samples.
    for kind in (LAND, TERRITORIAL_SEA, EEZ):
        assert shares["A", kind][0] == pytest.approx(1 / 3, abs=0.0045)


def test_tracks_cross_land_between_their_points_too():
    tracks = [
        [(40.5, 129), (40.5, 133)],
        [(40.5, 129), (40.5, 129.9)],
        [(40.5, 131.5), (42, 131.5)],
        [(38, 130.5), (39.5, 130.5)],
    ]
    crossed = ZONES.crossed(tracks)
    assert crossed["A"].tolist() == [True, False, False, False]
    assert crossed["B"].tolist() == [True, False, True, False]


@pytest.mark.parametrize("turn", [-360, 0, 360])
def test_tracks_cross_land_past_180_whichever_way_they_come(turn):
    tracks = np.array([[(45, 160), (45, 175)], [(45, 200), (45, 195)], [(45, 200), (45, 185)]])
    assert OVER_180.crossed(tracks + np.array([0, turn]))["A"].tolist() == [True, False, True]
    # A track that starts beyond the zones' turn still reaches them, from either side.
    far = Zones({("A", LAND): box(-170, 40, -160, 50)})
    assert far.crossed(np.array([[(45, 170), (45, 195)]]) + np.array([0, turn]))["A"].tolist() == [
        True
    ]
    west = Zones({("A", LAND): box(160, 40, 170, 50)})
    assert west.crossed(np.array([[(45, -170), (45, -195)]]) + np.array([0, turn]))[
        "A"
    ].tolist() == [True]


def test_tracks_over_the_edge_of_the_zones_turn_reach_the_land_on_its_other_side():
    # The turn of these zones is -180 to 180: a track that runs on leaves it, and comes in again.
    zones = Zones({("A", LAND): box(-179, 40, -178, 50), ("B", LAND): box(178, 40, 179, 50)})
    crossed = zones.crossed([[(45, 179.5), (45, 182)], [(45, -179.5), (45, -182)]])
    assert crossed["A"].tolist() == [True, False]
    assert crossed["B"].tolist() == [False, True]


def test_zones_may_lie_anywhere_within_one_turn_but_not_on_more():
    wide = {("A", LAND): box(-170, 0, -160, 1), ("B", LAND): box(189, 0, 190, 1)}
    assert one(Zones(wide), 0.5, 189.5) == ("B", LAND)
    with pytest.raises(GeometryError, match=r"longitudes from -170\.0 to 191\.0"):
        Zones(wide | {("B", LAND): box(190, 0, 191, 1)})
    far = Zones({("A", LAND): box(350, 0, 400, 1)})
    assert one(far, 0.5, 355) == one(far, 0.5, 35) == one(far, 0.5, -5) == ("A", LAND)


def test_a_track_of_no_length_crosses_the_land_it_stands_on():
    crossed = ZONES.crossed([[(40.5, 130.5)] * 3, [(42, 130.5)] * 3])
    assert crossed["A"].tolist() == [True, False]


def test_a_track_of_two_points_is_the_geodesic_between_them():
    # From 40 N 120 E to 40 N 160 E the geodesic goes up to 42 N, as GeographicLib finds.
    line = Geodesic.WGS84.InverseLine(40, 120, 40, 160)
    top = line.Position(line.s13 / 2)
    assert top["lat2"] > 41.5
    island = box(top["lon2"] - 0.1, top["lat2"] - 0.01, top["lon2"] + 0.1, top["lat2"] + 0.01)
    below = box(139, 39.9, 141, 40.1)
    crossed = Zones({("A", LAND): island, ("B", LAND): below}).crossed([[(40, 120), (40, 160)]])
    assert crossed["A"].tolist() == [True]
    assert crossed["B"].tolist() == [False]


@pytest.mark.parametrize("shape", [(3,), (3, 2), (3, 1, 2), (3, 4, 3)])
def test_tracks_of_another_shape_are_refused(shape):
    with pytest.raises(GeometryError, match=r"tracks must have the shape \(flights, 2 or more"):
        ZONES.crossed(np.zeros(shape))


def test_ground_tracks_can_be_asked_as_they_come():
    tracks = np.stack(ground_tracks(40.5, 129, [90, 0], [200, 200]), axis=-1)
    crossed = ZONES.crossed(tracks)
    assert crossed["A"].tolist() == crossed["B"].tolist() == [True, False]


def test_a_hundred_thousand_points_among_many_corners_take_little_time():
    ring = Point(130, 40).buffer(3, quad_segs=2000)
    zones = Zones({("A", LAND): ring, ("A", EEZ): Point(130, 40).buffer(6) - ring})
    impacts = np.random.default_rng(1).uniform((33, 123), (47, 137), (200, 500, 2))
    zones.shares(impacts[:1])
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        zones.shares(impacts)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.3
