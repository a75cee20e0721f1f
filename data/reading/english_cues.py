"""Words beside a figure in English."""

# ruff: noqa: E501 - a pattern is read in one piece

from data.reading.cues import AIRCRAFT, NEVER, Cues
from data.reading.cues import pattern as _p
from data.reading.own_versions import NOT_OWN

_HEDGE = r"(?:about|around|some|approximately|roughly|nearly|almost|just|only|an? estimated|at least|up to|more than|over|less than|under|as far as|between|from|a|the)"
_POINT = r"(?:(?:to the |due )?(?:north|south|east|west)[a-z-]*)"
_CONV = r"(?:\)|\s?\([^)]{0,40}\))?"
_MODAL = (
    r"(?:(?:could|(?-i:may)|might)(?! have (?:flown|travell?ed|reached|landed)(?! (?:over|more than|up to|as far))| be (?:an?|the) )|would|can|able to|capable of|capability|capacity|potential(?:ly)?|designed to|enough to"
    r"|theoretical(?:ly)?|if (?:it )?(?:were |was )?(?:fired|launched|flown)|maximum range|max range|believed to have a range"
    r"|has a range|have a range|(?<!d as )having a range|estimated range|whose range|range is|ranges? of (?:the )?(?:missile|(?-i:[A-Z])\w+-?\d*)s?|operational range|flight range of the)"
)
_FLEW = r"\b(?:flew|travell?ed|covered|reached|soared|rose|peaked|climbed|attained|(?:after|before) reaching|with an? (?:max|alt|apo)\w*)\b"
EN = Cues(
    close=12,
    far=True,
    struck=_p(r"\b(?:hit|hitting|struck|striking)\b[^,;]{0,50}\btargets?\b[^,;]{0,30}$"),
    struck_after=NEVER,
    range_before=_p(
        r"\b(?:flew|fly|flies|flown|flying|flight distance|travell?(?:ed|s|ing)?|flights? of|distances?|range[ds]?|cover(?:ed|ing|s)?|went|journeyed|how far|tracked (?:the|it|them|a)\b[^,;]{0,40} for|(?:sent|sending|propelled) (?:(?:a|an|the|both|two|three|one) )?(?:[\w-]+ ){0,3}(?:missiles?|projectiles?|rockets?|it|them))\b"
    ),
    range_after=_p(
        rf"^{_CONV}\s?-?(?:before (?:land|fall|crash|splash|hitting|com|plung|going)|range\b|in range|in distance|flight\b|trajectory\b|(?:away )?from (?:(?:the|its) (?:launch|firing|point of launch)|where (?:it|they) (?:was|were|had been) (?:launched|fired))|distance\b|down-? ?range|across|long (?:flight|trajectory))"
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
        rf"\b(?:flew|flown|flying|travell?ed|travell?ing|flight distance|distance|altitude|apogee)\b(?: (?:for|of|a|the|distance|range|was|were|is|respectively|of|a total))*\s*(?:{_HEDGE}\s*){{0,3}}$"
    ),
    reached=_p(rf"\breach(?:ed|ing|es)\s*(?:{_HEDGE}\s*){{0,3}}$"),
    offset_of=_p(rf"^{_CONV}\s*{_POINT}\s+(?:of|off|from)\b"),
    place_before=_p(
        rf"\b(?:land(?:ed|ing)|fell|fall(?:en|ing)?|splash(?:ed|ing) down|c[ao]me down|crash(?:ed|ing)|located|lies|lie|situated|position(?:ed)?|waters|within|point|area|city|island|is|are|spot|site|sea)\b(?: (?:in|at|into) (?:the )?(?:\w+ ){{0,3}}\w+)?,?\s*(?:{_HEDGE}\s*){{0,3}}$"
    ),
    place_after=_p(
        rf"^{_CONV}\s*(?:{_POINT}\s+(?:of|off|from)\b|off\b|(?:away )?from (?!(?:(?:the|its) (?:launch|firing|point of launch)|where (?:it|they) (?:was|were|had been) (?:launched|fired)))|away\b(?! from (?:(?:the|its) (?:launch|firing|point of launch)|where (?:it|they) (?:was|were|had been) (?:launched|fired)))|inland\b|inside\b|outside\b|short of\b|apart\b|long\b(?! (?:flight|trajectory)|[^.,;]{{0,60}}(?:orbit|path|course))|to the (?:\w+-Korean )?border\b|wide\b|{_POINT}(?:,| and) (?:of|off))"
    ),
    refused_before=(
        ("speed", _p(r"\b(?:speed|velocity)(?: of| at)?\s*(?:\w+ ){0,2}$")),
        (
            AIRCRAFT,
            _p(
                r"\b(?:(?:war)?planes?|jets?|bombers?|fighters?|aircraft|drones?|helicopters?)\b[^.;]{0,40}\bfl(?:ew|own|ying|y)\b[^.;]{0,40}$"
            ),
        ),
        (
            "capability",
            _p(
                rf"(?<! had an )\b{_MODAL}\b(?:(?!{_FLEW}|,? (?:while|but|whereas) )[^;])*$"
                r"|\b(?:missiles|ones|weapons|airlin\w+|satellites|interceptors?)\s(?:are (?:defined|classified|those|usually|typically|generally|considered|missiles)|fly|orbit|with ranges|that (?:can|fly)|intercept)\b[^;]{0,50}$|\binterceptor\b[^;]{0,50}$"
                r"|\bwould (?:\w+ )?have (?:flown|travell?ed|reached)\b[^;]{0,40}$"
                r"|\b(?:minimum|maximum|normal|full|nominal|operational|known|usual) (?:(?:flight|firing|strike) )?ranges? of [^.;]{0,40}$"
            ),
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
        ("height of a burst", _p(r"\b(?:detonat|burst)\w*\b[^,;]{0,40}$")),
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
                r"^\s?-?(?:in (?:diameter|length|width|radius)|long\b(?! (?:flight|trajectory)|[^.,;]{0,60}(?:orbit|path|course))|wide\b|deep\b|radius|limit|zone|border|line|coast|stretch|apart)"
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
        NOT_OWN["en"]
        + r"\b(?:ATACMS|Army Tactical Missile System (?:\(ATACMS\) )?missile|Hyunmoo|Minuteman|Tomahawk|THAAD|Patriot|SM-3|Taurus|Trident|Dongfeng|DF-\d|JASSM|Aegis Ashore|PAC-3|Nuri)\b"
    ),
    range_noun=_p(
        r"\branges?\b(?: (?:of|at|was|is|estimated|to|be|up|between|from))*\s*(?:(?:about|around|some|approximately|roughly|nearly|at least|up to|more than|over|an estimated|between|a)\s*){0,3}$"
    ),
    range_noun_after=_p(r"^\s?-?range\b"),
    range_is_flown=_p(
        r"\b(?:flew|flown|flying|flight range|travell?ed|(?:estimated|assessed|put|calculated|measured|gave|detected|analy[sz]ed) (?:\w+ ){0,2}(?:missile|projectile|flight|launch)(?:'s|s'|s)? (?:flight )?range|(?:analy[sz]ed|assessed|judged) (?:as having|to have had)|with ranges|put (?:its|the|their) (?:flight )?range|cover(?:ed|ing) a range|(?:missiles?|projectiles?|rockets?|it|they|which|both) had an? (?:estimated )?(?:flight )?range)\b"
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
