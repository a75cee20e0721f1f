"""The command that reads reports: its formats, its files, what it refuses, how soon it starts."""

# ruff: noqa: E501 - a sentence is read in one piece

import contextlib
import csv
import io
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from dashboard.__main__ import main
from dashboard.reports.documents import DocumentError, read_document
from data.record import TABLES, read_record
from reading_texts import reports

ROOT = Path(__file__).parents[1]
TEXT = (
    "North Korea fired two short-range ballistic missiles from Sinpo at 7:10 a.m. on Tuesday, South "
    "Korea's Joint Chiefs of Staff said. It said they flew about 350 km at an altitude of 60 km. "
    "The weapon could fly 15,000 km."
)
DAY = "2026-12-01"  # a Tuesday after the record ends
CLAIM = {
    *("authority", "quantity", "low", "high", "unit", "qualifier", "value", "missiles", "phrase"),
    *("start", "end"),
}
LAUNCH = {
    *(
        "date",
        "date_basis",
        "background",
        "site_id",
        "missile_id",
        "range_class",
        "kind",
        "outcome",
    ),
    *("matches", "claims"),
}
KNOWN = (TABLES / "launches.csv").read_text("utf-8").count("\n") - 1
HEAVY = {"streamlit", "pyarrow", "pandas", "folium", "shapely", "pyproj", "numpy", "lxml", "pypdf"}


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command as a process would, here, where it need not be loaded anew."""
    out, errors, given = io.StringIO(), io.StringIO(), io.TextIOWrapper(io.BytesIO(text.encode()))
    command = ["read", *arguments]
    with (
        pytest.MonkeyPatch.context() as patched,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(errors),
    ):
        patched.setattr("sys.stdin", given)
        try:
            status = main(command)
        except SystemExit as ended:
            status = int(ended.code or 0)
    return subprocess.CompletedProcess(command, status, out.getvalue(), errors.getvalue())


def test_json_has_the_fields_of_a_launch_and_its_claims() -> None:
    done = run("-", "--published", DAY, "--format", "json", text=TEXT)
    said = json.loads(done.stdout)
    assert set(said) == {"language", "published", "launches", "unused"}
    (launch,) = said["launches"]
    assert set(launch) == LAUNCH
    assert (launch["date"], launch["date_basis"], launch["background"]) == (DAY, "weekday", False)
    assert (launch["site_id"], launch["range_class"]) == ("sinpo-area", "SRBM")
    for claim in launch["claims"]:
        assert set(claim) == CLAIM
    for unused in said["unused"]:
        assert TEXT[unused["start"] : unused["end"]] == unused["text"]
    assert {u["reason"] for u in said["unused"]} == {"capability"}
    figures = {(c["quantity"], c["low"]): c for c in launch["claims"]}
    flown = figures["range_km", 350.0]
    assert (flown["authority"], flown["qualifier"], flown["unit"]) == ("JCS", "about", "km")
    assert TEXT[flown["start"] : flown["end"]] == "350 km"
    assert "350 km" in flown["phrase"]


def test_text_shows_claims_and_what_was_left_out() -> None:
    done = run("-", "--published", DAY, text=TEXT)
    assert "JCS: range_km about 350" in done.stdout
    assert "'15,000 km' - capability" in done.stdout


def appended(folder: Path, printed: str) -> None:
    """Append printed rows to the tables of a copy of the record, and set its days."""
    (folder / "record.csv").write_text(f"version,covers_to\n{DAY},{DAY}\n", encoding="utf-8")
    for block in printed.split("\n\n"):
        rows = list(csv.reader(io.StringIO(block)))
        for table in ("sources", "launches", "claims"):
            path = folder / f"{table}.csv"
            header = next(csv.reader(io.StringIO(path.read_text("utf-8"))))
            if rows and rows[0] == header:
                with path.open("a", encoding="utf-8", newline="") as file:
                    csv.writer(file, lineterminator="\n").writerows(rows[1:])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for path in TABLES.glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def launches_in(folder: Path) -> int:
    """Check a record, which raises what is wrong with it; returns how many launches it has."""
    return len(read_record(folder).launches)


def test_rows_of_a_new_launch_pass_the_check(copy: Path) -> None:
    done = run(
        *("-", "--published", DAY, "--source", "Example News", "--url", "https://example.org/a"),
        *("--format", "csv"),
        text=TEXT,
    )
    assert f"{DAY}-1,{DAY},2026-11-30T22:10Z,2,sinpo-area,srbm-unidentified" in done.stdout
    assert "example-news-2026-12-01,Example News" in done.stdout
    appended(copy, done.stdout)
    assert launches_in(copy) == KNOWN + 1


def test_rows_of_a_known_launch_are_claims_only(copy: Path) -> None:
    text = "North Korea fired a Hwasong-12 missile on Sunday. It flew 800 km, the JCS said."
    done = run("-", "--published", "2022-01-30", "--format", "csv", text=text)
    blocks = [block.strip().splitlines() for block in done.stdout.split("\n\n")]
    assert len(blocks[1]) == 1
    assert all(line.startswith("2022-01-30-1,") for line in blocks[2][1:])
    appended(copy, done.stdout)
    assert launches_in(copy) == KNOWN


@pytest.mark.parametrize("number", range(9))
def test_rows_of_made_reports_pass_the_check(copy: Path, number: int) -> None:
    report = list(reports(9, seed=5))[number]
    done = run(
        "-", "--published", report.published.isoformat(), "--format", "csv", text=report.text
    )
    appended(copy, done.stdout)
    assert launches_in(copy) >= KNOWN


def test_several_files_are_read_with_progress(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    done = run(
        str(tmp_path / "one.txt"), str(tmp_path / "none.txt"), str(tmp_path / "two.txt"),
        *("--published", DAY, "--format", "json"),
    )  # fmt: skip
    assert done.returncode == 2
    # A file that cannot be read keeps its place.
    assert [bool(said) for said in json.loads(done.stdout)] == [True, False, True]
    assert "none.txt: No such file or directory" in done.stderr
    assert "3 of 3" in done.stderr
    done = run(str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--published", DAY)
    assert [line for line in done.stdout.splitlines() if line.endswith(".txt:")] == [
        f"{tmp_path / name}:" for name in ("one.txt", "two.txt")
    ]


def test_html_is_read_without_what_stands_beside_the_report(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html><head><title>News</title><script>flew 999 km</script></head><body>"
        f"<nav>1 January</nav><p>{TEXT[:90]}<b>{TEXT[90:]}</b></p><p>그리고 끝.</p></body></html>",
        encoding="utf-8",
    )
    text = read_document(str(page))
    assert "999" not in text
    assert "1 January" not in text
    assert TEXT in text
    assert "그리고 끝." in text


def test_pdf_is_read_with_its_lines_joined(tmp_path: Path) -> None:
    path = tmp_path / "release.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas = Canvas(str(path))
    canvas.setFont("HeiseiMin-W3", 12)
    for place, line in enumerate(
        ("北朝鮮は本日弾道ミサイルを発射し、約3", "50km程度飛翔しました。")
    ):
        canvas.drawString(50, 700 - 20 * place, line)
    canvas.save()
    assert "約350km程度飛翔" in read_document(str(path))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bad.pdf", b"%PDF-1.7 nothing of the kind", "no PDF that can be read"),
        ("bad.txt", b"\x81\xff\xfe\x00\x99\xff", "no text"),
        ("word.docx", b"PK\x03\x04\x14\0North Korea fired a missile.", "no text"),
        ("word.rtf", rb"{\rtf1 North Korea fired a missile.}", "no text"),
        ("empty.txt", b"", "there is no text in it"),
        ("blank.html", b"<html><body> \n</body></html>", "there is no text in it"),
        ("long.txt", b"North Korea fired a missile. " * 9_000, "at most 40,000"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run(str(path))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{path}: ")
    assert words in line


@pytest.mark.parametrize("password", ["", "secret"])
def test_pdf_that_is_locked_is_said_to_be(tmp_path: Path, password: str) -> None:
    canvas = Canvas(str(tmp_path / "open.pdf"))
    canvas.drawString(50, 700, TEXT)
    canvas.save()
    writer = PdfWriter(clone_from=tmp_path / "open.pdf")
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    done = run(str(tmp_path / "locked.pdf"), "--published", DAY)
    assert (done.returncode == 2, "locked" in done.stderr) == (bool(password),) * 2


def test_a_megabyte_of_markup_is_read_or_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>" + "<p>\u202e\0<b>x</b>" * 60_000, encoding="utf-8")
    start = time.process_time()
    with contextlib.suppress(DocumentError):
        read_document(str(path))
    assert time.process_time() - start < 2.0


def test_rows_of_several_files_pass_the_check(copy: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(
        "North Korea fired a Hwasong-18 missile on Monday. It flew 1,000 km, the JCS said.",
        encoding="utf-8",
    )
    pdf = tmp_path / "release.pdf"
    canvas = Canvas(str(pdf))
    canvas.drawString(50, 700, "North Korea fired two ballistic missiles from Sinpo on Tuesday.")
    canvas.drawString(50, 680, "They flew 340 km, Japan's Defense Ministry said.")
    canvas.save()
    done = run(str(page), str(other), str(pdf), "--published", DAY, "--format", "csv")
    assert done.returncode == 0, done.stderr
    blocks = [block.strip().splitlines() for block in done.stdout.split("\n\n")]
    assert [line.split(",")[0] for line in blocks[0][1:]] == [
        *(f"report-{DAY}{end}" for end in ("", "-2", "-3")),
    ]
    assert [line.split(",")[0] for line in blocks[1][1:]] == [f"{DAY}-1", "2026-11-30-1"]
    assert {line.split(",")[0] for line in blocks[2][1:]} == {f"{DAY}-1", "2026-11-30-1"}
    appended(copy, done.stdout)
    assert launches_in(copy) >= KNOWN


def test_markup_that_hides_its_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(b"<html>" + b"<div>" * 20_000 + b"\0North Korea fired")
    with pytest.raises(DocumentError, match="empty"):
        read_document(str(path))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp949", "북한이 미사일을 발사했다."),
        ("cp932", "北朝鮮がミサイルを発射した。"),
        ("cp1252", "North Korea’s “missile” flew 700 km, Café said."),
        ("utf-16", "북한이 미사일을 발사했다."),
    ],
)
def test_text_that_windows_saved_is_read(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    assert read_document(str(path)) == text


@pytest.mark.parametrize(
    ("option", "value"), [("--published", "yesterday"), ("--url", "example.org/a")]
)
def test_what_is_no_day_or_no_address_is_refused(option: str, value: str) -> None:
    done = run("-", option, value, text=TEXT)
    assert done.returncode == 2
    assert f"argument {option}: “{value}” is no " in done.stderr


def test_rows_that_pass_are_told_apart_from_those_that_change_a_launch(copy: Path) -> None:
    """A time, or a first word from outside the databases, changes the launch that it is of."""
    recalled = (
        "On July 5, 2006 it fired a Taepodong-2 at 3:32 a.m.; on June 2, 1994, a cruise missile."
    )
    done = run("-", "--published", DAY, "--format", "csv", text=f"{TEXT} {recalled}")
    assert f"covers_to in record.csv has to be {DAY} or later" in done.stderr
    appended(copy, done.stdout)
    assert launches_in(copy) == KNOWN + 1
    # What is said to be done by hand is enough.
    launches, claims = copy / "launches.csv", copy / "claims.csv"
    lines = [line.strip() for line in done.stderr.split("claims.csv:\n")[1].splitlines()]
    of_launches, of_claims = lines[:2], lines[2:]
    ids = [line.split(",")[0] for line in of_launches]
    assert ids == ["1994-06-02-1", "2006-07-05-1"]
    kept = launches.read_text("utf-8").splitlines()
    renewed = [line for line in kept if line.split(",")[0] not in ids] + of_launches
    launches.write_text("\n".join(renewed) + "\n", "utf-8")
    claims.write_text(claims.read_text("utf-8") + "\n".join(of_claims) + "\n", "utf-8")
    assert launches_in(copy) == KNOWN + 1


def test_ids_are_those_of_the_record_that_is_served(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("-", "--published", DAY, "--format", "csv")
    appended(copy, run(*arguments, text=TEXT).stdout)
    monkeypatch.setenv("RECORD_FOLDER", str(copy))
    again = run(*arguments, text=TEXT)
    assert f"\n{DAY}-1,{DAY}," not in again.stdout
    appended(copy, again.stdout)
    assert launches_in(copy) == KNOWN + 1
    (copy / "sites.csv").unlink()
    assert run(*arguments, text=TEXT).returncode == 1


def test_command_loads_nothing_that_is_slow_to_load() -> None:
    program = (
        "import sys; from dashboard.__main__ import main; sys.stdin = open(sys.argv[1]); "
        "main(['read', sys.argv[1]]); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "tests/reading_texts.py"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert not loaded & HEAVY


def test_help_names_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for command in ("check", "export", "picture", "read", "site"):
        assert command in done.stdout
