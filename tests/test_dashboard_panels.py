"""The panel of one launch, what the map tells, the presets and the table."""

import datetime as dt
import gzip
import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HOSTILE, launch_html
from dashboard.launch.against import Pair, pairs
from dashboard.launch.claims import source_link
from dashboard.launch.table import build_table, drawn, row
from dashboard.look import LOOK, TYPE_COLOURS, properties
from dashboard.panels.strip import hear_choice, heard
from dashboard.selection.filters import TYPES
from dashboard.selection.period import presets
from dashboard.words.plain_text import plain
from dashboard.words.say import Words
from data.model import Correction

ROOT = Path(__file__).parents[1] / "dashboard"
WORDS = Words("en")
HOSTILE_TEXT = " ".join(HOSTILE)


def test_every_launch_of_the_record_has_a_panel(served, assert_harmless):
    for launch in served.record.launches:
        html = launch_html(WORDS, served, launch)
        assert launch.id in html
        assert_harmless(html)


def test_panel_says_who_stated_what_with_every_figure(make_launch, make_claim, make_atlas):
    launch = make_launch(
        make_claim("range_km", 600, "JCS", qualifier="about"),
        make_claim("range_km", 400, "Japan MOD", phrase="flew some 400 km"),
    )
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert html.index("JCS") < html.index("Japan MOD") < html.index("about 600 km")
    assert html.index("about 600 km") < html.index("400 km</b>")
    assert '<q>flew some <mark class="wording range_km">400 km</mark></q>' in html


def test_sentence_quoted_for_several_claims_stands_once(make_launch, make_claim, make_atlas):
    claims = (
        make_claim("range_km", 600, phrase="600 km at 60 km"),
        make_claim("apogee_km", 60, phrase="600 km at 60 km"),
    )
    launch = make_launch(*claims)
    html = launch_html(WORDS, make_atlas(launch), launch)
    (sentence,) = re.findall("<q>(.*?)</q>", html)
    assert sentence == (
        '<mark class="wording range_km">600 km</mark> at '
        '<mark class="wording apogee_km">60 km</mark>'
    )
    # The statements that it makes open it together.
    assert "<summary><b>Range</b> 600 km · <b>Apogee</b> 60 km</summary>" in html


def test_name_of_a_missile_is_not_said_twice(make_launch, make_missile, make_atlas):
    missile = make_missile(name="Hwasong-12 (KN-17)", aliases=("KN-17", "hwasong-12", "화성-12"))
    launch = make_launch(missile=missile)
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert re.search("<h2[^>]*>(.*)</h2>", html).group(1) == (
        'Hwasong-12 (KN-17) <small>(<span lang="ko">화성-12</span>)</small>'
    )


def test_note_on_a_site_is_folded(make_launch, make_site, make_atlas):
    launch = make_launch(site=make_site(note="coordinate kept"))
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert "<summary>About this site</summary><p>coordinate kept</p></details>" in html


def test_headings_of_the_panel_leave_out_no_level(served):
    for launch in served.record.launches[::20]:
        levels = [int(level) for level in re.findall(r"<h(\d)", launch_html(WORDS, served, launch))]
        assert levels[0] == 2
        assert set(levels[1:]) == {3}


def test_panel_says_what_is_derived_and_from_what(make_launch, make_claim, make_atlas):
    claims = make_claim("range_km", 4500, "KCNA"), make_claim("azimuth_deg", 80, "nagix")
    launch = make_launch(*claims)
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert "range 4,500 km (KCNA) ±50 km" in html
    assert "azimuth 80° (nagix) ±8°, read off a published map" in html
    assert "impact point 35.5° N, 178.0° E" in html
    assert "90% and 50% probability" in html
    assert "track over the ground is approximate" not in html


def test_impact_point_beyond_the_antimeridian_is_west(make_launch, make_claim, make_atlas):
    launch = make_launch(make_claim("range_km", 5500), make_claim("azimuth_deg", 80))
    assert "° W;" in launch_html(WORDS, make_atlas(launch), launch)


