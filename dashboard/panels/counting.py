"""What is counted and what is not, one click from the count."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard.counts.tables import period_html
from dashboard.dataset.about import SOURCES
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.panels.report_link import offer_report
from dashboard.words.say import Words
from data.model import STATUSES, Launch


def show_counting_rules(words: Words, atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Offer the counting rules, with what they mean for the launches selected."""
    title = words.say("page.rules.title")
    rules = st.popover(
        title, icon=":material/help:", key="counting_rules", on_change="rerun", width="content"
    )
    if rules.open:
        with rules:
            st.html(rules_html(words, atlas, launches))
            # Whoever wonders what is missing finds here how it is added.
            offer_report(words)


def rules_html(words: Words, atlas: Atlas, launches: Sequence[Launch]) -> str:
    """Counting rules as a list."""
    return render(
        "page/rules.html",
        words,
        record=atlas.record,
        unsettled=sum(launch.count is None for launch in launches),
        statuses=_statuses(words, launches),
        sources=SOURCES,
        counts=period_html(words, atlas.record, launches) if launches else "",
    )


def _statuses(words: Words, launches: Sequence[Launch]) -> str:
    counts = Counter(launch.status for launch in launches)
    counted = [
        words.say(f"page.rules.of_status.{status}", n=counts[status])
        for status in STATUSES
        if counts[status]
    ]
    if not counted:
        return words.say("page.rules.no_status")
    return words.joined(counted)
