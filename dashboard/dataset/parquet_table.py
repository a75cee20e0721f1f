"""One table as Parquet: its types, lists as lists, unknown as null."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.dataset.codebook import column_words
from dashboard.dataset.tables import rows
from dashboard.words.say import Words
from data.column import Schema

_TYPES = {
    "number": pa.float64(),
    "integer": pa.int32(),
    "date": pa.date32(),
    "datetime": pa.timestamp("s", tz="UTC"),
    "texts": pa.list_(pa.string()),
    "integers": pa.list_(pa.int32()),
}


def parquet_table(words: Words, schema: Schema, content: bytes) -> bytes:
    """Table with what each column holds in the metadata of the column."""
    fields = [
        pa.field(
            column.name,
            _TYPES.get(column.type, pa.string()),
            nullable=not column.required,
            metadata={"description": column_words(words, schema, column)},
        )
        for column in schema.columns
    ]
    table = pa.Table.from_pylist(rows(schema, content), pa.schema(fields))
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()
