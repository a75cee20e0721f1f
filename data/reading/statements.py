"""Statements in words: when, whereto, from where and where a missile came down."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.reading.amounts import lengths
from data.reading.clock import ClockTime, clock_times
from data.reading.launch_days import LABEL
from data.reading.launch_words import LAUNCH_WORDS
from data.reading.names import RecordNames

_FIRED = {
    "en": re.compile(
        r"\b(?<!announced the )(?:fir(?:ed|es|ing)|launch\w*|detect\w*|spotted|picked up|tracked|lift\w*|test(?:ed|s|-\w+)|took off|shot|blast|rose from)",
        re.IGNORECASE,
    ),
    "ko": re.compile(r"발사|포착|탐지|쏘|쐈|쏜|쏴|시험|도발을?\s?(?:감행|했)"),
    "ja": re.compile(r"発射|試射|探知|打ち上げ|撃|検出|検知"),
}
_NOT_FIRED = {
    "en": re.compile(
        r"\b(?:land(?:ed|ing)|fell|fall|dropped|splash\w*|came down|crash\w*|sirens?|meeting|convened|updated|published|briefing|press|evacuat\w*|alert|warned|issued|told|exercise|ended|opened|heard|impact\w*|disappeared|announced|reported|post(?:ed)?\b|tweet\w*|call(?:ed)? (?:for|on|off|an? (?:emergency|urgent))|phone call)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"낙하|탄착|떨어|회의|브리핑|발표|보도|입력|수정|송고|경보|개최|열고|소집|전화|공지"
    ),
    "ja": re.compile(r"落下|着水|着弾|消失|会見|発表|開催|公表|報道|警報|発令|開か|更新|会議"),
}
_POINTS_EN = re.compile(
    r"\b(?P<point>(?:north|south)[- ]?(?:north|south)?(?:east|west)|east[- ]north[- ]?east|east[- ]south[- ]?east|north|south|east|west)(?:ern direction|ward|wards|erly)?\b(?! (?:Korea|China|Pyongan|Phyongan|Hamgyong|Hwanghae|of|coast|Sea|Jeolla|Chungcheong|side|from)|'s|(?:ern)? (?:coast|province|sea|part|region))"
    r"(?<=ward)|\b(?:in (?:an? |the )?|toward(?:s)? the |to the |flew |fired |launched )(?P<to>(?:north|south)(?:east|west)|east|west|north|south)(?:ern)?(?:erly)?(?: direction|ward(?:s)?|(?=[,.;]| (?:for|toward|before|and|in|at|from)|$))"
)  # fmt: skip
_POINTS_KO = re.compile(
    r"(?P<to>북동|남동|동남|북서|남서|동북|동|서|남|북)\s?(?:쪽|방)\s?(?:방향)?(?:으로|을 향해|향으로|\s?동해상)"
)
_POINTS_JA = re.compile(
    r"(?P<to>北東|南東|北西|南西|東北東|東南東|東|西|南|北)(?:方向|方|の方向|に向け|へ向け|向きに)"
)
_WORDS = {
    "북동": "northeast", "동북": "northeast", "남동": "southeast", "동남": "southeast",
    "북서": "northwest", "남서": "southwest", "동": "east", "서": "west", "남": "south",
    "북": "north", "北東": "northeast", "南東": "southeast", "北西": "northwest",
    "南西": "southwest", "東北東": "east-northeast", "東南東": "east-southeast", "東": "east",
    "西": "west", "南": "south", "北": "north",
}  # fmt: skip
_EEZ = re.compile(
    r"(?P<out>(?:outside|just short of|did not (?:enter|reach))[^.;]{0,24}exclusive economic zone|(?:outside|beyond) (?:of )?(?:the )?(?:Japan(?:'s|ese) )?EEZ|배타적\s?경제수역\s?(?:\(EEZ\))?\s?(?:밖|바깥|외)|EEZ\s?(?:밖|외|바깥)|排他的経済水域\s?(?:\(EEZ\))?\s?(?:の)?外|EEZ\s?の?外)"
    r"|(?P<in>(?:inside|within|into|in) (?:of )?(?:the )?(?:Japan(?:'s|ese) )?(?:exclusive economic zone|EEZ)|배타적\s?경제수역\s?(?:\(EEZ\))?\s?(?:안|내)|EEZ\s?(?:안|내)|排他的経済水域\s?(?:\(EEZ\))?\s?(?:の)?内|EEZ\s?の?内)",
    re.IGNORECASE,
)
_SEAS = (
    ("East Sea", re.compile(r"\bEast Sea\b|Sea of Japan|(?:sea|waters) (?:off|between) (?:its|the|North Korea's|Korea)?[^.,;]{0,20}(?:east(?:ern)? coast|and Japan)|eastern (?:waters|sea)|동해|日本海|朝鮮東海")),
    ("Yellow Sea", re.compile(r"\bYellow Sea\b|\bWest Sea\b|western (?:waters|sea)|서해|황해(?!도|남도|북도)|黄海(?!道|南道|北道)")),
    ("Pacific Ocean", re.compile(r"\bPacific(?: Ocean)?\b(?! Command| island| territory)|태평양(?!사령)|太平洋(?!軍)")),
)  # fmt: skip
_OF_A_MESSAGE = re.compile(r"^\s(?:post|tweet|alert|warning|message|statement|briefing)\b")
_SAID_AT = re.compile(
    r"\b(?:said|told|announced|reported)\b (?:\w+ ){0,2}?(?:at|by) (?:about |around )?$"
)
_FELL = re.compile(
    r"\b(?:land(?:ed|ing)|fell|fall(?:en|ing)?|splash\w*|c[ao]me down|crash\w*|into|plunged)\b|낙하|떨어|탄착|落下|着水|着弾",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:from|near|in|at|off|around|of|outside|the|area|towns?|city|county|port|waters|province|region|capital region|called|district|capital,?)\s*(?:the |an area |area |north of |west of |south of |northwest of )*(?:[\w'-]+ ){0,2}|[,(]\s?)$",
    re.IGNORECASE,
)
_OVER_WATER = re.compile(
    r"\b(?:over|into|in) (?:the )?(?:sea|waters)\b[^.,;]{0,30}$", re.IGNORECASE
)
"""Before a place that says where a missile came down."""
_FROM_THERE = re.compile(r"\b(?:from|near|off)\s(?:the )?\w{0,5}$", re.IGNORECASE)
_THERE = re.compile(
    r"^[^\n。]{0,10}?(?:에서|일대|인근|부근|지역|근처|앞바다|시험장|비행장|공항|조선소|군\b|시\b|付近|から|近郊|空港|一帯|地域|周辺|沖)"
)
_NOT_THERE = re.compile(
    r"^(?:'s)?\s(?:said|says|has|had|fired|launched|test|claims?|is|was|notified|perceives|must|time|announced)\b|^'s?\s(?!Sunan|international|airport|main|Kalma)"
)
_AT_PYONGYANG = re.compile(
    r"\b(?:from|near|in|at|around|outside|of|capital,?|capital city,?)\s(?:the |an area )*$",
    re.IGNORECASE,
)
"""Elsewhere the capital's name stands for its government."""
_TYPE = {
    "en": re.compile(
        r"(?:(?:(?:short|medium|intermediate|long|longer|close)-range|intercontinental|ballistic|cruise|hypersonic|strategic|tactical|guided|anti-ship|anti-aircraft|surface-to-air|submarine-launched|unidentified|suspected|solid-fuel|multiple rocket launcher)\s){1,5}(?:missiles?|projectiles?|rockets?|rocket launchers?)",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:신형\s?)?(?:(?:대륙간|중장거리|준중거리|중거리|단거리|장거리|극초음속|전략|전술)\s?)*(?:탄도|순항|유도)?\s?(?:미[사싸]일|발사체|유도탄|방사포)"
    ),
    "ja": re.compile(
        r"(?:新型)?(?:(?:大陸間|中長距離|準中距離|中距離|短距離|長距離|極超音速|戦略)(?:の)?)*(?:弾道|巡航)?(?:ミサイル|飛翔体)"
    ),
}
_OF_A_TYPE = re.compile(
    r"\s?(?:(?:(?:short|medium|intermediate|long|mid)-range )?(?:ballistic )?missile|-class|SLBM|IRBM|intermediate)"
)
_OFFSET = re.compile(
    r"(?P<dir>(?:north|south)?(?:east|west)|north|south)\s+of\s+$|(?P<cjk>북동|남동|북서|남서|동|서|남|북|北東|南東|北西|南西|東|西|南|北)(?:쪽|방|側)?"
)

