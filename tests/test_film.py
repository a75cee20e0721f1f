"""Films: the moments of the page, frames that play anywhere, clear answers, no half files."""

import io
import json
import math
from dataclasses import replace
from itertools import pairwise

import av
import numpy as np
import pytest
from PIL import Image
from py_mini_racer import MiniRacer
from starlette.requests import Request

from conftest import PUBLIC_ADDRESS, run_apart, shipped
from dashboard.__main__ import main
from dashboard.asset_files import ASSETS
from dashboard.commands import writing
from dashboard.look import SEA, rgb
from dashboard.picture.film import film as film_module
from dashboard.picture.film.caption import MOMENT
from dashboard.picture.film.film import compose_film
from dashboard.picture.film.time import (
    FASTER,
    MOST_AFTER_S,
    MOST_PASSING_S,
    moments,
    pace,
)
from dashboard.picture.order import read_film_order, why_no_film
from dashboard.picture.paper.draw import write
from dashboard.picture.paper.film import Moving
from dashboard.picture.paper.film_frames import frames
from dashboard.picture.paper.fonts import missing
from dashboard.picture.paper.sizes import FILM_FORMATS, FILM_SIZES, SIZES
from dashboard.picture.studio import FilmOrder, Order, draw
from dashboard.selection.view import QueryError, read_view
from dashboard.served import Served
from dashboard.web import answer
from dashboard.web import picture as route
from dashboard.web.picture import MEDIA_TYPES
from dashboard.words.dates import day_words
from dashboard.words.say import LANGUAGES, Words

LAUNCH = {"launch": ["2022-01-30-1"]}
JANUARY = {"period": ["2022-01"]}
NOTHING = {"period": ["2022-02-01", "2022-02-02"]}
STILL = {"kind": ["cruise"]}
FEW = 5
"""Frames a second, where all that is looked at is seen in few."""
PROFILE = "High"
"""H.264 profile that is played everywhere, with 4:2:0 colours (ISO/IEC 14496-10, annex A)."""


def view_of(query):
    return read_view(query, shipped(), address=PUBLIC_ADDRESS)[0]


@pytest.fixture
def few_frames(monkeypatch):
    monkeypatch.setattr(film_module, "FRAMES_PER_S", FEW)


@pytest.fixture(scope="module")
def scripts():
    """The scripts of the page's playback that know no browser."""
    engine = MiniRacer()
    script = (ASSETS / "map" / "phases.js").read_text(encoding="utf-8")
    engine.eval(f"const window = {{}}; {script}")
    return lambda work: json.loads(engine.eval(f"JSON.stringify({work})"))


# ------------------------------------------------------------------------------------- moments
def test_launches_come_when_they_do_on_the_page(scripts):
    launches = shipped().record.launches
    asked = [{"id": one.id, "first": one.first_day.toordinal()} for one in launches]
    coming = scripts(
        f"window.launchMap.moments({json.dumps(asked)}).map(({{ id, at }}) => [id, at])"
    )
    assert [[each.launch.id, each.at] for each in moments(launches)] == coming


def test_a_flight_is_where_it_is_on_the_page(scripts):
    # A week a second, fading within a year.
    flying = "{ speed: 'week', fade: 'year', flies: true, fades: true }"
    cases = [
        (at, s, at + after)
        for at in (0, 700.25)
        for s in (0, 90, 400, 4500)
        for after in (-1, 0, 0.3, 2, 7, 28, 40, 200, 364, 370, 900)
    ]
    work = (
        f"{json.dumps(cases)}.map(([at, s, now]) => window.launchMap.phase(at, s, now, {flying}))"
    )
    for (at, seconds, now), expected in zip(cases, scripts(work), strict=True):
        moving = Moving((), at / 7, seconds / FASTER, 365 / 7)
        seen = moving.seen(now / 7)
        found = seen and [seen.share, seen.opacity]
        assert found == (expected and pytest.approx([expected["share"], expected["alpha"]]))


