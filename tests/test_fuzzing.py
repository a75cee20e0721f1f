"""The fuzzers in a short form, and every seed that failed once; `make fuzz` runs them for long."""

import time

import pytest

from fuzzing import FUZZERS, SLOW_S

SHORT = {
    "routes": 8,
    "pictures": 1,
    "clicks": 150,
    "messages": 2000,
    "tables": 20,
    "reports": 2,
}
"""Seeds of each from 0 on: a second or less for each kind."""
FAILED = (
    # No line of the graticule ran through a map of a kilometre.
    ("pictures", 1675744696),
    # Tracks were followed far outside of a map of a kilometre, for 17 seconds.
    ("pictures", 1675744707),
    # The part by which all is cleared stood behind another one, and was let through.
    ("messages", 1676086675),
    # The map told a truth value in place of launches.
    ("clicks", 1675744695),
    # A row of capitals after an authority was tried as five names in every way, for 13 seconds.
    ("reports", 902194039),
)
"""Fuzzer and seed; each was mended."""


@pytest.mark.parametrize("name", FUZZERS)
def test_hostile_input_of_a_few_seeds_does_no_harm(name):
    for seed in range(SHORT[name]):
        begun = time.monotonic()
        FUZZERS[name](seed)
        assert time.monotonic() - begun < SLOW_S, seed


@pytest.mark.parametrize(("name", "seed"), FAILED)
def test_what_failed_once_is_mended(name, seed):
    begun = time.process_time()
    FUZZERS[name](seed)
    assert time.process_time() - begun < 5
