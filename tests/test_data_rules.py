"""Each rule of the record, broken by one edit of a record of four launches."""

import errno
import os
import pickle
import shutil
from pathlib import Path

import pytest
from pyproj.database import get_units_map

from data.problem import Problem, RecordError
from data.quantities import QUANTITIES
from data.record import read_record

TINY = Path(__file__).parent / "tables"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the small record, to be broken."""
    return shutil.copytree(TINY, tmp_path / "tables")


def problems_in(folder: Path) -> tuple[Problem, ...]:
    """Everything wrong with a record; nothing if it can be read."""
    try:
        read_record(folder)
    except RecordError as error:
        return error.problems
    return ()


def replace(path: Path, old: str, new: str) -> None:
    """Edit a table where the text to replace stands once."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), encoding="utf-8", newline="")


# table, text, what is put in its place, and the one line that the check prints for it
BROKEN = {
    "an id that is no id": (
        ("sites", "\ntonghae,", "\nTonghae Site,"),
        "sites.csv:2: id: 'Tonghae Site' - expected an id of small letters",
    ),
    "an id of another date": (
        ("launches", "2022-01-25-1,2022-01-25", "2022-01-25-1,2022-01-26"),
        "launches.csv:5: id: '2022-01-25-1' - expected 2022-01-26-n",
    ),
    "a date in another order": (
        ("launches", "2022-01-25-1,2022-01-25", "2022-01-25-1,25/01/2022"),
        "launches.csv:5: date: '25/01/2022' - expected a day such as 1984-04-09",
    ),
    "a date before the first test": (
        ("launches", "2022-01-25-1,2022-01-25", "2022-01-25-1,1922-01-25"),
        ("launches.csv:5: date: '1922-01-25' - expected a date YYYY-MM-DD (YYYY-MM or YYYY where "
        "no more is known) between 1984 and "),
    ),
    "a date far in the future": (
        ("launches", "2022-01-25-1,2022-01-25", "2022-01-25-1,2220-01-25"),
        "launches.csv:5: date: '2220-01-25' - expected a date",
    ),
    "a day long after the record": (
        ("sources", "2022-02-01,Apache", "2032-02-01,Apache"),
        ("sources.csv:2: accessed: '2032-02-01' - expected a day up to 2023, the year after the "
        "version in record.csv"),
    ),
    "a version long after what the tables tell of": (
        ("record", "2022-02-01", "2062-02-01"),
        "record.csv:2: version: '2062-02-01' - expected a day at most 10 years after 2022-",
    ),
    "a day that the month does not have": (
        ("launches", "2022-01-25-1,2022-01-25", "2022-01-25-1,2022-02-29"),
        "launches.csv:5: date: '2022-02-29' - expected a date",
    ),
    "a Korean time written as UTC": (
        ("launches", "2022-01-04T23:10Z", "2022-01-05T23:10Z"),
        ("launches.csv:3: time_utc: '2022-01-05T23:10Z' - expected a time on 2022-01-05 in Korea "
        "(UTC+9), where this is 2022-01-06"),
    ),
    "a time left out that a claim gives": (
        ("launches", "2022-01-11,2022-01-10T22:27Z", "2022-01-11,"),
        "launches.csv:4: time_utc: '' - expected 2022-01-10T22:27Z: what the launch_time claims",
    ),
    "a time that no claim gives": (
        ("launches", "2022-01-25-1,2022-01-25,", "2022-01-25-1,2022-01-25,2022-01-24T23:00Z"),
        "launches.csv:5: time_utc: '2022-01-24T23:00Z' - expected an empty cell: what the launch",
    ),
    "a time of which a bound alone is stated": (
        ("claims", "2022-01-05T08:10+09:00,exact", "2022-01-05T08:10+09:00,at_most"),
        "launches.csv:3: time_utc: '2022-01-04T23:10Z' - expected an empty cell: what the launch",
    ),
    "a time without its offset": (
        ("launches", "2022-01-04T23:10Z", "2022-01-04T23:10"),
        "launches.csv:3: time_utc: '2022-01-04T23:10' - expected a UTC time such as",
    ),
    "a time of a month": (
        ("launches", "1984-04,,", "1984-04,1984-04-09T00:00Z,"),
        "launches.csv:2: time_utc: '1984-04-09T00:00Z' - expected an empty cell",
    ),
    "a count of none": (
        ("launches", "2022-01-25,,2,", "2022-01-25,,0,"),
        "launches.csv:5: count: '0' - expected a whole number from 1 to 200",
    ),
    "a filler for what is not known": (
        ("launches", "2022-01-25,,2,,", "2022-01-25,,2,unknown,"),
        "launches.csv:5: site_id: 'unknown' - expected an id in sites.csv",
    ),
    "a type that is misspelt": (
        ("launches", "success,confirmed,,\n2022-01-11", "sucess,confirmed,,\n2022-01-11"),
        "launches.csv:3: outcome: 'sucess' - expected one of: success, failure, partial, unknown",
    ),
    "a missile id that is misspelt": (
        ("launches", "1,mupyong-ni,hwasong-12a,success,confirmed,,\n2022-01-11",
         "1,mupyong-ni,hwasong12a,success,confirmed,,\n2022-01-11"),
        ("launches.csv:3: missile_id: 'hwasong12a' - expected an id in missiles.csv "
        "(perhaps hwasong-12a)"),
    ),
    "a launch of one source that is called corroborated": (
        ("launches", "confirmed,,\n2022-01-05", "confirmed,,corroborated\n2022-01-05"),
        "launches.csv:2: corroboration: 'corroborated' - expected single source: no claim on it",
    ),
    "a corroboration that is not known": (
        ("launches", "confirmed,,\n2022-01-05", "confirmed,,denied\n2022-01-05"),
        "launches.csv:2: corroboration: 'denied' - expected one of: corroborated, single source",
    ),
    "a space at the end": (
        ("launches", "2022-01-25,,2,,cruise-unidentified,", "2022-01-25,,2,,cruise-unidentified ,"),
        "launches.csv:5: missile_id: 'cruise-unidentified ' - expected no space before or after",
    ),
    "an invisible character": (
        ("launches", "2022-01-25,,2,,cruise", "2022-01-25,,2,,cru\u200bise"),
        "launches.csv:5: missile_id: 'cru\\u200bise-unidentified' - expected plain text",
    ),
    "a launch that nobody reported": (
        ("claims", "\n1984-04-1,,CNS,site,,,,Tonghae,exact,,nagix,data[0]", ""),
        "launches.csv:2: id: '1984-04-1' - expected at least one row in claims.csv",
    ),
    "a claim about no launch": (
        ("claims", "2022-01-05-1,,KCNA", "2022-01-05-2,,KCNA"),
        "claims.csv:4: launch_id: '2022-01-05-2' - expected an id in launches.csv",
    ),
    "a claim of no source": (
        ("claims", "csis,row 188", ",row 188"),
        "claims.csv:10: source_id: '' - expected an id in sources.csv, not an empty cell",
    ),
    "a claim of an unknown source": (
        ("claims", "csis,row 188", "cisis,row 188"),
        "claims.csv:10: source_id: 'cisis' - expected an id in sources.csv (perhaps csis)",
    ),
    "a range of nothing": (
        ("claims", "range_km,500,500", "range_km,0,500"),
        "claims.csv:3: low: '0' - expected a number above 0 up to 15,000 (kilometres",
    ),
    "a range in metres": (
        ("claims", "range_km,500,500", "range_km,500,500000"),
        "claims.csv:3: high: '500000' - expected a number above 0 up to 15,000 (kilometres",
    ),
    "a range with its unit": (
        ("claims", "range_km,500,500", "range_km,500,500 km"),
        "claims.csv:3: high: '500 km' - expected a number, with digits",
    ),
    "a range that is not a number": (
        ("claims", "range_km,500,500", "range_km,500,nan"),
        "claims.csv:3: high: 'nan' - expected a number, with digits",
    ),
    "a range upside down": (
        ("claims", "range_km,500,500", "range_km,500,400"),
        "claims.csv:3: high: '400' - expected at least 500, which is low",
    ),
    "a range too far and upside down": (
        ("claims", "range_km,500,500", "range_km,16000,500"),
        "claims.csv:3: low: '16000' - expected a number above 0 up to 15,000 (kilometres",
    ),
    "a range without its upper end": (
        ("claims", "range_km,500,500", "range_km,500,"),
        "claims.csv:3: high: '' - expected a number (low and high are equal for one figure)",
    ),
    "a range in words": (
        ("claims", "500,500,km,,", "500,500,km,far,"),
        "claims.csv:3: value: 'far' - expected an empty cell: range_km stands in low and high",
    ),
    "an apogee beyond reason": (
        ("claims", "apogee_km,60,60", "apogee_km,60,60000"),
        "claims.csv:7: high: '60000' - expected a number above 0 up to 10,000 (kilometres",
    ),
    "a bearing beyond the circle": (
        ("claims", "azimuth_deg,80,80", "azimuth_deg,80,361"),
        "claims.csv:8: high: '361' - expected a number from 0 up to 360 (degrees",
    ),
    "the filler bearing of nagix": (
        ("claims", "azimuth_deg,80,80", "azimuth_deg,90,90"),
        "claims.csv:8: low: '90' - expected no row: nagix writes 90 where it knows no bearing",
    ),
    "half a missile": (
        ("claims", "count,2,2", "count,1.5,2"),
        "claims.csv:10: low: '1.5' - expected a whole number above 0 up to 200",
    ),
    "a statement in numbers": (
        ("claims", "site,,,,Tonghae", "site,3,,,Tonghae"),
        "claims.csv:2: low: '3' - expected an empty cell: site stands in value",
    ),
    "a statement that says nothing": (
        ("claims", "site,,,,Tonghae", "site,,,,"),
        "claims.csv:2: value: '' - expected text for site, not an empty cell",
    ),
    "a statement that says unknown": (
        ("claims", "site,,,,Tonghae", "site,,,,unknown"),
        "claims.csv:2: value: 'unknown' - expected what was stated, or no row where nothing was",
    ),
    "a launch time without its offset": (
        ("claims", "08:10+09:00", "08:10"),
        "claims.csv:5: value: '2022-01-05T08:10' - expected a time with its offset",
    ),
    "a launch time on another day": (
        ("claims", "2022-01-05T08:10+09:00", "2022-01-15T08:10+09:00"),
        "claims.csv:5: value: '2022-01-15T08:10+09:00' - expected a time on 2022-01-05",
    ),
    "a launch time two days off": (
        ("claims", "2022-01-05T08:10+09:00", "2022-01-07T08:10+09:00"),
        "claims.csv:5: value: '2022-01-07T08:10+09:00' - expected a time on 2022-01-05, give or",
    ),
    "an outcome of another vocabulary": (
        ("claims", "site,,,,Tonghae", "outcome,,,,exploded"),
        "claims.csv:2: value: 'exploded' - expected one of: success, failure",
    ),
    "a range without its unit": (
        ("claims", "500,500,km", "500,500,"),
        ("claims.csv:3: unit: '' - expected the unit that the source uses, one of: "
        "km, m, mi, nmi, ft"),
    ),
    "a height in a unit of time": (
        ("claims", "apogee_km,60,60,km", "apogee_km,60,60,min"),
        "claims.csv:7: unit: 'min' - expected the unit that the source uses, one of: km, m, mi,",
    ),
    "a bearing without its unit": (
        ("claims", "80,80,deg", "80,80,"),
        "claims.csv:8: unit: '' - expected the unit that the source uses, one of: deg",
    ),
    "a flight time in a unit of length": (
        ("claims", "apogee_km,60,60,km", "flight_time_s,60,60,km"),
        "claims.csv:7: unit: 'km' - expected the unit that the source uses, one of: s, min, h",
    ),
    "a count with a unit": (
        ("claims", "count,2,2,,", "count,2,2,km,"),
        "claims.csv:10: unit: 'km' - expected an empty cell: count has no unit",
    ),
    "a statement with a unit": (
        ("claims", "site,,,,Tonghae", "site,,,km,Tonghae"),
        "claims.csv:2: unit: 'km' - expected an empty cell: site has no unit",
    ),
    "a speed that nothing has": (
        ("claims", "apogee_km,60,60,km", "speed_mach,6,60,Mach"),
        "claims.csv:7: high: '60' - expected a number above 0 up to 30 (Mach; ",
    ),
    "a notice in a form of its own": (
        ("claims", "site,,,,Tonghae", "announced,,,,31 May to 11 June"),
        ("claims.csv:2: value: '31 May to 11 June' - expected days with or without hours, or two "
        "moments (2023-05-31/2023-06-11, "),
    ),
    "a unit that is not known": (
        ("claims", "500,500,km", "500,500,miles"),
        "claims.csv:3: unit: 'miles' - expected one of: km, m, mi, nmi, ft, s, min, h, ",
    ),
    "a distance from a place that is not known": (
        ("claims", "site,,,,Tonghae", "impact_place,,,,200-300 km north-west of Atlantis"),
        ("claims.csv:2: value: '200-300 km north-west of Atlantis' - expected <distance> km "
        "<direction> of <place>, a name of places.csv: Atlantis is not there"),
    ),
    "a distance that is not in the form of one": (
        ("claims", "site,,,,Tonghae", "impact_place,,,,200 km West of Alsom island"),
        ("claims.csv:2: value: '200 km West of Alsom island' - expected <distance> km "
        "<direction> of <place>, such as 200 km west of Alsom island"),
    ),
    "a distance without its space": (
        ("claims", "site,,,,Tonghae", "impact_place,,,,57km east of Alsom island"),
        ("claims.csv:2: value: '57km east of Alsom island' - expected <distance> km "
        "<direction> of <place>, such as 200 km west of Alsom island"),
    ),
    "a place on the other side of the world": (
        ("places", "40.646,129.547", "40.646,12.9547"),
        "places.csv:2: longitude: '12.9547' - expected 110 to 180 degrees: East Asia",
    ),
    "a citation by no source": (
        ("sources", "csis.org/,,2022-02-01,,", "csis.org/,,2022-02-01,,cisis row 5"),
        "sources.csv:3: cited_by: 'cisis row 5' - expected the id of a source and the place in it",
    ),
    "a missile beyond the salvo": (
        ("claims", "2022-01-11-1,1,CSIS", "2022-01-11-1,1-2,CSIS"),
        "claims.csv:6: missiles: '1-2' - expected numbers up to 1, the count of the launch",
    ),
    "missiles in no order": (
        ("claims", "2022-01-25-1,,CSIS", "2022-01-25-1,2;1,CSIS"),
        "claims.csv:10: missiles: '2;1' - expected rising numbers within the salvo",
    ),
    "a quotation that is a copy": (
        ("claims", "two cruise missiles from an inland area", f"{'one two three ' * 8}one two"),
        "claims.csv:10: phrase: 'one two three",
    ),
    "a claim made twice": (
        ("claims", "\n2022-01-25-1,", ("\n2022-01-11-1,,nagix,azimuth_deg,80,80,deg,,about,,"
         "nagix,data[161]\n2022-01-25-1,")),
        "claims.csv:10: (row): '' - expected a claim of its own: line 8 is the same",
    ),
    "a link that runs a script": (
        ("sources", "https://beyondparallel.csis.org/", "javascript:alert(1)"),
        "sources.csv:3: url: 'javascript:alert(1)' - expected an address that begins with https://",
    ),
    "an access date that is no day": (
        ("sources", "org/,,2022-02-01", "org/,,2022-02"),
        "sources.csv:3: accessed: '2022-02' - expected a date YYYY-MM-DD between",
    ),
    "a document cited twice by one entry": (
        ("sources", "org/,,2022-02-01,,", "org/,,2022-02-01,,csis row 5;csis row 5"),
        ("sources.csv:3: cited_by: 'csis row 5;csis row 5' - expected entries such as csis row 5, "
        "separated by ;"),
    ),
    "an entry that stands for nothing": (
        ("sources", "org/,,2022-02-01,,", "org/,,2022-02-01,,csis row 5;unknown"),
        "sources.csv:3: cited_by: 'csis row 5;unknown' - expected entries such as csis row 5",
    ),
    "a record described twice": (
        ("record", "2022-01-31", "2022-01-31\n2022-02-02,2022-01-31"),
        "record.csv:3: (row): '' - expected one row only: line 2 is it",
    ),
    "a version before the days it covers": (
        ("record", "2022-02-01", "2022-01-30"),
        "record.csv:2: version: '2022-01-30' - expected 2022-01-31 or later: covers_to says so",
    ),
    "a version that is no day": (
        ("record", "2022-02-01", "2022-02"),
        "record.csv:2: version: '2022-02' - expected the day of the last change, YYYY-MM-DD",
    ),
    "a record that does not say what it covers": (
        ("record", "2022-01-31", ""),
        "record.csv:2: covers_to: '' - expected the last day read up to, YYYY-MM-DD between",
    ),
    "a launch after the last day that is covered": (
        ("record", "2022-01-31", "2022-01-24"),
        ("launches.csv:5: date: '2022-01-25' - expected a day up to 2022-01-24, or a later "
        "covers_to in record.csv"),
    ),
    "a name that means two places": (
        ("places", ",1,csis", ",1,csis\nislet,ALSOM ISLAND,,40.6,129.5,1,csis"),
        ("places.csv:3: name: 'ALSOM ISLAND' - expected names no other row has: ALSOM ISLAND is in "
        "line 2 already"),
    ),
    "an alias of another place": (
        ("places", ",1,csis", ",1,csis\nislet,Islet,Rock;Alsom island,40.6,129.5,1,csis"),
        ("places.csv:3: aliases: 'Rock;Alsom island' - expected names no other row has: "
        "Alsom island is in line 2 already"),
    ),
    "a place with the id of another": (
        ("places", ",1,csis", ",1,csis\nalsom,Islet,,40.6,129.5,1,csis"),
        "places.csv:3: id: 'alsom' - expected an id of its own: line 2 has this one",
    ),
    "a place without a name": (
        ("places", "Alsom island", ""),
        "places.csv:2: name: '' - expected text, not an empty cell",
    ),
    "a place that is nowhere": (
        ("places", "40.646,129.547", "40.646,"),
        "places.csv:2: longitude: '' - expected degrees east, with digits",
    ),
    "a place without its extent": (
        ("places", "129.547,1,", "129.547,,"),
        ("places.csv:2: precision_km: '' - expected a number of kilometres above 0, at most 500, "
        "not an empty cell"),
    ),
    "a place of an unknown source": (
        ("places", ",1,csis", ",1,gazetteer"),
        "places.csv:2: source_id: 'gazetteer' - expected an id in sources.csv",
    ),
    "latitude and longitude swapped": (
        ("sites", "40.85,129.6667", "129.6667,40.85"),
        "sites.csv:2: latitude: '129.6667' - expected 40.85, which stands in longitude: the two",
    ),
    "a site too far south": (
        ("sites", "40.85,129.6667", "20.85,129.6667"),
        "sites.csv:2: latitude: '20.85' - expected 33 to 44 degrees north: the region of Korea",
    ),
    "a latitude that would be a longitude": (
        ("sites", "40.85,129.6667", "125.85,129.6667"),
        "sites.csv:2: latitude: '125.85' - expected 33 to 44 degrees north: the region of Korea",
    ),
    "a site on another continent": (
        ("sites", "40.85,129.6667", "40.85,-129.6667"),
        "sites.csv:2: longitude: '-129.6667' - expected 123 to 132 degrees east",
    ),
    "half a position": (
        ("sites", "40.85,129.6667", "40.85,"),
        "sites.csv:2: longitude: '' - expected a number, since latitude has one",
    ),
    "degrees and minutes": (
        ("sites", "40.85,129.6667", "40°51'N,129.6667"),
        "sites.csv:2: latitude: \"40°51'N\" - expected degrees north, with digits",
    ),
    "a precision of nothing": (
        ("sites", "129.6667,,launch", "129.6667,0,launch"),
        "sites.csv:2: precision_km: '0' - expected a number of kilometres above 0",
    ),
    "a name that means two sites": (
        ("sites", "Mupyong-ni Arms Plant,,,,", "Mupyong-ni Arms Plant,,,musudan-ri,"),
        ("sites.csv:3: aliases: 'musudan-ri' - expected names no other row has: musudan-ri is in "
        "line 2 already"),
    ),
    "an alias given twice": (
        ("sites", "Musudan-ri;Donghae", "Musudan-ri;Musudan-ri"),
        "sites.csv:2: aliases: 'Musudan-ri;Musudan-ri' - expected different names separated by ;",
    ),
    "a name that means two missiles": (
        ("missiles", "hwasong-12a,Hwasong-12A,,", "hwasong-12a,Hwasong-12A,SCUD-B,"),
        ("missiles.csv:3: aliases: 'SCUD-B' - expected names no other row has: SCUD-B is in line 2 "
        "already"),
    ),
    "a range class of a cruise missile": (
        ("missiles", "cruise missile,,,", "cruise missile,,SRBM,"),
        "missiles.csv:4: range_class: 'SRBM' - expected an empty cell: cruise has no range classes",
    ),
    "a ballistic missile without a range class": (
        ("missiles", "Scud-B,,SRBM", "Scud-B,,"),
        "missiles.csv:2: range_class: '' - expected a class (or unknown) for the kind ballistic",
    ),
    "an estimate of nothing": (
        ("estimates", ",4500,5000,", ",-4500,5000,"),
        "estimates.csv:2: low_km: '-4500' - expected a number above 0 up to 15,000 (kilometres",
    ),
    "an estimate in metres": (
        ("estimates", ",4500,5000,", ",4500,5000000,"),
        "estimates.csv:2: high_km: '5000000' - expected a number above 0 up to 15,000 (kilometres",
    ),
    "an estimate upside down": (
        ("estimates", ",4500,5000,", ",5000,4500,"),
        "estimates.csv:2: high_km: '4500' - expected at least 5000, which is low_km",
    ),
    "a boost phase upside down": (
        ("boost_phases", ",60,80,", ",80,60,"),
        "boost_phases.csv:2: high_s: '60' - expected at least 80, which is low_s",
    ),
    "a boost phase of minutes": (
        ("boost_phases", ",60,80,", ",60,8000,"),
        "boost_phases.csv:2: high_s: '8000' - expected a number above 1 up to 600",
    ),
    "a boost phase that lifts nothing": (
        ("boost_phases", ",1.9,", ",0.9,"),
        "boost_phases.csv:2: liftoff_g: '0.9' - expected a number above 1 up to 20",
    ),
    "a boost phase of no stage": (
        ("boost_phases", "scud-b,,1,", "scud-b,,0,"),
        "boost_phases.csv:2: stages: '0' - expected a whole number from 1 to 4",
    ),
    "a boost phase of a missile that is not there": (
        ("boost_phases", "scud,scud-b,", "scud,scud-z,"),
        "boost_phases.csv:2: missiles: 'scud-z' - expected ids in missiles.csv, not scud-z",
    ),
    "two boost phases of one missile": (
        ("boost_phases", "An invented one.",
         "An invented one.\nother,scud-b,,1,60,80,1.9,burns,csis,Another."),
        "boost_phases.csv:3: missiles: 'scud-b' - expected ids of no other row: line 2 has scud-b",
    ),
    "a government that ends before it begins": (
        ("leaderships", "1988-02-24", "1979-02-24"),
        "leaderships.csv:2: last_day: '1979-02-24' - expected a day from 1980-09-01 on",
    ),
    "a government that another one interrupts": (
        ("leaderships", "1988-02-24", "1988-02-26"),
        "leaderships.csv:2: last_day: '1988-02-26' - expected at the latest 1988-02-25",
    ),
    "a government that nobody follows, and somebody does": (
        ("leaderships", "1988-02-24", ""),
        "leaderships.csv:2: last_day: '' - expected at the latest 1988-02-25, on which line 3",
    ),
    "an event of no kind": (
        ("events", ",exercise,", ",war game,"),
        "events.csv:3: kind: 'war game' - expected one of: party meeting, parade, holiday",
    ),
    "an event of a party that is not listed": (
        ("events", "United States;South Korea,", "United States;ROK,"),
        "events.csv:3: parties: 'United States;ROK' - expected different ones of North Korea,",
    ),
    "an event whose id is of another day": (
        ("events", "2022-01-10-exercise,", "2022-01-11-exercise,"),
        "events.csv:3: id: '2022-01-11-exercise' - expected 2022-01-10-...: the day it began",
    ),
    "an event without a day": (
        ("events", ",2022-01-10,", ",2022-01,"),
        "events.csv:3: start: '2022-01' - expected a day YYYY-MM-DD between 1984 and",
    ),
    "an event that ends before it begins": (
        ("events", "2022-01-14", "2022-01-04"),
        "events.csv:3: end: '2022-01-04' - expected a day after 2022-01-10, at most 120 days",
    ),
    "an event that ends on its only day": (
        ("events", "2022-01-14", "2022-01-10"),
        "events.csv:3: end: '2022-01-10' - expected an empty cell, since it ended on the day it",
    ),
    "an event after the days that are covered": (
        ("events", "2022-01-10-exercise,2022-01-10,2022-01-14", "2022-02-10-exercise,2022-02-10,"),
        "events.csv:3: start: '2022-02-10' - expected a day up to 2022-01-31, which record.csv",
    ),
    "an event told in two sentences": (
        ("events", "The Security Council met on North Korea.", "The Council met. It rose."),
        "events.csv:2: text_en: 'The Council met. It rose.' - expected one sentence that ends with",
    ),
    "an event told in a sentence without an end": (
        ("events", "北朝鮮について会合を開いた。", "会合を開いた"),
        "events.csv:2: text_ja: '安全保障理事会が会合を開いた' - expected one sentence that ends",
    ),
    "an event that stands twice": (
        ("events", "2022-01-10-exercise",
         ("2022-01-10-a,2022-01-10,,other,Japan,It met.,,,,csis,,,\n"
          "2022-01-10-b,2022-01-10,,other,China,It met.,,,,csis,,,\n2022-01-10-exercise")),
        "events.csv:4: text_en: 'It met.' - expected an event of its own: line 3 has this one",
    ),
    "an event that a report names by no words": (
        ("events", ",nagix,the meeting", ",nagix,"),
        "events.csv:2: named_as: '' - expected a cell that is filled, since named_in is",
    ),
    "an event read nowhere": (
        ("events", ",csis,row 3,", ",,,"),
        "events.csv:2: source_id: '' - expected an id in sources.csv, not an empty cell",
    ),
    "an old id that a launch has": (
        ("renamed", "2022-01-24-1,", "2022-01-11-1,"),
        "renamed.csv:2: old_id: '2022-01-11-1' - expected an id that no launch has now",
    ),
    "an old id that is no id": (
        ("renamed", "2022-01-24-1,", "2022_01_24-1,"),
        "renamed.csv:2: old_id: '2022_01_24-1' - expected an id that a launch, a site or a",
    ),
    "a platform that is none": (
        ("missiles", "road", "train"),
        "missiles.csv:2: platform: 'train' - expected one of: road, rail, silo, submarine, barge",
    ),
    "a platform that the type has already": (
        ("platforms", "source_id,locator", "source_id,locator\n1984-04-1,road,,csis,"),
        "platforms.csv:2: platform: 'road' - expected another platform than that of its type",
    ),
    "two platforms of one launch": (
        ("platforms", "source_id,locator",
         "source_id,locator\n1984-04-1,rail,,csis,\n1984-04-1,silo,,csis,"),
        "platforms.csv:3: launch_id: '1984-04-1' - expected one row a launch: line 2 has this one",
    ),
    "an old id that a site has": (
        ("renamed", "2022-01-24-1,2022-01-25-1", "tonghae,mupyong-ni"),
        "renamed.csv:2: old_id: 'tonghae' - expected an id that no site has now: sites.csv has",
    ),
    "an old id that is the name of another": (
        ("renamed", "2022-01-24-1,2022-01-25-1", "donghae,mupyong-ni"),
        ("renamed.csv:2: old_id: 'donghae' - expected an id that is no name of another: line 2 of "
        "sites.csv has it"),
    ),
    "an old id that leads nowhere": (
        ("renamed", ",2022-01-25-1", ",2022-01-25-9"),
        ("renamed.csv:2: id: '2022-01-25-9' - expected an id in launches.csv, sites.csv or "
        "missiles.csv"),
    ),
    "an old id that leads to an old id": (
        ("renamed", "2022-01-24-1,2022-01-25-1", "2022-01-24-1,2022-01-24-1"),
        "renamed.csv:2: id: '2022-01-24-1' - expected an id in launches.csv, sites.csv or",
    ),
    "an old id that leads to two launches": (
        ("renamed", "2022-01-24-1,", "2022-01-24-1,1984-04-1\n2022-01-24-1,"),
        "renamed.csv:3: old_id: '2022-01-24-1' - expected an id of its own: line 2 has this one",
    ),
    "a text that is translated twice": (
        ("translations", "Fired 3 of 1000 on 5 May.", "The day is a placeholder."),
        "translations.csv:3: text_en: 'The day is a placeholder.' - expected a text of its own",
    ),
    "a translation without a number of its text": (
        ("translations", "일 1000발", "일 천 발"),
        "translations.csv:3: text_ko: '5월 5일 천 발 가운데 3발을 쏘았다.' - expected the numbers",
    ),
    "a row with a cell too many": (
        ("excluded", "rows of 1984 best", "rows of 1984, best"),
        "excluded.csv:2: (row): '6 cells' - expected 5 cells, as in the header",
    ),
    "a row with a cell too few": (
        ("excluded", "data[5],,", "data[5],"),
        "excluded.csv:2: (row): '4 cells' - expected 5 cells, as in the header",
    ),
    "a launch with a cell too many": (
        ("launches", "2022-01-25,,2,,", "2022-01-25,,,2,,"),
        "launches.csv:5: (row): '11 cells' - expected 10 cells, as in the header",
    ),
    "a column that is not known": (
        ("excluded", "what,reason", "what,why"),
        "excluded.csv:1: why: 'why' - expected one of the columns source_id,locator",
    ),
    "a column given twice": (
        ("corrections", "stated,recorded", "stated,stated"),
        "corrections.csv:1: stated: 'stated' - expected each column once in the header",
    ),
    "a quote that is not closed": (
        ("corrections", "The source itself", '"The source itself'),
        "corrections.csv:2: (row): 'unexpected end of data' - expected cells with paired quotes",
    ),
    "a quote that is not closed where others refer to": (
        ("sources", "\nnagix,", '\n"nagix,'),
        "sources.csv:2: (row): 'unexpected end of data' - expected cells with paired quotes",
    ),
    "a line break within a cell": (
        ("corrections", "The source itself calls the day a placeholder.", '"The\nsource"'),
        "corrections.csv:2: reason: 'The\\nsource' - expected plain text: no tab, line break",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "printed"), BROKEN.values(), ids=BROKEN)
