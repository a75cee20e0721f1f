"""The head of the page: what this is, Share, the language, a place to search, what is selected."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.answers import JsonFile
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.panels.chips import chips
from dashboard.panels.counting import show_counting_rules
from dashboard.panels.language import choose_language
from dashboard.panels.launch import close_launch, open_launch, opened_launch
from dashboard.panels.script import component
from dashboard.panels.search import show_result
from dashboard.panels.share import show_share
from dashboard.panels.sidebar import take_back
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.served import newer_errors
from dashboard.words.filters import error_lines, problem_lines
from dashboard.words.say import Words
from dashboard.words.views import selection_words, summary
from data.model import Launch

_KEY = "selected"


def show_head(
    words: Words,
    form: JsonFile,
    library: Library,
    selection: Selection,
    launches: Sequence[Launch],
) -> bool:
    """
    Show title, Share and language; below them the box to search in, what is chosen, and the count.

    Returns
    -------
    follows_screen
        Whether the picture to be shared needs the map to tell what is on screen.
    """
    atlas = library.atlases[selection.figures]
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.html(render("page/title.html", words), width="stretch")
        follows_screen = show_share(words, library, selection)
        show_counting_rules(words, atlas, launches)
        choose_language(words)
    # One component for all of it, which also hears every link of the page that opens a launch: each
    # one more would be sent with each change.
    component("selected", "launchSelected.show")(
        key=_KEY,
        data=_selected(words, form, atlas, selection, launches)
        | {"chips": list(chips(words, library.vocabulary, selection))},
        on_chosen_change=_hearing("chosen", lambda told: _search(told, library, selection)),
        on_removed_change=_hearing("removed", lambda told: _remove(told, library)),
        on_open_change=_hearing("open", _open),
        # After the page had lost its server: it has run by then, and that is all.
        on_returned_change=lambda: None,
    )
    return follows_screen


def _selected(
    words: Words,
    form: JsonFile,
    atlas: Atlas,
    selection: Selection,
    launches: Sequence[Launch],
) -> dict[str, Any]:
    """What is said of the selection; what its link says wrong, where it does."""
    said: dict[str, Any] = {
        "address": f"assets/{form.name}",
        "lang": words.lang,
        "opened": opened_launch(),
        "summary": summary(words, atlas, launches),
        "selection": selection_words(words, atlas.record, selection),
        "unplaced": sum(atlas.placement(launch) == "none" for launch in launches),
    }
    if not launches:
        said["empty"] = True
    problems = problem_lines(words, st.session_state.get("link_problems") or ())
    if errors := newer_errors():
        problems += error_lines(words, errors)
    if problems:
        said["problems"] = problems
    return said


def _hearing(name: str, hear: Callable[[Any], None]) -> Callable[[], None]:
    return lambda: hear(st.session_state[_KEY].get(name))


def _search(told: object, library: Library, selection: Selection) -> None:
    show_result(told if isinstance(told, list) else [], library, selection)


def _remove(told: object, library: Library) -> None:
    match told:
        case [str(name), str(value)]:
            take_back(name, value, library.vocabulary.period)


def _open(told: object) -> None:
    match told:
        case "":
            close_launch()
        case str():
            open_launch(told)
