"""What pictures say: the same in every language, in its own dates and names."""

import datetime as dt
import string

import pytest

from conftest import shipped
from dashboard.words.dates import day_words, period_words
from dashboard.words.names import missile_words, short_missile_words, short_site_words
from dashboard.words.say import LANGUAGES, Words, catalogue, messages


def messages_of(part, start=""):
    """Messages of a section by their keys, plurals apart."""
    if isinstance(part, str):
        return {start: part}
    found = {}
    for name, each in part.items():
        found |= messages_of(each, f"{start}.{name}")
    return found


def places(message):
    """Names of the places of a message, whichever plural it has."""
    forms = [message] if isinstance(message, str) else message.values()
    return {place for form in forms for _, place, _, _ in string.Formatter().parse(form) if place}


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_whatever_a_picture_says_is_said_in_every_language(lang):
    said, english = (messages_of(catalogue(each)["picture"]) for each in (lang, "en"))
    assert said.keys() == english.keys()
    assert all(said.values())


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_message_has_the_places_that_it_has_in_english(lang):
    said, english = messages(lang), messages("en")
    shared = [key for key in said if not key.startswith("missile_part.")]
    assert {key: places(said[key]) for key in shared} == {
        key: places(english[key]) for key in shared
    }


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_a_name_of_a_missile_keeps_no_english_words(lang):
    """Letters and figures of a type may stay, as in `KN-23` and, in Japanese, `11S`."""
    words = Words(lang)
    for missile in shipped().record.missiles.values():
        name = missile_words(words, missile)
        left = [word for word in name.replace("-", " ").split() if word.isalpha() and len(word) > 4]
        assert not [word for word in left if word.isascii()], (missile.name, name)


@pytest.mark.parametrize(
    ("missile", "names"),
    [
        ("hwasong-17", ("Hwasong-17", "화성-17", "火星-17")),
        ("slv-unidentified", ("", "", "")),
        ("rail-mobile-kn-23", ("Hwasong-11A", "화성-11가", "火星-11カ")),
        ("slbm-unidentified", None),
    ],
)
def test_a_label_has_the_name_of_a_missile_without_its_other_names(missile, names):
    found = shipped().record.missiles[missile]
    said = tuple(short_missile_words(Words(lang), found) for lang in LANGUAGES)
    assert said == (names or tuple(missile_words(Words(lang), found) for lang in LANGUAGES))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_of_a_site_has_no_reading_in_brackets(lang):
    names = [short_site_words(Words(lang), site) for site in shipped().record.sites.values()]
    assert all(names)
    assert not [name for name in names if set(name) & set("()（）")]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-01-01", "2022-12-31", ("2022", "2022년", "2022年")),
        ("2014-01-01", "2019-12-31", ("2014–2019", "2014년~2019년", "2014年〜2019年")),
        ("2022-01-01", "2022-01-31", ("January 2022", "2022년 1월", "2022年1月")),
        ("2024-02-01", "2024-02-29", ("February 2024", "2024년 2월", "2024年2月")),
        (
            "1984-04-01",
            "2021-12-31",
            ("April 1984 – December 2021", "1984년 4월~2021년 12월", "1984年4月〜2021年12月"),
        ),
        ("2022-01-05", "2022-01-05", ("5 Jan 2022", "2022년 1월 5일", "2022年1月5日")),
        (
            "2022-01-05",
            "2022-01-11",
            ("5–11 Jan 2022", "2022년 1월 5일~11일", "2022年1月5日〜11日"),
        ),
        (
            "2022-01-05",
            "2022-03-24",
            ("5 Jan – 24 Mar 2022", "2022년 1월 5일~3월 24일", "2022年1月5日〜3月24日"),
        ),
        (
            "2021-12-30",
            "2022-01-05",
            (
                "30 Dec 2021 – 5 Jan 2022",
                "2021년 12월 30일~2022년 1월 5일",
                "2021年12月30日〜2022年1月5日",
            ),
        ),
    ],
)
def test_a_period_is_put_as_one_would_say_it(first, last, words):
    period = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert tuple(period_words(Words(lang), period) for lang in LANGUAGES) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1984-04", ("Apr 1984", "1984년 4월", "1984年4月")),
        ("1984", ("1984", "1984년", "1984年")),
    ],
)
def test_a_day_of_which_only_month_or_year_is_known_stays_so(date, words):
    assert tuple(day_words(Words(lang), date) for lang in LANGUAGES) == words
