"""The filter language: what is picked, and that a link says it and nothing in a link breaks it."""

import dataclasses
import datetime as dt
import unicodedata
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HOSTILE, JANUARY_2022
from dashboard.flights.plan import BEST, WHOSE
from dashboard.selection.filters import FILTERS, LISTS, NARROWING, NO_SITE, TYPES, facet
from dashboard.selection.query import read_query
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import Vocabulary, fold, whole_period
from dashboard.words.filters import filter_label, refusal_words, value_label
from dashboard.words.say import LANGUAGES, Words
from dashboard.words.views import missile_number
from data.event import EVENT_KINDS
from data.model import KINDS, OUTCOMES, RANGE_CLASSES

ALL = (dt.date(1900, 1, 1), dt.date(2100, 1, 1))


def said(problem):
    """Sentence on what cannot be understood."""
    return refusal_words(Words(), problem)


def test_january_2022_has_seven_launches_with_eleven_missiles(served):
    picked = Selection(JANUARY_2022).pick(served.record.launches)
    assert (len(picked), missile_number(picked)) == (7, 11)


def test_whole_period_picks_the_whole_record_in_its_order(served):
    launches = served.record.launches
    assert Selection(whole_period(launches)).pick(launches) == list(launches)


def test_both_days_of_a_period_belong_to_it(make_launch):
    launch = make_launch(date="2022-01-05")
    day, one = dt.date(2022, 1, 5), dt.timedelta(days=1)
    assert Selection((day, day)).pick([launch]) == [launch]
    assert Selection((day - one, day)).pick([launch]) == [launch]
    assert Selection((day, day + one)).pick([launch]) == [launch]
    assert not Selection((day - one, day - one)).pick([launch])
    assert not Selection((day + one, day + one)).pick([launch])


def test_korean_date_decides_the_period_where_utc_has_another_day(make_launch):
    time = dt.datetime(2021, 12, 31, 23, 10, tzinfo=dt.UTC)
    launch = make_launch(date="2022-01-01", time_utc=time)
    assert Selection(JANUARY_2022).pick([launch]) == [launch]
    assert not Selection((dt.date(2021, 12, 1), dt.date(2021, 12, 31))).pick([launch])


@pytest.mark.parametrize(
    ("date", "picked"), [("2022-01", True), ("2022", True), ("2022-02", False), ("2021", False)]
)
def test_launch_of_unknown_day_is_picked_where_it_may_have_been(make_launch, date, picked):
    period = (dt.date(2022, 1, 10), dt.date(2022, 1, 12))
    assert bool(Selection(period).pick([make_launch(date=date)])) is picked


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(make_launch, make_missile):
    short = make_launch(missile=make_missile(range_class="SRBM"), outcome="success")
    long = make_launch(missile=make_missile(range_class="ICBM"), outcome="failure")
    cruise = make_launch(missile=make_missile("cruise", None), outcome="success")
    launches = [short, long, cruise]
    assert Selection(ALL, type=("SRBM", "ICBM")).pick(launches) == [short, long]
    assert Selection(ALL, type=("SRBM", "ICBM"), outcome=("failure",)).pick(launches) == [long]
    assert Selection(ALL, kind=("cruise",)).pick(launches) == [cruise]
    assert not Selection(ALL, kind=("cruise",), type=("SRBM",)).pick(launches)


def test_facet_left_out_of_account_picks_as_if_it_were_empty(served):
    launches = served.record.launches
    strict = Selection(ALL, type=("SRBM",), outcome=("failure",))
    open_type = strict.changed(type=())
    assert strict.pick(launches, without="type") == open_type.pick(launches)
    assert strict.pick(launches) != open_type.pick(launches)


def test_every_kind_of_event_can_be_marked():
    kinds = [kind.replace(" ", "-") for kind in EVENT_KINDS]
    assert list(FILTERS["events"].values) == kinds


@pytest.mark.parametrize("name", [*NARROWING])
def test_counts_of_a_facet_add_up_to_the_launches_under_the_other_filters(served, name):
    launches = served.record.launches
    selection = Selection(ALL, type=("SRBM",), outcome=("success",))
    counts = selection.count(launches, name, served.reaches)
    if name != "reach":
        assert sum(counts.values()) == len(selection.pick(launches, without=name))
    for value, number in counts.items():
        alone = selection.changed(**{name: (value,)})
        assert len(alone.pick(launches, served.reaches)) == number


