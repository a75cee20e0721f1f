"""The catalogue and the code: every message is said, and every sentence is a message."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
import streamlit
from babel import Locale
from jinja2 import Environment, nodes

from dashboard.commands.site import OURS
from dashboard.words.borrowed import borrowed
from dashboard.words.claims import COUNTED
from dashboard.words.say import EAST_SEA, LANGUAGES, Words, catalogue, messages
from data.impact_place import read_offset
from data.model import (
    AUTHORITIES,
    CORROBORATIONS,
    KINDS,
    OUTCOMES,
    PARTIES,
    QUALIFIERS,
    RANGE_CLASSES,
    SITE_KINDS,
    STATUSES,
)
from data.quantities import QUANTITIES

ROOT = Path(__file__).parents[1]
DASHBOARD = ROOT / "dashboard"
ENGLISH = messages("en")
WRITTEN = [lang for lang in LANGUAGES if (DASHBOARD / "words" / f"{lang}.json").exists()]
FOR_PROGRAMMERS = (
    # Headers, which browsers read.
    *("web/policies.py", "web/guard.py"),
    "export/values.py",
    "export/rows.py",
    "export/ordinals.py",
    "export/documents.py",
    "web/openapi.py",
    "dataset/sqlite_file.py",
    "server/metrics.py",
)
"""What describes the interface to programmers, who read English."""
WRITTEN_FOR_PROGRAMS = {
    # Headers, style sheets, SQL, a cell of a file, and errors of whoever wrote the call.
    *("web/guard.py", "look.py", "launch/tempo.py", "dataset/sqlite_file.py", "export/events.py"),
    *("selection/selection.py", "selection/view.py"),
}
"""What joins texts that no reader meets."""
SPELLINGS = ("selection/filters.py",)
"""What holds names that links once carried, and keep."""
BY_VARIABLE = (
    *("words/say.py", "words/views.py", "html.py"),
    "templates/page/disagreements.html",
)
"""Modules that say a message whose key they were given, or look up."""
NAMED_BY_VARIABLE = ("impact_place", "direction", "path")
"""Sections of names that are chosen by the quantity of a claim."""
PUBLISHED = (
    *(
        "impact area",
        "ring segment",
        "announced area",
        "out of view",
        "inset title",
        "site name",
        OURS,
    ),
    *(
        "Launch Sans",
        "Launch Sans KR",
        "Launch Sans JP",
        "Malgun Gothic",
        "Yu Gothic",
        "/Artifact BMC",
    ),
)
"""What files and drawings hold as names of two words or more: ids, which stay as they are."""
SEA_NAMES = ("sea.Sea of Japan", "sea.East Sea / Sea of Japan")
"""Names of the sea that readers choose from."""
PLURALS = {"zero", "one", "two", "few", "many", "other"}
WORDS_IN_A_ROW = re.compile(r"[A-Za-z]{2,}[,;:.]? [A-Za-z]{2,}")
CODE = re.compile(
    r"\dpx\b|var\(--"
    r"|sans-serif|document\.baseURI|noopener|\bnew URL|\b(?:leaflet|map|strip)-\w|^`\n|\(\?:"
    r"|max-age|default-src|charset=|filename=|device-width|prefers-reduced-motion|(?:^| )--\w+ "
    r"|pointer: coarse|^\\ No newline at end of file$"
)
"""What style sheets, scripts, classes of elements, regular expressions, options are told by."""
MARKUP = re.compile(r"[<>`]|&#?\w+;|\*\*|\]\(")
NO_TEXT = {
    "aria-hidden",
    "as",
    *("font-family", "text-anchor", "fill", "stroke", "viewBox", "d"),
    "href",
    "src",
    "name",
    "property",
    "http-equiv",
    "download",
    "rel",
    "target",
    "class",
    "id",
    "lang",
    "style",
    "role",
    "type",
    "charset",
    "scope",
    "dir",
    *("aria-labelledby", "aria-hidden"),
    *("method", "action", "list", "aria-describedby"),
    "tabindex",
    "data-launch",
}
"""Attributes of HTML whose values nobody reads."""


def own(part, start=""):
    """Messages of a part of a catalogue by their whole key: of this file, not of English for it."""
    found = {}
    for name, each in part.items():
        if isinstance(each, str) or ("other" in each and PLURALS.issuperset(each)):
            found[start + name] = each
        else:
            found |= own(each, f"{start}{name}.")
    return found


def places_of(message):
    """Names of the places of a message; one with plurals is chosen by its place `n`."""
    texts = [message] if isinstance(message, str) else message.values()
    names = {name for text in texts for _, name, *_ in Formatter().parse(text) if name}
    return names if isinstance(message, str) else names | {"n"}


# ------------------------------------------------------------------------- what is said, and where
def pattern_of(key):
    """What a key of a call may be, as a regular expression; None for a variable."""
    if isinstance(key, ast.Constant):
        return re.escape(key.value)
    if isinstance(key, ast.IfExp):
        parts = pattern_of(key.body), pattern_of(key.orelse)
        return None if None in parts else "|".join(parts)
    if isinstance(key, ast.JoinedStr):
        return "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else ".*" for part in key.values
        )
    return None


def said_in_python(source):
    """Each call of `say` with the pattern of its key and its places, None where unpacked."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or len(node.args) != 1:
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr == "say":
            names = [each.arg for each in node.keywords]
            yield pattern_of(node.args[0]), None if None in names else set(names)


