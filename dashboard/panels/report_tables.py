"""The tables in which a reviewer accepts, drops and corrects claims and launches."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.html import render
from dashboard.panels.report_work import Work, set_work
from dashboard.reports.comparison import DIFFERS
from dashboard.reports.draft import (
    EDITED,
    LAUNCH_EDITED,
    NEW_LAUNCH,
    Draft,
    Review,
    Row,
    reviews,
)
from dashboard.served import Served
from dashboard.words.claims import authority_words, short_claim_words, site_words
from dashboard.words.names import missile_words
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from data.model import AUTHORITIES, OUTCOMES, QUALIFIERS
from data.quantities import QUANTITIES

_READ_ONLY = ("number", "verdict", "doubts", "phrase")
_LAUNCH_READ_ONLY = ("number", "basis")
_UNITS = list(dict.fromkeys(unit for row in QUANTITIES.values() for unit in row.units))
_ROW_PX, _MOST_PX = 35, 560
_NOTHING = "–"
"""What stands in a cell that is empty."""


def edited(current: Work, here: Served) -> tuple[Draft, list[Review]]:
    """Draft with what stands in the tables now, and each of its claims beside the record."""
    draft = current.draft.edited(
        _changes(current.launches_key), _changes(current.claims_key), current.order
    )
    return draft, reviews(draft, here.library.vocabulary.by_id)


def _changes(key: str) -> Mapping[int, Row]:
    """What a reader has changed in a table, by its rows."""
    state = st.session_state.get(key) or {}
    changed: Mapping[int, Row] = state.get("edited_rows", {})
    return {int(place): dict(cells) for place, cells in changed.items()}


def edit_claims(words: Words, current: Work, draft: Draft, found: Sequence[Review]) -> None:
    """Show the table of claims, the unsure ones first, with buttons for all of them at once."""
    st.html(
        render(
            "report/heading.html",
            words,
            id="report-table",
            title=words.say("report.table"),
            about=words.say("report.table_is"),
        )
    )
    with st.container(horizontal=True):
        for name, accepted in (("accept_all", True), ("drop_all", False)):
            st.button(
                words.say(f"report.{name}"),
                key=f"report_{name}",
                on_click=_decide,
                args=(current, draft, accepted),
            )
    # The widget holds what was changed; its rows stay those that were read.
    base = current.draft.claims
    shown = [_claim_cells(words, base[place], found[place]) for place in current.order]
    with st.container(key="report_claims"):
        st.data_editor(
            pd.DataFrame(shown),
            key=current.claims_key,
            hide_index=True,
            height=min(_MOST_PX, _ROW_PX * (len(shown) + 1) + 3),
            column_config=_claim_columns(words, len(draft.launches)),
            disabled=_READ_ONLY,
            alt=words.say("report.table"),
            placeholder=_NOTHING,
        )


def _claim_cells(words: Words, row: Row, each: Review) -> Row:
    verdict = words.say(f"report.verdict.{each.comparison.verdict}")
    if each.comparison.verdict == DIFFERS:
        against = (
            words.say(
                "report.said_by",
                claim=short_claim_words(words, claim),
                authority=authority_words(words, claim.authority),
            )
            for claim in each.comparison.recorded
            if claim in each.comparison.excluding
        )
        excluding = words.listed(dict.fromkeys(against))
        verdict = words.say("view.named", name=verdict, text=excluding)
    doubts = [words.say(f"report.doubt.{name}") for name in each.doubts]
    own = {name: row[name] for name in EDITED}
    return {
        "accepted": own.pop("accepted"),
        "number": each.number,
        "doubts": words.listed(doubts) if doubts else "",
        "verdict": verdict,
        **{name: own[name] for name in ("authority", "quantity", "qualifier")},
        "low": None if own["low"] is None else float(own["low"]),
        "high": None if own["high"] is None else float(own["high"]),
        "value": own["value"],
        "missiles": own["missiles"],
        "launch": own["launch"],
        "unit": own["unit"],
        "phrase": each.claim.phrase,
    }


def _claim_columns(words: Words, launches: int) -> dict[str, ColumnConfig]:
    columns = st.column_config

    def label(name: str) -> str:
        return words.say(f"report.column.{name}")

    def choice(name: str, options: Sequence[Any], shown: Any) -> ColumnConfig:  # noqa: ANN401
        return columns.SelectboxColumn(
            label(name), options=options, format_func=shown, required=True
        )

    return {
        "accepted": columns.CheckboxColumn(label("accepted"), width="small", pinned=True),
        "number": columns.NumberColumn(label("number"), width="small", pinned=True),
        "verdict": columns.TextColumn(label("verdict")),
        "doubts": columns.TextColumn(label("doubts")),
        "authority": choice("authority", AUTHORITIES, lambda name: authority_words(words, name)),
        "quantity": choice("quantity", list(QUANTITIES), lambda name: quantity_words(words, name)),
        "qualifier": choice("qualifier", QUALIFIERS, lambda name: words.say(f"report.firm.{name}")),
        "low": columns.NumberColumn(label("low"), width="small"),
        "high": columns.NumberColumn(label("high"), width="small"),
        "value": columns.TextColumn(label("value"), max_chars=400),
        "missiles": columns.TextColumn(label("missiles"), width="small", max_chars=80),
        "launch": choice("launch", list(range(1, launches + 1)), str),
        "unit": columns.SelectboxColumn(label("unit"), options=_UNITS, width="small"),
        "phrase": columns.TextColumn(label("phrase"), width="large"),
    }


def _decide(current: Work, draft: Draft, accepted: bool) -> None:  # noqa: FBT001
    """Accept or drop all; what was changed is kept, in a table that begins with it."""
    decided = draft.decided(accepted=accepted)
    set_work(replace(current, draft=decided, version=current.version + 1))


def edit_launches(words: Words, current: Work, draft: Draft, here: Served) -> None:
    """Show the table of launches."""
    st.html(
        render(
            "report/heading.html",
            words,
            id="",
            title=words.say("report.launches"),
            about=words.say("report.launches_are"),
        )
    )
    rows = [
        {
            "number": number,
            "record": row["record"],
            "date": row["date"],
            "basis": words.say(f"report.basis.{told.date_basis if told.date else 'none'}"),
            **{name: row[name] for name in LAUNCH_EDITED[2:]},
        }
        for number, (row, told) in enumerate(
            zip(current.draft.launches, current.draft.told, strict=True), start=1
        )
    ]
    st.data_editor(
        pd.DataFrame(rows),
        key=current.launches_key,
        hide_index=True,
        height=_ROW_PX * (len(rows) + 1) + 3,
        column_config=_launch_columns(words, draft, here),
        disabled=_LAUNCH_READ_ONLY,
        alt=words.say("report.launches"),
        placeholder=_NOTHING,
    )


def _launch_columns(words: Words, draft: Draft, here: Served) -> dict[str, ColumnConfig]:
    columns, record = st.column_config, here.library.record
    known = here.library.vocabulary.by_id
    days = {row["date"] for row in draft.launches}
    matched = [id_ for told in draft.told for id_ in told.matches]
    of_the_day = [launch.id for launch in record.launches if launch.date in days]

    def launch_name(id_: Any) -> str:  # noqa: ANN401
        if id_ == NEW_LAUNCH:
            return words.say("report.new_launch")
        return words.joined((id_, missile_words(words, known[id_].missile)), "dot")

    def label(name: str) -> str:
        return words.say(f"report.column.{name}")

    return {
        "number": columns.NumberColumn(label("number"), width="small", pinned=True),
        "record": columns.SelectboxColumn(
            label("record"),
            options=[NEW_LAUNCH, *dict.fromkeys((*matched, *of_the_day))],
            format_func=launch_name,
            required=True,
        ),
        "date": columns.TextColumn(label("date"), max_chars=10),
        "basis": columns.TextColumn(label("basis")),
        "site_id": columns.SelectboxColumn(
            label("site_id"),
            options=list(record.sites),
            format_func=lambda id_: site_words(words, record.sites[str(id_)]),
        ),
        "missile_id": columns.SelectboxColumn(
            label("missile_id"),
            options=list(record.missiles),
            format_func=lambda id_: missile_words(words, record.missiles[str(id_)]),
        ),
        "outcome": columns.SelectboxColumn(
            label("outcome"),
            options=OUTCOMES,
            format_func=lambda name: words.named("outcome", str(name)),
            required=True,
        ),
        "note": columns.TextColumn(label("note"), max_chars=400, width="large"),
    }
