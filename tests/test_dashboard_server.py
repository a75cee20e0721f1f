"""The server as it runs: our assets, the record, their caching, and who can reach it."""

import gzip
import json
import re
import socket
import tomllib
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from conftest import PREFIX
from dashboard.asset_files import ASSETS
from dashboard.bundles import BASE_FILES, BUNDLES, MAP_SCRIPTS, content, map_bundle, versioned
from dashboard.look import LOOK
from dashboard.map.layer import BaseMap
from dashboard.served import FILES, served
from dashboard.words.say import LANGUAGES, Words
from driving import get

ROOT = Path(__file__).parents[1]
FOR_GOOD = "public, max-age=31536000, immutable"
HEALTH = "/_stcore/health"
ASSET = "vendor/leaflet/leaflet.js"


def test_page_is_served(address):
    status, headers, body = get(address, "/")
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    assert b"<script" in body


def test_asset_asked_for_with_its_hash_is_kept_for_good(address):
    status, headers, body = get(address, f"/assets/{versioned(ASSET)}")
    assert status == 200
    assert headers["Cache-Control"] == FOR_GOOD
    assert body == (ASSETS / ASSET).read_bytes()


def test_asset_asked_for_without_its_hash_is_asked_for_again(address):
    status, headers, _ = get(address, f"/assets/{ASSET}")
    assert (status, headers["Cache-Control"]) == (200, "no-cache")
    etag = headers["ETag"]
    status, headers, body = get(address, f"/assets/{ASSET}", if_none_match=etag)
    assert (status, headers["Cache-Control"], body) == (304, "no-cache", b"")


def test_asset_with_another_hash_is_not_kept_for_good(address):
    _, headers, _ = get(address, f"/assets/{ASSET}?v=000000000000")
    assert headers["Cache-Control"] != FOR_GOOD


@pytest.mark.parametrize("query", ["dev=1", "nov=", "v="])
def test_asset_asked_for_with_something_else_is_not_kept_for_good(address, query):
    _, headers, _ = get(address, f"/assets/{ASSET}?{query}")
    assert headers["Cache-Control"] != FOR_GOOD


BASE = BaseMap(Words("en"))
LINKS = [link for _, link in (*BASE.default_js, *BASE.default_css)]
COMPONENT = "/component/streamlit_folium.st_folium/index.html"


@pytest.mark.parametrize("link", LINKS)
def test_every_link_of_the_map_leads_somewhere_from_the_page_of_its_component(address, link):
    assert get(address, urljoin(COMPONENT, link))[0] == 200


ENGLISH_BUNDLES = [path for path in BUNDLES if path not in {map_bundle("ko"), map_bundle("ja")}]


@pytest.mark.parametrize("path", ENGLISH_BUNDLES)
def test_several_files_are_sent_as_one(address, path):
    status, headers, body = get(address, f"/assets/{versioned(path)}")
    assert (status, headers["Cache-Control"]) == (200, FOR_GOOD)
    kinds = {".css": "text/css", ".js": "text/javascript", ".json": "application/json"}
    kind = kinds[Path(path).suffix]
    assert headers["Content-Type"].startswith(kind)
    assert body == content(path)
    assert get(address, f"/assets/{path}")[1]["Cache-Control"] == "no-cache"


def test_scripts_of_the_map_are_whole_and_have_their_words_and_their_look():
    body = content(map_bundle("en"))
    assert all((ASSETS / path).read_bytes() in body for path in MAP_SCRIPTS)
    (sent,) = re.findall(rb"launchMap\.setUp\((.*)\);", body)
    sent = json.loads(sent)
    words = json.loads((ROOT / "dashboard" / "words" / "en.json").read_text(encoding="utf-8"))
    assert sent["look"] == LOOK
    assert sent["words"].items() <= words.items()
    assert sent["files"]["base"] == [f"../{versioned(path)}" for path in BASE_FILES]


@pytest.mark.parametrize("link", [f"../{versioned(path)}" for path in BASE_FILES])
def test_every_base_file_of_the_map_lies_beside_its_script(address, link):
    status, headers, body = get(address, urljoin("/assets/map/launchmap.js", link))
    assert (status, headers["Cache-Control"]) == (200, FOR_GOOD)
    assert json.loads(body)


