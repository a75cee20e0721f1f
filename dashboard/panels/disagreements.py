"""Where authorities disagree: the launches selected, the largest difference first."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.disagreement import Disagreement, largest_first
from dashboard.flights import Atlas
from dashboard.panels.table import open_row, row_key
from dashboard.wording import QUANTITY_WORDS, claim_words, day_words, difference_words
from data.model import Launch

_HEIGHT_PX = 420


def show_disagreements(atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Offer the disagreements among the launches selected; a click on one opens its launch."""
    found = [each for launch in launches for each in atlas.disagreements.get(launch.id, ())]
    if not found:
        return
    folded = st.expander(
        f"Where authorities disagree ({len(found)})", key="disagreements", on_change="rerun"
    )
    if not folded.open:
        return
    found = largest_first(found)
    ids = tuple(each.launch.id for each in found)
    key = row_key("disagreement", ids)
    with folded:
        st.caption(
            "Claims that leave no value both allow, after rounding, “about” and “at least”. "
            "Statements of one state's authorities are one party. Click a row to open its launch."
        )
        st.dataframe(
            pd.DataFrame([_row(each) for each in found]),
            key=key,
            height=min(_HEIGHT_PX, 38 + 35 * len(found)),
            hide_index=True,
            column_config={"Link": st.column_config.LinkColumn(display_text="open")},
            on_select=lambda: open_row(key, ids),
            selection_mode="single-row",
            alt="Where authorities disagree, the largest difference first",
        )


def _row(found: Disagreement) -> dict[str, str]:
    return {
        "Date (Korea)": day_words(found.launch.date),
        "Missile": found.launch.missile.name,
        "Quantity": QUANTITY_WORDS[found.quantity],
        "Difference": difference_words(found),
        "Who states what": "; ".join(
            dict.fromkeys(f"{claim_words(claim)} ({claim.authority})" for claim in found.claims)
        ),
        "Link": f"?launch={found.launch.id}",
    }
