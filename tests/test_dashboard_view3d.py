"""What the 3D view sends to the browser."""

import json

import numpy as np
import pytest

from conftest import HOSTILE
from dashboard.look import DASHES, TYPE_COLOURS
from dashboard.panels.view3d import (
    HEIGHT_PX,
    MERCATOR_TILE_PX,
    UNBROKEN,
    counted,
    deck,
    flight_rows,
)
from dashboard.words.say import Words

WORDS = Words("en")


@pytest.fixture
def rows(served):
    return flight_rows(WORDS, [flight for flights in served.flights.values() for flight in flights])


@pytest.fixture
def flights_of(make_claim, make_launch, make_missile, make_atlas):
    def make(*claims, kind="ballistic", range_class="ICBM", **values):
        launch = make_launch(
            make_claim("azimuth_deg", 80.0),
            *claims,
            missile=make_missile(kind, range_class, **values),
        )
        return make_atlas(launch).flights[launch.id]

    return make


def scene(rows):
    return json.loads(deck(WORDS, rows).to_json())


def test_a_flight_with_an_apogee_rises_to_it_in_metres(flights_of, make_claim):
    (row,) = flight_rows(
        WORDS, flights_of(make_claim("range_km", 1090.0), make_claim("apogee_km", 6248.0))
    )
    heights = [point[2] for point in row["path"]]
    assert row["high"]
    assert max(heights) == pytest.approx(6_248_000, abs=200)
    assert heights[0] == heights[-1] == 0
    assert {point[2] for point in row["ground"]} == {0}
    assert "drawn up to 6,248 km high" in row["name"]


def test_flights_without_an_ellipse_lie_on_the_ground_and_say_so(flights_of, make_claim):
    figures = make_claim("range_km", 700.0), make_claim("apogee_km", 60.0)
    rows = flight_rows(WORDS, [*flights_of(figures[0]), *flights_of(*figures, kind="glide")])
    assert [row["high"] for row in rows] == [False, False]
    assert all(point[2] == 0 for row in rows for point in row["path"])
    assert all("no altitude known" in row["name"] for row in rows)
    assert "0 tracks drawn with the altitude" in counted(WORDS, rows)
    assert "2 tracks flat on the ground: no apogee is stated, or the flight glides" in counted(
        WORDS, rows
    )


def test_colours_and_dashes_are_those_of_the_map(flights_of, make_claim, make_launch, make_atlas):
    (row,) = flight_rows(WORDS, flights_of(make_claim("range_km", 700.0)))
    assert bytes(row["colour"]).hex() == TYPE_COLOURS["ICBM"].removeprefix("#")
    assert row["dash"] == list(UNBROKEN)
    failed = make_launch(
        make_claim("range_km", 100.0), make_claim("azimuth_deg", 80.0), outcome="failure"
    )
    (row,) = flight_rows(WORDS, make_atlas(failed).flights[failed.id])
    assert row["dash"] == list(DASHES["failed"])


def test_every_flight_of_the_record_is_in_the_scene(served, rows):
    layers = {layer["id"]: layer for layer in scene(rows)["layers"]}
    number = sum(map(len, served.flights.values()))
    assert len(layers["tracks"]["data"]) + len(layers["flights"]["data"]) == number == len(rows)
    marks = [mark["said"] for mark in layers["scale-words"]["data"]]
    assert marks == ["6,000 km", "2,000 km"]
    assert len(layers["shadows"]["data"]) == len(layers["flights"]["data"]) > 50


def test_no_address_but_our_own_is_named_and_no_base_map_is_asked_for(rows):
    sent = deck(WORDS, rows).to_json()
    assert "://" not in sent
    assert "mapProvider" not in sent or json.loads(sent)["mapProvider"] is None
    # This is how Streamlit's front end knows that no base map is wanted; any other value, or none,
    # and it would ask a third party for one.
    assert json.loads(sent)["mapStyle"] == "__MAP_STYLE__"
    land = next(layer for layer in scene(rows)["layers"] if layer["id"] == "land")
    assert land["data"].startswith("assets/base/land.geojson?v=")


def test_the_first_view_has_the_tops_of_lofted_flights_in_it(flights_of, make_claim):
    rows = flight_rows(
        WORDS, flights_of(make_claim("range_km", 1090.0), make_claim("apogee_km", 6248.0))
    )
    view = scene(rows)["initialViewState"]
    round_m = 40_030_000 * np.cos(np.radians(view["latitude"]))
    px_per_km = 1000 * MERCATOR_TILE_PX * 2 ** view["zoom"] / round_m
    assert 0.4 * HEIGHT_PX < px_per_km * 6248 < 0.9 * HEIGHT_PX
    assert view["position"] == [0, 0, pytest.approx(3_124_000, abs=100)]
    assert view["maxPitch"] > view["pitch"] > 45


def test_a_single_short_flight_is_not_seen_from_too_near(flights_of, make_claim):
    rows = flight_rows(WORDS, flights_of(make_claim("range_km", 1.0)))
    assert scene(rows)["initialViewState"]["zoom"] < 9


@pytest.mark.parametrize("hostile", [*HOSTILE, "@@=alert(1)", "@@#window"])
def test_no_text_of_the_record_is_taken_for_an_expression(flights_of, make_claim, hostile):
    rows = flight_rows(WORDS, flights_of(make_claim("range_km", 700.0, hostile), name=hostile))
    for layer in scene(rows)["layers"][2:]:
        for row in layer["data"]:
            assert not row.get("name", "").startswith("@@")
    assert deck(WORDS, rows)._tooltip["text"] == "{name}"


def test_the_whole_record_stays_below_what_a_reader_would_wait_for(rows):
    assert len(deck(WORDS, rows).to_json()) < 700_000
