"""What each version of the record did to its launches, and since when something holds."""

from collections.abc import Iterable
from dataclasses import dataclass

ADDED, REVISED, REMOVED = CHANGES = ("added", "revised", "removed")
"""What a version can do to a launch."""


@dataclass(frozen=True, slots=True)
class VersionChange:
    """
    What a version of the record did to a launch, or to the record as a whole.

    `version` is the day of that version, `launch_id` None for the record as a whole. `what` names
    columns of the launch and tables that speak of it; empty where all of it came or went.
    """

    version: str
    launch_id: str | None
    change: str
    what: tuple[str, ...]
    reason: str


def since(changes: Iterable[VersionChange], launch_id: str, column: str) -> str | None:
    """
    Return the version in which a column of a launch came to hold what it holds now.

    It is the one that changed it last, or else the one that the launch came with; the first
    version of the record names no launches. None where the history begins with no version.
    """
    versions = [
        each.version
        for each in changes
        if (each.launch_id is None and each.change == ADDED)
        or (each.launch_id == launch_id and (each.change == ADDED or column in each.what))
    ]
    return max(versions, default=None)
