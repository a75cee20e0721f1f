"""The built zones: structure, known places, and distances measured apart from what built them."""

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely.geometry import shape

from geo.zones import EEZ, KINDS, LAND, TERRITORIAL_SEA, Zones

FOLDER = Path(__file__).parents[1] / "dashboard" / "assets" / "zones"
FILE = FOLDER / "zones.geojson"
COUNTRIES = ("North Korea", "South Korea", "Japan", "Russia", "China")
AREA = (117, 20, 160, 52)
GEOD = Geod(ellps="WGS84")
# 12 and 200 nautical miles: UN Convention on the Law of the Sea, articles 3 and 57,
# https://www.un.org/depts/los/convention_agreements/texts/unclos/unclos_e.pdf
LIMITS_KM = {TERRITORIAL_SEA: 22.224, EEZ: 370.4}

# Coasts in the file are moved by up to 1.7 km, 2.9 km in Russia and China, and limits by 1.
COAST_KM = 4.0

# Its zones are in the file, and its land is not: it has no area in the base data.
ISLET = (139.297, 33.651)

PLACES = {
    "Tokyo": (35.68, 139.77, "Japan", LAND),
    "Sapporo": (43.06, 141.35, "Japan", LAND),
    "Seoul": (37.57, 126.98, "South Korea", LAND),
    "Pyongyang": (39.03, 125.75, "North Korea", LAND),
    "Vladivostok": (43.12, 131.89, "Russia", LAND),
    "Beijing's east": (39.9, 117.2, "China", LAND),
    "Busan harbour": (35.10, 129.05, "South Korea", TERRITORIAL_SEA),
    "10 km west of Oga": (39.95, 139.60, "Japan", TERRITORIAL_SEA),
    # 200 km west of Oshima-Oshima, in Japan's zone: yomiuri-2022-11-18 in data/sources.csv.
    "landing of 2022-11-18": (41.5, 137.0, "Japan", EEZ),
    "east of Hungnam": (39.5, 129.0, "North Korea", EEZ),
    "middle of the sea": (40.0, 135.0, "Japan", EEZ),
    "Yamato bank": (39.5, 134.5, "Japan", EEZ),
    "off Primorye": (43.0, 135.5, "Russia", EEZ),
    "south of Jeju": (32.0, 126.0, "South Korea", EEZ),
    "East China Sea": (30.0, 124.5, "China", EEZ),
    # As the base data has disputed islands, which takes no side.
    "Dokdo": (37.243, 131.862, "South Korea", LAND),
    "Kunashir": (44.1, 145.9, "Russia", LAND),
    "Uotsuri": (25.765, 123.53, "Japan", LAND),
}
OUTSIDE = {
    "Pacific": (40.0, 150.0),
    "edge of the area": (40.0, 160.0),
    "beyond the area": (35.5, 178.0),
    "peanut hole": (51.5, 149.3),
    "Taipei": (25.04, 121.5),
    "Mongolia": (47.5, 118.0),
    "Okinotorishima, not in the base data": (20.5, 136.1),
}


@pytest.fixture(scope="module")
def shapes():
    features = json.loads(FILE.read_text("utf-8"))["features"]
    return {
        (feature["properties"]["country"], feature["properties"]["zone"]): shape(
            feature["geometry"]
        )
        for feature in features
    }


@pytest.fixture(scope="module")
def zones(shapes):
    return Zones(shapes)


def test_the_file_holds_each_zone_of_each_country_once_land_first():
    file = json.loads(FILE.read_text("utf-8"))
    names = [tuple(feature["properties"].values()) for feature in file["features"]]
    assert names == [(country, kind) for kind in KINDS for country in COUNTRIES]
    assert "Natural Earth" in file["source"]


def test_the_file_is_small():
    assert FILE.stat().st_size < 250_000


def test_the_readme_is_short_and_says_that_no_boundary_is_legal():
    text = (FOLDER / "README.md").read_text("utf-8")
    assert len(text.splitlines()) < 60
    assert "approximate, not a legal boundary" in text.lower()


def test_zones_are_valid_within_the_area_and_on_the_grid(shapes):
    for zone in shapes.values():
        assert zone.geom_type == "MultiPolygon"
        assert zone.is_valid
        assert not zone.is_empty
        assert shapely.box(*AREA).covers(zone)
        coordinates = shapely.get_coordinates(zone)
        np.testing.assert_allclose(coordinates, coordinates.round(3), rtol=0, atol=1e-12)


def test_rings_wind_as_rfc_7946_asks(shapes):
    for zone in shapes.values():
        for part in zone.geoms:
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_zones_neither_overlap_nor_leave_gaps(shapes):
    assert shapely.coverage_is_valid(list(shapes.values()))
    for one, other in combinations(shapes.values(), 2):
        assert one.intersection(other).area == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("place", PLACES)
def test_a_known_place_is_in_its_zone(zones, place):
    latitude, longitude, country, kind = PLACES[place]
    assert zones.at(latitude, longitude)[()] == (country, kind)


