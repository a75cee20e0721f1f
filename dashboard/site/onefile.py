"""A view as one HTML file that opens from disk, without the internet: a map to keep or to send."""

from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.html import as_json, render
from dashboard.launch.sections import fixed_sections
from dashboard.launch.tree import panels
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.served import Served
from dashboard.site.standalone import (
    in_languages,
    inline_scripts,
    inline_styles,
    map_data,
    said,
)
from dashboard.web.small_page import with_letters
from dashboard.words.say import LANGUAGES, LEFT_OPEN, Words
from dashboard.words.views import selection_words, title_of

FILTERS = ("period", "type", "lang")
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy: the file loads nothing from anywhere."""


_STYLES = "/* styles */"
"""Where the style sheets go, once it is known which letters the page needs."""


class EmptyViewError(ValueError):
    """A view without launches, of which no map can be made."""


def one_file_map(view: View) -> bytes:
    """
    Map of the launches of a view with their panels, everything within; the same bytes each time.

    Raises
    ------
    EmptyViewError
        If the view selects no launch.
    """
    words = Words()
    if not view.launches:
        raise EmptyViewError(words.say("site.nothing_to_map"))
    library = view.library.narrowed(view.launches, view.selection.figures)
    data = map_data(
        words,
        library,
        filters=FILTERS,
        panels=_panels(words.lang, library),
        launchPage=[f"{view.address}/launch/", ""] if view.lasting_link else None,
        start=_start(view),
    )
    others = {
        lang: said(data, Words(lang), library, panels=_panels(lang, library)) for lang in LANGUAGES
    }

    def elements(words: Words) -> tuple[str, Markup]:
        selected = selection_words(words, library.record, view.selection)
        shown = {"record": library.record, "link": view.lasting_link, "selected": selected}
        return title_of(words, view), render("site/elements.html", words, **shown)

    page = render(
        "site/onefile.html",
        words,
        policy=POLICY,
        styles=_STYLES,
        scripts=inline_scripts(),
        data=as_json(data | {"said": others}),
        **in_languages(elements),
    )
    return page.replace(_STYLES, with_letters(inline_styles(), page)).encode()


def one_file_of(here: Served, selection: Selection, address: str | None) -> bytes:
    """Map of the launches of what is served that are selected, made anywhere."""
    return one_file_map(View(selection, here.library, address))


def _panels(lang: str, library: Library) -> dict[str, list[list[Any]]]:
    words = Words(lang, LEFT_OPEN)
    return {
        launch.id: panels(
            words, library, launch, fixed_sections(words, library.first, library.chronicle, launch)
        )
        for launch in library.record.launches
    }


def _start(view: View) -> str:
    """Query of what is open when the file is opened without one."""
    chosen = view.selection.on_page()
    start = Selection(
        chosen.period,
        sea=chosen.chosen("sea"),
        lang=chosen.chosen("lang"),
        open=next((each.id for each in view.launches if each.id == chosen.open), None),
    )
    return urlencode(start.query(chosen.period))
