"""Pictures over HTTP and by command: same bytes, clear refusals, a server that serves on."""

import io
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

import asgi
from conftest import shipped
from dashboard.picture.order import read_order
from dashboard.picture.scene.extent import read_extent
from dashboard.picture.studio import Order
from dashboard.selection.query import foreign
from dashboard.selection.selection import Selection
from dashboard.selection.view import QueryError, View
from dashboard.served import Served
from dashboard.web import answer, queue
from dashboard.web import picture as route
from dashboard.web.picture import PictureError, drawn
from dashboard.web.query import Asked
from dashboard.words.filters import refusal_words
from dashboard.words.say import LANGUAGES, Words
from dashboard.workers.process import LateError

ROOT = Path(__file__).parents[1]
JANUARY = "period=2022-01-01&period=2022-01-31&type=SRBM"
ORDER = Order("social", "png", "en")


def ask(address, **headers):
    """Status, headers and body of an answer, a refusal too."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def view_of(library, vocabulary, **values):
    return View(Selection(vocabulary.period, **values), library)


def test_command_and_route_make_the_same_bytes(address, tmp_path):
    out = tmp_path / "january.png"
    command = [sys.executable, "-m", "dashboard", "picture"]
    command += ["--period", "2022-01-01", "2022-01-31", "--type", "SRBM", "--size", "slide"]
    subprocess.run([*command, "--out", out], cwd=ROOT, check=True, capture_output=True)
    _, headers, body = ask(f"{address}/picture.png?{JANUARY}&size=slide")
    assert body == out.read_bytes()
    assert headers["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    ("form", "start", "kind"),
    [
        ("png", b"\x89PNG", "image/png"),
        ("svg", b"<svg", "image/svg+xml"),
        ("pdf", b"%PDF", "application/pdf"),
    ],
)
def test_each_format_is_served_and_kept_by_its_tag(address, form, start, kind):
    url = f"{address}/picture.{form}?{JANUARY}"
    status, headers, body = ask(url)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert body.startswith(start)
    assert "max-age" in headers["Cache-Control"]
    status, again, empty = ask(url, **{"If-None-Match": headers["ETag"]})
    assert (status, empty, again["ETag"]) == (304, b"", headers["ETag"])


@pytest.mark.parametrize(
    ("query", "parameter", "allowed"),
    [
        ("size=a3", "size", "social, slide, square, a4, a5, 45mm, 93mm, 140mm, 188mm"),
        ("style=neon", "style", "plain, dark, transparent, grey"),
        ("lang=fr", "lang", "en, ko, ja"),
        ("extent=1,2,3", "extent", "west,south,east,north"),
        ("extent=140,30,120,50", "extent", "peninsula"),
        ("type=SCUD", "type", "SRBM"),
        ("colour=red", "colour", "period"),
        ("size=a4&size=social", "size", "one"),
    ],
)
def test_bad_value_is_named_with_what_is_allowed(query, parameter, allowed):
    with pytest.raises(QueryError) as refusal:
        read_order(parse_qs(query), "png", shipped())
    (problem,) = refusal.value.problems
    assert problem.parameter == parameter
    assert allowed in refusal_words(Words(), problem)


def test_every_bad_value_is_named_at_once():
    with pytest.raises(QueryError) as refusal:
        read_order(parse_qs("size=a3&extent=x&type=SCUD"), "png", shipped())
    assert {each.parameter for each in refusal.value.problems} == {"size", "extent", "type"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_picture_at_a_posted_link_shows_the_rest_and_says_what_was_left_out(lang):
    query = f"size=a3&size=slide.&extent=x&type=SCUD&visit=evil.example&{JANUARY}&lang={lang}"
    view, order = read_order(parse_qs(query), "png", shipped(), posted=True)
    assert (order.size, order.extent, len(view.launches)) == ("slide", "fit", 3)
    drawn = " ".join(text.words for text in order.composed(view).texts())
    for name in ("size", "extent", "type"):
        assert name in drawn
    # What a stranger wrote stands on no picture of ours.
    assert not any(foreign in drawn for foreign in ("evil", "SCUD", "a3"))
    whole = Words(lang).say("picture.unread")
    assert whole.split()[-1] in " ".join(
        text.words for text in order.composed(replace(view, unread=(foreign("visit"),))).texts()
    )


@pytest.mark.parametrize("words", ["", "1,2,3,4,5", "a,b,c,d", "nan,1,2,3", "120,30,120,50"])
def test_words_that_are_no_extent_give_none(words):
    assert read_extent(words) is None


def test_health_answers_while_four_print_on_a4(address):
    ask(f"{address}/picture.png?{JANUARY}")
    years = [
        f"{address}/picture.png?period={year}-01-01&period={year}-12-31&size=a4"
        for year in (2016, 2017, 2019, 2022)
    ]
    slowest = 0.0
    with ThreadPoolExecutor(4) as people:
        prints = [people.submit(ask, year) for year in years]
        while not all(one.done() for one in prints):
            begun = time.perf_counter()
            ask(f"{address}/_stcore/health")
            slowest = max(slowest, time.perf_counter() - begun)
            time.sleep(0.02)
    assert [one.result()[0] for one in prints] == [200] * 4
    # Asked for is 0.15 s; a shared machine may pause for longer than any of this takes.
    assert slowest < 1.0, f"the slowest answer took {slowest:.3f} s"


def failing(error):
    def fail(*_):
        raise error

    return fail


@pytest.fixture
def here(monkeypatch):
    """What is served, with nothing made of it yet."""
    found = Served(shipped())
    monkeypatch.setattr(answer, "served", lambda: found)
    monkeypatch.setattr(answer, "served_already", lambda: found)
    return found


def test_failure_is_not_kept_and_says_so_in_the_language_asked_for(here, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(route, "draw", failing(ValueError("not now")))
        status, _, body = asgi.ask("/picture.svg?launch=2022-01-05-1&lang=ko")
        said = Words("ko").say("picture.error.not_drawn")
        assert status == 500
        assert json.loads(body)["errors"][0]["message"].endswith(said)
        with pytest.raises(PictureError, match="could not be drawn"):
            drawn(here, view_of(here.library, here.library.vocabulary), ORDER)
    assert asgi.ask("/picture.svg?launch=2022-01-05-1&lang=ko")[0] == 200


def test_drawing_that_takes_too_long_ends_with_a_clear_message(here, monkeypatch):
    monkeypatch.setattr(route, "draw", failing(LateError()))
    status, _, body = asgi.ask("/picture.png?launch=2022-01-06-1")
    assert status == 500
    assert "choose fewer launches or a smaller size" in body.decode()


def test_full_queue_answers_503_with_when_to_come_again(here, monkeypatch):
    monkeypatch.setattr(queue.SLOW, "most_waiting", 0)
    status, headers, body = asgi.ask("/picture.png?size=square")
    assert status == 503
    assert int(headers["Retry-After"]) > 0
    (error,) = json.loads(body)["errors"]
    assert error["parameter"] == "picture"
    assert "try again" in error["message"]
    with pytest.raises(PictureError, match="try again"):
        drawn(here, view_of(here.library, here.library.vocabulary), ORDER)


def test_picture_is_drawn_once_however_it_is_asked_for(library, vocabulary, monkeypatch):
    drawn_orders = []

    def draw(_view, order, _told):
        drawn_orders.append(order)
        return b"picture"

    monkeypatch.setattr(route, "draw", draw)
    here = Served(library)
    for query in (b"size=slide", b"size=slide&lang=en", b"extent=fit&size=slide"):
        assert route._draw(here, Asked(query), "png").content == b"picture"
    assert drawn(here, view_of(library, vocabulary), Order("slide", "png", "en")).content
    assert len(drawn_orders) == 1
    route._draw(here, Asked(b"size=slide"), "svg")
    assert len(drawn_orders) == 2


def test_pictures_need_none_of_what_writes_files():
    program = "import sys, dashboard.web.picture; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(result.stdout.split())
    assert "dashboard.web.picture" in loaded
    assert not loaded & {
        "av",
        "PIL",
        "pyarrow",
        "dashboard.web.openapi",
        "dashboard.web.api",
        "streamlit",
    }
    assert not [name for name in loaded if name.startswith("dashboard.export")]


def test_command_names_what_is_wrong(tmp_path, capsys):
    from dashboard.__main__ import main

    assert main(["picture", "--out", str(tmp_path / "x.gif")]) == 2
    assert ".png, .svg, .pdf" in capsys.readouterr().err
    assert (
        main(["picture", "--extent", "1,2", "--type", "q", "--out", str(tmp_path / "x.png")]) == 2
    )
    message = capsys.readouterr().err
    assert "--extent: “1,2”" in message
    assert "--type: “q”" in message


def test_help_teaches_with_examples(capsys):
    from dashboard.__main__ import main

    with pytest.raises(SystemExit):
        main(["picture", "--help"])
    words = capsys.readouterr().out
    assert "--size slide" in words
    assert "3508 x 2480" in words


@pytest.mark.parametrize("path", [f"/share?{JANUARY}", "/launch/2022-11-18-1"])
def test_picture_that_a_card_names_is_there_and_of_the_size_it_says(address, path, elements):
    _, _, body = ask(address + path)
    tags = {
        attributes.get("property"): attributes.get("content")
        for tag, attributes in elements(body.decode())
        if tag == "meta"
    }
    named = urlsplit(tags["og:image"])
    _, headers, content = ask(f"{address}{named.path}?{named.query}")
    assert headers["Content-Type"] == "image/png"
    with Image.open(io.BytesIO(content)) as picture:
        size = [str(side) for side in picture.size]
    assert size == [tags["og:image:width"], tags["og:image:height"]]
