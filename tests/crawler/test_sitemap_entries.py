"""What is wrong with an entry of a sitemap, by the protocol."""

from datetime import UTC, datetime

import pytest

from crawler.scope import Hosts
from crawler.sitemap_entries import Listing, entry_rows
from crawler.sitemap_markup import Entry
from crawler.sitemaps import Sitemap

_NOW = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
_HOSTS = Hosts(frozenset({"clinic.example", "blog.example"}))
_GOOD = "https://clinic.example/a"


def _rows(
    *entries: Entry, url: str = "https://clinic.example/sitemap.xml", named: bool = False, form: str = "urlset"
) -> list[tuple[str | None, str | None]]:
    listing = Listing(url, _HOSTS, url.startswith("https:"), named, _NOW)
    return [(row.url, row.problem) for row in entry_rows(Sitemap(entries, format=form), listing)]


@pytest.mark.parametrize(
    ("loc", "url", "problem"),
    [
        (_GOOD, _GOOD, None),
        ("HTTPS://CLINIC.example/a", _GOOD, None),
        ("https://blog.example/a", "https://blog.example/a", None),
        ("/a", _GOOD, "relative"),
        ("a", _GOOD, "relative"),
        ("//clinic.example/a", _GOOD, "relative"),
        ("mailto:a@clinic.example", None, "no http(s) address"),
        ("https://", None, "no http(s) address"),
        ("https://www.clinic.example/a", "https://www.clinic.example/a", "on another host: www.clinic.example"),
        ("http://clinic.example/a", "http://clinic.example/a", "http, although the site is https"),
        (f"{_GOOD}#part", _GOOD, "has a fragment"),
        (f"{_GOOD}?utm_source=x&p=1", f"{_GOOD}?p=1", "has tracking parameters: utm_source=x"),
        (f"{_GOOD} b", f"{_GOOD}%20b", "white space stands in it"),
        ("https://clinic.example/\na", _GOOD, "white space stands in it"),
        (f"{_GOOD}{'b' * 2100}", f"{_GOOD}{'b' * 2100}", "longer than 2,048 characters"),
        ("/a#b", _GOOD, "relative; has a fragment"),
    ],
)
def test_addresses(loc: str, url: str | None, problem: str | None) -> None:
    assert _rows(Entry(loc)) == [(url, problem)]


def test_a_site_without_https_may_list_http() -> None:
    assert _rows(Entry("http://clinic.example/a"), url="http://clinic.example/s.xml")[0][1] is None


@pytest.mark.parametrize(
    ("loc", "named", "fine"),
    [
        ("https://clinic.example/blog/x", False, True),
        ("https://clinic.example/blog", False, False),
        ("https://clinic.example/", False, False),
        ("https://clinic.example/", True, True),
        ("https://blog.example/", False, True),
    ],
)
def test_a_sitemap_speaks_for_its_folder_unless_robots_txt_names_it(loc: str, named: bool, fine: bool) -> None:
    ((_, problem),) = _rows(Entry(loc), url="https://clinic.example/blog/s.xml", named=named)
    assert (problem is None) == fine
    assert fine or "outside of the sitemap's folder /blog/" in (problem or "")


def test_an_address_counts_once() -> None:
    rows = _rows(
        Entry(_GOOD), Entry("https://clinic.example/b"), Entry("https://clinic.example:443/a#x"), Entry("x:")
    )
    assert [problem for _, problem in rows] == [
        None,
        None,
        "has a fragment; listed before, as entry 1",
        "no http(s) address",
    ]


@pytest.mark.parametrize(
    ("lastmod", "problem"),
    [
        (None, None),
        ("2026", None),
        ("2026-11", None),
        ("2026-11-22", None),
        ("2026-11-23", None),
        ("2026-11-22T01:00Z", None),
        ("2026-11-22T14:00:00.123+13:00", None),
        ("2026-11-24", "lastmod lies in the future: 2026-11-24"),
        ("2027", "lastmod lies in the future: 2027"),
        ("2026-11-22T01:00", "lastmod is no W3C date: 2026-11-22T01:00"),
        ("2026-13-01", "lastmod is no W3C date: 2026-13-01"),
        ("2026-02-30", "lastmod is no W3C date: 2026-02-30"),
        ("0000-01-01", "lastmod is no W3C date: 0000-01-01"),
        ("22.11.2026", "lastmod is no W3C date: 22.11.2026"),
        ("2026-11-22 01:00:00", "lastmod is no W3C date: 2026-11-22 01:00:00"),
        ("２０２６", "lastmod is no W3C date: ２０２６"),
        ("today", "lastmod is no W3C date: today"),
    ],
)
def test_lastmod(lastmod: str | None, problem: str | None) -> None:
    assert _rows(Entry(_GOOD, lastmod)) == [(_GOOD, problem)]


def test_feeds_write_their_dates_otherwise() -> None:
    assert _rows(Entry(_GOOD, "Sun, 22 Nov 2026 02:14:00 GMT"), form="rss") == [(_GOOD, None)]