_STAMP = re.compile(
    r"\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?\s?\(?$|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]\s?(?:\(.\))?\s?$"
)
"""Before the time at which a page was put up."""
_WHEN = re.compile(r"^\s?(?:頃|ごろ|に|から|께|쯤|경|에)")
"""After the time of something that happened."""
_NUMBERED = re.compile(
    r"^\W*(?:\d\s?発目|[첫두세네]\s?번째|\d\s?번째)\S{0,6}(?:は|が|은|는|이)[、,\s]*\d"
)
"""A line on one missile of a salvo, whose time goes first."""
_WHERETO = re.compile(
    r"\b(?:into|toward|towards)\b|(?:상|해)(?:상)?으로|(?:에|を|に)向け", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    r"[\s,]*(?:(?:\w{3,6}day|local|Korean?|Seoul|Japan(?:ese)?|KST|JST|standard|time)\s?)*\(\s*",
    re.IGNORECASE,
)
"""Between a time and the same in another zone."""
_UNTIL_AFTER = re.compile(r"^\s?(?:까지|현재|기준)|^(?:まで|現在|時点)")
_UNTIL_BEFORE = re.compile(r"\b(?:until|till|as of) (?:about |around )?$", re.IGNORECASE)
_SINCE = re.compile(r"(?:부터|에서|から|~|-)[^.。]{0,16}$")
ANOTHER_ZONE = "the same in another zone"
REGIONS = {"north-pyongan", "south-pyongan", "south-hamgyong"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in words; `start` and `end` count from the start of its sentence."""

    quantity: str
    value: str
    qualifier: str
    start: int
    end: int


def launch_times(
    sentence: str, language: str
) -> tuple[list[ClockTime], list[tuple[ClockTime, str]]]:
    """Times of launch in a sentence, and the other clock times with why they are none."""
    used: list[ClockTime] = []
    refused: list[tuple[ClockTime, str]] = []
    times = clock_times(sentence)
    is_label = LABEL.match(sentence) is not None or _NUMBERED.match(sentence) is not None
    if not is_label and not LAUNCH_WORDS[language].launch.search(sentence):
        return used, [(time, "no time of a launch") for time in times]
    for time in times:
        local = [t for t in times if t.offset is None and abs(t.start - time.start) < 60]
        is_stamp = _STAMP.search(sentence[: time.start]) and not _WHEN.match(sentence[time.end :])
        is_stamp = is_stamp or _is_until(sentence, time)
        in_brackets = used and _IN_BRACKETS.fullmatch(sentence, used[-1].end, time.start)
        if in_brackets or (time.offset is not None and local):
            refused.append((time, ANOTHER_ZONE))
        elif is_label or (not is_stamp and _is_of_launch(sentence, language, time, used)):
            used.append(time)
        else:
            refused.append((time, "no time of a launch"))
    return used, refused


def _is_until(sentence: str, time: ClockTime) -> bool:
    """Whether a time is the one up to which something had not happened."""
    before = sentence[: time.start]
    until = _UNTIL_AFTER.match(sentence[time.end :]) or _UNTIL_BEFORE.search(before)
    return until is not None and not _SINCE.search(before)


def _is_of_launch(sentence: str, language: str, time: ClockTime, used: list[ClockTime]) -> bool:
    fired, other = _FIRED[language], _NOT_FIRED[language]
    if language == "en":
        before = re.split(
            r"[;,]\s(?=(?:the|it|South|North|Japan|and|but)\b(?! (?:Hwang|Phyong|Pyong|Ham|province)))",
            sentence[: time.start],
        )[-1]
        if _SAID_AT.search(before) or _OF_A_MESSAGE.match(sentence[time.end :]):
            return False
        near = sentence[time.end : time.end + 70]
        nearest = max((m.end() for m in fired.finditer(before)), default=-1)
        against = max((m.end() for m in other.finditer(before)), default=-1)
        if nearest < 0 and against < 0:
            onward, away = fired.search(near), other.search(near)
            if onward or away:
                return bool(onward) and not (away and onward and away.start() < onward.start())
            return bool(used) or fired.search(sentence) is not None
        return nearest > against
    after = sentence[time.end :]
    onward, away = fired.search(after), other.search(after)
    if onward and (not away or onward.start() < away.start()):
        return True
    return not away and fired.search(sentence[: time.start]) is not None


def statements(sentence: str, language: str, names: RecordNames) -> Iterator[Statement]:
    """Directions and impact places that a sentence states."""
    points = {"en": _POINTS_EN, "ko": _POINTS_KO, "ja": _POINTS_JA}[language]
    if _FIRED[language].search(sentence) or "방향" in sentence or "direction" in sentence:
        for match in points.finditer(sentence):
            word = match["to"] or match.groupdict().get("point") or ""
            value = _WORDS.get(word, word.casefold().replace(" ", "-"))
            yield Statement("direction", value, "exact", match.start(), match.end())
            break
    if _FIRED[language].search(sentence):
        if not LAUNCH_WORDS[language].other.search(sentence):
            yield from _type(sentence, language, names)
        if found := site(sentence, language, names):
            yield Statement("site", sentence[found[1] : found[2]], "exact", *found[1:])
        yield from _toward(sentence)
    yield from _impacts(sentence, names)


def _type(sentence: str, language: str, names: RecordNames) -> Iterator[Statement]:
    """Missile by its name, or else by the words for its class and kind."""
    named = names.missiles.find(sentence)
    words = _TYPE[language].search(sentence)
    span = (named[0].start, named[0].end) if named else words.span() if words else None
    if span:
        yield Statement("missile", " ".join(sentence[slice(*span)].split()), "exact", *span)


def _toward(sentence: str) -> Iterator[Statement]:
    """Sea that a missile was fired toward: no direction, but what the record has of one."""
    for value, pattern in _SEAS:
        for match in pattern.finditer(sentence):
            around = sentence[max(0, match.start() - 16) : match.end() + 8]
            if _WHERETO.search(around):
                yield Statement("direction", f"toward the {value}", "exact", *match.span())
                return


def _impacts(sentence: str, names: RecordNames) -> Iterator[Statement]:
    fell = _FELL.search(sentence)
    if not fell:
        return
    if zone := _EEZ.search(sentence):
        value = "Japan's exclusive economic zone"
        value = value if zone["in"] else f"outside {value}"
        yield Statement("impact_place", value, "exact", zone.start(), zone.end())
    for name in names.places.find(sentence):
        offset = _offset(sentence, name.start, name.end)
        if offset:
            value = f"{offset} of {names.place_names[name.id]}"
            yield Statement("impact_place", value, "about", name.start, name.end)
    for value, pattern in _SEAS:
        if match := pattern.search(sentence):
            yield Statement("impact_place", value, "exact", match.start(), match.end())
            break


def _offset(sentence: str, start: int, end: int) -> str | None:
    """Distance and direction from a place: `200 km west`."""
    before = sentence[:start]
    way = _OFFSET.search(before)
    if way is not None and way["dir"]:
        start = way.start()
        amounts = [a for a in lengths(before) if start - a.end < 30]
        if amounts and amounts[-1].unit == "km":
            return f"{amounts[-1].low:g} km {way['dir'].casefold()}"
        return None
    after = sentence[end : end + 40]
    onward = _OFFSET.search(after)
    amounts = [a for a in lengths(after) if a.unit == "km"]
    if onward and onward["cjk"] and amounts and onward.start() < amounts[0].start:
        return f"{amounts[0].low:g} km {_WORDS[onward['cjk']]}"
    return None


def site(sentence: str, language: str, names: RecordNames) -> tuple[str, int, int] | None:
    """Site that a sentence on a launch names, the closest one before a mere region."""
    if not _FIRED[language].search(sentence):
        return None
    found = []
    for name in names.sites.find(sentence):
        before, after = sentence[max(0, name.start - 40) : name.start], sentence[name.end :][:30]
        if _OVER_WATER.search(before):
            continue
        is_at = _FROM_THERE.search(before + sentence[name.start : name.start + 5])
        if _NOT_THERE.match(after) and not is_at:
            continue
        if name.id == "pyongyang-area" and not _AT_PYONGYANG.search(before) and language == "en":
            continue
        is_from = (is_at or _FROM.search(before)) and not _OF_A_TYPE.match(after)
        if is_from if language == "en" else _THERE.match(after):
            found.append(name)
    if not found:
        return None
    found.sort(key=lambda n: (n.id in REGIONS, n.id == "pyongyang-area", n.start))
    return found[0].id, found[0].start, found[0].end
