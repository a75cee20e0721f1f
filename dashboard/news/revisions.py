"""What each version of the record changed, the newest first, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import Words
from data.history import VersionChange
from data.model import Launch, Record
from data.translation import in_language


@dataclass(frozen=True, slots=True)
class Revision:
    """What a version did to a launch; `launch` is None where the record has it no more."""

    change: VersionChange
    launch_id: str
    launch: Launch | None

    @property
    def date(self) -> str:
        """Day of the launch, as far as it is known."""
        return self.launch_id.rpartition("-")[0]


def revisions(record: Record) -> dict[str, list[Revision]]:
    """What each version did to launches: the newest version and the newest launch first."""
    known = {launch.id: launch for launch in record.launches}
    found: dict[str, list[Revision]] = {}
    for change in sorted(record.changes, key=lambda each: each.version, reverse=True):
        group = found.setdefault(change.version, [])
        if change.launch_id:
            now = record.renamed.get(change.launch_id, change.launch_id)
            launch = known.get(now) if change.change != "removed" else None
            group.append(Revision(change, change.launch_id, launch))
    for group in found.values():
        group.sort(key=lambda each: _in_time(each.launch_id), reverse=True)
    return found


def _in_time(launch_id: str) -> tuple[str, int]:
    date, _, number = launch_id.rpartition("-")
    return date, int(number)


def whole(record: Record) -> Mapping[str, list[VersionChange]]:
    """What each version did to the record as a whole."""
    found: dict[str, list[VersionChange]] = {}
    for change in record.changes:
        if change.launch_id is None:
            found.setdefault(change.version, []).append(change)
    return found


def what_words(words: Words, change: VersionChange) -> str:
    """Kinds of what changed; nothing where all of it came or went."""
    kinds = dict.fromkeys(words.say(f"news.kind.{name}") for name in change.what)
    return words.listed(kinds) if kinds else ""


def reason_words(words: Words, record: Record, change: VersionChange) -> str:
    """Why it changed, in the reader's language where it was translated."""
    return in_language(record.translations, change.reason, words.lang) or ""


def title_words(words: Words, revision: Revision) -> str:
    """Launch and what became of it, in a line."""
    change = words.say(f"news.changed.{revision.change.change}")
    day = day_words(words, revision.date)
    if revision.launch is None:
        return words.say("news.title_gone", day=day, id=revision.launch_id, change=change)
    missile = missile_words(words, revision.launch.missile)
    return words.say("news.title", day=day, missile=missile, change=change)
