"""What one language says otherwise than another, as changes to the data of a page."""


def changes(own: object, other: object) -> object:
    """
    What makes one value of JSON into another, or None where they are alike.

    Examples
    --------
    >>> changes({"a": [1, "x"], "b": 2}, {"a": [1, "y"], "b": 2})
    {'a': {'1': ['y']}}
    >>> changes([1], [1, 2]), changes([1], [1])
    ([[1, 2]], None)
    """
    if own == other:
        return None
    parts = _parts(own, other)
    if parts is None:
        return [other]
    found = ((name, changes(first, second)) for name, first, second in parts)
    return {name: change for name, change in found if change is not None}


def _parts(own: object, other: object) -> list[tuple[str, object, object]] | None:
    """Parts that two values have alike, by name or place; None where they have not."""
    if isinstance(own, dict) and isinstance(other, dict) and own.keys() == other.keys():
        return [(name, own[name], other[name]) for name in own]
    if isinstance(own, list) and isinstance(other, list) and len(own) == len(other):
        return [(str(place), *pair) for place, pair in enumerate(zip(own, other, strict=True))]
    return None
