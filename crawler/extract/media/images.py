"""Images of a page: what the browser loads, and what stands for them in words."""

import re
from collections.abc import Iterator

from crawler.extract.accessible_name import accessible_name
from crawler.extract.document import Document, attribute, below
from crawler.extract.tree import Element
from crawler.tables.media import ImageRow

_CANDIDATE = re.compile(r"[\s,]*(\S+)(?:\s+[^,(]*(?:\([^)]*\)[^,(]*)*)?(?:,|$)")
"""One image of a srcset: an address, then its width or density. https://html.spec.whatwg.org/#parse-a-srcset-attribute"""

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-srcset", "data-lazy-srcset")
_FORMATS = {"jpg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "svg+xml": "svg", "x-icon": "ico"}
_KNOWN = frozenset("jpeg png gif webp avif svg ico bmp tiff heic apng jxl".split())
_ENDING = re.compile(r"\.([a-z0-9]{2,5})(?:[?#]|$)", re.IGNORECASE)
_DATA = re.compile(r"\s*data:image/([a-z0-9+.\-]+)", re.IGNORECASE)


def images(document: Document) -> list[ImageRow]:
    """Every <img> in document order, positions from 1; alt null means no attribute."""
    return [_image(document, tag, position) for position, tag in enumerate(document.named("img"), start=1)]


def _image(document: Document, tag: Element, position: int) -> ImageRow:
    src = attribute(tag, "src")
    lazy = _lazy(tag)
    shown = lazy if lazy and (not src or _DATA.match(src)) else src
    return ImageRow(
        url=document.url,
        position=position,
        src=document.resolve(src) if src else None,
        alt=attribute(tag, "alt"),
        width=attribute(tag, "width"),
        height=attribute(tag, "height"),
        zone=tag.zone,
        sources=_sources(document, tag),
        lazy_src=document.resolve(lazy) if lazy else None,
        loading=_lower(attribute(tag, "loading")),
        format=_format(shown or ""),
        accessible_name=accessible_name(document, tag),
        in_link=tag.in_link,
        hidden=tag.hidden_by,
    )


def _sources(document: Document, tag: Element) -> list[str]:
    """Absolute addresses of the srcset, and of the <source>s before the image in its <picture>."""
    sets = [attribute(tag, "srcset")]
    if tag.parent is not None and tag.parent.name == "picture":
        sets = [attribute(source, "srcset") for source in below(tag.parent, "source")] + sets
    found = (document.resolve(address) for text in sets if text for address in candidates(text))
    return list(dict.fromkeys(address for address in found if address))


def candidates(srcset: str) -> Iterator[str]:
    """Addresses of a srcset, as published."""
    for match in _CANDIDATE.finditer(srcset):
        if address := match[1].rstrip(","):
            yield address


def _lazy(tag: Element) -> str | None:
    """Address that a script puts in once the image comes into view."""
    if not any(name.startswith("data-") for name in tag.attrs):
        return None
    published = next((value for name in _LAZY if (value := attribute(tag, name)) and value.strip()), None)
    return next(candidates(published), None) if published else None


def _format(address: str) -> str | None:
    found = _DATA.match(address) or _ENDING.search(address.partition("?")[0])
    name = found[1].lower() if found else ""
    name = _FORMATS.get(name, name)
    return name if name in _KNOWN else None


def _lower(value: str | None) -> str | None:
    return value.strip().lower() if value is not None else None