def test_unknown_class_is_shown_as_unidentified_and_no_class_as_other(make_launch, make_missile):
    assert facet(make_launch(missile=make_missile(range_class="unknown")), "type") == "unidentified"
    assert facet(make_launch(missile=make_missile("cruise", None)), "type") == "other"
    assert len(TYPES) == len(RANGE_CLASSES) + 1


@pytest.mark.parametrize("name", ["platfrom", "figures", "sea", "lang", "open", "period", ""])
def test_what_no_filter_asks_of_a_launch_is_refused(make_launch, name):
    with pytest.raises(KeyError):
        facet(make_launch(), name)


def test_filter_that_does_not_exist_cannot_be_chosen():
    with pytest.raises(TypeError, match="platfrom"):
        Selection(ALL, platfrom=("road",))
    with pytest.raises(AttributeError):
        Selection(ALL).platfrom  # noqa: B018


def test_every_kind_and_outcome_of_the_record_has_its_value():
    assert list(FILTERS["kind"].values) == [kind.replace(" ", "-") for kind in KINDS]
    assert tuple(FILTERS["outcome"].values) == OUTCOMES


@pytest.mark.parametrize("name", FILTERS)
def test_no_spelling_means_two_values(vocabulary, name):
    values = FILTERS[name].spellings(vocabulary.record)
    ids = {fold(value): value for value in values}
    assert len(ids) == len(values)
    owners = {}
    for value, also in values.items():
        for spelling in map(fold, also):
            # An id goes before the name of another: "Pyongyang" is the airport's, as it was.
            assert spelling in ids or owners.setdefault(spelling, value) == value, spelling


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FILTERS)
def test_every_value_has_a_name_and_what_is_shown_can_be_written(vocabulary, name, lang):
    words, row = Words(lang), FILTERS[name]
    assert filter_label(words, name)
    for value in vocabulary.options(name) if row.table != "launches" else ():
        shown = value_label(words, vocabulary.record, name, value)
        assert shown
        # Names of missiles are put together in other languages; links have ids and aliases.
        if name != "type" and (name, lang) not in {("missile", "ko"), ("missile", "ja")}:
            assert vocabulary.spellings(name)[fold(shown)] == value


def test_launch_without_a_site_has_its_own_value(make_launch):
    assert facet(make_launch(site=None), "site") == NO_SITE


def test_options_are_the_values_that_occur_in_their_order(
    make_launch, make_missile, make_site, make_record
):
    launches = [
        make_launch(missile=make_missile(range_class="ICBM"), outcome="failure", site=None),
        make_launch(
            missile=make_missile(range_class="SRBM"), site=make_site(id="a", name_en="Wonsan")
        ),
        make_launch(missile=make_missile("cruise", None), site=make_site(id="b", name_en="Hodo")),
    ]
    sites = {launch.site.id: launch.site for launch in launches if launch.site}
    vocabulary = Vocabulary(make_record(launches, sites=sites))
    assert vocabulary.options("type") == ["SRBM", "ICBM", "other"]
    assert vocabulary.options("kind") == ["ballistic", "cruise"]
    assert vocabulary.options("outcome") == ["success", "failure"]
    assert vocabulary.options("site") == ["b", "a", NO_SITE]


@pytest.mark.parametrize("name", [*NARROWING])
def test_options_of_the_record_are_all_it_holds_and_each_once(served, vocabulary, name):
    options = vocabulary.options(name)
    assert len(options) == len(set(options))
    assert set(options) == {
        value
        for launch in served.record.launches
        for value in NARROWING[name](launch, served.reaches.get(launch.id, frozenset()))
    }


def test_link_without_parameters_selects_the_whole_record(vocabulary):
    selection, problems = read_query({}, vocabulary)
    assert selection == Selection(vocabulary.period)
    assert not problems
    assert selection.query(vocabulary.period) == []


@pytest.mark.parametrize(
    "spelling",
    [
        *("Mupyong-ni", "MUPYONG-NI", " mupyong-ni ", "mupyong-id", "무평리", "ムピョンリ"),
        *("Mupyongri", "Ｍupyong-ni", "ﾑﾋﾟｮﾝﾘ", "\u3000무평리", "OTHER"),
        *(unicodedata.normalize("NFD", name) for name in ("무평리", "ムピョンリ")),
    ],
)
def test_site_is_found_under_every_name_it_has(make_launch, make_site, make_record, spelling):
    site = make_site(
        id="mupyong-id", name_ko="무평리", name_ja="ムピョンリ", aliases=("Mupyongri", "Other")
    )
    vocabulary = Vocabulary(make_record((make_launch(site=site),), sites={site.id: site}))
    selection, problems = read_query({"site": [spelling]}, vocabulary)
    assert selection.site == ("mupyong-id",)
    assert not problems


