"""The HTTP interface as it is served: formats, errors, caching, and what its description says."""

import csv
import gzip
import io
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urljoin

import jsonschema_rs
import pytest
from starlette.requests import Request
from starlette.routing import Match, Route

from conftest import FORMULA, HOSTILE, PREFIX, PUBLIC_ADDRESS, run_apart, shipped
from dashboard.answers import Answer, Answers
from dashboard.app import SHARED, loaded_late
from dashboard.export.events import EVENT_FORMATS
from dashboard.export.formats import FORMATS
from dashboard.picture.order import CHOICES
from dashboard.picture.paper.sizes import DECK_FORMATS, FILM_FORMATS, FILM_SIZES
from dashboard.picture.paper.sizes import FORMATS as PICTURE_FORMATS
from dashboard.selection.filters import FILTERS, LISTS
from dashboard.selection.view import read_view
from dashboard.served import renew
from dashboard.web.answer import accepts_gzip
from dashboard.web.compare_formats import ENDINGS as COMPARED
from dashboard.web.openapi import schemas
from driving import get, serving

JANUARY = "period=2022-01-01&period=2022-01-31"
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


def launches(name="json", query=JANUARY):
    return f"/api/launches.{name}?{query}"


@pytest.mark.parametrize("name", FORMATS)
def test_format_is_served_as_it_is_written(address, name):
    status, headers, body = get(address, launches(name))
    january = {"period": ["2022-01-01", "2022-01-31"]}
    view, _ = read_view(january, shipped(), address=address)
    kind = FORMATS[name]
    assert (status, headers["Content-Type"]) == (200, kind.media_type)
    assert body == kind.write(view)
    assert headers["Content-Length"] == str(len(body))
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cache-Control"] == "public, max-age=300"
    assert "Accept-Encoding" in headers["Vary"]
    assert f'filename="nk-launches_2022-01.{name}"' in headers["Content-Disposition"]


def test_events_are_served_as_files_and_in_no_other_format(address):
    status, headers, body = get(address, "/api/events.csv")
    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert body == EVENT_FORMATS["csv"].write(shipped().record)
    assert get(address, "/api/events.json")[0] == 200
    assert get(address, "/api/events.kml")[0] == 404


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_answer_that_is_kept_is_the_same_each_time(address, encoding):
    replies = [get(address, launches(), accept_encoding=encoding) for _ in range(20)]
    told = [
        [pair for pair in headers.items() if pair[0].casefold() != "date"]
        for _, headers, _ in replies
    ]
    assert all(headers == told[0] for headers in told)
    assert len({body for _, _, body in replies}) == 1