def named_in_python(source):
    """Sections whose names are looked up by a value of the record."""
    for node in ast.walk(ast.parse(source)):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if called and node.func.attr == "named" and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def said_in_template(source):
    """Each call of `say` in a template, as for Python."""
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say":
            yield template_pattern(call.args[0]), {each.key for each in call.kwargs}


def template_pattern(key):
    """What a key of a call in a template may be, as for Python."""
    if isinstance(key, nodes.Const):
        return re.escape(key.value)
    if isinstance(key, nodes.CondExpr):
        parts = template_pattern(key.expr1), template_pattern(key.expr2)
        return None if None in parts else "|".join(parts)
    if isinstance(key, nodes.Concat):
        return "".join(template_pattern(part) or ".*" for part in key.nodes)
    return None


def said_in_script(source):
    """Each call of `say` with a key that begins with a literal in JavaScript, as for Python."""
    for call in re.finditer(r"\bsay\((?=\s*\")", source):
        key, *places = split_script(source[call.end() :])
        literal = re.match(r"\s*\"([^\"]*)\"\s*(\+?)", key)
        names = []
        if places and places[0].strip().startswith("{"):
            names = [name.strip() for name in split_script(places[0].strip()[1:])]
        unpacked = any(name.startswith("...") for name in names)
        named = {name.partition(":")[0].strip() for name in names if name}
        yield re.escape(literal[1]) + (".*" if literal[2] else ""), None if unpacked else named


def split_script(text):
    """Parts of JavaScript up to the bracket that closes it, between the commas of its own level."""
    parts, depth, quoted = [""], 0, ""
    for sign in text:
        if quoted:
            quoted = "" if sign == quoted else quoted
        elif sign in "\"'`":
            quoted = sign
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        if depth < 0:
            break
        if sign == "," and not depth and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def problems_of(said, known=ENGLISH):
    """Calls of which the catalogue has no message, or one with other places."""
    keys = {re.escape(key): [key] for key in known}
    for pattern, places in said:
        found = keys.get(pattern) or [key for key in known if re.fullmatch(pattern, key)]
        wrong = [key for key in found if places not in (None, places_of(known[key]))]
        # Of the messages that a prefix stands for, the call is about those that have its places.
        if not found or (wrong and (wrong == found or ".*" not in pattern)):
            wanted = {key: sorted(places_of(known[key])) for key in wrong}
            yield f"{pattern}: given {sorted(places or ())}, there is {wanted}"


def sources(*endings, of=DASHBOARD):
    """Path within the dashboard and text of its files; scripts that built assets are no part."""
    for path in sorted(of.rglob("*")):
        name = path.relative_to(DASHBOARD).as_posix()
        built = name.startswith("assets/") and path.suffix == ".py"
        if path.suffix in endings and not built and "/vendor/" not in name:
            yield name, path.read_text(encoding="utf-8")


