"""An amount of a sentence with what it is, and the words that join two of them."""

# ruff: noqa: E501 - a pattern is read in one piece

import re
from dataclasses import dataclass

from data.quantities import QUANTITIES
from data.reading.amounts import Amount

JOINED = re.compile(
    r"^[\s,]*(?:\([^)]*\)\s*)?"
    r"(?:and|or|와|과|및|と|、|·|,|to|-|~|혹은|또는|あるいは|,? respectively)*\s*"
    r"(?:about|around|some|approximately|roughly|nearly|약|대략|約|およそ|おおよそ|ほぼ|another|(?:the )?(?:other|second|latter)(?: one)?(?: (?:at|of|was))?|나머지는)?\s*$",
    re.IGNORECASE,
)
"""Between two amounts of which the second is what the first is."""
CONVERTED = re.compile(
    r"^\s?(?:[(/\[,]\s?|or\s(?=about|around|roughly|some|nearly))(?:or\s)?(?:about|around|roughly|approximately|some|nearly|약|約)?\s*$",
    re.IGNORECASE,
)
"""Between an amount and the same in another unit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount and what it is: a quantity of the record, or None with the `reason`."""

    amount: Amount
    quantity: str | None
    reason: str | None = None


def is_within(quantity: str, amount: Amount) -> bool:
    """Whether the record would take the figure."""
    bounds = QUANTITIES[quantity].bounds
    return bounds is None or (bounds.hold(amount.low) and bounds.hold(amount.high))
