"""The formats a view is written in."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.share.export import json_file
from dashboard.share.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is written, its media type, and what it is good for."""

    write: Callable[[View], bytes]
    media_type: str
    about: str


FORMATS = {
    "json": Format(json_file.write, "application/json", "everything, nested, for programs"),
}
"""Formats by the ending of their files."""
