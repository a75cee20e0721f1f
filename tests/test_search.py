"""Search: what readers type finds what they mean, alike in Python and in the browser's script."""

import json
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from conftest import HOSTILE, shipped
from dashboard.asset_files import ASSETS
from dashboard.selection.query import read_query
from dashboard.selection.search import days_in_words, search
from dashboard.words.say import Words
from dashboard.words.search import search_data, search_index
from test_two_languages import LIBRARY, MANGLED, RENAMED

INDEX = search_index(Words(), LIBRARY)
BATCH, BATCHES = 25, 40


class Script:
    """The browser's search in an embedded V8."""

    def __init__(self):
        scripts = [
            (ASSETS / path).read_text(encoding="utf-8")
            for path in ("standalone/selection.js", "search/search.js")
        ]
        self.context = MiniRacer()
        index = json.dumps(search_data(Words(), LIBRARY))
        self.context.eval(f"var window = {{}}; {''.join(scripts)}")
        self.context.eval(f"const search = window.launchSearch({index});")
        self.context.eval(
            "const answers = (all) => JSON.stringify(JSON.parse(all).map((text) => search(text)))"
        )

    def answers(self, batch):
        return json.loads(self.context.call("answers", json.dumps(batch)))


SCRIPT = Script()


def found(text):
    return search(INDEX, text)


def compare(batch):
    for text, there in zip(batch, SCRIPT.answers(batch), strict=True):
        here = [
            asdict(each) | {"query": [list(pair) for pair in each.query]} for each in found(text)
        ]
        assert there == here, text


SUNAN = ["pyongyang", "sunan", "west-sunan"]


@pytest.mark.parametrize("text", ["sunan", "Sunan", "순안", "ＳＵＮＡＮ"])
def test_sunan_offers_its_three_sites_together_and_no_other(text):
    together, *others = found(text)
    assert together.kind == "group.site"
    assert sorted(id_ for _, id_ in together.query) == SUNAN
    assert together.number == 29
    assert {each.query[0][1] for each in others if each.kind == "site"} == set(SUNAN)


@pytest.mark.parametrize(
    ("text", "kind", "query"),
    [
        ("KN-23", "group.missile", ("missile", "hwasong-11a")),
        ("hwasong-17", "missile", ("missile", "hwasong-17")),
        ("화성-17형", "missile", ("missile", "hwasong-17")),
        ("kn23", "missile", ("missile", "hwasong-11a")),
        ("화성-11가", "group.missile", ("missile", "hwasong-11a")),
        ("화성-11가형", "group.missile", ("missile", "hwasong-11a")),
        ("북극성3형", "missile", ("missile", "pukguksong-3")),
        ("rail-mobile", "platform", ("platform", "rail")),
        ("overflew Japan", "reach", ("reach", "overflew-japan")),
        ("30 Jan 2022", "days", ("period", "2022-01-30")),
        ("Jan 30th, 2022", "days", ("period", "2022-01-30")),
        ("January 2022", "days", ("period", "2022-01-01")),
        ("2022년 1월", "days", ("period", "2022-01-01")),
        ("2022年1月30日", "days", ("period", "2022-01-30")),
        ("2022", "days", ("period", "2022-01-01")),
        ("last ICBM", "last", ("open", "2024-10-31-1")),
        ("마지막 ICBM", "last", ("open", "2024-10-31-1")),
        ("最後のICBM", "last", ("open", "2024-10-31-1")),
        ("first launch of 2022", "first", ("open", "2022-01-05-1")),
        ("2022년 첫 발사", "first", ("open", "2022-01-05-1")),
        ("2022-01-30-1", "launch", ("open", "2022-01-30-1")),
        ("2022-01-24-1", "launch", ("open", "2022-01-25-1")),
        ("hwasong-12 30 jan 2022", "launch", ("open", "2022-01-30-1")),
    ],
)
def test_what_is_typed_finds_first_what_is_meant(text, kind, query):
    first = found(text)[0]
    assert first.kind == kind
    assert query in first.query


def test_japanese_and_korean_names_of_missiles_are_found():
    for text in ("火星", "화성"):
        assert {"missile", "group.missile"} & {each.kind for each in found(text)}, text


def test_a_result_names_its_missile_in_the_language_of_the_reader():
    index = search_index(Words("ko"), LIBRARY)
    (launch,) = (each for each in index.launches if each.id == "2022-01-30-1")
    assert launch.label.startswith("2022년 1월 30일 · 화성-12 (KN-17) · ")


