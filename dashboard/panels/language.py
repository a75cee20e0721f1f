"""The language of the page, and the choice of it."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from dashboard.bundles import content
from dashboard.selection.language import language
from dashboard.words.say import LANGUAGES, Words

_KEY = "language"
_SCRIPT = "page/document.js"


def page_language() -> str:
    """Language that the link names, or else that of the browser."""
    return language(st.query_params.get_all("lang"), st.context.locale or "")


def choose_language(words: Words) -> None:
    """Offer the languages by their own names; what is chosen stands in the link."""
    _document()(key="document", data=words.lang)
    st.session_state[_KEY] = words.lang
    st.segmented_control(
        words.say("filter.lang.label"),
        LANGUAGES,
        format_func=lambda lang: Words(lang).say(f"filter.lang.value.{lang}"),
        key=_KEY,
        on_change=_choose,
        label_visibility="collapsed",
        required=True,
    )


def _choose() -> None:
    st.query_params["lang"] = st.session_state[_KEY]


@cache
def _document() -> Callable[..., object]:
    return st.components.v2.component("document", js=content(_SCRIPT).decode())
