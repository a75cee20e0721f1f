"""The frame of our small pages beside the dashboard: one file each, which loads nothing."""

import json
from html import escape

STYLE = """
body { font: 16px/1.55 system-ui, sans-serif; color: #1f2a30; background: #fff; margin: 0 auto;
  max-width: 46rem; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
a { color: #00578a; }
pre { background: #f3f5f6; padding: .75rem; overflow-x: auto; } code { font-size: .875em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid #d6dcdf; }
td + td, p { overflow-wrap: anywhere; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Content-Security-Policy: nothing is loaded and no script runs."""


def html_page(title: str, body: str, head: str = "") -> bytes:
    """
    Page with a title.

    Parameters
    ----------
    title
        Plain text, escaped here.
    body, head
        HTML, escaped by the caller.
    """
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{head}<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    ).encode()


def page(title: str, body: str, head: str, body_class: str = "") -> bytes:
    """
    Whole page.

    Parameters
    ----------
    title, body_class
        Plain text, escaped here.
    body, head
        HTML, escaped by the caller.
    """
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{head}</head>\n"
        f'<body class="{escape(body_class)}">\n{body}</body>\n</html>\n'
    ).encode()


def as_json(content: object) -> str:
    """JSON that no page takes for markup, wherever it stands in it."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
