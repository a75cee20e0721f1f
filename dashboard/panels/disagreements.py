"""Where authorities disagree among the launches selected, the largest difference first."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st
from markupsafe import escape

from dashboard.claims.disagreement import Disagreement, largest_first
from dashboard.flights.atlas import Atlas
from dashboard.selection.selection import Selection, Vocabulary
from dashboard.words.claims import SHOWN_ORDER, against_words, quantity_words
from dashboard.words.dates import day_words
from dashboard.words.say import Words
from data.model import Launch


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
    folded = st.expander(
        f"Where authorities disagree ({len(found)})", key="disagreements", on_change="rerun"
    )
    if folded.open:
        folded.html(disagreements_html(words, found, selection, vocabulary))


def disagreements_html(
    words: Words, found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> str:
    """List the disagreements between states, then those of compilers and the press."""
    of_states = [each for each in found if each.between_states]
    others = [each for each in found if not each.between_states]
    return (
        "<div class='panel'><p>Statements that leave no value both allow, after rounding, “about” "
        "and “at least”. The authorities of one state are one party.</p>"
        + _listed(words, "Between states", of_states, selection, vocabulary)
        + _listed(words, "With CNS, CSIS, experts or the press", others, selection, vocabulary)
        + "</div>"
    )


def _listed(
    words: Words,
    title: str,
    found: Sequence[Disagreement],
    selection: Selection,
    vocabulary: Vocabulary,
) -> str:
    if not found:
        return ""
    groups = "".join(
        f"<h4>{quantity_words(words, quantity)} ({len(alike)})</h4><ul>"
        + "".join(_item(words, each, selection, vocabulary) for each in largest_first(alike))
        + "</ul>"
        for quantity in SHOWN_ORDER
        if (alike := [each for each in found if each.quantity == quantity])
    )
    return f"<h3>{title} ({len(found)})</h3>{groups}"


def _item(words: Words, found: Disagreement, selection: Selection, vocabulary: Vocabulary) -> str:
    launch = found.launch
    link = "?" + urlencode(selection.opening(launch.id).query(vocabulary.period))
    return (
        f"<li><a href='{escape(link)}' target='_self'>{day_words(words, launch.date)}</a> "
        f"{escape(launch.missile.name)}: {escape(against_words(words, found))}</li>"
    )
