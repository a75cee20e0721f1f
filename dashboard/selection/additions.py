"""What others hang on a link that is passed on: parameters of theirs, signs of the text around."""

from collections.abc import Iterable, Mapping, Sequence

_ADDED: Mapping[str, tuple[str, ...]] = {
    "campaigns": ("utm_*", "mtm_*", "pk_*", "piwik_*", "matomo_*", "at_*", "icid", "campaign"),
    "Google": ("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_*", "srsltid", "_ga", "_gl"),
    "translators": ("_x_tr_*",),
    "Meta": ("fbclid", "fb_*", "igshid", "igsh", "mibextid"),
    "X": ("twclid", "__twitter_impression", "ref_src", "ref_url"),
    "LINE": ("openexternalbrowser", "openinappbrowser", "lmid"),
    "WeChat": ("nsukey", "isappinstalled"),
    "Naver": ("napm", "n_*"),
    "Yandex": ("yclid", "ysclid", "_openstat"),
    "networks": ("ttclid", "li_fat_id", "rdt_cid", "share_id"),
    "Microsoft": ("msclkid", "cvid", "ocid"),
    "mail": (
        *("mc_*", "ml_*", "mkt_tok", "_hs*", "__hs*", "hsctatracking", "_kx", "vero_*", "oly_*"),
        *("__s", "s_cid", "s_kwcid", "rb_clickid", "wickedid", "ct_params"),
    ),
    "posts": ("ref", "referrer", "wt_mc", "xtor", "cmpid", "dicbo", "tblci", "__cf_*"),
    "caches": ("_",),
    "Streamlit": ("embed*",),
}
"""Parameters that mean nothing here, by whose they are, in small letters; a star ends a beginning.

Those of trackers are the ones that browsers and filters take off a link, such as Brave's query
filter (`components/query_filter` of brave-core), AdGuard's filter of tracking parameters and
`newhouse/url-tracking-stripper`; those of LINE are told at developers.line.biz, those of Streamlit
under "Embed your app" of its documentation.
"""
ADDED = tuple(name for names in _ADDED.values() for name in names)
"""All of them; pages without a server are sent them."""
_NAMES = frozenset(name for name in ADDED if not name.endswith("*"))
_BEGINNINGS = tuple(name[:-1] for name in ADDED if name.endswith("*"))
FRAGMENT = "#"
"""Begins what a value never holds: a place in a page that was written into the query."""
AROUND = " \t\n\v\f\r.,;:!?'\"*_~/\\|<>()[]{}«»‹›“”‘’…、。，．；：！？「」『』【】《》〈〉（）"
"""Signs of a text around a link, which ends behind them for whoever made a link of it."""
ESCAPED = "amp;"
"""What a name begins with after the sign before it was escaped once too often."""


def is_added(name: str) -> bool:
    """
    Whether a parameter was hung on a link by others.

    Examples
    --------
    >>> is_added("utm_source"), is_added("openExternalBrowser"), is_added("site")
    (True, True, False)
    """
    name = name.lower()
    return name in _NAMES or name.startswith(_BEGINNINGS)


def own_name(name: str) -> str:
    """
    Name of a parameter as it was before it was escaped.

    Examples
    --------
    >>> own_name("amp;period")
    'period'
    """
    while name.startswith(ESCAPED):
        name = name.removeprefix(ESCAPED)
    return name


def bare(value: str) -> str:
    """
    Value without what the text around its link left on it.

    Examples
    --------
    >>> bare("SRBM)."), bare("2022-01-05-1/"), bare("ICBM#:~:text=range")
    ('SRBM', '2022-01-05-1', 'ICBM')
    """
    return value.partition(FRAGMENT)[0].rstrip(AROUND)


def without_additions(parameters: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[str]]:
    """Parameters of a link without those of others, by their own names."""
    found: dict[str, list[str]] = {}
    for name, values in parameters.items():
        if not is_added(own_name(name)):
            found.setdefault(own_name(name), []).extend(values)
    return found
