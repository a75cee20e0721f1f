"""One launch in words: what it was, what is derived of it and on what basis, as HTML."""

from collections.abc import Sequence
from html import escape

from dashboard.claims.authorities import STATE_NAMES
from dashboard.claims.figures import MAP_READING_ERRORS_DEG, READ_OFF_A_MAP, Figure
from dashboard.flights.atlas import AREA_PROBABILITIES, Atlas, Flight
from dashboard.flights.overflight import differs, stated_of_japan
from dashboard.flights.plan import ARC_KINDS, wanted_party
from dashboard.launch.claims import claims_html, source_link
from dashboard.selection.selection import facet
from dashboard.words.claims import (
    figure_words,
    missiles_words,
    number_words,
    time_words,
    trace_lines,
)
from data.model import Launch
from geo.zones import EEZ, LAND, TERRITORIAL_SEA

ZONE_WORDS = {LAND: "land", TERRITORIAL_SEA: "territorial sea", EEZ: "economic zone"}
LEAST_SHARE = 0.01
"""Probability below which a zone is not named."""


def launch_html(atlas: Atlas, launch: Launch) -> str:
    """Everything known of a launch; every text of the record is escaped."""
    return "".join(launch_sections(atlas, launch))


def launch_sections(atlas: Atlas, launch: Launch) -> tuple[str, str, str, str]:
    """Name and place of a launch, who stated what, what is derived, and what was corrected."""
    return (
        _heading(launch),
        claims_html(atlas, launch),
        _derived(atlas, launch, atlas.flights.get(launch.id, ())),
        _corrections(launch),
    )


def _heading(launch: Launch) -> str:
    missile = launch.missile
    names = f" <small>({escape(', '.join(missile.aliases))})</small>" if missile.aliases else ""
    site = launch.site
    place = "Site not known"
    if site is not None:
        precision = f", ±{number_words(site.precision_km)} km" if site.precision_km else ""
        korean = f" · {escape(site.name_ko)}" if site.name_ko else ""
        place = (
            f"From {escape(site.name_en)}{korean} <small>({escape(site.kind)}{precision})</small>"
        )
        if site.note:
            place += f"<br><small>{escape(site.note)}</small>"
    count = "number not settled" if launch.count is None else f"{launch.count}"
    note = f"<p><em>{escape(launch.note)}</em></p>" if launch.note else ""
    return (
        f"<h3>{escape(missile.name)}{names}</h3><p>{escape(time_words(launch))}</p>"
        f"<p>{place}</p><p>Missiles: {count} · outcome: {escape(launch.outcome)} · "
        f"status: {escape(launch.status)} · {escape(missile.kind)}"
        f"{', ' + escape(facet(launch, 'type'))} · <small>{escape(launch.id)}</small></p>{note}"
    )


def _derived(atlas: Atlas, launch: Launch, flights: Sequence[Flight]) -> str:
    if not flights:
        return f"<h4>What is derived</h4><p>{_why_no_track(atlas, launch)}</p>"
    return "<h4>What is derived</h4>" + "".join(_track(flight) for flight in flights)


def _why_no_track(atlas: Atlas, launch: Launch) -> str:
    if atlas.placement(launch) == "part":
        return "<br>".join(
            escape(" · ".join(trace_lines(trace)[2:])) for trace in atlas.traces[launch.id]
        )
    if atlas.placement(launch) == "site":
        return (
            "Shown at its site only: range or azimuth is not stated, or this kind of missile flies "
            "no arc."
        )
    if launch.site is None or launch.site.latitude is None:
        return "Not placed on the map: no launch site is stated."
    missing = "range" if launch.missile.kind in ARC_KINDS else "figure"
    state = STATE_NAMES[wanted_party(atlas.whose) or ""]
    return f"Not placed on the map: no {missing} of {state}, whose figures alone are drawn."


def _track(flight: Flight) -> str:
    latitude, longitude = flight.track[-1]
    longitude = (longitude + 180) % 360 - 180
    which = missiles_words(flight.missiles, flight.launch.count)
    approximate = (
        "<br>A gliding or manoeuvring flight: the track over the ground is approximate."
        if flight.launch.missile.kind == "glide"
        else ""
    )
    authority = escape(flight.range_km.claim.authority)
    differing = f"{authority}'s range excludes the preferred one; " if flight.differing else ""
    return (
        f"<p>{escape(which).capitalize() + ': ' if which else ''}{differing}ground track along the "
        f"WGS 84 geodesic from the site, range {_figure(flight.range_km, ' km')}, azimuth "
        f"{_figure(flight.azimuth_deg, '°')}, {escape(flight.azimuth_deg.basis)}{_bias(flight)}. "
        f"Derived impact point {abs(latitude):.1f}° {'N' if latitude >= 0 else 'S'}, "
        f"{abs(longitude):.1f}° {'E' if longitude >= 0 else 'W'}; the tinted areas hold it with "
        f"{AREA_PROBABILITIES[0]:.0%} and {AREA_PROBABILITIES[1]:.0%} probability under these "
        f"spreads.{approximate}</p>"
        f"{_below(flight)}"
    )


def _below(flight: Flight) -> str:
    """Whose land lies under the track, in whose waters the impact may lie, and what is stated."""
    crossed = " and ".join(flight.below.crossed)
    land = f"crosses land of {crossed}" if crossed else "crosses no land but North Korea's"
    shares = [
        f"{zone.country}, {ZONE_WORDS[zone.kind]} {share:.0%}"
        for zone, share in sorted(flight.below.shares.items(), key=lambda item: -item[1])
        if share >= LEAST_SHARE
    ]
    stated = "".join(
        f"<br>{'<b class=apart>≠</b> ' if differs(claim, flight.below) else ''}"
        f"Stated: {escape(claim.value or '')} ({escape(claim.authority)})"
        for claim in stated_of_japan(flight.launch, flight.missiles)
    )
    return (
        f"<p>The track {land}. Probability of the impact by zone: "
        f"{'; '.join(shares) or 'none of those drawn'}. <small>Zones are approximate, not legal "
        f"boundaries; they give Dokdo to South Korea.</small>{stated}</p>"
    )


def _bias(flight: Flight) -> str:
    if flight.azimuth_deg.basis != READ_OFF_A_MAP:
        return ""
    lowest, highest = MAP_READING_ERRORS_DEG
    return (
        f" (against 20 stated impact places such readings were {-lowest}° too low to {highest}° "
        "too high)"
    )


def _figure(figure: Figure, unit: str) -> str:
    return f"{escape(figure_words(figure))} ±{number_words(figure.half_width)}{unit}"


def _corrections(launch: Launch) -> str:
    if not launch.corrections:
        return ""
    items = "".join(
        f"<li>{escape(item.field)}: {escape(item.stated or 'empty')} → "
        f"{escape(item.recorded or 'unknown')}; {escape(item.reason)} "
        f"({source_link(item.source, item.locator)})</li>"
        for item in launch.corrections
    )
    return f"<h4>Where the record departs from a source</h4><ul>{items}</ul>"
