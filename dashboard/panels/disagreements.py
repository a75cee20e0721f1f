"""Where authorities disagree among the launches selected, the largest difference first."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.claims.disagreement import Disagreement, largest_first
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.selection.selection import Selection
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.claims import against_words
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from data.model import Launch
from data.quantities import QUANTITIES


def show_disagreements(
    words: Words,
    atlas: Atlas,
    launches: Sequence[Launch],
    selection: Selection,
    vocabulary: Vocabulary,
) -> None:
    """Offer the disagreements among the launches selected, each a link to its launch."""
    found = [each for launch in launches for each in atlas.disagreements.get(launch.id, ())]
    if not found:
        return
    title = words.say("page.disagreements", n=len(found))
    folded = st.expander(title, key="disagreements", on_change="rerun")
    if folded.open:
        folded.html(disagreements_html(words, found, selection, vocabulary))


def disagreements_html(
    words: Words, found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> str:
    """List the disagreements between states, then those of compilers and the press."""
    of_states = [each for each in found if each.between_states]
    others = [each for each in found if not each.between_states]
    parts = [
        (title, list(_by_quantity(words, of_part, selection, vocabulary)))
        for title, of_part in (
            (words.say("page.between_states", n=len(of_states)), of_states),
            (words.say("page.with_others", n=len(others)), others),
        )
        if of_part
    ]
    return render("page/disagreements.html", words, parts=parts)


def _by_quantity(
    words: Words, found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> Iterator[tuple[str, list[tuple[str, str, str, str]]]]:
    """Each quantity with its disagreements: link, day, missile, and who is against whom."""
    for quantity in QUANTITIES:
        alike = largest_first([each for each in found if each.quantity == quantity])
        if alike:
            yield (
                quantity_words(words, quantity),
                [_item(words, each, selection, vocabulary) for each in alike],
            )


def _item(
    words: Words, found: Disagreement, selection: Selection, vocabulary: Vocabulary
) -> tuple[str, str, str, str]:
    launch = found.launch
    link = "?" + urlencode(selection.changed(open=launch.id).query(vocabulary.period))
    return (
        link,
        day_words(words, launch.date),
        missile_words(words, launch.missile),
        against_words(words, found),
    )
