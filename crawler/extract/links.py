"""Anchors of a page: where each leads, what it says, and whether a crawler can follow it."""

import re
from urllib.parse import unquote

from bs4.element import NavigableString, Tag

from crawler.extract.accessible_name import accessible_name
from crawler.extract.document import Document, attribute, text_of
from crawler.extract.tree import Element
from crawler.tables.facts import LinkRow
from crawler.urls import without_tracking

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_DROPPED = re.compile(r"[\t\n\r]")
_KINDS = {
    "javascript": "script",
    "mailto": "mail",
    "tel": "phone",
    "sms": "phone",
    "callto": "phone",
    "whatsapp": "phone",
    "http": "invalid",
    "https": "invalid",
}
_NAMING = frozenset({"aria-labelledby", "aria-label"})
_TRIM = "".join(map(chr, range(0x21)))


def links(document: Document) -> list[LinkRow]:
    """Every <a> and <area> in document order, positions from 1."""
    return [_link(document, tag, position) for position, tag in enumerate(document.named("a", "area"), start=1)]


def _link(document: Document, tag: Element, position: int) -> LinkRow:
    href = attribute(tag, "href")
    target = document.resolve(href) if href is not None else None
    is_internal = target is not None and document.is_internal(target)
    found, tracking = without_tracking(target) if target and is_internal else (target, None)
    anchor, source = _anchor(tag)
    return LinkRow(
        source_url=document.url,
        position=position,
        target_url=found,
        href=href,
        anchor=anchor,
        anchor_source=source,
        accessible_name=anchor if _is_plain(tag) else accessible_name(document, tag),
        title=attribute(tag, "title"),
        lang=_lang(tag),
        rel=attribute(tag, "rel"),
        zone=tag.zone,
        is_internal=is_internal,
        tracking=tracking,
        kind=_kind(href, target),
        fragment=_fragment(href) if href and "#" in href else None,
        opens=attribute(tag, "target"),
        heading_position=tag.heading,
        hidden=tag.hidden_by,
    )


def _lang(tag: Element) -> str | None:
    """Language of the one element in it, else the nearest that is set."""
    inner = tag.contents[0] if len(tag.contents) == 1 else None
    return inner.lang if isinstance(inner, Element) else tag.lang


def _is_plain(tag: Element) -> bool:
    """A link that holds one string and nothing that would name it otherwise: its text is its name."""
    contents = tag.contents
    return len(contents) == 1 and type(contents[0]) is NavigableString and _NAMING.isdisjoint(tag.attrs)


def link_name(tag: Tag) -> str:
    """What a link is called: its text, else aria-label, alt of an image in it, or title; else empty."""
    return _anchor(tag)[0]


def _anchor(tag: Tag) -> tuple[str, str]:
    """The anchor text and what it was taken from."""
    if text := text_of(tag):
        return text, "text"
    named = [("aria-label", attribute(tag, "aria-label")), ("alt", attribute(tag, "alt"))]
    named += [("alt", attribute(image, "alt")) for image in tag.find_all("img")]
    named.append(("title", attribute(tag, "title")))
    found = ((name.strip(), source) for source, name in named if name and name.strip())
    return next(found, ("", "nothing"))


def _kind(href: str | None, target: str | None) -> str:
    """What kind of address an href is; see `links`."""
    if href is None:
        return "missing"
    if href.startswith("#"):
        return "fragment"
    if target is not None:
        return "page" if href.strip(_TRIM) else "empty"
    scheme = _SCHEME.match(_DROPPED.sub("", href).strip(_TRIM))
    return _KINDS.get(scheme[1].lower(), "other") if scheme else "invalid"


def _fragment(href: str) -> str | None:
    return unquote(href.partition("#")[2].strip(_TRIM)) or None
