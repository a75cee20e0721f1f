"""Standard deviations behind stated numbers."""

import math

import pytest

from geo.errors import GeometryError
from geo.spread import limits_to_sd, probability_to_k, radius_to_sd


@pytest.mark.parametrize("probability", [0, 1, -0.1, 90, math.nan])
def test_probabilities_lie_between_0_and_1(probability):
    with pytest.raises(GeometryError, match="above 0 and below 1"):
        radius_to_sd(8, probability)


@pytest.mark.parametrize("spread", [None, math.nan, math.inf, -1])
def test_spreads_are_finite_and_not_negative(spread):
    with pytest.raises(GeometryError, match="half_width must be finite and not negative"):
        limits_to_sd(spread)
    with pytest.raises(GeometryError, match="radius must be finite and not negative"):
        radius_to_sd(spread, 0.9)


def test_rounding_to_50_km_has_a_deviation_of_50_over_root_12():
    assert limits_to_sd(25) == pytest.approx(50 / math.sqrt(12))


# Percent points of chi-square with 2 degrees of freedom: NIST/SEMATECH e-Handbook, 1.3.6.7.4,
# https://www.itl.nist.gov/div898/handbook/eda/section3/eda3674.htm
@pytest.mark.parametrize(("probability", "chi_square"), [(0.9, 4.605), (0.95, 5.991), (0.99, 9.21)])
def test_an_ellipse_holds_its_probability_at_the_chi_square_point(probability, chi_square):
    assert probability_to_k(probability) ** 2 == pytest.approx(chi_square, abs=1e-3)
    assert radius_to_sd(math.sqrt(chi_square), probability) == pytest.approx(1, abs=1e-3)
