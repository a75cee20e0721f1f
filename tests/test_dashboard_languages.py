"""The page in each language: nothing of another one is left on it, and it follows the browser."""

import gzip
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.selection.filters import FILTERS
from dashboard.selection.selection import Selection
from dashboard.site.pages import StaticSite
from dashboard.site.standalone import map_data, said
from dashboard.words.filters import sea_label
from dashboard.words.say import EAST_SEA, LANGUAGES, Words, messages
from driving import get
from page_state import sent_to

PAGE = Path(__file__).parents[1] / "dashboard" / "page.py"
OPENED = "2022-01-30-1"
PLACE = re.compile(r"\{\w+\}")
EAST_ASIAN = re.compile(r"[\u3041-\u9fff\uac00-\ud7a3]{3}")
"""Letters in a row by which a message is told from chance."""
AS_WRITTEN = re.compile(r"<(q|em|span|small) [^>]*lang=[^>]*>.*?</\1>| title=\"[^\"]*\"")
"""Quotes, notes and titles of sources, which stand in the language they were written in."""
EVERYWHERE = {"North Korea", "South Korea", "East Sea", "Japan", "missile tests"}
"""What names of sources hold in any language."""


TABS = ("disagreements", "heights")
"""Tabs below the map beside the first."""
OF_EACH_PART = (
    *("title", "share.download", "page.rules.kinds"),
    *("launch.every_statement", "altitude.assumptions", "table.apogee"),
    *("page.disagreements_are", "chart.view3d.how_to"),
)
"""A message of each part of the page, folded ones as well: all of them are walked."""


def opened(tab=None, **query):
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params.update(query)
    # Folded parts are walked as well.
    for fold in ("share", "counting_rules", "disagreements", "view3d"):
        page.session_state[fold] = True
    if tab:
        page.session_state["below"] = tab
    page.run()
    assert not page.exception
    return page


def texts_of(page):
    """Everything on the page that is read, but for what its sources wrote."""
    for element in page.main.children.values():
        yield from _texts(element)
    for element in page.sidebar.children.values():
        yield from _texts(element)


def _texts(element):
    for name in ("label", "placeholder", "help", "value", "options"):
        found = getattr(element, name, None)
        for text in found if isinstance(found, list | tuple) else [found]:
            if isinstance(text, str):
                yield AS_WRITTEN.sub(" ", text)
    if isinstance(table := getattr(element, "value", None), pd.DataFrame):
        yield table.to_csv()
    for child in getattr(element, "children", {}).values():
        yield from _texts(child)


def sentences(lang):
    """What a language says otherwise than English, with the fixed text between its places."""
    for key, message in messages(lang).items():
        for text in [message] if isinstance(message, str) else message.values():
            parts = [part.strip(" .:;,·()“”") for part in PLACE.split(text)]
            yield from ((key, part) for part in parts if part)


@pytest.mark.parametrize("lang", ["ko", "ja"])
def test_no_english_message_is_left_on_the_page(lang):
    january = {"period": ["2022-01-01", "2022-01-31"], "open": OPENED}
    pages = [
        opened(tab, lang=lang, **january)
        for tab in (None, *(Words(lang).say(f"below.{name}") for name in TABS))
    ]
    shown = "\n".join(text for page in pages for text in texts_of(page))
    own = {part for _, part in sentences(lang)}
    english = {
        (key, part)
        for key, part in sentences("en")
        if len(part.split()) > 1 and part not in own | EVERYWHERE
    }
    left = {key: part for key, part in english if re.search(rf"\b{re.escape(part)}\b", shown)}
    assert left == {}
    assert [key for key in OF_EACH_PART if Words(lang).say(key) not in shown] == []


def test_no_korean_or_japanese_message_stands_on_the_english_page():
    page = opened(period=["2022-01-01", "2022-01-31"], open=OPENED)
    shown = "\n".join(texts_of(page))
    own_names = {Words(lang).say(f"filter.lang.value.{lang}") for lang in LANGUAGES}
    for lang in ("ko", "ja"):
        foreign = {(key, part) for key, part in sentences(lang) if EAST_ASIAN.search(part)}
        left = {key for key, part in foreign if part in shown and part not in own_names}
        assert left == set()


