"""The claims of one launch: side by side, where they exclude each other, with their sources."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from dashboard.claims.authorities import by_authority
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.words.claims import (
    against_words,
    authority_words,
    claim_words,
    missiles_words,
    numbers_words,
    short_claim_words,
)
from dashboard.words.quantities import quantity_words
from dashboard.words.say import Words
from data.model import Claim, Launch, Record, Source
from data.quantities import QUANTITIES

Cell = list[dict[str, object]]


def claims_html(words: Words, atlas: Atlas, launch: Launch) -> Markup:
    """Show who stated what, who excludes whom, and in which source each statement stands."""
    stated = {claim.quantity for claim in launch.claims}
    quantities = [row.name for row in QUANTITIES.values() if row.beside and row.name in stated]
    disagreements = atlas.disagreements.get(launch.id, ())
    excluded = {claim for found in disagreements for claim in found.claims}
    return render(
        "launch/claims.html",
        words,
        quantities=[quantity_words(words, quantity) for quantity in quantities],
        rows=_rows(words, launch, quantities, excluded),
        disagreements=[
            (quantity_words(words, found.quantity), against_words(words, found))
            for found in disagreements
        ],
        sources=_by_source(words, atlas.record, launch),
    )


def _rows(
    words: Words, launch: Launch, quantities: Sequence[str], excluded: set[Claim]
) -> list[tuple[str, list[Cell]]]:
    """What each authority states of the quantities, one cell each."""
    authorities: dict[str, list[Claim]] = {}
    for claim in by_authority(launch.claims):
        if claim.quantity in quantities:
            authorities.setdefault(claim.authority, []).append(claim)
    return [
        (
            authority_words(words, authority),
            [_cell(words, launch, _of(claims, name), excluded) for name in quantities],
        )
        for authority, claims in authorities.items()
    ]


def _of(claims: Iterable[Claim], quantity: str) -> list[Claim]:
    return [claim for claim in claims if claim.quantity == quantity]


def _cell(words: Words, launch: Launch, claims: Iterable[Claim], excluded: set[Claim]) -> Cell:
    """What stands in a cell; what is stated twice alike stands once."""
    lines: Cell = []
    for claim in claims:
        own = missiles_words(words, claim.missiles, launch.count)
        line: dict[str, object] = {
            "said": short_claim_words(words, claim),
            "numbers": numbers_words(words, claim.missiles) if own else "",
            "excluded": claim in excluded,
        }
        if line not in lines:
            lines.append(line)
    return lines


def _by_source(words: Words, record: Record, launch: Launch) -> list[dict[str, object]]:
    """Statements of an authority in a source; a sentence quoted for several claims stands once."""
    order = list(QUANTITIES)
    statements: dict[tuple[str, str], list[Claim]] = {}
    for claim in by_authority(launch.claims):
        statements.setdefault((claim.authority, claim.source.id), []).append(claim)
    return [
        {
            "authority": authority_words(words, authority),
            "link": source_link(words, claims[0].source, _places(claims)),
            "cited": _cited(words, record, claims),
            "statements": [
                (
                    quantity_words(words, claim.quantity),
                    claim_words(words, claim),
                    missiles_words(words, claim.missiles, launch.count),
                )
                for claim in sorted(claims, key=lambda claim: order.index(claim.quantity))
            ],
            "phrases": list(dict.fromkeys(claim.phrase for claim in claims if claim.phrase)),
        }
        for (authority, _), claims in statements.items()
    ]


def _places(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.locator for claim in claims if claim.locator))


def _cited(words: Words, record: Record, claims: Sequence[Claim]) -> Markup:
    """Documents that the entries of the source cite in their turn."""
    entries = {f"{claim.source.id} {claim.locator}" for claim in claims}
    documents = [
        source for source in record.sources.values() if not entries.isdisjoint(source.cited_by)
    ]
    return Markup(", ").join(source_link(words, source, source.date) for source in documents)


def source_link(words: Words, source: Source, place: str | None) -> Markup:
    """Name of a source, as a link where it has an http address, with the place in it."""
    linked = source.url and urlsplit(source.url).scheme in {"http", "https"}
    return render("launch/source.html", words, source=source, linked=linked, place=place)
