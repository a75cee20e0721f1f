"""How many missiles a sentence says were fired, of what class, and which of them it speaks of."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass
from itertools import islice

from data.reading.numbers import ENGLISH, read_number
from data.reading.passage import MOST_IN_A_SENTENCE

_WORD = "|".join(word for word, number in ENGLISH.items() if 0 < number < 20)
_THING = r"(?:missiles?|projectiles?|rockets?|ICBMs?|SRBMs?|MRBMs?|IRBMs?|SLBMs?|rounds(?! of)|shots|weapons|Scuds?|Rodongs?|Nodongs?|Musudans?|KN-\d\d)"
COUNT = re.compile(
    rf"(?P<hedge>at least|more than|about|around|some|up to|nearly|a total of|as many as)?\s?(?<![-\d.,:/A-Za-z])(?<!song )(?<!dong )(?P<en>\d{{1,3}}(?![\d.,:-])|{_WORD})\s(?:(?P<words>(?!of\b|dozen|minutes?\b|seconds?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|km\b|kilo|miles?\b|times?\b|percent)(?:[\w\"'][\w\"'-]*,?\s){{0,6}}?){_THING}\b|(?:were|was|that were|which were)\s(?:\w+\s)?(?:fired|launched|detected))"
    rf"|\b(?P<pair>pairs?) of (?:[\w\"'][\w\"'-]*,?\s){{0,6}}?{_THING}\b"
    rf"|\b(?P<one>an?|single|another)\s(?P<onewords>(?:[\w\"'][\w\"'/-]*,?\s){{0,6}}?)(?:missile|projectile|rocket|ICBM|SRBM|IRBM|SLBM|MRBM|Musudan|Scud)\b(?! (?:tests?|launch|program\w*|attempt|drill|exercise|site|base|unit|regiment|platform|launcher|forces?|battalion|brigade|system|threat|attack|defen\w+|expert|official|firing|engine|capab\w*|technolog\w*|development)\b)"
    r"|(?P<kohedge>최소|적어도|모두|총|약)?\s?(?P<ko>\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?여?\s?(?:발|기)(?=의|을|를|이|가|은|는|로|\s|,|\.|$|중|씩|과|와|정도)(?!\s?째)"
    r"|(?<!うち)(?<!うち少なくとも)(?P<jahedge>少なくとも|計|合わせて|約|合計)?\s?(?<!うち)(?<!うち少なくとも)(?<!\d)(?P<ja>\d{1,3}|[一二三四五六七八九十])\s?発(?!目|射|表|見|生|言|展|電|足|言|進|動|信)",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*$")
_NOT_FIRED = re.compile(
    r"\b(?:per|each|every|warheads?|of the|one of|capable|nuclear|types? of|kinds? of|artillery|class)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "첫": 1, "두": 2, "세": 3, "네": 4,
    **{mark: number for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩", start=1)},
}  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?P<en>first|second|third|fourth)\s(?:(?:ballistic\s)?(?:missile|projectile|(?:one|launch)(?!\s(?:this|since|of|in|by|reported|so far|for)\b))\b|,|(?=flew|travel|disappear))"
    r"|(?:^|[Tt]he )(?P<the>first|second|third|fourth)(?=,| flew| travel| disappear)"
    r"|(?P<ko>첫|두|세|네)\s?번째\s?(?:미사일|발사체|탄|것)|(?P<n>\d)\s?(?:발|発)\s?(?:째|目)|(?P<mark>[①②③④⑤⑥⑦⑧⑨⑩])"
)
CLASSES = {
    "ICBM": re.compile(
        r"(?<![A-Za-z])ICBMs?(?![A-Za-z])|intercontinental|대륙간|大陸間", re.IGNORECASE
    ),
    "IRBM": re.compile(
        r"(?<![A-Za-z])IRBMs?(?![A-Za-z])|intermediate[- ]range|중장거리|中長距離|(?<!준)(?<!준·)중거리(?:급)?\s?(?:이상\s)?탄도|(?<!準)中距離(?:級の?)?弾道",
        re.IGNORECASE,
    ),
    "MRBM": re.compile(
        r"(?<![A-Za-z])MRBMs?(?![A-Za-z])|medium[- ]range|mid-range|준중거리|準中距離",
        re.IGNORECASE,
    ),
    "SRBM": re.compile(
        r"(?<![A-Za-z])SRBMs?(?![A-Za-z])|short-?\s?range (?:\w+ )?ballistic|단거리\s?탄도|短距離弾道",
        re.IGNORECASE,
    ),
    "CRBM": re.compile(
        r"(?<![A-Za-z])CRBMs?(?![A-Za-z])|close-range ballistic|근거리\s?탄도|近距離弾道",
        re.IGNORECASE,
    ),
}
"""Range classes and how texts name them."""
KINDS = {
    "cruise": re.compile(r"\bcruise missiles?\b|순항\s?미[사싸]일|巡航ミサイル", re.IGNORECASE),
    "space launch": re.compile(r"(?:spy|reconnaissance|military|observation) satellite|satellite launch|space launch vehicle|carrier rocket|정찰위성|위성\s?발사체|우주\s?발사체|衛星(?:を|の)?打ち上げ|偵察衛星", re.IGNORECASE),
    "rocket artillery": re.compile(r"multiple (?:rocket launcher|launch rocket)|\bMLRS\b|rocket artillery|방사포|放射砲|多連装ロケット", re.IGNORECASE),
    "air defence": re.compile(r"anti-aircraft missile|surface-to-air|air defen[cs]e missile|지대공|반항공|地対空", re.IGNORECASE),
    "glide": re.compile(r"hypersonic|극초음속|極超音速", re.IGNORECASE),
    "ballistic": re.compile(r"ballistic|탄도|弾道|(?<![A-Za-z])(?:IC|SR|IR|MR|SL)BM", re.IGNORECASE),
}  # fmt: skip
"""Kinds of the record and how texts name them; the first that fits is meant."""
SHORT_RANGE = re.compile(
    r"short-range (?:missiles?|projectiles?)|단거리\s?(?:미사일|발사체)|短距離(?:ミサイル|飛翔体)",
    re.IGNORECASE,
)
SUBMARINE = re.compile(
    r"(?<![A-Za-z])SLBMs?(?![A-Za-z])|submarine-launched ballistic|잠수함발사탄도|潜水艦発射弾道",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of missiles; `is_one` where an article alone says that it was one."""

    number: int
    qualifier: str
    is_one: bool
    start: int
    end: int


