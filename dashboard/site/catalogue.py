"""What a page without a server filters by: each launch with its values, and what a link may say."""

from typing import Any

from dashboard.flights.atlas import PLACEMENTS
from dashboard.flights.plan import wanted_party
from dashboard.selection.additions import ADDED, AROUND, ESCAPED, FRAGMENT
from dashboard.selection.filters import NARROWING
from dashboard.selection.library import Library
from dashboard.words.dates import day_words
from dashboard.words.filter_form import filter_form
from dashboard.words.filters import MOST_PROBLEMS
from dashboard.words.say import Words
from dashboard.words.say import catalogue as messages_of
from dashboard.words.views import missile_number
from data.model import Launch


def catalogue(words: Words, library: Library) -> dict[str, Any]:
    """Filters as data, what is said of them, and the launches with their values."""
    return filter_form(words, library) | {
        "refusals": messages_of(words.lang)["refusal"],
        "additions": {"names": ADDED, "around": AROUND, "fragment": FRAGMENT, "escaped": ESCAPED},
        "mostProblems": MOST_PROBLEMS,
        "alone": {
            name: words.named("party", party)
            for name in library.atlases
            if (party := wanted_party(name)) is not None
        },
        "placements": PLACEMENTS,
        "launches": [_launch(words, library, launch) for launch in library.record.launches],
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
