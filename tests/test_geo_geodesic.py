"""
The direct and inverse geodesic problems against published lines.

`geodesic_reference.csv` holds the 20 WGS 84 lines of GeographicLib's own tests (Karney,
geographiclib 2.1, `test/test_geodesic.py`, MIT licence,
https://github.com/geographiclib/geographiclib-python), the first seven columns unchanged: degrees
and metres, longitudes and azimuths not wrapped.
"""

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geodesic import MAX_RANGE_KM, direct, direct_many, inverse, wrapped_azimuth
from geo.position import Position

REFERENCE = [
    {name: float(value) for name, value in row.items()}
    for row in csv.DictReader(
        (Path(__file__).parent / "geodesic_reference.csv").read_text(encoding="utf-8").splitlines()
    )
]

MUPYONG_RI = Position(40.611, 126.426)

# The published lines are good to nanometres; a millimetre is far below anything drawn here.
TOLERANCE_KM = 1e-6
TOLERANCE_DEG = 1e-8

positions = st.builds(Position, st.floats(-89.9, 89.9), st.floats(-180, 180))
azimuths = st.floats(0, 360, exclude_max=True)


def wrapped_longitude(longitude):
    return (longitude + 180) % 360 - 180


def apart_km(one, other):
    return inverse(one, other).range_km


@pytest.fixture(params=REFERENCE, ids=lambda row: f"{row['latitude_1']},{row['longitude_1']}")
def line(request):
    return request.param


def start_of(line):
    return Position(line["latitude_1"], wrapped_longitude(line["longitude_1"]))


def end_of(line):
    return Position(line["latitude_2"], wrapped_longitude(line["longitude_2"]))


def test_coincident_points_have_no_azimuth():
    line = inverse(MUPYONG_RI, MUPYONG_RI)
    assert (line.range_km, line.azimuth_deg) == (0, None)


def test_a_pole_is_one_place_under_every_longitude():
    assert inverse(Position(90, 0), Position(90, 126.4)).range_km == pytest.approx(0, abs=1e-12)


def test_both_sides_of_the_antimeridian_are_one_place():
    assert inverse(Position(36, 180), Position(36, -180)).range_km == 0


def test_the_way_over_the_antimeridian_is_the_short_one():
    line = inverse(Position(0, 179), Position(0, -179))
    # Two degrees of the WGS 84 equator, 6378.137 km in radius.
    assert line.range_km == pytest.approx(math.radians(2) * 6378.137, abs=TOLERANCE_KM)
    assert line.azimuth_deg == 90


def test_the_longest_geodesic_runs_from_pole_to_pole():
    assert inverse(Position(-90, 0), Position(90, 0)).range_km <= MAX_RANGE_KM
    end = direct(Position(-90, 0), 0, MAX_RANGE_KM)
    assert end.latitude == pytest.approx(90, abs=TOLERANCE_DEG)


def test_a_flight_of_no_range_stays_where_it_is():
    assert apart_km(direct(MUPYONG_RI, 80, 0), MUPYONG_RI) < TOLERANCE_KM


@pytest.mark.parametrize("range_km", [None, math.nan, -1, -1e-9, math.inf, 787_000])
def test_impossible_ranges_are_refused(range_km):
    with pytest.raises(GeometryError, match="range_km must be from 0 to 20004 km"):
        direct(MUPYONG_RI, 80, range_km)
    with pytest.raises(GeometryError, match=r"range_km\[1\] must be from 0 to 20004 km"):
        direct_many(40.6, 126.4, 80, [0, range_km])


@pytest.mark.parametrize("azimuth_deg", [None, math.nan, -1, 360, 400, math.inf])
def test_azimuths_outside_0_to_360_are_refused(azimuth_deg):
    with pytest.raises(GeometryError, match=r"azimuth_deg must be in \[0, 360\)"):
        direct(MUPYONG_RI, azimuth_deg, 100)
    with pytest.raises(GeometryError, match=r"azimuth_deg\[0\] must be in \[0, 360\)"):
        direct_many(40.6, 126.4, [azimuth_deg], 100)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(None, 126.4), (126.4, 40.6), (40.6, 181), (math.nan, 0)]
)
def test_starts_that_are_no_places_are_refused_in_bulk(latitude, longitude):
    with pytest.raises(GeometryError, match="itude"):
        direct_many([latitude], [longitude], 80, 100)


