"""Sitemaps in every form that is published."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.sitemaps import Entry, parse_sitemap

_NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_URLSET = (
    f'<?xml version="1.0"?><urlset {_NS}><url><loc> https://clinic.example/a </loc><lastmod>2026-01-02</lastmod>'
    "<changefreq>weekly</changefreq><priority>0.5</priority></url><url><loc/></url><url><loc>/b</loc></url></urlset>"
).encode()
_ENTRIES = (Entry("https://clinic.example/a", "2026-01-02", "weekly", "0.5"), Entry("/b"))


@pytest.mark.parametrize("body", [_URLSET, b"\xef\xbb\xbf\n" + _URLSET, gzip.compress(_URLSET)])
def test_urlset(body: bytes) -> None:
    assert parse_sitemap(body).entries == _ENTRIES


def test_index() -> None:
    body = f"<sitemapindex {_NS}><sitemap><loc>https://clinic.example/1.xml</loc></sitemap></sitemapindex>"
    assert parse_sitemap(body.encode()).children == ("https://clinic.example/1.xml",)


@pytest.mark.parametrize(
    ("body", "locs"),
    [
        (
            b"https://clinic.example/a\n\nnot one\nhttp://clinic.example/b\n",
            ["https://clinic.example/a", "http://clinic.example/b"],
        ),
        (
            b"<rss><channel><item><link>https://clinic.example/p</link></item></channel></rss>",
            ["https://clinic.example/p"],
        ),
        (
            b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://clinic.example/q"/></entry></feed>',
            ["https://clinic.example/q"],
        ),
    ],
)
def test_other_forms(body: bytes, locs: list[str]) -> None:
    assert [entry.loc for entry in parse_sitemap(body).entries] == locs


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "neither XML nor a list of URLs"),
        (b"<urlset><url>", "not valid XML"),
        (b"<html></html>", "neither a sitemap nor a feed: <html>"),
        (b"\x1f\x8bbroken", "the gzip data is damaged"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><urlset>&a;</urlset>', "not valid XML"),
    ],
)
def test_problems_are_said(body: bytes, problem: str) -> None:
    assert problem in (parse_sitemap(body).problem or "")


@given(st.binary(max_size=200))
def test_no_bytes_break_it(body: bytes) -> None:
    for tried in (body, b"<urlset>" + body, b"\x1f\x8b" + body):
        assert parse_sitemap(tried) is not None
