"""Who states what: authorities as texts name them, and the verbs by which they speak."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from data.reading.passage import MOST_IN_A_SENTENCE

SAME = "same"
"""Stands for "the ministry": the one that was named before."""
_ROK = r"(?:South Korea(?:n|'s)?|ROK(?:'s)?|Republic of Korea(?:'s)?)"
_JP = r"Japan(?:ese|'s)?(?: public broadcaster NHK)?"
_US = r"(?:(?-i:US)|U\.S\.|United States|American|senior U\.S\.)"
_WHO = (
    ("JCS", r"Joint Chiefs? of Staff|Joint Chiefs|\bJCS\b|합동참모본부|합참|合同参謀本部|合参", 3),
    ("ROK MND", rf"{_ROK}(?: deputy| vice)? (?:defen[cs]e (?:minist(?:er|ry)|chief|officials?|authorities)|minist(?:er|ry) of (?:national )?defen[cs]e|MND\b)|Seoul's defen[cs]e minist(?:er|ry)|(?<!미국 )(?<!미 )국방부(?!상)|국방장관|韓国(?:の)?国防(?:省|相|部)", 3),
    ("ROK military", rf"{_ROK},? (?:and|or) (?:the )?(?:Japan(?:ese|'s)?|U\.S\.|American|US) (?:defen[cs]e |intelligence |government )?(?:officials?|authorities|agencies|estimates?|assessments?|intelligence|governments?|figures)\b|{_ROK}(?:,? (?:and|or) (?:the )?(?:Japan(?:ese|'s)?|U\.S\.|American|US))? (?:militar(?:y|ies)|army|army officials?)|South's military|Seoul(?: and Tokyo)? officials|officials in Seoul|Seoul's military|(?<!n )(?<!'s )(?<!\.S\. )(?<!US )\bthe military\b|우리 군|군 당국|한국군|한일\s?군?\s?당국|군은|군 관계자|韓国軍|米韓両軍|日韓両軍|日韓の防衛当局", 2),
    ("ROK government", rf"{_ROK}(?: \w+)? (?:government|officials?|authorities|presidential office|sources?|National Security Council|intelligence (?:agency|service)|spy agency|lawmakers?|president)|National Intelligence Service|Blue House|한국 정부|청와대|대통령실|국가안보실|국정원|국가정보원|韓国政府|韓国大統領府|韓国当局", 2),
    ("Japan MOD", rf"{_JP}(?: deputy| vice| senior| parliamentary| state)* (?:defen[cs]e (?:minist(?:er|ry)|chief|officials?|authorities)|minist(?:er|ry) of defen[cs]e|MOD\b|militar(?:y|ies)|(?:Ground |Maritime )?Self-Defen[cs]e Forces?)|(?<=the )Self-Defen[cs]e Forces|(?<=The )Self-Defen[cs]e Forces|(?:Deputy |Vice )?Minist(?:er|ry) of Defen[cs]e(?: of Japan)?|(?<!Korean )(?<!Korea's )\b(?:Deputy|State|Vice|Senior Vice) (?:Defen[cs]e )?Minister\b|(?<=In Tokyo, )Defen[cs]e Minister|(?:Defen[cs]e Minister|Minister of Defen[cs]e)(?= (?:\w+ )?(?:Nukaga|Kyuma|Komura|Hamada|Kitazawa|Ichikawa|Morimoto|Onodera|Nakatani|Inada|Iwaya|Kono|Kishi|Kihara|Koizumi)\b)|Tokyo's defen[cs]e minist(?:er|ry)|(?:일본 )?(?:방위성|방위상|방위대신|방위장관|방위부대신|자위대|통합막료감부)|防衛省|防衛相|(?<![一-龥])大臣(?=:)|防衛(?:副)?大臣|防衛副相|統合幕僚監部|統幕|自衛隊|同省", 3),
    ("Japan Defense Agency", r"Defen[cs]e Agency|방위청|防衛庁", 3),
    ("Japan Coast Guard", rf"{_JP} Coast Guard|해상보안청|海上保安庁|海保", 2),
    ("Japan government", rf"{_JP}(?: \w+)? (?:government|officials?|authorities|prime minister|(?:chief )?cabinet secretary)|Japanese media(?= [^.]{{0,60}}\bgovernment sources)|Chief Cabinet Secretary|Prime Minister(?! Keir)|일본 (?:정부|총리|관방장관|당국)|관방장관|日本政府|官房(?:副)?長官|(?<=In Japan, )the government|(?<![一-龥])首相(?=[はが])|(?:岸田|安倍|石破|菅|高市)(?:総理|首相)|総理大臣|首相官邸|政府(?=[はがに高関])", 2),
    ("USINDOPACOM", r"Indo-Pacific Command|INDOPACOM|인도[·-]?\s?태평양\s?사령부|インド太平洋軍", 3),
    ("USPACOM", r"Pacific Command|\bPACOM|태평양사령부|太平洋軍", 3),
    ("USSTRATCOM", r"Strategic Command|STRATCOM|전략사령부|戦略軍司令部|戦略軍(?=[はが])", 3),
    ("NORAD", r"\bNORAD\b|North American Aerospace Defen[cs]e Command", 3),
    ("US NORTHCOM", r"Northern Command|NORTHCOM", 3),
    ("US DoD", rf"Pentagon|{_US} (?:Defen[cs]e Department|Department of Defen[cs]e|military|Forces Korea|Defen[cs]e Secretary|defen[cs]e officials?)|펜타곤|미 국방부|미국 국방부|미군|米国防総省|米軍", 2),
    ("US government", rf"{_US}(?: \w+)? (?:government|officials?|authorities|intelligence)|State Department|White House|officials in Washington|미국 정부|백악관|미 국무부|미 당국|米政府|米国務省|米当局", 2),
    ("KCNA", r"Korean? Central News Agency|\bKCNA\b|중앙통신|朝鮮中央通信", 3),
    ("Rodong Sinmun", r"Rodong Sinmun|노동신문|로동신문|労働新聞", 3),
    ("Academy of Defense Science", r"Academy of (?:National )?Defen[cs]e Science|국방과학원(?=[은이])|国防科学院(?=[はが])", 2),
    ("NADA", r"\bNADA\b|National Aerospace (?:Development|Technology) Administration|국가우주개발국|국가항공우주기술총국|国家宇宙開発局|国家航空宇宙技術総局", 2),
    ("DPRK state media", r"(?:North Korea(?:n|'s)?(?: official)?|the North's|Pyongyang's|official|its) (?:state(?:-run)? |state-controlled |news |official )*(?:media|television|TV|news (?:agency|outlets?|sources?))|North Korean news sources|state(?:-run|-controlled)?(?: North Korean)? (?:media|television|TV|news agency)|Korean Central Television|North Korean media outlet|북한 (?:매체|관영|선전매체|국영)\S*|관영 ?매체|조선중앙TV|특별중대보도|特別重大報道|朝鮮中央テレビ|国営メディア|北朝鮮(?:の)?(?:国営)?メディア", 2),
    ("North Korea", r"DPRK(?:'s)?(?: \w+)? (?:authorities|government|military|leader)|North Korea(?:n|'s)?(?: \w+)? (?:press release|announcement|statement|claims?|government|authorities|military|army|report)|(?:its|the) press release|Missile Administration|미[사싸]일총국|ミサイル総局|北朝鮮の(?:報道発表|プレスリリース|発表)|(?<=[。 、])プレスリリース", 2),
    ("North Korea", r"(?<=\()(?:North Korea|Pyongyang)(?=\))|\b(?:North Korea|(?-i:the North)|(?-i:The North)|Pyongyang|DPRK)(?=(?:'s)?(?: has)?(?: (?:later|also|itself|on \w+day|\w+day))? (?:said|says|claim|announc|stat(?:ed|es)\b|report|declar|confirm|described))|북한은(?=.{0,60}(?:주장|밝혔|발표했))|북한이(?=[^\"합]{0,110}고 (?:공식 )?(?:발표|주장)했)|북한(?:이|은)? 주장|北朝鮮は(?=[^。]{0,80}(?:主張|発表し[たて]|を発表し|公表|述べ))|북한(?=[은이] ?[\"'])", 1),
    ("South Korea", r"\bSouth Korea(?!n|'s? (?:president|peninsula|territor|capital))|\bSeoul(?! time|:|,? (?-i:South|[A-Z]))|\b(?:(?-i:the South)|(?-i:The South))\b(?! China| Sea)|\bROK\b|韓国(?=は|側)|한국은|한국 측", 1),
    ("Japan government", r"\bJapan(?!ese|'s|\s+(?:Sea|Times|Airlines))\b|\bJapan's(?= [A-Z]\w+ [A-Z]\w+ (?:said|told|gave|put|estimated))|\bTokyo(?=(?:'s)? (?:\w+ly |also |later )?(?:said|says|estimat|announc|report|believ|gave|put|count|saw|spoke|confirm|detect))|일본은|일본도|일본 측|日本(?=は|側)", 1),
    ("US government", r"\b(?:the United States|(?-i:the US)|the U\.S\.)(?= (?:said|says|assess|estimat|detect|believ))|미국은|米国は", 1),
    (SAME, r"\b(?:the|its) (?:defen[cs]e )?(?:ministry|minister|agency|joint chiefs|command|statement)\b(?! of)|\b(?:Defen[cs]e Minister)\b|국방 당국|당국|同通信|同紙|同局|(?<![가-힣])통신(?=[은이]\s)", 2),
    ("expert", r"\b(?:analysts?|experts?|professor|researchers?|scientists?)\b|전문가|専門家|アナリスト|David Wright|Jane's|연구위원|교수", 1),
    ("press", r"\bYonhap(?:'s)?\b|\bNHK\b|\bKyodo\b|\bReuters\b|\bAFP\b|\bCNN\b|\bTBS\b|\bJiji\b|South Korean media|Japanese media|연합뉴스|교도통신|로이터|聯合ニュース|共同通信|時事通信", 0),
)  # fmt: skip
"""Authorities, the names texts give them, and rank: a cited ministry goes before who cites it."""
_NAMES = [
    (authority, re.compile(pattern, re.IGNORECASE), rank) for authority, pattern, rank in _WHO
]
_SAY_EN = (
    r"(?:said|says|say|saying|stated|reported|reports|announced|announce|confirmed|estimated|estimates?|assess(?:ed|es)?"
    r"|believes?|believed|detected|added|told|mentioned|noted|lists?|listed|gave|claimed|claims|declared|judged|judges|put|putting|revealed|disclosed|tracked"
    r"|called|pointed|suggested|indicated|dismissed|counted|recorded|registered|measured|billed|saw|spotted|conceded|acknowledged|clarified|corrected|revised|stressed|insisted|warned|tallied"
    r"|determined|concluded|monitored|calculated|classified|described|analy[sz]ed|wrote|explained|quoted|observed|according|briefed|considers?|thinks?|issued|criticis?z?ed|condemned|denounced|protested|slammed)"
)
_SPEAKS_AFTER = re.compile(
    rf"^(?:'s)?\s*(?:\([^)]{{0,40}}\)\s*)?(?:(?:, [A-Z]\w+)*,? and (?:the )?[A-Z][\w.]*(?: [A-Z]\w+)*\s+(?={_SAY_EN}\b))?(?:[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){{0,4}}\s?(?=,))?(?:,[^,]{{0,80}},\s*)?(?:[\w.:'-]+\s+){{0,9}}?{_SAY_EN}\b|^\s*(?:\([^)]{{0,30}}\))?\s*:\s|^ assessing\b|^(?:'s)?\s(?:[a-z]+\s){{0,2}}?(?:spokes\w+|officials?|chief|chairman|director|officer|minister),\s(?:[\w.:'-]+\s+){{0,3}}?{_SAY_EN}\b|^,\s{_SAY_EN}\b|^'s (?:first |initial |latest |own )?(?:account|version|count|tally|numbers?)\b|^(?:'s)? (?:estimates?|assessment|analysis|figures|statement|release)\b"
)
_SPOKEN_BEFORE = re.compile(
    rf"(?:according(?: to)?|citing|quot(?:ing|ed)|cited|\bwith|as reported by|\bby|per|detected by|from)\s+(?:the\s+|an?\s+)?(?:[\w.'-]+\s+){{0,6}}?$|\b{_SAY_EN}\s+(?-i:(?:[A-Z][\w.'-]*\s+){{1,4}}?[A-Z][\w'-]*),\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?:spokes\w+|official|chief|minister|director|officer|head|secretary)\s(?:for|at|of|with|in)\s(?:the\s)?$|\b{_SAY_EN}\s+(?:on \w+\s+|\w+day\s+)?(?:the\s+|by\s+|an?\s+)?(?:(?!(?:that|it|they|he|she|how|whether)\b)[\w.'-]+\s+){{0,4}}?$",
    re.IGNORECASE,
)
_SPEAKS_CJK = re.compile(
    r"^[^\n。]{0,14}?(?:은|는|이|가|도|에서|에 따르면|에 의하면|발\b|관계자|당국자|\s?[\"“'‘]|は|が|も|「|によると|によりますと|によれば|の発表|の分析|で|から|、|:|\(|\")"
)
_PARTICLES = "은는도はが"
"""Ends of names that are written with their particle: "일본은"."""
_NEAR_START = 3
_TOPIC_CJK = re.compile(r"^(?:は|によると|によりますと|によれば|에 따르면)[、,\s\d]")
"""Who opens a sentence speaks in it, though the verb may come one sentence later."""
_QUOTED_CJK = re.compile(r"^\s?[\"「『]")
"""A headline quotes an authority without a verb."""
SAYS_CJK = re.compile(
    r"밝혔|밝힌|발표|분석|추정|파악|평가|판단|전했|말했|보도|설명|주장|포착|탐지|확인|덧붙|공개|알렸|따르면|의하면|고 했|고 \S{1,4}했|보고 있|본다|봤다|내다봤|発表|推定|分析|述べ|明らか|報じ|伝え|説明|主張|確認|探知|見て|みて|みられ|語っ|によると|によりますと|によれば|として(?:いる|います|いた|おり)|とした|とし、|と話|と指摘|と強調|と訂正|と反論|と判断|と評価|と否定|示し"
)
_IN_BRACKETS = re.compile(
    r"^[\d.,~-]+\s?(?:km|kilomet\w+|㎞|miles?|m|minutes?|킬로\w*|キロ)?[\"']?(?: ?\(|(?: \([^)]{0,30}\))?,? according to )(?:the )?$"
)
"""Between a figure and who states it: "2,802 km (North Korea)"."""
_IN_RELATIVE = re.compile(r",\s(?:which|that|who)\s(?:the\s)?$", re.IGNORECASE)
"""Who speaks in ", which the North later called a test" does not state the rest."""
_LISTED = re.compile(r"^,?\s?(?:and |및 |와 |과 |と|や|・|·)?(?:the )?$")
_JOINT = (
    ("Japan MOD", re.compile(r"\b(?:and|or) (?:the )?Japan|한일|日韓")),
    ("US DoD", re.compile(r"\b(?:and|or) (?:the )?(?:U\.S\.|US|American)|米韓")),
)
"""In the name of one authority, what names another beside it."""
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
        for match in islice(pattern.finditer(sentence), MOST_IN_A_SENTENCE):
            if any(s.start < match.end() and match.start() < s.end for s in found):
                continue
            speaks = speaks_at(sentence, match.start(), match.end(), language)
            found.append(Speaker(authority, rank, speaks, match.start(), match.end()))
    return sorted(found, key=lambda speaker: speaker.start)


def speaks_at(sentence: str, start: int, end: int, language: str) -> bool:
    """Whether whoever is named at a place of a sentence states something there."""
    after, before = sentence[end : end + 140], sentence[max(0, start - 90) : start]
    if language == "en":
        if _IN_RELATIVE.search(before):
            return False
        return bool(_SPEAKS_AFTER.match(after) or _SPOKEN_BEFORE.search(before))
    if start < _NEAR_START and _TOPIC_CJK.match(after):
        return True
    if _QUOTED_CJK.match(after) or before.endswith("("):
        return True
    particle = end - 1 if sentence[end - 1] in _PARTICLES else end
    return bool(
        _SPEAKS_CJK.match(sentence[particle : end + 140]) and SAYS_CJK.search(sentence, end)
    )


def partners(named: Sequence[Speaker], speaker: Speaker, sentence: str) -> list[str]:
    """
    Authorities that state together with one what it states.

    Examples
    --------
    >>> said = "The South Korean and Japanese militaries said it flew 250 km."
    >>> named = speakers(said, "en")
    >>> partners(named, named[0], said)
    ['Japan MOD']
    """
    words = sentence[speaker.start : speaker.end]
    found = [authority for authority, joint in _JOINT if joint.search(words)]
    last = speaker
    for other in named:
        gap = sentence[last.end : other.start]
        if other.start >= last.end and _LISTED.match(gap):
            found += [other.authority] if other.rank > 1 and gap.strip() else []
            last = other
    return [each for each in found if each != speaker.authority]


def _first_named(fit: Sequence[Speaker], speaker: Speaker, sentence: str) -> Speaker:
    """Of "South Korea, Japan and the United States", the first."""
    for other in reversed(fit):
        if other.end <= speaker.start and _LISTED.match(sentence[other.end : speaker.start]):
            speaker = other
    return speaker


def speaker_of(named: Sequence[Speaker], sentence: str, place: int) -> Speaker | None:
    """
    Who states what stands at a place of a sentence.

    The one who speaks in the same clause goes first, then the one who speaks before it, then any;
    among them a ministry that is cited before the press that cites it.
    """
    for speaker in named:
        if speaker.start > place and _IN_BRACKETS.match(sentence[place : speaker.start]):
            return speaker
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
            nearest = min(fit, key=lambda s: (s.start > place, abs(s.start - place)))
            return _first_named(fit, nearest, sentence)
    return None
