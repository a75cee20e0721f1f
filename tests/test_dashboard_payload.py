"""The file that the map is drawn from, and the bits that say what of it is shown."""

import base64
import dataclasses
import datetime as dt
import gzip
import hashlib
import json
import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HOSTILE, JANUARY_2022
from dashboard.bundles import BASE_FILES, versioned
from dashboard.bundles import content as asset
from dashboard.flights.atlas import build_atlases
from dashboard.flights.flight import AREA_POINTS, TRACK_POINTS
from dashboard.flights.plan import BEST, WHOSE
from dashboard.look import TYPE_COLOURS, TYPE_RANKS
from dashboard.map.layer import base_map, map_options, selected_layer
from dashboard.map.payload import Payload, build_payload
from dashboard.selection.filters import facet
from dashboard.selection.query import read_page_query
from dashboard.selection.selection import Selection
from dashboard.words.claims import flight_lines, trace_lines
from dashboard.words.say import LEFT_OPEN, Words
from geo.polyline import encoded

WORDS = Words("en")
DEGREES = st.floats(-540, 540)


@pytest.fixture(scope="session")
def payload(served_atlases):
    return build_payload(WORDS, served_atlases)


def sent_of(atlas):
    """Content of the file that a single atlas makes."""
    return build_payload(WORDS, {atlas.whose: atlas}).content


def flights_of(atlases):
    """Flights of any of the atlases, each once, by what is shown of it."""
    return {
        id(flight): flight
        for atlas in atlases.values()
        for flights in atlas.flights.values()
        for flight in flights
    }.values()


@pytest.fixture(scope="session")
def content(payload):
    for each in (payload, payload.rest):
        json.loads(gzip.decompress(each.gzipped), parse_constant=pytest.fail)
    return payload.content


def decode(bits, order):
    """Ids whose bit is set, read as the map's script reads them."""
    return {name for name, place in order.items() if bits[place >> 3] & (1 << (place & 7))}


def rendered(folium_map):
    return folium_map.get_root().render()


@pytest.fixture
def script(payload):
    """Render a layer on the base map, as the page of the map component gets it."""

    def render(layer):
        return rendered(base_map(WORDS, payload).add_child(layer))

    return render


def selection(**values):
    """Selection of January 2022 with those values."""
    return Selection(period=JANUARY_2022, **values)


def state_in(html):
    """State that a layer hands to the map's script."""
    return json.loads(re.search(r"window\.stateAhead = (.*);", html).group(1))


def test_same_record_makes_the_same_bytes_twice(served_atlases, payload):
    assert build_payload(WORDS, served_atlases) == payload
    assert build_payload(WORDS, build_atlases(served_atlases[BEST].record)) == payload


def test_name_is_the_hash_of_the_content(payload):
    digest = hashlib.sha256(gzip.decompress(payload.gzipped)).hexdigest()
    assert digest.startswith(payload.digest)
    assert payload.name == f"record-{payload.digest}.json"


def test_changed_record_gets_another_name(served, payload):
    first, *others = served.record.launches
    other = dataclasses.replace(first, id="1999-01-01-99")
    record = dataclasses.replace(served.record, launches=(other, *others))
    assert build_payload(WORDS, build_atlases(record)).name != payload.name


def test_file_holds_every_launch_in_the_order_of_the_bits(served, payload, content):
    ids = [launch["id"] for launch in content["launches"]]
    assert ids == [launch.id for launch in served.record.launches]
    assert payload.order == {name: place for place, name in enumerate(ids)}


def test_file_holds_the_days_of_the_events_from_the_first_launch_to_the_last(served, content):
    days = [day for launch in served.record.launches for day in (launch.first_day, launch.last_day)]
    wanted = sorted(
        (event.kind, event.first_day, event.last_day)
        for event in served.record.events
        if min(days) <= event.last_day and event.first_day <= max(days)
    )
    start = dt.date(1970, 1, 1)
    sent = [
        (kind, *(start + dt.timedelta(day) for day in marks[place : place + 2]))
        for kind, marks in content["events"].items()
        for place in range(0, len(marks), 2)
    ]
    assert sorted(sent) == wanted
    assert len(wanted) > 500


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
    sent = sent_of(make_atlas(make_launch()))
    assert [launch["site"] for launch in sent["launches"]] == [0]


def test_site_of_unknown_place_is_not_sent(make_launch, make_site, make_atlas):
    launch = make_launch(site=make_site(latitude=None, longitude=None))
    sent = sent_of(make_atlas(launch))
    assert sent["sites"] == []
    assert sent["launches"][0]["site"] is None


