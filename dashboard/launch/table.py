"""The table of all launches as one file that the browser keeps: a change only says which rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.answers import JsonFile, packed
from dashboard.claims.authorities import party
from dashboard.claims.figures import Figure
from dashboard.flights.atlas import Atlas
from dashboard.flights.missile_figures import missile_figures
from dashboard.flights.plan import wanted_party
from dashboard.selection.filters import NO_SITE, facet
from dashboard.words.claims import authority_words, claim_words, site_words
from dashboard.words.filter_form import CHIP_WORDS
from dashboard.words.names import missile_words
from dashboard.words.say import Words, messages
from data.korean_day import KOREA_TIME
from data.model import Launch

COLUMNS = (
    *("date", "time", "missile", "type", "kind", "missiles", "site"),
    *("range_km", "apogee_km", "figures_by", "outcome", "status", "place", "id"),
)
FIGURES = {"range_km", "apogee_km", "figures_by"}
"""Columns that a table of launches has headings of its own for."""
SIGNS = {"about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
"""What stands before a number that was not stated as exact, as in the pictures."""


def build_table(words: Words, atlases: Mapping[str, Atlas]) -> JsonFile:
    """File of the rows of every launch in a language, by each choice of whose figures are drawn."""
    record = next(iter(atlases.values())).record
    content = {
        "headings": {
            name: words.say(f"below.{name}" if name in FIGURES else f"table.{name}")
            for name in COLUMNS
        },
        "words": {
            name: messages(words.lang)[key]
            for name, key in (*CHIP_WORDS.items(), ("label", "table.alt"))
        },
        "how_to": words.say("below.how_to"),
        "launches": [
            row(words, launch)
            | {"drawn": [drawn(words, atlas, launch) for atlas in atlases.values()]}
            for launch in record.launches
        ],
    }
    return JsonFile("table", *packed(content))


def row(words: Words, launch: Launch) -> dict[str, Any]:
    """What the table says of a launch, by column, whoever's figures are drawn."""
    local = launch.time_utc.astimezone(KOREA_TIME) if launch.time_utc else None
    unknown = words.say(f"filter.site.value.{NO_SITE}")
    return {
        "date": launch.date,
        "time": f"{local:%H:%M}" if local else None,
        "missile": missile_words(words, launch.missile),
        "type": words.named("type_short", facet(launch, "type")),
        "kind": words.named("kind", launch.missile.kind),
        "missiles": launch.count,
        "site": site_words(words, launch.site) if launch.site else unknown,
        "outcome": words.named("outcome", launch.outcome),
        "status": words.named("status", launch.status),
        "id": launch.id,
    }


def drawn(words: Words, atlas: Atlas, launch: Launch) -> dict[str, Any]:
    """
    How a launch is drawn, and by which range and apogee [km], of a salvo the greatest.

    Each is its number, the number as it is written and the words of the claim, or None.
    """
    wanted = wanted_party(atlas.whose)
    missiles = missile_figures(launch)
    distance = _greatest(missile.range_km(wanted) for missile in missiles)
    beside = wanted or (party(distance.claim.authority) if distance else "")
    apogee = _greatest(
        figure
        for missile in missiles
        if (figure := missile.apogee_km(beside)) and wanted in {None, party(figure.claim.authority)}
    )
    figures = [figure for figure in (distance, apogee) if figure]
    names = dict.fromkeys(authority_words(words, figure.claim.authority) for figure in figures)
    return {
        "range_km": _written(words, distance),
        "apogee_km": _written(words, apogee),
        "figures_by": words.joined(names) if names else None,
        "place": words.say(f"place.{atlas.placement(launch)}"),
    }


def _greatest(figures: Iterable[Figure | None]) -> Figure | None:
    return max((each for each in figures if each), key=lambda each: each.value, default=None)


def _written(words: Words, figure: Figure | None) -> tuple[float, str, str] | None:
    if figure is None:
        return None
    number = words.number(figure.value, 0)
    sign = SIGNS.get(figure.claim.qualifier, "")
    return round(figure.value, 2), f"{sign}{number}", claim_words(words, figure.claim)
