"""What the record consists of: launches, the claims made about them, and their sources.

A field is None where the record does not know it, never 0 and never a filler.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.event import Event
from data.history import VersionChange
from data.korean_day import day_span
from data.leadership import Leadership
from data.published_count import PublishedCount
from data.translation import Translation

PARTIES = {
    "JCS": ("JCS", "ROK MND", "ROK military", "ROK government", "South Korea"),
    "Japan MOD": ("Japan MOD", "Japan Defense Agency", "Japan Coast Guard", "Japan government"),
    "United States": (
        *("USINDOPACOM", "USPACOM", "USSTRATCOM", "US NORTHCOM", "NORAD", "US DoD"),
        "US government",
    ),
    "KCNA": (
        *("KCNA", "North Korea", "DPRK state media", "Rodong Sinmun"),
        *("Academy of Defense Science", "NADA"),
    ),
    "Russia": ("Russia MOD", "Russia government"),
}
"""Authorities of each state, under the one that mostly speaks for it: the texts say "South Korea's
military" or "Tokyo" for what the Joint Chiefs or the Ministry of Defense announced."""
COMPILERS = ("CNS", "CSIS", "nagix", "press", "expert")
"""Those who pass on what others stated, often without saying whose figure it is."""
AUTHORITIES = (*(name for names in PARTIES.values() for name in names), *COMPILERS)
OUTCOMES = ("success", "failure", "partial", "unknown")
OFFICES = ("leader", "government")
PATHS = ("irregular", "possibly irregular")
STATUSES = ("confirmed", "claimed", "disputed", "preliminary")
CORROBORATIONS = ("corroborated", "single source", "contradicted")
"""How a launch stands that was read from one database alone, once it was looked up outside."""
DATABASES = {"cns-nkmtd": "CNS", "nagix": "CNS", "csis": "CSIS"}
"""Sources that compile launches, each with the database it is a copy of."""
QUALIFIERS = ("exact", "about", "at_least", "at_most")
KINDS = (
    *("ballistic", "glide", "cruise", "space launch", "rocket artillery", "air defence"),
    "unknown",
)
RANGE_CLASSES = ("CRBM", "SRBM", "MRBM", "IRBM", "ICBM", "unknown")
CLASSED_KINDS = ("ballistic", "glide")
"""Kinds that the range classes are defined for."""
PLATFORMS = ("road", "rail", "silo", "submarine", "barge", "ship", "aircraft", "fixed-pad")
"""What missiles are launched from."""
UNKNOWN_PLATFORM = "unknown"
SITE_KINDS = ("launch centre", "airfield", "test site", "field", "shipyard", "sea", "area")


@dataclass(frozen=True, slots=True)
class Site:
    """
    A place launches are reported from.

    `precision_km` is the doubt about its coordinates, and `note` says why where it is large.
    """

    id: str
    name_en: str
    name_ko: str | None
    name_ja: str | None
    aliases: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    precision_km: float | None
    kind: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place that impacts are stated by: an island, a cape, a town.

    The place meant lies within `precision_km` of the coordinates; `source` is where those were
    read.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    precision_km: float
    source: "Source"


@dataclass(frozen=True, slots=True)
class BoostPhase:
    """
    How missiles of a class burn, as far as it is published.

    The `stages` burn one after the other for equal times, between `low_s` and `high_s` in all;
    `liftoff_g` is the acceleration at lift-off. `phrase` is what the source says of it, and
    `reason` what was made of it, with what was assumed.
    """

    id: str
    stages: int
    low_s: float
    high_s: float
    liftoff_g: float
    phrase: str
    source: "Source"
    reason: str


