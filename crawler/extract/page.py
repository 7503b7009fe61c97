"""All facts of one page, from its bytes: the function that worker processes run."""

from typing import NamedTuple

from crawler.extract.assets import assets
from crawler.extract.blocks import blocks
from crawler.extract.booking import booking_link
from crawler.extract.document import Document
from crawler.extract.encoding import decode
from crawler.extract.error_pages import error_phrase
from crawler.extract.head import head
from crawler.extract.headings import headings
from crawler.extract.images import images
from crawler.extract.links import links
from crawler.extract.people import people
from crawler.extract.phones import phone_ctas
from crawler.extract.region import guess_region
from crawler.extract.script_clue import script_clue
from crawler.extract.structured_data import structured_data
from crawler.scope import Hosts
from crawler.tables.facts import (
    AssetRow,
    BlockRow,
    HeadingRow,
    ImageRow,
    LinkRow,
    PageRow,
    PhoneCtaRow,
    StructuredDataRow,
)
from crawler.text import fold, short_hash


class Source(NamedTuple):
    """An HTML answer as it came, with what the crawl knows about it. `region` null: as the page itself says.
    `hosts` null: the site's own alone."""

    url: str
    site: str
    region: str | None
    status: int
    body: bytes
    content_type: str | None
    link_header: str | None
    x_robots_tag: str | None
    hosts: Hosts | None = None
    rendered: bool = False


class PageFacts(NamedTuple):
    """Rows of one page, a field a table."""

    pages: list[PageRow]
    headings: list[HeadingRow]
    blocks: list[BlockRow]
    links: list[LinkRow]
    images: list[ImageRow]
    assets: list[AssetRow]
    structured_data: list[StructuredDataRow]
    phone_ctas: list[PhoneCtaRow]


def parse_source(source: Source) -> Document:
    """The parsed page of an answer."""
    text, charset = decode(source.body, source.content_type)
    return Document.of(source.url, source.site, text, charset, source.hosts)


def extract(source: Source) -> PageFacts:
    """All facts of a page; never raises for any bytes."""
    document = parse_source(source)
    heading_rows = headings(document)
    block_rows, block_of = blocks(document)
    link_rows = links(document)
    data_rows = structured_data(document)
    named = [row.text for row in heading_rows if row.level == 1 and row.text]
    h1 = named[0] if named else None
    words = sum(row.words for row in block_rows)
    about = head(document, source.link_header)
    page = PageRow(
        url=source.url,
        status=source.status,
        depth=None,
        h1=h1,
        h1_count=len(named),
        x_robots_tag=source.x_robots_tag,
        charset=document.charset,
        body_kind=body_kind(source.body),
        booking_link=booking_link(link_rows),
        text_words=words,
        content_hash=short_hash("\n".join(fold(row.text) for row in block_rows)),
        error_phrase=error_phrase(about.title, h1, words, block_rows[0].text if block_rows else ""),
        script_clue=script_clue(document, words),
        rendered=source.rendered,
        **about._asdict(),
        **people(document, data_rows)._asdict(),
    )
    return PageFacts(
        pages=[page],
        headings=heading_rows,
        blocks=block_rows,
        links=link_rows,
        images=images(document),
        assets=assets(document),
        structured_data=data_rows,
        phone_ctas=phone_ctas(document, source.region or guess_region(document), block_of, data_rows),
    )


def body_kind(body: bytes) -> str:
    """html, or what the bytes are instead: xml (a feed, a sitemap) or binary."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"\x00" in start and not body.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "binary"
    if start.startswith((b"<rss", b"<feed", b"<urlset", b"<sitemapindex")):
        return "xml"
    if start.startswith(b"<?xml") and b"<html" not in start and b"<!doctype html" not in start:
        return "xml"
    return "html"
