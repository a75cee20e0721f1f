"""How many missiles a sentence says were fired, and which of them it speaks of."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass
from itertools import islice

from data.reading.numbers import ENGLISH, KOREAN, SINO, read_number
from data.reading.passage import MOST_IN_A_SENTENCE

_ONES = "|".join(word for word, number in ENGLISH.items() if 0 < number < 20)
_TENS = "|".join(word for word, number in ENGLISH.items() if 20 <= number < 100)
_WORD = rf"(?:(?:{_ONES}) dozen|(?:{_TENS})(?:-(?:{_ONES}))?|{_ONES})"
_N = rf"(?:\d{{1,3}}(?![\d.,:-]*\d)|{_WORD}\b)"
_MODEL = r"(?:Hwasong|Pukguksong|Hwasal|KN|Unha|Taepodong|Chollima)(?:pho)?[- ]?\d\d?[A-Za-z]{0,4}|Scud(?:-[A-Z]+)?|Rodong|Nodong|Musudan"
_THINGS = rf"(?:missiles?|projectiles?|rockets?|ICBMs?|SRBMs?|MRBMs?|IRBMs?|SLBMs?|rounds(?! of)|shots|weapons|(?:{_MODEL})s?)\b"
_STOP = (
    r"of|in|on|to|from|after|before|with|for|by|at|that|which|who|said|when|while|as|is|was|were|had|has|have|the|its|and (?:\d|an?\b|the\b|"
    + _ONES
    + r")"
    r"|minutes?|seconds?|hours?|days?|weeks?|months?|years?|km|kilo\w*|miles?|times?|percent|stages?|stage|countries|Koreas|neighbou?rs|allies|leaders|people|launchers?|warheads?|locations|sites|other|shells?|launched|fired|tested|conducted|flew"
)
_BETWEEN = rf"(?:(?!(?:{_STOP})\b)[\w\"'][\w\"'-]*,?\s){{0,6}}?"
_HEDGE = r"at least|no fewer than|more than|over|about|around|some|approximately|roughly|up to|nearly|a total of|as many as"
_GROUPS = {"half a dozen": 6, "half-dozen": 6, "couple of": 2, "pair of": 2, "pairs of": 2, "trio of": 3, "both": 2}  # fmt: skip
_ENGLISH = re.compile(
    rf"(?:\b(?P<hedge>{_HEDGE})\s)?(?:an?other\s|a further\s)?(?<![-\d.,:/A-Za-z])(?<!song )(?<!dong )"
    rf"(?P<n>{_N})(?:\s(?:or|to)\s(?P<most>{_N}))?"
    rf"(?:\s{_BETWEEN}{_THINGS}|-(?:missile|rocket)\s(?:salvo|barrage|volley)|\s(?:were|was|that were|which were)\s(?:\w+\s)?(?:fired|launched|detected))"
    rf"|(?:\b(?P<ghedge>{_HEDGE})\s)?\b(?P<group>{'|'.join(_GROUPS)})\s(?:the\s)?{_BETWEEN}{_THINGS}"
    rf"|\b(?:fir(?:ed|ing)|launch(?:ed|ing)|test(?:ed|ing))\s(?:(?P<mhedge>{_HEDGE})\s)?(?:another\s|a further\s)?(?P<more>{_N})\s(?:more|others?|of them)\b"
    rf"|\b(?P<one>an?|single|another)\s{_BETWEEN}(?:(?:missile|projectile|rocket|SRBM|MRBM)\b(?! (?:tests?|launch|program\w*|attempt|drill|exercise|site|base|unit|regiment|platform|launcher|forces?|battalion|brigade|system|threat|attack|defen\w+|expert|official|firing|engine|capab\w*|technolog\w*|development)\b)|(?:ICBM|IRBM|SLBM|satellite|{_MODEL})\b)",
    re.IGNORECASE,
)
_KOREAN = re.compile(
    rf"(?P<hedge>최소|적어도|최대|약)?\s?(?<!중 )(?<!중에 )(?<!가운데 )(?<![\d.,])(?P<n>\d{{1,3}}|{'|'.join(sorted(KOREAN, key=len, reverse=True))})(?:\s?[~-]\s?(?P<most>\d{{1,2}}))?\s?(?P<about>여)?\s?(?:발|기)(?=의|을|를|이|가|은|는|로|도|만|까지|발사|\s|,|\.|$|과|와|정도|[();·\"'])(?!\s?째)"
    r"|(?:미[사싸]일|발사체|로켓|[가-힣]탄)\s?(?P<things>\d{1,2}|하나|둘|셋)(?:개|(?=[를을가이만]))"
)
_JAPANESE = re.compile(
    rf"(?P<hedge>少なくとも|約|最大)?(?<!うち)(?<!うちの)(?<!うち少なくとも)(?<![\d.,・])(?P<n>\d{{1,3}}|[{''.join(SINO)}]{{1,3}})(?:[~-](?P<most>\d{{1,2}}))?\s?(?P<about>余り|数)?\s?発(?!目|射(?!さ|し)|表|見|生|言|展|電|足|進|動|信|ずつ|あたり|当たり)"
)
_PATTERNS = (_ENGLISH, _KOREAN, _JAPANESE)
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*$")
_NOT_FIRED = re.compile(
    r"\b(?:types?|kinds?|class(?:es)?) of\b|\b(?:warheads?|artillery|nuclear (?:bombs?|weapons?))\b|\bartillery (?:rounds|shells)\b",
    re.IGNORECASE,
)
_NOT_FIRED_BEFORE = re.compile(
    r"\b(?:per|each|every|types? of|kinds? of|(?:capable of|can) \w+(?: up to)?)\s*$"
    r"|(?:해안포|자주포|야포|곡사포|포탄|조명탄|기관총|기관포)[^.,]{0,20}$|(?:砲弾|榴弾砲|機銃)[^。、]{0,14}$",
    re.IGNORECASE,
)
_BOTH_KINDS = re.compile(r"both\b.* and ", re.IGNORECASE)
_NOT_FIRED_AFTER = re.compile(r"^(?:의|の)?\s?(?:해안포|포탄|조명탄|포\s?사격|砲弾)")
_MORE_MAYBE = re.compile(r"(?:もう|さらに|추가로)\s?(?:약|少なくとも)?\s?$")
_MAYBE = re.compile(r"^[^。.]{0,24}(?:可能性|가능성)")
"""A missile more that may have been fired."""
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "첫": 1, "두": 2, "세": 3, "네": 4,
    **{mark: number for number, mark in enumerate("①②③④⑤⑥⑦⑧⑨⑩", start=1)},
}  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?P<en>first|second|third|fourth)\s(?:(?:ballistic\s)?(?:missile|projectile|(?:one|launch)(?!\s(?:this|since|of|in|by|reported|so far|for)\b))\b|,|(?=flew|travel|disappear))"
    r"|(?:^|[Tt]he )(?P<the>first|second|third|fourth)(?=,| flew| travel| disappear)"
    r"|(?P<ko>첫|두|세|네)\s?번째\s?(?:미사일|발사체|탄|것)|(?P<n>\d)\s?(?:발|発)\s?(?:째|目)|(?P<mark>[①②③④⑤⑥⑦⑧⑨⑩])"
    r"|\b(?P<one>[Oo]ne of (?:which|them|the two))\b|(?P<one2>うち(?:の)?[1一]発|(?:이|그)\s?(?:가운데|중)\s?(?:1|한)\s?발)"
    r"|\b(?P<other>[Tt]he other)\b(?= (?:(?:one|missile|projectile) )?(?:\w+ly )?(?:flew|travel|explode|fail|disappear|land|fell|blew|crash|appear|reach))|(?P<other2>(?:もう|残る|残り)[1一]発|(?:나머지|다른)\s?(?:1|한)\s?발)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """
    A number of missiles, `most` where a text gives two for it ("two or three").

    `is_one` where an article alone says that it was one.
    """

    number: int
    most: int
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
    >>> [c.number for c in counts("half a dozen rockets; 탄도미사일 한 발; 三発")]
    [6, 1, 3]
    """
    found = [
        _count(match)
        for pattern in _PATTERNS
        for match in islice(pattern.finditer(sentence), MOST_IN_A_SENTENCE)
        if _is_of_missiles(sentence, match)
    ]
    kept = [count for count in found if 1 <= count.number <= count.most <= _MOST]
    return sorted(kept, key=lambda count: count.start)


