"""GeoJSON, KML and GeoParquet, read back by readers that are not ours."""

import io
import json

import antimeridian
import fastkml
import geopandas
import lxml.etree
import numpy as np
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from fastkml.validator import validate
from shapely.geometry import Polygon, shape

from conftest import HOSTILE, shipped
from dashboard.export import geojson_file, kml_file, parquet_file
from dashboard.export.features import cut_area, features
from dashboard.flights.trajectories import flight_ascent
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_view

OVER_180 = "2022-10-04-1"
"""Ends at 178 E; its impact area crosses the antimeridian."""


@pytest.fixture(scope="module")
def whole(served):
    view, _ = read_view({}, shipped())
    return view


@pytest.fixture(scope="module")
def collection(whole):
    return json.loads(geojson_file.write(whole))


@pytest.fixture
def view_of(make_library):
    def view(launch):
        return View(Selection((launch.first_day, launch.last_day)), make_library(launch))

    return view


def of_role(collection, role, launch_id=None):
    return [
        one
        for one in collection["features"]
        if one["properties"]["role"] == role and launch_id in {None, one["properties"]["launch_id"]}
    ]


def rings(geometry):
    for polygon in shapely.get_parts(geometry):
        yield polygon.exterior, True
        yield from ((ring, False) for ring in polygon.interiors)


# ------------------------------------------------------------------------------------- GeoJSON
def test_every_shape_is_valid_and_within_the_longitudes_of_the_rfc(collection):
    for one in collection["features"]:
        if one["geometry"] is None:
            continue
        geometry = shape(one["geometry"])
        west, south, east, north = geometry.bounds
        assert -180 <= west <= east <= 180, one["id"]
        assert -90 <= south <= north <= 90, one["id"]
        assert geometry.is_valid, one["id"]


def test_rings_are_wound_right_hand(collection):
    areas = of_role(collection, "impact area") + of_role(collection, "ray")
    assert areas
    for one in areas:
        for ring, exterior in rings(shape(one["geometry"])):
            assert ring.is_ccw == exterior, one["id"]


def test_impact_area_of_4_october_2022_is_cut_at_180(collection):
    (track,) = of_role(collection, "track", OVER_180)
    assert track["geometry"]["type"] == "LineString"
    assert track["geometry"]["coordinates"][-1][0] == pytest.approx(178.0, abs=0.5)
    wide = of_role(collection, "impact area", OVER_180)[0]
    assert wide["properties"]["probability"] == 0.9
    assert wide["geometry"]["type"] == "MultiPolygon"
    bounds = sorted(shape(wide["geometry"]).geoms, key=lambda part: part.bounds[0])
    assert bounds[0].bounds[0] == -180
    assert bounds[-1].bounds[2] == 180


def test_cut_area_is_what_an_independent_library_cuts(served):
    (flight,) = served.flights[OVER_180]
    theirs = antimeridian.fix_polygon(
        Polygon(flight.area[:, ::-1]), great_circle=False, fix_winding=True
    )
    assert cut_area(flight.area).symmetric_difference(theirs).area < 1e-2


def test_track_over_180_is_cut_in_the_direction_of_flight(make_launch, make_claim, view_of):
    launch = make_launch(make_claim("range_km", 6000), make_claim("azimuth_deg", 70, "KCNA"))
    collection = json.loads(geojson_file.write(view_of(launch)))
    (track,) = of_role(collection, "track")
    assert track["geometry"]["type"] == "MultiLineString"
    first, second = track["geometry"]["coordinates"]
    assert first[0] == pytest.approx([126.426, 40.611])
    assert (first[-1][0], second[0][0]) == (180, -180)
    assert first[-1][1] == second[0][1]


def test_area_round_the_pole_stays_on_the_map(make_launch, make_claim, view_of):
    claims = [make_claim("range_km", 5500), make_claim("azimuth_deg", 0, "KCNA")]
    collection = json.loads(geojson_file.write(view_of(make_launch(*claims))))
    for one in of_role(collection, "impact area"):
        geometry = shape(one["geometry"])
        assert geometry.is_valid
        west, _, east, north = geometry.bounds
        assert (-180 <= west <= east <= 180, north) == (True, 90)


