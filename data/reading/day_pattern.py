"""The pattern of days as reports write them, in three languages, and the words it is made of."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

from data.reading.numbers import ENGLISH

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAYS = {
    **{
        name: n
        for n, name in enumerate(
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        )
    },
    **{name: n for n, name in enumerate("월화수목금토일")},
    **{name: n for n, name in enumerate("月火水木金土日")},
}
_WEEKDAY = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
_COUNT = "|".join(word for word, number in ENGLISH.items() if 0 < number < 20)
_YEAR = r"(?:19|20)\d\d"
_AFTER_DAY = r"(?!\s?(?:간\b|간의|동안|に時間|に複数|만(?=[에이의\s])|째|연속|전\b|후\b|뒤|ぶり|間|連続|前に|後に|目|以内|程度))"
DAY = re.compile(
    rf"(?<![\d.])(?P<iso>(?P<iy>{_YEAR})[-./](?P<im>\d{{1,2}})[-./](?P<id>\d{{1,2}})(?!\d))"
    rf"|\b(?P<mdy>(?P<mm>{MONTH_NAME})\s{{1,2}}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d|,\d|\s?(?:km|kilo|percent))(?:,?\s{{1,2}}(?P<my>{_YEAR})|,?\s(?P<mrel>last|this)\syear\b)?)(?P<mdlist>(?:,\s\d{{1,2}}(?![\d:.]|,\d|\s(?!and|to)[a-z])){{0,4}},?\s(?:and|to)\s\d{{1,2}}(?![\d:]|[.,]\d|\s?(?:km|kilo|mile|a\.m|p\.m|missile|ballistic|short)))?"
    rf"|\b(?P<dmy>(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<dm>{MONTH_NAME})\b\.?(?:,?\s(?P<dy>{_YEAR}))?)"
    rf"|\b(?P<my_>(?:(?P<when>in|since|last|late|early|mid-?|of|from|this|by|earlier in)\s)?(?P<bm>{MONTH_NAME})\b(?!\.?\s\d{{1,2}}(?!\d))(?:\sand\s(?P<bm2>{MONTH_NAME})\b(?!\s?\d)|\.?\s(?:of\s)?(?P<by>{_YEAR})\b|,?\s(?P<brel>last|this)\syear\b)?)"
    rf"|\b(?P<years>in\s(?P<y1>{_YEAR})\b(?![-/])(?:\s(?:and|or)\s(?:in\s)?(?P<y2>{_YEAR})\b)?)"
    rf"|(?P<cjk>(?:(?P<cy>{_YEAR})\s?[년年]|(?P<cya>\d{{1,2}})\s?(?:年前|년\s?전)|(?P<cry>지난해|작년|昨年|去年|올해|今年|同年))?(?:\s?(?:의|の|、)?\s?)(?:(?P<cm>\d{{1,2}})\s?[월月]|(?P<crm>지난달|先月|이달|이번\s?달|今月|(?P<csm>같은\s?달|同月)))(?:\s?の?\s?(?P<cd>\d{{1,2}})\s?[일日](?!本){_AFTER_DAY})?)"
    rf"|(?P<cyear>(?P<cyy>{_YEAR})\s?[년年](?!\s?의?の?\s?\d{{1,2}}\s?[월月]|\s?(?:대|代|이후|以来|以降|부터|から)))"
    rf"|(?P<mago>(?P<mn>한|두|석|세|넉|네|\d{{1,2}})\s?(?:달|개월)\s?전|(?P<mj>\d{{1,2}})\s?[カヵか]月前)"
    rf"|(?<![\d.월月~-])(?P<list>(?P<ld>\d{{1,2}})(?:\s?[일日])?\s?(?:,|·|・|、|와|과|と|및)\s?)(?=\d{{1,2}}\s?[일日](?!本){_AFTER_DAY})"
    rf"|(?<![\d.~-])(?P<only>(?P<od>\d{{1,2}})\s?[일日](?!本){_AFTER_DAY})"
    rf"|(?P<week>(?:(?P<wl>last|this past|(?P<wp>(?:the )?(?:previous|preceding|prior)))\s)?\b(?P<wn>{_WEEKDAY})\b(?P<wk>\s(?:of\s)?last\sweek\b)?|(?P<wc>[월화수목금토일])요일|(?P<wj>[月火水木金土日])曜日?)"
    rf"|\b(?P<ago>(?P<an>a|the|\d{{1,2}}|{_COUNT})\s(?P<au>day|week)s?\s(?P<ad>earlier|ago|before|after (?P<that>that)(?! (?:it|the|they|North|its|he)\b)|after|later|since)\b(?P<onto> (?!(?:flew|reached|had|has|was|were|travel|soared|landed|rose|from|at|in|off|near|on|toward|into|by)\b)(?=\w))?)"
    r"|\b(?P<lastmonth>last month)\b"
    rf"|\b(?P<vague>last week(?! (?:on|and))|earlier this (?:week|month|year)|(?:just|only) (?:days|weeks) (?:after|before|earlier)|(?:\d{{1,2}}|{_COUNT}) (?:months|years) after)\b"
    r"|(?P<dago>(?:(?P<dk>이틀|사흘|나흘|닷새|엿새)\s?|(?P<dn>\d{1,2})\s?[일日]\s?)(?:전|前)(?![일날]))"
    r"|(?P<after>(?P<ko>하루|이틀|사흘|나흘|닷새|엿새)\s?(?:뒤|후)(?!인))"
    r"|(?P<rel>\b(?:today|yesterday|last night|the next day|the following day|the previous day|previous day|the same day|overnight|New Year's Day)\b"
    r"|오늘|금일|어젯밤|지난밤|어제|昨夜|昨晩|今朝|けさ|전날|그제|그저께|이날|같은 날|다음\s?날|이튿날|하루 전|本日|きょう|今日|昨日|きのう|前日|同日|この日|当日|翌日|おととい|一昨日|새해 첫날|元日|元旦)",
    re.IGNORECASE,
)
