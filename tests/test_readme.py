"""What the texts of the project say: commands run, paths and links lead somewhere, numbers hold."""

import datetime as dt
import io
import os
import re
import shlex
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from conftest import recorded_until, shipped
from dashboard.__main__ import main
from dashboard.claims.authorities import MAP_READER
from data.__main__ import main as check_data
from data.model import CORROBORATIONS, PARTIES
from data.model import DATABASES as BASES
from driving import get

ROOT = Path(__file__).parents[1]
TEXTS = ("README.md", "data/README.md", "CONTRIBUTING.md", "GLOSSARY.md", "data/LICENSE.md")
README, DATA_README, CONTRIBUTING, GLOSSARY, _ = (
    (ROOT / name).read_text(encoding="utf-8") for name in TEXTS
)
HOMES = {"CONTRIBUTING.md"}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMAND = re.compile(r"^(?:[A-Z_]+=\S+ )*(?:make|streamlit|\.venv/bin/\S+|python)\b")


def code(text):
    """What stands in a text as code: within a line, and each line of a block."""
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    outside = re.sub(r"^```\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [*re.findall(r"`([^`\n]+)`", outside), *lines]


COMMANDS = sorted(
    {
        words
        for text in (README, DATA_README, CONTRIBUTING)
        for words in code(text)
        if COMMAND.match(words)
    }
)


# Commands


def run_dashboard(arguments, folder):
    """Run one of our own commands as it is written, but for the folder it writes to."""
    out = arguments.index("--out") + 1
    file = folder / arguments[out]
    assert main([*arguments[:out], str(file), *arguments[out + 1 :]]) == 0
    return file


@pytest.mark.parametrize("words", [words for words in COMMANDS if "make" in words.split()])
def test_what_make_is_asked_for_is_a_target_and_its_settings_are_known(words):
    before, _, target = words.partition("make")
    settings = dict(setting.split("=", 1) for setting in before.split())
    assert re.search(rf"^\.PHONY:.* {target.strip()}\b", MAKEFILE, re.MULTILINE)
    known = MAKEFILE + "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "dashboard").rglob("*.py")
    )
    assert [name for name in settings if name not in known] == []
    made = subprocess.run(
        ["make", "--dry-run", "-o", ".venv/run.stamp", "-o", ".venv/dev.stamp", target.strip()],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    written = [value for name, value in settings.items() if name in {"PORT", "HOST", "OUT"}]
    assert all(value in made.stdout for value in written)


READS = [words for words in COMMANDS if "-m dashboard read " in words]


@pytest.mark.parametrize("words", READS)
def test_a_report_is_read_as_it_says(words, tmp_path, monkeypatch, capsys):
    report = "North Korea fired a Hwasong-12 missile on Sunday. It flew 800 km, the JCS said."
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    assert main(shlex.split(words.partition("-m dashboard ")[2])) == 0
    assert "2022-01-30-1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [words for words in COMMANDS if "-m dashboard" in words and words not in READS]
)
def test_a_command_of_the_dashboard_writes_what_it_says(words, tmp_path, monkeypatch):
    monkeypatch.setattr("dashboard.picture.film.film.FRAMES_PER_S", 1)
    arguments = shlex.split(words.partition("-m dashboard ")[2])
    content = run_dashboard(arguments, tmp_path).read_bytes()
    if arguments[0] == "deck":
        assert content.startswith(b"PK")
    elif arguments[0] == "film":
        assert content[4:8] == b"ftyp"
    elif arguments[0] == "compare":
        assert content.decode("utf-8-sig").startswith("measure,value,a,b,")
    elif arguments[0] == "picture":
        assert Image.open(io.BytesIO(content)).size == (1920, 1080)
    else:
        assert content.startswith(b'{"type":"FeatureCollection"')


def test_every_other_command_starts_a_script_of_ours():
    others = [words for words in COMMANDS if "make" not in words and "-m dashboard" not in words]
    assert others
    for words in others:
        (script,) = [word for word in words.split() if word.endswith(".py")]
        assert (ROOT / script).is_file(), words


def test_two_commands_do_everything():
    table = README.split("## Two commands\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([^`]+)`", table, re.MULTILINE) == ["make run", "make test"]
    assert all(words in COMMANDS for words in ("make run", "make test", "make check-data"))


# Addresses, paths, links


def test_every_address_that_the_readme_names_answers(address):
    named = [words for words in code(README) if words.startswith("/")]
    assert len(named) >= 6
    for words in named:
        path = words.replace("<id>", "2022-01-05-1").replace("launches.*", "launches.json")
        # A film takes long to make; days without a launch show that its route is there.
        film = words.startswith("/film")
        path += "?period=2022-02-01&period=2022-02-02" if film else ""
        assert get(address, path)[0] == (400 if film else 200), words


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_that_a_text_names_is_there(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    here = (ROOT / name).parent
    # The homes of rules, a table of CONTRIBUTING, are looked up in test_project_files.
    for words in code(re.sub(r"^\|.*", "", text, flags=re.MULTILINE) if name in HOMES else text):
        path = words.rstrip("/")
        of_a_file = re.fullmatch(r"[\w./*-]+\.(?:py|csv|md|json|txt|html|toml|cff|yml)", path)
        of_a_folder = words.endswith("/") and re.fullmatch(r"[\w./-]+", path)
        an_address_or_written = words.startswith("/") or path in {"site", "january.geojson"}
        if (of_a_file or of_a_folder) and not an_address_or_written:
            assert list(ROOT.glob(path)) or list(here.glob(path)), words


def anchors(text):
    """Anchors that the headings of a text get where it is shown."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_between_files_leads_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text(encoding="utf-8")), target


# Numbers of the record


def stated(pattern, text=DATA_README):
    """Return the numbers of the only place of a text that reads like a pattern, `#` for each."""
    words = re.escape(pattern).replace(r"\#", r"([\d,.]+)").replace(r"\ ", r"\s+")
    (match,) = re.finditer(words, text)
    return tuple(int(group.rstrip(".,").replace(",", "")) for group in match.groups())