def test_the_check_names_the_place_and_what_would_be_right(
    folder: Path, edit: tuple[str, str, str], printed: str
) -> None:
    table, old, new = edit
    replace(folder / f"{table}.csv", old, new)
    first, *_ = problems = [str(problem) for problem in problems_in(folder)]
    assert any(problem.startswith(printed) for problem in problems), first


# Where an id or a column is lost, what depended on it is wrong too; a word that is no unit at all
# is told of as such, and as none of its quantity.
ONE_MISTAKE_TWO_EFFECTS = {
    "an id that is no id",
    "a claim about no launch",
    "a column that is not known",
    "a column given twice",
}


@pytest.mark.parametrize("name", BROKEN.keys() - ONE_MISTAKE_TWO_EFFECTS)
def test_one_mistake_is_reported_once(folder: Path, name: str) -> None:
    (table, old, new), _ = BROKEN[name]
    replace(folder / f"{table}.csv", old, new)
    assert len(problems_in(folder)) == 1


@pytest.mark.parametrize("day", ["04", "05", "06"])
def test_a_launch_time_may_be_a_day_off(folder: Path, day: str) -> None:
    replace(folder / "claims.csv", "2022-01-05T08:10+09:00", f"2022-01-{day}T08:10+09:00")
    assert problems_in(folder) == ()