def test_words_of_notes_and_claims_are_found():
    assert "2022-01-14-1" in {dict(each.query).get("open") for each in found("train")} | {
        dict(each.query).get("open") for each in found("rail-borne")
    } | {dict(each.query).get("open") for each in found("rail-mobile")}


def test_every_result_is_a_link_that_selects_as_many_launches_as_it_says():
    for text in (
        "sunan",
        "KN-23",
        "January 2022",
        "failure",
        "icbm",
        "wonsan",
        "japan",
        "submarine",
    ):
        for each in found(text):
            parameters = {}
            for name, value in each.query:
                parameters.setdefault(name, []).append(value)
            selection, problems = read_query(parameters, LIBRARY.vocabulary)
            assert problems == []
            if "open" in parameters:
                assert selection.open in LIBRARY.vocabulary.by_id
            else:
                picked = selection.pick(LIBRARY.vocabulary.launches, LIBRARY.vocabulary.reaches)
                assert len(picked) == each.number, (text, each)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "30 Foo 2022", "31 February 2022", "zzzz", *HOSTILE]
)
def test_what_means_nothing_finds_nothing_or_is_only_text(text):
    assert days_in_words(text) is None
    compare([text])


NAMES = [text for value in INDEX.values for text in (value.label, *map(" ".join, value.names))]
MONTHS = ["Jan", "February", "MAR", "apr.", "September", "Sept", "Dec", "Foo", "Ju"]
DATES = st.builds(
    lambda form, y, m, d, name: form.format(y=y, m=m, d=d, n=name),
    st.sampled_from(
        [
            *("{y}", "{y}-{m:02}", "{y}-{m:02}-{d:02}", "{y}.{m}.{d}", "{y}/{m}", "{d} {n} {y}"),
            *("{n} {y}", "{n} {d}, {y}", "{y} {n} {d}", "{d}th {n} {y}", "{y}년 {m}월 {d}일"),
            *("{y}년 {m}월", "{y}年{m}月{d}日", "{y}年", "{y}年 {m}月", "{y}-Q{m}", "{y}-W{d}"),
        ]
    ),
    st.integers(1983, 2027),
    st.integers(0, 13),
    st.integers(0, 32),
    st.sampled_from(MONTHS),
)
ORDERS = st.sampled_from(
    [
        "first",
        "last launch of",
        "latest",
        "newest test in",
        "마지막",
        "첫",
        "最後の",
        "最新",
        "first last",
    ]
)
PHRASES = [
    word
    for launch in shipped().record.launches
    for claim in launch.claims
    for word in (claim.phrase or "").split()
]
IDS = [*LIBRARY.vocabulary.by_id, *RENAMED]
PART = (
    st.sampled_from(NAMES)
    | st.sampled_from(IDS)
    | DATES
    | st.sampled_from(PHRASES)
    | st.sampled_from([*HOSTILE, "の", "발사", "発射"])
    # Signs that are newer than one of the two knows are letters to the other alone.
    | st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs", "Cn"]), max_size=6)
)
MARKS = st.sampled_from(["-", " - ", "–", " to ", "..", "~", "부터 ", "から"])
TYPED = st.one_of(
    PART,
    st.builds(lambda mangle, text: mangle(text), MANGLED, PART),
    st.builds(lambda text, length: text[:length], PART, st.integers(1, 6)),
    st.builds(lambda one, other: f"{one} {other}", ORDERS, PART),
    st.builds(lambda order, one, other: f"{order} {one} {other}", ORDERS, PART, DATES),
    st.builds(lambda one, other: f"{one} {other}", PART, PART),
    st.builds(lambda one, mark, other: f"{one}{mark}{other}", DATES, MARKS, DATES),
)


def test_a_thousand_searches_are_answered_alike_in_both():
    kinds = set()

    @settings(
        max_examples=BATCHES,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.lists(TYPED, min_size=BATCH, max_size=BATCH))
    def drawn(batch):
        compare(batch)
        kinds.update(each.kind for text in batch for each in found(text))

    drawn()
    # Chance may leave a kind of result out; these texts have one of each.
    sure = ["first launch of 2022", "last ICBM", "30 Jan 2022", "2022-01-30-1", "sunan", "hwasong"]
    compare(sure)
    kinds.update(each.kind for text in sure for each in found(text))
    assert {"first", "last", "days", "launch", "group.site", "group.missile", "site"} <= kinds


@pytest.mark.parametrize("text", ["hwasong-11ga", "hwasong-8", "rail-mobile", "sunan,hwasong-17"])
def test_launches_of_which_it_is_said_follow_whatever_joins_the_words(text):
    assert "launch" in {each.kind for each in found(text)}
