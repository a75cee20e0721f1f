"""The files around the code: licences, citation, changelog, glossary, how to contribute."""

import csv
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from data.model import RANGE_CLASSES

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

LABEL = r"\[([^\]]+)\](?!:)"
"""Where a text names one of its sources, `[Newsis 2017-04-05]`."""


def table_rows(text):
    """Cells of every row of the tables of a Markdown text, without their heads."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    rules = {at for at, row in enumerate(cells) if set("".join(row)) <= set("-: ")}
    heads = {at - 1 for at in rules}
    return [row for at, row in enumerate(cells) if at not in rules | heads]


TERMS = table_rows(GLOSSARY)
SOURCES = re.findall(r"^\[([^\]]+)\]: (\S+) \"(.+)\"$", GLOSSARY, re.MULTILINE)
ENTRIES = re.findall(r"^## \[(\S+)\] - (\S+)$", CHANGELOG, re.MULTILINE)


# Versions and the changelog


def test_one_version_is_told_everywhere():
    assert PROJECT["version"] == CITATION["version"] == ENTRIES[0][0]


def test_the_changelog_goes_from_the_newest_version_to_the_first():
    numbers = [tuple(map(int, version.split("."))) for version, _ in ENTRIES]
    assert numbers == sorted(numbers, reverse=True)
    assert [date for _, date in ENTRIES] == sorted((date for _, date in ENTRIES), reverse=True)
    assert len(re.findall(r"^## ", CHANGELOG, re.MULTILINE)) == len(ENTRIES)


def test_each_version_tells_code_and_catalogue_apart():
    for entry in re.split(r"^## ", CHANGELOG, flags=re.MULTILINE)[1:]:
        assert re.findall(r"^### (.+)$", entry, re.MULTILINE) == ["Code", "Catalogue"], entry[:40]


# Licences


def test_every_licence_file_that_the_project_names_is_there():
    for pattern in PROJECT["license-files"]:
        assert list(ROOT.glob(pattern)), pattern


def test_every_licence_file_of_the_tree_is_named():
    named = {path for pattern in PROJECT["license-files"] for path in ROOT.glob(pattern)}
    there = {
        path for part in ("data", "geo", "dashboard") for path in (ROOT / part).rglob("LICENSE*")
    }
    assert there | {ROOT / "LICENSE"} == named


def test_code_and_tables_have_the_licences_that_the_project_names():
    assert PROJECT["license"] == "MIT AND CC-BY-4.0"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    assert "`CC-BY-4.0`" in (ROOT / "data" / "LICENSE.md").read_text(encoding="utf-8")


# The citation


def test_the_citation_has_what_its_format_requires():
    # https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md
    assert CITATION["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(CITATION)
    assert CITATION["type"] == "dataset"
    for reference in CITATION["references"]:
        assert {"type", "title", "authors"} <= set(reference)


def test_the_only_date_of_the_citation_is_that_of_the_version():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"\d{4}-\d{2}-\d{2}", text) == [ENTRIES[0][1]]


def test_the_citation_claims_no_identifier_or_address_of_its_own():
    assert not {"doi", "identifiers", "repository", "repository-code", "url"} & set(CITATION)


def test_the_citation_refers_to_documents_of_the_record():
    with (ROOT / "data" / "sources.csv").open(encoding="utf-8", newline="") as file:
        addresses = {row["url"] for row in csv.DictReader(file)}
    for reference in CITATION["references"]:
        assert (reference.get("url") or reference["repository-code"]) in addresses


# The glossary


@pytest.mark.parametrize("row", TERMS, ids=[row[0] for row in TERMS])
def test_a_term_has_a_meaning_and_its_korean_and_japanese_a_source(row):
    _, meaning, korean, japanese = row
    assert len(meaning.split()) > 2
    for words, letters in ((korean, r"[가-힣]"), (japanese, r"[ぁ-んァ-ヶ一-龥]")):
        if words != "-":
            assert re.search(letters, words)
            assert re.search(LABEL + "$", words), "a term without a source behind it"


def test_no_term_is_explained_twice():
    assert len({row[0] for row in TERMS}) == len(TERMS)


def test_every_source_of_a_term_can_be_opened_and_every_one_is_used():
    named = set(re.findall(LABEL, "\n".join(" ".join(row) for row in TERMS)))
    assert {label for label, *_ in SOURCES} == named
    assert len(SOURCES) == len(named)
    for label, address, _ in SOURCES:
        assert re.match(r"https?://[^/]+\.[^/]+/", address), label


def test_the_glossary_explains_the_classes_of_the_record():
    assert set(RANGE_CLASSES) - {"unknown"} <= {row[0] for row in TERMS}


# How to contribute


def test_contributing_is_short():
    assert len(CONTRIBUTING.splitlines()) <= 120


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "GLOSSARY.md", "data/LICENSE.md"])
def test_what_a_text_links_to_in_the_project_is_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert ((ROOT / name).parent / target).exists(), target


def test_every_home_of_a_rule_is_there():
    for _, home in table_rows(CONTRIBUTING):
        for path in re.findall(r"`([^`]+)`", home):
            assert list(ROOT.glob(path.replace("<lang>", "en").rstrip("/"))), path