def test_every_flight_is_sent_once_with_its_launch_type_and_text(served_atlases, content):
    def seen(launch_id, type_, failed, differing, text):
        return launch_id, type_, failed, differing, tuple(text)

    flights = [
        seen(
            flight.launch.id,
            facet(flight.launch, "type"),
            flight.failed,
            flight.differing,
            flight_lines(Words(), flight),
        )
        for flight in flights_of(served_atlases)
    ]
    sent = [
        seen(
            content["launches"][each["launch"]]["id"],
            each["type"],
            each["failed"],
            each["differing"],
            each["text"],
        )
        for each in content["flights"]
    ]
    assert Counter(sent) == Counter(flights)


@pytest.mark.parametrize("whose", WHOSE)
def test_bits_of_the_file_say_whose_figures_draw_what(served_atlases, content, whose):
    atlas, bit = served_atlases[whose], 1 << WHOSE.index(whose)
    drawn = Counter(
        content["launches"][flight["launch"]]["id"]
        for flight in content["flights"]
        if flight["drawn"] & bit
    )
    assert drawn == {name: len(flights) for name, flights in atlas.flights.items()}
    for launch, sent in zip(atlas.record.launches, content["launches"], strict=True):
        assert bool(sent["placed"] & bit) is (atlas.placement(launch) != "none")


