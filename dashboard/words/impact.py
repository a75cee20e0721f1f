"""Where and when missiles came down, or were expected to, in words."""

from dashboard.words.dates import clock_words, qualified_time
from dashboard.words.quantities import qualified, span_words, unit_words
from dashboard.words.say import Words
from data.forecast import Forecast
from data.impact_place import read_offset
from data.korean_day import KOREA_TIME


def impact_words(words: Words, place: str, qualifier: str) -> str:
    """
    Impact place as firm as it was stated, where it is a distance: a zone or a sea is no more so.

    Examples
    --------
    >>> impact_words(Words("en"), "200 km west of Okushiri Island", "about")
    'about 200 km west of Okushiri Island'
    >>> impact_words(Words("ja"), "200-250 km west of Okushiri Island", "about")
    '奥尻島の西約200〜250km'
    """
    if (off := read_offset(place)) is None:
        return words.named("impact_place", place)
    distance = unit_words(words, "km", span_words(words, off.low_km, off.high_km))
    return words.say(
        "claim.offset",
        distance=qualified(words, qualifier, distance),
        direction=words.named("direction", off.direction),
        base=words.named("impact_base", off.base),
    )


def forecast_words(words: Words, forecast: Forecast, qualifier: str) -> str:
    """
    What was expected of a flight, and when that was said, by the clock of Korea.

    Examples
    --------
    >>> from data.forecast import read_forecast
    >>> said = read_forecast("2024-10-31T07:40+09:00; 2024-10-31T08:36+09:00")
    >>> forecast_words(Words("en"), said, "about")
    'about 08:36, said at 07:40 in flight'
    """
    if forecast.impact_time:
        time = clock_words(forecast.impact_time.astimezone(KOREA_TIME))
        expected = qualified_time(words, qualifier, time)
    else:
        expected = impact_words(words, forecast.impact_place or "", qualifier)
    earliest, latest = (
        clock_words(moment.astimezone(KOREA_TIME))
        for moment in (forecast.earliest, forecast.latest)
    )
    if earliest == latest:
        return words.say("forecast.at", expected=expected, time=earliest)
    return words.say("forecast.between", expected=expected, earliest=earliest, latest=latest)
