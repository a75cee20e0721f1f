"""The file that the map is drawn from, and the bits that say what of it is shown."""

import base64
import dataclasses
import gzip
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HOSTILE
from dashboard.flights import AREA_POINTS, TRACK_POINTS
from dashboard.map.layer import BASE_FILES, base_map, selected_layer
from dashboard.map.payload import Payload, build_payload
from dashboard.own_files import ASSETS, versioned
from dashboard.selection import facet
from dashboard.style import TYPE_COLOURS, TYPE_RANKS
from dashboard.wording import flight_lines


@pytest.fixture(scope="session")
def payload(served):
    return build_payload(served)


@pytest.fixture(scope="session")
def content(payload):
    return json.loads(gzip.decompress(payload.gzipped), parse_constant=pytest.fail)


def decode(bits, order):
    """Ids whose bit is set, read as the map's script reads them."""
    return {name for name, place in order.items() if bits[place >> 3] & (1 << (place & 7))}


def rendered(folium_map):
    return folium_map.get_root().render()


@pytest.fixture
def script(payload):
    """Render a layer on the base map, as the page of the map component gets it."""

    def render(layer):
        return rendered(base_map(payload).add_child(layer))

    return render


def state_in(html):
    """State that a layer hands to the map's script."""
    return json.loads(re.search(r"launchMap\.show\((.*)\);", html).group(1))


def test_same_record_makes_the_same_bytes_twice(served, payload):
    assert build_payload(served) == payload


def test_name_is_the_hash_of_the_content(payload):
    digest = hashlib.sha256(gzip.decompress(payload.gzipped)).hexdigest()
    assert digest.startswith(payload.digest)
    assert payload.name == f"record-{payload.digest}.json"


def test_changed_record_gets_another_name(served, payload):
    first, *others = served.record.launches
    other = dataclasses.replace(first, id="1999-01-01-99")
    record = dataclasses.replace(served.record, launches=(other, *others))
    assert build_payload(dataclasses.replace(served, record=record)).name != payload.name


def test_file_holds_every_launch_in_the_order_of_the_bits(served, payload, content):
    ids = [launch["id"] for launch in content["launches"]]
    assert ids == [launch.id for launch in served.record.launches]
    assert payload.order == {name: place for place, name in enumerate(ids)}


def test_every_launch_stands_at_its_own_site_or_at_none(served, content):
    for launch, sent in zip(served.record.launches, content["launches"], strict=True):
        if launch.site is None or launch.site.latitude is None:
            assert sent["site"] is None
        else:
            site = content["sites"][sent["site"]]
            assert site["name"] == launch.site.name_en
            assert (site["latitude"], site["longitude"]) == (
                launch.site.latitude,
                launch.site.longitude,
            )


def test_launch_at_the_first_site_is_not_taken_for_one_without(make_launch, make_atlas):
    sent = json.loads(gzip.decompress(build_payload(make_atlas(make_launch())).gzipped))
    assert [launch["site"] for launch in sent["launches"]] == [0]


def test_site_of_unknown_place_is_not_sent(make_launch, make_site, make_atlas):
    launch = make_launch(site=make_site(latitude=None, longitude=None))
    sent = json.loads(gzip.decompress(build_payload(make_atlas(launch)).gzipped))
    assert sent["sites"] == []
    assert sent["launches"][0]["site"] is None


def test_every_flight_is_sent_once_with_its_launch_type_and_text(served, content):
    flights = [flight for flights in served.flights.values() for flight in flights]
    assert len(content["flights"]) == len(flights)
    for flight, sent in zip(flights, content["flights"], strict=True):
        assert content["launches"][sent["launch"]]["id"] == flight.launch.id
        assert sent["type"] == facet(flight.launch, "type")
        assert sent["failed"] is flight.failed
        assert sent["text"] == flight_lines(flight)


def test_lines_are_sent_as_latitude_and_longitude_to_the_nearest_111_metres(served, content):
    flights = [flight for flights in served.flights.values() for flight in flights]
    for flight, sent in zip(flights, content["flights"], strict=True):
        assert len(sent["track"]) == 2 * TRACK_POINTS
        assert len(sent["area"]) == 2 * AREA_POINTS
        for name in ("track", "area"):
            vertices = getattr(flight, name).ravel()
            assert sent[name] == pytest.approx(vertices, abs=0.00051)
            assert sent[name] == [round(number, 3) for number in sent[name]]