def test_launches_of_one_day_come_in_the_order_of_the_record():
    coming = moments(view_of({"period": ["2022-11-02"]}).launches)
    assert len(coming) > 2
    assert {int(each.at) for each in coming} == {coming[0].launch.first_day.toordinal()}
    assert [each.launch for each in coming] == view_of({"period": ["2022-11-02"]}).launches
    assert all(one.at < other.at for one, other in pairwise(coming))


@pytest.mark.parametrize("query", [{}, {"period": ["2022"]}, JANUARY, LAUNCH, {"type": ["ICBM"]}])
def test_a_film_is_as_long_as_is_promised_and_no_flight_is_cut(query):
    film = compose_film(view_of(query), "social", "en")
    assert film.seconds <= MOST_PASSING_S + MOST_AFTER_S + film_module.CLOSING_S
    assert film.frames <= 825
    assert math.isclose(film.seconds, film.frames / film.frames_per_s)
    passed_s = len(film.captions) / film.frames_per_s
    assert all(each.first_s + each.flying_s <= passed_s for each in film.moving)
    coming = moments(view_of(query).launches)
    assert pace(coming).day(0.0) == coming[0].launch.first_day.toordinal()
    assert pace(coming).day(passed_s) == coming[-1].launch.first_day.toordinal()


# ------------------------------------------------------------------------------------- structure
def said(parts):
    return [part.words for part in parts if getattr(part, "role", "") == MOMENT]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", FILM_SIZES)
def test_day_count_and_launch_go_along_and_caption_and_sources_stand(size, lang, few_frames):
    view, words = view_of(JANUARY), Words(lang)
    film = compose_film(view, size, lang)
    assert film.base.size == film.base.pixels == SIZES[size].pixels
    days = [day_words(words, f"2022-01-{day:02}") for day in range(1, 32)]
    told = [said(each) for each in film.captions]
    passed = [days.index(each[0]) for each in told]
    assert passed == sorted(passed)
    assert (passed[0], passed[-1]) == (4, 29)
    counts = [words.say("strip.so_far", n=n, all=7) for n in range(8)]
    numbers = [counts.index(each[1]) for each in told]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(8))
    last = "".join(told[-1][2:])
    assert day_words(words, "2022-01-30") in last
    assert counts[7] in said(film.closing.parts)
    for drawing in (film.base, film.closing):
        written = "".join(text.words for text in drawing.texts()).replace(" ", "")
        for key in ("strip.how_flights_move",):
            assert words.say(key).replace(" ", "") in written
        for name in ("CNS/NTI", "Natural", PUBLIC_ADDRESS.partition("://")[2]):
            assert name in written
        assert film.base.title.replace(" ", "") in written
    width, height = film.base.size
    for parts in (film.base.parts, film.closing.parts, *film.captions):
        for text in (part for part in parts if hasattr(part, "words")):
            assert 0 <= text.box[0] < text.box[2] <= width, text.words
            assert 0 <= text.box[1] < text.box[3] <= height, text.words
            assert not missing(text.words, text.style, lang), text.words


