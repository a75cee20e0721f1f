"""The share panel's part on pictures: how it is wanted, a preview, and the file."""

from collections.abc import Callable
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.panels.map_events import SCREEN_VIEW
from dashboard.picture.order import CHOICES
from dashboard.picture.paper.sizes import FORMATS, SIZES
from dashboard.picture.scene.extent import FIT, PENINSULA
from dashboard.picture.studio import Order, PictureError
from dashboard.selection.view import View
from dashboard.served import served
from dashboard.web.picture import MEDIA_TYPES

SCREEN = "screen"
"""Extent that follows the reader's own map, which then tells where it is."""
_EXTENTS = {
    FIT: "Fit to the selection",
    PENINSULA: "Peninsula and East Sea",
    SCREEN: "The view on my screen",
}
_SIZES = {
    "social": "Social card",
    "slide": "Slide",
    "square": "Square",
    "a4": "A4 landscape, 300 dpi",
}
_LANGUAGES = {"en": "English", "ko": "Korean", "ja": "Japanese"}


def show_picture(view: View) -> bool:
    """
    Offer a view as a picture.

    Returns
    -------
    follows_screen
        Whether the picture is to show what is on screen, so that the map has to tell.
    """
    size = st.selectbox("Size", CHOICES["size"], format_func=_size_words, key="picture_size")
    form = st.segmented_control(
        "Format",
        FORMATS,
        default=FORMATS[0],
        format_func=str.upper,
        key="picture_form",
        required=True,
    )
    lang = st.selectbox(
        "Language of the picture", CHOICES["lang"], format_func=_LANGUAGES.get, key="picture_lang"
    )
    extent = st.selectbox("Extent", _EXTENTS, format_func=_EXTENTS.get, key="picture_extent")
    seen = st.session_state.get(SCREEN_VIEW) if extent == SCREEN else None
    order = Order(size, form, lang, seen or (FIT if extent == SCREEN else extent))
    own = {"size": size, "lang": lang, "extent": order.extent}
    query = "&".join(filter(None, (view.query, urlencode(own))))
    width, height = SIZES[size].pixels
    st.html(
        f"<a href='picture.{form}?{escape(query)}' target='_blank'>"
        f"<img class='preview' src='picture.svg?{escape(query)}' "
        f"width='{width}' height='{height}' alt='Preview of the picture'></a>"
    )
    for problem in _problems():
        st.error(problem)
    st.download_button(
        "Download picture",
        data=_maker(view, order),
        file_name=f"north-korean-missile-launches-{size}-{lang}.{form}",
        mime=MEDIA_TYPES[form],
        on_click="ignore",
        key="picture_download",
        type="primary",
        width="stretch",
    )
    st.caption("The name of the sea is that of the filters above. The picture is drawn on a click.")
    return extent == SCREEN


def _size_words(size: str) -> str:
    width, height = SIZES[size].pixels
    return f"{_SIZES[size]}, {width} × {height}"


def _maker(view: View, order: Order) -> Callable[[], bytes]:
    """Draw the picture on a click; why it could not be drawn is said with the next change."""
    problems = _problems()

    def make() -> bytes:
        problems.clear()
        try:
            return served().studio.picture(view, order)
        except PictureError as error:
            problems.append(str(error))
            raise

    return make


def _problems() -> list[str]:
    problems: list[str] = st.session_state.setdefault("picture_problems", [])
    return problems
