"""Leaders and governments side by side, for a page without a server."""

from markupsafe import Markup

from dashboard.selection.comparison import periods
from dashboard.selection.library import Library
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.tempo.ordinals import terms
from dashboard.web.compare import table_html
from dashboard.words.say import Words
from dashboard.words.tempo import leadership_words


def compared_offices(words: Words, library: Library) -> list[tuple[str, Markup]]:
    """Title and numbers of all who held each office while anything was launched."""
    return [
        (words.say(f"tempo.compare.preset.{office}"), _compared(words, library, office))
        for office in dict.fromkeys(each.office for each in library.record.leaderships)
    ]


def _compared(words: Words, library: Library, office: str) -> Markup:
    known = periods(library.record, library.vocabulary)
    held = [own for own, *_ in terms(library.record.leaderships, office) if own.id in known]
    views = [View(Selection(known[own.id]), library) for own in held]
    return table_html(words, [leadership_words(words, own) for own in held], views)
