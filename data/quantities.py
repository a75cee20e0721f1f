"""What claims are about: one row a quantity, and all that treats quantities follows it.

Its words (`quantity.<name>`, `unit.<unit>`) stand in the catalogues of `dashboard/words`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from data import announcement, cells, forecast, overflight
from data.model import OUTCOMES, PATHS

LENGTH_UNITS_KM = {"km": 1.0, "m": 0.001, "mi": 1.609344, "nmi": 1.852, "ft": 0.0003048}
"""Units that lengths are stated in [km]: international foot, mile and nautical mile."""
CONVERTED_UNITS = frozenset({"mi", "nmi", "ft"})
"""Units that nobody announces figures in: the texts convert them from kilometres."""
TIME_UNITS_S = {"s": 1.0, "min": 60.0, "h": 3600.0}
"""Units that times are stated in [s]."""
ABOUT_SHARE = 0.05
"""Least half-width of a figure given as "about", as a share of it."""
ABOUT_MINUTES = 5.0
"""Least half-width of a launch time given as "about" [min]."""
DETECTION_MINUTES = 1.5
"""Least half-width of any launch time [min]: some state the launch, others its detection."""


class Scale(Enum):
    """What the claims of a quantity are measured on, and so compared by."""

    FIGURE = "numbers in `low` and `high`"
    TIME = "a moment with its offset from UTC, compared in minutes"
    COMPASS = "words that may be one point of the compass, compared in degrees"
    WORDS = "other words"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a figure can be: `least` is excluded where `above` is set."""

    least: float
    most: float
    reason: str
    above: bool = True
    whole: bool = False

    def hold(self, figure: float) -> bool:
        """Whether a figure is within the bounds."""
        enough = figure > self.least if self.above else figure >= self.least
        return enough and figure <= self.most and not (self.whole and figure % 1)

    def __str__(self) -> str:
        """Say what would be right."""
        number = "a whole number" if self.whole else "a number"
        start = f"above {self.least:g}" if self.above else f"from {self.least:g}"
        return f"{number} {start} up to {self.most:,.0f} ({self.reason})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """
    Something that claims state of a launch.

    Parameters
    ----------
    name
        As in the column `quantity` of `claims.csv`, with the unit of its figures.
    scale
        What its claims are measured on; a figure stands in `low` and `high`, all else in `value`.
    unit
        What its figures, or the difference of two of its claims, are given in; None for numbers
        and words.
    units
        Units that a source may state a figure in, in multiples of `unit`; empty where it has none.
    bounds
        What a figure can be, with the reason.
    rounding
        What figures, or minutes of a time, are rounded to, the coarsest first, in the unit stated;
        half of it may be hidden.
    about
        Least doubt of "about": a share of a figure, or minutes of a time.
    least
        Least doubt of any statement of a time [min].
    reads, expected
        Reader of `value`, None for what does not fit, and what would be right.
    opposites
        Words that exclude each other, where it is by them that claims are compared.
    compared, beside
        Whether parties can disagree on it; whether it stands in the table of authorities.

    Raises
    ------
    ValueError
        If the row lacks what its scale needs.
    """

    name: str
    scale: Scale
    unit: str | None = None
    units: Mapping[str, float] = field(default_factory=dict)
    bounds: Bounds | None = None
    rounding: tuple[float, ...] = ()
    about: float = ABOUT_SHARE
    least: float = 0.0
    reads: Callable[[str], object] = cells.text
    expected: str = "what was stated, or no row where nothing was"
    opposites: frozenset[str] = frozenset()
    compared: bool = False
    beside: bool = False

    def __post_init__(self) -> None:
        """Refuse a row that would only fail once a claim of it is shown."""
        for wrong, expected in (
            (self.is_figure != (self.bounds is not None), "bounds for a figure, and only for one"),
            (self.units.get(self.unit or "", 1.0) != 1.0, "units in multiples of its own"),
            (bool(self.units) and self.unit not in self.units, "its own unit among its units"),
            (self.rounds and not self.rounding, "the steps that it is rounded to"),
            (list(self.rounding) != sorted(self.rounding, reverse=True), "the coarsest step first"),
            (
                self.compared and self.scale is Scale.WORDS and not self.opposites,
                "opposites, for words are compared by nothing else",
            ),
        ):
            if wrong:
                raise ValueError(f"data/quantities.py: {self.name}: expected {expected}")

    @property
    def is_figure(self) -> bool:
        """Whether it is stated as numbers."""
        return self.scale is Scale.FIGURE

    @property
    def rounds(self) -> bool:
        """Whether what is stated of it is rounded."""
        return self.scale in {Scale.FIGURE, Scale.TIME}

    @property
    def is_counted(self) -> bool:
        """Whether it is counted rather than measured: then only "about" leaves a doubt."""
        return self.bounds is not None and self.bounds.whole

    def size_of(self, unit: str | None) -> float:
        """Size of the unit that a figure is stated in, in the unit of the quantity's name."""
        return self.units.get(unit or "", 1.0)


