"""`python -m dashboard site`: the whole record as pages that any host serves."""

import sys
from argparse import ArgumentTypeError, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import product
from pathlib import Path, PurePosixPath
from textwrap import fill
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dashboard.commands.folder import keep, new_folder
from dashboard.commands.terminal import examples, terminal_words
from dashboard.dataset.about import NAME
from dashboard.dataset.files import Source, all_files
from dashboard.export.formats import FORMATS
from dashboard.picture.paper.draw import write
from dashboard.picture.studio import AT_ONCE, LONGEST_S, Order
from dashboard.selection.filters import FALLBACK
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.served import served
from dashboard.site.pages import StaticSite
from dashboard.words.say import LANGUAGES
from dashboard.workers.crew import Crew
from dashboard.workers.process import WorkError

if TYPE_CHECKING:
    from argparse import ArgumentParser

LISTED = "files.txt"
"""Name of the list of everything written, by which the next run knows what it may replace."""
OURS = "Written by python -m dashboard site; the next run replaces these:\n"
EXAMPLES = {
    "from_disk": "--out site",
    "served": "--out site --address https://example.org/launches",
}
"""Arguments by what they are an example of."""
_STEP = 50


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    words = terminal_words()
    parser = commands.add_parser(
        "site",
        help=words.say("command.site.help"),
        description=fill(words.say("command.site.about")),
        epilog=examples(words, "site", EXAMPLES),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FOLDER",
        help=words.say("command.site.out"),
    )
    parser.add_argument(
        "--address",
        type=_address,
        metavar="URL",
        help=words.say("command.site.address"),
    )
    parser.set_defaults(run=run)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ArgumentTypeError(terminal_words().say("command.site.no_address", text=text))
    return text.rstrip("/")


def run(options: Namespace) -> int:
    """
    Write the pages, and say how far it has come.

    Returns
    -------
    status
        Exit status: 0, 1 where the folder cannot be written to.
    """
    folder: Path = options.out
    words = terminal_words()
    try:
        others = _others(folder)
        with new_folder(folder) as draft:
            written = _write(draft, options.address)
            for name in others:
                keep(folder / name, draft / name)
    except (OSError, WorkError) as error:
        sys.stderr.write(f"{words.say('command.cannot_write', file=folder, why=error)}\n")
        return 1
    index = folder / "index.html"
    sys.stderr.write(
        f"{words.say('command.site.written', n=written, folder=folder, index=index)}\n"
    )
    return 0


def _others(folder: Path) -> list[PurePosixPath]:
    """Files beside those that an earlier run wrote; refuse a folder where none did."""
    listed = folder / LISTED
    text = listed.read_text(encoding="utf-8") if listed.exists() else ""
    if text.startswith(OURS):
        written = {*text.splitlines()[1:], LISTED}
        there = (path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())
        return [PurePosixPath(path) for path in there if path.as_posix() not in written]
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(terminal_words().say("command.site.not_ours"))
    return []


def _write(folder: Path, address: str | None) -> int:
    here = served()
    library = here.library
    whole = View(Selection(library.vocabulary.period), library, address)
    sys.stderr.write(f"{terminal_words().say('command.site.data')}\n")
    files = {f"{NAME}.{ending}": kind.write(whole) for ending, kind in FORMATS.items()}
    source = Source(library.record, here.tables, address)
    site = StaticSite(library, address=address, files=files, record=all_files(source))
    with closing(Crew(AT_ONCE)) as crew, ThreadPoolExecutor(AT_ONCE) as pool:
        # Drawn ahead, as many at once as the machine bears.
        wanted = [(site.whole, FALLBACK), *product(map(site.view, site.launches), LANGUAGES)]
        drawn = {
            (view.selection.launch, lang): pool.submit(
                draw_apart, crew, view, Order("social", "png", lang)
            )
            for view, lang in wanted
        }
        site = replace(site, picture=lambda view, lang: drawn[view.selection.launch, lang].result())
        try:
            return _write_pages(folder, site)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def draw_apart(crew: Crew, view: View, order: Order) -> bytes:
    """File of a picture that is composed here and drawn in another process."""
    return crew.work(write, order.composed(view), order.form, longest_s=LONGEST_S)


def _write_pages(folder: Path, site: StaticSite) -> int:
    words = terminal_words()
    done = 0
    names = []
    for name, content in site.pages():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        names.append(f"{name}\n")
        if name.startswith("launch/") and name.endswith(".js"):
            done += 1
            if done % _STEP == 0 or done == len(site.launches):
                come = words.say("command.site.done", done=done, n=len(site.launches))
                sys.stderr.write(f"{come}\n")
    (folder / LISTED).write_text(OURS + "".join(names), encoding="utf-8")
    return len(names) + 1
