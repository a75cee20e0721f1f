"""Pictures as display lists: every launch accounted for, every text legible and in its place."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
import shapely

from conftest import PUBLIC_ADDRESS, shipped
from dashboard.picture.compose import compose
from dashboard.picture.legend.legend import signs_used
from dashboard.picture.map.content import ACCOUNTS
from dashboard.picture.map.main_map import draw_map
from dashboard.picture.paper.drawing import Dot, Path, Text
from dashboard.picture.paper.fonts import missing
from dashboard.picture.paper.sizes import SIZES
from dashboard.selection.filters import facet
from dashboard.selection.view import View, read_view
from dashboard.words.say import LANGUAGES, Words

TOLERANCE = 1.0
"""Units of the layout, of about 1100: less than a pixel of a social card."""
SEED, RANDOM_CASES = 20221118, 20
EXTENTS = ("fit", "fit", "fit", "peninsula", "120,30,150,48", "124,37,131,43")
NAMED = [
    ({"period": ["2022-01-01", "2022-01-31"]}, "social", "en", "fit"),
    ({"period": ["2017-01-01", "2017-12-31"]}, "square", "ja", "fit"),
    ({"period": ["2022-01-01", "2022-12-31"]}, "a4", "ko", "fit"),
    ({"period": ["2022-01-01", "2022-12-31"], "figures": ["all"]}, "slide", "en", "fit"),
    ({"launch": ["2022-11-18-1"]}, "social", "ko", "fit"),
    ({"launch": ["2017-03-06-1"]}, "slide", "ja", "fit"),
    ({"launch": ["2022-11-03-1"]}, "square", "en", "fit"),
    ({"period": ["2022-02-01", "2022-02-02"]}, "a4", "en", "fit"),
    ({}, "social", "en", "fit"),
    ({}, "slide", "ja", "fit"),
    ({}, "square", "ko", "fit"),
    ({}, "a4", "en", "120,30,150,48"),
    ({}, "social", "ko", "peninsula"),
    ({"kind": ["cruise"]}, "slide", "en", "fit"),
    ({"period": ["2022-10-01", "2022-10-31"]}, "social", "en", "120,20,240,60"),
    ({"sea": ["East Sea / Sea of Japan"]}, "square", "en", "fit"),
]


def random_cases():
    """Selections of every sort, the same at each run, with a size, a language and an extent."""
    chance = random.Random(SEED)  # noqa: S311 - a fixed choice, nothing secret
    words = shipped().vocabulary
    first, last = words.period
    for _ in range(RANDOM_CASES):
        query = {}
        for name in ("type", "kind", "site", "outcome"):
            if chance.random() < 0.3:
                options = words.options(name)
                query[name] = chance.sample(options, min(len(options), chance.randint(1, 9)))
        if chance.random() < 0.7:
            start = first + dt.timedelta(days=chance.randrange((last - first).days))
            end = min(last, start + dt.timedelta(days=chance.choice((0, 30, 365, 3000))))
            query["period"] = [str(start), str(end)]
        if chance.random() < 0.3:
            query["figures"] = [chance.choice(("JCS", "japan", "KCNA", "all"))]
        size, lang = chance.choice(list(SIZES)), chance.choice(LANGUAGES)
        yield query, size, lang, chance.choice(EXTENTS)


CASES = [*NAMED, *random_cases()]
IDS = [f"{number}-{'-'.join(case[1:])}" for number, case in enumerate(CASES)]


class Picture:
    """A picture with the content its map was drawn from."""

    def __init__(self, query, size, lang, extent, monkeypatch) -> None:
        self.view, _ = read_view(query, shipped(), address=PUBLIC_ADDRESS)
        self.lang = lang
        drawn = []

        def watched(content, letter, free):
            painted = draw_map(content, letter, free)
            drawn.append((content, painted.whole))
            return painted

        monkeypatch.setattr("dashboard.picture.compose.draw_map", watched)
        self.drawing = compose(self.view, size, lang, extent)
        ((self.content, self.map_parts),) = drawn
        self.box = self.content.frame.box


@pytest.fixture(scope="module", params=CASES, ids=IDS)
def picture(request):
    with pytest.MonkeyPatch.context() as patch:
        yield Picture(*request.param, patch)


def within(inner, outer, tolerance=TOLERANCE):
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def overlap(one, other, tolerance=TOLERANCE):
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > tolerance and down > tolerance


def points(part):
    if isinstance(part, Dot):
        return [part.centre]
    return [point for line in part.lines for point in line] if isinstance(part, Path) else []


def test_every_launch_selected_is_accounted_for_with_a_known_word(picture):
    accounts = picture.drawing.accounts
    assert set(accounts) == {launch.id for launch in picture.view.launches}
    assert set(accounts.values()) <= set(ACCOUNTS)


def test_what_is_said_to_be_drawn_has_its_line_on_the_map(picture):
    drawn = shapely.union_all(
        [
            shapely.LineString(line)
            for part in picture.map_parts
            if getattr(part, "role", "") in {"track", "bundle"}
            for line in part.lines
        ]
    ).buffer(0.1)
    tracks = {
        flight.launch.id: track for track in picture.content.shown for flight in track.flights
    }
    window = shapely.box(*picture.box)
    for launch_id, account in picture.drawing.accounts.items():
        if account in {"drawn", "merged", "leaving"}:
            line = shapely.intersection(shapely.LineString(tracks[launch_id].line), window)
            assert line.length > 0
            assert shapely.difference(line, drawn).length < TOLERANCE, launch_id


def test_what_ends_on_the_map_has_a_mark_at_its_end_and_what_leaves_has_none(picture):
    marks = shapely.MultiPoint(
        [part.centre for part in picture.map_parts if getattr(part, "role", "") == "impact"]
        + [
            (sum(p[0] for p in points(part)) / 4, sum(p[1] for p in points(part)) / 4)
            for part in picture.map_parts
            if getattr(part, "role", "") == "cross"
        ]
    )
    for track in picture.content.shown:
        for flight, end in zip(track.flights, track.ends, strict=True):
            account = picture.drawing.accounts[flight.launch.id]
            alone = len(picture.view.atlas.flights[flight.launch.id]) == 1
            if alone and account in {"drawn", "merged"}:
                assert shapely.Point(end).distance(marks) < TOLERANCE, flight.launch.id
            if alone and account == "leaving":
                assert not within((*end, *end), picture.box, 0.0)


def test_what_is_not_drawn_is_not_for_the_reason_given(picture):
    view, frame = picture.view, picture.content.frame
    for launch in view.launches:
        account, placement = picture.drawing.accounts[launch.id], view.atlas.placement(launch)
        assert (account == "none") == (placement == "none")
        if account == "site":
            at = frame.place(launch.site.latitude, launch.site.longitude)[0]
            assert placement == "site"
            assert within((*at, *at), picture.box)
        if account == "part":
            assert placement == "part"
        if account == "out of view":
            ends = [frame.place_line(f.track)[-1] for f in view.atlas.flights.get(launch.id, ())]
            assert not any(within((*end, *end), picture.box, -3.0) for end in ends)


def test_statement_counts_what_is_not_drawn(picture):
    counts = Counter(picture.drawing.accounts.values())
    words = "".join(text.words for text in picture.drawing.texts() if text.role == "words")
    squeezed = words.replace(" ", "")
    for account in ("site", "none", "out of view"):
        number = counts[account]
        unit = {"en": f"{number} launch", "ko": f"{number}건", "ja": f"{number}件"}[picture.lang]
        said = Words(picture.lang).say(f"picture.not_drawn.{account}", launches="|")
        tail = said.partition("|")[2][:8].replace(" ", "")
        assert (tail in squeezed) == bool(number), account
        assert not number or unit.replace(" ", "") in squeezed


def test_legend_adds_up_to_the_launches_selected(picture):
    counts = Counter(facet(launch, "type") for launch in picture.view.launches)
    numbers = [
        int(text.words.replace(",", ""))
        for text in picture.drawing.texts()
        if text.role == "legend" and text.style == "semibold" and text.words[0].isdigit()
    ]
    assert sorted(numbers) == sorted(counts.values()) or (counts.total() <= 1 and not numbers)


def test_no_two_texts_overlap(picture):
    texts = picture.drawing.texts()
    overlapping = [
        (one.words, other.words)
        for one, other in combinations(texts, 2)
        if overlap(one.box, other.box)
    ]
    assert not overlapping


def test_no_text_leaves_the_picture_or_the_half_of_it_that_it_belongs_to(picture):
    width, height = picture.drawing.size
    on_map = {id(part) for part in picture.map_parts}
    for text in picture.drawing.texts():
        assert within(text.box, (0, 0, width, height)), text.words
        # An inset in the room of the panel brings its title there.
        if id(text) in on_map and text.role != "inset title":
            inside = within(text.box, picture.box)
            assert inside or not overlap(text.box, picture.box), text.words
        elif id(text) not in on_map:
            assert not overlap(text.box, picture.box), text.words


def test_nothing_of_a_map_lies_outside_the_maps(picture):
    boxes = [picture.box] + [
        (*part.lines[0][0], *part.lines[0][2])
        for part in picture.map_parts
        if getattr(part, "role", "") == "frame"
    ]
    for part in picture.map_parts:
        reach = 8.0 if getattr(part, "role", "") in {"site", "arrow", "cross"} else 0.02
        for point in points(part):
            assert any(within((*point, *point), box, reach) for box in boxes), part.role


def test_no_inset_overlaps_another_or_the_words(picture):
    frames = [
        (*part.lines[0][0], *part.lines[0][2])
        for part in picture.map_parts
        if getattr(part, "role", "") == "frame"
    ]
    on_map = {id(part) for part in picture.map_parts}
    assert not any(overlap(one, other) for one, other in combinations(frames, 2))
    for text in picture.drawing.texts():
        if id(text) not in on_map:
            assert not any(overlap(text.box, frame) for frame in frames), text.words


def test_every_character_is_held_by_its_font(picture):
    lacking = [missing(text.words, text.style, picture.lang) for text in picture.drawing.texts()]
    assert not set().union(*lacking)


def test_every_sign_drawn_is_explained_and_none_that_is_not(picture):
    roles = Counter(getattr(part, "role", "") for part in picture.map_parts)
    used = set(signs_used(picture.content))
    for role, keys in {
        "arrow": {"beyond"},
        "bundle": {"bundle"},
        "ring": {"ring"},
        "ray": {"ray"},
        "region": {"region"},
        "area": {"area"},
        "cross": {"failed", "failed_here"},
        "track": {"track", "tracks", "differing", "failed", "beyond"},
    }.items():
        assert bool(roles[role]) == bool(used & keys), role
    assert all(Words(picture.lang).has(f"picture.sign.{key}") for key in used)


def test_title_and_link_stand_in_the_picture(picture):
    words = [text for text in picture.drawing.texts() if text.role in {"title", "words"}]
    assert picture.drawing.title.split()[0] in words[0].words.split()
    assert any(text.link == picture.view.link for text in words)


def test_the_same_view_gives_the_same_display_list():
    view, _ = read_view({"period": ["2022-01-01", "2022-12-31"]}, shipped())
    again = View(view.selection, view.library)
    assert compose(view, "social", "en") == compose(again, "social", "en")


def test_an_extent_that_is_none_is_named():
    view, _ = read_view({}, shipped())
    with pytest.raises(ValueError, match="moon"):
        compose(view, "social", "en", "moon")


@pytest.mark.parametrize("sea", ["East Sea", "Sea of Japan", "East Sea / Sea of Japan"])
def test_sea_is_named_as_the_reader_chose(sea):
    view, _ = read_view({"sea": [sea], "period": ["2022-01-01", "2022-01-31"]}, shipped())
    names = [part.words for part in compose(view, "slide", "en").texts() if part.role == "place"]
    assert sea in names
    assert not {"East Sea", "Sea of Japan"} & (set(names) - {sea})


def test_names_of_the_record_are_text_of_the_picture_and_nothing_else():
    view, _ = read_view({"period": ["2022-01-01", "2022-12-31"]}, shipped())
    launches = [
        replace(launch, site=replace(launch.site, name_en=f"<{launch.site.name_en}>"))
        if launch.site
        else launch
        for launch in view.atlas.record.launches
    ]
    names = {launch.site.name_en for launch in launches if launch.site}
    library = replace(
        view.library,
        atlases={
            whose: replace(atlas, record=replace(atlas.record, launches=tuple(launches)))
            for whose, atlas in view.library.atlases.items()
        },
    )
    drawing = compose(View(view.selection, library), "a4", "en")
    found = [part for part in drawing.parts if any(name in repr(part) for name in names)]
    assert len(found) > 10
    assert all(isinstance(part, Text) and part.link is None for part in found)
    assert {part.role for part in found} <= {"site name", "label"}
