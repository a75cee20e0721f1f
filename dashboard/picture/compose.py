"""A picture composed, from a selection to a display list."""

from dashboard.picture.map.main_map import draw_map
from dashboard.picture.paper.drawing import Drawing
from dashboard.picture.paper.sizes import SIZES
from dashboard.picture.paper.styles import PLAIN, dressed
from dashboard.picture.scene.extent import FIT
from dashboard.picture.sheet import lay_out
from dashboard.selection.view import View
from dashboard.words.filters import words_of


def compose(view: View, size: str, lang: str, extent: str = FIT, style: str = PLAIN) -> Drawing:
    """
    Picture of a view.

    Parameters
    ----------
    view
        The selection with its flights.
    size
        A name of `SIZES`.
    lang
        A language of `LANGUAGES`.
    extent
        `fit`, `peninsula`, or `west,south,east,north` [deg].
    style
        A name of `STYLES`.
    """
    sheet = lay_out(view, SIZES[size], words_of(view.selection, lang), extent)
    whole = draw_map(sheet.content, sheet.form.letter, sheet.free).whole
    return dressed(sheet.drawing(whole), style)