def test_glide_is_said_to_be_approximate(make_launch, make_missile, make_claim, make_atlas):
    claims = make_claim("range_km", 700), make_claim("azimuth_deg", 75)
    launch = make_launch(*claims, missile=make_missile("glide", "MRBM"))
    assert "approximate" in launch_html(WORDS, make_atlas(launch), launch)


def test_panel_says_why_nothing_is_drawn(make_launch, make_atlas):
    at_site, nowhere = make_launch(), make_launch(site=None)
    assert "Shown at its site only" in launch_html(WORDS, make_atlas(at_site), at_site)
    html = launch_html(WORDS, make_atlas(nowhere), nowhere)
    assert "Not placed on the map" in html
    assert "Site not known" in html


def test_panel_says_what_is_not_known(make_launch, make_site, make_atlas):
    launch = make_launch(count=None, site=make_site(precision_km=None))
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert "Missiles: number not settled" in html
    assert "time not known" in html
    assert "No claim is recorded" in html
    assert "None" not in html
    assert "±" not in html


def test_correction_shows_what_the_source_has_and_why_it_is_not_kept(
    make_launch, make_source, make_atlas
):
    correction = Correction("2022-01-05-1", make_source(), "row 7", "apogee", None, None, "filler")
    html = launch_html(WORDS, make_atlas(make_launch()), make_launch(corrections=(correction,)))
    assert "apogee: empty → unknown; filler" in html
    assert "row 7" in html


def test_every_text_of_the_record_is_escaped(  # noqa: PLR0913, PLR0917
    make_launch, make_claim, make_site, make_missile, make_source, make_atlas, assert_harmless
):
    text = HOSTILE_TEXT
    source = make_source(publisher=text, title=text)
    claims = [
        make_claim(quantity, text, authority=text, source=source, phrase=text, locator=text)
        for quantity in ("launch_time", "direction", "missile", "site", "outcome", "impact_place")
    ]
    figures = [
        make_claim(quantity, 75, authority=text, source=source)
        for quantity in ("range_km", "azimuth_deg")
    ]
    launch = make_launch(
        *claims,
        *figures,
        id=text,
        site=make_site(name_en=text, name_ko=text, kind=text),
        missile=make_missile(name=text, aliases=(text,)),
        outcome=text,
        status=text,
        note=text,
        corrections=(Correction(text, source, text, text, text, text, text),),
    )
    html = launch_html(WORDS, make_atlas(launch), launch)
    assert_harmless(html)
    assert html.count("&lt;img src=x") >= 20
    assert "elsewhere.example" in html


@pytest.mark.parametrize("url", ["https://paper.example/?a=1&b=2", "http://paper.example/"])
def test_source_with_an_address_becomes_a_link(make_source, elements, url):
    html = source_link(WORDS, make_source(url=url), "page 3")
    ((_, attributes),) = [element for element in elements(html) if element[0] == "a"]
    assert attributes["href"] == url
    assert attributes["rel"] == "noopener noreferrer"
    assert "page 3" in html


@pytest.mark.parametrize(
    "url",
    [
        None,
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//elsewhere.example",
        "/etc/passwd",
        "file:///etc/passwd",
    ],
)
def test_source_without_a_web_address_becomes_no_link(make_source, elements, url):
    html = source_link(WORDS, make_source(url=url), None)
    assert [tag for tag, _ in elements(html)] == ["span"]
    assert "A paper" in html


@pytest.mark.parametrize(
    "url",
    ["https://x/'onmouseover='alert(1)", 'https://x/"onmouseover="alert(1)', "https://x/><b>"],
)
def test_address_cannot_leave_its_attribute(make_source, elements, url):
    html = source_link(WORDS, make_source(url=url), None)
    (link,) = [attributes for tag, attributes in elements(html) if tag == "a"]
    assert urlsplit(link["href"]).netloc == "x"
    assert set(link) == {"href", "title", "target", "rel"}


