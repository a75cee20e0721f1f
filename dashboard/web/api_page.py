"""The page that teaches the HTTP interface."""

from html import escape

from dashboard.export.formats import FORMATS
from dashboard.flights.plan import WHOSE
from dashboard.selection.selection import LISTS, PARAMETERS, SEAS
from dashboard.selection.view import public_address
from dashboard.served import served
from dashboard.web.html_page import html_page
from dashboard.web.openapi import ABOUT
from dashboard.words.say import Words

JANUARY = "period=2022-01-01&period=2022-01-31&type=SRBM"
EXAMPLES = (
    ("Short-range missiles of January 2022, for a map", f"geojson?{JANUARY}"),
    ("The whole record as a table", "csv"),
    (
        "What flew over Japan, drawn from the ranges of Japan's ministry",
        "kml?reach=overflew+Japan&figures=japan",
    ),
    ("Launches from Wonsan whose outcome was a failure", "json?site=wonsan-area&outcome=failure"),
)


def api_page() -> bytes:
    """Page on the interface to the served record."""
    record, words = served().library.record, Words()
    body = (
        f"<p>Every view of the dashboard as a file. Record of {escape(record.version)}, read up to "
        f"{escape(record.covers_to)}. {escape(words.say('file.note'))}</p>\n"
        "<h2>Formats</h2>\n<p>A view is <code>/api/launches.</code> with the ending of a "
        f"format.</p>\n{_table(('Format', 'Good for'), _formats())}\n"
        "<h2>Which launches</h2>\n<p>The parameters are those of the dashboard’s own link: filter "
        "there, copy what follows the question mark, put it here. With <code>launch</code>, which "
        "is there while a launch is open, it is that launch alone. A parameter is repeated for "
        "several values; without any, it is the whole record.</p>\n"
        f"{_table(('Parameter', 'Selects'), _parameters())}\n"
        f"<h2>Examples</h2>\n{_examples()}\n"
        "<h2>In a program</h2>\n"
        f"<pre><code>{escape(_program())}</code></pre>\n"
        "<h2>Errors</h2>\n<p>What cannot be understood is answered with status 400 and names each "
        "part of it: <code>{&quot;errors&quot;: [{&quot;parameter&quot;: …, &quot;message&quot;: "
        "…}]}</code>.</p>\n"
        "<h2>Asking again</h2>\n<p>Each answer has an <code>ETag</code>. Sent back as "
        "<code>If-None-Match</code>, it is answered with status 304 and no body until the record "
        "changes. With <code>Accept-Encoding: gzip</code> an answer is a fifth of its size. Any "
        "page may read the answers from a script. The interface can be read only: GET and HEAD. "
        f"<a href='{_onward('openapi.json')}'>OpenAPI 3.1</a> says all of this to programs.</p>\n"
        f"<h2>Credit</h2>\n<p>{escape(words.say('file.credit'))}</p>\n"
        "<p><a href='./'>To the dashboard</a></p>"
    )
    return html_page(f"{words.say('title')}: data", body)


def _onward(path: str) -> str:
    """Link seen from this page, wherever it is reached."""
    return escape(f"api/{path}")


def _formats() -> list[tuple[str, str]]:
    return [
        (f"<a href='{_onward(f'launches.{name}')}'>{name}</a>", escape(kind.about))
        for name, kind in FORMATS.items()
    ]


def _parameters() -> list[tuple[str, str]]:
    return [
        (f"<code>{name}</code>", f"{escape(ABOUT[name])}<br>{_values(name)}") for name in PARAMETERS
    ]


def _values(name: str) -> str:
    if name == "period":
        return "<code>2022-01-31</code>"
    if name == "launch":
        return "<code>2022-01-05-1</code>"
    one_of = {"figures": WHOSE, "sea": SEAS}
    allowed = served().library.vocabulary.options(name) if name in LISTS else one_of[name]
    return ", ".join(f"<code>{escape(value)}</code>" for value in allowed)


def _examples() -> str:
    return "\n".join(
        f"<p>{escape(words)}:<br><a href='{_onward(f'launches.{path}')}'>"
        f"{escape(f'{public_address()}/api/launches.{path}')}</a></p>"
        for words, path in EXAMPLES
    )


def _program() -> str:
    address = f"{public_address()}/api/launches."
    return (
        f"curl --compressed '{address}csv?{JANUARY}' > january.csv\n\n"
        "import geopandas  # Python\n"
        f"flights = geopandas.read_file('{address}geojson?{JANUARY}')\n"
        "flights[flights['role'] == 'track'].plot()"
    )


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    head = "".join(f"<th>{word}</th>" for word in header)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"
