"""The page that says how good the derived numbers are: as the record has it, in each language."""

import pytest

from dashboard.flights.residuals import BOOSTED, residuals, rms
from dashboard.web.quality import quality_page
from dashboard.words.dates import day_words
from dashboard.words.names import missile_words
from dashboard.words.say import LANGUAGES, Words
from data.impact_place import places_by_name


@pytest.fixture(scope="module")
def found(served):
    return residuals(served.record.launches, places_by_name(served.record.places.values()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_the_record_comes_to(served, found, lang):
    words = Words(lang)
    html = quality_page(words, served)
    kept = [one for one in found if not one.contradicts]
    off = round(rms(one.off_s(BOOSTED) for one in kept))
    share = rms(one.off_s(BOOSTED) / one.stated_s.value for one in kept)
    assert f"<td>{off}</td><td>{words.share(share, decimals=1)}</td>" in html
    for one in found:
        named = words.say(
            "quality.flight",
            day=day_words(words, one.launch.date),
            missile=missile_words(words, one.launch.missile),
            party=words.named("party", one.party),
        )
        # What contradicts itself is left out of the means and named as such.
        assert html.count(f"<li>{named}</li>") == one.contradicts
        assert f"<td>{named}</td>" in html
    for boost in served.record.boost_phases.values():
        assert f"<td>{boost.id}</td>" in html
        assert boost.source.url in html.replace("&amp;", "&")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_site_has_the_page(site_pages, lang):
    ending = "" if lang == "en" else f".{lang}"
    html = site_pages[f"quality{ending}.html"].decode()
    assert Words(lang).say("quality.times") in html
    assert f'href="quality{ending}.html"' in site_pages[f"launches{ending}.html"].decode()
