"""The record as a dataset: judged by the standards' own validators, read as data/README says."""

import json
import re
import sqlite3
from pathlib import Path

import pandas as pd
import pytest
import yaml

from conftest import PREFIX, PUBLIC_ADDRESS
from dashboard.dataset.about import LICENCE
from dashboard.dataset.codebook import codebook_html, column_words, table_words
from dashboard.dataset.files import FILES, Source, all_files
from dashboard.dataset.schema_org import dataset, launch_dataset
from dashboard.dataset.tables import tables_of
from dashboard.words.say import LANGUAGES, Words
from data.record import TABLES
from data.schema import SCHEMAS
from driving import get

ROOT = Path(__file__).parents[1]
DATABASE = "north-korean-missile-launches.sqlite"


@pytest.fixture(scope="module")
def folder(library, tmp_path_factory):
    """Every file of the dataset, beside each other as they are served."""
    out = tmp_path_factory.mktemp("dataset")
    source = Source(library.record, tables_of(TABLES), "https://launches.example")
    for name, content in all_files(source).items():
        (out / name).write_bytes(content)
    return out


def test_data_package_is_valid_and_every_row_of_every_table_is_as_it_says(folder):
    from frictionless import Package

    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])[:5]
    assert {task.name.replace("-", "_") for task in report.tasks} == {one.name for one in SCHEMAS}


def test_what_the_data_package_does_not_allow_is_seen(folder, tmp_path):
    from frictionless import Package

    for name in ("datapackage.json", *(schema.file for schema in SCHEMAS)):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    table = tmp_path / "launches.csv"
    broken = table.read_bytes().replace(b",confirmed,", b",certain,", 1)
    assert len(broken) != table.stat().st_size
    table.write_bytes(broken)
    types = {
        row[0] for row in Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])
    }
    assert {"constraint-error", "hash-count"} <= types


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_croissant_is_valid_and_loads_the_launches(folder, library):
    import mlcroissant

    described = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))
    issues = described.metadata.ctx.issues
    assert not issues.errors
    assert not issues.warnings
    read = [row["launches/id"].decode() for row in described.records("launches")]
    assert sorted(read) == sorted(launch.id for launch in library.record.launches)


def test_columns_of_every_description_are_those_of_the_schema(folder):
    package, croissant = (
        json.loads((folder / name).read_text("utf-8"))
        for name in ("datapackage.json", "croissant.json")
    )
    columns = {schema.name: list(schema.header) for schema in SCHEMAS}
    assert columns == {
        one["name"].replace("-", "_"): [each["name"] for each in one["schema"]["fields"]]
        for one in package["resources"]
    }
    assert columns == {
        one["name"]: [each["name"] for each in one["field"]] for one in croissant["recordSet"]
    }
    with sqlite3.connect(folder / DATABASE) as database:
        for name, header in columns.items():
            assert header == [row[1] for row in database.execute(f"pragma table_info({name})")]
    for name, header in columns.items():
        assert header == list(pd.read_parquet(folder / f"{name}.parquet").columns)


def test_database_holds_every_row_and_each_reference_leads_somewhere(folder):
    with sqlite3.connect(folder / DATABASE) as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert database.execute("pragma foreign_key_check").fetchall() == []
        for schema in SCHEMAS:
            written = pd.read_csv(TABLES / schema.file, dtype=str, keep_default_na=False)
            number = len(database.execute(f"select * from {schema.name}").fetchall())  # noqa: S608
            assert number == len(written) == len(pd.read_parquet(folder / f"{schema.name}.parquet"))
        stored = database.execute("select id, count, time_utc from launches").fetchall()
    written = pd.read_csv(TABLES / "launches.csv", dtype=str, keep_default_na=False)
    rows = zip(written["id"], written["count"], written["time_utc"], strict=True)
    assert stored == [(id_, int(n) if n else None, time or None) for id_, n, time in rows]


def test_lines_of_the_readme_that_read_it_do(folder, monkeypatch):
    text = (TABLES / "README.md").read_text("utf-8")
    blocks = dict(re.findall(r"^```(python|r|sql)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    assert {name: len(re.findall(r"(?m)^.+$", lines)) for name, lines in blocks.items()} == {
        "python": 3,
        "r": 3,
        "sql": 3,
    }
    monkeypatch.chdir(folder)
    said = {}
    exec(blocks["python"], said)  # noqa: S102 - the lines of our own text
    with sqlite3.connect(DATABASE) as database:
        (row,) = database.execute(blocks["sql"]).fetchall()
    assert len(said["claims"]) > 5000
    assert row[0] == len(said["farthest"]) > 100


def test_codebook_explains_every_column_in_each_language(library):
    for lang in LANGUAGES:
        words = Words(lang)
        html = codebook_html(words, library.record, None)
        for schema in SCHEMAS:
            assert table_words(words, schema) in html
            for column in schema.columns:
                assert f"<code>{column.name}</code>" in html
                assert column_words(words, schema, column) in html
        assert "href" not in html


def test_dataset_of_schema_org_has_what_search_engines_require(library):
    # https://developers.google.com/search/docs/appearance/structured-data/dataset
    words, record = Words(), library.record
    launch = next(one for one in record.launches if one.id == "2022-01-30-1")
    address = "https://launches.example"
    for described in (
        dataset(words, record, address),
        launch_dataset(words, launch, record, address, f"{address}/launch/{launch.id}"),
    ):
        assert described["@type"] == "Dataset"
        assert described["@context"] == "https://schema.org/"
        assert described["name"]
        assert 50 <= len(described["description"]) <= 5000
        assert described["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert described["url"].startswith(address)
    assert described["temporalCoverage"] == "2022-01-30"
    assert described["spatialCoverage"]["geo"]["latitude"] == launch.site.latitude
    assert "distribution" not in dataset(words, record, None)


def test_citation_says_the_same_as_the_dataset(library):
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    described = dataset(Words(), library.record, None)
    assert citation["license"] == LICENCE["name"]
    assert set(described["keywords"]) - {"North Korea"} <= set(citation["keywords"])
    assert citation["title"].startswith(described["name"])
    assert citation["authors"][0]["name"] == described["creator"]["name"]


def described_in(html):
    """Datasets that a page says it is."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(text) for text in found]


def test_files_are_served_as_they_are_made(prefixed):
    for name in ("datapackage.json", "croissant.json", "claims.csv", "claims.parquet", DATABASE):
        status, headers, body = get(prefixed, f"/{PREFIX}/api/record/{name}")
        assert (status, headers["Content-Type"]) == (200, FILES[name].media_type)
        assert int(headers["Content-Length"]) == len(body) > 1000
    _, _, body = get(prefixed, f"/{PREFIX}/api/record/dataset.jsonld")
    assert json.loads(body)["url"] == f"{PUBLIC_ADDRESS}/"
    (card,) = described_in(get(prefixed, f"/{PREFIX}/launch/2022-01-30-1")[2].decode())
    assert card["url"] == f"{PUBLIC_ADDRESS}/launch/2022-01-30-1"
    (page,) = described_in(get(prefixed, f"/{PREFIX}/")[2].decode())
    assert (page["@type"], page["distribution"][0]["@type"]) == ("Dataset", "DataDownload")
    assert get(prefixed, f"/{PREFIX}/api/record/passwd")[0] == 404
    status, _, body = get(prefixed, f"/{PREFIX}/codebook?lang=ja")
    assert status == 200
    assert Words("ja").say("codebook.lead") in body.decode()
