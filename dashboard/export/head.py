"""What every file says of itself: of which view it is, of which record, and whom to credit."""

from dashboard.selection.selection import PARAMETERS
from dashboard.selection.view import View
from dashboard.words.say import Words

TITLE = Words().say("title")
CREDIT = (
    "Claims: CNS North Korea Missile Test Database, James Martin Center / NTI (facts cited); "
    "nagix/nk-missile-tests (Apache-2.0); CSIS Beyond Parallel by way of "
    "stiles/north-korea-provocations (facts cited); documents named in the sources (facts and "
    "short quotes cited). Coordinates: nagix, GeoNames (CC BY 4.0), GSHHG (LGPL). "
    "Zones: Natural Earth (public domain). They are no statement about sovereignty."
)
SHORT_CREDIT = "CNS/NTI; nagix (Apache-2.0); CSIS Beyond Parallel; the documents named as sources"
NOTE = (
    "Claims are what authorities stated. Everything marked as derived follows from them on this "
    "project's reckoning: tracks are WGS 84 geodesics for the drawn range along the drawn azimuth, "
    "the end of a track is a derived impact point, an impact area holds the impact with the "
    "probability given, a profile is the two-body ellipse through range and apogee. Flights "
    "that glide, manoeuvre or fail may have flown otherwise. Unknown is left empty. Dates are "
    "Korean (UTC+9)."
)


def record_values(view: View) -> dict[str, object]:
    """Version of the record, and the last day it was read up to."""
    record = view.atlas.record
    return {"version": record.version, "covers_to": record.covers_to}


def head(view: View) -> dict[str, object]:
    """Title, link, record, selection, credit and what is derived."""
    selection = view.selection
    said = {name: getattr(selection, name) for name in PARAMETERS}
    return {
        "title": TITLE,
        "link": view.link,
        "record": record_values(view),
        "selection": said | {"period": [day.isoformat() for day in selection.period]},
        "credit": CREDIT,
        "note": NOTE,
    }