@pytest.mark.parametrize("name", [name for name, kind in FORMATS.items() if not kind.is_packed])
def test_packed_answer_is_the_same_with_a_tag_of_its_own(address, name):
    _, plain, body = get(address, launches(name))
    _, packed, short = get(address, launches(name), accept_encoding="gzip, deflate, br")
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(short) == body
    assert "Content-Encoding" not in plain
    assert packed["ETag"] != plain["ETag"]
    assert not packed["ETag"].startswith("W/")
    assert "Accept-Encoding" in packed["Vary"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_answer_that_is_known_is_not_sent_again(address, name, encoding):
    _, headers, _ = get(address, launches(name), accept_encoding=encoding)
    tag = headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        status, again, body = get(
            address, launches(name), accept_encoding=encoding, if_none_match=known
        )
        assert (status, body, again["ETag"]) == (304, b"", tag)
    status, _, body = get(
        address, launches(name), accept_encoding=encoding, if_none_match='"other"'
    )
    assert (status, bool(body)) == (200, True)


def test_same_selection_in_other_words_is_the_same_answer(address):
    tags = {
        get(address, launches(query=query))[1]["ETag"]
        for query in (
            "type=SRBM&figures=Japan+MOD",
            "figures=japan&type=srbm",
            "type=SRBM&type=SRBM&figures=Japan%20MOD",
            "type=%EB%8B%A8%EA%B1%B0%EB%A6%AC&figures=japan",
        )
    }
    assert len(tags) == 1


def test_other_selections_have_other_tags(address):
    queries = ["", JANUARY, "type=ICBM", "figures=JCS", "sea=Sea+of+Japan"]
    assert len({get(address, launches(query=query))[1]["ETag"] for query in queries}) == 5


def test_small_pages_are_packed_and_not_sent_again_either(address):
    for path in ("/api", "/share?type=SRBM", "/launch/2022-01-05-1", "/embed?type=SRBM"):
        _, plain, body = get(address, path)
        _, packed, short = get(address, path, accept_encoding="gzip")
        assert gzip.decompress(short) == body
        assert "default-src 'none'" in plain["Content-Security-Policy"]
        known = get(address, path, accept_encoding="gzip", if_none_match=packed["ETag"])
        assert (known[0], known[2]) == (304, b"")


def test_head_says_what_get_would_send_and_sends_nothing(address):
    for path in (launches(), "/api", "/api/openapi.json"):
        _, told, body = get(address, path)
        status, headers, nothing = get(address, path, "HEAD")
        assert (status, nothing) == (200, b"")
        assert headers["Content-Length"] == str(len(body))
        assert headers["ETag"] == told["ETag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", [launches(), "/api", "/api/openapi.json", "/share", "/launch/x"])
def test_nothing_can_be_written(address, method, path):
    status, headers, _ = get(address, path, method)
    assert status == 405
    assert set(headers["Allow"].split(", ")) == {"GET", "HEAD"}


# what is asked for, and parameter and words of each error
BAD = {
    "type=SCUD": [("type", "“SCUD” is not among its values; it takes CRBM, SRBM")],
    "period=soon": [("period", "“soon” is no date; write it as 2022-01-31")],
    "period=1950-01-01": [("period", "lies outside the record, which runs from 1984-04-01")],
    "colour=red": [("colour", "no filter has this name; there are type, kind, missile")],
    "embed=true": [("embed", "no filter has this name")],
    "site=&launch=2022-01-05-99": [("site", "“” is not"), ("launch", "“2022-01-05-99” is not")],
    "type=SRBM&kind=x&sea=y": [("kind", "it takes ballistic"), ("sea", "it takes east-sea")],
    "&".join(["type=SRBM"] * 201): [("query", "more than 200 values")],
    "type=%ff%fe": [("type", "is not among its values")],
    "a%3A%20b=1": [("a: b", "no filter has this name")],
}


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:30])
def test_what_cannot_be_understood_is_named_with_what_is_allowed(address, query):
    for name in FORMATS:
        status, headers, body = get(address, launches(name, query))
        assert (status, headers["Content-Type"]) == (400, "application/json")
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Cache-Control"] == "no-store"
        errors = json.loads(body)["errors"]
        assert [error["parameter"] for error in errors] == [name for name, _ in BAD[query]]
        for error, (_, words) in zip(errors, BAD[query], strict=True):
            assert words in error["message"]


def test_format_that_is_none_is_not_found_and_the_formats_are_named(address):
    status, _, body = get(address, "/api/launches.xlsx")
    (error,) = json.loads(body)["errors"]
    assert status == 404
    assert "json, csv, geojson, kml, ics, parquet" in error["message"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_query_comes_back_as_json_and_nothing_else(address, text):
    _, headers, body = get(address, launches(query=urlencode({"type": text, text: "x"})))
    assert headers["Content-Type"] == "application/json"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert text[:60] in json.loads(body)["errors"][0]["message"]


def test_many_who_ask_at_once_get_the_same(address):
    path = launches("geojson", "type=MRBM&figures=all")
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda _: get(address, path), range(32)))
    assert {status for status, _, _ in replies} == {200}
    assert len({body for _, _, body in replies}) == 1


def test_table_holds_hostile_text_of_the_record_as_text(hostile_address):
    _, _, body = get(hostile_address, launches("csv"))
    rows = csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""))
    notes = {row["launch_id"]: row["note"] for row in rows}
    assert notes["2022-01-05-1"] == "'" + FORMULA
    assert FORMULA in get(hostile_address, launches("json"))[2].decode().replace('\\"', '"')


def test_record_with_errors_is_not_served_but_said_to_have_them(tmp_path):
    with serving(environment={"RECORD_FOLDER": str(tmp_path)}) as address:
        for path in (launches(), "/api", "/api/openapi.json"):
            status, _, body = get(address, path)
            assert status == 503
            assert json.loads(body)["errors"]


