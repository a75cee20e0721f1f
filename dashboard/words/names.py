"""Names of sites and missiles as short as a label needs them, in each language."""

import re
from functools import cache

from dashboard.words.dates import day_words
from dashboard.words.say import Words, catalogue
from data.model import Launch, Missile, Site

_READING = re.compile(r"[（(].*?[)）]")
"""How a Japanese name is read, in brackets behind it."""


def short_site_words(words: Words, site: Site | None) -> str:
    """
    Name of a site for a label, without the reading that Japanese names carry in brackets.

    A site that has no name in the language goes by its English one.
    """
    if site is None:
        return words.say("picture.site_unknown")
    name = {"ko": site.name_ko, "ja": site.name_ja}.get(words.lang)
    if name:
        return _READING.sub("", name).strip()
    return _parts_of("site_part").sub(
        lambda found: words.named("site_part", found[0]), site.name_en
    )


def missile_words(words: Words, missile: Missile) -> str:
    """Name of a missile; the parts of it that the language has words for are put so."""
    return _parts_of("missile_part").sub(
        lambda found: words.named("missile_part", found[0]), missile.name
    )


def short_missile_words(words: Words, missile: Missile) -> str:
    """Name of a missile for a label, without its other names; of one not identified its class."""
    if "unidentified" not in missile.name:
        return missile_words(words, missile).partition(" (")[0]
    return missile.range_class if missile.range_class not in {None, "unknown"} else ""


def launch_label(words: Words, launch: Launch) -> str:
    """Name of a launch on the map: its day, and its missile where that is identified."""
    day, missile = day_words(words, launch.date), short_missile_words(words, launch.missile)
    return words.say("picture.label", first=day, next=missile) if missile else day


@cache
def _parts_of(section: str) -> re.Pattern[str]:
    """What finds the parts of names that the catalogue has a section of, the longest first."""
    parts = sorted(catalogue("en")[section], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, parts)))