def test_a_mistake_hides_none_in_the_rows_below_it(folder: Path) -> None:
    claims = folder / "claims.csv"
    replace(claims, "site,,,,Tonghae", "sight,,,far,")
    replace(claims, "500,500,km", "500,400,")
    replace(claims, "2022-01-05T08:10+09:00", "2022-01-15T08:10+09:00")
    replace(claims, "2022-01-11-1,1,CSIS", "2022-01-11-1,2,CSIS")
    replace(claims, "apogee_km,60,60,km,", "apogee_km,60,60,km,high")
    replace(claims, "azimuth_deg,80,80", "azimuth_deg,90,90")
    replace(claims, "count,2,2,,,", "outcome,,,,unheard of,")
    assert [(problem.row, problem.column) for problem in problems_in(folder)] == [
        *((2, "quantity"), (2, "unit"), (3, "high"), (3, "unit"), (5, "value")),
        *((6, "missiles"), (7, "value"), (8, "low"), (10, "value")),
    ]


IMPACT_PLACES = (
    "Alsom island",
    "5 km north of ALSOM ISLAND",
    "0.5-1.5 km north-west of Alsom island",
    "East Sea",
    "outside Japan's exclusive economic zone",
    "south of the Northern Limit Line (26 km)",
    "a place 200 km west of Atlantis",
)


