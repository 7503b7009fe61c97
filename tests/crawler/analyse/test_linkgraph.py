"""Crawl depth, inlinks, outlinks and link score."""

from typing import Any

import pytest

from crawler.analyse import linkgraph
from crawler.analyse.context import Context
from tests.crawler.analyse.facts_db import facts_db


def _graph(
    context: Context, links: str, *, pages: str = "", canonical: str = "", redirects: str = ""
) -> dict[str, Any]:
    """Graph of ``a>b a>c`` from seed a; `canonical`: ``b=a``; `redirects`: ``c=d``."""
    edges = [pair.split(">") for pair in links.split()]
    moved = dict(pair.split("=") for pair in redirects.split())
    canonicals = dict(pair.split("=") for pair in canonical.split())
    named = sorted({url for edge in edges for url in edge} | set(moved.values()) | set(pages.split()))
    db = facts_db(
        crawl=[{"seed": "a"}],
        pages=[{"url": url, "canonical": canonicals.get(url)} for url in named if url not in moved],
        resources=[{"url": url, "final_url": moved.get(url, url)} for url in named],
        links=[{"source_url": s, "target_url": t, "is_internal": True} for s, t in edges],
    )
    linkgraph.run(db, context)
    rows = db.execute("SELECT url, depth, inlinks, outlinks, link_score FROM linkgraph ORDER BY url").fetchall()
    return {url: tuple(values) for url, *values in rows}


def test_depth_is_the_fewest_clicks(context: Context) -> None:
    graph = _graph(context, "a>b b>c c>d a>d d>a", pages="orphan")
    assert {url: values[0] for url, values in graph.items()} == {"a": 0, "b": 1, "c": 2, "d": 1, "orphan": None}


def test_links_are_counted_once_and_not_to_oneself(context: Context) -> None:
    graph = _graph(context, "a>b a>b b>b b>a c>b")
    assert {url: values[1:3] for url, values in graph.items()} == {"a": (1, 1), "b": (2, 1), "c": (0, 1)}


def test_a_link_to_a_redirect_is_a_link_to_its_end(context: Context) -> None:
    graph = _graph(context, "a>old", redirects="old=new")
    assert graph["new"][:2] == (1, 1)


def test_links_to_a_variant_count_for_its_canonical(context: Context) -> None:
    graph = _graph(context, "a>b.html", pages="b", canonical="b.html=b")
    assert (graph["b"][:2], graph["b.html"][:2]) == ((1, 1), (1, 1))
    assert graph["b"][3] == graph["b.html"][3]


@pytest.mark.parametrize("canonical", ["b=c c=b", "b=c c=d", "b=gone", "b=b"])
def test_no_canonical_loses_a_page(context: Context, canonical: str) -> None:
    assert sorted(_graph(context, "a>b a>c a>d", canonical=canonical)) == ["a", "b", "c", "d"]


def test_the_page_that_most_link_to_scores_most(context: Context) -> None:
    graph = _graph(context, "a>hub b>hub c>hub hub>a")
    assert graph["hub"][3] == 100.0
    assert graph["hub"][3] > graph["a"][3] > graph["b"][3] > 0


_SITE = "https://a.example"


@pytest.mark.parametrize(
    ("pages", "stand_for"),
    [
        (["/", "/index.html", "/Default.aspx"], {"/index.html": "/", "/Default.aspx": "/"}),
        (["/x", "/x/"], {"/x/": "/x"}),
        (["http://a.example/x", "/x"], {"http://a.example/x": "/x"}),
        (["https://www.a.example/x", "/x"], {"https://www.a.example/x": "/x"}),
        (["/x?b=2&a=1", "/x?a=1&b=2"], {"/x?b=2&a=1": "/x?a=1&b=2"}),
        (["/Knee", "/knee"], {"/knee": "/Knee"}),
        (["/x", "/y"], {}),
        (["/x", "/x?p=1"], {}),
        (["/x/index.html", "/index.html"], {}),
    ],
)
@pytest.mark.parametrize("same_text", [True, False])
def test_variants_are_known_by_their_text(
    context: Context, pages: list[str], stand_for: dict[str, str], same_text: bool
) -> None:
    urls = [url if "://" in url else _SITE + url for url in pages]
    db = facts_db(
        crawl=[{"seed": urls[0]}],
        pages=[
            {"url": url, "text_words": 9, "content_hash": "same" if same_text else url, "canonical": url}
            for url in urls
        ],
        resources=[{"url": url} for url in urls],
    )
    linkgraph.run(db, context)
    rows = db.execute("SELECT url, variant_of, variant_by FROM page_variants").fetchall()
    found = {url.removeprefix(_SITE): other.removeprefix(_SITE) for url, other, _ in rows}
    assert found == (stand_for if same_text else {})
    assert {way for *_, way in rows} <= {"content"}


def test_pages_without_text_are_never_the_same(context: Context) -> None:
    urls = [f"{_SITE}/x", f"{_SITE}/x/"]
    db = facts_db(
        crawl=[{"seed": urls[0]}], pages=[{"url": url, "text_words": 0, "content_hash": ""} for url in urls]
    )
    linkgraph.run(db, context)
    assert db.execute("SELECT * FROM page_variants").fetchall() == []


def test_what_names_a_variant_stands_for_the_same_page(context: Context) -> None:
    pages = {"/x/": None, "/x": None, "/print": f"{_SITE}/x/"}
    db = facts_db(
        crawl=[{"seed": f"{_SITE}/x"}],
        pages=[
            {
                "url": _SITE + path,
                "text_words": 9,
                "content_hash": "p" if path == "/print" else "x",
                "canonical": canonical,
            }
            for path, canonical in pages.items()
        ],
    )
    linkgraph.run(db, context)
    assert db.execute("SELECT url, variant_of, variant_by FROM page_variants ORDER BY url").fetchall() == [
        (f"{_SITE}/print", f"{_SITE}/x", "canonical"),
        (f"{_SITE}/x/", f"{_SITE}/x", "content"),
    ]


def test_a_site_without_pages(context: Context) -> None:
    db = facts_db(crawl=[{"seed": "a"}])
    linkgraph.run(db, context)
    assert db.execute("SELECT count(*) FROM linkgraph").fetchall() == [(0,)]