def _is_of_missiles(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(0, match.start() - 36) : match.start()]
    after = sentence[match.end() : match.end() + 40]
    is_other = (
        _NOT_FIRED.search(match[0])
        or _NOT_FIRED_BEFORE.search(before)
        or _NOT_FIRED_AFTER.match(after)
        or _MONTH_BEFORE.search(before)
        or _BOTH_KINDS.match(match[0])
    )
    return not is_other and not (_MORE_MAYBE.search(before) and _MAYBE.match(after))


def _count(match: re.Match[str]) -> Count:
    parts = {name: words for name, words in match.groupdict().items() if words}
    most, mark = parts.get("most"), "exact"
    if "one" in parts:
        number = 1
    elif "group" in parts:
        number = _GROUPS[parts["group"].casefold()]
    else:
        words = parts.get("n") or parts.get("more") or parts["things"]
        number = _THINGS_OF.get(words) or int(read_number(words))
    for name in ("hedge", "ghedge", "mhedge"):
        mark = _HEDGES.get(parts.get(name, "").casefold(), mark)
    if "about" in parts:
        mark = "about"
    start = match.start("n") if "n" in parts else match.start("group") if "group" in parts else 0
    start = start or match.start()
    return Count(
        number, int(read_number(most)) if most else number, mark, "one" in parts, start, match.end()
    )


