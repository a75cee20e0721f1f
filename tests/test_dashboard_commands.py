"""The commands: the same names and values as in a link, and errors that say what is allowed."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import shipped
from dashboard.__main__ import main
from dashboard.commands.options import add_selection, parameters
from dashboard.commands.terminal import VARIABLES, terminal_words
from dashboard.selection.filters import FILTERS
from dashboard.selection.view import read_view
from dashboard.words.say import LANGUAGES, Words

ROOT = Path(__file__).parents[1]
JANUARY = ("--period", "2022-01-01", "2022-01-31", "--type", "SRBM")


def parsed(*arguments):
    parser = argparse.ArgumentParser()
    add_selection(parser)
    return parameters(parser.parse_args(arguments))


def test_options_say_what_a_link_says():
    given = parsed(*JANUARY, "--type", "ICBM", "--site", "Site unknown")
    assert given == {
        "period": ["2022-01-01", "2022-01-31"],
        "type": ["SRBM", "ICBM"],
        "site": ["Site unknown"],
    }
    assert parsed() == {}


def test_there_is_an_option_for_each_parameter_of_a_link():
    for name in FILTERS:
        assert parsed(f"--{name}", "x") == {name: ["x"]}


def test_export_writes_the_launches_that_the_link_selects(tmp_path, capsys):
    out = tmp_path / "january.json"
    assert main(["export", "--format", "json", *JANUARY, "--out", str(out)]) == 0
    view, _ = read_view(parsed(*JANUARY), shipped())
    written = json.loads(out.read_bytes())
    assert [launch["launch_id"] for launch in written["launches"]] == [
        launch.id for launch in view.launches
    ]
    assert f"{len(view.launches)} launches" in capsys.readouterr().err


def test_two_periods_are_compared_and_what_is_none_is_named(tmp_path, capsys):
    out = tmp_path / "both.csv"
    sides = ("--a", "2022-01", "--b", "2017")
    assert main(["compare", *sides, "--type", "SRBM", "--out", str(out)]) == 0
    launches = out.read_text("utf-8-sig").splitlines()[2].split(",")
    assert launches[:4] == ["launches", "", "3", "2"]
    assert "5 launches" in capsys.readouterr().err
    assert main(["compare", "--a", "someday", "--out", str(out)]) == 2
    assert "--a: “someday” is no date" in capsys.readouterr().err
    assert main(["compare", "--out", str(tmp_path / "both.doc")]) == 2


def test_export_goes_to_another_program_and_is_the_same_each_time():
    command = [sys.executable, "-m", "dashboard", "export", "--format", "json", *JANUARY]
    first, second = (
        subprocess.run([*command, "--out", "-"], cwd=ROOT, capture_output=True, check=True).stdout
        for _ in range(2)
    )
    assert first == second
    assert json.loads(first)["launches"]


def test_value_that_cannot_be_read_is_named_with_what_is_allowed(tmp_path, capsys):
    out = tmp_path / "none.json"
    command = ["export", "--format", "json", "--type", "SCUD", "--out", str(out)]
    assert main([*command, "--period", "soon"]) == 2
    message = capsys.readouterr().err
    assert "--type: “SCUD” is not among its values; it takes CRBM, SRBM" in message
    assert "--period: “soon” is no date" in message
    assert not out.exists()


def test_file_that_cannot_be_written_is_named(tmp_path, capsys):
    out = tmp_path / "no" / "folder.json"
    assert main(["export", "--format", "json", *JANUARY, "--out", str(out)]) == 1
    assert str(out) in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["export", "--format", "json", "--out", "-"]])
def test_record_with_errors_is_named_as_such(own_record, capsys, command):
    (own_record / "sites.csv").unlink()
    assert main(command) == 1
    assert "sites.csv:1: (file): 'no such file'" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["export"], ["export", "--format", "doc"]])
def test_command_that_is_none_is_refused(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_help_names_every_option_and_teaches_with_examples(capsys):
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    words = capsys.readouterr().out
    assert "--period 2022-01-01 2022-01-31" in words
    for name in FILTERS:
        assert f"--{name}" in words
    assert "near-japan-eez" in words


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "ko_KR.UTF-8", "LANG": "ja_JP.UTF-8"}, "ko"),
        ({"LC_ALL": "", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_commands_speak_the_language_of_the_terminal(monkeypatch, environment, expected):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_words().lang == expected


def test_terminal_without_the_letters_is_spoken_to_in_english_and_never_fails():
    known = {**os.environ, "LC_ALL": "ko_KR.UTF-8", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "dashboard", "check"]
    ended = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, check=True)
    assert b"claims do not fit the flights drawn" in ended.stdout
    assert ended.stdout.isascii()


@pytest.mark.parametrize("command", ["export", "picture", "deck", "film", "site"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_of_a_command_is_whole_in_each_language(monkeypatch, capsys, command, lang):
    monkeypatch.setenv("LC_ALL", f"{lang}.UTF-8")
    with pytest.raises(SystemExit):
        main([command, "--help"])
    words = capsys.readouterr().out
    assert Words(lang).say(f"command.{command}.about")[:20] in words
    assert f"python -m dashboard {command} --" in words


@pytest.mark.parametrize("package", ["data", "dashboard"])
def test_reader_that_goes_away_ends_a_command_without_complaint(package):
    command = [sys.executable, "-m", package, "check"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 1
