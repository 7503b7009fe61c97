"""Anchors of a page: where each leads, what it says, and whether a crawler can follow it."""

from bs4.element import NavigableString

from crawler.extract.accessible_name import accessible_name
from crawler.extract.addresses import Target
from crawler.extract.document import Document, attribute, below, strings, text_of
from crawler.extract.tree import Element
from crawler.tables.facts import LinkRow
from crawler.text import collapse

_NOWHERE = Target(None, False, None, "missing", None)
"""Of an anchor without href."""


def links(document: Document) -> list[LinkRow]:
    """Every <a> and <area> in document order, positions from 1."""
    mixed = _switches_language(document)
    found = document.named("a", "area")
    return [_link(document, tag, position, mixed=mixed) for position, tag in enumerate(found, start=1)]


def _link(document: Document, tag: Element, position: int, *, mixed: bool) -> LinkRow:
    attributes = tag.attrs
    href = attribute(tag, "href")
    target = document.target(href) if href is not None else _NOWHERE
    inner = tag.contents[0] if len(tag.contents) == 1 else None
    if type(inner) is NavigableString and not inner.isspace():
        anchor, source, lang = collapse(inner), "text", tag.lang
        is_named = "aria-label" in attributes or "aria-labelledby" in attributes
        name = accessible_name(document, tag) if is_named else anchor
    else:
        anchor, source, holder = _anchor(tag)
        lang = _language(holder) if mixed else tag.lang
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
        lang,
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


def _switches_language(document: Document) -> bool:
    """An element in a link names a language."""
    named = (*document.with_attribute("lang"), *document.with_attribute("xml:lang"))
    return any(isinstance(tag.parent, Element) and tag.parent.in_link for tag in named)


def _language(tag: Element) -> str | None:
    """Language of its words; where they are in several, of what holds them all; of `tag` itself where it has none."""
    found = ((words, words.parent) for words in strings(tag))
    languages = {place.lang for words, place in found if isinstance(place, Element) and not words.isspace()}
    if len(languages) == 1:
        return languages.pop()
    return _innermost(tag).lang if languages else tag.lang


def _innermost(tag: Element) -> Element:
    """The element in `tag` that holds all it does: `tag` itself, unless it holds nothing but another."""
    while True:
        nodes = [
            n for n in tag.contents if isinstance(n, Element) or (type(n) is NavigableString and not n.isspace())
        ]
        if len(nodes) != 1 or not isinstance(nodes[0], Element):
            return tag
        tag = nodes[0]


def link_name(tag: Element) -> str:
    """What a link is called: its text, else aria-label, alt of an image in it, or title; else empty."""
    return _anchor(tag)[0]


def _anchor(tag: Element) -> tuple[str, str, Element]:
    """The anchor text, what it was taken from, and of which element."""
    if text := text_of(tag):
        return text, "text", tag
    named = [("aria-label", tag), ("alt", tag), *(("alt", image) for image in below(tag, "img")), ("title", tag)]
    names = ((collapse(attribute(holder, source) or ""), source, holder) for source, holder in named)
    return next((found for found in names if found[0]), ("", "nothing", tag))
