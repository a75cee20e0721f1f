"""The columns of each table: what a cell may hold, and what is said when it does not."""

from collections.abc import Callable

from data import cells, event, history, model
from data.column import Column, Schema
from data.quantities import QUANTITIES


def _text(name: str, *, required: bool = False) -> Column:
    expected = "text" if required else "text, or an empty cell where it is not known"
    return Column(name, expected, cells.text, required=required)


def _word(name: str, words: tuple[str, ...], *, required: bool = True) -> Column:
    expected = f"one of: {', '.join(words)}"
    return Column(name, expected, cells.one_of(words), required=required, words=words)


def _number(name: str, meaning: str, *, required: bool = False) -> Column:
    expected = f"{meaning}, with digits and a decimal point only, such as 4500 or 39.2"
    return Column(name, expected, cells.number, required=required)


def _id(
    expected: str = "an id of small letters, digits and single hyphens, such as kn-25",
    parse: Callable[[str], str | None] = cells.slug,
) -> Column:
    return Column("id", expected, parse, required=True)


def _reference(name: str, table: str, *, required: bool = True) -> Column:
    parse = cells.launch_id if table == "launches" else cells.slug
    return Column(name, f"an id in {table}.csv", parse, required=required, refers_to=(table,))


_YEARS = f"between {cells.FIRST_YEAR} and {cells.LAST_YEAR}"
_DATE = f"a date YYYY-MM-DD (YYYY-MM or YYYY where no more is known) {_YEARS}"
_ALIASES = Column("aliases", "different names separated by ;", cells.names, empty=())

_UNITS = tuple(dict.fromkeys(unit for row in QUANTITIES.values() for unit in row.units))
_QUOTATION = f"at most {cells.MOST_WORDS} words and {cells.MOST_PHRASE_CHARACTERS} characters"
_PRECISION = f"a number of kilometres above 0, at most {cells.MOST_PRECISION_KM:g}"

