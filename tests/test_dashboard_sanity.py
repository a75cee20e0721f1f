"""What does not fit the flights drawn is found, and every launch of the record explains its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.commands.check import finding_words
from dashboard.flights.checks import findings
from dashboard.words.say import Words
from free_flight import flight_time_s

ROOT = Path(__file__).parents[1]


@pytest.fixture
def found(make_launch, make_atlas):
    """Find what does not fit a launch with these claims."""

    def find(*claims, **values):
        known = findings(make_atlas(make_launch(*claims, **values)))
        told = [finding_words(Words(), finding) for finding in known]
        return [words.removeprefix("2022-01-05-1: ").partition(" - ")[0] for words in told]

    return find


def test_every_finding_of_the_record_is_explained_in_its_row(served):
    assert [finding for finding in findings(served) if finding.launch.note is None] == []


def test_impact_on_land_where_the_sea_is_stated_is_found(found, make_claim):
    claims = [
        make_claim("range_km", 100),
        make_claim("azimuth_deg", 90, "KCNA"),
        make_claim("impact_place", "East Sea"),
    ]
    assert [what for what in found(*claims) if "is land, and the East Sea is stated" in what]
    assert not [what for what in found(*claims[:2]) if "is land" in what]


def test_stated_sea_that_is_not_reached_is_found(found, make_claim):
    claims = [
        make_claim("range_km", 600),
        make_claim("azimuth_deg", 90, "KCNA"),
        make_claim("direction", "toward the Yellow Sea"),
    ]
    assert found(*claims) == ["its impact area does not reach the Yellow Sea that is stated"]


def test_figures_that_two_have_the_other_way_round_are_found(found, make_claim):
    claims = [
        make_claim("range_km", 540, "CNS"),
        make_claim("apogee_km", 360, "CNS"),
        make_claim("range_km", 360, "JCS"),
        make_claim("apogee_km", 540, "JCS"),
    ]
    assert found(*claims) == ["JCS has range and apogee as CNS has apogee and range"]


@pytest.mark.parametrize(("seconds", "expected"), [(262, 0), (330, 0), (600, 1), (100, 1)])
def test_flight_time_far_from_the_derived_one_is_found(found, make_claim, seconds, expected):
    assert round(flight_time_s(350, 80)) == 262
    claims = [
        make_claim("range_km", 350),
        make_claim("azimuth_deg", 90, "KCNA"),
        make_claim("apogee_km", 80),
        make_claim("flight_time_s", seconds),
    ]
    assert len([what for what in found(*claims) if "flight time" in what]) == expected


def test_site_in_the_open_sea_is_found_unless_it_is_one(found, make_claim, make_site):
    claim = make_claim("range_km", 350)
    open_sea = {"latitude": 39.5, "longitude": 131.0, "precision_km": 5.0}
    assert found(claim, site=make_site(**open_sea)) == [
        "its site Mupyong-ni has no land within its precision"
    ]
    assert found(claim, site=make_site(kind="sea", **open_sea)) == []


def test_command_prints_the_findings_and_is_content_with_the_record():
    result = subprocess.run(
        [sys.executable, "-m", "dashboard", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    assert "0 of them unexplained" in result.stdout
