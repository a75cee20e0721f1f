"""The text of a report in a file: plain, HTML or PDF."""

# ruff: noqa: PLC0415 - the libraries of HTML and PDF are loaded for such files only

import io
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

from data.reading.passage import language

MOST_BYTES = 20_000_000
"""A larger file is no report."""
MOST_PAGES = 40
MOST_SECONDS = 10.0
"""Time that the document of somebody else is given to be read [s]."""
STDIN = "-"
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|p|div|article)[\s>]", re.IGNORECASE)
_BESIDE = (
    "script",
    "style",
    "noscript",
    "nav",
    "footer",
    "aside",
    "form",
    "template",
    "svg",
    "iframe",
)
_BLOCKS = (
    *("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "section", "article"),
    *("header", "figcaption", "blockquote", "title", "time", "dd", "dt"),
)
_WRAPPED = re.compile(r"(?<![.!?。\n:])[ \t]*\n(?![\n①-⑩○・])[ \t\u3000]*")
_ENCODINGS = ("utf-8-sig", "cp949", "cp932")
"""UTF-8, and what Korean and Japanese Windows save."""
_WESTERN = "cp1252"
_IN_PAIRS = re.compile(rb"[\x80-\xff]{2}")
"""Letters of Korean and Japanese; Western Windows has a single byte for a curly quote."""
_PDF_MARK, _PDF_MARK_WITHIN = b"%PDF-", 1024
"""Readers of PDF look for its mark in so many bytes (ISO 32000-2, annex I)."""
_RICH_TEXT = b"{\\rtf"


class DocumentError(ValueError):
    """
    A file that holds no text that can be read.

    `key` names the sentence `document.<key>` of the catalogue that says why, `places` what fills
    it.
    """

    def __init__(self, key: str, **places: object) -> None:
        super().__init__(key)
        self.key, self.places = key, places


def read_document(name: str) -> str:
    """
    Text of a file, or of standard input for `-`.

    Raises
    ------
    DocumentError
        If the file cannot be opened, is too large, or holds no text.
    """
    try:
        if name == STDIN:
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DocumentError("unopened", why=error.strerror) from None
    if len(content) > MOST_BYTES:
        raise DocumentError("too_large", most=MOST_BYTES)
    return text_apart(content)


def text_of(content: bytes) -> str:
    """
    Text of a document: plain, HTML or PDF by what is in it.

    Raises
    ------
    DocumentError
        If it holds no text.
    """
    if _is_pdf(content):
        return _pdf(content)
    text = _html(content) if _HTML.search(content[:4000]) else _plain(content)
    if not text.strip():
        raise DocumentError("empty")
    return text


def text_apart(content: bytes) -> str:
    """
    Text of a document that somebody sent, read by a process of its own where its reading may last.

    Raises
    ------
    DocumentError
        If it holds no text, or takes longer than `MOST_SECONDS`.
    """
    if not _is_pdf(content):
        return text_of(content)
    program = (sys.executable, "-m", __name__)
    try:
        done = subprocess.run(
            program,
            cwd=Path(__file__).parents[2],
            input=content,
            capture_output=True,
            check=False,
            timeout=MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError("slow") from None
    if done.returncode:
        raise DocumentError("no_pdf", why=done.stderr.decode("utf-8", "replace")[-80:].strip())
    key, places, text = json.loads(done.stdout)
    if key:
        raise DocumentError(key, **places)
    return str(text)


def _is_pdf(content: bytes) -> bool:
    return _PDF_MARK in content[:_PDF_MARK_WITHIN]


def _plain(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content or content.startswith(_RICH_TEXT):
        raise DocumentError("no_text")
    western = () if _IN_PAIRS.search(content) else (_WESTERN,)
    for encoding in (_ENCODINGS[0], *western, *_ENCODINGS[1:]):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError("no_text")


def _html(content: bytes) -> str:
    from lxml import etree, html

    parser = html.HTMLParser(encoding=_declared(content), no_network=True, remove_comments=True)
    try:
        page = html.document_fromstring(content.replace(b"\0", b" "), parser=parser)
    except (etree.ParserError, etree.LxmlError, ValueError) as error:
        raise DocumentError("no_html", why=str(error)) from None
    etree.strip_elements(page, *_BESIDE, with_tail=False)
    for element in page.iter(*_BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in str(page.text_content()).splitlines())
    return unicodedata.normalize("NFC", "\n".join(line for line in lines if line))


def _declared(content: bytes) -> str | None:
    """UTF-8 where the bytes are: pages that do not say so are read as Latin-1 otherwise."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        pages = PdfReader(io.BytesIO(content)).pages
        if len(pages) > MOST_PAGES:
            raise DocumentError("pages", n=len(pages), most=MOST_PAGES)
        text = "\n".join(page.extract_text() for page in pages)
    except (DependencyError, FileNotDecryptedError):
        # What a password locks, or a cipher that nothing here opens.
        raise DocumentError("locked") from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError("no_pdf", why=str(error)) from None
    if not text.strip():
        raise DocumentError("empty_pdf")
    # Programs of a Mac write the letters of Korean in pieces.
    return _unwrapped(unicodedata.normalize("NFC", text))


def _unwrapped(text: str) -> str:
    """Lines of a paragraph joined: with a space, but in Japanese only between Latin words."""
    is_japanese = language(text) == "ja"

    def join(match: re.Match[str]) -> str:
        near = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        return "" if is_japanese and not (near.isascii() and near.isalpha()) else " "

    return _WRAPPED.sub(join, text)


def _answer(content: bytes) -> str:
    """Text of a document, or why there is none, for the process that asked."""
    try:
        return json.dumps([None, {}, text_of(content)])
    except DocumentError as error:
        return json.dumps([error.key, error.places, None])


if __name__ == "__main__":
    sys.stdout.write(_answer(sys.stdin.buffer.read()))
