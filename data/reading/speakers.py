"""Who states what: authorities as texts name them, and the verbs by which they speak."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WHO = (
    ("JCS", r"Joint Chiefs(?: of Staff)?(?: Chairman)?|\bJCS\b|합동참모본부|합참|合同参謀本部|合参", 3),
    ("ROK MND", r"South Korea(?:n|'s)? (?:defen[cs]e minist(?:er|ry)|ministry of (?:national )?defen[cs]e)|Seoul's defen[cs]e minist(?:er|ry)|한국 국방부|국방부(?!상)|국방장관|국방부 장관|韓国国防省|韓国の国防相|韓国国防相", 3),
    ("ROK military", r"South Korea(?:n|'s)?(?: and (?:the )?(?:Japan(?:ese)?|U\.S\.|American))? militar(?:y|ies)|South(?: Korea)?'s military|Seoul's military|(?<!North )(?<!North Korean )(?<!Japanese )(?<!U\.S\. )\bthe military\b|South Korean army|South Korean military officials?|우리 군|군 당국|한국군|군은|군 관계자|韓国軍", 2),
    ("ROK government", r"South Korea(?:n|'s)? (?:government|officials?|authorities|presidential office|National Security Council|intelligence (?:agency|service))|National Intelligence Service|Blue House|청와대|대통령실|국가안보실|국정원|국가정보원|韓国政府|韓国大統領府", 2),
    ("South Korea", r"South Korea(?!'s? (?:president|peninsula|territor|capital)|n)|\bSeoul(?! time|:|,? (?:South|[A-Z]))|\bthe South\b(?! China| Sea)|韓国(?!大統領|の)|한국은|한국 측", 1),
    ("Japan MOD", r"Japan(?:ese|'s)?,? (?:(?:deputy |vice |senior vice )?minister of |the )?(?:deputy |vice |senior vice )?(?:defen[cs]e|minister of defen[cs]e)(?: (?:minist(?:er|ry)|chief|officials?))?|Ministry of Defen[cs]e of Japan|(?<!South Korean )(?<!South Korea's )Deputy Minister(?: of Defen[cs]e)?(?: [A-Z]\w+)?|Tokyo's defen[cs]e minist(?:er|ry)|Minister of Defen[cs]e (?:Itsunori )?Onodera|Self-Defen[cs]e Force|일본 (?:방위성|방위상|방위청|방위대신|자위대)|방위성|방위상|방위(?:장관|대신)|防衛省|防衛相|防衛(?:副)?大臣|防衛副相|統合幕僚監部|自衛隊|同省", 3),
    ("Japan Defense Agency", r"Defen[cs]e Agency|방위청|防衛庁", 3),
    ("Japan Coast Guard", r"Japan(?:ese|'s)? Coast Guard|해상보안청|海上保安庁", 2),
    ("Japan government", r"Japan(?:ese|'s)? (?:government|officials?|authorities|prime minister|(?:chief )?cabinet secretary)|Chief Cabinet Secretary|Prime Minister (?:Fumio |Shinzo |Shigeru |Yoshihide |Sanae )?(?:Kishida|Abe|Ishiba|Suga|Takaichi)|일본 (?:정부|총리|관방장관)|관방장관|日本政府|官房長官|(?:岸田|安倍|石破|菅|高市)(?:総理|首相)|総理大臣|政府(?=[はがに高関])", 2),
    ("Japan government", r"\bJapan(?!ese|'s|\s+(?:Sea|Times|Airlines))(?= )|\bTokyo(?=(?:'s)? (?:said|says|estimat|announc|report|believ))|일본은|일본도|日本(?=は|側)", 1),
    ("USINDOPACOM", r"Indo-Pacific Command|INDOPACOM|인도태평양사령부|인도·태평양사령부|インド太平洋軍", 3),
    ("USPACOM", r"(?:US|U\.S\.) Pacific Command|Pacific Command|PACOM|태평양사령부|太平洋軍", 3),
    ("USSTRATCOM", r"Strategic Command|STRATCOM|전략사령부|戦略軍司令部|戦略軍(?=[はが])", 3),
    ("NORAD", r"\bNORAD\b|North American Aerospace Defen[cs]e Command", 3),
    ("US NORTHCOM", r"Northern Command|NORTHCOM", 3),
    ("US DoD", r"Pentagon|(?:US|U\.S\.) (?:Defen[cs]e Department|Department of Defen[cs]e|military|Forces Korea|Defen[cs]e Secretary)|펜타곤|미 국방부|미국 국방부|미군|米国防総省|米軍", 2),
    ("US government", r"(?:US|U\.S\.) (?:government|officials?|authorities|State Department)|State Department|White House|(?:two|senior) U\.S\. officials|미국 정부|백악관|미 국무부|米政府|米国務省|米当局", 2),
    ("US government", r"\bthe United States\b(?= (?:said|assess|estimat|detect))|미국은|米国は", 1),
    ("KCNA", r"Korean Central News Agency|\bKCNA\b|조선중앙통신|중앙통신|朝鮮中央通信", 3),
    ("Rodong Sinmun", r"Rodong Sinmun|노동신문|로동신문|労働新聞", 3),
    ("Academy of Defense Science", r"Academy of (?:National )?Defen[cs]e Science|국방과학원(?=[은이])|国防科学院(?=[はが])", 2),
    ("NADA", r"\bNADA\b|National Aerospace (?:Development|Technology) Administration|국가우주개발국|국가항공우주기술총국|国家宇宙開発局|国家航空宇宙技術総局", 2),
    ("DPRK state media", r"(?:North Korea(?:n|'s)?(?: official)?|the North's|Pyongyang's|official|its) (?:state(?:-run)? |state-controlled |news |official )*(?:media|television|TV|news agency|news outlet)|state(?:-run)?(?: North Korean)? (?:media|television|TV|news agency)|Korean Central Television|North Korean media outlet|북한 (?:매체|관영|선전매체|국영)\S*|관영 ?매체|조선중앙TV|朝鮮中央テレビ|国営メディア|北朝鮮メディア", 2),
    ("North Korea", r"(?:North Korea|the North|Pyongyang|DPRK)(?='?s? (?:said|says|claim|announc|stat|report|declar|confirm|later said))|(?:North Korea|Pyongyang|The North)(?= on \w+day (?:said|confirmed|announced|claimed))|북한은(?=.{0,60}(?:주장|밝혔|발표했))|북한(?:이|은)? 주장|北朝鮮は(?=.{0,80}(?:主張|発表した))|북한(?=[은이] ?[\"'])", 1),
    ("expert", r"\b(?:[Aa]nalysts?|[Ee]xperts?|[Pp]rofessor|[Rr]esearchers?|[Ss]cientists?)\b|전문가|専門家|Union of Concerned Scientists|David Wright|Jane's|Institute\b|연구위원|교수", 1),
    ("press", r"\bYonhap(?:'s)?\b|\bNHK\b|\bKyodo\b|\bReuters\b|\bAFP\b|\bCNN\b|\bTBS\b|\bJiji\b|South Korean media|Japanese media|연합뉴스|교도통신|로이터|聯合ニュース|共同通信|時事通信", 0),
)  # fmt: skip
"""Authorities, the names texts give them, and rank: a cited ministry goes before who cites it."""
_NAMES = [(authority, re.compile(pattern), rank) for authority, pattern, rank in _WHO]
_SAY_EN = (
    r"(?:said|says|say|saying|stated|reported|reports|announced|announce|confirmed|estimated|estimates?|assess(?:ed|es)?"
    r"|believes?|believed|detected|added|told|noted|claimed|claims|declared|judged|judges|put|putting|revealed|disclosed|tracked"
    r"|determined|concluded|monitored|calculated|classified|described|analy[sz]ed|wrote|explained|quoted|observed|according|briefed|considers?|thinks?|issued)"
)
_SPEAKS_AFTER = re.compile(
    rf"^(?:'s)?\s*(?:\([^)]{{0,40}}\)\s*)?(?:,[^,]{{0,60}},\s*)?(?:[\w.'-]+\s+){{0,7}}?{_SAY_EN}\b|^\s*(?:\([^)]{{0,30}}\))?\s*:\s|^(?:'s)? (?:estimates?|assessment|analysis|figures|statement|release)\b"
)
_SPOKEN_BEFORE = re.compile(
    rf"(?:according to|citing|quot(?:ing|ed)|cited|as reported by|\bby|per|detected by|from)\s+(?:the\s+|an?\s+)?(?:[\w.'-]+\s+){{0,6}}?$|\b{_SAY_EN}\s+(?:on \w+\s+|\w+day\s+)?(?:the\s+|by\s+|an?\s+)?(?:[\w.'-]+\s+){{0,4}}?$",
    re.IGNORECASE,
)
_SPEAKS_CJK = re.compile(
    r"^[^\n。]{0,14}?(?:은|는|이|가|도|에서|에 따르면|에 의하면|발\b|관계자|당국자|は|が|も|によると|によれば|の発表|の分析|で|から|、|:|\(|\")"
)
SAYS_CJK = re.compile(
    r"밝혔|밝힌|발표|분석|추정|파악|평가|판단|전했|말했|보도|설명|주장|포착|탐지|확인|덧붙|공개|알렸|따르면|発表|推定|分析|述べ|明らか|報じ|伝え|説明|主張|確認|探知|見て|みて|みられ|語っ|によると|としている|とした"
)
_CLAUSE = re.compile(
    r",\s+(?:while|but|and|whereas|as|with)\s|;\s|\s(?:while|whereas|but|although)\s|(?:했으나|했지만|한 반면|반면|했고|으며|이며|지만|으나)[,\s]|(?:一方|が、|ているが|のに対し)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """An authority that a sentence names; `speaks` where it is the one who states something."""

    authority: str
    rank: int
    speaks: bool
    start: int
    end: int


def speakers(sentence: str, language: str) -> list[Speaker]:
    """
    Authorities in the order in which a sentence names them.

    Examples
    --------
    >>> [s.authority for s in speakers("Yonhap said, citing the JCS, that it flew", "en") if s.speaks]
    ['press', 'JCS']
    """
    found: list[Speaker] = []
    for authority, pattern, rank in _NAMES:
        for match in pattern.finditer(sentence):
            if any(s.start < match.end() and match.start() < s.end for s in found):
                continue
            speaks = _speaks(sentence, match.start(), match.end(), language)
            found.append(Speaker(authority, rank, speaks, match.start(), match.end()))
    return sorted(found, key=lambda speaker: speaker.start)


def _speaks(sentence: str, start: int, end: int, language: str) -> bool:
    after, before = sentence[end : end + 140], sentence[max(0, start - 90) : start]
    if language == "en":
        return bool(_SPEAKS_AFTER.match(after) or _SPOKEN_BEFORE.search(before))
    return bool(_SPEAKS_CJK.match(after) and SAYS_CJK.search(sentence, end)) or before.endswith("(")


def speaker_of(named: Sequence[Speaker], sentence: str, place: int) -> Speaker | None:
    """
    Who states what stands at a place of a sentence.

    The one who speaks in the same clause goes first, then the one who speaks before it, then any;
    among them a ministry that is cited before the press that cites it.
    """
    who = [speaker for speaker in named if speaker.speaks]
    if not who:
        return None
    starts = [0, *(cut.end() for cut in _CLAUSE.finditer(sentence)), len(sentence) + 1]
    least = max(start for start in starts if start <= place)
    most = min(start for start in starts if start > place)
    close = [speaker for speaker in who if least <= speaker.start < most]
    before = [speaker for speaker in who if speaker.start < place]
    for group in (close, before, who):
        best = max((speaker.rank > 1) + (speaker.rank > 0) for speaker in group) if group else -1
        fit = [s for s in group if (s.rank > 1) + (s.rank > 0) == best]
        if fit:
            preceding = [s for s in fit if s.start < place]
            return preceding[0] if preceding and group is who else min(
                fit, key=lambda s: (s.start > place, abs(s.start - place))
            )
    return None
