"""The page: composes selection, map and panels."""

import streamlit as st

from dashboard.bundles import PAGE_STYLES, versioned
from dashboard.html import render
from dashboard.panels.below import show_below
from dashboard.panels.head import show_head
from dashboard.panels.language import page_language
from dashboard.panels.launch import show_launch
from dashboard.panels.map import show_map
from dashboard.panels.report_link import is_report
from dashboard.panels.sidebar import choose
from dashboard.served import Served, served
from dashboard.words.filters import words_of
from dashboard.words.say import Words
from data.problem import RecordError


def main() -> None:
    """Show the served record, or everything that is wrong with it."""
    words = Words(page_language())
    st.set_page_config(page_title=words.say("title"), layout="wide")
    # Our style sheet, by a link relative to the page.
    st.html(render("page/head.html", words, sheet=f"assets/{versioned(PAGE_STYLES)}"))
    try:
        with st.spinner(words.say("page.reading")):
            found = served()
    except RecordError as error:
        st.html(render("page/title.html", words))
        st.error(
            words.say("page.record_errors", errors=words.say("count.errors", n=len(error.problems)))
        )
        st.code("\n".join(map(str, error.problems)), language=None)
        return
    if is_report():
        # What reads a report is loaded with the first one: nobody else has to wait for it.
        from dashboard.panels.report import show_report  # noqa: PLC0415

        show_report(words, found)
    else:
        compose(words, found)


def compose(words: Words, found: Served) -> None:
    """Sidebar, head, map with its time strip beside the opened launch, and the tabs below."""
    library, sent = found.library, found.payload(words.lang)
    record, vocabulary = library.record, library.vocabulary
    form = found.file("filters", words.lang)
    selection, online = choose(words, form, vocabulary)
    words = words_of(selection, words.lang)
    shown, table = library.atlases[selection.figures], found.file("table", words.lang)
    launches = selection.pick(record.launches, vocabulary.reaches)
    follows_screen = show_head(words, form, library, selection, launches)
    opened = vocabulary.by_id.get(selection.open or "")
    # The map stays first when the panel closes, or it would be built anew.
    with st.container(horizontal=True, key="stage"):
        show_map(
            words,
            shown,
            sent,
            selection,
            launches,
            vocabulary=vocabulary,
            opened=opened,
            online=online,
            follow=follows_screen,
        )
        if opened:
            show_launch(words, shown, library.chronicle, opened, launches)
    show_below(words, shown, table, sent, selection, library, launches)


if __name__ == "__main__":
    main()
