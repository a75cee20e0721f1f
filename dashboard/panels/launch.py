"""One launch: what each authority stated, what is derived from it, and on what basis."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from dashboard.figures import Figure, by_authority
from dashboard.flights import AREA_PROBABILITY, Atlas, Flight
from dashboard.plain_text import plain
from dashboard.selection import facet
from dashboard.wording import (
    QUANTITY_WORDS,
    claim_words,
    day_words,
    figure_words,
    missiles_words,
    number_words,
    time_words,
)
from data.model import Claim, Launch, Source


def open_from_map(map_key: str) -> None:
    """Open the launch that was clicked on the map; several below the pointer become a choice."""
    clicked = (st.session_state.get(map_key) or {}).get("launches") or []
    ids = [launch_id for launch_id in clicked if isinstance(launch_id, str)]
    if ids:
        st.query_params["launch"] = ids[0]
        st.session_state.nearby = ids


def show_launch(atlas: Atlas, opened: Launch, selected: Sequence[Launch]) -> None:
    """Show the panel of one launch, with a choice of others at the place that was clicked."""
    st.button("✕ Close", on_click=close_launch)
    if opened not in selected:
        st.caption("Not among the launches that the filters select.")
    ids = st.session_state.get("nearby", ())
    nearby = [launch for launch in selected if launch.id in ids]
    if len(nearby) > 1 and opened.id in ids:
        _choose_nearby(nearby[::-1], opened)
    st.html(f"<div class='panel'>{launch_html(atlas, opened)}</div>")


def close_launch() -> None:
    """Close the panel."""
    st.query_params.pop("launch", None)
    st.session_state.pop("nearby", None)


def _choose_nearby(nearby: Sequence[Launch], opened: Launch) -> None:
    with st.expander(f"{len(nearby)} launches at this place"):
        for other in nearby:
            st.button(
                f"{day_words(other.date)} · {plain(other.missile.name)}",
                key=f"nearby-{other.id}",
                disabled=other is opened,
                on_click=_open,
                args=(other.id,),
                type="tertiary",
            )


def _open(launch_id: str) -> None:
    st.query_params["launch"] = launch_id


def launch_html(atlas: Atlas, launch: Launch) -> str:
    """Everything known of a launch; every text of the record is escaped."""
    flights = atlas.flights.get(launch.id, ())
    return "".join(
        [
            _heading(launch),
            _claims_table(launch),
            _derived(atlas, launch, flights),
            _corrections(launch),
        ]
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


def _claims_table(launch: Launch) -> str:
    if not launch.claims:
        return "<h4>Who stated what</h4><p>No claim is recorded.</p>"
    statements: dict[tuple[str, str], list[Claim]] = {}
    for claim in by_authority(launch.claims):
        statements.setdefault((claim.authority, claim.source.id), []).append(claim)
    return (
        "<h4>Who stated what</h4><table class='claims'>"
        + "".join(
            f"<tr><th colspan='2'>{escape(claims[0].authority)} "
            f"<small>in {source_link(claims[0].source, _places(claims))}</small></th></tr>"
            f"{_statement_rows(claims, launch)}"
            for claims in statements.values()
        )
        + "</table>"
    )


def _places(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.locator for claim in claims if claim.locator))


def _statement_rows(claims: Sequence[Claim], launch: Launch) -> str:
    """Rows of one authority in one source; a sentence quoted for several claims stands once."""
    order = list(QUANTITY_WORDS)
    rows = [
        f"<tr><td>{QUANTITY_WORDS[claim.quantity]}</td><td>{_stated(claim, launch)}</td></tr>"
        for claim in sorted(claims, key=lambda claim: order.index(claim.quantity))
    ]
    phrases = dict.fromkeys(claim.phrase for claim in claims if claim.phrase)
    rows += [f"<tr><td colspan='2'><q>{escape(phrase)}</q></td></tr>" for phrase in phrases]
    return "".join(rows)


def _stated(claim: Claim, launch: Launch) -> str:
    which = missiles_words(claim.missiles, launch.count)
    return escape(claim_words(claim)) + (f" <small>({escape(which)})</small>" if which else "")


def source_link(source: Source, locator: str | None) -> str:
    """Name of a source, as a link where it has an http address, with the place in it."""
    name = escape(source.publisher or source.title)
    title = escape(source.title, quote=True)
    place = f" <small>{escape(locator)}</small>" if locator else ""
    if source.url and urlsplit(source.url).scheme in {"http", "https"}:
        name = (
            f"<a href='{escape(source.url, quote=True)}' title='{title}' target='_blank' "
            f"rel='noopener noreferrer'>{name}</a>"
        )
    return f"<span title='{title}'>{name}</span>{place}"


def _derived(atlas: Atlas, launch: Launch, flights: Sequence[Flight]) -> str:
    if not flights:
        reason = {
            "site": "Shown at its site only: range or azimuth is not stated, or this kind of "
            "missile flies no arc.",
            "none": "Not placed on the map: no launch site is stated.",
        }[atlas.placement(launch)]
        return f"<h4>What is derived</h4><p>{reason}</p>"
    return "<h4>What is derived</h4>" + "".join(_track(flight) for flight in flights)


def _track(flight: Flight) -> str:
    latitude, longitude = flight.track[-1]
    longitude = (longitude + 180) % 360 - 180
    which = missiles_words(flight.missiles, flight.launch.count)
    approximate = (
        "<br>A gliding or manoeuvring flight: the track over the ground is approximate."
        if flight.launch.missile.kind == "glide"
        else ""
    )
    return (
        f"<p>{escape(which).capitalize() + ': ' if which else ''}ground track along the WGS 84 "
        f"geodesic from the site, range {_figure(flight.range_km, ' km')}, azimuth "
        f"{_figure(flight.azimuth_deg, '°')}, {escape(flight.azimuth_deg.basis)}. "
        f"Derived impact point {abs(latitude):.1f}° {'N' if latitude >= 0 else 'S'}, "
        f"{abs(longitude):.1f}° {'E' if longitude >= 0 else 'W'}; the tinted area holds it with "
        f"{AREA_PROBABILITY:.0%} probability under these spreads.{approximate}</p>"
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
