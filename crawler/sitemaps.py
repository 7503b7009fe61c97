"""Sitemaps as published: XML (urlset or index), plain text, RSS or Atom; gzip or not."""

import gzip
import zlib
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's limit for an uncompressed sitemap."""

MAX_ENTRIES = 50_000


class Entry(NamedTuple):
    """A URL as a sitemap names it: `loc` is not resolved."""

    loc: str
    lastmod: str | None = None
    changefreq: str | None = None
    priority: str | None = None


@dataclass(frozen=True)
class Sitemap:
    """`children` are the sitemaps that an index names; `problem`: why it could not be read."""

    entries: tuple[Entry, ...] = ()
    children: tuple[str, ...] = ()
    problem: str | None = None


def parse_sitemap(body: bytes) -> Sitemap:
    """What a sitemap's bytes hold; never raises, whatever they are."""
    try:
        text = _decompress(body)
    except ValueError as error:
        return Sitemap(problem=str(error))
    if text.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _from_xml(text)
    return _from_plain(text)


def _decompress(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    inflater = zlib.decompressobj(wbits=31)
    try:
        text = inflater.decompress(body, MAX_BYTES)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise ValueError("the gzip data is damaged") from error
    if inflater.unconsumed_tail:
        raise ValueError("larger than 50 MB")
    return text


def _from_xml(text: bytes) -> Sitemap:
    try:
        root: Element = fromstring(text.lstrip(b"\xef\xbb\xbf \t\r\n"))
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        return Sitemap(problem=f"not valid XML: {error}")
    name = _local(root)
    if name == "sitemapindex":
        locs = (_child(item, "loc") for item in root if _local(item) == "sitemap")
        return Sitemap(children=tuple(loc for loc in locs if loc))
    if name == "urlset":
        entries = (_entry(item) for item in root if _local(item) == "url")
        return Sitemap(entries=tuple(entry for entry in entries if entry)[:MAX_ENTRIES])
    if name in ("rss", "RDF", "feed"):
        return Sitemap(entries=tuple(_from_feed(root))[:MAX_ENTRIES])
    return Sitemap(problem=f"neither a sitemap nor a feed: <{name}>")


def _entry(item: Element) -> Entry | None:
    loc = _child(item, "loc")
    if not loc:
        return None
    return Entry(loc, _child(item, "lastmod"), _child(item, "changefreq"), _child(item, "priority"))


def _from_feed(root: Element) -> list[Entry]:
    items = (element for element in root.iter() if _local(element) in ("item", "entry"))
    found = []
    for item in items:
        link = next((child for child in item if _local(child) == "link"), None)
        if link is not None and (loc := (link.get("href") or link.text or "").strip()):
            found.append(Entry(loc, _child(item, "updated") or _child(item, "pubDate")))
    return found


def _from_plain(text: bytes) -> Sitemap:
    lines = (line.strip() for line in text.decode("utf-8-sig", "replace").splitlines())
    locs = [line for line in lines if line.startswith(("http://", "https://"))]
    if not locs:
        return Sitemap(problem="neither XML nor a list of URLs")
    return Sitemap(entries=tuple(map(Entry, locs[:MAX_ENTRIES])))


def _local(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _child(item: Element, name: str) -> str | None:
    found = next((child for child in item if _local(child) == name), None)
    return (found.text or "").strip() or None if found is not None else None
