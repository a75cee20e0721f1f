"""Write what the dashboard consists of to standard output, as CycloneDX 1.6 (`make sbom`)."""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
VENDORED = ROOT / "dashboard" / "assets" / "vendor"
_PIN = re.compile(r"^([\w.-]+)==", re.MULTILINE)
_ROW = re.compile(
    r"^\| \[([\w.-]+)\]\([^)]*\) \| ([\d.]+) \| ([\w.-]+) \(`([^`]+)`\)", re.MULTILINE
)
"""Package, version, licence and the file that holds it, in the table of what is vendored."""
Component = dict[str, object]


def bill() -> dict[str, object]:
    """Bill of materials: the same for the same packages, without the time of its writing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = dict(packages())
    components = [component(each) for each in parts.values()] + list(vendored())
    own = f"{project['name']}@{project['version']}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": components,
        "dependencies": [
            {"ref": own, "dependsOn": sorted(str(each["bom-ref"]) for each in components)},
            *(
                {"ref": purl(each), "dependsOn": sorted({purl(parts[name]) for name in needed})}
                for each in parts.values()
                if (needed := set(needs(each)) & parts.keys())
            ),
        ],
    }


def packages() -> Iterator[tuple[str, Distribution]]:
    """Packages that are pinned for running, and what they need here, by name."""
    pinned = _PIN.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    waiting, seen = [plain(name) for name in pinned], set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        try:
            there = distribution(name)
        except PackageNotFoundError:
            # One for another system.
            continue
        yield name, there
        waiting += needs(there)


def needs(package: Distribution) -> Iterator[str]:
    """Names of the packages that a package needs on this machine."""
    for text in package.requires or ():
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield plain(wanted.name)


def component(package: Distribution) -> Component:
    """Package as a part of the bill."""
    return {
        "type": "library",
        "bom-ref": purl(package),
        "name": package.name,
        "version": package.version,
        "purl": purl(package),
        "licenses": [licence(package)],
    }


def licence(package: Distribution) -> dict[str, object]:
    """Licence as the package states it: an expression, or its own name of it."""
    about = package.metadata
    if expressions := about.get_all("License-Expression"):
        return {"expression": expressions[0]}
    classed = [
        each.rpartition(" :: ")[2]
        for each in about.get_all("Classifier") or ()
        if each.startswith("License ::")
    ]
    stated = (about.get_all("License") or [""])[0].strip().partition("\n")[0]
    return {"license": {"name": " and ".join(classed) or stated or "not stated in its metadata"}}


def vendored() -> Iterator[Component]:
    """Scripts that came with the project, as the table beside them names them."""
    table = (VENDORED / "README.md").read_text(encoding="utf-8")
    for name, version, spdx, _file in _ROW.findall(table):
        reference = f"pkg:npm/{name}@{version}"
        yield {
            "type": "library",
            "bom-ref": reference,
            "name": name,
            "version": version,
            "purl": reference,
            "licenses": [{"license": {"id": spdx}}],
        }


def purl(package: Distribution) -> str:
    """Address of a package by which all lists of advisories name it."""
    return f"pkg:pypi/{plain(package.name)}@{package.version}"


def plain(name: str) -> str:
    """Name of a package as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
