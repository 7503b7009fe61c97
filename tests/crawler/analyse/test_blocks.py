"""What is boilerplate on a site that is large enough to show what its pages share."""

from typing import Any

import pytest

from crawler.analyse import blocks
from crawler.analyse.context import Context
from tests.crawler.analyse.facts_db import facts_db

_URLS = [f"p{n}" for n in range(6)]
_PROSE: dict[str, Any] = {"text": "It heals.", "tag": "p", "zone": "main", "words": 40, "is_content": True}
_LINK: dict[str, Any] = {"text": "Knee", "tag": "li", "zone": "main", "words": 1, "link_words": 1}


def _boilerplate(context: Context, *rows: dict[str, Any]) -> list[bool]:
    """For each of `rows`, blocks of one page of a site of six, whether it is boilerplate."""
    own = [{"url": "p0", "position": n, "block_hash": f"own {n}", **row} for n, row in enumerate(rows)]
    others = [{"url": url, "block_hash": f"own of {url}", **_PROSE} for url in _URLS[1:]]
    db = facts_db(pages=[{"url": url, "content_hash": url} for url in _URLS], blocks=own + others)
    blocks.run(db, context)
    found = db.execute("SELECT is_boilerplate FROM blocks WHERE url = 'p0' ORDER BY position").fetchall()
    return [is_boilerplate for (is_boilerplate,) in found]


@pytest.mark.parametrize(
    ("row", "is_boilerplate"),
    [
        pytest.param(_LINK, True, id="a link beside prose"),
        pytest.param({**_LINK, "is_content": True}, False, id="a link that belongs to the prose"),
        pytest.param({**_LINK, "words": 5}, False, id="a link in a sentence"),
        pytest.param({**_LINK, "tag": "h3"}, False, id="a linked heading"),
        pytest.param({**_LINK, "tag": "p"}, False, id="a linked paragraph"),
        pytest.param({**_PROSE, "is_content": False}, False, id="a paragraph, whatever its page alone says"),
        pytest.param({**_PROSE, "zone": "footer"}, True, id="a paragraph in the footer"),
        pytest.param({**_PROSE, "zone": "header"}, False, id="a paragraph of the content in a header"),
        pytest.param(
            {**_PROSE, "zone": "header", "is_content": False}, True, id="a paragraph in the site's header"
        ),
        pytest.param({**_PROSE, "zone": "aside", "is_content": False}, False, id="a paragraph in a sidebar"),
        pytest.param({**_LINK, "zone": "aside"}, True, id="a link in a sidebar"),
        pytest.param({**_PROSE, "hidden": "display:none"}, False, id="an answer that a tap shows"),
        pytest.param({**_PROSE, "hidden": "hidden", "is_content": False}, True, id="a hidden message"),
    ],
)
def test_a_block_of_its_own(context: Context, row: dict[str, Any], is_boilerplate: bool) -> None:
    assert _boilerplate(context, _PROSE, row) == [False, is_boilerplate]


def test_links_are_the_content_of_a_hub(context: Context) -> None:
    assert _boilerplate(context, _LINK, _LINK, {**_PROSE, "words": 2}) == [False, False, False]


def test_links_in_the_menu_make_no_hub(context: Context) -> None:
    menu = {**_LINK, "zone": "nav", "words": 90, "link_words": 90}
    assert _boilerplate(context, menu, _PROSE, _LINK) == [True, False, True]


def test_a_page_under_several_addresses_counts_once(context: Context) -> None:
    pages = [{"url": url, "content_hash": "home" if url < "p2" else url} for url in (*_URLS, "p6")]
    shared = [{**_PROSE, "url": url, "block_hash": "teaser"} for url in ("p0", "p1", "p2")]
    common = [{**_PROSE, "url": url, "block_hash": "address"} for url in ("p2", "p3", "p4")]
    db = facts_db(pages=pages, blocks=shared + common)
    blocks.run(db, context)
    found = db.execute("SELECT DISTINCT block_hash, is_boilerplate FROM blocks ORDER BY ALL").fetchall()
    assert found == [("address", True), ("teaser", False)]


@pytest.mark.parametrize(
    ("tag", "elsewhere", "is_boilerplate"),
    [("h1", "li", False), ("h2", "li", False), ("h1", "h2", False), ("h1", "h1", True), ("p", "li", True)],
)
def test_a_headline_is_a_pages_own_though_links_on_others_say_the_same(
    context: Context, tag: str, elsewhere: str, is_boilerplate: bool
) -> None:
    said = {**_PROSE, "block_hash": "Knee pain", "text": "Knee pain"}
    named = [{**said, "url": url, "tag": elsewhere} for url in _URLS[1:5]]
    db = facts_db(
        pages=[{"url": url, "content_hash": url} for url in _URLS],
        blocks=[{**said, "url": "p0", "tag": tag}, *named],
    )
    blocks.run(db, context)
    assert db.execute("SELECT is_boilerplate FROM blocks WHERE url = 'p0'").fetchall() == [(is_boilerplate,)]
