"""Anchors of a page, and the other addresses that it names."""

from bs4.element import Tag

from crawler.extract.document import Document, attribute, text_of
from crawler.tables.facts import LinkRow
from crawler.urls import without_tracking


def links(document: Document) -> list[LinkRow]:
    """Every <a> and <area> in document order, positions from 1."""
    anchors = (tag for tag in document.tags if tag.name in ("a", "area"))
    return [_link(document, tag, position) for position, tag in enumerate(anchors, start=1)]


def _link(document: Document, tag: Tag, position: int) -> LinkRow:
    href = attribute(tag, "href")
    target = document.resolve(href) if href is not None else None
    is_internal = target is not None and document.is_internal(target)
    target, tracking = without_tracking(target) if target and is_internal else (target, None)
    return LinkRow(
        source_url=document.url,
        position=position,
        target_url=target,
        href=href,
        anchor=accessible_name(tag),
        rel=attribute(tag, "rel"),
        zone=document.zone(tag),
        is_internal=is_internal,
        tracking=tracking,
    )


def accessible_name(tag: Tag) -> str:
    """What a link is called: its text, else aria-label, alt of an image in it, or title; else empty."""
    if text := text_of(tag):
        return text
    named = [attribute(tag, "aria-label"), attribute(tag, "alt")]
    named += [attribute(image, "alt") for image in tag.find_all("img")]
    named.append(attribute(tag, "title"))
    return next((name.strip() for name in named if name and name.strip()), "")
