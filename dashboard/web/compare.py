"""`/compare` and `/compare.*`: two periods side by side, as a page, a picture and a table."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from dashboard.answers import Answer
from dashboard.export import comparison_file
from dashboard.html import render
from dashboard.picture.order import DECK_CHOICES
from dashboard.picture.studio import ComparisonOrder
from dashboard.selection.comparison import (
    SIDES,
    Comparison,
    Pair,
    both_end,
    periods,
    presets,
    read_comparison,
    read_days,
)
from dashboard.selection.file_name import file_name
from dashboard.selection.library import Library
from dashboard.selection.view import View
from dashboard.served import Served
from dashboard.web.answer import (
    answer_of,
    answered,
    page_answered,
    page_of,
    refused,
    saved_as,
)
from dashboard.web.compare_formats import ENDINGS, TABLE
from dashboard.web.picture import draw_kept, given
from dashboard.web.policies import COMPARING
from dashboard.web.query import Asked, parameters
from dashboard.web.queue import SLOW
from dashboard.web.small_page import small_page
from dashboard.words.comparison import filters_words, rows, side_words, sides
from dashboard.words.dates import day_words
from dashboard.words.filters import problem_lines
from dashboard.words.say import Words

_NO_CHOICE: Mapping[str, Sequence[str]] = MappingProxyType({})


async def page(request: Request) -> Response:
    """Page that compares two periods, and offers to compare others."""
    return await page_answered(request, _page, lambda _: refused, SLOW)


async def file(request: Request) -> Response:
    """Picture or table of two periods, as the path says."""
    if request.path_params["ending"] == TABLE:
        return await answered(request, _write)
    return await given(request, ENDINGS, _draw)


def _write(here: Served, asked: Asked, ending: str) -> Answer:
    comparison, _ = read_comparison(parameters(asked.query), here.library, _NO_CHOICE, None)
    first, last = comparison.views[1].selection.period
    name = file_name(comparison.views[0], ending, "and", f"{first}_{last}")
    return answer_of(comparison_file.write(comparison), "text/csv; charset=utf-8", saved_as(name))


def _draw(here: Served, asked: Asked, ending: str) -> Answer:
    comparison, chosen = read_comparison(
        parameters(asked.query), here.library, DECK_CHOICES, asked.address
    )
    view = comparison.views[0]
    order = ComparisonOrder(ending, view.selection.lang, comparison, chosen["style"])
    return draw_kept(here, view, order)


def _page(here: Served, asked: Asked, lang: str) -> Answer:
    comparison, _ = read_comparison(
        parameters(asked.query), here.library, _NO_CHOICE, asked.address
    )
    return page_of(compare_page(Words(lang), comparison), COMPARING)


def compare_page(words: Words, comparison: Comparison) -> Markup:
    """Page of one file that compares two periods; its links are seen from `/compare`."""
    library = comparison.views[0].library
    rest = [(name, value) for name, value in comparison.query if name not in SIDES]
    kept = [(name, value) for name, value in rest if name != "lang"] + [("lang", words.lang)]
    query = urlencode([*zip(SIDES, comparison.named, strict=True), *kept])
    names = sides(words, comparison)
    return small_page(
        "web/compare.html",
        words,
        title=words.say("tempo.compare.titled", first=names[0], second=names[1]),
        names=names,
        problems=problem_lines(words, comparison.unread),
        table=table_html(words, names, comparison.views),
        filters=filters_words(words, comparison),
        fields=list(zip(SIDES, comparison.named, strict=True)),
        kept=kept,
        query=query,
        endings=ENDINGS,
        pages=[f"./?{view.page_query}" for view in comparison.views],
        presets=presets_html(words, library, kept),
        known=list(periods(library.record, library.vocabulary)),
    )


def table_html(words: Words, names: Sequence[str], views: Sequence[View]) -> Markup:
    """Numbers of some periods, part by part."""
    return render(
        "web/compare_table.html",
        words,
        names=names,
        parts=list(rows(words, views)),
    )


def presets_html(
    words: Words,
    library: Library,
    kept: Sequence[tuple[str, str]],
    own: Pair | None = None,
    target: str = "_self",
) -> Markup:
    """Links to comparisons that are ready, under the same filters, `own` before all others."""
    groups = {"own": [own]} if own else {}
    groups |= presets(library.record, library.vocabulary)
    known = periods(library.record, library.vocabulary)
    last = day_words(words, both_end(library.record).isoformat(), year=False)
    return render(
        "web/presets.html",
        words,
        target=target,
        groups=[
            (
                words.say(f"tempo.compare.preset.{kind}", day=last),
                [
                    (
                        "compare?" + urlencode([*zip(SIDES, pair, strict=True), *kept]),
                        [
                            side_words(words, library.chronicle, name, days)
                            for name in pair
                            if (days := read_days(name, known, library.vocabulary))
                        ],
                    )
                    for pair in pairs
                ],
            )
            for kind, pairs in groups.items()
        ],
    )
