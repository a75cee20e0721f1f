"""The claims of one launch: side by side, where they exclude each other, with their sources."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from dashboard.claims.authorities import by_authority, party
from dashboard.claims.wording import pieces_of_phrase
from dashboard.flights.atlas import Atlas
from dashboard.html import render
from dashboard.launch.error_report import error_report
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
from data.model import PARTIES, Claim, Launch, Record, Source
from data.quantities import QUANTITIES

OTHERS = "others"
"""Column of those who pass on what states said."""
COLUMNS = (*PARTIES, OTHERS)
_ORDER = {name: place for place, name in enumerate(QUANTITIES)}
Columns = Mapping[str, Sequence[Claim]]
Cell = list[dict[str, object]]


def stated_html(words: Words, atlas: Atlas, launch: Launch) -> Markup:
    """Show who stated what side by side, and who excludes whom."""
    columns = _columns(launch)
    stated = {claim.quantity for claims in columns.values() for claim in claims}
    disagreements = atlas.disagreements.get(launch.id, ())
    excluded = {claim for found in disagreements for claim in found.claims}
    return render(
        "launch/stated.html",
        words,
        claims=launch.claims,
        parties=[
            (words.named("state", name), _sole_authority(words, claims))
            for name, claims in columns.items()
        ],
        rows=[
            (
                quantity_words(words, row.name),
                [_cell(words, launch, row.name, each, excluded) for each in columns.values()],
            )
            for row in QUANTITIES.values()
            if row.name in stated
        ],
        disagreements=[
            (quantity_words(words, found.quantity), against_words(words, found))
            for found in disagreements
        ],
    )


def claims_html(words: Words, record: Record, launch: Launch) -> Markup:
    """Show every statement in its source."""
    return render("launch/claims.html", words, sources=_by_source(words, record, launch))


def _columns(launch: Launch) -> Columns:
    """What stands side by side: the claims of each state, and of all others together."""
    columns: dict[str, list[Claim]] = {name: [] for name in COLUMNS}
    for claim in by_authority(launch.claims):
        if QUANTITIES[claim.quantity].beside:
            state = party(claim.authority)
            columns[state if state in PARTIES else OTHERS].append(claim)
    return {name: claims for name, claims in columns.items() if claims}


def _sole_authority(words: Words, claims: Sequence[Claim]) -> str:
    """Name of the one authority that speaks in a column, empty where there are several."""
    names = {claim.authority for claim in claims}
    return authority_words(words, names.pop()) if len(names) == 1 else ""


def _cell(
    words: Words, launch: Launch, quantity: str, column: Sequence[Claim], excluded: set[Claim]
) -> Cell:
    """What a column says of a quantity; equal statements stand once, with all who made them."""
    merged: dict[tuple[str, str, bool], dict[str, None]] = {}
    for claim in column:
        if claim.quantity != quantity:
            continue
        own = missiles_words(words, claim.missiles, launch.count)
        numbers = numbers_words(words, claim.missiles) if own else ""
        line = short_claim_words(words, claim), numbers, claim in excluded
        merged.setdefault(line, {})[authority_words(words, claim.authority)] = None
    named = not _sole_authority(words, column)
    return [
        {
            "said": said,
            "numbers": numbers,
            "excluded": apart,
            "authorities": words.listed(who) if named else "",
        }
        for (said, numbers, apart), who in merged.items()
    ]


def _by_source(words: Words, record: Record, launch: Launch) -> list[dict[str, object]]:
    """
    Statements of an authority in a source, those that one sentence makes together.

    The sentence stands once, with the words of each of them in the colour of its quantity.
    """
    statements: dict[tuple[str, str], list[Claim]] = {}
    for claim in by_authority(launch.claims):
        statements.setdefault((claim.authority, claim.source.id), []).append(claim)
    return [
        {
            "authority": authority_words(words, authority),
            "name": claims[0].source.publisher or claims[0].source.title,
            "link": source_link(words, claims[0].source, _places(words, claims)),
            "cited": _cited(words, record, claims),
            "sentences": _sentences(words, record, launch, sorted(claims, key=_in_order)),
        }
        for (authority, _), claims in statements.items()
    ]


def _in_order(claim: Claim) -> int:
    return _ORDER[claim.quantity]


def _sentences(
    words: Words, record: Record, launch: Launch, claims: Sequence[Claim]
) -> list[dict[str, object]]:
    """What is stated, by the sentence that states it; alone where none is recorded."""
    said: dict[str | int, list[Claim]] = {}
    for place, claim in enumerate(claims):
        said.setdefault(claim.phrase or place, []).append(claim)
    found: list[dict[str, object]] = []
    for together in said.values():
        statements = [
            (
                quantity_words(words, claim.quantity),
                claim_words(words, claim),
                missiles_words(words, claim.missiles, launch.count),
            )
            for claim in together
        ]
        found.append(
            {
                "statements": statements,
                "phrase": together[0].phrase,
                "pieces": pieces_of_phrase(together[0].phrase or "", together),
                "error": error_report(words, record, together, statements),
            }
        )
    return found


def _places(words: Words, claims: Iterable[Claim]) -> str:
    return words.joined(dict.fromkeys(claim.locator for claim in claims if claim.locator))


def _cited(words: Words, record: Record, claims: Iterable[Claim]) -> Markup:
    """Documents that the entries of the source cite in their turn."""
    entries = {f"{claim.source.id} {claim.locator}" for claim in claims}
    documents = [
        source for source in record.sources.values() if not entries.isdisjoint(source.cited_by)
    ]
    return Markup.escape(words.say("mark.comma")).join(
        source_link(words, source, source.date) for source in documents
    )


def source_link(words: Words, source: Source, place: str | None) -> Markup:
    """Name of a source, as a link where it has an http address, with the place in it."""
    linked = source.url and urlsplit(source.url).scheme in {"http", "https"}
    return render("launch/source.html", words, source=source, linked=linked, place=place)
