"""Links that were posted before values had ids, each with what it opened: it opens the same now."""

import csv
import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from conftest import shipped
from dashboard.answers import Answer
from dashboard.picture.order import read_order
from dashboard.selection.comparison import read_comparison
from dashboard.selection.query import read_page_query, read_query
from dashboard.selection.view import QueryError, read_view
from dashboard.served import served
from dashboard.web.card import _launch
from dashboard.web.query import Asked
from dashboard.words.filters import refusal_words
from dashboard.words.say import Words
from data.model import Launch
from embedded import Script


def rows(name):
    """Rows of a table beside this file."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINKS = {row["address"]: row for row in rows("posted_links.csv")}


@cache
def launches():
    """Launches as the record had them when the links were opened (commit d77adbd)."""
    record = shipped().record
    return tuple(
        Launch(
            site=record.sites.get(row.pop("site_id")),
            missile=record.missiles[row.pop("missile_id")],
            **row,
            **dict.fromkeys(("time_utc", "count", "note")),
            **dict.fromkeys(("claims", "corrections", "estimates"), ()),
            status="confirmed",
        )
        for row in rows("posted_launches.csv")
    )


def of_page(query):
    """Selection and problems of a link to the page, as its script reads them."""
    given = parse_qs(query, keep_blank_values=True)
    return read_page_query(given, shipped().vocabulary)


def opened(selection, problems=(), panel=None):
    """What a selection opens, in the columns of the list."""
    ids = [launch.id for launch in selection.pick(launches(), shipped().reaches)]
    return {
        "status": "200",
        "refused": str(len(problems)),
        "launches": str(len(ids)),
        "first": ids[0] if ids else "",
        "last": ids[-1] if ids else "",
        "figures": selection.figures,
        "sea": selection.sea,
        "launch": panel or selection.launch or selection.open or "",
    }


def refused(status, problems=()):
    return dict.fromkeys(("first", "last", "figures", "sea", "launch"), "") | {
        "status": str(status),
        "refused": str(len(problems)),
        "launches": "0",
    }


def compared(parameters):
    """What both periods of a comparison open: all launches, the first and the last of them."""
    comparison, _ = read_comparison(parameters, shipped(), {}, None)
    one, other = (opened(each.selection) for each in comparison.views)
    number = int(one["launches"]) + int(other["launches"])
    return one | {"launches": str(number), "last": other["last"]}


def opens(address):  # noqa: PLR0911 - one for each door
    """What an address opens now, by the door that it goes to."""
    path, query = urlsplit(address).path, urlsplit(address).query
    parameters = parse_qs(query, keep_blank_values=True)
    if path == "/":
        return opened(*of_page(query))
    if path == "/index.html":
        return opened(*read_query(parameters, shipped().vocabulary, launch_opens=True))
    if path.startswith("/launch/"):
        card = _launch(served(), Asked(b""), path.removeprefix("/launch/"), "en")
        if not isinstance(card, Answer):
            return refused(card.status_code)
        onward = unescape(re.search(r'url=([^"]*)"', card.content.decode())[1])
        return opened(*of_page(urlsplit(onward).query))
    try:
        if path.startswith("/compare"):
            return compared(parameters)
        if path.startswith("/picture"):
            view, _ = read_order(parameters, path.rpartition(".")[2], shipped())
        else:
            view, _ = read_view(parameters, shipped())
    except QueryError as error:
        return refused(400, error.problems)
    found = opened(view.selection)
    # What it leads on to shows the same launch.
    onward, problems = of_page(view.page_query)
    assert (problems, onward.open or "") == ([], found["launch"])
    return found


# A bare address of the page opens with the newest launches since issue 12.
@pytest.mark.parametrize("address", [each for each in LINKS if each != "/"])
def test_link_opens_what_it_opened_when_it_was_posted(address):
    assert {"address": address} | opens(address) == LINKS[address]


def test_every_launch_that_was_published_is_found_by_its_id():
    record = shipped().record
    live = {launch.id for launch in record.launches}
    assert {record.renamed.get(launch.id, launch.id) for launch in launches()} <= live


@pytest.fixture(scope="module")
def script():
    return Script(shipped())


@pytest.mark.parametrize(
    "address", [each for each in LINKS if urlsplit(each).path in {"/", "/index.html"}]
)
def test_script_of_a_page_without_a_server_opens_the_same(script, address):
    query = urlsplit(address).query
    (found,) = script.answers([[parse_qsl(query, keep_blank_values=True), True]])
    given = parse_qs(query, keep_blank_values=True)
    # These pages open with the whole record.
    selection, problems = read_query(given, shipped().vocabulary, launch_opens=True)
    ids = [one.id for one in selection.pick(shipped().record.launches, shipped().reaches)]
    assert found["ids"] == ids
    assert found["selection"]["open"] == selection.open
    assert (found["selection"]["figures"], found["selection"]["sea"]) == (
        selection.figures,
        selection.sea,
    )
    assert found["problems"] == [refusal_words(Words(), problem) for problem in problems]


def test_list_holds_links_of_every_kind():
    doors = {urlsplit(address).path.partition(".")[0].split("/")[1] for address in LINKS}
    assert doors == {"", "index", "share", "launch", "embed", "picture", "api", "compare"}
    assert len(LINKS) >= 60
