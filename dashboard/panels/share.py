"""The share panel of the sidebar: the view as a picture."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.flights import Atlas
from dashboard.panels.map_events import SCREEN_VIEW
from dashboard.selection import Selection
from dashboard.share.picture.extent import FIT, PENINSULA
from dashboard.share.picture.order import CHOICES
from dashboard.share.picture.route import MEDIA_TYPES
from dashboard.share.picture.sizes import FORMATS, SIZES
from dashboard.share.picture.studio import Order, PictureError, studio
from dashboard.share.view import View

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


@dataclass(frozen=True, slots=True)
class Shared:
    """What the panel wants of the map: to be told of its view."""

    follows_screen: bool = False


def show_share(atlas: Atlas, selection: Selection) -> Shared:
    """Offer the selection as a picture."""
    with st.sidebar:
        folded = st.expander("Share", key="share", on_change="rerun")
    if not folded.open:
        return Shared()
    with folded:
        return _show_picture(atlas, selection)


def _show_picture(atlas: Atlas, selection: Selection) -> Shared:
    subject = _choose_subject(selection)
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
    view = View(subject, atlas)
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
    return Shared(follows_screen=extent == SCREEN)


def _choose_subject(selection: Selection) -> Selection:
    """Selection that the picture is of: without the opened launch, or that launch alone."""
    if selection.launch is None:
        return selection
    alone = st.segmented_control(
        "Picture of",
        ("All selected", "The opened launch"),
        default="All selected",
        key="picture_of",
        required=True,
    )
    return selection if alone == "The opened launch" else replace(selection, launch=None)


def _size_words(size: str) -> str:
    width, height = SIZES[size].pixels
    return f"{_SIZES[size]}, {width} × {height}"


def _maker(view: View, order: Order) -> Callable[[], bytes]:
    """Draw the picture on a click; why it could not be drawn is said with the next change."""
    problems = _problems()

    def make() -> bytes:
        problems.clear()
        try:
            return studio().picture(view, order)
        except PictureError as error:
            problems.append(str(error))
            raise

    return make


def _problems() -> list[str]:
    problems: list[str] = st.session_state.setdefault("picture_problems", [])
    return problems
