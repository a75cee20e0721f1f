"""`python tests/approve_pictures.py`: keep the pictures as they are drawn now as approved.

To be run by hand, and each picture that it changes to be looked at before it is committed.
"""

from approved_pictures import CASES, FOLDER, MOST_SHARE, approved, drawing_of, share_changed, small

for name in CASES:
    drawn = small(drawing_of(name))
    if (FOLDER / f"{name}.png").exists() and share_changed(drawn, approved(name)) <= MOST_SHARE:
        continue
    drawn.save(FOLDER / f"{name}.png", optimize=True)
    print(f"{name}: look at it")  # noqa: T201 - run by hand