def test_every_type_has_a_colour_and_a_rank(content):
    types = {flight["type"] for flight in content["flights"]}
    assert types <= set(content["colours"])
    assert types <= set(content["ranks"])
    assert set(TYPE_COLOURS) == set(TYPE_RANKS)


def test_hostile_text_comes_through_as_text(make_launch, make_claim, make_missile, make_atlas):
    name = "".join(HOSTILE)
    claims = make_claim("range_km", 700), make_claim("azimuth_deg", 75)
    launch = make_launch(*claims, missile=make_missile(name=name))
    sent = json.loads(gzip.decompress(build_payload(make_atlas(launch)).gzipped))
    assert sent["flights"][0]["text"][0] == f"5 Jan 2022 · {name}"


@given(st.data())
def test_bits_decode_to_exactly_the_launches_encoded(payload, data):
    ids = data.draw(st.sets(st.sampled_from(sorted(payload.order))))
    bits = payload.bits(ids)
    assert decode(bits, payload.order) == ids
    assert sum(byte.bit_count() for byte in bits) == len(ids)


@given(number=st.integers(0, 40), data=st.data())
def test_bits_fit_a_record_of_any_length(number, data):
    order = {f"2022-01-05-{place + 1}": place for place in range(number)}
    ids = data.draw(st.sets(st.sampled_from(sorted(order)))) if order else set()
    bits = Payload("", b"", order).bits(ids)
    assert len(bits) == -(-number // 8)
    assert decode(bits, order) == ids


def test_launch_that_is_not_in_the_file_is_refused(payload):
    with pytest.raises(KeyError):
        payload.bits({"2999-01-01-1"})


def test_layer_carries_the_selected_ids_and_no_geometry(payload, script):
    ids = set(sorted(payload.order)[::3])
    layer = selected_layer(payload, ids, opened=None, sea="East Sea", online=False)
    state = state_in(script(layer))
    assert decode(base64.b64decode(state["launches"]), payload.order) == ids
    assert (state["selected"], state["sea"], state["tiles"]) == (None, "East Sea", None)
    assert len(json.dumps(state)) < 200 + len(payload.order)


def test_layer_names_the_opened_launch_and_online_tiles_only_when_asked_for(payload, script):
    opened = next(iter(payload.order))
    layer = selected_layer(payload, set(), opened=opened, sea="Sea of Japan", online=True)
    state = state_in(script(layer))
    assert state["selected"] == opened
    assert state["sea"] == "Sea of Japan"
    assert state["tiles"]["url"].startswith("https://tile.openstreetmap.org/")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_launch_of_a_link_cannot_leave_its_string_in_the_script(payload, script, text):
    layer = selected_layer(payload, set(), opened=text, sea="East Sea", online=False)
    assert state_in(script(layer))["selected"] == text
    assert "<img" not in script(layer)
    assert "<script>alert" not in script(layer)


def test_base_map_is_the_same_at_every_call(payload):
    first, second = (re.sub(r"[0-9a-f]{32}", "", rendered(base_map(payload))) for _ in range(2))
    assert first == second


def test_base_map_loads_nothing_from_elsewhere(payload):
    found = re.findall(r"(?:src|href)=[\"']([^\"']+)", rendered(base_map(payload)))
    assert found
    assert [link for link in found if not link.startswith("../../assets/")] == []


def test_base_map_asks_for_the_record_by_its_name(payload):
    html = rendered(base_map(payload))
    assert f"../{payload.name}" in html
    assert all(f"../{versioned(path)}" in html for path in BASE_FILES)


@pytest.mark.parametrize("path", BASE_FILES)
def test_version_of_an_asset_is_the_hash_of_its_content(path):
    digest = hashlib.sha256((ASSETS / path).read_bytes()).hexdigest()
    assert versioned(path) == f"{path}?v={digest[:8]}"


def test_failures_that_draw_no_arc_are_sent_with_their_launch(served, content):
    for launch, sent in zip(served.record.launches, content["launches"], strict=True):
        without_arc = not served.flights.get(launch.id)
        assert sent["failed"] is (launch.outcome == "failure" and without_arc)
