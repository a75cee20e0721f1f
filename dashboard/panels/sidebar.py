"""The sidebar: one form of all filters, and the state of them, which lives in the link."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.answers import JsonFile
from dashboard.panels.launch import close_launch
from dashboard.panels.script import component
from dashboard.selection.additions import own_name
from dashboard.selection.filters import FILTERS, LISTS, SHOWN
from dashboard.selection.query import read_page_query, read_query
from dashboard.selection.selection import Period, Selection
from dashboard.selection.vocabulary import Vocabulary
from dashboard.words.filter_form import FORM
from dashboard.words.say import Words

_KEY = "filters"
_ONLINE = "online"
"""Where the session keeps whether the reader wants the online tile layer."""
_HEARD = "filters_heard"
"""Where the session keeps the number of the last press that it was told of."""
_UNFOLDED = "filters_unfolded"
"""Where the session keeps the names of the long lists that the reader has opened."""
_WHOLE = "whole"
"""Where the session keeps the first and last day of the record that it was shown last."""
_SINGLE = ("figures", "sea")
"""Filters of one value that the form has; the others have no place in it."""


def choose(words: Words, form: JsonFile, vocabulary: Vocabulary) -> tuple[Selection, bool]:
    """
    Show the filters.

    Parameters
    ----------
    words
        Words of the reader's language.
    form
        File of the form in this language.
    vocabulary
        What may be chosen.

    Returns
    -------
    selection
        What the reader has chosen.
    online
        Whether the reader wants the online tile layer.
    """
    _read_link(vocabulary)
    _follow_record(vocabulary.period)
    selection = _selection(words, vocabulary)
    _write_link(selection, vocabulary)
    online = bool(st.session_state.get(_ONLINE))
    with st.sidebar:
        component("filters", "launchFilterForm.show")(
            key=_KEY,
            data=_shown(words, form, vocabulary, selection, online=online),
            on_changed_change=lambda: _hear(vocabulary),
        )
    return selection, online


def _shown(
    words: Words, form: JsonFile, vocabulary: Vocabulary, selection: Selection, *, online: bool
) -> dict[str, Any]:
    """What the form shows: what is chosen, and the launches for each value of each filter."""
    counted = {
        name: selection.count(vocabulary.launches, name, vocabulary.reaches)
        for name in LISTS
        # The counts of a long list are sent once it is unfolded.
        if not FILTERS[name].table or name in st.session_state.get(_UNFOLDED, ())
    }
    chosen: dict[str, Any] = dict(selection.values)
    chosen |= {"figures": selection.figures, "sea": selection.sea_in(words.lang)}
    return {
        "address": f"assets/{form.name}",
        "selection": {name: chosen[name] for name in FORM if name in chosen}
        | {"period": [str(day) for day in selection.period]},
        "counts": {
            name: [counts[value] for value in vocabulary.options(name)]
            for name, counts in counted.items()
        },
        "online": online,
        "heard": st.session_state.get(_HEARD, 0),
    }


def _hear(vocabulary: Vocabulary) -> None:
    """Take what the form tells: a choice in the words of a link, or one of its other wishes."""
    told = st.session_state[_KEY].changed
    if not isinstance(told, Mapping):
        return
    if isinstance(number := told.get("number"), int):
        st.session_state[_HEARD] = number
    if told.get("reset"):
        reset(vocabulary.period)
    if "online" in told:
        st.session_state[_ONLINE] = told["online"] is True
    if told.get("unfolded") in LISTS:
        st.session_state[_UNFOLDED] = {*st.session_state.get(_UNFOLDED, ()), told["unfolded"]}
    if isinstance(chosen := told.get("selection"), Mapping):
        selection, _ = read_query({name: _texts(chosen.get(name)) for name in FORM}, vocabulary)
        _keep(selection, FORM)


def _texts(values: object) -> Sequence[str]:
    listed = values if isinstance(values, list) else [values]
    return [value for value in listed if isinstance(value, str)]


def take_back(name: str, value: str, whole: Period) -> None:
    """Take one value of a filter back, or the period."""
    if name == "period":
        st.session_state.period = whole
    elif name in LISTS:
        st.session_state[name] = [each for each in st.session_state[name] if each != value]
    elif name in _SINGLE:
        st.session_state[name] = None


def reset(whole: Period) -> None:
    """Take every filter back, and close what is open."""
    _keep(Selection(whole), FORM)
    st.session_state.link_problems = []
    st.session_state.moment = None
    close_launch()


def _keep(selection: Selection, names: Sequence[str]) -> None:
    """Have the session hold what is chosen of some filters."""
    for name in names:
        match FILTERS[name].form:
            case "days":
                st.session_state[name] = selection.period
            case "many":
                st.session_state[name] = list(selection.chosen(name))
            case _:
                st.session_state[name] = next(iter(selection.chosen(name)), None)


def _read_link(vocabulary: Vocabulary) -> None:
    """Take what a link says, where the link is not the one that was written last."""
    given = _link()
    if given != st.session_state.get("link"):
        selection, st.session_state.link_problems = read_page_query(given, vocabulary)
        _keep(selection, (*FORM, *SHOWN))
        st.session_state.lang = selection.chosen("lang")


def _follow_record(whole: Period) -> None:
    """Have an end of the period that lay at one of the record go along when the record grows."""
    state = st.session_state
    former, state[_WHOLE] = state.get(_WHOLE, whole), whole
    if former != whole and state.period and former[-1] == state.period[-1]:
        first = whole[0] if state.period[0] == former[0] else state.period[0]
        state.period = (first, whole[-1])


def _selection(words: Words, vocabulary: Vocabulary) -> Selection:
    """Selection that the session holds."""
    state = st.session_state
    chosen = {name: state[name] for name in FORM if name != "period"}
    if chosen["sea"] == FILTERS["sea"].standing[words.lang]:
        # What stands in the reader's language may be another thing in somebody else's.
        chosen["sea"] = None
    period = state.period or vocabulary.period
    kept = {name: state.get(name) for name in SHOWN}
    return Selection((period[0], period[-1]), **chosen, lang=state.lang, **kept)


def _write_link(selection: Selection, vocabulary: Vocabulary) -> None:
    """Have the link say what is selected, beside parameters that are not ours."""
    wanted = {name: values for name, values in _link().items() if own_name(name) not in FILTERS}
    for name, value in selection.page_query(vocabulary.period):
        wanted.setdefault(name, []).append(value)
    if wanted != _link():
        st.query_params.from_dict(wanted)
    st.session_state.link = wanted


def _link() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
