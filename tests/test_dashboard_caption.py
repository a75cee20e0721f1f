"""A selection in said."""

import datetime as dt

import pytest

from conftest import JANUARY_2022
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.words.say import Words
from dashboard.words.views import caption, described, selection_words, summary, title_of

WORDS = Words()


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "January 2022"),
        ({"period": (dt.date(2022, 1, 30),) * 2}, "30 Jan 2022"),
        ({"type": ("SRBM",)}, "January 2022, type SRBM"),
        (
            {"kind": ("glide",), "outcome": ("success", "partial")},
            "January 2022, kind glide, outcome success or partial",
        ),
        ({"site": ("hodo", "sohae", "sondok", "sunan")}, "January 2022, site one of 4"),
        ({"figures": "kcna"}, "January 2022, figures: KCNA"),
    ],
)
def test_period_and_filters_are_named(served, chosen, words):
    selection = Selection(**{"period": JANUARY_2022} | chosen)
    assert selection_words(WORDS, served.record, selection) == words


def test_caption_says_what_is_selected_and_how_much_of_it_is_shown(served):
    selection = Selection(JANUARY_2022, type=("IRBM",))
    launches = selection.pick(served.record.launches)
    said = caption(WORDS, served, launches, selection)
    assert selection_words(WORDS, served.record, selection) in said
    assert summary(WORDS, served, launches) in said


def test_caption_leaves_the_title_to_whoever_shows_it(served):
    selection = Selection(JANUARY_2022)
    launches = selection.pick(served.record.launches)
    said = caption(WORDS, served, launches, selection)
    assert said.startswith("January 2022: 7 launches (11 missiles): ")
    assert WORDS.say("title") not in said


def test_title_is_of_the_launch_the_period_or_the_whole_record(library):
    view = View(Selection(JANUARY_2022), library)
    assert title_of(WORDS, view) == "North Korean missile launches, January 2022"
    whole = View(Selection(library.vocabulary.period), library)
    assert title_of(WORDS, whole) == "North Korean missile launches"
    opened = library.vocabulary.by_id["2022-01-30-1"]
    assert title_of(WORDS, view, opened) == "Hwasong-12 (KN-17), 30 Jan 2022: who stated what"


def test_description_says_the_filters_and_the_count(library):
    view = View(Selection(JANUARY_2022, type=("IRBM",), figures="jcs"), library)
    said = described(WORDS, view)
    assert said.startswith("type IRBM, figures: JCS: 1 launch (")
    whole = View(Selection(library.vocabulary.period), library)
    assert described(WORDS, whole) == f"{summary(WORDS, whole.atlas, whole.launches)}."


def test_description_of_a_launch_says_who_stated_what(make_launch, make_claim, library):
    stated = [make_claim("range_km", 600 + n, f"Authority {n}") for n in range(4)]
    launch = make_launch(*stated, make_claim("apogee_km", 50, "JCS"), outcome="success")
    view = View(Selection(JANUARY_2022), library)
    assert described(WORDS, view, launch).startswith(
        "From Mupyong-ni, outcome success, confirmed. Range 600 km (Authority 0), "
        "601 km (Authority 1), 602 km (Authority 2), …. Apogee 50 km (JCS). "
        "Launches of every kind: 1st of Jan 2022, 1st of 2022, "
    )
