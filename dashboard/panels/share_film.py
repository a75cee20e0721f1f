"""The share panel's part on films: how one is wanted, how far it has come, and the file."""

import time
from dataclasses import replace

import streamlit as st

from dashboard.answers import Answer
from dashboard.panels.share_picture import size_words
from dashboard.picture.order import FILM_CHOICES, why_no_film
from dashboard.picture.paper.sizes import FILM_FORMATS
from dashboard.picture.scene.extent import NAMED
from dashboard.picture.studio import FilmOrder
from dashboard.selection.file_name import file_name
from dashboard.selection.view import View
from dashboard.served import Served, served
from dashboard.web.picture import (
    MEDIA_TYPES,
    PictureError,
    drawn_key,
    outcome,
    share_made,
    under_way,
)
from dashboard.words.filters import refusal_reason
from dashboard.words.say import LANGUAGES, Words

_BETWEEN_S = 0.3
"""Time between two looks at how far a film has come [s]."""


def show_film(words: Words, view: View) -> None:
    """Offer a view as a film."""
    if still := why_no_film(view):
        st.info(refusal_reason(words, still))
        return
    shown, choices = st.columns([0.64, 0.36], gap="medium")
    with choices:
        order = _choose(words)
        asked = st.button(words.say("film.make"), key="film_make", type="primary", width="stretch")
        st.caption(words.say("film.how_long"))
    with shown:
        _show(words, replace(view, selection=view.selection.changed(lang=None)), order, asked=asked)


def _choose(words: Words) -> FilmOrder:
    """How the film is wanted."""
    size = st.selectbox(
        words.say("share.size"),
        FILM_CHOICES["size"],
        format_func=lambda name: size_words(words, name),
        key="film_size",
    )
    form = st.segmented_control(
        words.say("share.format"),
        FILM_FORMATS,
        default=FILM_FORMATS[0],
        format_func=lambda name: words.say(f"film.format.{name}"),
        key="film_form",
        required=True,
    )
    lang = st.selectbox(
        words.say("film.language"),
        LANGUAGES,
        LANGUAGES.index(words.lang),
        format_func=lambda name: words.say(f"filter.lang.value.{name}"),
        key="film_lang",
    )
    extent = st.selectbox(
        words.say("share.extent"),
        NAMED,
        format_func=lambda name: words.say(f"share.extents.{name}"),
        key="film_extent",
    )
    return FilmOrder(size, form, lang, extent)


def _show(words: Words, view: View, order: FilmOrder, *, asked: bool) -> None:
    """Show a film that is there; make one that is asked for, which goes on if nobody waits."""
    here = served()
    film = here.answers.get(drawn_key(view, order))
    if film is None and asked:
        try:
            film = _made(words, here, view, order)
        except PictureError as error:
            st.error(str(error))
            return
    if film is None:
        return
    kind = MEDIA_TYPES[order.form]
    if kind.startswith("video"):
        st.video(film.content, format=kind, loop=True)
    else:
        st.image(film.content)
    st.download_button(
        words.say("film.download", size=words.number(len(film.content) / 1e6, 1)),
        data=film.content,
        file_name=file_name(view, order.form, *order.particulars),
        mime=kind,
        on_click="ignore",
        key="film_download",
        width="stretch",
    )


def _made(words: Words, here: Served, view: View, order: FilmOrder) -> Answer:
    """Film, with a bar that says how far it has come."""
    making = under_way(here, view, order)
    bar = st.progress(0.0, words.say("film.begun"))
    while not making.done():
        time.sleep(_BETWEEN_S)
        if share := share_made(here, view, order):
            bar.progress(share, words.say("film.progress", share=words.share(share)))
    bar.empty()
    return outcome(making, order)
