"""Every format by its address in the tools that people have, and as a reader in a browser asks."""

import json
import struct
from pathlib import Path

import duckdb
import duckdb_extension_httpfs
import geopandas
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from conftest import shipped
from dashboard.export.features import features
from dashboard.selection.view import read_view
from driving import get

QUERY = "type=ICBM"
LAST_BYTES = 8
"""At the end of a Parquet file: the length of its metadata and `PAR1`."""


@pytest.fixture(scope="module")
def files(address):
    return lambda name: f"{address}/api/launches.{name}?{QUERY}"


@pytest.fixture(scope="module")
def drawn():
    view, _ = read_view({"type": ["ICBM"]}, shipped())
    return [one.properties for one in features(view)]


@pytest.mark.parametrize("name", ["geojson", "kml"])
def test_gdal_reads_shapes_by_their_address(files, drawn, name):
    frame = geopandas.read_file(files(name).replace("http", "/vsicurl/http", 1), engine="pyogrio")
    assert list(frame["role"]) == [one.role for one in drawn]


def test_geopandas_reads_parquet_by_its_address(files, drawn):
    frame = geopandas.read_parquet(files("parquet"))
    assert list(frame["role"]) == [one.role for one in drawn]
    assert frame.crs == "OGC:CRS84"


def test_polars_reads_parquet_and_csv_by_their_address(files, drawn):
    whole = pl.read_parquet(files("parquet"))
    assert whole["launch_id"].to_list() == [one.launch_id for one in drawn]
    named = pl.scan_parquet(files("parquet")).select("role").collect()
    assert named["role"].to_list() == [one.role for one in drawn]
    rows = pl.read_csv(files("csv"), infer_schema_length=None)
    assert set(rows["launch_id"]) == {one.launch_id for one in drawn}


def test_duckdb_reads_every_table_by_its_address(files, drawn):
    (extension,) = Path(duckdb_extension_httpfs.__file__).parent.rglob("httpfs.duckdb_extension")
    with duckdb.connect(config={"allow_unsigned_extensions": True}) as base:
        base.load_extension(str(extension))
        launches = sum(one.role == "launch" for one in drawn)
        counted = "SELECT count(DISTINCT launch_id) FROM {}"
        for read in ("read_parquet('{}')", "read_csv('{}')"):
            name = read.partition("_")[2].partition("(")[0]
            asked = counted.format(read.format(files(name)))
            assert base.sql(asked).fetchone() == (launches,), name


def test_reader_in_a_browser_has_the_end_of_a_file_first(address, drawn):
    path = f"/api/launches.parquet?{QUERY}"
    # As hyparquet does: the length by HEAD, then the end, then the metadata, each time with gzip.
    asked = {"accept_encoding": "gzip, deflate, br", "origin": "null"}
    length = int(get(address, path, "HEAD", **asked)[1]["Content-Length"])
    end = f"bytes={length - LAST_BYTES}-{length - 1}"
    status, headers, tail = get(address, path, range=end, **asked)
    size, mark = struct.unpack("<I4s", tail)
    assert (status, mark, headers["Access-Control-Allow-Origin"]) == (206, b"PAR1", "*")
    first = length - LAST_BYTES - size
    _, _, metadata = get(address, path, range=f"bytes={first}-{length - 1}", **asked)
    rows = pq.ParquetFile(pa.BufferReader(b"PAR1" + metadata), pre_buffer=False).metadata.num_rows
    assert rows == len(drawn)


def test_json_is_whole_by_its_address(address, drawn):
    _, _, body = get(address, f"/api/launches.json?{QUERY}")
    assert len(json.loads(body)["launches"]) == sum(one.role == "launch" for one in drawn)
