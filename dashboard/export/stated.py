"""What the record holds of a launch, as plain values under the names every file uses."""

import datetime as dt
from collections.abc import Iterable

from dashboard.flights.atlas import Atlas
from dashboard.selection.selection import facet
from dashboard.selection.view import launch_link
from data.model import Claim, Launch, Source

Values = dict[str, object]


def launch_values(launch: Launch, atlas: Atlas) -> Values:
    """Launch with its site and type; `placement` is how the map shows it."""
    site, missile, time = launch.site, launch.missile, launch.time_utc
    return {
        "launch_id": launch.id,
        "date": launch.date,
        "time_utc": time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if time else None,
        "count": launch.count,
        "missile_id": missile.id,
        "missile": missile.name,
        "type": facet(launch, "type"),
        "kind": missile.kind,
        "outcome": launch.outcome,
        "status": launch.status,
        "site_id": site.id if site else None,
        "site": site.name_en if site else None,
        "site_latitude": site.latitude if site else None,
        "site_longitude": site.longitude if site else None,
        "site_precision_km": site.precision_km if site else None,
        "note": launch.note,
        "placement": atlas.placement(launch),
        "launch_link": launch_link(launch.id),
    }


def claim_values(claim: Claim) -> Values:
    """What an authority said; no `missiles` means all of the salvo."""
    return {
        "missiles": list(claim.missiles),
        "authority": claim.authority,
        "quantity": claim.quantity,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit,
        "value": claim.value,
        "qualifier": claim.qualifier,
        "phrase": claim.phrase,
        "source_id": claim.source.id,
        "locator": claim.locator,
    }


def source_values(source: Source) -> Values:
    """Document that claims were read from, or that a source cites for them."""
    return {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "date": source.date,
        "accessed": source.accessed,
        "licence": source.licence,
    }


def sources_of(launches: Iterable[Launch]) -> list[Source]:
    """Every source of the claims, by id."""
    used = {claim.source.id: claim.source for launch in launches for claim in launch.claims}
    return [used[name] for name in sorted(used)]
