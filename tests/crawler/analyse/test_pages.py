"""Boilerplate, main content, indexability and history of pages."""

from typing import Any

import pytest

from crawler.analyse import blocks, linkgraph, pages
from crawler.analyse.context import Context
from tests.crawler.analyse.facts_db import facts_db


def _block(url: str, position: int, text: str, zone: str = "main", tag: str = "p") -> dict[str, Any]:
    words = len(text.split())
    return {
        "url": url,
        "position": position,
        "text": text,
        "zone": zone,
        "tag": tag,
        "words": words,
        "block_hash": text,
    }


def _pages(
    context: Context, page_rows: list[dict[str, Any]], block_rows: list[dict[str, Any]], **more: Any
) -> Any:
    db = facts_db(
        crawl=[{"seed": "p0"}],
        pages=[{"body_kind": "html", "content_hash": "h"} | row for row in page_rows],
        resources=[{"url": row["url"]} for row in page_rows],
        blocks=block_rows,
        **more,
    )
    for step in (linkgraph, blocks, pages):
        step.run(db, context)
    return db


def test_what_many_pages_share_is_boilerplate(context: Context) -> None:
    urls = [f"p{n}" for n in range(10)]
    rows = [_block(url, 1, "shared by three") for url in urls[:3]]
    rows += [_block(url, 2, "shared by two") for url in urls[:2]]
    rows += [_block(url, 3, f"own of {url}") for url in urls]
    db = _pages(context, [{"url": url} for url in urls], rows)
    found = db.execute("SELECT DISTINCT text FROM blocks WHERE is_boilerplate").fetchall()
    assert found == [("shared by three",)]
    assert db.execute("SELECT main_text, word_count FROM pages WHERE url = 'p0'").fetchall() == [
        ("shared by two\nown of p0", 6)
    ]


def test_a_heading_that_pages_share_over_text_of_their_own_is_content(context: Context) -> None:
    urls = [f"p{n}" for n in range(6)]
    rows = [_block(url, 1, "Cost", zone="nav", tag="li") for url in urls]
    rows += [_block("p0", 2, "Cost", tag="h2") | {"heading_position": 1}]
    rows += [_block(url, 3, "Risks", tag="h2") | {"heading_position": 2} for url in urls]
    rows += [_block(url, 4, f"Risks of {url}") | {"heading_position": 2} for url in urls]
    rows += [_block(url, 5, "Book a visit", tag="h2") | {"heading_position": 3} for url in urls]
    rows += [_block(url, 6, "Call us now") | {"heading_position": 3} for url in urls]
    db = _pages(context, [{"url": url} for url in urls], rows)
    assert db.execute("SELECT main_text FROM pages WHERE url = 'p0'").fetchall() == [("Cost\nRisks\nRisks of p0",)]


def test_on_a_small_site_landmarks_alone_decide(context: Context) -> None:
    urls = ["p0", "p1", "p2"]
    rows = [_block(url, 1, "the same") for url in urls] + [_block(url, 2, "menu", zone="nav") for url in urls]
    db = _pages(context, [{"url": url} for url in urls], rows)
    assert db.execute("SELECT DISTINCT main_text FROM pages").fetchall() == [("the same",)]


@pytest.mark.parametrize(
    ("page", "indexability"),
    [
        ({}, "indexable"),
        ({"canonical": "p0"}, "indexable"),
        ({"canonical": "other"}, "canonicalised"),
        ({"robots_all": "index, follow"}, "indexable"),
        ({"robots_all": "NOINDEX,follow"}, "noindex"),
        ({"robots_all": "none"}, "noindex"),
        ({"x_robots_tag": "googlebot: noindex"}, "noindex"),
        ({"robots_all": "noimageindex"}, "indexable"),
        ({"body_kind": "xml"}, "not_html"),
    ],
)
def test_indexability(context: Context, page: dict[str, Any], indexability: str) -> None:
    db = _pages(context, [{"url": "p0"} | page], [])
    assert db.execute("SELECT indexability, indexable FROM pages").fetchall() == [
        (indexability, indexability == "indexable")
    ]


def test_unchanged_since_goes_back_as_far_as_the_text_does(context: Context) -> None:
    db = _pages(
        context,
        [{"url": "same"}, {"url": "changed", "content_hash": "new"}, {"url": "fresh"}],
        [],
        previous_crawl=[{"crawl_id": "20261121T021400Z"}],
        previous_pages=[
            {"url": "same", "content_hash": "h", "unchanged_since": "20261001T021400Z"},
            {"url": "changed", "content_hash": "old", "unchanged_since": "20261001T021400Z"},
        ],
    )
    rows = dict(db.execute("SELECT url, unchanged_since FROM pages").fetchall())
    assert rows == {"same": "20261001T021400Z", "changed": context.crawl_id, "fresh": context.crawl_id}
