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


def plural(number: int, one: str, many: str) -> str:
    """
    Say a number of things.

    Examples
    --------
    >>> plural(1, "launch", "launches"), plural(0, "launch", "launches")
    ('1 launch', '0 launches')
    """
    return f"{number} {one if number == 1 else many}"
