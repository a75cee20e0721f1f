"""Whether a text that gives no number of missiles speaks of one, by its words for it."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

from data.reading.counts import Count

_LAUNCHER = r"(?:(?:launch(?!ed)|test(?!ed)|firing|program|site|base|unit|system|threat|drill)\w*)"
_LONE = {
    "en": re.compile(
        rf"\b(?:the|this|that|\w+day's|Korea's|North's|today's)\s(?:[\w-]+\s){{0,4}}?(?:missile|projectile|rocket|ICBM|IRBM|satellite)\b(?!s)(?! {_LAUNCHER})"
        r"|\b(?:the|this|that|its|\w+day's|Korea's|North's|today's)\s(?:[\w-]+\s){0,2}?(?:ICBM|intercontinental ballistic missile|satellite) (?:launch|test)\b"
        r"|\b(?:fir(?:ed|ing)|launch(?:ed|ing)|test-?fir(?:ed|ing)|tested|testing|test-launched|sent up)\s(?:(?:the|its)\s)?(?:[\w-]+\s){0,3}?(?:ICBM|intercontinental ballistic missile|(?:Hwasong|Pukguksong|Unha|Taepodong|Chollima)(?:pho)?[- ]?\d\d?\w?)\b(?!s)"
        r"|\b(?:fired|launched|test-?fired|tested|test-launched)\s(?:the|its)\s(?:[\w-]+\s){0,5}?missile\b(?!s)",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?<![가-힣])이\s(?:탄도\s?|장거리\s?)?(?:미[사싸]일|발사체|로켓)[은는이가의](?!\s?들)"
        r"|발사[한된]\s(?!\S+\s번째)(?:\S+\s){0,3}?\S{0,8}(?<!순항)(?<!순항 )(?:미[사싸]일|발사체|로켓|ICBM)[은의](?=\s)"
        r"|(?:ICBM|대륙간\s?탄도(?:미[사싸]일|로[켓케]트?)|정찰위성|(?:장거리|우주)\s로켓|북극성-?\s?\d|화성포?-?1[2-9](?:[가-힣]|형)?)(?:\(ICBM\))?(?:[가-힣]{0,6}[을를]?\s)?(?:\S+\s){0,2}?(?:시험\s?)?발사"
    ),
    "ja": re.compile(
        r"(?:この|当該|同)(?:弾道)?(?:ミサイル|飛翔体)(?=[はがの])"
        r"|発射(?:した|された)(?:弾道)?(?:ミサイル|飛翔体)(?=[はの])"
        r"|(?:ICBM|大陸間弾道(?:ミサイル|弾)|偵察衛星|火星-?1[2-9])[^。、]{0,16}(?:発射|打ち上げ)"
    ),
}  # fmt: skip
"""Words that are used of a single missile only."""
_MANY = {
    "en": re.compile(
        r"\b(?:several|multiple|various|numerous|dozens? of|a (?:few|number|series|barrage|salvo|volley|string|flurry) of|barrage|salvo|volley)\s(?:[\w'-]+\s){0,5}?(?:missiles|projectiles|rockets|rounds|weapons|SRBMs)\b|\bsalvo\b|\bbarrage\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:여러|수|수십|복수의?|몇|다량의?)\s?(?:발|기)(?=[을를이가의은는로\s])"
    ),
    "ja": re.compile(r"複数|数発"),
}
"""Words for a number of missiles that nobody counts."""
_PLURAL = {
    "en": re.compile(
        r"\b(?:both|these|those|each of|the|fired|launched|launching|firing|lobbed|tested|test-fired|of)\s(?:unidentified |suspected |short-range |medium-range |tactical |strategic |guided |ballistic |cruise |hypersonic |two |three |four )*(?:missiles|projectiles|rockets|SRBMs|ICBMs)\b"
        r"|\b(?:missiles|projectiles|rockets) (?:were|flew|landed|fell|travell?ed|fired|launched)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:미[사싸]일|발사체)들|각각|연달아|연이어 발사|잇[따달]라 발사|\d\s?(?:차례|회)[에\s]{0,2}(?:걸쳐|발사)|[2-9]\s?(?:발|기)"
    ),
    "ja": re.compile(r"それぞれ|いずれも|相次い(?:で|だ)発射|[2-9]発"),
}  # fmt: skip
"""Words that are used of missiles fired together."""


def lone_missile(sentence: str, language: str) -> Count | None:
    """
    One missile, where a sentence speaks of "the missile".

    Examples
    --------
    >>> lone_missile("The missile was launched at 7:10 a.m.", "en").number
    1
    >>> lone_missile("The missiles were launched at 7:10 a.m.", "en")
    """
    match = _LONE[language].search(sentence)
    return (
        Count(1, 1, "exact", is_one=True, start=match.start(), end=match.end()) if match else None
    )


def speaks_of_many(sentence: str, language: str) -> bool:
    """
    Whether a sentence speaks of missiles that nobody counts.

    Examples
    --------
    >>> speaks_of_many("It fired a barrage of short-range missiles.", "en")
    True
    """
    return _MANY[language].search(sentence) is not None


def speaks_of_several(sentence: str, language: str) -> bool:
    """Whether a sentence on a launch speaks of more than one missile."""
    return speaks_of_many(sentence, language) or _PLURAL[language].search(sentence) is not None