RECORD = Schema(
    "record",
    (
        Column(
            "version",
            f"the day of the last change, YYYY-MM-DD {_YEARS}",
            cells.full_date,
            required=True,
        ),
        Column(
            "covers_to",
            f"the last day read up to, YYYY-MM-DD {_YEARS}",
            cells.full_date,
            required=True,
        ),
    ),
)
LAUNCHES = Schema(
    "launches",
    (
        _id("the date and a running number, such as 2022-01-05-1", cells.launch_id),
        Column("date", _DATE, cells.date, required=True),
        Column("time_utc", f"a UTC time such as 2022-01-04T23:10Z, {_YEARS}", cells.utc_time),
        Column("count", f"a whole number from 1 to {cells.MOST_MISSILES}", cells.salvo_count),
        _reference("site_id", "sites", required=False),
        _reference("missile_id", "missiles"),
        _word("outcome", model.OUTCOMES),
        _word("status", model.STATUSES),
        _text("note"),
        _word("corroboration", model.CORROBORATIONS, required=False),
    ),
)
CLAIMS = Schema(
    "claims",
    (
        _reference("launch_id", "launches"),
        Column(
            "missiles",
            "rising numbers within the salvo, such as 2 or 2-3 or 1;3 (empty: all of them)",
            cells.salvo_members,
            empty=(),
        ),
        _word("authority", model.AUTHORITIES),
        _word("quantity", tuple(QUANTITIES)),
        _number("low", "a number"),
        _number("high", "a number"),
        _word("unit", _UNITS, required=False),
        Column("value", "what was stated, in words", str),
        _word("qualifier", model.QUALIFIERS),
        Column("phrase", _QUOTATION, cells.quotation),
        _reference("source_id", "sources"),
        _text("locator"),
    ),
)
SOURCES = Schema(
    "sources",
    (
        _id(),
        _text("publisher"),
        _text("title", required=True),
        Column("url", "an address that begins with https:// or http://", cells.url),
        Column("date", _DATE, cells.date),
        Column("accessed", f"a date YYYY-MM-DD {_YEARS}", cells.full_date),
        _text("licence"),
        Column("cited_by", "entries such as csis row 5, separated by ;", cells.names, empty=()),
    ),
)
PLACES = Schema(
    "places",
    (
        _id(),
        _text("name", required=True),
        _ALIASES,
        _number("latitude", "degrees north", required=True),
        _number("longitude", "degrees east", required=True),
        Column("precision_km", _PRECISION, cells.precision, required=True),
        _reference("source_id", "sources"),
    ),
    optional=True,
)
SITES = Schema(
    "sites",
    (
        _id(),
        _text("name_en", required=True),
        Column("name_ko", "a name in Hangul, or an empty cell", cells.korean),
        Column("name_ja", "a name in kana and kanji, or an empty cell", cells.japanese),
        _ALIASES,
        _number("latitude", "degrees north"),
        _number("longitude", "degrees east"),
        Column("precision_km", _PRECISION, cells.precision),
        _word("kind", model.SITE_KINDS),
        _text("note"),
    ),
)
MISSILES = Schema(
    "missiles",
    (
        _id(),
        _text("name", required=True),
        _ALIASES,
        _word("range_class", model.RANGE_CLASSES, required=False),
        _word("kind", model.KINDS),
        _word("platform", model.PLATFORMS, required=False),
    ),
)
CORRECTIONS = Schema(
    "corrections",
    (
        _reference("launch_id", "launches"),
        _reference("source_id", "sources"),
        _text("locator"),
        _text("field", required=True),
        Column("stated", "what the source states", str),
        Column("recorded", "what the record holds instead", str),
        _text("reason", required=True),
    ),
    optional=True,
)
ESTIMATES = Schema(
    "estimates",
    (
        _reference("launch_id", "launches"),
        _text("who", required=True),
        _number("low_km", "kilometres", required=True),
        _number("high_km", "kilometres", required=True),
        _word("qualifier", model.QUALIFIERS),
        Column("phrase", _QUOTATION, cells.quotation),
        _reference("source_id", "sources"),
    ),
    optional=True,
)
PLATFORMS = Schema(
    "platforms",
    (
        _reference("launch_id", "launches"),
        _word("platform", (*model.PLATFORMS, model.UNKNOWN_PLATFORM)),
        Column("phrase", _QUOTATION, cells.quotation),
        _reference("source_id", "sources"),
        _text("locator"),
    ),
    optional=True,
)
EXCLUDED = Schema(
    "excluded",
    (
        _reference("source_id", "sources"),
        _text("locator"),
        Column("date", _DATE, cells.date),
        _text("what", required=True),
        _text("reason", required=True),
    ),
    optional=True,
)
RENAMED_TABLES = ("launches", "sites", "missiles")
"""Tables whose ids stand in links."""
RENAMED = Schema(
    "renamed",
    (
        Column(
            "old_id",
            "an id that a launch, a site or a missile once had, such as 2022-01-05-1",
            cells.slug,
            required=True,
        ),
        Column(
            "id",
            "an id in launches.csv, sites.csv or missiles.csv",
            cells.slug,
            required=True,
            refers_to=RENAMED_TABLES,
        ),
    ),
    optional=True,
)
BOOST_PHASES = Schema(
    "boost_phases",
    (
        _id(),
        Column("missiles", "different ids in missiles.csv separated by ;", cells.names, empty=()),
        _word("range_class", model.RANGE_CLASSES, required=False),
        Column(
            "stages", f"a whole number from 1 to {cells.MOST_STAGES}", cells.stages, required=True
        ),
        _number("low_s", "seconds", required=True),
        _number("high_s", "seconds", required=True),
        _number("liftoff_g", "times the standard gravity", required=True),
        Column("phrase", _QUOTATION, cells.quotation, required=True),
        _reference("source_id", "sources"),
        _text("reason", required=True),
    ),
    optional=True,
)
_DAY = f"a day YYYY-MM-DD {_YEARS}"
EVENTS = Schema(
    "events",
    (
        _id("the day it began and what it was, such as 2016-05-06-party-congress"),
        Column("start", _DAY, cells.full_date, required=True),
        Column("end", _DAY, cells.full_date),
        _word("kind", event.EVENT_KINDS),
        Column(
            "parties",
            event.PARTIES_EXPECTED,
            cells.names,
            required=True,
        ),
        _text("text_en", required=True),
        _text("text_ko"),
        _text("text_ja"),
        Column("phrase", _QUOTATION, cells.quotation),
        _reference("source_id", "sources"),
        _text("locator"),
        _reference("named_in", "sources", required=False),
        Column("named_as", _QUOTATION, cells.quotation),
    ),
    optional=True,
)
COUNTS = Schema(
    "counts",
    (
        _word("who", model.AUTHORITIES),
        Column("first", _DATE, cells.date, required=True),
        Column("last", _DATE, cells.date, required=True),
        Column("occasions", "a whole number, or an empty cell", cells.whole),
        Column("missiles", "a whole number, or an empty cell", cells.whole),
        _word("qualifier", model.QUALIFIERS),
        _reference("source_id", "sources"),
        _text("locator"),
    ),
    optional=True,
)
CHANGES = Schema(
    "changes",
    (
        Column(
            "version",
            f"the version of the record that it came with, YYYY-MM-DD {_YEARS}",
            cells.full_date,
            required=True,
        ),
        Column(
            "launch_id",
            "the id of a launch, now or once (empty: the record as a whole)",
            cells.launch_id,
        ),
        _word("change", history.CHANGES),
        Column("what", "columns of launches.csv, or tables, separated by ;", cells.names, empty=()),
        _text("reason", required=True),
    ),
    optional=True,
)
LEADERSHIPS = Schema(
    "leaderships",
    (
        _id(),
        _word("office", model.OFFICES),
        *(_text(f"name_{lang}", required=True) for lang in ("en", "ko", "ja")),
        Column("first_day", "a day YYYY-MM-DD", cells.day, required=True),
        Column("last_day", "a day YYYY-MM-DD", cells.day),
        _reference("source_id", "sources"),
    ),
    optional=True,
)
TRANSLATIONS = Schema(
    "translations",
    (_text("text_en", required=True), _text("text_ko"), _text("text_ja")),
    optional=True,
)
SCHEMAS = (
    RECORD,
    LAUNCHES,
    CLAIMS,
    SOURCES,
    PLACES,
    SITES,
    MISSILES,
    CORRECTIONS,
    ESTIMATES,
    PLATFORMS,
    EXCLUDED,
    RENAMED,
    BOOST_PHASES,
    EVENTS,
    COUNTS,
    CHANGES,
    LEADERSHIPS,
    TRANSLATIONS,
)
