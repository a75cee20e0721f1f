"""Pages and fragments of HTML: templates a designer can read, escaped unless said otherwise."""

import json
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dashboard.words.say import Words
from dashboard.words.script import language_of


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, words: Words, **values: object) -> Markup:
    """
    Fill a template of `templates/`.

    Within it `say(key, **places)` is the sentence of a key, escaped with all that fills it but for
    places that are markup themselves; `words` gives numbers and days. `in_lang(text)` is the
    attribute of an element around a text of another language than that of the words.
    """

    def in_lang(text: str | None) -> Markup:
        lang = language_of(text or "")
        return Markup("") if lang in {None, words.lang} else Markup(' lang="{}"').format(lang)

    def say(key: str, **places: object) -> Markup:
        marked = {name: each for name, each in places.items() if isinstance(each, Markup)}
        # Markup fills its place after the rest is escaped, or it would be escaped with it.
        held = {name: f"\x00{name}\x00" for name in marked}
        text = str(Markup.escape(words.say(key, **(places | held))))
        for name, each in marked.items():
            text = text.replace(f"\x00{name}\x00", str(each))
        return Markup(text)  # noqa: S704 - escaped above

    filled = (
        _environment()
        .get_template(template)
        .render(words=words, say=say, in_lang=in_lang, **values)
    )
    return Markup(filled)  # noqa: S704 - the template escapes


def as_json(content: object) -> Markup:
    """JSON that no page takes for markup, wherever it stands in it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - nothing begins a tag
