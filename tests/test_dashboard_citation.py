"""Citations: the database or one launch, with its version and the day it was read."""

import datetime as dt
import re

import pytest

from conftest import HOSTILE
from dashboard.export.citation import apa, bibtex, chicago, one_launch, whole_record
from dashboard.words.say import Words

WORDS = Words()
READ = dt.date(2026, 12, 3)


ADDRESS = "https://launches.example"


@pytest.fixture
def record(make_record):
    return make_record()


def test_whole_database(record):
    cited = whole_record(record, ADDRESS)
    assert chicago(WORDS, cited, READ) == (
        "North Korean Missile Launches. Database, version 2026-11-22. "
        "Accessed December 3, 2026. https://launches.example/."
    )
    assert apa(WORDS, cited, READ) == (
        "North Korean missile launches (Version 2026-11-22) [Data set]. (2026). "
        "Retrieved December 3, 2026, from https://launches.example/"
    )
    assert bibtex(WORDS, cited, READ) == (
        "@misc{nk-launches,\n"
        "  title = {{North Korean Missile Launches}},\n"
        "  year = {2026},\n"
        "  version = {2026-11-22},\n"
        "  url = {https://launches.example/},\n"
        "  urldate = {2026-12-03},\n"
        "  note = {Database, version 2026-11-22, accessed 2026-12-03},\n"
        "}\n"
    )


def test_one_launch_under_its_lasting_address(record, make_launch, make_missile):
    launch = make_launch(missile=make_missile(name="Hwasong-12A"))
    cited = one_launch(WORDS, launch, record, ADDRESS)
    assert chicago(WORDS, cited, READ) == (
        "“Hwasong-12A, 5 Jan 2022 (2022-01-05-1).” North Korean Missile Launches. "
        "Database, version 2026-11-22. Accessed December 3, 2026. "
        "https://launches.example/launch/2022-01-05-1."
    )
    assert apa(WORDS, cited, READ) == (
        "Hwasong-12A, 5 Jan 2022 (2022-01-05-1). (2026). In North Korean missile launches "
        "(Version 2026-11-22) [Data set]. Retrieved December 3, 2026, from "
        "https://launches.example/launch/2022-01-05-1"
    )
    assert bibtex(WORDS, cited, READ).startswith("@misc{nk-launch-2022-01-05-1,\n")


@pytest.mark.parametrize("name", [*HOSTILE, r"50% & more_{x} \input{y} ~^#$", "}}, note = {{"])
def test_special_characters_are_text_in_bibtex(record, make_launch, make_missile, name):
    entry = bibtex(
        WORDS,
        one_launch(WORDS, make_launch(missile=make_missile(name=name)), record, ADDRESS),
        READ,
    )
    title = entry.splitlines()[1]
    assert title.startswith("  title = {{")
    # What TeX would act on is gone once the escapes are taken out, and the braces pair up.
    inner = title.removeprefix("  title = {{").removesuffix("}},")
    bare = re.sub(r"\\text[a-z]+\{\}|\\[{}$&#_%]", "", inner)
    assert not set(bare) & set("\\{}$&#_%~^")
    assert entry.count("\n") == 8
