"""The page as its script builds it: links, widgets, warnings, hostile text, a broken record."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from conftest import HOSTILE, JANUARY_2022
from dashboard.flights.plan import ALONE, BEST, DIFFERING, WHOSE
from dashboard.panels import sidebar
from dashboard.selection.filters import FILTERS, LISTS
from dashboard.selection.period import opening
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import whole_period
from dashboard.words import filter_form
from dashboard.words.say import LANGUAGES, Words
from data.model import OUTCOMES
from page_state import sent_to, shown_ids

PAGE = Path(__file__).parents[1] / "dashboard" / "page.py"
JANUARY = [day.isoformat() for day in JANUARY_2022]
FORM = re.compile(
    r"(\d+) (?:launch|launches) \((\d+) (?:missile|missiles)\): "
    r"(\d+) drawn as arcs(?:, (\d+) in part)?, (\d+) at their site only, (\d+) not placed"
)
# A launch of each of them is in the record; one of an outcome or kind that it lost fails its test.
VALUES = [
    *(("type", value) for value in ("CRBM", "SRBM", "MRBM", "IRBM", "ICBM", "unidentified")),
    ("type", "other"),
    *(("kind", value) for value in FILTERS["kind"].values),
    *(("outcome", value) for value in OUTCOMES),
]


def opened(**query):
    page = AppTest.from_file(PAGE, default_timeout=30)
    page.query_params.update(query)
    page.run()
    assert not page.exception
    return page


def html(page):
    return [element.value for element in page.html]


def summary_line(page):
    return sent_to(page, "selected")["summary"]


def numbers(page):
    """Launches, missiles and the three parts of the summary line, which has to have its form."""
    match = FORM.fullmatch(summary_line(page))
    assert match, summary_line(page)
    launches, missiles, *parts = (int(number or 0) for number in match.groups())
    assert sum(parts) == launches
    return launches, missiles


def said(page):
    """What the page says of its link that is not understood."""
    return sent_to(page, "selected").get("problems", [])


def chosen(page, name):
    """What the form of the filters shows as chosen of one."""
    return sent_to(page, "filters")["selection"].get(name, [])


def choose(page, **values):
    """Choose values of filters, as the form has the session hold them."""
    for name, value in values.items():
        page.session_state[name] = value
    page.run()
    assert not page.exception


class Session(dict):
    """State of a session without a page."""

    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


def press(page, label):
    (button,) = [button for button in page.button if button.label == label]
    button.click().run()
    assert not page.exception
    return page


def test_page_opens_with_the_newest_launches_and_says_so_in_its_link(served, vocabulary):
    page = opened()
    days = opening(vocabulary)
    assert days == (dt.date(2025, 10, 5), dt.date(2026, 10, 3))
    picked = Selection(days).pick(served.record.launches)
    assert numbers(page)[0] == len(picked) > 10
    assert shown_ids(page) == [launch.id for launch in picked][::-1]
    assert chosen(page, "period") == [str(day) for day in days]
    assert not said(page)
    assert not page.error
    assert page.query_params["period"] == [str(day) for day in days]


def test_whole_record_has_a_link_of_its_own_on_the_page(served):
    launches = served.record.launches
    page = opened(period=[str(day) for day in whole_period(launches)])
    assert numbers(page)[0] == len(launches)
    assert page.query_params["period"] == [str(day) for day in whole_period(launches)]


def test_link_with_a_filter_and_no_period_means_the_whole_record(served):
    page = opened(type="ICBM")
    assert chosen(page, "period") == [str(day) for day in whole_period(served.record.launches)]
    assert page.query_params == {"type": "ICBM"}


def test_january_2022_has_seven_launches_with_eleven_missiles():
    page = opened(period=JANUARY)
    assert numbers(page) == (7, 11)
    assert len(shown_ids(page)) == 7


@pytest.mark.parametrize(("name", "value"), VALUES)
def test_parts_of_the_summary_add_up_for_each_filter(served, vocabulary, name, value):
    page = opened(**{name: value})
    picked = Selection(vocabulary.period, **{name: (value,)}).pick(served.record.launches)
    assert numbers(page)[0] == len(picked) > 0
    assert shown_ids(page) == [launch.id for launch in picked][::-1]
    assert chosen(page, name) == [value]


@pytest.mark.parametrize("year", [1984, 1998, 2006, 2009, 2014, 2017, 2019, 2022, 2024])
def test_parts_of_the_summary_add_up_for_each_year(served, year):
    days = dt.date(year, 1, 1), dt.date(year, 12, 31)
    page = opened(period=[day.isoformat() for day in days])
    assert numbers(page)[0] == len(Selection(days).pick(served.record.launches))


def test_link_fills_every_widget():
    page = opened(
        period=JANUARY,
        type=["SRBM", "mrbm"],
        kind="ballistic",
        site=["Mupyong-ni Arms Plant", "uiju"],
        outcome="success",
        sea="Sea of Japan",
        open="2022-01-05-1",
    )
    assert not said(page)
    assert chosen(page, "period") == JANUARY
    assert chosen(page, "type") == ["SRBM", "MRBM"]
    assert chosen(page, "kind") == ["ballistic"]
    assert chosen(page, "site") == ["mupyong-ni", "uiju"]
    assert chosen(page, "outcome") == ["success"]
    assert chosen(page, "sea") == "sea-of-japan"
    assert any(">Hwasong-12A" in text for text in html(page))


def test_widgets_narrow_the_selection(served):
    page = opened()
    choose(page, period=JANUARY_2022, type=["SRBM"])
    choose(page, outcome=["success"])
    selection = Selection(JANUARY_2022, type=("SRBM",), outcome=("success",))
    picked = selection.pick(served.record.launches)
    assert shown_ids(page) == [launch.id for launch in picked][::-1]
    assert numbers(page)[0] == len(picked)


SLOPPY = {
    "small letters": ({"type": "srbm"}, {"type": "SRBM"}),
    "right and small letters": ({"type": ["SRBM", "mrbm"]}, {"type": ["SRBM", "MRBM"]}),
    "id of a site": (
        {"site": ["uiju", "Mupyong-ni Arms Plant"]},
        {"site": ["uiju", "mupyong-ni"]},
    ),
    "days the wrong way round": ({"period": JANUARY[::-1]}, {"period": JANUARY}),
    "value given twice": ({"type": ["ICBM", "ICBM"]}, {"type": "ICBM"}),
    "old names": (
        {"figures": "Japan MOD", "sea": "Sea of Japan", "kind": "space launch"},
        {"kind": "space-launch", "figures": "japan", "sea": "sea-of-japan"},
    ),
    "a panel as links named it": ({"launch": "2022-01-05-1"}, {"open": "2022-01-05-1"}),
    "a whole quarter": ({"period": "2022-Q1"}, {"period": ["2022-01-01", "2022-03-31"]}),
}


@pytest.mark.parametrize(("given", "meant"), SLOPPY.values(), ids=SLOPPY)
def test_sloppy_link_opens_what_is_meant_and_is_put_right(given, meant):
    page, expected = opened(**given), opened(**meant)
    assert summary_line(page) == summary_line(expected)
    assert shown_ids(page) == shown_ids(expected)
    assert page.query_params == expected.query_params == meant
    assert not said(page)


def test_period_of_one_day_is_that_day():
    page = opened()
    choose(page, period=(dt.date(2022, 1, 5),))
    assert numbers(page)[0] == 1


@pytest.mark.parametrize("days", [["2022-01-05"], ["2022-01-05", "2022-01-05"]])
def test_link_to_one_day_shows_that_day(days):
    page = opened(period=days)
    assert said(page) == []
    assert numbers(page)[0] == 1


WRONG = {
    "type": "LRBM",
    "kind": "torpedo",
    "site": "Atlantis",
    "outcome": "splendid",
    "sea": "Sea of Tranquillity",
    "launch": "2022-13-40-1",
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_value_is_warned_of_and_the_rest_of_the_link_applies(name):
    page = opened(period=JANUARY, **{name: WRONG[name]})
    (warning,) = said(page)
    assert warning.startswith(f"{name}: “{WRONG[name]}”")
    assert numbers(page) == (7, 11)
    assert chosen(page, "period") == JANUARY
    assert WRONG[name] not in str(page.query_params)


@pytest.mark.parametrize(
    "days",
    [
        ["yesterday", "2022-01-31"],
        ["2022-01-01", "2022-02-30"],
        ["", ""],
        JANUARY * 2,
    ],
)
def test_wrong_period_is_warned_of_and_the_rest_of_the_link_applies(served, days):
    page = opened(period=days, type="ICBM")
    assert said(page)
    assert all(warning.startswith("period: ") for warning in said(page))
    assert chosen(page, "period") == [str(day) for day in whole_period(served.record.launches)]
    assert chosen(page, "type") == ["ICBM"]


def test_every_wrong_value_has_its_own_warning():
    page = opened(period=["yesterday", "tomorrow"], **WRONG)
    assert [warning.partition("”")[0] for warning in said(page)] == [
        *(f"{name}: “{WRONG[name]}" for name in ("type", "kind", "site", "outcome")),
        "period: “yesterday",
        "period: “tomorrow",
        *(f"{name}: “{WRONG[name]}" for name in ("sea", "launch")),
    ]


def test_wrong_value_beside_a_right_one_leaves_the_right_one():
    page = opened(type=["LRBM", "SRBM"])
    assert chosen(page, "type") == ["SRBM"]
    assert len(said(page)) == 1


def test_second_launch_in_a_link_does_not_empty_the_panel():
    page = opened(launch=["2022-01-05-1", "nonsense"])
    assert any(">Hwasong-12A" in text for text in html(page))
    assert page.query_params == {"open": "2022-01-05-1"}


def test_selection_without_launches_says_so():
    page = opened(period=JANUARY, type="ICBM")
    assert numbers(page) == (0, 0)
    assert sent_to(page, "selected")["empty"]
    assert "empty" not in sent_to(opened(period=JANUARY), "selected")
    assert sent_to(page, "launches") is None


def test_reset_clears_every_filter_the_warnings_and_what_is_open(vocabulary, monkeypatch):
    session = Session(type=["ICBM"], figures="jcs", open="2022-01-05-1", link_problems=["?"])
    monkeypatch.setattr(sidebar.st, "session_state", session)
    sidebar.reset(vocabulary.period)
    assert session.pop("period") == vocabulary.period
    assert not any(session.values())
    assert "open" not in session


TOLD = {
    "a choice": ({"selection": {"type": ["SRBM"], "period": JANUARY}}, {"type": ["SRBM"]}),
    "one alone": ({"selection": {"figures": "jcs", "period": JANUARY}}, {"figures": "jcs"}),
    "nonsense": ({"selection": {"type": ["XL", 7], "period": JANUARY, "launch": "x"}}, {}),
    "what stands": ({"selection": {"figures": "best", "period": JANUARY}}, {}),
}


@pytest.mark.parametrize(("told", "held"), TOLD.values(), ids=TOLD)
def test_form_is_heard_in_the_words_of_a_link(vocabulary, monkeypatch, told, held):
    session = Session(filters=SimpleNamespace(changed={"number": 3, **told}))
    monkeypatch.setattr(sidebar.st, "session_state", session)
    sidebar._hear(vocabulary)
    assert session.pop("period") == JANUARY_2022
    assert session.pop("filters_heard") == 3
    del session["filters"]
    assert {name: value for name, value in session.items() if value} == held


@pytest.mark.parametrize("told", [None, "text", {"selection": None}, {"number": "x"}, []])
def test_what_no_form_says_changes_nothing(vocabulary, monkeypatch, told):
    session = Session(filters=SimpleNamespace(changed=told))
    monkeypatch.setattr(sidebar.st, "session_state", session)
    sidebar._hear(vocabulary)
    assert session.keys() == {"filters"}


def test_what_is_chosen_stands_above_the_map_and_is_taken_back_one_by_one(vocabulary, monkeypatch):
    page = opened(period=JANUARY, type=["SRBM", "IRBM"], figures="japan", sea="both")
    chips = sent_to(page, "selected")["chips"]
    assert chips == [
        ["period", "", "January 2022"],
        ["type", "SRBM", "Type: SRBM"],
        ["type", "IRBM", "Type: IRBM"],
        ["figures", "japan", "Whose figures are drawn: Japan MOD"],
        ["sea", "both", "Name of the sea: East Sea / Sea of Japan"],
    ]
    session = Session(type=["SRBM", "IRBM"], figures="japan", sea="both", period=JANUARY_2022)
    monkeypatch.setattr(sidebar.st, "session_state", session)
    for name, value, _ in chips[:1] + chips[2:]:
        sidebar.take_back(name, value, vocabulary.period)
    sidebar.take_back("launch", "x", vocabulary.period)
    assert session == {
        "type": ["SRBM"],
        "figures": None,
        "sea": None,
        "period": vocabulary.period,
    }
    whole = opened(period=[str(day) for day in vocabulary.period])
    assert sent_to(whole, "selected")["chips"] == []


def test_launch_can_be_closed():
    page = opened(launch="2022-01-05-1")
    assert any("Who stated what" in text for text in html(page))
    press(page, "✕ Close")
    assert not any("Who stated what" in text for text in html(page))
    assert "open" not in page.query_params


def test_every_launch_of_january_2022_opens(served):
    for launch in Selection(JANUARY_2022).pick(served.record.launches):
        page = opened(period=JANUARY, launch=launch.id)
        assert any(f">{launch.id}</small>" in text for text in html(page))


def test_counts_beside_a_filter_follow_the_other_filters(served, vocabulary):
    counts = sent_to(opened(period=JANUARY), "filters")["counts"]
    picked = Selection(JANUARY_2022).pick(served.record.launches)
    number = sum(launch.outcome == "success" for launch in picked)
    assert counts["outcome"][vocabulary.options("outcome").index("success")] == number
    assert counts.keys() == {name for name in LISTS if not FILTERS[name].table}
    page = opened(period=JANUARY)
    page.session_state["filters_unfolded"] = {"site"}
    page.run()
    sites = sent_to(page, "filters")["counts"]["site"]
    assert sum(sites) == len(picked)


def test_form_has_every_filter_of_many_values_once_with_each_value_in_one_group(library):
    assert set(LISTS) < set(filter_form.FORM)
    for lang in LANGUAGES:
        form = filter_form.filter_form(Words(lang), library)
        for row in form["filters"]:
            grouped = [value for _, values in row["groups"] for value in values]
            assert sorted(grouped) == (sorted(row["options"]) if row["groups"] else [])
            if row["name"] in {"site", "missile"}:
                assert len({title for title, _ in row["groups"]}) == len(row["groups"]) > 4
        assert set(form["folded"]) < set(form["form"])


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", [*FILTERS, "unheard_of"])
def test_hostile_link_does_nothing_but_warn(assert_harmless, name, text):
    page = opened(**({text: "x"} if name == "unheard_of" else {name: text}))
    for shown in html(page):
        assert_harmless(shown)
    for problem in said(page):
        # It becomes a text node of the page, in full but for its length.
        assert text[:60] in problem or name == "period"
    assert len(said(page)) == 1
    # A link that names no filter but the language opens with the newest launches.
    assert numbers(page)[0] > (10 if name in {"unheard_of", "lang"} else 100)


def hostile_names(column):
    text = " ".join(HOSTILE)
    return lambda number, _row: {column: f"{text} {number}"}


def hostile_phrases(_number, _row):
    return {"phrase": " ".join(HOSTILE)}


def test_hostile_record_is_shown_as_text(own_record, edit, assert_harmless):
    edit(own_record / "missiles.csv", hostile_names("name"))
    edit(own_record / "sites.csv", hostile_names("name_en"))
    edit(own_record / "sources.csv", hostile_names("title"))
    edit(own_record / "sources.csv", hostile_names("publisher"))
    edit(own_record / "claims.csv", hostile_phrases)
    edit(own_record / "claims.csv", hostile_names("locator"))
    edit(own_record / "launches.csv", hostile_names("note"))
    edit(own_record / "corrections.csv", hostile_names("reason"))
    page = opened(launch="2022-01-05-1")
    assert numbers(page)[0] > 100
    shown = html(page)
    for text in shown:
        assert_harmless(text)
    assert "&lt;script&gt;alert(1)" in "".join(shown)


def test_record_with_a_script_for_an_address_is_not_shown(own_record, edit):
    edit(own_record / "sources.csv", lambda _number, _row: {"url": "javascript:alert(1)"})
    page = opened()
    assert "sources.csv:2: url: 'javascript:alert(1)'" in page.code[0].value


def test_broken_record_shows_everything_that_is_wrong(own_record, edit):
    edit(
        own_record / "launches.csv", lambda number, _row: {"outcome": "fine"} if number < 3 else {}
    )
    (own_record / "sites.csv").unlink()
    page = opened(period=JANUARY)
    (error,) = page.error
    (listed,) = page.code
    lines = listed.value.splitlines()
    assert error.value.startswith(f"The record has {len(lines)} errors; nothing is shown")
    assert [line.partition(": ")[0] for line in lines] == [
        "launches.csv:2",
        "launches.csv:3",
        "launches.csv:4",
        "sites.csv:1",
    ]
    assert all("- expected " in line for line in lines)
    assert sent_to(page, "launches") is None
    assert sent_to(page, "filters") is None


def test_mended_record_is_shown_without_a_restart(own_record):
    sites = own_record / "sites.csv"
    content = sites.read_bytes()
    sites.unlink()
    page = opened()
    assert page.error
    sites.write_bytes(content)
    page.run()
    assert not page.error
    assert numbers(page)[0] > 10


def test_azimuth_of_360_in_the_record_does_not_break_the_page(own_record, edit):
    def due_north(number, row):
        figure = {"low": 360, "high": 360}
        return figure if row["quantity"] == "azimuth_deg" and number < 500 else {}

    edit(own_record / "claims.csv", due_north)
    assert numbers(opened(figures="best"))[0] > 100


@pytest.mark.parametrize("whose", WHOSE)
def test_page_draws_the_figures_of_whoever_is_asked_for(served_atlases, whose):
    page = opened(figures=whose)
    line = summary_line(page)
    atlas = served_atlases[whose]
    placed = Counter(atlas.placement(launch) for launch in atlas.record.launches)
    assert f"{placed['arc']} drawn as arcs, " in line
    assert f"{placed['part']} in part, {placed['site']} at their site only" in line or (
        not placed["part"] and f"{placed['site']} at their site only" in line
    )
    assert f"{placed['none']} not placed" in line
    named = f"ranges of {Words().named('party', ALONE.get(whose, whose))} alone"
    assert (named in line) is (whose not in {BEST, DIFFERING})
    assert chosen(page, "figures") == whose


def test_old_names_in_a_link_are_understood():
    for short, whose in (("KCNA", "kcna"), ("Japan MOD", "japan"), ("All that differ", DIFFERING)):
        page = opened(figures=short)
        assert chosen(page, "figures") == whose
        assert not said(page)


def test_wrong_name_of_whose_figures_is_named_and_the_rest_applies():
    page = opened(figures="Atlantis", type="ICBM")
    assert any("figures: “Atlantis”" in text and "jcs, japan, kcna" in text for text in said(page))
    assert chosen(page, "figures") == BEST
    assert chosen(page, "type") == ["ICBM"]


def show_tab(page, name):
    page.session_state["below"] = name
    page.run()
    assert not page.exception
    return page


def test_only_the_open_tab_is_worked_out():
    page = opened(period=JANUARY, window="90")
    assert [tab.label for tab in page.tabs] == [
        *("Launches", "Tempo", "Where authorities disagree", "Altitudes and 3D"),
    ]
    assert sent_to(page, "launches")
    assert not any("data-open" in text for text in html(page))
    show_tab(page, "Where authorities disagree")
    assert sent_to(page, "launches") is None
    assert any("South Korea against Japan" in text for text in html(page))
    show_tab(page, "Tempo")
    assert any("Launches in any 90 days on end" in text for text in html(page))
    assert any("An association shows no cause." in text for text in html(page))
    page.session_state.window = "7"
    page.run()
    assert any("Launches in any 7 days on end" in text for text in html(page))
    assert page.query_params["window"] == "7"


def test_disagreements_open_in_place_and_say_where_there_are_none(served):
    page = show_tab(opened(period=["2023-12-17"] * 2), "Where authorities disagree")
    (listed,) = [text for text in html(page) if "data-open" in text]
    assert 'data-open="2023-12-17-1"' in listed
    day = next(one.date for one in served.record.launches if one.id not in served.disagreements)
    quiet = show_tab(opened(period=day), "Where authorities disagree")
    assert any("No authorities disagree" in caption.value for caption in quiet.caption)


def test_next_and_previous_stay_within_the_selection():
    page = opened(period=JANUARY, open="2022-01-14-1")
    page.button(key="launch_later").click().run()
    assert page.query_params["open"] == "2022-01-17-1"
    page.button(key="launch_earlier").click().run()
    page.button(key="launch_earlier").click().run()
    assert page.query_params["open"] == "2022-01-11-1"
    first = opened(period=JANUARY, open="2022-01-05-1")
    assert first.button(key="launch_earlier").disabled
    assert not first.button(key="launch_later").disabled


def test_table_knows_which_launch_is_open():
    page = opened(period=JANUARY, open="2022-01-30-1")
    assert sent_to(page, "launches")["opened"] == "2022-01-30-1"
    assert sent_to(opened(period=JANUARY), "launches")["opened"] is None
