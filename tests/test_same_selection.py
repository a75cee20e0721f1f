"""The same selection gives the same launches wherever it is taken: page, API, files, picture."""

import csv
import io
import json
import random
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import parse_qs

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar
from streamlit.testing.v1 import AppTest

from conftest import shipped
from dashboard.export.formats import FORMATS
from dashboard.flights.plan import WHOSE
from dashboard.picture.compose import compose
from dashboard.selection.filters import LISTS
from dashboard.selection.selection import Selection
from dashboard.selection.view import QueryError, View, read_view
from dashboard.site.onefile import one_file_map
from dashboard.web.query import parameters
from page_state import shown_ids

PAGE = Path(__file__).parents[1] / "dashboard" / "page.py"
SELECTIONS = 8
DATA = re.compile(r'<script type="application/json" id="launch-data">(.*?)</script>', re.DOTALL)


def view_over_japan():
    """View by reach with figures that are not the best, by which reach is known."""
    reach = shipped().vocabulary.options("reach")[1:]
    return View(
        Selection(shipped().vocabulary.period, figures="kcna", reach=tuple(reach)), shipped()
    )


def random_view(number):
    """View of some values of some filters, with at least one launch."""
    generator = random.Random(number)  # noqa: S311 - the same selections at every run
    known = shipped().vocabulary
    first, last = known.period
    while True:
        years = sorted(generator.choice(range(2012, last.year + 1)) for _ in range(2))
        period = (first.replace(year=years[0]), min(last, last.replace(year=years[1])))
        chosen = {
            name: tuple(generator.sample(known.options(name), 2))
            for name in LISTS
            if generator.random() < 0.3
        }
        launch = generator.choice(known.launches)
        selection = Selection(
            period,
            figures=generator.choice(WHOSE),
            open=launch.id if generator.random() < 0.5 else None,
            **chosen,
        )
        if generator.random() < 0.25:
            selection = selection.alone(launch)
        view = View(selection, shipped())
        if period[0] <= period[1] and view.launches:
            return view


@pytest.fixture(scope="module", params=["over Japan", *range(SELECTIONS)])
def view(request):
    return view_over_japan() if request.param == "over Japan" else random_view(request.param)


def ids(view):
    return {launch.id for launch in view.launches}


def of_its_days(view):
    """Launches on the days of the one that the view is of: on the page, that one is open there."""
    days = Selection(view.selection.period)
    return {launch.id for launch in days.pick(shipped().record.launches)}


def of_json(content):
    return {launch["launch_id"] for launch in json.loads(content)["launches"]}


def of_csv(content):
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    return {row["launch_id"] for row in rows}


def of_geojson(content):
    features = json.loads(content)["features"]
    return {feature["properties"]["launch_id"] for feature in features}


def of_kml(content):
    named = [node.get("id") or "" for node in ET.fromstring(content).iter()]  # noqa: S314 - our own
    return {name.removeprefix("launch-") for name in named if name.startswith("launch-")}


def of_parquet(content):
    return set(pq.read_table(io.BytesIO(content)).column("launch_id").to_pylist())


def of_ics(content):
    events = Calendar.from_ical(content).walk("VEVENT")
    return {event["UID"].partition("@")[0] for event in events}


READERS = {
    "json": of_json,
    "csv": of_csv,
    "geojson": of_geojson,
    "kml": of_kml,
    "ics": of_ics,
    "parquet": of_parquet,
}


def test_link_reopens_the_selection(view):
    read, _ = read_view(parse_qs(view.query), shipped())
    assert read.selection == view.selection


def test_page_shows_it(view):
    page = AppTest.from_file(PAGE, default_timeout=60)
    page.query_params.update(parse_qs(view.page_query))
    page.run()
    assert set(shown_ids(page)) == (of_its_days(view) if view.selection.launch else ids(view))
    panel = view.selection.on_page().open
    assert any(f">{panel}</small>" in each.value for each in page.html) is bool(panel)


@pytest.mark.parametrize("name", FORMATS)
def test_file_holds_it(view, name):
    asked, _ = read_view(parameters(view.query.encode()), shipped())
    assert READERS[name](FORMATS[name].write(asked)) == ids(view)


def test_one_file_map_holds_it(view):
    data = json.loads(DATA.search(one_file_map(view).decode())[1])
    assert {launch["id"] for launch in data["catalogue"]["launches"]} == ids(view)


def test_picture_accounts_for_it(view):
    assert set(compose(view, "social", "en").accounts) == ids(view)


@pytest.mark.parametrize("name", ["launch", "open", "moment", "figures", "sea", "lang", "window"])
def test_value_too_many_is_named(name):
    values = {
        "launch": ["2022-01-05-1", "2022-01-11-1"],
        "figures": ["JCS", "KCNA"],
        "sea": ["East Sea", "Sea of Japan"],
        "open": ["2022-01-05-1", "2022-01-11-1"],
        "moment": ["2022-01-05-1", "2022-01-11-1"],
        "lang": ["en", "ko"],
        "window": ["7", "90"],
    }[name]
    with pytest.raises(QueryError) as refused:
        read_view({name: values}, shipped())
    assert [(each.parameter, each.key, each.places) for each in refused.value.problems] == [
        (name, "number", {"n": "2"})
    ]


def test_launch_that_is_named_is_alone_and_no_other_filter_is_claimed():
    view, _ = read_view(
        {"launch": ["2022-01-05-1"], "type": ["ICBM"], "period": ["2017-01-01", "2017-12-31"]},
        shipped(),
    )
    assert ids(view) == {"2022-01-05-1"}
    assert view.selection.type == ()
    assert view.selection.period[0].isoformat() == "2022-01-05"
