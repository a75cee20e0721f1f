"""A view as one HTML file that opens from disk, without the internet: a map to keep or to send."""

from urllib.parse import urlencode

from dashboard.html import as_json, render
from dashboard.launch.tree import panels
from dashboard.selection.selection import Selection
from dashboard.selection.view import View, public_address
from dashboard.site.standalone import inline_scripts, inline_styles, map_data
from dashboard.words.say import Words
from dashboard.words.views import selection_words, title_of

FILTERS = ("period", "type")
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy: the file loads nothing from anywhere."""


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
    words = Words(view.selection.lang)
    if not view.launches:
        raise EmptyViewError(words.say("site.nothing_to_map"))
    library = view.library.narrowed(view.launches, view.selection.figures)
    data = map_data(
        words,
        library,
        filters=FILTERS,
        panels={launch.id: panels(words, library.atlases, launch) for launch in view.launches},
        launchPage=[f"{public_address()}/launch/", ""],
        start=_start(view),
    )
    page = render(
        "site/onefile.html",
        words,
        title=title_of(words, view),
        policy=POLICY,
        styles=inline_styles(),
        scripts=inline_scripts(),
        data=as_json(data),
        selected=selection_words(words, library.record, view.selection),
        link=view.link,
        record=library.record,
    )
    return page.encode()


def _start(view: View) -> str:
    """Query of what is open when the file is opened without one."""
    chosen = view.selection.on_page()
    start = Selection(
        chosen.period,
        sea=chosen.sea,
        lang=chosen.lang,
        open=next((each.id for each in view.launches if each.id == chosen.open), None),
    )
    return urlencode(start.query(chosen.period))
