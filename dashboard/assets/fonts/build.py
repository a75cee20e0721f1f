"""Build ``map-signs-*.woff2``: signs that the Latin subset of the font lacks.

Run it as ``python dashboard/assets/fonts/build.py PATH``, where PATH is the
unpacked npm package ``source-sans`` 3.52.0 (Adobe's own release of Source Sans
3). It needs brotli, which nothing else here needs.

The ready Latin subsets of ``@fontsource/source-sans-3`` have no arrows to the
left and right, no inequality signs and no shapes. They are taken from the full
fonts. A subset is a modified version, which may not carry the reserved name
"Source" (SIL Open Font Licence 1.1, clause 3), so it is called Map Signs.
"""

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SIGNS = "←→↖↗↘↙↔Δ≈≠≤≥■□▲△▶▼◀◆○●✓"

WEIGHTS = {"400": "Regular", "600": "Semibold"}

NAME = "Map Signs"


def signs(font: TTFont, style: str) -> TTFont:
    """Return a font cut down to the signs, under its own name."""
    options = Options(layout_features=["kern"], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(text=SIGNS)
    subsetter.subset(font)
    names = {1: NAME, 3: f"{NAME} {style}", 4: f"{NAME} {style}"}
    names[6] = f"{NAME} {style}".replace(" ", "-")
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    return font


def main() -> None:
    """Build the font in each weight from the package the command line names."""
    parser = argparse.ArgumentParser(description="Build the font Map Signs.")
    parser.add_argument("package", type=Path, help="the npm package source-sans")
    package: Path = parser.parse_args().package
    for weight, style in WEIGHTS.items():
        path = package / "TTF" / f"SourceSans3-{style}.ttf"
        font = signs(TTFont(path, recalcTimestamp=False), style)
        font.flavor = "woff2"
        font.save(Path(__file__).parent / f"map-signs-{weight}.woff2")


if __name__ == "__main__":
    main()
