"""What pictures are put together with: lines of text, room, cuts, extents, columns."""

import math
import random
from itertools import combinations, pairwise

import numpy as np
import pytest
import shapely

from conftest import shipped
from dashboard.picture.compose import compose
from dashboard.picture.labels.site_names import order_of_slots
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.drawing import Dot, Path, Text
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.type_setting import break_lines, line_width, set_line, set_paragraph
from dashboard.picture.scene.clip import crosses, cut
from dashboard.picture.scene.exits import exit_point
from dashboard.picture.scene.extent import frame_for, frame_of_all, read_extent
from dashboard.picture.scene.room import Room
from dashboard.selection.view import read_view
from dashboard.words.say import LANGUAGES

BOX = (0.0, 0.0, 300.0, 200.0)
LONG = {
    "en": "Lines are geodesics of the stated range along the azimuth, not flight paths in height.",
    "ko": "선은 발표된 비행거리와 방위각에 따라 그은 지표면의 측지선으로, 고도는 나타내지 않음.",
    "ja": "線は公表された飛距離と方位角による測地線で、高度(最高)は表さない。「方位角」の多くは。",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 97, 150, 333])
def test_lines_fit_their_width_and_lose_nothing(lang, width):
    lines = break_lines(LONG[lang], width, 10, lang, "regular")
    assert all(line_width(line, 10, lang, "regular") <= width for line in lines)
    assert "".join(lines).replace(" ", "") == LONG[lang].replace(" ", "")


@pytest.mark.parametrize("width", range(60, 200, 7))
def test_no_japanese_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket(width):
    lines = break_lines(LONG["ja"], width, 10, "ja", "regular")
    assert not {line[0] for line in lines} & set("、。）」)・ー")
    assert not {line[-1] for line in lines} & set("（「(")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_english_and_korean_break_at_spaces_alone(lang):
    lines = break_lines(LONG[lang], 120, 10, lang, "regular")
    assert len(lines) > 2
    assert " ".join(lines).split() == LONG[lang].split()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_address_longer_than_a_line_is_cut_where_it_is_full(lang):
    address = "localhost:8501/?period=2022-01-01&period=2022-12-31&figures=All+that+differ"
    lines = break_lines(address, 100, 10, lang, "regular")
    assert "".join(lines) == address
    assert all(line_width(line, 10, lang, "regular") <= 100 for line in lines)


def test_no_words_are_one_empty_line():
    assert break_lines("", 100, 10, "en", "regular") == [""]


@pytest.mark.parametrize(("anchor", "left"), [("start", 50), ("middle", None), ("end", None)])
def test_a_line_stands_at_its_anchor(anchor, left):
    text = set_line("Sunan", (50, 20), 10, "en", anchor=anchor)
    wanted = {"start": 50, "middle": 50 - text.length / 2, "end": 50 - text.length}[anchor]
    assert text.start[0] == pytest.approx(left or wanted)


def test_lines_of_a_paragraph_stand_below_each_other():
    texts, bottom = set_paragraph(LONG["en"], (5, 7), 100, 10, "en")
    tops = [text.box[1] for text in texts]
    assert tops == sorted(tops)
    assert tops[0] >= 7
    assert texts[-1].box[3] <= bottom + 0.5


def test_room_that_is_blocked_is_never_given():
    room = Room(BOX)
    room.block((100, 100, 120, 120))
    assert room.cost((110, 110, 130, 130)) == math.inf
    assert room.cost((10, 10, 30, 30)) == 0
    assert room.best([(90, 90, 105, 105), (10, 10, 30, 30)]) == 1
    assert room.best([(90, 90, 105, 105)]) is None


def test_room_outside_the_map_is_never_given():
    assert Room(BOX).cost((-5, 10, 20, 20)) == math.inf
    assert Room(BOX).cost((280, 10, 301, 20)) == math.inf


def test_room_over_a_track_costs_and_more_of_it_costs_more():
    room = Room(BOX)
    room.charge(np.array([[0.0, 50.0], [300.0, 50.0]]))
    assert 0 < room.cost((100, 40, 120, 60)) < room.cost((100, 40, 180, 60)) < math.inf


