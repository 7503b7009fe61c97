"""All facts of one page, from its bytes: the function that worker processes run."""

import re
from typing import NamedTuple

from crawler.extract.accessibility.accessibility import accessibility
from crawler.extract.blocks import Blocks, blocks
from crawler.extract.booking import booking_link
from crawler.extract.claims.claims import claims
from crawler.extract.dates.dates import dated_as, dates
from crawler.extract.document import Document
from crawler.extract.encoding import decode
from crawler.extract.error_pages import error_phrase
from crawler.extract.forms.forms import forms
from crawler.extract.head import head, head_tags
from crawler.extract.headings import headings
from crawler.extract.links import links
from crawler.extract.main.content import with_content
from crawler.extract.media.assets import assets
from crawler.extract.media.images import images
from crawler.extract.media.videos import videos
from crawler.extract.nap.nap import nap_mentions
from crawler.extract.people.people import named_as, people
from crawler.extract.phones.phones import phone_ctas
from crawler.extract.phones.region import guess_region
from crawler.extract.references.references import references
from crawler.extract.robots_directives import robots_directives
from crawler.extract.script_clue import script_clue
from crawler.extract.structured.data import structured_data
from crawler.extract.structured.page_items import page_items
from crawler.extract.trackers.trackers import trackers
from crawler.scope import Hosts
from crawler.tables.facts import (
    BlockRow,
    HeadingRow,
    HeadTagRow,
    LinkRow,
    PageRow,
    PhoneCtaRow,
    RobotsDirectiveRow,
)
from crawler.tables.media import AssetRow, ImageRow, VideoRow
from crawler.tables.nap import NapMentionRow
from crawler.tables.tools import AccessibilityRow, FormRow, TrackerRow
from crawler.tables.trust import (
    ClaimRow,
    DateRow,
    PersonRow,
    ReferenceRow,
    StructuredDataRow,
    StructuredItemRow,
)
from crawler.text import short_hash

_JSON = re.compile(rb'(?:\[\s*){0,3}\{\s*"[^"<>]{0,200}"\s*:')
"""An object with a quoted name first, alone or in lists: neither text nor a template begins like that."""


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
    head_tags: list[HeadTagRow]
    robots_directives: list[RobotsDirectiveRow]
    headings: list[HeadingRow]
    blocks: list[BlockRow]
    links: list[LinkRow]
    images: list[ImageRow]
    videos: list[VideoRow]
    assets: list[AssetRow]
    structured_data: list[StructuredDataRow]
    structured_items: list[StructuredItemRow]
    people: list[PersonRow]
    dates: list[DateRow]
    references: list[ReferenceRow]
    claims: list[ClaimRow]
    trackers: list[TrackerRow]
    forms: list[FormRow]
    accessibility: list[AccessibilityRow]
    phone_ctas: list[PhoneCtaRow]
    nap_mentions: list[NapMentionRow]


def parse_source(source: Source) -> Document:
    """The parsed page of an answer."""
    decoded = decode(source.body, source.content_type)
    return Document.of(source.url, source.site, decoded, source.hosts)


def extract(source: Source) -> PageFacts:
    """All facts of a page; never raises for any bytes."""
    document = parse_source(source)
    tags = head_tags(document, source.link_header)
    heading_rows = headings(document)
    found = with_content(document, blocks(document))
    link_rows = links(document)
    data = structured_data(document)
    items = page_items(document, data)
    people_rows, date_rows = people(document, items, tags, found), dates(document, data, items, tags, found)
    form_rows, tracker_rows = forms(document), trackers(document)
    books = booking_link(link_rows, form_rows, tracker_rows)
    facts = PageFacts(
        pages=[_page(source, document, tags, heading_rows, found, books, people_rows, date_rows)],
        head_tags=tags,
        robots_directives=robots_directives(document.url, tags, source.x_robots_tag),
        headings=heading_rows,
        blocks=found.rows,
        links=link_rows,
        images=images(document),
        videos=videos(document),
        assets=assets(document),
        structured_data=data.rows,
        structured_items=data.items,
        people=people_rows,
        dates=date_rows,
        references=references(document, found),
        claims=claims(document, found),
        trackers=tracker_rows,
        forms=form_rows,
        accessibility=accessibility(document),
        phone_ctas=phone_ctas(document, source.region or guess_region(document, data), found.of_text, data.rows),
        nap_mentions=nap_mentions(document, tags, data, found),
    )
    document.discard()
    return facts


def _page(
    source: Source,
    document: Document,
    tags: list[HeadTagRow],
    heading_rows: list[HeadingRow],
    found: Blocks,
    books: str | None,
    people_rows: list[PersonRow],
    date_rows: list[DateRow],
) -> PageRow:
    about = head(document, tags)
    named = [row.text for row in heading_rows if row.level == 1 and row.text]
    h1 = named[0] if named else None
    words = sum(row.words for row in found.rows)
    return PageRow(
        url=source.url,
        status=source.status,
        depth=None,
        h1=h1,
        h1_count=len(named),
        x_robots_tag=source.x_robots_tag,
        charset=document.charset,
        charset_source=document.charset_source,
        body_kind=body_kind(source.body),
        booking_link=books,
        text_words=words,
        content_hash=short_hash("\n".join(row.block_hash for row in found.rows)),
        error_phrase=error_phrase(about.title, h1, words, found.rows[0].text if found.rows else ""),
        script_clue=script_clue(document, words),
        rendered=source.rendered,
        ids=document.ids,
        author=named_as(people_rows, "author"),
        reviewer=named_as(people_rows, "reviewer"),
        published=dated_as(date_rows, "published"),
        modified=dated_as(date_rows, "modified") or dated_as(date_rows, "reviewed"),
        **about._asdict(),
    )


def body_kind(body: bytes) -> str:
    """html, or what the bytes are instead: json, xml (a feed, a sitemap) or binary."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"\x00" in start and not body.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "binary"
    if start.startswith((b"<rss", b"<feed", b"<urlset", b"<sitemapindex")):
        return "xml"
    if start.startswith(b"<?xml") and b"<html" not in start and b"<!doctype html" not in start:
        return "xml"
    return "json" if _JSON.match(start) else "html"