def test_flights_run_along_their_tracks_and_their_sites_stay():
    film = compose_film(view_of(LAUNCH), "social", "en")
    ends = [each for each in film.moving if each.track and each.parts[0].role == "impact"]
    (end,) = ends
    middle = end.first_s + end.flying_s / 2
    tips = [
        next(end.at(end.seen(end.first_s + share * end.flying_s))).centre
        for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    assert tips[-1] == pytest.approx(end.track[-1], abs=0.02)
    assert all(one[0] < other[0] for one, other in pairwise(tips))
    (line,) = [each for each in film.moving if each.parts[0].role == "casing"]
    flown = list(line.at(line.seen(middle)))
    assert {part.role for part in flown} == {"casing", "track"}
    assert flown[0].lines[0][-1] == pytest.approx(tips[2], abs=0.02)
    (area,) = [each for each in film.moving if each.parts[0].role == "area"]
    assert area.seen(middle) is None
    assert area.first_s == pytest.approx(end.first_s + end.flying_s)
    (site,) = [each for each in film.moving if each.parts[0].role == "site"]
    assert site.seen(end.first_s - 0.01) is None
    assert site.seen(1e9).opacity == 1


# ------------------------------------------------------------------------------------- files
@pytest.fixture(scope="module")
def films():
    """Film of one launch, with its files, in each size and format that was asked for."""
    made = {}

    def film(size, form):
        if (size, form) not in made:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(film_module, "FRAMES_PER_S", FEW)
                composed = compose_film(view_of(LAUNCH), size, "en")
            told = []
            content = write(composed, form, lambda *done: told.append(done))
            made[size, form] = composed, content, told
        return made[size, form]

    return film


def decoded(content):
    with av.open(io.BytesIO(content)) as file:
        (stream,) = file.streams
        context = stream.codec_context
        about = (context.name, context.profile, context.pix_fmt, file.metadata.get("title"))
        return about, [frame.to_ndarray(format="rgb24") for frame in file.decode(stream)]


def unlike(one, other):
    """Share of points that differ by more than an encoder makes of them."""
    return float((np.abs(one.astype(int) - other).max(axis=2) > 40).mean())


def test_mp4_plays_anywhere_and_shows_what_was_composed(films):
    size = "social"
    film, content, told = films(size, "mp4")
    about, shown = decoded(content)
    assert about == ("h264", PROFILE, "yuv420p", film.base.title)
    # What says where everything is stands before it: it plays while it is loaded.
    assert 0 < content.index(b"moov") < content.index(b"mdat")
    assert len(shown) == film.frames
    assert {each.shape for each in shown} == {(*SIZES[size].pixels[::-1], 3)}
    drawn = [np.asarray(image) for image in frames(film)]
    assert max(map(unlike, shown[::7], drawn[::7])) < 0.002
    assert told[-1] == (film.frames, film.frames)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    left, top, right, bottom = (int(side) for side in film.box)
    maps = [each[top:bottom, left:right] for each in shown]
    (first_s,) = {each.first_s for each in film.moving if each.track}
    launched = math.ceil(first_s * FEW)
    assert unlike(maps[0], maps[launched - 1]) == 0
    assert unlike(maps[0], maps[len(film.captions) - 1]) > 0.001
    assert unlike(maps[len(film.captions) - 1], maps[-1]) > 0.001
    assert unlike(maps[-1], maps[-film.closing_frames]) == 0
    points = maps[0].reshape(-1, 3)[::97].astype(int)
    near_sea = np.abs(points - rgb(SEA)).max(axis=1) <= 4
    assert near_sea.mean() > 0.25, "the sea has not the colour of the look"


def test_webp_is_animated_as_long_and_goes_round(films):
    film, content, _ = films("square", "webp")
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == ("WEBP", SIZES["square"].pixels)
        assert image.is_animated
        assert image.info["loop"] == 0
        lasts_ms = 0
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            lasts_ms += image.info["duration"]
        last = np.asarray(image.convert("RGB"))
    assert lasts_ms / 1000 == pytest.approx(film.seconds, abs=1.5 / FEW)
    *_, drawn = frames(film)
    assert unlike(last, np.asarray(drawn)) < 0.002


def test_a_film_says_how_far_it_has_come(few_frames):
    told = []
    content = draw(view_of(JANUARY), FilmOrder("social", "mp4", "ja"), told.append)
    assert content[4:8] == b"ftyp"
    assert told == sorted(told)
    assert told[0] > 0
    assert told[-1] <= 1


# ------------------------------------------------------------------------------------- refusals
@pytest.mark.parametrize(("query", "key"), [(NOTHING, "no_launch"), (STILL, "no_flight")])
def test_what_has_nothing_that_moves_is_refused_with_the_reason(query, key):
    assert why_no_film(view_of(query)).key == key
    with pytest.raises(QueryError) as refused:
        read_film_order(query, "mp4", shipped())
    assert [each.key for each in refused.value.problems] == [key]


def asked(query, ending="mp4", **headers):
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": f"/film.{ending}",
        "path_params": {"ending": ending},
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    return run_apart(route.film(Request(scope)))


@pytest.fixture
def filming(monkeypatch):
    """Films that are made at once, with those that were."""
    made = []

    def draw(_view, order, _told):
        made.append(order)
        return repr(order).encode()

    here = Served(shipped())
    monkeypatch.setattr(route, "draw", draw)
    monkeypatch.setattr(answer, "served", lambda: here)
    monkeypatch.setattr(answer, "served_already", lambda: here)
    return made


@pytest.mark.parametrize("form", FILM_FORMATS)
def test_route_gives_a_film_once_and_by_its_tag(filming, form):
    reply = asked("period=2022-01&size=square&lang=ko", form)
    assert (reply.status_code, reply.headers["content-type"]) == (200, MEDIA_TYPES[form])
    assert filming == [FilmOrder("square", form, "ko")]
    assert f"nk-launches_2022-01_film_square_ko.{form}" in reply.headers["content-disposition"]
    again = asked(
        "lang=ko&size=square&period=2022-01", form, **{"if-none-match": reply.headers["etag"]}
    )
    assert (again.status_code, again.body) == (304, b"")
    assert len(filming) == 1


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"size": ["a4"]}, "size"),
        ({"style": ["dark"]}, "style"),
        ({"extent": ["1,2,3"]}, "extent"),
        ({"lang": ["fr"]}, "lang"),
    ],
)
def test_bad_value_is_named_and_left_out_of_a_link_that_was_posted(query, parameter):
    with pytest.raises(QueryError) as refused:
        read_film_order(query, "mp4", shipped())
    assert [each.parameter for each in refused.value.problems] == [parameter]
    view, order = read_film_order(query | JANUARY, "mp4", shipped(), posted=True)
    assert [each.parameter for each in view.unread] == [parameter]
    assert order == FilmOrder("social", "mp4", "en")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("period=2022-02-01&period=2022-02-02", "No launch matches"),
        ("kind=cruise", "nothing would move"),
    ],
)
def test_route_says_why_there_is_no_film(filming, query, sentence):
    reply = asked(query)
    (error,) = json.loads(reply.body)["errors"]
    assert (reply.status_code, error["parameter"]) == (400, "film")
    assert sentence in error["message"]
    assert not filming


