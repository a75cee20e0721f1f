"""What the record holds of a launch, as rows."""

import datetime as dt
from collections.abc import Iterable

from dashboard.export.rows import Claim, LaunchValues, Source, names
from dashboard.flights.overflight import STATEMENT, TRACK
from dashboard.selection.filters import facet
from dashboard.selection.view import View
from data import model
from data.quantities import QUANTITIES


def utc(time: dt.datetime | None) -> str | None:
    """Moment as it is written: 2022-01-04T23:10:00Z."""
    return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if time else None


def launch_row(launch: model.Launch, view: View) -> LaunchValues:
    """Launch with its site and type."""
    site, missile = launch.site, launch.missile
    return LaunchValues(
        launch_id=launch.id,
        date=launch.date,
        time_utc=utc(launch.time_utc),
        count=launch.count,
        missile_id=missile.id,
        missile=missile.name,
        type=facet(launch, "type"),
        kind=missile.kind,
        outcome=launch.outcome,
        status=launch.status,
        site_id=site.id if site else None,
        site=site.name_en if site else None,
        site_latitude=site.latitude if site else None,
        site_longitude=site.longitude if site else None,
        site_precision_km=site.precision_km if site else None,
        note=launch.note,
        overflown_by_track=_overflown(launch, view, TRACK),
        overflown_by_statement=_overflown(launch, view, STATEMENT),
        placement=view.atlas.placement(launch),
        launch_link=view.launch_link(launch.id),
    )


def _overflown(launch: model.Launch, view: View, basis: str) -> list[str]:
    """Countries passed over, as far as a basis says so."""
    return [name for name, bases in view.atlas.overflown(launch).items() if basis in bases]


def claim_row(claim: model.Claim) -> Claim:
    """What an authority said."""
    quantity = QUANTITIES[claim.quantity]
    return Claim(
        missiles=list(claim.missiles),
        authority=claim.authority,
        quantity=claim.quantity,
        low=claim.low,
        high=claim.high,
        unit=quantity.unit if quantity.is_figure else None,
        stated_unit=claim.unit,
        value=claim.value,
        qualifier=claim.qualifier,
        phrase=claim.phrase,
        source_id=claim.source.id,
        locator=claim.locator,
    )


def source_row(source: model.Source) -> Source:
    """Document that claims were read from."""
    return Source(**{name: getattr(source, name) for name in names(Source)})


def sources_of(launches: Iterable[model.Launch]) -> list[model.Source]:
    """Every source of the claims, by id."""
    used = {claim.source.id: claim.source for launch in launches for claim in launch.claims}
    return [used[name] for name in sorted(used)]
