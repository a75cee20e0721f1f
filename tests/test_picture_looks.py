"""Pictures look as approved: compared as a reader would, not bit by bit."""

from dataclasses import replace

import pytest
from PIL import Image

from picture_cases import APPROVED, CASES, drawn, plainly_different, reduced

TOLERANCE = 0.002
"""Share of pixels that may differ plainly: the same code gives none; this is the room left for
another version of the libraries to draw an edge or a letter otherwise."""


@pytest.mark.parametrize("name", CASES)
def test_picture_looks_as_approved(name):
    with Image.open(APPROVED / f"{name}.png") as approved:
        assert plainly_different(reduced(drawn(name)), approved) <= TOLERANCE


@pytest.mark.parametrize("name", ["january-2022-social-en", "2022-a4-ko", "to-2024-slide-ko"])
def test_picture_without_its_tracks_does_not(name):
    whole = drawn(name)
    lost = {"track", "casing", "bundle"}
    parts = tuple(part for part in whole.parts if part.role not in lost)
    assert len(parts) < len(whole.parts)
    with Image.open(APPROVED / f"{name}.png") as approved:
        assert plainly_different(reduced(replace(whole, parts=parts)), approved) > TOLERANCE


def test_picture_without_its_legend_does_not():
    whole = drawn("2022-square-en")
    parts = tuple(part for part in whole.parts if part.role not in {"legend", "bar"})
    with Image.open(APPROVED / "2022-square-en.png") as approved:
        assert plainly_different(reduced(replace(whole, parts=parts)), approved) > TOLERANCE


def test_every_approved_picture_is_of_a_case():
    assert {path.stem for path in APPROVED.glob("*.png")} == set(CASES)
