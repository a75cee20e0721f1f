"""Pictures look as those that were approved; `approved_pictures` says what counts as alike."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from approved_pictures import (
    CASES,
    FOLDER,
    MOST_SHARE,
    PAGES,
    approved,
    drawing_of,
    share_changed,
    small,
)

ROOT = Path(__file__).parents[1]
MOST_BYTES = 3_500_000


@pytest.mark.parametrize("name", [*CASES, *PAGES])
def test_picture_looks_as_the_approved_one(name):
    assert share_changed(small(drawing_of(name)), approved(name)) <= MOST_SHARE


@pytest.mark.parametrize("role", ["track", "site", "label", "words", "area", "land"])
def test_a_picture_that_lacks_something_does_not_pass(role):
    drawing = drawing_of("january-2022-social-en")
    kept = tuple(part for part in drawing.parts if part.role != role)
    assert len(kept) < len(drawing.parts)
    changed = share_changed(small(replace(drawing, parts=kept)), approved("january-2022-social-en"))
    assert changed > MOST_SHARE


def test_a_single_track_left_out_does_not_pass():
    drawing = drawing_of("icbm-social-ja")
    kept = tuple(part for part in drawing.parts if part.role not in {"track", "casing"})
    assert (
        share_changed(small(replace(drawing, parts=kept)), approved("icbm-social-ja")) > MOST_SHARE
    )


def test_a_label_moved_by_its_height_does_not_pass():
    drawing = drawing_of("2022-slide-en")
    label = next(part for part in drawing.parts if part.role == "label")
    moved = replace(label, start=(label.start[0], label.start[1] + label.size))
    parts = tuple(moved if part is label else part for part in drawing.parts)
    assert (
        share_changed(small(replace(drawing, parts=parts)), approved("2022-slide-en")) > MOST_SHARE
    )


def test_approved_pictures_are_those_of_the_cases_and_small():
    files = list(FOLDER.glob("*.png"))
    assert {file.stem for file in files} == {*CASES, *PAGES}
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_the_comparison_fails_in_a_run_of_the_whole_suite(tmp_path):
    name = "none-social-en"
    folder = shutil.copytree(FOLDER, tmp_path / "approved")
    with Image.open(folder / f"{name}.png") as image:
        altered = image.convert("RGB")
    ImageDraw.Draw(altered).rectangle((300, 150, 340, 170), fill="#d55e00")
    altered.save(folder / f"{name}.png")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    # As `make test` calls it: every file is collected, and then this one comparison is run.
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    result = subprocess.run(
        [*command, "-k", f"approved_one and {name}"],
        cwd=ROOT,
        env={**os.environ, "APPROVED_PICTURES": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1, result.stdout[-3000:]
    failed, deselected = re.match(
        r"(\d+) failed, (\d+) deselected", result.stdout.splitlines()[-1]
    ).groups()
    assert int(failed) == 1
    assert int(deselected) > 5000
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