def test_record_under_its_own_hash_is_sent_packed_and_kept_for_good(address):
    name = served().payload("en").name
    status, headers, body = get(address, f"/assets/{name}", accept_encoding="gzip")
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"] == "application/json"
    assert headers["Cache-Control"] == FOR_GOOD
    assert body == served().payload("en").gzipped
    assert json.loads(gzip.decompress(body))["launches"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_file_under_its_own_hash_is_sent_packed_and_kept_for_good(address, lang):
    for kind in FILES:
        file = served().file(kind, lang)
        status, headers, body = get(address, f"/assets/{file.name}", accept_encoding="gzip")
        assert (status, headers["Content-Encoding"]) == (200, "gzip")
        assert headers["Cache-Control"] == FOR_GOOD
        assert body == file.gzipped
        for name in (f"{kind}-0.json", f"secret-{file.digest}.json"):
            assert get(address, f"/assets/{name}")[0] == 404


@pytest.mark.parametrize("digest", ["0" * 16, "", "x", "..%2f..%2fapp", "%00"])
def test_record_under_another_hash_is_not_found(address, digest):
    status, headers, _ = get(address, f"/assets/record-{digest}.json")
    assert status in {400, 404}
    assert headers["Cache-Control"] != FOR_GOOD


def test_scripts_of_streamlit_and_of_ours_come_packed_to_who_takes_them(address):
    scripts = re.findall(r'"\./(static/js/[^"]+\.js)"', get(address, "/")[2].decode())
    for path in (scripts[0], f"assets/{versioned(map_bundle('en'))}"):
        status, plain, whole = get(address, f"/{path}")
        assert (status, plain["Content-Encoding"]) == (200, None)
        for _ in range(2):
            status, headers, body = get(address, f"/{path}", accept_encoding="br, gzip")
            assert (status, headers["Content-Encoding"]) == (200, "gzip")
            assert gzip.decompress(body) == whole
            assert len(body) < len(whole) / 2
            assert "Accept-Encoding" in headers["Vary"]
            assert "immutable" in headers["Cache-Control"]
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Content-Type"] == plain["Content-Type"]
    # Whatever else is written for it, it is not packed again.
    odd = f"/static//{scripts[0].removeprefix('static/')}"
    assert get(address, odd, accept_encoding="gzip")[1]["Content-Encoding"] is None
    # A part is counted in bytes of the file as it is, and nothing else is taken for it.
    status, headers, body = get(
        address, f"/{scripts[0]}", accept_encoding="gzip", range="bytes=0-9"
    )
    assert (status, headers["Content-Encoding"], len(body)) == (206, None, 10)


def test_file_that_may_change_is_not_kept_packed(address):
    for query in ("", "?v=other"):
        _, headers, _ = get(address, f"/assets/{ASSET}{query}", accept_encoding="gzip")
        assert "immutable" not in headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/assets/nothing.js", "/assets/", "/assets/map"])
def test_asset_that_is_not_there_is_not_found(address, path):
    status, headers, _ = get(address, path)
    assert status == 404
    assert headers["Cache-Control"] != FOR_GOOD


@pytest.mark.parametrize(
    "path",
    [
        "../app.py",
        "..%2fapp.py",
        "%2e%2e/app.py",
        "%2e%2e%2fapp.py",
        "..%5capp.py",
        "map/../../app.py",
        "map/..%2f..%2fapp.py",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "../../data/launches.csv",
        "../../../../../../etc/passwd",
        "....//app.py",
        "map/launchmap.js%00.css",
    ],
)
def test_path_that_climbs_out_of_the_assets_is_refused(address, path):
    status, _, body = get(address, f"/assets/{path}")
    assert status in {400, 404}
    assert not any(secret in body for secret in (b"VersionedFiles", b"root:", b"missile_id"))


@pytest.mark.parametrize("path", ["/dashboard/app.py", "/streamlit_app.py", "/data/launches.csv"])
def test_files_of_the_project_are_not_served(address, path):
    _, _, body = get(address, path)
    assert not any(secret in body for secret in (b"VersionedFiles", b"missile_id"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_record_and_assets_can_only_be_read(address, method):
    for path in (f"/assets/{ASSET}", f"/assets/{served().payload('en').name}"):
        assert get(address, path, method)[0] == 405


def test_assets_and_record_lie_below_the_path_prefix_too(prefixed):
    for path in (versioned(ASSET), served().payload("en").name):
        status, headers, _ = get(prefixed, f"/{PREFIX}/assets/{path}")
        assert (status, headers["Cache-Control"]) == (200, FOR_GOOD)
    for link in LINKS:
        assert get(prefixed, urljoin(f"/{PREFIX}{COMPONENT}", link))[0] == 200


def test_path_that_climbs_out_below_the_prefix_is_refused(prefixed):
    status, _, body = get(prefixed, f"/{PREFIX}/assets/..%2fapp.py")
    assert status in {400, 404}
    assert b"VersionedFiles" not in body


def test_only_this_machine_can_reach_the_server_unless_told_otherwise(address):
    port = urlsplit(address).port
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    # Also an address of this machine, but not the one that is listened on.
    with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_settings_keep_the_server_to_this_machine_and_send_no_statistics():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"
