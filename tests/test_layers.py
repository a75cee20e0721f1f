"""Imports go one way: `data` and `geo` know nothing else, and each room knows only lower ones."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DASHBOARD = ROOT / "dashboard"
DRAWING = {"dashboard", "streamlit", "streamlit_folium", "folium"}
FILES_AND_CLOCK = {"io", "open", "os", "pathlib", "shutil", "tempfile", "datetime", "time"}
HIDDEN_WAYS = {"importlib", "runpy", "pkgutil", "__import__", "eval", "exec"}
LAYERS = {
    "geo": DRAWING | FILES_AND_CLOCK | HIDDEN_WAYS | {"data", "pandas"},
    "data": DRAWING | HIDDEN_WAYS | {"geo", "pandas"},
}
FLOORS = (
    ("look", "asset_files", "answers", "logged", "record_folder", "workers"),
    ("claims", "around"),
    ("flights",),
    ("tempo",),
    ("selection",),
    ("words",),
    ("html", "bundles"),
    ("map", "export", "launch", "reports", "picture.paper"),
    ("dataset", "news", "counts"),
    ("picture.scene",),
    ("picture.labels",),
    ("picture.map",),
    ("picture.legend",),
    ("picture",),
    ("served",),
    ("web",),
    ("site",),
    ("panels", "commands", "server"),
    ("page", "app", "__main__"),
)
"""Rooms of the dashboard from the ground up; those of one floor do not know each other."""
STREAMLIT_ROOMS = {"panels", "page", "app", "server"}
"""Rooms that may load Streamlit."""
MOST_OF_A_ROOM = 0.2
"""Share of the dashboard's lines that a room may hold."""
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def files(layer: str) -> list[Path]:
    """Python files of a layer."""
    return sorted((ROOT / layer).rglob("*.py"))


def used(source: str, package: str) -> Iterator[str]:
    """
    Dotted names that a module imports, whichever way, or calls to get at modules and files.

    `package` is the dotted name of the package that the module lies in.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from imported_from(node, package)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def imported_from(node: ast.ImportFrom, package: str) -> Iterator[str]:
    """Dotted names behind `from ... import`; one dot is the package, two its parent."""
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    start = ".".join([*above, *([node.module] if node.module else [])])
    yield from (f"{start}.{alias.name}" if start else alias.name for alias in node.names)


def top(names: Iterator[str]) -> set[str]:
    """First parts of dotted names."""
    return {name.partition(".")[0] for name in names}


def room_of(module: str) -> str:
    """Room of the dashboard that a dotted name of a module, or of something in it, lies in."""
    _, *parts = module.split(".")
    two = ".".join(parts[:2])
    return two if two in FLOOR_OF else parts[0]


def modules() -> Iterator[tuple[str, Path]]:
    """Dotted name and file of every module of the dashboard that is no script of an asset."""
    for path in sorted(DASHBOARD.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[1] != "assets" and parts != ("dashboard", "__init__"):
            yield ".".join(parts), path


CASES = [(layer, path) for layer in LAYERS for path in files(layer)]


@pytest.mark.parametrize(
    ("layer", "path"), [pytest.param(*case, id=str(case[1].relative_to(ROOT))) for case in CASES]
)
def test_module_uses_nothing_that_its_layer_must_not_know(layer: str, path: Path) -> None:
    package = ".".join(path.relative_to(ROOT).parent.parts)
    assert not LAYERS[layer] & top(used(path.read_text(encoding="utf-8"), package))


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_is_there_to_be_looked_at(layer: str) -> None:
    assert files(layer)


@pytest.mark.parametrize(
    ("module", "path"), [pytest.param(*case, id=case[0]) for case in modules()]
)
def test_room_knows_only_rooms_below_it(module: str, path: Path) -> None:
    package = module.removesuffix(".__init__").rpartition(".")[0]
    own = room_of(module)
    others = {
        room_of(name)
        for name in used(path.read_text(encoding="utf-8"), package)
        if name.startswith("dashboard.")
    }
    assert own in FLOOR_OF, f"{own} stands on no floor"
    assert {other for other in others - {own} if FLOOR_OF[other] >= FLOOR_OF[own]} == set()


def test_every_room_on_a_floor_is_there() -> None:
    assert {room_of(module) for module, _ in modules()} == set(FLOOR_OF)


def test_no_room_holds_more_than_a_fifth_of_the_lines() -> None:
    lines: dict[str, int] = {}
    for module, path in modules():
        number = len(path.read_text(encoding="utf-8").splitlines())
        lines[room_of(module)] = lines.get(room_of(module), 0) + number
    assert max(lines.values()) <= MOST_OF_A_ROOM * sum(lines.values()), lines


def loaded_by(names: list[str], blocked: str = "") -> subprocess.CompletedProcess[str]:
    """Process that imports modules and prints all that are loaded; one import may be blocked."""
    block = f"sys.modules[{blocked!r}] = None; " if blocked else ""
    program = f"import sys; {block}import {', '.join(names)}; print(*sys.modules)"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_loads_nothing_of_another_at_second_hand(layer: str) -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in files(layer)
        if path.name != "__main__.py"
    ]
    result = loaded_by(names)
    assert result.returncode == 0, result.stderr
    loaded = {name.partition(".")[0] for name in result.stdout.split()}
    assert not loaded & (LAYERS[layer] & (DRAWING | {"data", "geo", "pandas"}))


def test_all_but_the_page_works_without_streamlit() -> None:
    names = [
        module.removesuffix(".__init__")
        for module, _ in modules()
        if room_of(module) not in STREAMLIT_ROOMS and not module.endswith("__main__")
    ]
    result = loaded_by(names, blocked="streamlit")
    assert result.returncode == 0, result.stderr
    assert loaded_by(["dashboard.page"], blocked="streamlit").returncode != 0


FORBIDDEN = {
    "import data": "data",
    "import data.record as record": "data",
    "from data import record": "data",
    "from data.record import read_record": "data",
    "def late():\n    import data": "data",
    "if True:\n    from data import record": "data",
    "from .. import data": "data",
    "from ..data import record": "data",
    "from ..data.record import read_record": "data",
    "import importlib\nimportlib.import_module('data')": "importlib",
    "from importlib import import_module": "importlib",
    "__import__('data')": "__import__",
    "exec('import data')": "exec",
    "open('launches.csv')": "open",
    "from datetime import datetime": "datetime",
    "import os.path": "os",
}


@pytest.mark.parametrize("source", FORBIDDEN)
def test_no_way_of_importing_goes_unseen(source: str) -> None:
    assert FORBIDDEN[source] in LAYERS["geo"] & top(used(source, "geo"))


@pytest.mark.parametrize(
    "source", ["from . import compass", "from .compass import bearing", "from geo import compass"]
)
def test_a_layer_may_import_itself(source: str) -> None:
    assert top(used(source, "geo")) == {"geo"}


@pytest.mark.parametrize(
    ("source", "room"),
    [
        ("from ..selection import query", "selection"),
        ("from dashboard.picture.paper.svg import write_svg", "picture.paper"),
        ("from dashboard.picture import studio", "picture"),
        ("import dashboard.web.api", "web"),
        ("from dashboard import look", "look"),
        ("def late():\n    from dashboard.panels.table import show_table", "panels"),
    ],
)
def test_room_of_an_import_is_seen(source: str, room: str) -> None:
    assert {room_of(name) for name in used(source, "dashboard.panels")} == {room}
