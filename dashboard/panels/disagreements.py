"""Where authorities disagree among the launches selected, the largest difference first."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.claims.disagreement import Disagreement, largest_first
from dashboard.flights.atlas import Atlas
from dashboard.selection.selection import Selection, Vocabulary
from dashboard.words.claims import QUANTITY_WORDS, against_words, day_words
from data.model import Launch


def show_disagreements(
    atlas: Atlas, launches: Sequence[Launch], selection: Selection, vocabulary: Vocabulary
) -> None:
    """Offer the disagreements among the launches selected, each a link to its launch."""
    found = [each for launch in launches for each in atlas.disagreements.get(launch.id, ())]
    if not found:
        return
    folded = st.expander(
        f"Where authorities disagree ({len(found)})", key="disagreements", on_change="rerun"
    )
    if folded.open:
        folded.html(disagreements_html(found, selection, vocabulary))


def disagreements_html(
    found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> str:
    """List the disagreements between states, then those of compilers and the press."""
    of_states = [each for each in found if each.between_states]
    others = [each for each in found if not each.between_states]
    return (
        "<div class='panel'><p>Statements that leave no value both allow, after rounding, “about” "
        "and “at least”. The authorities of one state are one party.</p>"
        + _listed("Between states", of_states, selection, vocabulary)
        + _listed("With CNS, CSIS, experts or the press", others, selection, vocabulary)
        + "</div>"
    )


def _listed(
    title: str, found: Sequence[Disagreement], selection: Selection, vocabulary: Vocabulary
) -> str:
    if not found:
        return ""
    groups = "".join(
        f"<h4>{QUANTITY_WORDS[quantity]} ({len(alike)})</h4><ul>"
        + "".join(_item(each, selection, vocabulary) for each in largest_first(alike))
        + "</ul>"
        for quantity in QUANTITY_WORDS
        if (alike := [each for each in found if each.quantity == quantity])
    )
    return f"<h3>{title} ({len(found)})</h3>{groups}"


def _item(found: Disagreement, selection: Selection, vocabulary: Vocabulary) -> str:
    launch = found.launch
    link = "?" + urlencode(selection.opening(launch.id).query(vocabulary.period))
    return (
        f"<li><a href='{escape(link, quote=True)}' target='_self'>{day_words(launch.date)}</a> "
        f"{escape(launch.missile.name)}: {escape(against_words(found))}</li>"
    )
