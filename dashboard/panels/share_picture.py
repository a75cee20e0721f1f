"""The share panel's part on pictures: how it is wanted, a preview, and the file."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.html import render
from dashboard.panels.map import SCREEN_VIEW
from dashboard.picture.order import CHOICES
from dashboard.picture.paper.sizes import FORMATS, SIZES
from dashboard.picture.scene.extent import FIT, PENINSULA
from dashboard.picture.studio import Order
from dashboard.selection.file_name import file_name
from dashboard.selection.filters import FALLBACK
from dashboard.selection.view import View
from dashboard.served import served
from dashboard.web.picture import MEDIA_TYPES, PictureError, drawn
from dashboard.words.say import LANGUAGES, Words

SCREEN = "screen"
"""Extent that follows the reader's own map, which then tells where it is."""
_EXTENTS = (FIT, PENINSULA, SCREEN)


def show_picture(words: Words, view: View) -> bool:
    """
    Offer a view as a picture.

    Returns
    -------
    follows_screen
        Whether the picture is to show what is on screen, so that the map has to tell.
    """
    # The preview is what a reader looks at first, and the choices beside it change it.
    shown, choices = st.columns([0.64, 0.36], gap="medium")
    with choices:
        return _choose(words, view, shown)


def _choose(words: Words, view: View, shown: DeltaGenerator) -> bool:
    """Ask how the picture is wanted, show it, and offer it; returns what `show_picture` does."""
    size = st.selectbox(
        words.say("share.size"),
        CHOICES["size"],
        format_func=lambda name: size_words(words, name),
        key="picture_size",
    )
    style = st.selectbox(
        words.say("share.style"),
        CHOICES["style"],
        format_func=lambda name: words.say(f"share.styles.{name}"),
        key="picture_style",
    )
    form = st.segmented_control(
        words.say("share.format"),
        FORMATS,
        default=FORMATS[0],
        format_func=str.upper,
        key="picture_form",
        required=True,
    )
    lang = st.selectbox(
        words.say("share.language"),
        LANGUAGES,
        LANGUAGES.index(words.lang),
        format_func=lambda name: words.say(f"filter.lang.value.{name}"),
        key="picture_lang",
    )
    extent = st.selectbox(
        words.say("share.extent"),
        _EXTENTS,
        format_func=lambda name: words.say(f"share.extents.{name}"),
        key="picture_extent",
    )
    seen = st.session_state.get(SCREEN_VIEW) if extent == SCREEN else None
    order = Order(size, form, lang, seen or (FIT if extent == SCREEN else extent), style)
    asked = replace(view, selection=view.selection.changed(lang=None if lang == FALLBACK else lang))
    own = {"size": size, "style": style, "extent": order.extent}
    query = "&".join(filter(None, (asked.query, urlencode(own))))
    width, height = SIZES[size].pixels
    preview = {"form": form, "query": query, "width": width, "height": height}
    shown.html(render("page/preview.html", words, **preview))
    for problem in _problems():
        st.error(problem)
    st.download_button(
        words.say("share.download"),
        data=_maker(view, order),
        file_name=file_name(view, form, *order.particulars),
        mime=MEDIA_TYPES[form],
        on_click="ignore",
        key="picture_download",
        type="primary",
        width="stretch",
    )
    st.caption(words.say("share.sea"))
    return extent == SCREEN


def size_words(words: Words, size: str) -> str:
    """Name of a size with its millimetres where it is meant for paper, else with its pixels."""
    millimetres = SIZES[size].millimetres
    width, height = map(str, millimetres or SIZES[size].pixels)
    return words.say(
        "share.of_print" if millimetres else "share.of_size",
        name=words.say(f"share.sizes.{size}"),
        width=width,
        height=height,
    )


def _maker(view: View, order: Order) -> Callable[[], bytes]:
    """Draw the picture on a click; why it could not be drawn is said with the next change."""
    problems = _problems()

    def make() -> bytes:
        problems.clear()
        try:
            return drawn(served(), view, order).content
        except PictureError as error:
            problems.append(str(error))
            raise

    return make


def _problems() -> list[str]:
    problems: list[str] = st.session_state.setdefault("picture_problems", [])
    return problems
