"""What a page without a server filters by: each launch with its values, and what a link may say."""

from typing import Any

from dashboard.flights.atlas import PLACEMENTS
from dashboard.flights.plan import wanted_party
from dashboard.selection.filters import FILTERS, NARROWING, Filter
from dashboard.selection.library import Library
from dashboard.selection.period import offered
from dashboard.words.dates import day_words
from dashboard.words.filters import filter_label, value_label
from dashboard.words.say import Words
from dashboard.words.say import catalogue as messages_of
from dashboard.words.views import missile_number
from data.model import Launch


def catalogue(words: Words, library: Library) -> dict[str, Any]:
    """Filters as data, what is said of them, and the launches with their values."""
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
        "words": {
            "all": words.say("choose.all"),
            "reset": words.say("choose.reset"),
            "first_day": words.say("choose.first_day"),
            "last_day": words.say("choose.last_day"),
        },
        "refusals": messages_of(words.lang)["refusal"],
        "alone": {
            name: words.named("party", party)
            for name in library.atlases
            if (party := wanted_party(name)) is not None
        },
        "placements": PLACEMENTS,
        "launches": [_launch(words, library, launch) for launch in library.record.launches],
    }


def _filter(words: Words, library: Library, row: Filter) -> dict[str, Any]:
    """Row of a filter with its values, their spellings and their names."""
    vocabulary = library.vocabulary
    # A page of one choice of figures has no other.
    options = [
        value
        for value in vocabulary.options(row.name)
        if row.name != "figures" or value in library.atlases
    ]
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
            if value in options
        },
    }


def _launch(words: Words, library: Library, launch: Launch) -> dict[str, Any]:
    vocabulary = library.vocabulary
    return {
        "id": launch.id,
        "first": launch.first_day.isoformat(),
        "last": launch.last_day.isoformat(),
        "values": {name: vocabulary.values(launch, name) for name in NARROWING},
        "day": day_words(words, launch.date),
        "missiles": missile_number([launch]),
        "placed": [PLACEMENTS.index(atlas.placement(launch)) for atlas in library.atlases.values()],
    }


def _default(words: Words, row: Filter, options: list[str]) -> str | None:
    """Value that stands without one, or the first where a page does not have it."""
    default = row.default or row.standing.get(words.lang)
    return default if default in {None, *options} else options[0]
