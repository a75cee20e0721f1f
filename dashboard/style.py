"""Colours and words shared by map, legend and chart."""

TYPE_COLOURS = {
    "CRBM": "#56b4e9",
    "SRBM": "#0072b2",
    "MRBM": "#009e73",
    "IRBM": "#cc79a7",
    "ICBM": "#d55e00",
    "unidentified": "#6b6b6b",
    "other": "#3d2f6b",
}
"""Colour by range class, after Okabe and Ito (2008), without its yellows: too pale on the sea."""
TYPE_WORDS = {
    "CRBM": "Close-range",
    "SRBM": "Short-range",
    "MRBM": "Medium-range",
    "IRBM": "Intermediate-range",
    "ICBM": "Intercontinental",
    "unidentified": "Class not identified",
    "other": "Cruise, space and other",
}
TYPE_RANKS = {
    name: rank
    for rank, name in enumerate(("unidentified", "SRBM", "CRBM", "other", "MRBM", "IRBM", "ICBM"))
}
"""Drawing order: the rarer type lies on top."""
