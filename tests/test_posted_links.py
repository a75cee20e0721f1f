"""Links that were posted before values had ids, each with what it opened: it opens the same now."""

import csv
import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest

from conftest import shipped
from dashboard.answers import Answer
from dashboard.picture.order import CHOICES, read_order
from dashboard.selection.additions import is_added
from dashboard.selection.comparison import read_comparison
from dashboard.selection.filters import FILTERS
from dashboard.selection.query import read_page_query, read_query
from dashboard.selection.selection import Selection
from dashboard.selection.view import QueryError, read_posted, read_view
from dashboard.served import served
from dashboard.web.card import _launch
from dashboard.web.query import Asked
from dashboard.words.filters import problem_lines, refusal_words
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
    one, other = (opened(each.selection, comparison.unread) for each in comparison.views)
    number = int(one["launches"]) + int(other["launches"])
    return one | {"launches": str(number), "last": other["last"]}


def opens(address):  # noqa: PLR0911 - one for each door
    """What an address opens now, by the door that it goes to."""
    path, query = urlsplit(address).path, urlsplit(address).query
    parameters = parse_qs(query, keep_blank_values=True)
    if path == "/":
        return opened(*of_page(query))
    if path == "/index.html":
        return opened(*read_query(parameters, shipped().vocabulary, launch_opens=True, posted=True))
    if path.startswith("/launch/"):
        card = _launch(served(), Asked(b""), path.removeprefix("/launch/"), "en")
        if not isinstance(card, Answer):
            return refused(card.status_code)
        onward = unescape(re.search(r'url=([^"]*)"', card.content.decode())[1])
        return opened(*of_page(urlsplit(onward).query))
    try:
        if path.startswith("/compare"):
            return compared(parameters)
        if path.startswith("/api"):
            view, _ = read_view(parameters, shipped())
        elif path.startswith("/picture"):
            view, _ = read_order(parameters, path.rpartition(".")[2], shipped(), posted=True)
        else:
            view, _ = read_posted(parameters, shipped())
    except QueryError as error:
        return refused(400, error.problems)
    found = opened(view.selection, view.unread)
    # What it leads on to shows the same launch.
    onward, problems = of_page(view.page_query)
    assert (problems, onward.open or "") == ([], found["launch"])
    return found


@pytest.fixture(scope="module")
def script():
    return Script(shipped())


# A bare address of the page opens with the newest launches since issue 12; what is stated to have
# passed over Japan counts as that, beside what was drawn over it, since issue 15.
@pytest.mark.parametrize("address", [each for each in LINKS if each != "/"])
def test_link_opens_what_it_opened_when_it_was_posted(address):
    assert {"address": address} | opens(address) == LINKS[address]


ADDITIONS = {
    "a tracker": "&fbclid=x&utm_source=chatgpt.com&mc_cid=1&n_media=8",
    "a chat": "&openExternalBrowser=1&igsh=x",
    "a translator": "&_x_tr_sl=ko&_x_tr_tl=en",
    "an app": "&embed=true&embed_options=show_toolbar&_=1",
    "a sentence": ").",
    "a slash": "/",
    "a fragment in it": "%23:~:text=range",
}
"""What others hang on a link, by whom."""
POSTED = [
    each
    for each, row in LINKS.items()
    if row["status"] == "200" and row["refused"] == "0" and "?" in each and "/api" not in each
]


@pytest.mark.parametrize("added", ADDITIONS)
def test_what_others_hang_on_a_link_changes_nothing(added, script):
    for address in POSTED:
        assert {"address": address} | opens(address + ADDITIONS[added]) == LINKS[address], address
    pages = [urlsplit(each).query for each in POSTED if urlsplit(each).path in {"/", "/index.html"}]
    batch = [[parse_qsl(each, keep_blank_values=True), True] for each in pages]
    hung = [[parse_qsl(each + ADDITIONS[added], keep_blank_values=True), True] for each in pages]
    assert script.answers(hung) == script.answers(batch)


def test_link_whose_signs_were_escaped_too_often_opens_the_same():
    for address in POSTED:
        assert {"address": address} | opens(address.replace("&", "&amp;")) == LINKS[address]


def test_interface_for_programs_passes_nothing_over():
    for name in ("fbclid", "utm_source", "embed", "openExternalBrowser"):
        with pytest.raises(QueryError) as refusal:
            read_view({name: ["x"]}, shipped())
        assert [each.parameter for each in refusal.value.problems] == [name]
    with pytest.raises(QueryError):
        read_view({"type": ["SRBM."]}, shipped())


def test_no_parameter_of_ours_is_taken_for_an_addition():
    assert not [name for name in (*FILTERS, *CHOICES, "extent", "page") if is_added(name)]


def test_language_alone_opens_what_a_bare_address_opens():
    vocabulary = shipped().vocabulary
    bare, _ = read_page_query({}, vocabulary)
    for query in ("lang=ko", "lang=ko&fbclid=x", "utm_source=x", "amp;lang=ko"):
        selection, problems = of_page(query)
        assert (selection.period, problems) == (bare.period, [])
    # The whole record in a language is not that link.
    whole = Selection(vocabulary.period, lang="ko")
    assert of_page(urlencode(whole.page_query(vocabulary.period))) == (whole, [])
    assert of_page("sea=both")[0].period == vocabulary.period


def test_ten_problems_are_listed_and_the_rest_counted(script):
    _, problems = of_page("&".join(f"type=X{number}" for number in range(300)))
    lines = problem_lines(Words(), problems)
    assert (len(lines), lines[-1]) == (11, "… and 290 more.")
    listed = script.context.eval(
        "JSON.stringify(language.listed(language.read("
        "[...Array(300).keys()].map((each) => ['type', 'X' + each]), true).problems))"
    )
    assert json.loads(listed) == lines


def test_every_launch_that_was_published_is_found_by_its_id():
    record = shipped().record
    live = {launch.id for launch in record.launches}
    assert {record.renamed.get(launch.id, launch.id) for launch in launches()} <= live


@pytest.mark.parametrize(
    "address", [each for each in LINKS if urlsplit(each).path in {"/", "/index.html"}]
)
def test_script_of_a_page_without_a_server_opens_the_same(script, address):
    query = urlsplit(address).query
    (found,) = script.answers([[parse_qsl(query, keep_blank_values=True), True]])
    given = parse_qs(query, keep_blank_values=True)
    # These pages open with the whole record.
    selection, problems = read_query(given, shipped().vocabulary, launch_opens=True, posted=True)
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
