"""Every format holds what the page selects, with who stated it, what is derived, and the link."""

import csv
import io
import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from conftest import JANUARY_2022, PUBLIC_ADDRESS, shipped
from dashboard.export.formats import FORMATS
from dashboard.flights.plan import BEST, WHOSE
from dashboard.selection.filters import LISTS
from dashboard.selection.query import read_query
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, read_view

KML = "{http://www.opengis.net/kml/2.2}"


def ids_of_json(content):
    return [launch["launch_id"] for launch in json.loads(content)["launches"]]


def ids_of_csv(content):
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return list(dict.fromkeys(row["launch_id"] for row in rows))


def ids_of_geojson(content):
    features = json.loads(content)["features"]
    return [one["id"] for one in features if one["properties"]["role"] == "launch"]


def ids_of_kml(content):
    marks = ET.fromstring(content).iter(f"{KML}Placemark")  # noqa: S314 - our own file
    return [mark.get("id").removeprefix("launch-") for mark in marks if mark.get("id")]


def ids_of_parquet(content):
    table = pq.read_table(io.BytesIO(content), columns=["launch_id", "role"])
    return [row["launch_id"] for row in table.to_pylist() if row["role"] == "launch"]


def ids_of_ics(content):
    events = Calendar.from_ical(content).walk("VEVENT")
    return [event["UID"].partition("@")[0] for event in events]


READERS = {
    "json": ids_of_json,
    "csv": ids_of_csv,
    "geojson": ids_of_geojson,
    "kml": ids_of_kml,
    "ics": ids_of_ics,
    "parquet": ids_of_parquet,
}


@st.composite
def queries(draw):
    """Queries of links, most of them narrow."""
    words = shipped().vocabulary
    query = {
        name: draw(st.lists(st.sampled_from(words.options(name)), unique=True, max_size=3))
        for name in draw(st.lists(st.sampled_from(LISTS), unique=True, max_size=2))
    }
    days = st.dates(*words.period).map(str)
    if draw(st.booleans()):
        query["period"] = draw(st.lists(days, min_size=1, max_size=2))
    query["figures"] = [draw(st.sampled_from(WHOSE))]
    query["sea"] = [draw(st.sampled_from(words.options("sea")))]
    return query


@settings(max_examples=5)
@given(query=queries())
def test_page_and_every_format_hold_the_same_launches(served_atlases, query):
    selection, problems = read_query(query, shipped().vocabulary)
    assert not problems
    best = served_atlases[BEST]
    on_the_page = [launch.id for launch in selection.pick(best.record.launches, best.reaches)]
    view, _ = read_view(query, shipped(), address=PUBLIC_ADDRESS)
    # The link in a file leads to the same file.
    asked = parse_qs(urlsplit(view.link).query)
    again, _ = read_view(asked, shipped(), address=PUBLIC_ADDRESS)
    assert (again.selection, again.link) == (view.selection, view.link)
    for name, kind in FORMATS.items():
        assert READERS[name](kind.write(view)) == on_the_page, name


@pytest.fixture(scope="module")
def january(library):
    return View(Selection(JANUARY_2022), library)


def launches_of(view):
    content = json.loads(FORMATS["json"].write(view))
    return {launch["launch_id"]: launch for launch in content["launches"]}


@pytest.mark.parametrize("name", FORMATS)
def test_file_says_its_version_its_link_and_whom_to_credit(january, name):
    content = FORMATS[name].write(replace(january, address=PUBLIC_ADDRESS))
    text = content.decode("utf-8", errors="replace").replace("&amp;", "&").replace("&amp;", "&")
    if name == "ics":
        # Its lines are folded, and commas within a text escaped.
        text = text.replace("\r\n ", "").replace("\\", "")
    assert january.atlas.record.covers_to in text
    assert january.atlas.record.version in text
    assert "https://launches.example/map/?period=2022-01-01&period=2022-01-31" in text
    assert "Apache-2.0" in text