def every_call():
    """File, pattern of the key and places of every call there is."""
    readers = {".py": said_in_python, ".html": said_in_template, ".js": said_in_script}
    for ending, reader in readers.items():
        for name, source in sources(ending):
            for pattern, places in reader(source):
                yield name, pattern, places


CALLS = list(every_call())


def test_every_message_that_is_said_exists_with_the_places_it_is_given():
    literal = [(pattern, places) for _, pattern, places in CALLS if pattern is not None]
    assert len(literal) > 100
    assert list(problems_of(literal)) == []


def test_a_key_is_a_variable_in_few_modules_only():
    assert {name for name, pattern, _ in CALLS if pattern is None} <= set(BY_VARIABLE)


def unused(known, patterns, texts, sections):
    """Messages that no call says, no text names and no section of names holds."""
    # Most patterns are a key as it is; only the others have to be matched with every key.
    several = [re.compile(each) for each in patterns if ".*" in each or "|" in each]
    return [
        key
        for key in known
        if key.partition(".")[0] not in sections
        and key not in texts
        and re.escape(key) not in patterns
        and not any(pattern.fullmatch(key) for pattern in several)
    ]


def test_every_message_is_said_somewhere():
    patterns = {pattern for _, pattern, _ in CALLS if pattern is not None}
    modules = [source for _, source in sources(".py")]
    sections = {name for source in modules for name in named_in_python(source)}
    texts = {
        node.value
        for source in modules
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant)
    }
    wholes = {*sections, *NAMED_BY_VARIABLE}
    assert unused(ENGLISH, patterns, texts, wholes) == []


def test_a_message_that_nobody_says_is_found():
    known = {"a.used": "x", "a.unused": "y", "named.one": "z", "a.looked_up": "u"}
    assert unused(known, {r"a\.used"}, {"a.looked_up"}, {"named"}) == ["a.unused"]


BROKEN = {
    "a key that there is not": ("x.say('view.sumary', a=1)", "there is {}"),
    "a place that there is not": ("x.say('cite.part', missile=1, day=2, id=3, no=4)", "given"),
    "a place left out": ("x.say('cite.part', missile=1, day=2)", "given"),
    "a plural without its number": ("x.say('count.launches')", "given"),
    "one of two keys": ("x.say('claim.range' if a else 'claim.rage', figure=1)", ""),
    "a prefix that there is not": ("x.say(f'unity.{unit}', figure=1)", "there is {}"),
    "a prefix with another place": ("x.say(f'unit.{unit}', number=1)", "given"),
}


@pytest.mark.parametrize("case", [case for case in BROKEN if BROKEN[case][1]])
def test_a_wrong_call_of_python_is_found(case):
    source, sign = BROKEN[case]
    assert all(sign in problem for problem in problems_of(said_in_python(source)))
    assert list(problems_of(said_in_python(source)))


@pytest.mark.parametrize(
    "source",
    [
        '{{ say("launch.outcom", outcome=1) }}',
        '{{ say("launch.outcome") }}',
        '{{ say("count.x") }}',
    ],
)
def test_a_wrong_call_of_a_template_is_found(source):
    assert list(problems_of(said_in_template(source)))


@pytest.mark.parametrize(
    "source", ['say("count.lunches", { n: 1 })', 'words.say("count.launches")']
)
def test_a_wrong_call_of_a_script_is_found(source):
    assert list(problems_of(said_in_script(source)))


def test_right_calls_are_found_right():
    assert not list(problems_of(said_in_python("x.say('count.launches', n=1)")))
    assert not list(problems_of(said_in_python("x.say(f'unit.{unit}', figure=1)")))
    assert not list(problems_of(said_in_template('{{ say("launch.outcome", outcome=1) }}')))
    assert not list(problems_of(said_in_script('say("count.launches", { n: number })')))


