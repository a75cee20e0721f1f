"""Words beside a figure that say what it measures, or that it is no claim: one row a language."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cues:
    """
    Patterns of one language.

    `..._before` are searched in the words before a figure, `..._after` matched right after it.
    `close` is how near a word before it must stand to go before the word after it [letters].
    """

    close: int
    far: bool
    struck: re.Pattern[str]
    struck_after: re.Pattern[str]
    range_before: re.Pattern[str]
    range_after: re.Pattern[str]
    onward: re.Pattern[str]
    apogee_before: re.Pattern[str]
    apogee_after: re.Pattern[str]
    flown: re.Pattern[str]
    reached: re.Pattern[str]
    offset_of: re.Pattern[str]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    refused_before: tuple[tuple[str, re.Pattern[str]], ...]
    refused_after: tuple[tuple[str, re.Pattern[str]], ...]
    foreign: re.Pattern[str]
    foreign_whole: re.Pattern[str]
    range_noun: re.Pattern[str]
    range_noun_after: re.Pattern[str]
    range_is_flown: re.Pattern[str]
    time_before: re.Pattern[str]
    time_after: re.Pattern[str]
    time_refused: re.Pattern[str]


_NEVER = _p(r"(?!)")
_HEDGE = r"(?:about|around|some|approximately|roughly|nearly|almost|just|only|an? estimated|at least|up to|more than|over|less than|under|as far as|between|from|a|the)"
_POINT = r"(?:(?:to the |due )?(?:north|south|east|west)[a-z-]*)"
_CONV = r"(?:\)|\s?\([^)]{0,40}\))?"
_MODAL = (
    r"(?:(?:could|would|(?-i:may)|might)(?! have (?:flown|travell?ed|reached|landed)| be (?:an?|the) )|can|able to|capable of|capability|capacity|potential(?:ly)?|designed to|enough to"
    r"|theoretical(?:ly)?|if (?:it )?(?:were |was )?(?:fired|launched|flown)|maximum range|max range|believed to have a range"
    r"|has a range|have a range|(?<!d as )having a range|estimated range|whose range|range is|ranges? of (?:the )?(?:missile|(?-i:[A-Z])\w+-?\d*)s?|operational range|flight range of the)"
)
_FLEW = r"\b(?:flew|travell?ed|covered|reached|soared|rose|peaked|climbed|attained|(?:after|before) reaching|with an? (?:max|alt|apo)\w*)\b"
EN = Cues(
    close=12,
    far=True,
    struck=_p(r"\b(?:hit|hitting|struck|striking)\b[^,;]{0,50}\btargets?\b[^,;]{0,30}$"),
    struck_after=_NEVER,
    range_before=_p(
        r"\b(?:flew|fly|flies|flown|flying|flight distance|travell?(?:ed|s|ing)?|flights? of|distances?|range[ds]?|cover(?:ed|ing|s)?|went|journeyed|how far|tracked (?:the|it|them|a)\b[^,;]{0,40} for|(?:sent|sending|propelled) (?:(?:a|an|the|both|two|three|one) )?(?:[\w-]+ ){0,3}(?:missiles?|projectiles?|rockets?|it|them))\b"
    ),
    range_after=_p(
        rf"^{_CONV}\s?-?(?:before (?:land|fall|crash|splash|hitting|com|plung|going)|range\b|in range|in distance|flight\b|trajectory\b|(?:away )?from (?:the|its) (?:launch|firing)|distance\b|down-? ?range|across|long (?:flight|trajectory))"
    ),
    onward=_p(
        rf"^{_CONV}\s(?:to the )?(?:north|south)?(?:east|west)(?:wards?)?(?=,? (?:to|before|and|at|into|on)\b)"
    ),
    apogee_before=_p(
        r"\b(?:altitudes?|heights?|apogees?|how high|peak(?:ed|ing|s)?|top(?:ped|ping) out|crest(?:ed|ing)|as high as|high of|(?:rising|rose|rise|soar(?:ed|ing)?|climb(?:ed|ing)?|ascend(?:ed|ing)?|shot)(?: up)?(?: to)?|elevation)\b"
    ),
    apogee_after=_p(
        rf"^{_CONV}\s?-?(?:or (?:more|higher) )?(?:(?:in|of) (?:maximum )?(?:altitude|height)|high\b|up into|above (?:the )?(?:earth|sea level|ground)|height\b|up\b(?! (?:and|to))|into (?:the )?(?:air|sky|space)|in(?:to)? (?:outer )?space|altitude|apogee|at its (?:peak|apogee|highest))"
    ),
    flown=_p(
        rf"\b(?:flew|flown|flying|travell?ed|travell?ing|flight distance|distance)\b(?: (?:for|of|a|the|distance|range|was|were|is|respectively|of|a total))*\s*(?:{_HEDGE}\s*){{0,3}}$"
    ),
    reached=_p(rf"\breach(?:ed|ing|es)\s*(?:{_HEDGE}\s*){{0,3}}$"),
    offset_of=_p(rf"^{_CONV}\s*{_POINT}\s+(?:of|off|from)\b"),
    place_before=_p(
        rf"\b(?:land(?:ed|ing)|fell|fall(?:en|ing)?|splash(?:ed|ing) down|c[ao]me down|crash(?:ed|ing)|located|lies|lie|situated|position(?:ed)?|waters|within|point|area|city|island|is|are|spot|site|sea)\b(?: (?:in|at|into) (?:the )?(?:\w+ ){{0,3}}\w+)?,?\s*(?:{_HEDGE}\s*){{0,3}}$"
    ),
    place_after=_p(
        rf"^{_CONV}\s*(?:{_POINT}\s+(?:of|off|from)\b|off\b|(?:away )?from (?!(?:the|its) (?:launch|firing))|away\b|inland\b|inside\b|outside\b|short of\b|apart\b|long\b(?! (?:flight|trajectory)|[^.,;]{0, 24}(?:orbit|path|course))|to the (?:\w+-Korean )?border\b|wide\b|{_POINT}(?:,| and) (?:of|off))"
    ),
    refused_before=(
        ("speed", _p(r"\b(?:speed|velocity)(?: of| at)?\s*(?:\w+ ){0,2}$")),
        (
            "flight of an aircraft",
            _p(
                r"\b(?:(?:war)?planes?|jets?|bombers?|fighters?|aircraft|drones?|helicopters?)\b[^.;]{0,40}\bfl(?:ew|own|ying|y)\b[^.;]{0,40}$"
            ),
        ),
        (
            "capability",
            _p(rf"(?<! had an )\b{_MODAL}\b(?:(?!{_FLEW}|,? (?:while|but|whereas) )[^;])*$"),
        ),
        (
            "target",
            _p(
                r"\btargets?\b (?:flying )?at an? (?:altitude|height) of\s*$|\b(?:target(?:s|ed)?|simulat(?:ed|ing))\b(?: \w+){0,2}\s*(?:at )?$"
            ),
        ),
        (
            "denied",
            _p(
                r"\b(?:(?:did|does|do|was|were|has|had|have)(?: not|n't)|never|without|denied|failed to|instead of|rather than)\b(?:(?!,|\bbut\b).){0,70}$|\bnot (?:the )?$"
            ),
        ),
        (
            "comparison",
            _p(
                r"\b(?:compared (?:with|to)|than (?:the )?(?:previous|earlier|last|record)|previous record of|record of|surpass(?:ed|ing) the)\b[^,;]{0,60}$|\bshort of (?:the )?$"
            ),
        ),
        (
            "area or size",
            _p(
                r"\b(?:square|cubic|diameter of|radius of|length of|depth of|width of)\s*(?:\w+ )?$"
            ),
        ),
        ("height of a burst", _p(r"\b(?:detonat|explod|burst)\w*\b[^,;]{0,40}$")),
    ),
    refused_after=(
        ("speed", _p(r"^\s?-?(?:per (?:hour|second)|an hour|a second|/h|/s|ph\b|per sec)")),
        (
            "sideways",
            _p(r"^[\s-]?[\"']?\s?(?:lateral|corkscrew|glid\w+|side|flank)\b"),
        ),
        (
            "area or size",
            _p(
                r"^\s?-?(?:in (?:diameter|length|width|radius)|long\b(?! (?:flight|trajectory)|[^.,;]{0,24}(?:orbit|path|course))|wide\b|deep\b|radius|limit|zone|border|line|coast|stretch|apart)"
            ),
        ),
        ("capability", _p(r"^[^.;,]{0,50}\bif (?:it|they|the missile|fired|launched|flown)\b")),
        ("comparison", _p(r"^\s(?:farther|further|longer|higher|more|shorter|less) than\b")),
        ("capability", _p(r"^\s?-?(?:-range\b|class\b|range (?:missile|weapon|limit|rocket))")),
    ),
    foreign=_p(
        r"(?:\bSouth Korea|\bthe South|\bSeoul|\ballies|\bUnited States|\bU\.S\.|\bAmerican?|\bJapan|\bIran|\bRussian?|\bChin(?:a|ese)|\bIndian?|\bPakistan|\bIsrael|\bUkrain)(?:'s|n|ese)?(?: and \w+)?(?: \w+){0,2} (?:responded|fired|launched|test-fired|tested|conducted|deployed|plans?|developed|operates|has|is developing|successfully)\b(?!.*\bNorth Korea)"
    ),
    foreign_whole=_p(
        r"\b(?:ATACMS|Army Tactical Missile System (?:\(ATACMS\) )?missile|Hyunmoo|Minuteman|Tomahawk|THAAD|Patriot|SM-3|Taurus|Trident|Dongfeng|DF-\d|JASSM|Aegis Ashore|PAC-3|Nuri)\b"
    ),
    range_noun=_p(
        r"\branges?\b(?: (?:of|at|was|is|estimated|to|be|up|between|from))*\s*(?:(?:about|around|some|approximately|roughly|nearly|at least|up to|more than|over|an estimated|between|a)\s*){0,3}$"
    ),
    range_noun_after=_p(r"^\s?-?range\b"),
    range_is_flown=_p(
        r"\b(?:flew|flown|flying|flight range|travell?ed|(?:estimated|assessed|put|calculated|measured|gave|detected|analy[sz]ed) (?:\w+ ){0,2}(?:missile|projectile|flight|launch)(?:'s|s'|s)? (?:flight )?range|(?:analy[sz]ed|assessed|judged) (?:as having|to have had)|with ranges|cover(?:ed|ing) a range|(?:missiles?|projectiles?|rockets?|it|they|which|both) had an? (?:estimated )?(?:flight )?range)\b"
    ),
    time_before=_p(
        r"\b(?:fl(?:ew|ying|ight|own)|last(?:ed|ing)|air(?:borne)?|travell?(?:ed|ing)|aloft|how long|for|in|remained|stayed)\b[^.;]{0,45}$"
    ),
    time_after=_p(
        r"^[- ]?(?:flight|in the air|of flight|aloft|in flight|before (?:land|fall|splash|crash|hitting|plung)|after (?:launch|lift|it was|being|take))"
    ),
    time_refused=_p(
        r"^[- ]?(?:\w+ )?(?:later|earlier|ago|apart|interval|longer|shorter|more than|warning|between|before the launch|notice|meeting|talks|call|from launch|to prepare|old)"
    ),
)
KO = Cues(
    close=6,
    far=False,
    struck=_NEVER,
    struck_after=_p(
        r"^(?!.{0,40}(?:수 있|가능))\s?(?:계선|전방|앞|거리|수역|공해|의|상의|밖)?\S{0,4}\s?[^.。,\d]{0,24}(?:표적|목표|섬)[^.。]{0,24}(?:명중|타격|낙탄|탄착|맞)"
    ),
    range_before=_p(r"비행\s?거리|사거리|비거리|사정거리|거리|비행해|비행하|비행했|날아"),
    range_after=_p(
        r"^\s?(?:가량|정도|여|안팎|내외|이상|남짓|쯤|미만|이하|넘게|넘는 거리)?\s?(?:을|를|의 거리를|의|씩|까지)?\s?(?:각각\s?)?(?:더\s)?(?:[\d,.]+\s?(?:초|분|s)(?:간|동안)?\s?)?(?:거리를|비행|날아|날았|날려|계선|비상)"
    ),
    onward=_NEVER,
    apogee_before=_p(r"고도(?!로)|높이|정점"),
    apogee_after=_p(
        r"^\s?(?:가량|정도|여|안팎|이상|미만|이하)?\s?(?:의\s)?(?:낮은\s)?(?:높이|고도|상공|까지 (?:상승|올라|치솟))"
    ),
    flown=_p(
        r"(?:비행\s?거리(?:는|가|를|도)?|비행고도\S*|고도\S*)\s*(?:최대|최고|각각|약|대략)?\s*$"
    ),
    reached=_NEVER,
    offset_of=_p(r"^\s?(?:가량|정도|여)?\s?떨어진"),
    place_before=_p(
        r"(?:까지|사이)의?\s?(?:직선\s?)?거리(?:는|가|도)?\s?(?:약|불과)?\s?$|(?:에서|로부터|에서부터)\s?(?:[동서남북]+쪽(?:으로)?|[동서남북]+방(?:으로)?)\s?(?:약|불과)?\s?$|[동서남북]+(?:쪽|방)(?:\s?해상)?\s?(?:약|불과)?\s?$(?<!으로 )"
    ),
    place_after=_p(
        r"^\s?(?:가량|정도|여|안팎|내외)?\s?(?:떨어|거리(?:에|의|인|다|로)|이내|앞바다|앞\s?해|해상|해역|지점|[동서남북]+쪽\s?(?:해|바다|지점|에)|밖|전방|이남|이북|후방|부근|지역|상공에서 폭)"
    ),
    refused_before=(
        ("speed", _p(r"(?:시속|초속|속도)\S*\s?(?:약)?\s?$")),
        (
            "capability",
            _p(
                r"(?:정상\s?각도|정상\s?궤도|정상적?\s?발사|최대\s?사거리|추정\s?사거리|사정거리)(?:(?!비행\s?거리)[^,]){0,30}$|사거리인\s?(?:약\s?)?$"
                r"|(?:노동|무수단|스커드|화성|북극성|KN)\S{0,8}\s?(?:미사일)?\S{0,2}의\s(?:최대\s?)?(?:비행\s?거리|사거리)\S*\s?(?:약\s?)?$"
                r"|(?:노동|무수단|스커드|화성|북극성)\S{0,6}\s?\($"
            ),
        ),
        ("height of a burst", _p(r"(?:폭발|기폭)\s?고도\S*\s?$")),
        ("comparison", _p(r"(?:보다|대비|비해)\s(?:약\s)?$")),
    ),
    refused_after=(
        ("speed", _p(r"^\s?(?:/h|의 속도|속도로)")),
        (
            "comparison",
            _p(r"^\s?(?:여|가량|정도|쯤)?\s?(?:를|을|가|이)?\s?(?:더\s|늘|길어|높아|줄어)"),
        ),
        ("sideways", _p(r"^\s?(?:를|을)?\s?(?:(?:강한\s)?(?:측면|선회)|옆으로)")),
        (
            "capability",
            _p(
                r"^\s?(?:가량|정도|여|이상|안팎|내외|에 달하는|를 넘는|까지)?\s?(?:을|를|까지)?\s?(?:의|인|급|짜리)?\s?(?:비행할 수|날아갈 수|타격할 수|도달할 수|타격이 가능|비행이 가능|비행 가능|날릴 수|공격할 수|가능)"
                r"|^\s?[가이를]?\s?(?:넘는|넘은|이상의?|안팎의)\s(?:\S+\s)?(?:대륙간|장거리|중거리|ICBM)"
                r"|^\s?(?:의|인|급|짜리|이상의|에 달하는|안팎의|내외의|가량의)\s?(?:단거리|중거리|장거리|신형|탄도|미사일|순항|SRBM|ICBM|KN|현무|북극성|스커드|노동)"
            ),
        ),
        ("height of a burst", _p(r"^\s?(?:의\s)?(?:고도|상공)에서\s(?:\S+\s){0,3}?(?:폭발|기폭)")),
        ("area or size", _p(r"^\s?(?:구간|길이|폭|지름|반경)")),
        ("denied", _p(r"^.{0,30}(?:(?:은|는|지) 않(?:았|은)|지 못(?:했|한))")),
    ),
    foreign=_p(
        r"(?:현무|에이태큼스|우리 군(?:도|이|은) (?:(?!북).){0,20}(?:발사|사격|시험)|한미(?: 연합|가).{0,30}발사|공군.{0,12}발사|해군.{0,12}발사)"
    ),
    foreign_whole=_p(r"현무|에이태큼스|ATACMS|사드|이란이|러시아가 .{0,12}발사|둥펑|트라이던트"),
    range_noun=_p(r"(?:사거리|사정거리)(?:는|가|도)?\s?(?:약|최대|각각)?\s?$"),
    range_noun_after=_NEVER,
    range_is_flown=_p(r"비행|포착|탐지|발사[한된했]|쏜|쐈|추정|날아|탄착|실제"),
    time_before=_p(r"(?:비행|체공|비상)\S{0,6}\s?(?:시간\S*\s?)?(?:약|총|각각)?\s?$"),
    time_after=_p(
        r"^\s?(?:가량|정도|여|간|동안|을|를|쯤|\s)*(?:[\d,.]+천?\s?(?:km|㎞|킬로\w*)(?:를|을)?\s?)?(?:비행|날아|비상|체공)|^\s?(?:간|동안)[^.。]{0,40}(?:비행|날아)"
    ),
    time_refused=_p(r"^\s?(?:전|뒤|후|만에|간격)"),
)
JA = Cues(
    close=6,
    far=False,
    struck=_NEVER,
    struck_after=_p(
        r"^(?![^。]{0,30}可能)[^。、\d]{0,16}(?:標的|目標)[^。]{0,16}(?:命中|打撃|着弾|落下)"
    ),
    range_before=_p(r"飛翔距離|飛行距離|飛距離|距離|射程"),
    range_after=_p(
        r"^(?:程度|ほど|前後|余り|あまり|以上|弱|超|近く|しか)?(?:を(?:大きく)?超えて|超えて)?(?:(?:を|の距離[をで])(?:約|およそ)?(?:[\d.,・]+(?:秒|分)間?)?|にわたり|にわたって|、)?(?:それぞれ)?(?:飛翔|飛しょう|飛行|飛ん|飛び|飛ば|移動|航行|打撃)"
    ),
    onward=_NEVER,
    apogee_before=_p(r"高度(?!で[、約])|高さ"),
    apogee_after=_p(
        r"^(?:程度|ほど|前後|余り|以上)?(?:の(?:最高|最大)?(?:高度|高さ|上空)|まで(?:上昇|達し)|上空)"
    ),
    flown=_p(
        r"(?:飛翔距離|飛行距離|飛距離|高度)(?:は|が|も)?(?:いずれも|それぞれ|最大|最高)?(?:約|およそ|おおよそ)?$"
    ),
    reached=_NEVER,
    offset_of=_p(r"^(?:程度|ほど)?離れた"),
    place_before=_p(
        r"(?:[東西南北]+(?:方|側|に|の沖合?|沖)?|沖合?|沿岸から|海岸から|(?:島|半島|岬|市|県|道)から|EEZ\S{0,6}から|地点から|まで|陸地から)(?:約|およそ|わずか)?$"
    ),
    place_after=_p(
        r"^(?:程度|ほど|前後|余り|以内)?(?:の(?:地点|海上|日本海|海域|位置|沖|所|ところ|距離に|太平洋|排他)|離れ|沖|圏|先の|手前|付近|の[^、。]{0,16}(?:海上|沖|に落下))"
    ),
    refused_before=(
        ("speed", _p(r"(?:時速|秒速|速度)(?:は|が)?(?:約|およそ)?$")),
        (
            "capability",
            _p(
                r"(?:(?:最大|推定)射程[^、。]{0,30}|(?<=\()(?:同|射程)(?:約)?|通常[^、。]{0,12}(?:発射|打ち上げ|撃て?)[^。]{0,24}|飛翔可能距離[^、。]{0,30})$"
            ),
        ),
    ),
    refused_after=(
        (
            "capability",
            _p(
                r"^(?:程度|以上|を超えて|を超える|まで)?(?:を|にわたり|の距離を)?(?:飛翔|飛行|到達|攻撃)?(?:可能|できる|でき、|する能力|し得る|しうる|の射程|級の)"
                r"|^(?:程度|以上|を超える)?の?(?:射程|飛翔が可能|飛行が可能)|^(?:を超える|以上となる|以上になる|を超え、|程度に?なる)?(?:と|飛)?[^。]{0,14}(?:射程)"
            ),
        ),
        ("speed", _p(r"^(?:毎時|/h)")),
        ("comparison", _p(r"^(?:程度|ほど|余り)?(?:も|ほど)?(?:長|伸び|上回|高くな)")),
        ("sideways", _p(r"^(?:を)?(?:旋回|側面|横)")),
        ("height of a burst", _p(r"^(?:の)?(?:高度|上空)で[^、。]{0,8}爆発")),
    ),
    foreign=_p(r"(?:韓国軍|米軍|自衛隊|韓米)(?:は|が|も)[^。]{0,20}(?:対抗|地対地|応射|玄武)"),
    foreign_whole=_p(r"玄武|ヒョンム|ATACMS|イージス・?アショア|トマホーク|THAAD"),
    range_noun=_p(r"射程(?:距離)?(?:は|が)?(?:約|およそ)?$"),
    range_noun_after=_NEVER,
    range_is_flown=_NEVER,
    time_before=_p(r"(?:飛翔時間|飛行時間|飛翔|飛行)(?:は|が)?(?:約|およそ)?$"),
    time_after=_p(
        r"^(?:間|程度|ほど|余り|にわたり|にわたって|、)*(?:(?:およそ|約)?[\d.,・]+(?:キロ(?:メートル)?|km|㎞)(?:程度|ほど|余り)?(?:の距離)?を?)?(?:飛翔|飛行|飛ん|飛び)|^間、?[^。、]{0,16}(?:飛翔|飛行|飛ん|飛び)"
    ),
    time_refused=_p(r"^(?:後|前|ぶり|以内)"),
)
CUES = {"en": EN, "ko": KO, "ja": JA}
"""Words of each language."""