@pytest.mark.parametrize("words", IMPACT_PLACES)
def test_an_impact_place_is_off_a_known_place_or_in_words_of_its_own(
    folder: Path, words: str
) -> None:
    replace(folder / "claims.csv", "site,,,,Tonghae", f"impact_place,,,,{words}")
    assert problems_in(folder) == ()


def test_an_offset_is_no_mistake_where_the_places_cannot_be_read(folder: Path) -> None:
    replace(folder / "claims.csv", "site,,,,Tonghae", "impact_place,,,,2 km west of Atlantis")
    (folder / "places.csv").unlink()
    (problem,) = problems_in(folder)
    assert (problem.file, problem.column) == ("places.csv", "(file)")


def test_a_record_may_do_without_places(folder: Path) -> None:
    path = folder / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    assert read_record(folder).places == {}


def rows_of_launches(folder: Path) -> list[int]:
    """Lines of launches.csv that are wrong."""
    return [found.row for found in problems_in(folder) if found.file == "launches.csv"]


def test_a_launch_of_which_only_the_month_is_known_needs_its_beginning_covered(
    folder: Path,
) -> None:
    replace(folder / "record.csv", "2022-01-31", "1984-03-31")
    assert rows_of_launches(folder) == [2, 3, 4, 5]
    replace(folder / "record.csv", "1984-03-31", "1984-04-01")
    assert rows_of_launches(folder) == [3, 4, 5]