def test_the_published_ends_are_found_one_by_one(line):
    end = direct(start_of(line), float(wrapped_azimuth(line["azimuth_1"])), line["s12_m"] / 1000)
    assert apart_km(end, end_of(line)) < TOLERANCE_KM


def test_the_published_ranges_and_azimuths_are_found(line):
    found = inverse(start_of(line), end_of(line))
    assert found.range_km == pytest.approx(line["s12_m"] / 1000, abs=TOLERANCE_KM)
    assert found.azimuth_deg == pytest.approx(line["azimuth_1"] % 360, abs=TOLERANCE_DEG)
    # The azimuth at the end, pointing on, is that of the way back turned round.
    back = inverse(end_of(line), start_of(line)).azimuth_deg
    assert back == pytest.approx((line["azimuth_2"] + 180) % 360, abs=TOLERANCE_DEG)


def test_the_published_ends_are_found_in_bulk():
    column = {name: np.array([row[name] for row in REFERENCE]) for name in REFERENCE[0]}
    latitude, longitude = direct_many(
        column["latitude_1"],
        wrapped_longitude(column["longitude_1"]),
        wrapped_azimuth(column["azimuth_1"]),
        column["s12_m"] / 1000,
    )
    np.testing.assert_allclose(latitude, column["latitude_2"], rtol=0, atol=TOLERANCE_DEG)
    np.testing.assert_allclose(
        longitude, wrapped_longitude(column["longitude_2"]), rtol=0, atol=TOLERANCE_DEG
    )


def test_bulk_starts_and_azimuths_broadcast_and_inputs_stay_as_they_were():
    azimuth = np.array([0.0, 90.0, 180.0])
    latitude, longitude = direct_many(40.6, 126.4, azimuth[:, None], np.array([100.0, 200.0]))
    assert latitude.shape == longitude.shape == (3, 2)
    assert azimuth.tolist() == [0, 90, 180]


def test_bulk_takes_a_single_line_and_none_at_all():
    latitude, _ = direct_many(40.6, 126.4, 80, 100)
    assert latitude.shape == ()
    assert direct_many([], [], [], [])[0].shape == (0,)


def test_an_azimuth_a_hair_west_of_north_wraps_below_360():
    assert wrapped_azimuth([-1e-20, -10, 360, 725]).tolist() == [0, 350, 0, 5]


@given(positions, azimuths, st.floats(0, 19_000))
def test_direct_then_inverse_comes_back(start, azimuth_deg, range_km):
    end = direct(start, azimuth_deg, range_km)
    found = inverse(start, end)
    assert found.range_km == pytest.approx(range_km, abs=TOLERANCE_KM)
    if found.azimuth_deg is not None:
        again = direct(start, found.azimuth_deg, found.range_km)
        assert apart_km(again, end) < TOLERANCE_KM


@given(positions, positions)
def test_azimuths_found_are_at_least_0_and_below_360(start, end):
    found = inverse(start, end)
    assert 0 <= found.range_km <= MAX_RANGE_KM
    assert found.azimuth_deg is None or 0 <= found.azimuth_deg < 360


@given(positions, azimuths, st.floats(0, MAX_RANGE_KM))
def test_one_by_one_and_in_bulk_agree(start, azimuth_deg, range_km):
    alone = direct(start, azimuth_deg, range_km)
    latitude, longitude = direct_many(start.latitude, start.longitude, azimuth_deg, range_km)
    assert apart_km(alone, Position(float(latitude), float(longitude))) < TOLERANCE_KM


def test_the_4_october_2022_flight_ends_near_178_east():
    end = direct(MUPYONG_RI, 80, 4500)
    assert end.longitude == pytest.approx(178, abs=0.5)
