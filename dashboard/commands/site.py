"""`python -m dashboard site`: the whole record as pages that any host serves."""

import sys
from argparse import ArgumentTypeError, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dashboard.export.formats import FORMATS
from dashboard.picture.studio import AT_ONCE, Order, PictureError, draw_apart
from dashboard.selection.selection import Selection
from dashboard.selection.view import View
from dashboard.served import served
from dashboard.site.pages import StaticSite

if TYPE_CHECKING:
    from argparse import ArgumentParser

LISTED = "files.txt"
"""Name of the list of everything written, by which the next run knows what it may replace."""
DESCRIPTION = """\
Write the whole record as pages: a map whose filters work in the browser, under
the names and values of the dashboard's link; a page a launch; the data files.
They need no server of ours, load nothing from another host, and open from disk.
"""
OURS = "Written by python -m dashboard site; the next run replaces these:\n"
EXAMPLES = """examples:
  pages to look at from disk (open site/index.html in a browser):
    python -m dashboard site --out site
  pages to be served, with cards for links and a sitemap:
    python -m dashboard site --out site --address https://example.org/launches
"""
_STEP = 50


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "site",
        help="write the record as pages for any web host",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FOLDER",
        help="where to write: a new or empty folder, or one that this command wrote before",
    )
    parser.add_argument(
        "--address",
        type=_address,
        metavar="URL",
        help="where the pages will be; without it they have no cards for links and no sitemap",
    )
    parser.set_defaults(run=run)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ArgumentTypeError(f"“{text}” is no address; write it as https://example.org/launches")
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
    try:
        _make_room(folder)
        written = _write(folder, options.address)
    except (OSError, PictureError) as error:
        sys.stderr.write(f"Cannot write to {folder}: {error}\n")
        return 1
    sys.stderr.write(f"{written} files in {folder}; open {folder / 'index.html'}\n")
    return 0


def _make_room(folder: Path) -> None:
    """Take away what an earlier run wrote; refuse a folder that holds anything else."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / LISTED
    if listed.exists() and listed.read_text(encoding="utf-8").startswith(OURS):
        for name in listed.read_text(encoding="utf-8").splitlines()[1:]:
            path = PurePosixPath(name)
            if not path.is_absolute() and ".." not in path.parts:
                (folder / path).unlink(missing_ok=True)
        listed.unlink()
    elif any(folder.iterdir()):
        raise FileExistsError("it is not empty, and this command did not write it")


def _write(folder: Path, address: str | None) -> int:
    library = served().library
    whole = View(Selection(library.vocabulary.period), library, address)
    sys.stderr.write("Writing the data files …\n")
    files = {
        f"north-korean-missile-launches.{ending}": kind.write(whole)
        for ending, kind in FORMATS.items()
    }
    site = StaticSite(library, address=address, files=files)
    order = Order("social", "png", "en")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        # Drawn ahead, as many at once as the machine bears.
        drawn = {
            view.selection.launch: pool.submit(draw_apart, view, order)
            for view in (site.whole, *map(site.view, site.launches))
        }
        site = replace(site, picture=lambda view: drawn[view.selection.launch].result())
        try:
            return _write_pages(folder, site)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _write_pages(folder: Path, site: StaticSite) -> int:
    written = done = 0
    (folder / LISTED).write_text(OURS, encoding="utf-8")
    for name, content in site.pages():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        # Listed first: what an interrupted run wrote is known to the next.
        with (folder / LISTED).open("a", encoding="utf-8") as listed:
            listed.write(f"{name}\n")
        target.write_bytes(content)
        written += 1
        if name.startswith("launch/") and name.endswith(".js"):
            done += 1
            if done % _STEP == 0 or done == len(site.launches):
                sys.stderr.write(f"{done} of {len(site.launches)} launches\n")
    return written + 1
