"""Names of the record in a text: sites, missiles and places, with every alias they have."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from data.problem import RecordError
from data.record import TABLES
from data.schema import LAUNCHES, MISSILES, PLACES, SITES, SOURCES
from data.tables import read_table

_IN_KOREAN = r"(?=\s?(?:시?\s?일대|인근|부근|지역|에서|근처|앞바다|비행장|공항|남부|북부|동부|서부|군\b|시\b|호\b|\d호|급|미사일|ER|계열|으로 추정|로 추정|순안|갈마|[동서남북]+(?:쪽|방)|\())"
"""Short Korean names are also common words: what follows tells."""
_PARTS = re.compile(r"[()、,]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_GENERIC = re.compile(
    r"(?:半島|空軍基地|ミサイル基地|基地|一帯|郡|湾|衛星発射場|飛行場|国際空港|空港|[東西南北]部|軍需工場|実験場|ミサイル実験場\d?|造船所|貯水池|ダム湖|野原)\d?"
)
_REGION = ("-area",)


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a sentence, and the row of the table it leads to."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameTable:
    """Names of one table: how each is spelled, the longest first, and the row each leads to."""

    spelled: tuple[str, ...]
    ids: dict[str, str]

    def within(self, text: str) -> "NameTable":
        """Only the names whose first word a text has: few, so that one pattern is quick."""
        folded = text.casefold()
        return NameTable(tuple(n for n in self.spelled if _first_word(n) in folded), self.ids)

    def find(self, sentence: str) -> list[Name]:
        """Names in the order in which a sentence has them."""
        found: list[Name] = []
        for spelled in self.spelled:
            for match in _pattern(spelled).finditer(sentence):
                if not any(n.start < match.end() and match.start() < n.end for n in found):
                    found.append(Name(self.ids[_key(spelled)], match.start(), match.end()))
        return sorted(found, key=lambda name: name.start)


@cache
def _first_word(name: str) -> str:
    return re.split(r"[\s-]", name.casefold())[0]


@cache
def _pattern(spelled: str) -> re.Pattern[str]:
    return re.compile(_spelling(spelled), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RecordNames:
    """Tables of the record that a reading needs, as their rows."""

    sites: NameTable
    missiles: NameTable
    places: NameTable
    missile_rows: dict[str, dict[str, Any]]
    place_names: dict[str, str]
    launches: list[dict[str, Any]]
    source_ids: frozenset[str]

    def within(self, text: str) -> "RecordNames":
        """Only the names that a text may hold."""
        return replace(
            self,
            sites=self.sites.within(text),
            missiles=self.missiles.within(text),
            places=self.places.within(text),
        )


def read_names(folder: Path = TABLES) -> RecordNames:
    """
    Read the tables that hold names; the claims are left alone.

    Raises
    ------
    RecordError
        With what is wrong in them.
    """
    tables = [read_table(folder, schema) for schema in (SITES, MISSILES, PLACES, LAUNCHES, SOURCES)]
    if problems := [problem for table in tables for problem in table.problems]:
        raise RecordError(problems)
    rows = {table.schema.name: [row.values for row in table.rows] for table in tables}
    sites = {row["id"]: _site_names(row) for row in rows["sites"]}
    missiles = {row["id"]: _missile_names(row) for row in rows["missiles"]}
    places = {row["id"]: [row["name"], *row["aliases"]] for row in rows["places"]}
    return RecordNames(
        _table(sites, area_first=True),
        _table(missiles),
        _table(places),
        {row["id"]: row for row in rows["missiles"]},
        {row["id"]: row["name"] for row in rows["places"]},
        rows["launches"],
        frozenset(row["id"] for row in rows["sources"]),
    )


def _site_names(row: dict[str, Any]) -> list[str]:
    names = [row["name_en"], row["name_ko"], row["name_ja"], *row["aliases"]]
    found = [name for name in names if name]
    for name in list(found):
        found += [
            part
            for p in _PARTS.split(name)
            if len(part := p.strip()) > 1 and not _GENERIC.fullmatch(part)
        ]
        for suffix in (" Airbase", " area", " County", " 일대", "一帯"):
            found.append(name.removesuffix(suffix))
    return found


def _missile_names(row: dict[str, Any]) -> list[str]:
    if "nidentified" in row["name"] or "unknown" in row["name"]:
        return []
    names = [row["name"], *row["aliases"], *(p.strip() for p in _PARTS.split(row["name"]))]
    found = {name for name in names if len(name) > 2 or not name.isascii()}
    for name in list(found):
        if name.startswith(("Hwasong-", "화성-")):
            found |= {
                name.replace("Hwasong-", "Hwasongpho-").replace("화성-", "화성포-"),
                name.replace("Hwasong-", "火星").replace("화성-", "火星"),
                name.replace("Hwasong-", "火星-").replace("화성-", "《화성-"),
                name.replace("Hwasong-", "Hwasong "),
            }
        for latin, kana in (
            ("Pukguksong-", "北極星"),
            ("Hwasal-", "화살-"),
            ("Hwasal-", "矢"),
            ("Taepodong-", "テポドン"),
            ("Nodong", "ノドン"),
            ("Scud", "スカッド"),
            ("Scud", "스커드"),
            ("Musudan", "ムスダン"),
            ("Musudan", "무수단"),
            ("Taepodong-", "Taepo Dong "),
        ):
            if name.startswith(latin):
                found.add(name.replace(latin, kana))
    return sorted(found)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", "", name.casefold())


def _table(names: dict[str, list[str]], *, area_first: bool = False) -> NameTable:
    ids: dict[str, str] = {}
    order = sorted(names, key=lambda id_: (not id_.endswith(_REGION)) if area_first else False)
    for id_ in order:
        for name in names[id_]:
            ids.setdefault(_key(name), id_)
    spelled = {name for group in names.values() for name in group}
    return NameTable(tuple(sorted(spelled, key=lambda name: (-len(name), name))), ids)


def _spelling(name: str) -> str:
    """Pattern of a name: no letter may go on, nor a digit, and a hyphen may be a space."""
    escaped = re.escape(name).replace(r"\-", "[- ]?").replace(r"\ ", r"[\s-]+")
    first = r"(?<![A-Za-z])" if _LATIN.match(name[0]) else ""
    if re.fullmatch("[가-힣]{2}", name):
        return f"(?<![가-힣]){escaped}{_IN_KOREAN}"
    if name.casefold() in {"rodong", "no dong"}:
        return f"{first}{escaped}(?! Sinmun)(?![A-Za-z0-9])"
    last = r"(?![A-Za-z0-9])(?!-\d)" if _LATIN.match(name[-1]) else ""
    return f"{first}{escaped}{last}"
