"""The entries of a sitemap as rows, each with what is wrong with it by the protocol.

https://www.sitemaps.org/protocol.html
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from crawler.scope import Hosts, directory
from crawler.sitemap_markup import Entry
from crawler.sitemaps import Sitemap
from crawler.tables.crawl import SitemapEntryRow
from crawler.urls import host, normalise, without_tracking

ANOTHER_HOST = "on another host"
_MAX_LENGTH = 2048
_CLOCKS_APART = timedelta(days=1)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_W3C_DATETIME = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?", re.ASCII
)
"""https://www.w3.org/TR/NOTE-datetime"""


class Listing(NamedTuple):
    """Where a sitemap was read: its address, the hosts that are crawled, whether the site is served over https, whether
    robots.txt names it so that it may list pages of any folder, and when."""

    url: str
    hosts: Hosts
    secure: bool
    named: bool
    read_at: datetime


def entry_rows(read: Sitemap, listing: Listing) -> list[SitemapEntryRow]:
    """A row for each entry of `read`."""
    rows = []
    first: dict[str, int] = {}
    for position, entry in enumerate(read.entries, start=1):
        url = normalise(entry.loc, listing.url)
        problems = [*_of_address(entry.loc, url, listing), *_of_lastmod(entry, read.format, listing.read_at)]
        if url is not None and first.setdefault(url, position) != position:
            problems.append(f"listed before, as entry {first[url]}")
        address = without_tracking(url)[0] if url else None
        rows.append(_row(listing.url, position, address, entry, "; ".join(problems) or None))
    return rows


def is_relative(loc: str) -> bool:
    """`loc` names no scheme; the protocol asks for whole addresses."""
    return not _ABSOLUTE.match(loc)


def _row(sitemap: str, position: int, url: str | None, entry: Entry, problem: str | None) -> SitemapEntryRow:
    return SitemapEntryRow(
        sitemap, position, url, entry.loc, entry.lastmod, entry.changefreq, entry.priority, problem
    )


def _of_address(loc: str, url: str | None, listing: Listing) -> Iterator[str]:
    if url is None:
        yield "no http(s) address"
        return
    if is_relative(loc):
        yield "relative"
    if not listing.hosts.include(url):
        yield f"{ANOTHER_HOST}: {host(url)}"
    elif listing.secure and url.startswith("http:"):
        yield "http, although the site is https"
    if not listing.named and host(url) == host(listing.url):
        folder = directory(listing.url)
        if not directory(url).startswith(folder):
            yield f"outside of the sitemap's folder {folder}, and robots.txt does not name the sitemap"
    if "#" in loc:
        yield "has a fragment"
    if tracking := without_tracking(url)[1]:
        yield f"has tracking parameters: {tracking}"
    if re.search(r"\s", loc):
        yield "white space stands in it"
    if len(loc) > _MAX_LENGTH:
        yield f"longer than {_MAX_LENGTH:,} characters"


def _of_lastmod(entry: Entry, form: str | None, read_at: datetime) -> Iterator[str]:
    if entry.lastmod is None or form != "urlset":
        return
    changed = _moment(entry.lastmod)
    if changed is None:
        yield f"lastmod is no W3C date: {entry.lastmod[:40]}"
    elif changed > read_at + _CLOCKS_APART:
        yield f"lastmod lies in the future: {entry.lastmod}"


def _moment(text: str) -> datetime | None:
    """When a W3C date begins, the zone left aside; null where it is none."""
    match = _W3C_DATETIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups())
    try:
        return datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=UTC)
    except ValueError:
        return None
