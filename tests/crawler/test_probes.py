"""Addresses that cannot exist, and what came of them."""

import pytest

from crawler.extract.page import Source, extract
from crawler.probes import probe_addresses, probe_row

_URL = "https://clinic.example/rounds-probe-1a"


@pytest.mark.parametrize(
    ("seed", "folder", "ending"),
    [
        ("https://clinic.example/", "https://clinic.example/", ".html"),
        ("https://clinic.example/?lang=en", "https://clinic.example/", ".html"),
        ("https://clinic.example/index.php?a=b.aspx", "https://clinic.example/", ".php"),
        ("https://clinic.example/spine/", "https://clinic.example/spine/", ".html"),
        ("http://clinic.example:8080/spine/home.htm", "http://clinic.example:8080/spine/", ".htm"),
    ],
)
def test_probes_stand_where_the_site_does(seed: str, folder: str, ending: str) -> None:
    first, second = probe_addresses(seed)
    assert first.startswith(folder + "rounds-probe-")
    assert second == first + ending
    assert "/" not in first.removeprefix(folder)


def test_probes_are_the_same_every_night_and_others_on_each_host() -> None:
    assert probe_addresses("https://clinic.example/") == probe_addresses("https://clinic.example/")
    names = {probe_addresses(f"https://{host}.example/")[0][-16:] for host in ("clinic", "spine", "www.clinic")}
    assert len(names) == 3


def test_a_row_holds_what_came() -> None:
    body = b"<title>Clinic</title><h1>Oh no</h1><p>Not here."
    facts = extract(Source(_URL, "clinic.example", "US", 200, body, "text/html", None, None))
    row = probe_row(_URL, 200, _URL, facts)
    assert row[:5] == (_URL, 200, _URL, "Clinic", "Oh no")
    assert row.text_hash == facts.pages[0].content_hash
    assert row.block_hashes == [block.block_hash for block in facts.blocks]
    assert len(row.block_hashes) == 2


@pytest.mark.parametrize(("status", "final"), [(None, _URL), (404, _URL), (302, "https://other.example/")])
def test_a_row_without_a_page(status: int | None, final: str) -> None:
    assert probe_row(_URL, status, final, None) == (_URL, status, final, None, None, None, [])