def without_parts(found: list[Count]) -> list[Count]:
    """
    Leave the total alone where a sentence counts its parts too.

    Examples
    --------
    >>> [c.number for c in without_parts(counts("오전에 2발, 오후에 1발 등 3발"))]
    [3]
    """
    total = max(found, key=lambda count: count.number, default=None)
    rest = sum(count.number for count in found if count is not total)
    is_total = total is not None and len(found) > _PARTS and total.number == rest
    return [total] if total and is_total else found


_PARTS = 2
_TALLY = re.compile(
    r"\b(?:so far|(?:since|in) (?:19|20)\d\d\b|this (?:year|month|week)|last (?:year|month|week)|since [A-Z][^,;.]{0,40} (?:took|came to)"
    r"|(?:over|in|within|during) (?:the (?:past|last)|recent|less than|under|just|a span of|\w+ (?:weeks|months|years))|believed to have (?:fired|launched)|in total since)"
    r"|올해 (?:들어|모두|총)|(?:지난해|작년)(?!\s?\d{1,2}월)|(?:昨年|去年)(?!の?\d{1,2}月)|새해 들어|지금까지|최근|이번\s?달|이달\s?들어|今年に入って|今年(?:だけで|すでに|[^。]{0,12}(?:回|計))|これまでに|(?:去年|昨年|年|月)(?:以降|以来)|지난해\s?이후|今月(?:に入って|だけ)",
    re.IGNORECASE,
)
"""A number beside these counts the missiles of many days."""


def is_tally(sentence: str, count: Count) -> bool:
    """
    Whether a number counts the missiles of many days.

    Examples
    --------
    >>> said = "Since Kim took office in 2011, it is believed to have fired over 30 missiles."
    >>> [is_tally(said, count) for count in counts(said)]
    [True]
    """
    if count.number <= _MOST_IN_A_DAY_UNSAID:
        return False
    return any(
        tally.start() < count.start or tally[0].isascii() for tally in _TALLY.finditer(sentence)
    )


_MOST_IN_A_DAY_UNSAID = 2
_MOST = 200
"""No report says that more missiles were fired at once."""
_THINGS_OF = {"하나": 1, "둘": 2, "셋": 3}
_HEDGES = {
    **dict.fromkeys(
        ("at least", "no fewer than", "more than", "over", "최소", "적어도", "少なくとも"),
        "at_least",
    ),
    **dict.fromkeys(
        ("about", "around", "some", "approximately", "roughly", "nearly", "약", "約"), "about"
    ),
    **dict.fromkeys(("up to", "as many as", "최대", "最大"), "at_most"),
}


def ordinals(sentence: str) -> list[tuple[int, int, int]]:
    """Numbers that single missiles of a salvo are given, each with where it stands."""
    found = []
    for match in islice(_ORDINAL.finditer(sentence), MOST_IN_A_SENTENCE):
        word = match["en"] or match["the"] or match["ko"] or match["mark"]
        if match["one"] or match["one2"]:
            number = 1
        elif match["other"] or match["other2"]:
            number = 2
        else:
            number = int(match["n"]) if match["n"] else _ORDINALS[word.casefold()]
        found.append((number, match.start(), match.end()))
    return found


def ordinal_at(sentence: str, place: int) -> int | None:
    """Number of the missile of a salvo that a place of a sentence speaks of, or None."""
    before = [number for number, start, _ in ordinals(sentence) if start < place]
    return before[-1] if before else None
