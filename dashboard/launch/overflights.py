"""What a launch passed over, and what was announced of it beforehand, as HTML."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from dashboard.flights.atlas import Atlas
from dashboard.flights.overflight import LAUNCHING, announced_countries
from dashboard.flights.passages import Passage, passages, times_over
from dashboard.flights.trajectories import flight_ascent
from dashboard.html import render
from dashboard.words.claims import authority_words
from dashboard.words.durations import interval_words
from dashboard.words.overflights import outer_minutes, passed_words, span_of_clock
from dashboard.words.say import Words
from data.model import Launch


def overflights_html(words: Words, atlas: Atlas, launch: Launch) -> Markup:
    """
    Countries passed over and what says so, times over places, and danger areas announced.

    A statement that the derived path does not agree with is marked.
    """
    return render(
        "launch/overflights.html",
        words,
        lines=[
            *((False, line) for line in _countries(words, atlas, launch)),
            *_times(words, atlas, launch),
            *((False, line) for line in _announced(words, atlas, launch)),
        ],
    )


def _countries(words: Words, atlas: Atlas, launch: Launch) -> Iterator[str]:
    for country, bases in atlas.overflown(launch).items():
        said = words.listed(words.say(f"launch.basis_{basis}") for basis in bases)
        yield words.say("launch.overflown", country=words.named("country", country), bases=said)


def _times(words: Words, atlas: Atlas, launch: Launch) -> Iterator[tuple[bool, str]]:
    """When the derived path passes places and coasts, whether it differs from what is stated."""
    for flight in atlas.flights.get(launch.id, ()):
        ascent = flight_ascent(flight)
        crossed = [name for name in flight.below.crossed if name != LAUNCHING]
        if ascent is None or flight.differing:
            continue
        for country in crossed:
            if times := times_over(ascent, country):
                (_, *entered), (_, *left) = times
                yield (
                    False,
                    words.say(
                        "launch.coast",
                        country=words.named("country", country),
                        entered=interval_words(words, *entered),
                        left=interval_words(words, *left),
                    ),
                )
        for passage in passages(launch, ascent, atlas.places):
            yield not passage.agrees, _passage(words, passage)


def _passage(words: Words, passage: Passage) -> str:
    earliest, latest = outer_minutes(passage.earliest, passage.latest)
    places = {"place": passed_words(words, passage.place), "earliest": earliest, "latest": latest}
    if passage.first is None or passage.last is None:
        return words.say("launch.passed_alone", **places)
    return words.say(
        "launch.passed",
        stated=span_of_clock(words, passage.first, passage.last),
        authority=authority_words(words, passage.claim.authority),
        **places,
    )


def _announced(words: Words, atlas: Atlas, launch: Launch) -> Iterator[str]:
    areas = atlas.danger_areas.get(launch.id, ())
    by_authority = Counter(area.claim.authority for area in areas)
    for authority, number in by_authority.items():
        yield words.say(
            "launch.areas_announced", n=number, authority=authority_words(words, authority)
        )
    if by_authority and (countries := announced_countries(launch)):
        named = words.listed(words.named("country", name) for name in countries)
        yield words.say("launch.areas_below", countries=named)
