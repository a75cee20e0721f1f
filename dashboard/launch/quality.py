"""How good the derived numbers are: times and impacts beside the stated ones, from the record."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.claims.figures import IMPACT_PLACE
from dashboard.flights.atlas import Atlas
from dashboard.flights.flight import Flight
from dashboard.flights.residuals import BOOSTED, MODELS, Residual, residuals, rms
from dashboard.html import render
from dashboard.look import TYPE_COLOURS
from dashboard.selection.filters import facet
from dashboard.words.claims import claim_words, doubted
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.impact_place import places_by_name
from data.translation import in_language
from geo.geodesic import inverse
from geo.position import Position

WIDTH_PX, LEFT_PX, RIGHT_PX, ROW_PX, HEAD_PX = 720, 250, 20, 24, 26
"""Measures of the chart: the left has room for a day and a party in each language."""
STEP_S = 100
SHAPES = {"ellipse": "square", "turning": "diamond", BOOSTED: "circle"}


@dataclass(frozen=True, slots=True)
class ImpactOff:
    """A stated range beside the distance from the site to the stated impact place [km]."""

    flight: Flight
    range_km: float
    place_km: float
    radius_km: float


def quality_html(words: Words, atlas: Atlas) -> Markup:
    """What the page says, but for its frame; recomputed from the record."""
    record = atlas.record
    found = residuals(record.launches, places_by_name(record.places.values()))
    found.sort(key=lambda one: (one.launch.date, one.party))
    kept = [one for one in found if not one.contradicts]
    impacts = list(_impacts(atlas))
    return render(
        "launch/quality.html",
        words,
        record=record,
        chart=_chart(words, found),
        models=[_model(words, kept, model) for model in MODELS if kept],
        classes=list(_classes(words, kept)),
        flights=[_row(words, one) for one in found],
        contradictions=[_named(words, one) for one in found if one.contradicts],
        impacts=[_impact_row(words, one) for one in impacts],
        impact_rms=_percent(words, rms((one.place_km / one.range_km - 1) for one in impacts)),
        boosts=[
            {
                "id": boost.id,
                "burn": words.say(
                    "altitude.from_to", low=_number(boost.low_s), high=_number(boost.high_s)
                ),
                "liftoff": _number(boost.liftoff_g),
                "phrase": boost.phrase,
                "publisher": boost.source.publisher or boost.source.title,
                "url": boost.source.url,
                "reason": in_language(record.translations, boost.reason, words.lang),
            }
            for boost in record.boost_phases.values()
        ],
        kept=len(kept),
    )


def _number(value: float) -> str:
    return f"{value:g}"


def _percent(words: Words, share: float) -> str:
    return "" if math.isnan(share) else words.share(share, decimals=1)


def _named(words: Words, one: Residual) -> str:
    """Day, missile and party of a flight."""
    return words.say(
        "quality.flight",
        day=day_words(words, one.launch.date),
        missile=missile_words(words, one.launch.missile),
        party=words.named("party", one.party),
    )


def _model(words: Words, kept: list[Residual], model: str) -> dict[str, str]:
    """What a part of the model comes to, over the flights that judge it."""
    off = [one.off_s(model) for one in kept]
    return {
        "shape": SHAPES[model],
        "name": words.say(f"quality.model.{model}"),
        "rms": words.number(round(rms(off))),
        "mean": f"{round(sum(off) / len(off)):+d}",
        "share": _percent(words, rms(one.off_s(model) / one.stated_s.value for one in kept)),
    }


def _classes(words: Words, kept: list[Residual]) -> Iterator[dict[str, object]]:
    """Residuals by boost phase."""
    groups: dict[str, list[Residual]] = {}
    for one in kept:
        boost = one.launch.missile.boost
        groups.setdefault(boost.id if boost else "", []).append(one)
    for name, group in groups.items():
        off = [one.off_s() for one in group]
        yield {
            "name": name,
            "count": len(group),
            "mean": f"{round(sum(off) / len(off)):+d}",
            "rms": words.number(round(rms(off))),
        }


def _row(words: Words, one: Residual) -> dict[str, object]:
    return {
        "id": one.launch.id,
        "name": _named(words, one),
        "range": doubted(words, one.range_km),
        "apogee": doubted(words, one.apogee_km),
        "stated": claim_words(words, one.stated_s.claim),
        "derived": words.number(round(one.derived_s[BOOSTED])),
        "off": [f"{round(one.off_s(model)):+d}" for model in MODELS],
        "share": _percent(words, one.off_s() / one.stated_s.value),
    }


def _chart(words: Words, found: list[Residual]) -> dict[str, object]:
    """Stated less derived time of each flight, by each part of the model, as marks on a line."""
    offs = [one.off_s(model) for one in found for model in MODELS]
    offs += [one.stated_s.value - end for one in found for end in (one.low_s, one.high_s)]
    low = STEP_S * (min(offs, default=0) // STEP_S)
    high = STEP_S * -(-max(offs, default=0) // STEP_S) or STEP_S
    scale = (WIDTH_PX - LEFT_PX - RIGHT_PX) / (high - low)

    def x(seconds: float) -> float:
        return round(LEFT_PX + (seconds - low) * scale, 1)

    ticks = range(int(low), int(high) + 1, STEP_S)
    return {
        "width": WIDTH_PX,
        "height": HEAD_PX + ROW_PX * len(found) + ROW_PX,
        "left": LEFT_PX,
        "ticks": [{"x": x(tick), "text": f"{tick:+d}" if tick else "0"} for tick in ticks],
        "bottom": HEAD_PX + ROW_PX * len(found),
        "zero": x(0),
        "rows": [
            {
                "y": HEAD_PX + ROW_PX * place + ROW_PX / 2,
                "label": _short(words, one),
                "low": x(one.stated_s.value - one.high_s),
                "high": x(one.stated_s.value - one.low_s),
                "marks": [{"x": x(one.off_s(model)), "shape": SHAPES[model]} for model in MODELS],
                "colour": TYPE_COLOURS[facet(one.launch, "type")],
            }
            for place, one in enumerate(found)
        ],
    }


def _short(words: Words, one: Residual) -> str:
    return words.say("quality.row", day=one.launch.date, party=words.named("party", one.party))


def _impacts(atlas: Atlas) -> Iterator[ImpactOff]:
    """Flights whose impact place is stated as a point."""
    for flights in atlas.flights.values():
        # Missiles of a salvo that one figure is stated of are one comparison.
        seen = set()
        for flight in flights:
            impact = flight.plan.figures.impact
            if impact is None or flight.differing or flight.failed:
                continue
            claim, point, radius_km = impact
            if (claim, flight.range_km.value) in seen:
                continue
            seen.add((claim, flight.range_km.value))
            site = Position(flight.plan.point.latitude, flight.plan.point.longitude)
            place_km = inverse(site, point).range_km
            yield ImpactOff(flight, flight.range_km.value, place_km, radius_km)


def _impact_row(words: Words, one: ImpactOff) -> dict[str, object]:
    impact = one.flight.plan.figures.impact
    return {
        "id": one.flight.launch.id,
        "day": day_words(words, one.flight.launch.date),
        "place": claim_words(words, impact[0]) if impact else "",
        "range": doubted(words, one.flight.range_km),
        "distance": words.number(round(one.place_km)),
        "off": f"{round(one.place_km - one.range_km):+d}",
        "radius": words.number(round(one.radius_km)),
        "toward": one.flight.azimuth_deg.basis == IMPACT_PLACE,
    }
