"""What is counted and what is not, one click from the count."""

from collections.abc import Sequence

import streamlit as st

from dashboard.flights import Atlas
from data.model import Launch


def show_counting_rules(atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Offer the counting rules, with what they mean for the launches selected."""
    rules = st.popover("What is counted", key="counting_rules", on_change="rerun")
    if not rules.open:
        return
    with rules:
        uncounted = sum(launch.count is None for launch in launches)
        st.markdown(
            "- A **launch** is the missiles of one type fired from one site in one salvo: the same "
            "Korean day, no more than 60 minutes between one missile and the next.\n"
            "- Every kind the record holds is counted: ballistic, glide, cruise, space launch, "
            "rocket artillery, air defence; failures too. Filter by kind to leave some out.\n"
            "- Not counted: engine tests, tube artillery, underwater drones, attempts in which "
            f"nothing left the ground ({len(atlas.record.exclusions)} entries of the sources, each "
            "with its reason in `data/excluded.csv`).\n"
            f"- {uncounted} of the launches selected have no settled number of missiles; each "
            "counts as one missile, and its claims say what was stated.\n"
            "- A launch of which only the month or the year is known belongs to every period that "
            "touches it.\n"
            "- **Drawn as arcs**: site, range and azimuth are known. **At their site only**: "
            "range or azimuth is not, or the kind flies no arc (cruise missiles fly patterns, "
            "space launches reach orbit). **Not placed**: no site is stated."
        )
