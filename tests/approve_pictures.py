"""
`python tests/approve_pictures.py`: keep the pictures as they are drawn now as approved.

To be run by hand, and each picture that it changes to be looked at before it is committed.
"""

from approved_pictures import (
    CASES,
    FOLDER,
    MOST_SHARE,
    PAGES,
    approved,
    drawing_of,
    share_changed,
    small,
)


def main() -> None:
    """Draw every case anew, and keep those that differ from what was approved."""
    for name in (*CASES, *PAGES):
        drawn = small(drawing_of(name))
        known = (FOLDER / f"{name}.png").exists()
        if known and share_changed(drawn, approved(name)) <= MOST_SHARE:
            continue
        drawn.save(FOLDER / f"{name}.png", optimize=True)
        print(f"{name}: look at it")  # noqa: T201 - run by hand


if __name__ == "__main__":
    main()
