"""When the server bears no more readers: whoever comes is told so, and led to the static site."""

from functools import cache

from markupsafe import Markup, escape

from dashboard.selection.address import static_address
from dashboard.web.small_page import small_page
from dashboard.words.say import Words

_ELSEWHERE, _AGAIN = "/* elsewhere */", "/* again */"
"""Where links go in a page that is made once."""


def full_page(words: Words, query: str, again: str, tags: Markup | None = None) -> Markup:
    """
    Page in place of one that cannot be made just now.

    Parameters
    ----------
    words
        Words of its reader.
    query
        Query of what was asked for, which opens the same on the static site.
    again
        Where to ask for it again.
    tags
        What is said of it to those who show a card.
    """
    address = static_address()
    page = _page(words.lang, leads=address is not None)
    elsewhere = f"{address}/" + (f"?{query}" if query else "")
    for place, link in ((_ELSEWHERE, elsewhere), (_AGAIN, again)):
        page = page.replace(place, escape(link))
    return page.replace("</head>", (tags or Markup()) + Markup("</head>"))


@cache
def _page(lang: str, *, leads: bool) -> Markup:
    words = Words(lang)
    return small_page(
        "web/full.html",
        words,
        title=words.say("title"),
        elsewhere=_ELSEWHERE if leads else None,
        again=_AGAIN,
    )
