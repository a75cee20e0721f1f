"""Imports go one way: the dashboard knows data and geo, and neither knows the other or it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DRAWING = {"dashboard", "streamlit", "streamlit_folium", "folium"}
FILES_AND_CLOCK = {"io", "open", "os", "pathlib", "shutil", "tempfile", "datetime", "time"}
HIDDEN_WAYS = {"importlib", "runpy", "pkgutil", "__import__", "eval", "exec"}
LAYERS = {
    "geo": DRAWING | FILES_AND_CLOCK | HIDDEN_WAYS | {"data", "pandas"},
    "data": DRAWING | HIDDEN_WAYS | {"geo", "pandas"},
    "dashboard/selection.py": {"streamlit", "streamlit_folium"} | HIDDEN_WAYS,
}


def files(layer: str) -> list[Path]:
    """Python files of a layer, which may be a single one."""
    place = ROOT / layer
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def used(source: str, package: str) -> Iterator[str]:
    """
    Top-level names that a module imports, whichever way, or calls to get at modules and files.

    `package` is the dotted name of the package that the module lies in.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from imported_from(node, package)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def imported_from(node: ast.ImportFrom, package: str) -> Iterator[str]:
    """Top-level names behind `from ... import`; one dot is the package, two its parent."""
    if node.level == 0:
        yield (node.module or "").partition(".")[0]
        return
    above = package.split(".")
    above = above[: len(above) - node.level + 1]
    if above:
        yield above[0]
    elif node.module:
        yield node.module.partition(".")[0]
    else:
        yield from (alias.name for alias in node.names)


CASES = [(layer, path) for layer in LAYERS for path in files(layer)]


@pytest.mark.parametrize(
    ("layer", "path"), [pytest.param(*case, id=str(case[1].relative_to(ROOT))) for case in CASES]
)
def test_module_uses_nothing_that_its_layer_must_not_know(layer: str, path: Path) -> None:
    package = ".".join(path.relative_to(ROOT).parent.parts)
    assert not LAYERS[layer] & set(used(path.read_text(encoding="utf-8"), package))


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_is_there_to_be_looked_at(layer: str) -> None:
    assert files(layer)


@pytest.mark.parametrize("layer", LAYERS)
def test_layer_loads_nothing_of_another_at_second_hand(layer: str) -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in files(layer)
        if path.name != "__main__.py"
    ]
    program = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    loaded = {name.partition(".")[0] for name in result.stdout.split()}
    own = layer.partition("/")[0]
    assert not loaded & (LAYERS[layer] & (DRAWING | {"data", "geo", "pandas"})) - {own}


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
    assert FORBIDDEN[source] in LAYERS["geo"] & set(used(source, "geo"))


@pytest.mark.parametrize(
    "source", ["from . import compass", "from .compass import bearing", "from geo import compass"]
)
def test_a_layer_may_import_itself(source: str) -> None:
    assert set(used(source, "geo")) == {"geo"}


def test_two_dots_in_a_package_within_a_layer_stay_in_the_layer() -> None:
    assert set(used("from ..selection import Selection", "dashboard.panels")) == {"dashboard"}
