"""Words by which a sentence speaks of a launch, of a statement, or of something else."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass

from data.reading.own_versions import NOT_OWN


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LaunchWords:
    """
    Patterns of one language: `launch` names a launch, `foreign` that of another country.

    `said_before` and `said_after` mark the day of a statement. `pronoun` opens a sentence on what the
    one before it was about, `of_before` even in a new paragraph, `then` one on the launch recalled
    last; `current` is the launch that the report is about, `recalled` an earlier one; `clause` is
    where one clause ends and another begins.
    """

    launch: re.Pattern[str]
    foreign: re.Pattern[str]
    said_before: re.Pattern[str]
    said_after: re.Pattern[str]
    other: re.Pattern[str]
    current: re.Pattern[str]
    recalled: re.Pattern[str]
    subordinate: re.Pattern[str]
    pronoun: re.Pattern[str]
    of_before: re.Pattern[str]
    then: re.Pattern[str]
    clause: re.Pattern[str]
    failure: re.Pattern[str]
    no_failure: re.Pattern[str]
    success: re.Pattern[str]


_SAY = (
    r"(?:said|says|told|reported|announced|confirmed|stated|added|claimed|declared|revealed|disclosed|released|issued|dispatched|carried|published"
    r"|statement|dispatch|briefing|press conference|news conference|press release|report|meeting|interview|session)"
)
_OTHERS = r"(?:South Korean?|the South|Seoul|(?:the )?allies|(?:the )?United States|the U\.S\.|U\.S\.|American|Japan|Iran|Russia|China|India|Pakistan|Israel|Washington|Tokyo|Beijing|Moscow|South Korea and the United States)"
EN = LaunchWords(
    launch=_p(
        r"\b(?:test-?|test |flight-)?(?:fir(?:ed|es|ing|ings)|launch(?:ed|es|ing|ings)?|lobbed|shot|lift(?:ed|s)?[ -]?off|blasted off|took off|rose from|sen(?:t|ding) [^,.;]{0,40}into (?:space|orbit)|put(?:ting)? [^,.;]{0,40}into orbit)\b|\b(?:previous|first|second|third|earlier|last|failed|latest|launch|launching) attempts?\b|\baloft\b|\b(?:flight-?|missile |weapons? |rocket )?test(?:ed|s|-flight)?\b(?! site| range| facility| stand)"
        r"|\b(?:missiles?|projectiles?|rockets?|ICBMs?|SRBMs?)\b|\bfiring drill\b|\bdrills? (?:was|were) (?:conducted|held|carried out)\b|\bpass(?:ed)? over\b|\bdetected\b|\bflew\b|\blanded\b"
    ),
    foreign=_p(
        rf"\b{_OTHERS}(?:'s)?(?: (?:also|military|army|navy|air force|forces|and \w+|[\w.]+ly))*\s(?:responded|fired|launched|test-fired|tested|conducted|carried out|staged|deployed|plans?|held|developed)\b|\bSouth Korea[^.;]{{0,40}}\b(?:fired|launched)\b[^.;]{{0,60}}\bin response\b|\bImjin|\bHyunmoo|{NOT_OWN['en']}\bATACMS|\bMinuteman"
    ),
    said_before=_p(
        rf"\b{_SAY}\b(?:,? (?:to (?:reporters|parliament|lawmakers)|reporters|parliament|lawmakers|in (?:an?|its|the|Seoul|Tokyo)|at an?|by|late|early|earlier|again|also|news|state|media|TV|agency|committee|parliamentary|radio|regular|briefing|conference|statement|report|dispatch|session|English|Korean|separate|text message|interview)){{0,6}},?(?: on| late| early)?\s*$|\btold (?:[\w']+ ){{1,4}}(?:on )?$|\b[Aa]ccording to (?:[\w'.]+ ){{1,7}}(?:on |late |early )*$|\bsigned (?:the|an?) [^,;]{{0,70}}$|\b(?:released|issued|published|aired|carried) (?:by|on|in) (?:[\w'-]+ ){{1,7}}(?:on )?$"
    ),
    said_after=_p(
        rf"^(?:'s)?(?: (?:morning|afternoon|evening|night))?,? (?:(?:also|later|officially|publicly) )?[\"']?(?:(?:strongly|sternly) )?(?:{_SAY}|called|urged|warned|condemned|vowed|signed|inspected|visited)\b(?! (?:a|an|the|its|two|three|multiple|several) (?:\w+ ){{0,3}}(?:missile|launch))|^'s (?:report|statement|dispatch|edition)"
    ),
    other=_p(
        r"\b(?:sanctions?|election|summit|exercises?|drills? (?:begin|start|run)|anniversary|inaugurat|visit(?:ed)?|congress|resolution|talks|parade|took office|takes office|letters?|birthday|meeting|nuclear test|satellite images?|notified|planned for|scheduled|imposed|signed|treaty|agreements?|pact|accord|born|died|would be|will be|engines?|ordered by|decided|expected to|closed doors|(?:issued|gave|signed) (?:an? |the )?(?:\w+ )?order|wav(?:es|ed|ing)|file (?:photo|image|footage)|(?:vow|plan|pledge|promise|intend)(?:n?ed|d|s)? to|between (?=(?:January|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|(?:19|20)\d\d))|unveiled|showcased|displayed)\b"
    ),
    current=_p(
        r"\b(?:latest|newest|this|today's|most recent)(?: \w+){0,3} (?:launch|test|missiles?|projectiles?|firing|flight)\b|\bthis time\b"
    ),
    recalled=_p(
        r"\b(?:last year|in (?:19|20)\d\d|previous(?:ly)?|earlier (?:this|launch|test|missile)|the last time|last week|previous (?:launch|test|record))\b"
    ),
    subordinate=_p(
        r"(?:\b(?:after|since|when|than|compared (?:with|to)|which|before|following|similar to|until|like|from (?:those|that|the (?:ones?|missiles?|launch(?:es)?))|of|as|that)\b[^,;]*)$"
    ),
    pronoun=_p(
        r"^[\s\"']*(?:It|They|The (?:(?!latest|new|two|three|other|South|first|second)[\w-]+ ){0,3}?(?:missiles?|projectiles?|rockets?)(?! (?:launch|test|program))|The (?:Hwasong|Musudan|Nodong|Rodong|Pukguksong|KN|Scud|Unha|Taepodong)[\w -]{0,8}|The (?:two|weapons?|tests?|launch(?:es)?|(?:flight )?(?:range|distance)|(?:maximum )?(?:altitude|apogee|height))|According to [^,.]{3,40}, (?:the )?(?:missiles?|projectiles?)|That|Those|These|Both|One|Each|(?:Some|All|Most|Two|Three|Several|None) of (?:them|these|those))\b"
    ),
    of_before=_p(r"^[\s\"']*(?:It|They|That|Those|These|Both|One|Each|Some of (?:them|these))\b"),
    then=_p(r"^\s*(?:[^,;.]{0,30},? )?(?:at (?:the|that) time\b|back then\b)"),
    clause=_p(
        r",\s|;\s|\s-+\s|\s(?:which|who|after|before|while|when|since|because|but|although|though|whereas|than|following)\s|\sand (?=(?:South|North|Japan|the|it|they|a|said)\b)|:\s"
    ),
    failure=_p(
        r"\b(?:fail(?:ed|ure|s)|(?:appear|seem)\w* to (?:have )?fail(?:ed)?|unsuccessful|explod(?:ed|ing)|blew up|blown up|broke(?:n)? (?:up|apart)|disintegrat|disappeared from radar|crashed (?:shortly|soon|immediately)|exploded|abort(?:ed)?|malfunction|vanished|los(?:t|ing) thrust|engine (?:failure|trouble)|fell apart|(?:put|placed) no (?:object|satellite) (?:in|into)|(?:did|has) not (?:reach|enter|achieve) (?:its )?orbit)"
    ),
    no_failure=_p(
        r"\b(?:yet to determine|whether|not (?:known|clear)|if .{0,30} fail|without fail|failed to (?:detect|reach (?:n?either|our|its|the territor|Japan)|land in|reach agreement|intercept|stop|condemn|act|agree|adopt)|(?:talks|negotiations|diplomacy|efforts|summit) (?:have |has |had )?(?:all )?fail|reject)|fail(?:ed|ure) (?:of|to) (?:talks|diplomacy|sanction|security council|negotiat)"
    ),
    success=_p(
        r"\b(?:success(?:ful|fully)?|accurately (?:hit|landed|struck)|precisely (?:hit|struck))\b"
    ),
)
KO = LaunchWords(
    launch=_p(r"발사|쏘|쐈|쏜|쏴|시험\s?발사|시험사격|포착|비행|미사일|미싸일|탄착|낙하|떨어"),
    foreign=_p(
        r"현무|"
        + NOT_OWN["ko"]
        + r"(?:에이태큼스|ATACMS)|한미(?:가| 연합|는)\s.{0,30}(?:발사|사격)|(?:우리|한국) (?:군|공군|해군)(?:도|이|은) .{0,30}(?:대응 사격|응사)|이란이|러시아가|중국이"
    ),
    said_before=_p(r"(?!)"),
    said_after=_p(
        r"^\)?\s?(?:\([^)]{0,10}\)\s?)?[,]?\s?(?:\"|')(?![^\"']{0,20}[\"']\s?(?:을|를|의|시험|발사|미사일|형|로))|^\s?(?:오전|오후|새벽|아침|저녁|정례|이같이|이 같이|국회|서울|기자|긴급|성명|담화|언론|브리핑|공보문|\S{0,8}(?:에서|을 통해|통해|에게)\s|\s)*(?:밝혔|밝힌|보도|발표|전했|말했|주장|설명|공개|알렸|논평|언급|강조|규탄|비난|밝히|전하)"
    ),
    other=_p(
        r"(?:제재|선거|회담|훈련(?! ?(?:에|의|을|은|결과|이)? ?(?:동원|발사))|기념일|방문|당대회|결의|열병식|취임|핵실험|생일|협상|엔진|시설[을를]? ?공개|포사격|해안포|한미연합|최고인민회의|명령에 서명|유예|모라토리엄)"
    ),
    current=_p(r"이번(?!\s?(?:주|달|정부))|금번|이날 발사"),
    recalled=_p(r"지난해|작년|앞서|과거|마지막|직전|당시"),
    subordinate=_p(r"(?!)"),
    of_before=_p(r"^[\s\"']*(?:당시|그때|이는)"),
    pronoun=_p(r"^[\s\"']*(?:당시|이 미사일|이 발사체|해당|이는|그때|이들)"),
    then=_p(r"^[\s\"']*(?:\S{1,8}[은는이가]\s)?(?:\d{1,2}월 (?:발사 )?당시|당시|그때)"),
    clause=_p(r",\s|;|며\s|고\s(?=이번|한편)|으나|지만|반면|\""),
    failure=_p(r"실패|직후 폭발|이뤄지지 않아|공중\s?폭발|폭발한|사라졌|추락"),
    no_failure=_p(
        r"여부|고도\s?\d+\s?m\S*\s.{0,12}폭발|공중폭발(?:타격|시험|훈련)|실패 가능성|실패했는지|성공"
    ),
    success=_p(r"성공(?:적으로|했|하였)|명중(?:타격|했|하였)|정확히 (?:명중|타격)"),
)
JA = LaunchWords(
    launch=_p(r"発射|試射|打ち上げ|撃っ|実験|投入|試み|飛翔|飛行|落下|ミサイル"),
    foreign=_p(
        r"玄武|ヒョンム|"
        + NOT_OWN["ja"]
        + r"ATACMS|米韓(?:両軍)?[はが][^。]{0,20}(?:発射|射撃)|(?:韓国軍|米軍|自衛隊)は?[^。]{0,16}(?:対抗|応射|地対地)|イランが|ロシアが|中国が"
    ),
    said_before=_p(r"(?!)"),
    said_after=_p(
        r"^\)?(?:\([^)]{0,8}\))?、?(?:「|午[前後]|未明|早朝|夕方|夜|朝|の(?:記者会見|会見|会議|報道|声明|談話|定例)|に|付で|付の|、|記者団に|国会で|声明|[^、。「]{0,10}で)*(?:「(?![^」]{0,20}」(?:の|を|と(?:みられ|呼ば|称)|型|級|打ち|発射))|発表|述べ|報じ|伝え|明らか|語っ|会見|非難|表明|公表|声明)"
    ),
    other=_p(
        r"制裁|選挙|会談|演習|記念日|訪問|党大会|決議|パレード|就任|核実験|誕生日|エンジン|砲撃|滞在|閲兵式|公開|命令書|凍結"
    ),
    current=_p(r"今回|今般|本日の|今度"),
    recalled=_p(r"昨年|去年|過去|前回|以前"),
    subordinate=_p(r"(?!)"),
    of_before=_p(r"^[\s「]*(?:その際|この際|当時)"),
    pronoun=_p(r"^[\s「]*(?:その際|この際|その時|この時|このとき|当該|これ|同ミサイル|当時)"),
    then=_p(r"^[\s「]*(?:[^、。「」]{1,10}[はが]、?)?(?:当時|その際|この際|この時|その時)"),
    clause=_p(r"。|が、|一方|「|」"),
    failure=_p(r"失敗|爆発した|空中分解|消失したものと推定"),
    no_failure=_p(r"成否|失敗の可能性|成功|失敗したかどうか"),
    success=_p(r"成功|命中"),
)
LAUNCH_WORDS = {"en": EN, "ko": KO, "ja": JA}
"""Words of each language."""
