"""Words for a day that is counted from another, in three languages."""

SHIFT = {
    **dict.fromkeys(("today", "오늘", "금일", "本日", "きょう", "今日"), ("published", 0)),
    **dict.fromkeys(("yesterday", "어제", "昨日", "きのう"), ("published", -1)),
    **dict.fromkeys(("last night", "어젯밤", "지난밤", "昨夜", "昨晩"), ("published", -1)),
    **dict.fromkeys(("今朝", "けさ"), ("published", 0)),
    **dict.fromkeys(("그제", "그저께", "おととい", "一昨日"), ("published", -2)),
    **dict.fromkeys(("the previous day", "previous day", "전날", "하루 전", "前日"), ("said", -1)),
    **dict.fromkeys(("the same day", "이날", "같은 날", "同日", "この日", "当日"), ("named", 0)),
    **dict.fromkeys(
        ("다음날", "다음 날", "이튿날", "翌日", "the next day", "the following day"), ("named", 1)
    ),
}
NEW_YEAR = {"new year's day", "새해 첫날", "元日", "元旦"}
KOREAN_MONTHS = {"한": 1, "두": 2, "석": 3, "세": 3, "넉": 4, "네": 4}
KOREAN_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6}