def test_lines_are_sent_as_latitude_and_longitude_to_the_nearest_111_metres(served):
    flights = sorted(flights_of({BEST: served}), key=lambda flight: flight.launch.id)
    for flight, sent in zip(flights, sent_of(served)["flights"], strict=True):
        track, area, core = (decoded(sent[name]) for name in ("track", "area", "core"))
        assert (len(track), len(area), len(core)) == (TRACK_POINTS, AREA_POINTS, AREA_POINTS // 2)
        assert track == pytest.approx(flight.track, abs=0.00051)
        assert area == pytest.approx(flight.area, abs=0.00051)
        assert core == pytest.approx(flight.core[::2], abs=0.00051)


def decoded(text):
    """Points of a line, as the format is told by those who made it."""
    numbers, number, shift = [], 0, 0
    for sign in text.encode("ascii"):
        number |= (sign - 63 & 31) << shift
        shift += 5
        if sign - 63 < 32:
            numbers.append(~(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    return np.cumsum(np.reshape(numbers, (-1, 2)), axis=0) / 1000


@given(st.lists(st.lists(st.tuples(DEGREES, DEGREES), min_size=1, max_size=4), max_size=4))
def test_any_line_is_read_as_it_was_written(lines):
    texts = encoded([np.array(line) for line in lines], 3)
    for line, text in zip(lines, texts, strict=True):
        assert decoded(text) == pytest.approx(np.array(line), abs=0.00051)


def test_every_launch_has_its_days_and_every_flight_its_time(served, content):
    for launch, sent in zip(served.record.launches, content["launches"], strict=True):
        assert sent["days"] == [str(launch.first_day), str(launch.last_day)]
    seconds = {content["launches"][each["launch"]]["id"]: each for each in content["flights"]}
    # North Korea stated 4,491 s and 5,156 s of the two that took longest.
    assert seconds["2023-07-12-1"]["seconds"] == pytest.approx(4491, rel=0.07)
    assert seconds["2024-10-31-1"]["seconds"] == pytest.approx(5156, rel=0.07)
    assert all(0 < each["seconds"] < 5400 for each in content["flights"])


def test_every_type_has_a_colour_and_a_rank(content):
    types = {flight["type"] for flight in content["flights"]}
    assert types <= set(TYPE_COLOURS)
    assert types <= set(TYPE_RANKS)
    assert set(TYPE_COLOURS) == set(TYPE_RANKS)


def test_hostile_text_comes_through_as_text(make_launch, make_claim, make_missile, make_atlas):
    name = "".join(HOSTILE)
    claims = make_claim("range_km", 700), make_claim("azimuth_deg", 75)
    launch = make_launch(*claims, missile=make_missile(name=name))
    sent = sent_of(make_atlas(launch))
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
    bits = Payload("record", "", b"", order).bits(ids)
    assert len(bits) == -(-number // 8)
    assert decode(bits, order) == ids


def test_launch_that_is_not_in_the_file_is_refused(payload):
    with pytest.raises(KeyError):
        payload.bits({"2999-01-01-1"})


def test_layer_carries_the_selected_ids_and_no_geometry(payload, script):
    ids = set(sorted(payload.order)[::3])
    layer = selected_layer(WORDS, payload, ids, selection(), within=ids)
    state = state_in(script(layer))
    assert decode(base64.b64decode(state["launches"]), payload.order) == ids
    assert state.keys() == {"within", "period", "launches", "figures", "sea"}
    assert (state["sea"], state["figures"]) == ("East Sea", 0)
    assert len(json.dumps(state)) < 300 + len(payload.order)


def test_layer_says_what_the_map_chooses_from_by_itself(payload, script):
    within = set(sorted(payload.order)[::2])
    wanted = selection(type=("SRBM", "IRBM"), moment="2022-01-05-1", events=("exercise",))
    state = state_in(script(selected_layer(WORDS, payload, set(), wanted, within=within)))
    assert decode(base64.b64decode(state["within"]), payload.order) == within
    assert state["period"] == [str(day) for day in JANUARY_2022]
    assert (state["type"], state["moment"]) == (["SRBM", "IRBM"], "2022-01-05-1")
    assert state["events"] == ["exercise"]


def test_layer_names_the_opened_launch_and_online_tiles_only_when_asked_for(payload, script):
    opened = next(iter(payload.order))
    wanted = selection(open=opened, sea="sea-of-japan", figures="japan")
    state = state_in(
        script(selected_layer(WORDS, payload, set(), wanted, within=set(), online=True))
    )
    assert state["selected"] == opened
    assert WHOSE[state["figures"]] == "japan"
    assert state["sea"] == "Sea of Japan"
    assert state["tiles"].startswith("https://tile.openstreetmap.org/")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_launch_of_a_link_cannot_leave_its_string_in_the_script(payload, script, text):
    layer = selected_layer(WORDS, payload, set(), selection(open=text), within=set())
    assert state_in(script(layer))["selected"] == text
    assert "<img" not in script(layer)
    assert "<script>alert" not in script(layer)


def test_base_map_is_the_same_at_every_call(payload):
    first, second = (
        re.sub(r"[0-9a-f]{32}", "", rendered(base_map(WORDS, payload))) for _ in range(2)
    )
    assert first == second


def test_base_map_loads_nothing_from_elsewhere(payload):
    found = re.findall(r"(?:src|href)=[\"']([^\"']+)", rendered(base_map(WORDS, payload)))
    assert found
    assert [link for link in found if not link.startswith("../../assets/")] == []


def test_map_asks_for_the_record_by_its_names(payload):
    names = {"record": f"../{payload.name}", "rest": f"../{payload.rest.name}"}
    assert map_options(payload) == names | {"from": payload.first}


def test_view_of_a_bare_address_needs_none_of_the_second_file(library, payload):
    opened, _ = read_page_query({}, library.vocabulary)
    places = [payload.order[each.id] for each in opened.pick(library.record.launches)]
    assert min(places) == payload.first > 0
    for file, names in ((payload, {"sites", "launches", "events"}), (payload.rest, set())):
        sent = json.loads(gzip.decompress(file.gzipped))
        assert sent.keys() >= {"flights", "traces"} | names
        for each in (*sent["flights"], *sent["traces"]):
            assert (each["launch"] >= payload.first) == (file is payload)


def test_record_that_the_first_view_shows_whole_is_one_file(make_record, make_launch):
    payload = build_payload(WORDS, build_atlases(make_record((make_launch(),))))
    assert payload.rest is None
    assert map_options(payload) == {"record": f"../{payload.name}"}


@pytest.mark.parametrize("path", BASE_FILES)
def test_version_of_an_asset_is_the_hash_of_its_content(path):
    digest = hashlib.sha256(asset(path)).hexdigest()
    assert versioned(path) == f"{path}?v={digest[:8]}"


def test_failures_are_sent_with_their_launch(served, content):
    for launch, sent in zip(served.record.launches, content["launches"], strict=True):
        assert sent["failed"] is (launch.outcome == "failure")


def test_launches_are_sent_with_the_short_name_that_stands_on_the_map(content):
    labels = {launch["id"]: launch["label"] for launch in content["launches"]}
    assert labels["2022-01-30-1"] == "30 Jan 2022, Hwasong-12"
    assert all(label.strip(" ,") == label for label in labels.values())


def test_what_is_known_in_part_is_sent_once_with_its_words(served_atlases, content):
    traces = {
        id(trace): trace
        for atlas in served_atlases.values()
        for traces in atlas.traces.values()
        for trace in traces
    }.values()
    sent = [
        (content["launches"][each["launch"]]["id"], each["kind"], tuple(each["text"]))
        for each in content["traces"]
        if each["kind"] != "announced"
    ]
    assert Counter(sent) == Counter(
        (trace.launch.id, trace.kind, tuple(trace_lines(Words("en", LEFT_OPEN), trace)))
        for trace in traces
    )
    assert {kind for _, kind, _ in sent} == {"ring", "ray"}


def test_only_region_only_sites_have_a_disc(served, content):
    areas = {
        launch.site.name_en
        for launch in served.record.launches
        if launch.site and launch.site.kind == "area"
    }
    assert {site["name"] for site in content["sites"] if site["disc"]} == areas


def test_attribution_names_the_sources_and_the_version_of_the_record(served, content):
    for credited in ("CNS/NTI", "nagix", "CSIS", "Natural Earth", "GeoNames"):
        assert credited in content["attribution"]
    assert f"record of {served.record.version}" in content["attribution"]
    assert served.record.covers_to in content["attribution"]
