"""The selected launches as a table: the accessible equivalent of the map."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.claims.authorities import by_authority
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.panels.launch import close_launch, open_launch, opened_launch
from dashboard.selection.filters import NO_SITE, facet
from dashboard.words.claims import attributed, site_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.korean_day import KOREA_TIME
from data.model import Launch

_HEIGHT_PX = 420


def show_table(words: Words, atlas: Atlas, launches: Sequence[Launch]) -> None:
    """Show the table; a click on a row opens the launch."""
    if not launches:
        return
    st.html(render("page/heading.html", words, title=words.say("table.title")))
    ids = tuple(launch.id for launch in reversed(launches))
    rows = _rows(words.lang, atlas).loc[list(ids)]
    key = row_key("table", ids)
    st.dataframe(
        rows,
        key=key,
        height=min(_HEIGHT_PX, 38 + 35 * len(rows)),
        hide_index=True,
        on_select=lambda: open_row(key, ids),
        selection_mode="single-row",
        alt=words.say("table.alt"),
    )


@st.cache_data(show_spinner=False, hash_funcs={Atlas: id})
def _rows(lang: str, atlas: Atlas) -> pd.DataFrame:
    words = Words(lang)
    launches = atlas.record.launches
    rows = [row(words, atlas, launch) for launch in launches]
    table = pd.DataFrame(rows, index=[launch.id for launch in launches])
    return table.rename(columns={name: words.say(f"table.{name}") for name in table.columns})


def row(words: Words, atlas: Atlas, launch: Launch) -> dict[str, object]:
    """What the table says of a launch, by column."""
    local = launch.time_utc.astimezone(KOREA_TIME) if launch.time_utc else None
    return {
        "date": launch.date,
        "time": f"{local:%H:%M}" if local else None,
        "missile": missile_words(words, launch.missile),
        "type": words.named("type_short", facet(launch, "type")),
        "kind": words.named("kind", launch.missile.kind),
        "missiles": launch.count,
        "site": site_words(words, launch.site)
        if launch.site
        else words.say(f"filter.site.value.{NO_SITE}"),
        "range": stated(words, launch, "range_km"),
        "apogee": stated(words, launch, "apogee_km"),
        "outcome": words.named("outcome", launch.outcome),
        "status": words.named("status", launch.status),
        "place": words.say(f"place.{atlas.placement(launch)}"),
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
    opened = opened_launch()
    if marked is not None and (marked >= len(ids) or ids[marked] != opened):
        turn = st.session_state[f"{name}_turn"] = turn + 1
    return f"{name}{turn}"


def _marked(key: str) -> int | None:
    state = st.session_state.get(key)
    return state.selection.rows[0] if state and state.selection.rows else None


def open_row(key: str, ids: tuple[str, ...]) -> None:
    """Open the launch of the row marked in a table, or close it where the mark is taken away."""
    marked = _marked(key)
    if marked is None:
        close_launch()
    else:
        open_launch(ids[marked])