def test_costs_of_many_boxes_are_those_of_each():
    room = Room(BOX)
    room.charge(np.array([[0.0, 10.0], [250.0, 190.0]]))
    room.block((30, 130, 60, 160))
    lefts, tops = np.arange(5.0, 200.0, 13.0), np.arange(5.0, 150.0, 11.0)
    costs = room.costs(lefts, tops, 40.0, 30.0)
    each = [[room.cost((x, y, x + 40, y + 30)) for x in lefts] for y in tops]
    assert np.isinf(costs).any()
    assert costs == pytest.approx(np.array(each), abs=1e-9)


def test_an_area_across_the_edge_is_cut_and_gets_no_stroke_along_it():
    area = ((250.0, 50.0), (350.0, 50.0), (350.0, 150.0), (250.0, 150.0))
    parts = cut([Path((area,), fill="#000000", stroke="#ff0000")], BOX)
    filled = [part for part in parts if part.fill]
    stroked = [part for part in parts if part.stroke]
    assert max(x for part in filled for line in part.lines for x, _ in line) == 300
    along_edge = [
        (one, other)
        for part in stroked
        for line in part.lines
        for one, other in pairwise(line)
        if one[0] == other[0] == 300
    ]
    assert stroked
    assert not along_edge


def test_what_lies_outside_is_left_out_and_signs_are_kept_whole_or_not_at_all():
    outside = Path((((310.0, 10.0), (400.0, 10.0)),), stroke="#000000")
    sign = Path((((295.0, 5.0), (303.0, 5.0), (299.0, 12.0)),), fill="#000000", role="site")
    gone = Path((((299.0, 5.0), (309.0, 5.0), (304.0, 12.0)),), fill="#000000", role="site")
    dot = Dot((301.0, 5.0), 4.0, "#000000")
    text = Text((10.0, 10.0), "a", 10.0, 5.0)
    assert cut([outside, sign, gone, dot, text], BOX) == [sign, text]


def test_a_line_crosses_a_box_if_any_of_it_lies_within():
    assert crosses(np.array([[-10.0, 100.0], [400.0, 100.0]]), BOX)
    assert not crosses(np.array([[-10.0, 300.0], [400.0, 300.0]]), BOX)
    assert not crosses(np.array([[np.nan, np.nan], [20.0, 20.0]]), BOX)


def test_a_line_leaves_where_it_meets_the_edge():
    (x, y), toward = exit_point(np.array([[100.0, 100.0], [200.0, 100.0], [400.0, 140.0]]), BOX)
    assert (x, y) == pytest.approx((300, 120))
    assert toward == pytest.approx((200, 40))
    assert exit_point(np.array([[100.0, 100.0], [200.0, 100.0]]), BOX) is None
    assert exit_point(np.array([[400.0, 100.0], [200.0, 100.0]]), BOX) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("fit", "fit"),
        ("peninsula", "peninsula"),
        ("120,30,150,48", ((30, 120), (48, 150))),
        ("170,20,200,60", ((20, 170), (60, 200))),
        ("-10.5,-20,10,20", ((-20, -10.5), (20, 10))),
        ("", None),
        ("everywhere", None),
        ("150,30,120,48", None),
        ("120,48,150,30", None),
        ("120,30,150", None),
        ("120,30,150,95", None),
        ("nan,30,150,48", None),
        ("120,inf,150,48", None),
        ("-100,30,150,48", None),
    ],
)
def test_an_extent_is_read_or_refused(words, wanted):
    assert read_extent(words) == wanted


def seen(frame, latitude, longitude):
    x, y = frame.place(latitude, longitude)[0]
    left, top, right, bottom = frame.box
    return left <= x <= right and top <= y <= bottom


def test_places_go_onto_the_page_and_back():
    frame = frame_for(BOX, ((30, 120), (48, 150)), [], np.empty((0, 2)))
    places = np.array([[39.0, 126.0], [41.3, 129.5], [30.0, 120.0]])
    assert frame.locate(frame.place_line(places)) == pytest.approx(places, abs=1e-6)
    assert all(seen(frame, *place) for place in places)