(STATE_OF,) = re.findall(r"^## 9\. Known gaps \(state of (.+)\)$", DATA_README, re.MULTILINE)
STATE_DAY = dt.datetime.strptime(STATE_OF, "%d %B %Y").replace(tzinfo=dt.UTC).date()
RECORD = recorded_until(str(STATE_DAY))
LAUNCHES = RECORD.launches
CLAIMS = [claim for launch in LAUNCHES for claim in launch.claims]
ARCS = [one for one in LAUNCHES if one.missile.kind in {"ballistic", "glide"}]
DATABASES = {"cns-nkmtd", "csis", "nagix"}
READ_TWICE = "free-north-korea-launch-reports"
"""Copy of releases of Japan's Ministry of Defense that two readers coded apart."""


def kinds(launches):
    """How many launches there are, and how many of them of cruise missiles."""
    return len(launches), sum(launch.missile.kind == "cruise" for launch in launches)


def has(launch, *quantities, party=None):
    """Whether any of some quantities is stated of a launch, by anybody or by a party."""
    return any(
        claim.quantity in quantities and (party is None or claim.authority in PARTIES[party])
        for claim in launch.claims
    )


def test_the_gaps_are_those_of_the_state_that_their_heading_names():
    known = shipped().best.record
    assert len(LAUNCHES) <= len(known.launches)
    assert len(LAUNCHES) == len(known.launches) or str(STATE_DAY) < known.version


def test_what_is_missing_from_launches_is_counted():
    assert stated(
        "Of # launches, # have no site (# of them cruise), # no count (# of them cruise), "
        "# no time, and # only a month. # are of an unidentified type."
    ) == (
        len(LAUNCHES),
        *kinds([one for one in LAUNCHES if one.site is None]),
        *kinds([one for one in LAUNCHES if one.count is None]),
        sum(one.time_utc is None for one in LAUNCHES),
        sum(len(one.date) == len("2022-01") for one in LAUNCHES),
        sum(
            one.missile.kind == "unknown" or "unidentified" in one.missile.name for one in LAUNCHES
        ),
    )


def test_claims_of_press_pages_are_counted():
    twice = {
        source.id
        for source in RECORD.sources.values()
        if any(entry.startswith(READ_TWICE) for entry in source.cited_by)
    }
    pages = [claim for claim in CLAIMS if claim.source.id not in DATABASES | twice]
    assert stated("gave # claims") == (sum(claim.source.id in twice for claim in CLAIMS),)
    assert stated("Press pages (# of # claims) were read twice") == (len(pages), len(CLAIMS))
    assert stated("# of those claims have no phrase") == (
        sum(claim.phrase is None for claim in pages),
    )
    cited = [source for source in RECORD.sources.values() if source.accessed is None]
    assert stated("# documents that CSIS cites were not opened") == (
        sum(any("csis" in entry for entry in source.cited_by) for source in cited),
    )


