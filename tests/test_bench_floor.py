"""The floor of the benchmark is a page of ours whose map finds its file, and nothing in it."""

from bench.floor import serve_empty_payload
from dashboard.served import FILES, Served


def test_the_file_of_the_floor_is_served_and_draws_nothing(library, monkeypatch):
    monkeypatch.setitem(FILES, "record", FILES["record"])
    full = Served(library).payload("en")
    serve_empty_payload()
    floor = Served(library)
    empty = floor.payload("en")
    assert floor.file_of("record", empty.digest) is empty
    assert empty.digest != full.digest
    known, drawn = full.content, empty.content
    assert len(drawn["launches"]) == len(known["launches"])
    assert known["flights"]
    assert not drawn["flights"]