@pytest.mark.parametrize("place", OUTSIDE)
def test_a_place_outside_is_in_no_zone(zones, place):
    assert zones.at(*OUTSIDE[place])[()] is None


def points_along(lines, step_deg, most):
    """Return points along lines, but not on the edge of the area."""
    points = shapely.get_coordinates(shapely.segmentize(lines, step_deg))
    inside = shapely.contains_xy(shapely.box(*AREA).buffer(-0.01), points)
    points = points[inside]
    return points[:: max(1, len(points) // most)]


def coast_km(points, land):
    """Return the geodesic to the nearest land: of the 40 nearest corners on the sphere, exactly."""
    corners = shapely.get_coordinates(shapely.segmentize(land, 0.01))
    kilometres = []
    for x, y in points:
        half = np.radians((corners - (x, y)) / 2)
        across = np.cos(np.radians(y)) * np.cos(np.radians(corners[:, 1]))
        near = np.argsort(np.sin(half[:, 1]) ** 2 + across * np.sin(half[:, 0]) ** 2)[:40]
        alike = np.ones(len(near))
        _, _, metres = GEOD.inv(x * alike, y * alike, *corners[near].T)
        kilometres.append(metres.min() / 1000)
    return np.array(kilometres)


def baseline(shapes, country):
    """Return what a country's limits are measured from."""
    land = shapes[country, LAND].boundary
    # A line too short to be seen stands for the islet.
    return land if country != "Japan" else land | shapely.LineString([ISLET, (139.298, 33.651)])


@pytest.mark.parametrize("kind", LIMITS_KM)
def test_no_zone_goes_beyond_its_limit_and_the_farthest_points_reach_it(shapes, kind):
    for country in COUNTRIES:
        points = points_along(shapes[country, kind].boundary, 0.1, 120)
        kilometres = coast_km(points, baseline(shapes, country))
        assert kilometres.max() < LIMITS_KM[kind] + COAST_KM
        if kind == TERRITORIAL_SEA or country in {"Japan", "Russia"}:
            assert kilometres.max() > LIMITS_KM[kind] - COAST_KM


@pytest.mark.parametrize("country", COUNTRIES)
def test_an_eez_begins_where_the_territorial_sea_ends(shapes, country):
    shared = shapes[country, EEZ].boundary & shapes[country, TERRITORIAL_SEA].boundary
    kilometres = coast_km(points_along(shared, 0.1, 80), baseline(shapes, country))
    assert len(kilometres) > 5
    np.testing.assert_allclose(kilometres, LIMITS_KM[TERRITORIAL_SEA], rtol=0, atol=COAST_KM)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Korea", "South Korea"),
        ("North Korea", "Russia"),
        ("North Korea", "China"),
        ("South Korea", "Japan"),
        ("South Korea", "China"),
        ("Japan", "Russia"),
        ("Japan", "China"),
    ],
)
def test_a_median_line_is_as_far_from_one_coast_as_from_the_other(shapes, one, other):
    shared = shapes[one, EEZ].boundary & shapes[other, EEZ].boundary
    points = points_along(shared, 0.1, 60)
    assert len(points) > 1
    far = coast_km(points, shapes[one, LAND].boundary)
    np.testing.assert_allclose(
        far, coast_km(points, shapes[other, LAND].boundary), rtol=0, atol=COAST_KM
    )
    assert far.min() > LIMITS_KM[TERRITORIAL_SEA] - COAST_KM


def test_random_points_at_sea_are_of_the_nearest_country_within_the_limits(shapes, zones):
    draw = np.random.default_rng(20221004)
    # The sea between Korea and Japan, where no other country's coast is near.
    points = np.column_stack((draw.uniform(127, 142, 400), draw.uniform(33.5, 43, 400)))
    land = shapely.union_all([shapes[country, LAND] for country in COUNTRIES])
    points = points[~shapely.contains_xy(land, points)]
    kilometres = np.array([coast_km(points, baseline(shapes, country)) for country in COUNTRIES])
    nearest, second = np.sort(kilometres, axis=0)[:2]
    for number, (longitude, latitude) in enumerate(points):
        near = nearest[number]
        limits = [0.0, *LIMITS_KM.values()]
        if min(abs(near - limit) for limit in limits) < COAST_KM or second[number] - near < 8:
            continue
        country = COUNTRIES[int(np.argmin(kilometres[:, number]))]
        expected = next((kind for kind, limit in LIMITS_KM.items() if near < limit), None)
        assert zones.at(latitude, longitude)[()] == (expected and (country, expected))


def test_name_of_a_zone_stands_in_that_zone():
    labels = json.loads((FOLDER.parent / "base" / "labels.json").read_text(encoding="utf-8"))
    zones = {
        feature["properties"]["country"]: shape(feature["geometry"])
        for feature in json.loads(FILE.read_text(encoding="utf-8"))["features"]
        if feature["properties"]["zone"] == EEZ
    }
    assert {label["country"] for label in labels["zones"]} == set(COUNTRIES)
    for label in labels["zones"]:
        place = shapely.Point(label["longitude"], label["latitude"])
        assert zones[label["country"]].contains(place), label