def test_a_frame_across_the_antimeridian_is_whole():
    line = np.array([[40.0, 127.0], [45.0, 165.0], [42.0, 185.0]])
    frame = frame_of_all(BOX, [line])
    assert all(seen(frame, *place) for place in line)
    assert frame.place(42.0, 185.0) == pytest.approx(frame.place(42.0, -175.0))


def test_the_few_longest_flights_are_left_out_so_that_the_others_can_be_told_apart():
    view, _ = read_view({"period": ["2022-01-01", "2022-12-31"]}, shipped())
    flights = [one for launch in view.launches for one in view.atlas.flights.get(launch.id, ())]
    frame = frame_for(BOX, "fit", flights, np.empty((0, 2)))
    inside = {f.launch.id: seen(frame, *f.track[-1]) for f in flights}
    # 4,500 km over Japan, against at most 1,080 km of all the others.
    assert [launch for launch, is_seen in inside.items() if not is_seen] == ["2022-10-04-1"]
    alone = [flight for flight in flights if flight.launch.id == "2022-10-04-1"]
    assert seen(frame_for(BOX, "fit", alone, np.empty((0, 2))), *alone[0].track[-1])


@pytest.mark.parametrize("seed", range(40))
def test_no_leaders_of_a_column_cross(seed):
    chance = random.Random(seed)  # noqa: S311 - a fixed choice, nothing secret
    sites = [
        (chance.uniform(150, 400), chance.uniform(0, 300)) for _ in range(chance.randint(2, 26))
    ]
    slots = [20.0 + 15 * number for number in range(len(sites))]
    order = order_of_slots(sites, slots, 100.0)
    assert sorted(order) == list(range(len(sites)))
    leaders = [
        shapely.LineString([(100.0, slot), sites[place]])
        for slot, place in zip(slots, order, strict=True)
    ]
    assert not [pair for pair in combinations(leaders, 2) if shapely.crosses(*pair)]


def test_every_size_keeps_the_shape_of_its_layout():
    for size in SIZES.values():
        scales = [pixels / units for pixels, units in zip(size.pixels, size.layout, strict=True)]
        assert scales[0] == pytest.approx(scales[1], rel=1e-3)


@pytest.mark.parametrize(
    "extent",
    ["180,30,300,60", "-180,-85,0,85", "0,-85,180,85", "100,84,280,85", "125,38,125.1,38.1"],
)
def test_extent_anywhere_makes_a_picture(extent):
    view, _ = read_view({"period": ["2022-01-01", "2022-01-31"]}, shipped())
    drawing = compose(view, "social", "en", extent)
    assert set(drawing.accounts) == {launch.id for launch in view.launches}
    assert write(drawing, "png")


def test_land_is_seen_on_both_sides_of_180():
    view, _ = read_view({"period": ["2022-02-01", "2022-02-02"]}, shipped())
    for extent in ("150,50,185,68", "185,50,215,68"):
        drawing = compose(view, "social", "en", extent)
        assert any(part.lines for part in drawing.parts if getattr(part, "role", "") == "land")


@pytest.mark.parametrize(
    ("extent", "words"),
    [("-100,10,-20,60", "60°W"), ("185,50,215,68", "160°W"), ("120,30,150,48", "130°E")],
)
def test_degrees_say_which_side_of_greenwich_they_lie(extent, words):
    view, _ = read_view({"period": ["2022-02-01", "2022-02-02"]}, shipped())
    said = {text.words for text in compose(view, "social", "en", extent).texts()}
    assert words in said
    assert not any(word.startswith("-") for word in said)


def test_scale_of_a_close_view_is_not_nothing():
    view, _ = read_view({"period": ["2022-02-01", "2022-02-02"]}, shipped())
    texts = compose(view, "social", "en", "127.0,39.0,127.02,39.02").texts()
    (length,) = [
        text.words for text in texts if text.role == "scale" and text.words.endswith(" km")
    ]
    assert float(length.removesuffix(" km")) > 0
