"""A selection in said."""

import datetime as dt

import pytest

from conftest import JANUARY_2022
from dashboard.selection.selection import Selection
from dashboard.words.say import Words
from dashboard.words.views import caption, selection_words, summary

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
        ({"site": ("A", "B", "C", "D")}, "January 2022, site one of 4"),
        ({"figures": "KCNA"}, "January 2022, figures: KCNA"),
    ],
)
def test_period_and_filters_are_named(chosen, words):
    assert selection_words(WORDS, Selection(**{"period": JANUARY_2022} | chosen)) == words


def test_caption_says_what_is_selected_and_how_much_of_it_is_shown(served):
    selection = Selection(JANUARY_2022, type=("IRBM",))
    launches = selection.pick(served.record.launches)
    said = caption(WORDS, served, launches, selection)
    assert selection_words(WORDS, selection) in said
    assert summary(WORDS, served, launches) in said
