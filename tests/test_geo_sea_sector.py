"""Which azimuths lead into a sea, seen against pyproj's forward geodesic."""

import math

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geo.compass import Sector
from geo.errors import GeometryError
from geo.range_circle import range_arcs
from geo.sea_sector import sea_sectors

WGS84 = Geod(ellps="WGS84")
SITE = (40.6, 126.4)
EVERYWHERE = box(-180, -90, 180, 90)


def sector(sea, range_km=800, site=SITE):
    return sea_sectors(*site, range_km, sea)[0]


def test_a_sea_that_no_azimuth_leads_to_has_no_sector():
    assert sector(box(0, 0, 10, 10)) is None
    assert sector(Polygon()) is None
    assert sector(MultiPolygon()) is None


def test_a_sea_all_round_is_the_whole_compass_and_its_arc_the_whole_circle():
    found = sector(EVERYWHERE)
    assert found == Sector(180, 360)
    arc = range_arcs(*SITE, 800, found.first_azimuth_deg, found.last_azimuth_deg)[0]
    np.testing.assert_allclose(arc[0], arc[-1], rtol=0, atol=1e-9)


def test_a_sector_across_north_is_one_sector():
    # At 800 km, from 40.6 north, all north of 46 lies within some 43 degrees of north.
    found = sector(box(100, 46, 150, 60))
    assert found.azimuth_deg in {0, 359.75, 0.25}
    assert found.first_azimuth_deg > 300
    assert found.last_azimuth_deg < 60


def test_the_ends_of_a_sector_are_on_the_shore_to_half_a_degree():
    found = sector(box(128, 30, 140, 50))
    for azimuth, inwards in ((found.first_azimuth_deg, 1), (found.last_azimuth_deg, -1)):
        inside = WGS84.fwd(SITE[1], SITE[0], azimuth + 0.3 * inwards, 800e3)[0]
        outside = WGS84.fwd(SITE[1], SITE[0], azimuth - 0.3 * inwards, 800e3)[0]
        assert outside < 128 < inside


@pytest.mark.parametrize(
    "sea",
    [
        pytest.param(box(170, 20, 200, 60), id="run on past 180"),
        pytest.param(box(-190, 20, -160, 60), id="run on past -180"),
        pytest.param(
            MultiPolygon([box(170, 20, 180, 60), box(-180, 20, -160, 60)]), id="cut at 180"
        ),
    ],
)
@pytest.mark.parametrize("site", [SITE, (40, 180), (40, -180), (40, -179)])
def test_a_sea_over_the_antimeridian_is_one_sea_however_it_is_written(sea, site):
    expected = sector(box(170, 20, 200, 60), 4600, site)
    assert sector(sea, 4600, site) == expected
    assert (site != SITE) or expected.width_deg > 20


def test_the_antimeridian_itself_is_sea_where_a_sea_is_cut_there():
    # Due north along the meridian of 180 degrees.
    cut = MultiPolygon([box(170, 20, 180, 60), box(-180, 20, -160, 60)])
    assert sector(cut, 500, (40, 180)) == Sector(180, 360)


def test_the_widest_of_several_sectors_is_taken():
    two = MultiPolygon([box(133, 40, 138, 44), box(118, 20, 134, 36)])
    assert 130 < sector(two).azimuth_deg < 230


def test_of_sectors_as_wide_the_first_clockwise_from_north_is_taken():
    # From the equator, a sea from due north clockwise and its mirror from due south.
    seas = MultiPolygon([box(0, 1, 9, 9), box(-9, -9, 0, -1)])
    found = sector(seas, 500, (0, 0))
    assert found.first_azimuth_deg == 359.75
    assert found == sector(box(0, 1, 9, 9), 500, (0, 0))
    assert found.width_deg == sector(box(-9, -9, 0, -1), 500, (0, 0)).width_deg


def test_an_island_leaves_the_wider_side():
    azimuth, island = 95, shapely.Point(WGS84.fwd(SITE[1], SITE[0], 95, 800e3)[:2]).buffer(0.3)
    sea = box(128, 30, 140, 50)
    whole, left = sector(sea), sector(sea.difference(island))
    assert left.width_deg < whole.width_deg
    assert abs(azimuth - left.azimuth_deg) > left.width_deg / 2


def test_a_site_without_range_is_in_the_sea_or_not():
    assert sector(box(120, 35, 130, 45), 0) == Sector(180, 360)
    assert sector(box(128, 35, 130, 45), 0) is None


def test_from_a_pole_every_longitude_is_an_azimuth():
    found = sector(box(0, 60, 90, 90), 2000, (90, 0))
    assert found.width_deg == pytest.approx(90, abs=0.5)


def test_many_sites_have_a_sector_each_and_none_have_none():
    sea = box(128, 30, 140, 50)
    both = sea_sectors([40.6, 40.6], 126.4, [800, 5000], sea)
    assert both == [sector(sea), None]
    assert sea_sectors([], [], [], sea) == []


@pytest.mark.parametrize("wrong", [None, math.nan, -1, 25_000])
def test_impossible_ranges_are_refused(wrong):
    with pytest.raises(GeometryError, match=r"range_km\[1\]"):
        sea_sectors(*SITE, [800, wrong], EVERYWHERE)


@pytest.mark.parametrize("latitude", [None, math.nan, 126.4])
def test_what_is_no_place_has_no_sector(latitude):
    with pytest.raises(GeometryError, match="latitude"):
        sea_sectors(latitude, 40.6, 800, EVERYWHERE)


@pytest.mark.parametrize(
    "sea",
    [None, Point(130, 40), LineString([(0, 0), (1, 1)]), Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])],
)
def test_only_valid_polygons_are_seas(sea):
    with pytest.raises(GeometryError, match="a sea must be a valid Polygon or MultiPolygon"):
        sea_sectors(*SITE, 800, sea)