@pytest.mark.parametrize(
    ("quantity", "unit"), [(row.name, unit) for row in QUANTITIES.values() for unit in row.units]
)
def test_every_unit_of_a_quantity_is_read(folder: Path, quantity: str, unit: str) -> None:
    figure = f"{QUANTITIES[quantity].bounds.most:g}"
    replace(folder / "claims.csv", "apogee_km,60,60,km", f"{quantity},{figure},{figure},{unit}")
    assert problems_in(folder) == ()


@pytest.mark.parametrize(
    ("quantity", "least", "most", "beyond"),
    [
        ("range_km", "0.1", "15000", "15000.1"),
        ("apogee_km", "0.1", "10000", "10000.1"),
        ("flight_time_s", "0.1", "14400", "14400.1"),
        ("speed_mach", "0.1", "30", "30.1"),
        ("count", "1", "200", "201"),
        ("azimuth_deg", "0", "360", "360.1"),
    ],
)
def test_figures_at_their_bounds_are_fine_and_beyond_them_are_not(
    folder: Path, quantity: str, least: str, most: str, beyond: str
) -> None:
    claims, unit = folder / "claims.csv", next(iter(QUANTITIES[quantity].units), "")
    replace(claims, "apogee_km,60,60,km", f"{quantity},{least},{most},{unit}")
    assert problems_in(folder) == ()
    replace(claims, f"{quantity},{least},{most},", f"{quantity},{least},{beyond},")
    assert [(problem.row, problem.column) for problem in problems_in(folder)] == [(7, "high")]


