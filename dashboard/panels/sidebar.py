"""The sidebar: filters that live in the URL, each with live counts."""

from typing import TYPE_CHECKING, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.html import render
from dashboard.panels.launch import close_launch
from dashboard.selection.filters import FILTERS, LISTS, TYPES, Filter
from dashboard.selection.period import offered
from dashboard.selection.query import read_page_query
from dashboard.selection.selection import Period, Selection
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.filters import filter_label, value_label
from dashboard.words.say import Words

if TYPE_CHECKING:
    import datetime as dt

_LONG_LIST = 9
_BEFORE, _AFTER = ("figures",), ("sea",)
"""Filters of one value that stand above and below those of many; the others have no widget."""


def choose(words: Words, vocabulary: Vocabulary) -> tuple[Selection, bool]:
    """
    Show the filters.

    Returns
    -------
    selection
        What the reader has chosen.
    online
        Whether the reader wants the online tile layer.
    """
    _read_link(words, vocabulary)
    shown = _Widgets(vocabulary, words)
    with st.sidebar:
        period = shown.period()
        chosen = {name: shown.choice(FILTERS[name]) for name in _BEFORE}
        # Every count needs the other choices, so the widgets come first and the counts fill gaps.
        gaps = {}
        for name in LISTS:
            chosen[name] = shown.choice(FILTERS[name])
            gaps[name] = st.empty()
        chosen |= {name: shown.choice(FILTERS[name]) for name in _AFTER}
        online = st.toggle(
            shown.words.say("choose.tiles"),
            help=shown.words.say("choose.tiles_are"),
        )
        st.button(
            shown.words.say("choose.reset"),
            on_click=_reset,
            args=(words, vocabulary.period),
            width="stretch",
        )
    for name in (*_BEFORE, *_AFTER):
        # What stands in the reader's language may be another thing in somebody else's.
        if chosen[name] == (FILTERS[name].standing.get(words.lang),):
            del chosen[name]
    opened, lang = st.session_state.get("open"), st.session_state.lang
    selection = Selection(period, **chosen, lang=lang, open=opened)
    for name in LISTS:
        shown.counts(name, selection, gaps[name])
    _write_link(selection, vocabulary)
    return selection, online


def _read_link(words: Words, vocabulary: Vocabulary) -> None:
    """
    Put what a link says into the widgets, where the link is not the one that was written last.

    Widgets are not bound to the link: they would write what they show there, which is no id.
    """
    given = _link()
    if given != st.session_state.get("link"):
        selection, st.session_state.link_problems = read_page_query(given, vocabulary)
        st.session_state.period = selection.period
        for name in (*_BEFORE, *_AFTER):
            st.session_state[name] = _value(words, FILTERS[name], selection)
        for name in LISTS:
            st.session_state[name] = list(selection.chosen(name))
        st.session_state.open = selection.open
        st.session_state.lang = selection.chosen("lang")


def _value(words: Words, row: Filter, selection: Selection | None = None) -> str:
    """Value of a filter of one: the one chosen, or what stands without it."""
    chosen = selection.chosen(row.name) if selection else ()
    return chosen[0] if chosen else row.default or row.standing[words.lang]


def _write_link(selection: Selection, vocabulary: Vocabulary) -> None:
    """Have the link say what is selected, beside parameters that are not ours."""
    wanted = {name: values for name, values in _link().items() if name not in FILTERS}
    for name, value in selection.page_query(vocabulary.period):
        wanted.setdefault(name, []).append(value)
    if wanted != _link():
        st.query_params.from_dict(wanted)
    st.session_state.link = wanted


def _link() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


class _Widgets:
    """Widgets of the filters, in a language."""

    def __init__(self, vocabulary: Vocabulary, words: Words) -> None:
        self.vocabulary, self.words = vocabulary, words

    def period(self) -> Period:
        """Period chosen, by days or by a name."""
        first, last = self.vocabulary.period
        # Its value comes from the link, by way of its key.
        shown = st.date_input(
            filter_label(self.words, "period"),
            min_value=first,
            max_value=last,
            key="period",
            format="YYYY-MM-DD",
        )
        self._presets()
        days = cast("tuple[dt.date, ...]", shown)
        # One day is a period too; between two clicks in the calendar it stands for itself.
        return (days[0], days[-1]) if days else (first, last)

    def _presets(self) -> None:
        periods = offered(self.vocabulary)
        st.pills(
            self.words.say("choose.presets"),
            list(periods),
            format_func=lambda name: self.words.say(f"choose.preset.{name}"),
            key="preset",
            on_change=_apply_preset,
            args=(periods,),
            label_visibility="collapsed",
        )

    def label(self, name: str, value: str) -> str:
        """Name of a filter's value."""
        return value_label(self.words, self.vocabulary.record, name, value)

    def choice(self, row: Filter) -> tuple[str, ...]:
        """Values chosen of a filter."""
        name, label = row.name, filter_label(self.words, row.name)
        options = self.vocabulary.options(name)

        def shown(value: str) -> str:
            return self.label(name, value)

        if row.form == "one":
            return (st.selectbox(label, options, format_func=shown, key=name),)
        if len(options) > _LONG_LIST:
            all_ = self.words.say("choose.all")
            return tuple(
                st.multiselect(label, options, format_func=shown, key=name, placeholder=all_)
            )
        return tuple(st.pills(label, options, format_func=shown, selection_mode="multi", key=name))

    def counts(self, name: str, selection: Selection, gap: DeltaGenerator) -> None:
        """Launches for each value, under the other filters."""
        options = self.vocabulary.options(name)
        if len(options) > _LONG_LIST:
            title = self.words.say("choose.counts", filter=filter_label(self.words, name).lower())
            folded = gap.expander(title, key=f"{name}_counts", on_change="rerun")
            if not folded.open:
                return
            gap = folded
        counts = selection.count(self.vocabulary.launches, name, self.vocabulary.reaches)
        items = [
            (_dot(name, option), self.label(name, option), counts[option])
            for option in options
            if counts[option] or len(options) <= _LONG_LIST
        ]
        gap.html(render("page/counts.html", self.words, name=name, items=items))


def _apply_preset(periods: dict[str, Period]) -> None:
    if (name := st.session_state.preset) is not None:
        st.session_state.period = periods[name]
    # The period may be changed by hand next, so no preset stays chosen.
    st.session_state.preset = None


def _dot(name: str, option: str) -> int | None:
    return TYPES.index(option) if name == "type" else None


def _reset(words: Words, period: Period) -> None:
    for name in LISTS:
        st.session_state[name] = []
    for name in (*_BEFORE, *_AFTER):
        st.session_state[name] = _value(words, FILTERS[name])
    st.session_state.period = period
    st.session_state.link_problems = []
    close_launch()
