"""Events in words: their days, how far they are from a launch, and what happened."""

from dashboard.words.dates import day_words, period_words
from dashboard.words.say import Words
from data.event import Event


def event_day_words(words: Words, event: Event) -> str:
    """Day of an event, or its days."""
    if event.end is None:
        return day_words(words, event.start)
    return period_words(words, (event.first_day, event.last_day))


def distance_words(words: Words, days: int) -> str:
    """
    How many days an event lies before or after a launch.

    Examples
    --------
    >>> [distance_words(Words("en"), days) for days in (-3, 0, 1)]
    ['3 days before', 'on the day', '1 day after']
    """
    if not days:
        return words.say("around.same")
    return words.say("around.before" if days < 0 else "around.after", n=abs(days))


def event_words(words: Words, event: Event) -> str:
    """Sentence on an event, in English where the language has none."""
    spoken = {"en": event.text_en, "ko": event.text_ko, "ja": event.text_ja}
    return spoken[words.lang] or event.text_en
