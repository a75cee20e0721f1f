"""The words of a terminal: its own language where that is one of ours and it can show it."""

import os
import re
import sys
from collections.abc import Mapping

from dashboard.words.say import LANGUAGES, Words

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What tells a program the language of its messages (POSIX.1-2024, 8.2); the first set decides."""


def terminal_words() -> Words:
    """
    Words of the language that the environment names, else English.

    English, too, where the output cannot hold the letters of that language.
    """
    named = next((value for name in VARIABLES if (value := os.environ.get(name))), "")
    # As in ko_KR.UTF-8, ja or C; to weigh several, as a browser names them, would load the record.
    lang = re.split(r"[_.@]", named)[0]
    words = Words(lang if lang in LANGUAGES else LANGUAGES[0])
    try:
        words.say("command.about").encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return Words()
    return words


def examples(words: Words, command: str, lines: Mapping[str, str]) -> str:
    """Examples of a command for the end of its help: what each does, and what to type."""
    told = "".join(
        f"  {words.say(f'command.{command}.example.{name}')}\n"
        f"    python -m dashboard {command} {line}\n"
        for name, line in lines.items()
    )
    return f"{words.say('command.examples')}\n{told}"