def test_figures_of_ballistic_and_glide_launches_are_counted():
    without = [one for one in ARCS if not has(one, "range_km", "apogee_km", "flight_time_s")]
    assert stated(
        "Of # ballistic and glide launches, # have a range both from South Korea and from Japan, # "
        "have no range, apogee or flight time from anybody (# of them before 2017)"
    ) == (
        len(ARCS),
        sum(
            has(one, "range_km", party="JCS") and has(one, "range_km", party="Japan MOD")
            for one in ARCS
        ),
        len(without),
        sum(one.date < "2017" for one in without),
    )
    assert stated("# ballistic or glide launches have outcome `unknown` though a range") == (
        sum(one.outcome == "unknown" and has(one, "range_km", "apogee_km") for one in ARCS),
    )


def test_launches_whose_accounts_differ_are_counted():
    counted = [one for one in LAUNCHES if one.count is not None]
    assert stated("In # launches `count` is not the number every account gives") == (
        sum(
            any(
                (claim.quantity, claim.missiles) == ("count", ())
                and (claim.low, claim.high) != (one.count, one.count)
                for claim in one.claims
            )
            for one in counted
        ),
    )
    earliest = [
        (one.time_utc, min(dt.datetime.fromisoformat(claim.value) for claim in times))
        for one in LAUNCHES
        if one.time_utc
        and (times := [claim for claim in one.claims if claim.quantity == "launch_time"])
    ]
    assert stated("In #, `time_utc` is not the earliest time stated") == (
        sum(time != first for time, first in earliest),
    )


def test_launches_of_one_database_are_counted_by_how_they_stand():
    stands = Counter(one.corroboration for one in LAUNCHES if one.corroboration)
    alone = {
        one.id
        for one in LAUNCHES
        if len({BASES.get(claim.source.id) for claim in one.claims} - {None}) == 1
        and all(claim.source.id in BASES for claim in one.claims)
    }
    assert alone == {one.id for one in LAUNCHES if one.corroboration == "single source"}
    assert stated(
        "# launches that one database alone had were looked up outside: # are corroborated, # "
        "contradicted, and of # no other report was found"
    ) == (stands.total(), *(stands[word] for word in CORROBORATIONS[::2]), len(alone))


def test_types_whose_platform_has_no_source_are_counted():
    (block,) = re.findall(r"- Platforms of types were read in: (.+?)\n- ", DATA_README, re.DOTALL)
    sourced = len(re.findall(r"\([^)]+\)", block))
    fired = {launch.missile.id: launch.missile for launch in LAUNCHES}
    stated_of = [missile.platform for missile in fired.values()]
    without = stated_of.count(None)
    assert stated("Those of # more types stand without a source; # have none") == (
        len(stated_of) - without - sourced,
        without,
    )


def test_azimuths_of_the_tracks_drawn_are_counted():
    known = {launch.id for launch in LAUNCHES}
    best = shipped().best
    azimuths = [
        flight.azimuth_deg
        for launch_id, flights in best.flights.items()
        if launch_id in known
        for flight in flights
    ]
    bases = Counter(azimuth.basis for azimuth in azimuths)
    assert "two the degrees of the JCS" in DATA_README
    assert stated(
        "# of # drawn tracks use a nagix bearing; two the degrees of the JCS, "
        "# a stated impact place"
    ) == (
        sum(one.claim.authority == MAP_READER for one in azimuths),
        len(azimuths),
        bases["toward the stated impact place"],
    )
    assert sum((one.claim.authority, one.basis) == ("JCS", "stated") for one in azimuths) == 2


def test_the_number_of_tables_is_that_of_the_files():
    numbers = {"Seventeen": 17, "Eighteen": 18, "Nineteen": 19}
    (word,) = re.findall(r"^(\w+) CSV files", DATA_README, re.MULTILINE)
    assert numbers[word] == len(list((ROOT / "data").glob("*.csv")))


def test_the_first_year_of_the_readme_is_that_of_the_record():
    (year,) = re.findall(r"missile launch since (\d{4})", README)
    assert year == min(launch.date for launch in LAUNCHES)[:4]


def test_the_check_prints_the_total_that_was_added_up(capsys):
    assert check_data(["check"]) == 0
    (number,) = re.findall(r"  launches: ([\d,]+)", capsys.readouterr().out)
    assert int(number.replace(",", "")) == len(shipped().best.record.launches)
