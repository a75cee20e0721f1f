"""Names of sites and missiles as short as a label needs them, in each language."""

import re
from functools import cache

from dashboard.words.say import Words, catalogue
from data.model import Missile, Site

_READING = re.compile(r"[（(].*?[)）]")
"""How a Japanese name is read, in brackets behind it."""
_SHORTER = {"International Airport": "Airport", "Satellite Launching": "Launch"}
"""Parts of English names of sites that say no more than shorter ones."""


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
    name = site.name_en
    for long, short in _SHORTER.items():
        name = name.replace(long, short)
    return name


def missile_words(words: Words, missile: Missile) -> str:
    """Name of a missile; the parts of it that the language has words for are put so."""
    parts, pattern = _missile_parts(words.lang)
    return pattern.sub(lambda found: parts[found[0]], missile.name) if parts else missile.name


def short_missile_words(words: Words, missile: Missile) -> str:
    """Name of a missile for a label, without its other names; of one not identified its class."""
    if "unidentified" not in missile.name:
        return missile_words(words, missile).partition(" (")[0]
    return missile.range_class if missile.range_class not in {None, "unknown"} else ""


@cache
def _missile_parts(lang: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Words of a language for parts of missile names, and what finds those, the longest first."""
    parts: dict[str, str] = catalogue(lang).get("missile_part", {})
    return parts, re.compile("|".join(map(re.escape, sorted(parts, key=len, reverse=True))))