def test_json_has_every_claim_as_it_is_recorded(january):
    written = {
        one["launch_id"]: one for one in json.loads(FORMATS["json"].write(january))["launches"]
    }
    for launch in january.launches:
        claims = written[launch.id]["claims"]
        assert [
            (*(one[name] for name in ("authority", "quantity", "low", "high")), one["value"])
            for one in claims
        ] == [(one.authority, one.quantity, one.low, one.high, one.value) for one in launch.claims]
        assert [one["phrase"] for one in claims] == [one.phrase for one in launch.claims]
        assert [one["stated_unit"] for one in claims] == [one.unit for one in launch.claims]


def test_a_unit_is_that_of_the_figures_beside_it_in_claims_and_derived_values(january):
    rows = csv.DictReader(io.StringIO(FORMATS["csv"].write(january).decode("utf-8-sig")))
    figures = [row for row in rows if row["low"]]
    assert {row["statement"] for row in figures} == {"claim", "derived"}
    ending = {"range_km": "km", "apogee_km": "km", "flight_time_s": "s", "azimuth_deg": "deg"}
    for row in figures:
        if row["quantity"] in ending:
            assert row["unit"] == ending[row["quantity"]], row
    assert "min" in {row["stated_unit"] for row in figures if row["unit"] == "s"}
    assert all(row["stated_unit"] == "" for row in figures if row["statement"] == "derived")


def test_json_has_the_source_of_every_claim(january):
    written = json.loads(FORMATS["json"].write(january))
    known = {source["id"] for source in written["sources"]}
    used = {claim["source_id"] for one in written["launches"] for claim in one["claims"]}
    assert used == known
    assert all(source["title"] for source in written["sources"])


def test_json_draws_the_flights_of_the_map(january):
    written = {
        one["launch_id"]: one for one in json.loads(FORMATS["json"].write(january))["launches"]
    }
    assert any(one["flights"] for one in written.values())
    for launch in january.launches:
        own = written[launch.id]
        assert own["placement"] == january.atlas.placement(launch)
        flights = january.atlas.flights.get(launch.id, ())
        for flight, drawn in zip(flights, own["flights"], strict=True):
            assert drawn["derived"] is True
            assert drawn["range_km"] == pytest.approx(flight.range_km.value, abs=1e-3)
            assert drawn["range_authority"] == flight.range_km.claim.authority
            assert drawn["azimuth_deg"] == pytest.approx(flight.azimuth_deg.value, abs=1e-3)
            assert drawn["azimuth_basis"] == flight.azimuth_deg.basis
            assert drawn["azimuth_half_width_deg"] == pytest.approx(
                flight.azimuth_deg.half_width, abs=1e-3
            )
            end = [drawn["impact_latitude"], drawn["impact_longitude"]]
            assert end == pytest.approx(list(flight.track[-1]), abs=1e-4)
            assert [area["probability"] for area in drawn["impact_areas"]] == [0.9, 0.5]


def test_profile_has_the_flight_time_that_follows_from_range_and_apogee(
    make_launch, make_claim, make_library
):
    launch = make_launch(make_claim("range_km", 998.0), make_claim("apogee_km", 3724.9))
    day = launch.first_day
    view = View(Selection((day, day)), make_library(launch))
    (written,) = json.loads(FORMATS["json"].write(view))["launches"]
    (profile,) = written["profiles"]
    # An independent model of the turning Earth, without a boost phase: 2,605 s.
    assert profile["flight_time_s"] == pytest.approx(2605, abs=1)
    assert profile["flight_time_low_s"] < 2605 < profile["flight_time_high_s"]
    assert profile["model"] == "boost-and-rotation"
    assert profile["path"] == []  # no azimuth is known
    assert (profile["trajectory"], profile["derived"]) == ("lofted", True)


def test_sea_is_called_as_the_reader_chose(served_atlases):
    def said(sea):
        view, _ = read_view({"sea": [sea]}, shipped())
        launches = json.loads(FORMATS["json"].write(view))["launches"]
        return {trace.get("sea") for one in launches for trace in one["traces"]}

    assert "East Sea" in said("East Sea")
    assert "Sea of Japan" in said("Sea of Japan")
    assert "East Sea" not in said("Sea of Japan")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_selected_is_a_file_with_nothing_in_it(served, name):
    view, _ = read_view({"type": ["ICBM"], "period": ["1984-04-01"]}, shipped())
    assert not view.launches
    assert READERS[name](FORMATS[name].write(view)) == []
