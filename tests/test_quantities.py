"""A quantity is one row: the check, the page, every file and the description follow it."""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data.quantities import QUANTITIES, Bounds, Quantity, Scale

ROOT = Path(__file__).parents[1]
README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
BOUNDS = Bounds(0, 900, "seconds; made up")
MADE_UP = """
import json
import sys
from pathlib import Path

from data.quantities import QUANTITIES, Bounds, Quantity, Scale

QUANTITIES["burn_time_s"] = Quantity(
    name="burn_time_s", scale=Scale.FIGURE, unit="s", units={"s": 1.0, "min": 60.0},
    bounds=Bounds(0, 900, "seconds; made up"), rounding=(10.0, 1.0), compared=True, beside=True,
)
from dashboard.words import say

for language in (file.stem for file in Path(say.__file__).parent.glob("*.json")):
    say.messages(language)["quantity.burn_time_s"] = "Burn time"

from dashboard.__main__ import main
from dashboard.web.openapi import openapi
from data.__main__ import main as data_main

folder, out = sys.argv[1:]
assert data_main([folder]) == 0
assert b'"burn_time_s"' in openapi(None)
launch = ["--launch", "2022-01-05-1", "--out"]
for form in ("json", "csv", "geojson", "kml", "parquet"):
    assert main(["export", "--format", form, *launch, f"{out}/file.{form}"]) == 0
assert main(["picture", *launch, f"{out}/picture.svg"]) == 0
assert main(["site", "--out", f"{out}/site"]) == 0
"""
CLAIMS = (
    "2022-01-05-1,,JCS,burn_time_s,65,65,s,,about,,nagix,\n"
    "2022-01-05-1,,Japan MOD,burn_time_s,120,120,min,,exact,,nagix,\n"
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Everything that a process writes of a small record, with a quantity that it was not told."""
    out = tmp_path_factory.mktemp("made-up")
    folder = shutil.copytree(Path(__file__).parent / "tables", out / "tables")
    with (folder / "claims.csv").open("a", encoding="utf-8", newline="") as file:
        file.write(CLAIMS)
    result = subprocess.run(
        [sys.executable, "-c", MADE_UP, str(folder), str(out)],
        cwd=ROOT,
        env=os.environ | {"RECORD_FOLDER": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return out


def test_new_quantity_passes_the_check_and_is_in_the_files(written):
    (launch,) = json.loads((written / "file.json").read_text(encoding="utf-8"))["launches"]
    burnt = [claim for claim in launch["claims"] if claim["quantity"] == "burn_time_s"]
    assert [claim["low"] for claim in burnt] == [65, 120]
    assert "burn_time_s" in (written / "file.csv").read_text(encoding="utf-8")


def test_new_quantity_has_its_words_and_unit_in_the_kml(written):
    words = (written / "file.kml").read_text(encoding="utf-8")
    assert "Burn time: about 65 s (JCS)" in words
    assert "Burn time: 2 min (120 s) (Japan MOD)" in words


def test_new_quantity_stands_side_by_side_and_is_compared_in_the_panel(written):
    page = "".join(
        file.read_text(encoding="utf-8")
        for file in (written / "site").rglob("*")
        if file.suffix in {".html", ".js", ".json"} and "2022-01-05-1" in file.as_posix()
    )
    assert re.search(r"<th[^>]*>Burn time</th>", page)
    assert "Burn time: about 65 s (JCS) against 2 min (120 s) (Japan MOD), 55 s apart" in page


def test_new_quantity_does_not_keep_a_picture_from_being_drawn(written):
    assert "<svg" in (written / "picture.svg").read_text(encoding="utf-8")


WRONG = {
    "a figure without bounds": {"bounds": None},
    "words with bounds": {"scale": Scale.WORDS},
    "units without its own": {"units": {"min": 60.0}},
    "units that are not multiples of its own": {"units": {"s": 60.0}},
    "a figure that is not said to be rounded": {"rounding": ()},
    "steps with the finest first": {"rounding": (1.0, 10.0)},
    "words compared by nothing": {"scale": Scale.WORDS, "bounds": None, "compared": True},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_row_that_would_fail_later_is_refused_at_once(wrong):
    right = {
        "name": "burn_time_s",
        "scale": Scale.FIGURE,
        "unit": "s",
        "units": {"s": 1.0},
        "bounds": BOUNDS,
        "rounding": (10.0, 1.0),
    }
    Quantity(**right)
    with pytest.raises(ValueError, match=r"^data/quantities\.py: burn_time_s: expected "):
        Quantity(**right | WRONG[wrong])


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        ({"name": "burn_time_s", "unit": "s", "units": {"s": 1.0}}, "quantity.burn_time_s"),
        ({"name": "range_km", "unit": "Li", "units": {"Li": 1.0}}, "unit.Li"),
    ],
)
def test_server_does_not_start_without_the_words_of_a_quantity(monkeypatch, row, missing):
    import dashboard.words.quantities as module

    figure = {"scale": Scale.FIGURE, "bounds": BOUNDS, "rounding": (1.0,)}
    monkeypatch.setitem(QUANTITIES, row["name"], Quantity(**row, **figure))
    with pytest.raises(ValueError, match=rf"^dashboard/words/en\.json: no {missing} - "):
        importlib.reload(module)
    monkeypatch.undo()
    importlib.reload(module)


def test_readme_lists_every_quantity_in_the_order_of_the_table():
    listed = next(line for line in README.splitlines() if line.startswith("| `quantity` |"))
    figures, words = re.fullmatch(
        r"\| `quantity` \| figures: (.+); words: (.+) \|", listed
    ).groups()
    rows = QUANTITIES.values()
    assert re.findall(r"`(\w+)`", figures) == [row.name for row in rows if row.is_figure]
    assert re.findall(r"`(\w+)`", words) == [row.name for row in rows if not row.is_figure]


def test_readme_lists_every_unit():
    listed = next(line for line in README.splitlines() if line.startswith("| `unit` |"))
    units = {unit for row in QUANTITIES.values() for unit in row.units}
    assert set(re.findall(r"`(\w+)`", listed.partition(" none for ")[0])) - {"unit"} == units