# ------------------------------------------------------------------------------ the languages alike
def differences(known, lang, english=ENGLISH):
    """What a catalogue has otherwise than the English one: keys, places, plurals."""
    yield from (f"{key} is missing" for key in sorted(english.keys() - known.keys()))
    yield from (f"{key} is unknown" for key in sorted(known.keys() - english.keys()))
    plurals = set(Locale(lang).plural_form.tags) | {"other"}
    for key in sorted(known.keys() & english.keys()):
        said, theirs = known[key], english[key]
        if not isinstance(said, str) and said.keys() != plurals:
            yield f"{key} has the plurals {sorted(said)}, not {sorted(plurals)}"
        if isinstance(theirs, str) and not isinstance(said, str):
            yield f"{key} has plurals, in English it has none"
        # A language without plurals may leave out the number that chooses among them.
        if places_of(said) - {"n"} != places_of(theirs) - {"n"}:
            yield f"{key} has the places {sorted(places_of(said))}"


@pytest.mark.parametrize("lang", WRITTEN)
def test_a_language_has_the_same_messages_with_the_same_places(lang):
    assert list(differences(own(catalogue(lang)), lang)) == []


ALIKE = {"a.one": "{n} of {all}", "a.many": {"one": "{n} x", "other": "{n} xs"}}


@pytest.mark.parametrize(
    ("changed", "lang"),
    [
        ({"a.one": "{n}"}, "en"),
        ({"a.one": "{n} of {al}"}, "ko"),
        ({"a.other": "x"}, "ko"),
        ({"a.many": {"other": "{n} xs"}}, "en"),
        ({"a.many": {"one": "{n} x", "other": "{n} xs"}}, "ko"),
        ({"a.one": {"other": "{n} of {all}"}}, "ja"),
    ],
)
def test_a_language_that_differs_is_found(changed, lang):
    assert list(differences(ALIKE | changed, lang, ALIKE))
    alike = ALIKE if lang == "en" else ALIKE | {"a.many": {"other": "{n} xs"}}
    assert not list(differences(alike, lang, ALIKE))


def test_a_message_that_is_missing_is_found_but_in_a_section_not_yet_written():
    assert list(differences({}, "ko", ALIKE)) == ["a.many is missing", "a.one is missing"]


@pytest.mark.parametrize("lang", WRITTEN)
def test_no_message_holds_markup(lang):
    found = own(catalogue(lang))
    texts = [
        text
        for message in found.values()
        for text in ([message] if isinstance(message, str) else message.values())
    ]
    assert [text for text in texts if MARKUP.search(text)] == []
    marks = set(catalogue(lang)["mark"].values())
    assert [text for text in texts if text != text.strip() and text not in marks] == []
    assert all(texts)


@pytest.mark.parametrize("text", ["<b>x</b>", "a &lt; b", "**x**", "[x](y)", "`x`", "a &#39;"])
def test_markup_is_found(text):
    assert MARKUP.search(text)


# ------------------------------------------------------------------------ no sentence left in code
def known_values():
    """Values of the record that have a name in the catalogue, and are no sentences themselves."""
    return {*PUBLISHED, *(key.partition(".")[2] for key in ENGLISH)}


def sentences_in_python(source):
    """Texts of two or more words in code that readers may meet."""
    tree = ast.parse(source)
    passed, known = unread(tree), known_values()
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and node not in passed and text not in known:
            bare = re.sub(r"<[^>]*>?|\{[^}]*\}", "|", text)
            if WORDS_IN_A_ROW.search(bare) and not CODE.search(text):
                yield text


def unread(tree):
    """Parts of code that no reader meets: docstrings, logs, errors of ours."""
    passed, raised = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        elif isinstance(node, ast.Raise) and node.exc is not None and is_ours(node.exc):
            passed.update(ast.walk(node.exc))
            raised |= {each.id for each in ast.walk(node.exc) if isinstance(each, ast.Name)}
        elif isinstance(node, ast.Call) and is_log(node.func):
            passed.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and raised & {ast.unparse(to) for to in node.targets}:
            passed.update(ast.walk(node.value))
    return passed


