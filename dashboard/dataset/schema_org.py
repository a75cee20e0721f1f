"""The record, or one launch of it, as a `Dataset` of schema.org, for search engines.

https://schema.org/Dataset
"""

from typing import Any

from dashboard.dataset.about import LICENCE, days, keywords, sources
from dashboard.export.formats import FORMATS
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.model import Launch, Record

CONTEXT = "https://schema.org/"
REGION = {"south": 33, "west": 123, "north": 44, "east": 132}
"""Box around the launch sites [deg]: the bounds that `data/rules.py` holds sites to."""


def described(words: Words, record: Record) -> dict[str, Any]:
    """What is said of the dataset, whatever describes it."""
    return {
        "@type": "sc:Dataset",
        "name": words.say("title"),
        "description": words.say("dataset.about"),
        "license": LICENCE["path"],
        "version": record.version,
        "datePublished": record.version,
        "dateModified": record.version,
        "inLanguage": words.lang,
        "isAccessibleForFree": True,
        "keywords": keywords(words),
        "creator": {"@type": "Organization", "name": words.say("dataset.authors")},
        "isBasedOn": [source["path"] for source in sources(words)],
        "temporalCoverage": days(record),
    }


def dataset(
    words: Words, record: Record, address: str | None, files: str = "api/launches"
) -> dict[str, Any]:
    """Dataset of the whole record, its `files` below the address, if that is known."""
    own: dict[str, Any] = {"@context": CONTEXT, **described(words, record), "@type": "Dataset"}
    box = " ".join(str(REGION[side]) for side in ("south", "west", "north", "east"))
    own["spatialCoverage"] = {"@type": "Place", "geo": {"@type": "GeoShape", "box": box}}
    if address:
        own["url"] = own["@id"] = f"{address}/"
        own["distribution"] = [
            {
                "@type": "DataDownload",
                "name": name.upper(),
                "encodingFormat": kind.media_type.partition(";")[0],
                "contentUrl": f"{address}/{files}.{name}",
            }
            for name, kind in FORMATS.items()
        ]
    return own


def launch_dataset(
    words: Words, launch: Launch, record: Record, address: str | None, page: str | None
) -> dict[str, Any]:
    """
    Dataset of one launch, as a part of the whole record.

    Parameters
    ----------
    words
        The words of the page.
    launch
        The launch.
    record
        The record that it is of.
    address
        Where the dashboard or the site is, if that is known.
    page
        Address of the page of the launch, if it is known.
    """
    day, missile = day_words(words, launch.date), missile_words(words, launch.missile)
    whole = described(words, record)
    own: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "identifier": launch.id,
        "name": words.say("cite.part", missile=missile, day=day, id=launch.id),
        "description": words.say("dataset.launch", missile=missile, day=day),
        "temporalCoverage": launch.date,
        "isPartOf": {"@type": "Dataset", "name": whole["name"], "license": LICENCE["path"]}
        | {"description": whole["description"], "creator": whole["creator"]}
        | ({"url": f"{address}/"} if address else {}),
    }
    own |= {name: whole[name] for name in ("license", "version", "creator", "isAccessibleForFree")}
    site = launch.site
    if site and site.latitude is not None:
        geo = {"@type": "GeoCoordinates", "latitude": site.latitude, "longitude": site.longitude}
        own["spatialCoverage"] = {"@type": "Place", "name": site.name_en, "geo": geo}
    if page:
        own["url"] = own["@id"] = page
    return own
