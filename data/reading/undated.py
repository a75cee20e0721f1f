"""Year and month of the days of a report whose day of publication is not known, by its own words."""

# ruff: noqa: E501 - a pattern is read in one piece

import re

_THIS_YEAR = re.compile(
    r"\b(?:in (?P<a>20\d\d),? so far|so far (?:in|this year,?) (?P<b>20\d\d)"
    r"|(?:launch|test|firing|missile|provocation|weapon)\w* (?:\w+ ){0,3}?(?:in|of|for) (?P<c>20\d\d)(?! and))\b"
    r"|(?P<d>20\d\d)\s?[年년](?:に入り|に入って|들어)"
)
_STAMP = re.compile(r"(?<!\d)(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일](?!本)")


def year_of(text: str) -> str | None:
    """
    Year that a report counts the launches of.

    Examples
    --------
    >>> year_of("It was the 14th missile launch in 2022 so far."), year_of("Talks broke down in 2019.")
    ('2022', None)
    """
    found = {next(filter(None, match.groups())) for match in _THIS_YEAR.finditer(text)}
    return found.pop() if len(found) == 1 else None


def months_of_days(text: str) -> dict[int, int]:
    """
    Month of each day of which a report gives the month somewhere.

    Examples
    --------
    >>> months_of_days("北朝鮮は11日、飛翔体を発射した。01月11日 23時23分")
    {11: 1}
    """
    return {int(match["d"]): int(match["m"]) for match in _STAMP.finditer(text)}
