"""What the dataset as a whole is: licence, sources, keywords, days and place, in one place."""

from dashboard.words.say import Words
from data.column import Schema
from data.model import Record

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
NAME = "north-korean-missile-launches"
DATABASE = f"{NAME}.sqlite"
"""All tables in one file."""
PACKAGE, CROISSANT = "datapackage.json", "croissant.json"
"""What describes the tables to programs."""
SOURCES = {
    "cns": "https://www.nti.org/analysis/articles/cns-north-korea-missile-test-database/",
    "nagix": "https://github.com/nagix/nk-missile-tests",
    "csis": "https://beyondparallel.csis.org/database-north-korean-provocations/",
}
"""Databases that the record was read from; all other sources are in `sources.csv`."""
KEYWORDS = ("north_korea", "missiles", "tests", "provenance", "uncertainty")


def parquet_name(schema: Schema) -> str:
    """Name of the file of a table in Parquet."""
    return f"{schema.name}.parquet"


def keywords(words: Words) -> list[str]:
    """What the dataset is found by."""
    return [words.say(f"dataset.keyword.{name}") for name in KEYWORDS]


def sources(words: Words) -> list[dict[str, str]]:
    """Databases that the record was read from."""
    return [
        {"title": words.say(f"dataset.source.{name}"), "path": path}
        for name, path in SOURCES.items()
    ]


def days(record: Record) -> str:
    """First and last day that the record covers, as ISO 8601 writes an interval."""
    first = min((launch.date for launch in record.launches), default=record.covers_to)
    return f"{first}/{record.covers_to}"
