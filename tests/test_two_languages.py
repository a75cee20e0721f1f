"""Python and the browser's script read, write and apply every link alike, word for word."""

import unicodedata
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import HOSTILE, shipped
from dashboard.selection.filters import FILTERS, LISTS
from dashboard.selection.library import Library
from dashboard.selection.query import read_query
from dashboard.words.filters import refusal_words
from dashboard.words.say import Words
from embedded import Script

BATCH, BATCHES = 25, 220
LEAST = 5
"""Links of each kind that a run must at least have drawn; the rarest come some forty times."""
RENAMED = {
    "2022-01-24-1": "2022-01-25-1",
    "wonsan-region": "wonsan-area",
    "hwasong-14x": "hwasong-14",
}
"""Ids as if launches, sites and missiles had had others."""


def library():
    """Served record in which some ids were once others."""
    atlases = {
        whose: replace(atlas, record=replace(atlas.record, renamed=RENAMED))
        for whose, atlas in shipped().atlases.items()
    }
    return Library(atlases, shipped().reaches, shipped().chronicle)


LIBRARY = library()
VOCABULARY = LIBRARY.vocabulary
SCRIPT = Script(LIBRARY)


def said_here(pairs, opens):
    """Answer of Python to the parameters of a link."""
    parameters = {}
    for name, value in pairs:
        parameters.setdefault(name, []).append(value)
    selection, problems = read_query(parameters, VOCABULARY, launch_opens=opens, posted=True)
    chosen = {
        name: list(selection.chosen(name)) if row.form == "many" else getattr(selection, name)
        for name, row in FILTERS.items()
    }
    # Without a choice a page has its own language, and leaves out of its link what stands in it.
    chosen["lang"] = next(iter(selection.chosen("lang")), None)
    chosen["sea"] = selection.sea_in("en")
    stands = ("sea", FILTERS["sea"].standing["en"])
    return {
        "selection": chosen | {"period": [day.isoformat() for day in selection.period]},
        "problems": [refusal_words(Words(), problem) for problem in problems],
        "query": [list(pair) for pair in selection.query(VOCABULARY.period) if pair != stands],
        "ids": [one.id for one in selection.pick(VOCABULARY.launches, VOCABULARY.reaches)],
    }


# ------------------------------------------------------------------------------------- links
SPELLINGS = {
    name: [
        *(
            spelling
            for id_, also in row.spellings(VOCABULARY.record).items()
            for spelling in (id_, *also)
        ),
    ]
    for name, row in FILTERS.items()
    if row.form != "days"
}
OLD_NAMES = ("Best available", "Japan MOD", "All that differ", "overflew Japan", "Wonsan area")


def full_width(text):
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


MANGLED = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        str.title,
        str.swapcase,
        full_width,
        lambda text: text.replace("ss", "ß").replace("s", "ſ"),
        lambda text: f" \t{text}\n",
        lambda text: f"\u3000{text}\u00a0",
        lambda text: f"\u200b{text}",
        lambda text: f"{text}\x1c",
        lambda text: f"\ufeff{text}",
        lambda text: text.replace(" ", "  "),
        lambda text: f"{text}/).",
        lambda text: f"{text}）。",
        lambda text: f"{text}#:~:text=a",
        *(
            lambda text, form=form: unicodedata.normalize(form, text)
            for form in ("NFC", "NFD", "NFKC", "NFKD")
        ),
    ]
)
# UTF-8 has no lone surrogates, so no link has.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
OTHERS = st.sampled_from(
    [*OLD_NAMES, *HOSTILE, *RENAMED, "", " ", "toString", "__proto__", "長" * 70]
)
DATE_FORMS = (
    *("{y:04}", "{y:04}-{m:02}", "{y:04}-{m:02}-{d:02}", "{y:04}{m:02}{d:02}", "{y:04}-Q{q}"),
    *("{y:04}Q{q}", "{y:04}-W{w:02}", "{y:04}-W{w:02}-{v}", "{y:04}W{w:02}{v}", "{y:04}{m:02}"),
    *("{y:04}W{w:02}-{v}", "{y:04}-{m:02}{d:02}", "{y:04}-{d:03}", "{y}-{m}-{d}", "-{y:04}"),
    "{y:04}-{m:02}-{d:02}T00:00",
)
YEARS = st.sampled_from([0, 1, 1983, 1984, 2012, 2017, 2020, 2022, 2026, 2027, 9999])
DATES = st.builds(
    lambda form, year, one, two: form.format(
        y=year, m=one % 13, d=two % 33, q=one % 6, w=one % 55, v=two % 9
    ),
    st.sampled_from(DATE_FORMS),
    YEARS,
    st.integers(0, 60),
    st.integers(0, 60),
)
"""Days, months, quarters, weeks and years, real ones or not."""


