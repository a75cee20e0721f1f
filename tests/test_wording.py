"""Where a phrase of the record says what its claim states."""

import pytest

from dashboard.claims.wording import pieces_of_phrase, words_of
from data.quantities import QUANTITIES
from data.record import read_record


@pytest.mark.parametrize(
    ("quantity", "stated", "phrase", "words"),
    [
        ("range_km", 700, "flew about 700 km at 50 km", "700 km"),
        ("apogee_km", 50, "약 700km를 고도 50km로 비행", "50km"),
        ("range_km", 350, "約350km程度飛翔", "350km"),
        ("range_km", 37 * 1.609344, "flew 37 miles", "37 miles"),
        ("flight_time_s", 4260, "for 71 minutes", "71 minutes"),
        ("count", 2, "fired two ballistic missiles", "two ballistic missiles"),
        ("count", 1, "탄도미사일 1발", "1발"),
        ("launch_time", "2022-01-05T08:10+09:00", "at 8:10 a.m. on Wednesday", "8:10 a.m."),
        ("launch_time", "2022-01-05T08:10+09:00", "오전 8시 10분께", "오전 8시 10분"),
        ("speed_mach", 10, "a top speed of Mach 10", "Mach 10"),
        ("missile", "KN-23", "the KN-23 missile", "KN-23"),
        ("site", "Sinpo", "from Sinpo on the coast", "Sinpo"),
        ("direction", "toward the East Sea", "into the East Sea", "the East Sea"),
        ("outcome", "failure", "the launch failed", "failed"),
        ("direction", "east", "弾道ミサイルを、東方向に向けて", "東方向"),
        ("direction", "east", "北東方向", None),
        (
            "impact_place",
            "outside Japan's exclusive economic zone",
            "EEZ(排他的経済水域)の外",
            "EEZ",
        ),
        ("impact_place", "Japan's exclusive economic zone", "EEZ内の日本海", "EEZ内"),
        ("path", "possibly irregular", "変則軌道で飛翔した可能性", "変則軌道"),
        ("range_km", 600, "flew about 700 km", None),
        ("missile", "KN-23", "미사일을 발사", None),
        ("launch_time", "2022-01-05T08:10+09:00", "at 9:10 a.m.", None),
    ],
)
def test_words_of_a_claim_are_found_in_its_phrase(make_claim, quantity, stated, phrase, words):
    span = words_of(phrase, make_claim(quantity, stated))
    found = phrase[slice(*span)].strip() if span else None
    assert found == words


def test_pieces_are_the_phrase_and_most_phrases_say_their_claim():
    """One in five is said in other words: an outcome, a sea, a name in another language."""
    claims = [claim for launch in read_record().launches for claim in launch.claims]
    worded = [claim for claim in claims if claim.phrase]
    marked = 0
    for claim in worded:
        pieces = pieces_of_phrase(claim.phrase, [claim])
        assert "".join(text for text, _ in pieces) == claim.phrase
        assert {quantity for _, quantity in pieces} <= {None, claim.quantity}
        marked += any(quantity for _, quantity in pieces)
    figures = [claim for claim in worded if QUANTITIES[claim.quantity].is_figure]
    of_figures = sum(words_of(claim.phrase, claim) is not None for claim in figures)
    assert marked / len(worded) > 0.75
    assert of_figures / len(figures) > 0.9


def test_words_that_two_claims_share_are_marked_once(make_claim):
    claims = [make_claim("range_km", 600), make_claim("range_km", 600, "Japan MOD")]
    assert pieces_of_phrase("600 km", claims) == [("600 km", "range_km")]