def is_ours(raised):
    """Whether an error is of Python itself: it is for whoever wrote the call."""
    name = raised.func if isinstance(raised, ast.Call) else raised
    return isinstance(name, ast.Name) and name.id in {"ValueError", "KeyError", "TypeError"}


def is_log(function):
    """Whether a function writes to a log."""
    levels = {"debug", "info", "warning", "error", "exception"}
    return (
        isinstance(function, ast.Attribute)
        and function.attr in levels
        and isinstance(function.value, ast.Name)
        and "log" in function.value.id.casefold()
    )


def sentences_in_template(source):
    """Words in a template outside of `say`, those of attributes that are read among them."""
    text = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|<(style|script|pre)\b.*?</\1>", "", source)
    text = re.sub(r"(?s)\{\{.*?\}\}", "", text)
    for name, value in re.findall(r"([\w:-]+)=[\"']([^\"']*)", text):
        # What a head says to programs is seldom a sentence.
        words = WORDS_IN_A_ROW if name == "content" else re.compile(r"[a-z]{2}")
        read = name not in NO_TEXT and not name.startswith("data-") and not CODE.search(value)
        if read and words.search(value):
            yield value
    bare = re.sub(r"(?s)<.*?>|&\w+;", "|", text)
    yield from re.findall(r"[A-Za-z]{2,}", bare)


def sentences_in_script(source):
    """Texts of two or more words in JavaScript outside of comments."""
    pattern = r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
    passed = {"use strict", *known_values()}
    for found in re.finditer(pattern, source, re.DOTALL):
        text = found[0]
        ours = source[: found.start()].endswith("throw new Error(")
        if not text.startswith("/") and text[1:-1] not in passed and not ours:
            bare = re.sub(r"<[^>]*>|\$\{[^}]*\}", "|", text)
            if WORDS_IN_A_ROW.search(bare) and not CODE.search(text):
                yield text


def is_done(name):
    return not name.startswith((*FOR_PROGRAMMERS, *SPELLINGS))


@pytest.mark.parametrize("name", [name for name, _ in sources(".py") if is_done(name)])
def test_no_sentence_is_left_in_python(name):
    source = (DASHBOARD / name).read_text(encoding="utf-8")
    assert list(sentences_in_python(source)) == []


@pytest.mark.parametrize("name", [name for name, _ in sources(".html") if is_done(name)])
def test_no_word_is_left_in_a_template(name):
    assert list(sentences_in_template((DASHBOARD / name).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", [name for name, _ in sources(".js") if is_done(name)] or [None])
def test_no_sentence_is_left_in_a_script(name):
    source = (DASHBOARD / name).read_text(encoding="utf-8") if name else ""
    assert list(sentences_in_script(source)) == []


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("x = 'Two words'", 1),
        ("x = f'{n} launches were drawn'", 1),
        ("x = '<p>Nothing is drawn</p>'", 1),
        ("raise RefusalError('no such launch')", 1),
        ("st.error('no such launch')", 1),
        ("raise ValueError('no such launch')", 0),
        ("why = 'no such launch'\nraise ValueError(why)", 0),
        ("why = 'no such launch'\nraise RefusalError(why)", 1),
        ("'''A docstring of words.'''", 0),
        ("x: int\n'''What it is.'''", 0),
        ("logger.info('it has begun')", 0),
        ("x = 'space launch'", 0),
        ("x = \"<p class='one two'>\"", 0),
        ("say('count.launches', n=1)", 0),
    ],
)
def test_a_sentence_in_python_is_found(source, number):
    assert len(list(sentences_in_python(source))) == number


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("<p>Text</p>", 1),
        ("<p>{{ say('a.b') }}: Text</p>", 1),
        ('<a title="Read this">{{ x }}</a>', 1),
        ('<p class="one two" lang="ko">{{ say("a.b") }} · {{ x }}</p>{# Comment. #}', 0),
    ],
)
def test_a_word_in_a_template_is_found(source, number):
    assert len(list(sentences_in_template(source))) == number


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ('node.title = "Copy the picture";', 1),
        ("const words = `${n} launches drawn`;", 1),
        ("// A comment of words\n/* and another */ const a = 'one';", 0),
        ('"use strict"; say("count.launches", { n });', 0),
    ],
)
def test_a_sentence_in_a_script_is_found(source, number):
    assert len(list(sentences_in_script(source))) == number


