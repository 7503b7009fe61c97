"""Headings of a page, h1 to h6, as the parser sees them."""

from crawler.extract.document import Document, text_of
from crawler.tables.facts import HeadingRow


def headings(document: Document) -> list[HeadingRow]:
    """Every heading in document order, positions from 1; empty and hidden ones count too."""
    return [
        HeadingRow(document.url, position, int(tag.name[1]), text_of(tag), document.zone(tag))
        for position, tag in enumerate(document.heading_tags, start=1)
    ]