# ------------------------------------------------------------------------------ description, page
def test_description_names_every_parameter_with_its_values(address):
    _, headers, body = get(address, "/api/openapi.json")
    assert headers["Content-Type"] == "application/json"
    described = json.loads(body)
    assert described["openapi"].startswith("3.1")
    drawn = {f"/picture.{name}" for name in PICTURE_FORMATS} | {"/deck.pdf", "/deck.pptx"}
    drawn |= {"/film.mp4", "/film.webp", *(f"/compare.{name}" for name in COMPARED)}
    assert set(described["paths"]) == {f"/api/launches.{name}" for name in FORMATS} | {
        *("/api/record/{name}", "/api/events.csv", "/api/events.json"),
        *drawn,
    }
    parameters = described["components"]["parameters"]
    assert set(parameters) == {
        *(*FILTERS, *CHOICES, "film_size", "extent"),
        *("period_a", "period_b"),
    }
    assert parameters["film_size"]["name"] == "size"
    assert parameters["film_size"]["schema"]["enum"] == list(FILM_SIZES)
    for name, values in CHOICES.items():
        assert parameters[name]["schema"]["enum"] == list(values)
    for name in LISTS:
        assert parameters[name]["schema"]["items"]["enum"] == shipped().vocabulary.options(name)
    pattern = parameters["launch"]["schema"]["pattern"]
    assert all(re.fullmatch(pattern, launch) for launch in shipped().vocabulary.by_id)
    for path, operations in described["paths"].items():
        wrong = "404" if path.startswith("/api/record/") else "400"
        # What takes no parameter has none that is wrong.
        strict = path.startswith("/api/") and not path.startswith("/api/events")
        wanted = {"200", "304"} | ({wrong} if strict else set())
        assert wanted <= set(operations["get"]["responses"])


WITHIN = {"json": "Launches", "geojson": "FeatureCollection"}


def described_as(name):
    """Judge of what is to have a schema of the description, by a library of others."""
    # A property that no schema names is a fault too.
    known = {
        part: schema | ({"unevaluatedProperties": False} if "properties" in schema else {})
        for part, schema in schemas().items()
    }
    root = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": known}}
    return jsonschema_rs.Draft202012Validator(root)


@pytest.mark.parametrize("name", WITHIN)
@pytest.mark.parametrize("figures", ["Best available", "All that differ"])
def test_whole_record_is_what_the_description_says(name, figures):
    view, _ = read_view({"figures": [figures]}, shipped())
    errors = described_as(WITHIN[name]).iter_errors(json.loads(FORMATS[name].write(view)))
    assert [(list(one.instance_path), one.message) for one in errors] == []


def test_description_sees_what_is_not_as_it_says():
    judge = described_as("Launches")
    view, _ = read_view({"period": ["2022-01-01", "2022-01-31"]}, shipped())
    written = FORMATS["json"].write(view)

    def spoilt(change):
        content = json.loads(written)
        change(next(one for one in content["launches"] if one["flights"]))
        return not judge.is_valid(content)

    assert judge.is_valid(json.loads(written))
    assert spoilt(lambda one: one.update(placement="somewhere"))
    assert spoilt(lambda one: one["claims"][0].update(authority="Nobody"))
    assert spoilt(lambda one: one["flights"][0].update(azimuth_deg=361))
    assert spoilt(lambda one: one["flights"][0].update(range_km=-1))
    assert spoilt(lambda one: one["flights"][0].pop("impact_latitude"))
    assert spoilt(lambda one: one["flights"][0]["track"][0].append(0))
    assert spoilt(lambda one: one["flights"][0]["impact_areas"][0].update(probability=90))
    assert spoilt(lambda one: one.update(colour="red"))


def test_everything_described_says_what_it_is():
    for name, schema in schemas().items():
        assert schema.get("description"), name
        if name in {"Launch", "Flight", "Ring", "Ray", "Profile", "Claim", "Source"}:
            assert len(schema["properties"]) > 5
            assert set(schema["required"]) == set(schema["properties"])
            for field, own in schema["properties"].items():
                assert own.get("description") or own.get("type") == "array" or "enum" in own, field


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--phases", "examples,fuzzing", "--max-examples", "3"), id="every format"),
        pytest.param(
            ("--phases", "coverage", "--include-path", "/api/launches.json", "--max-time", "15"),
            id="every value",
        ),
    ],
)
def test_server_does_what_its_description_says(address, tmp_path, options):
    # A period outside the record is a date like any other, but is refused.
    lenient = ("--exclude-checks", "positive_data_acceptance")
    command = [SCHEMATHESIS, "run", f"{address}/api/openapi.json", "--url", address]
    # Drawing takes longer than asking does, and has tests of its own.
    lenient = (*lenient, "--exclude-path-regex", "^/(picture|deck|film|compare)")
    command += ["--seed", "1", "--no-color", *lenient, *options]
    result = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


