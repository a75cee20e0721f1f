"""The selected launches as a table: the accessible equivalent of the map."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.claims.authorities import by_authority
from dashboard.flights.atlas import Atlas
from dashboard.panels.launch import close_launch
from dashboard.selection.selection import NO_SITE, facet
from dashboard.words.claims import attributed
from dashboard.words.say import Words
from data.korean_day import KOREA_TIME
from data.model import Launch

_SHOWN_AS = {"arc": "arc", "part": "ring or ray", "site": "site only", "none": "not placed"}
_HEIGHT_PX = 420


def show_table(words: Words, atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Show the table; a click on a row opens the launch."""
    if not launches:
        return
    st.html("<div class='panel'><h4>Launches selected</h4></div>")
    ids = tuple(launch.id for launch in reversed(launches))
    rows = _rows(words, atlas).loc[list(ids)]
    key = row_key("table", ids)
    st.dataframe(
        rows,
        key=key,
        height=min(_HEIGHT_PX, 38 + 35 * len(rows)),
        hide_index=True,
        on_select=lambda: open_row(key, ids),
        selection_mode="single-row",
        alt="Launches selected, the newest first",
    )


@st.cache_data(show_spinner=False, hash_funcs={Atlas: id})
def _rows(words: Words, atlas: Atlas) -> pd.DataFrame:
    rows = [_row(words, atlas, launch) for launch in atlas.record.launches]
    return pd.DataFrame(rows).set_index("id", drop=False)


def _row(words: Words, atlas: Atlas, launch: Launch) -> dict[str, object]:
    local = launch.time_utc.astimezone(KOREA_TIME) if launch.time_utc else None
    return {
        "Date (Korea)": launch.date,
        "Time (Korea)": f"{local:%H:%M}" if local else None,
        "Missile": launch.missile.name,
        "Type": facet(launch, "type"),
        "Kind": launch.missile.kind,
        "Missiles": launch.count,
        "Site": launch.site.name_en if launch.site else NO_SITE,
        "Range": stated(words, launch, "range_km"),
        "Apogee": stated(words, launch, "apogee_km"),
        "Outcome": launch.outcome,
        "Status": launch.status,
        "On the map": _SHOWN_AS[atlas.placement(launch)],
        "id": launch.id,
    }


def stated(words: Words, launch: Launch, quantity: str) -> str | None:
    """Every stated figure of a quantity with its authority, or None where none is stated."""
    claims = by_authority(claim for claim in launch.claims if claim.quantity == quantity)
    return (
        "; ".join(dict.fromkeys(attributed(words, claim, launch.count) for claim in claims)) or None
    )


def row_key(name: str, ids: tuple[str, ...]) -> str:
    """Key of a table: a new one where a row is marked that no longer is the opened launch."""
    turn = st.session_state.setdefault(f"{name}_turn", 0)
    marked = _marked(f"{name}{turn}")
    opened = st.query_params.get("launch")
    if marked is not None and (marked >= len(ids) or ids[marked] != opened):
        turn = st.session_state[f"{name}_turn"] = turn + 1
    return f"{name}{turn}"


def _marked(key: str) -> int | None:
    state = st.session_state.get(key)
    return state.selection.rows[0] if state and state.selection.rows else None


def open_row(key: str, ids: tuple[str, ...]) -> None:
    """Open the launch of the row marked in a table, or close it where the mark is taken away."""
    row = _marked(key)
    if row is None:
        close_launch()
    else:
        st.query_params["launch"] = ids[row]
        st.session_state.pop("nearby", None)