def test_launch_that_is_not_placed_has_no_geometry(collection, whole):
    nowhere = {launch.id for launch in whole.launches if whole.atlas.placement(launch) == "none"}
    assert nowhere
    null = {one["id"] for one in collection["features"] if one["geometry"] is None}
    assert null == nowhere


def test_known_in_part_is_marked_as_such(collection, whole):
    for kind, role in (("ring", "ring segment"), ("ray", "ray")):
        drawn = [
            trace
            for launch in whole.launches
            for trace in whole.atlas.traces.get(launch.id, ())
            if trace.kind == kind
        ]
        written = of_role(collection, role)
        assert len(written) == len(drawn) > 0
        assert all(one["properties"]["derived"] is True for one in written)
    assert all(
        "azimuth_deg" not in one["properties"] for one in of_role(collection, "ring segment")
    )


def test_geographic_software_reads_the_collection(whole):
    content = geojson_file.write(whole)
    frame = geopandas.read_file(io.BytesIO(content), engine="pyogrio")
    assert len(frame) == len(list(features(whole)))
    assert frame.crs.to_epsg() == 4326
    tracks = frame[frame["role"] == "track"].reset_index(drop=True)
    flights = [one for each in whole.launches for one in whole.atlas.flights.get(each.id, ())]
    ends = np.array([line.coords[-1] for line in tracks.geometry])
    assert np.abs(ends - [flight.track[-1, ::-1] for flight in flights]).max() < 1e-4
    assert list(tracks["range_authority"]) == [one.range_km.claim.authority for one in flights]


def test_every_feature_has_an_id_of_its_own(collection):
    ids = [one["id"] for one in collection["features"]]
    assert len(ids) == len(set(ids))


# ------------------------------------------------------------------------------------- GeoParquet
def test_geopandas_reads_the_parquet_file_as_the_same_shapes(whole):
    frame = geopandas.read_parquet(io.BytesIO(parquet_file.write(whole)))
    drawn = list(features(whole))
    assert list(frame["id"]) == [one.id for one in drawn]
    assert frame.crs == "OGC:CRS84"
    for ours, read in zip(drawn, frame.geometry, strict=True):
        assert (ours.geometry is None) == (read is None)
        assert ours.geometry is None or ours.geometry.equals(read)
    claims = frame[frame["role"] == "launch"]["claims"]
    assert sum(map(len, claims)) == sum(len(launch.claims) for launch in whole.launches)


