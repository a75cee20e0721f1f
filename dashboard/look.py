"""How things look, once for Python and the browser: `look.json` is sent there as it is."""

import json
from pathlib import Path
from typing import Any

LOOK: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
TYPE_COLOURS: dict[str, str] = {name: each["colour"] for name, each in LOOK["types"].items()}
"""Colour by range class, after Okabe and Ito (2008), without its yellows: too pale on the sea."""
TYPE_RANKS: dict[str, int] = {name: each["rank"] for name, each in LOOK["types"].items()}
"""Drawing order: the rarer type lies on top."""
QUANTITY_COLOURS: dict[str, str] = LOOK["quantities"]
"""Colour behind words that state a quantity; ink is read on each of them."""
INK: str = LOOK["ink"]
PAPER: str = LOOK["paper"]
REGION: str = LOOK["region"]
"""Colour of a site of which only the region is known."""
SEA: str = LOOK["sea"]
LAND: str = LOOK["land"]
FOCUS: str = LOOK["focus"]
"""Colour of the land of North Korea."""
COAST: str = LOOK["coast"]
BORDERS: dict[str, str] = LOOK["borders"]
"""Colours of the borders of the `focus`, North Korea, and of other `land`."""
ZONE: str = LOOK["zone"]
MARKS: tuple[str, ...] = tuple(LOOK["marks"])
"""Marks that a legend explains, in its order, by the key of their words."""
DASHES: dict[str, tuple[float, ...]] = {name: tuple(each) for name, each in LOOK["dashes"].items()}
"""Dashes of lines, in pixels of the map, units of a picture and widths of the 3D view; rings of a
picture, which has many in one place, have longer gaps."""
PICTURE: dict[str, str] = LOOK["picture"]
"""Colours that only pictures have, by what they are of."""
HOME: tuple[tuple[float, float], tuple[float, float]] = (
    (LOOK["home"][0][0], LOOK["home"][0][1]),
    (LOOK["home"][1][0], LOOK["home"][1][1]),
)
"""South-west and north-east corner of the view on opening: the peninsula and the East Sea [deg]."""


def rgb(colour: str) -> tuple[int, int, int]:
    """
    Red, green and blue of a colour, 0 to 255.

    Examples
    --------
    >>> rgb("#0072b2")
    (0, 114, 178)
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def properties() -> str:
    """
    Custom properties for style sheets, by the names of `look.json`, for light and dark screens.

    Which of the two holds is a matter of the `color-scheme` of an element.

    Examples
    --------
    >>> "--ink: light-dark(#1f2a30, #e4e9ec);" in properties()
    True
    """
    light, dark = _named(LOOK), _named(LOOK["dark"])
    both = {
        name: f"light-dark({colour}, {dark[name]})" if name in dark else colour
        for name, colour in light.items()
        if not name.startswith("--dark-")
    }
    said = " ".join(f"{name}: {colour};" for name, colour in both.items())
    return f":root {{ {said} }}\n"


def quantity_rules() -> str:
    """Rules of a style sheet that give words which state a quantity its colour."""
    return "".join(
        f".wording.{name} {{ background: var(--quantities-{name}); }}\n"
        for name in QUANTITY_COLOURS
    )


def _named(colours: dict[str, Any], start: str = "--") -> dict[str, str]:
    """Colours of a part of the look by the names of their properties."""
    found: dict[str, str] = {}
    for name, each in colours.items():
        if isinstance(each, dict):
            found |= _named(each, f"{start}{name}-")
        elif isinstance(each, str):
            found[start + name] = each
    return found
