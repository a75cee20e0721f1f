"""A picture as SVG: text stays text, with the letters it uses embedded where a file needs them."""

import base64
from collections.abc import Iterable
from html import escape

from dashboard.picture.paper.drawing import DECIMALS, Dot, Drawing, Line, Part, Path, Text
from dashboard.picture.paper.fonts import FAMILIES, Font, subset


def write_svg(drawing: Drawing, *, embed: bool = True) -> str:
    """
    SVG document of a picture.

    Parameters
    ----------
    drawing
        What to write.
    embed
        Whether the fonts go into the document, and its size on paper; a renderer is given the font
        files, and wants pixels.
    """
    width, height = drawing.size
    if drawing.millimetres and embed:
        across, down = (f"{_number(side)}mm" for side in drawing.millimetres)
    else:
        across, down = (str(side) for side in drawing.pixels)
    body = "".join(_parts(drawing.parts, drawing.lang))
    style = f"<defs>{_font_faces(drawing)}</defs>" if embed else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}" '
        f'viewBox="0 0 {_number(width)} {_number(height)}" role="img" lang="{drawing.lang}" '
        f'font-family="{FAMILIES[drawing.lang]["regular"].family}" style="font-kerning:none">'
        f"<title>{_escape(drawing.title)}</title><desc>{_escape(drawing.description)}</desc>"
        f"{style}{body}</svg>"
    )


def _font_faces(drawing: Drawing) -> str:
    """Style sheet that holds the fonts, cut down to the characters drawn in each style."""
    used: dict[Font, set[str]] = {}
    for text in drawing.texts():
        font = FAMILIES[text.lang or drawing.lang][text.style]
        used.setdefault(font, set()).update(text.words)
    faces = []
    for font, signs in used.items():
        letters = base64.b64encode(subset(font, signs)).decode()
        faces.append(
            f"@font-face{{font-family:'{font.family}';font-style:{font.slant};"
            f"font-weight:{font.weight};src:url(data:font/woff;base64,{letters})}}"
        )
    return f"<style>{''.join(faces)}</style>"


def _parts(parts: Iterable[Part], lang: str) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Path):
            yield _path(part)
        elif isinstance(part, Dot):
            yield _dot(part)
        else:
            yield from _text(part, FAMILIES[part.lang or lang][part.style])


def _path(path: Path) -> str:
    closed = "Z" if path.fill else ""
    data = "".join(f"M{_points(line)}{closed}" for line in path.lines if line)
    return f'<path d="{data}" fill-rule="evenodd"{_paint(path)}/>'


def _dot(dot: Dot) -> str:
    x, y = dot.centre
    return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(dot.radius)}"{_paint(dot)}/>'


def _paint(part: Path | Dot) -> str:
    words = f' fill="{part.fill or "none"}"'
    # Opacity of the whole part would be drawn apart and laid over, which takes ten times as long.
    faint = _number(part.opacity) if part.opacity < 1 else ""
    if part.fill and faint:
        words += f' fill-opacity="{faint}"'
    if part.stroke:
        words += f' stroke="{part.stroke}" stroke-width="{_number(part.width)}"'
        if isinstance(part, Path):
            words += ' stroke-linejoin="round"'
            if part.dash:
                words += f' stroke-dasharray="{" ".join(map(_number, part.dash))}"'
        if faint:
            words += f' stroke-opacity="{faint}"'
    return words


def _text(text: Text, font: Font) -> Iterable[str]:
    x, y = text.start
    family = f' font-family="{font.family}"' if text.lang else ""
    slant = f' font-style="{font.slant}"' if font.slant != "normal" else ""
    spacing = f' letter-spacing="{_number(text.spacing)}"' if text.spacing else ""
    place = (
        f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(text.size)}" '
        f'font-weight="{font.weight}"{family}{slant}{spacing}'
    )
    words = _escape(text.words)
    # Not every program that opens the file can paint a rim below its own letters.
    if text.halo:
        yield (
            f'<text {place} aria-hidden="true" fill="none" stroke="{text.halo}" '
            f'stroke-width="{_number(text.halo_width)}" stroke-linejoin="round">{words}</text>'
        )
    letters = f'<text {place} fill="{text.colour}">{words}</text>'
    yield f'<a href="{escape(text.link)}">{letters}</a>' if text.link else letters


def _points(line: Line) -> str:
    return "L".join(f"{_number(x)} {_number(y)}" for x, y in line)


def _number(value: float) -> str:
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")


def _escape(words: str) -> str:
    """Words as XML text, without the control characters that XML does not allow."""
    return escape("".join(sign for sign in words if sign >= " "))