SEPARATOR = r"\s*(?:[,;] +…?|[·・、，；])\s*"
"""Between texts; a comma without a space is one of coordinates or addresses."""


def separators_in_python(source):
    """Marks between texts that code writes itself, where the language has its own."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "join":
                whole = ast.unparse(node.func.value)
                yield from re.findall(rf"^(?:Markup\()?'{SEPARATOR}'\)?$", whole)
        elif isinstance(node, ast.JoinedStr):
            parts = [each.value if isinstance(each, ast.Constant) else "|" for each in node.values]
            yield from re.findall(rf"\|(?:{SEPARATOR}| – )\|", "".join(map(str, parts)))


def separators_in_template(source):
    """The same in a template, between what it fills."""
    text = re.sub(r"(?s)\{#.*?#\}|<(style|script|pre)\b.*?</\1>", "", source)
    yield from re.findall(rf"join\([\"']{SEPARATOR}[\"']\)", text)
    yield from re.findall(rf"(?:\}}\}}|%\}}|\w>)(?:{SEPARATOR}| – )(?=\{{|<)", text)
    yield from re.findall(r"\}\}:|\(\{\{", re.sub(r"<[^>]*>", "", text))


def separators_in_script(source):
    """The same in JavaScript."""
    yield from re.findall(rf"join\(\"(?:{SEPARATOR}| – )\"\)", source)
    yield from re.findall(rf"\}}(?:{SEPARATOR}| – )\$\{{", source)


@pytest.mark.parametrize(
    ("ending", "read"),
    [
        (".py", separators_in_python),
        (".html", separators_in_template),
        (".js", separators_in_script),
    ],
)
def test_no_mark_between_texts_is_left_in_code(ending, read):
    kept = {*FOR_PROGRAMMERS, *WRITTEN_FOR_PROGRAMS}
    found = [(name, each) for name, text in sources(ending) for each in read(text)]
    assert [each for each in found if each[0] not in kept] == []


@pytest.mark.parametrize(
    ("read", "source", "number"),
    [
        (separators_in_python, "x = '; '.join(parts)", 1),
        (separators_in_python, "x = Markup(', ').join(parts)", 1),
        (separators_in_python, "x = f'{a} · {b}'", 1),
        (separators_in_python, "x = ' '.join(parts), f'{a}-{b}', words.joined(parts)", 0),
        (separators_in_template, "{{ names|join(', ') }}", 1),
        (separators_in_template, "{{ a }}{% if b %}, {% endif %}{{ b }}", 1),
        (separators_in_template, "<a>{{ a }}</a> · <a>{{ b }}</a>", 1),
        (separators_in_template, "{{ a }}: {{ b }} ({{ c }})", 2),
        (separators_in_template, "{{ a }}{{ say('mark.comma') }}{{ b }} {{ c }}", 0),
        (separators_in_script, 'names.join(", ") + `${a} · ${b}`', 2),
        (separators_in_script, 'names.join(say("mark.comma")) + [1].join()', 0),
    ],
)
def test_a_mark_between_texts_is_found(read, source, number):
    assert len(list(read(source))) == number


# --------------------------------------------------------------------------- names of the record
VALUES = {
    "kind": KINDS,
    "outcome": OUTCOMES,
    "status": STATUSES,
    "corroboration": CORROBORATIONS,
    "site_kind": SITE_KINDS,
    "authority": AUTHORITIES,
    "party": PARTIES,
    "qualifier": QUALIFIERS,
    "qualifier_of_time": QUALIFIERS,
    "quantity": QUANTITIES,
    "unit": {COUNTED, *(unit for row in QUANTITIES.values() for unit in row.units)},
    "placement": ("arc", "part", "site", "none"),
}


@pytest.mark.parametrize("section", VALUES)
def test_every_value_of_the_record_has_a_name_and_no_other_has(section):
    named = {key.partition(".")[2] for key in ENGLISH if key.startswith(f"{section}.")}
    assert named == set(VALUES[section])


def test_every_zone_and_country_has_a_name():
    from dashboard.flights.overflight import INSIDE, JUST_OUTSIDE, OUTSIDE, zones

    found = zones().names
    words = Words()
    assert {zone.kind for zone in found if not words.has(f"zone.{zone.kind}")} == set()
    assert {zone.country for zone in found if not words.has(f"country.{zone.country}")} == set()
    stated = (INSIDE, OUTSIDE, JUST_OUTSIDE)
    assert {place for place in stated if not words.has(f"impact_place.{place}")} == set()


def test_what_streamlit_says_is_known_as_it_says_it():
    scripts = Path(streamlit.__file__).parent.glob("static/static/js/*.js")
    said = "".join(each.read_text(encoding="utf-8") for each in scripts)
    built = {"enter", "ctrl_enter", "command_enter"}
    known = {name: text for name, text in catalogue("en")["borrowed"].items() if name not in built}
    assert {text for text in known.values() if f"`{text}`" not in said} == set()
    assert "Press Enter to ${" in said
    assert list(borrowed(Words())) == []
    assert all(re.search("[가-힣]", text) for text in borrowed(Words("ko")).values())


def test_every_place_and_direction_stated_has_a_name(served_atlases):
    """Coordinates are the same in every language."""
    record = served_atlases["best"].record
    stated = {
        (claim.quantity, claim.value)
        for launch in record.launches
        for claim in launch.claims
        if claim.quantity in {"impact_place", "direction"} and claim.value
    }
    unnamed = {
        value
        for quantity, value in stated
        if f"{quantity}.{value}" not in ENGLISH and read_offset(value) is None
    }
    assert {value for value in unnamed if re.search("[A-Za-z]{2}", value)} == set()


def test_the_sea_is_called_as_the_reader_calls_it():
    places = "impact_place", "direction", "sea"
    calling = [key for key, said in ENGLISH.items() if EAST_SEA in said]
    assert {key.partition(".")[0] for key in calling} == set(places)
    for lang in LANGUAGES:
        words = Words(lang, "sea-of-japan")
        name = words.say("filter.sea.value.sea-of-japan")
        assert all(name in words.say(key) for key in calling)
        other = {Words(lang).say(f"filter.sea.value.{each}") for each in ("east-sea", "both")}
        for key in (key for key in ENGLISH if key.partition(".")[0] in places):
            # The name is chosen, so no message of a statement holds one itself.
            message = messages(lang)[key]
            assert key in SEA_NAMES or not any(
                re.search(f"{each}(?!안)", message) for each in other
            )


def test_every_place_that_an_impact_lies_off_has_a_name(served_atlases):
    record = served_atlases["best"].record
    values = [claim.value or "" for launch in record.launches for claim in launch.claims]
    # A forecast holds its place behind the hour at which it was said.
    stated = (read_offset(value.rpartition("; ")[2]) for value in values)
    bases = {off.base for off in stated if off}
    assert bases
    assert {base for base in bases if f"impact_base.{base}" not in ENGLISH} == set()


def test_every_basis_of_the_record_has_a_name(served_atlases):
    figures = {
        figure.basis
        for atlas in served_atlases.values()
        for flights in atlas.flights.values()
        for flight in flights
        for figure in (flight.range_km, flight.azimuth_deg)
    }
    assert figures
    assert {basis for basis in figures if not Words().has(f"basis.{basis}")} == set()


@pytest.mark.parametrize("section", ["kind", "outcome", "quantity", "placement"])
def test_names_are_terms_of_the_glossary(section):
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").casefold()
    names = {text for key, text in ENGLISH.items() if key.startswith(f"{section}.")}
    assert {name for name in names if name.casefold() not in glossary} == set()


def test_types_are_the_classes_and_what_has_none():
    named = {key.partition(".")[2] for key in ENGLISH if key.startswith("type_short.")}
    assert named == {*RANGE_CLASSES, "unidentified", "other"} - {"unknown"}
