"""What a worker does with a page: read its facts, pack them for the journal, name the addresses it leads to."""

import gc
import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from crawler.batches import pack
from crawler.extract.media.pdf import pdf_row
from crawler.extract.page import PageFacts, Source, extract
from crawler.render_plan import rendered_source, rendering_row
from crawler.tables.crawl import RenderingRow

LEADS = ("canonical", "refresh_url", "rel_next", "rel_prev", "alternates")
"""Columns of `pages` that name other addresses beside links."""

_WAYS = {"canonical": "canonical", "refresh_url": "refresh", "rel_next": "pagination", "rel_prev": "pagination"}


_OBJECTS_BEFORE_COLLECTION = 50_000
"""More than the tree of a usual page."""


class ReadPage(NamedTuple):
    """`facts`: packed rows by table; `leads`: each address named, with the way, links first; `words`: of its text;
    `script_clue`: as in `pages`."""

    facts: dict[str, bytes]
    leads: list[tuple[str, str]]
    charset: str
    words: int
    script_clue: str | None


def prepare() -> None:
    """Make this process one that reads page after page: called once, before the first.

    The garbage collector, left to itself, goes several times through a tree that still grows, and through all that is
    loaded: a twentieth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)


def read_page(source: Source) -> ReadPage:
    """All that the crawl needs of a page; never raises for any bytes."""
    return _packed(extract(source))


def read_rendered(
    source: Source, reason: str, html: str | None, failure: str | None, ms: float | None
) -> ReadPage:
    """The same after scripts ran in a browser, beside what there was without.

    `reason`: why they did; `html`: what they made of the page, null with a `failure`; `ms`: how long that took.
    """
    raw = extract(source)
    facts = extract(rendered_source(source, html)) if html is not None else None
    return _packed(facts or raw, rendering_row(source.url, reason, raw, facts, failure, ms))


def read_pdf(url: str, body: bytes | None, size: int | None) -> dict[str, bytes]:
    """Packed rows by table of a PDF; `body` and `size` as in `pdf_row`. Never raises for any bytes."""
    return {"pdfs": pack("pdfs", [pdf_row(url, body, size)])}


def _packed(facts: PageFacts, rendering: RenderingRow | None = None) -> ReadPage:
    """`facts` on their way to the journal."""
    [page] = facts.pages
    links = dict.fromkeys(link.target_url for link in facts.links if link.is_internal and link.target_url)
    packed = {table: pack(table, rows) for table, rows in facts._asdict().items() if rows}
    if rendering is not None:
        packed["renderings"] = pack("renderings", [rendering])
    return ReadPage(
        facts=packed,
        leads=[*(("link", url) for url in links), *lead_pairs(page._asdict())],
        charset=page.charset,
        words=page.text_words,
        script_clue=page.script_clue,
    )


def lead_pairs(page: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Addresses that a row of `pages` names beside links, each with the way."""
    named = [(_WAYS[column], page[column]) for column in LEADS if column in _WAYS and page[column]]
    return [*named, *(("hreflang", url) for url in page["alternates"])]


def body_hash(body: bytes, *headers: str | None) -> str:
    """Names the bytes of an answer and the headers that its facts depend on."""
    digest = hashlib.blake2b(body, digest_size=12)
    for header in headers:
        digest.update(b"\0" + (header or "").encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
