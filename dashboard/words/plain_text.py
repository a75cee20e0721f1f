"""Text put so that a reader, and Streamlit, take it as it stands."""

_MARKDOWN = "\\`*_{}[]()#+-.!|<>~$:"


def plain(text: str) -> str:
    r"""
    Text on one line, whose signs Streamlit does not read as Markdown.

    Examples
    --------
    >>> print(plain("[a](b)"))
    \[a\]\(b\)
    """
    line = " ".join(text.split())
    return "".join("\\" + sign if sign in _MARKDOWN else sign for sign in line)