def test_source_without_a_publisher_is_named_by_its_title(make_source):
    assert "A title</" in source_link(WORDS, make_source(publisher=None), None)


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_text_has_no_markdown_left(text):
    assert plain(text).replace("\\", "") == text
    for place, sign in enumerate(plain(text)):
        if sign in "*_`[]()!<>:$":
            assert plain(text)[place - 1] == "\\"


WHOLE = (dt.date(1984, 4, 1), dt.date(2026, 8, 20))


def test_presets_are_kept_within_the_record():
    found = presets(WHOLE, dt.date(2026, 11, 22))
    assert found == {
        "last-12-months": (dt.date(2025, 11, 23), dt.date(2026, 8, 20)),
        "this-year": (dt.date(2026, 1, 1), dt.date(2026, 8, 20)),
        "2022": (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        "2017": (dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
        "whole": WHOLE,
    }


def test_preset_outside_the_record_is_not_offered():
    found = presets((dt.date(2018, 1, 1), dt.date(2020, 12, 31)), dt.date(2026, 11, 22))
    assert list(found) == ["whole"]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31)))
def test_last_12_months_are_a_year_whatever_the_day(today):
    whole = (dt.date(1984, 4, 1), dt.date(2099, 1, 1))
    first, last = presets(whole, today)["last-12-months"]
    assert last == today
    assert 365 <= (last - first).days + 1 <= 366


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)))
def test_every_preset_is_a_period_that_a_link_can_hold(today):
    for first, last in presets(WHOLE, today).values():
        assert WHOLE[0] <= first <= last <= WHOLE[1]


def test_row_of_the_table_has_the_figures_that_are_drawn(make_launch, make_claim, make_atlas):
    time = dt.datetime(2022, 1, 4, 23, 10, tzinfo=dt.UTC)
    claims = make_claim("range_km", 700, "KCNA"), make_claim("azimuth_deg", 75)
    japan = make_claim("range_km", 500, "Japan MOD", qualifier="about")
    launch = make_launch(*claims, japan, make_claim("apogee_km", 50, "KCNA"), time_utc=time)
    said = row(WORDS, launch)
    assert (said["date"], said["time"]) == ("2022-01-05", "08:10")
    assert (said["site"], said["id"]) == ("Mupyong-ni", launch.id)
    assert drawn(WORDS, make_atlas(launch), launch) == {
        "range_km": (500, "≈ 500", "about 500 km"),
        "apogee_km": (50, "50", "50 km"),
        "figures_by": "Japan MOD, KCNA",
        "place": "arc",
    }


def test_row_by_one_party_has_no_figure_of_another(make_launch, make_claim, make_atlas):
    launch = make_launch(make_claim("range_km", 700, "KCNA"), make_claim("apogee_km", 50, "CNS"))
    atlas = make_atlas(launch)
    assert drawn(WORDS, replace(atlas, whose="kcna"), launch)["figures_by"] == "KCNA"
    assert drawn(WORDS, replace(atlas, whose="jcs"), launch)["range_km"] is None


def test_row_of_a_salvo_has_its_greatest_range(make_launch, make_claim, make_atlas):
    near, far = (make_claim("range_km", 10 * n, missiles=(n,)) for n in (1, 2))
    launch = make_launch(near, far, count=2)
    assert drawn(WORDS, make_atlas(launch), launch)["range_km"] == (20, "20", "20 km")


def test_row_of_a_launch_of_which_little_is_known_says_so(make_launch, make_atlas):
    launch = make_launch(count=None, site=None)
    said = row(WORDS, launch)
    assert (said["missiles"], said["time"], said["site"]) == (None, None, "Site unknown")
    nothing = {"range_km": None, "apogee_km": None, "figures_by": None, "place": "not placed"}
    assert drawn(WORDS, make_atlas(launch), launch) == nothing


def test_every_row_of_the_file_has_every_column(served_atlases):
    file = json.loads(gzip.decompress(build_table(WORDS, served_atlases).gzipped))
    for launch in file["launches"]:
        assert len(launch["drawn"]) == len(served_atlases)
        for found in launch["drawn"]:
            assert set(found) | set(launch) - {"drawn"} == set(file["headings"])


