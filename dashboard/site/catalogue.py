"""What a page without a server filters by: each launch with its values, and what a link may say."""

from typing import Any

from dashboard.flights.plan import wanted_party
from dashboard.selection.library import Library
from dashboard.selection.selection import FACETS, LISTS, SEAS, WHOSE_SPELLINGS, facet
from dashboard.words.dates import day_words
from dashboard.words.say import Words
from dashboard.words.views import missile_number

PLACEMENTS = ("arc", "part", "site", "none")
"""How a launch may be shown, in the order of the sentence that counts them."""


def catalogue(words: Words, library: Library) -> dict[str, Any]:
    """Filter values of every launch, and the vocabulary of a link."""
    record, vocabulary, atlases = library.record, library.vocabulary, library.atlases
    whose = tuple(atlases)
    single = {
        "figures": {name.casefold(): name for name in whose}
        | {name: meant for name, meant in WHOSE_SPELLINGS.items() if meant in whose},
        "sea": {name.casefold(): name for name in SEAS},
        "launch": {launch.id.casefold(): launch.id for launch in record.launches},
    }
    return {
        "period": [day.isoformat() for day in vocabulary.period],
        "options": {name: vocabulary.options(name) for name in LISTS}
        | {"figures": whose, "sea": SEAS, "launch": [launch.id for launch in record.launches]},
        "spellings": {name: vocabulary.spellings(name) for name in LISTS} | single,
        "placements": PLACEMENTS,
        "alone": {
            name: words.named("party", party)
            for name in whose
            if (party := wanted_party(name)) is not None
        },
        "launches": [
            {name: facet(launch, name) for name in FACETS}
            | {
                "id": launch.id,
                "first": launch.first_day.isoformat(),
                "last": launch.last_day.isoformat(),
                "reach": sorted(library.reaches.get(launch.id, ())),
                "day": day_words(words, launch.date),
                "missile": launch.missile.name,
                "missiles": missile_number([launch]),
                "placed": [PLACEMENTS.index(atlas.placement(launch)) for atlas in atlases.values()],
            }
            for launch in record.launches
        ],
    }
