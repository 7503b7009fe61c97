"""Images of a page."""

from crawler.extract.document import Document, attribute
from crawler.tables.facts import ImageRow


def images(document: Document) -> list[ImageRow]:
    """Every <img> in document order, positions from 1; alt null means no attribute."""
    found = (tag for tag in document.tags if tag.name == "img")
    return [
        ImageRow(
            url=document.url,
            position=position,
            src=document.resolve(src) if (src := attribute(tag, "src")) else None,
            alt=attribute(tag, "alt"),
            width=attribute(tag, "width"),
            height=attribute(tag, "height"),
            zone=document.zone(tag),
        )
        for position, tag in enumerate(found, start=1)
    ]