def test_pairs_of_south_korea_and_japan(make_launch, make_claim):
    launch = make_launch(
        make_claim("range_km", 600, "JCS"),
        make_claim("range_km", 400, "Japan government"),
        make_claim("range_km", 100, "CNS"),
        make_claim("apogee_km", 50, "JCS"),
        make_claim("apogee_km", 50, "Japan MOD", qualifier="at_most"),
    )
    assert pairs([launch], "range_km") == [Pair(launch, 600, 400, excluding=True)]
    assert pairs([launch], "apogee_km") == []


def test_pair_of_a_salvo_stands_once_where_its_missiles_agree(make_launch, make_claim):
    claims = make_claim("range_km", 400, "JCS"), make_claim("range_km", 400, "Japan MOD")
    launch = make_launch(*claims, count=3)
    assert pairs([launch], "range_km") == [Pair(launch, 400, 400, excluding=False)]


def test_colours_of_the_style_sheet_are_those_of_the_map():
    assert all(f"--types-{name}-colour: {TYPE_COLOURS[name]};" in properties() for name in TYPES)


@pytest.mark.parametrize(
    "sheet",
    [*sorted((ROOT / "assets").glob("*/*.css")), ROOT / "templates" / "web" / "small.css"],
    ids=lambda path: "/".join(path.parts[-2:]),
)
def test_style_sheets_name_colours_of_the_look(sheet):
    stated = set(re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\([0-9]", sheet.read_text(encoding="utf-8")))
    assert stated == set()


def test_light_and_dark_screens_have_the_same_colours_and_the_page_those_of_its_settings():
    dark = LOOK["dark"]
    for name, each in dark.items():
        assert name in LOOK
        assert isinstance(each, str) or each.keys() <= LOOK[name].keys()
    settings = tomllib.loads((ROOT.parent / ".streamlit" / "config.toml").read_text())["theme"]
    for theme, look in (("light", LOOK), ("dark", dark)):
        assert settings[theme] == {
            "primaryColor": look["text"]["focus"],
            "backgroundColor": look["paper"],
            "secondaryBackgroundColor": look["fills"]["filters"],
            "textColor": look["ink"],
        }


# ------------------------------------------------------------------ what the map tells of its strip
@pytest.fixture
def session(monkeypatch):
    """Session of a reader, without a page."""

    class State(dict):
        __getattr__ = dict.__getitem__
        __setattr__ = dict.__setitem__

    state = State()
    monkeypatch.setattr("dashboard.panels.strip.st.session_state", state)
    return state


def test_a_choice_on_the_map_is_taken_over_once(session, vocabulary):
    told = {"number": 7, "period": ["2022-01-01", "2022-01-31"], "type": ["SRBM"], "moment": None}
    hear_choice(told, vocabulary)
    assert session["period"] == (dt.date(2022, 1, 1), dt.date(2022, 1, 31))
    assert (session["type"], session["moment"], heard()) == (["SRBM"], None, 7)
    session["type"] = ["ICBM"]
    # It is told again with the next click, and must not undo what came between.
    hear_choice(told, vocabulary)
    assert session["type"] == ["ICBM"]
    hear_choice({"number": 8, "moment": "2022-01-05-1"}, vocabulary)
    assert (session["moment"], session["type"]) == ("2022-01-05-1", ["ICBM"])
    hear_choice({"number": 9, "events": ["exercise", "party-meeting", "<img>"]}, vocabulary)
    assert session["events"] == ["exercise", "party-meeting"]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"number": "7", "type": ["SRBM"]},
        {"number": None},
        {"number": 7, "type": [1, {}, "XXL"], "moment": ["<img>"], "period": "never"},
    ],
    ids=str,
)
def test_nonsense_from_the_browser_chooses_nothing(session, vocabulary, told):
    hear_choice(told, vocabulary)
    assert session.get("type", []) == []
    assert session.get("moment") is None
    assert session.get("period", vocabulary.period) == vocabulary.period
