"""The bill of materials is made when it is asked for, and names all that is pinned and vendored."""

import re
import runpy
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "dashboard" / "assets"
SBOM = runpy.run_path(str(ROOT / "deploy" / "sbom.py"))


def test_every_pin_is_in_the_bill_at_its_version_with_what_it_needs():
    bill = SBOM["bill"]()
    known = {each["bom-ref"]: each for each in bill["components"]}
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    assert {f"pkg:pypi/{name.lower()}@{number}" for name, number in pins} <= known.keys()
    assert f"pkg:pypi/h11@{version('h11')}" in known
    # What only tests need is not here.
    assert not any("pytest" in each or "playwright" in each for each in known)
    own, *others = bill["dependencies"]
    assert set(own["dependsOn"]) == known.keys()
    for each in others:
        assert {each["ref"], *each["dependsOn"]} <= known.keys()
    for each in known.values():
        ((kind, said),) = each["licenses"][0].items()
        assert said if kind == "expression" else said.get("id") or said["name"]
    assert bill == SBOM["bill"]()


def test_what_is_vendored_is_in_the_bill_and_has_its_licence_beside_it():
    vendored = ASSETS / "vendor"
    table = (vendored / "README.md").read_text(encoding="utf-8")
    rows = SBOM["_ROW"].findall(table)
    assert {name for name, *_ in rows} == {
        each.name for each in vendored.iterdir() if each.is_dir()
    }
    assert {each["name"] for each in SBOM["vendored"]()} == {name for name, *_ in rows}
    for _, _, _, file in rows:
        assert "Copyright" in (vendored / file).read_text(encoding="utf-8")


def test_every_font_has_a_row_and_a_licence():
    for folder in (ASSETS / "fonts", ASSETS / "fonts" / "picture"):
        table = (folder / "README.md").read_text(encoding="utf-8")
        fonts = [*folder.glob("*.woff2"), *folder.glob("*.ttf")]
        assert fonts
        assert [font.name for font in fonts if font.name not in table] == []
        for licence in folder.glob("LICENSE.*"):
            assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8").upper()
            assert licence.name in table
