"""The bounds of what one cell may hold: the last that fits, and the first that does not."""

import pytest

from data import cells


@pytest.mark.parametrize(
    ("read", "fits", "does_not"),
    [
        (cells.launch_id, ["2022-01-05-1", "1984-04-999", "1984-1"], ["2022-01-05-0"]),
        (cells.launch_id, ["2022-01-05-10"], ["2022-01-05-01", "2022-1-5-1", "2022-01-05", "x"]),
        (cells.slug, ["kn-25", "9"], ["KN-25", "kn--25", "-kn", "kn-", "kn_25", "kn 25"]),
        (cells.number, ["0", "-0.5", "39.2", "9" * 12], ["1e3", "+1", ".5", "1.", "1,5", "9" * 13]),
        (cells.precision, ["0.1", "500"], ["0", "-1", "500.1"]),
        (cells.salvo_count, ["1", "200"], ["0", "201", "1.5", "-1"]),
        (cells.date, ["1984", "2099-12-31"], ["1983-12-31", "2100-01-01"]),
        (cells.full_date, ["1984-01-01"], ["1984-01", "1984"]),
        (cells.time, ["2022-01-05T08:10+09:00", "2022-01-04T23:10:59Z"], ["2022-01-05T08:10"]),
        (cells.time, ["2099-12-31T23:59Z"], ["2100-01-01T00:00Z"]),
        (cells.time, ["1984-01-01T00:00Z"], ["1983-12-31T23:59Z", "2022-01-05T24:10Z"]),
        (cells.utc_time, ["2022-01-04T23:10Z"], ["2022-01-05T08:10+09:00", "2022-01-04T23:10"]),
        (cells.quotation, [" ".join("a" * 25), "a" * 250], [" ".join("a" * 26), "a" * 251, "n/a"]),
        (cells.names, ["A", "A;B", "A; B"], ["A;a", "A;", ";A", "A;unknown"]),
        (cells.text, ["anything", "None of them"], ["none", "N/A", "?", "-", "TBD"]),
        (
            cells.url,
            ["https://a.org", "http://a.org:80/x?y#z"],
            ["ftp://a.org", "https://", "a.org"],
        ),
    ],
)
def test_what_is_at_a_bound_fits_and_what_is_beyond_does_not(read, fits, does_not):
    assert all(read(cell) is not None for cell in fits)
    assert [cell for cell in does_not if read(cell) is not None] == []


@pytest.mark.parametrize(
    ("cell", "members"),
    [
        ("2", (2,)),
        ("2-3", (2, 3)),
        ("2-2", (2,)),
        ("1;3-4;9", (1, 3, 4, 9)),
        ("200", (200,)),
        ("199-200", (199, 200)),
        ("201", None),
        ("200-201", None),
        ("0", None),
        ("3-2", None),
        ("1-3;3", None),
        ("1;1", None),
        ("1;", None),
        ("1,3", None),
    ],
)
def test_missiles_of_a_salvo_are_rising_numbers_up_to_200(cell, members):
    assert cells.salvo_members(cell) == members
