"""Names of types, values of filters, authorities and missiles, in the languages of pictures."""

from dashboard.flights.plan import WHOSE

TYPES = {
    "CRBM": ("Close-range (CRBM)", "근거리 (CRBM)", "近距離 (CRBM)"),
    "SRBM": ("Short-range (SRBM)", "단거리 (SRBM)", "短距離 (SRBM)"),
    "MRBM": ("Medium-range (MRBM)", "준중거리 (MRBM)", "準中距離 (MRBM)"),
    "IRBM": ("Intermediate (IRBM)", "중거리 (IRBM)", "中距離 (IRBM)"),
    "ICBM": ("Intercontinental (ICBM)", "대륙간 (ICBM)", "大陸間 (ICBM)"),
    "unidentified": ("Class not identified", "종류 미상", "種類不明"),
    "other": ("Cruise, space and other", "순항·우주 등", "巡航・宇宙など"),
}
VALUES = {
    "ballistic": ("ballistic", "탄도", "弾道"),
    "glide": ("glide", "활공", "滑空"),
    "cruise": ("cruise", "순항", "巡航"),
    "space launch": ("space launch", "우주 발사", "宇宙打ち上げ"),
    "rocket artillery": ("rocket artillery", "방사포", "ロケット砲"),
    "air defence": ("air defence", "방공", "防空"),
    "unknown": ("unknown", "미상", "不明"),
    "success": ("success", "성공", "成功"),
    "failure": ("failure", "실패", "失敗"),
    "partial": ("partial", "부분 성공", "部分的成功"),
    "overflew Japan": ("overflew Japan", "일본 상공 통과", "日本上空通過"),
    "in or near Japan's EEZ": (
        "in or near Japan's EEZ",
        "일본 배타적 경제수역 안 또는 부근",
        "日本のEEZ内または付近",
    ),
    "Site unknown": ("Site unknown", "발사 장소 미상", "発射地点不明"),
    **dict(
        zip(
            WHOSE,
            (
                ("the best available", "가장 신뢰할 만한 수치", "最も確かな数値"),
                ("the JCS alone", "합참 발표만", "韓国軍合同参謀本部の発表のみ"),
                ("Japan's MOD alone", "일본 방위성 발표만", "防衛省の発表のみ"),
                ("KCNA alone", "조선중앙통신 보도만", "朝鮮中央通信の報道のみ"),
                ("all that differ", "엇갈리는 수치 모두", "食い違う数値すべて"),
            ),
            strict=True,
        )
    ),
    "East Sea": ("East Sea", "동해", "東海"),
    "Sea of Japan": ("Sea of Japan", "일본해", "日本海"),
    "East Sea / Sea of Japan": ("East Sea / Sea of Japan", "동해 / 일본해", "東海 / 日本海"),
}
AUTHORITIES = {
    "JCS": ("JCS", "합참", "韓国軍合同参謀本部"),
    "Japan MOD": ("Japan MOD", "일본 방위성", "防衛省"),
    "KCNA": ("KCNA", "조선중앙통신", "朝鮮中央通信"),
    "press": ("press", "언론", "報道"),
}
MISSILES = {
    "Hwasong": ("화성", "火星"),
    "Pukguksong": ("북극성", "北極星"),
    "Nodong": ("노동", "ノドン"),
    "Taepodong": ("대포동", "テポドン"),
    "Musudan": ("무수단", "ムスダン"),
    "Scud": ("스커드", "スカッド"),
    "Unha": ("은하", "銀河"),
    "Chollima": ("천리마", "千里馬"),
    "Hwasal": ("화살", "ファサル"),
    "Pulhwasal": ("불화살", "プルファサル"),
    "Padasuri": ("바다수리", "パダスリ"),
    "Pyoljji": ("별찌", "ピョルチ"),
    "Toksa": ("독사", "トクサ"),
    "Ballistic missile, unidentified": ("탄도미사일 (기종 미상)", "弾道ミサイル (機種不明)"),
    "Short-range ballistic missile": ("단거리 탄도미사일", "短距離弾道ミサイル"),
    "Close-range ballistic missile": ("근거리 탄도미사일", "近距離弾道ミサイル"),
    "Medium-range ballistic missile": ("준중거리 탄도미사일", "準中距離弾道ミサイル"),
    "Intercontinental ballistic missile": ("대륙간 탄도미사일", "大陸間弾道ミサイル"),
    "Unnamed IRBM": ("이름 미상 중거리 탄도미사일", "名称不明の中距離弾道ミサイル"),
    "October 2022": ("2022년 10월", "2022年10月"),
    "Rocket artillery": ("방사포", "ロケット砲"),
    "Short-range missile": ("단거리 미사일", "短距離ミサイル"),
    "Space launch vehicle": ("우주 발사체", "宇宙ロケット"),
    "Submarine-launched missile": ("잠수함 발사 미사일", "潜水艦発射ミサイル"),
    "Surface-to-air missile": ("지대공 미사일", "地対空ミサイル"),
    "Supersonic cruise missile": ("초음속 순항미사일", "超音速巡航ミサイル"),
    "Land-attack cruise missile": ("지상 공격 순항미사일", "対地巡航ミサイル"),
    "Anti-ship cruise missile": ("대함 순항미사일", "対艦巡航ミサイル"),
    "Air-to-ground missile": ("공대지 미사일", "空対地ミサイル"),
    "multiple rocket launcher": ("방사포", "多連装ロケット砲"),
    "unidentified": ("기종 미상", "機種不明"),
    "rail-mobile": ("철도 기동식", "鉄道機動式"),
    "silo-based": ("사일로식", "サイロ式"),
    "kind unknown": ("방식 미상", "方式不明"),
    "type not identified": ("기종 미상", "機種不明"),
    "variant": ("개량형", "改良型"),
}
"""Names and parts of names of missiles in Korean and Japanese; what is not here stays as it is."""
