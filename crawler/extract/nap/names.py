"""Names that a page gives its site outside of structured data: og:site_name, end of the title, copyright line, logo."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element
from crawler.tables.facts import HeadTagRow
from crawler.text import collapse

_SEPARATOR = re.compile(r"\s+[|•·»–—-]\s+|\s*\|\s*|\s*»\s*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|\bcopyright\b)(?:\s*(?:©|\(c\)))?[\s,:]*(?:(?:19|20)\d\d(?:\s*[-–,]\s*(?:(?:19|20)\d\d|present))*)?[\s,.:|·•–-]*(?:by\s+)?"
    r"(?P<name>[^|·•©<>\n]{2,120})",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"[\s,.;:–-]*(?:\b(?:all rights|tous droits|alle rechte|todos los derechos|(?:19|20)\d\d\b|powered|designed|website|site by|privacy|terms)\b|\.(?:\s|\Z)(?<!Dr\.\s)|\d{2,}).*",
    re.IGNORECASE | re.DOTALL,
)
_LOGO = re.compile(r"logo|brand", re.IGNORECASE)
_LOGO_WORDS = re.compile(
    r"\b(?:logo|home ?page|home|image|icon|site|website|header|footer|mobile|white|dark|light)\b|\.(?:png|svg|jpe?g|webp)\b",
    re.IGNORECASE,
)
_LONGEST = 80
_FIRST_IMAGES = 8


class Named(NamedTuple):
    """A name, where it comes from, and its zone and block in the text."""

    source: str
    text: str
    zone: str | None = None
    block: int | None = None


def names(document: Document, tags: Sequence[HeadTagRow], found: Blocks) -> Iterator[Named]:
    """Names of the site that the head and the frame of a page show."""
    for tag in tags:
        if tag.name == "og:site_name" and _is_name(tag.value):
            yield Named("meta", collapse(tag.value))
    title = next((tag.value for tag in tags if tag.name == "title"), "")
    parts = [part for part in _SEPARATOR.split(title) if part]
    if len(parts) > 1 and _is_name(parts[-1]):
        yield Named("title", collapse(parts[-1]))
    logo = next((alt for image in document.named("img")[:_FIRST_IMAGES] if (alt := _logo(image))), None)
    if logo:
        yield Named("logo", logo)
    for row in found.rows:
        if "©" in row.text or "opyright" in row.text:
            name = copyright_holder(row.text)
            if name and not row.is_content:
                yield Named("copyright", name, row.zone, row.position)
                return


@lru_cache(maxsize=512)
def copyright_holder(text: str) -> str | None:
    """Who a copyright line names; null where it names nobody."""
    found = _COPYRIGHT.search(text[:500])
    name = collapse(_NAME_END.sub("", found["name"])).strip(" .,;:-–") if found else ""
    return name if _is_name(name) and "opyright" not in name else None


def _logo(image: Element) -> str | None:
    """Alt of an image that is called a logo, without that word."""
    alt = attribute(image, "alt")
    if not alt or len(alt) > _LONGEST:
        return None
    called = " ".join(
        filter(
            None, (alt, attribute(image, "class"), attribute(image, "id"), (attribute(image, "src") or "")[:200])
        )
    )
    if not _LOGO.search(called):
        return None
    name = collapse(_LOGO_WORDS.sub("", alt)).strip(" -–|,:")
    return name if _is_name(name) else None


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST and any(map(str.isalpha, text))