def test_units_are_as_long_as_epsg_has_them() -> None:
    epsg = get_units_map(auth_name="EPSG", category="linear")
    named = {"km": "kilometre", "m": "metre", "mi": "Statute mile", "nmi": "nautical mile"}
    named["ft"] = "foot"
    lengths = {unit: epsg[name].conv_factor / 1000 for unit, name in named.items()}
    assert QUANTITIES["range_km"].units == QUANTITIES["apogee_km"].units == pytest.approx(lengths)
    assert QUANTITIES["flight_time_s"].units == {"s": 1, "min": 60, "h": 3600}
    assert QUANTITIES["azimuth_deg"].units == {"deg": 1}


ENCODINGS = {
    "utf-16": "sites.csv:1: (file): 'UTF-16' - expected UTF-8 text",
    "utf-16-le": "sites.csv:2: (file): 'byte 0xD5, perhaps UTF-16 without a mark' - expected ",
    "utf-32": "sites.csv:1: (file): 'UTF-32' - expected UTF-8 text",
    "cp949": "sites.csv:2: (file): 'byte 0xB5, perhaps CP949' - expected UTF-8 text",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_in_another_encoding_is_told_which(folder: Path, encoding: str) -> None:
    path = folder / "sites.csv"
    content = path.read_text(encoding="utf-8").replace("発", "發")  # which CP949 has
    path.write_bytes(content.encode(encoding, "replace"))
    (problem,) = problems_in(folder)
    assert str(problem).startswith(ENCODINGS[encoding])


def test_a_file_in_latin_1_is_told_the_line_and_the_byte(folder: Path) -> None:
    path = folder / "excluded.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("best", "très"), encoding="latin-1")
    (problem,) = problems_in(folder)
    assert str(problem) == (
        "excluded.csv:2: (file): 'byte 0xE8, perhaps Latin-1 or Windows-1252' - "
        "expected UTF-8 text, not another encoding, in which letters may have been lost: "
        'go back to the file as it was before that, and save that one as "CSV UTF-8"'
    )


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_record(folder) == read_record(TINY)


def test_blank_lines_are_passed_over_and_the_lines_still_counted(folder: Path) -> None:
    path = folder / "sites.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\n\n") + b"extra\n")
    (problem,) = problems_in(folder)
    assert str(problem).startswith("sites.csv:7: (row): '1 cells' - expected 10 cells")


