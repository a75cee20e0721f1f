"""The form of the filters as data: rows, values, names and groups, for whoever shows them."""

from collections import Counter
from typing import Any

from dashboard.selection.filters import FILTERS, LISTS, NARROWING, NO_SITE, TYPES, Filter, facet
from dashboard.selection.library import Library
from dashboard.selection.period import offered
from dashboard.words.filters import filter_label, value_label
from dashboard.words.say import Words, messages
from data.model import Launch

FOLDED = ("kind", "missile", "platform", "figures", "sea")
"""Filters that are seldom used, which a form shows when asked for them."""
_WORDS = {
    "all": "choose.all",
    "comma": "mark.comma",
    "first_day": "choose.first_day",
    "last_day": "choose.last_day",
    "more": "choose.more",
    "find": "choose.find",
    "found": "choose.found",
    "nothing": "choose.nothing",
    "label": "choose.label",
    "chip": "choose.chip",
    "reset": "choose.reset",
    "tiles": "choose.tiles",
    "tiles_are": "choose.tiles_are",
    "lead": "page.lead",
    "click": "page.click",
    "no_launch": "page.no_launch",
    "search_label": "search.label",
    "search_placeholder": "search.placeholder",
    "caption": "view.caption",
    "list_none": "view.list_none",
    "none": "place.none",
    "no_table": "below.no_table",
    "lost": "page.lost",
    "renewed": "page.renewed",
    "anew": "page.anew",
}
"""What stands beside the filters and above the map, by the names that scripts know it by."""
CHIP_WORDS = {"active": "choose.active", "remove": "choose.remove"}
"""What chips say that stand alone."""
FORM = ("period", "type", "outcome", "reach", "site", *FOLDED)
"""Filters of a form, in its order: what is asked for most stands at the top."""


def filter_form(words: Words, library: Library) -> dict[str, Any]:
    """Filters as data, and what is said of them."""
    return {
        "period": [day.isoformat() for day in library.vocabulary.period],
        "presets": [
            {
                "label": words.say(f"choose.preset.{name}"),
                "period": [day.isoformat() for day in days],
            }
            for name, days in offered(library.vocabulary).items()
        ],
        "filters": [_filter(words, library, row) for row in FILTERS.values()],
        "form": FORM,
        "folded": FOLDED,
        "words": {
            name: messages(words.lang)[key] for name, key in (*_WORDS.items(), *CHIP_WORDS.items())
        },
    }


def _filter(words: Words, library: Library, row: Filter) -> dict[str, Any]:
    """Row of a filter with its values, their spellings, their names and their groups."""
    vocabulary = library.vocabulary
    # A page of one choice of figures has no other.
    options = [
        value
        for value in vocabulary.options(row.name)
        if row.name != "figures" or value in library.atlases
    ]
    offered_here = set(options)
    return {
        "name": row.name,
        "label": filter_label(words, row.name),
        "form": row.form,
        "narrows": row.name in NARROWING,
        "listed": row.listed,
        "example": row.example,
        "default": _default(words, row, options),
        "options": options,
        "labels": {
            value: value_label(words, library.record, row.name, value)
            for value in options
            if row.table != "launches"
        },
        "spellings": {
            spelling: value
            for spelling, value in vocabulary.spellings(row.name).items()
            if value in offered_here
        },
        "groups": _groups(words, library, row) if row.name in LISTS and row.table else [],
    }


def _default(words: Words, row: Filter, options: list[str]) -> str | None:
    """Value that stands without one, or the first where a page does not have it."""
    default = row.default or row.standing.get(words.lang)
    return default if default in {None, *options} else options[0]


def _groups(words: Words, library: Library, row: Filter) -> list[tuple[str, list[str]]]:
    """Values of a long list by what they are, in each group those of the most launches first."""
    launches: Counter[str] = Counter()
    group_of: dict[str, str] = {}
    for launch in library.vocabulary.launches:
        for value in library.vocabulary.values(launch, row.name):
            launches[value] += 1
            group_of[value] = _group(launch, row)
    groups: dict[str, list[str]] = {}
    for value, _ in launches.most_common():
        groups.setdefault(group_of[value], []).append(value)
    if row.table == "missiles":
        groups = {name: groups[name] for name in TYPES if name in groups}
    section = "type" if row.table == "missiles" else "site_kind"
    # Where the site is not known, no more can be said.
    return [
        ("" if name == NO_SITE else words.named(section, name), values)
        for name, values in groups.items()
    ]


def _group(launch: Launch, row: Filter) -> str:
    """Group of the value that a launch has: range class of a missile, kind of a site."""
    if row.table == "missiles":
        return facet(launch, "type")
    return launch.site.kind if launch.site else NO_SITE
