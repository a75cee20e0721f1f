"""`python -m dashboard picture`: a view as a picture."""

import sys
from argparse import Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from dashboard.commands.options import add_selection, parameters
from dashboard.commands.terminal import examples, terminal_words
from dashboard.commands.writing import refuse, write_out
from dashboard.picture.order import CHOICES, read_order
from dashboard.picture.paper.sizes import FILM_SIZES, FORMATS, SIZES
from dashboard.picture.scene.extent import FIT
from dashboard.picture.studio import ComparisonOrder, Wanted, draw
from dashboard.selection.address import public_address
from dashboard.selection.view import QueryError, View
from dashboard.served import served

if TYPE_CHECKING:
    from argparse import ArgumentParser

EXAMPLES = {
    "january": "--period 2022-01-01 2022-01-31 --type SRBM --size slide --out january.png",
    "launch": "--launch 2022-11-18-1 --size a4 --lang ko --out hwasong-17.pdf",
    "column": "--period 2022 --size 93mm --style grey --out 2022.pdf",
    "drawing": "--period 2017-01-01 2017-12-31 --extent 120,28,150,48 --out 2017.svg",
}
"""Arguments by what they are an example of."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "picture",
        help=words.say("command.picture.help"),
        description=fill(words.say("command.picture.about")),
        epilog=examples(words, "picture", EXAMPLES),
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_order(parser, CHOICES, FORMATS)
    add_selection(parser)
    parser.set_defaults(run=run)


def add_order(
    parser: "ArgumentParser",
    choices: Mapping[str, Sequence[str]],
    formats: Sequence[str],
    *,
    has_extent: bool = True,
) -> None:
    """Add the options that say how a picture, a deck or a film is wanted."""
    words = terminal_words()
    pixels = words.joined(
        f"{name} {SIZES[name].pixels[0]} x {SIZES[name].pixels[1]}"
        for name in choices.get("size", ())
    )
    default = "%(default)s"
    size_key = "film" if choices.get("size") == FILM_SIZES else "picture"
    helps = {
        "size": words.say(f"command.{size_key}.size", sizes=pixels, default=default),
        "style": words.say("command.picture.style", default=default),
    }
    for name, values in choices.items():
        parser.add_argument(f"--{name}", choices=values, default=values[0], help=helps[name])
    if has_extent:
        parser.add_argument(
            "--extent",
            default=FIT,
            help=words.say("command.picture.extent", default=default),
        )
    parser.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help=words.say("command.picture.out", endings=tuple(formats)),
    )


def run(options: Namespace) -> int:
    """
    Write the picture.

    Returns
    -------
    status
        Exit status: 0, 1 where the picture cannot be made or written, 2 where what is asked for
        cannot be read.
    """
    return draw_out(options, CHOICES, FORMATS, read_order)


def draw_out(
    options: Namespace,
    choices: Mapping[str, Sequence[str]],
    formats: Sequence[str],
    read: Callable[..., tuple[View, Wanted]],
    make: Callable[[View, Wanted], bytes] = draw,
) -> int:
    """Write what the options ask for; returns the exit status."""
    form = Path(options.out).suffix.removeprefix(".").casefold()
    if form not in formats:
        endings = [f".{name}" for name in formats]
        told = terminal_words().say("command.picture.no_ending", file=options.out, endings=endings)
        sys.stderr.write(f"--out: {told}\n")
        return 2
    own = {name: [getattr(options, name)] for name in (*choices, "extent") if name in options}
    try:
        asked = {**parameters(options), **own}
        view, order = read(asked, form, served().library, public_address())
    except QueryError as error:
        return refuse(error)
    content = make(view, order)
    views = order.comparison.views if isinstance(order, ComparisonOrder) else (view,)
    return write_out(options.out, content, sum(len(each.launches) for each in views))
