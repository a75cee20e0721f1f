"""The sidebar: filters that live in the URL, each with live counts."""

import datetime as dt
from dataclasses import fields
from html import escape

import streamlit as st

from dashboard.flights.plan import BEST, WHOSE
from dashboard.panels.launch import close_launch
from dashboard.selection.selection import LISTS, SEAS, TYPES, Selection, Vocabulary, read_query
from data.korean_day import korean_date

_LABELS = {
    "type": "Type",
    "kind": "Kind",
    "site": "Site",
    "outcome": "Outcome",
    "reach": "Reach",
}
_LONG_LIST = 9
Period = tuple[dt.date, dt.date]


def choose(vocabulary: Vocabulary) -> tuple[Selection, bool]:
    """
    Show the filters.

    Returns
    -------
    selection
        What the reader has chosen.
    online
        Whether the reader wants the online tile layer.
    """
    _read_link(vocabulary)
    with st.sidebar:
        period = _choose_period(vocabulary)
        _choose_preset(vocabulary)
        figures = st.selectbox(
            "Whose figures are drawn",
            WHOSE,
            key="figures",
            bind="query-params",
        )
        # Every count needs the other choices, so the widgets come first and the counts fill gaps.
        gaps = {}
        chosen = {}
        for name in LISTS:
            chosen[name] = tuple(_choose_facet(name, vocabulary.options(name)))
            gaps[name] = st.empty()
        sea = st.selectbox("Name of the sea", SEAS, key="sea", bind="query-params")
        online = st.toggle(
            "Online map tiles",
            help="Loads OpenStreetMap tiles from the internet. Off: nothing leaves this machine.",
        )
        st.button("Reset all filters", on_click=_reset, args=(vocabulary.period,), width="stretch")
    selection = Selection(
        period=period,
        figures=figures,
        sea=sea,
        launch=st.query_params.get("launch"),
        **chosen,
    )
    for name in LISTS:
        _show_counts(name, selection, vocabulary, gaps[name])
    return selection, online


def _read_link(vocabulary: Vocabulary) -> None:
    """On opening, put the link into the form that the widgets read, and note what it says wrong."""
    if "link_problems" in st.session_state:
        return
    given = {name: st.query_params.get_all(name) for name in st.query_params}
    selection, st.session_state.link_problems = read_query(given, vocabulary)
    own = {field.name for field in fields(Selection)}
    understood = {name: values for name, values in given.items() if name not in own}
    for name, value in selection.query(vocabulary.period):
        understood.setdefault(name, []).append(value)
    # A bound widget reads its part of the link by itself, more strictly than we do.
    if understood != given:
        st.query_params.from_dict(understood)
        st.rerun()


def _choose_period(vocabulary: Vocabulary) -> Period:
    first, last = vocabulary.period
    days = st.date_input(
        "Period (Korean dates)",
        value=(first, last),
        min_value=first,
        max_value=last,
        key="period",
        bind="query-params",
        format="YYYY-MM-DD",
    )
    # One day is a period too; between two clicks in the calendar it stands for itself.
    return (days[0], days[-1]) if days else (first, last)


def presets(whole: Period, today: dt.date) -> dict[str, Period]:
    """Periods offered by name, each kept within the record; those outside it are left out."""
    year_ago = today - dt.timedelta(days=364)
    wanted = {
        "Last 12 months": (year_ago, today),
        "This year": (dt.date(today.year, 1, 1), today),
        "2022": (dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        "2017": (dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
        "Whole record": whole,
    }
    return {
        name: (max(first, whole[0]), min(last, whole[1]))
        for name, (first, last) in wanted.items()
        if first <= whole[1] and last >= whole[0]
    }


def _choose_preset(vocabulary: Vocabulary) -> None:
    offered = presets(vocabulary.period, korean_date(dt.datetime.now(dt.UTC)))
    st.pills(
        "Preset periods",
        list(offered),
        key="preset",
        on_change=_apply_preset,
        args=(offered,),
        label_visibility="collapsed",
    )


def _apply_preset(offered: dict[str, Period]) -> None:
    if (name := st.session_state.preset) is not None:
        st.session_state.period = offered[name]
    # The period may be changed by hand next, so no preset stays chosen.
    st.session_state.preset = None


def _choose_facet(name: str, options: list[str]) -> list[str]:
    label = _LABELS[name]
    if len(options) > _LONG_LIST:
        return st.multiselect(
            label, options, key=name, bind="query-params", placeholder="All sites"
        )
    return st.pills(label, options, selection_mode="multi", key=name, bind="query-params")


def _show_counts(
    name: str, selection: Selection, vocabulary: Vocabulary, gap: st.delta_generator.DeltaGenerator
) -> None:
    options = vocabulary.options(name)
    if len(options) > _LONG_LIST:
        folded = gap.expander(f"Launches by {name}", key=f"{name}_counts", on_change="rerun")
        if not folded.open:
            return
        gap = folded
    counts = selection.count(vocabulary.launches, name, vocabulary.reaches)
    # Short tags keep the message small: it is sent with every change.
    items = " ".join(
        f"<u>{_dot(name, option)}{escape(option)} <b>{counts[option]}</b></u>"
        for option in options
        if counts[option] or len(options) <= _LONG_LIST
    )
    gap.html(f"<p class='counts' id='{name}'>{items}</p>")


def _dot(name: str, option: str) -> str:
    return f"<i class='t{TYPES.index(option)}'></i>" if name == "type" else ""


def _reset(period: Period) -> None:
    for name in LISTS:
        st.session_state[name] = []
    st.session_state.period = period
    st.session_state.figures = BEST
    st.session_state.sea = SEAS[0]
    st.session_state.link_problems = []
    close_launch()