def counts(sentence: str) -> list[Count]:
    """
    Numbers of missiles in the order in which a sentence has them.

    Examples
    --------
    >>> [(c.number, c.qualifier) for c in counts("fired at least two ballistic missiles")]
    [(2, 'at_least')]
    """
    found = []
    for match in islice(COUNT.finditer(sentence), MOST_IN_A_SENTENCE):
        if _NOT_FIRED.search(match["words"] or "") or _NOT_FIRED.search(
            sentence[max(0, match.start() - 8) : match.start()]
        ):
            continue
        name = next(name for name in ("en", "pair", "one", "ko", "ja") if match[name])
        words = {"one": 1, "pair": 2}.get(name)
        number = words or int(read_number(match[name]))
        hedge = (match["hedge"] or match["kohedge"] or match["jahedge"] or "").casefold()
        mark = _HEDGES.get(hedge, "exact")
        is_day = _MONTH_BEFORE.search(sentence, max(0, match.start(name) - 12), match.start(name))
        if 1 <= number <= 200 and not is_day:
            start = match.start(name)
            found.append(Count(number, mark, name == "one", start, match.end()))
    return found


_TALLY = re.compile(
    r"\b(?:so far|(?:since|in) (?:19|20)\d\d\b|this year|last year|since [A-Z][^,;.]{0,40} (?:took|came to)"
    r"|believed to have (?:fired|launched)|in total since)"
    r"|올해 (?:들어|모두|총)|새해 들어|지금까지|今年(?:に入って)?[^。]{0,12}(?:回|計)|これまでに",
    re.IGNORECASE,
)
"""A number beside these counts the missiles of many days."""


_DEFINITE = re.compile(
    r"\b(?:the|this|that|\w+day's|Korea's|North's|today's)\s(?:[\w-]+\s){0,4}?(?:missile|projectile|rocket)\b(?!s)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b(?:missiles|projectiles|rockets|SRBMs|launches|weapons|salvo|barrage)\b")


def is_of_several(sentence: str) -> bool:
    """Whether a sentence on a launch speaks of several missiles."""
    return _PLURAL.search(sentence) is not None


def definite(sentence: str) -> Count | None:
    """
    One missile, where a sentence speaks of "the missile" and of no others.

    Examples
    --------
    >>> definite("The missile was launched at 7:10 a.m.").number
    1
    """
    match = None if _PLURAL.search(sentence) else _DEFINITE.search(sentence)
    return Count(1, "exact", True, *match.span()) if match else None  # noqa: FBT003


def is_tally(sentence: str, count: "Count") -> bool:
    """
    Whether a number counts the missiles of many days.

    Examples
    --------
    >>> said = "Since Kim took office in 2011, it is believed to have fired over 30 missiles."
    >>> [is_tally(said, count) for count in counts(said)]
    [True]
    """
    return count.number > _MOST_IN_A_DAY_UNSAID and _TALLY.search(sentence) is not None


_MOST_IN_A_DAY_UNSAID = 2


_HEDGES = {
    **dict.fromkeys(("at least", "more than", "최소", "적어도", "少なくとも"), "at_least"),
    **dict.fromkeys(("about", "around", "some", "nearly", "약", "約"), "about"),
    **dict.fromkeys(("up to", "as many as"), "at_most"),
}


def ordinals(sentence: str) -> list[tuple[int, int, int]]:
    """Numbers that single missiles of a salvo are given, each with where it stands."""
    found = []
    for match in islice(_ORDINAL.finditer(sentence), MOST_IN_A_SENTENCE):
        word = match["en"] or match["the"] or match["ko"] or match["mark"]
        number = int(match["n"]) if match["n"] else _ORDINALS[word.casefold()]
        found.append((number, match.start(), match.end()))
    return found


def ordinal_at(sentence: str, place: int) -> int | None:
    """Number of the missile of a salvo that a place of a sentence speaks of, or None."""
    before = [number for number, start, _ in ordinals(sentence) if start < place]
    return before[-1] if before else None


def range_class(text: str) -> str | None:
    """Range class that words name first."""
    at = {
        name: match.start() for name, pattern in CLASSES.items() if (match := pattern.search(text))
    }
    return min(at, key=lambda name: at[name]) if at else None


def kind(text: str) -> str | None:
    """Kind of missile that words name."""
    return next((name for name, pattern in KINDS.items() if pattern.search(text)), None)
