"""One launch in words: what it was, what is derived of it and on what basis, as HTML."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from dashboard.claims.figures import MAP_READING_ERRORS_DEG, READ_OFF_A_MAP
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import AREA_PROBABILITIES, Flight
from dashboard.flights.overflight import differs, stated_of_japan
from dashboard.flights.plan import ARC_KINDS, wanted_party
from dashboard.html import render
from dashboard.launch.altitude import cities_html, estimates_html, words_html
from dashboard.launch.claims import claims_html, source_link, stated_html
from dashboard.launch.near import near_html
from dashboard.launch.novelty import novelty_parts
from dashboard.launch.overflights import overflights_html
from dashboard.selection.filters import facet
from dashboard.tempo.chronicle import Chronicle
from dashboard.words.claims import (
    authority_words,
    claim_words,
    doubted,
    missiles_words,
    site_words,
    time_words,
    trace_basis,
    with_unit,
)
from dashboard.words.names import missile_words
from dashboard.words.say import EAST_SEA, Words
from data.history import since
from data.model import Launch, Missile, Record
from data.translation import in_language
from geo.zones import Zone

LEAST_SHARE = 0.01
"""Probability below which a zone is not named."""


class Fixed(NamedTuple):
    """Parts of the panel of a launch that stay whosever figures are drawn."""

    stated: Markup
    """What was launched, and who stated what."""
    novelty: Markup
    claims: Markup
    corrections: Markup
    near: Markup


def launch_sections(
    words: Words, atlas: Atlas, chronicle: Chronicle, launch: Launch
) -> tuple[Markup, ...]:
    """Parts of the panel of a launch, in their order: its altitudes come after the first."""
    fixed = fixed_sections(words, atlas, chronicle, launch)
    return in_order(fixed, derived_html(words, atlas, launch))


def in_order(fixed: Fixed, derived: Markup) -> tuple[Markup, ...]:
    """What was launched and who stated what; what is new and what is derived; then the rest."""
    stated, novelty, *rest = fixed
    return stated, novelty, derived, *rest


def fixed_sections(words: Words, atlas: Atlas, chronicle: Chronicle, launch: Launch) -> Fixed:
    """All but what is derived of a launch; every text of the record is escaped."""
    headline, novelty = novelty_parts(words, chronicle, launch)
    return Fixed(
        _heading(words, atlas.record, launch) + headline + stated_html(words, atlas, launch),
        novelty,
        claims_html(words, atlas.record, launch),
        _corrections(words, atlas.record, launch),
        near_html(words, atlas.record, launch),
    )


def named_sea(words: Words, fixed: Fixed) -> Fixed:
    """Parts in which the name of the sea was left open, with the one of these words."""
    return Fixed(*(each.replace(EAST_SEA, words.east_sea) for each in fixed))


def derived_html(words: Words, atlas: Atlas, launch: Launch) -> Markup:
    """Show what is derived of a launch, its heights among it."""
    heights = words_html(words, atlas.curves[launch.id], launch)
    heights += estimates_html(words, launch) + cities_html(words, atlas.curves[launch.id])
    derived = _derived(words, atlas, launch, atlas.flights.get(launch.id, ()))
    derived += overflights_html(words, atlas, launch)
    return render("launch/panel.html", words, derived=derived, heights=heights.strip())


def _heading(words: Words, record: Record, launch: Launch) -> Markup:
    site = launch.site
    name = site_words(words, site) if site else ""
    korean = site.name_ko if site and site.name_ko != name else ""
    missile, precision = missile_words(words, launch.missile), ""
    said = partial(in_language, record.translations, lang=words.lang)
    if site and site.precision_km:
        precision = with_unit(words, "range_km", words.number(site.precision_km))
    return render(
        "launch/heading.html",
        words,
        launch=launch,
        missile=missile,
        aliases=_other_names(launch.missile, missile),
        time=time_words(words, launch),
        site=name,
        korean=korean,
        site_kind=words.named("site_kind", site.kind) if site else "",
        precision=precision,
        outcome=words.named("outcome", launch.outcome),
        status=words.named("status", launch.status),
        since=since(record.changes, launch.id, "status")
        if launch.status == "preliminary"
        else None,
        corroboration=words.named("corroboration", launch.corroboration or ""),
        note=said(launch.note),
        about_site=said(site.note if site else None),
        kind=words.named("kind", launch.missile.kind),
        type=words.named("type_short", facet(launch, "type")),
    )


def _other_names(missile: Missile, shown: str) -> list[str]:
    """English name and aliases of a missile that the name shown does not already contain."""
    names = [missile.name.partition(" (")[0], *missile.aliases]
    if missile.id.endswith("unidentified"):
        del names[0]
    return [name for name in dict.fromkeys(names) if name.casefold() not in shown.casefold()]


def _derived(words: Words, atlas: Atlas, launch: Launch, flights: Sequence[Flight]) -> Markup:
    lowest, highest = MAP_READING_ERRORS_DEG
    outer, inner = AREA_PROBABILITIES
    return render(
        "launch/derived.html",
        words,
        tracks=[_track(words, flight) for flight in flights],
        why=[] if flights else _why_no_track(words, atlas, launch),
        lowest_error=f"{-lowest}",
        highest_error=f"{highest}",
        outer=words.share(outer),
        inner=words.share(inner),
    )


def _why_no_track(words: Words, atlas: Atlas, launch: Launch) -> list[str]:
    placement = atlas.placement(launch)
    if placement == "part":
        return [words.joined(trace_basis(words, trace), "dot") for trace in atlas.traces[launch.id]]
    if placement == "site":
        return [words.say("launch.at_site")]
    if launch.site is None or launch.site.latitude is None:
        return [words.say("launch.nowhere")]
    party = words.named("party", wanted_party(atlas.whose) or "")
    arc = launch.missile.kind in ARC_KINDS
    return [words.say("launch.no_range_of" if arc else "launch.no_figure_of", party=party)]


def _track(words: Words, flight: Flight) -> dict[str, object]:
    """What is said of a track, and of what lies below it."""
    return {
        "missiles": missiles_words(words, flight.missiles, flight.launch.count, start=True),
        "differing": flight.differing,
        "authority": authority_words(words, flight.range_km.claim.authority),
        "range": doubted(words, flight.range_km),
        "azimuth": doubted(words, flight.azimuth_deg),
        "basis": words.named("basis", flight.azimuth_deg.basis),
        "read_off_a_map": flight.azimuth_deg.basis == READ_OFF_A_MAP,
        "point": _point_words(words, *flight.track[-1]),
        "joined": _joined_words(words, flight),
        "approximate": flight.launch.missile.kind == "glide",
        "crossed": words.listed(words.named("country", name) for name in flight.below.crossed),
        "zones": _zone_words(words, flight),
        "stated": list(
            # Of the missiles of one track the same may be stated each apart.
            dict.fromkeys(
                (
                    differs(claim, flight.below),
                    claim_words(words, claim),
                    authority_words(words, claim.authority),
                )
                for claim in stated_of_japan(flight.launch, flight.missiles)
            )
        ),
    }


def _joined_words(words: Words, flight: Flight) -> str:
    """That a stated impact place is in the areas, and whether it fits the range and bearing."""
    impact = flight.plan.figures.impact
    if impact is None or not flight.spread.joined:
        return ""
    claim, _, _ = impact
    places = {
        "place": claim_words(words, claim),
        "authority": authority_words(words, claim.authority),
    }
    if flight.spread.conflict:
        return words.say("launch.area_conflict", **places)
    return words.say("launch.area_joined", **places)


def _point_words(words: Words, latitude: float, longitude: float) -> str:
    """Point of the ground by its degrees: `35.5° N, 178.0° E`."""
    east = (longitude + 180) % 360 - 180
    return words.say(
        "launch.point",
        latitude=words.say(
            "launch.north" if latitude >= 0 else "launch.south", degrees=f"{abs(latitude):.1f}"
        ),
        longitude=words.say(
            "launch.east" if east >= 0 else "launch.west", degrees=f"{abs(east):.1f}"
        ),
    )


def _zone_words(words: Words, flight: Flight) -> str:
    """Zones that the impact may lie in, the most probable first; those below a share left out."""

    def said(zone: Zone, share: float) -> str:
        return words.say(
            "launch.zone",
            country=words.named("country", zone.country),
            zone=words.named("zone", zone.kind),
            share=words.share(share),
        )

    likely = sorted(flight.below.shares.items(), key=lambda item: -item[1])
    return words.joined(said(zone, share) for zone, share in likely if share >= LEAST_SHARE)


def _corrections(words: Words, record: Record, launch: Launch) -> Markup:
    corrections = [
        (
            item,
            in_language(record.translations, item.reason, words.lang),
            source_link(words, item.source, item.locator),
        )
        for item in launch.corrections
    ]
    return render("launch/corrections.html", words, corrections=corrections)
