"""The same for Korean and Japanese, where the verb comes last: whether a day is that of a launch."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

from data.reading.day_mention import DayMention
from data.reading.launch_words import LaunchWords

LAUNCH, SAID, OTHER = "launch", "said", "other"
"""What a day of a sentence can be."""
_CJK_DATELINE = re.compile(r"^[^】\]]{0,12}[【\[][^】\]]{0,16}$")
_WIRE = re.compile(r"^발\s?\S{0,6}(?:통신|연합|특파원|기자|=)")
"""After the day of a dateline: "7월 29일발 신화통신"."""
_IN_A_YEAR_CJK = re.compile(
    r"^(?:[^.。]{0,8}북한[이은][^.。]{0,14}(?:발사|쏜|쏘)|(?:や|、|と)?(?:\d{4}年)?に(?:は|も)?[^。]{0,36}(?:発射|打ち上げ))"
)
_LATE = re.compile(r"(?:지난|앞서)\s*$")
_FIRED_KO = re.compile(r"^[^.。,]{0,40}(?:발사|쏜|쏘)(?!체)")
_FIRED_THEN = re.compile(
    r"^\s?년?(?:에)?\s?(?:발사[한된]|쏜|쏘아)|^年?(?:に)?(?:発射|打ち上げ)(?:した|された)"
)
"""What the North did in a year that follows its name."""
_DAY_OF_NEWS = re.compile(
    r"이날\s(?:새로\s)?발사[된한]\s|(?:この日|同日)(?:に)?発射(?:された|した)"
)
"""The launch that the report is about, not one of the day of the statement before it."""
_TOLD_NEXT_DAY = re.compile(
    r"(?:翌日|다음\s?날|이튿날)(?:になって|に|에야|에)?、?(?=[^。.]{0,60}(?:公開|公表|発表|報じ|伝え|공개|발표|보도|밝혔|밝힌))"
    r"(?![^。.]{0,30}(?:発射|쏘|쐈|발사)(?:し|した|し、|했다|하고|했고)(?!と|다고))"
)
"""A day after a launch on which it was told of."""
_STATE_MEDIA = re.compile(
    r"(?:중앙통신|[로노]동신문|중앙TV|중앙방송|(?<![가-힣])(?:통신|신문|방송)(?=[은는])|同(?:通信|紙|テレビ)(?=は)|朝鮮中央通信|労働新聞|朝鮮中央テレビ)"
    r"(?:\([^)]*\))?[\"'」』]?[은는이가はが]、?\s*$"
)
"""They report what was done on an earlier day."""
FOLLOWS = re.compile(
    r"^(?:(?:[과와,·및、と]\s?|\s){0,2}(?:(?:지난달|지난|先月)\s?)?(?:\d{1,2}[월月]\s?(?:\d{1,2}[일日])?|\d{1,2}[일日])){0,6}"
    r"(?:[과와,·、\s]{0,2}지난달)?[^.。,、]{0,40}?(?:[에데] 이어|이후|에도|以来|に(?:引き)?続|以降|に次)"
)
_OF_A_MISSILE = re.compile(
    r"^の(?:ICBM|弾道|ミサイル|発射(?!台))|^(?:의)?\s?(?:ICBM|미사일|발사)(?:의|은|는|때|보다)"
)
"""After the month of a launch that another is measured by."""
_COUNTED = re.compile(r"만(?:이다|에|입니다|이며|이고|의)|[번차]째|차례|회째|ぶり|[回度]目")
"""How long after, or the how manieth, a launch was."""
_PASSED = re.compile(r"上空|飛び越え|넘은|넘긴|통과|상공")
"""A missile that came over Japan had been launched."""
_LAUNCH_WAS = re.compile(
    r"(?:발사\s?(?:시각|시점|일시)?[은는]|(?:発射|打ち上げ|実験)(?:時刻|日時|を?した(?:の|時期))?は、?)\s?$"
)
"""Before the day of which nothing but the launch is said."""
TELLER = re.compile(
    r"(?:省|相|軍|部|府|官|氏|長官|通信|メディア|합참|군|부|성|청|상|통신|신문)(?:\([^)]*\))?[は은는]\s?$"
)
"""Before the day on which an authority speaks."""
_STEM = {
    "ko": re.compile(
        r"발사|쏘|쐈|쏜|쏴|시험|포착|진행|실시|비행|감행|사격|이뤄|이루어|떨어|낙하|맞혔|명중|\d발"
    ),
    "ja": re.compile(r"発射|試射|打ち上げ|撃|実験|投入|行われ|行った|飛翔|落下|\d発"),
}
_SAYING = {
    "ko": re.compile(r"밝혔|밝힌|밝히|보도|발표|전했|말했|주장했|설명|공개|알렸"),
    "ja": re.compile(r"発表|述べ|報じ|伝え|明らか|語っ|会見"),
}
_IN_GAP = re.compile(r"발사|発射")
_COUNTED_SINCE = re.compile(
    r"^(?:上旬|中旬|下旬|末|初め)?(?:から|以降|以来|부터|이후)[^。.]{0,8}\d+\s?(?:回目|번째|回)"
)
"""A day from which launches are counted."""
_SPAN = re.compile(r"부터|から")
_TOPIC = re.compile(r"(?:[은는이가]|は|が|에 따르면|によると)[,、\s]*$")
_OF_NORTH = re.compile(r"(?:북한|북측|北朝鮮)[은이はが]\s*$")
_SUBJECT = re.compile(r"북한[이은]|北朝鮮[がは]|[\"「]")
_CLAIMED = re.compile(
    r"다고\s?(?:주장|발표|밝|공개|보도|전했)|と(?:主張|発表|明らか|公表|報じ|伝え)"
)
"""After an earlier day: what was done on it was told on the day before it in the sentence."""
_HERE = "\0"
_NORTH_TELLS = re.compile(
    r"(?:북한은|北朝鮮は)\s?"
    + _HERE
    + r"(?!.*(?:軍|省|部|通信|政府|メディア|합참|군|통신|방위성|정부|신문)[がは은는이가]\s?|.*한 바 있)"
    r".*(?:다고\s(?:\S+\s)?(?:주장|발표|밝|공개)|と(?:発表|主張|明らか|公表))"
)
"""The North itself tells on a day of what it had done."""
_RELATIVE_DAY = {"relative", "weekday"}


def asian_role(
    language: str, words: LaunchWords, text: str, mention: DayMention, following: DayMention | None
) -> str:
    """A day is that of the launch if the next verb after it is one of launching."""
    before, after = text[: mention.start], text[mention.end :][:140]
    is_beside = _CJK_DATELINE.match(before) or _WIRE.match(after) or _COUNTED_SINCE.match(after)
    if is_beside or _DAY_OF_NEWS.match(text[mention.start :]):
        return OTHER
    if mention.date and len(mention.date) == len("2017"):
        is_ours = _OF_NORTH.search(_LATE.sub("", before)) and _FIRED_KO.match(after)
        is_launch = is_ours or _FIRED_THEN.match(after) or _IN_A_YEAR_CJK.match(after)
        return LAUNCH if is_launch else OTHER
    is_told = _STATE_MEDIA.search(before) or after.startswith(("자 ", "付"))
    if is_told or _TOLD_NEXT_DAY.match(text[mention.start :]):
        return SAID
    if _OF_A_MISSILE.match(after) or _LAUNCH_WAS.search(before):
        return LAUNCH
    if FOLLOWS.match(after) and any(
        (_STEM[language].search(text), _COUNTED.search(after), _PASSED.search(text))
    ):
        return LAUNCH
    return _by_the_next_verb(language, words, text, mention, following)


def _by_the_next_verb(
    language: str, words: LaunchWords, text: str, mention: DayMention, following: DayMention | None
) -> str:
    after = text[mention.end :][:140]
    is_day = following is None and len(mention.date or "") == len("2017-07-04")
    is_day &= text[mention.start : mention.end] not in {"전날", "前日"}
    if is_day and _NORTH_TELLS.search(text[: mention.start] + _HERE + after):
        return SAID
    if following and text[mention.end : following.start] == "(":
        return OTHER  # "어제(12일)": the day in brackets is the same and says as much
    stem, saying = _STEM[language].search(after), _SAYING[language].search(after)
    until = stem.start() if stem else len(after)
    if words.said_after.match(after) or (saying and saying.start() < until):
        return SAID
    is_foreign = words.foreign.search(text) is not None
    if not stem or is_foreign:
        is_old = words.recalled.search(text) is not None and not words.other.search(after)
        is_launch = is_old and _STEM[language].search(text) is not None and not is_foreign
    elif following and following.start - mention.end < until:
        return SAID if _gives_way(text, mention, following) else LAUNCH
    else:
        gap = after[:until]
        is_launch = not words.other.search(gap) or _IN_GAP.search(gap) is not None
    return LAUNCH if is_launch else OTHER


def _gives_way(text: str, mention: DayMention, following: DayMention) -> bool:
    """Whether the day after this one is that of the launch: "합참은 5일 북한이 4일 ..."."""
    between = text[mention.end : following.start]
    if _SPAN.search(between):
        return False
    is_list = len(between) <= 2 and following.basis == mention.basis
    if is_list and (mention.date or "") < (following.date or ""):
        return False
    is_earlier = (following.date or "") < (mention.date or "")
    if is_earlier and following.basis == "stated" and _CLAIMED.search(text, following.end):
        return True
    head = text[: mention.start]
    is_topic = (_TOPIC.search(head) and not _OF_NORTH.search(head)) or _SUBJECT.search(between)
    return bool(is_topic) or following.basis in _RELATIVE_DAY
