"""Whether a day that a sentence names is that of a launch, of a statement, or of something else."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from functools import lru_cache
from itertools import pairwise

from data.reading.amounts import lengths
from data.reading.asian_days import LAUNCH, OTHER, SAID, asian_role
from data.reading.day_mention import DayMention
from data.reading.launch_words import LaunchWords

_DATELINE = re.compile(
    r"^\W*(?:date\s)?(?:[A-Z][A-Za-z.'-]+(?: and [A-Z]\w+)?(?:,? [A-Z][A-Za-z.-]+){0,3}[,:]? ?)?(?:\([^)]{0,60}\)?)?[,\s/-]*$"
)
_POSSESSIVE = re.compile(
    r"^'s?(?:\s\w+){0,3}\s(?:launch|test|missile|projectile|firing|drill|flight|barrage|salvo)",
    re.IGNORECASE,
)
_OPEN_MONTH = re.compile(r"(?:since|by|this|from|of)\b", re.IGNORECASE)
_STRONG = re.compile(
    r"\b(?:North|Pyongyang|It|country)\b[^,;]{0,40}\b(?:test-?)?(?:fired|launched|tested|fires|launches)\b"
)
_TAIL = re.compile(
    r"^\s*(?:and )?(?:off|into|toward|towards|from|on|at|early|late|near|in|over|across|just|shortly)\b",
    re.IGNORECASE,
)
_BEFORE_A_DAY = re.compile(r"^\s*(?:and )?(?:on|in)\s{2}")
"""A clause that its day opens, once the day is taken out of it."""
_ZONE = re.compile(
    r"^[,)]*\s*(?:GMT|UTC|[ECMP][DS]?T|HST|in Washington|(?:Eastern|Central|Pacific) (?:Standard|Daylight)? ?Time)\b"
)
_CITY = re.compile(r"(?:[A-Z]{3,}|[A-Z][a-z]{3,}|\)),?:? $")
"""Before the day of a dateline that ends with a colon."""
_DASH = re.compile(r"^\)?,?\s?(?:\([^)]*\)\s?)?(?:-|/|$|\||\))|^ \([^)]*\):")
_FIRED = re.compile(r"\b(?:fir(?:ed|ing)|flew|launch\w*|test(?:ed|-fired|-firing)?|missiles?)\b")
_LAUNCHING = re.compile(
    r"\b(?:fir(?:ed|es|ing)|launched|launching|test-fir\w+|tested|(?:conducted|carried out|staged)(?= [^,;]{0,60}\b(?:launch|test|firing))(?![^,;]{0,40}\b(?:nuclear|engine)))\b"
)
_OPENING = re.compile(
    r"^[\s\"']*(?:[^,;]{0,60}\bthat )?"
    r"(?:(?:late |early |just |shortly )?(?:on|in|at|before|during) (?:the )?(?:early |late |small )?(?:morning|afternoon|evening|night|hours|dawn)(?: hours)? (?:of|on)\s*$)?"
    r"(?:(?:shortly |just |soon )?(?:(?:at|after|before|around|about|by) )?(?:about |around )?"
    r"(?:[\d:.]+\s?(?:[ap]\.?m\b\.?)?|noon|midnight|dawn)(?:,? (?:hours|local|standard|time|[A-Z]{2,4}|Korean?|Seoul|Pyongyang|Japan(?:ese)?))*,?\s?)?"
    r"(?:on|in|early|late)?\s*$",
    re.IGNORECASE,
)
"""What may stand before a day that opens its sentence or clause."""
_HAD_FIRED = re.compile(
    r"^, [^,;]{0,70}\b(?:said|reported|announced|confirmed)\b[^,;]{0,40}\bhad (?:test-)?(?:fired|launched|conducted)\b"
)
"""After the day of a statement on what had been done before it."""
_ROUGHLY = re.compile(r"\b(?:(?:less|more) than|about|nearly|around|almost|some|within)\s*$")
_OF_A_ZONE = re.compile(r"\b(?:GMT|UTC|[ECMP][DS]?T) (?:on )?$")
_WORD = re.compile(r"[A-Za-z]{2,}")
_FEW = 3
_VERB = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|could|may|said|told|met|held|began|came|took|(?<![-\w])[a-z]{3,}ed)\b"
)
"""Without one, a clause is but the rest of a list: "fired rockets, shells, and guns on April 28"."""
_ITEM = re.compile(r"\s*[・●○■◆▲△▷*•◦-]\s*$")
"""Before the day that opens a line of a list."""
LABEL = re.compile(
    r"^\W*(?:Date/Time\b|(?:When|Date|Time|Launch (?:time|date)|일시|발사\s?(?:일시|시각)|日時|発射(?:日時|時刻))\s?:)",
    re.IGNORECASE,
)
"""A line of a list of facts: what stands in it is of the launch."""
_NAME_OF_A_DAY = re.compile(r"^\s?(?:\([\d.]+\)\s)?(?:Hero|Yongung|submarine|class)\b")
"""The submarine of August 24 is called after a day."""
_THE_LAST = re.compile(
    r"(?:^\W*The|[:;,-] the) (?:last|previous|first|latest)(?: one)? (?:was|came|occurred)\b"
)
_OF_THE_FIRST = re.compile(
    r"\b(?:its|the) (?:first|second|last|previous) (?:flight|test|launch) (?:on|in) $"
)
_TOOK_PLACE = re.compile(
    r"\b(?:took place|occurred|happened|was (?:held|conducted|carried out|staged))\b"
    r"(?:\s(?:on|early|late|in the))*\s*$"
    r"|\b(?:tests?|launch(?:es)?|firings?),? (?:(?:which|that) (?:was|were) )?(?:conducted|carried out|held|staged)\b[^,;.]{0,50}$"
)
_STRETCH = 90
"""Letters after a year that opens a sentence within which what was done in it is said."""
_BRACKETED = re.compile(r"day (?:morning |afternoon |evening |night )?\($")
"""A day that only spells out the day of the week before it."""
_COUNTED_SINCE = re.compile(
    r"\b(?!first)(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b[^,;.]{0,50}\bsince\s*$",
    re.IGNORECASE,
)
"""Before a day from which launches are counted."""
_BY_OTHERS = re.compile(
    r"^\s*(?:South Korea|Seoul|the South|the U\.?S|the United States|Washington|Japan|Tokyo|Beijing|China|Russia)\b"
    r"(?!.*\b(?:detect\w*|North|Pyongyang)\b)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:ones?|another|two|three|others?|those|the (?:last|latest)|(?:launch|test|flight|round)(?:es|s)?)"
    r"(?:\s(?:over|from|near|toward) [A-Z]\w+)?(?:\s(?:had|was|were|came|coming|occurr(?:ed|ing)|took place|happened|being))?(?:\s(?:on|in|at the (?:beginning|end|start) of))?\s*$",
    re.IGNORECASE,
)
"""Before the day of a launch that a word stands for: "after one on Sept. 28"."""
_WHEN = re.compile(
    r"^,?[^.;,]{0,12}\bwhen\b[^.;]{0,60}(?:\b(?:fired|launched|tested|test-\w+|lobbed)\b|\btests? of\b)"
)
_IN_A_YEAR = re.compile(
    r"\b(?:North Korea(?!n)|the North\b|Pyongyang|(?:the|that) country|the regime|it|they)\b"
    r"[^,;.]{0,60}\b(?:fired|launched|test-fired|tested|sent|lobbed|conducted)\b"
    r"|\b(?:North Korea's|the North's|its) [^,;.]{0,40}\b(?:reached|flew|soared|rose|travell?ed|peaked)\b",
    re.IGNORECASE,
)


def role(
    language: str, words: LaunchWords, text: str, mention: DayMention, following: DayMention | None
) -> str:
    """What a day of a sentence is: that of a launch, of a statement, or of something else."""
    if language != "en":
        return asian_role(language, words, text, mention, following)
    before, after = text[max(0, mention.start - 90) : mention.start], text[mention.end :][:120]
    if _ITEM.match(text[: mention.start]) and (words.launch.search(after) or lengths(after)):
        return LAUNCH
    if _is_beside(text, mention, before, after):
        return OTHER
    if _POSSESSIVE.match(after) or LABEL.match(text):
        return LAUNCH
    if mention.offset is not None:
        is_launch = _is_counted_from(words, before, after)
    elif (
        words.said_before.search(before)
        or words.said_after.match(after)
        or (_OPENING.match(text[: mention.start]) and _HAD_FIRED.match(after))
    ):
        return SAID
    elif mention.date and len(mention.date) == len("2017"):
        is_launch = _is_in_a_year(words, text, mention)
    else:
        is_another = _WHEN.match(after) or _is_of_another(words, text, mention, before)
        is_launch = bool(is_another) or _is_in_a_launch(words, text, mention)
    return LAUNCH if is_launch else OTHER


def _is_beside(text: str, mention: DayMention, before: str, after: str) -> bool:
    """Whether a day is that of a dateline, of another zone, of a name, or says one once more."""
    return bool(
        _is_dateline(text, mention, after)
        or _ZONE.match(after)
        or _OF_A_ZONE.search(before)
        or _NAME_OF_A_DAY.match(after)
        or _BRACKETED.search(before)
        or (_COUNTED_SINCE.search(before) and not _WHEN.match(after))
    )


def _is_counted_from(words: LaunchWords, before: str, after: str) -> bool:
    """Whether "eight days after" is followed by a launch of the North."""
    clause = re.split(r"[,;]", after)[0]
    is_launch = _FIRED.search(clause) and not words.foreign.search(clause)
    return bool(is_launch and not _BY_OTHERS.match(clause) and not _ROUGHLY.search(before))


def _is_in_a_year(words: LaunchWords, text: str, mention: DayMention) -> bool:
    """Whether the North launched something in a year."""
    clause = _whole_clause(words, text, mention)
    opened = max((end for _, end in _cuts(words.clause, text) if end <= mention.start), default=0)
    if _OPENING.match(text[opened : mention.start]):
        clause = text[opened : _STRETCH + mention.end]
    is_other = words.other.search(clause) or words.foreign.search(clause)
    return bool(_IN_A_YEAR.search(clause) and not is_other)


def _is_of_another(words: LaunchWords, text: str, mention: DayMention, before: str) -> bool:
    """Whether a word before a day stands for a launch: "after one on", "took place on"."""
    if _OPEN_MONTH.match(text[mention.start :]):
        return False
    is_another = _OF_ANOTHER.search(before) and (
        words.launch.search(text)
        or _THE_LAST.search(text)
        or _OF_THE_FIRST.search(before)
        or lengths(text)
    )
    if not is_another and _TOOK_PLACE.search(before):
        is_another = words.launch.search(text[: mention.start])
    is_beside = words.foreign.search(text) or words.other.search(before)
    return bool(is_another and not is_beside)


def _is_dateline(text: str, mention: DayMention, after: str) -> bool:
    """Whether a day stands in "SEOUL, Jan. 5 -", or alone before the text."""
    head = text[: mention.start]
    if _DATELINE.match(head) and (_DASH.match(after) or (_CITY.search(head) and after[:1] == ":")):
        return True
    is_first = text[: mention.start].strip() in {"", "date"}
    return text[mention.start].isdigit() and is_first


def _is_in_a_launch(words: LaunchWords, text: str, mention: DayMention) -> bool:
    """Whether the clause of a day speaks of a launch."""
    if mention.date and len(mention.date) == 7 and _OPEN_MONTH.match(text[mention.start :]):
        return False
    clause = _clause(words, text, mention)
    onward = _STRONG.search(text, mention.end)
    if onward and _OPENING.match(text[: mention.start]):
        clause += onward[0]
    is_tail = _TAIL.match(clause) and not _BEFORE_A_DAY.match(clause)
    if is_tail and not words.launch.search(clause):
        clause = text[: mention.start]
    if words.foreign.search(clause) or not words.launch.search(clause):
        return False
    return _LAUNCHING.search(clause) is not None or not words.other.search(clause)


@lru_cache(maxsize=8)
def _cuts(clause: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence is cut into clauses: once for all its days."""
    return tuple(cut.span() for cut in clause.finditer(text))


