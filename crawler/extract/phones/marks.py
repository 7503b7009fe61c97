"""Elements that may offer a phone number otherwise than by their text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from crawler.extract.document import Document, attribute
from crawler.extract.phones.diallers import BUTTON_TYPES, scripted
from crawler.extract.phones.links import may_dial
from crawler.extract.tree import Element

_NAMING = ("alt", "aria-label", "title")
_DIGIT = re.compile(r"\d")
_PROPERTY = re.compile(
    r"(?:^|[\s:/#_])(?:has)?(?:telephone|fax_?number|phone_number|contacttype|tel|fax|phone)(?:\s|$)",
    re.IGNORECASE,
)
_OF_PHONE = re.compile(
    r"phone|tel|call|fon|dial|ring|llame|llám|appel|numero|número|(?:\d[^\d/]{0,3}){6}\d", re.IGNORECASE
)
_LONGEST = 200
"""Characters of an alternative text or address that are looked at."""


def marks(document: Document) -> list[Element]:
    """Line breaks, and elements with an attribute that may dial, show or publish a number, in document order."""
    found = {id(tag): tag for tag in _marks(document)}
    return sorted(found.values(), key=attrgetter("order"))


def _marks(document: Document) -> Iterator[Element]:
    yield from document.named("br")
    yield from document.with_attribute("itemprop")
    for name in ("href", "xlink:href"):
        yield from (tag for tag in document.with_attribute(name) if may_dial(attribute(tag, name) or ""))
    for name in _NAMING:
        yield from (tag for tag in document.with_attribute(name) if _DIGIT.search(attribute(tag, name) or ""))
    for tag in document.with_attribute("property"):
        if _names_phone(attribute(tag, "property") or ""):
            yield tag
    for tag in document.named("input"):
        if is_button(tag) and _DIGIT.search(attribute(tag, "value") or ""):
            yield tag
    yield from scripted(document)
    yield from (tag for tag in document.named("img", "amp-img") if _may_show_number(tag))


def is_button(tag: Element) -> bool:
    """An <input> whose value is what the button says."""
    return tag.name == "input" and (attribute(tag, "type") or "").strip().lower() in BUTTON_TYPES


@lru_cache(maxsize=2048)
def _names_phone(names: str) -> bool:
    return _PROPERTY.search(names) is not None


def _may_show_number(tag: Element) -> bool:
    """The picture's alternative text or file name may speak of a phone."""
    return _speaks_of_phone((attribute(tag, "alt") or "")[:_LONGEST], picture_address(tag))


def picture_address(tag: Element) -> str:
    """End of a picture's address, that which a script loads late where it has another; empty where it is in the page."""
    for name in ("src", "data-src", "data-lazy-src"):
        address = attribute(tag, name) if name in tag.attrs else None
        if address and not address.startswith("data:"):
            return address[-_LONGEST:]
    return ""


@lru_cache(maxsize=8192)
def _speaks_of_phone(alt: str, src: str) -> bool:
    return _OF_PHONE.search(alt) is not None or _OF_PHONE.search(src.rpartition("/")[2]) is not None