def test_a_file_separated_by_semicolons_is_one_problem(folder: Path) -> None:
    path = folder / "sources.csv"
    path.write_bytes(path.read_bytes().replace(b",", b";"))
    (problem,) = problems_in(folder)
    assert str(problem).startswith("sources.csv:1: (header): 'id;publisher;")
    assert "columns separated by commas" in problem.expected


@pytest.mark.parametrize("table", ["record", "launches", "claims", "sources", "sites", "missiles"])
def test_a_table_without_a_row_is_a_problem(folder: Path, table: str) -> None:
    path = folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    assert f"{table}.csv:1: (header): '' - expected at least one row after the header" in [
        str(problem) for problem in problems_in(folder)
    ]


def test_a_directory_in_the_place_of_a_file_is_a_problem(folder: Path) -> None:
    (folder / "sites.csv").unlink()
    (folder / "sites.csv").mkdir()
    (problem,) = problems_in(folder)
    assert (problem.row, problem.expected) == (1, "a file that can be read")
    assert problem.value == os.strerror(errno.EISDIR)


def test_a_file_that_cannot_be_read_makes_no_other_file_wrong(folder: Path) -> None:
    (folder / "launches.csv").write_bytes(b"")
    (folder / "sources.csv").unlink()
    assert {(p.file, p.column) for p in problems_in(folder)} == {
        ("launches.csv", "(header)"),
        ("sources.csv", "(file)"),
    }


