"""Stated impact places: a place of the record or a point off one, and all else is words."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.impact_place import ImpactPlace, places_by_name, read_impact_place, read_offset
from data.model import Place, Source
from data.record import read_record

ATLAS = Source("atlas", None, "An atlas", None, None, None, None, ())
ALSOM = Place("alsom", "Alsom island", ("Alsom", "알섬"), 40.6477, 129.5458, 1.0, ATLAS)
WAJIMA = Place("wajima", "Wajima", ("輪島",), 37.40458, 136.89912, 5.0, ATLAS)
PLACES = places_by_name([ALSOM, WAJIMA])

RECORD = read_record()
STATED = [
    (claim.launch_id, claim.value or "")
    for launch in RECORD.launches
    for claim in launch.claims
    if claim.quantity == "impact_place"
]
# Looser than the form itself, so that a slip in it is found: "57km East of Sokcho".
MEANT = re.compile(r"\d.*km.*(?:north|south|east|west)\S* of\b", re.IGNORECASE)
OFFSETS = [(launch, words) for launch, words in STATED if MEANT.match(words)]

READ = {
    "Alsom island": ImpactPlace(ALSOM),
    "ALSOM Island": ImpactPlace(ALSOM),
    "alsom": ImpactPlace(ALSOM),
    "알섬": ImpactPlace(ALSOM),
    "200 km west of Wajima": ImpactPlace(WAJIMA, 200, 200, "west"),
    "200 km west of WAJIMA": ImpactPlace(WAJIMA, 200, 200, "west"),
    "200 km west of 輪島": ImpactPlace(WAJIMA, 200, 200, "west"),
    "0.5 km south of alsom": ImpactPlace(ALSOM, 0.5, 0.5, "south"),
    "400-500 km northwest of Wajima": ImpactPlace(WAJIMA, 400, 500, "northwest"),
    "1.5-2.5 km north-west of Alsom island": ImpactPlace(ALSOM, 1.5, 2.5, "north-west"),
    "57 km east-northeast of Wajima": ImpactPlace(WAJIMA, 57, 57, "east-northeast"),
}
WORDS_ONLY = (
    "",
    "East Sea",
    "Pacific Ocean, 1,180 km from the Japanese coast",
    "South Korean territorial waters",
    "outside Japan's exclusive economic zone",
    "south of the Northern Limit Line (26 km)",
    "near Alsom island",
    "Alsom island ",
    "200 km west of Atlantis",
    "200 km west of ",
    "200 km off Wajima",
    "200 miles west of Wajima",
    "1,180 km west of Wajima",
    "-200 km west of Wajima",
    "km west of Wajima",
    "about 200 km west of Wajima",
    "200 km west of Wajima\n",
    "٢٠٠ km west of Wajima",
    "nan km west of Wajima",
    "500-400 km west of Wajima",
    "200 km northsouth of Wajima",
    "20000 km west of Wajima",
    "200 km West of Wajima",
)
BASES = {
    "200 km west of Wajima": "Wajima",
    "400-500 km northwest of Atlantis": "Atlantis",
    "20 km north-northeast of the Isle of Man": "the Isle of Man",
    "Wajima": None,
    "East Sea": None,
    "west of Wajima": None,
    "200 km off Wajima": None,
    "": None,
}

numbers = st.decimals(0, 9_999, places=1)
directions = st.sampled_from(["north", "southeast", "south-west", "west-northwest"])
offsets = st.builds(
    lambda spans, direction, base: f"{min(spans)}-{max(spans)} km {direction} of {base}",
    st.tuples(numbers, numbers),
    directions,
    st.sampled_from(sorted(PLACES)),
)


@pytest.mark.parametrize("words", READ)
def test_a_place_is_read_by_any_of_its_names_and_any_distance_from_it(words: str) -> None:
    assert read_impact_place(words, PLACES) == READ[words]


@pytest.mark.parametrize("words", WORDS_ONLY)
def test_other_words_are_no_place(words: str) -> None:
    assert read_impact_place(words, PLACES) is None


@pytest.mark.parametrize("words", BASES)
def test_the_base_of_an_offset_is_named_whether_it_is_known_or_not(words: str) -> None:
    off = read_offset(words)
    assert (off and off.base) == BASES[words]


def test_a_record_without_places_reads_none() -> None:
    assert places_by_name([]) == {}
    assert read_impact_place("Alsom island", {}) is None
    assert read_impact_place("200 km west of Wajima", {}) is None


def test_a_place_stands_under_each_of_its_names_in_lower_case() -> None:
    assert PLACES == {
        "alsom island": ALSOM,
        "alsom": ALSOM,
        "알섬": ALSOM,
        "wajima": WAJIMA,
        "輪島": WAJIMA,
    }


@given(st.one_of(st.text(), offsets, st.text().map("200 km west of {}".format)))
@example("200 km west of " + "of " * 5000)
@example("9" * 5000 + " km west of Wajima")
@example("1 km " + "north-" * 5000 + "of Wajima")
@example("\ud800")
def test_whatever_the_words_they_are_a_place_or_none_and_nothing_is_raised(words: str) -> None:
    place = read_impact_place(words, PLACES)
    assert place is None or place.place in (ALSOM, WAJIMA)
    assert (off := read_offset(words)) is None or words.endswith(off.base)


@given(offsets)
def test_every_offset_from_a_known_place_is_read_as_it_is_written(words: str) -> None:
    place = read_impact_place(words, PLACES)
    assert place is not None
    low, high, direction = re.split(r"-(?=\d)| km | of ", words)[:3]
    assert (place.low_km, place.high_km) == (float(low), float(high))
    assert place.direction == direction


def test_the_record_states_impacts_by_offsets() -> None:
    assert OFFSETS


@pytest.mark.parametrize(
    ("launch_id", "words"), OFFSETS, ids=[f"{launch} {words}" for launch, words in OFFSETS]
)
def test_offset_of_the_record_is_read(launch_id: str, words: str) -> None:
    place = read_impact_place(words, places_by_name(RECORD.places.values()))
    assert place is not None
    assert place.direction is not None
    # No missile of the record could fly further, as data/claim_rules.py says of a range.
    assert 0 < place.low_km <= place.high_km <= 15_000