def test_films_do_not_take_the_places_of_pictures():
    assert route._pool_of(FilmOrder("social", "mp4", "en")) is not route._pool_of(
        Order("social", "png", "en")
    )


# ------------------------------------------------------------------------------------- command
def test_command_writes_the_film_whole_and_says_how_far_it_is(tmp_path, capsys, few_frames):
    out = tmp_path / "launch.mp4"
    assert main(["film", "--launch", *LAUNCH["launch"], "--out", str(out)]) == 0
    assert list(tmp_path.iterdir()) == [out]
    order = FilmOrder("social", "mp4", "en")
    view = replace(view_of(LAUNCH), address=None)
    (_, shown), film = decoded(out.read_bytes()), order.composed(view)
    assert len(shown) == film.frames
    assert unlike(shown[-1], np.asarray(list(frames(film))[-1])) < 0.002
    assert str(out) in capsys.readouterr().err


def test_command_names_what_is_wrong_and_writes_nothing(tmp_path, capsys):
    assert main(["film", "--out", str(tmp_path / "x.gif")]) == 2
    assert ".mp4, .webp" in capsys.readouterr().err
    assert main(["film", "--period", *NOTHING["period"], "--out", str(tmp_path / "x.mp4")]) == 2
    assert capsys.readouterr().err.startswith("film: No launch matches")
    assert main(["film", "--size", "social", "--type", "q", "--out", str(tmp_path / "x.mp4")]) == 2
    assert "--type: “q”" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_finished_leaves_the_one_before(tmp_path, monkeypatch):
    out = tmp_path / "film.mp4"
    out.write_bytes(b"before")

    def fail(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    assert writing.write_out(str(out), b"after", 1) == 1
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]
