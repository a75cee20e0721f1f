"""Whether a day that a sentence names is that of a launch, of a statement, or of something else."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

from data.reading.days import DayMention
from data.reading.launch_words import LaunchWords

_DATELINE = re.compile(
    r"^\W*(?:date\s)?(?:[A-Z][A-Za-z.'-]+(?: and [A-Z]\w+)?(?:,? [A-Z][A-Za-z.-]+){0,3},? ?)?(?:\([^)]{0,60})?[,\s/-]*$"
)
_POSSESSIVE = re.compile(
    r"^'s?(?:\s\w+){0,3}\s(?:launch|test|missile|projectile|firing|flight|barrage|salvo)",
    re.IGNORECASE,
)
_OPEN_MONTH = re.compile(r"(?:since|by|this|from|of)\b", re.IGNORECASE)
_STRONG = re.compile(
    r"\b(?:North|Pyongyang|It|country)\b[^,;]{0,40}\b(?:test-?)?(?:fired|launched|tested|fires|launches)\b"
)
_RELATIVE_DAY = {"relative", "weekday"}
_TOPIC = re.compile(r"(?:[은는이가]|は|が|에 따르면|によると)[,、\s]*$")
_SUBJECT = re.compile(r"북한[이은]|北朝鮮[がは]|[\"「]")
_TAIL = re.compile(
    r"^\s*(?:and )?(?:off|into|toward|towards|from|on|at|early|late|near|in|over|across|just|shortly)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"^,?\s*(?:GMT|UTC|[ECMP][DS]?T|HST|in Washington)\b")
FOLLOWS = re.compile(r"^[^.。,、]{0,40}?(?:에 이어|이후|에도|以来|に続|以降|に次)")
_STEM = {
    "ko": re.compile(r"발사|쏘|쐈|쏜|쏴|시험|포착|진행|실시|비행|감행|떨어|낙하|맞혔|명중|\d발"),
    "ja": re.compile(r"発射|打ち上げ|撃|実験|行われ|行った|飛翔|落下|\d発"),
}
_SAYING = {
    "ko": re.compile(r"밝혔|밝힌|보도|발표|전했|말했|주장했|설명|공개|알렸"),
    "ja": re.compile(r"発表|述べ|報じ|伝え|明らか|語っ|会見"),
}
_DASH = re.compile(r"^\)?,?\s?(?:\([^)]*\)\s?)?(?:-|/|$|\||\))")
_FIRED = re.compile(r"\b(?:fir(?:ed|ing)|launch\w*|test(?:ed|-fired|-firing)?|missiles?)\b")
_LAUNCHING = re.compile(r"\b(?:fir(?:ed|es|ing)|launched|launching|test-fir\w+|tested)\b")
_OPENING = re.compile(r"^[\s\"']*(?:on|in)?\s*$", re.IGNORECASE)
"""What may stand before a day that opens its sentence or clause."""
_ROUGHLY = re.compile(r"\b(?:(?:less|more) than|about|nearly|around|almost|some|within)\s*$")
_OF_A_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][DS]?T) (?:on )?$")
_IN_GAP = re.compile(r"발사|発射")
LAUNCH, SAID, OTHER = "launch", "said", "other"


def role(
    language: str, words: LaunchWords, text: str, mention: DayMention, following: DayMention | None
) -> str:
    """What a day of a sentence is: that of a launch, of a statement, or of something else."""
    if language != "en":
        return _asian_role(language, words, text, mention, following)
    before, after = text[max(0, mention.start - 90) : mention.start], text[mention.end :][:120]
    if _is_dateline(text, mention, after) or _ZONE.match(after) or _OF_A_ZONE.search(before):
        return OTHER
    if _POSSESSIVE.match(after):
        return LAUNCH
    if mention.offset is not None:
        clause = re.split(r"[,;]", after)[0]
        is_launch = _FIRED.search(clause) and not words.foreign.search(clause)
        is_launch = is_launch and not _ROUGHLY.search(before)
        return LAUNCH if is_launch else OTHER
    if words.said_before.search(before) or words.said_after.match(after):
        return SAID
    return LAUNCH if _is_in_a_launch(words, text, mention) else OTHER


def _is_dateline(text: str, mention: DayMention, after: str) -> bool:
    """Whether a day stands in "SEOUL, Jan. 5 -", or alone before the text."""
    if _DATELINE.match(text[: mention.start]) and _DASH.match(after):
        return True
    is_first = not text[: mention.start].removeprefix("date ").strip()
    return text[mention.start].isdigit() and is_first


def _is_in_a_launch(words: LaunchWords, text: str, mention: DayMention) -> bool:
    """Whether the clause of a day speaks of a launch."""
    if mention.date and len(mention.date) == 7 and _OPEN_MONTH.match(text[mention.start :]):
        return False
    clause = _clause(words, text, mention)
    onward = _STRONG.search(text, mention.end)
    if onward and _OPENING.match(text[: mention.start]):
        clause += onward[0]
    if _TAIL.match(clause) and not words.launch.search(clause):
        clause = text[: mention.start]
    if words.foreign.search(clause) or not words.launch.search(clause):
        return False
    return _LAUNCHING.search(clause) is not None or not words.other.search(clause)


def _clause(words: LaunchWords, text: str, mention: DayMention) -> str:
    """Clause of a day; that before or after it where it has no words of its own."""
    cuts = [(0, 0), *((cut.start(), cut.end()) for cut in words.clause.finditer(text))]
    cuts.append((len(text), len(text)))
    number = max(n for n, cut in enumerate(cuts[:-1]) if cut[1] <= mention.start or n == 0)
    last = next(n for n in range(number + 1, len(cuts)) if cuts[n][0] >= mention.end)
    first = cuts[number][1]
    own = text[first : mention.start] + text[mention.end : cuts[last][0]]
    if words.launch.search(own) or len(own.split()) > 3:
        return own
    if number == 0:
        return text[cuts[last][1] : cuts[min(last + 1, len(cuts) - 1)][0]]
    opens = _OPENING.match(text[first : mention.start])
    return text[cuts[number - 1][1] : cuts[number if opens else last][0]]


def _asian_role(
    language: str, words: LaunchWords, text: str, mention: DayMention, following: DayMention | None
) -> str:
    """A day is that of the launch if the next verb after it is one of launching."""
    after = text[mention.end :][:140]
    if FOLLOWS.match(after) and _STEM[language].search(text):
        return LAUNCH
    if following and text[mention.end : following.start] == "(":
        return OTHER  # "어제(12일)": the day in brackets is the same and says as much
    stem, saying = _STEM[language].search(after), _SAYING[language].search(after)
    until = stem.start() if stem else len(after)
    if words.said_after.match(after) or (saying and saying.start() < until):
        return SAID
    if not stem or words.foreign.search(text):
        is_old = words.recalled.search(text) and not words.other.search(after)
        is_ours = _STEM[language].search(text) and not words.foreign.search(text)
        return LAUNCH if is_old and is_ours else OTHER
    if following and following.start - mention.end < until:
        return SAID if _gives_way(text, mention, following) else LAUNCH
    gap = after[:until]
    return OTHER if words.other.search(gap) and not _IN_GAP.search(gap) else LAUNCH


def _gives_way(text: str, mention: DayMention, following: DayMention) -> bool:
    """Whether the day after this one is that of the launch: "합참은 5일 북한이 4일 ..."."""
    between = text[mention.end : following.start]
    is_list = len(between) <= 2 and following.basis == mention.basis
    if is_list and (mention.date or "") < (following.date or ""):
        return False
    is_topic = _TOPIC.search(text[: mention.start]) or _SUBJECT.search(between)
    return bool(is_topic) or following.basis in _RELATIVE_DAY