@dataclass(frozen=True, slots=True)
class Missile:
    """
    A type of missile.

    `range_class` is None for a kind that has no classes; `platform` is what the type is made to be
    launched from, one of `PLATFORMS`; `boost` is None where nothing is known of how it burns.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    range_class: str | None
    kind: str
    platform: str | None
    boost: BoostPhase | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """
    A document that claims are read from, or that a source of ours cites for them.

    `cited_by` holds the entries that cite it, such as `csis row 5`; such a document was not read
    for the record unless `accessed` says when.
    """

    id: str
    publisher: str | None
    title: str
    url: str | None
    date: str | None
    accessed: str | None
    licence: str | None
    cited_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """
    What one authority said of one launch.

    `missiles` are the numbers of the missiles within the salvo it speaks of, from 1; empty means
    all of them. `quantity` is one of `data.quantities`: a figure has `low` and `high`, equal for a
    single one, in the unit of its name, and `unit` is the one the source states it in; any other
    has `value`. `phrase` is the exact wording of the source.
    """

    launch_id: str
    missiles: tuple[int, ...]
    authority: str
    quantity: str
    low: float | None
    high: float | None
    unit: str | None
    value: str | None
    qualifier: str
    phrase: str | None
    source: Source
    locator: str | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """
    What somebody published on the range that a lofted flight would have had on a normal path.

    It is no claim about the flight: nothing flew that far. `low_km` and `high_km` are equal for a
    single figure.
    """

    launch_id: str
    who: str
    low_km: float
    high_km: float
    qualifier: str
    phrase: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class StatedPlatform:
    """What a launch is stated to have been made from, where its type alone does not say so."""

    launch_id: str
    platform: str
    phrase: str | None
    source: Source
    locator: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """Where the record departs from what a source states, and why."""

    launch_id: str
    source: Source
    locator: str | None
    field: str
    stated: str | None
    recorded: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """An entry of a source that is not counted as a launch, and why."""

    source: Source
    locator: str | None
    date: str | None
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Launch:
    """
    Missiles of one type fired from one site in one salvo; `date` is the Korean day.

    `corroboration` is None unless the launch was read from one database alone.
    """

    id: str
    date: str
    time_utc: dt.datetime | None
    count: int | None
    site: Site | None
    missile: Missile
    outcome: str
    status: str
    note: str | None
    claims: tuple[Claim, ...]
    corrections: tuple[Correction, ...]
    estimates: tuple[Estimate, ...]
    stated_platform: StatedPlatform | None = None
    corroboration: str | None = None

    @property
    def platform(self) -> str:
        """What it was launched from: as stated of this launch, else as its type is."""
        if self.stated_platform:
            return self.stated_platform.platform
        return self.missile.platform or UNKNOWN_PLATFORM

    @property
    def first_day(self) -> dt.date:
        """First Korean day of the month or year, where no more is known; else the day itself."""
        return self._span[0]

    @property
    def last_day(self) -> dt.date:
        """Last Korean day of the month or year, where no more is known; else the day itself."""
        return self._span[1]

    @property
    def _span(self) -> tuple[dt.date, dt.date]:
        span = day_span(self.date)
        if span is None:
            message = f"{self.id}: {self.date!r} is no date; expected YYYY-MM-DD, YYYY-MM or YYYY"
            raise ValueError(message)
        return span


@dataclass(frozen=True, slots=True)
class Record:
    """
    Every launch in order of its date, with the tables the launches refer to, by id.

    `version` is the day of the record's last change, `covers_to` the last day it was read up to;
    `renamed` leads from ids that launches, sites and missiles once had to those they have;
    `events` are in order of their first day, `changes` what each version did, `counts` what others
    count, in the order of the tables; `translations` are by their English text.
    """

    version: str
    covers_to: str
    launches: tuple[Launch, ...]
    sites: Mapping[str, Site]
    missiles: Mapping[str, Missile]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    exclusions: tuple[Exclusion, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)
    boost_phases: Mapping[str, BoostPhase] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    changes: tuple[VersionChange, ...] = ()
    counts: tuple[PublishedCount, ...] = ()
    leaderships: tuple[Leadership, ...] = ()
    translations: Mapping[str, Translation] = field(default_factory=dict)
