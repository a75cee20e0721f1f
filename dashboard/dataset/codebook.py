"""The codebook: what each column of each table holds, from the schema that reads the tables."""

from markupsafe import Markup

from dashboard.dataset.about import CROISSANT, DATABASE, PACKAGE, parquet_name
from dashboard.html import render
from dashboard.words.say import Words
from data.column import Column, Schema
from data.model import Record
from data.schema import SCHEMAS


def table_words(words: Words, schema: Schema) -> str:
    """What a row of a table is."""
    return words.say(f"codebook.table.{schema.name}")


def column_words(words: Words, schema: Schema, column: Column) -> str:
    """What a column holds, in its table or in every one that has it."""
    if words.has(f"codebook.column.{schema.name}.{column.name}"):
        return words.say(f"codebook.column.{schema.name}.{column.name}")
    return words.say(f"codebook.column.every.{column.name}")


def codebook_html(words: Words, record: Record, files: str | None) -> Markup:
    """
    Every table with its columns, but for the frame of the page.

    Parameters
    ----------
    words
        The words of the page.
    record
        The record, which says its version.
    files
        Where the files of the record are, seen from the page, with a slash at the end; None where
        they are not beside it.
    """
    return render(
        "dataset/codebook.html",
        words,
        record=record,
        files=files,
        database=DATABASE,
        package=PACKAGE,
        croissant=CROISSANT,
        tables=[
            {
                "name": schema.name,
                "file": schema.file,
                "parquet": parquet_name(schema),
                "about": table_words(words, schema),
                "columns": [_row(words, schema, column) for column in schema.columns],
            }
            for schema in SCHEMAS
        ],
    )


def _row(words: Words, schema: Schema, column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "type": words.say(f"codebook.type.{column.type}"),
        "required": column.required,
        "words": column.words,
        "refers_to": [f"{name}.csv" for name in column.refers_to],
        "about": column_words(words, schema, column),
    }
