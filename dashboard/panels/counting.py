"""What is counted and what is not, one click from the count."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard.flights.atlas import Atlas
from data.model import STATUSES, Launch


def show_counting_rules(atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Offer the counting rules, with what they mean for the launches selected."""
    rules = st.popover("What is counted and drawn", key="counting_rules", on_change="rerun")
    if not rules.open:
        return
    with rules:
        uncounted = sum(launch.count is None for launch in launches)
        st.markdown(
            "- A **launch**, or **salvo**, is the missiles of one type fired from one site on one "
            "Korean day, no more than 60 minutes between one missile and the next. A **missile** "
            "is one missile or rocket of it.\n"
            "- Every kind the record holds is counted: ballistic, glide, cruise, space launch, "
            "rocket artillery, air defence; failures too. Filter by kind to leave some out.\n"
            "- Not counted: engine tests, tube artillery, underwater drones, attempts in which "
            f"nothing left the ground ({len(atlas.record.exclusions)} entries of the sources, each "
            "with its reason in `data/excluded.csv`).\n"
            f"- {uncounted} of the launches selected have no settled number of missiles; each "
            "counts as the least that anyone stated, or as one.\n"
            "- A launch of which only the month or the year is known belongs to every period that "
            "touches it.\n"
            f"- Status of the launches selected: {_statuses(launches)}. **Confirmed**: reported "
            "by a government or taken as real by the databases. **Claimed**: on North Korea's word "
            "or one mention alone. **Disputed**: sources differ on whether, or what, was launched. "
            "**Preliminary**: from first reports.\n"
            "- **Drawn as arcs**: site, range and azimuth are known. **In part**: range or azimuth "
            "is, a dashed ring or a ray. **At their site only**: neither is, or the kind flies no "
            "arc (cruise missiles fly patterns, "
            "space launches reach orbit). **Not placed**: no site is stated, or whoever's figures "
            "are drawn gave none.\n"
            "- **Whose figures are drawn**. Best available: South Korea, Japan, the US, CNS, North "
            "Korea, CSIS, in this order. JCS, Japan MOD, KCNA: the ranges of that state's "
            "authorities alone. All that differ: the best, and dotted those that exclude it. "
            "Directions are the best there are in each case.\n"
            "- **Reach**, by the best available figures: a track over Japan's land; an impact "
            "stated in or just outside Japan's economic zone, or in Japan's waters with 10 % "
            "probability.\n"
            f"- Record of {atlas.record.version}, read up to {atlas.record.covers_to}. Launches "
            "and figures: [CNS North Korea Missile Test Database](https://www.nti.org/analysis/"
            "articles/cns-north-korea-missile-test-database/), bearings added by [nagix]"
            "(https://github.com/nagix/nk-missile-tests); [CSIS Beyond Parallel]"
            "(https://beyondparallel.csis.org/database-north-korean-provocations/); press. The "
            "panel of a launch names the source of each statement."
        )


def _statuses(launches: Sequence[Launch]) -> str:
    counts = Counter(launch.status for launch in launches)
    return (
        ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status]) or "none"
    )
