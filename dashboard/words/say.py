"""What readers read, by language: whole sentences with named places, from one file a language."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from dashboard.selection.sea import STANDING

LANGUAGES = ("en", "ko", "ja")
_FOLDER = Path(__file__).parent
_LOCALES = {"en": Locale("en", "GB"), "ko": Locale("ko", "KR"), "ja": Locale("ja", "JP")}
_PLURALS = {"zero", "one", "two", "few", "many", "other"}

EAST_SEA, LEFT_OPEN = "{east_sea}", "left-open"
"""Place of the name of the sea between Korea and Japan, and what leaves it to the browser."""

Message = str | Mapping[str, str]
"""A sentence, or one for each plural of its place `n`."""


@cache
def catalogue(lang: str) -> dict[str, Any]:
    """Messages of a language, in sections; the browser is sent sections of it as they are."""
    content: dict[str, Any] = json.loads((_FOLDER / f"{lang}.json").read_text(encoding="utf-8"))
    return content


@cache
def messages(lang: str) -> dict[str, Message]:
    """Messages of a language by their whole key, such as `count.launches`."""
    found: dict[str, Message] = {}

    def walk(part: Mapping[str, Any], start: str) -> None:
        for name, each in part.items():
            if isinstance(each, str) or _PLURALS.issuperset(each):
                found[start + name] = each
            else:
                walk(each, f"{start}{name}.")

    walk(catalogue(lang), "")
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of a language.

    `sea` is what the reader calls the sea between Korea and Japan, a value of its filter, which
    fills `{east_sea}`; `LEFT_OPEN` keeps that place for the browser to fill, and None is what goes
    without saying in the language. A number that fills a place is written as the language writes
    numbers, texts in a row with its commas; any other value stands as it is.
    """

    lang: str = LANGUAGES[0]
    sea: str | None = None

    @property
    def locale(self) -> Locale:
        """Locale of the language, as Babel knows it."""
        return _LOCALES[self.lang]

    def say(self, key: str, **places: object) -> str:
        """
        Sentence of a key, with its places filled.

        Raises
        ------
        KeyError
            If the catalogue has no such key, or a place is not given.

        Examples
        --------
        >>> Words("en").say("count.launches", n=1), Words("en").say("count.launches", n=1200)
        ('1 launch', '1,200 launches')
        """
        message = messages(self.lang)[key]
        if not isinstance(message, str):
            plural = self.locale.plural_form(cast("float", places["n"]))
            message = message.get(plural) or message["other"]
        if EAST_SEA in message:
            places.setdefault("east_sea", self.east_sea)
        return message.format(**{name: self._filled(value) for name, value in places.items()})

    @property
    def east_sea(self) -> str:
        """
        Name of the sea between Korea and Japan, as the reader calls it.

        Examples
        --------
        >>> Words("en").east_sea, Words("en", "sea-of-japan").east_sea, Words("ja").east_sea
        ('East Sea', 'Sea of Japan', '東海 / 日本海')
        """
        if self.sea == LEFT_OPEN:
            return EAST_SEA
        return self.say(f"filter.sea.value.{self.sea or STANDING[self.lang]}")

    def has(self, key: str) -> bool:
        """Whether the catalogue has a key."""
        return key in messages(self.lang)

    def named(self, section: str, value: str) -> str:
        """
        Name of a value of the record, such as `failure` of `outcome`; itself where it has none.

        Examples
        --------
        >>> Words("en").named("party", "KCNA"), Words("en").named("party", "somebody")
        ('North Korea (KCNA)', 'somebody')
        """
        key = f"{section}.{value}"
        return self.say(key) if self.has(key) else value

    def number(self, value: float, decimals: int = 2) -> str:
        """
        Figure with no more decimals than it has: 700, 1001.2, 4,500.

        Examples
        --------
        >>> Words("en").number(4500.0), Words("en").number(1001.2)
        ('4,500', '1,001.2')
        """
        return _number(self.lang, value, "#,##0." + "#" * decimals if decimals else "#,##0")

    def share(self, value: float, decimals: int = 0) -> str:
        """Share of one as a percentage: 30%, 5.1%."""
        pattern = "0." + "0" * decimals + "%" if decimals else None
        return str(format_percent(value, pattern, locale=self.locale))

    def listed(self, parts: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
        """
        Parts as a list in words; none of them is an empty text.

        Examples
        --------
        >>> Words("en").listed("abc"), Words("en").listed("ab", "or")
        ('a, b and c', 'a or b')

        CLDR joins Korean lists by a word of official letters, which newspapers do without.

        >>> Words("ko").listed("abc"), Words("ko").listed("ab", "or")
        ('a, b, c', 'a 또는 b')
        """
        if self.lang == "ko" and style == "standard":
            return self.joined(parts)
        return str(format_list(list(parts), style, locale=self.locale))

    def joined(self, parts: Iterable[str], mark: str = "comma") -> str:
        """
        Parts in a row with a mark between them, as the language writes it.

        Within a sentence parts are `listed`.

        Examples
        --------
        >>> Words("en").joined("abc"), Words("ja").joined("abc"), Words("ja").joined("ab", "dot")
        ('a, b, c', 'a、b、c', 'a · b')
        """
        return self.say(f"mark.{mark}").join(parts)

    def _filled(self, value: object) -> object:
        if isinstance(value, list | tuple):
            return self.joined(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return self.number(value)


# A page writes the same few figures again and again, and Babel reads the pattern each time.
@lru_cache(8192)
def _number(lang: str, value: float, pattern: str) -> str:
    return str(format_decimal(value, pattern, locale=_LOCALES[lang]))
