"""Share, from the head of the page: the view as a picture, a film, a link, a file, a citation."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from dashboard.export.citation import apa, bibtex, chicago, one_launch, whole_record
from dashboard.export.formats import FORMATS
from dashboard.html import render
from dashboard.panels.reader import reader_address
from dashboard.panels.share_film import show_film
from dashboard.panels.share_picture import show_picture
from dashboard.picture.paper.sizes import DECK_FORMATS
from dashboard.picture.studio import DeckOrder
from dashboard.selection.file_name import file_name
from dashboard.selection.filters import FALLBACK
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.selection.vocabulary import Vocabulary
from dashboard.served import served
from dashboard.site.onefile import one_file_of
from dashboard.web.apart import made_apart
from dashboard.web.queue import SLOW
from dashboard.words.say import Words
from data.korean_day import today

PICTURE, FILM, LINK, FILES, CITATION = "picture", "film", "link", "files", "cite"
ALL, ALONE = "all", "alone"
EMBEDDED_PX = 520
"""Height of the map in somebody's page."""


def show_share(words: Words, library: Library, selection: Selection) -> bool:
    """
    Offer the selection, or the opened launch alone, to be taken along.

    Returns
    -------
    follows_screen
        Whether the map has to tell what is on screen.
    """
    opened = st.popover(
        words.say("share.title"), icon=":material/ios_share:", key="share", on_change="rerun"
    )
    if not opened.open:
        return False
    address = reader_address()
    with opened:
        part = st.segmented_control(
            words.say("share.as"),
            # Without an address there is nothing to link to or to cite.
            (PICTURE, FILM, LINK, FILES, CITATION) if address else (PICTURE, FILM, FILES),
            default=PICTURE,
            format_func=lambda name: words.say(f"share.part.{name}"),
            key="share_as",
            required=True,
            label_visibility="collapsed",
        )
        view = View(_choose_subject(words, selection, library.vocabulary), library, address)
        if part == PICTURE:
            return show_picture(words, view)
        shows = {FILM: show_film, LINK: _show_links, FILES: _show_files, CITATION: _show_citation}
        shows[part](words, view)
    return False


def _choose_subject(words: Words, selection: Selection, vocabulary: Vocabulary) -> Selection:
    """Selection that is shared: without the opened launch, or that launch alone."""
    opened = vocabulary.by_id.get(selection.open or "")
    if opened is None:
        return selection
    chosen = st.segmented_control(
        words.say("share.subject"),
        (ALL, ALONE),
        default=ALL,
        format_func=lambda name: words.say(f"share.subjects.{name}"),
        key="share_subject",
        required=True,
    )
    return selection.alone(opened) if chosen == ALONE else selection.changed(open=None)


def _show_links(words: Words, view: View) -> None:
    """Links that reopen the view, one with a card for chats, and the code of a frame."""
    query = f"?{view.query}" if view.query else ""
    launch = view.selection.launch
    st.caption(words.say("share.link_to_view"))
    st.code(view.link or "", language=None, wrap_lines=True)
    st.caption(words.say("share.link_with_card"))
    card = view.launch_link(launch) if launch else f"{view.address}/share{query}"
    st.code(card or "", language=None, wrap_lines=True)
    st.caption(words.say("share.frame"))
    source = f"{view.address}/embed{query}"
    frame = render("page/frame.html", words, source=source, height=EMBEDDED_PX)
    st.code(frame, language="html", wrap_lines=True)


def _show_files(words: Words, view: View) -> None:
    """Each format as a link to the file, and the map as one page."""
    query = f"?{view.query}" if view.query else ""
    named = [(name, words.say(f"file.format.{name}"), file_name(view, name)) for name in FORMATS]
    lang = None if words.lang == FALLBACK else words.lang
    slides = replace(view, selection=view.selection.changed(lang=lang))
    decks = {
        form: file_name(view, form, *DeckOrder(form, words.lang).particulars)
        for form in DECK_FORMATS
    }
    deck_query = f"?{slides.query}" if slides.query else ""
    st.html(
        render(
            "page/files.html",
            words,
            files=named,
            query=query,
            decks=decks,
            deck_query=deck_query,
        )
    )
    if not view.launches:
        return
    st.download_button(
        words.say("share.web_page"),
        data=_writer(view),
        file_name=file_name(view, "html"),
        mime="text/html",
        on_click="ignore",
        key="web_page_download",
        help=words.say("share.web_page_is"),
        width="stretch",
    )


def _writer(view: View) -> Callable[[], bytes]:
    return lambda: made_apart(served(), SLOW, one_file_of, view.selection, view.address)


def _show_citation(words: Words, view: View) -> None:
    """The database or the one launch, in three styles."""
    record = view.atlas.record
    launch = view.selection.launch
    address = view.address or ""
    cited = (
        one_launch(words, view.launches[0], record, address)
        if launch
        else whole_record(record, address)
    )
    day = today(record.version)
    for name, style in (("Chicago", chicago), ("APA", apa), ("BibTeX", bibtex)):
        st.caption(name)
        st.code(style(words, cited, day), language=None, wrap_lines=True)
