"""Counts as each counts: held against what was published, and each difference adds up."""

import pytest
from scipy.stats import binomtest

from dashboard.counts.rules import CNS, CSIS, MOD, counted
from dashboard.counts.success import Rate, rates
from dashboard.counts.tables import period_html, years_html
from dashboard.words.say import LANGUAGES, Words


def of_year(record, year):
    return [launch for launch in record.launches if launch.first_day.year == year]


def test_2022_is_counted_as_each_counts_it(served):
    counts = counted(of_year(served.record, 2022))
    # MOD, August 2026: at least 59 missiles on 31 occasions; CNS has 69 entries of that year.
    assert counts[MOD].occasions == 31
    assert abs(counts[MOD].missiles - 59) <= 1
    assert counts[CNS].missiles == 69
    assert counts["ballistic"].missiles == 73


@pytest.mark.parametrize("who", [CNS, CSIS])
def test_what_was_read_of_a_year_is_what_was_published_or_more(served, who):
    for published in served.record.counts:
        if published.who == who and published.year:
            count = counted(of_year(served.record, published.year))[who]
            if who == CNS:
                assert count.missiles == published.missiles
            else:
                # Rows of other types that tell of launches are used too, and some are excluded.
                assert abs(count.occasions - published.occasions) <= 5


def test_every_difference_adds_up(served):
    for year in range(1984, 2027):
        launches = of_year(served.record, year)
        counts = counted(launches)
        for name in ("ballistic", MOD, CNS):
            apart = counts["ours"].missiles - counts[name].missiles
            assert sum(number for _, number in counts[name].differs) == apart, (year, name)
        apart = counts["ours"].occasions - counts[CSIS].occasions
        assert sum(number for _, number in counts[CSIS].differs) == apart, year


@pytest.mark.parametrize(("successes", "launches"), [(0, 1), (1, 1), (0, 9), (8, 10), (177, 324)])
def test_interval_is_wilsons(successes, launches):
    low, high = Rate(successes, launches).interval
    theirs = binomtest(successes, launches).proportion_ci(0.95, method="wilson")
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_success_is_of_all_and_of_those_known(make_launch):
    outcomes = ["success"] * 3 + ["failure", "partial", "unknown"]
    of_all, of_known = rates(make_launch(outcome=outcome) for outcome in outcomes)
    assert (of_all, of_known) == (Rate(3, 6), Rate(3, 5))
    assert rates([make_launch(outcome="unknown")]) == (Rate(0, 1), None)
    assert rates([]) == (None, None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_say_each_rule_and_what_explains_the_difference(served, lang, assert_harmless):
    words = Words(lang)
    html = str(period_html(words, served.record, of_year(served.record, 2022)))
    for rule in ("ours", "ballistic", "mod", "cns", "csis"):
        assert words.say(f"counts.rule.{rule}") in html
        assert words.say(f"counts.about.{rule}") in html
    assert words.named("kind", "rocket artillery") in html
    assert "https://doi.org/10.2307/2276774" in html
    assert_harmless(html)
    years = str(years_html(words, served.record))
    assert words.say("counts.published.least_occasions", missiles=59, occasions=31) in years
    assert words.say("counts.published.exact", missiles=69) in years
    assert_harmless(years)