def values(name):
    """Values of a parameter: of its own in any spelling, of others, dates and any text."""
    own = st.sampled_from(SPELLINGS[name]) if name in SPELLINGS else DATES
    spelt = st.builds(lambda mangle, text: mangle(text), MANGLED, own)
    return spelt | spelt | own | own | OTHERS | TEXTS


FOREIGN = (
    st.sampled_from(
        [
            "embed",
            "utm_source",
            "FBCLID",
            "amp;type",
            "amp;amp;period",
            "types",
            "toString",
            "x" * 70,
        ]
    )
    | TEXTS
)
PAIRS = st.one_of(
    *(st.tuples(st.just(name), values(name)) for name in (*FILTERS, "period", "launch")),
    st.tuples(FOREIGN, OTHERS),
)
# What chance alone finds too seldom: two or three periods that are some, a launch beside another,
# names taken apart.
REAL_DATES = st.builds(
    lambda form, year, one, two: form.format(
        y=year, m=one % 12 + 1, d=two % 31 + 1, q=one % 4 + 1, w=one % 55, v=two % 7 + 1
    ),
    st.sampled_from([*DATE_FORMS[:11], "{y:04}-02", "{y:04}-02-29", "{y:04}-W53", "{y:04}-W53-7"]),
    st.integers(2012, 2026),
    st.integers(0, 60),
    st.integers(0, 60),
)
PERIODS = st.lists(st.tuples(st.just("period"), REAL_DATES), min_size=1, max_size=3)
LAUNCHES = st.sampled_from(list(VOCABULARY.by_id))
PANELS = st.lists(st.tuples(st.sampled_from(["launch", "open", "type"]), LAUNCHES), max_size=3)
DECOMPOSED = st.lists(
    st.sampled_from(
        [
            (name, apart)
            for name, spellings in SPELLINGS.items()
            for spelling in spellings
            if (apart := unicodedata.normalize("NFD", spelling)) != spelling
        ]
    ),
    min_size=1,
    max_size=3,
)
LINKS = st.tuples(st.lists(PAIRS, max_size=4) | PERIODS | PANELS | DECOMPOSED, st.booleans())


def kinds(pairs, opens, answer):
    """What is particular about a link, to show that every branch is gone down."""
    given = [name for name, _ in pairs]
    yield "nothing" if not pairs else "something"
    yield "opens" if opens else "alone"
    if answer["selection"]["launch"]:
        yield "one launch"
    if answer["selection"]["open"]:
        yield "open"
    if len(set(given)) < len(given):
        yield "repeated"
    if set(given) - FILTERS.keys():
        yield "foreign"
    if any(text != unicodedata.normalize("NFC", text) for _, text in pairs):
        yield "decomposed"
    if any(text.strip() in RENAMED for _, text in pairs):
        yield "old id"
    if any("dates given" in problem for problem in answer["problems"]):
        yield "dates"
    if not answer["ids"]:
        yield "no launch"
    yield from {problem.partition(": ")[2].partition("”")[2][:20] for problem in answer["problems"]}
    yield from (f"chosen {name}" for name, value in answer["selection"].items() if value)


def compare(batch):
    """Compare the answers to links; returns what was particular about each."""
    seen = Counter()
    for (pairs, opens), there in zip(batch, SCRIPT.answers(batch), strict=True):
        here = said_here(pairs, opens)
        assert there == here, (pairs, opens)
        seen.update(kinds(pairs, opens, here))
    return seen


def test_thousands_of_links_are_read_written_and_applied_alike():
    seen = Counter()

    # What differs is named by its link: a batch need not be made smaller first.
    @settings(
        max_examples=BATCHES,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.lists(LINKS, min_size=BATCH, max_size=BATCH))
    def drawn(batch):
        seen.update(compare(batch))

    drawn()
    assert seen["alone"] + seen["opens"] >= 5000
    wanted = {"nothing", "one launch", "open", "repeated", "foreign", "decomposed", "old id"}
    wanted |= {"no launch", *(f"chosen {name}" for name in FILTERS)}
    wanted |= {" is not among its va", " is no date; write i", " is not the id of a "}
    wanted |= {"dates"}
    assert {kind for kind in wanted if seen[kind] < LEAST} == set()


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_means_the_same_in_both(name):
    batch = [
        [[[name, mangle(text)]], opens]
        for text in SPELLINGS[name][:400]
        for mangle in (str, str.swapcase, lambda text: unicodedata.normalize("NFD", text))
        for opens in (False, True)
    ]
    compare(batch)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "pairs", [[], [["type", "SRBM"], ["outcome", "failure"]], [["reach", "overflew-japan"]]]
)
def test_counts_are_the_same_in_both(name, pairs):
    parameters = {filter_: [value] for filter_, value in pairs}
    selection, _ = read_query(parameters, VOCABULARY)
    here = selection.count(VOCABULARY.launches, name, VOCABULARY.reaches)
    assert SCRIPT.counts(pairs, name) == {each: here[each] for each in VOCABULARY.options(name)}
