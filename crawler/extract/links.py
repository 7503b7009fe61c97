"""Anchors of a page: where each leads, what it says, and whether a crawler can follow it."""

from bs4.element import NavigableString, Tag

from crawler.extract.accessible_name import accessible_name
from crawler.extract.addresses import Target
from crawler.extract.document import Document, attribute, below, text_of
from crawler.extract.tree import Element
from crawler.tables.facts import LinkRow
from crawler.text import collapse

_NAMING = frozenset({"aria-labelledby", "aria-label"})
_NOWHERE = Target(None, False, None, "missing", None)
"""Of an anchor without href."""


def links(document: Document) -> list[LinkRow]:
    """Every <a> and <area> in document order, positions from 1."""
    return [_link(document, tag, position) for position, tag in enumerate(document.named("a", "area"), start=1)]


def _link(document: Document, tag: Element, position: int) -> LinkRow:
    attributes = tag.attrs
    href = attribute(tag, "href")
    target = document.target(href) if href is not None else _NOWHERE
    inner = tag.contents[0] if len(tag.contents) == 1 else None
    if type(inner) is NavigableString and not inner.isspace():
        anchor, source = collapse(inner), "text"
        name = anchor if _NAMING.isdisjoint(attributes) else accessible_name(document, tag)
    else:
        anchor, source = _anchor(tag)
        name = accessible_name(document, tag)
    # By keyword a row takes three times as long, and a page has hundreds.
    return LinkRow(
        document.url,
        position,
        target.url,
        href,
        anchor,
        source,
        name,
        attribute(tag, "title") if "title" in attributes else None,
        inner.lang if isinstance(inner, Element) else tag.lang,
        attribute(tag, "rel") if "rel" in attributes else None,
        tag.zone,
        target.is_internal,
        target.tracking,
        target.kind,
        target.fragment,
        attribute(tag, "target") if "target" in attributes else None,
        tag.heading,
        tag.hidden_by,
    )


def link_name(tag: Tag) -> str:
    """What a link is called: its text, else aria-label, alt of an image in it, or title; else empty."""
    return _anchor(tag)[0]


def _anchor(tag: Tag) -> tuple[str, str]:
    """The anchor text and what it was taken from."""
    if text := text_of(tag):
        return text, "text"
    named = [("aria-label", attribute(tag, "aria-label")), ("alt", attribute(tag, "alt"))]
    named += [("alt", attribute(image, "alt")) for image in below(tag, "img")]
    named.append(("title", attribute(tag, "title")))
    found = ((collapse(name), source) for source, name in named if name and name.strip())
    return next(found, ("", "nothing"))