_ROUND = (100.0, 50.0, 10.0, 1.0, 0.1)
_ROWS = (
    Quantity(
        name="range_km",
        scale=Scale.FIGURE,
        unit="km",
        units=LENGTH_UNITS_KM,
        bounds=Bounds(0, 15_000, "kilometres; no missile of the record could fly further"),
        rounding=_ROUND,
        compared=True,
        beside=True,
    ),
    Quantity(
        name="apogee_km",
        scale=Scale.FIGURE,
        unit="km",
        units=LENGTH_UNITS_KM,
        bounds=Bounds(0, 10_000, "kilometres; the highest so far is 7,687, on 2024-10-31"),
        rounding=_ROUND,
        compared=True,
        beside=True,
    ),
    Quantity(
        name="flight_time_s",
        scale=Scale.FIGURE,
        unit="s",
        units=TIME_UNITS_S,
        bounds=Bounds(0, 14_400, "seconds; the longest so far is a cruise missile of 10,224 s"),
        rounding=_ROUND,
        compared=True,
        beside=True,
    ),
    Quantity(
        name="speed_mach",
        scale=Scale.FIGURE,
        unit="Mach",
        units={"Mach": 1.0},
        bounds=Bounds(0, 30, "Mach; the fastest so far is an ICBM of 22, on 2022-11-18"),
        rounding=(1.0, 0.5, 0.1),
        compared=True,
        beside=True,
    ),
    Quantity(
        name="count",
        scale=Scale.FIGURE,
        bounds=Bounds(0, cells.MOST_MISSILES, "missiles in one salvo", whole=True),
        rounding=_ROUND,
        compared=True,
        beside=True,
    ),
    Quantity(
        name="launch_time",
        scale=Scale.TIME,
        unit="min",
        rounding=(60.0, 30.0, 10.0, 5.0, 1.0),
        about=ABOUT_MINUTES,
        least=DETECTION_MINUTES,
        reads=cells.time,
        expected="a time with its offset, such as 2022-01-05T08:10+09:00",
        compared=True,
        beside=True,
    ),
    Quantity(
        name="impact_time",
        scale=Scale.TIME,
        unit="min",
        rounding=(60.0, 30.0, 10.0, 5.0, 1.0),
        about=ABOUT_MINUTES,
        reads=cells.time,
        expected="a time with its offset, such as 2022-01-05T08:19+09:00",
        compared=True,
        beside=True,
    ),
    Quantity(
        name="outcome",
        scale=Scale.WORDS,
        reads=cells.one_of(OUTCOMES),
        expected=f"one of: {', '.join(OUTCOMES)}",
        opposites=frozenset({"success", "failure"}),
        compared=True,
        beside=True,
    ),
    Quantity(
        name="azimuth_deg",
        scale=Scale.FIGURE,
        unit="deg",
        units={"deg": 1.0},
        bounds=Bounds(0, 360, "degrees clockwise from true north", above=False),
        rounding=(5.0, 1.0),
    ),
    Quantity(name="direction", scale=Scale.COMPASS, unit="deg", compared=True, beside=True),
    Quantity(name="impact_place", scale=Scale.WORDS),
    Quantity(
        name="path",
        scale=Scale.WORDS,
        reads=cells.one_of(PATHS),
        expected=f"one of: {', '.join(PATHS)}",
        beside=True,
    ),
    Quantity(
        name="overflight",
        scale=Scale.WORDS,
        reads=overflight.read_overflight,
        expected=overflight.FORM,
        beside=True,
    ),
    Quantity(name="site", scale=Scale.WORDS),
    Quantity(name="missile", scale=Scale.WORDS),
    Quantity(
        name="announced",
        scale=Scale.WORDS,
        reads=announcement.read_announcement,
        expected=announcement.FORM,
    ),
    Quantity(
        name="forecast", scale=Scale.WORDS, reads=forecast.read_forecast, expected=forecast.FORM
    ),
)
QUANTITIES = {row.name: row for row in _ROWS}
"""Every quantity by its name, in the order in which readers see them."""
