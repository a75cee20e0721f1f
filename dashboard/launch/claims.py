"""The claims of one launch: side by side, where they exclude each other, with their sources."""

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import urlsplit

from dashboard.claims.authorities import by_authority
from dashboard.flights.atlas import Atlas
from dashboard.words.claims import (
    QUANTITY_WORDS,
    against_words,
    claim_words,
    missiles_words,
    short_claim_words,
)
from data.model import Claim, Launch, Record, Source

SIDE_BY_SIDE = (
    *("range_km", "apogee_km", "flight_time_s", "count", "launch_time", "outcome"),
    "direction",
)
"""Quantities that are compared in one table, an authority a row."""


def claims_html(atlas: Atlas, launch: Launch) -> str:
    """Show who stated what, who excludes whom, and in which source each statement stands."""
    if not launch.claims:
        return "<h4>Who stated what</h4><p>No claim is recorded.</p>"
    return (
        "<h4>Who stated what</h4>"
        + _side_by_side(atlas, launch)
        + _disagreements(atlas, launch)
        + "<h4>Every statement, with its source</h4>"
        + _by_source(atlas.record, launch)
    )


def _side_by_side(atlas: Atlas, launch: Launch) -> str:
    stated = {claim.quantity for claim in launch.claims}
    quantities = [quantity for quantity in SIDE_BY_SIDE if quantity in stated]
    if not quantities:
        return ""
    excluded = {claim for found in atlas.disagreements.get(launch.id, ()) for claim in found.claims}
    authorities: dict[str, list[Claim]] = {}
    for claim in by_authority(launch.claims):
        if claim.quantity in quantities:
            authorities.setdefault(claim.authority, []).append(claim)
    head = "".join(f"<th>{QUANTITY_WORDS[quantity]}</th>" for quantity in quantities)
    rows = "".join(
        f"<tr><th>{escape(authority)}</th>"
        + "".join(_cell(claims, quantity, launch, excluded) for quantity in quantities)
        + "</tr>"
        for authority, claims in authorities.items()
    )
    return f"<div class='wide'><table class='beside'><tr><th></th>{head}</tr>{rows}</table></div>"


def _cell(claims: Iterable[Claim], quantity: str, launch: Launch, excluded: set[Claim]) -> str:
    lines = dict.fromkeys(
        _beside(claim, launch, excluded=claim in excluded)
        for claim in claims
        if claim.quantity == quantity
    )
    return f"<td>{'<br>'.join(lines)}</td>"


def _beside(claim: Claim, launch: Launch, *, excluded: bool) -> str:
    words = escape(short_claim_words(claim))
    if missiles_words(claim.missiles, launch.count):
        words += f" <small>no. {', '.join(map(str, claim.missiles))}</small>"
    return (
        f"<b class='apart' title='excluded by another party'>≠ {words}</b>" if excluded else words
    )


def _disagreements(atlas: Atlas, launch: Launch) -> str:
    found = atlas.disagreements.get(launch.id, ())
    if not found:
        return ""
    items = "".join(
        f"<li>{QUANTITY_WORDS[each.quantity]}: {escape(against_words(each))}</li>" for each in found
    )
    return (
        "<p class='apart'>≠ These exclude each other, rounding and “about” allowed for:</p>"
        f"<ul>{items}</ul>"
    )


def _by_source(record: Record, launch: Launch) -> str:
    statements: dict[tuple[str, str], list[Claim]] = {}
    for claim in by_authority(launch.claims):
        statements.setdefault((claim.authority, claim.source.id), []).append(claim)
    return (
        "<table class='claims'>"
        + "".join(
            f"<tr><th colspan='2'>{escape(claims[0].authority)} "
            f"<small>in {source_link(claims[0].source, _places(claims))}"
            f"{_cited(record, claims)}</small></th></tr>{_statement_rows(claims, launch)}"
            for claims in statements.values()
        )
        + "</table>"
    )


def _places(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.locator for claim in claims if claim.locator))


def _cited(record: Record, claims: Sequence[Claim]) -> str:
    """Documents that the entries of the source cite in their turn."""
    entries = {f"{claim.source.id} {claim.locator}" for claim in claims}
    documents = [
        source for source in record.sources.values() if not entries.isdisjoint(source.cited_by)
    ]
    links = ", ".join(source_link(source, source.date) for source in documents)
    return f", which cites {links}" if links else ""


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