@pytest.mark.parametrize(
    ("lang", "sea"), [("en", "East Sea"), ("ko", "동해"), ("ja", "東海 / 日本海")]
)
def test_sea_is_called_as_in_the_language_until_the_reader_chooses(lang, sea):
    page = opened(lang=lang)
    assert sent_to(page, "filters")["selection"]["sea"] == FILTERS["sea"].standing[lang]
    assert sea_label(Words(lang), FILTERS["sea"].standing[lang]) == sea
    assert "sea" not in page.query_params


def test_choice_of_a_language_stands_in_the_link_and_turns_the_page():
    page = opened(type="ICBM")
    page.segmented_control(key="language").set_value("ko").run()
    assert not page.exception
    assert page.query_params == {"type": "ICBM", "lang": "ko"}
    assert Words("ko").say("title") in "".join(texts_of(page))
    page.segmented_control(key="language").set_value("en").run()
    assert page.query_params["lang"] == "en"


def test_sea_of_files_is_that_of_their_language():
    assert [Selection((), lang=lang).sea for lang in (None, "ko", "ja")] == [
        "east-sea",
        "east-sea",
        "both",
    ]
    assert Selection((), lang="ja", sea="sea-of-japan").sea == "sea-of-japan"


@pytest.mark.parametrize("path", ["/api", "/share", "/embed", f"/launch/{OPENED}", "/share?type=x"])
def test_page_beside_the_dashboard_follows_the_browser_until_its_link_names_a_language(
    address, path
):
    for asked, named, lang in (
        ("ko-KR,ko;q=0.9,en;q=0.8", "", "ko"),
        ("fr-CH, ja;q=0.5", "", "ja"),
        ("ko", "en", "en"),
        ("", "", "en"),
    ):
        query = ("&" if "?" in path else "?") + f"lang={named}" if named else ""
        _, headers, body = get(address, path + query, Accept_Language=asked)
        assert f'<html lang="{lang}">' in body.decode()
        assert headers["Content-Language"] == lang
        assert "Accept-Language" in headers["Vary"]


def test_frame_draws_in_its_language_and_its_record_is_served(address):
    _, _, body = get(address, "/embed?lang=ja")
    assert "map/all-ja.js" in body.decode()
    (name,) = set(re.findall(r"record-\w+\.json", body.decode()))
    status, _, record = get(address, f"/assets/{name}")
    assert status == 200
    said = Words("ja").say("claim.no_direction_sea", sea=EAST_SEA)
    assert said in gzip.decompress(record).decode()


def test_card_says_its_language_and_so_does_its_picture(address):
    _, _, body = get(address, f"/launch/{OPENED}?lang=ko")
    assert '<meta property="og:locale" content="ko_KR">' in body.decode()
    assert re.search(r'og:image" content="[^"]*lang=ko', body.decode())


# --------------------------------------------------------------------- pages without a server
def test_site_has_a_page_of_each_launch_in_every_language_that_leads_to_the_others(library):
    launch = library.record.launches[-1]
    kept = library.narrowed([launch], "best")
    pages = dict(StaticSite(kept).pages())
    for lang, ending in (("en", ""), ("ko", ".ko"), ("ja", ".ja")):
        html = pages[f"launch/{launch.id}{ending}.html"].decode()
        assert f'<html lang="{lang}">' in html
        assert Words(lang).say("launch.who_stated_what") in html
        for other, end in (("en", ""), ("ko", ".ko"), ("ja", ".ja")):
            assert f'hreflang="{other}" href="{launch.id}{end}.html"' in html
        assert f"data/{lang}.js" in pages


def test_changes_turn_the_data_of_a_page_into_those_of_another_language(library):
    kept = library.narrowed(library.record.launches[-3:], "best")
    data = map_data(Words(), kept)
    changed = json.loads(json.dumps(data))
    found = json.loads(json.dumps(said(data, Words("ko"), kept)))

    def apply(value, change):
        if isinstance(change, list):
            return change[0]
        for name, part in change.items():
            place = int(name) if isinstance(value, list) else name
            value[place] = apply(value[place], part)
        return value

    assert apply(changed, found["changes"]) == json.loads(json.dumps(map_data(Words("ko"), kept)))
    assert said(data, Words(), kept).keys() == {"words"}
