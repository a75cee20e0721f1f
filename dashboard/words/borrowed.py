"""What Streamlit says in English alone, in the language of the page."""

from dashboard.words.say import LANGUAGES, Words, catalogue


def borrowed(words: Words) -> dict[str, str]:
    """Sentences by those of Streamlit, as English has them; none in English, where they stay."""
    english = Words(LANGUAGES[0])
    if words.lang == english.lang:
        return {}
    return {
        english.say(f"borrowed.{name}"): words.say(f"borrowed.{name}")
        for name in catalogue(english.lang)["borrowed"]
    }
