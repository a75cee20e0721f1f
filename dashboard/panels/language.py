"""The language of the page, and the choice of it."""

import streamlit as st

from dashboard.selection.language import language
from dashboard.words.say import LANGUAGES, Words

_KEY = "language"


def page_language() -> str:
    """Language that the link names, or else that of the browser."""
    return language(st.query_params.get_all("lang"), st.context.locale or "")


def choose_language(words: Words) -> None:
    """Offer the languages by their own names; what is chosen stands in the link."""
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