def test_a_record_of_one_claim_misses_those_of_the_other_launches(folder: Path) -> None:
    path = folder / "claims.csv"
    path.write_text("\n".join(path.read_text("utf-8").splitlines()[:2]), encoding="utf-8")
    assert [(p.file, p.row, p.column) for p in problems_in(folder)] == [
        ("launches.csv", row, "id") for row in (3, 4, 5)
    ]


def test_problems_of_a_row_come_with_the_row_itself_first_and_then_by_column(folder: Path) -> None:
    replace(folder / "record.csv", "2022-02-01,2022-01-31", "2022-02,2022-01\n2022-02,2022-01")
    assert [(problem.row, problem.column) for problem in problems_in(folder)] == [
        *((2, "version"), (2, "covers_to")),
        *((3, "(row)"), (3, "version"), (3, "covers_to")),
    ]


def test_the_error_of_a_record_goes_to_another_process_whole() -> None:
    error = RecordError([Problem("launches.csv", 2, "note", "x", "less")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems  # noqa: S301


def test_a_long_value_is_shortened_when_printed() -> None:
    assert "x" * 80 + "'" in str(Problem("launches.csv", 2, "note", "x" * 80, "less"))
    problem = Problem("launches.csv", 2, "note", "x" * 1000, "less")
    assert len(str(problem)) < 150