class Links(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found, self.loaded = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        own = dict(attrs)
        if tag == "a":
            self.found.append(own["href"])
        elif "src" in own or tag in {"link", "script"}:
            self.loaded.append(tag)


def test_page_teaches_with_examples_that_work_and_loads_nothing(prefixed):
    path = f"/{PREFIX}/api"
    status, headers, body = get(prefixed, path)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    page = Links(body.decode())
    assert not page.loaded
    assert len([link for link in page.found if "?" in link]) >= 3
    assert f"{PUBLIC_ADDRESS}/api/launches.csv" in body.decode()
    for link in page.found:
        status, _, answer = get(prefixed, urljoin(path, link))
        assert (status, bool(answer)) == (200, True)
    for name in FILTERS:
        assert f"<code>{name}</code>" in body.decode()


# ------------------------------------------------------------------------------------- what is kept
def answer(number, size=30):
    return Answer(f"{number}".zfill(size).encode(), None, "", {})


def test_what_was_asked_for_last_is_kept_within_its_bytes():
    kept = Answers(100)
    for number in range(5):
        kept.keep(number, answer(number))
    assert [kept.get(number) for number in range(5)] == [None, None, *map(answer, (2, 3, 4))]
    kept.get(2)
    kept.keep(5, answer(5))
    assert (kept.get(2), kept.get(3)) == (answer(2), None)
    kept.keep(2, answer("again", 100))
    assert (kept.get(2), kept.get(5)) == (answer("again", 100), None)
    kept.keep(6, answer("too large", 101))
    assert kept.get(6) is None
    kept.keep("a long question", answer(7), asked_bytes=80)
    assert kept.get("a long question") is None


def test_what_many_ask_for_is_made_once_and_a_failure_is_not_kept():
    kept, made = Answers(), []

    def fail_once():
        made.append(None)
        if len(made) == 1:
            raise ValueError("not now")
        return answer(1)

    with pytest.raises(ValueError, match="not now"):
        kept.made("asked", fail_once)
    assert [kept.made("asked", fail_once) for _ in range(3)] == [answer(1)] * 3
    assert len(made) == 2


ROUTES = {
    "/api": "",
    "/api/openapi.json": "",
    **{f"/api/launches.{name}": "type=IRBM" for name in FORMATS},
    "/share": "site=mupyong-ni",
    "/search.json": "",
    "/quality": "",
    "/codebook": "",
    "/counts": "",
    "/changes": "",
    "/changes.atom": "",
    "/changes.json": "",
    "/api/record/sites.csv": "",
    "/api/record/datapackage.json": "",
    "/compare": "a=2022&b=2017",
    "/compare.csv": "a=2022&b=2017",
    "/launch/2022-01-05-1": "",
    "/embed": "site=mupyong-ni",
    **{f"/picture.{form}": "launch=2022-01-05-1" for form in PICTURE_FORMATS},
    **{f"/deck.{form}": "launch=2022-01-05-1" for form in DECK_FORMATS},
    **{f"/film.{form}": "launch=2022-01-05-1" for form in FILM_FORMATS},
}


def asked_of(path, query):
    """Body of what the route of a path answers, without a server."""
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    for known, place in SHARED.items():
        match, own = Route(known, print).matches(scope | {"headers": []})
        if match is Match.FULL:
            reply = run_apart(loaded_late(place, "")(Request(scope | own | {"headers": []})))
            assert reply.status_code == 200
            return reply.body
    raise LookupError(path)


def test_every_route_answers_anew_when_the_record_has_changed(own_record, edit, monkeypatch):
    monkeypatch.setattr("dashboard.picture.film.film.FRAMES_PER_S", 1)
    assert {path.partition(".")[0].partition("{")[0] for path in SHARED} == {
        *("/api", "/api/openapi", "/api/launches", "/share", "/launch/", "/picture", "/embed"),
        *("/search", "/deck", "/quality", "/", "/oembed", "/robots", "/sitemap", "/favicon"),
        *("/film", "/counts", "/codebook", "/changes", "/api/record/", "/ready", "/compare"),
        "/api/events",
    }
    first = {path: asked_of(path, query) for path, query in ROUTES.items()}
    assert {path: asked_of(path, query) for path, query in ROUTES.items()} == first
    edit(own_record / "sites.csv", lambda _, row: {"name_en": f"{row['name_en']} anew"})
    edit(own_record / "record.csv", lambda *_: {"version": "2027-01-01"})
    assert {path: asked_of(path, query) for path, query in ROUTES.items()} == first
    assert renew()
    again = {path: asked_of(path, query) for path, query in ROUTES.items()}
    assert [path for path in ROUTES if again[path] == first[path]] == []


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("br;q=1.0, gzip;q=0.8, *;q=0.1", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("x-gzip-not", False),
    ],
)
def test_packed_is_sent_to_those_who_take_it(header, accepted):
    assert accepts_gzip(header) is accepted
