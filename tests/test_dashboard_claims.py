"""The claims of a launch side by side, and the list of where authorities disagree."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from urllib.parse import parse_qs

import pytest

from conftest import HOSTILE, JANUARY_2022
from dashboard.flights.atlas import build_atlases
from dashboard.flights.plan import BEST
from dashboard.launch.claims import claims_html, stated_html
from dashboard.panels.disagreements import disagreements_html
from dashboard.selection.query import read_query
from dashboard.selection.selection import Selection
from dashboard.words.say import Words

WORDS = Words()
HOSTILE_TEXT = " ".join(HOSTILE)


@pytest.fixture
def shown(make_launch, make_atlas):
    """Show the claims of a launch that has these."""

    def show(*claims, **values):
        launch = make_launch(*claims, **values)
        atlas = make_atlas(launch)
        html = stated_html(WORDS, atlas, launch)
        return html + claims_html(WORDS, atlas.record, launch)

    return show


def table(html):
    """Head and body of the table of parties: its headings, and the cells of each quantity."""
    root = ET.fromstring(re.search("<table.*</table>", html, re.DOTALL).group())  # noqa: S314
    head = [words_of(cell) for cell in root.find("thead").iter("th")]
    body = {
        words_of(row.find("th")): [words_of(cell.find("span[2]")) for cell in row.iter("td")]
        for row in root.find("tbody")
    }
    return head, body


def words_of(node):
    return " ".join("".join(part + " " for part in node.itertext()).split())


def test_quantities_stand_in_rows_and_states_in_columns(shown, make_claim):
    html = shown(
        make_claim("apogee_km", 50, "KCNA"),
        make_claim("range_km", 650, "Japan MOD"),
        make_claim("range_km", 640, "CNS"),
        make_claim("range_km", 600, "JCS", qualifier="about"),
        make_claim("apogee_km", 50, "Japan MOD"),
    )
    head, body = table(html)
    assert head == [
        *("Quantity", "South Korea JCS", "Japan Japan MOD", "North Korea KCNA"),
        "Compilers, press CNS",
    ]
    assert {name: [cell.replace("≠ ", "") for cell in cells] for name, cells in body.items()} == {
        "Range": ["about 600 km", "650 km", "–", "640 km"],
        "Apogee": ["–", "50 km", "50 km", "–"],
    }


def test_equal_statements_of_a_state_stand_once_with_all_who_made_them(shown, make_claim):
    html = shown(
        make_claim("range_km", 600, "JCS"),
        make_claim("range_km", 800, "Japan MOD"),
        make_claim("range_km", 800, "Japan government"),
        make_claim("apogee_km", 2000, "Japan government"),
        make_claim("range_km", 700, "CSIS"),
        make_claim("range_km", 700, "press"),
    )
    head, body = table(html)
    assert head == ["Quantity", "South Korea JCS", "Japan", "Compilers, press"]
    assert [cell.replace("≠ ", "") for cell in body["Range"]] == [
        "600 km",
        "800 km Japan MOD and Japan government",
        "700 km CSIS and press",
    ]
    assert body["Apogee"] == ["–", "2,000 km Japan government", "–"]


def test_every_heading_of_the_table_says_what_it_heads(shown, make_claim):
    html = shown(make_claim("range_km", 600, "JCS"), make_claim("apogee_km", 50, "Japan MOD"))
    headings = re.findall(r"<th( [^>]*|)>(.*?)</th>", html)
    assert [scope.strip() for scope, _ in headings] == ['scope="col"'] * 3 + ['scope="row"'] * 2
    assert all(text.strip() for _, text in headings)
    assert "<caption>Statements by quantity" in html


def test_each_source_is_folded_with_its_statements_and_quotes(shown, make_claim):
    html = shown(
        make_claim("range_km", 600, "JCS", phrase="flew about 600 km"),
        make_claim("apogee_km", 50, "Japan MOD"),
    )
    folds = re.findall(r'<details class="source">(.*?)</details>', html, re.DOTALL)
    assert [re.search("<summary>(.*?)<", fold).group(1).strip() for fold in folds] == [
        "JCS",
        "Japan MOD",
    ]
    assert '<q>flew about <mark class="wording range_km">600 km</mark></q>' in folds[0]
    # A link within a summary would be a control within a control.
    assert all("<a " not in fold.partition("</summary>")[0] for fold in folds)


def test_only_claims_that_exclude_each_other_are_marked(shown, make_claim):
    html = shown(
        make_claim("range_km", 570, "JCS"),
        make_claim("range_km", 400, "Japan MOD"),
        make_claim("apogee_km", 50, "Japan MOD"),
        make_claim("apogee_km", 55, "JCS", qualifier="about"),
    )
    assert html.count('class="apart" title') == 2
    assert "Range: 570 km (JCS) against 400 km (Japan MOD), 170 km apart (30%)" in html


def test_rounding_alone_is_not_marked(shown, make_claim):
    html = shown(make_claim("range_km", 360, "JCS"), make_claim("range_km", 350, "Japan MOD"))
    assert "apart" not in html
    assert "exclude" not in html


def test_a_figure_stands_in_its_own_unit(shown, make_claim):
    html = shown(
        make_claim("range_km", 37 * 1.609344, "CSIS", unit="mi"),
        make_claim("flight_time_s", 66 * 60, "Japan MOD", unit="min"),
    )
    assert "37 mi (60 km)" in html
    assert table(html)[1]["Flight time"] == ["66 min (3,960 s)", "–"]


def test_missiles_of_a_salvo_are_told_apart(shown, make_claim):
    html = shown(
        make_claim("range_km", 350, "Japan MOD", missiles=(1,)),
        make_claim("range_km", 400, "Japan MOD", missiles=(2,)),
        count=2,
    )
    assert "350 km <small>no. 1</small><br>400 km <small>no. 2</small>" in html


def test_documents_that_an_entry_cites_are_linked(
    make_record, make_launch, make_claim, make_source
):
    csis = make_source(id="csis", publisher="CSIS")
    cited = make_source(
        id="cited", publisher="Yonhap", url="https://yonhap.example/1", cited_by=("csis row 5",)
    )
    other = make_source(id="other", publisher="Elsewhere", cited_by=("csis row 6",))
    launch = make_launch(make_claim("range_km", 600, "CSIS", source=csis, locator="row 5"))
    sources = {source.id: source for source in (csis, cited, other)}
    atlas = build_atlases(make_record((launch,), sources=sources))[BEST]
    html = claims_html(WORDS, atlas.record, launch)
    assert "which cites" in html
    assert 'href="https://yonhap.example/1"' in html
    assert "Elsewhere" not in html


def test_hostile_text_is_shown_and_not_run(shown, make_claim, assert_harmless):
    html = shown(
        make_claim("range_km", 600, HOSTILE_TEXT, phrase=HOSTILE_TEXT),
        make_claim("range_km", 400, "JCS"),
        make_claim("impact_place", HOSTILE_TEXT),
    )
    assert_harmless(html)
    assert "&lt;img" in html


def test_list_names_the_launch_both_sides_and_a_link_that_keeps_the_selection(
    make_launch, make_claim, make_atlas, vocabulary
):
    launch = make_launch(
        make_claim("range_km", 600, "JCS", qualifier="about"),
        make_claim("range_km", 400, "Japan government"),
        make_claim("count", 1, "CNS"),
        make_claim("count", 3, "press"),
    )
    found = make_atlas(launch).disagreements[launch.id]
    selection = Selection(JANUARY_2022, type=("SRBM",), figures="jcs")
    html = disagreements_html(Words("en"), found, selection, vocabulary)
    states, _, others = html.partition("With CNS")
    assert "about 600 km (JCS) against 400 km (Japan government), 200 km apart (33%)" in states
    assert "1 (CNS) against 3 (press), 2 apart (67%)" in others
    link = re.search(r'href="([^"]+)"', states).group(1)
    query = parse_qs(unescape(link).removeprefix("?"))
    assert read_query(query | {"open": ["2022-01-05-1"]}, vocabulary)[0] == selection.changed(
        open="2022-01-05-1"
    )
    assert query["open"] == ["2022-01-05-1"]


def test_hostile_names_in_the_list_are_text(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, make_missile, make_atlas, vocabulary, assert_harmless, elements
):
    claims = make_claim("range_km", 600, "JCS"), make_claim("range_km", 400, "KCNA")
    launch = make_launch(*claims, missile=make_missile(name=HOSTILE_TEXT))
    html = disagreements_html(
        Words("en"),
        make_atlas(launch).disagreements[launch.id],
        Selection(JANUARY_2022),
        vocabulary,
    )
    links = [attributes for tag, attributes in elements(html) if tag == "a"]
    assert [link["href"].partition("=")[0] for link in links] == ["?period"]
    assert_harmless(html.replace(" href=", " data-href="))
