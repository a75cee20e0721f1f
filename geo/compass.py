"""Directions stated in English compass words."""

import re
from dataclasses import dataclass

from geo.errors import GeometryError

# Clockwise from north. An 8-point word is taken for 45 degrees, since whoever says "east" chose
# among eight words at most; a 16-point word is taken for 22.5.
_POINTS = (
    "north",
    "north north east",
    "north east",
    "east north east",
    "east",
    "east south east",
    "south east",
    "south south east",
    "south",
    "south south west",
    "south west",
    "west south west",
    "west",
    "west north west",
    "north west",
    "north north west",
)
_STEP_DEG = 360 / len(_POINTS)

_ENDING = re.compile(r"(?<=th|st)(?:erly|wardly|wards?)$")
_DIRECTION = re.compile(r"(?:ern)? direction(?: of)?\b")
_FILLERS = {"a", "an", "bound", "due", "heading", "in", "into", "over", "the", "to", "toward"}
_FILLERS |= {"towards"}
_SEA = re.compile(
    r"\b(?:(?:north|south)?-?(?:east|west)?ern part of the )?"
    r"(?:(?:korean? )?(?:east|west|yellow) sea(?: of korea)?|(?:east|south) china sea"
    r"|sea of (?:japan|okhotsk)|(?:(?:north|south)?-?(?:west|east)?(?:ern)? )?pacific(?: ocean)?"
    r"|sea|ocean)\b"
)


@dataclass(frozen=True, slots=True)
class Sector:
    """
    The azimuths that a direction may mean.

    Attributes
    ----------
    azimuth_deg
        Its middle, clockwise from north, in [0, 360) [deg].
    width_deg
        Its full width, the middle plus and minus half of it [deg].
    """

    azimuth_deg: float
    width_deg: float

    @property
    def first_azimuth_deg(self) -> float:
        """Azimuth that it begins with, clockwise, in [0, 360) [deg]."""
        return (self.azimuth_deg - self.width_deg / 2) % 360

    @property
    def last_azimuth_deg(self) -> float:
        """Azimuth that it ends with, in [0, 360), the first one where it goes all round [deg]."""
        return (self.azimuth_deg + self.width_deg / 2) % 360


def parse_direction(words: str) -> Sector | None:
    """
    Read a compass direction.

    Parameters
    ----------
    words
        A direction as stated, such as "northeast", "toward the east-northeast" or "ENE".

    Returns
    -------
        The sector, 45 degrees wide for the 8 main points and 22.5 for the 8 between them. None
        where the words name a sea and no direction: "toward the East Sea" is a place, and east is
        not stated.

    Raises
    ------
    GeometryError
        If the words are anything else, such as two directions or a coast.

    Examples
    --------
    >>> parse_direction("north-eastward, into the East Sea")
    Sector(azimuth_deg=45.0, width_deg=45.0)
    >>> parse_direction("east-northeasterly")
    Sector(azimuth_deg=67.5, width_deg=22.5)
    >>> parse_direction("toward the East Sea")
    """
    without_seas, seas = _SEA.subn(" ", str(words).lower())
    point = "".join(_point_words(without_seas))
    if point in _SECTORS:
        return _SECTORS[point]
    if seas and not point:
        return None
    message = (
        f"{words!r} is no compass direction: one of the 16 points in English is expected, "
        "such as 'northeast', 'north-northeast' or 'NE'"
    )
    raise GeometryError(message)


def _point_words(text: str) -> list[str]:
    """Split text into words, drop "toward the" and its like, and cut "-erly" and "-ward"."""
    text = _DIRECTION.sub("", text).replace(".", "")
    tokens = re.findall(r"[,;/]|[^\s,;/()\u2010-\u2013-]+", text)
    words = [_ENDING.sub("", token) for token in tokens if token not in _FILLERS]
    # A comma at an end closes the phrase; one between two words keeps them two directions.
    return " ".join(words).strip(" ,;/").split()


def _sectors() -> dict[str, Sector]:
    """Tabulate the 16 points under their letters and their words."""
    sectors = {}
    for index, point in enumerate(_POINTS):
        width_deg = _STEP_DEG if index % 2 else 2 * _STEP_DEG
        sector = Sector(index * _STEP_DEG, width_deg)
        sectors["".join(word[0] for word in point.split())] = sector
        sectors[point.replace(" ", "")] = sector
    return sectors


_SECTORS = _sectors()