def _whole_clause(words: LaunchWords, text: str, mention: DayMention) -> str:
    """Clause of a day with the one it opens."""
    cuts = _cuts(words.clause, text)
    first = max((end for _, end in cuts if end <= mention.start), default=0)
    last = min((start for start, _ in cuts if start >= mention.end), default=len(text))
    return text[first:last]


def _clause(words: LaunchWords, text: str, mention: DayMention) -> str:
    """Clause of a day; that before or after it where it has no words of its own."""
    cuts = [(0, 0), *_cuts(words.clause, text)]
    cuts.append((len(text), len(text)))
    number = max(n for n, cut in enumerate(cuts[:-1]) if cut[1] <= mention.start or n == 0)
    last = next(n for n in range(number + 1, len(cuts)) if cuts[n][0] >= mention.end)
    first = cuts[number][1]
    own = text[first : mention.start] + text[mention.end : cuts[last][0]]
    is_opened = _OPENING.match(text[first : mention.start])
    said = text[mention.end : cuts[last][0]] if is_opened else own
    if words.launch.search(own):
        return own
    is_list = number and text[slice(*cuts[number])].strip() in {",", "and"}
    is_list = is_list and not _VERB.search(own) and not words.other.search(own)
    if len(_WORD.findall(said)) > _FEW and not is_list:
        return own
    if number == 0:
        clauses = [text[a[1] : b[0]] for a, b in pairwise(cuts[last : last + 4])]
        return next((each for each in clauses if words.launch.search(each)), "".join(clauses[:1]))
    if is_opened:
        onward = text[cuts[last][1] : cuts[min(last + 1, len(cuts) - 1)][0]]
        before = text[cuts[number - 1][1] : cuts[number][0]]
        if words.launch.search(onward) and not words.launch.search(before):
            return onward
        if words.launch.search(before):
            return before
    first = next(
        (a[1] for a in reversed(cuts[:number]) if words.launch.search(text, a[1], first)), 0
    )
    return text[first : cuts[last][0]]
