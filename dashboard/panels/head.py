"""The head of the page: what this is, a place to search, Share and the language."""

import streamlit as st

from dashboard.html import render
from dashboard.panels.language import choose_language
from dashboard.panels.search import show_search
from dashboard.panels.share import show_share
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.words.say import Words


def show_head(words: Words, library: Library, selection: Selection) -> bool:
    """
    Show title, lead, search, Share and language.

    Returns
    -------
    follows_screen
        Whether the picture to be shared needs the map to tell what is on screen.
    """
    with st.container(horizontal=True, vertical_alignment="top", key="head"):
        st.html(render("page/title.html", words), width="stretch")
        with st.container(horizontal=True, width="content", key="head_tools"):
            follows_screen = show_share(words, library, selection)
            choose_language(words)
    show_search(words, library, selection)
    return follows_screen
