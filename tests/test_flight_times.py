"""
Derived flight times beside the stated ones: nothing in the model is fitted to any of them.

The launches that an independent check of the model compared, and every launch whose range, apogee
and time one state gave itself.
"""

import pytest

from dashboard.flights.burn import burn
from dashboard.flights.residuals import BOOSTED, ELLIPSE, MODELS, TURNING, residuals, rms
from data.impact_place import places_by_name

CONTRADICTS = ("2022-03-24-1", "KCNA")
"""4,052 s is less than free fall takes from the apogee that KCNA stated with it."""
ANOTHER_CLASS = ("2017-07-04-1", "Russia")
"""510 km, 535 km high and about 14 minutes are of a medium-range missile, as Russia called it."""
# Stated time less that of an independent rotating model without a boost phase [s], by launch.
CHECKED = {
    "2017-07-04-1": 260,
    "2017-07-28-1": 227,
    "2017-11-29-1": 141,
    "2022-11-18-1": 156,
    "2023-02-18-1": 203,
    "2023-03-16-1": 169,
    "2023-07-12-1": 136,
    "2023-12-18-1": 143,
    "2024-10-31-1": 138,
}


@pytest.fixture(scope="module")
def found(served):
    places = places_by_name(served.record.places.values())
    return residuals(served.record.launches, places)


def kcna_of(found):
    return {one.launch.id: one for one in found if one.party == "KCNA"}


def test_times_of_the_checked_flights_are_within_40_seconds(found, served):
    own = kcna_of(found)
    # Of 2017-05-14-1 KCNA gave no time, and Japan's 30 minutes stand beside its figures.
    (curve,) = served.curves["2017-05-14-1"].drawn
    checked = [1800 - curve.ascent.time_s, *(own[id_].off_s() for id_ in CHECKED)]
    assert rms(checked) <= 40
    assert rms(own[id_].off_s(ELLIPSE) for id_ in CHECKED) > 190


def test_without_the_boost_phase_times_are_those_of_the_independent_model(found):
    own = kcna_of(found)
    for id_, off_s in CHECKED.items():
        assert own[id_].off_s(TURNING) == pytest.approx(off_s, abs=3), id_


def test_times_of_every_own_triple_are_within_2_percent(found):
    shares = {
        (one.launch.id, one.party): one.off_s() / one.stated_s.value
        for one in found
        if (one.launch.id, one.party) != CONTRADICTS
    }
    assert len(shares) >= 14
    assert rms(shares.values()) <= 0.0225
    # Russia followed no ICBM that day: the boost phase of the class is not that of what it saw.
    assert shares.pop(ANOTHER_CLASS) < 0
    assert rms(shares.values()) <= 0.02


def test_each_part_of_the_model_brings_times_nearer(found):
    kept = [one for one in found if (one.launch.id, one.party) != CONTRADICTS]
    off = [rms(one.off_s(model) for one in kept) for model in MODELS]
    assert off[0] > off[1] > 3 * off[2]


def test_only_the_figures_that_cannot_be_of_one_flight_stand_out(found):
    assert {(one.launch.id, one.party) for one in found if one.contradicts} == {CONTRADICTS}
    assert MODELS[-1] == BOOSTED


def test_an_icbm_that_fell_far_short_may_have_burnt_its_first_stage_alone(served):
    # The first was fired short, the second failed; the last flew far, and burnt both stages.
    for id_, low_s in {"2022-02-27-1": 120, "2022-05-25-1": 120, "2022-11-18-1": 240}.items():
        launch = next(one for one in served.record.launches if one.id == id_)
        (curve,) = served.curves[id_].drawn
        boost = burn(launch.missile, curve.range_km, curve.apogee_km)
        assert launch.missile.id == "hwasong-17"
        assert (boost.low_s, boost.high_s) == (low_s, 300), id_