def test_site_without_a_launch_is_not_accepted(make_launch, make_site, make_record):
    bare = make_site(id="bare", name_en="Bare")
    vocabulary = Vocabulary(make_record((make_launch(),), sites={"bare": bare}))
    selection, problems = read_query({"site": ["bare"]}, vocabulary)
    assert selection.site == ()
    assert len(problems) == 1


def test_value_given_twice_is_selected_once(vocabulary):
    selection, problems = read_query({"type": ["SRBM", "srbm", "ICBM"]}, vocabulary)
    assert selection.type == ("SRBM", "ICBM")
    assert not problems


WRONG = {
    "type": "LRBM",
    "kind": "torpedo",
    "site": "Atlantis",
    "outcome": "splendid",
    "figures": "Atlantis",
    "sea": "Sea of Tranquillity",
    "launch": "2022-13-40-1",
    "open": "2022-13-40-1",
    "moment": "2022-13-40-1",
    "events": "eclipse",
    "window": "31",
    "lang": "tlh",
    "missile": "V-2",
    "reach": "moon",
    "period": "yesterday",
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_value_is_named_and_the_rest_of_the_link_applies(served, vocabulary, name):
    right = {
        "type": ["SRBM"],
        "kind": ["ballistic"],
        "outcome": ["success"],
        "figures": ["KCNA"],
        "sea": ["Sea of Japan"],
        "period": ["2022-01-01", "2022-01-31"],
    }
    parameters = right | {name: [WRONG[name]]}
    selection, (problem,) = read_query(parameters, vocabulary)
    assert said(problem).startswith(f"{name}: “{WRONG[name]}”")
    assert selection.type == (() if name == "type" else ("SRBM",))
    assert selection.kind == (() if name == "kind" else ("ballistic",))
    assert selection.outcome == (() if name == "outcome" else ("success",))
    assert selection.figures == (BEST if name == "figures" else "kcna")
    assert selection.sea == ("east-sea" if name == "sea" else "sea-of-japan")
    assert selection.period == (vocabulary.period if name == "period" else JANUARY_2022)


def test_wrong_value_beside_a_right_one_leaves_the_right_one(vocabulary):
    selection, problems = read_query({"type": ["bogus", "SRBM"], "launch": ["x"]}, vocabulary)
    assert selection.type == ("SRBM",)
    assert selection.launch is None
    assert [said(problem).split("”")[0] for problem in problems] == ["type: “bogus", "launch: “x"]


def test_refusal_names_what_is_allowed(vocabulary):
    _, (problem,) = read_query({"outcome": ["splendid"]}, vocabulary)
    allowed = said(problem).partition("it takes ")[2].removesuffix(".")
    assert allowed.split(", ") == vocabulary.options("outcome")


def test_period_of_three_days_is_refused(vocabulary):
    days = ["2022-01-01", "2022-01-02", "2022-01-03"]
    selection, (problem,) = read_query({"period": days}, vocabulary)
    assert selection.period == vocabulary.period
    assert said(problem).startswith("period: 3 ")


@pytest.mark.parametrize("days", [["2022-01-05"], ["2022-01-05", "2022-01-05"]])
def test_period_of_one_day_is_that_day(vocabulary, days):
    selection, problems = read_query({"period": days}, vocabulary)
    assert problems == []
    assert [launch.id for launch in selection.pick(vocabulary.launches)] == ["2022-01-05-1"]
    assert selection.query(vocabulary.period) == [("period", "2022-01-05")]


WHOLE = {
    "2022-01": ("2022-01-01", "2022-01-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2022-Q1": ("2022-01-01", "2022-03-31"),
    "2022Q4": ("2022-10-01", "2022-12-31"),
    "2022-q4": ("2022-10-01", "2022-12-31"),
    "2022": ("2022-01-01", "2022-12-31"),
    "2022-W04": ("2022-01-24", "2022-01-30"),
    "2020-W53": ("2020-12-28", "2021-01-03"),
    "2022-W01-1": ("2022-01-03", "2022-01-03"),
    "2022W017": ("2022-01-09", "2022-01-09"),
    "２０２２－０１": ("2022-01-01", "2022-01-31"),
    "20220105": ("2022-01-05", "2022-01-05"),
}


@pytest.mark.parametrize("text", WHOLE)
def test_period_that_is_named_means_all_of_its_days(vocabulary, text):
    selection, problems = read_query({"period": [text]}, vocabulary)
    assert problems == []
    assert tuple(map(str, selection.period)) == WHOLE[text]


@pytest.mark.parametrize("texts", [("2022-Q1", "2022-W04"), ("2022-W04", "2022-Q1")])
def test_two_periods_mean_all_days_from_the_first_to_the_last(vocabulary, texts):
    assert days_read(vocabulary, *texts) == ("2022-01-01", "2022-03-31")
    assert days_read(vocabulary, "2022-03", "2022-01-15") == ("2022-01-15", "2022-03-31")
    assert days_read(vocabulary, "2017", "2022-W01-3") == ("2017-01-01", "2022-01-05")


@pytest.mark.parametrize(
    "text",
    [
        *("202201", "2022-13", "2022-00", "2022-Q0", "2022-Q5", "2021-W53", "2022-W00", "0000"),
        *("2022-W01-0", "2022-W01-8", "2022-W011", "2022W01-1", "2022-02-30", "9999-W53", "22-01"),
        *("2022-001", "2022-1", "٢٠٢٢", "2022-01-01T00:00", "+2022", "2022-W4"),
    ],
)
def test_what_no_calendar_has_is_no_period_and_not_a_part_of_one(vocabulary, text):
    selection, (problem,) = read_query({"period": [text]}, vocabulary)
    assert (selection.period, problem.key) == (vocabulary.period, "date")


def days_read(vocabulary, *texts):
    selection, problems = read_query({"period": texts}, vocabulary)
    assert problems == []
    return tuple(map(str, selection.period))


def test_period_is_kept_within_the_record_and_its_days_in_order(vocabulary):
    selection, problems = read_query({"period": ["2022-01-31", "2022-01-01"]}, vocabulary)
    assert (selection.period, problems) == (JANUARY_2022, [])
    selection, problems = read_query({"period": ["0001-01-01", "9999-12-31"]}, vocabulary)
    assert (selection.period, problems) == (vocabulary.period, [])


@pytest.mark.parametrize("days", [("1950-01-01", "1950-12-31"), ("2990-01-01", "2999-12-31")])
def test_period_outside_the_record_is_refused_with_both_days(vocabulary, days):
    selection, (problem,) = read_query({"period": days}, vocabulary)
    assert selection.period == vocabulary.period
    assert all(day in said(problem) for day in days)


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("value", [*HOSTILE, "", " ", "\x00", "\ud800", "a" * 100_000])
def test_hostile_value_is_refused_in_a_short_sentence(vocabulary, name, value):
    selection, (problem,) = read_query({name: [value]}, vocabulary)
    assert selection == Selection(vocabulary.period)
    assert value[:60] in said(problem)
    assert len(said(problem)) < 700


TEXTS = (
    st.text(max_size=80) | st.dates().map(str) | st.sampled_from(["Sea of Japan", *TYPES, *HOSTILE])
)


@given(st.dictionaries(st.sampled_from(list(WRONG)) | st.text(), st.lists(TEXTS, max_size=4)))
def test_any_link_gives_a_selection_within_the_record(vocabulary, parameters):
    selection, problems = read_query(parameters, vocabulary)
    first, last = vocabulary.period
    assert first <= selection.period[0] <= selection.period[1] <= last
    assert selection.sea in FILTERS["sea"].values
    assert selection.launch is None
    for name in LISTS:
        assert set(selection.chosen(name)) <= set(vocabulary.options(name))
    for problem in problems:
        assert problem.parameter in WRONG or "no filter has this name" in said(problem)


@pytest.mark.parametrize(
    ("spelling", "whose"),
    [
        *(("JCS", "jcs"), (" JAPAN ", "japan"), ("Japan MOD", "japan"), ("Best available", BEST)),
        *(
            ("All that differ", WHOSE[-1]),
            ("防衛省の発表のみ", "japan"),
            ("가장 신뢰할 만한 수치", BEST),
        ),
    ],
)
def test_other_name_of_whose_figures_is_understood(vocabulary, spelling, whose):
    selection, problems = read_query({"figures": [spelling]}, vocabulary)
    assert (selection.figures, problems) == (whose, [])


def test_filter_that_does_not_exist_is_named(vocabulary):
    selection, (problem,) = read_query({"types": ["ICBM"]}, vocabulary)
    assert selection == Selection(vocabulary.period)
    assert said(problem).startswith("types: ")
    assert "outcome" in said(problem)


@given(st.data())
def test_link_of_a_selection_reopens_the_same_selection(vocabulary, data):
    first, last = vocabulary.period
    days = st.dates(first, last)
    facets = {
        name: tuple(
            data.draw(st.lists(st.sampled_from(vocabulary.options(name)), unique=True), label=name)
        )
        for name in LISTS
    }
    ids = [launch.id for launch in vocabulary.launches]
    selection = Selection(
        period=tuple(sorted((data.draw(days), data.draw(days)))),
        open=data.draw(st.none() | st.sampled_from(ids)),
        moment=data.draw(st.none() | st.sampled_from(ids)),
        events=data.draw(st.lists(st.sampled_from(vocabulary.options("events")), unique=True)),
        window=data.draw(st.sampled_from(vocabulary.options("window"))),
        figures=data.draw(st.sampled_from(WHOSE)),
        sea=data.draw(st.sampled_from(vocabulary.options("sea"))),
        **facets,
    )
    if data.draw(st.booleans()):
        selection = selection.alone(data.draw(st.sampled_from(vocabulary.launches)))
    link = urlencode(selection.query(vocabulary.period))
    assert read_query(parse_qs(link), vocabulary) == (selection, [])


# ----------------------------------------------------------------------------- launch, open
def test_launch_is_that_launch_alone_and_open_narrows_nothing(vocabulary):
    parameters = {"launch": ["2022-01-05-1"], "type": ["ICBM"], "open": ["2022-01-11-1"]}
    selection, problems = read_query(parameters | {"figures": ["kcna"]}, vocabulary)
    assert problems == []
    assert [one.id for one in selection.pick(vocabulary.launches)] == ["2022-01-05-1"]
    assert (selection.type, selection.open, selection.figures) == ((), None, "kcna")
    opened, _ = read_query({"open": ["2022-01-05-1"], "type": ["ICBM"]}, vocabulary)
    assert opened.open == "2022-01-05-1"
    resting, _ = read_query({"moment": ["2022-01-05-1"], "type": ["ICBM"]}, vocabulary)
    assert resting.moment == "2022-01-05-1"
    marked, _ = read_query({"events": ["exercise"], "window": ["7"], "type": ["ICBM"]}, vocabulary)
    assert (marked.events, marked.window) == (("exercise",), "7")
    icbms = Selection(vocabulary.period, type=("ICBM",))
    assert marked.pick(vocabulary.launches) == icbms.pick(vocabulary.launches)
    assert opened.pick(vocabulary.launches) == icbms.pick(vocabulary.launches)
    assert resting.pick(vocabulary.launches) == icbms.pick(vocabulary.launches)


def test_launch_opens_where_links_were_posted_that_say_so(vocabulary):
    parameters = {"launch": ["2022-01-05-1"], "type": ["ICBM"]}
    selection, problems = read_query(parameters, vocabulary, launch_opens=True)
    assert problems == []
    assert selection == Selection(vocabulary.period, type=("ICBM",), open="2022-01-05-1")
    both = parameters | {"open": ["2022-01-11-1"]}
    assert read_query(both, vocabulary, launch_opens=True)[0].open == "2022-01-11-1"
    _, (problem,) = read_query({"launch": ["x"]}, vocabulary, launch_opens=True)
    assert problem.parameter == "launch"


# -------------------------------------------------------------------------------- old ids
OLD = {"1999-01-01-1": "2022-01-05-1", "wonsan-region": "wonsan-area", "ws-51": "hwasong-14"}


@pytest.mark.parametrize(
    ("name", "old"), [("launch", "1999-01-01-1"), ("open", "1999-01-01-1"),
                      ("site", "Wonsan-Region"), ("missile", "ws-51")]
)  # fmt: skip
def test_id_that_something_once_had_leads_on(served, name, old):
    known = Vocabulary(dataclasses.replace(served.record, renamed=OLD), served.reaches)
    selection, problems = read_query({name: [old]}, known)
    assert problems == []
    assert selection.chosen(name) == (OLD[old.lower()],)
    assert old not in known.options(name)
    assert read_query({name: ["wonsan-x"]}, known)[1]