def test_parquet_metadata_is_geoparquet_1_1(whole):
    metadata = pq.read_metadata(io.BytesIO(parquet_file.write(whole))).metadata
    geo = json.loads(metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    column = geo["columns"]["geometry"]
    assert column["encoding"] == "WKB"
    assert "crs" not in column
    shapes = [one.geometry for one in features(whole) if one.geometry is not None]
    assert set(column["geometry_types"]) == {one.geom_type for one in shapes}
    west, south, east, north = column["bbox"]
    assert [south, north] == list(shapely.total_bounds(shapes)[[1, 3]])
    # An area lies on both sides of the antimeridian: what is left out is the rest of the way round.
    longitudes = shapely.get_coordinates(shapes)[:, 0]
    assert ((longitudes >= west) | (longitudes <= east)).all()
    assert {west, east} <= set(longitudes)
    assert 120 < west < 130
    assert -180 <= east < -120
    own = json.loads(metadata[b"view"])
    assert own["record"]["version"] == whole.atlas.record.version
    assert own["sources"]


def test_parquet_columns_are_those_of_the_features(whole):
    known = {name for one in features(whole) for name in vars(one.properties)}
    assert known | {"id", "geometry"} == set(parquet_file.SCHEMA.names)


# ------------------------------------------------------------------------------------- KML
def placemarks(feature):
    for one in feature.features:
        if isinstance(one, fastkml.Placemark):
            yield one
        else:
            yield from placemarks(one)


def read_kml(view):
    # It takes text without the line that names the encoding.
    return fastkml.KML.from_string(kml_file.write(view).decode().partition("\n")[2])


def test_kml_is_valid_by_its_schema(whole):
    assert validate(element=lxml.etree.fromstring(kml_file.write(whole)))


def test_kml_holds_every_shape(whole):
    names = [one.name for one in placemarks(read_kml(whole))]
    flights = [one for each in whole.launches for one in whole.atlas.flights.get(each.id, ())]
    traces = [one for each in whole.launches for one in whole.atlas.traces.get(each.id, ())]
    high = [one for one in flights if flight_ascent(one)]

    def number(what):
        return sum(name.endswith(f" · {what}") for name in names)

    assert number("Flight (derived)") == len(high) > 0
    assert number("Track (derived)") == len(flights) - len(high) > 0
    assert number("Impact area, 90% (derived)") == len(flights)
    assert number("Ring segment (derived)") + number("Ray (derived)") == len(traces) > 0
    assert len(names) == len(list(features(whole)))


def test_geographic_software_reads_one_layer_with_what_a_filter_needs(whole, tmp_path):
    path = tmp_path / "all.kml"
    path.write_bytes(kml_file.write(whole))
    assert len(pyogrio.list_layers(path)) == 1
    frame = geopandas.read_file(path, engine="pyogrio", use_arrow=False)
    drawn = [one.properties for one in features(whole)]
    assert list(frame["role"]) == [one.role for one in drawn]
    assert list(frame["launch_id"]) == [one.launch_id for one in drawn]
    ranges = frame.loc[frame["role"] == "track", "range_km"]
    assert list(ranges) == [one.range_km for one in drawn if one.role == "track"]
    days = [one.date().isoformat() for one in frame["begin"]]
    assert days == [
        launch.first_day.isoformat()
        for launch in map(whole.library.vocabulary.by_id.get, frame["launch_id"])
    ]
    assert len(set(frame["Name"])) > len(whole.launches)


def test_flight_with_range_and_apogee_has_its_heights_in_metres(make_launch, make_claim, view_of):
    launch = make_launch(
        make_claim("range_km", 1000.0),
        make_claim("apogee_km", 500.0),
        make_claim("azimuth_deg", 90, "KCNA"),
    )
    (flight,) = (one for one in placemarks(read_kml(view_of(launch))) if "Flight" in one.name)
    heights = [point[2] for point in flight.geometry.coords]
    assert max(heights) == pytest.approx(500_000, rel=1e-3)
    assert heights[0] == pytest.approx(0, abs=1)
    assert heights[-1] == pytest.approx(0, abs=1)
    assert flight.kml_geometry.altitude_mode.value == "absolute"
    assert flight.geometry.coords[0][:2] == pytest.approx((126.426, 40.611))


def test_flight_without_an_apogee_lies_on_the_ground(make_launch, make_claim, view_of):
    launch = make_launch(make_claim("range_km", 1000.0), make_claim("azimuth_deg", 90, "KCNA"))
    (track,) = (one for one in placemarks(read_kml(view_of(launch))) if "Track" in one.name)
    assert not track.geometry.has_z
    assert track.kml_geometry.altitude_mode.value == "clampToGround"


def test_high_flight_over_180_keeps_its_height_at_the_cut(make_launch, make_claim, view_of):
    launch = make_launch(
        make_claim("range_km", 6000.0),
        make_claim("apogee_km", 900.0),
        make_claim("azimuth_deg", 70, "KCNA"),
    )
    (flight,) = (one for one in placemarks(read_kml(view_of(launch))) if "Flight" in one.name)
    first, second = flight.geometry.geoms
    assert (first.coords[-1][0], second.coords[0][0]) == (180, -180)
    assert first.coords[-1][1:] == pytest.approx(second.coords[0][1:])
    assert first.coords[-1][2] > 100_000


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "&#0;", "a\x00b\x0b", "\ud800", "\ufffe"])
def test_hostile_text_is_text_in_kml(make_launch, make_claim, make_missile, view_of, text):
    launch = make_launch(
        make_claim("site", text, phrase=text), note=text, missile=make_missile(name=text)
    )
    document = read_kml(view_of(launch)).features[0]
    (mark,) = document.features
    assert "<img" not in mark.description
    assert "<script" not in mark.description
    assert mark.name.startswith("5 Jan 2022")
