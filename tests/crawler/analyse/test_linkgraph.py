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


def test_a_site_without_pages(context: Context) -> None:
    db = facts_db(crawl=[{"seed": "a"}])
    linkgraph.run(db, context)
    assert db.execute("SELECT count(*) FROM linkgraph").fetchall() == [(0,)]
