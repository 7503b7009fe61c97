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
    context: Context,
    page_rows: list[dict[str, Any]],
    block_rows: list[dict[str, Any]],
    seed: str = "p0",
    **more: Any,
) -> Any:
    db = facts_db(
        crawl=[{"seed": seed}],
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
    db = _pages(context, [{"url": url, "content_hash": url} for url in urls], rows)
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
    db = _pages(context, [{"url": url, "content_hash": url} for url in urls], rows)
    assert db.execute("SELECT main_text FROM pages WHERE url = 'p0'").fetchall() == [("Cost\nRisks\nRisks of p0",)]


def test_on_a_small_site_each_page_is_judged_by_itself(context: Context) -> None:
    urls = ["p0", "p1", "p2"]
    rows = [_block(url, 1, "the same") | {"is_content": True} for url in urls]
    rows += [_block(url, 2, "menu", zone="nav") for url in urls] + [_block(url, 3, "all rights") for url in urls]
    rows += [_block(url, 4, "Knee pain", tag="h1") for url in urls]
    db = _pages(context, [{"url": url} for url in urls], rows)
    assert db.execute("SELECT DISTINCT main_text FROM pages").fetchall() == [("the same\nKnee pain",)]


@pytest.mark.parametrize(
    ("page", "directive", "indexability"),
    [
        ({}, None, "indexable"),
        ({"canonical": "p0"}, None, "indexable"),
        ({"canonical": "other"}, None, "canonicalised"),
        ({}, ("robots", "index"), "indexable"),
        ({}, ("robots", "noindex"), "noindex"),
        ({}, ("robots", "none"), "noindex"),
        ({}, ("googlebot", "noindex"), "noindex"),
        ({}, ("yandexbot", "noindex"), "indexable"),
        ({}, ("robots", "noimageindex"), "indexable"),
        ({"body_kind": "xml"}, None, "not_html"),
        ({"error_phrase": "Page not found"}, None, "soft_404"),
        ({"error_phrase": "Page not found", "canonical": "other"}, ("robots", "noindex"), "soft_404"),
    ],
)
def test_indexability(
    context: Context, page: dict[str, Any], directive: tuple[str, str] | None, indexability: str
) -> None:
    said = [{"url": "p0", "agent": directive[0], "directive": directive[1]}] if directive else []
    db = _pages(context, [{"url": "p0"} | page], [], robots_directives=said)
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


_HOME, _LOST = "https://clinic.example/", "https://clinic.example/rounds-probe-1a"
_MENU = [f"menu {n}" for n in range(20)]
_ERROR = [*_MENU, "Oh no", "Try one of these instead"]


def _probe(texts: list[str], **columns: Any) -> dict[str, Any]:
    own = {"url": _LOST, "final_url": _LOST, "status": 200, "title": "Clinic", "h1": "Oh no"}
    return {**own, "text_hash": "|".join(texts), "block_hashes": texts, **columns}


def _shown(path: str, texts: list[str], **columns: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    url = _HOME + path
    page = {"url": url, "title": "Clinic", "h1": "Oh no", "text_words": 50, "content_hash": "|".join(texts)}
    return {**page, **columns}, [_block(url, n, text) for n, text in enumerate(texts)]


_WELCOME = _shown("", [*_MENU, "Welcome"], h1="Welcome")

_SAME = [
    pytest.param(_shown("x", _ERROR), _probe(_ERROR), "soft_404", id="the same text"),
    pytest.param(_shown("x", _ERROR, title="X", h1=None), _probe(_ERROR), "soft_404", id="under another title"),
    pytest.param(_shown("x", [*_ERROR, "No x here"]), _probe([*_ERROR, "No 1a here"]), "soft_404", id="nearly"),
    pytest.param(_shown("x", _ERROR), _probe(_ERROR, status=404), "indexable", id="a probe with a good answer"),
    pytest.param(_shown("x", _ERROR), _probe(_ERROR, final_url=_HOME + "x"), "indexable", id="a probe sent on"),
    pytest.param(
        _shown("x", _ERROR), _probe(_ERROR, final_url=_LOST + "/"), "soft_404", id="a probe sent to its own slash"
    ),
    pytest.param(_shown("x", _ERROR, text_words=4), _probe(_ERROR), "indexable", id="too few words to tell"),
    pytest.param(_shown("x", _ERROR, script_clue="#root"), _probe(_ERROR), "indexable", id="scripts write it"),
    pytest.param(
        _shown("x", _ERROR, script_clue="#root", rendered=True), _probe(_ERROR), "soft_404", id="scripts did run"
    ),
    pytest.param(
        _shown("x", [*_MENU, "Our team", "Elin Moss"], h1="Our team"),
        _probe(_ERROR),
        "indexable",
        id="a thin page",
    ),
    pytest.param(
        _shown("x", [*_MENU, "one", "two", "three"]), _probe(_ERROR), "indexable", id="a thin page without an H1"
    ),
    pytest.param(_shown("x", _MENU), _probe([*_MENU, "Oh no"]), "indexable", id="nothing but the menu"),
    pytest.param(
        _shown("x", [*_MENU, "Welcome"], h1="Welcome"),
        _probe([*_MENU, "Welcome"], h1="Welcome"),
        "soft_404",
        id="the first page under any address",
    ),
    pytest.param(
        _shown("index.html", [*_MENU, "Welcome"]),
        _probe([*_MENU, "Welcome"]),
        "indexable",
        id="the first page's file",
    ),
    pytest.param(
        _shown("x", _ERROR, canonical=_HOME),
        _probe(_ERROR),
        "canonicalised",
        id="a page that names the first page",
    ),
]


@pytest.mark.parametrize(("shown", "probe", "indexability"), _SAME)
def test_what_an_address_that_cannot_exist_says_is_no_page(
    context: Context, shown: tuple[dict[str, Any], list[dict[str, Any]]], probe: dict[str, Any], indexability: str
) -> None:
    page, page_blocks = shown
    rows = [page, _WELCOME[0]]
    db = _pages(context, rows, [*page_blocks, *_WELCOME[1]], seed=_HOME, probes=[probe])
    found = dict(db.execute("SELECT url, indexability FROM pages").fetchall())
    assert found == {page["url"]: indexability, _HOME: "indexable"}


def test_the_page_that_others_name_as_the_original_is_one(context: Context) -> None:
    welcome, start = _shown("start", _ERROR), _shown("x", _ERROR, canonical=_HOME + "start")
    db = _pages(context, [welcome[0], start[0]], [], seed=_HOME, probes=[_probe(_ERROR)])
    found = dict(db.execute("SELECT url, indexability FROM pages").fetchall())
    assert found == {_HOME + "start": "indexable", _HOME + "x": "canonicalised"}
